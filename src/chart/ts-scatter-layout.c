/* ts-scatter-layout.c
 *
 * Lays a scatter chart out. Points that lie on each other, or so near that nobody could tell them apart, become one dot, the
 * larger the more it stands for: so a hundred thousand are drawn as quickly as a hundred, and ties are seen. The medians are
 * lines; those that the reader has picked are named.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-scatter-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "chart/ts-chart-frame.h"
#include "chart/ts-chart-kind-private.h"
#include "chart/ts-chart-text.h"
#include "chart/ts-value-axis.h"

/* More points than these become one in squares up to so many times as large. */
#define MANY_POINTS 4000.0
#define MOST_CELL   2.0

/* In units: the side of the squares in which points become one, the radius of a dot for one point and of the largest, the
 * least side of the plot. */
#define CELL       7.0
#define DOT_RADIUS 3.5
#define MOST_DOT   9.0
#define PICKED     5.5
#define LEAST_SIDE 24.0
#define GAP        5.0
#define RING       5.0

/* How many organisations a stop names: all of a country's that could lie together, but not all of a hundred thousand. */
#define MOST_NAMED 24

#define MOST_NAME        14.0
#define MOST_TITLE_LINES 2

typedef struct
{
  guint64 cell;
  guint point;
} Placed;

typedef struct
{
  const TsScatterData *data;
  const TsChartOptions *options;
  TsSceneBuilder *builder;
  TsValueAxis across;
  TsValueAxis upright;
  TsChartRectangle plot;
  GPtrArray *titles[TS_SCATTER_N_AXES]; /* the lines of what each axis shows */
  double unit;

  /* The side of the squares in which points become one. */
  double side;
  Placed *placed;
  guint n_points;
} Scatter;

static int
compare_placed (gconstpointer a,
                gconstpointer b)
{
  const Placed *first = a, *second = b;

  if (first->cell != second->cell)
    return first->cell < second->cell ? -1 : 1;

  return first->point < second->point ? -1 : first->point > second->point;
}

static TsChartPoint
point_at (const Scatter *self,
          guint          point)
{
  const TsScatterPoint *it = ts_scatter_data_get_point (self->data, point);

  return (TsChartPoint) {
    ts_value_axis_get_position (&self->across, it->x),
    ts_value_axis_get_position (&self->upright, it->y)
  };
}

/* From left to right, and in each column from top to bottom: the order in which the cursor goes too. */
static void
place_points (Scatter *self)
{
  self->n_points = ts_scatter_data_get_n_points (self->data);
  self->side = CELL * self->unit * CLAMP (sqrt (self->n_points / MANY_POINTS), 1, MOST_CELL);
  self->placed = g_new (Placed, self->n_points + 1);
  for (guint i = 0; i < self->n_points; i++)
    {
      TsChartPoint at = point_at (self, i);
      guint64 column = (guint64) MAX ((at.x - self->plot.x) / self->side, 0);
      guint64 row = (guint64) MAX ((at.y - self->plot.y) / self->side, 0);

      self->placed[i] = (Placed) { column << 32 | row, i };
    }
  qsort (self->placed, self->n_points, sizeof *self->placed, compare_placed);
}

static guint
cell_end (const Scatter *self,
          guint          first)
{
  guint end = first + 1;

  while (end < self->n_points && self->placed[end].cell == self->placed[first].cell)
    end++;

  return end;
}

static guint
largest_cell (const Scatter *self)
{
  guint largest = 1;

  for (guint first = 0, end; first < self->n_points; first = end)
    {
      end = cell_end (self, first);
      largest = MAX (largest, end - first);
    }

  return largest;
}

/* The area of a dot grows with how many it stands for. */
static double
dot_radius (const Scatter *self,
            guint          count,
            guint          largest)
{
  double most = MIN (MOST_DOT * MOST_DOT, DOT_RADIUS * DOT_RADIUS * largest);
  double share = largest > 1 ? (double) (count - 1) / (largest - 1) : 0;

  return self->unit * sqrt (DOT_RADIUS * DOT_RADIUS + (most - DOT_RADIUS * DOT_RADIUS) * share);
}

