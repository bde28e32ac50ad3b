/* ts-radar-rows.c
 *
 * A radar's data with one or two axes, as rows of bars: one row for each axis, in it one lane for each
 * series. A lane without a level is hatched from end to end and says so.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-radar-rows.h"

#include "chart/ts-chart-frame.h"
#include "chart/ts-radar-band.h"
#include "chart/ts-radar-style.h"

#define LABEL_SIZE 0.88
#define NOTE_SIZE  0.8

/* In units. */
#define LANE_HEIGHT       20.0
#define LEAST_LANE_HEIGHT 4.0
#define EDGE              8.0
#define CURSOR_RADIUS     9.0

typedef struct
{
  TsSceneBuilder *builder;
  const TsRadarData *data;
  const TsChartOptions *options;
  double unit;
  double left;
  double right;
  double label_size;
  double label_height;
  double label_ascent;
  double note_size;
  double scale_height;
  double lane_height;
  double row_gap;
} Rows;

static double
level_x (const Rows *self,
         double      level)
{
  return self->left +
         (self->right - self->left) * level / ts_radar_data_get_n_levels (self->data);
}

static void
add_label (const Rows *self,
           guint       axis,
           double      y)
{
  const char *lead = ts_radar_data_get_short_label (self->data, axis);
  const char *name = ts_radar_data_get_long_label (self->data, axis);
  const TsTextStyle lead_style = {
    .size = self->label_size,
    .weight = TS_CHART_WEIGHT_BOLD,
    .role = TS_CHART_ROLE_FOREGROUND
  };
  const TsTextStyle style = { .size = self->label_size, .role = TS_CHART_ROLE_DIM };
  double width = self->right - self->left;
  double indent = 0;
  TsTextExtents extents;

  if (*lead != '\0')
    {
      double room = *name != '\0' ? width / 3 : width;

      ts_text_measurer_measure (self->options->measurer, lead, self->label_size,
                                TS_CHART_WEIGHT_BOLD, &extents);
      ts_scene_builder_add_text (self->builder, TS_SCENE_PART_AXIS_LABEL, &lead_style, lead,
                                 self->left, y + self->label_ascent, TS_CHART_ANCHOR_LEFT, room);
      indent = MIN (extents.width, room) + self->label_size * 0.4;
    }

  if (width - indent > self->label_size * 2)
    ts_scene_builder_add_text (self->builder, TS_SCENE_PART_AXIS_LABEL, &style, name,
                               self->left + indent, y + self->label_ascent, TS_CHART_ANCHOR_LEFT,
                               width - indent);
}

static void
add_missing_lane (const Rows *self,
                  guint       series,
                  guint       axis,
                  double      middle)
{
  g_autofree char *note = ts_radar_data_value_text (self->data, series, axis);
  const TsTextStyle style = {
    .size = self->note_size,
    .role = TS_CHART_ROLE_DIM,
    .halo = TRUE
  };
  const TsChartPaint paint = { .fill = TS_CHART_FILL_HATCH, .fill_role = TS_CHART_ROLE_AXIS };
  const TsChartRectangle area = {
    self->left, middle - self->lane_height * 0.25, self->right - self->left, self->lane_height * 0.5
  };
  TsTextExtents extents;

  ts_scene_builder_add_rectangle (self->builder, TS_SCENE_PART_MISSING, &paint, &area, 0);

  ts_text_measurer_measure (self->options->measurer, note, self->note_size,
                            TS_CHART_WEIGHT_NORMAL, &extents);
  if (extents.ascent + extents.descent <= self->lane_height && extents.width <= area.width)
    ts_scene_builder_add_text (self->builder, TS_SCENE_PART_NOTE, &style, note,
                               (self->left + self->right) / 2,
                               middle + (extents.ascent - extents.descent) / 2,
                               TS_CHART_ANCHOR_CENTRE, 0);
}

