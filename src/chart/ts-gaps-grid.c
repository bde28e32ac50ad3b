/* ts-gaps-grid.c
 *
 * The rows and columns of a gap chart. Labels stand beside their rows; where that would leave too little of them, above.
 * A chart with less height than its rows want gets lower rows, then fewer labels, but all of its rows.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-gaps-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-gaps-end.h"

#define TEXT_SIZE 0.88

/* Shares of the width that labels and ends may take. */
#define LABEL_SHARE 0.42
#define END_SHARE   0.24

/* In text sizes: how much of a label must be seen beside its row, the widest a short label may be, and gaps. */
#define LEAST_LABEL 14.0
#define MOST_LEAD   6.0
#define LEAD_GAP    0.5
#define COLUMN_GAP  0.9

/* In units: height of the marks in a row, with labels above and beside; what rows must have at least, and how much higher
 * than they want they may be. */
#define MARKS_HEIGHT 30.0
#define LEAST_MARKS  14.0
#define LEAST_PITCH  5.0
#define MOST_STRETCH 1.3
#define LEAST_COLUMN 5.0
#define PADDING      4.0

/* Charts with more rows name the levels again below them. */
#define FOOTER_ROWS 15

/* Heights, in lines, from which levels are named. */
#define HEADER_FROM 6.0

static double
measure (const TsGapsGrid     *self,
         const TsChartOptions *options,
         const char           *text,
         TsChartWeight         weight)
{
  TsTextExtents extents;

  ts_text_measurer_measure (options->measurer, text, self->text_size, weight, &extents);

  return extents.width;
}

static void
grow_line (TsGapsGrid           *self,
           const TsChartOptions *options,
           const char           *text,
           TsChartWeight         weight,
           double               *descent)
{
  TsTextExtents extents;

  ts_text_measurer_measure (options->measurer, text, self->text_size, weight, &extents);
  self->ascent = MAX (self->ascent, extents.ascent);
  *descent = MAX (*descent, extents.descent);
}

/* Returns how wide all labels are when nothing is cut. */
static double
init_text (TsGapsGrid           *self,
           const TsGapsData     *data,
           const TsChartOptions *options)
{
  double descent = 0, widest = 0;

  self->unit = ts_chart_options_unit (options);
  self->text_size = ts_chart_options_em (options) * TEXT_SIZE;
  grow_line (self, options, "0123456789", TS_CHART_WEIGHT_BOLD, &descent);

  for (guint row = 0; row < ts_gaps_data_get_n_rows (data); row++)
    {
      const char *lead = ts_gaps_data_get_short_label (data, row);
      const char *name = ts_gaps_data_get_long_label (data, row);

      grow_line (self, options, lead, TS_CHART_WEIGHT_BOLD, &descent);
      grow_line (self, options, name, TS_CHART_WEIGHT_NORMAL, &descent);
      self->lead_width = MAX (self->lead_width,
                              measure (self, options, lead, TS_CHART_WEIGHT_BOLD));
      widest = MAX (widest, measure (self, options, name, TS_CHART_WEIGHT_NORMAL));
    }
  for (guint level = 1; level <= ts_gaps_data_get_n_levels (data); level++)
    grow_line (self, options, ts_gaps_data_get_level_name (data, level), TS_CHART_WEIGHT_NORMAL,
               &descent);

  self->line_height = self->ascent + descent;
  if (self->lead_width > 0)
    self->lead_width = MIN (self->lead_width, self->text_size * MOST_LEAD) +
                       self->text_size * LEAD_GAP;

  return self->lead_width + widest;
}

/* The ends of rows are written out if that leaves the levels room, else with dashes for words. */
static void
init_ends (TsGapsGrid           *self,
           const TsGapsData     *data,
           const TsChartOptions *options,
           double                width)
{
  for (guint terse = FALSE; terse <= TRUE; terse++)
    {
      self->terse = terse;
      self->end_width = 0;
      for (guint row = 0; row < ts_gaps_data_get_n_rows (data); row++)
        self->end_width = MAX (self->end_width, ts_gaps_end_measure (data, options, row,
                                                                     self->text_size, terse));
      if (self->end_width <= width * END_SHARE)
        return;
    }

  self->end_width = 0;
}

static char *
header_text (const TsGapsData *data,
             guint             level,
             TsGapsHeader      header)
{
  const char *name = ts_gaps_data_get_level_name (data, level);

  if (header == TS_GAPS_HEADER_ONE_LINE && *name != '\0')
    return g_strdup_printf ("%u %s", level, name);

  return g_strdup_printf ("%u", level);
}

