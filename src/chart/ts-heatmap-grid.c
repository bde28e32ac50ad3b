/* ts-heatmap-grid.c
 *
 * The rows and columns of a heat map. Of a map that is scrolled only what can be seen is looked at.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-heatmap-grid.h"

#include <math.h>

#include "chart/ts-chart-number.h"
#include "chart/ts-chart-text.h"

#define HEADER_SIZE 0.82

/* The most lines of a column's name. */
#define MOST_LINES 3

/* In text sizes: the widest and the least cell, the least cell whose column has its name, one that gives room to names of groups, and gaps. */
#define MOST_CELL       9.0
#define NAMED_CELL      5.6
#define LEAST_CELL      1.6
#define NUMBER_PADDING  1.0
#define GROUP_GAP       0.8
#define LEAST_GROUP     4.0
#define GROUP_SHARE     0.2
#define MOST_SHARE      0.3
#define WIDE_CELL       2.4
#define MOST_GROUP_TEXT 200

/* In units: the height of the mark of the column that rows are sorted by, and of a row at least. */
#define SORT_MARK   5.0
#define NATURAL_ROW 22.0
#define PADDING     4.0

/* In units: the least width of a level beside numbers that are whole. */
#define LEAST_SHARE 6.0

static const TsChartSubject *
get_row (gconstpointer data,
         guint         row)
{
  return ts_heatmap_data_get_row (data, row);
}

static const char *
header_code (const TsHeatmapGrid *self,
             guint                column)
{
  const TsChartSubject *subject = ts_heatmap_data_get_column (self->data, column);

  return *subject->code != '\0' ? subject->code : subject->name;
}

static double
measure (const TsHeatmapGrid  *self,
         const TsChartOptions *options,
         const char           *text,
         double                size,
         TsChartWeight         weight)
{
  TsTextExtents extents;

  ts_text_measurer_measure (options->measurer, text, size, weight, &extents);

  return extents.width;
}

/* How wide the numbers of a column are; notes with how many decimals. */
static double
measure_numbers (TsHeatmapGrid        *self,
                 const TsChartOptions *options,
                 guint                 column)
{
  double low = 0, high = 0, widest = 0;

  for (guint row = 0; row < ts_heatmap_data_get_n_rows (self->data); row++)
    {
      const TsHeatmapCell *cell = ts_heatmap_data_get_cell (self->data, row, column);

      if (cell->state != TS_HEATMAP_STATE_VALUE)
        continue;
      low = MIN (low, cell->value);
      high = MAX (high, cell->value);
      if (self->decimals[column] == 0 && cell->value != floor (cell->value))
        self->decimals[column] = 1;
    }

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = ts_chart_number_text (i == 0 ? low : high, self->decimals[column]);

      widest = MAX (widest, measure (self, options, text, self->band.text_size,
                                     TS_CHART_WEIGHT_BOLD));
    }

  return widest;
}

static double
measure_groups (const TsHeatmapGrid  *self,
                const TsChartOptions *options)
{
  const char *before = "";
  double widest = 0;
  guint n_measured = 0;

  for (guint row = 0;
       row < ts_heatmap_data_get_n_rows (self->data) && n_measured < MOST_GROUP_TEXT; row++)
    {
      const char *group = ts_heatmap_data_get_row (self->data, row)->group;

      if (g_str_equal (group, before))
        continue;
      n_measured++;
      before = group;
      widest = MAX (widest, measure (self, options, group, self->band.text_size,
                                     TS_CHART_WEIGHT_NORMAL));
    }

  return widest;
}

