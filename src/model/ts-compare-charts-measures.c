/* ts-compare-charts-measures.c — measures of many organisations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-compare-charts-private.h"

#include "core/ts-measure-series.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_MEASURE "total"

static void
measure_choice_free (gpointer data)
{
  TsMeasureChoice *choice = data;

  g_free (choice->name);
  g_free (choice->title);
  g_free (choice);
}

/**
 * ts_compare_charts_list_measures:
 * @comparison: a comparison; outcomes are among the measures where they were read
 * @filter: what is compared
 *
 * Returns: (transfer full) (element-type TsMeasureChoice): the measures that trends, strip plots and scatter charts can show
 */
GPtrArray *
ts_compare_charts_list_measures (TsComparison          *comparison,
                                 const TsCompareFilter *filter)
{
  GPtrArray *choices;
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  choices = g_ptr_array_new_with_free_func (measure_choice_free);

  if (ts_comparison_get_n_years (comparison) == 0)
    return choices;

  names = ts_measure_list_names (comparison, filter->section);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (TsMeasure) measure = ts_measure_new (comparison, filter->layer, filter->section, g_ptr_array_index (names, i), NULL);
      TsMeasureChoice *choice;

      if (measure == NULL)
        continue;

      choice = g_new (TsMeasureChoice, 1);
      *choice = (TsMeasureChoice) { g_strdup (g_ptr_array_index (names, i)), ts_measure_get_title (measure) };
      g_ptr_array_add (choices, choice);
    }

  return choices;
}

/**
 * ts_compare_charts_get_usual_measure:
 * @comparison: a comparison
 * @second: whether it is set against another measure, the sum of levels
 *
 * Returns: (transfer none): the name of the measure that a chart shows where its view does not say which: the sum of levels; as a second one the first
 *   outcome that was read, or else governance
 */
const char *
ts_compare_charts_get_usual_measure (const TsComparison *comparison,
                                     gboolean            second)
{
  g_return_val_if_fail (comparison != NULL, NULL);

  if (!second)
    return DEFAULT_MEASURE;

  return ts_comparison_get_n_figures (comparison) > 0 ? ts_comparison_get_figure_name (comparison, 0) : "governance";
}

/* --- Scatter ------------------------------------------------------------------------------------------------------- */

static TsMeasure *
make_measure (TsComparison           *comparison,
              const TsCompareFilter  *filter,
              const TsCompareView    *view,
              gboolean                second,
              GError                **error)
{
  const char *name = second ? view->y : view->x;

  return ts_measure_new (comparison, filter->layer, filter->section, name != NULL ? name : ts_compare_charts_get_usual_measure (comparison, second),
                         error);
}

static void
set_measure (TsScatterData   *data,
             TsScatterAxis    axis,
             const TsMeasure *measure)
{
  g_autofree char *title = ts_measure_get_title (measure);

  ts_scatter_data_set_measure (data, axis, title, ts_measure_get_unit (measure));
}

static char *
make_scatter_title (const TsComparison    *comparison,
                    const TsCompareFilter *filter,
                    const TsMeasure       *x,
                    const TsMeasure       *y)
{
  g_autofree char *across = ts_measure_get_title_within (x);
  g_autofree char *upwards = ts_measure_get_title (y);
  /* Translators: the title of a chart of two measures: "Life expectancy against sum of levels" */
  g_autofree char *what = g_strdup_printf (C_("chart title", "%s against %s"), upwards, across);

  return ts_compare_charts_make_title (comparison, what, ts_layer_get_title (filter->layer), FALSE);
}

/**
 * ts_compare_charts_scatter:
 * @comparison: what the measures need, in one year
 * @filter: what is compared
 * @view: (nullable): which two measures; if it does not say, the sum of levels and the first outcome or else governance
 * @error: where to put that there is no such measure
 *
 * Returns: (transfer full) (nullable): two measures of each organisation
 */
TsScatterData *
ts_compare_charts_scatter (TsComparison           *comparison,
                           const TsCompareFilter  *filter,
                           const TsCompareView    *view,
                           GError                **error)
{
  const TsCompareView usual = { 0 };
  g_autoptr (TsScatterData) data = NULL;
  g_autoptr (TsMeasure) x = NULL;
  g_autoptr (TsMeasure) y = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (ts_compare_charts_is_empty (comparison))
    return NULL;

  x = make_measure (comparison, filter, view != NULL ? view : &usual, FALSE, error);

  if (x == NULL)
    return NULL;

  y = make_measure (comparison, filter, view != NULL ? view : &usual, TRUE, error);

  if (y == NULL)
    return NULL;

  title = make_scatter_title (comparison, filter, x, y);
  data = ts_scatter_data_new (title);
  set_measure (data, TS_SCATTER_AXIS_X, x);
  set_measure (data, TS_SCATTER_AXIS_Y, y);

  for (guint i = 0; i < ts_comparison_get_n_organisations (comparison); i++)
    {
      TsChartSubject subject = ts_compare_charts_get_subject (comparison, filter, i, ts_compare_charts_get_last_year (comparison));

      ts_scatter_data_add_point (data, &subject, ts_measure_get (x, i), ts_measure_get (y, i));
    }

  return g_steal_pointer (&data);
}

