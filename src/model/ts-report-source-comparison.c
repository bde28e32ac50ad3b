/* ts-report-source-comparison.c — organisations side by side out of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-report-source.h"

#include "model/ts-compare-charts.h"
#include "report/ts-report-comparison.h"
#include "report/ts-report-pdf.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* As many organisations as a page has room for, with letters that can be read. */
#define ROWS_A_PAGE 38

typedef struct
{
  TsComparison *comparison;
  TsComparison *layers;
  TsComparison *years;
  GPtrArray *heatmaps;
  GPtrArray *rankings;
  TsChart *distribution;
  GPtrArray *optimisms;
  TsRankingData *ranking;
  TsChart *change;
  char *moment;
  char *name;
} Material;

static void
material_clear (Material *material)
{
  g_clear_pointer (&material->comparison, ts_comparison_unref);
  g_clear_pointer (&material->layers, ts_comparison_unref);
  g_clear_pointer (&material->years, ts_comparison_unref);
  g_clear_pointer (&material->heatmaps, g_ptr_array_unref);
  g_clear_pointer (&material->rankings, g_ptr_array_unref);
  g_clear_pointer (&material->distribution, ts_chart_unref);
  g_clear_pointer (&material->ranking, ts_ranking_data_unref);
  g_clear_pointer (&material->optimisms, g_ptr_array_unref);
  g_clear_pointer (&material->change, ts_chart_unref);
  g_free (material->moment);
  g_free (material->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Material, material_clear)

/* Pages of about the same length read better than full ones with a rest. */
static guint
get_rows_a_page (guint n_rows)
{
  guint n_pages = MAX ((n_rows + ROWS_A_PAGE - 1) / ROWS_A_PAGE, 1);

  return MAX ((n_rows + n_pages - 1) / n_pages, 1);
}

static char *
make_page_title (const char *title,
                 guint       first,
                 guint       end,
                 guint       n_rows)
{
  if (first == 0 && end == n_rows)
    return g_strdup (title);

  /* Translators: a chart's title, and which of its rows are shown: "Competencies · Final · 2009/10 · 1 to 38 of 152" */
  return g_strdup_printf (_("%s · %u to %u of %u"), title, first + 1, end, n_rows);
}

static TsHeatmapData *
cut_heatmap (const TsHeatmapData *data,
             guint                first,
             guint                end)
{
  g_autofree char *title = make_page_title (ts_heatmap_data_get_title (data), first, end, ts_heatmap_data_get_n_rows (data));
  TsHeatmapData *part = ts_heatmap_data_new (title);

  for (guint j = 0; j < ts_heatmap_data_get_n_columns (data); j++)
    {
      const TsChartSubject *column = ts_heatmap_data_get_column (data, j);

      ts_heatmap_data_add_column (part, column->id, column->code, column->name, (TsChartLevels *) ts_heatmap_data_get_levels (data, j));
    }

  for (guint i = first; i < end; i++)
    {
      guint row = ts_heatmap_data_add_row (part, ts_heatmap_data_get_row (data, i));

      for (guint j = 0; j < ts_heatmap_data_get_n_columns (data); j++)
        {
          const TsHeatmapCell *cell = ts_heatmap_data_get_cell (data, i, j);

          if (cell->state == TS_HEATMAP_STATE_VALUE)
            ts_heatmap_data_set_value (part, row, j, cell->value, cell->stated);
          else if (cell->state == TS_HEATMAP_STATE_INCOMPLETE)
            ts_heatmap_data_set_incomplete (part, row, j, cell->n_rated, cell->n_wanted);
        }
    }

  return part;
}

static TsRankingData *
cut_ranking (const TsRankingData *data,
             guint                first,
             guint                end)
{
  g_autofree char *title = make_page_title (ts_ranking_data_get_title (data), first, end, ts_ranking_data_get_n_rows (data));
  TsRankingData *part = ts_ranking_data_new (title, ts_ranking_data_get_confidence (data));

  for (guint j = 0; j < ts_ranking_data_get_n_panels (data); j++)
    ts_ranking_data_add_panel (part, ts_ranking_data_get_panel (data, j));

  for (guint i = first; i < end; i++)
    {
      guint row = ts_ranking_data_add_row (part, ts_ranking_data_get_row (data, i));

      for (guint j = 0; j < ts_ranking_data_get_n_panels (data); j++)
        {
          const TsRank *rank = ts_ranking_data_get_rank (data, j, i);

          if (rank != NULL)
            ts_ranking_data_set_rank (part, j, row, rank);
        }
    }

  return part;
}

static TsOptimismData *
cut_optimism (const TsOptimismData *data,
              guint                 first,
              guint                 end)
{
  g_autofree char *title = make_page_title (ts_optimism_data_get_title (data), first, end, ts_optimism_data_get_n_rows (data));
  TsOptimismData *part =
    ts_optimism_data_new (title, ts_optimism_data_get_own_name (data), ts_optimism_data_get_other_name (data), ts_optimism_data_get_unit (data));

  for (guint i = first; i < end; i++)
    {
      double own = NAN;
      double other = NAN;

      /* What is missing stays missing. */
      if (!ts_optimism_data_get_own (data, i, &own))
        own = NAN;

      if (!ts_optimism_data_get_other (data, i, &other))
        other = NAN;

      ts_optimism_data_add_row (part, ts_optimism_data_get_row (data, i), own, other);
    }

  return part;
}

static void
make_optimisms (Material             *material,
                const TsOptimismData *data)
{
  guint n_rows = ts_optimism_data_get_n_rows (data);
  guint step = get_rows_a_page (n_rows);

  for (guint first = 0; first < n_rows; first += step)
    {
      g_autoptr (TsOptimismData) part = cut_optimism (data, first, MIN (first + step, n_rows));

      g_ptr_array_add (material->optimisms, ts_chart_new_optimism (part));
    }
}

static void
make_heatmaps (Material            *material,
               const TsHeatmapData *data)
{
  guint n_rows = ts_heatmap_data_get_n_rows (data);
  guint step = get_rows_a_page (n_rows);

  for (guint first = 0; first < n_rows; first += step)
    {
      g_autoptr (TsHeatmapData) part = cut_heatmap (data, first, MIN (first + step, n_rows));

      g_ptr_array_add (material->heatmaps, ts_chart_new_heatmap (part));
    }
}

static void
make_rankings (Material      *material,
               TsRankingData *data)
{
  guint n_rows = ts_ranking_data_get_n_rows (data);
  guint step = get_rows_a_page (n_rows);

  for (guint first = 0; first < n_rows; first += step)
    {
      g_autoptr (TsRankingData) part = cut_ranking (data, first, MIN (first + step, n_rows));

      g_ptr_array_add (material->rankings, ts_chart_new_ranking (part));
    }

  material->ranking = ts_ranking_data_ref (data);
}

/* A chart that has nothing to show is none, which is no error. */
static gboolean
make_charts (Material               *material,
             const TsCompareFilter  *filter,
             GError                **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (TsHeatmapData) heatmap = ts_compare_charts_heatmap (material->comparison, filter, NULL, &failure);
  g_autoptr (TsRankingData) ranking = NULL;
  g_autoptr (TsOptimismData) optimism = NULL;

  material->heatmaps = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_chart_unref);
  material->rankings = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_chart_unref);
  material->optimisms = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_chart_unref);

  if (failure == NULL)
    ranking = ts_compare_charts_ranking (material->comparison, filter, NULL, &failure);

  if (failure == NULL)
    material->distribution = ts_compare_charts_make (TS_COMPARE_CHART_DISTRIBUTION, material->comparison, filter, NULL, &failure);

  if (failure == NULL)
    optimism = ts_compare_charts_optimism (material->layers, filter, NULL, &failure);

  if (failure == NULL)
    material->change = ts_compare_charts_make (TS_COMPARE_CHART_CHANGE, material->years, filter, NULL, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (heatmap != NULL)
    make_heatmaps (material, heatmap);

  if (ranking != NULL)
    make_rankings (material, ranking);

  if (optimism != NULL)
    make_optimisms (material, optimism);

  return TRUE;
}

