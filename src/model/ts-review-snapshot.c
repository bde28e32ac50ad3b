/* ts-review-snapshot.c — one assessment's review as it was read, for one reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-review-snapshot.h"

#include "core/ts-rate.h"
#include "exchange/ts-peer-reading.h"
#include "model/ts-workplace.h"

void
ts_review_snapshot_free (TsReviewSnapshot *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->sight, ts_review_sight_free);
  g_clear_pointer (&self->submission, ts_assessment_snapshot_free);
  g_clear_pointer (&self->peers, ts_peer_levels_free);
  g_clear_pointer (&self->agenda, g_ptr_array_unref);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  g_clear_pointer (&self->ratings, g_ptr_array_unref);
  g_clear_pointer (&self->enquiries, g_ptr_array_unref);
  g_clear_pointer (&self->evidence_reviews, g_ptr_array_unref);
  g_clear_pointer (&self->dissents, g_ptr_array_unref);
  g_clear_pointer (&self->replies, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->assessment, ts_row_unref);
  g_clear_pointer (&self->framework, ts_framework_unref);
  g_free (self->organisation_name);
  g_free (self);
}

static gboolean
is_score (const TsRow *rating)
{
  return g_strcmp0 (ts_row_get_text (rating, TS_RATING_LAYER), ts_layer_get_name (TS_LAYER_REVIEWER)) == 0;
}

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
}

/* Which ratings the reader may see, and which of them make the agenda. */
static gboolean
read_ratings (TsWorkplace       *workplace,
              TsReviewSnapshot  *self,
              GPtrArray         *counted,
              GError           **error)
{
  g_autoptr (GPtrArray) ratings = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_RATING, TS_RATING_ASSESSMENT,
                                                         ts_row_get_id (self->assessment), error);

  for (guint i = 0; ratings != NULL && i < ratings->len; i++)
    {
      TsRow *rating = g_ptr_array_index (ratings, i);
      const char *assessor = ts_row_get_text (rating, TS_RATING_ASSESSOR);

      if (!is_score (rating) || ts_sight_shows (&self->sight->sight, assessor))
        g_ptr_array_add (self->ratings, ts_row_ref (rating));

      if (!is_score (rating) || ts_sight_counts (&self->sight->sight, assessor))
        g_ptr_array_add (counted, ts_row_ref (rating));
    }

  return ratings != NULL;
}

static int
compare_enquiries (gconstpointer a,
                   gconstpointer b)
{
  gint64 difference = ts_row_get_integer (*(TsRow *const *) a, TS_ENQUIRY_POSITION) - ts_row_get_integer (*(TsRow *const *) b, TS_ENQUIRY_POSITION);

  return (difference > 0) - (difference < 0);
}

static int
compare_replies (gconstpointer a,
                 gconstpointer b)
{
  gint64 difference = ts_row_get_integer (*(TsRow *const *) a, TS_REPLY_POSITION) - ts_row_get_integer (*(TsRow *const *) b, TS_REPLY_POSITION);

  return (difference > 0) - (difference < 0);
}

