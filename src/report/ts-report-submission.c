/* ts-report-submission.c — an organisation's whole submission as a document
 *
 * In the order in which a panel reads: where the board stands, then why, criterion by criterion with the evidence beside it, then the record of who
 * approved what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-submission.h"

#include "core/ts-assessment-progress.h"
#include "core/ts-checklist.h"
#include "core/ts-gap.h"
#include "core/ts-outcome.h"
#include "report/ts-report-submission-private.h"
#include "report/ts-report-words.h"

#include <glib/gi18n-lib.h>

/* So that two outcomes find room on a page. */
#define OUTCOME_HEIGHT 190.0

static TsStage
get_stage (const TsSubmissionFacts *facts)
{
  TsStage stage;

  return ts_stage_from_name (ts_row_get_text (ts_assessment_state_get_assessment (facts->state), TS_ASSESSMENT_STAGE), &stage) ? stage
                                                                                                                               : TS_STAGE_DRAFT;
}

static int
get_year (const TsSubmissionFacts *facts)
{
  return (int) ts_row_get_integer (ts_assessment_state_get_assessment (facts->state), TS_ASSESSMENT_YEAR);
}

static void
add_title_page (TsReportBuilder         *builder,
                const TsSubmissionFacts *facts)
{
  TsFramework *framework = ts_assessment_state_get_framework (facts->state);
  TsReportTable *table = ts_report_table_new_facts ();
  g_autofree char *edition = g_strdup_printf (_("%s, edition %s"), ts_framework_get_title (framework), ts_framework_get_edition (framework));
  g_autofree char *made = ts_report_words_moment (facts->made);

  ts_report_table_add_fact (table, _("Organisation"), facts->organisation_code);
  ts_report_table_add_fact (table, _("Framework"), edition);
  ts_report_table_add_fact (table, _("Stage"), ts_stage_get_title (get_stage (facts)));
  ts_report_table_add_fact (table, _("Made from"), facts->source);
  ts_report_table_add_fact (table, _("As of"), made);
  ts_report_table_add_fact (table, _("Content hash (SHA-256)"), facts->hash);
  ts_report_builder_add_title_page (builder, NULL, table);
}

/* Summary */

static void
add_levels_row (TsReportTable     *table,
                const TsNodeState *state)
{
  g_autofree char *name = ts_node_dup_name (state->node);
  g_autofree char *ready = state->node->criteria->len > 0 ? g_strdup_printf (_("%u of %u"), state->n_ready, state->n_parts) : g_strdup ("–");
  guint row = ts_report_table_add_row (table);

  ts_report_table_set_text (table, row, 0, name);
  ts_report_words_set_level (table, row, 1, state->node->section->scale, state->level);
  ts_report_words_set_level (table, row, 2, state->node->section->scale, state->target);

  if (state->level > 0 && state->target > 0)
    ts_report_table_set_number (table, row, 3, state->target - state->level);
  else
    ts_report_table_set_text (table, row, 3, "–");

  ts_report_words_set_level (table, row, 4, state->node->section->scale, state->previous_level);
  ts_report_table_set_text (table, row, 5, ready);
}

static void
add_levels (TsReportBuilder         *builder,
            const TsSubmissionFacts *facts)
{
  TsFramework *framework = ts_assessment_state_get_framework (facts->state);
  TsReportTable *table = ts_report_table_new (NULL);
  const char *previous = facts->previous_year_label != NULL ? facts->previous_year_label : _("Year before");

  ts_report_table_add_column (table, NULL, 1, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Level"), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Target"), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Gap"), 0, TS_REPORT_ALIGN_END);
  ts_report_table_add_column (table, previous, 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Ready"), 0, TS_REPORT_ALIGN_END);

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      if (section->kind != TS_SECTION_GRADED)
        continue;

      ts_report_table_add_group (table, section->title);

      for (guint j = 0; j < section->groups->len; j++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, j);

          add_levels_row (table, ts_assessment_state_find (facts->state, group->id));
        }
    }

  ts_report_builder_add_table (builder, table);
}

static void
add_progress (TsReportBuilder         *builder,
              const TsSubmissionFacts *facts,
              const TsSection         *section)
{
  TsProgress progress = ts_assessment_state_get_progress (facts->state, section);
  g_autofree char *rated = NULL;
  g_autofree char *text = NULL;

  if (progress.n_criteria == 0)
    return;

  rated = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u criterion has a level", "%u of %u criteria have a level", progress.n_criteria),
                           progress.n_rated, progress.n_criteria);
  /* Translators: a part of the framework; "33 of 33 criteria have a level"; how many have a reason and evidence too */
  text = g_strdup_printf (_("%s: %s, and %u have a reason and evidence too."), section->title, rated, progress.n_ready);
  ts_report_builder_add_text (builder, text);
}

static void
add_checks (TsReportBuilder         *builder,
            const TsSubmissionFacts *facts)
{
  g_autoptr (GPtrArray) checks = ts_checklist_make (facts->state, facts->outcomes, facts->values);

  ts_report_builder_add_heading (builder, 2, _("What is missing"));

  if (checks->len == 0)
    {
      ts_report_builder_add_text (builder, _("Nothing: everything that the framework asks for is there."));
      return;
    }

  for (guint i = 0; i < checks->len; i++)
    {
      const TsCheck *check = g_ptr_array_index (checks, i);
      g_autofree char *text = g_strdup_printf ("%s. %s", check->title, check->is_open ? "" : _("This is advice; the board need not settle it."));

      ts_report_builder_add_item (builder, text);
    }
}

