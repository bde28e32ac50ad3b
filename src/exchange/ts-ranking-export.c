/* ts-ranking-export.c — ranks with their intervals, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-ranking-export.h"

#include "core/ts-rank-interval.h"
#include "core/ts-year.h"
#include "exchange/ts-comparison-reader.h"

static const char *const columns[] = {
  "organisation",
  "year",
  "layer",
  "weighting",
  "score",
  "rank",
  "rank_from",
  "rank_to",
  "missing",
  NULL,
};

static void
add_number (TsTableWriter *writer,
            gboolean       known,
            double         number)
{
  if (known)
    ts_table_writer_add_number (writer, number);
  else
    ts_table_writer_add_text (writer, NULL);
}

static gboolean
write_weighting (TsExport               *export,
                 TsTableWriter          *writer,
                 TsComparison           *comparison,
                 const TsCompareFilter  *filter,
                 TsWeighting             weighting,
                 GHashTable             *weights,
                 GError                **error)
{
  guint year = ts_comparison_get_n_years (comparison) - 1;
  g_autofree char *year_label = ts_year_format (ts_comparison_get_year (comparison, year));
  g_autoptr (TsScoring) scoring = ts_scoring_new (comparison, year, filter->layer, filter->section, weighting, weights);
  g_autoptr (GArray) intervals = ts_rank_intervals_make (scoring, TS_RANK_CONFIDENCE, TS_RANK_SEED);

  for (guint i = 0; i < intervals->len; i++)
    {
      const TsRankInterval *interval = &g_array_index (intervals, TsRankInterval, i);

      ts_table_writer_add_text (writer, ts_comparison_get_organisation (comparison, i)->code);
      ts_table_writer_add_text (writer, year_label);
      ts_table_writer_add_text (writer, ts_layer_get_name (filter->layer));
      ts_table_writer_add_text (writer, ts_weighting_get_name (weighting));
      add_number (writer, interval->is_ranked, interval->score);
      add_number (writer, interval->is_ranked, interval->rank);
      add_number (writer, interval->is_ranked, interval->low);
      add_number (writer, interval->is_ranked, interval->high);
      ts_table_writer_add_integer (writer, interval->n_missing);

      if (!ts_export_end_row (export, writer, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_ranking_export:
 * @workbook: a workbook
 * @filter: what is compared; where it names no year, the latest is taken
 * @keep_layer: whether somebody asked for the filter's layer; otherwise the most settled is taken
 * @weights: (nullable) (element-type utf8 double): the user's own weights, to rank by too
 * @export: where and how; its filter is not looked at
 * @error: where to put why not; see [struct@Export]
 *
 * Writes the rank of each organisation under each weighting, never without its 95 % interval. Who lacks a level that counts has no rank.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_ranking_export (TsWorkbook             *workbook,
                   const TsCompareFilter  *filter,
                   gboolean                keep_layer,
                   GHashTable             *weights,
                   TsExport               *export,
                   GError                **error)
{
  g_autoptr (TsCompareFilter) chosen = NULL;
  g_autoptr (TsComparison) comparison = NULL;
  g_autoptr (TsTableWriter) writer = NULL;
  guint n_weightings = weights != NULL ? TS_N_WEIGHTINGS : TS_WEIGHTING_OWN;

  g_return_val_if_fail (workbook != NULL && filter != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  chosen = ts_compare_filter_copy (filter);
  comparison = ts_comparison_read_usual (workbook, chosen, keep_layer, TS_COMPARE_LAST_YEAR, error);

  if (comparison == NULL || !ts_comparison_check_section (comparison, chosen->section, error))
    return FALSE;

  writer = ts_export_begin (export, columns);

  for (guint weighting = 0; ts_comparison_get_n_years (comparison) > 0 && weighting < n_weightings; weighting++)
    {
      if (!write_weighting (export, writer, comparison, chosen, weighting, weights, error))
        return FALSE;
    }

  return ts_export_end (export, writer, error);
}
