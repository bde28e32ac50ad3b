/* ts-strip-layout.c
 *
 * Lays a strip plot out: in each row a dot for each organisation, where its value is. Dots that would lie on each other are
 * piled up around the middle of the row, always in the same way. Where a pile would be higher than its row, all rows have
 * bars instead, as high as there are organisations. The median is a line; those that the reader has picked are named.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-strip-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "chart/ts-band-axis.h"
#include "chart/ts-chart-count.h"
#include "chart/ts-chart-frame.h"
#include "chart/ts-chart-kind-private.h"
#include "chart/ts-value-axis.h"

#define NATURAL_ROW 44.0
#define DOT_RADIUS  4.0
#define LEAST_DOT   1.5
#define PICKED      5.5

/* The share of a row that dots may take, and how near those in a pile may come, in radii. */
#define PILE_SHARE 0.86
#define LEAST_STEP 1.0

#define MOST_NAME 14.0

typedef struct
{
  const TsStripData *data;
  const TsChartOptions *options;
  TsSceneBuilder *builder;
  TsBandAxis band;
  TsValueAxis axis;
  double end_x;
  double foot_height;

  /* The height that the names of the picked take at the top of a row. */
  double names_height;
  double radius;

  /* Positions of points, by row and value. */
  guint *order;
} Strip;

static const TsChartSubject *
get_row (gconstpointer data,
         guint         row)
{
  return ts_strip_data_get_row (data, row);
}

static char *
end_text (const TsStripData *data,
          guint              row)
{
  guint n_missing = ts_strip_data_count_missing (data, row);
  guint n_points = ts_strip_data_count_points (data, row);
  g_autofree char *given = ts_chart_count_text (n_points);
  g_autofree char *all = ts_chart_count_text (n_points + n_missing);

  if (n_missing == 0)
    return g_steal_pointer (&given);

  /* Translators: how many of all have a value, as in "31 of 34". */
  return g_strdup_printf (_("%s of %s"), given, all);
}

static gboolean
has_picked (const TsStripData *data)
{
  for (guint i = 0; i < ts_strip_data_get_n_points (data); i++)
    if (ts_strip_data_get_point (data, i)->subject.highlighted)
      return TRUE;

  return FALSE;
}

static void
init_columns (Strip                *self,
              const TsStripData    *data,
              const TsChartOptions *options,
              double                x,
              double                width)
{
  double low = 0, high = 0, ends = 0;

  self->data = data;
  self->options = options;
  ts_band_axis_init (&self->band, options, data, get_row, ts_strip_data_get_n_rows (data), x, width);
  for (guint row = 0; row < self->band.n_rows; row++)
    {
      g_autofree char *text = end_text (data, row);
      TsTextExtents extents;

      ts_text_measurer_measure (options->measurer, text, self->band.text_size,
                                TS_CHART_WEIGHT_NORMAL, &extents);
      ends = MAX (ends, extents.width);
    }
  self->end_x = ts_band_axis_take_end (&self->band, ends);

  ts_strip_data_get_range (data, &low, &high);
  ts_value_axis_init (&self->axis, options, low, high, FALSE, self->band.plot_width);
  self->foot_height = ts_value_axis_get_thickness (&self->axis) + self->axis.line_height;
  self->names_height = has_picked (data) ? self->band.line_height : 0;
}

static double
natural_pitch (const Strip *self)
{
  return ts_band_axis_get_natural_pitch (&self->band, NATURAL_ROW) + self->names_height;
}

static int
compare_points (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  guint first = *(const guint *) a, second = *(const guint *) b;
  const TsStripPoint *one = ts_strip_data_get_point (user_data, first);
  const TsStripPoint *two = ts_strip_data_get_point (user_data, second);

  if (one->row != two->row)
    return one->row < two->row ? -1 : 1;
  if (one->value != two->value)
    return one->value < two->value ? -1 : 1;

  return first < second ? -1 : first > second;
}

static double
point_x (const Strip *self,
         guint        place)
{
  return ts_value_axis_get_position (&self->axis,
                                     ts_strip_data_get_point (self->data, self->order[place])->value);
}

/* Points of one row that lie within a dot's width of the first of them. */
static guint
pile_end (const Strip *self,
          guint        first)
{
  guint n_points = ts_strip_data_get_n_points (self->data);
  guint row = ts_strip_data_get_point (self->data, self->order[first])->row;
  double reach = fabs (point_x (self, first)) + self->radius * 1.9;
  guint end = first + 1;

  while (end < n_points && ts_strip_data_get_point (self->data, self->order[end])->row == row &&
         point_x (self, end) < reach)
    end++;

  return end;
}

