/* ts-radar-layout.c
 *
 * Lays a radar chart out: rings and spokes, a line for each series, labels around.
 *
 * Where a series has no level its line has a gap; nothing of it is ever drawn at the middle, which would
 * read as level 0. Where the first series has none, a hollow mark stands outside the outer ring, off the
 * scale, and the legend says what it means.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-radar-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-frame.h"
#include "chart/ts-radar-band.h"
#include "chart/ts-radar-labels.h"
#include "chart/ts-radar-rows.h"
#include "chart/ts-radar-style.h"

/* Marks have their full size on a radar of this radius and with this much of the outer ring between two
 * axes, in units; on smaller ones they shrink, but not below the share. */
#define FULL_MARK_RADIUS  100.0
#define FULL_MARK_SPACING 18.0
#define LEAST_MARK_SHARE  0.25

/* In units of a mark: how far the largest marker reaches, and where the hollow mark stands. */
#define MARKER_REACH     7.5
#define MISSING_DISTANCE 10.0
#define MISSING_REACH    15.0
#define LABEL_DISTANCE   5.0

#define RING_LABEL_SIZE 0.76
#define CURSOR_RADIUS   9.0

typedef struct
{
  const TsRadarData *data;
  const TsChartOptions *options;
  TsSceneBuilder *builder;
  guint n_axes;
  guint n_series;
  double unit;
  double mark;
  double *reach;
  TsRadarLabels *labels;
} Radar;

static TsChartPoint
point_at (const Radar *self,
          guint        axis,
          double       distance)
{
  double angle = ts_radar_labels_angle (self->n_axes, axis);

  return (TsChartPoint) {
    self->labels->centre.x + distance * cos (angle),
    self->labels->centre.y + distance * sin (angle)
  };
}

static TsChartPoint
level_point (const Radar *self,
             guint        axis,
             double       level)
{
  return point_at (self, axis,
                   self->labels->radius * level / ts_radar_data_get_n_levels (self->data));
}

static void
add_grid (const Radar *self)
{
  guint n_levels = ts_radar_data_get_n_levels (self->data);
  g_autofree TsChartPoint *ring = g_new (TsChartPoint, self->n_axes);
  double spacing = 2 * G_PI * self->labels->radius / self->n_axes;
  TsChartPaint paint = { .stroke_width = self->unit, .stroke_role = TS_CHART_ROLE_GRID };

  for (guint axis = 0; axis < self->n_axes && spacing >= 6 * self->unit; axis++)
    {
      TsChartPoint spoke[] = { self->labels->centre, level_point (self, axis, n_levels) };

      ts_scene_builder_add_line (self->builder, TS_SCENE_PART_GRID, &paint, spoke, 2);
    }

  for (guint level = 1; level <= n_levels; level++)
    {
      for (guint axis = 0; axis < self->n_axes; axis++)
        ring[axis] = level_point (self, axis, level);

      if (level == n_levels)
        paint.stroke_role = TS_CHART_ROLE_AXIS;
      ts_scene_builder_add_polygon (self->builder, TS_SCENE_PART_GRID, &paint, ring, self->n_axes);
    }
}

/* The levels stand beside the first spoke, each below its ring. When the rings are too close for that,
 * only the highest is named, and none on a radar that the name would fill. */
static void
add_ring_labels (const Radar *self)
{
  guint n_levels = ts_radar_data_get_n_levels (self->data);
  double size = ts_chart_options_em (self->options) * RING_LABEL_SIZE;
  const TsTextStyle style = { .size = size, .role = TS_CHART_ROLE_DIM, .halo = TRUE };
  double step = self->labels->radius / n_levels;
  TsTextExtents extents;
  guint first = 1;

  ts_text_measurer_measure (self->options->measurer, "8", size, TS_CHART_WEIGHT_NORMAL, &extents);
  if (step < (extents.ascent + extents.descent) * 1.1)
    first = n_levels;
  if (self->labels->radius < (extents.ascent + extents.descent) * 3)
    return;

  for (guint level = first; level <= n_levels; level++)
    {
      g_autofree char *text = g_strdup_printf ("%u", level);
      TsChartPoint at = level_point (self, 0, level);

      ts_scene_builder_add_text (self->builder, TS_SCENE_PART_SCALE_LABEL, &style, text,
                                 at.x - MAX (size * 0.45, self->mark * 5.5),
                                 at.y + extents.ascent + self->unit, TS_CHART_ANCHOR_RIGHT, 0);
    }
}

static gboolean
has_value (const Radar *self,
           guint        series,
           guint        axis)
{
  return ts_radar_data_get_value (self->data, series, axis % self->n_axes, NULL);
}

static TsChartPoint
value_point (const Radar *self,
             guint        series,
             guint        axis)
{
  double value = 0;
  gboolean present = ts_radar_data_get_value (self->data, series, axis % self->n_axes, &value);

  g_assert (present);

  return level_point (self, axis % self->n_axes, value);
}

