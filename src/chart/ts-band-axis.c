/* ts-band-axis.c
 *
 * Rows with labels. Codes stand in a column of their own before the names; a name that is too long is cut, and where only a
 * few letters of it would be seen it is left out. Where rows are lower than a line of text, only some are labelled, and
 * those that the reader has picked.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-band-axis.h"

#include <math.h>

#include "chart/ts-chart-text.h"

/* How much of a row the hatching of what is missing takes. */
#define HATCH_SHARE 0.4
#define TEXT_SIZE   0.88

/* The shares of the width that labels and what stands at the end of rows may take. */
#define LABEL_SHARE 0.4
#define END_SHARE   0.25
#define WIDE_SHARE  0.36

/* In text sizes: the widest a code may be, the least of a name that is worth showing, and gaps. */
#define MOST_LEAD  6.0
#define LEAST_NAME 3.0
#define LEAD_GAP   0.5
#define COLUMN_GAP 0.8

/* How much higher than they want rows may be. */
#define MOST_STRETCH 1.4

/* Names with this share of the letters of the longest one are measured, and of those so many. */
#define LONG_SHARE    0.75
#define MOST_MEASURED 200

static double
measure (TsBandAxis           *self,
         const TsChartOptions *options,
         const char           *text,
         TsChartWeight         weight,
         double               *descent)
{
  TsTextExtents extents;

  ts_text_measurer_measure (options->measurer, text, self->text_size, weight, &extents);
  self->ascent = MAX (self->ascent, extents.ascent);
  *descent = MAX (*descent, extents.descent);

  return extents.width;
}

/* The widest of all codes or of all names, near enough: of thousands only the longest are measured. */
static double
measure_widest (TsBandAxis           *self,
                const TsChartOptions *options,
                gboolean              codes,
                double               *descent)
{
  glong longest = 0;
  double widest = 0;
  guint n_measured = 0;

  for (guint row = 0; row < self->n_rows; row++)
    {
      const TsChartSubject *subject = self->get_row (self->data, row);

      longest = MAX (longest, g_utf8_strlen (codes ? subject->code : subject->name, -1));
    }

  for (guint row = 0; row < self->n_rows && n_measured < MOST_MEASURED; row++)
    {
      const TsChartSubject *subject = self->get_row (self->data, row);
      const char *text = codes ? subject->code : subject->name;

      if (longest == 0 || g_utf8_strlen (text, -1) < longest * LONG_SHARE)
        continue;
      n_measured++;
      widest = MAX (widest,
                    measure (self, options, text, TS_CHART_WEIGHT_BOLD, descent));
    }

  return widest;
}

/**
 * ts_band_axis_init:
 * @self: (out caller-allocates): the axis
 * @options: fonts
 * @data: the data of the chart; must outlive @self
 * @get_row: what each row of it is
 * @n_rows: how many there are
 * @x: where labels begin
 * @width: the room for labels and plot together
 *
 * Shares the width out. Rows have no height until ts_band_axis_set_rows().
 */
void
ts_band_axis_init (TsBandAxis           *self,
                   const TsChartOptions *options,
                   gconstpointer         data,
                   TsBandRowFunc         get_row,
                   guint                 n_rows,
                   double                x,
                   double                width)
{
  double descent = 0, names, most = width * LABEL_SHARE;

  *self = (TsBandAxis) {
    .data = data,
    .get_row = get_row,
    .n_rows = n_rows,
    .area = { .x = x, .width = width },
    .unit = ts_chart_options_unit (options),
    .text_size = ts_chart_options_em (options) * TEXT_SIZE,
  };

  measure (self, options, "0123456789", TS_CHART_WEIGHT_BOLD, &descent);
  self->lead_width = measure_widest (self, options, TRUE, &descent);
  names = measure_widest (self, options, FALSE, &descent);
  self->line_height = self->ascent + descent;

  if (self->lead_width > 0)
    self->lead_width = MIN (self->lead_width, self->text_size * MOST_LEAD) +
                       (names > 0 ? self->text_size * LEAD_GAP : 0);

  self->label_width = MIN (self->lead_width + names, most);
  if (self->lead_width + names > most && most < self->lead_width + self->text_size * LEAST_NAME)
    self->label_width = self->lead_width > 0 && self->lead_width <= most ? self->lead_width : 0;

  self->plot_x = x + (self->label_width > 0 ? self->label_width + self->text_size * COLUMN_GAP : 0);
  self->plot_width = MAX (x + width - self->plot_x, 0);
}