static guint
highest_pile (const Strip *self)
{
  guint highest = 0;

  for (guint first = 0, end; first < ts_strip_data_get_n_points (self->data); first = end)
    {
      end = pile_end (self, first);
      highest = MAX (highest, end - first);
    }

  return highest;
}

static double
pile_middle (const Strip *self,
             guint        row)
{
  return ts_band_axis_get_y (&self->band, row) + self->names_height / 2;
}

static double
pile_height (const Strip *self)
{
  return (self->band.pitch - self->names_height) * PILE_SHARE;
}

static void
add_dot (const Strip *self,
         guint        point,
         double       x,
         double       y)
{
  const TsStripPoint *it = ts_strip_data_get_point (self->data, point);
  gboolean picked = it->subject.highlighted;
  const TsChartPaint paint = {
    .fill = TS_CHART_FILL_SOLID,
    .fill_role = picked ? TS_CHART_ROLE_SERIES_2 : TS_CHART_ROLE_SERIES_1,
    .stroke_role = TS_CHART_ROLE_BACKGROUND,
    .stroke_width = self->radius * 0.2,
  };

  ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_SERIES, &paint,
                               picked ? TS_CHART_MARKER_DIAMOND : TS_CHART_MARKER_CIRCLE, x, y,
                               picked ? self->radius * PICKED / DOT_RADIUS : self->radius);
}

static void
add_dot_stop (const Strip *self,
              guint        point,
              double       x,
              double       y,
              double       step)
{
  const TsStripPoint *it = ts_strip_data_get_point (self->data, point);
  g_autofree char *title = ts_chart_subject_title (&it->subject);
  g_autofree char *text = ts_strip_data_value_text (self->data, it->value);
  double half = MIN (self->radius, step / 2);
  const TsChartRectangle area = { x - self->radius, y - half, 2 * self->radius, 2 * half };
  guint stop = ts_scene_builder_add_stop (self->builder, point, title, text, x, y,
                                          self->radius + 3 * self->band.unit);

  ts_scene_builder_add_region (self->builder, stop, &area);
}

/* Above and below the middle in turn. */
static double
pile_offset (guint  place,
             double step)
{
  return (place % 2 == 0 ? 1 : -1) * step * ((place + 1) / 2);
}

static void
add_dots (const Strip *self,
          guint        highest)
{
  double step = MIN (2 * self->radius,
                     highest > 1 ? (pile_height (self) - 2 * self->radius) / (highest - 1)
                                 : G_MAXDOUBLE);

  for (guint first = 0, end; first < ts_strip_data_get_n_points (self->data); first = end)
    {
      guint row = ts_strip_data_get_point (self->data, self->order[first])->row;

      end = pile_end (self, first);
      /* The picked last, so that none of the others lies on one. */
      for (guint pass = 0; pass < 2; pass++)
        for (guint place = first; place < end; place++)
          {
            guint point = self->order[place];

            if (ts_strip_data_get_point (self->data, point)->subject.highlighted == (pass == 1))
              add_dot (self, point, point_x (self, place),
                       pile_middle (self, row) + pile_offset (place - first, step));
          }
      for (guint place = first; place < end; place++)
        add_dot_stop (self, self->order[place], point_x (self, place),
                      pile_middle (self, row) + pile_offset (place - first, step), step);
    }
}

static void
add_bar (const Strip *self,
         guint        first,
         guint        end,
         guint        highest)
{
  const TsChartPaint paint = { .fill = TS_CHART_FILL_SOLID, .fill_role = TS_CHART_ROLE_SERIES_1 };
  const TsStripPoint *low = ts_strip_data_get_point (self->data, self->order[first]);
  const TsStripPoint *high = ts_strip_data_get_point (self->data, self->order[end - 1]);
  double height = pile_height (self) * (end - first) / highest;
  double middle = pile_middle (self, low->row);
  double x = point_x (self, first) - self->radius * 0.9;
  const TsChartRectangle area = { x, middle - height / 2, self->radius * 1.8, height };
  g_autofree char *from = ts_strip_data_value_text (self->data, low->value);
  g_autofree char *to = ts_strip_data_value_text (self->data, high->value);
  g_autofree char *count = ts_chart_count_organisations (end - first);
  g_autofree char *label = low->value == high->value
                             ? g_strdup (from)
                             /* Translators: a range of values, as in "27 to 29 points". */
                             : g_strdup_printf (_("%s to %s"), from, to);
  guint stop;

  ts_scene_builder_add_rectangle (self->builder, TS_SCENE_PART_SERIES, &paint, &area, 0);
  stop = ts_scene_builder_add_stop (self->builder, self->order[first], label, count,
                                    area.x + area.width / 2, middle,
                                    self->radius + 3 * self->band.unit);
  ts_scene_builder_add_region (self->builder, stop, &area);
}

