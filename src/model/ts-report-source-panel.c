/* ts-report-source-panel.c — a panel's report out of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-report-source.h"

#include "chart/ts-radar-data.h"
#include "core/ts-panel-role.h"
#include "core/ts-report-section.h"
#include "core/ts-year.h"
#include "model/ts-assessment-snapshot.h"
#include "model/ts-compare-charts.h"
#include "model/ts-past.h"
#include "model/ts-radar-source.h"
#include "report/ts-report-panel.h"
#include "report/ts-report-pdf.h"

#include <glib/gi18n-lib.h>

G_STATIC_ASSERT (TS_PANEL_N_RECOMMENDATIONS == TS_REPORT_SECTION_N_RECOMMENDATIONS);

typedef struct
{
  TsAssessmentSnapshot *snapshot;
  TsAssessmentState *panel;
  TsLayer layer;
  TsChart *radar;
  TsChart *dumbbell;
  char *year_label;
  char *moment;
  char *name;
  TsRow *panel_row; /* or NULL */
  GPtrArray *members;
  char *recommendations[TS_PANEL_N_RECOMMENDATIONS];
  char *impression;
  char *potential;
  GHashTable *commentary;
  GHashTable *differences;
} Material;

static void
material_clear (Material *material)
{
  g_clear_pointer (&material->snapshot, ts_assessment_snapshot_free);
  g_clear_pointer (&material->panel, ts_assessment_state_unref);
  g_clear_pointer (&material->radar, ts_chart_unref);
  g_clear_pointer (&material->dumbbell, ts_chart_unref);
  g_free (material->year_label);
  g_free (material->moment);
  g_free (material->name);
  g_clear_pointer (&material->panel_row, ts_row_unref);
  g_clear_pointer (&material->members, g_ptr_array_unref);
  g_free (material->impression);
  g_free (material->potential);
  g_clear_pointer (&material->commentary, g_hash_table_unref);
  g_clear_pointer (&material->differences, g_hash_table_unref);

  for (guint i = 0; i < TS_PANEL_N_RECOMMENDATIONS; i++)
    g_free (material->recommendations[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Material, material_clear)

/* The final levels as soon as there are any, else the panel's. */
static gboolean
find_layer (GPtrArray *ratings,
            TsLayer   *layer)
{
  gboolean found = FALSE;

  for (guint i = 0; i < ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (ratings, i);
      TsLayer of_rating;

      if (!ts_row_has (rating, TS_RATING_LEVEL) || !ts_layer_from_name (ts_row_get_text (rating, TS_RATING_LAYER), &of_rating) ||
          of_rating < TS_LAYER_PANEL)
        continue;

      if (!found || of_rating > *layer)
        *layer = of_rating;

      found = TRUE;
    }

  return found;
}

static gboolean
read_panel (TsWorkplace  *workplace,
            const char   *assessment_id,
            Material     *material,
            GError      **error)
{
  TsFramework *framework = ts_assessment_state_get_framework (material->snapshot->state);
  TsRow *assessment = ts_assessment_state_get_assessment (material->snapshot->state);
  g_autoptr (GPtrArray) ratings = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, assessment_id, error);
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (ratings == NULL)
    return FALSE;

  if (!find_layer (ratings, &material->layer))
    {
      g_set_error (error, TS_REPORT_ERROR, TS_REPORT_ERROR_NOTHING, _("No panel has set a level for %s in %s, so there is nothing to report yet."),
                   material->snapshot->organisation_name, material->year_label);
      return FALSE;
    }

  targets = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_TARGET, TS_TARGET_ASSESSMENT, assessment_id, error);

  if (targets == NULL)
    return FALSE;

  material->panel = ts_assessment_state_new (framework, assessment, material->layer, ratings, targets, none, NULL, NULL);

  return TRUE;
}

