/* ts-report-submission-record.c — what a submission rests on: its outcomes' values, its evidence, and who approved it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-submission-private.h"

#include "core/ts-number.h"
#include "core/ts-outcome.h"
#include "core/ts-year.h"
#include "report/ts-report-words.h"

#include <glib/gi18n-lib.h>

/* As many as stand side by side on a page. */
#define MOST_YEARS_WIDE 10

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ts_row_get_integer (*(const TsRow *const *) a, TS_OUTCOME_VALUE_YEAR);
  gint64 second = ts_row_get_integer (*(const TsRow *const *) b, TS_OUTCOME_VALUE_YEAR);

  return first < second ? -1 : first > second;
}

static char *
format_value (const TsRow *value,
              guint        field)
{
  return ts_row_has (value, field) ? ts_number_format (ts_row_get_real (value, field)) : g_strdup ("–");
}

/* Years side by side, as the chart above has them. */
static TsReportTable *
make_wide (GPtrArray *values)
{
  TsReportTable *table = ts_report_table_new (NULL);
  guint aspirations;
  guint actuals;

  ts_report_table_add_column (table, NULL, 1, TS_REPORT_ALIGN_START);

  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *year = ts_year_format ((int) ts_row_get_integer (g_ptr_array_index (values, i), TS_OUTCOME_VALUE_YEAR));

      ts_report_table_add_column (table, year, 0, TS_REPORT_ALIGN_END);
    }

  aspirations = ts_report_table_add_row (table);
  actuals = ts_report_table_add_row (table);
  ts_report_table_set_text (table, aspirations, 0, _("Aspiration"));
  ts_report_table_set_text (table, actuals, 0, _("Actual"));

  for (guint i = 0; i < values->len; i++)
    {
      const TsRow *value = g_ptr_array_index (values, i);
      g_autofree char *aspiration = format_value (value, TS_OUTCOME_VALUE_ASPIRATION);
      g_autofree char *actual = format_value (value, TS_OUTCOME_VALUE_ACTUAL);

      ts_report_table_set_text (table, aspirations, i + 1, aspiration);
      ts_report_table_set_text (table, actuals, i + 1, actual);
    }

  return table;
}

static TsReportTable *
make_long (GPtrArray *values)
{
  TsReportTable *table = ts_report_table_new (NULL);

  ts_report_table_add_column (table, _("Year"), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Aspiration"), 0, TS_REPORT_ALIGN_END);
  ts_report_table_add_column (table, _("Actual"), 0, TS_REPORT_ALIGN_END);

  for (guint i = 0; i < values->len; i++)
    {
      const TsRow *value = g_ptr_array_index (values, i);
      guint row = ts_report_table_add_row (table);
      g_autofree char *year = ts_year_format ((int) ts_row_get_integer (value, TS_OUTCOME_VALUE_YEAR));
      g_autofree char *aspiration = format_value (value, TS_OUTCOME_VALUE_ASPIRATION);
      g_autofree char *actual = format_value (value, TS_OUTCOME_VALUE_ACTUAL);

      ts_report_table_set_text (table, row, 0, year);
      ts_report_table_set_text (table, row, 1, aspiration);
      ts_report_table_set_text (table, row, 2, actual);
    }

  return table;
}

/**
 * ts_submission_make_values:
 * @values: (element-type TsRow): values of outcomes
 * @outcome: an outcome
 *
 * Returns: (transfer full): the outcome's values by year
 */
TsReportTable *
ts_submission_make_values (GPtrArray   *values,
                           const TsRow *outcome)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  for (guint i = 0; i < values->len; i++)
    {
      TsRow *value = g_ptr_array_index (values, i);

      if (g_strcmp0 (ts_row_get_text (value, TS_OUTCOME_VALUE_OUTCOME), ts_row_get_id (outcome)) == 0)
        g_ptr_array_add (own, value);
    }

  g_ptr_array_sort (own, compare_years);

  return own->len > 0 && own->len <= MOST_YEARS_WIDE ? make_wide (own) : make_long (own);
}

/**
 * ts_submission_describe_outcome:
 * @outcome: an outcome
 *
 * Returns: (transfer full): in which unit it is measured, which way is better, and where its values come from
 */
