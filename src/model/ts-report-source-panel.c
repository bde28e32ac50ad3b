/* ts-report-source-panel.c — a panel's report out of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-report-source.h"

#include "chart/ts-radar-data.h"
#include "core/ts-panel-role.h"
#include "core/ts-report-section.h"
#include "core/ts-review-note.h"
#include "core/ts-year.h"
#include "model/ts-assessment-snapshot.h"
#include "model/ts-compare-charts.h"
#include "model/ts-past.h"
#include "model/ts-radar-source.h"
#include "model/ts-review-snapshot.h"
#include "report/ts-report-panel.h"
#include "report/ts-report-pdf.h"
#include "store/ts-reader.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

G_STATIC_ASSERT (TS_PANEL_N_RECOMMENDATIONS == TS_REPORT_SECTION_N_RECOMMENDATIONS);

typedef struct
{
  TsAssessmentSnapshot *snapshot;
  TsReviewSnapshot *review;
  TsAssessmentState *panel;
  TsAssessmentState *final; /* or NULL */
  TsLayer layer;
  TsChart *radar;
  TsChart *dumbbell;
  char *year_label;
  char *moment;
  char *name;
  TsRow *panel_row; /* or NULL */
  char *begins;     /* or NULL */
  GPtrArray *members;
  char *recommendations[TS_PANEL_N_RECOMMENDATIONS];
  char *impression;
  char *potential;
  GHashTable *commentary;
  GHashTable *differences;
  GPtrArray *judgements;
  gboolean is_sealed;
  GArray *dissents;
  GArray *findings;
} Material;

