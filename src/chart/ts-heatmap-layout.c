/* ts-heatmap-layout.c
 *
 * Lays a heat map out. The id of a stop is its row times the number of columns, plus its column, in all of the data
 * whatever part of it is shown: a cursor keeps its cell while rows are scrolled.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-heatmap-layout.h"

#include <glib/gi18n-lib.h>

#include "chart/ts-chart-frame.h"
#include "chart/ts-chart-kind-private.h"
#include "chart/ts-heatmap-cell.h"
#include "chart/ts-heatmap-key.h"

#define LEGEND_RADIUS 9.0
#define LEAST_RING    5.0
#define LEAST_PICKED  8.0

/* Levels of so many different scales are named in the legend. */
#define MOST_SCALES 2
#define MOST_LEGEND (MOST_SCALES * TS_CHART_LEVELS_MOST + 4)

typedef struct
{
  TsLegendEntry entries[MOST_LEGEND];
  guint n_entries;
} Legend;

struct _TsHeatmapWindow
{
  TsHeatmapData *data;
  TsChartOptions options;
  TsHeatmapGrid grid;
  TsHeatmapKey key;
  TsChartRectangle area; /* without the key */
  Legend legend;
  char *finding;
};

static void
legend_add (Legend        *self,
            char          *label,
            TsChartRole    role,
            TsChartMarker  marker,
            double         radius,
            TsChartFill    fill)
{
  self->entries[self->n_entries++] = (TsLegendEntry) {
    .label = label,
    .role = role,
    .marker = marker,
    .marker_radius = radius,
    .marker_fill = fill,
  };
}

static void
find_states (const TsHeatmapData *data,
             gboolean            *missing,
             gboolean            *incomplete,
             gboolean            *stated,
             gboolean            *lent)
{
  *missing = *incomplete = *stated = *lent = FALSE;

  for (guint row = 0; row < ts_heatmap_data_get_n_rows (data); row++)
    for (guint column = 0; column < ts_heatmap_data_get_n_columns (data); column++)
      {
        const TsHeatmapCell *cell = ts_heatmap_data_get_cell (data, row, column);

        *missing = *missing || cell->state == TS_HEATMAP_STATE_MISSING;
        *incomplete = *incomplete || cell->state == TS_HEATMAP_STATE_INCOMPLETE;
        *stated = *stated || cell->stated;
        *lent = *lent || cell->lent;
      }
}

/* Columns may have their scale each for itself. */
static gboolean
is_same_scale (const TsChartLevels *a,
               const TsChartLevels *b)
{
  if (a == b)
    return TRUE;
  if (ts_chart_levels_get_n (a) != ts_chart_levels_get_n (b))
    return FALSE;

  for (guint level = 1; level <= ts_chart_levels_get_n (a); level++)
    {
      g_autofree char *first = ts_chart_levels_text (a, level);
      g_autofree char *second = ts_chart_levels_text (b, level);

      if (!g_str_equal (first, second) ||
          ts_chart_levels_get_role (a, level) != ts_chart_levels_get_role (b, level))
        return FALSE;
    }

  return TRUE;
}

static void
legend_init (Legend               *self,
             const TsHeatmapData  *data,
             const TsChartOptions *options)
{
  double unit = ts_chart_options_unit (options);
  const TsChartLevels *scales[MOST_SCALES];
  guint n_scales = 0;
  gboolean missing, incomplete, stated, lent;

  self->n_entries = 0;
  for (guint column = 0; column < ts_heatmap_data_get_n_columns (data) && n_scales < MOST_SCALES;
       column++)
    {
      const TsChartLevels *levels = ts_heatmap_data_get_levels (data, column);

      if (levels == NULL || (n_scales > 0 && is_same_scale (scales[0], levels)))
        continue;
      scales[n_scales++] = levels;
      for (guint level = 1; level <= ts_chart_levels_get_n (levels); level++)
        legend_add (self, ts_chart_levels_text (levels, level),
                    ts_chart_levels_get_role (levels, level), TS_CHART_MARKER_SQUARE,
                    LEGEND_RADIUS * unit, TS_CHART_FILL_SOLID);
    }

  find_states (data, &missing, &incomplete, &stated, &lent);
  if (incomplete)
    {
      legend_add (self, g_strdup (_("Too little rated")), TS_CHART_ROLE_DIM, TS_CHART_MARKER_SQUARE,
                  LEGEND_RADIUS * unit, TS_CHART_FILL_NONE);
      self->entries[self->n_entries - 1].dash = TS_CHART_DASH_DASHED;
    }
  if (missing)
    legend_add (self, g_strdup (_("Not rated")), TS_CHART_ROLE_AXIS, TS_CHART_MARKER_SQUARE,
                LEGEND_RADIUS * unit, TS_CHART_FILL_HATCH);
  if (stated)
    legend_add (self, g_strdup (_("Stated, not rolled up")), TS_CHART_ROLE_FOREGROUND,
                TS_CHART_MARKER_CIRCLE, LEGEND_RADIUS * unit / 3, TS_CHART_FILL_SOLID);
  if (lent)
    legend_add (self, g_strdup (_("From predecessors")), TS_CHART_ROLE_FOREGROUND,
                TS_CHART_MARKER_TRIANGLE, LEGEND_RADIUS * unit / 2, TS_CHART_FILL_SOLID);
}

