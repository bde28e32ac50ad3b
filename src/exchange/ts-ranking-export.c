/* ts-ranking-export.c — ranks with their intervals, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-ranking-export.h"

#include "core/ts-rank-interval.h"
#include "core/ts-year.h"
#include "exchange/ts-comparison-reader.h"
#include "store/ts-compare-query.h"

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
write_weighting (TsExport       *export,
                 TsTableWriter  *writer,
                 TsComparison   *comparison,
                 TsLayer         layer,
                 TsWeighting     weighting,
                 GError        **error)
{
  guint year = ts_comparison_get_n_years (comparison) - 1;
  g_autofree char *year_label = ts_year_format (ts_comparison_get_year (comparison, year));
  g_autoptr (TsScoring) scoring = ts_scoring_new (comparison, year, layer, NULL, weighting, NULL);
  g_autoptr (GArray) intervals = ts_rank_intervals_make (scoring, TS_RANK_CONFIDENCE, TS_RANK_SEED);

  for (guint i = 0; i < intervals->len; i++)
    {
      const TsRankInterval *interval = &g_array_index (intervals, TsRankInterval, i);

      ts_table_writer_add_text (writer, ts_comparison_get_organisation (comparison, i)->code);
      ts_table_writer_add_text (writer, year_label);
      ts_table_writer_add_text (writer, ts_layer_get_name (layer));
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
 * @export: where and how; where its filter names no year or layer, the latest year and the most settled layer are taken
 * @error: where to put why not; see [struct@Export]
 *
 * Writes the rank of each organisation under each weighting, never without its 95 % interval. Who lacks a level that counts has no rank.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_ranking_export (TsWorkbook  *workbook,
                   TsExport    *export,
                   GError     **error)
{
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();
  g_autoptr (TsFrameworkCache) frameworks = ts_framework_cache_new ();
  g_autoptr (TsCompareScope) scope = NULL;
  g_autoptr (TsComparison) comparison = NULL;
  g_autoptr (TsTableWriter) writer = NULL;
  gboolean has_layer = FALSE;

  g_return_val_if_fail (workbook != NULL && export != NULL, FALSE);

  if (!ts_export_check_filter (workbook, export->filter, error))
    return FALSE;

  if (export->filter != NULL)
    {
      has_layer = export->filter->layers != NULL && export->filter->layers[0] != NULL;
      ts_compare_filter_set_texts (&filter->organisations, export->filter->organisations);
      ts_compare_filter_set_texts (&filter->frameworks, export->filter->frameworks);
      ts_compare_filter_set_years (filter, export->filter->years, export->filter->n_years);

      if (has_layer)
        ts_layer_from_name (export->filter->layers[0], &filter->layer);
    }

  scope = ts_workbook_read_compare_scope (workbook, error);

  if (scope == NULL)
    return FALSE;

  ts_compare_scope_set_defaults (scope, filter, has_layer);
  comparison = ts_comparison_read (workbook, frameworks, filter, TS_COMPARE_LAST_YEAR, error);

  if (comparison == NULL)
    return FALSE;

  writer = ts_table_writer_new (export->stream, export->format, columns, export->cancellable);

  for (guint weighting = 0; ts_comparison_get_n_years (comparison) > 0 && weighting < TS_WEIGHTING_OWN; weighting++)
    {
      if (!write_weighting (export, writer, comparison, filter->layer, weighting, error))
        return FALSE;
    }

  return ts_export_end (export, writer, error);
}
