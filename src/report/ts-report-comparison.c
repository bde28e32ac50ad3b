/* ts-report-comparison.c — organisations side by side as a document
 *
 * A rank never comes without its interval, and a level never without the rule that it depends on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-comparison.h"

#include "core/ts-compare-counts.h"
#include "core/ts-number.h"
#include "core/ts-year.h"
#include "report/ts-report-words.h"

#include <glib/gi18n-lib.h>

/* Where one number follows from another: the more settled judgement stands second. */
static const struct
{
  TsLayer first;
  TsLayer second;
} pairs[] = {
  { TS_LAYER_SELF, TS_LAYER_DESK },
  { TS_LAYER_SELF, TS_LAYER_PANEL },
  { TS_LAYER_SELF, TS_LAYER_FINAL },
  { TS_LAYER_DESK, TS_LAYER_PANEL },
  { TS_LAYER_PANEL, TS_LAYER_FINAL },
};

static guint
get_last_year (const TsComparison *comparison)
{
  return ts_comparison_get_n_years (comparison) - 1;
}

static guint
get_section (const TsComparisonFacts *facts)
{
  return (guint) MAX (ts_comparison_find_section (facts->comparison, facts->filter->section), 0);
}

static TsRollUpRule
get_rule (const TsComparisonFacts *facts)
{
  TsRollUpRule rule;

  if (ts_comparison_get_rule (facts->comparison, &rule))
    return rule;

  return ts_comparison_get_section (facts->comparison, get_section (facts))->rule;
}

static const char *
get_name (const char *code,
          gpointer    data)
{
  return ts_comparison_get_organisation_name (data, code);
}

static char *
get_year_label (const TsComparisonFacts *facts)
{
  return ts_year_format (ts_comparison_get_year (facts->comparison, get_last_year (facts->comparison)));
}

static TsReportTable *
make_facts (const TsComparisonFacts *facts)
{
  TsReportTable *table = ts_report_table_new_facts ();
  g_autofree char *filter = ts_compare_filter_describe (facts->filter, get_name, facts->comparison);
  g_autofree char *n = g_strdup_printf ("%u", ts_comparison_get_n_organisations (facts->comparison));
  g_autofree char *rule = g_strdup_printf (_("%s: %s"), ts_roll_up_rule_get_title (get_rule (facts)),
                                           ts_roll_up_rule_get_explanation (get_rule (facts)));
  g_autofree char *made = ts_report_words_moment (facts->made);

  ts_report_table_add_fact (table, _("Compared"), filter);
  ts_report_table_add_fact (table, _("Organisations"), n);
  ts_report_table_add_fact (table, _("Judgement"), ts_layer_get_title (facts->filter->layer));
  ts_report_table_add_fact (table, _("Rule"), rule);
  ts_report_table_add_fact (table, _("Made from"), facts->source);
  ts_report_table_add_fact (table, _("As of"), made);

  return table;
}

static char *
format_share (guint part,
              guint whole)
{
  return whole > 0 ? g_strdup_printf ("%.0f%%", 100.0 * part / whole) : g_strdup ("–");
}

static void
add_distribution (TsReportBuilder         *builder,
                  const TsComparisonFacts *facts)
{
  if (facts->distribution == NULL)
    return;

  ts_report_builder_add_heading (builder, 1, _("Where organisations stand"));
  ts_report_builder_add_chart (builder, facts->distribution, 0);

  {
    g_autoptr (TsChartTable) table = ts_chart_to_table (facts->distribution);

    ts_report_builder_add_table (builder, ts_report_table_new_from_chart (table));
  }
}

static void
add_heatmaps (TsReportBuilder         *builder,
              const TsComparisonFacts *facts)
{
  if (facts->heatmaps->len == 0)
    return;

  ts_report_builder_add_page_break (builder);
  ts_report_builder_add_heading (builder, 1, _("Levels of each organisation"));
  ts_report_builder_add_text (builder, _("Those with the highest sum of levels come first. The order is for finding one’s way, and no rank."));

  for (guint i = 0; i < facts->heatmaps->len; i++)
    ts_report_builder_add_chart (builder, g_ptr_array_index (facts->heatmaps, i), 0);
}

