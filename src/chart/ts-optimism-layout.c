/* ts-optimism-layout.c
 *
 * Lays an optimism chart out: in each row a bar from zero to the gap, with a circle at its end where an organisation judged
 * itself higher than others did, and a square where lower. A row in which one judgement is missing is hatched.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-optimism-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-band-axis.h"
#include "chart/ts-chart-frame.h"
#include "chart/ts-chart-kind-private.h"
#include "chart/ts-chart-number.h"
#include "chart/ts-value-axis.h"

#define NATURAL_ROW 20.0
#define MOST_BAR    5.0
#define BAR_SHARE   0.5
#define MARK_RADIUS 5.0
#define LEAST_MARK  7.0
#define RING        9.0

typedef enum
{
  STYLE_ABOVE,
  STYLE_BELOW,
  STYLE_SAME,
  STYLE_MIDDLE,
  STYLE_MISSING,
} Style;

#define N_STYLES (STYLE_MISSING + 1)

/* Neither way is good or bad: the colours say only which. */
static const TsLegendEntry styles[N_STYLES] = {
  [STYLE_ABOVE] = {
    .role = TS_CHART_ROLE_SERIES_2,
    .stroke_width = 3,
    .marker = TS_CHART_MARKER_CIRCLE,
    .marker_radius = 5,
    .marker_fill = TS_CHART_FILL_SOLID,
  },
  [STYLE_BELOW] = {
    .role = TS_CHART_ROLE_SERIES_1,
    .stroke_width = 3,
    .marker = TS_CHART_MARKER_SQUARE,
    .marker_radius = 5.5,
  },
  [STYLE_SAME] = {
    .role = TS_CHART_ROLE_SERIES_4,
    .marker = TS_CHART_MARKER_DIAMOND,
    .marker_radius = 5,
    .marker_fill = TS_CHART_FILL_SOLID,
  },
  [STYLE_MIDDLE] = {
    .role = TS_CHART_ROLE_FOREGROUND,
    .stroke_width = 1.5,
    .dash = TS_CHART_DASH_DASHED,
  },
  [STYLE_MISSING] = {
    .role = TS_CHART_ROLE_AXIS,
    .marker = TS_CHART_MARKER_SQUARE,
    .marker_radius = 9,
    .marker_fill = TS_CHART_FILL_HATCH,
  },
};

typedef struct
{
  const TsOptimismData *data;
  const TsChartOptions *options;
  TsSceneBuilder *builder;
  TsBandAxis band;
  TsValueAxis axis;
  double end_x;
  double foot_height;
} Optimism;

static const TsChartSubject *
get_row (gconstpointer data,
         guint         row)
{
  return ts_optimism_data_get_row (data, row);
}

/* The number alone: the axis says what it counts. */
static char *
end_text (const TsOptimismData *data,
          guint                 row)
{
  double gap;

  if (!ts_optimism_data_get_gap (data, row, &gap))
    return g_strdup ("–");

  return ts_chart_number_signed (gap, MIN (ts_chart_number_decimals (gap, gap), 1), "");
}

static void
init_columns (Optimism             *self,
              const TsOptimismData *data,
              const TsChartOptions *options,
              double                x,
              double                width)
{
  double low, high, ends = 0;

  self->data = data;
  self->options = options;
  ts_band_axis_init (&self->band, options, data, get_row, ts_optimism_data_get_n_rows (data), x,
                     width);
  ts_optimism_data_get_range (data, &low, &high);
  for (guint i = 0; i < 2; i++)
    {
      double value = i == 0 ? low : high;
      g_autofree char *text = ts_chart_number_signed (round (value) + copysign (0.5, value), 1, "");

      ends = MAX (ends, ts_text_measurer_measure_digits (options->measurer, text, self->band.text_size, TS_CHART_WEIGHT_NORMAL));
    }
  self->end_x = ts_band_axis_take_end (&self->band, ends);
  ts_value_axis_init (&self->axis, options, low, high, FALSE, self->band.plot_width);
  self->foot_height = ts_value_axis_get_thickness (&self->axis) + self->axis.line_height;
}

static Style
row_style (double gap)
{
  return gap > 0 ? STYLE_ABOVE : gap < 0 ? STYLE_BELOW
                                         : STYLE_SAME;
}

static void
add_missing (const Optimism *self,
             guint           row)
{
  ts_band_axis_add_missing (&self->band, self->builder, row, self->band.plot_x, self->band.plot_width);
}

