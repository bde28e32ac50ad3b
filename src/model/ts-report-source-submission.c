/* ts-report-source-submission.c — an organisation's submission out of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-report-source.h"

#include "chart/ts-gaps-data.h"
#include "chart/ts-outcome-data.h"
#include "chart/ts-radar-data.h"
#include "core/ts-outcome-lock.h"
#include "core/ts-outcome.h"
#include "core/ts-year.h"
#include "model/ts-assessment-snapshot.h"
#include "model/ts-gaps-source.h"
#include "model/ts-outcome-source.h"
#include "model/ts-past.h"
#include "model/ts-radar-source.h"
#include "model/ts-standing.h"
#include "report/ts-report-submission.h"

typedef struct
{
  TsAssessmentSnapshot *snapshot;
  TsStanding *standing;
  GPtrArray *links;
  GPtrArray *outcomes;
  GPtrArray *values;
  GPtrArray *outcome_charts;
  TsChart *radar;
  TsChart *gaps;
  char *year_label;
  char *previous_year_label;
  char *moment;
  char *name;
} Material;

static void
material_clear (Material *material)
{
  g_clear_pointer (&material->snapshot, ts_assessment_snapshot_free);
  g_clear_pointer (&material->standing, ts_standing_free);
  g_clear_pointer (&material->links, g_ptr_array_unref);
  g_clear_pointer (&material->outcomes, g_ptr_array_unref);
  g_clear_pointer (&material->values, g_ptr_array_unref);
  g_clear_pointer (&material->outcome_charts, g_ptr_array_unref);
  g_clear_pointer (&material->radar, ts_chart_unref);
  g_clear_pointer (&material->gaps, ts_chart_unref);
  g_free (material->year_label);
  g_free (material->previous_year_label);
  g_free (material->moment);
  g_free (material->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Material, material_clear)

/* As the evidence stands, by title, and each with its criteria as people count. */
static GPtrArray *
list_links (TsAssessmentSnapshot *snapshot)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);

  for (guint i = 0; i < snapshot->evidence->len; i++)
    {
      g_autoptr (GPtrArray) of_evidence =
        ts_assessment_snapshot_list_links (snapshot, ts_row_get_id (g_ptr_array_index (snapshot->evidence, i)));

      for (guint j = 0; j < of_evidence->len; j++)
        g_ptr_array_add (links, ts_row_ref (g_ptr_array_index (of_evidence, j)));
    }

  return links;
}

static gboolean
read_outcomes (TsWorkplace  *workplace,
               const TsRow  *assessment,
               gint64        as_of,
               Material     *material,
               GError      **error)
{
  const char *organisation = ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION);
  int year = (int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR);

  material->outcomes = ts_past_read_rows (workplace, TS_ENTITY_OUTCOME, TS_OUTCOME_ORGANISATION, organisation, as_of, error);

  if (material->outcomes == NULL)
    return FALSE;

  material->values = ts_past_read_rows (workplace, TS_ENTITY_OUTCOME_VALUE, TS_OUTCOME_VALUE_ORGANISATION, organisation, as_of, error);

  if (material->values == NULL)
    return FALSE;

  for (guint i = material->outcomes->len; i > 0; i--)
    {
      if (!ts_outcome_covers (g_ptr_array_index (material->outcomes, i - 1), year))
        g_ptr_array_remove_index (material->outcomes, i - 1);
    }

  ts_outcome_sort (material->outcomes);

  return TRUE;
}

