/* ts-consensus-layout.c
 *
 * Lays a consensus strip out: a column for each level, in it a dot for each who gave it, one above the other and named
 * beside it. A band covers the middle half of the scores, and a line is their median. The levels of the board, the desk and
 * the panel stand below, each with a shape of its own. Where there is no height for names they are left out; then the
 * cursor tells them.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-consensus-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-frame.h"
#include "chart/ts-chart-kind-private.h"
#include "chart/ts-chart-number.h"

#define TEXT_SIZE  0.94
#define DOT_RADIUS 6.5
#define MARK_SIZE  5.5
#define PADDING    4.0

/* In lines of text: how far apart rows are. */
#define ROW_PITCH 1.4

/* In text sizes: the least of a name that is worth showing. */
#define LEAST_NAME 2.0

static const TsChartMarker mark_shapes[TS_CONSENSUS_N_MARKS] = {
  TS_CHART_MARKER_TRIANGLE, TS_CHART_MARKER_SQUARE, TS_CHART_MARKER_DIAMOND
};

static const TsChartRole mark_roles[TS_CONSENSUS_N_MARKS] = {
  TS_CHART_ROLE_SERIES_3, TS_CHART_ROLE_SERIES_4, TS_CHART_ROLE_SERIES_5
};

typedef struct
{
  const TsConsensusData *data;
  const TsChartOptions *options;
  TsSceneBuilder *builder;
  TsChartRectangle area;
  double unit;
  double text_size;
  double line_height;
  double ascent;
  double column;
  double radius;
  guint most_scores;
  guint most_marks;
  double header_height;
  double foot_height;
  double pitch;
  double scores_y;
  double marks_y;
} Consensus;

static guint
count_highest (const Consensus *self,
               gboolean         marks)
{
  g_autofree guint *counts = g_new0 (guint, ts_chart_levels_get_n (ts_consensus_data_get_levels (self->data)) + 1);
  guint highest = 0;

  for (guint i = 0; !marks && i < ts_consensus_data_get_n_scores (self->data); i++)
    counts[ts_consensus_data_get_score (self->data, i)->level]++;
  for (guint mark = 0; marks && mark < TS_CONSENSUS_N_MARKS; mark++)
    counts[ts_consensus_data_get_mark (self->data, mark)]++;
  for (guint level = 1; level <= ts_chart_levels_get_n (ts_consensus_data_get_levels (self->data)); level++)
    highest = MAX (highest, counts[level]);

  return highest;
}

static void
init (Consensus              *self,
      const TsConsensusData  *data,
      const TsChartOptions   *options,
      const TsChartRectangle *area)
{
  TsTextExtents extents;

  self->data = data;
  self->options = options;
  self->area = *area;
  self->unit = ts_chart_options_unit (options);
  self->text_size = ts_chart_options_em (options) * TEXT_SIZE;
  ts_text_measurer_measure (options->measurer, "0123456789", self->text_size, TS_CHART_WEIGHT_BOLD,
                            &extents);
  self->ascent = extents.ascent;
  self->line_height = extents.ascent + extents.descent;
  self->column = area->width / ts_chart_levels_get_n (ts_consensus_data_get_levels (data));
  self->most_scores = MAX (count_highest (self, FALSE), 1);
  self->most_marks = count_highest (self, TRUE);
  self->header_height = self->line_height + PADDING * self->unit;
  self->foot_height = self->line_height + 2 * PADDING * self->unit;
}

static double
natural_pitch (const Consensus *self)
{
  return MAX (self->line_height * ROW_PITCH, (2 * DOT_RADIUS + 2) * self->unit);
}

static double
level_x (const Consensus *self,
         double           level)
{
  return self->area.x + (level - 0.5) * self->column;
}

/* Shares the height out; what surrounds the rows goes first where there is too little. */
static gboolean
place (Consensus *self)
{
  guint n_rows = self->most_scores + self->most_marks;
  double room, natural = natural_pitch (self);

  if (self->area.height < self->header_height + self->foot_height + n_rows * self->line_height * 0.5)
    self->header_height = 0;
  if (self->area.height < self->foot_height + n_rows * self->line_height * 0.5)
    self->foot_height = 0;

  room = self->area.height - self->header_height - self->foot_height;
  self->pitch = MIN (room / n_rows, natural * 1.5);
  self->scores_y = self->area.y + self->header_height + (room - self->pitch * n_rows) / 2;
  self->marks_y = self->scores_y + self->pitch * self->most_scores;
  self->radius = MIN (MIN (DOT_RADIUS * self->unit, self->pitch * 0.46), self->column * 0.4);

  return self->pitch > 1 && self->column > 4;
}

