/* ts-outcome-axes.c
 *
 * The axes of an outcome's trend chart. The values' axis need not begin at zero: a line shows change, not size, and
 * every tick says where it is. What does not fit goes, the least needed first: the name of the baseline, unit and
 * direction, labels.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-outcome-axes.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-number.h"
#include "core/ts-year.h"

#define TEXT_SIZE 0.82

/* Heights of the whole, in lines, from which on each part has room. */
#define YEARS_FROM    4.0
#define HEADER_FROM   7.0
#define BASELINE_FROM 9.0

/* The labels of the values may take this share of the width. */
#define VALUES_SHARE 0.35

/* Distance between ticks, in lines, and how many there are at most. */
#define TICK_DISTANCE 2.2
#define MOST_TICKS    9

/* In units: how far markers reach beyond the point they are at; distances; marks below years. */
#define REACH      8.0
#define INSET      16.0
#define GAP        6.0
#define YEAR_MARK  4.0
#define LEAST_SIDE 24.0

/* Clear space between two years, in text sizes. */
#define YEAR_DISTANCE 0.8

static double
measure (const TsOutcomeAxes  *self,
         const TsChartOptions *options,
         const char           *text)
{
  TsTextExtents extents;

  ts_text_measurer_measure (options->measurer, text, self->text_size, TS_CHART_WEIGHT_NORMAL,
                            &extents);

  return extents.width;
}

static void
init_text (TsOutcomeAxes        *self,
           const TsOutcomeData  *data,
           const TsChartOptions *options)
{
  const char *const texts[] = {
    "0123456789/",
    ts_outcome_data_get_unit (data),
    ts_outcome_data_direction_text (data),
    _("Baseline"),
  };
  double descent = 0;

  self->text_size = ts_chart_options_em (options) * TEXT_SIZE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TsTextExtents extents;

      ts_text_measurer_measure (options->measurer, texts[i], self->text_size,
                                TS_CHART_WEIGHT_NORMAL, &extents);
      self->ascent = MAX (self->ascent, extents.ascent);
      descent = MAX (descent, extents.descent);
    }
  self->line_height = self->ascent + descent;
}

static char *
tick_text (const TsOutcomeAxes *self,
           guint                tick)
{
  return ts_chart_number_text (ts_nice_ticks_get (&self->ticks, tick),
                               ts_nice_ticks_get_decimals (&self->ticks));
}

static double
measure_ticks (const TsOutcomeAxes  *self,
               const TsChartOptions *options)
{
  double widest = 0;

  for (guint tick = 0; tick < self->ticks.n_ticks; tick++)
    {
      g_autofree char *text = tick_text (self, tick);

      widest = MAX (widest, measure (self, options, text));
    }

  return widest;
}

/**
 * ts_outcome_axes_init:
 * @self: (out caller-allocates): the axes
 * @data: data with at least one point
 * @options: fonts
 * @area: the room for axes and labels together
 *
 * Returns: whether there is room for them; if not, @self must not be used
 */