static gboolean
read_notes (TsWorkplace       *workplace,
            TsReviewSnapshot  *self,
            GError           **error)
{
  const char *id = ts_row_get_id (self->assessment);
  g_autoptr (GPtrArray) texts = NULL;
  const struct
  {
    GPtrArray **rows;
    TsEntity entity;
    guint field;
  } notes[] = {
    { &self->enquiries, TS_ENTITY_ENQUIRY, TS_ENQUIRY_ASSESSMENT },
    { &self->evidence_reviews, TS_ENTITY_EVIDENCE_REVIEW, TS_EVIDENCE_REVIEW_ASSESSMENT },
    { &self->dissents, TS_ENTITY_DISSENT, TS_DISSENT_ASSESSMENT },
    { &self->replies, TS_ENTITY_REPLY, TS_REPLY_ASSESSMENT },
    { &texts, TS_ENTITY_REPORT_TEXT, TS_REPORT_TEXT_ASSESSMENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      GPtrArray *rows = ts_workbook_read_rows (workplace->workbook, notes[i].entity, (int) notes[i].field, id, error);

      if (rows == NULL)
        return FALSE;

      g_clear_pointer (notes[i].rows, g_ptr_array_unref);
      *notes[i].rows = rows;
    }

  g_ptr_array_sort (self->enquiries, compare_enquiries);
  g_ptr_array_sort (self->replies, compare_replies);

  for (guint i = 0; i < texts->len; i++)
    {
      const TsRow *text = g_ptr_array_index (texts, i);

      g_hash_table_insert (self->texts, g_strdup (ts_row_get_text (text, TS_REPORT_TEXT_SECTION)),
                           g_strdup (ts_row_get_text (text, TS_REPORT_TEXT_BODY)));
    }

  for (guint i = 0; i < self->dissents->len; i++)
    {
      const char *person_id = ts_row_get_text (g_ptr_array_index (self->dissents, i), TS_DISSENT_PERSON);
      g_autoptr (TsRow) person = NULL;

      if (!ts_workplace_read_optional_row (workplace, TS_ENTITY_PERSON, person_id, &person, error))
        return FALSE;

      g_hash_table_insert (self->people, g_strdup (person_id), g_strdup (person != NULL ? ts_row_get_text (person, TS_PERSON_NAME) : "?"));
    }

  return TRUE;
}

static void
list_criteria (TsReviewSnapshot *self)
{
  for (guint i = 0; i < ts_framework_get_n_sections (self->framework); i++)
    {
      const TsSection *section = ts_framework_get_section (self->framework, i);

      if (section->kind != TS_SECTION_GRADED)
        continue;

      for (guint j = 0; j < section->groups->len; j++)
        {
          TsNode *group = g_ptr_array_index (section->groups, j);

          if (group->criteria->len == 0)
            g_ptr_array_add (self->criteria, group);

          for (guint k = 0; k < group->criteria->len; k++)
            g_ptr_array_add (self->criteria, g_ptr_array_index (group->criteria, k));
        }
    }
}

static void
count (TsReviewSnapshot *self)
{
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const TsNode *node = g_ptr_array_index (self->criteria, i);
      TsRow *mine = ts_review_snapshot_find_my_score (self, node->id);

      self->n_scored += mine != NULL && ts_row_has (mine, TS_RATING_LEVEL);
      self->n_agreed += ts_review_snapshot_get_level (self, node->id, TS_LAYER_PANEL) > 0;
    }
}

/**
 * ts_review_snapshot_read:
 * @workplace: a workbook's thread
 * @assessment_id: an assessment
 * @reader: (nullable): who reads
 * @error: where to put why it could not be read
 *
 * Returns: (transfer full): the assessment's review
 */
TsReviewSnapshot *
ts_review_snapshot_read (TsWorkplace  *workplace,
                         const char   *assessment_id,
                         const char   *reader,
                         GError      **error)
{
  g_autoptr (TsReviewSnapshot) self = g_new0 (TsReviewSnapshot, 1);
  g_autoptr (GPtrArray) counted = rows_new ();
  g_autoptr (TsAssessmentSnapshot) submission = NULL;
  TsAgendaMaterial material;

  self->ratings = rows_new ();
  self->enquiries = rows_new ();
  self->evidence_reviews = rows_new ();
  self->dissents = rows_new ();
  self->replies = rows_new ();
  self->criteria = g_ptr_array_new ();
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!ts_workplace_read_assessment (workplace, assessment_id, &self->assessment, &self->framework, error))
    return NULL;

  self->sight = ts_review_sight_read (workplace, self->assessment, reader, error);
  submission = self->sight != NULL ? ts_assessment_snapshot_read (workplace, assessment_id, 0, error) : NULL;

  if (submission == NULL)
    return NULL;

  self->organisation_name = g_strdup (submission->organisation_name);
  list_criteria (self);

  if (ts_review_snapshot_lets_in (self))
    {
      self->submission = g_steal_pointer (&submission);

      self->peers = ts_peer_levels_read (workplace->workbook, self->assessment, error);

      if (self->peers == NULL || !read_ratings (workplace, self, counted, error) || !read_notes (workplace, self, error))
        return NULL;
    }

  material = (TsAgendaMaterial) { self->framework, counted, self->dissents, self->enquiries };
  self->agenda = ts_agenda_new (&material);
  count (self);

  return g_steal_pointer (&self);
}