static void
add_columns (const Consensus *self)
{
  const TsChartLevels *levels = ts_consensus_data_get_levels (self->data);
  const TsTextStyle style = {
    .size = self->text_size,
    .weight = TS_CHART_WEIGHT_BOLD,
    .role = TS_CHART_ROLE_FOREGROUND
  };
  const TsChartPaint paint = { .stroke_role = TS_CHART_ROLE_GRID, .stroke_width = self->unit };
  double foot = self->marks_y + self->pitch * self->most_marks;

  for (guint level = 1; level <= ts_chart_levels_get_n (levels); level++)
    {
      double x = level_x (self, level);
      const TsChartPoint line[] = { { x, self->scores_y }, { x, foot } };
      g_autofree char *name = ts_chart_levels_text (levels, level);
      g_autofree char *sign = ts_chart_levels_sign (levels, level);
      double width = self->column - self->text_size * 0.5;
      TsTextExtents extents;

      ts_scene_builder_add_line (self->builder, TS_SCENE_PART_GRID, &paint, line, 2);
      if (self->foot_height <= 0 || width < self->text_size)
        continue;
      ts_text_measurer_measure (self->options->measurer, name, style.size, style.weight, &extents);
      ts_scene_builder_add_text (self->builder, TS_SCENE_PART_SCALE_LABEL, &style,
                                 extents.width > width ? sign : name, x,
                                 foot + PADDING * self->unit + self->ascent, TS_CHART_ANCHOR_CENTRE,
                                 width);
    }
}

static void
add_band (const Consensus *self)
{
  const TsChartPaint band = { .fill = TS_CHART_FILL_WASH, .fill_role = TS_CHART_ROLE_SERIES_1 };
  double low, high, width;
  TsChartRectangle area;

  if (!ts_consensus_data_get_middle (self->data, NULL, &low, &high))
    return;

  /* Where half of the scores are the same there is still something to see. */
  width = MAX (level_x (self, high) - level_x (self, low), self->radius * 2);
  area = (TsChartRectangle) {
    (level_x (self, low) + level_x (self, high) - width) / 2, self->scores_y, width,
    self->pitch * self->most_scores
  };
  ts_scene_builder_add_rectangle (self->builder, TS_SCENE_PART_NOTE, &band, &area, 4 * self->unit);
}

/* Over the dots, which it would lie hidden behind. */
static void
add_median (const Consensus *self)
{
  const TsTextStyle style = {
    .size = self->text_size,
    .weight = TS_CHART_WEIGHT_BOLD,
    .role = TS_CHART_ROLE_FOREGROUND
  };
  const TsChartPaint paint = { .stroke_role = TS_CHART_ROLE_SERIES_2, .stroke_width = 3 * self->unit };
  double rise = self->header_height > 0 ? PADDING * self->unit : 0;
  double median, x, width, left;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  TsChartPoint line[2];
  TsTextExtents extents;

  if (!ts_consensus_data_get_middle (self->data, &median, NULL, NULL))
    return;

  x = level_x (self, median);
  line[0] = (TsChartPoint) { x, self->scores_y - rise };
  line[1] = (TsChartPoint) { x, self->scores_y + self->pitch * self->most_scores };
  ts_scene_builder_add_line (self->builder, TS_SCENE_PART_NOTE, &paint, line, 2);
  if (self->header_height <= 0)
    return;

  number = ts_chart_number_level (median);
  /* Translators: above a line: the median of scores, as in "median 2.5". */
  text = g_strdup_printf (_("median %s"), number);
  ts_text_measurer_measure (self->options->measurer, text, style.size, style.weight, &extents);
  width = MIN (extents.width, self->area.width);
  left = CLAMP (x - width / 2, self->area.x, self->area.x + self->area.width - width);
  ts_scene_builder_add_text (self->builder, TS_SCENE_PART_NOTE, &style, text, left,
                             self->scores_y - self->header_height + self->ascent,
                             TS_CHART_ANCHOR_LEFT, width);
}