/* "12.5 (3 to 40)" */
static char *
format_rank (const TsRank *rank)
{
  g_autofree char *middle = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (rank == NULL)
    return g_strdup (_("not ranked"));

  middle = ts_number_format (rank->rank);
  low = ts_number_format (rank->low);
  high = ts_number_format (rank->high);

  /* Translators: a rank, and the best and the worst that its interval holds */
  return g_strdup_printf (_("%s (%s to %s)"), middle, low, high);
}

static TsReportTable *
make_ranks (const TsRankingData *ranking)
{
  TsReportTable *table = ts_report_table_new (NULL);

  ts_report_table_add_column (table, _("Code"), 0, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Organisation"), 1, TS_REPORT_ALIGN_START);

  for (guint j = 0; j < ts_ranking_data_get_n_panels (ranking); j++)
    ts_report_table_add_column (table, ts_ranking_data_get_panel (ranking, j), 0, TS_REPORT_ALIGN_END);

  for (guint i = 0; i < ts_ranking_data_get_n_rows (ranking); i++)
    {
      const TsChartSubject *subject = ts_ranking_data_get_row (ranking, i);
      guint row = ts_report_table_add_row (table);

      ts_report_table_set_text (table, row, 0, subject->code);
      ts_report_table_set_text (table, row, 1, subject->name);

      for (guint j = 0; j < ts_ranking_data_get_n_panels (ranking); j++)
        {
          g_autofree char *rank = format_rank (ts_ranking_data_get_rank (ranking, j, i));

          ts_report_table_set_text (table, row, 2 + j, rank);
        }
    }

  return table;
}

static void
add_ranking (TsReportBuilder         *builder,
             const TsComparisonFacts *facts)
{
  if (facts->ranking == NULL)
    return;

  ts_report_builder_add_page_break (builder);
  ts_report_builder_add_heading (builder, 1, _("Ranks with their intervals"));
  ts_report_builder_add_note (builder, _("Before anything is made of a rank"),
                              _("Each weighting gives another order, and most intervals overlap: two organisations whose intervals overlap cannot be told "
                                "apart by these figures. A rank says nothing about whether an organisation is good enough."));

  for (guint i = 0; i < facts->rankings->len; i++)
    ts_report_builder_add_chart (builder, g_ptr_array_index (facts->rankings, i), 0);

  ts_report_builder_add_heading (builder, 2, _("All ranks"));
  ts_report_builder_add_table (builder, make_ranks (facts->ranking));
}

/* How far levels depend on the rule */

static void
count_node (GArray *sensitivities,
            guint   node,
            guint  *n_higher,
            guint  *n_lower)
{
  *n_higher = *n_lower = 0;

  for (guint i = 0; i < sensitivities->len; i++)
    {
      const TsSensitivity *it = &g_array_index (sensitivities, TsSensitivity, i);

      if (it->node != node)
        continue;

      if (it->other > it->level)
        (*n_higher)++;
      else
        (*n_lower)++;
    }
}

static void
add_sensitivity_row (TsReportTable  *table,
                     const TsNode   *node,
                     guint           position,
                     GArray        **lists)
{
  g_autofree char *name = ts_node_dup_name (node);
  guint row = ts_report_table_add_row (table);
  guint column = 1;

  ts_report_table_set_text (table, row, 0, name);

  for (guint r = 0; r < TS_N_ROLL_UP_RULES; r++)
    {
      guint n_higher;
      guint n_lower;

      if (lists[r] == NULL)
        continue;

      count_node (lists[r], position, &n_higher, &n_lower);
      ts_report_table_set_number (table, row, column++, n_higher);
      ts_report_table_set_number (table, row, column++, n_lower);
    }
}

static void
add_sensitivity (TsReportBuilder         *builder,
                 const TsComparisonFacts *facts)
{
  g_autoptr (GArray) nodes = ts_comparison_list_nodes (facts->comparison, get_section (facts), FALSE);
  const char *rule = ts_roll_up_rule_get_title (get_rule (facts));
  g_autofree char *text = NULL;
  TsReportTable *table = ts_report_table_new (NULL);
  GArray *lists[TS_N_ROLL_UP_RULES] = { NULL };
  guint n_dependent = 0;

  ts_report_builder_add_heading (builder, 1, _("How far levels depend on the rule"));
  ts_report_table_add_column (table, NULL, 1, TS_REPORT_ALIGN_START);

  for (guint r = 0; r < TS_N_ROLL_UP_RULES; r++)
    {
      g_autofree char *higher = NULL;
      g_autofree char *lower = NULL;

      if (r == get_rule (facts))
        continue;

      lists[r] = ts_comparison_list_sensitivities (facts->comparison, get_last_year (facts->comparison), facts->filter->layer, nodes, r);
      n_dependent += lists[r]->len;
      /* Translators: the head of a column: a rule, and that levels would be higher by it */
      higher = g_strdup_printf (_("%s: higher"), ts_roll_up_rule_get_title (r));
      lower = g_strdup_printf (_("%s: lower"), ts_roll_up_rule_get_title (r));
      ts_report_table_add_column (table, higher, 0, TS_REPORT_ALIGN_END);
      ts_report_table_add_column (table, lower, 0, TS_REPORT_ALIGN_END);
    }

  for (guint i = 0; n_dependent > 0 && i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);

      add_sensitivity_row (table, ts_comparison_get_node (facts->comparison, node)->node, node, lists);
    }

  if (n_dependent > 0)
    text = g_strdup_printf (_("Levels here follow from their parts by this rule: %s. The table counts the levels that another rule would raise or "
                              "lower."),
                            rule);
  else
    text = g_strdup_printf (_("No level here would be another by another rule than this: %s. A level that was stated as such follows from no rule."), rule);

  ts_report_builder_add_text (builder, text);

  if (n_dependent > 0)
    ts_report_builder_keep_with_next (builder);

  ts_report_builder_add_table (builder, table);

  for (guint r = 0; r < TS_N_ROLL_UP_RULES; r++)
    g_clear_pointer (&lists[r], g_array_unref);
}

