/* ts-trend-axes.c
 *
 * Years and values of a trend. Where the definition of what is shown changed, a broken line stands between the years, and
 * above it why.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-trend-axes.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/ts-year.h"

#define TEXT_SIZE 0.82

/* Heights of the whole, in lines, from which on there are labels, and a header. */
#define LABELS_FROM 5.0
#define HEADER_FROM 8.0

/* The shares of the width that the names of levels and of lines may take. */
#define LEVELS_SHARE 0.24
#define ENDS_SHARE   0.3

/* In units. */
#define GAP        6.0
#define REACH      6.0
#define INSET      16.0
#define LEAST_SIDE 24.0

#define YEAR_DISTANCE 0.8

static double
measure (const TsTrendAxes    *self,
         const TsChartOptions *options,
         const char           *text)
{
  TsTextExtents extents;

  ts_text_measurer_measure (options->measurer, text, self->text_size, TS_CHART_WEIGHT_NORMAL,
                            &extents);

  return extents.width;
}

/* The label of the lowest value reaches below the plot. */
static double
foot_gap (const TsTrendAxes *self)
{
  return MAX (GAP * self->unit, self->line_height / 2 + self->unit);
}

static char *
level_text (const TsTrendAxes *self,
            guint              level)
{
  const TsChartLevels *levels = ts_trend_data_get_levels (self->data);

  return self->named ? ts_chart_levels_text (levels, level) : ts_chart_levels_sign (levels, level);
}

static double
measure_levels (const TsTrendAxes    *self,
                const TsChartOptions *options)
{
  double widest = 0;

  for (guint level = 1; level <= ts_chart_levels_get_n (ts_trend_data_get_levels (self->data));
       level++)
    {
      g_autofree char *text = level_text (self, level);

      widest = MAX (widest, measure (self, options, text));
    }

  return widest;
}

static double
init_values (TsTrendAxes          *self,
             const TsChartOptions *options)
{
  double low = 0, high = 0, widest;

  if (ts_trend_data_get_levels (self->data) == NULL)
    {
      ts_trend_data_get_range (self->data, &low, &high);
      ts_value_axis_init (&self->values, options, low, high, TRUE, self->plot.height);
      return self->values.label_width;
    }

  self->named = TRUE;
  widest = measure_levels (self, options);
  if (widest <= self->area.width * LEVELS_SHARE)
    return widest;
  self->named = FALSE;

  return measure_levels (self, options);
}

