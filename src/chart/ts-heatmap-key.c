/* ts-heatmap-key.c
 *
 * What the columns of a heat map are called, where there is no room for names above them: each code with its name, in
 * columns, below the rows. Rows come first: a key that would take too much from them is left out, and the table still has
 * the names.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-heatmap-key.h"

#include "chart/ts-chart-text.h"

/* In text sizes: distances between names and above the first line. The key takes no more than its share of the height. */
#define COLUMN_GAP 1.6
#define TOP_GAP    0.6
#define MOST_SHARE 0.3

static gboolean
needs_name (const TsHeatmapData *data,
            guint                column)
{
  const TsChartSubject *subject = ts_heatmap_data_get_column (data, column);

  return *subject->code != '\0' && *subject->name != '\0';
}

static guint
count_names (const TsHeatmapData *data)
{
  guint count = 0;

  for (guint column = 0; column < ts_heatmap_data_get_n_columns (data); column++)
    count += needs_name (data, column);

  return count;
}

/**
 * ts_heatmap_key_init:
 * @self: (out caller-allocates): the key
 * @grid: the rows and columns that it is for; their data must outlive @self
 * @options: fonts
 * @width: how wide it may be
 */
void
ts_heatmap_key_init (TsHeatmapKey         *self,
                     const TsHeatmapGrid  *grid,
                     const TsChartOptions *options,
                     double                width)
{
  guint n_names = count_names (grid->data), n_lines;
  double widest = 0, gap, descent = 0;

  *self = (TsHeatmapKey) { .data = grid->data, .size = grid->header_size };
  if (grid->name_lines > 0 || n_names == 0)
    return;

  for (guint column = 0; column < ts_heatmap_data_get_n_columns (grid->data); column++)
    {
      g_autofree char *text = NULL;
      TsTextExtents extents;

      if (!needs_name (grid->data, column))
        continue;
      text = ts_chart_subject_title (ts_heatmap_data_get_column (grid->data, column));
      ts_text_measurer_measure (options->measurer, text, self->size, TS_CHART_WEIGHT_NORMAL, &extents);
      widest = MAX (widest, extents.width);
      self->ascent = MAX (self->ascent, extents.ascent);
      descent = MAX (descent, extents.descent);
    }

  gap = self->size * COLUMN_GAP;
  self->n_columns = (guint) CLAMP ((width + gap) / (widest + gap), 1, n_names);
  n_lines = (n_names + self->n_columns - 1) / self->n_columns;
  self->n_columns = (n_names + n_lines - 1) / n_lines;
  self->column_width = (width - gap * (self->n_columns - 1)) / self->n_columns;
  self->line_height = (self->ascent + descent) * 1.1;
  self->height = self->line_height * n_lines + self->size * TOP_GAP;
}

/**
 * ts_heatmap_key_add:
 * @self: a key
 * @builder: a builder, to which it is added
 * @area: (inout): where there is room for rows; the key takes its own from the foot of it
 */
void
ts_heatmap_key_add (const TsHeatmapKey *self,
                    TsSceneBuilder     *builder,
                    TsChartRectangle   *area)
{
  TsTextStyle style = { .size = self->size, .role = TS_CHART_ROLE_DIM };
  double top;
  guint n = 0;

  if (self->height <= 0 || self->height > area->height * MOST_SHARE || self->column_width < self->size)
    return;

  area->height -= self->height;
  top = area->y + area->height + self->size * TOP_GAP;

  for (guint column = 0; column < ts_heatmap_data_get_n_columns (self->data); column++)
    {
      g_autofree char *text = NULL;

      if (!needs_name (self->data, column))
        continue;
      text = ts_chart_subject_title (ts_heatmap_data_get_column (self->data, column));
      style.direction = ts_chart_text_direction (text);
      ts_scene_builder_add_text (builder, TS_SCENE_PART_NOTE, &style, text,
                                 area->x + (n % self->n_columns) * (self->column_width + self->size * COLUMN_GAP),
                                 top + (n / self->n_columns) * self->line_height + self->ascent,
                                 TS_CHART_ANCHOR_LEFT, self->column_width);
      n++;
    }
}