/* Agreement */

static void
add_agreement_row (TsReportTable     *table,
                   const char        *name,
                   const TsAgreement *agreement)
{
  g_autofree char *exact = format_share (agreement->n_exact, agreement->n);
  g_autofree char *within_one = format_share (agreement->n_within_one, agreement->n);
  g_autofree char *difference =
    agreement->n > 0 ? g_strdup_printf ("%s%.2f", agreement->sum < 0 ? "−" : agreement->sum > 0 ? "+"
                                                                                                : "",
                                        ABS ((double) agreement->sum) / agreement->n)
                     : g_strdup ("–");
  guint row = ts_report_table_add_row (table);

  ts_report_table_set_text (table, row, 0, name);
  ts_report_table_set_number (table, row, 1, agreement->n);
  ts_report_table_set_text (table, row, 2, exact);
  ts_report_table_set_text (table, row, 3, within_one);
  ts_report_table_set_text (table, row, 4, difference);
}

static gboolean
add_pair (TsReportTable           *table,
          const TsComparisonFacts *facts,
          TsLayer                  first,
          TsLayer                  second)
{
  g_autoptr (GArray) nodes = ts_comparison_list_nodes (facts->layers, get_section (facts), FALSE);
  g_autofree TsAgreement *agreements = g_new0 (TsAgreement, nodes->len + 1);
  TsAgreement *all = &agreements[nodes->len];
  g_autofree char *title = g_strdup_printf (_("%s and %s"), ts_layer_get_title (first), ts_layer_get_title (second));

  for (guint i = 0; i < nodes->len; i++)
    {
      ts_comparison_get_agreement (facts->layers, get_last_year (facts->layers), first, second, g_array_index (nodes, guint, i), &agreements[i]);
      all->n += agreements[i].n;
      all->n_exact += agreements[i].n_exact;
      all->n_within_one += agreements[i].n_within_one;
      all->sum += agreements[i].sum;
    }

  if (all->n == 0)
    return FALSE;

  ts_report_table_add_group (table, title);

  for (guint i = 0; i < nodes->len; i++)
    {
      g_autofree char *name = ts_node_dup_name (ts_comparison_get_node (facts->layers, g_array_index (nodes, guint, i))->node);

      add_agreement_row (table, name, &agreements[i]);
    }

  add_agreement_row (table, _("All together"), all);

  return TRUE;
}

