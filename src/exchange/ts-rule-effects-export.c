/* ts-rule-effects-export.c — what changes, and for whom, if levels were rolled up by another rule, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-rule-effects-export.h"

#include "core/ts-compare-counts.h"
#include "core/ts-year.h"
#include "exchange/ts-comparison-reader.h"

static const char *const columns[] = {
  "organisation",
  "year",
  "node",
  "layer",
  "rule",
  "level",
  "other_rule",
  "other_level",
  "change",
  NULL,
};

/* The one that the level follows from: each framework has its own. */
static TsRollUpRule
get_rule (const TsComparison    *comparison,
          const TsCompareFilter *filter,
          guint                  organisation,
          guint                  year,
          const char            *node_id)
{
  TsFramework *framework = ts_comparison_get_framework (comparison, organisation, year);

  return filter->has_rule ? filter->rule : ts_framework_find_node (framework, node_id)->section->rule;
}

static gboolean
write_rule (TsExport               *export,
            TsTableWriter          *writer,
            const TsComparison     *comparison,
            const TsCompareFilter  *filter,
            const GArray           *nodes,
            TsRollUpRule            other,
            GError                **error)
{
  guint year = ts_comparison_get_n_years (comparison) - 1;
  g_autofree char *year_label = ts_year_format (ts_comparison_get_year (comparison, year));
  g_autoptr (GArray) changes = ts_comparison_list_sensitivities (comparison, year, filter->layer, nodes, other);

  for (guint i = 0; i < changes->len; i++)
    {
      const TsSensitivity *change = &g_array_index (changes, TsSensitivity, i);
      const TsComparedNode *node = ts_comparison_get_node (comparison, change->node);

      ts_table_writer_add_text (writer, ts_comparison_get_organisation (comparison, change->organisation)->code);
      ts_table_writer_add_text (writer, year_label);
      ts_table_writer_add_text (writer, node->id);
      ts_table_writer_add_text (writer, ts_layer_get_name (filter->layer));
      ts_table_writer_add_text (writer, ts_roll_up_rule_get_name (get_rule (comparison, filter, change->organisation, year, node->id)));
      ts_table_writer_add_integer (writer, change->level);
      ts_table_writer_add_text (writer, ts_roll_up_rule_get_name (other));
      ts_table_writer_add_integer (writer, change->other);
      ts_table_writer_add_integer (writer, change->other - change->level);

      if (!ts_export_end_row (export, writer, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_rule_effects_export:
 * @workbook: a workbook
 * @filter: what is compared, and the rule that is used; where it names no year, the latest is taken
 * @keep_layer: whether somebody asked for the filter's layer; otherwise the most settled is taken
 * @other: (nullable): the rule that is tried instead, %NULL for each in turn
 * @export: where and how; its filter is not looked at
 * @error: where to put why not; see [struct@Export]
 *
 * Writes each level that would be another. Levels that were stated depend on no rule.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_rule_effects_export (TsWorkbook             *workbook,
                        const TsCompareFilter  *filter,
                        gboolean                keep_layer,
                        const TsRollUpRule     *other,
                        TsExport               *export,
                        GError                **error)
{
  g_autoptr (TsCompareFilter) chosen = NULL;
  g_autoptr (TsComparison) comparison = NULL;
  g_autoptr (TsTableWriter) writer = NULL;
  g_autoptr (GArray) nodes = NULL;

  g_return_val_if_fail (workbook != NULL && filter != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  chosen = ts_compare_filter_copy (filter);
  comparison = ts_comparison_read_usual (workbook, chosen, keep_layer, TS_COMPARE_LAST_YEAR, error);

  if (comparison == NULL || !ts_comparison_check_section (comparison, chosen->section, error))
    return FALSE;

  writer = ts_export_begin (export, columns);

  if (ts_comparison_get_n_years (comparison) > 0 && ts_comparison_get_n_sections (comparison) > 0)
    nodes = ts_comparison_list_nodes (comparison, (guint) MAX (ts_comparison_find_section (comparison, chosen->section), 0), FALSE);

  for (TsRollUpRule rule = 0; nodes != NULL && rule < TS_N_ROLL_UP_RULES; rule++)
    {
      if ((other == NULL || rule == *other) && !write_rule (export, writer, comparison, chosen, nodes, rule, error))
        return FALSE;
    }

  return ts_export_end (export, writer, error);
}