static TsComparison *
read_comparison (TsWorkplace            *workplace,
                 const TsCompareFilter  *filter,
                 TsCompareChart          chart,
                 GError                **error)
{
  return ts_comparison_read (workplace->workbook, workplace->frameworks, filter, ts_compare_chart_get_needs (chart, filter, NULL), error);
}

static gboolean
read_material (TsWorkplace            *workplace,
               const TsCompareFilter  *filter,
               Material               *material,
               GError                **error)
{
  material->comparison = read_comparison (workplace, filter, TS_COMPARE_CHART_HEATMAP, error);

  if (material->comparison == NULL)
    return FALSE;

  if (ts_comparison_get_n_organisations (material->comparison) == 0 || ts_comparison_get_n_years (material->comparison) == 0 ||
      ts_comparison_get_n_sections (material->comparison) == 0)
    {
      g_set_error_literal (error, TS_REPORT_ERROR, TS_REPORT_ERROR_NOTHING, _("There are no levels to compare that fit what was asked for."));
      return FALSE;
    }

  if (!ts_comparison_check_section (material->comparison, filter->section, error))
    return FALSE;

  material->layers = read_comparison (workplace, filter, TS_COMPARE_CHART_OPTIMISM, error);

  if (material->layers == NULL)
    return FALSE;

  material->years = read_comparison (workplace, filter, TS_COMPARE_CHART_CHANGE, error);

  if (material->years == NULL)
    return FALSE;

  material->name = ts_report_source_get_name (workplace);
  material->moment = ts_report_source_read_moment (workplace, 0, error);

  return material->moment != NULL && make_charts (material, filter, error);
}

/**
 * ts_report_source_read_comparison:
 * @workplace: a workbook's thread
 * @filter: what is compared
 * @error: where to put why it could not be read, or %TS_REPORT_ERROR_NOTHING
 *
 * Returns: (transfer full): the comparison as a document
 */
TsReport *
ts_report_source_read_comparison (TsWorkplace            *workplace,
                                  const TsCompareFilter  *filter,
                                  GError                **error)
{
  g_auto (Material) material = { 0 };
  TsComparisonFacts facts;

  g_return_val_if_fail (workplace != NULL && filter != NULL, NULL);

  if (!read_material (workplace, filter, &material, error))
    return NULL;

  facts = (TsComparisonFacts) {
    .filter = filter,
    .comparison = material.comparison,
    .layers = material.layers,
    .distribution = material.distribution,
    .heatmaps = material.heatmaps,
    .rankings = material.rankings,
    .ranking = material.ranking,
    .optimisms = material.optimisms,
    .change = material.change,
    .source = material.name,
    .made = material.moment,
  };

  return ts_report_comparison (&facts);
}