static void
add_agreement (TsReportBuilder         *builder,
               const TsComparisonFacts *facts)
{
  TsReportTable *table = ts_report_table_new (NULL);
  gboolean any = FALSE;

  ts_report_builder_add_heading (builder, 1, _("How far judgements agree"));

  if (facts->optimisms->len > 1)
    {
      ts_report_builder_add_text (builder, _("Those who saw themselves highest come first. Each page has a scale of its own."));
      ts_report_builder_keep_with_next (builder);
    }

  for (guint i = 0; i < facts->optimisms->len; i++)
    ts_report_builder_add_chart (builder, g_ptr_array_index (facts->optimisms, i), 0);

  ts_report_table_add_column (table, NULL, 1, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Pairs"), 0, TS_REPORT_ALIGN_END);
  ts_report_table_add_column (table, _("The same"), 0, TS_REPORT_ALIGN_END);
  ts_report_table_add_column (table, _("Within one"), 0, TS_REPORT_ALIGN_END);
  ts_report_table_add_column (table, _("Mean difference"), 0, TS_REPORT_ALIGN_END);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    any = add_pair (table, facts, pairs[i].first, pairs[i].second) || any;

  if (any)
    ts_report_builder_add_text (builder, _("A pair is one organisation’s level of one competency by both judgements. The mean difference is the first less "
                                           "the second: above zero, the first saw more."));
  else
    ts_report_builder_add_text (builder, _("No two judgements of the same organisations are there to be compared."));

  if (any)
    ts_report_builder_keep_with_next (builder);

  ts_report_builder_add_table (builder, table);
}

static void
add_change (TsReportBuilder         *builder,
            const TsComparisonFacts *facts)
{
  if (facts->change == NULL)
    return;

  ts_report_builder_add_heading (builder, 1, _("What has changed"));
  ts_report_builder_add_chart (builder, facts->change, 0);
}

/**
 * ts_report_comparison:
 * @facts: what is told
 *
 * Returns: (transfer full): the document
 */
TsReport *
ts_report_comparison (const TsComparisonFacts *facts)
{
  TsReportBuilder *builder;
  g_autofree char *year = NULL;
  TsReportInfo info;

  g_return_val_if_fail (facts != NULL && facts->comparison != NULL && facts->layers != NULL, NULL);

  year = get_year_label (facts);
  info = (TsReportInfo) {
    .title = _("Comparison of organisations"),
    .framework = ts_comparison_get_section (facts->comparison, get_section (facts))->title,
    .year = year,
    .permitted_use = _("For assurance and improvement. Ranks depend on their weighting and have wide intervals: not for league tables."),
    .created = facts->made,
  };
  builder = ts_report_builder_new (&info);
  ts_report_builder_add_title_page (builder, NULL, make_facts (facts));
  ts_report_builder_add_contents (builder, _("Contents"), 2);
  add_distribution (builder, facts);
  add_heatmaps (builder, facts);
  add_ranking (builder, facts);
  add_sensitivity (builder, facts);
  add_agreement (builder, facts);
  add_change (builder, facts);

  return ts_report_builder_end (builder);
}