char *
ts_submission_describe_outcome (const TsRow *outcome)
{
  TsOutcomeDefinition definition = ts_outcome_get_definition (outcome);
  GString *text = g_string_new (NULL);

  if (definition.unit != NULL && *definition.unit != '\0')
    g_string_append_printf (text, _("In %s. "), definition.unit);

  g_string_append (text, definition.up_is_better ? _("More is better.") : _("Less is better."));

  if (definition.source != NULL && *definition.source != '\0')
    g_string_append_printf (text, _(" Source: %s."), definition.source);

  return g_string_free (text, FALSE);
}

/* The criteria that an item serves, or NULL for none. */
static char *
list_criteria (const TsSubmissionFacts *facts,
               const TsRow             *evidence)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->links->len; i++)
    {
      const TsRow *link = g_ptr_array_index (facts->links, i);
      const TsNode *node;

      if (g_strcmp0 (ts_row_get_text (link, TS_EVIDENCE_LINK_EVIDENCE), ts_row_get_id (evidence)) != 0)
        continue;

      node = ts_framework_find_node (ts_assessment_state_get_framework (facts->state), ts_row_get_text (link, TS_EVIDENCE_LINK_NODE));

      if (node != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", ts_node_get_short_name (node));
    }

  return g_string_free (text, text->len == 0);
}

static char *
describe_period (const TsRow *evidence)
{
  g_autofree char *from = ts_report_words_day (ts_row_get_text (evidence, TS_EVIDENCE_PERIOD_FROM));
  g_autofree char *to = ts_report_words_day (ts_row_get_text (evidence, TS_EVIDENCE_PERIOD_TO));

  if (from != NULL && to != NULL)
    /* Translators: from a day to a day */
    return g_strdup_printf (_("%s to %s"), from, to);

  if (from != NULL)
    return g_strdup_printf (_("from %s"), from);

  return to != NULL ? g_strdup_printf (_("to %s"), to) : g_strdup ("–");
}

/**
 * ts_submission_add_evidence:
 * @builder: a builder
 * @facts: what is told
 *
 * Adds the register of all evidence that the submission refers to.
 */
void
ts_submission_add_evidence (TsReportBuilder         *builder,
                            const TsSubmissionFacts *facts)
{
  TsReportTable *table = ts_report_table_new (NULL);

  ts_report_builder_add_heading (builder, 1, _("Register of evidence"));
  ts_report_table_add_column (table, _("Title"), 3, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("File or address"), 3, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Period covered"), 2, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Serves"), 2, TS_REPORT_ALIGN_START);

  for (guint i = 0; i < facts->evidence->len; i++)
    {
      const TsRow *evidence = g_ptr_array_index (facts->evidence, i);
      g_autofree char *criteria = list_criteria (facts, evidence);
      g_autofree char *period = describe_period (evidence);
      const char *file = ts_row_get_text (evidence, TS_EVIDENCE_FILE_NAME);
      guint row;

      if (criteria == NULL)
        continue;

      row = ts_report_table_add_row (table);
      ts_report_table_set_text (table, row, 0, ts_row_get_text (evidence, TS_EVIDENCE_TITLE));
      ts_report_table_set_text (table, row, 1, file != NULL ? file : ts_row_get_text (evidence, TS_EVIDENCE_ADDRESS));
      ts_report_table_set_text (table, row, 2, period);
      ts_report_table_set_text (table, row, 3, criteria);
    }

  if (ts_report_table_get_n_rows (table) == 0)
    ts_report_builder_add_text (builder, _("No evidence is attached."));

  ts_report_builder_add_table (builder, table);
}

static const char *
get_stage_title (const TsRow *record,
                 guint        field)
{
  const char *name = ts_row_get_text (record, field);
  TsStage stage;

  return ts_stage_from_name (name, &stage) ? ts_stage_get_title (stage) : name;
}

