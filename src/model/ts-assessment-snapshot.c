/* ts-assessment-snapshot.c — one assessment as it was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-assessment-snapshot.h"

#include "core/ts-date.h"
#include "core/ts-organisation-name.h"
#include "core/ts-year.h"
#include "model/ts-last-year.h"
#include "model/ts-past.h"
#include "model/ts-workplace.h"
#include "store/ts-as-it-stood.h"
#include "store/ts-reader.h"

void
ts_assessment_snapshot_free (TsAssessmentSnapshot *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->state, ts_assessment_state_unref);
  g_clear_pointer (&self->crosswalk, ts_crosswalk_unref);
  g_clear_pointer (&self->previous_framework, ts_framework_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->links_of, g_hash_table_unref);
  g_free (self->organisation_code);
  g_free (self->organisation_name);
  g_free (self);
}

/* A framework never changes. */
static gboolean
read_assessment (TsWorkplace  *workplace,
                 const char   *assessment_id,
                 gint64        as_of,
                 TsRow       **assessment,
                 TsFramework **framework,
                 GError      **error)
{
  TsRow *then;

  if (!ts_workplace_read_assessment (workplace, assessment_id, assessment, framework, error))
    return FALSE;

  if (as_of == 0)
    return TRUE;

  then = ts_past_read_row (workplace, TS_ENTITY_ASSESSMENT, assessment_id, as_of, error);
  ts_row_unref (*assessment);
  *assessment = then;

  return then != NULL;
}

static gboolean
read_organisation (TsWorkplace           *workplace,
                   TsAssessmentSnapshot  *self,
                   TsRow                 *assessment,
                   gint64                 as_of,
                   GError               **error)
{
  const char *organisation_id = ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION);
  g_autoptr (TsRow) organisation = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *day = NULL;
  const char *name;
  GDate first;
  GDate last;

  organisation = ts_past_read_row (workplace, TS_ENTITY_ORGANISATION, organisation_id, as_of, error);

  if (organisation == NULL)
    return FALSE;

  names = ts_past_read_rows (workplace, TS_ENTITY_ORGANISATION_NAME, TS_ORGANISATION_NAME_ORGANISATION, organisation_id, as_of, error);

  if (names == NULL)
    return FALSE;

  ts_year_get_dates ((int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR), &first, &last);
  day = ts_date_format (&last);
  name = ts_organisation_name_on (names, organisation_id, day);

  self->organisation_code = g_strdup (ts_row_get_text (organisation, TS_ORGANISATION_CODE));
  self->organisation_name = g_strdup (name != NULL ? name : self->organisation_code);

  return TRUE;
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const TsRow *first = *(const TsRow *const *) a;
  const TsRow *second = *(const TsRow *const *) b;
  int order = g_utf8_collate (ts_row_get_text (first, TS_EVIDENCE_TITLE), ts_row_get_text (second, TS_EVIDENCE_TITLE));

  return order != 0 ? order : g_strcmp0 (ts_row_get_id (first), ts_row_get_id (second));
}

/* As people count: 2a before 10a. */
static int
compare_nodes (gconstpointer a,
               gconstpointer b)
{
  const char *first = ts_row_get_text (*(const TsRow *const *) a, TS_EVIDENCE_LINK_NODE);
  const char *second = ts_row_get_text (*(const TsRow *const *) b, TS_EVIDENCE_LINK_NODE);
  gint64 first_number = g_ascii_strtoll (first, NULL, 10);
  gint64 second_number = g_ascii_strtoll (second, NULL, 10);

  if (first_number != second_number)
    return first_number < second_number ? -1 : 1;

  return g_strcmp0 (first, second);
}

static void
sort_out_links (TsAssessmentSnapshot *self,
                GPtrArray            *links)
{
  self->links_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < links->len; i++)
    {
      TsRow *link = g_ptr_array_index (links, i);
      const char *evidence_id = ts_row_get_text (link, TS_EVIDENCE_LINK_EVIDENCE);
      GPtrArray *of_evidence = g_hash_table_lookup (self->links_of, evidence_id);

      if (of_evidence == NULL)
        {
          of_evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
          g_hash_table_insert (self->links_of, g_strdup (evidence_id), of_evidence);
        }

      g_ptr_array_add (of_evidence, ts_row_ref (link));
    }
}