static void
legend_clear (Legend *self)
{
  for (guint i = 0; i < self->n_entries; i++)
    g_free (self->entries[i].label);
  self->n_entries = 0;
}

static void
add_stop (const TsHeatmapGrid *grid,
          TsSceneBuilder      *builder,
          guint                row,
          guint                column)
{
  TsChartRectangle area = ts_heatmap_grid_get_cell (grid, row, column);
  g_autofree char *organisation = ts_chart_subject_title (ts_heatmap_data_get_row (grid->data, row));
  g_autofree char *competency =
    ts_chart_subject_title (ts_heatmap_data_get_column (grid->data, column));
  g_autofree char *text = ts_heatmap_data_cell_text (grid->data, row, column);
  g_autofree char *label = NULL;
  guint stop;

  ts_heatmap_grid_clip (grid, &area);
  if (area.width <= 0 || area.height <= 0)
    return;

  /* Translators: a cell of a table: the organisation and the competency, as in "5N1 Leeds, 7 Stimulate the market". */
  label = g_strdup_printf (_("%s, %s"), organisation, competency);
  stop = ts_scene_builder_add_stop (builder,
                                    row * ts_heatmap_data_get_n_columns (grid->data) + column,
                                    label, text, area.x + area.width / 2, area.y + area.height / 2,
                                    MAX (MIN (area.width, area.height) / 2,
                                         LEAST_RING * grid->band.unit));
  ts_scene_builder_add_region (builder, stop, &area);
}

/* A wash behind the label and an edge around the cells. */
static void
add_picked (const TsHeatmapGrid *grid,
            TsSceneBuilder      *builder,
            guint                row,
            gboolean             behind)
{
  double end = grid->columns_x[ts_heatmap_data_get_n_columns (grid->data)];
  const TsChartPaint wash = { .fill = TS_CHART_FILL_WASH, .fill_role = TS_CHART_ROLE_HIGHLIGHT };
  const TsChartPaint edge = {
    .stroke_role = TS_CHART_ROLE_HIGHLIGHT,
    .stroke_width = grid->band.unit * 2
  };
  TsChartRectangle area = ts_band_axis_get_row_area (&grid->band, row);

  if (!ts_heatmap_data_get_row (grid->data, row)->highlighted)
    return;
  /* Around low rows there would be more edge than row. */
  if (grid->band.pitch < LEAST_PICKED * grid->band.unit)
    return;

  area.width = (behind ? grid->band.plot_x : end) - area.x;
  ts_heatmap_grid_clip (grid, &area);
  if (area.height > 0 && area.width > 0)
    ts_scene_builder_add_rectangle (builder, TS_SCENE_PART_GRID, behind ? &wash : &edge, &area, 0);
}

static void
add_rows (const TsHeatmapGrid  *grid,
          const TsChartOptions *options,
          TsSceneBuilder       *builder)
{
  guint n_columns = ts_heatmap_data_get_n_columns (grid->data);
  guint first, last;

  if (!ts_heatmap_grid_get_visible (grid, &first, &last))
    return;

  for (guint row = first; row <= last; row++)
    {
      add_picked (grid, builder, row, TRUE);
      for (guint column = 0; column < n_columns; column++)
        {
          ts_heatmap_cell_add (grid, options, builder, row, column);
          add_stop (grid, builder, row, column);
        }
    }
  for (guint row = first; row <= last; row++)
    add_picked (grid, builder, row, FALSE);
}