/**
 * ts_band_axis_yield:
 * @self: an axis whose rows have no height yet
 * @wanted: how wide the plot has to be
 *
 * Gives room of the labels to a plot that has too little: names are cut first, then left out where codes stand before them. Where even that is
 * not enough, codes or the beginnings of names stay: nobody could tell rows apart without.
 */
void
ts_band_axis_yield (TsBandAxis *self,
                    double      wanted)
{
  double missing = wanted - self->plot_width;
  double least = self->lead_width > 0 ? self->lead_width : self->text_size * LEAST_NAME;
  double width;

  if (missing <= 0 || self->label_width <= least)
    return;

  width = MAX (self->label_width - missing, least);

  /* A few letters of a name tell nothing that the code does not. */
  if (self->lead_width > 0 && width < self->lead_width + self->text_size * LEAST_NAME)
    width = self->lead_width;

  self->plot_width += self->label_width - width;
  self->plot_x -= self->label_width - width;
  self->label_width = width;
}

/**
 * ts_band_axis_get_natural_pitch:
 * @self: an axis
 * @least: what marks need, in units
 *
 * Returns: the height that a row wants
 */
double
ts_band_axis_get_natural_pitch (const TsBandAxis *self,
                                double            least)
{
  return MAX (self->line_height * 1.3, least * self->unit);
}

/**
 * ts_band_axis_set_rows:
 * @self: an axis
 * @y: where rows may begin
 * @height: the room for all of them
 * @natural: the height that one wants
 *
 * Shares the height out. Rows that have more than enough stand in the middle.
 */
void
ts_band_axis_set_rows (TsBandAxis *self,
                       double      y,
                       double      height,
                       double      natural)
{
  self->pitch = self->n_rows > 0 ? MIN (MAX (height, 0) / self->n_rows, natural * MOST_STRETCH) : 0;
  self->area.height = self->pitch * self->n_rows;
  self->area.y = y + MAX (height - self->area.height, 0) / 2;
  self->rows_y = self->area.y;
}

static double
take_end (TsBandAxis *self,
          double      wanted,
          double      share)
{
  double gap = self->text_size * COLUMN_GAP;

  if (wanted <= 0 || wanted > self->area.width * share ||
      self->plot_width - wanted - gap < self->text_size * 4)
    return 0;

  self->plot_width -= wanted + gap;

  return self->plot_x + self->plot_width + gap;
}

/**
 * ts_band_axis_take_end:
 * @self: an axis whose rows have no height yet
 * @wanted: how wide the texts are that are to stand at the ends of rows
 *
 * Takes room for them from the plot, unless that would leave it too little.
 *
 * Returns: where they begin; 0 if they have no room
 */
double
ts_band_axis_take_end (TsBandAxis *self,
                       double      wanted)
{
  return take_end (self, wanted, END_SHARE);
}

/**
 * ts_band_axis_take_wide_end:
 * @self: an axis whose rows have no height yet
 * @wanted: how wide the texts are that are to stand at the ends of rows
 *
 * The same for texts that say as much as the plot does, such as a value with its interval.
 *
 * Returns: where they begin; 0 if they have no room
 */
double
ts_band_axis_take_wide_end (TsBandAxis *self,
                            double      wanted)
{
  return take_end (self, wanted, WIDE_SHARE);
}

