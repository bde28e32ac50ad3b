/* ts-outcome-layout.c
 *
 * Lays an outcome's trend chart out: aspiration as a broken line of hollow diamonds, actual values as an unbroken line
 * of filled circles, the gap between them marked where it is known last.
 *
 * A year without a value is a gap in the line; nothing is ever drawn for it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-outcome-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-frame.h"
#include "chart/ts-outcome-axes.h"
#include "chart/ts-outcome-gap.h"
#include "chart/ts-outcome-path.h"

/* In units: markers have their full size when years are so far apart, shrink when they are closer, and go when they
 * would only touch each other. */
#define FULL_MARK_SPACING  18.0
#define LEAST_MARK_SPACING 6.0
#define LEAST_MARK_SHARE   0.4

/* In units. */
#define CURSOR_RADIUS 10.0
#define STOP_SPACING  4.0

/* How many years are all stopped at, however close they are. */
#define ALL_STOPS 100

typedef struct
{
  const TsOutcomeData *data;
  const TsChartOptions *options;
  TsSceneBuilder *builder;
  TsOutcomeAxes axes;
  GArray *paths[TS_OUTCOME_N_SERIES];
  double unit;
  double mark;
  gboolean has_markers;
} Trend;

/* The same look as target and current level have in the other charts. */
static const TsLegendEntry styles[TS_OUTCOME_N_SERIES] = {
  [TS_OUTCOME_SERIES_ASPIRATION] = {
    .role = TS_CHART_ROLE_SERIES_2,
    .stroke_width = 2,
    .dash = TS_CHART_DASH_DASHED,
    .marker = TS_CHART_MARKER_DIAMOND,
    .marker_radius = 6.5,
  },
  [TS_OUTCOME_SERIES_ACTUAL] = {
    .role = TS_CHART_ROLE_SERIES_1,
    .stroke_width = 2.5,
    .dash = TS_CHART_DASH_SOLID,
    .marker = TS_CHART_MARKER_CIRCLE,
    .marker_radius = 3.75,
    .marker_fill = TS_CHART_FILL_SOLID,
  },
};

static void
get_style (TsOutcomeSeries  series,
           double           unit,
           double           mark,
           TsLegendEntry   *style)
{
  *style = styles[series];
  style->stroke_width *= unit;
  style->marker_radius *= mark;
}

static void
add_lines (const Trend     *self,
           TsOutcomeSeries  series)
{
  GArray *path = self->paths[series];
  g_autofree TsChartPoint *points = g_new (TsChartPoint, path->len + 1);
  TsLegendEntry style;
  TsChartPaint paint;
  guint length = 0;

  get_style (series, self->unit, self->mark, &style);
  paint = (TsChartPaint) {
    .stroke_role = style.role,
    .stroke_width = style.stroke_width,
    .dash = style.dash
  };

  for (guint i = 0; i <= path->len; i++)
    {
      gboolean goes_on = i < path->len && g_array_index (path, TsOutcomePathPoint, i).joined;

      if (!goes_on)
        {
          if (length > 1)
            ts_scene_builder_add_line (self->builder, TS_SCENE_PART_SERIES, &paint, points, length);
          length = 0;
        }
      if (i < path->len)
        points[length++] = g_array_index (path, TsOutcomePathPoint, i).at;
    }
}

static void
add_markers (const Trend     *self,
             TsOutcomeSeries  series)
{
  GArray *path = self->paths[series];
  TsLegendEntry style;
  TsChartPaint paint;

  get_style (series, self->unit, self->mark, &style);
  ts_chart_frame_marker_paint (&style, &paint);

  for (guint i = 0; i < path->len; i++)
    {
      const TsOutcomePathPoint *point = &g_array_index (path, TsOutcomePathPoint, i);

      /* A value without neighbours has no line: it is marked even where others are not. */
      if (self->has_markers || point->alone)
        ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_SERIES, &paint, style.marker,
                                     point->at.x, point->at.y, style.marker_radius);
    }
}

/* Where the cursor stands: on the actual value if there is one. */
static TsChartPoint
stop_point (const Trend *self,
            guint        point)
{
  double value = 0;

  if (!ts_outcome_data_get_value (self->data, TS_OUTCOME_SERIES_ACTUAL, point, &value))
    ts_outcome_data_get_value (self->data, TS_OUTCOME_SERIES_ASPIRATION, point, &value);

  return (TsChartPoint) {
    ts_outcome_axes_get_x (&self->axes, ts_outcome_data_get_year (self->data, point)),
    ts_outcome_axes_get_y (&self->axes, value)
  };
}

/* Marks the highest and the lowest of a series, so that thinning out does not lose them. */
static void
mark_extremes (const Trend     *self,
               TsOutcomeSeries  series,
               gboolean        *wanted)
{
  guint low = G_MAXUINT, high = G_MAXUINT;
  double least = G_MAXDOUBLE, most = -G_MAXDOUBLE;
  double value;

  for (guint point = 0; point < ts_outcome_data_get_n_points (self->data); point++)
    {
      if (!ts_outcome_data_get_value (self->data, series, point, &value))
        continue;
      if (value < least)
        {
          least = value;
          low = point;
        }
      if (value > most)
        {
          most = value;
          high = point;
        }
    }

  if (low != G_MAXUINT)
    wanted[low] = wanted[high] = TRUE;
}