static TsSceneBuilder *
begin (const TsHeatmapData  *data,
       const TsChartOptions *options,
       const char           *finding,
       const Legend         *legend,
       TsChartRectangle     *area)
{
  TsSceneBuilder *builder =
    ts_scene_builder_new (options, ts_heatmap_data_get_title (data), finding);

  *area = ts_chart_frame_layout (builder, options, ts_heatmap_data_get_title (data), finding,
                                 legend->entries, legend->n_entries, TS_LEGEND_PLACE_BELOW);

  return builder;
}

static gboolean
is_empty (const TsHeatmapData *data)
{
  return ts_heatmap_data_get_n_rows (data) == 0 || ts_heatmap_data_get_n_columns (data) == 0;
}

/**
 * ts_heatmap_window_new:
 * @data: (transfer none): what is shown
 * @options: the place; its height is that of the window
 *
 * Returns: (transfer full): a window for that place
 */
TsHeatmapWindow *
ts_heatmap_window_new (TsHeatmapData        *data,
                       const TsChartOptions *options)
{
  TsHeatmapWindow *self;
  g_autoptr (TsSceneBuilder) builder = NULL;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_new0 (TsHeatmapWindow, 1);
  self->data = ts_heatmap_data_ref (data);
  self->options = *options;
  ts_text_measurer_ref (self->options.measurer);
  self->finding = ts_heatmap_data_describe (data);
  legend_init (&self->legend, data, options);

  builder = begin (data, options, self->finding, &self->legend, &self->area);
  if (!is_empty (data))
    {
      ts_heatmap_grid_init (&self->grid, data, options, self->area.x, self->area.width);
      ts_heatmap_key_init (&self->key, &self->grid, options, self->area.width);
      ts_heatmap_key_add (&self->key, builder, &self->area);
    }

  return self;
}

/**
 * ts_heatmap_window_free:
 * @self: (transfer full): a window
 */
void
ts_heatmap_window_free (TsHeatmapWindow *self)
{
  ts_heatmap_grid_clear (&self->grid);
  legend_clear (&self->legend);
  g_free (self->finding);
  ts_text_measurer_unref (self->options.measurer);
  ts_heatmap_data_unref (self->data);
  g_free (self);
}

/**
 * ts_heatmap_window_get_row_step:
 * @self: a window
 *
 * Returns: the height of a row
 */
double
ts_heatmap_window_get_row_step (const TsHeatmapWindow *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (is_empty (self->data))
    return 0;

  return (ts_heatmap_grid_get_natural_height (&self->grid) - self->grid.header_height) /
         self->grid.band.n_rows;
}

/**
 * ts_heatmap_window_get_page:
 * @self: a window
 *
 * Returns: the height of what is seen of the rows
 */
double
ts_heatmap_window_get_page (const TsHeatmapWindow *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return MAX (self->area.height - self->grid.header_height, 0);
}

/**
 * ts_heatmap_window_get_range:
 * @self: a window
 *
 * Returns: how far rows can be scrolled; 0 if all are seen
 */
double
ts_heatmap_window_get_range (const TsHeatmapWindow *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (is_empty (self->data))
    return 0;

  return MAX (ts_heatmap_grid_get_natural_height (&self->grid) - self->area.height, 0);
}

/**
 * ts_heatmap_window_show_row:
 * @self: a window
 * @offset: how far its rows are scrolled up
 * @row: a row
 *
 * Returns: the nearest offset at which all of @row is seen
 */
double
ts_heatmap_window_show_row (const TsHeatmapWindow *self,
                            double                 offset,
                            guint                  row)
{
  double step, top;

  g_return_val_if_fail (self != NULL, 0);

  step = ts_heatmap_window_get_row_step (self);
  top = step * row;
  offset = MIN (offset, top);
  offset = MAX (offset, top + step - ts_heatmap_window_get_page (self));

  return CLAMP (offset, 0, ts_heatmap_window_get_range (self));
}

/**
 * ts_heatmap_window_get_column_at:
 * @self: a window
 * @x: horizontal position on its scene
 * @y: vertical position
 *
 * Returns: the column whose header is there; -1 for none
 */
int
ts_heatmap_window_get_column_at (const TsHeatmapWindow *self,
                                 double                 x,
                                 double                 y)
{
  g_return_val_if_fail (self != NULL, -1);

  if (is_empty (self->data) || y < self->area.y || y >= self->area.y + self->grid.header_height)
    return -1;
  if (self->options.direction == TS_CHART_DIRECTION_RTL)
    x = self->options.width - x;

  for (guint column = 0; column < ts_heatmap_data_get_n_columns (self->data); column++)
    if (x >= self->grid.columns_x[column] && x < self->grid.columns_x[column + 1])
      return (int) column;

  return -1;
}