/**
 * ts_band_axis_add_end:
 * @self: an axis
 * @builder: a builder, to which the text is added
 * @row: a row
 * @x: where the ends of rows begin
 * @text: what stands at the end of this one
 */
void
ts_band_axis_add_end (const TsBandAxis *self,
                      TsSceneBuilder   *builder,
                      guint             row,
                      double            x,
                      const char       *text)
{
  const TsTextStyle style = {
    .size = self->text_size,
    .role = TS_CHART_ROLE_DIM,
    /* A number has its sign before it, wherever people read from right to left. */
    .direction = ts_chart_text_direction (text) == TS_TEXT_DIRECTION_AUTO ? TS_TEXT_DIRECTION_LTR
                                                                          : TS_TEXT_DIRECTION_AUTO
  };

  if (self->pitch >= self->line_height - 0.01)
    ts_scene_builder_add_text (builder, TS_SCENE_PART_NOTE, &style, text, x,
                               ts_band_axis_get_y (self, row) - self->line_height / 2 +
                                 self->ascent,
                               TS_CHART_ANCHOR_LEFT, self->area.x + self->area.width - x);
}

/**
 * ts_band_axis_get_y:
 * @self: an axis
 * @row: a row
 *
 * Returns: the vertical middle of the row
 */
double
ts_band_axis_get_y (const TsBandAxis *self,
                    guint             row)
{
  return self->rows_y + self->pitch * (row + 0.5);
}

/**
 * ts_band_axis_get_row_area:
 * @self: an axis
 * @row: a row
 *
 * Returns: all of the row, label and plot
 */
TsChartRectangle
ts_band_axis_get_row_area (const TsBandAxis *self,
                           guint             row)
{
  return (TsChartRectangle) {
    self->area.x, self->rows_y + self->pitch * row, self->area.width, self->pitch
  };
}

/**
 * ts_band_axis_get_stride:
 * @self: an axis
 *
 * Returns: one row of so many is labelled
 */
guint
ts_band_axis_get_stride (const TsBandAxis *self)
{
  return self->pitch > 0 ? (guint) MAX (ceil (self->line_height / self->pitch), 1)
                         : MAX (self->n_rows, 1);
}

/**
 * ts_band_axis_add_label:
 * @self: an axis
 * @builder: a builder, to which the label is added
 * @row: a row
 * @middle: the vertical middle of the label
 */
void
ts_band_axis_add_label (const TsBandAxis *self,
                        TsSceneBuilder   *builder,
                        guint             row,
                        double            middle)
{
  const TsChartSubject *subject = self->get_row (self->data, row);
  const TsTextStyle lead_style = {
    .size = self->text_size,
    .weight = TS_CHART_WEIGHT_BOLD,
    .role = TS_CHART_ROLE_FOREGROUND
  };
  const TsTextStyle style = {
    .size = self->text_size,
    .weight = subject->highlighted ? TS_CHART_WEIGHT_BOLD : TS_CHART_WEIGHT_NORMAL,
    .role = TS_CHART_ROLE_FOREGROUND
  };
  double lead = MIN (self->lead_width, self->label_width);
  double baseline = middle - self->line_height / 2 + self->ascent;
  double gap = self->label_width > lead ? self->text_size * LEAD_GAP : 0;

  if (self->label_width <= 0)
    return;
  if (lead > gap)
    ts_scene_builder_add_text (builder, TS_SCENE_PART_AXIS_LABEL, &lead_style, subject->code,
                               self->area.x, baseline, TS_CHART_ANCHOR_LEFT, lead - gap);
  if (self->label_width - lead >= self->text_size)
    ts_scene_builder_add_text (builder, TS_SCENE_PART_AXIS_LABEL, &style, subject->name,
                               self->area.x + lead, baseline, TS_CHART_ANCHOR_LEFT,
                               self->label_width - lead);
}

