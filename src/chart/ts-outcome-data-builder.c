/* ts-outcome-data-builder.c
 *
 * Puts the data of an outcome's trend chart together; everything from outside is made clean on its way in.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-outcome-data-builder.h"

#include <math.h>

#include "chart/ts-chart-number.h"
#include "chart/ts-chart-text.h"
#include "chart/ts-outcome-data-private.h"

struct _TsOutcomeDataBuilder
{
  TsOutcomeData *data;

  /* Year to position in the points, which are in the order they came until the end. */
  GHashTable *positions;
};

/**
 * ts_outcome_data_builder_new:
 * @metric: (nullable): what is measured, such as "Life expectancy at birth"
 * @unit: (nullable): in what unit, such as "years" or "%"; perhaps none
 * @up_is_better: whether a rise is an improvement
 *
 * Returns: (transfer full): a builder of data without points
 */
TsOutcomeDataBuilder *
ts_outcome_data_builder_new (const char *metric,
                             const char *unit,
                             gboolean    up_is_better)
{
  TsOutcomeDataBuilder *self = g_new0 (TsOutcomeDataBuilder, 1);
  TsOutcomeData *data = g_atomic_rc_box_new0 (TsOutcomeData);

  data->metric = ts_chart_text_clean (metric);
  data->unit = ts_chart_text_clean (unit);
  data->up_is_better = up_is_better;
  data->points = g_array_new (FALSE, FALSE, sizeof (TsOutcomeDataPoint));
  self->data = data;
  self->positions = g_hash_table_new (NULL, NULL);

  return self;
}

/**
 * ts_outcome_data_builder_free:
 * @self: (transfer full): a builder whose data is not wanted any more
 */
void
ts_outcome_data_builder_free (TsOutcomeDataBuilder *self)
{
  g_clear_pointer (&self->data, ts_outcome_data_unref);
  g_hash_table_unref (self->positions);
  g_free (self);
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  return ((const TsOutcomeDataPoint *) a)->year - ((const TsOutcomeDataPoint *) b)->year;
}

/* All values are written with the same number of decimals: what the most exact of them needs. */
static guint
count_decimals (const TsOutcomeData *data)
{
  double low, high;
  guint decimals = 0;

  if (!ts_outcome_data_get_range (data, &low, &high))
    return 0;

  for (guint i = 0; i < data->points->len; i++)
    for (guint series = 0; series < TS_OUTCOME_N_SERIES; series++)
      {
        double value = g_array_index (data->points, TsOutcomeDataPoint, i).values[series];

        if (!isnan (value))
          decimals = MAX (decimals, ts_chart_number_decimals (value, MAX (-low, high)));
      }

  return decimals;
}

static void
find_baseline (TsOutcomeData *data)
{
  guint first = 0;

  while (first < data->points->len &&
         !ts_outcome_data_get_value (data, TS_OUTCOME_SERIES_ASPIRATION, first, NULL))
    first++;

  /* A year without an aspiration has an actual value. */
  data->has_baseline = first > 0 && first < data->points->len;
  data->baseline = data->has_baseline ? first - 1 : 0;
}

/**
 * ts_outcome_data_builder_end:
 * @self: (transfer full): a builder
 *
 * Returns: (transfer full): the finished data
 */
TsOutcomeData *
ts_outcome_data_builder_end (TsOutcomeDataBuilder *self)
{
  TsOutcomeData *data;

  g_return_val_if_fail (self != NULL, NULL);

  data = g_steal_pointer (&self->data);
  g_array_sort (data->points, compare_years);
  data->decimals = count_decimals (data);
  find_baseline (data);
  ts_outcome_data_builder_free (self);

  return data;
}

/**
 * ts_outcome_data_builder_set_value:
 * @self: a builder with less than %TS_OUTCOME_DATA_MAX_POINTS years
 * @series: aspiration or actual value
 * @year: the calendar year in which the financial year begins, from 1 to %TS_OUTCOME_DATA_LAST_YEAR; in any order
 * @value: the value
 *
 * Says what a series is in a year; the last word counts. What is no number an outcome can have (NaN, infinite, beyond
 * %TS_OUTCOME_DATA_LARGEST) is passed over, so that the year is a gap rather than a point in a wrong place.
 */
void
ts_outcome_data_builder_set_value (TsOutcomeDataBuilder *self,
                                   TsOutcomeSeries       series,
                                   int                   year,
                                   double                value)
{
  GArray *points;
  gpointer position;

  g_return_if_fail (self != NULL);
  g_return_if_fail ((guint) series < TS_OUTCOME_N_SERIES);
  g_return_if_fail (year >= 1 && year <= TS_OUTCOME_DATA_LAST_YEAR);

  if (!isfinite (value) || fabs (value) > TS_OUTCOME_DATA_LARGEST)
    return;

  points = self->data->points;
  if (!g_hash_table_lookup_extended (self->positions, GINT_TO_POINTER (year), NULL, &position))
    {
      const TsOutcomeDataPoint point = { .year = year, .values = { NAN, NAN } };

      g_return_if_fail (points->len < TS_OUTCOME_DATA_MAX_POINTS);

      position = GUINT_TO_POINTER (points->len);
      g_hash_table_insert (self->positions, GINT_TO_POINTER (year), position);
      g_array_append_val (points, point);
    }

  g_array_index (points, TsOutcomeDataPoint, GPOINTER_TO_UINT (position)).values[series] = value;
}
