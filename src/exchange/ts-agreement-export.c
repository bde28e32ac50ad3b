/* ts-agreement-export.c — how well layers agree, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-agreement-export.h"

#include "core/ts-compare-counts.h"
#include "core/ts-year.h"
#include "exchange/ts-comparison-reader.h"

static const char *const columns[] = {
  "year",
  "node",
  "first",
  "second",
  "organisations",
  "same",
  "within_one",
  "mean_difference",
  NULL,
};

static gboolean
write_pair (TsExport            *export,
            TsTableWriter       *writer,
            const TsComparison  *comparison,
            guint                year,
            guint                node,
            TsLayer              first,
            TsLayer              second,
            GError             **error)
{
  g_autofree char *year_label = ts_year_format (ts_comparison_get_year (comparison, year));
  TsAgreement agreement;

  ts_comparison_get_agreement (comparison, year, first, second, node, &agreement);

  /* Where nobody has both, there is nothing to agree on. */
  if (agreement.n == 0)
    return TRUE;

  ts_table_writer_add_text (writer, year_label);
  ts_table_writer_add_text (writer, ts_comparison_get_node (comparison, node)->id);
  ts_table_writer_add_text (writer, ts_layer_get_name (first));
  ts_table_writer_add_text (writer, ts_layer_get_name (second));
  ts_table_writer_add_integer (writer, agreement.n);
  ts_table_writer_add_integer (writer, agreement.n_exact);
  ts_table_writer_add_integer (writer, agreement.n_within_one);
  ts_table_writer_add_number (writer, (double) agreement.sum / agreement.n);

  return ts_export_end_row (export, writer, error);
}

static gboolean
write_node (TsExport            *export,
            TsTableWriter       *writer,
            const TsComparison  *comparison,
            guint                year,
            guint                node,
            GError             **error)
{
  for (guint first = 0; first < TS_N_LAYERS; first++)
    {
      for (guint second = first + 1; second < TS_N_LAYERS; second++)
        {
          if (first != TS_LAYER_REVIEWER && second != TS_LAYER_REVIEWER &&
              !write_pair (export, writer, comparison, year, node, first, second, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
write_nodes (TsExport               *export,
             TsTableWriter          *writer,
             const TsComparison     *comparison,
             const TsCompareFilter  *filter,
             GError                **error)
{
  g_autoptr (GArray) nodes = NULL;
  int section = ts_comparison_find_section (comparison, filter->section);

  if (section < 0)
    return TRUE;

  nodes = ts_comparison_list_nodes (comparison, (guint) section, filter->criteria);

  for (guint year = 0; year < ts_comparison_get_n_years (comparison); year++)
    {
      for (guint i = 0; i < nodes->len; i++)
        {
          if (!write_node (export, writer, comparison, year, g_array_index (nodes, guint, i), error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * ts_agreement_export:
 * @workbook: a workbook
 * @filter: what is compared; where it names no year, all years are
 * @export: where and how; its filter is not looked at
 * @error: where to put why not; see [struct@Export]
 *
 * Writes for each year, competency and pair of layers how many organisations have a level on both, how many of these are the same and no more than
 * one apart, and by how much the first lies above the second on average. Reviewers' own levels are left out: they stand beside each other.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_agreement_export (TsWorkbook             *workbook,
                     const TsCompareFilter  *filter,
                     TsExport               *export,
                     GError                **error)
{
  g_autoptr (TsFrameworkCache) frameworks = ts_framework_cache_new ();
  g_autoptr (TsComparison) comparison = NULL;
  g_autoptr (TsTableWriter) writer = NULL;

  g_return_val_if_fail (workbook != NULL && filter != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  comparison = ts_comparison_read (workbook, frameworks, filter, TS_COMPARE_YEARS | TS_COMPARE_EVERY_LAYER, error);

  if (comparison == NULL || !ts_comparison_check_section (comparison, filter->section, error))
    return FALSE;

  writer = ts_export_begin (export, columns);

  return write_nodes (export, writer, comparison, filter, error) && ts_export_end (export, writer, error);
}