static void
add_lane (const Rows *self,
          guint       series,
          guint       axis,
          double      middle)
{
  TsLegendEntry style;
  TsChartPaint paint;
  TsChartPoint line[2];
  double value, end;
  double shrink = MIN (self->lane_height / (LANE_HEIGHT * self->unit), 1);

  if (!ts_radar_data_get_value (self->data, series, axis, &value))
    {
      add_missing_lane (self, series, axis, middle);
      return;
    }

  ts_radar_style_series (self->data, series, self->unit * shrink, &style);
  end = level_x (self, value);

  if (style.wash)
    {
      const TsChartRectangle bar = {
        self->left, middle - self->lane_height * 0.3, end - self->left, self->lane_height * 0.6
      };

      paint = (TsChartPaint) { .fill = TS_CHART_FILL_WASH, .fill_role = style.role };
      ts_scene_builder_add_rectangle (self->builder, TS_SCENE_PART_SERIES, &paint, &bar, 0);
    }

  line[0] = (TsChartPoint) { self->left, middle };
  line[1] = (TsChartPoint) { end, middle };
  paint = (TsChartPaint) {
    .stroke_role = style.role,
    .stroke_width = style.stroke_width,
    .dash = style.dash
  };
  ts_scene_builder_add_line (self->builder, TS_SCENE_PART_SERIES, &paint, line, 2);
  ts_chart_frame_marker_paint (&style, &paint);
  ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_SERIES, &paint, style.marker, end,
                               middle, style.marker_radius);
}

static void
add_range (const Rows *self,
           guint       axis,
           double      top,
           double      height)
{
  TsChartRectangle area = { .y = top, .height = height };
  TsChartPaint paint;
  double low, high;

  if (!ts_radar_data_get_range (self->data, axis, &low, &high))
    return;

  ts_radar_band_paint (self->unit, &paint);
  area.x = level_x (self, low);
  area.width = level_x (self, high) - area.x;
  ts_scene_builder_add_rectangle (self->builder, TS_SCENE_PART_SERIES, &paint, &area, 0);
}

static void
add_grid (const Rows *self,
          double      top,
          double      bottom)
{
  for (guint level = 0; level <= ts_radar_data_get_n_levels (self->data); level++)
    {
      const TsChartPoint line[] = {
        { level_x (self, level), top },
        { level_x (self, level), bottom }
      };
      const TsChartPaint paint = {
        .stroke_role = level == 0 ? TS_CHART_ROLE_AXIS : TS_CHART_ROLE_GRID,
        .stroke_width = self->unit,
      };

      ts_scene_builder_add_line (self->builder, TS_SCENE_PART_GRID, &paint, line, 2);
    }
}

static void
add_scale (const Rows *self,
           double      top)
{
  const TsTextStyle style = { .size = self->note_size, .role = TS_CHART_ROLE_DIM };

  for (guint level = 1; level <= ts_radar_data_get_n_levels (self->data); level++)
    {
      g_autofree char *text = g_strdup_printf ("%u", level);
      TsTextExtents extents;

      ts_text_measurer_measure (self->options->measurer, text, self->note_size,
                                TS_CHART_WEIGHT_NORMAL, &extents);
      if (extents.width / 2 <= EDGE * self->unit &&
          extents.width * 1.5 <= level_x (self, 1) - self->left)
        ts_scene_builder_add_text (self->builder, TS_SCENE_PART_SCALE_LABEL, &style, text,
                                   level_x (self, level), top + extents.ascent,
                                   TS_CHART_ANCHOR_CENTRE, 0);
    }
}

/* Gives labels, scale and lanes their heights; where the room is short, the scale goes first, then the
 * labels, then the lanes get thinner. Returns the height of it all, or 0 if nothing fits. */