gboolean
ts_outcome_axes_init (TsOutcomeAxes          *self,
                      const TsOutcomeData    *data,
                      const TsChartOptions   *options,
                      const TsChartRectangle *area)
{
  double unit = ts_chart_options_unit (options);
  double low, high, top, bottom, left;
  guint baseline;

  *self = (TsOutcomeAxes) { .area = *area };
  if (!ts_outcome_data_get_range (data, &low, &high))
    return FALSE;

  init_text (self, data, options);
  self->first_year = ts_outcome_data_get_year (data, 0);
  self->last_year = ts_outcome_data_get_year (data, ts_outcome_data_get_n_points (data) - 1);
  self->has_years = area->height >= self->line_height * YEARS_FROM;
  self->has_header = area->height >= self->line_height * HEADER_FROM;
  self->has_baseline = area->height >= self->line_height * BASELINE_FROM &&
                       ts_outcome_data_get_baseline (data, &baseline);

  top = MAX (self->line_height / 2, REACH * unit);
  bottom = top;
  if (self->has_header)
    top += self->line_height + GAP * unit / 2;
  if (self->has_years)
    bottom = MAX (self->line_height / 2, REACH * unit) + unit + self->line_height;
  if (self->has_baseline)
    bottom += self->line_height;

  self->plot.y = area->y + top;
  self->plot.height = area->height - top - bottom;
  if (self->plot.height < LEAST_SIDE * unit)
    return FALSE;

  ts_nice_ticks_init (&self->ticks, low, high,
                      (guint) CLAMP (self->plot.height / (self->line_height * TICK_DISTANCE) + 1,
                                     TS_NICE_TICKS_LEAST, MOST_TICKS));
  left = measure_ticks (self, options) + GAP * unit;
  self->has_values = left <= area->width * VALUES_SHARE;
  if (!self->has_values)
    left = 0;

  self->plot.x = area->x + left;
  self->plot.width = area->width - left;
  self->inset = MIN (INSET * unit, self->plot.width / 4);

  return self->plot.width >= LEAST_SIDE * unit;
}

/**
 * ts_outcome_axes_get_x:
 * @self: axes
 * @year: from the first year to the last
 *
 * Returns: where @year is; the middle if there is no other
 */
double
ts_outcome_axes_get_x (const TsOutcomeAxes *self,
                       int                  year)
{
  if (self->first_year == self->last_year)
    return self->plot.x + self->plot.width / 2;

  return self->plot.x + self->inset +
         (self->plot.width - 2 * self->inset) * (year - self->first_year) /
           (self->last_year - self->first_year);
}

/**
 * ts_outcome_axes_get_y:
 * @self: axes
 * @value: a value
 *
 * Returns: where @value is
 */
double
ts_outcome_axes_get_y (const TsOutcomeAxes *self,
                       double               value)
{
  double low = ts_nice_ticks_get_low (&self->ticks);
  double high = ts_nice_ticks_get_high (&self->ticks);

  return self->plot.y + self->plot.height * (high - value) / (high - low);
}

/**
 * ts_outcome_axes_get_spacing:
 * @self: axes
 *
 * Returns: the distance between two years; the whole width if there is only one
 */
double
ts_outcome_axes_get_spacing (const TsOutcomeAxes *self)
{
  if (self->first_year == self->last_year)
    return self->plot.width;

  return (self->plot.width - 2 * self->inset) / (self->last_year - self->first_year);
}

static void
add_values (const TsOutcomeAxes  *self,
            const TsChartOptions *options,
            TsSceneBuilder       *builder)
{
  double unit = ts_chart_options_unit (options);
  const TsTextStyle style = {
    .size = self->text_size,
    .role = TS_CHART_ROLE_DIM,
    .direction = TS_TEXT_DIRECTION_LTR
  };
  double distance = self->plot.height / (self->ticks.n_ticks - 1);
  guint stride = (guint) MAX (ceil (self->line_height * 1.1 / distance), 1);

  for (guint tick = 0; tick < self->ticks.n_ticks; tick++)
    {
      double value = ts_nice_ticks_get (&self->ticks, tick);
      double y = ts_outcome_axes_get_y (self, value);
      const TsChartPoint line[] = {
        { self->plot.x, y },
        { self->plot.x + self->plot.width, y }
      };
      const TsChartPaint paint = {
        .stroke_role = tick == 0 || value == 0 ? TS_CHART_ROLE_AXIS : TS_CHART_ROLE_GRID,
        .stroke_width = unit,
      };

      ts_scene_builder_add_line (builder, TS_SCENE_PART_GRID, &paint, line, 2);

      if (self->has_values && tick % stride == 0)
        {
          g_autofree char *text = tick_text (self, tick);

          ts_scene_builder_add_text (builder, TS_SCENE_PART_SCALE_LABEL, &style, text,
                                     self->plot.x - GAP * unit,
                                     y + self->ascent - self->line_height / 2,
                                     TS_CHART_ANCHOR_RIGHT, 0);
        }
    }
}

