/* ts-gaps-layout.c
 *
 * Lays a gap chart out: a row for each competency or criterion, on it a filled circle at the level, a hollow diamond at
 * the target with a line between them, and below a small hollow square at last year's level.
 *
 * Where there is no level nothing stands for one: the row is hatched and its end says so.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-gaps-layout.h"

#include <glib/gi18n-lib.h>

#include "chart/ts-chart-frame.h"
#include "chart/ts-gaps-grid.h"

/* In units: the height and the width between levels that marks of full size need; smaller ones shrink. */
#define FULL_HEIGHT      30.0
#define FULL_WIDTH       20.0
#define LEAST_MARK_SHARE 0.15

/* In units of a mark: how far below and above the middle of a row its marks lie. */
#define PREVIOUS_BELOW 9.5
#define LEVEL_ABOVE    4.0

#define HATCH_HEIGHT  8.0
#define CURSOR_RADIUS 12.0

typedef enum
{
  STYLE_LEVEL,
  STYLE_TARGET,
  STYLE_PREVIOUS,
  STYLE_SHORT,
  STYLE_ABOVE,
} Style;

#define N_STYLES (STYLE_ABOVE + 1)

/* Each is told apart by colour, shape, dash, size and place. */
static const TsLegendEntry styles[N_STYLES] = {
  [STYLE_LEVEL] = {
    .role = TS_CHART_ROLE_SERIES_1,
    .marker = TS_CHART_MARKER_CIRCLE,
    .marker_radius = 4.25,
    .marker_fill = TS_CHART_FILL_SOLID,
  },
  [STYLE_TARGET] = {
    .role = TS_CHART_ROLE_SERIES_2,
    .marker = TS_CHART_MARKER_DIAMOND,
    .marker_radius = 9.5,
  },
  [STYLE_PREVIOUS] = {
    .role = TS_CHART_ROLE_SERIES_4,
    .marker = TS_CHART_MARKER_SQUARE,
    .marker_radius = 4,
  },
  [STYLE_SHORT] = {
    .role = TS_CHART_ROLE_NEGATIVE,
    .stroke_width = 2.25,
    .dash = TS_CHART_DASH_DASHED,
  },
  [STYLE_ABOVE] = {
    .role = TS_CHART_ROLE_POSITIVE,
    .stroke_width = 2.25,
    .dash = TS_CHART_DASH_SOLID,
  },
};

typedef struct
{
  const TsGapsData *data;
  TsSceneBuilder *builder;
  TsGapsGrid grid;
  double mark;
} Gaps;

static void
get_style (Style          style,
           double         mark,
           TsLegendEntry *entry)
{
  *entry = styles[style];
  entry->stroke_width *= mark;
  entry->marker_radius *= mark;
}

static double
level_x (const Gaps *self,
         double      level)
{
  return ts_gaps_grid_get_level_x (&self->grid, self->data, level);
}

static double
series_y (const Gaps   *self,
          TsGapsSeries  series,
          guint         row)
{
  return ts_gaps_grid_get_marks_y (&self->grid, row) +
         self->mark * (series == TS_GAPS_SERIES_PREVIOUS ? PREVIOUS_BELOW : -LEVEL_ABOVE);
}

static void
add_missing (const Gaps *self,
             guint       row)
{
  const TsChartPaint paint = { .fill = TS_CHART_FILL_HATCH, .fill_role = TS_CHART_ROLE_AXIS };
  double height = HATCH_HEIGHT * self->mark;
  double left = level_x (self, 1);
  const TsChartRectangle area = {
    left, series_y (self, TS_GAPS_SERIES_LEVEL, row) - height / 2,
    level_x (self, ts_gaps_data_get_n_levels (self->data)) - left, height
  };

  if (area.width > 0)
    ts_scene_builder_add_rectangle (self->builder, TS_SCENE_PART_MISSING, &paint, &area, 0);
}

static void
add_connector (const Gaps *self,
               guint       row)
{
  double y = series_y (self, TS_GAPS_SERIES_LEVEL, row);
  double level = 0, target = 0, gap;
  TsLegendEntry style;
  TsChartPaint paint;
  TsChartPoint line[2];

  if (!ts_gaps_data_get_gap (self->data, row, &gap) || gap == 0)
    return;

  ts_gaps_data_get_value (self->data, TS_GAPS_SERIES_LEVEL, row, &level);
  ts_gaps_data_get_value (self->data, TS_GAPS_SERIES_TARGET, row, &target);
  get_style (gap < 0 ? STYLE_SHORT : STYLE_ABOVE, self->mark, &style);
  paint = (TsChartPaint) {
    .stroke_role = style.role,
    .stroke_width = style.stroke_width,
    .dash = style.dash
  };
  line[0] = (TsChartPoint) { level_x (self, level), y };
  line[1] = (TsChartPoint) { level_x (self, target), y };
  ts_scene_builder_add_line (self->builder, TS_SCENE_PART_SERIES, &paint, line, 2);
}