/* Draws a series once as an area and once as a line. Between gaps the area goes to the middle along
 * the spokes, so that a gap is an empty sector; the line never does. */
static void
add_runs (const Radar        *self,
          guint               series,
          const TsChartPaint *paint,
          gboolean            as_area)
{
  g_autofree TsChartPoint *points = g_new (TsChartPoint, self->n_axes + 1);

  if (ts_radar_data_count_values (self->data, series) == self->n_axes)
    {
      for (guint axis = 0; axis < self->n_axes; axis++)
        points[axis] = value_point (self, series, axis);
      ts_scene_builder_add_polygon (self->builder, TS_SCENE_PART_SERIES, paint, points,
                                    self->n_axes);
      return;
    }

  for (guint start = 0; start < self->n_axes; start++)
    {
      guint length = 0;

      if (!has_value (self, series, start) || has_value (self, series, start + self->n_axes - 1))
        continue;

      for (; has_value (self, series, start + length); length++)
        points[length] = value_point (self, series, start + length);

      if (length < 2)
        continue;
      if (as_area)
        {
          points[length] = self->labels->centre;
          ts_scene_builder_add_polygon (self->builder, TS_SCENE_PART_SERIES, paint, points,
                                        length + 1);
        }
      else
        {
          ts_scene_builder_add_line (self->builder, TS_SCENE_PART_SERIES, paint, points, length);
        }
    }
}

static void
add_series (const Radar *self)
{
  TsLegendEntry style;
  TsChartPaint paint;

  for (guint series = 0; series < self->n_series; series++)
    {
      ts_radar_style_series (self->data, series, self->mark, &style);
      paint = (TsChartPaint) { .fill = TS_CHART_FILL_WASH, .fill_role = style.role };
      if (style.wash)
        add_runs (self, series, &paint, TRUE);
    }

  /* Thin broken lines go over the strong one: where levels are equal, both show. */
  for (guint series = 0; series < self->n_series; series++)
    {
      ts_radar_style_series (self->data, series, self->mark, &style);
      paint = (TsChartPaint) {
        .stroke_role = style.role,
        .stroke_width = style.stroke_width,
        .dash = style.dash
      };
      add_runs (self, series, &paint, FALSE);
    }

  /* Markers the other way round: the first series has the smallest. */
  for (guint series = self->n_series; series > 0; series--)
    {
      ts_radar_style_series (self->data, series - 1, self->mark, &style);
      ts_chart_frame_marker_paint (&style, &paint);
      for (guint axis = 0; axis < self->n_axes; axis++)
        if (has_value (self, series - 1, axis))
          {
            TsChartPoint at = value_point (self, series - 1, axis);

            ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_SERIES, &paint, style.marker,
                                         at.x, at.y, style.marker_radius);
          }
    }
}

static TsChartPoint
missing_point (const Radar *self,
               guint        axis)
{
  return point_at (self, axis, self->labels->radius + MISSING_DISTANCE * self->mark);
}

static void
add_missing (const Radar *self)
{
  TsLegendEntry style;
  TsChartPaint paint;

  ts_radar_style_missing (self->mark, &style);
  ts_chart_frame_marker_paint (&style, &paint);

  for (guint axis = 0; self->n_series > 0 && axis < self->n_axes; axis++)
    if (!has_value (self, 0, axis))
      {
        TsChartPoint at = missing_point (self, axis);

        ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_MISSING, &paint, style.marker,
                                     at.x, at.y, style.marker_radius);
      }
}

/* Where the cursor stands: on the first series if that has a level. */
static TsChartPoint
stop_point (const Radar *self,
            guint        axis)
{
  if (self->n_series == 0)
    return point_at (self, axis, self->labels->radius);
  if (!has_value (self, 0, axis))
    return missing_point (self, axis);

  return value_point (self, 0, axis);
}

/* One stop for each axis, which says what all series have there. The pointer touches it anywhere in its
 * sector and on its label. */
static void
add_stops (const Radar *self)
{
  double half = G_PI / self->n_axes;

  for (guint axis = 0; axis < self->n_axes; axis++)
    {
      g_autofree char *name = ts_radar_data_axis_name (self->data, axis);
      g_autofree char *value = ts_radar_data_axis_value_text (self->data, axis);
      double angle = ts_radar_labels_angle (self->n_axes, axis);
      double distance = self->labels->radius + self->reach[axis];
      TsChartPoint sector[6] = { self->labels->centre };
      TsChartPoint at = stop_point (self, axis);
      guint stop = ts_scene_builder_add_stop (self->builder, axis, name, value, at.x, at.y,
                                              CURSOR_RADIUS * self->unit);

      for (guint i = 0; i < 5; i++)
        {
          double turn = angle + half * ((double) i / 2 - 1);

          sector[i + 1] = (TsChartPoint) {
            self->labels->centre.x + distance * cos (turn),
            self->labels->centre.y + distance * sin (turn)
          };
        }
      ts_scene_builder_add_region_polygon (self->builder, stop, sector, G_N_ELEMENTS (sector));
      if (self->labels->labels[axis].visible)
        ts_scene_builder_add_region (self->builder, stop, &self->labels->labels[axis].box);
    }
}