static void
add_item (const Consensus    *self,
          guint               id,
          guint               level,
          double              y,
          const TsChartPaint *paint,
          TsChartMarker       shape,
          double              radius,
          const char         *name,
          const char         *label,
          gboolean            strong)
{
  const TsTextStyle style = {
    .size = self->text_size,
    .weight = strong ? TS_CHART_WEIGHT_BOLD : TS_CHART_WEIGHT_NORMAL,
    .role = TS_CHART_ROLE_FOREGROUND,
    .halo = TRUE
  };
  g_autofree char *text = ts_chart_levels_text (ts_consensus_data_get_levels (self->data), level);
  double x = level_x (self, level);
  double gap = self->unit * PADDING;
  gboolean last = level == ts_chart_levels_get_n (ts_consensus_data_get_levels (self->data));
  double room = (last ? self->column / 2 : self->column - self->radius) - self->radius - 2 * gap;
  TsChartRectangle area = { x - self->radius, y - self->pitch / 2, 2 * self->radius, self->pitch };
  guint stop;

  ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_SERIES, paint, shape, x, y, radius);
  if (*name != '\0' && self->pitch >= self->line_height && room >= self->text_size * LEAST_NAME)
    {
      TsTextExtents extents;

      ts_text_measurer_measure (self->options->measurer, name, style.size, style.weight, &extents);
      room = MIN (room, extents.width);
      ts_scene_builder_add_text (self->builder, TS_SCENE_PART_AXIS_LABEL, &style, name,
                                 x + self->radius + gap, y - self->line_height / 2 + self->ascent,
                                 TS_CHART_ANCHOR_LEFT, room);
      area.width += gap + room;
    }
  stop = ts_scene_builder_add_stop (self->builder, id, label, text, x, y, self->radius + 3 * self->unit);
  ts_scene_builder_add_region (self->builder, stop, &area);
}

static void
add_scores (const Consensus *self)
{
  const TsChartPaint paint = {
    .fill = TS_CHART_FILL_SOLID,
    .fill_role = TS_CHART_ROLE_SERIES_1,
    .stroke_role = TS_CHART_ROLE_BACKGROUND,
    .stroke_width = self->radius * 0.15,
  };
  guint n = ts_consensus_data_get_n_scores (self->data), row = 0;

  for (guint i = 0; i < n; i++)
    {
      const TsConsensusScore *score = ts_consensus_data_get_score (self->data, i);
      g_autofree char *title = ts_chart_subject_title (&score->subject);
      g_autofree char *label = NULL;

      row = i > 0 && ts_consensus_data_get_score (self->data, i - 1)->level == score->level ? row + 1 : 0;
      /* Translators: a person and their role. */
      label = *score->subject.group != '\0' ? g_strdup_printf (_("%s, %s"), title, score->subject.group)
                                            : g_strdup (title);
      add_item (self, i, score->level, self->scores_y + self->pitch * (row + 0.5), &paint,
                TS_CHART_MARKER_CIRCLE, self->radius, ts_chart_subject_name (&score->subject), label,
                score->subject.highlighted);
    }
}

static void
add_marks (const Consensus *self)
{
  for (guint mark = 0; mark < TS_CONSENSUS_N_MARKS; mark++)
    {
      guint level = ts_consensus_data_get_mark (self->data, mark), row = 0;
      const TsChartPaint paint = { .fill = TS_CHART_FILL_SOLID, .fill_role = mark_roles[mark] };
      const char *label = ts_consensus_mark_get_label (mark);

      if (level == 0)
        continue;
      for (guint earlier = 0; earlier < mark; earlier++)
        row += ts_consensus_data_get_mark (self->data, earlier) == level;
      add_item (self, ts_consensus_data_get_n_scores (self->data) + mark, level,
                self->marks_y + self->pitch * (row + 0.5), &paint, mark_shapes[mark],
                MIN (MARK_SIZE * self->unit, self->radius), label, label, FALSE);
    }
}

