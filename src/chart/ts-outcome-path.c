/* ts-outcome-path.c
 *
 * Where the line of an outcome's series runs: through every value where these can be told apart, else through those
 * that make the same picture. A missing year breaks the line, unless the break would be narrower than a pixel.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-outcome-path.h"

#include <math.h>

#include "chart/ts-decimate.h"

/* Counts the breaks before each value: two values with the same count belong to one unbroken run. */
static guint *
count_breaks (const TsOutcomeData *data,
              const double        *values)
{
  guint n_points = ts_outcome_data_get_n_points (data);
  guint *breaks = g_new0 (guint, n_points + 1);
  guint count = 0;

  for (guint i = 0; i < n_points; i++)
    {
      if (isnan (values[i]) || (i > 0 && ts_outcome_data_get_year (data, i) !=
                                           ts_outcome_data_get_year (data, i - 1) + 1))
        count++;
      breaks[i] = count;
    }

  return breaks;
}

/**
 * ts_outcome_path_new:
 * @data: data with at least one point
 * @axes: where it is drawn
 * @series: which series
 * @unit: size of a pixel
 *
 * Returns: (transfer full) (element-type TsOutcomePathPoint): the points of the line, by year
 */
GArray *
ts_outcome_path_new (const TsOutcomeData *data,
                     const TsOutcomeAxes *axes,
                     TsOutcomeSeries      series,
                     double               unit)
{
  guint n_points = ts_outcome_data_get_n_points (data);
  g_autofree double *places = g_new (double, n_points + 1);
  g_autofree double *values = g_new (double, n_points + 1);
  g_autofree guint *breaks = NULL;
  g_autoptr (GArray) kept = NULL;
  GArray *path = g_array_new (FALSE, FALSE, sizeof (TsOutcomePathPoint));
  guint n_columns = (guint) MAX (axes->plot.width / unit, 1);
  gboolean dense = n_points > 2 * n_columns;

  for (guint i = 0; i < n_points; i++)
    {
      places[i] = ts_outcome_axes_get_x (axes, ts_outcome_data_get_year (data, i));
      values[i] = NAN;
      ts_outcome_data_get_value (data, series, i, &values[i]);
    }
  breaks = count_breaks (data, values);
  kept = ts_decimate (places, values, n_points, n_columns);

  for (guint i = 0; i < kept->len; i++)
    {
      guint at = g_array_index (kept, guint, i);
      TsOutcomePathPoint point = {
        .point = at,
        .at = { places[at], ts_outcome_axes_get_y (axes, values[at]) },
        .alone = TRUE,
      };

      if (i > 0)
        {
          guint before = g_array_index (kept, guint, i - 1);

          point.joined = breaks[before] == breaks[at] ||
                         (dense && places[at] - places[before] < unit);
          if (point.joined)
            {
              point.alone = FALSE;
              g_array_index (path, TsOutcomePathPoint, i - 1).alone = FALSE;
            }
        }
      g_array_append_val (path, point);
    }

  return path;
}
