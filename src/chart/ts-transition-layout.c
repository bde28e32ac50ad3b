/* ts-transition-layout.c
 *
 * Lays a matrix of change out: a row for each level before, the lowest first, a column for each level after, and in each
 * cell how many moved that way and what share of those in its row that is; the more, the stronger its bar. The diagonal, where
 * nothing changed, has a strong edge. Those not rated have a hatched row and column of their own, and both ends their sums.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-transition-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-count.h"
#include "chart/ts-chart-frame.h"
#include "chart/ts-chart-kind-private.h"
#include "chart/ts-chart-subject.h"

#define TEXT_SIZE 0.88

/* In text sizes: the most that a row's label may take, the widest a cell may be, and the highest. */
#define MOST_LABEL  12.0
#define LABEL_SHARE 0.34
#define MOST_CELL   11.0
#define MOST_HEIGHT 4.2
#define NATURAL     2.9

/* In units. */
#define GAP        8.0
#define LEAST_SIDE 6.0
#define BAR_HEIGHT 4.0
#define RING       12.0

typedef struct
{
  const TsTransitionData *data;
  const TsChartOptions *options;
  TsSceneBuilder *builder;
  double unit;
  double text_size;
  double line_height;
  double ascent;

  /* Levels, and one more if any is not rated. */
  guint n_levels;
  guint n_from;
  guint n_to;
  double label_width;
  double header_height;
  double x;
  double y;
  double width;
  double height;
} Transition;

static double
measure (const Transition *self,
         const char       *text,
         TsChartWeight     weight)
{
  TsTextExtents extents;

  ts_text_measurer_measure (self->options->measurer, text, self->text_size, weight, &extents);

  return extents.width;
}

/* Alone, not within a sentence. */
static char *
heading_text (const Transition *self,
              guint             level)
{
  return level == TS_TRANSITION_UNRATED ? g_strdup (_("Not rated")) : ts_transition_data_level_text (self->data, level);
}

/* The level of a row or column: those not rated come last. */
static guint
level_at (const Transition *self,
          guint             place)
{
  return place < self->n_levels ? place + 1 : TS_TRANSITION_UNRATED;
}

static char *
short_text (const Transition *self,
            guint             level)
{
  if (level == TS_TRANSITION_UNRATED)
    return g_strdup ("–");

  return ts_chart_levels_sign (ts_transition_data_get_levels (self->data), level);
}

static void
init_sizes (Transition             *self,
            const TsTransitionData *data,
            const TsChartOptions   *options,
            double                  width)
{
  TsTextExtents extents;
  double widest = 0;

  self->data = data;
  self->options = options;
  self->unit = ts_chart_options_unit (options);
  self->text_size = ts_chart_options_em (options) * TEXT_SIZE;
  ts_text_measurer_measure (options->measurer, "0123456789Ag", self->text_size, TS_CHART_WEIGHT_BOLD,
                            &extents);
  self->ascent = extents.ascent;
  self->line_height = extents.ascent + extents.descent;
  self->n_levels = ts_chart_levels_get_n (ts_transition_data_get_levels (data));
  self->n_from = self->n_levels +
                 (ts_transition_data_count_from (data, TS_TRANSITION_UNRATED) > 0);
  self->n_to = self->n_levels + (ts_transition_data_count_to (data, TS_TRANSITION_UNRATED) > 0);

  for (guint i = 0; i < self->n_from; i++)
    {
      g_autofree char *text = heading_text (self, level_at (self, i));

      widest = MAX (widest, measure (self, text, TS_CHART_WEIGHT_NORMAL));
    }
  widest = MAX (widest, measure (self, ts_transition_data_get_from_name (data), TS_CHART_WEIGHT_BOLD));
  self->label_width = MIN (MIN (widest, self->text_size * MOST_LABEL), width * LABEL_SHARE);
  self->header_height = 2 * self->line_height + GAP * self->unit;
}

static TsChartRectangle
cell_area (const Transition *self,
           guint             row,
           guint             column)
{
  return (TsChartRectangle) {
    self->x + self->width * column, self->y + self->height * row, self->width, self->height
  };
}

static void
add_text (const Transition *self,
          TsScenePart       part,
          const char       *text,
          TsChartWeight     weight,
          TsChartRole       role,
          double            x,
          double            baseline,
          TsChartAnchor     anchor,
          double            width)
{
  const TsTextStyle style = { .size = self->text_size, .weight = weight, .role = role };

  if (width >= self->text_size * 0.5)
    ts_scene_builder_add_text (self->builder, part, &style, text, x, baseline, anchor, width);
}

/* Middle of a cell, one line of two or the only one. */
static double
baseline_at (const Transition       *self,
             const TsChartRectangle *area,
             guint                   line,
             guint                   n_lines)
{
  return area->y + (area->height - self->line_height * n_lines) / 2 + self->line_height * line +
         self->ascent;
}