/* Self and panel side by side, as Compare shows them. */
static gboolean
read_dumbbell (TsWorkplace  *workplace,
               Material     *material,
               GError      **error)
{
  const TsRow *assessment = ts_assessment_state_get_assessment (material->panel);
  int year = (int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR);
  const char *organisations[] = { material->snapshot->organisation_code, NULL };
  const char *frameworks[] = { ts_framework_get_id (ts_assessment_state_get_framework (material->panel)), NULL };
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();
  g_autoptr (TsCompareView) view = ts_compare_view_new ();
  g_autoptr (TsComparison) comparison = NULL;
  g_autoptr (GError) failure = NULL;

  ts_compare_filter_set_texts (&filter->organisations, organisations);
  ts_compare_filter_set_texts (&filter->frameworks, frameworks);
  ts_compare_filter_set_years (filter, &year, 1);
  filter->layer = material->layer;
  ts_compare_view_set (&view->organisation, material->snapshot->organisation_code);
  comparison = ts_comparison_read (workplace->workbook, workplace->frameworks, filter,
                                   ts_compare_chart_get_needs (TS_COMPARE_CHART_DUMBBELL, filter, view), error);

  if (comparison == NULL)
    return FALSE;

  /* Without it the report says the same in its table. */
  material->dumbbell = ts_compare_charts_make (TS_COMPARE_CHART_DUMBBELL, comparison, filter, view, &failure);

  if (failure != NULL)
    g_debug ("no chart of self and panel: %s", failure->message);

  return TRUE;
}

static void
make_radar (Material *material)
{
  const TsSection *section = ts_radar_source_find_section (ts_assessment_state_get_framework (material->panel));
  int year = (int) ts_row_get_integer (ts_assessment_state_get_assessment (material->panel), TS_ASSESSMENT_YEAR);
  g_autofree char *previous = ts_year_format (year - 1);
  g_autoptr (TsRadarData) data = NULL;

  if (section == NULL)
    return;

  data = ts_radar_source_build (material->panel, section, material->layer, material->snapshot->organisation_name, material->year_label, previous);
  material->radar = ts_chart_new_radar (data);
}

/* What was written */

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
set_text (char       **text,
          const char  *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
take_text (Material    *material,
           const TsRow *row)
{
  const char *section = ts_row_get_text (row, TS_REPORT_TEXT_SECTION);
  const char *body = ts_row_get_text (row, TS_REPORT_TEXT_BODY);
  guint recommendation = ts_report_section_get_recommendation (section);

  if (g_str_equal (section, TS_REPORT_SECTION_IMPRESSION))
    set_text (&material->impression, body);
  else if (g_str_equal (section, TS_REPORT_SECTION_POTENTIAL))
    set_text (&material->potential, body);
  else if (recommendation > 0)
    set_text (&material->recommendations[recommendation - 1], body);
  else if (ts_report_section_get_commentary (section) != NULL)
    g_hash_table_insert (material->commentary, g_strdup (ts_report_section_get_commentary (section)), g_strdup (body));
  else if (ts_report_section_get_difference (section) != NULL)
    g_hash_table_insert (material->differences, g_strdup (ts_report_section_get_difference (section)), g_strdup (body));
}

static gboolean
read_texts (TsWorkplace  *workplace,
            const char   *assessment_id,
            Material     *material,
            GError      **error)
{
  g_autoptr (GPtrArray) texts =
    ts_workbook_read_rows (workplace->workbook, TS_ENTITY_REPORT_TEXT, TS_REPORT_TEXT_ASSESSMENT, assessment_id, error);

  if (texts == NULL)
    return FALSE;

  material->commentary = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  material->differences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < texts->len; i++)
    take_text (material, g_ptr_array_index (texts, i));

  return TRUE;
}

/* The panel that looked at the assessment, and who sat on it: "Ada Example, chair". */
static gboolean
read_members (TsWorkplace  *workplace,
              Material     *material,
              GError      **error)
{
  g_autoptr (GPtrArray) members = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PANEL_MEMBER, TS_PANEL_MEMBER_PANEL,
                                                         ts_row_get_id (material->panel_row), error);

  if (members == NULL)
    return FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      const TsRow *member = g_ptr_array_index (members, i);
      const char *role = ts_row_get_text (member, TS_PANEL_MEMBER_ROLE);
      g_autoptr (TsRow) person = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PERSON, ts_row_get_text (member, TS_PANEL_MEMBER_PERSON), error);
      const char *title;

      if (person == NULL)
        return FALSE;

      title = ts_panel_role_is_valid (role) ? ts_panel_role_get_title (role) : role;
      /* Translators: a member of a panel, and the role */
      g_ptr_array_add (material->members, g_strdup_printf (_("%s, %s"), ts_row_get_text (person, TS_PERSON_NAME), title));
    }

  g_ptr_array_sort (material->members, (GCompareFunc) compare_texts);

  return TRUE;
}