static void
add_bars (const Strip *self,
          guint        highest)
{
  guint n_points = ts_strip_data_get_n_points (self->data);

  for (guint first = 0, end; first < n_points; first = end)
    {
      end = pile_end (self, first);
      add_bar (self, first, end, highest);
    }

  for (guint place = 0; place < n_points; place++)
    {
      const TsStripPoint *it = ts_strip_data_get_point (self->data, self->order[place]);

      if (it->subject.highlighted)
        add_dot (self, self->order[place], point_x (self, place), pile_middle (self, it->row));
    }
}

/* The picked are named at the top of their row, as far as they have room beside each other. */
static void
add_names (const Strip *self)
{
  const TsTextStyle style = {
    .size = self->band.text_size,
    .weight = TS_CHART_WEIGHT_BOLD,
    .role = TS_CHART_ROLE_FOREGROUND
  };
  double left = self->band.plot_x, right = self->band.plot_x + self->band.plot_width;
  double taken = -G_MAXDOUBLE;
  guint row = G_MAXUINT;

  if (self->band.pitch < self->band.line_height * 1.5 || self->names_height <= 0)
    return;

  for (guint place = 0; place < ts_strip_data_get_n_points (self->data); place++)
    {
      const TsStripPoint *it = ts_strip_data_get_point (self->data, self->order[place]);
      const char *name = ts_chart_subject_name (&it->subject);
      double top = self->band.rows_y + self->band.pitch * it->row;
      TsTextExtents extents;
      double width, x;

      if (!it->subject.highlighted)
        continue;
      if (it->row != row)
        taken = left;
      row = it->row;
      ts_text_measurer_measure (self->options->measurer, name, style.size, style.weight, &extents);
      width = MIN (extents.width, self->band.text_size * MOST_NAME);
      x = CLAMP (point_x (self, place) - width / 2, left, MAX (right - width, left));
      if (x < taken || x + width > right + 0.01)
        continue;
      taken = x + width + self->band.text_size;
      ts_scene_builder_add_text (self->builder, TS_SCENE_PART_NOTE, &style, name, x,
                                 top + self->band.ascent, TS_CHART_ANCHOR_LEFT, width);
    }
}

static void
add_middles (const Strip *self)
{
  const TsChartPaint paint = {
    .stroke_role = TS_CHART_ROLE_FOREGROUND,
    .stroke_width = self->band.unit * 2
  };
  double half = (self->band.pitch - self->names_height) * 0.45;

  for (guint row = 0; row < self->band.n_rows; row++)
    {
      double middle, x;
      TsChartPoint line[2];

      if (!ts_strip_data_get_middle (self->data, row, &middle))
        continue;
      x = ts_value_axis_get_position (&self->axis, middle);
      line[0] = (TsChartPoint) { x, pile_middle (self, row) - half };
      line[1] = (TsChartPoint) { x, pile_middle (self, row) + half };
      ts_scene_builder_add_line (self->builder, TS_SCENE_PART_NOTE, &paint, line, 2);
    }
}

static void
add_points (Strip *self)
{
  guint n_points = ts_strip_data_get_n_points (self->data);
  guint highest;

  self->order = g_new (guint, n_points + 1);
  for (guint i = 0; i < n_points; i++)
    self->order[i] = i;
  g_qsort_with_data (self->order, (int) n_points, sizeof (guint), compare_points,
                     (gpointer) self->data);

  self->radius = self->band.unit * CLAMP (pile_height (self) / self->band.unit / 8, LEAST_DOT,
                                          DOT_RADIUS);
  highest = highest_pile (self);
  if ((highest - 1) * self->radius * LEAST_STEP + 2 * self->radius <= pile_height (self))
    add_dots (self, highest);
  else
    add_bars (self, highest);
  add_middles (self);
  add_names (self);
  g_clear_pointer (&self->order, g_free);
}