static void
add_header (const Transition *self,
            double            top)
{
  const char *to_name = ts_transition_data_get_to_name (self->data);
  double foot = self->y - GAP * self->unit / 2 - (self->line_height - self->ascent);
  double room = self->width - 4 * self->unit;
  gboolean named = TRUE;

  for (guint i = 0; i < self->n_to; i++)
    {
      g_autofree char *text = heading_text (self, level_at (self, i));

      named = named && measure (self, text, TS_CHART_WEIGHT_NORMAL) <= room;
    }

  add_text (self, TS_SCENE_PART_SCALE_LABEL, to_name, TS_CHART_WEIGHT_BOLD, TS_CHART_ROLE_FOREGROUND,
            self->x, top + self->ascent, TS_CHART_ANCHOR_LEFT, self->width * (self->n_to + 1));
  if (self->label_width > 0)
    add_text (self, TS_SCENE_PART_SCALE_LABEL, ts_transition_data_get_from_name (self->data),
              TS_CHART_WEIGHT_BOLD, TS_CHART_ROLE_FOREGROUND,
              self->x - GAP * self->unit - self->label_width, foot, TS_CHART_ANCHOR_LEFT,
              self->label_width);

  for (guint i = 0; i <= self->n_to; i++)
    {
      g_autofree char *text = i == self->n_to ? g_strdup (_("All"))
                              : named         ? heading_text (self, level_at (self, i))
                                              : short_text (self, level_at (self, i));

      add_text (self, TS_SCENE_PART_SCALE_LABEL, text, TS_CHART_WEIGHT_NORMAL, TS_CHART_ROLE_DIM,
                self->x + self->width * (i + 0.5), foot, TS_CHART_ANCHOR_CENTRE, room);
    }
}

static void
add_label (const Transition *self,
           guint             row)
{
  TsChartRectangle area = cell_area (self, row, 0);
  g_autofree char *name = row == self->n_from
                            ? g_strdup (_("All"))
                            : heading_text (self, level_at (self, row));
  g_autofree char *sign = row == self->n_from ? g_strdup (name)
                                              : short_text (self, level_at (self, row));

  if (self->height >= self->line_height - 0.01 && self->label_width > 0)
    add_text (self, TS_SCENE_PART_AXIS_LABEL,
              measure (self, name, TS_CHART_WEIGHT_NORMAL) <= self->label_width ? name : sign,
              TS_CHART_WEIGHT_NORMAL, TS_CHART_ROLE_FOREGROUND,
              self->x - GAP * self->unit - self->label_width, baseline_at (self, &area, 0, 1),
              TS_CHART_ANCHOR_LEFT, self->label_width);
}