/* Shares the width of the plot out between cells and the names of groups. */
static void
init_columns (TsHeatmapGrid        *self,
              const TsChartOptions *options)
{
  guint n_columns = ts_heatmap_data_get_n_columns (self->data);
  double size = self->band.text_size;
  double room, numbers = 0, groups, cell;
  g_autofree double *wanted = g_new0 (double, n_columns + 1);
  guint n_levels = 0;

  for (guint column = 0; column < n_columns; column++)
    {
      if (ts_heatmap_data_get_levels (self->data, column) != NULL)
        n_levels++;
      else
        wanted[column] = MAX (measure_numbers (self, options, column),
                              measure (self, options, header_code (self, column),
                                       ts_chart_options_em (options) * HEADER_SIZE, TS_CHART_WEIGHT_BOLD)) +
                         size * NUMBER_PADDING;
      numbers += wanted[column];
    }

  /* Names give way first: who reads a total can look a code up, but nobody can read what is not there. */
  ts_band_axis_yield (&self->band, numbers + n_levels * size * LEAST_CELL);
  room = self->band.plot_width;
  groups = measure_groups (self, options);
  if (groups > 0)
    {
      /* A name is cut only where it would press the cells. */
      double spare = room - numbers - n_levels * size * WIDE_CELL - size * GROUP_GAP;
      double most = CLAMP (spare, self->band.area.width * GROUP_SHARE, self->band.area.width * MOST_SHARE);
      double taken = MIN (groups, most) + size * GROUP_GAP;

      if (taken - size * GROUP_GAP >= MIN (groups, size * LEAST_GROUP) &&
          room - taken - numbers >= n_levels * size * LEAST_CELL)
        {
          self->group_width = taken - size * GROUP_GAP;
          room -= taken;
        }
    }

  cell = MIN ((room - numbers) / MAX (n_levels, 1), size * MOST_CELL);
  /* Of a level the filled share is enough; a number is one only as a whole. */
  if (cell < MIN (self->band.unit * LEAST_SHARE, room / n_columns))
    cell = -1;

  self->columns_x[0] = self->band.plot_x;
  for (guint column = 0; column < n_columns; column++)
    {
      double width = ts_heatmap_data_get_levels (self->data, column) != NULL
                       ? cell
                       : MAX (wanted[column], MIN (cell, size * MOST_CELL / 2));

      self->columns_x[column + 1] = self->columns_x[column] + (cell < 0 ? room / n_columns : width);
    }

  /* What numbers take beyond their share must not push the last column out. */
  if (self->columns_x[n_columns] > self->band.plot_x + room + 0.01)
    {
      double share = room / (self->columns_x[n_columns] - self->band.plot_x);

      for (guint column = 0; column <= n_columns; column++)
        self->columns_x[column] = self->band.plot_x +
                                  (self->columns_x[column] - self->band.plot_x) * share;
    }
  self->group_x = self->columns_x[n_columns] + size * GROUP_GAP;
}

static GPtrArray *
wrap_name (const TsHeatmapGrid  *self,
           const TsChartOptions *options,
           guint                 column)
{
  const TsChartSubject *subject = ts_heatmap_data_get_column (self->data, column);
  double width = self->columns_x[column + 1] - self->columns_x[column] - self->band.unit * 6;

  if (*subject->code == '\0' || *subject->name == '\0')
    return g_ptr_array_new_with_free_func (g_free);

  return ts_chart_text_wrap (subject->name, options->measurer, self->header_size,
                             TS_CHART_WEIGHT_NORMAL, MAX (width, 1), 0, MOST_LINES);
}

/* A line is as high as the highest of its texts: another script may reach further than Latin letters do. Returns the width. */
static double
note_header (TsHeatmapGrid        *self,
             const TsChartOptions *options,
             const char           *text,
             TsChartWeight         weight)
{
  double descent = self->header_line - self->header_ascent;
  TsTextExtents extents;

  ts_text_measurer_measure (options->measurer, text, self->header_size, weight, &extents);
  self->header_ascent = MAX (self->header_ascent, extents.ascent);
  self->header_line = self->header_ascent + MAX (descent, extents.descent);

  return extents.width;
}

static void
init_header (TsHeatmapGrid        *self,
             const TsChartOptions *options)
{
  guint n_columns = ts_heatmap_data_get_n_columns (self->data);
  double narrowest = G_MAXDOUBLE, widest = 0;
  gboolean named = TRUE;

  self->header_size = ts_chart_options_em (options) * HEADER_SIZE;
  note_header (self, options, "Ag", TS_CHART_WEIGHT_BOLD);

  for (guint column = 0; column < n_columns; column++)
    {
      double width = self->columns_x[column + 1] - self->columns_x[column];
      double code = note_header (self, options, header_code (self, column), TS_CHART_WEIGHT_BOLD);

      /* A column of numbers is as wide as its own name. */
      if (ts_heatmap_data_get_levels (self->data, column) == NULL)
        continue;
      narrowest = MIN (narrowest, width);
      widest = MAX (widest, MIN (code, self->band.text_size * LEAST_CELL));
      if (ts_heatmap_data_get_levels (self->data, column) != NULL)
        named = named && width >= self->band.text_size * NAMED_CELL;
    }

  for (guint column = 0; column < n_columns && named; column++)
    {
      g_autoptr (GPtrArray) lines = wrap_name (self, options, column);

      self->name_lines = MAX (self->name_lines, lines->len);
      for (guint i = 0; i < lines->len; i++)
        note_header (self, options, lines->pdata[i], TS_CHART_WEIGHT_NORMAL);
    }

  self->header_stride = (guint) MAX (ceil ((widest + self->header_size * 0.2) /
                                           MAX (narrowest, 0.01)),
                                     1);
  self->header_height = self->header_line * (1 + self->name_lines) +
                        (PADDING + SORT_MARK) * self->band.unit;
}