static void
add_foot (const Strip *self)
{
  const TsBandAxis *band = &self->band;
  double foot = band->area.y + band->area.height;
  g_autofree char *title = ts_value_axis_title (ts_strip_data_get_measure (self->data),
                                                ts_strip_data_get_unit (self->data));

  ts_value_axis_add_labels (&self->axis, self->builder, self->options, foot);
  ts_value_axis_add_title (&self->axis, self->builder, title, band->plot_x, band->plot_width,
                           foot + ts_value_axis_get_thickness (&self->axis));
}

static void
add_strip (TsSceneBuilder         *builder,
           gconstpointer           data,
           const TsChartOptions   *options,
           const TsChartRectangle *area)
{
  Strip self = { .builder = builder };
  TsBandAxis *band = &self.band;
  double inset;

  init_columns (&self, data, options, area->x, area->width);
  if (area->height < self.foot_height + band->line_height)
    self.foot_height = 0;
  ts_band_axis_set_rows (band, area->y, area->height - self.foot_height, natural_pitch (&self));
  if (band->pitch < self.names_height * 2)
    self.names_height = 0;
  if (band->pitch < 3 * band->unit || band->plot_width < 24 * band->unit)
    return;

  inset = MIN ((PICKED + 1) * band->unit, band->plot_width / 4);
  ts_value_axis_place (&self.axis, band->plot_x + inset, band->plot_x + band->plot_width - inset);
  ts_value_axis_add_lines (&self.axis, builder, band->area.y, band->area.y + band->area.height);
  ts_band_axis_add_lines (band, builder);
  ts_band_axis_add_labels (band, builder);
  if (self.foot_height > 0)
    add_foot (&self);
  for (guint row = 0; self.end_x > 0 && row < band->n_rows; row++)
    {
      g_autofree char *text = end_text (data, row);

      ts_band_axis_add_end (band, builder, row, self.end_x, text);
    }
  add_points (&self);
}

static guint
make_legend (const TsStripData    *data,
             const TsChartOptions *options,
             TsLegendEntry        *entries)
{
  double unit = ts_chart_options_unit (options);
  guint n_entries = 0;

  entries[n_entries++] = (TsLegendEntry) {
    .label = (char *) _("Organisation"),
    .role = TS_CHART_ROLE_SERIES_1,
    .marker = TS_CHART_MARKER_CIRCLE,
    .marker_radius = DOT_RADIUS * unit,
    .marker_fill = TS_CHART_FILL_SOLID,
  };
  if (has_picked (data))
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
    .stroke_width = 2 * unit,
  };

  return n_entries;
}

/**
 * ts_strip_layout:
 * @data: data of a strip plot
 * @options: the place
 *
 * Returns: (transfer full): the scene, with a stop for each dot or bar
 */
TsScene *
ts_strip_layout (const TsStripData    *data,
                 const TsChartOptions *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[3];
  TsScene *scene;
  guint n_entries;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  finding = ts_strip_data_describe (data);
  n_entries = make_legend (data, options, entries);
  scene = ts_chart_frame_fill (options, ts_strip_data_get_title (data), finding, entries, n_entries,
                               ts_strip_data_get_n_points (data) == 0, add_strip, data);

  return scene;
}

/**
 * ts_strip_get_natural_height:
 * @data: data of a strip plot
 * @options: the place; its height is not looked at
 *
 * Returns: the height at which every row has the room it wants
 */
double
ts_strip_get_natural_height (const TsStripData    *data,
                             const TsChartOptions *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[3];
  Strip self = { 0 };
  TsChartRectangle content = ts_chart_frame_get_content (options);
  guint n_entries;

  g_return_val_if_fail (data != NULL, 0);
  g_return_val_if_fail (options != NULL, 0);

  finding = ts_strip_data_describe (data);
  n_entries = make_legend (data, options, entries);
  init_columns (&self, data, options, content.x, content.width);

  return ts_chart_frame_get_natural_height (options, ts_strip_data_get_title (data), finding,
                                            entries, n_entries, TS_LEGEND_PLACE_BELOW,
                                            natural_pitch (&self) * self.band.n_rows +
                                              self.foot_height);
}

TS_DEFINE_CHART_HEIGHT (strip, TsStripData)

TS_DEFINE_CHART_KIND (strip, "strip", TsStripData, strip_get_natural_height);

/**
 * ts_chart_new_strip:
 * @data: (transfer none): what it shows
 *
 * Returns: (transfer full): a strip plot
 */
TsChart *
ts_chart_new_strip (TsStripData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return ts_chart_new (&strip_kind, ts_strip_data_ref (data));
}