/* The count, below it the share of its row, and at the foot a bar as long as that share. */
static void
add_cell (const Transition *self,
          guint             row,
          guint             column)
{
  guint from = level_at (self, row), to = level_at (self, column);
  guint count = ts_transition_data_get_count (self->data, from, to);
  guint all = ts_transition_data_count_from (self->data, from);
  gboolean unrated = from == TS_TRANSITION_UNRATED || to == TS_TRANSITION_UNRATED;
  gboolean up = to > from;
  TsChartRectangle area = cell_area (self, row, column);
  g_autofree char *text = ts_transition_data_cell_text (self->data, from, to);
  g_autofree char *number = ts_chart_count_text (count);
  g_autofree char *share = ts_chart_count_share (count, MAX (all, 1));
  g_autofree char *from_text = ts_transition_data_level_text (self->data, from);
  g_autofree char *to_text = ts_transition_data_level_text (self->data, to);
  /* Translators: a level before and one after, as in "from 2 Developing to 3 Strong". */
  g_autofree char *label = g_strdup_printf (_("from %s to %s"), from_text, to_text);
  const TsChartPaint paint = {
    .fill = unrated ? TS_CHART_FILL_HATCH : TS_CHART_FILL_NONE,
    .fill_role = TS_CHART_ROLE_GRID,
    .stroke_role = TS_CHART_ROLE_GRID,
    .stroke_width = self->unit,
  };
  const TsChartPaint bar_paint = {
    .fill = TS_CHART_FILL_SOLID,
    .fill_role = unrated      ? TS_CHART_ROLE_SERIES_4
                 : from == to ? TS_CHART_ROLE_FOREGROUND
                 : up         ? TS_CHART_ROLE_POSITIVE
                              : TS_CHART_ROLE_NEGATIVE,
  };
  const TsTextStyle style = {
    .size = self->text_size,
    .weight = count > 0 ? TS_CHART_WEIGHT_BOLD : TS_CHART_WEIGHT_NORMAL,
    .role = count > 0 ? TS_CHART_ROLE_FOREGROUND : TS_CHART_ROLE_DIM,
    .halo = unrated,
    .direction = TS_TEXT_DIRECTION_LTR,
  };
  const TsTextStyle share_style = {
    .size = self->text_size,
    .role = TS_CHART_ROLE_DIM,
    .halo = unrated,
    .direction = TS_TEXT_DIRECTION_LTR,
  };
  double bar_height = MIN (BAR_HEIGHT * self->unit, area.height / 5);
  const TsChartRectangle bar = {
    area.x + self->unit, area.y + area.height - bar_height - self->unit,
    (area.width - 2 * self->unit) * count / MAX (all, 1), bar_height
  };
  TsChartRectangle inside = area;
  gboolean two, one;
  guint stop;

  inside.height -= bar_height + 2 * self->unit;
  two = count > 0 && inside.height >= 2 * self->line_height &&
        measure (self, share, TS_CHART_WEIGHT_NORMAL) <= area.width - 4 * self->unit;
  one = inside.height >= self->line_height - 0.01 &&
        measure (self, number, style.weight) <= area.width - 4 * self->unit;

  ts_scene_builder_add_rectangle (self->builder,
                                  unrated ? TS_SCENE_PART_MISSING : TS_SCENE_PART_GRID, &paint,
                                  &area, 0);
  if (count > 0)
    ts_scene_builder_add_rectangle (self->builder, TS_SCENE_PART_SERIES, &bar_paint, &bar, 0);
  if (one)
    ts_scene_builder_add_text (self->builder, TS_SCENE_PART_NOTE, &style, number,
                               area.x + area.width / 2,
                               baseline_at (self, &inside, 0, two ? 2 : 1),
                               TS_CHART_ANCHOR_CENTRE, 0);
  if (one && two)
    ts_scene_builder_add_text (self->builder, TS_SCENE_PART_NOTE, &share_style, share,
                               area.x + area.width / 2, baseline_at (self, &inside, 1, 2),
                               TS_CHART_ANCHOR_CENTRE, 0);

  stop = ts_scene_builder_add_stop (self->builder, from * (self->n_levels + 1) + to, label, text,
                                    area.x + area.width / 2, area.y + area.height / 2,
                                    MIN (RING * self->unit, MIN (area.width, area.height) * 0.6));
  ts_scene_builder_add_region (self->builder, stop, &area);
}

static void
add_sum (const Transition *self,
         guint             row,
         guint             column,
         guint             count)
{
  TsChartRectangle area = cell_area (self, row, column);
  g_autofree char *text = ts_chart_count_text (count);

  if (self->height >= self->line_height - 0.01 &&
      measure (self, text, TS_CHART_WEIGHT_NORMAL) <= self->width)
    add_text (self, TS_SCENE_PART_NOTE, text, TS_CHART_WEIGHT_NORMAL, TS_CHART_ROLE_DIM,
              area.x + area.width / 2, baseline_at (self, &area, 0, 1), TS_CHART_ANCHOR_CENTRE,
              self->width);
}

static void
add_sums (const Transition *self)
{
  TsTransitionCounts counts;

  ts_transition_data_get_counts (self->data, &counts);
  for (guint row = 0; row < self->n_from; row++)
    add_sum (self, row, self->n_to,
             ts_transition_data_count_from (self->data, level_at (self, row)));
  for (guint column = 0; column < self->n_to; column++)
    add_sum (self, self->n_from, column,
             ts_transition_data_count_to (self->data, level_at (self, column)));
  add_sum (self, self->n_from, self->n_to, counts.n_total);
}

static void
add_diagonal (const Transition *self)
{
  const TsChartPaint paint = {
    .stroke_role = TS_CHART_ROLE_FOREGROUND,
    .stroke_width = self->unit * 2
  };

  for (guint level = 0; level < self->n_levels; level++)
    {
      TsChartRectangle area = cell_area (self, level, level);

      ts_scene_builder_add_rectangle (self->builder, TS_SCENE_PART_GRID, &paint, &area, 0);
    }
}

