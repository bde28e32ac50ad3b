/* ts-heatmap-cell.c
 *
 * One cell of a heat map. Its colour is never alone: the level stands in it, and where it is too small for that, the share
 * of its width that is filled tells how high on the scale it is. What is not rated is hatched; what is rated in part has
 * a broken edge, and says how much. What predecessors lend has a triangle in its corner or, where it is too small for one, a line
 * through it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-heatmap-cell.h"

#include "chart/ts-chart-number.h"

/* In units: the least width in which a filled share can be told; the least height of a cell with an edge, and of one
 * with anything inside. */
#define LEAST_SHARE_WIDTH 5.0
#define LEAST_EDGE        4.0
#define LEAST_INSIDE      7.0

#define STATED_RADIUS 2.25
#define LENT_RADIUS   3.5

typedef struct
{
  const TsHeatmapGrid *grid;
  const TsChartOptions *options;
  TsSceneBuilder *builder;
  const TsHeatmapCell *cell;
  const TsChartLevels *levels;
  TsChartRectangle area;
  gboolean whole;
} Cell;

static gboolean
text_fits (const Cell    *self,
           const char    *text,
           TsChartWeight  weight)
{
  const TsBandAxis *band = &self->grid->band;
  TsTextExtents extents;

  if (!self->whole || self->area.height < band->line_height - 0.01)
    return FALSE;

  ts_text_measurer_measure (self->options->measurer, text, band->text_size, weight, &extents);

  return extents.width <= self->area.width - 2 * band->unit;
}

static void
add_text (const Cell        *self,
          const char        *text,
          const TsTextStyle *style)
{
  const TsBandAxis *band = &self->grid->band;

  ts_scene_builder_add_text (self->builder, TS_SCENE_PART_SERIES, style, text,
                             self->area.x + self->area.width / 2,
                             self->area.y + (self->area.height - band->line_height) / 2 +
                               band->ascent,
                             TS_CHART_ANCHOR_CENTRE, 0);
}

static double
edge_width (const Cell *self)
{
  return self->area.height >= LEAST_EDGE * self->grid->band.unit ? self->grid->band.unit : 0;
}

static void
add_level (const Cell *self)
{
  const TsBandAxis *band = &self->grid->band;
  TsChartRole role = ts_chart_levels_get_role (self->levels, self->cell->value);
  g_autofree char *sign = ts_chart_levels_sign (self->levels, self->cell->value);
  const TsTextStyle style = { .size = band->text_size, .role = role, .on_area = TRUE };
  gboolean signed_cell = text_fits (self, sign, TS_CHART_WEIGHT_NORMAL);
  TsChartPaint paint = {
    .fill = TS_CHART_FILL_SOLID,
    .fill_role = role,
    .stroke_role = TS_CHART_ROLE_GRID,
    .stroke_width = edge_width (self),
  };
  TsChartRectangle filled = self->area;

  /* A cell of which only a slice is seen is as it would be if it were seen whole. */
  if (self->whole && !signed_cell && self->area.width >= LEAST_SHARE_WIDTH * band->unit)
    filled.width *= self->cell->value / ts_chart_levels_get_n (self->levels);

  ts_scene_builder_add_rectangle (self->builder, TS_SCENE_PART_SERIES, &paint, &filled, 0);
  if (signed_cell)
    add_text (self, sign, &style);
}

static void
add_stated (const Cell *self)
{
  double unit = self->grid->band.unit;
  const TsChartPaint paint = {
    .fill = TS_CHART_FILL_SOLID,
    .fill_role = TS_CHART_ROLE_FOREGROUND,
    .stroke_role = TS_CHART_ROLE_BACKGROUND,
    .stroke_width = unit,
  };

  if (self->whole && self->area.height >= LEAST_INSIDE * 2 * unit &&
      self->area.width >= LEAST_INSIDE * 2 * unit)
    ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_NOTE, &paint,
                                 TS_CHART_MARKER_CIRCLE,
                                 self->area.x + self->area.width - STATED_RADIUS * 1.8 * unit,
                                 self->area.y + STATED_RADIUS * 1.8 * unit, STATED_RADIUS * unit);
}