static void
add_gap (const Optimism *self,
         guint           row,
         double          gap)
{
  const TsBandAxis *band = &self->band;
  TsLegendEntry style = styles[row_style (gap)];
  double zero = ts_value_axis_get_position (&self->axis, 0);
  double x = ts_value_axis_get_position (&self->axis, gap);
  double y = ts_band_axis_get_y (band, row);
  double height = MIN (MOST_BAR * band->unit, band->pitch * BAR_SHARE);
  const TsChartRectangle bar = { MIN (zero, x), y - height / 2, fabs (x - zero), height };
  TsChartPaint paint = { .fill = TS_CHART_FILL_SOLID, .fill_role = style.role };

  if (bar.width > 0)
    ts_scene_builder_add_rectangle (self->builder, TS_SCENE_PART_SERIES, &paint, &bar, 0);
  if (band->pitch < LEAST_MARK * band->unit && gap != 0)
    return;

  style.marker_radius = MIN (style.marker_radius * band->unit, band->pitch * 0.45);
  ts_chart_frame_marker_paint (&style, &paint);
  ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_SERIES, &paint, style.marker, x, y,
                               style.marker_radius);
}

static void
add_row (const Optimism *self,
         guint           row)
{
  const TsBandAxis *band = &self->band;
  g_autofree char *title = ts_chart_subject_title (get_row (self->data, row));
  g_autofree char *text = ts_optimism_data_row_text (self->data, row);
  g_autofree char *end = end_text (self->data, row);
  const TsChartRectangle area = ts_band_axis_get_row_area (band, row);
  double x = ts_value_axis_get_position (&self->axis, 0);
  double gap;
  guint stop;

  if (ts_optimism_data_get_gap (self->data, row, &gap))
    {
      x = ts_value_axis_get_position (&self->axis, gap);
      add_gap (self, row, gap);
    }
  else
    {
      add_missing (self, row);
    }

  if (self->end_x > 0)
    ts_band_axis_add_end (band, self->builder, row, self->end_x, end);
  stop = ts_scene_builder_add_stop (self->builder, row, title, text, x,
                                    ts_band_axis_get_y (band, row), RING * band->unit);
  ts_scene_builder_add_region (self->builder, stop, &area);
}

static void
add_middle (const Optimism *self)
{
  const TsBandAxis *band = &self->band;
  const TsLegendEntry *style = &styles[STYLE_MIDDLE];
  const TsChartPaint paint = {
    .stroke_role = style->role,
    .stroke_width = style->stroke_width * band->unit,
    .dash = style->dash
  };
  double middle, x;
  TsChartPoint line[2];

  if (!ts_optimism_data_get_middle (self->data, &middle))
    return;
  x = ts_value_axis_get_position (&self->axis, middle);
  line[0] = (TsChartPoint) { x, band->area.y };
  line[1] = (TsChartPoint) { x, band->area.y + band->area.height };
  ts_scene_builder_add_line (self->builder, TS_SCENE_PART_NOTE, &paint, line, 2);
}

static void
add_foot (const Optimism *self)
{
  const TsBandAxis *band = &self->band;
  double foot = band->area.y + band->area.height;
  g_autofree char *own = g_strdup (ts_optimism_data_get_own_name (self->data));
  /* Translators: a difference, as in "Self-assessment minus Panel". */
  g_autofree char *name = g_strdup_printf (_("%s minus %s"), own,
                                           ts_optimism_data_get_other_name (self->data));
  const char *unit = ts_optimism_data_get_unit (self->data);
  g_autofree char *title = ts_value_axis_title (name, *unit != '\0' ? unit : _("levels"));

  ts_value_axis_add_labels (&self->axis, self->builder, self->options, foot);
  ts_value_axis_add_title (&self->axis, self->builder, title, band->plot_x, band->plot_width,
                           foot + ts_value_axis_get_thickness (&self->axis));
}

