/* ts-compare-charts-trend.c — a measure over the years
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-compare-charts-private.h"

#include "core/ts-compare-counts.h"
#include "core/ts-measure-series.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DEFAULT_MEASURE "total"

static int *
list_years (const TsComparison *comparison)
{
  int *years = g_new (int, ts_comparison_get_n_years (comparison) + 1);

  for (guint i = 0; i < ts_comparison_get_n_years (comparison); i++)
    years[i] = ts_comparison_get_year (comparison, i);

  return years;
}

/* --- Many organisations, one measure -------------------------------------------------------------------------------- */

static double
get_middle (const TsComparison *comparison,
            const TsMeasure    *measure)
{
  guint n_organisations = ts_comparison_get_n_organisations (comparison);
  g_autofree double *values = g_new (double, n_organisations + 1);
  TsSpread spread;
  guint n = 0;

  for (guint i = 0; i < n_organisations; i++)
    {
      double value = ts_measure_get (measure, i);

      if (isfinite (value))
        values[n++] = value;
    }

  ts_spread_of_numbers (values, n, &spread);

  return n > 0 ? spread.median : NAN;
}

static void
add_middle (const TsComparison    *comparison,
            const TsMeasureSeries *series,
            TsTrendData           *data)
{
  guint n = ts_comparison_get_n_organisations (comparison);
  g_autofree char *name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Median of %u organisation", "Median of %u organisations", n), n);
  TsChartSubject subject = { NULL, NULL, name, NULL, FALSE };
  guint line = ts_trend_data_add_line (data, &subject, TS_TREND_LINE_MIDDLE);

  for (guint year = 0; year < ts_comparison_get_n_years (comparison); year++)
    ts_trend_data_set_value (data, line, year, get_middle (comparison, ts_measure_series_get (series, year)), FALSE);
}

static void
add_organisation (const TsComparison    *comparison,
                  const TsCompareFilter *filter,
                  const TsMeasureSeries *series,
                  guint                  organisation,
                  gboolean               picked,
                  TsTrendData           *data)
{
  TsChartSubject subject =
    ts_compare_charts_get_subject (comparison, filter, organisation, ts_compare_charts_get_last_year (comparison));
  guint line;

  subject.highlighted |= picked;
  line = ts_trend_data_add_line (data, &subject, TS_TREND_LINE_SUBJECT);

  for (guint year = 0; year < ts_comparison_get_n_years (comparison); year++)
    {
      const TsMeasure *measure = ts_measure_series_get (series, year);

      ts_trend_data_set_value (data, line, year, ts_measure_get (measure, organisation), ts_measure_uses_predecessors (measure, organisation));
    }
}

static TsTrendData *
make_of_many (TsComparison           *comparison,
              const TsCompareFilter  *filter,
              const TsCompareView    *view,
              GError                **error)
{
  const char *name = view != NULL && view->measure != NULL ? view->measure : DEFAULT_MEASURE;
  g_autoptr (TsMeasureSeries) series = ts_measure_series_new (comparison, filter->layer, filter->section, name, error);
  g_autoptr (TsChartLevels) levels = NULL;
  g_autofree int *years = list_years (comparison);
  g_autofree char *measure_title = NULL;
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  const TsMeasure *last;
  guint picked = G_MAXUINT;
  TsTrendData *data;

  if (series == NULL)
    return NULL;

  if (view != NULL && view->organisation != NULL && !ts_compare_charts_find_organisation (comparison, view->organisation, &picked, error))
    return NULL;

  last = ts_measure_series_get (series, ts_compare_charts_get_last_year (comparison));
  measure_title = ts_measure_get_title (last);
  what = ts_compare_charts_add_basis (measure_title, ts_measure_series_get_basis (series));
  title = ts_compare_charts_make_title (comparison, what, ts_layer_get_title (filter->layer), TRUE);
  levels = ts_measure_get_scale (last) != NULL ? ts_compare_charts_make_levels (ts_measure_get_scale (last)) : NULL;
  data = ts_trend_data_new (title, measure_title, ts_measure_get_unit (last), levels, years, ts_comparison_get_n_years (comparison));

  ts_trend_data_set_basis (data, ts_measure_series_get_basis (series));

  for (guint year = 1; year < ts_comparison_get_n_years (comparison); year++)
    {
      if (ts_measure_is_break (ts_measure_series_get (series, year), ts_measure_series_get (series, year - 1)))
        ts_trend_data_set_break (data, year, _("The definition changed"));
    }

  for (guint i = 0; i < ts_comparison_get_n_organisations (comparison); i++)
    add_organisation (comparison, filter, series, i, i == picked, data);

  if (ts_comparison_get_n_organisations (comparison) > 2)
    add_middle (comparison, series, data);

  return data;
}