static gboolean
header_fits (const TsGapsGrid     *self,
             const TsGapsData     *data,
             const TsChartOptions *options,
             TsGapsHeader          header)
{
  guint n_levels = ts_gaps_data_get_n_levels (data);
  double room = self->plot_width / n_levels - self->text_size * 0.5;

  for (guint level = 1; level <= n_levels; level++)
    {
      g_autofree char *text = header_text (data, level, header);
      const char *name = ts_gaps_data_get_level_name (data, level);

      if (measure (self, options, text, TS_CHART_WEIGHT_NORMAL) > room)
        return FALSE;
      if (header == TS_GAPS_HEADER_TWO_LINES &&
          (measure (self, options, name, TS_CHART_WEIGHT_NORMAL) > room))
        return FALSE;
    }

  return TRUE;
}

static void
init_header (TsGapsGrid           *self,
             const TsGapsData     *data,
             const TsChartOptions *options)
{
  self->header = TS_GAPS_HEADER_ONE_LINE;
  while (self->header != TS_GAPS_HEADER_NONE && !header_fits (self, data, options, self->header))
    self->header--;

  self->header_height = 0;
  self->footer_height = 0;
  if (self->header == TS_GAPS_HEADER_NONE)
    return;

  self->header_height = self->line_height * (self->header == TS_GAPS_HEADER_TWO_LINES ? 2 : 1) +
                        PADDING * self->unit;
  if (ts_gaps_data_get_n_rows (data) > FOOTER_ROWS)
    self->footer_height = self->line_height + PADDING * self->unit;
}

static double
natural_pitch (const TsGapsGrid *self)
{
  double marks = MAX (self->line_height * 1.2, MARKS_HEIGHT * self->unit);

  return self->stacked ? self->line_height + PADDING * self->unit + marks : marks;
}

/* Places the columns. */
static void
init_columns (TsGapsGrid           *self,
              const TsGapsData     *data,
              const TsChartOptions *options,
              double                natural_label,
              double                x,
              double                width,
              gboolean              may_stack)
{
  double gap = self->text_size * COLUMN_GAP;
  double most = width * LABEL_SHARE;

  self->label_width = MIN (natural_label, most);
  self->stacked = may_stack && natural_label > most && most < self->text_size * LEAST_LABEL;

  /* A name of which only a few letters would be seen is better left out. */
  if (self->stacked)
    self->label_width = 0;
  else if (natural_label > most && most < self->lead_width + self->text_size * 3)
    self->label_width = self->lead_width <= most ? self->lead_width : 0;

  self->plot_x = x + (self->label_width > 0 ? self->label_width + gap : 0);
  self->end_x = x + width - self->end_width;
  self->plot_width = (self->end_width > 0 ? self->end_x - gap : x + width) - self->plot_x;
  init_header (self, data, options);
}

/**
 * ts_gaps_grid_get_natural_height:
 * @data: data of a gap chart
 * @options: fonts
 * @width: the room from label to end
 *
 * Returns: the height at which every row has the room it wants
 */
double
ts_gaps_grid_get_natural_height (const TsGapsData     *data,
                                 const TsChartOptions *options,
                                 double                width)
{
  TsGapsGrid self = { 0 };
  double natural_label = init_text (&self, data, options);

  init_ends (&self, data, options, width);
  init_columns (&self, data, options, natural_label, 0, width, TRUE);

  return self.header_height + natural_pitch (&self) * ts_gaps_data_get_n_rows (data) +
         self.footer_height;
}

/* Shares the height out. Returns whether rows have what they need, labels left aside. */
static gboolean
init_rows (TsGapsGrid *self,
           guint       n_rows)
{
  double natural = natural_pitch (self);
  double room = self->area.height - self->header_height - self->footer_height;

  /* A pixel less is a matter of rounding. */
  if (room < natural * n_rows - self->unit && self->footer_height > 0)
    {
      room += self->footer_height;
      self->footer_height = 0;
    }
  if (self->area.height < self->line_height * HEADER_FROM)
    {
      room += self->header_height;
      self->header_height = 0;
      self->header = TS_GAPS_HEADER_NONE;
    }

  self->pitch = MIN (room / n_rows, natural * MOST_STRETCH);
  self->rows_y = self->area.y + self->header_height + (room - self->pitch * n_rows) / 2;

  return self->pitch >= LEAST_PITCH * self->unit &&
         (!self->stacked || ts_gaps_grid_get_marks_height (self) >=
                              MAX (self->line_height, LEAST_MARKS * self->unit));
}

/**
 * ts_gaps_grid_init:
 * @self: (out caller-allocates): the grid
 * @data: data with at least one row
 * @options: fonts
 * @area: the room for it
 *
 * Returns: whether there is room for all rows; if not, @self must not be used
 */