static void
make_outcome_charts (Material *material)
{
  material->outcome_charts = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_chart_unref);

  for (guint i = 0; i < material->outcomes->len; i++)
    {
      const TsRow *outcome = g_ptr_array_index (material->outcomes, i);
      g_autoptr (GPtrArray) values = g_ptr_array_new ();
      g_autoptr (TsOutcomeData) data = NULL;

      for (guint j = 0; j < material->values->len; j++)
        {
          TsRow *value = g_ptr_array_index (material->values, j);

          if (g_strcmp0 (ts_row_get_text (value, TS_OUTCOME_VALUE_OUTCOME), ts_row_get_id (outcome)) == 0)
            g_ptr_array_add (values, value);
        }

      data = ts_outcome_source_build (outcome, values);
      g_ptr_array_add (material->outcome_charts, ts_chart_new_outcome (data));
    }
}

static void
make_charts (Material *material)
{
  TsAssessmentState *state = material->standing->state;
  int year = (int) ts_row_get_integer (ts_assessment_state_get_assessment (state), TS_ASSESSMENT_YEAR);
  const TsSection *section = ts_radar_source_find_section (ts_assessment_state_get_framework (state));
  const char *organisation = material->snapshot->organisation_name;
  g_autoptr (TsRadarData) radar = NULL;
  g_autoptr (TsGapsData) gaps = NULL;

  make_outcome_charts (material);

  if (section == NULL)
    return;

  radar = ts_radar_source_build (state, section, TS_LAYER_SELF, organisation, material->year_label, material->previous_year_label);
  gaps = ts_gaps_source_build (state, section, TS_GAP_SCOPE_GROUPS, year, organisation, material->year_label);
  material->radar = ts_chart_new_radar (radar);
  material->gaps = ts_chart_new_gaps (gaps);
}

static gboolean
read_material (TsWorkplace  *workplace,
               const char   *assessment_id,
               gint64        as_of,
               Material     *material,
               GError      **error)
{
  const TsRow *assessment;
  int year;

  material->snapshot = ts_assessment_snapshot_read (workplace, assessment_id, as_of, error);

  if (material->snapshot == NULL)
    return FALSE;

  material->standing = ts_standing_read (workplace, assessment_id, as_of, error);

  if (material->standing == NULL)
    return FALSE;

  assessment = ts_assessment_state_get_assessment (material->standing->state);
  year = (int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR);
  material->year_label = ts_year_format (year);
  material->previous_year_label = ts_year_format (year - 1);
  material->links = list_links (material->snapshot);
  material->name = ts_report_source_get_name (workplace);
  material->moment = ts_report_source_read_moment (workplace, as_of, error);

  if (material->moment == NULL || !read_outcomes (workplace, assessment, as_of, material, error))
    return FALSE;

  make_charts (material);

  return TRUE;
}

/**
 * ts_report_source_read_submission:
 * @workplace: a workbook's thread
 * @assessment_id: an assessment's row id
 * @as_of: the change after which it is wanted as it stood, or 0 for now
 * @error: where to put why it could not be read
 *
 * Returns: (transfer full): the submission as a document
 */
TsReport *
ts_report_source_read_submission (TsWorkplace  *workplace,
                                  const char   *assessment_id,
                                  gint64        as_of,
                                  GError      **error)
{
  g_auto (Material) material = { 0 };
  TsSubmissionFacts facts;

  g_return_val_if_fail (workplace != NULL && assessment_id != NULL, NULL);

  if (!ts_report_source_check_sight (workplace, assessment_id, error) || !read_material (workplace, assessment_id, as_of, &material, error))
    return NULL;

  facts = (TsSubmissionFacts) {
    .organisation = material.snapshot->organisation_name,
    .organisation_code = material.snapshot->organisation_code,
    .year_label = material.year_label,
    .previous_year_label = material.previous_year_label,
    .state = material.standing->state,
    .links = material.links,
    .evidence = material.snapshot->evidence,
    .outcomes = material.outcomes,
    .values = material.values,
    .sign_offs = material.standing->sign_offs,
    .outcome_charts = material.outcome_charts,
    .radar = material.radar,
    .gaps = material.gaps,
    .hash = material.standing->hash,
    .source = material.name,
    .made = material.moment,
  };

  return ts_report_submission (&facts);
}