/* The middle of the points in a cell. */
static TsChartPoint
cell_middle (const Scatter *self,
             guint          first,
             guint          end)
{
  TsChartPoint middle = { 0, 0 };

  for (guint i = first; i < end; i++)
    {
      TsChartPoint at = point_at (self, self->placed[i].point);

      middle.x += at.x / (end - first);
      middle.y += at.y / (end - first);
    }

  return middle;
}

/* What the points of a cell have on one axis: a value, or from where to where. */
static char *
range_text (const Scatter *self,
            guint          first,
            guint          end,
            TsScatterAxis  axis)
{
  double low = G_MAXDOUBLE, high = -G_MAXDOUBLE;
  g_autofree char *low_text = NULL;
  g_autofree char *high_text = NULL;

  for (guint i = first; i < end; i++)
    {
      const TsScatterPoint *it = ts_scatter_data_get_point (self->data, self->placed[i].point);
      double value = axis == TS_SCATTER_AXIS_X ? it->x : it->y;

      low = MIN (low, value);
      high = MAX (high, value);
    }

  low_text = ts_scatter_data_value_text (self->data, axis, low);
  if (low == high)
    return g_steal_pointer (&low_text);

  high_text = ts_scatter_data_value_text (self->data, axis, high);

  return g_strdup_printf (_("%s to %s"), low_text, high_text);
}

/* The values; of several organisations a few by name, all others counted. */
static char *
cell_text (const Scatter *self,
           guint          first,
           guint          end)
{
  g_autofree char *x = range_text (self, first, end, TS_SCATTER_AXIS_X);
  g_autofree char *y = range_text (self, first, end, TS_SCATTER_AXIS_Y);
  GString *text = g_string_new (NULL);

  /* Translators: what two axes show, and the two values, as in "Sum of levels: 27 points; Life expectancy: 80.1 years". */
  g_string_append_printf (text, _("%s: %s; %s: %s"),
                          ts_scatter_data_get_name (self->data, TS_SCATTER_AXIS_X), x,
                          ts_scatter_data_get_name (self->data, TS_SCATTER_AXIS_Y), y);
  for (guint i = first; end - first > 1 && i < end && i < first + MOST_NAMED; i++)
    {
      g_autofree char *title = ts_chart_subject_title (
        &ts_scatter_data_get_point (self->data, self->placed[i].point)->subject);

      g_string_append (text, _("; "));
      g_string_append (text, title);
    }
  if (end - first > MOST_NAMED)
    {
      g_string_append (text, _("; "));
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more",
                                           end - first - MOST_NAMED),
                              end - first - MOST_NAMED);
    }

  return g_string_free (text, FALSE);
}

static void
add_stop (const Scatter *self,
          guint          first,
          guint          end,
          double         radius)
{
  TsChartPoint at = cell_middle (self, first, end);
  double side = self->side;
  guint64 cell = self->placed[first].cell;
  const TsScatterPoint *it = ts_scatter_data_get_point (self->data, self->placed[first].point);
  /* Squares never overlap, as dots may. */
  const TsChartRectangle area = {
    self->plot.x + side * (cell >> 32) - 1e-6, self->plot.y + side * (cell & G_MAXUINT32) - 1e-6,
    side + 1e-6, side + 1e-6
  };
  g_autofree char *label =
    end - first == 1
      ? ts_chart_subject_title (&it->subject)
      : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u organisation", "%u organisations",
                                      end - first),
                         end - first);
  g_autofree char *text = cell_text (self, first, end);
  guint stop = ts_scene_builder_add_stop (self->builder, self->placed[first].point, label, text,
                                          at.x, at.y, radius + RING * self->unit);

  ts_scene_builder_add_region (self->builder, stop, &area);
}

