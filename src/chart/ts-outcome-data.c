/* ts-outcome-data.c
 *
 * What an outcome's trend chart shows.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-outcome-data-private.h"

#include <math.h>

#include "chart/ts-outcome-layout.h"

G_DEFINE_BOXED_TYPE (TsOutcomeData, ts_outcome_data, ts_outcome_data_ref, ts_outcome_data_unref)

/**
 * ts_outcome_data_ref:
 * @self: data of an outcome
 *
 * Returns: (transfer full): @self
 */
TsOutcomeData *
ts_outcome_data_ref (TsOutcomeData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_outcome_data_clear (TsOutcomeData *self)
{
  g_free (self->metric);
  g_free (self->unit);
  g_array_unref (self->points);
}

/**
 * ts_outcome_data_unref:
 * @self: (transfer full): data of an outcome
 */
void
ts_outcome_data_unref (TsOutcomeData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_outcome_data_clear);
}

/**
 * ts_outcome_data_get_metric:
 * @self: data of an outcome
 *
 * Returns: what is measured
 */
const char *
ts_outcome_data_get_metric (const TsOutcomeData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->metric;
}

/**
 * ts_outcome_data_get_unit:
 * @self: data of an outcome
 *
 * Returns: in what unit, perhaps ""
 */
const char *
ts_outcome_data_get_unit (const TsOutcomeData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unit;
}

/**
 * ts_outcome_data_is_up_better:
 * @self: data of an outcome
 *
 * Returns: whether a rise is an improvement
 */
gboolean
ts_outcome_data_is_up_better (const TsOutcomeData *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->up_is_better;
}

/**
 * ts_outcome_data_get_decimals:
 * @self: data of an outcome
 *
 * Returns: how many decimals all its values are written with
 */
guint
ts_outcome_data_get_decimals (const TsOutcomeData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->decimals;
}

/**
 * ts_outcome_data_get_n_points:
 * @self: data of an outcome
 *
 * Returns: how many years have a value
 */
guint
ts_outcome_data_get_n_points (const TsOutcomeData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->points->len;
}

/**
 * ts_outcome_data_get_year:
 * @self: data of an outcome
 * @point: less than ts_outcome_data_get_n_points()
 *
 * Returns: the calendar year in which the point's financial year begins
 */
int
ts_outcome_data_get_year (const TsOutcomeData *self,
                          guint                point)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (point < self->points->len, 0);

  return g_array_index (self->points, TsOutcomeDataPoint, point).year;
}

/**
 * ts_outcome_data_get_value:
 * @self: data of an outcome
 * @series: aspiration or actual value
 * @point: less than ts_outcome_data_get_n_points()
 * @value: (out) (optional): the value; left alone if there is none
 *
 * Returns: whether there is one
 */
gboolean
ts_outcome_data_get_value (const TsOutcomeData *self,
                           TsOutcomeSeries      series,
                           guint                point,
                           double              *value)
{
  double found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint) series < TS_OUTCOME_N_SERIES, FALSE);
  g_return_val_if_fail (point < self->points->len, FALSE);

  found = g_array_index (self->points, TsOutcomeDataPoint, point).values[series];
  if (isnan (found))
    return FALSE;
  if (value != NULL)
    *value = found;

  return TRUE;
}

/**
 * ts_outcome_data_count_values:
 * @self: data of an outcome
 * @series: aspiration or actual value
 *
 * Returns: in how many years there is one
 */
guint
ts_outcome_data_count_values (const TsOutcomeData *self,
                              TsOutcomeSeries      series)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint point = 0; point < self->points->len; point++)
    count += ts_outcome_data_get_value (self, series, point, NULL);

  return count;
}

/**
 * ts_outcome_data_get_range:
 * @self: data of an outcome
 * @low: (out): the lowest value of both series
 * @high: (out): the highest
 *
 * Returns: whether there is any value at all
 */
gboolean
ts_outcome_data_get_range (const TsOutcomeData *self,
                           double              *low,
                           double              *high)
{
  double least = G_MAXDOUBLE, most = -G_MAXDOUBLE;
  double value;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (low != NULL && high != NULL, FALSE);

  for (guint point = 0; point < self->points->len; point++)
    for (guint series = 0; series < TS_OUTCOME_N_SERIES; series++)
      if (ts_outcome_data_get_value (self, series, point, &value))
        {
          least = MIN (least, value);
          most = MAX (most, value);
        }

  *low = least;
  *high = most;

  return least <= most;
}

/**
 * ts_outcome_data_get_gap:
 * @self: data of an outcome
 * @point: less than ts_outcome_data_get_n_points()
 * @gap: (out): by how much the actual value is better than the aspiration, negative where it is worse; exactly 0
 *   where the two are written alike
 *
 * Returns: whether the point has both values
 */
gboolean
ts_outcome_data_get_gap (const TsOutcomeData *self,
                         guint                point,
                         double              *gap)
{
  double aspiration, actual, difference;

  g_return_val_if_fail (gap != NULL, FALSE);

  if (!ts_outcome_data_get_value (self, TS_OUTCOME_SERIES_ASPIRATION, point, &aspiration) ||
      !ts_outcome_data_get_value (self, TS_OUTCOME_SERIES_ACTUAL, point, &actual))
    return FALSE;

  difference = self->up_is_better ? actual - aspiration : aspiration - actual;
  *gap = fabs (difference) * pow (10, self->decimals) < 0.5 ? 0 : difference;

  return TRUE;
}

/**
 * ts_outcome_data_get_baseline:
 * @self: data of an outcome
 * @point: (out): where the trajectory starts from: the last actual value before the first aspiration
 *
 * Returns: whether there is one
 */
gboolean
ts_outcome_data_get_baseline (const TsOutcomeData *self,
                              guint               *point)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (point != NULL, FALSE);

  if (!self->has_baseline)
    return FALSE;

  *point = self->baseline;

  return TRUE;
}

/**
 * ts_outcome_data_find_latest_gap:
 * @self: data of an outcome
 * @point: (out): the latest year with both values
 *
 * Returns: whether there is one
 */
gboolean
ts_outcome_data_find_latest_gap (const TsOutcomeData *self,
                                 guint               *point)
{
  double gap;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (point != NULL, FALSE);

  for (guint i = self->points->len; i > 0; i--)
    if (ts_outcome_data_get_gap (self, i - 1, &gap))
      {
        *point = i - 1;
        return TRUE;
      }

  return FALSE;
}

static TsScene *
outcome_layout (gconstpointer         data,
                const TsChartOptions *options)
{
  return ts_outcome_layout (data, options);
}

static char *
outcome_describe (gconstpointer data)
{
  return ts_outcome_data_describe (data);
}

static TsChartTable *
outcome_to_table (gconstpointer data)
{
  return ts_outcome_data_to_table (data);
}

static const char *
outcome_get_title (gconstpointer data)
{
  return ts_outcome_data_get_metric (data);
}

static const TsChartKind outcome_kind = {
  .name = "outcome",
  .layout = outcome_layout,
  .describe = outcome_describe,
  .to_table = outcome_to_table,
  .get_title = outcome_get_title,
  .unref = (GDestroyNotify) ts_outcome_data_unref,
};

/**
 * ts_chart_new_outcome:
 * @data: (transfer none): what it shows
 *
 * Returns: (transfer full): an outcome's trend chart
 */
TsChart *
ts_chart_new_outcome (TsOutcomeData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return ts_chart_new (&outcome_kind, ts_outcome_data_ref (data));
}