/**
 * ts_heatmap_window_layout:
 * @self: a window
 * @offset: how far its rows are scrolled up, from 0 to ts_heatmap_window_get_range()
 *
 * Returns: (transfer full): what is seen, with a stop for each cell of it
 */
TsScene *
ts_heatmap_window_layout (const TsHeatmapWindow *self,
                          double                 offset)
{
  TsSceneBuilder *builder;
  TsChartRectangle area;
  TsHeatmapGrid grid;

  g_return_val_if_fail (self != NULL, NULL);

  builder = begin (self->data, &self->options, self->finding, &self->legend, &area);
  if (is_empty (self->data))
    {
      ts_chart_frame_message (builder, &self->options, &area, self->finding);
      return ts_scene_builder_end (builder);
    }

  /* The columns stay with the window. */
  grid = self->grid;
  ts_heatmap_key_add (&self->key, builder, &area);
  ts_heatmap_grid_scroll (&grid, area.y, area.height,
                          CLAMP (offset, 0, ts_heatmap_window_get_range (self)));
  add_rows (&grid, &self->options, builder);
  ts_heatmap_grid_add (&grid, &self->options, builder);

  return ts_scene_builder_end (builder);
}

/**
 * ts_heatmap_layout:
 * @data: data of a heat map
 * @options: the place
 *
 * Lays all rows out, as low as they must be for that.
 *
 * Returns: (transfer full): the scene, with a stop for each cell
 */
TsScene *
ts_heatmap_layout (const TsHeatmapData  *data,
                   const TsChartOptions *options)
{
  TsSceneBuilder *builder;
  g_autofree char *finding = NULL;
  TsChartRectangle area;
  TsHeatmapGrid grid;
  TsHeatmapKey key;
  Legend legend;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  finding = ts_heatmap_data_describe (data);
  legend_init (&legend, data, options);
  builder = begin (data, options, finding, &legend, &area);

  if (is_empty (data))
    {
      ts_chart_frame_message (builder, options, &area, finding);
    }
  else
    {
      ts_heatmap_grid_init (&grid, data, options, area.x, area.width);
      ts_heatmap_key_init (&key, &grid, options, area.width);
      ts_heatmap_key_add (&key, builder, &area);
      ts_heatmap_grid_fill (&grid, area.y, area.height);
      add_rows (&grid, options, builder);
      ts_heatmap_grid_add (&grid, options, builder);
      ts_heatmap_grid_clear (&grid);
    }
  legend_clear (&legend);

  return ts_scene_builder_end (builder);
}

/**
 * ts_heatmap_get_natural_height:
 * @data: data of a heat map
 * @options: the place; its height is not looked at
 *
 * Returns: the height at which every row has the room it wants
 */
double
ts_heatmap_get_natural_height (const TsHeatmapData  *data,
                               const TsChartOptions *options)
{
  g_autofree char *finding = NULL;
  double margin, content = 0, height;
  TsHeatmapGrid grid;
  TsHeatmapKey key;
  Legend legend;

  g_return_val_if_fail (data != NULL, 0);
  g_return_val_if_fail (options != NULL, 0);

  margin = MIN (options->margin, options->width / 10);
  if (!is_empty (data))
    {
      ts_heatmap_grid_init (&grid, data, options, margin, MAX (options->width - 2 * margin, 0));
      ts_heatmap_key_init (&key, &grid, options, MAX (options->width - 2 * margin, 0));
      content = ts_heatmap_grid_get_natural_height (&grid) + key.height;
      ts_heatmap_grid_clear (&grid);
    }

  finding = ts_heatmap_data_describe (data);
  legend_init (&legend, data, options);
  height = ts_chart_frame_get_natural_height (options, ts_heatmap_data_get_title (data), finding,
                                              legend.entries, legend.n_entries,
                                              TS_LEGEND_PLACE_BELOW, content);
  legend_clear (&legend);

  return height;
}

TS_DEFINE_CHART_HEIGHT (heatmap, TsHeatmapData)

TS_DEFINE_CHART_KIND (heatmap, "heatmap", TsHeatmapData, heatmap_get_natural_height);

/**
 * ts_chart_new_heatmap:
 * @data: (transfer none): what it shows
 *
 * Returns: (transfer full): a heat map
 */
TsChart *
ts_chart_new_heatmap (TsHeatmapData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return ts_chart_new (&heatmap_kind, ts_heatmap_data_ref (data));
}