/**
 * ts_heatmap_grid_init:
 * @self: (out caller-allocates): the grid; cleared with ts_heatmap_grid_clear()
 * @data: data with at least one column; must outlive @self
 * @options: fonts
 * @x: where labels begin
 * @width: the room from there to the end of the groups' names
 *
 * Shares the width out. Rows have no place until ts_heatmap_grid_fill() or ts_heatmap_grid_scroll().
 */
void
ts_heatmap_grid_init (TsHeatmapGrid        *self,
                      const TsHeatmapData  *data,
                      const TsChartOptions *options,
                      double                x,
                      double                width)
{
  guint n_columns = ts_heatmap_data_get_n_columns (data);

  *self = (TsHeatmapGrid) { .data = data };
  self->columns_x = g_new0 (double, n_columns + 1);
  self->decimals = g_new0 (guint, n_columns + 1);
  ts_band_axis_init (&self->band, options, data, get_row, ts_heatmap_data_get_n_rows (data), x,
                     width);
  init_columns (self, options);
  init_header (self, options);
}

/**
 * ts_heatmap_grid_clear:
 * @self: a grid
 */
void
ts_heatmap_grid_clear (TsHeatmapGrid *self)
{
  g_clear_pointer (&self->columns_x, g_free);
  g_clear_pointer (&self->decimals, g_free);
}

static double
natural_pitch (const TsHeatmapGrid *self)
{
  return round (ts_band_axis_get_natural_pitch (&self->band, NATURAL_ROW));
}

/**
 * ts_heatmap_grid_get_natural_height:
 * @self: a grid
 *
 * Returns: the height at which every row has the room it wants, and the header too
 */
double
ts_heatmap_grid_get_natural_height (const TsHeatmapGrid *self)
{
  return self->header_height + natural_pitch (self) * self->band.n_rows;
}

/**
 * ts_heatmap_grid_fill:
 * @self: a grid
 * @y: where it begins
 * @height: its height
 *
 * Has all rows shown, as high or as low as that makes them.
 */
void
ts_heatmap_grid_fill (TsHeatmapGrid *self,
                      double         y,
                      double         height)
{
  if (height < self->header_height + self->band.line_height)
    {
      self->header_height = 0;
      self->name_lines = 0;
    }

  ts_band_axis_set_rows (&self->band, y + self->header_height, height - self->header_height,
                         natural_pitch (self));
  self->view_y = self->band.area.y;
  self->view_height = self->band.area.height;
}

/**
 * ts_heatmap_grid_scroll:
 * @self: a grid
 * @y: where it begins
 * @height: its height
 * @offset: how far its rows are scrolled up
 *
 * Has rows shown at the height they want, and the header above them however far they are scrolled.
 */
void
ts_heatmap_grid_scroll (TsHeatmapGrid *self,
                        double         y,
                        double         height,
                        double         offset)
{
  self->band.pitch = natural_pitch (self);
  self->band.area.y = y + self->header_height;
  self->band.area.height = MAX (height - self->header_height, 0);
  self->band.rows_y = self->band.area.y - offset;
  self->view_y = self->band.area.y;
  self->view_height = CLAMP (self->band.pitch * self->band.n_rows - offset, 0,
                             self->band.area.height);
}

/**
 * ts_heatmap_grid_get_visible:
 * @self: a grid whose rows have their place
 * @first: (out): the first row of which something is seen
 * @last: (out): the last one
 *
 * Returns: whether there is any
 */
gboolean
ts_heatmap_grid_get_visible (const TsHeatmapGrid *self,
                             guint               *first,
                             guint               *last)
{
  double above = self->view_y - self->band.rows_y;
  double below = above + self->view_height;

  if (self->band.pitch <= 0 || self->view_height <= 0 || self->band.n_rows == 0)
    return FALSE;

  *first = (guint) CLAMP (floor (above / self->band.pitch + 1e-6), 0, self->band.n_rows - 1.0);
  *last = (guint) CLAMP (ceil (below / self->band.pitch - 1e-6) - 1, *first,
                         self->band.n_rows - 1.0);

  return TRUE;
}

