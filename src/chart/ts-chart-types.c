/* ts-chart-types.c
 *
 * Plain geometry shared by the charts.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart-types.h"

/**
 * ts_chart_rectangle_overlaps:
 * @a: a rectangle
 * @b: another
 * @margin: clear space wanted between the two, in layout units
 *
 * Returns: %TRUE if less than @margin lies between @a and @b; touching edges do not overlap when
 *   @margin is 0
 */
gboolean
ts_chart_rectangle_overlaps (const TsChartRectangle *a,
                             const TsChartRectangle *b,
                             double                  margin)
{
  return a->x < b->x + b->width + margin &&
         b->x < a->x + a->width + margin &&
         a->y < b->y + b->height + margin &&
         b->y < a->y + a->height + margin;
}

/**
 * ts_chart_rectangle_contains:
 * @rectangle: a rectangle
 * @x: horizontal position
 * @y: vertical position
 *
 * Returns: %TRUE if the point lies in @rectangle or on its upper or left edge
 */
gboolean
ts_chart_rectangle_contains (const TsChartRectangle *rectangle,
                             double                  x,
                             double                  y)
{
  return x >= rectangle->x && x < rectangle->x + rectangle->width &&
         y >= rectangle->y && y < rectangle->y + rectangle->height;
}

/**
 * ts_chart_polygon_contains:
 * @points: (array length=n_points): the corners in order
 * @n_points: how many
 * @x: horizontal position
 * @y: vertical position
 *
 * Counts how often a ray from the point to the right crosses the outline (the even-odd rule).
 *
 * Returns: %TRUE if the point lies inside
 */
gboolean
ts_chart_polygon_contains (const TsChartPoint *points,
                           guint               n_points,
                           double              x,
                           double              y)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    {
      const TsChartPoint *a = &points[i];
      const TsChartPoint *b = &points[j];

      if ((a->y > y) != (b->y > y) && x < (b->x - a->x) * (y - a->y) / (b->y - a->y) + a->x)
        inside = !inside;
    }

  return inside;
}
