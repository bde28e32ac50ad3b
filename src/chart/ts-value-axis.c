/* ts-value-axis.c
 *
 * An axis of numbers, across or upright. It has as many ticks as its labels leave room for.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-value-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-number.h"

#define TEXT_SIZE 0.82

#define MOST_TICKS 9

/* Distance between two labels: in text sizes across, in lines upright. */
#define ACROSS_DISTANCE  1.4
#define UPRIGHT_DISTANCE 2.2

/* Between labels and plot, in units. */
#define GAP 5.0

static char *
tick_text (const TsValueAxis *self,
           guint              tick)
{
  return ts_chart_number_text (ts_nice_ticks_get (&self->ticks, tick),
                               ts_nice_ticks_get_decimals (&self->ticks));
}

static double
measure_labels (TsValueAxis          *self,
                const TsChartOptions *options)
{
  double widest = 0, descent = 0;

  for (guint tick = 0; tick < self->ticks.n_ticks; tick++)
    {
      g_autofree char *text = tick_text (self, tick);
      TsTextExtents extents;

      ts_text_measurer_measure (options->measurer, text, self->text_size, TS_CHART_WEIGHT_NORMAL,
                                &extents);
      widest = MAX (widest, extents.width);
      self->ascent = MAX (self->ascent, extents.ascent);
      descent = MAX (descent, extents.descent);
    }
  self->line_height = self->ascent + descent;

  return widest;
}

/**
 * ts_value_axis_init:
 * @self: (out caller-allocates): the axis
 * @options: fonts
 * @low: the lowest value
 * @high: the highest
 * @upright: whether it runs from bottom to top
 * @length: about how long it will be
 *
 * Chooses the ticks.
 */
void
ts_value_axis_init (TsValueAxis          *self,
                    const TsChartOptions *options,
                    double                low,
                    double                high,
                    gboolean              upright,
                    double                length)
{
  *self = (TsValueAxis) {
    .upright = upright,
    .text_size = ts_chart_options_em (options) * TEXT_SIZE,
    .unit = ts_chart_options_unit (options),
  };

  for (guint most = MOST_TICKS; most >= TS_NICE_TICKS_LEAST; most--)
    {
      double room, wanted;

      ts_nice_ticks_init (&self->ticks, low, high, most);
      self->label_width = measure_labels (self, options);
      room = MAX (length, 1) / (self->ticks.n_ticks - 1);
      wanted = upright ? self->line_height * UPRIGHT_DISTANCE
                       : self->label_width + self->text_size * ACROSS_DISTANCE;
      self->stride = (guint) MAX (ceil ((upright ? self->line_height * 1.1
                                                 : self->label_width + self->text_size * 0.5) /
                                        room),
                                  1);
      if (room >= wanted)
        break;
    }
}

/**
 * ts_value_axis_place:
 * @self: an axis
 * @from: where its lowest tick goes
 * @to: where its highest goes
 */
void
ts_value_axis_place (TsValueAxis *self,
                     double       from,
                     double       to)
{
  self->from = from;
  self->to = to;
}

/**
 * ts_value_axis_get_position:
 * @self: an axis that has its place
 * @value: a value
 *
 * Returns: where it is
 */
double
ts_value_axis_get_position (const TsValueAxis *self,
                            double             value)
{
  double low = ts_nice_ticks_get_low (&self->ticks);
  double high = ts_nice_ticks_get_high (&self->ticks);

  return self->from + (self->to - self->from) * (value - low) / (high - low);
}

/**
 * ts_value_axis_get_thickness:
 * @self: an axis
 *
 * Returns: the room that its labels need: below the plot, or before it if upright
 */
double
ts_value_axis_get_thickness (const TsValueAxis *self)
{
  return (self->upright ? self->label_width : self->line_height) + GAP * self->unit;
}

/**
 * ts_value_axis_add_lines:
 * @self: an axis that has its place
 * @builder: a builder, to which they are added
 * @start: where lines begin: at the top of the plot, or on its left if upright
 * @end: where they end
 */