/* Where a text centred below @x begins so that it stays in the area. */
static double
place_below (const TsOutcomeAxes *self,
             double               x,
             double               width)
{
  double right = self->area.x + self->area.width;

  return MAX (MIN (x - width / 2, right - width), self->area.x);
}

static double
place_year (const TsOutcomeAxes  *self,
            const TsChartOptions *options,
            int                   year,
            double               *width)
{
  g_autofree char *text = ts_year_format (year);

  *width = measure (self, options, text);

  return place_below (self, ts_outcome_axes_get_x (self, year), *width);
}

static gboolean
years_fit (const TsOutcomeAxes  *self,
           const TsChartOptions *options,
           int                   stride)
{
  double next = G_MAXDOUBLE;

  for (int year = self->last_year; year >= self->first_year; year -= stride)
    {
      double width;
      double left = place_year (self, options, year, &width);

      if (left + width + self->text_size * YEAR_DISTANCE > next)
        return FALSE;
      next = left;
    }

  return TRUE;
}

/* The smallest distance between named years at which they do not touch; above five, only round ones. */
static int
choose_stride (const TsOutcomeAxes  *self,
               const TsChartOptions *options)
{
  static const int round_strides[] = { 1, 2, 5 };
  int stride = 1;
  int power = 1;
  guint choice = 2;

  while (!years_fit (self, options, stride))
    {
      if (stride < 5)
        {
          stride++;
          continue;
        }
      choice = (choice + 1) % G_N_ELEMENTS (round_strides);
      if (choice == 0)
        power *= 10;
      stride = round_strides[choice] * power;
    }

  return stride;
}

/* The last year is always named: it is where the trajectory leads. */
static void
add_years (const TsOutcomeAxes  *self,
           const TsChartOptions *options,
           TsSceneBuilder       *builder,
           double                baseline)
{
  double unit = ts_chart_options_unit (options);
  double foot = self->plot.y + self->plot.height;
  const TsTextStyle style = {
    .size = self->text_size,
    .role = TS_CHART_ROLE_DIM,
    .direction = TS_TEXT_DIRECTION_LTR
  };
  const TsChartPaint paint = { .stroke_role = TS_CHART_ROLE_AXIS, .stroke_width = unit };
  int stride = choose_stride (self, options);

  for (int year = self->last_year; year >= self->first_year; year -= stride)
    {
      g_autofree char *text = ts_year_format (year);
      double x = ts_outcome_axes_get_x (self, year);
      const TsChartPoint mark[] = { { x, foot }, { x, foot + YEAR_MARK * unit } };
      double width;
      double left = place_year (self, options, year, &width);

      ts_scene_builder_add_line (builder, TS_SCENE_PART_GRID, &paint, mark, 2);
      if (width <= self->area.width)
        ts_scene_builder_add_text (builder, TS_SCENE_PART_AXIS_LABEL, &style, text, left, baseline,
                                   TS_CHART_ANCHOR_LEFT, 0);
    }
}

static void
add_baseline (const TsOutcomeAxes  *self,
              const TsOutcomeData  *data,
              const TsChartOptions *options,
              TsSceneBuilder       *builder,
              double                baseline)
{
  const TsTextStyle style = { .size = self->text_size, .role = TS_CHART_ROLE_DIM };
  const TsChartPaint paint = {
    .stroke_role = TS_CHART_ROLE_AXIS,
    .stroke_width = ts_chart_options_unit (options) * 1.5,
    .dash = TS_CHART_DASH_DOTTED,
  };
  double foot = self->plot.y + self->plot.height;
  double width = measure (self, options, _("Baseline"));
  double value = 0, x;
  guint point = 0;
  TsChartPoint line[2];

  ts_outcome_data_get_baseline (data, &point);
  ts_outcome_data_get_value (data, TS_OUTCOME_SERIES_ACTUAL, point, &value);
  x = ts_outcome_axes_get_x (self, ts_outcome_data_get_year (data, point));
  line[0] = (TsChartPoint) { x, foot };
  line[1] = (TsChartPoint) { x, ts_outcome_axes_get_y (self, value) };

  ts_scene_builder_add_line (builder, TS_SCENE_PART_GRID, &paint, line, 2);
  ts_scene_builder_add_text (builder, TS_SCENE_PART_NOTE, &style, _("Baseline"),
                             place_below (self, x, width), baseline, TS_CHART_ANCHOR_LEFT,
                             self->area.width);
}

