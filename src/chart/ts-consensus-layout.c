/* ts-consensus-layout.c
 *
 * Lays a consensus strip out: a column for each level, in it a dot for each who gave it, one above the other and named
 * beside it. A band covers the middle half of the scores, and a line is their median. The levels of the board, the desk and
 * the panel stand below, each with a shape of its own. Everything says on the spot what it is; a legend does it only where
 * there is no room for that.
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
#include "chart/ts-consensus-labels.h"

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
  TsConsensusLabel *labels; /* of every score, then of every mark that there is */
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

static double
measure (const Consensus *self,
         const char      *text,
         gboolean         strong)
{
  TsTextExtents extents;

  ts_text_measurer_measure (self->options->measurer, text, self->text_size, strong ? TS_CHART_WEIGHT_BOLD : TS_CHART_WEIGHT_NORMAL, &extents);

  return extents.width;
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
  double width = self->column - self->text_size * 0.5;
  gboolean is_short = FALSE;

  /* All with their names, or none. */
  for (guint level = 1; level <= ts_chart_levels_get_n (levels); level++)
    {
      g_autofree char *name = ts_chart_levels_text (levels, level);

      is_short |= measure (self, name, TRUE) > width;
    }

  for (guint level = 1; level <= ts_chart_levels_get_n (levels); level++)
    {
      double x = level_x (self, level);
      const TsChartPoint line[] = { { x, self->scores_y }, { x, foot } };
      g_autofree char *name = ts_chart_levels_text (levels, level);
      g_autofree char *sign = ts_chart_levels_sign (levels, level);

      ts_scene_builder_add_line (self->builder, TS_SCENE_PART_GRID, &paint, line, 2);
      if (self->foot_height <= 0 || width < self->text_size)
        continue;
      ts_scene_builder_add_text (self->builder, TS_SCENE_PART_SCALE_LABEL, &style, is_short ? sign : name, x,
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

/* What the line is, and the band where there is room to say it. */
static char *
median_text (const Consensus   *self,
             double             median,
             double             low,
             double             high,
             const TsTextStyle *style,
             TsTextExtents     *extents)
{
  g_autofree char *number = ts_chart_number_level (median);
  g_autofree char *from = ts_chart_number_level (low);
  g_autofree char *to = ts_chart_number_level (high);
  g_autofree char *text = NULL;

  if (low < high)
    {
      /* Translators: above a line and a band: the median of scores, and between which levels the middle half of them lies, as in
       * "median 2.5, middle half 2 to 3". */
      text = g_strdup_printf (_("median %s, middle half %s to %s"), number, from, to);
      ts_text_measurer_measure (self->options->measurer, text, style->size, style->weight, extents);
      if (extents->width <= self->area.width)
        return g_steal_pointer (&text);
      g_clear_pointer (&text, g_free);
    }

  /* Translators: above a line: the median of scores, as in "median 2.5". */
  text = g_strdup_printf (_("median %s"), number);
  ts_text_measurer_measure (self->options->measurer, text, style->size, style->weight, extents);

  return g_steal_pointer (&text);
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
  double median, low, high, x, width, left;
  g_autofree char *text = NULL;
  TsChartPoint line[2];
  TsTextExtents extents;

  if (!ts_consensus_data_get_middle (self->data, &median, &low, &high))
    return;

  x = level_x (self, median);
  line[0] = (TsChartPoint) { x, self->scores_y - rise };
  line[1] = (TsChartPoint) { x, self->scores_y + self->pitch * self->most_scores };
  ts_scene_builder_add_line (self->builder, TS_SCENE_PART_NOTE, &paint, line, 2);
  if (self->header_height <= 0)
    return;

  text = median_text (self, median, low, high, &style, &extents);
  width = MIN (extents.width, self->area.width);
  left = CLAMP (x - width / 2, self->area.x, self->area.x + self->area.width - width);
  ts_scene_builder_add_text (self->builder, TS_SCENE_PART_NOTE, &style, text, left,
                             self->scores_y - self->header_height + self->ascent,
                             TS_CHART_ANCHOR_LEFT, width);
}

/* --- What stands beside a dot --- */

static void
init_label (const Consensus  *self,
            TsConsensusLabel *label,
            guint             level,
            guint             row,
            double            radius,
            const char       *name,
            const char       *role,
            gboolean          strong)
{
  *label = (TsConsensusLabel) {
    .x = level_x (self, level),
    .radius = radius,
    .row = row,
    .names = { *name != '\0' ? name : NULL, *role != '\0' ? role : NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (label->names); i++)
    label->widths[i] = label->names[i] != NULL ? measure (self, label->names[i], strong) : 0;
}

static double
mark_radius (const Consensus *self)
{
  return MIN (MARK_SIZE * self->unit, self->radius);
}

/* Returns whether everything says what it is; then nothing needs a legend. */
static gboolean
place_labels (Consensus *self)
{
  guint n = ts_consensus_data_get_n_scores (self->data), n_labels = n, row = 0;
  TsConsensusRoom room = {
    .left = self->area.x,
    .right = self->area.x + self->area.width,
    .reach = self->column - self->unit * PADDING,
    .gap = self->unit * PADDING,
    .least = self->text_size * LEAST_NAME,
    .n_barrier_rows = self->most_scores,
  };
  double median;

  self->labels = g_new0 (TsConsensusLabel, n + TS_CONSENSUS_N_MARKS);
  for (guint i = 0; i < n; i++)
    {
      const TsConsensusScore *score = ts_consensus_data_get_score (self->data, i);

      row = i > 0 && ts_consensus_data_get_score (self->data, i - 1)->level == score->level ? row + 1 : 0;
      init_label (self, &self->labels[i], score->level, row, self->radius, ts_chart_subject_name (&score->subject),
                  score->subject.group, score->subject.highlighted);
    }
  for (guint mark = 0; mark < TS_CONSENSUS_N_MARKS; mark++)
    {
      guint level = ts_consensus_data_get_mark (self->data, mark);

      row = self->most_scores;
      for (guint earlier = 0; earlier < mark; earlier++)
        row += ts_consensus_data_get_mark (self->data, earlier) == level;
      if (level > 0)
        init_label (self, &self->labels[n_labels++], level, row, mark_radius (self), ts_consensus_mark_get_label (mark), "", FALSE);
    }

  room.has_barrier = ts_consensus_data_get_middle (self->data, &median, NULL, NULL);
  room.barrier = room.has_barrier ? level_x (self, median) : 0;
  if (self->pitch >= self->line_height)
    return ts_consensus_labels_place (self->labels, n_labels, &room) && self->header_height > 0;

  for (guint i = 0; i < n_labels; i++)
    self->labels[i].chosen = -1;

  return FALSE;
}

static void
add_item (const Consensus        *self,
          const TsConsensusLabel *it,
          guint                   id,
          guint                   level,
          const TsChartPaint     *paint,
          TsChartMarker           shape,
          const char             *label,
          gboolean                strong)
{
  const TsTextStyle style = {
    .size = self->text_size,
    .weight = strong ? TS_CHART_WEIGHT_BOLD : TS_CHART_WEIGHT_NORMAL,
    .role = TS_CHART_ROLE_FOREGROUND,
    .halo = TRUE
  };
  g_autofree char *text = ts_chart_levels_text (ts_consensus_data_get_levels (self->data), level);
  double y = self->scores_y + self->pitch * (it->row + 0.5);
  double left = it->x - it->radius, right = it->x + it->radius;
  guint stop;

  ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_SERIES, paint, shape, it->x, y, it->radius);
  if (it->chosen >= 0)
    {
      ts_scene_builder_add_text (self->builder, TS_SCENE_PART_AXIS_LABEL, &style, it->names[it->chosen], it->left,
                                 y - self->line_height / 2 + self->ascent, TS_CHART_ANCHOR_LEFT, it->width);
      left = MIN (left, it->left);
      right = MAX (right, it->left + it->width);
    }
  stop = ts_scene_builder_add_stop (self->builder, id, label, text, it->x, y, it->radius + 3 * self->unit);
  ts_scene_builder_add_region (self->builder, stop, &(TsChartRectangle) { left, y - self->pitch / 2, right - left, self->pitch });
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

  for (guint i = 0; i < ts_consensus_data_get_n_scores (self->data); i++)
    {
      const TsConsensusScore *score = ts_consensus_data_get_score (self->data, i);
      g_autofree char *title = ts_chart_subject_title (&score->subject);
      /* Translators: a person and their role. */
      g_autofree char *label = *score->subject.group != '\0' ? g_strdup_printf (_("%s, %s"), title, score->subject.group)
                                                             : g_strdup (title);

      add_item (self, &self->labels[i], i, score->level, &paint, TS_CHART_MARKER_CIRCLE, label, score->subject.highlighted);
    }
}

static void
add_marks (const Consensus *self)
{
  guint n = ts_consensus_data_get_n_scores (self->data), label = n;

  for (guint mark = 0; mark < TS_CONSENSUS_N_MARKS; mark++)
    {
      guint level = ts_consensus_data_get_mark (self->data, mark);
      const TsChartPaint paint = { .fill = TS_CHART_FILL_SOLID, .fill_role = mark_roles[mark] };

      if (level > 0)
        add_item (self, &self->labels[label++], n + mark, level, &paint, mark_shapes[mark], ts_consensus_mark_get_label (mark), FALSE);
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

/* Returns: (nullable): the scene; %NULL where it would need the legend that it has been refused */
static TsScene *
lay_out (const TsConsensusData *data,
         const TsChartOptions  *options,
         gboolean               has_legend)
{
  g_autofree char *finding = ts_consensus_data_describe (data);
  g_autoptr (TsSceneBuilder) builder = ts_scene_builder_new (options, ts_consensus_data_get_title (data), finding);
  TsLegendEntry entries[3 + TS_CONSENSUS_N_MARKS];
  guint n_entries = has_legend ? make_legend (data, options, entries) : 0;
  Consensus self = { .builder = builder };
  gboolean is_said = FALSE;
  TsChartRectangle area;

  area = ts_chart_frame_layout (builder, options, ts_consensus_data_get_title (data), finding, entries, n_entries, TS_LEGEND_PLACE_BELOW);
  init (&self, data, options, &area);
  if (is_empty (data))
    {
      is_said = TRUE;
      ts_chart_frame_message (builder, options, &area, finding);
    }
  else if (place (&self))
    {
      is_said = place_labels (&self);
      add_columns (&self);
      add_band (&self);
      add_scores (&self);
      add_marks (&self);
      add_median (&self);
      g_free (self.labels);
    }

  return is_said || has_legend ? ts_scene_builder_end (g_steal_pointer (&builder)) : NULL;
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
  TsScene *scene;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  scene = lay_out (data, options, FALSE);

  return scene != NULL ? scene : lay_out (data, options, TRUE);
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
  TsChartRectangle area;
  Consensus self = { 0 };
  double content;
  gboolean is_said;

  g_return_val_if_fail (data != NULL, 0);
  g_return_val_if_fail (options != NULL, 0);

  finding = ts_consensus_data_describe (data);
  area = ts_chart_frame_get_content (options);
  init (&self, data, options, &area);
  content = natural_pitch (&self) * (self.most_scores + self.most_marks) + self.header_height + self.foot_height;
  self.area.height = content;
  is_said = is_empty (data) || (place (&self) && place_labels (&self));
  g_free (self.labels);

  return ts_chart_frame_get_natural_height (options, ts_consensus_data_get_title (data), finding, entries,
                                            is_said ? 0 : make_legend (data, options, entries), TS_LEGEND_PLACE_BELOW, content);
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