static void
add_optimism (TsSceneBuilder         *builder,
              gconstpointer           data,
              const TsChartOptions   *options,
              const TsChartRectangle *area)
{
  Optimism self = { .builder = builder };
  TsBandAxis *band = &self.band;
  double inset;

  init_columns (&self, data, options, area->x, area->width);
  if (area->height < self.foot_height + band->line_height)
    self.foot_height = 0;
  ts_band_axis_set_rows (band, area->y, area->height - self.foot_height,
                         ts_band_axis_get_natural_pitch (band, NATURAL_ROW));
  if (band->pitch <= 0 || band->plot_width < 24 * band->unit)
    return;

  inset = MIN ((MARK_RADIUS + 2) * band->unit, band->plot_width / 4);
  ts_value_axis_place (&self.axis, band->plot_x + inset, band->plot_x + band->plot_width - inset);
  ts_value_axis_add_lines (&self.axis, builder, band->area.y, band->area.y + band->area.height);
  ts_band_axis_add_lines (band, builder);
  ts_band_axis_add_labels (band, builder);
  if (self.foot_height > 0)
    add_foot (&self);
  for (guint row = 0; row < band->n_rows; row++)
    add_row (&self, row);
  add_middle (&self);
}

/* Names what there is in the chart, and nothing else. */
static guint
make_legend (const TsOptimismData *data,
             const TsChartOptions *options,
             TsLegendEntry        *entries)
{
  const char *const labels[N_STYLES] = {
    [STYLE_ABOVE] = _("Put themselves higher"),
    [STYLE_BELOW] = _("Put themselves lower"),
    [STYLE_SAME] = _("The same"),
    [STYLE_MIDDLE] = _("Median"),
    [STYLE_MISSING] = _("One is missing"),
  };
  double unit = ts_chart_options_unit (options);
  gboolean present[N_STYLES] = { FALSE };
  guint n_entries = 0;
  double gap;

  for (guint row = 0; row < ts_optimism_data_get_n_rows (data); row++)
    {
      gboolean both = ts_optimism_data_get_gap (data, row, &gap);

      present[both ? row_style (gap) : STYLE_MISSING] = TRUE;
      present[STYLE_MIDDLE] = present[STYLE_MIDDLE] || both;
    }

  for (guint style = 0; style < N_STYLES; style++)
    if (present[style])
      {
        entries[n_entries] = styles[style];
        entries[n_entries].stroke_width *= unit;
        entries[n_entries].marker_radius *= unit;
        entries[n_entries++].label = (char *) labels[style];
      }

  return n_entries;
}

/**
 * ts_optimism_layout:
 * @data: data of an optimism chart
 * @options: the place
 *
 * Returns: (transfer full): the scene, with a stop for each row
 */
TsScene *
ts_optimism_layout (const TsOptimismData *data,
                    const TsChartOptions *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[N_STYLES];
  TsScene *scene;
  guint n_entries;
  double low, high;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  finding = ts_optimism_data_describe (data);
  n_entries = make_legend (data, options, entries);
  scene = ts_chart_frame_fill (options, ts_optimism_data_get_title (data), finding, entries, n_entries,
                               !ts_optimism_data_get_range (data, &low, &high), add_optimism, data);

  return scene;
}

/**
 * ts_optimism_get_natural_height:
 * @data: data of an optimism chart
 * @options: the place; its height is not looked at
 *
 * Returns: the height at which every row has the room it wants
 */
double
ts_optimism_get_natural_height (const TsOptimismData *data,
                                const TsChartOptions *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[N_STYLES];
  Optimism self = { 0 };
  TsChartRectangle content = ts_chart_frame_get_content (options);
  guint n_entries;

  g_return_val_if_fail (data != NULL, 0);
  g_return_val_if_fail (options != NULL, 0);

  finding = ts_optimism_data_describe (data);
  n_entries = make_legend (data, options, entries);
  init_columns (&self, data, options, content.x, content.width);

  return ts_chart_frame_get_natural_height (options, ts_optimism_data_get_title (data), finding,
                                            entries, n_entries, TS_LEGEND_PLACE_BELOW,
                                            ts_band_axis_get_natural_pitch (&self.band,
                                                                            NATURAL_ROW) *
                                                self.band.n_rows +
                                              self.foot_height);
}

TS_DEFINE_CHART_HEIGHT (optimism, TsOptimismData)

TS_DEFINE_CHART_KIND (optimism, "optimism", TsOptimismData, optimism_get_natural_height);

/**
 * ts_chart_new_optimism:
 * @data: (transfer none): what it shows
 *
 * Returns: (transfer full): an optimism chart
 */
TsChart *
ts_chart_new_optimism (TsOptimismData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return ts_chart_new (&optimism_kind, ts_optimism_data_ref (data));
}