static void
add_dots (const Scatter *self)
{
  guint largest = largest_cell (self);
  const TsChartPaint paint = {
    .fill = TS_CHART_FILL_SOLID,
    .fill_role = TS_CHART_ROLE_SERIES_1,
    .stroke_role = TS_CHART_ROLE_BACKGROUND,
    .stroke_width = self->unit,
  };

  for (guint first = 0, end; first < self->n_points; first = end)
    {
      TsChartPoint at;

      end = cell_end (self, first);
      at = cell_middle (self, first, end);
      ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_SERIES, &paint,
                                   TS_CHART_MARKER_CIRCLE, at.x, at.y,
                                   dot_radius (self, end - first, largest));
      add_stop (self, first, end, dot_radius (self, end - first, largest));
    }
}

static gboolean
is_free (const GArray           *taken,
         const TsChartRectangle *area)
{
  for (guint i = 0; i < taken->len; i++)
    if (ts_chart_rectangle_overlaps (&g_array_index (taken, TsChartRectangle, i), area, 1))
      return FALSE;

  return TRUE;
}

/* A name goes to the right of its point, else to the left, above or below; else it is left out. */
static gboolean
place_name (const Scatter    *self,
            const GArray     *taken,
            double            width,
            double            height,
            TsChartPoint      at,
            TsChartRectangle *area)
{
  double reach = (PICKED + 3) * self->unit;
  const TsChartPoint places[] = {
    { at.x + reach, at.y - height / 2 },
    { at.x - reach - width, at.y - height / 2 },
    { at.x - width / 2, at.y - reach - height },
    { at.x - width / 2, at.y + reach },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      *area = (TsChartRectangle) { places[i].x, places[i].y, width, height };
      if (area->x >= self->plot.x && area->x + width <= self->plot.x + self->plot.width &&
          area->y >= self->plot.y && area->y + height <= self->plot.y + self->plot.height &&
          is_free (taken, area))
        return TRUE;
    }

  return FALSE;
}

static void
add_picked (const Scatter *self)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (TsChartRectangle));
  const TsTextStyle style = {
    .size = self->across.text_size,
    .weight = TS_CHART_WEIGHT_BOLD,
    .role = TS_CHART_ROLE_FOREGROUND,
    .halo = TRUE,
  };
  const TsChartPaint paint = {
    .fill = TS_CHART_FILL_SOLID,
    .fill_role = TS_CHART_ROLE_SERIES_2,
    .stroke_role = TS_CHART_ROLE_BACKGROUND,
    .stroke_width = self->unit,
  };
  double reach = PICKED * self->unit;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->n_points; i++)
      {
        const TsScatterPoint *it = ts_scatter_data_get_point (self->data, i);
        const char *name = ts_chart_subject_name (&it->subject);
        TsChartPoint at = point_at (self, i);
        TsChartRectangle area = { at.x - reach, at.y - reach, 2 * reach, 2 * reach };
        TsTextExtents extents;

        if (!it->subject.highlighted)
          continue;
        if (pass == 0)
          {
            ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_SERIES, &paint,
                                         TS_CHART_MARKER_DIAMOND, at.x, at.y, reach);
            g_array_append_val (taken, area);
            continue;
          }

        ts_text_measurer_measure (self->options->measurer, name, style.size, style.weight, &extents);
        extents.width = MIN (extents.width, style.size * MOST_NAME);
        if (!place_name (self, taken, extents.width, extents.ascent + extents.descent, at, &area))
          continue;
        g_array_append_val (taken, area);
        ts_scene_builder_add_text (self->builder, TS_SCENE_PART_NOTE, &style, name, area.x,
                                   area.y + extents.ascent, TS_CHART_ANCHOR_LEFT, extents.width);
      }
}