/**
 * ts_heatmap_grid_get_cell:
 * @self: a grid whose rows have their place
 * @row: a row
 * @column: a column
 *
 * Returns: all of the cell, seen or not
 */
TsChartRectangle
ts_heatmap_grid_get_cell (const TsHeatmapGrid *self,
                          guint                row,
                          guint                column)
{
  return (TsChartRectangle) {
    self->columns_x[column], self->band.rows_y + self->band.pitch * row,
    self->columns_x[column + 1] - self->columns_x[column], self->band.pitch
  };
}

/**
 * ts_heatmap_grid_clip:
 * @self: a grid whose rows have their place
 * @area: (inout): what may reach beyond what can be seen of the rows
 *
 * Returns: whether nothing of it had to be cut
 */
gboolean
ts_heatmap_grid_clip (const TsHeatmapGrid *self,
                      TsChartRectangle    *area)
{
  double top = MAX (area->y, self->view_y);
  double bottom = MIN (area->y + area->height, self->view_y + self->view_height);
  gboolean whole = area->height <= bottom - top + 0.01;

  area->y = top;
  area->height = MAX (bottom - top, 0);

  return whole;
}

/* Says by which column the rows are sorted, and which way: a triangle that points to where the high values are. */
static void
add_sort_mark (const TsHeatmapGrid *self,
               TsSceneBuilder      *builder,
               double               middle,
               gboolean             descending)
{
  const TsChartPaint paint = {
    .fill = TS_CHART_FILL_SOLID,
    .fill_role = TS_CHART_ROLE_FOREGROUND
  };
  double half = MIN (SORT_MARK * self->band.unit, (self->columns_x[1] - self->columns_x[0]) / 2);
  double bottom = self->view_y - PADDING * self->band.unit / 2;
  double top = bottom - SORT_MARK * self->band.unit * 0.9;
  double base = descending ? top : bottom, tip = descending ? bottom : top;
  const TsChartPoint points[] = { { middle - half, base }, { middle + half, base }, { middle, tip } };

  ts_scene_builder_add_polygon (builder, TS_SCENE_PART_NOTE, &paint, points,
                                G_N_ELEMENTS (points));
}

/* A column of numbers has its name wherever that fits: nobody could guess what it is. */
static gboolean
names_numbers (const TsHeatmapGrid  *self,
               const TsChartOptions *options,
               guint                 column)
{
  return ts_heatmap_data_get_levels (self->data, column) == NULL &&
         measure (self, options, header_code (self, column), self->header_size, TS_CHART_WEIGHT_BOLD) <=
           self->columns_x[column + 1] - self->columns_x[column] - self->band.unit * 2;
}

/* How much room the name of a column has: that of the columns that have none after it. */
static double
get_header_room (const TsHeatmapGrid  *self,
                 const TsChartOptions *options,
                 guint                 column)
{
  guint n_columns = ts_heatmap_data_get_n_columns (self->data);
  double left = self->columns_x[column], right = self->columns_x[column + 1];
  double middle = (left + right) / 2;
  double aside = MIN (middle - self->band.area.x, self->band.area.x + self->band.area.width - middle);
  double room = (right - left) * self->header_stride;

  if (names_numbers (self, options, column))
    return right - left - self->band.unit * 2;

  for (guint next = column + 1; next < n_columns && next <= column + self->header_stride; next++)
    if (names_numbers (self, options, next))
      room = MIN (room, 2 * (self->columns_x[next] - middle));

  return MIN (room - self->band.unit * 2, 2 * aside);
}

