/* ts-review-sight.c — who scores an assessment, and what one of them may see
 *
 * The rule itself is core/ts-sight.c; this looks up what it needs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-review-sight.h"

#include "core/ts-panel-role.h"
#include "core/ts-person.h"
#include "core/ts-seal.h"
#include "model/ts-workplace.h"
#include "store/ts-reader.h"

static void
member_free (gpointer data)
{
  TsReviewMember *member = data;

  g_free (member->name);
  g_free (member->person_id);
  g_free (member->role);
  ts_row_unref (member->panel);
  g_free (member);
}

void
ts_review_sight_free (TsReviewSight *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->members);
  g_hash_table_unref (self->seals);
  g_clear_pointer (&self->opening, ts_row_unref);
  g_array_unref (self->reviewers);
  g_ptr_array_unref (self->names);
  g_free (self->reader);
  g_free (self);
}

static TsReviewer *
get_reviewer (TsReviewSight *self,
              const char    *name)
{
  TsReviewer reviewer = { 0 };

  for (guint i = 0; i < self->reviewers->len; i++)
    {
      TsReviewer *known = &g_array_index (self->reviewers, TsReviewer, i);

      if (g_str_equal (known->assessor, name))
        return known;
    }

  g_ptr_array_add (self->names, g_strdup (name));
  reviewer.assessor = g_ptr_array_index (self->names, self->names->len - 1);
  g_array_append_val (self->reviewers, reviewer);

  return &g_array_index (self->reviewers, TsReviewer, self->reviewers->len - 1);
}

static gboolean
read_panel (TsWorkplace    *workplace,
            TsReviewSight  *self,
            const char     *panel_id,
            GError        **error)
{
  g_autoptr (TsRow) panel = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PANEL, panel_id, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (panel == NULL)
    return FALSE;

  rows = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PANEL_MEMBER, TS_PANEL_MEMBER_PANEL, panel_id, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const TsRow *row = g_ptr_array_index (rows, i);
      const char *person_id = ts_row_get_text (row, TS_PANEL_MEMBER_PERSON);
      g_autoptr (TsRow) person = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PERSON, person_id, error);
      TsReviewMember *member;

      if (person == NULL)
        return FALSE;

      member = g_new (TsReviewMember, 1);
      *member = (TsReviewMember) {
        g_strdup (ts_row_get_text (person, TS_PERSON_NAME)),
        g_strdup (person_id),
        g_strdup (ts_row_get_text (row, TS_PANEL_MEMBER_ROLE)),
        ts_row_ref (panel),
      };
      g_ptr_array_add (self->members, member);
      get_reviewer (self, member->name)->is_member |= ts_panel_role_scores (member->role);
    }

  return TRUE;
}

static gboolean
read_members (TsWorkplace    *workplace,
              TsReviewSight  *self,
              const char     *assessment_id,
              GError        **error)
{
  g_autoptr (GPtrArray) assigned = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PANEL_ASSESSMENT,
                                                          TS_PANEL_ASSESSMENT_ASSESSMENT, assessment_id, error);

  if (assigned == NULL)
    return FALSE;

  for (guint i = 0; i < assigned->len; i++)
    {
      if (!read_panel (workplace, self, ts_row_get_text (g_ptr_array_index (assigned, i), TS_PANEL_ASSESSMENT_PANEL), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_seals (TsWorkplace    *workplace,
            TsReviewSight  *self,
            const char     *assessment_id,
            GError        **error)
{
  g_autoptr (GPtrArray) seals = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_REVIEW_SEAL, TS_REVIEW_SEAL_ASSESSMENT, assessment_id, error);

  for (guint i = 0; seals != NULL && i < seals->len; i++)
    {
      TsRow *seal = g_ptr_array_index (seals, i);
      TsReviewer *reviewer = get_reviewer (self, ts_row_get_text (seal, TS_REVIEW_SEAL_ASSESSOR));

      g_hash_table_insert (self->seals, (char *) reviewer->assessor, ts_row_ref (seal));
    }

  return seals != NULL;
}

/* Whether somebody has scored can be told only where everything is seen, which is in the store. */
static gboolean
read_reviewers (TsWorkplace    *workplace,
                TsReviewSight  *self,
                const char     *assessment_id,
                GError        **error)
{
  g_autoptr (TsReviewState) state = ts_workbook_read_review_state (workplace->workbook, assessment_id, error);
  const TsSight *sight;

  if (state == NULL)
    return FALSE;

  sight = ts_review_state_get_sight (state);

  for (guint i = 0; i < sight->n_reviewers; i++)
    {
      TsReviewer *reviewer = get_reviewer (self, sight->reviewers[i].assessor);
      const char *name = reviewer->assessor;

      *reviewer = sight->reviewers[i];
      reviewer->assessor = name;
    }

  self->sight.opened_early = sight->opened_early;
  self->sight.is_published = sight->is_published;

  return TRUE;
}