/**
 * ts_band_axis_add_labels:
 * @self: an axis
 * @builder: a builder, to which they are added
 *
 * Labels all rows, or as many as there is room for: first those that the reader has picked, then one of each so many.
 */
void
ts_band_axis_add_labels (const TsBandAxis *self,
                         TsSceneBuilder   *builder)
{
  guint stride = ts_band_axis_get_stride (self);
  g_autofree gboolean *labelled = g_new0 (gboolean, self->n_rows + 1);
  double foot = self->rows_y + self->area.height;

  if (self->label_width <= 0 || self->n_rows == 0 || self->area.height < self->line_height)
    return;

  for (guint pass = 0; pass < 2; pass++)
    for (guint row = stride / 2; row < self->n_rows; row += pass == 0 ? 1 : stride)
      {
        gboolean free = TRUE;
        double middle = ts_band_axis_get_y (self, row);

        if (pass == 0 && !self->get_row (self->data, row)->highlighted)
          continue;
        if (stride > 1 && middle + self->line_height / 2 > foot + self->unit)
          break;
        for (guint near = row > stride - 1 ? row - (stride - 1) : 0;
             near < MIN (row + stride, self->n_rows); near++)
          free = free && !labelled[near];
        if (!free)
          continue;
        labelled[row] = TRUE;
        ts_band_axis_add_label (self, builder, row, middle);
      }
}

/**
 * ts_band_axis_add_lines:
 * @self: an axis
 * @builder: a builder, to which they are added
 *
 * Adds lines above and below all rows and, where each has a label, between them; and a wash behind those that the
 * reader has picked.
 */
void
ts_band_axis_add_lines (const TsBandAxis *self,
                        TsSceneBuilder   *builder)
{
  TsChartPaint paint = { .stroke_width = self->unit };
  const TsChartPaint picked = {
    .fill = TS_CHART_FILL_WASH,
    .fill_role = TS_CHART_ROLE_HIGHLIGHT
  };
  guint step = ts_band_axis_get_stride (self) > 1 ? MAX (self->n_rows, 1) : 1;

  for (guint row = 0; row < self->n_rows; row++)
    if (self->get_row (self->data, row)->highlighted)
      {
        TsChartRectangle area = ts_band_axis_get_row_area (self, row);

        /* Labels of low rows are higher than those: a wash would strike them through. */
        if (step > 1)
          {
            area.x = self->plot_x;
            area.width = self->area.x + self->area.width - area.x;
          }
        ts_scene_builder_add_rectangle (builder, TS_SCENE_PART_GRID, &picked, &area, 0);
      }

  for (guint row = 0; row <= self->n_rows; row += step)
    {
      double y = self->rows_y + self->pitch * row;
      const TsChartPoint line[] = {
        { self->area.x, y },
        { self->area.x + self->area.width, y }
      };

      paint.stroke_role = row == 0 || row == self->n_rows ? TS_CHART_ROLE_AXIS
                                                          : TS_CHART_ROLE_GRID;
      ts_scene_builder_add_line (builder, TS_SCENE_PART_GRID, &paint, line, 2);
    }
}

/**
 * ts_band_axis_add_missing:
 * @self: an axis whose rows stand
 * @builder: takes it
 * @row: a row that has nothing to show
 * @x: where the part of the plot begins that is missing, in points
 * @width: how wide that is
 *
 * Hatches the row, so that what is missing is seen as missing.
 */
void
ts_band_axis_add_missing (const TsBandAxis *self,
                          TsSceneBuilder   *builder,
                          guint             row,
                          double            x,
                          double            width)
{
  const TsChartPaint paint = { .fill = TS_CHART_FILL_HATCH, .fill_role = TS_CHART_ROLE_AXIS };
  double height = self->pitch * HATCH_SHARE;
  const TsChartRectangle area = { x, ts_band_axis_get_y (self, row) - height / 2, width, height };

  ts_scene_builder_add_rectangle (builder, TS_SCENE_PART_MISSING, &paint, &area, 0);
}