static gboolean
read_sitting (TsWorkplace  *workplace,
              const char   *assessment_id,
              Material     *material,
              GError      **error)
{
  g_autoptr (GPtrArray) assigned = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PANEL_ASSESSMENT, TS_PANEL_ASSESSMENT_ASSESSMENT,
                                                          assessment_id, error);

  material->members = g_ptr_array_new_with_free_func (g_free);

  if (assigned == NULL)
    return FALSE;

  if (assigned->len > 0)
    {
      material->panel_row = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PANEL,
                                                  ts_row_get_text (g_ptr_array_index (assigned, 0), TS_PANEL_ASSESSMENT_PANEL), error);

      if (material->panel_row == NULL || !read_members (workplace, material, error))
        return FALSE;
    }

  g_ptr_array_add (material->members, NULL);

  return TRUE;
}

static gboolean
read_material (TsWorkplace  *workplace,
               const char   *assessment_id,
               Material     *material,
               GError      **error)
{
  material->snapshot = ts_assessment_snapshot_read (workplace, assessment_id, 0, error);

  if (material->snapshot == NULL)
    return FALSE;

  material->year_label =
    ts_year_format ((int) ts_row_get_integer (ts_assessment_state_get_assessment (material->snapshot->state), TS_ASSESSMENT_YEAR));
  material->name = ts_report_source_get_name (workplace);
  material->moment = ts_report_source_read_moment (workplace, 0, error);

  if (material->moment == NULL || !read_panel (workplace, assessment_id, material, error) ||
      !read_dumbbell (workplace, material, error) || !read_texts (workplace, assessment_id, material, error) ||
      !read_sitting (workplace, assessment_id, material, error))
    return FALSE;

  make_radar (material);

  return TRUE;
}

/**
 * ts_report_source_read_panel:
 * @workplace: a workbook's thread
 * @assessment_id: an assessment's row id
 * @error: where to put why it could not be read, or %TS_REPORT_ERROR_NOTHING where no panel has set a level
 *
 * Returns: (transfer full): the panel's report as a document
 */
TsReport *
ts_report_source_read_panel (TsWorkplace  *workplace,
                             const char   *assessment_id,
                             GError      **error)
{
  g_auto (Material) material = { 0 };
  TsPanelFacts facts;

  g_return_val_if_fail (workplace != NULL && assessment_id != NULL, NULL);

  if (!ts_report_source_check_sight (workplace, assessment_id, error) || !read_material (workplace, assessment_id, &material, error))
    return NULL;

  facts = (TsPanelFacts) {
    .organisation = material.snapshot->organisation_name,
    .organisation_code = material.snapshot->organisation_code,
    .year_label = material.year_label,
    .self = material.snapshot->state,
    .panel = material.panel,
    .layer = material.layer,
    .panel_name = material.panel_row != NULL ? ts_row_get_text (material.panel_row, TS_PANEL_TITLE) : NULL,
    .day = material.panel_row != NULL ? ts_row_get_text (material.panel_row, TS_PANEL_DAY) : NULL,
    .members = material.members->len > 1 ? (char **) material.members->pdata : NULL,
    .impression = material.impression,
    .potential = material.potential,
    .commentary = material.commentary,
    .differences = material.differences,
    .radar = material.radar,
    .dumbbell = material.dumbbell,
    .source = material.name,
    .made = material.moment,
  };

  for (guint i = 0; i < TS_PANEL_N_RECOMMENDATIONS; i++)
    facts.recommendations[i] = material.recommendations[i];

  if (!ts_stage_from_name (ts_row_get_text (ts_assessment_state_get_assessment (material.panel), TS_ASSESSMENT_STAGE), &facts.stage))
    facts.stage = TS_STAGE_DRAFT;

  return ts_report_panel (&facts);
}
