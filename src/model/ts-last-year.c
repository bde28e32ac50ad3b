/* ts-last-year.c — what there is to carry forward to an assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-last-year.h"

#include "exchange/ts-crosswalk-library.h"
#include "model/ts-past.h"
#include "model/ts-workplace.h"

void
ts_last_year_free (TsLastYear *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->material.ratings, g_ptr_array_unref);
  g_clear_pointer (&self->material.targets, g_ptr_array_unref);
  g_clear_pointer (&self->material.links, g_ptr_array_unref);
  g_clear_pointer (&self->material.previous_ratings, g_ptr_array_unref);
  g_clear_pointer (&self->material.previous_targets, g_ptr_array_unref);
  g_clear_pointer (&self->material.previous_links, g_ptr_array_unref);
  g_clear_pointer (&self->crosswalk, ts_crosswalk_unref);
  g_clear_pointer (&self->framework, ts_framework_unref);
  g_free (self);
}

static gboolean
read_rows (TsWorkplace  *workplace,
           const char   *assessment_id,
           gint64        as_of,
           GPtrArray   **ratings,
           GPtrArray   **targets,
           GPtrArray   **links,
           GError      **error)
{
  *ratings = ts_past_read_rows (workplace, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, assessment_id, as_of, error);

  if (*ratings == NULL)
    return FALSE;

  *targets = ts_past_read_rows (workplace, TS_ENTITY_TARGET, TS_TARGET_ASSESSMENT, assessment_id, as_of, error);

  if (*targets == NULL)
    return FALSE;

  *links = ts_past_read_rows (workplace, TS_ENTITY_EVIDENCE_LINK, TS_EVIDENCE_LINK_ASSESSMENT, assessment_id, as_of, error);

  return *links != NULL;
}

/* One that was begun later was not there then. */
static gboolean
find_previous (TsWorkplace  *workplace,
               TsRow        *assessment,
               gint64        as_of,
               TsRow       **previous,
               GError      **error)
{
  g_autoptr (GPtrArray) siblings = NULL;
  gint64 year = ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR) - 1;

  siblings = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_ORGANISATION,
                                    ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION), error);

  if (siblings == NULL)
    return FALSE;

  for (guint i = 0; i < siblings->len && *previous == NULL; i++)
    {
      TsRow *sibling = g_ptr_array_index (siblings, i);
      GError *failure = NULL;

      if (ts_row_get_integer (sibling, TS_ASSESSMENT_YEAR) != year)
        continue;

      *previous = ts_past_read_optional_row (workplace, TS_ENTITY_ASSESSMENT, ts_row_get_id (sibling), as_of, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * ts_last_year_read:
 * @workplace: a workbook's thread
 * @assessment: an assessment's row, which the workbook need not have yet; it must live as long as what is returned
 * @framework: its framework; the same holds for it
 * @as_of: the change after which both are wanted as they stood, or 0 for now
 * @error: where to put why it could not be read
 *
 * Returns: (transfer full): the assessment of the year before, if there is one; of several frameworks, the first
 */
TsLastYear *
ts_last_year_read (TsWorkplace  *workplace,
                   TsRow        *assessment,
                   TsFramework  *framework,
                   gint64        as_of,
                   GError      **error)
{
  g_autoptr (TsLastYear) self = g_new0 (TsLastYear, 1);
  TsCarryMaterial *material = &self->material;
  g_autoptr (TsRow) sibling = NULL;
  g_autoptr (TsRow) previous = NULL;

  if (!find_previous (workplace, assessment, as_of, &sibling, error))
    return NULL;

  if (sibling == NULL)
    return g_steal_pointer (&self);

  if (!ts_workplace_read_assessment (workplace, ts_row_get_id (sibling), &previous, &self->framework, error) ||
      !read_rows (workplace, ts_row_get_id (assessment), as_of, &material->ratings, &material->targets, &material->links, error) ||
      !read_rows (workplace, ts_row_get_id (sibling), as_of, &material->previous_ratings, &material->previous_targets,
                  &material->previous_links, error))
    return NULL;

  self->found = TRUE;
  self->crosswalk = ts_crosswalk_library_get (self->framework, framework);
  material->assessment = assessment;
  material->framework = framework;
  material->previous_framework = self->framework;
  material->previous_year = (int) ts_row_get_integer (sibling, TS_ASSESSMENT_YEAR);
  material->crosswalk = self->crosswalk;

  return g_steal_pointer (&self);
}