/* Where there is a year before, both years have been read. */
static gboolean
read_levels (TsWorkplace       *workplace,
             const TsLastYear  *last_year,
             const char        *assessment_id,
             gint64             as_of,
             GPtrArray        **ratings,
             GPtrArray        **targets,
             GPtrArray        **links,
             GError           **error)
{
  if (last_year->found)
    {
      *ratings = g_ptr_array_ref (last_year->material.ratings);
      *targets = g_ptr_array_ref (last_year->material.targets);
      *links = g_ptr_array_ref (last_year->material.links);
      return TRUE;
    }

  *ratings = ts_past_read_rows (workplace, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, assessment_id, as_of, error);

  if (*ratings == NULL)
    return FALSE;

  *targets = ts_past_read_rows (workplace, TS_ENTITY_TARGET, TS_TARGET_ASSESSMENT, assessment_id, as_of, error);

  if (*targets == NULL)
    return FALSE;

  *links = ts_past_read_rows (workplace, TS_ENTITY_EVIDENCE_LINK, TS_EVIDENCE_LINK_ASSESSMENT, assessment_id, as_of, error);

  return *links != NULL;
}

/**
 * ts_assessment_snapshot_read:
 * @workplace: a workbook's thread
 * @assessment_id: an assessment's row id
 * @as_of: the change after which it is wanted as it stood, or 0 for now
 * @error: where to put why it could not be read
 *
 * Returns: (transfer full): the assessment
 */
TsAssessmentSnapshot *
ts_assessment_snapshot_read (TsWorkplace  *workplace,
                             const char   *assessment_id,
                             gint64        as_of,
                             GError      **error)
{
  g_autoptr (TsAssessmentSnapshot) self = g_new0 (TsAssessmentSnapshot, 1);
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsLastYear) last_year = NULL;
  g_autoptr (TsReviewState) review = NULL;
  g_autoptr (GPtrArray) ratings = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GPtrArray) links = NULL;

  if (!read_assessment (workplace, assessment_id, as_of, &assessment, &framework, error) ||
      !read_organisation (workplace, self, assessment, as_of, error) ||
      !ts_workbook_read_moment (workplace->workbook, as_of, &self->as_of_at, error))
    return NULL;

  last_year = ts_last_year_read (workplace, assessment, framework, as_of, error);

  if (last_year == NULL)
    return NULL;

  self->as_of = as_of;
  review = ts_workbook_read_review_state (workplace->workbook, assessment_id, error);

  if (review == NULL)
    return NULL;

  self->is_closed = !ts_sight_lets_in (ts_review_state_get_sight (review));

  if (!read_levels (workplace, last_year, assessment_id, as_of, &ratings, &targets, &links, error))
    return NULL;

  self->evidence = ts_past_read_rows (workplace, TS_ENTITY_EVIDENCE, TS_EVIDENCE_ORGANISATION,
                                      ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION), as_of, error);

  if (self->evidence == NULL)
    return NULL;

  g_ptr_array_sort (self->evidence, compare_titles);
  g_ptr_array_sort (links, compare_nodes);
  sort_out_links (self, links);
  self->state = ts_assessment_state_new_with_evidence (framework, assessment, TS_LAYER_SELF, ratings, targets, links, self->evidence,
                                                       last_year->framework, last_year->material.previous_ratings);

  if (last_year->found)
    {
      self->carry_plan = ts_carry_plan (&last_year->material);
      self->crosswalk = ts_crosswalk_ref (last_year->crosswalk);
      self->previous_framework = ts_framework_ref (last_year->framework);
    }

  return g_steal_pointer (&self);
}

/**
 * ts_assessment_snapshot_list_links:
 * @self: an assessment as it was read
 * @evidence_id: an item's row id
 *
 * Returns: (transfer full) (element-type TsRow): the item's links to the assessment, in the order of the criteria
 */
GPtrArray *
ts_assessment_snapshot_list_links (TsAssessmentSnapshot *self,
                                   const char           *evidence_id)
{
  GPtrArray *links = g_hash_table_lookup (self->links_of, evidence_id);

  return links != NULL ? g_ptr_array_ref (links) : g_ptr_array_new ();
}