/* --- One organisation, its competencies ------------------------------------------------------------------------------ */

static gboolean
has_level (const TsComparison    *comparison,
           const TsCompareFilter *filter,
           guint                  organisation,
           guint                  year,
           guint                  node)
{
  return ts_comparison_get_cell (comparison, organisation, year, filter->layer, node).level != 0;
}

static TsTrendData *
make_of_one (TsComparison          *comparison,
             const TsCompareFilter *filter,
             guint                  organisation)
{
  const TsSection *section = ts_comparison_get_section (comparison, ts_compare_charts_get_section (comparison, filter));
  g_autoptr (TsChartLevels) levels = ts_compare_charts_make_levels (section->scale);
  g_autoptr (GArray) nodes = ts_compare_charts_list_nodes (comparison, filter);
  g_autofree int *years = list_years (comparison);
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  TsTrendData *data;

  /* Translators: an organisation, and what of it is assessed: "Northmoor PCT · Competencies" */
  what = g_strdup_printf (C_("chart title", "%s · %s"), ts_comparison_get_organisation (comparison, organisation)->name, section->title);
  title = ts_compare_charts_make_title (comparison, what, ts_layer_get_title (filter->layer), TRUE);
  data = ts_trend_data_new (title, C_("measure", "Level"), NULL, levels, years, ts_comparison_get_n_years (comparison));

  if (filter->criteria)
    ts_trend_data_set_subject (data, TS_TREND_SUBJECT_CRITERION);
  else
    ts_trend_data_set_subject (data, ts_scale_get_kind (section->scale) == TS_SCALE_LEVELS ? TS_TREND_SUBJECT_COMPETENCY : TS_TREND_SUBJECT_AREA);

  for (guint i = 0; i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);
      const TsNode *what_node = ts_comparison_get_node (comparison, node)->node;
      TsChartSubject subject = { what_node->id, ts_compare_charts_get_node_code (what_node), what_node->title, NULL, FALSE };
      guint line = ts_trend_data_add_line (data, &subject, TS_TREND_LINE_SUBJECT);

      for (guint year = 0; year < ts_comparison_get_n_years (comparison); year++)
        {
          TsCell cell = ts_comparison_get_cell (comparison, organisation, year, filter->layer, node);

          if (cell.level != 0)
            ts_trend_data_set_value (data, line, year, cell.level, cell.from_predecessors);

          /* What begins here breaks nothing. */
          if (year > 0 && has_level (comparison, filter, organisation, year - 1, node) && ts_comparison_is_break (comparison, year - 1, year, node))
            ts_trend_data_set_line_break (data, line, year, _("The definition of some changed"));
        }
    }

  return data;
}

/**
 * ts_compare_charts_trend:
 * @comparison: levels of the filter's layer in several years, and what else the measure needs
 * @filter: what is compared
 * @view: (nullable): which measure; or, without one, of which organisation all competencies are shown
 * @error: where to put that there is no such measure or organisation
 *
 * Lines are broken where what is judged was defined otherwise the year before. What adds up or averages is like for like, and says so: only what
 * stands in all years counts, even where it was redefined.
 *
 * Returns: (transfer full) (nullable): a measure of organisations over the years, the sum of levels if none is named; or an organisation's levels
 */
TsTrendData *
ts_compare_charts_trend (TsComparison           *comparison,
                         const TsCompareFilter  *filter,
                         const TsCompareView    *view,
                         GError                **error)
{
  guint organisation = 0;

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (ts_compare_charts_is_empty (comparison))
    return NULL;

  if (view == NULL || view->measure != NULL || view->organisation == NULL)
    return make_of_many (comparison, filter, view, error);

  if (!ts_compare_charts_find_organisation (comparison, view->organisation, &organisation, error))
    return NULL;

  return make_of_one (comparison, filter, organisation);
}