/* Says which years the cursor stops at: all that can be told apart, else some of them with the ends and the extremes. */
static gboolean *
choose_stops (const Trend *self)
{
  guint n_points = ts_outcome_data_get_n_points (self->data);
  gboolean *wanted = g_new0 (gboolean, n_points);
  double last = -G_MAXDOUBLE;

  for (guint point = 0; point < n_points; point++)
    {
      double x = stop_point (self, point).x;

      if (n_points <= ALL_STOPS || x - last >= STOP_SPACING * self->unit)
        {
          wanted[point] = TRUE;
          last = x;
        }
    }

  wanted[n_points - 1] = TRUE;
  for (guint series = 0; series < TS_OUTCOME_N_SERIES; series++)
    mark_extremes (self, series, wanted);

  return wanted;
}

/* One stop for each year. The pointer touches it anywhere above and below, half the way to its neighbours. */
static void
add_stops (const Trend *self)
{
  g_autofree gboolean *wanted = choose_stops (self);
  const TsChartRectangle *plot = &self->axes.plot;
  double foot = self->axes.area.y + self->axes.area.height;
  double before = plot->x;
  guint point = 0;

  while (point < ts_outcome_data_get_n_points (self->data))
    {
      g_autofree char *year = ts_outcome_data_year_text (self->data, point);
      g_autofree char *value = ts_outcome_data_point_text (self->data, point);
      TsChartPoint at = stop_point (self, point);
      guint stop = ts_scene_builder_add_stop (self->builder, point, year, value, at.x, at.y,
                                              CURSOR_RADIUS * self->unit);
      double after = plot->x + plot->width;
      TsChartRectangle strip;

      do
        point++;
      while (point < ts_outcome_data_get_n_points (self->data) && !wanted[point]);
      if (point < ts_outcome_data_get_n_points (self->data))
        after = (at.x + stop_point (self, point).x) / 2;

      strip = (TsChartRectangle) { before, plot->y, after - before, foot - plot->y };
      ts_scene_builder_add_region (self->builder, stop, &strip);
      before = after;
    }
}

static void
add_trend (TsSceneBuilder         *builder,
           const TsOutcomeData    *data,
           const TsChartOptions   *options,
           const TsChartRectangle *area)
{
  Trend self = {
    .data = data,
    .options = options,
    .builder = builder,
    .unit = ts_chart_options_unit (options)
  };
  TsOutcomeGap gap;
  double spacing;

  if (!ts_outcome_axes_init (&self.axes, data, options, area))
    return;

  spacing = ts_outcome_axes_get_spacing (&self.axes) / self.unit;
  self.mark = self.unit * CLAMP (spacing / FULL_MARK_SPACING, LEAST_MARK_SHARE, 1);
  self.has_markers = spacing >= LEAST_MARK_SPACING;
  for (guint series = 0; series < TS_OUTCOME_N_SERIES; series++)
    self.paths[series] = ts_outcome_path_new (data, &self.axes, series, self.unit);

  ts_outcome_gap_init (&gap, data, &self.axes, options, self.paths, self.has_markers,
                       styles[TS_OUTCOME_SERIES_ASPIRATION].marker_radius * self.mark);

  ts_outcome_axes_add (&self.axes, data, options, builder);
  ts_outcome_gap_add_line (&gap, self.unit, builder);
  for (guint series = 0; series < TS_OUTCOME_N_SERIES; series++)
    add_lines (&self, series);
  for (guint series = 0; series < TS_OUTCOME_N_SERIES; series++)
    add_markers (&self, series);
  ts_outcome_gap_add_text (&gap, builder);
  add_stops (&self);

  ts_outcome_gap_clear (&gap);
  for (guint series = 0; series < TS_OUTCOME_N_SERIES; series++)
    g_array_unref (self.paths[series]);
}

/**
 * ts_outcome_layout:
 * @data: data of an outcome
 * @options: the place
 *
 * Lays @data out as lines over the years.
 *
 * Returns: (transfer full): the scene, with a stop for each year, or for some of them where there are more than can be
 *   told apart
 */
TsScene *
ts_outcome_layout (const TsOutcomeData  *data,
                   const TsChartOptions *options)
{
  TsSceneBuilder *builder;
  g_autofree char *finding = NULL;
  TsLegendEntry entries[TS_OUTCOME_N_SERIES];
  guint n_entries = 0;
  double unit;
  TsChartRectangle area;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  unit = ts_chart_options_unit (options);
  finding = ts_outcome_data_describe (data);
  builder = ts_scene_builder_new (options, ts_outcome_data_get_metric (data), finding);

  /* What is read first is what came. */
  if (ts_outcome_data_count_values (data, TS_OUTCOME_SERIES_ACTUAL) > 0)
    {
      get_style (TS_OUTCOME_SERIES_ACTUAL, unit, unit, &entries[n_entries]);
      entries[n_entries++].label = (char *) _("Actual");
    }
  if (ts_outcome_data_count_values (data, TS_OUTCOME_SERIES_ASPIRATION) > 0)
    {
      get_style (TS_OUTCOME_SERIES_ASPIRATION, unit, unit, &entries[n_entries]);
      entries[n_entries++].label = (char *) _("Aspiration");
    }

  area = ts_chart_frame_layout (builder, options, ts_outcome_data_get_metric (data), finding,
                                entries, n_entries, TS_LEGEND_PLACE_AUTO);

  if (ts_outcome_data_get_n_points (data) == 0)
    ts_chart_frame_message (builder, options, &area, finding);
  else
    add_trend (builder, data, options, &area);

  return ts_scene_builder_end (builder);
}