static void
add_middles (const Scatter *self)
{
  const TsChartPaint paint = {
    .stroke_role = TS_CHART_ROLE_FOREGROUND,
    .stroke_width = self->unit * 1.5,
    .dash = TS_CHART_DASH_DASHED,
  };
  double middle;

  if (ts_scatter_data_get_middle (self->data, TS_SCATTER_AXIS_X, &middle))
    {
      double x = ts_value_axis_get_position (&self->across, middle);
      const TsChartPoint line[] = {
        { x, self->plot.y },
        { x, self->plot.y + self->plot.height }
      };

      ts_scene_builder_add_line (self->builder, TS_SCENE_PART_NOTE, &paint, line, 2);
    }
  if (ts_scatter_data_get_middle (self->data, TS_SCATTER_AXIS_Y, &middle))
    {
      double y = ts_value_axis_get_position (&self->upright, middle);
      const TsChartPoint line[] = {
        { self->plot.x, y },
        { self->plot.x + self->plot.width, y }
      };

      ts_scene_builder_add_line (self->builder, TS_SCENE_PART_NOTE, &paint, line, 2);
    }
}

/* The name of an outcome may be longer than the chart is wide, and its unit stands at the end. */
static GPtrArray *
wrap_title (const Scatter *self,
            TsScatterAxis  axis,
            double         size,
            double         width)
{
  g_autofree char *title = ts_value_axis_title (ts_scatter_data_get_name (self->data, axis), ts_scatter_data_get_unit (self->data, axis));

  return ts_chart_text_wrap (title, self->options->measurer, size, TS_CHART_WEIGHT_NORMAL, MAX (width, 1), 0, MOST_TITLE_LINES);
}

/* Shares the place out. Returns whether there is room for a plot. */
static gboolean
init_plot (Scatter                *self,
           const TsChartRectangle *area,
           gboolean               *labelled)
{
  double low[TS_SCATTER_N_AXES] = { 0 }, high[TS_SCATTER_N_AXES] = { 0 };
  double reach = (MOST_DOT + 1) * self->unit, left, above, below;

  for (guint axis = 0; axis < TS_SCATTER_N_AXES; axis++)
    ts_scatter_data_get_range (self->data, axis, &low[axis], &high[axis]);
  ts_value_axis_init (&self->upright, self->options, low[TS_SCATTER_AXIS_Y],
                      high[TS_SCATTER_AXIS_Y], TRUE, area->height * 0.75);
  left = ts_value_axis_get_thickness (&self->upright);
  ts_value_axis_init (&self->across, self->options, low[TS_SCATTER_AXIS_X],
                      high[TS_SCATTER_AXIS_X], FALSE, area->width - left - 2 * reach);
  self->titles[TS_SCATTER_AXIS_X] = wrap_title (self, TS_SCATTER_AXIS_X, self->across.text_size, area->width - left);
  self->titles[TS_SCATTER_AXIS_Y] = wrap_title (self, TS_SCATTER_AXIS_Y, self->upright.text_size, area->width);
  above = self->titles[TS_SCATTER_AXIS_Y]->len * self->upright.line_height + GAP * self->unit;
  below = ts_value_axis_get_thickness (&self->across) + self->titles[TS_SCATTER_AXIS_X]->len * self->across.line_height;

  *labelled = area->height >= (above + below) * 2 && area->width >= left * 3;
  if (!*labelled)
    left = above = below = 0;
  self->plot = (TsChartRectangle) {
    area->x + left, area->y + above, area->width - left, area->height - above - below
  };
  if (self->plot.width < LEAST_SIDE * self->unit || self->plot.height < LEAST_SIDE * self->unit)
    return FALSE;

  ts_value_axis_place (&self->across, self->plot.x + reach, self->plot.x + self->plot.width - reach);
  ts_value_axis_place (&self->upright, self->plot.y + self->plot.height - reach,
                       self->plot.y + reach);

  return TRUE;
}

static void
add_titles (const Scatter          *self,
            const TsChartRectangle *area)
{
  double foot = self->plot.y + self->plot.height + ts_value_axis_get_thickness (&self->across);

  for (guint line = 0; line < self->titles[TS_SCATTER_AXIS_Y]->len; line++)
    ts_value_axis_add_title (&self->upright, self->builder, self->titles[TS_SCATTER_AXIS_Y]->pdata[line], area->x, area->width,
                             area->y + line * self->upright.line_height);
  for (guint line = 0; line < self->titles[TS_SCATTER_AXIS_X]->len; line++)
    ts_value_axis_add_title (&self->across, self->builder, self->titles[TS_SCATTER_AXIS_X]->pdata[line], self->plot.x, self->plot.width,
                             foot + line * self->across.line_height);
}