/**
 * ts_review_sight_read:
 * @workplace: a workbook's thread
 * @assessment: an assessment's row
 * @reader: (nullable): who reads, or %NULL for nobody in particular
 * @error: where to put why it could not be read
 *
 * Returns: (transfer full): who scores the assessment, and what the reader may see
 */
TsReviewSight *
ts_review_sight_read (TsWorkplace  *workplace,
                      TsRow        *assessment,
                      const char   *reader,
                      GError      **error)
{
  g_autoptr (TsReviewSight) self = g_new0 (TsReviewSight, 1);
  const char *assessment_id = ts_row_get_id (assessment);
  g_autofree char *opening_id = ts_opening_row_id (assessment_id);

  self->members = g_ptr_array_new_with_free_func (member_free);
  self->seals = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ts_row_unref);
  self->reviewers = g_array_new (FALSE, TRUE, sizeof (TsReviewer));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->reader = g_strdup (reader);

  /* A reader who is on no panel can have a conflict too. */
  if (reader != NULL)
    get_reviewer (self, reader);

  if (!read_members (workplace, self, assessment_id, error) || !read_seals (workplace, self, assessment_id, error) ||
      !ts_workplace_read_optional_row (workplace, TS_ENTITY_REVIEW_OPENING, opening_id, &self->opening, error) ||
      !read_reviewers (workplace, self, assessment_id, error))
    return NULL;

  self->sight.reader = self->reader;
  self->sight.reviewers = (const TsReviewer *) (void *) self->reviewers->data;
  self->sight.n_reviewers = self->reviewers->len;

  return g_steal_pointer (&self);
}

/**
 * ts_review_sight_find:
 * @self: who scores an assessment
 * @assessor: somebody's name
 *
 * Returns: (transfer none) (nullable): what is known of them as a reviewer
 */
const TsReviewer *
ts_review_sight_find (const TsReviewSight *self,
                      const char          *assessor)
{
  g_return_val_if_fail (self != NULL && assessor != NULL, NULL);

  for (guint i = 0; i < self->sight.n_reviewers; i++)
    {
      if (g_str_equal (self->sight.reviewers[i].assessor, assessor))
        return &self->sight.reviewers[i];
    }

  return NULL;
}

/**
 * ts_review_sight_find_member:
 * @self: who scores an assessment
 * @name: somebody's name
 *
 * Returns: (transfer none) (nullable): their first seat on a panel that has it
 */
const TsReviewMember *
ts_review_sight_find_member (const TsReviewSight *self,
                             const char          *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  for (guint i = 0; i < self->members->len; i++)
    {
      const TsReviewMember *member = g_ptr_array_index (self->members, i);

      if (g_str_equal (member->name, name))
        return member;
    }

  return NULL;
}

gboolean
ts_review_sight_is_chair (const TsReviewSight *self,
                          const char          *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  for (guint i = 0; i < self->members->len; i++)
    {
      const TsReviewMember *member = g_ptr_array_index (self->members, i);

      if (g_str_equal (member->name, name) && g_str_equal (member->role, TS_PANEL_ROLE_CHAIR))
        return TRUE;
    }

  return FALSE;
}
