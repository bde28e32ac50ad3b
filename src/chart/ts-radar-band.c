/* ts-radar-band.c
 *
 * The range of others behind the lines of a radar: a band from its lower end to its upper, with an edge, so that it is seen
 * where both are the same. Where no range is known the band is broken.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-radar-band.h"

#include <math.h>

/**
 * ts_radar_band_style:
 * @style: (out caller-allocates): what the legend shows; its label is left %NULL
 */
void
ts_radar_band_style (TsLegendEntry *style)
{
  *style = (TsLegendEntry) { .role = TS_CHART_ROLE_SERIES_3, .wash = TRUE };
}

/**
 * ts_radar_band_paint:
 * @unit: size of a pixel
 * @paint: (out caller-allocates): how a band is painted
 */
void
ts_radar_band_paint (double        unit,
                     TsChartPaint *paint)
{
  *paint = (TsChartPaint) {
    .fill = TS_CHART_FILL_WASH,
    .fill_role = TS_CHART_ROLE_SERIES_3,
    .stroke_role = TS_CHART_ROLE_SERIES_3,
    .stroke_width = unit * 0.75,
  };
}

static TsChartPoint
level_point (const TsRadarData   *data,
             const TsRadarLabels *labels,
             guint                axis,
             double               level)
{
  guint n_axes = ts_radar_data_get_n_axes (data);
  double angle = ts_radar_labels_angle (n_axes, axis % n_axes);
  double distance = labels->radius * level / ts_radar_data_get_n_levels (data);

  return (TsChartPoint) {
    labels->centre.x + distance * cos (angle), labels->centre.y + distance * sin (angle)
  };
}

static gboolean
has_range (const TsRadarData *data,
           guint              axis)
{
  return ts_radar_data_get_range (data, axis % ts_radar_data_get_n_axes (data), NULL, NULL);
}

/* From @start on around the upper ends and back along the lower ones; all the way round, that leaves a hole. */
static void
add_run (const TsRadarData   *data,
         const TsRadarLabels *labels,
         guint                start,
         guint                length,
         const TsChartPaint  *paint,
         TsSceneBuilder      *builder)
{
  guint n_axes = ts_radar_data_get_n_axes (data);
  g_autofree TsChartPoint *points = g_new (TsChartPoint, 2 * length);

  for (guint i = 0; i < length; i++)
    {
      double low = 0, high = 0;

      ts_radar_data_get_range (data, (start + i) % n_axes, &low, &high);
      points[i] = level_point (data, labels, start + i, high);
      points[2 * length - 1 - i] = level_point (data, labels, start + i, low);
    }
  ts_scene_builder_add_polygon (builder, TS_SCENE_PART_SERIES, paint, points, 2 * length);
}

/**
 * ts_radar_band_add:
 * @data: data of a radar with at least 3 axes
 * @labels: where the radar is
 * @unit: size of a pixel
 * @builder: a builder, to which the band is added, if there is one
 */
void
ts_radar_band_add (const TsRadarData   *data,
                   const TsRadarLabels *labels,
                   double               unit,
                   TsSceneBuilder      *builder)
{
  guint n_axes = ts_radar_data_get_n_axes (data), n_known = 0;
  TsChartPaint paint;

  if (ts_radar_data_get_band_name (data) == NULL)
    return;

  ts_radar_band_paint (unit, &paint);
  for (guint axis = 0; axis < n_axes; axis++)
    n_known += has_range (data, axis);

  if (n_known == n_axes)
    {
      add_run (data, labels, 0, n_axes + 1, &paint, builder);
      return;
    }

  for (guint start = 0; start < n_axes; start++)
    {
      guint length = 0;

      if (!has_range (data, start) || has_range (data, start + n_axes - 1))
        continue;
      while (has_range (data, start + length))
        length++;
      add_run (data, labels, start, length, &paint, builder);
    }
}