static double
fit (Rows                   *self,
     const TsChartRectangle *plot)
{
  guint n_axes = ts_radar_data_get_n_axes (self->data);
  guint n_lanes = n_axes * MAX (ts_radar_data_get_n_series (self->data), 1);
  double em = ts_chart_options_em (self->options);
  TsTextExtents extents;
  double around;

  self->label_size = em * LABEL_SIZE;
  self->note_size = em * NOTE_SIZE;
  self->row_gap = em * 1.2;

  for (guint axis = 0; axis < n_axes; axis++)
    {
      g_autofree char *name = ts_radar_data_axis_name (self->data, axis);

      ts_text_measurer_measure (self->options->measurer, name, self->label_size,
                                TS_CHART_WEIGHT_BOLD, &extents);
      self->label_ascent = MAX (self->label_ascent, extents.ascent);
      self->label_height = MAX (self->label_height, extents.ascent + extents.descent);
    }
  ts_text_measurer_measure (self->options->measurer, "8", self->note_size, TS_CHART_WEIGHT_NORMAL,
                            &extents);
  self->scale_height = extents.ascent + extents.descent + 2 * self->unit;
  self->lane_height = MAX (LANE_HEIGHT * self->unit, self->scale_height);

  around = n_axes * (self->label_height + self->row_gap) + self->scale_height;
  if (around + n_lanes * self->lane_height > plot->height)
    {
      around -= self->scale_height;
      self->scale_height = 0;
    }
  if (around + n_lanes * self->lane_height * 0.6 > plot->height)
    {
      self->label_height = 0;
      self->row_gap = 2 * self->unit;
      around = n_axes * self->row_gap;
    }

  self->lane_height = MIN (self->lane_height, (plot->height - around) / n_lanes);
  if (self->lane_height < LEAST_LANE_HEIGHT * self->unit)
    return 0;

  return around + n_lanes * self->lane_height;
}

/**
 * ts_radar_rows_add:
 * @builder: a builder, to which the rows are added
 * @data: data with at least one axis
 * @options: fonts
 * @plot: the room for the rows
 *
 * Draws one row for each axis, with a stop for each; nothing where there is no room at all.
 */
void
ts_radar_rows_add (TsSceneBuilder         *builder,
                   const TsRadarData      *data,
                   const TsChartOptions   *options,
                   const TsChartRectangle *plot)
{
  Rows self = {
    .builder = builder,
    .data = data,
    .options = options,
    .unit = ts_chart_options_unit (options),
  };
  guint n_series = ts_radar_data_get_n_series (data);
  double height = fit (&self, plot);
  double y = plot->y + (plot->height - height) / 2;

  self.left = plot->x + EDGE * self.unit;
  self.right = plot->x + plot->width - EDGE * self.unit;
  if (height <= 0 || self.right - self.left < EDGE * self.unit)
    return;

  if (self.scale_height > 0)
    add_scale (&self, y + height - self.scale_height + 2 * self.unit);

  for (guint axis = 0; axis < ts_radar_data_get_n_axes (data); axis++)
    {
      g_autofree char *name = ts_radar_data_axis_name (data, axis);
      g_autofree char *value = ts_radar_data_axis_value_text (data, axis);
      double lanes = y + self.label_height + self.row_gap * 0.6;
      double row_height = self.label_height + self.row_gap +
                          self.lane_height * MAX (n_series, 1);
      const TsChartRectangle row = { plot->x, y, plot->width, row_height };
      double level = 0;
      guint stop;

      if (self.label_height > 0)
        add_label (&self, axis, y + self.row_gap * 0.4);
      add_grid (&self, lanes, lanes + self.lane_height * MAX (n_series, 1));
      add_range (&self, axis, lanes, self.lane_height * MAX (n_series, 1));
      for (guint series = 0; series < n_series; series++)
        add_lane (&self, series, axis, lanes + self.lane_height * (series + 0.5));

      if (n_series > 0)
        ts_radar_data_get_value (data, 0, axis, &level);
      stop = ts_scene_builder_add_stop (builder, axis, name, value, level_x (&self, level),
                                        lanes + self.lane_height / 2, CURSOR_RADIUS * self.unit);
      ts_scene_builder_add_region (builder, stop, &row);
      y += row_height;
    }
}