static void
add_header (const TsHeatmapGrid  *self,
            const TsChartOptions *options,
            TsSceneBuilder       *builder)
{
  const TsTextStyle code_style = {
    .size = self->header_size,
    .weight = TS_CHART_WEIGHT_BOLD,
    .role = TS_CHART_ROLE_FOREGROUND
  };
  TsTextStyle style = { .size = self->header_size, .role = TS_CHART_ROLE_DIM };
  double foot = self->view_y - (PADDING + SORT_MARK) * self->band.unit;
  gboolean descending;
  int sorted = ts_heatmap_data_get_sorted (self->data, &descending);

  for (guint column = 0; column < ts_heatmap_data_get_n_columns (self->data); column++)
    {
      double left = self->columns_x[column], right = self->columns_x[column + 1];
      double middle = (left + right) / 2;
      double room = get_header_room (self, options, column);
      double top = foot - self->header_line * (1 + self->name_lines);
      gboolean bare = *ts_heatmap_data_get_column (self->data, column)->code == '\0';
      g_autoptr (GPtrArray) lines = NULL;

      /* What has a name only stands at the foot, where names end. */
      if (bare)
        top = foot - self->header_line;
      if ((column % self->header_stride == 0 || names_numbers (self, options, column)) && room >= self->header_size * 0.5)
        ts_scene_builder_add_text (builder, TS_SCENE_PART_SCALE_LABEL, &code_style,
                                   header_code (self, column), middle,
                                   top + self->header_ascent, TS_CHART_ANCHOR_CENTRE, room);
      if ((int) column == sorted)
        add_sort_mark (self, builder, middle, descending);
      if (self->name_lines == 0 || bare)
        continue;

      lines = wrap_name (self, options, column);
      style.direction =
        ts_chart_text_direction (ts_heatmap_data_get_column (self->data, column)->name);
      for (guint i = 0; i < lines->len; i++)
        ts_scene_builder_add_text (builder, TS_SCENE_PART_SCALE_LABEL, &style, lines->pdata[i],
                                   middle,
                                   top + self->header_line * (i + 1) + self->header_ascent,
                                   TS_CHART_ANCHOR_CENTRE, right - left - self->band.unit * 2);
    }
}

/* A group is named at its first row that is seen, and again nowhere. */
static void
add_groups (const TsHeatmapGrid *self,
            TsSceneBuilder      *builder,
            guint                first,
            guint                last)
{
  const TsTextStyle style = { .size = self->band.text_size, .role = TS_CHART_ROLE_DIM };
  const TsChartPaint paint = {
    .stroke_role = TS_CHART_ROLE_FOREGROUND,
    .stroke_width = MIN (self->band.unit * 1.5, self->band.pitch / 4)
  };
  gboolean grouped = ts_heatmap_data_is_grouped (self->data);
  double free_from = self->view_y;

  for (guint row = first; row <= last; row++)
    {
      const char *group = ts_heatmap_data_get_row (self->data, row)->group;
      double y = self->band.rows_y + self->band.pitch * row;
      double top = ts_band_axis_get_y (&self->band, row) - self->band.line_height / 2;
      const TsChartPoint line[] = {
        { ts_band_axis_get_stride (&self->band) > 1 ? self->band.plot_x : self->band.area.x, y },
        { self->group_width > 0 && ts_band_axis_get_stride (&self->band) == 1 ? self->group_x + self->group_width
                                                                              : self->columns_x[ts_heatmap_data_get_n_columns (self->data)],
          y }
      };
      gboolean begins = row == 0 ||
                        !g_str_equal (group, ts_heatmap_data_get_row (self->data, row - 1)->group);

      if (grouped && begins && row > 0 && y >= self->view_y)
        ts_scene_builder_add_line (builder, TS_SCENE_PART_GRID, &paint, line, 2);

      if (self->group_width <= 0 || (grouped && !begins && row != first))
        continue;
      /* The row that is half scrolled away hands its name on to the next. */
      if (grouped)
        top = MAX (top, y < self->view_y ? self->view_y : top);
      if (top < free_from - 0.01 ||
          top + self->band.line_height > self->view_y + self->view_height + 0.01)
        continue;
      free_from = top + self->band.line_height;
      ts_scene_builder_add_text (builder, TS_SCENE_PART_AXIS_LABEL, &style, group, self->group_x,
                                 top + self->band.ascent, TS_CHART_ANCHOR_LEFT,
                                 self->group_width);
    }
}

/**
 * ts_heatmap_grid_add:
 * @self: a grid whose rows have their place
 * @options: the options that it was made for
 * @builder: a builder, to which header, labels and names of groups are added
 */
void
ts_heatmap_grid_add (const TsHeatmapGrid  *self,
                     const TsChartOptions *options,
                     TsSceneBuilder       *builder)
{
  guint first, last;

  if (self->header_height > 0)
    add_header (self, options, builder);
  if (!ts_heatmap_grid_get_visible (self, &first, &last))
    return;

  if (first == 0 && last + 1 == self->band.n_rows && self->band.rows_y >= self->view_y)
    ts_band_axis_add_labels (&self->band, builder);
  else
    for (guint row = first; row <= last; row++)
      {
        double middle = ts_band_axis_get_y (&self->band, row);
        TsChartRectangle text = {
          .y = middle - self->band.line_height / 2,
          .height = self->band.line_height
        };

        if (ts_heatmap_grid_clip (self, &text))
          ts_band_axis_add_label (&self->band, builder, row, middle);
      }

  add_groups (self, builder, first, last);
}