static guint
make_legend (const TsConsensusData *data,
             const TsChartOptions  *options,
             TsLegendEntry         *entries)
{
  double unit = ts_chart_options_unit (options);
  guint n_entries = 0;

  entries[n_entries++] = (TsLegendEntry) {
    .label = (char *) _("Score"),
    .role = TS_CHART_ROLE_SERIES_1,
    .marker = TS_CHART_MARKER_CIRCLE,
    .marker_radius = DOT_RADIUS * unit,
    .marker_fill = TS_CHART_FILL_SOLID,
  };
  entries[n_entries++] = (TsLegendEntry) {
    .label = (char *) _("Median"),
    .role = TS_CHART_ROLE_SERIES_2,
    .stroke_width = 3 * unit,
  };
  entries[n_entries++] = (TsLegendEntry) {
    .label = (char *) _("Middle half of the scores"),
    .role = TS_CHART_ROLE_SERIES_1,
    .wash = TRUE,
  };
  for (guint mark = 0; mark < TS_CONSENSUS_N_MARKS; mark++)
    if (ts_consensus_data_get_mark (data, mark) > 0)
      entries[n_entries++] = (TsLegendEntry) {
        .label = (char *) ts_consensus_mark_get_label (mark),
        .role = mark_roles[mark],
        .marker = mark_shapes[mark],
        .marker_radius = MARK_SIZE * unit,
        .marker_fill = TS_CHART_FILL_SOLID,
      };

  return n_entries;
}

static gboolean
is_empty (const TsConsensusData *data)
{
  for (guint mark = 0; mark < TS_CONSENSUS_N_MARKS; mark++)
    if (ts_consensus_data_get_mark (data, mark) > 0)
      return FALSE;

  return ts_consensus_data_get_n_scores (data) == 0;
}

/**
 * ts_consensus_layout:
 * @data: data of a consensus strip
 * @options: the place
 *
 * Returns: (transfer full): the scene, with a stop for each score and each level beside them
 */
TsScene *
ts_consensus_layout (const TsConsensusData *data,
                     const TsChartOptions  *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[3 + TS_CONSENSUS_N_MARKS];
  Consensus self = { 0 };
  TsChartRectangle area;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  finding = ts_consensus_data_describe (data);
  self.builder = ts_scene_builder_new (options, ts_consensus_data_get_title (data), finding);
  area = ts_chart_frame_layout (self.builder, options, ts_consensus_data_get_title (data), finding,
                                entries, make_legend (data, options, entries), TS_LEGEND_PLACE_BELOW);
  init (&self, data, options, &area);
  if (is_empty (data))
    {
      ts_chart_frame_message (self.builder, options, &area, finding);
    }
  else if (place (&self))
    {
      add_columns (&self);
      add_band (&self);
      add_scores (&self);
      add_marks (&self);
      add_median (&self);
    }

  return ts_scene_builder_end (self.builder);
}

/**
 * ts_consensus_get_natural_height:
 * @data: data of a consensus strip
 * @options: the place; its height is not looked at
 *
 * Returns: the height at which every score has a line of its own
 */
double
ts_consensus_get_natural_height (const TsConsensusData *data,
                                 const TsChartOptions  *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[3 + TS_CONSENSUS_N_MARKS];
  const TsChartRectangle area = { 0, 0, 1, 1 };
  Consensus self = { 0 };

  g_return_val_if_fail (data != NULL, 0);
  g_return_val_if_fail (options != NULL, 0);

  finding = ts_consensus_data_describe (data);
  init (&self, data, options, &area);

  return ts_chart_frame_get_natural_height (options, ts_consensus_data_get_title (data), finding,
                                            entries, make_legend (data, options, entries),
                                            TS_LEGEND_PLACE_BELOW,
                                            natural_pitch (&self) * (self.most_scores + self.most_marks) +
                                              self.header_height + self.foot_height);
}

TS_DEFINE_CHART_HEIGHT (consensus, TsConsensusData)

TS_DEFINE_CHART_KIND (consensus, "consensus", TsConsensusData, consensus_get_natural_height);

/**
 * ts_chart_new_consensus:
 * @data: (transfer none): what it shows
 *
 * Returns: (transfer full): a consensus strip
 */
TsChart *
ts_chart_new_consensus (TsConsensusData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return ts_chart_new (&consensus_kind, ts_consensus_data_ref (data));
}