static void
clear_titles (Scatter *self)
{
  for (guint axis = 0; axis < TS_SCATTER_N_AXES; axis++)
    g_clear_pointer (&self->titles[axis], g_ptr_array_unref);
}

static void
add_scatter (TsSceneBuilder         *builder,
             gconstpointer           data,
             const TsChartOptions   *options,
             const TsChartRectangle *area)
{
  Scatter self = {
    .data = data,
    .options = options,
    .builder = builder,
    .unit = ts_chart_options_unit (options)
  };
  gboolean labelled;

  if (!init_plot (&self, area, &labelled))
    {
      clear_titles (&self);
      return;
    }

  ts_value_axis_add_lines (&self.across, builder, self.plot.y, self.plot.y + self.plot.height);
  ts_value_axis_add_lines (&self.upright, builder, self.plot.x, self.plot.x + self.plot.width);
  if (labelled)
    {
      ts_value_axis_add_labels (&self.across, builder, options, self.plot.y + self.plot.height);
      ts_value_axis_add_labels (&self.upright, builder, options, self.plot.x);
      add_titles (&self, area);
    }

  place_points (&self);
  add_middles (&self);
  add_dots (&self);
  add_picked (&self);
  g_free (self.placed);
  clear_titles (&self);
}

static guint
make_legend (const TsScatterData  *data,
             const TsChartOptions *options,
             TsLegendEntry        *entries)
{
  double unit = ts_chart_options_unit (options);
  gboolean picked = FALSE;
  guint n_entries = 0;

  for (guint i = 0; i < ts_scatter_data_get_n_points (data) && !picked; i++)
    picked = ts_scatter_data_get_point (data, i)->subject.highlighted;

  entries[n_entries++] = (TsLegendEntry) {
    .label = (char *) _("Organisation; a larger dot stands for several"),
    .role = TS_CHART_ROLE_SERIES_1,
    .marker = TS_CHART_MARKER_CIRCLE,
    .marker_radius = DOT_RADIUS * unit,
    .marker_fill = TS_CHART_FILL_SOLID,
  };
  if (picked)
    entries[n_entries++] = (TsLegendEntry) {
      .label = (char *) _("Picked"),
      .role = TS_CHART_ROLE_SERIES_2,
      .marker = TS_CHART_MARKER_DIAMOND,
      .marker_radius = PICKED * unit,
      .marker_fill = TS_CHART_FILL_SOLID,
    };
  entries[n_entries++] = (TsLegendEntry) {
    .label = (char *) _("Median"),
    .role = TS_CHART_ROLE_FOREGROUND,
    .stroke_width = 1.5 * unit,
    .dash = TS_CHART_DASH_DASHED,
  };

  return n_entries;
}

/**
 * ts_scatter_layout:
 * @data: data of a scatter chart
 * @options: the place
 *
 * Returns: (transfer full): the scene, with a stop for each dot; its id is the first point that it stands for
 */
TsScene *
ts_scatter_layout (const TsScatterData  *data,
                   const TsChartOptions *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[3];
  TsScene *scene;
  guint n_entries = 0;
  gboolean empty;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  finding = ts_scatter_data_describe (data);
  empty = ts_scatter_data_get_n_points (data) == 0;
  if (!empty)
    n_entries = make_legend (data, options, entries);
  scene = ts_chart_frame_fill (options, ts_scatter_data_get_title (data), finding, entries, n_entries,
                               empty, add_scatter, data);

  return scene;
}

TS_DEFINE_CHART_KIND (scatter, "scatter", TsScatterData, NULL);

/**
 * ts_chart_new_scatter:
 * @data: (transfer none): what it shows
 *
 * Returns: (transfer full): a scatter chart
 */
TsChart *
ts_chart_new_scatter (TsScatterData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return ts_chart_new (&scatter_kind, ts_scatter_data_ref (data));
}