static gboolean
has_breaks (const TsTrendData *data)
{
  for (guint year = 1; year < ts_trend_data_get_n_years (data); year++)
    if (ts_trend_data_get_break (data, year) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * ts_trend_axes_init:
 * @self: (out caller-allocates): the axes
 * @data: data with at least one value; must outlive @self
 * @options: fonts
 * @area: the room for them
 * @ends: how large the largest name of a line is that wants to stand behind the last year; no width for none. Another script may be higher than digits are
 *
 * Returns: whether there is room; if not, @self must not be used
 */
gboolean
ts_trend_axes_init (TsTrendAxes            *self,
                    const TsTrendData      *data,
                    const TsChartOptions   *options,
                    const TsChartRectangle *area,
                    const TsTextExtents    *ends)
{
  double unit = ts_chart_options_unit (options), left, right = 0;
  TsTextExtents extents;

  *self = (TsTrendAxes) {
    .data = data,
    .area = *area,
    .unit = unit,
    .text_size = ts_chart_options_em (options) * TEXT_SIZE
  };
  ts_text_measurer_measure (options->measurer, "0123456789/Ag", self->text_size,
                            TS_CHART_WEIGHT_BOLD, &extents);
  self->ascent = MAX (extents.ascent, ends->ascent);
  self->line_height = self->ascent + MAX (extents.descent, ends->descent);

  self->has_labels = area->height >= self->line_height * LABELS_FROM;
  self->plot = *area;
  if (self->has_labels)
    {
      if (area->height >= self->line_height * HEADER_FROM)
        self->header_height = self->line_height * (has_breaks (data) ? 2 : 1) +
                              MAX (GAP * unit, self->line_height * 0.6);
      self->plot.y += MAX (self->header_height, self->line_height / 2);
      self->plot.height = area->y + area->height - self->line_height - foot_gap (self) - self->plot.y;
    }

  else
    {
      self->plot.y += REACH * unit;
      self->plot.height -= 2 * REACH * unit;
    }

  left = init_values (self, options);
  left = self->has_labels && left <= area->width * LEVELS_SHARE ? left + GAP * unit : 0;
  if (left <= 0)
    self->has_labels = FALSE;
  if (ends->width > 0 && area->width * ENDS_SHARE >= self->text_size * 4)
    {
      self->ends_width = MIN (ends->width, area->width * ENDS_SHARE);
      right = self->ends_width + 2 * GAP * unit;
    }

  self->plot.x = area->x + left;
  self->plot.width = area->width - left - right;
  self->inset = MIN (INSET * unit, self->plot.width / 4);
  self->ends_x = self->plot.x + self->plot.width + 2 * GAP * unit;
  ts_value_axis_place (&self->values, self->plot.y + self->plot.height, self->plot.y);

  return self->plot.width >= LEAST_SIDE * unit && self->plot.height >= LEAST_SIDE * unit;
}

/**
 * ts_trend_axes_get_x:
 * @self: axes
 * @year: a year's position
 *
 * Returns: where it is; the middle if there is no other
 */
double
ts_trend_axes_get_x (const TsTrendAxes *self,
                     guint              year)
{
  guint n_years = ts_trend_data_get_n_years (self->data);
  int first = ts_trend_data_get_year (self->data, 0);
  int last = ts_trend_data_get_year (self->data, n_years - 1);

  if (n_years == 1)
    return self->plot.x + self->plot.width / 2;

  return self->plot.x + self->inset +
         (self->plot.width - 2 * self->inset) *
           (ts_trend_data_get_year (self->data, year) - first) / (last - first);
}

/**
 * ts_trend_axes_get_y:
 * @self: axes
 * @value: a value
 *
 * Returns: where it is
 */
double
ts_trend_axes_get_y (const TsTrendAxes *self,
                     double             value)
{
  const TsChartLevels *levels = ts_trend_data_get_levels (self->data);

  if (levels == NULL)
    return ts_value_axis_get_position (&self->values, value);

  return self->plot.y +
         self->plot.height * (ts_chart_levels_get_n (levels) + 0.5 - value) /
           ts_chart_levels_get_n (levels);
}

/**
 * ts_trend_axes_get_spacing:
 * @self: axes
 *
 * Returns: the least distance between two years; the width of the plot if there is only one
 */
double
ts_trend_axes_get_spacing (const TsTrendAxes *self)
{
  double least = self->plot.width;

  for (guint year = 1; year < ts_trend_data_get_n_years (self->data); year++)
    least = MIN (least, ts_trend_axes_get_x (self, year) - ts_trend_axes_get_x (self, year - 1));

  return least;
}

static void
add_levels (const TsTrendAxes *self,
            TsSceneBuilder    *builder)
{
  guint n_levels = ts_chart_levels_get_n (ts_trend_data_get_levels (self->data));
  guint stride = (guint) MAX (ceil (self->line_height * 1.05 * n_levels / self->plot.height), 1);
  const TsTextStyle style = { .size = self->text_size, .role = TS_CHART_ROLE_DIM };
  const TsChartPaint paint = { .stroke_role = TS_CHART_ROLE_GRID, .stroke_width = self->unit };

  for (guint level = 1; level <= n_levels; level++)
    {
      g_autofree char *text = level_text (self, level);
      double y = ts_trend_axes_get_y (self, level);
      const TsChartPoint line[] = {
        { self->plot.x, y },
        { self->plot.x + self->plot.width, y }
      };

      ts_scene_builder_add_line (builder, TS_SCENE_PART_GRID, &paint, line, 2);
      if (self->has_labels && (level - 1) % stride == 0)
        ts_scene_builder_add_text (builder, TS_SCENE_PART_SCALE_LABEL, &style, text,
                                   self->plot.x - GAP * self->unit,
                                   y + self->ascent - self->line_height / 2, TS_CHART_ANCHOR_RIGHT,
                                   0);
    }
}

/* From the last year back, as far as they have room beside each other. */
static void
add_years (const TsTrendAxes    *self,
           const TsChartOptions *options,
           TsSceneBuilder       *builder)
{
  const TsTextStyle style = {
    .size = self->text_size,
    .role = TS_CHART_ROLE_DIM,
    .direction = TS_TEXT_DIRECTION_LTR
  };
  const TsChartPaint paint = { .stroke_role = TS_CHART_ROLE_GRID, .stroke_width = self->unit };
  double foot = self->plot.y + self->plot.height;
  double right = self->area.x + self->area.width, taken = G_MAXDOUBLE;

  for (guint i = ts_trend_data_get_n_years (self->data); i > 0; i--)
    {
      g_autofree char *text = ts_year_format (ts_trend_data_get_year (self->data, i - 1));
      double x = ts_trend_axes_get_x (self, i - 1), width = measure (self, options, text);
      double left = CLAMP (x - width / 2, self->area.x, MAX (right - width, self->area.x));
      const TsChartPoint line[] = { { x, self->plot.y }, { x, foot } };

      ts_scene_builder_add_line (builder, TS_SCENE_PART_GRID, &paint, line, 2);
      if (!self->has_labels || width > self->area.width ||
          left + width + self->text_size * YEAR_DISTANCE > taken)
        continue;
      taken = left;
      ts_scene_builder_add_text (builder, TS_SCENE_PART_AXIS_LABEL, &style, text, left,
                                 foot + foot_gap (self) + self->ascent, TS_CHART_ANCHOR_LEFT, 0);
    }
}

static void
add_breaks (const TsTrendAxes    *self,
            const TsChartOptions *options,
            TsSceneBuilder       *builder)
{
  const TsTextStyle style = { .size = self->text_size, .role = TS_CHART_ROLE_FOREGROUND };
  const TsChartPaint paint = {
    .stroke_role = TS_CHART_ROLE_FOREGROUND,
    .stroke_width = self->unit * 1.5,
    .dash = TS_CHART_DASH_DASHED,
  };
  double right = self->area.x + self->area.width, taken = self->area.x;

  for (guint year = 1; year < ts_trend_data_get_n_years (self->data); year++)
    {
      const char *reason = ts_trend_data_get_break (self->data, year);
      double x = (ts_trend_axes_get_x (self, year - 1) + ts_trend_axes_get_x (self, year)) / 2;
      const TsChartPoint line[] = {
        { x, self->plot.y - (self->header_height > 0 ? GAP * self->unit / 2 : 0) },
        { x, self->plot.y + self->plot.height }
      };
      double width, left;

      if (reason == NULL)
        continue;
      ts_scene_builder_add_line (builder, TS_SCENE_PART_NOTE, &paint, line, 2);
      if (self->header_height <= 0)
        continue;

      reason = *reason != '\0' ? reason : _("The definition changed");
      width = MIN (measure (self, options, reason), right - self->area.x);
      left = CLAMP (x - width / 2, self->area.x, MAX (right - width, self->area.x));
      if (left < taken)
        continue;
      taken = left + width + self->text_size * YEAR_DISTANCE;
      ts_scene_builder_add_text (builder, TS_SCENE_PART_NOTE, &style, reason, left,
                                 self->area.y + self->line_height + self->ascent,
                                 TS_CHART_ANCHOR_LEFT, width);
    }
}

/**
 * ts_trend_axes_add:
 * @self: axes
 * @options: the options that they were made for
 * @builder: a builder, to which they are added
 */
void
ts_trend_axes_add (const TsTrendAxes    *self,
                   const TsChartOptions *options,
                   TsSceneBuilder       *builder)
{
  g_autofree char *title = ts_value_axis_title (ts_trend_data_get_measure (self->data),
                                                ts_trend_data_get_unit (self->data));
  const TsTextStyle style = { .size = self->text_size, .role = TS_CHART_ROLE_DIM };

  if (ts_trend_data_get_levels (self->data) != NULL)
    {
      add_levels (self, builder);
    }
  else
    {
      ts_value_axis_add_lines (&self->values, builder, self->plot.x,
                               self->plot.x + self->plot.width);
      if (self->has_labels)
        ts_value_axis_add_labels (&self->values, builder, options, self->plot.x);
    }
  add_years (self, options, builder);
  add_breaks (self, options, builder);
  if (self->header_height > 0)
    ts_scene_builder_add_text (builder, TS_SCENE_PART_SCALE_LABEL, &style, title, self->area.x,
                               self->area.y + self->ascent, TS_CHART_ANCHOR_LEFT,
                               self->area.width);
}