static gboolean
first_has_gaps (const TsRadarData *data)
{
  return ts_radar_data_get_n_series (data) > 0 &&
         ts_radar_data_count_values (data, 0) < ts_radar_data_get_n_axes (data);
}

static void
add_radar (TsSceneBuilder         *builder,
           const TsRadarData      *data,
           const TsChartOptions   *options,
           const TsChartRectangle *plot)
{
  Radar self = {
    .data = data,
    .options = options,
    .builder = builder,
    .n_axes = ts_radar_data_get_n_axes (data),
    .n_series = ts_radar_data_get_n_series (data),
    .unit = ts_chart_options_unit (options),
  };
  double radius = MIN (plot->width, plot->height) * 0.4 / self.unit;
  double share = MIN (radius / FULL_MARK_RADIUS,
                      2 * G_PI * radius / self.n_axes / FULL_MARK_SPACING);

  self.mark = self.unit * CLAMP (share, LEAST_MARK_SHARE, 1);
  self.reach = g_new (double, self.n_axes);
  for (guint axis = 0; axis < self.n_axes; axis++)
    self.reach[axis] = self.mark * (self.n_series == 0 || has_value (&self, 0, axis)
                                      ? MARKER_REACH
                                      : MISSING_REACH);
  self.labels = ts_radar_labels_new (data, options, plot, self.reach, LABEL_DISTANCE * self.mark);

  if (self.labels->radius > 0)
    {
      add_grid (&self);
      ts_radar_band_add (data, self.labels, self.unit, builder);
      add_series (&self);
      add_missing (&self);
      add_ring_labels (&self);
      ts_radar_labels_add (self.labels, builder);
      add_stops (&self);
    }

  ts_radar_labels_free (self.labels);
  g_free (self.reach);
}

/* What the legend calls a series; one that is not complete says so. */
static char *
legend_label (const TsRadarData *data,
              guint              series)
{
  const char *name = ts_radar_data_get_series_name (data, series);
  guint n_values = ts_radar_data_count_values (data, series);
  guint n_axes = ts_radar_data_get_n_axes (data);

  if (n_values == n_axes)
    return g_strdup (name);

  /* Translators: a series in a legend, and on how many of how many axes it has a level, as in
   * "2008/09 final (10 of 11)". */
  return g_strdup_printf (_("%s (%u of %u)"), name, n_values, n_axes);
}

/**
 * ts_radar_layout:
 * @data: data of a radar
 * @options: the place
 *
 * Lays @data out as a radar; with one or two axes, from which no polygon can be made, as bars.
 *
 * Returns: (transfer full): the scene, with a stop for each axis
 */
TsScene *
ts_radar_layout (const TsRadarData    *data,
                 const TsChartOptions *options)
{
  TsSceneBuilder *builder;
  g_autofree char *finding = NULL;
  TsLegendEntry entries[TS_RADAR_MAX_SERIES + 2];
  guint n_entries = 0;
  guint n_axes;
  TsChartRectangle plot;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  n_axes = ts_radar_data_get_n_axes (data);
  finding = ts_radar_data_describe (data);
  builder = ts_scene_builder_new (options, ts_radar_data_get_title (data), finding);

  for (guint series = 0; series < ts_radar_data_get_n_series (data); series++)
    {
      ts_radar_style_series (data, series, ts_chart_options_unit (options), &entries[n_entries]);
      entries[n_entries++].label = legend_label (data, series);
    }
  if (ts_radar_data_get_band_name (data) != NULL)
    {
      ts_radar_band_style (&entries[n_entries]);
      entries[n_entries++].label = g_strdup (ts_radar_data_get_band_name (data));
    }
  if (n_axes >= 3 && first_has_gaps (data))
    {
      ts_radar_style_missing (ts_chart_options_unit (options), &entries[n_entries]);
      entries[n_entries++].label = g_strdup (_("Not rated"));
    }

  plot = ts_chart_frame_layout (builder, options, ts_radar_data_get_title (data), finding, entries,
                                n_entries, TS_LEGEND_PLACE_AUTO);

  if (n_axes == 0)
    ts_chart_frame_message (builder, options, &plot, finding);
  else if (n_axes < 3)
    ts_radar_rows_add (builder, data, options, &plot);
  else
    add_radar (builder, data, options, &plot);

  for (guint i = 0; i < n_entries; i++)
    g_free (entries[i].label);

  return ts_scene_builder_end (builder);
}