/* Drawn, so that no font need have it. */
static void
add_arrow (TsSceneBuilder     *builder,
           const TsChartPaint *paint,
           double              x,
           double              tip,
           double              tail,
           double              reach)
{
  double back = tip + (tail > tip ? reach : -reach);
  const TsChartPoint shaft[] = { { x, tail }, { x, tip } };
  const TsChartPoint head[] = { { x - reach, back }, { x, tip }, { x + reach, back } };

  ts_scene_builder_add_line (builder, TS_SCENE_PART_NOTE, paint, shaft, G_N_ELEMENTS (shaft));
  ts_scene_builder_add_line (builder, TS_SCENE_PART_NOTE, paint, head, G_N_ELEMENTS (head));
}

/* Unit and direction in one line above the plot; where both do not fit, the unit is cut, then left out. */
static void
add_header (const TsOutcomeAxes  *self,
            const TsOutcomeData  *data,
            const TsChartOptions *options,
            TsSceneBuilder       *builder)
{
  double unit = ts_chart_options_unit (options);
  const TsTextStyle style = { .size = self->text_size, .role = TS_CHART_ROLE_DIM };
  const TsChartPaint paint = {
    .stroke_role = TS_CHART_ROLE_DIM,
    .stroke_width = MAX (unit * 1.5, self->text_size * 0.1)
  };
  const char *hint = ts_outcome_data_direction_text (data);
  gboolean up = ts_outcome_data_is_up_better (data);
  double baseline = self->area.y + self->ascent;
  double head = self->text_size * 0.24;
  double top = baseline - self->text_size * 0.78, bottom = baseline + self->text_size * 0.06;
  double room = self->area.width;
  double arrow = 2 * head + self->text_size * 0.4;
  double width = MIN (measure (self, options, hint), room - arrow);
  double left = self->area.x + room - width - arrow;

  add_arrow (builder, &paint, left + head, up ? top : bottom, up ? bottom : top, head);
  ts_scene_builder_add_text (builder, TS_SCENE_PART_NOTE, &style, hint, left + arrow, baseline,
                             TS_CHART_ANCHOR_LEFT, width);

  room = left - self->text_size - self->area.x;
  if (room >= MIN (measure (self, options, ts_outcome_data_get_unit (data)), self->text_size * 4))
    ts_scene_builder_add_text (builder, TS_SCENE_PART_NOTE, &style, ts_outcome_data_get_unit (data),
                               self->area.x, baseline, TS_CHART_ANCHOR_LEFT, room);
}

/**
 * ts_outcome_axes_add:
 * @self: axes
 * @data: the data that they were made for
 * @options: and the options
 * @builder: a builder, to which they are added
 */
void
ts_outcome_axes_add (const TsOutcomeAxes  *self,
                     const TsOutcomeData  *data,
                     const TsChartOptions *options,
                     TsSceneBuilder       *builder)
{
  double last = self->area.y + self->area.height - (self->line_height - self->ascent);

  if (self->has_header)
    add_header (self, data, options, builder);
  add_values (self, options, builder);
  if (self->has_years)
    add_years (self, options, builder, last - (self->has_baseline ? self->line_height : 0));
  if (self->has_baseline)
    add_baseline (self, data, options, builder, last);
}