static void
add_summary (TsReportBuilder         *builder,
             const TsSubmissionFacts *facts)
{
  TsFramework *framework = ts_assessment_state_get_framework (facts->state);

  ts_report_builder_add_heading (builder, 1, _("Summary"));

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      if (section->kind == TS_SECTION_GRADED)
        add_progress (builder, facts, section);
    }

  ts_report_builder_add_text (builder, _("These are the board’s own levels. What is not rated has no level; it counts as nothing, never as zero."));

  add_levels (builder, facts);
  ts_report_builder_add_chart (builder, facts->radar, 0);
  add_checks (builder, facts);
}

/* Outcomes, gaps, and the rest */

static void
add_outcomes (TsReportBuilder         *builder,
              const TsSubmissionFacts *facts)
{
  if (ts_framework_find_outcomes_section (ts_assessment_state_get_framework (facts->state)) == NULL)
    return;

  if (facts->outcomes->len > 0)
    ts_report_builder_add_page_break (builder);

  ts_report_builder_add_heading (builder, 1, _("Outcomes"));

  if (facts->outcomes->len == 0)
    ts_report_builder_add_text (builder, _("No outcomes have been chosen."));

  for (guint i = 0; i < facts->outcomes->len; i++)
    {
      const TsRow *outcome = g_ptr_array_index (facts->outcomes, i);
      g_autofree char *words = ts_submission_describe_outcome (outcome);

      ts_report_builder_add_heading (builder, 2, ts_row_get_text (outcome, TS_OUTCOME_METRIC));
      ts_report_builder_add_text (builder, words);
      ts_report_builder_keep_with_next (builder);
      ts_report_builder_add_chart (builder, g_ptr_array_index (facts->outcome_charts, i), OUTCOME_HEIGHT);
      ts_report_builder_keep_with_next (builder);
      ts_report_builder_add_table (builder, ts_submission_make_values (facts->values, outcome));
    }
}

static void
add_gap_rows (TsReportTable *table,
              GArray        *gaps,
              TsGapScope     scope)
{
  for (guint i = 0; i < gaps->len; i++)
    {
      const TsGap *gap = &g_array_index (gaps, TsGap, i);
      g_autofree char *name = NULL;
      int difference;
      guint row;

      if (!ts_gap_is_in_scope (gap, scope) || !ts_gap_get_gap (gap, &difference) || difference <= 0)
        continue;

      name = ts_node_dup_name (gap->node);
      row = ts_report_table_add_row (table);
      ts_report_table_set_text (table, row, 0, name);
      ts_report_words_set_level (table, row, 1, gap->node->section->scale, gap->level);
      ts_report_words_set_level (table, row, 2, gap->node->section->scale, gap->target);
      ts_report_table_set_number (table, row, 3, difference);
    }
}

static void
add_gaps (TsReportBuilder         *builder,
          const TsSubmissionFacts *facts)
{
  TsFramework *framework = ts_assessment_state_get_framework (facts->state);
  TsReportTable *table = ts_report_table_new (NULL);

  ts_report_builder_add_heading (builder, 1, _("Gaps"));
  ts_report_table_add_column (table, _("Below its target"), 1, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Level"), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Target"), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Gap"), 0, TS_REPORT_ALIGN_END);

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      if (section->kind == TS_SECTION_GRADED)
        {
          g_autoptr (GArray) gaps = ts_gap_list (facts->state, section, get_year (facts), NULL);

          add_gap_rows (table, gaps, TS_GAP_SCOPE_GROUPS);
        }
    }

  if (ts_report_table_get_n_rows (table) == 0)
    ts_report_builder_add_text (builder, _("No level that is known lies below its target for the year."));
  else
    ts_report_builder_add_text (builder, _("How far levels lie from the targets that the board has set itself for the year. Where a level or a target is "
                                           "missing, there is no gap to tell."));

  ts_report_builder_keep_with_next (builder);
  ts_report_builder_add_chart (builder, facts->gaps, 0);
  ts_report_builder_add_table (builder, table);
}

/**
 * ts_report_submission:
 * @facts: what is told
 *
 * Returns: (transfer full): the document
 */
TsReport *
ts_report_submission (const TsSubmissionFacts *facts)
{
  TsReportBuilder *builder;
  TsFramework *framework;
  TsReportInfo info;

  g_return_val_if_fail (facts != NULL && facts->state != NULL, NULL);

  framework = ts_assessment_state_get_framework (facts->state);
  info = (TsReportInfo) {
    .title = _("Submission"),
    .organisation = facts->organisation,
    .framework = ts_framework_get_title (framework),
    .year = facts->year_label,
    .permitted_use = ts_report_words_permitted_use (get_stage (facts)),
    .author = facts->organisation,
    .created = facts->made,
  };
  builder = ts_report_builder_new (&info);
  add_title_page (builder, facts);
  ts_report_builder_add_contents (builder, _("Contents"), 2);
  add_summary (builder, facts);

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      if (section->kind == TS_SECTION_GRADED)
        ts_submission_add_section (builder, facts, section);
    }

  add_outcomes (builder, facts);
  add_gaps (builder, facts);
  ts_submission_add_evidence (builder, facts);
  ts_submission_add_sign_offs (builder, facts);
  ts_submission_add_about (builder, facts);

  return ts_report_builder_end (builder);
}