static void
add_transition (TsSceneBuilder         *builder,
                gconstpointer           data,
                const TsChartOptions   *options,
                const TsChartRectangle *area)
{
  Transition self = { .builder = builder };
  double room, taken, left, top;

  init_sizes (&self, data, options, area->width);
  if (area->height < self.header_height * 3)
    self.header_height = 0;

  room = area->width - self.label_width - GAP * self.unit - 2 * self.unit;
  self.width = MIN (room / (self.n_to + 1), self.text_size * MOST_CELL);
  self.height = MIN ((area->height - self.header_height - 2 * self.unit) / (self.n_from + 1),
                     self.text_size * MOST_HEIGHT);
  if (self.width < LEAST_SIDE * self.unit || self.height < LEAST_SIDE * self.unit)
    return;

  taken = self.label_width + GAP * self.unit + self.width * (self.n_to + 1);
  left = area->x + (area->width - taken) / 2;
  self.x = left + self.label_width + GAP * self.unit;
  top = area->y + self.unit +
        (area->height - self.header_height - self.height * (self.n_from + 1) - 2 * self.unit) / 2;
  self.y = top + self.header_height;

  if (self.header_height > 0)
    add_header (&self, top);
  for (guint row = 0; row <= self.n_from; row++)
    add_label (&self, row);
  for (guint row = 0; row < self.n_from; row++)
    for (guint column = 0; column < self.n_to; column++)
      add_cell (&self, row, column);
  add_sums (&self);
  add_diagonal (&self);
}

static guint
make_legend (const TsTransitionData *data,
             const TsChartOptions   *options,
             TsLegendEntry          *entries)
{
  double radius = 8 * ts_chart_options_unit (options);
  TsTransitionCounts counts;
  guint n_entries = 0;

  ts_transition_data_get_counts (data, &counts);
  entries[n_entries++] = (TsLegendEntry) {
    .label = (char *) _("Rose"),
    .role = TS_CHART_ROLE_POSITIVE,
    .marker = TS_CHART_MARKER_SQUARE,
    .marker_radius = radius,
    .marker_fill = TS_CHART_FILL_SOLID,
  };
  entries[n_entries++] = (TsLegendEntry) {
    .label = (char *) _("Stayed"),
    .role = TS_CHART_ROLE_FOREGROUND,
    .marker = TS_CHART_MARKER_SQUARE,
    .marker_radius = radius,
  };
  entries[n_entries++] = (TsLegendEntry) {
    .label = (char *) _("Fell"),
    .role = TS_CHART_ROLE_NEGATIVE,
    .marker = TS_CHART_MARKER_SQUARE,
    .marker_radius = radius,
    .marker_fill = TS_CHART_FILL_SOLID,
  };
  if (counts.n_compared < counts.n_total)
    entries[n_entries++] = (TsLegendEntry) {
      .label = (char *) _("Not rated in one of the years"),
      .role = TS_CHART_ROLE_AXIS,
      .marker = TS_CHART_MARKER_SQUARE,
      .marker_radius = radius,
      .marker_fill = TS_CHART_FILL_HATCH,
    };

  return n_entries;
}

/**
 * ts_transition_layout:
 * @data: data of a matrix of change
 * @options: the place
 *
 * Returns: (transfer full): the scene, with a stop for each cell; its id is the level before times one more than the highest
 *   level, plus the level after
 */
TsScene *
ts_transition_layout (const TsTransitionData *data,
                      const TsChartOptions   *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[4];
  TsTransitionCounts counts;
  TsScene *scene;
  guint n_entries;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  ts_transition_data_get_counts (data, &counts);
  finding = ts_transition_data_describe (data);
  n_entries = counts.n_total > 0 ? make_legend (data, options, entries) : 0;
  scene = ts_chart_frame_fill (options, ts_transition_data_get_title (data), finding, entries, n_entries,
                               counts.n_total == 0, add_transition, data);

  return scene;
}

/**
 * ts_transition_get_natural_height:
 * @data: data of a matrix of change
 * @options: the place; its height is not looked at
 *
 * Returns: the height at which every cell has the room it wants
 */
double
ts_transition_get_natural_height (const TsTransitionData *data,
                                  const TsChartOptions   *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[4];
  Transition self = { 0 };
  guint n_entries;

  g_return_val_if_fail (data != NULL, 0);
  g_return_val_if_fail (options != NULL, 0);

  finding = ts_transition_data_describe (data);
  n_entries = make_legend (data, options, entries);
  init_sizes (&self, data, options, options->width);

  return ts_chart_frame_get_natural_height (options, ts_transition_data_get_title (data), finding,
                                            entries, n_entries, TS_LEGEND_PLACE_BELOW,
                                            self.header_height + 2 * self.unit +
                                              (self.n_from + 1) *
                                                MAX (self.text_size * NATURAL,
                                                     2 * self.line_height + 10 * self.unit));
}

TS_DEFINE_CHART_HEIGHT (transition, TsTransitionData)

TS_DEFINE_CHART_KIND (transition, "change", TsTransitionData, transition_get_natural_height);

/**
 * ts_chart_new_transition:
 * @data: (transfer none): what it shows
 *
 * Returns: (transfer full): a matrix of change
 */
TsChart *
ts_chart_new_transition (TsTransitionData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return ts_chart_new (&transition_kind, ts_transition_data_ref (data));
}