static void
add_lent (const Cell *self)
{
  double unit = self->grid->band.unit;
  const TsChartPaint paint = {
    .fill = TS_CHART_FILL_SOLID,
    .fill_role = TS_CHART_ROLE_FOREGROUND,
    .stroke_role = TS_CHART_ROLE_BACKGROUND,
    .stroke_width = unit,
  };
  const TsChartPaint stroke = { .stroke_role = TS_CHART_ROLE_FOREGROUND, .stroke_width = unit };
  double middle = self->area.y + self->area.height / 2;
  const TsChartPoint line[] = { { self->area.x, middle }, { self->area.x + self->area.width, middle } };

  if (self->whole && self->area.height >= LEAST_INSIDE * 2 * unit &&
      self->area.width >= LEAST_INSIDE * 2 * unit)
    ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_NOTE, &paint, TS_CHART_MARKER_TRIANGLE,
                                 self->area.x + LENT_RADIUS * 1.5 * unit,
                                 self->area.y + self->area.height - LENT_RADIUS * 1.4 * unit,
                                 LENT_RADIUS * unit);
  else if (self->area.height >= LEAST_EDGE * unit)
    ts_scene_builder_add_line (self->builder, TS_SCENE_PART_NOTE, &stroke, line, 2);
}

static void
add_number (const Cell *self,
            guint       column)
{
  g_autofree char *text = ts_chart_number_text (self->cell->value, self->grid->decimals[column]);
  const TsTextStyle style = {
    .size = self->grid->band.text_size,
    .weight = TS_CHART_WEIGHT_BOLD,
    .role = TS_CHART_ROLE_FOREGROUND,
  };

  if (text_fits (self, text, style.weight))
    add_text (self, text, &style);
}

static void
add_incomplete (const Cell *self)
{
  const TsBandAxis *band = &self->grid->band;
  g_autofree char *share = self->cell->n_wanted > 0
                             ? g_strdup_printf ("%u/%u", self->cell->n_rated, self->cell->n_wanted)
                             : g_strdup ("…");
  const TsTextStyle style = {
    .size = band->text_size,
    .role = TS_CHART_ROLE_DIM,
    .direction = TS_TEXT_DIRECTION_LTR
  };
  double inset = MIN (band->unit * 2.5, MIN (self->area.width, self->area.height) / 4);
  const TsChartRectangle inside = {
    self->area.x + inset, self->area.y + inset, self->area.width - 2 * inset,
    self->area.height - 2 * inset
  };
  const TsChartPaint paint = {
    .stroke_role = TS_CHART_ROLE_DIM,
    .stroke_width = band->unit,
    .dash = TS_CHART_DASH_DASHED,
  };

  if (inside.width <= 0 || inside.height <= 0)
    return;

  ts_scene_builder_add_rectangle (self->builder, TS_SCENE_PART_MISSING, &paint, &inside, 0);
  if (text_fits (self, share, TS_CHART_WEIGHT_NORMAL))
    add_text (self, share, &style);
  else if (text_fits (self, "…", TS_CHART_WEIGHT_NORMAL))
    add_text (self, "…", &style);
}

static void
add_missing (const Cell *self)
{
  const TsChartPaint paint = {
    .fill = TS_CHART_FILL_HATCH,
    .fill_role = TS_CHART_ROLE_AXIS,
    .stroke_role = TS_CHART_ROLE_GRID,
    .stroke_width = edge_width (self),
  };

  ts_scene_builder_add_rectangle (self->builder, TS_SCENE_PART_MISSING, &paint, &self->area, 0);
}

/**
 * ts_heatmap_cell_add:
 * @grid: a grid whose rows have their place
 * @options: the options that it was made for
 * @builder: a builder, to which what can be seen of the cell is added
 * @row: a row
 * @column: a column
 */
void
ts_heatmap_cell_add (const TsHeatmapGrid  *grid,
                     const TsChartOptions *options,
                     TsSceneBuilder       *builder,
                     guint                 row,
                     guint                 column)
{
  Cell self = {
    .grid = grid,
    .options = options,
    .builder = builder,
    .cell = ts_heatmap_data_get_cell (grid->data, row, column),
    .levels = ts_heatmap_data_get_levels (grid->data, column),
    .area = ts_heatmap_grid_get_cell (grid, row, column),
  };

  self.whole = ts_heatmap_grid_clip (grid, &self.area);
  if (self.area.width <= 0 || self.area.height <= 0)
    return;

  switch (self.cell->state)
    {
    case TS_HEATMAP_STATE_VALUE:
      if (self.levels != NULL)
        add_level (&self);
      else
        add_number (&self, column);
      if (self.cell->stated)
        add_stated (&self);
      if (self.cell->lent)
        add_lent (&self);
      break;

    case TS_HEATMAP_STATE_INCOMPLETE:
      add_incomplete (&self);
      break;

    case TS_HEATMAP_STATE_MISSING:
    default:
      add_missing (&self);
      break;
    }
}