/* From what the organisation says of itself to what others say of it. */
static void
add_judgement (const Gaps *self,
               guint       row)
{
  double y = series_y (self, TS_GAPS_SERIES_PREVIOUS, row);
  TsLegendEntry style;
  double own, other;
  TsChartPaint paint;
  TsChartPoint line[2];

  if (!ts_gaps_data_is_judged (self->data) ||
      !ts_gaps_data_get_value (self->data, TS_GAPS_SERIES_PREVIOUS, row, &own) ||
      !ts_gaps_data_get_value (self->data, TS_GAPS_SERIES_LEVEL, row, &other) || own == other)
    return;

  get_style (STYLE_PREVIOUS, self->mark, &style);
  paint = (TsChartPaint) { .stroke_role = style.role, .stroke_width = 1.5 * self->mark };
  line[0] = (TsChartPoint) { level_x (self, own), y };
  line[1] = (TsChartPoint) { level_x (self, other), y };
  ts_scene_builder_add_line (self->builder, TS_SCENE_PART_SERIES, &paint, line, 2);
}

static void
add_mark (const Gaps   *self,
          TsGapsSeries  series,
          guint         row)
{
  static const Style series_styles[TS_GAPS_N_SERIES] = {
    [TS_GAPS_SERIES_LEVEL] = STYLE_LEVEL,
    [TS_GAPS_SERIES_TARGET] = STYLE_TARGET,
    [TS_GAPS_SERIES_PREVIOUS] = STYLE_PREVIOUS,
  };
  TsLegendEntry style;
  TsChartPaint paint;
  double value;

  if (!ts_gaps_data_get_value (self->data, series, row, &value))
    return;

  get_style (series_styles[series], self->mark, &style);
  ts_chart_frame_marker_paint (&style, &paint);
  ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_SERIES, &paint, style.marker,
                               level_x (self, value), series_y (self, series, row),
                               style.marker_radius);
}

/* Where the cursor stands: on the level; else on the target, on last year's level, or in the middle of the row. */
static TsChartPoint
stop_point (const Gaps *self,
            guint       row)
{
  double value;

  for (TsGapsSeries series = TS_GAPS_SERIES_LEVEL; series < TS_GAPS_N_SERIES; series++)
    if (ts_gaps_data_get_value (self->data, series, row, &value))
      return (TsChartPoint) { level_x (self, value), series_y (self, series, row) };

  return (TsChartPoint) {
    self->grid.plot_x + self->grid.plot_width / 2, series_y (self, TS_GAPS_SERIES_LEVEL, row)
  };
}

static void
add_stop (const Gaps *self,
          guint       row)
{
  g_autofree char *name = ts_gaps_data_row_name (self->data, row);
  g_autofree char *text = ts_gaps_data_row_text (self->data, row);
  TsChartPoint at = stop_point (self, row);
  const TsChartRectangle area = {
    self->grid.area.x, self->grid.rows_y + self->grid.pitch * row, self->grid.area.width,
    self->grid.pitch
  };
  guint stop = ts_scene_builder_add_stop (self->builder, row, name, text, at.x, at.y,
                                          CURSOR_RADIUS * self->mark);

  ts_scene_builder_add_region (self->builder, stop, &area);
}

static void
add_gaps (TsSceneBuilder         *builder,
          const TsGapsData       *data,
          const TsChartOptions   *options,
          const TsChartRectangle *area)
{
  Gaps self = { .data = data, .builder = builder };
  double unit = ts_chart_options_unit (options);
  double column;

  if (!ts_gaps_grid_init (&self.grid, data, options, area))
    return;

  column = self.grid.plot_width / ts_gaps_data_get_n_levels (data);
  self.mark = unit * CLAMP (MIN (ts_gaps_grid_get_marks_height (&self.grid) / FULL_HEIGHT,
                                 column / FULL_WIDTH) /
                              unit,
                            LEAST_MARK_SHARE, 1);

  ts_gaps_grid_add (&self.grid, data, options, builder);
  for (guint row = 0; row < ts_gaps_data_get_n_rows (data); row++)
    {
      if (!ts_gaps_data_get_value (data, TS_GAPS_SERIES_LEVEL, row, NULL))
        add_missing (&self, row);
      add_connector (&self, row);
      add_judgement (&self, row);
      add_mark (&self, TS_GAPS_SERIES_PREVIOUS, row);
      add_mark (&self, TS_GAPS_SERIES_TARGET, row);
      add_mark (&self, TS_GAPS_SERIES_LEVEL, row);
      add_stop (&self, row);
    }
}