void
ts_value_axis_add_lines (const TsValueAxis *self,
                         TsSceneBuilder    *builder,
                         double             start,
                         double             end)
{
  for (guint tick = 0; tick < self->ticks.n_ticks; tick++)
    {
      double value = ts_nice_ticks_get (&self->ticks, tick);
      double at = ts_value_axis_get_position (self, value);
      const TsChartPaint paint = {
        .stroke_role = tick == 0 || value == 0 ? TS_CHART_ROLE_AXIS : TS_CHART_ROLE_GRID,
        .stroke_width = self->unit,
      };
      const TsChartPoint across[] = { { at, start }, { at, end } };
      const TsChartPoint upright[] = { { start, at }, { end, at } };

      ts_scene_builder_add_line (builder, TS_SCENE_PART_GRID, &paint,
                                 self->upright ? upright : across, 2);
    }
}

/**
 * ts_value_axis_add_labels:
 * @self: an axis that has its place
 * @builder: a builder, to which they are added
 * @options: fonts
 * @edge: the edge of the plot that they stand at: its foot, or its left side if upright
 *
 * A label beyond the picture is left out.
 */
void
ts_value_axis_add_labels (const TsValueAxis    *self,
                          TsSceneBuilder       *builder,
                          const TsChartOptions *options,
                          double                edge)
{
  const TsTextStyle style = {
    .size = self->text_size,
    .role = TS_CHART_ROLE_DIM,
    .direction = TS_TEXT_DIRECTION_LTR
  };
  double right = -G_MAXDOUBLE;

  for (guint tick = 0; tick < self->ticks.n_ticks; tick += self->stride)
    {
      g_autofree char *text = tick_text (self, tick);
      double at = ts_value_axis_get_position (self, ts_nice_ticks_get (&self->ticks, tick));
      TsTextExtents extents;
      double left;

      ts_text_measurer_measure (options->measurer, text, self->text_size, TS_CHART_WEIGHT_NORMAL,
                                &extents);
      if (self->upright)
        {
          if (edge - GAP * self->unit - extents.width >= 0)
            ts_scene_builder_add_text (builder, TS_SCENE_PART_SCALE_LABEL, &style, text,
                                       edge - GAP * self->unit,
                                       at + self->ascent - self->line_height / 2,
                                       TS_CHART_ANCHOR_RIGHT, 0);
          continue;
        }

      left = CLAMP (at - extents.width / 2, 0, MAX (options->width - extents.width, 0));
      if (left < right + self->text_size * 0.3 || extents.width > options->width)
        continue;
      right = left + extents.width;
      ts_scene_builder_add_text (builder, TS_SCENE_PART_SCALE_LABEL, &style, text, left,
                                 edge + GAP * self->unit + self->ascent, TS_CHART_ANCHOR_LEFT, 0);
    }
}

/**
 * ts_value_axis_title:
 * @name: what the values are, perhaps ""
 * @unit: in what they are counted, perhaps ""
 *
 * Returns: (transfer full): both, such as "Life expectancy (years)"; perhaps ""
 */
char *
ts_value_axis_title (const char *name,
                     const char *unit)
{
  if (*name == '\0' || *unit == '\0')
    return g_strconcat (name, unit, NULL);

  /* Translators: what an axis shows and its unit, as in "Life expectancy (years)". */
  return g_strdup_printf (_("%s (%s)"), name, unit);
}

/**
 * ts_value_axis_add_title:
 * @self: an axis
 * @builder: a builder, to which the title is added
 * @title: what the axis shows
 * @x: where the room for it begins
 * @width: how wide that is; what does not fit is cut
 * @top: the top of its line
 *
 * It stands in the middle below an axis that runs across, and at the beginning above one that is upright.
 */
void
ts_value_axis_add_title (const TsValueAxis *self,
                         TsSceneBuilder    *builder,
                         const char        *title,
                         double             x,
                         double             width,
                         double             top)
{
  const TsTextStyle style = { .size = self->text_size, .role = TS_CHART_ROLE_DIM };

  if (width >= self->text_size * 3)
    ts_scene_builder_add_text (builder, TS_SCENE_PART_SCALE_LABEL, &style, title,
                               self->upright ? x : x + width / 2, top + self->ascent,
                               self->upright ? TS_CHART_ANCHOR_LEFT : TS_CHART_ANCHOR_CENTRE,
                               width);
}