/**
 * ts_review_snapshot_find_rating:
 * @self: a review
 * @node_id: a criterion
 * @layer: a layer
 * @assessor: whose; empty for those of a layer that has no assessor
 *
 * Returns: (transfer none) (nullable): the rating, if the reader may see it
 */
TsRow *
ts_review_snapshot_find_rating (const TsReviewSnapshot *self,
                                const char             *node_id,
                                TsLayer                 layer,
                                const char             *assessor)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (self != NULL && node_id != NULL && assessor != NULL, NULL);

  id = ts_rating_row_id (ts_row_get_id (self->assessment), node_id, layer, assessor);

  for (guint i = 0; i < self->ratings->len; i++)
    {
      TsRow *rating = g_ptr_array_index (self->ratings, i);

      if (g_str_equal (ts_row_get_id (rating), id))
        return rating;
    }

  return NULL;
}

/**
 * ts_review_snapshot_get_level:
 * @self: a review
 * @node_id: a criterion
 * @layer: a layer without assessors
 *
 * Returns: the level, 0 for none
 */
int
ts_review_snapshot_get_level (const TsReviewSnapshot *self,
                              const char             *node_id,
                              TsLayer                 layer)
{
  TsRow *rating = ts_review_snapshot_find_rating (self, node_id, layer, "");

  return rating != NULL && !ts_row_has (rating, TS_RATING_CARRIED) ? (int) ts_row_get_integer (rating, TS_RATING_LEVEL) : 0;
}

/**
 * ts_review_snapshot_find_my_score:
 * @self: a review
 * @node_id: a criterion
 *
 * Returns: (transfer none) (nullable): the reader's own score
 */
TsRow *
ts_review_snapshot_find_my_score (const TsReviewSnapshot *self,
                                  const char             *node_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sight->reader != NULL ? ts_review_snapshot_find_rating (self, node_id, TS_LAYER_REVIEWER, self->sight->reader) : NULL;
}

/**
 * ts_review_snapshot_find_item:
 * @self: a review
 * @node_id: a criterion
 *
 * Returns: (transfer none) (nullable): the criterion on the agenda
 */
const TsAgendaItem *
ts_review_snapshot_find_item (const TsReviewSnapshot *self,
                              const char             *node_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->agenda->len; i++)
    {
      const TsAgendaItem *item = g_ptr_array_index (self->agenda, i);

      if (g_strcmp0 (item->node->id, node_id) == 0)
        return item;
    }

  return NULL;
}

/**
 * ts_review_snapshot_find_evidence_review:
 * @self: a review
 * @node_id: a criterion
 * @evidence_id: an item of evidence
 *
 * Returns: (transfer none) (nullable): how far the item carries the criterion, if somebody has said so
 */
TsRow *
ts_review_snapshot_find_evidence_review (const TsReviewSnapshot *self,
                                         const char             *node_id,
                                         const char             *evidence_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->evidence_reviews->len; i++)
    {
      TsRow *review = g_ptr_array_index (self->evidence_reviews, i);

      if (g_strcmp0 (ts_row_get_text (review, TS_EVIDENCE_REVIEW_NODE), node_id) == 0 &&
          g_strcmp0 (ts_row_get_text (review, TS_EVIDENCE_REVIEW_EVIDENCE), evidence_id) == 0)
        return review;
    }

  return NULL;
}

/**
 * ts_review_snapshot_get_me:
 * @self: a review
 *
 * Returns: (transfer none) (nullable): the reader as a reviewer
 */
const TsReviewer *
ts_review_snapshot_get_me (const TsReviewSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sight->reader != NULL ? ts_review_sight_find (self->sight, self->sight->reader) : NULL;
}

gboolean
ts_review_snapshot_lets_in (const TsReviewSnapshot *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return ts_sight_lets_in (&self->sight->sight);
}