/* --- Strip --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  TsComparison *comparison;
  const TsCompareFilter *filter;
  TsStripData *data;
} Job;

static void
add_points (Job             *job,
            const char      *name,
            const GArray    *organisations,
            guint            year,
            const TsMeasure *measure)
{
  TsChartSubject subject = { name, NULL, name, NULL, FALSE };
  guint row = ts_strip_data_add_row (job->data, &subject);
  guint n = organisations != NULL ? organisations->len : ts_comparison_get_n_organisations (job->comparison);

  for (guint i = 0; i < n; i++)
    {
      guint organisation = organisations != NULL ? g_array_index (organisations, guint, i) : i;

      subject = ts_compare_charts_get_subject (job->comparison, job->filter, organisation, year);
      ts_strip_data_add_point (job->data, row, &subject, ts_measure_get (measure, organisation));
    }
}

static void
add_regions (Job             *job,
             const TsMeasure *measure)
{
  guint year = ts_compare_charts_get_last_year (job->comparison);
  g_autoptr (GPtrArray) groups = ts_compare_charts_group_by_region (job->comparison, year);

  for (guint i = 0; i < groups->len; i++)
    {
      const TsRegionGroup *group = g_ptr_array_index (groups, i);

      add_points (job, group->name != NULL ? group->name : C_("organisations", "No region"), group->organisations, year, measure);
    }
}

static void
add_years (Job                   *job,
           const TsMeasureSeries *series)
{
  for (guint year = 0; year < ts_comparison_get_n_years (job->comparison); year++)
    {
      g_autofree char *label = ts_year_format (ts_comparison_get_year (job->comparison, year));

      add_points (job, label, NULL, year, ts_measure_series_get (series, year));
    }
}

/**
 * ts_compare_charts_strip:
 * @comparison: what the measure needs, in one year; in all years to be shown by year
 * @filter: what is compared
 * @view: (nullable): which measure, the sum of levels if it does not say; and whether rows are regions, years, or one row for all
 * @error: where to put that there is no such measure
 *
 * By year it is like for like, as in [func@ts_compare_charts_trend].
 *
 * Returns: (transfer full) (nullable): a measure of each organisation, in a row for each region unless the view says otherwise
 */
TsStripData *
ts_compare_charts_strip (TsComparison           *comparison,
                         const TsCompareFilter  *filter,
                         const TsCompareView    *view,
                         GError                **error)
{
  const char *name = view != NULL && view->measure != NULL ? view->measure : DEFAULT_MEASURE;
  TsCompareBy by = view != NULL && view->by != TS_COMPARE_BY_DEFAULT ? view->by : TS_COMPARE_BY_REGION;
  g_autoptr (TsMeasure) measure = NULL;
  g_autoptr (TsMeasureSeries) series = NULL;
  g_autofree char *measure_title = NULL;
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  Job job = { comparison, filter };

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (ts_compare_charts_is_empty (comparison))
    return NULL;

  measure = ts_measure_new (comparison, filter->layer, filter->section, name, error);

  if (measure == NULL)
    return NULL;

  if (by == TS_COMPARE_BY_YEAR)
    series = ts_measure_series_new (comparison, filter->layer, filter->section, name, NULL);

  measure_title = ts_measure_get_title (measure);
  what = ts_compare_charts_add_basis (measure_title, series != NULL ? ts_measure_series_get_basis (series) : NULL);
  title = ts_compare_charts_make_title (comparison, what, ts_layer_get_title (filter->layer), by == TS_COMPARE_BY_YEAR);
  job.data = ts_strip_data_new (title, measure_title, ts_measure_get_unit (measure));

  if (by == TS_COMPARE_BY_YEAR)
    add_years (&job, series);
  else if (by == TS_COMPARE_BY_REGION)
    add_regions (&job, measure);
  else
    add_points (&job, C_("organisations", "All"), NULL, ts_compare_charts_get_last_year (comparison), measure);

  return job.data;
}