static void
add_sign_off_row (TsReportTable *table,
                  const TsRow   *record)
{
  const char *role = ts_row_get_text (record, TS_SIGN_OFF_ROLE);
  const char *meeting = ts_row_get_text (record, TS_SIGN_OFF_MEETING);
  const char *reason = ts_row_get_text (record, TS_SIGN_OFF_REASON);
  g_autofree char *move = g_strdup_printf (_("%s → %s"), get_stage_title (record, TS_SIGN_OFF_FROM_STAGE),
                                           get_stage_title (record, TS_SIGN_OFF_TO_STAGE));
  g_autofree char *who = g_strdup_printf ("%s%s%s", ts_row_get_text (record, TS_SIGN_OFF_NAME), role != NULL ? "\n" : "", role != NULL ? role : "");
  g_autofree char *why = g_strdup_printf ("%s%s%s", meeting != NULL ? meeting : "", meeting != NULL && reason != NULL ? "\n" : "",
                                          reason != NULL ? reason : "");
  g_autofree char *day = ts_report_words_day (ts_row_get_text (record, TS_SIGN_OFF_DAY));
  guint row = ts_report_table_add_row (table);

  ts_report_table_set_text (table, row, 0, day);
  ts_report_table_set_text (table, row, 1, move);
  ts_report_table_set_text (table, row, 2, who);
  ts_report_table_set_text (table, row, 3, *why != '\0' ? why : "–");
}

/* The hash that the latest move with one has kept. */
static const char *
find_approved_hash (const TsSubmissionFacts *facts)
{
  for (guint i = facts->sign_offs->len; i > 0; i--)
    {
      const char *hash = ts_row_get_text (g_ptr_array_index (facts->sign_offs, i - 1), TS_SIGN_OFF_HASH);

      if (hash != NULL)
        return hash;
    }

  return NULL;
}

/**
 * ts_submission_add_sign_offs:
 * @builder: a builder
 * @facts: what is told
 *
 * Adds who decided what, and whether what is printed here is what was approved.
 */
void
ts_submission_add_sign_offs (TsReportBuilder         *builder,
                             const TsSubmissionFacts *facts)
{
  TsReportTable *table = ts_report_table_new (NULL);
  TsReportTable *hashes = ts_report_table_new_facts ();
  const char *approved = find_approved_hash (facts);

  ts_report_builder_add_heading (builder, 1, _("Sign-off"));
  ts_report_table_add_column (table, _("Day"), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Stage"), 2, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Decided by"), 2, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Meeting, reason"), 3, TS_REPORT_ALIGN_START);

  for (guint i = 0; i < facts->sign_offs->len; i++)
    add_sign_off_row (table, g_ptr_array_index (facts->sign_offs, i));

  if (ts_report_table_get_n_rows (table) == 0)
    ts_report_builder_add_text (builder, _("The board has not approved this submission."));

  ts_report_builder_add_table (builder, table);

  if (approved == NULL || facts->hash == NULL)
    ;
  else if (g_str_equal (approved, facts->hash))
    ts_report_builder_add_text (builder, _("What this document shows is what was approved: the hashes are the same."));
  else
    ts_report_builder_add_note (builder, _("Changed since it was approved"),
                                _("What this document shows is not what was approved: the hashes differ."));

  ts_report_table_add_fact (hashes, _("Approved (SHA-256)"), approved);
  ts_report_table_add_fact (hashes, _("As printed (SHA-256)"), facts->hash);
  ts_report_builder_add_table (builder, hashes);
}

/**
 * ts_submission_add_about:
 * @builder: a builder
 * @facts: what is told
 *
 * Adds by which rules the levels come about, and whose words the framework is.
 */
void
ts_submission_add_about (TsReportBuilder         *builder,
                         const TsSubmissionFacts *facts)
{
  TsFramework *framework = ts_assessment_state_get_framework (facts->state);

  ts_report_builder_add_heading (builder, 1, _("How levels come about"));

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);
      g_autofree char *text = NULL;

      if (section->kind != TS_SECTION_GRADED)
        continue;

      /* Translators: a part of the framework, its rule's name, and what the rule does */
      text = g_strdup_printf (_("%s: %s. %s"), section->title, ts_roll_up_rule_get_title (section->rule),
                              ts_roll_up_rule_get_explanation (section->rule));
      ts_report_builder_add_item (builder, text);
    }

  ts_report_builder_add_text (builder, ts_framework_get_source (framework));
  ts_report_builder_add_text (builder, ts_framework_get_licence (framework));
}