static void
material_clear (Material *material)
{
  g_clear_pointer (&material->snapshot, ts_assessment_snapshot_free);
  g_clear_pointer (&material->review, ts_review_snapshot_free);
  g_clear_pointer (&material->panel, ts_assessment_state_unref);
  g_clear_pointer (&material->final, ts_assessment_state_unref);
  g_clear_pointer (&material->radar, ts_chart_unref);
  g_clear_pointer (&material->dumbbell, ts_chart_unref);
  g_free (material->year_label);
  g_free (material->moment);
  g_free (material->name);
  g_clear_pointer (&material->panel_row, ts_row_unref);
  g_free (material->begins);
  g_clear_pointer (&material->members, g_ptr_array_unref);
  g_free (material->impression);
  g_free (material->potential);
  g_clear_pointer (&material->commentary, g_hash_table_unref);
  g_clear_pointer (&material->differences, g_hash_table_unref);
  g_clear_pointer (&material->judgements, g_ptr_array_unref);
  g_clear_pointer (&material->dissents, g_array_unref);
  g_clear_pointer (&material->findings, g_array_unref);

  for (guint i = 0; i < TS_PANEL_N_RECOMMENDATIONS; i++)
    g_free (material->recommendations[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Material, material_clear)

static gboolean
has_layer (GPtrArray *ratings,
           TsLayer    layer)
{
  for (guint i = 0; i < ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (ratings, i);

      if (ts_row_has (rating, TS_RATING_LEVEL) && g_strcmp0 (ts_row_get_text (rating, TS_RATING_LAYER), ts_layer_get_name (layer)) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The panel's levels with the final ones beside them, or those alone where no panel's have come with them. */
static gboolean
read_panel (TsWorkplace  *workplace,
            const char   *assessment_id,
            Material     *material,
            GError      **error)
{
  TsFramework *framework = ts_assessment_state_get_framework (material->snapshot->state);
  TsRow *assessment = ts_assessment_state_get_assessment (material->snapshot->state);
  GPtrArray *ratings = material->review->ratings;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  gboolean has_panel = has_layer (ratings, TS_LAYER_PANEL);
  gboolean has_final = has_layer (ratings, TS_LAYER_FINAL);

  if (!has_panel && !has_final)
    {
      g_set_error (error, TS_REPORT_ERROR, TS_REPORT_ERROR_NOTHING, _("No panel has set a level for %s in %s, so there is nothing to report yet."),
                   material->snapshot->organisation_name, material->year_label);
      return FALSE;
    }

  targets = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_TARGET, TS_TARGET_ASSESSMENT, assessment_id, error);

  if (targets == NULL)
    return FALSE;

  material->layer = has_panel ? TS_LAYER_PANEL : TS_LAYER_FINAL;
  material->panel = ts_assessment_state_new (framework, assessment, material->layer, ratings, targets, none, NULL, NULL);

  if (has_panel && has_final)
    material->final = ts_assessment_state_new (framework, assessment, TS_LAYER_FINAL, ratings, targets, none, NULL, NULL);

  return TRUE;
}

static int
compare_assessors (gconstpointer a,
                   gconstpointer b)
{
  return g_utf8_collate (ts_row_get_text (*(TsRow *const *) a, TS_RATING_ASSESSOR), ts_row_get_text (*(TsRow *const *) b, TS_RATING_ASSESSOR));
}

static int
compare_dissents (gconstpointer a,
                  gconstpointer b)
{
  return g_utf8_collate (((const TsPanelDissent *) a)->name, ((const TsPanelDissent *) b)->name);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  return g_utf8_collate (((const TsPanelFinding *) a)->evidence, ((const TsPanelFinding *) b)->evidence);
}

/* What the desk and the reviewers wrote, these by name and only once their scores are open: a document that had somebody's own alone would look as if
 * nobody else had written anything. */
static void
take_judgements (Material *material)
{
  const TsSight *sight = &material->review->sight->sight;

  material->judgements = g_ptr_array_new ();
  material->is_sealed = sight->n_reviewers > 0 && !ts_sight_is_open (sight);

  for (TsLayer layer = TS_LAYER_DESK; layer <= TS_LAYER_REVIEWER; layer++)
    {
      guint first = material->judgements->len;

      for (guint i = 0; i < material->review->ratings->len; i++)
        {
          TsRow *rating = g_ptr_array_index (material->review->ratings, i);

          if (g_strcmp0 (ts_row_get_text (rating, TS_RATING_LAYER), ts_layer_get_name (layer)) == 0 &&
              (layer != TS_LAYER_REVIEWER || ts_sight_counts (sight, ts_row_get_text (rating, TS_RATING_ASSESSOR))))
            g_ptr_array_add (material->judgements, rating);
        }

      if (material->judgements->len > first)
        qsort (material->judgements->pdata + first, material->judgements->len - first, sizeof (gpointer), compare_assessors);
    }
}

static void
take_dissents (Material *material)
{
  const GPtrArray *rows = material->review->dissents;

  material->dissents = g_array_new (FALSE, FALSE, sizeof (TsPanelDissent));

  for (guint i = 0; i < rows->len; i++)
    {
      const TsRow *row = g_ptr_array_index (rows, i);
      const TsPanelDissent dissent = {
        .node = ts_row_get_text (row, TS_DISSENT_NODE),
        .name = g_hash_table_lookup (material->review->people, ts_row_get_text (row, TS_DISSENT_PERSON)),
        .level = (int) ts_row_get_integer (row, TS_DISSENT_LEVEL),
        .note = ts_row_get_text (row, TS_DISSENT_NOTE),
      };

      g_array_append_val (material->dissents, dissent);
    }

  g_array_sort (material->dissents, compare_dissents);
}

static const char *
find_evidence (const Material *material,
               const char     *id)
{
  for (guint i = 0; i < material->snapshot->evidence->len; i++)
    {
      const TsRow *row = g_ptr_array_index (material->snapshot->evidence, i);

      if (g_strcmp0 (ts_row_get_id (row), id) == 0)
        return ts_row_get_text (row, TS_EVIDENCE_TITLE);
    }

  return "?";
}

/* By title; the document has the order of the framework. */
static void
take_findings (Material *material)
{
  const GPtrArray *rows = material->review->evidence_reviews;

  material->findings = g_array_new (FALSE, FALSE, sizeof (TsPanelFinding));

  for (guint i = 0; i < rows->len; i++)
    {
      const TsRow *row = g_ptr_array_index (rows, i);
      TsSufficiency sufficiency = ts_sufficiency_from_name (ts_row_get_text (row, TS_EVIDENCE_REVIEW_SUFFICIENCY));
      const TsPanelFinding finding = {
        .node = ts_row_get_text (row, TS_EVIDENCE_REVIEW_NODE),
        .evidence = find_evidence (material, ts_row_get_text (row, TS_EVIDENCE_REVIEW_EVIDENCE)),
        .finding = sufficiency != TS_SUFFICIENCY_NONE ? ts_sufficiency_get_title (sufficiency) : NULL,
        .note = ts_row_get_text (row, TS_EVIDENCE_REVIEW_NOTE),
      };

      g_array_append_val (material->findings, finding);
    }

  g_array_sort (material->findings, compare_findings);
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
  filter->layer = material->final != NULL ? TS_LAYER_FINAL : material->layer;
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
  TsAssessmentState *state = material->final != NULL ? material->final : material->panel;
  g_autoptr (TsRadarData) data = NULL;

  if (section == NULL)
    return;

  data = ts_radar_source_build (state, section, material->final != NULL ? TS_LAYER_FINAL : material->layer, material->snapshot->organisation_name, material->year_label, previous);
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
take_text (Material   *material,
           const char *section,
           const char *body)
{
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

static void
take_texts (Material *material)
{
  GHashTableIter iter;
  gpointer section;
  gpointer body;

  material->commentary = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  material->differences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, material->review->texts);

  while (g_hash_table_iter_next (&iter, &section, &body))
    take_text (material, section, body);
}

/* The panel that looked at the assessment, and who sat on it: "Ada Example, chair" first, then the others as people read. */
static gboolean
read_members (TsWorkplace  *workplace,
              Material     *material,
              GError      **error)
{
  g_autoptr (GPtrArray) members = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PANEL_MEMBER, TS_PANEL_MEMBER_PANEL,
                                                         ts_row_get_id (material->panel_row), error);
  guint n_chairs = 0;

  if (members == NULL)
    return FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      const TsRow *member = g_ptr_array_index (members, i);
      const char *role = ts_row_get_text (member, TS_PANEL_MEMBER_ROLE);
      g_autoptr (TsRow) person = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PERSON, ts_row_get_text (member, TS_PANEL_MEMBER_PERSON), error);
      const char *title;
      char *line;

      if (person == NULL)
        return FALSE;

      title = ts_panel_role_is_valid (role) ? ts_panel_role_get_title (role) : role;
      /* Translators: a member of a panel, and the role */
      line = g_strdup_printf (_("%s, %s"), ts_row_get_text (person, TS_PERSON_NAME), title);

      if (g_strcmp0 (role, TS_PANEL_ROLE_CHAIR) == 0)
        g_ptr_array_insert (material->members, (int) n_chairs++, line);
      else
        g_ptr_array_add (material->members, line);
    }

  if (material->members->len > n_chairs)
    qsort (material->members->pdata + n_chairs, material->members->len - n_chairs, sizeof (gpointer), compare_texts);

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
      material->begins = g_strdup (ts_row_get_text (g_ptr_array_index (assigned, 0), TS_PANEL_ASSESSMENT_BEGINS));
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

  material->review = ts_review_snapshot_read (workplace, assessment_id, ts_workbook_get_reader (workplace->workbook), error);

  if (material->review == NULL)
    return FALSE;

  material->year_label =
    ts_year_format ((int) ts_row_get_integer (ts_assessment_state_get_assessment (material->snapshot->state), TS_ASSESSMENT_YEAR));
  material->name = ts_report_source_get_name (workplace);
  material->moment = ts_report_source_read_moment (workplace, 0, error);

  if (material->moment == NULL || !read_panel (workplace, assessment_id, material, error) ||
      !read_dumbbell (workplace, material, error) || !read_sitting (workplace, assessment_id, material, error))
    return FALSE;

  take_texts (material);
  take_judgements (material);
  take_dissents (material);
  take_findings (material);
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
    .final = material.final,
    .panel_name = material.panel_row != NULL ? ts_row_get_text (material.panel_row, TS_PANEL_TITLE) : NULL,
    .day = material.panel_row != NULL ? ts_row_get_text (material.panel_row, TS_PANEL_DAY) : NULL,
    .begins = material.begins,
    .members = material.members->len > 1 ? (char **) material.members->pdata : NULL,
    .impression = material.impression,
    .potential = material.potential,
    .commentary = material.commentary,
    .differences = material.differences,
    .agenda = material.review->agenda,
    .judgements = material.judgements,
    .is_sealed = material.is_sealed,
    .dissents = material.dissents,
    .enquiries = material.review->enquiries,
    .findings = material.findings,
    .replies = material.review->replies,
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