gboolean
ts_gaps_grid_init (TsGapsGrid             *self,
                   const TsGapsData       *data,
                   const TsChartOptions   *options,
                   const TsChartRectangle *area)
{
  guint n_rows = ts_gaps_data_get_n_rows (data);
  double natural_label;

  *self = (TsGapsGrid) { .area = *area };
  natural_label = init_text (self, data, options);
  init_ends (self, data, options, area->width);
  init_columns (self, data, options, natural_label, area->x, area->width, TRUE);

  if (!init_rows (self, n_rows))
    {
      init_columns (self, data, options, natural_label, area->x, area->width, FALSE);
      if (!init_rows (self, n_rows))
        return FALSE;
    }

  return self->plot_width >= LEAST_COLUMN * self->unit * ts_gaps_data_get_n_levels (data);
}

/**
 * ts_gaps_grid_get_level_x:
 * @self: a grid
 * @data: the data that it was made for
 * @level: from 1 to the highest
 *
 * Returns: where @level is: in the middle of its column
 */
double
ts_gaps_grid_get_level_x (const TsGapsGrid *self,
                          const TsGapsData *data,
                          double            level)
{
  return self->plot_x + self->plot_width * (level - 0.5) / ts_gaps_data_get_n_levels (data);
}

/**
 * ts_gaps_grid_get_marks_height:
 * @self: a grid
 *
 * Returns: the height that marks have in a row
 */
double
ts_gaps_grid_get_marks_height (const TsGapsGrid *self)
{
  if (self->stacked)
    return self->pitch - self->line_height - PADDING * self->unit;

  return self->pitch;
}

/**
 * ts_gaps_grid_get_marks_y:
 * @self: a grid
 * @row: a row
 *
 * Returns: the vertical middle of the row's marks
 */
double
ts_gaps_grid_get_marks_y (const TsGapsGrid *self,
                          guint             row)
{
  return self->rows_y + self->pitch * (row + 1) - ts_gaps_grid_get_marks_height (self) / 2;
}

/* Where rows are lower than a line of text, one of so many is labelled. */
static guint
label_stride (const TsGapsGrid *self)
{
  return self->stacked ? 1 : (guint) MAX (ceil (self->line_height / self->pitch), 1);
}

static void
add_header (const TsGapsGrid     *self,
            const TsGapsData     *data,
            const TsChartOptions *options,
            TsSceneBuilder       *builder)
{
  const TsTextStyle style = { .size = self->text_size, .role = TS_CHART_ROLE_DIM };
  gboolean two_lines = self->header == TS_GAPS_HEADER_TWO_LINES;
  double bottom = self->rows_y - PADDING * self->unit - (self->line_height - self->ascent);

  for (guint level = 1; level <= ts_gaps_data_get_n_levels (data); level++)
    {
      g_autofree char *text = header_text (data, level, self->header);
      double x = ts_gaps_grid_get_level_x (self, data, level);

      ts_scene_builder_add_text (builder, TS_SCENE_PART_SCALE_LABEL, &style, text, x,
                                 bottom - (two_lines ? self->line_height : 0),
                                 TS_CHART_ANCHOR_CENTRE, 0);
      if (two_lines)
        ts_scene_builder_add_text (builder, TS_SCENE_PART_SCALE_LABEL, &style,
                                   ts_gaps_data_get_level_name (data, level), x, bottom,
                                   TS_CHART_ANCHOR_CENTRE, 0);
    }

  if (measure (self, options, _("Gap"), TS_CHART_WEIGHT_NORMAL) <= self->end_width)
    ts_scene_builder_add_text (builder, TS_SCENE_PART_SCALE_LABEL, &style, _("Gap"), self->end_x,
                               bottom, TS_CHART_ANCHOR_LEFT, 0);
}

static void
add_footer (const TsGapsGrid *self,
            const TsGapsData *data,
            TsSceneBuilder   *builder,
            double            top)
{
  const TsTextStyle style = { .size = self->text_size, .role = TS_CHART_ROLE_DIM };

  for (guint level = 1; level <= ts_gaps_data_get_n_levels (data); level++)
    {
      g_autofree char *text = header_text (data, level, TS_GAPS_HEADER_NUMBERS);

      ts_scene_builder_add_text (builder, TS_SCENE_PART_SCALE_LABEL, &style, text,
                                 ts_gaps_grid_get_level_x (self, data, level),
                                 top + PADDING * self->unit + self->ascent, TS_CHART_ANCHOR_CENTRE,
                                 0);
    }
}