static gboolean
has_gap (const TsGapsData *data,
         gboolean          short_of_target)
{
  double gap;

  for (guint row = 0; row < ts_gaps_data_get_n_rows (data); row++)
    if (ts_gaps_data_get_gap (data, row, &gap) && (short_of_target ? gap < 0 : gap > 0))
      return TRUE;

  return FALSE;
}

/* Names what there is in the chart, and nothing else. */
static guint
make_legend (const TsGapsData     *data,
             const TsChartOptions *options,
             TsLegendEntry        *entries)
{
  const struct
  {
    Style style;
    gboolean present;
    const char *label;
  } candidates[] = {
    { STYLE_LEVEL, ts_gaps_data_count_values (data, TS_GAPS_SERIES_LEVEL) > 0, ts_gaps_data_get_series_name (data, TS_GAPS_SERIES_LEVEL) },
    { STYLE_TARGET, ts_gaps_data_count_values (data, TS_GAPS_SERIES_TARGET) > 0, ts_gaps_data_get_series_name (data, TS_GAPS_SERIES_TARGET) },
    { STYLE_PREVIOUS, ts_gaps_data_count_values (data, TS_GAPS_SERIES_PREVIOUS) > 0,
      ts_gaps_data_get_series_name (data, TS_GAPS_SERIES_PREVIOUS) },
    { STYLE_SHORT, has_gap (data, TRUE), _("Short of target") },
    { STYLE_ABOVE, has_gap (data, FALSE), _("Above target") },
  };
  guint n_entries = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (candidates[i].present)
      {
        get_style (candidates[i].style, ts_chart_options_unit (options), &entries[n_entries]);
        entries[n_entries++].label = (char *) candidates[i].label;
      }

  return n_entries;
}

/**
 * ts_gaps_layout:
 * @data: data of a gap chart
 * @options: the place
 *
 * Lays @data out in rows. All rows are there unless none are: a place too low for them stays empty.
 *
 * Returns: (transfer full): the scene, with a stop for each row
 */
TsScene *
ts_gaps_layout (const TsGapsData     *data,
                const TsChartOptions *options)
{
  TsSceneBuilder *builder;
  g_autofree char *finding = NULL;
  TsLegendEntry entries[N_STYLES];
  guint n_entries;
  TsChartRectangle area;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  finding = ts_gaps_data_describe (data);
  n_entries = make_legend (data, options, entries);
  builder = ts_scene_builder_new (options, ts_gaps_data_get_title (data), finding);
  area = ts_chart_frame_layout (builder, options, ts_gaps_data_get_title (data), finding, entries,
                                n_entries, TS_LEGEND_PLACE_BELOW);

  if (ts_gaps_data_get_n_rows (data) == 0)
    ts_chart_frame_message (builder, options, &area, finding);
  else
    add_gaps (builder, data, options, &area);

  return ts_scene_builder_end (builder);
}

/**
 * ts_gaps_get_natural_height:
 * @data: data of a gap chart
 * @options: the place; its height is not looked at
 *
 * Returns: the height at which every row of the chart has the room it wants
 */
double
ts_gaps_get_natural_height (const TsGapsData     *data,
                            const TsChartOptions *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[N_STYLES];
  guint n_entries;
  double margin, content;

  g_return_val_if_fail (data != NULL, 0);
  g_return_val_if_fail (options != NULL, 0);

  finding = ts_gaps_data_describe (data);
  n_entries = make_legend (data, options, entries);
  margin = MIN (options->margin, options->width / 10);
  content = ts_gaps_grid_get_natural_height (data, options, MAX (options->width - 2 * margin, 0));

  return ts_chart_frame_get_natural_height (options, ts_gaps_data_get_title (data), finding, entries,
                                            n_entries, TS_LEGEND_PLACE_BELOW, content);
}