static void
add_lines (const TsGapsGrid *self,
           const TsGapsData *data,
           TsSceneBuilder   *builder)
{
  guint n_rows = ts_gaps_data_get_n_rows (data);
  double right = self->area.x + self->area.width;
  double height = ts_gaps_grid_get_marks_height (self);
  TsChartPaint paint = { .stroke_role = TS_CHART_ROLE_GRID, .stroke_width = self->unit };

  for (guint level = 1; level <= ts_gaps_data_get_n_levels (data); level++)
    for (guint row = 0; row < (self->stacked ? n_rows : 1); row++)
      {
        double x = ts_gaps_grid_get_level_x (self, data, level);
        double top = self->rows_y;
        double bottom = self->rows_y + self->pitch * n_rows;
        TsChartPoint line[2];

        /* A line does not run through labels. */
        if (self->stacked)
          {
            top = ts_gaps_grid_get_marks_y (self, row) - height / 2;
            bottom = top + height;
          }

        line[0] = (TsChartPoint) { x, top };
        line[1] = (TsChartPoint) { x, bottom };
        ts_scene_builder_add_line (builder, TS_SCENE_PART_GRID, &paint, line, 2);
      }

  /* Between rows that are lower than a line of text, lines would run through labels too. */
  for (guint row = 0; row <= n_rows; row += label_stride (self) > 1 ? n_rows : 1)
    {
      double y = self->rows_y + self->pitch * row;
      const TsChartPoint line[] = { { self->area.x, y }, { right, y } };

      paint.stroke_role = row == 0 || row == n_rows ? TS_CHART_ROLE_AXIS : TS_CHART_ROLE_GRID;
      ts_scene_builder_add_line (builder, TS_SCENE_PART_GRID, &paint, line, 2);
    }
}

static void
add_label (const TsGapsGrid *self,
           const TsGapsData *data,
           guint             row,
           TsSceneBuilder   *builder)
{
  const char *lead = ts_gaps_data_get_short_label (data, row);
  const char *name = ts_gaps_data_get_long_label (data, row);
  const TsTextStyle lead_style = {
    .size = self->text_size,
    .weight = TS_CHART_WEIGHT_BOLD,
    .role = TS_CHART_ROLE_FOREGROUND
  };
  const TsTextStyle style = { .size = self->text_size, .role = TS_CHART_ROLE_FOREGROUND };
  double width = self->stacked ? self->area.width : self->label_width;
  double lead_width = MIN (self->lead_width, width);
  double top = self->stacked ? self->rows_y + self->pitch * row + PADDING * self->unit / 2
                             : self->rows_y + self->pitch * (row + 0.5) - self->line_height / 2;
  double room = width - lead_width;

  if (lead_width > 0)
    ts_scene_builder_add_text (builder, TS_SCENE_PART_AXIS_LABEL, &lead_style, lead, self->area.x,
                               top + self->ascent, TS_CHART_ANCHOR_LEFT,
                               lead_width - self->text_size * LEAD_GAP);
  if (room >= self->text_size)
    ts_scene_builder_add_text (builder, TS_SCENE_PART_AXIS_LABEL, &style, name,
                               self->area.x + lead_width, top + self->ascent, TS_CHART_ANCHOR_LEFT,
                               room);
}

/**
 * ts_gaps_grid_add:
 * @self: a grid
 * @data: the data that it was made for
 * @options: and the options
 * @builder: a builder, to which it is added
 *
 * Adds lines, labels and the ends of rows. Where rows are lower than a line of text, only some are labelled.
 */
void
ts_gaps_grid_add (const TsGapsGrid     *self,
                  const TsGapsData     *data,
                  const TsChartOptions *options,
                  TsSceneBuilder       *builder)
{
  guint n_rows = ts_gaps_data_get_n_rows (data);
  guint stride = label_stride (self);
  double foot = self->rows_y + self->pitch * n_rows;

  if (self->header != TS_GAPS_HEADER_NONE)
    add_header (self, data, options, builder);
  add_lines (self, data, builder);
  if (self->footer_height > 0)
    add_footer (self, data, builder, foot);

  /* The middle one of each so many, so that no label reaches beyond its own. */
  for (guint row = stride / 2; row < n_rows; row += stride)
    {
      if (stride > 1 && ts_gaps_grid_get_marks_y (self, row) + self->line_height / 2 > foot)
        break;
      if (self->stacked || self->label_width > 0)
        add_label (self, data, row, builder);
      if (self->end_width > 0)
        ts_gaps_end_add (data, options, row, self->text_size, self->terse, self->end_x,
                         ts_gaps_grid_get_marks_y (self, row), builder);
    }
}
