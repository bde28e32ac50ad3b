/* ts-severity-layout.c
 *
 * Lays severity out: for each reviewer a mark at the difference from the others and a line over its interval, around 0. Who
 * differs by more than chance makes has a shape and a colour of their own.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-severity-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-band-axis.h"
#include "chart/ts-chart-frame.h"
#include "chart/ts-chart-kind-private.h"
#include "chart/ts-chart-number.h"
#include "chart/ts-value-axis.h"

#define NATURAL_ROW 19.0
#define MARK_RADIUS 4.5
#define LEAST_MARK  1.2
#define RING        8.0
#define LEAST_PLOT  24.0
#define MOST_LEGEND 3

typedef struct
{
  const TsSeverityData *data;
  const TsChartOptions *options;
  TsSceneBuilder *builder;
  TsBandAxis band;
  TsValueAxis axis;
  double end_x;
  double header_height;
  double foot_height;
} Severity;

static const TsChartSubject *
get_row (gconstpointer data,
         guint         row)
{
  return ts_severity_data_get_row (data, row);
}

static char *
end_text (const TsSeverityData *data,
          guint                 row)
{
  const TsEstimate *it = &ts_severity_data_get_severity (data, row)->difference;

  return it->is_defined ? ts_chart_number_signed (it->value, 2, "") : g_strdup ("");
}

static void
init_columns (Severity             *self,
              const TsSeverityData *data,
              const TsChartOptions *options,
              double                x,
              double                width)
{
  double ends = 0, reach = ts_severity_data_get_reach (data);

  self->data = data;
  self->options = options;
  ts_band_axis_init (&self->band, options, data, get_row, ts_severity_data_get_n_rows (data), x, width);
  for (guint row = 0; row < self->band.n_rows; row++)
    {
      g_autofree char *text = end_text (data, row);
      TsTextExtents extents;

      ts_text_measurer_measure (options->measurer, text, self->band.text_size, TS_CHART_WEIGHT_NORMAL, &extents);
      ends = MAX (ends, extents.width);
    }
  self->end_x = ts_band_axis_take_end (&self->band, ends);
  ts_value_axis_init (&self->axis, options, -reach, reach, FALSE, self->band.plot_width);
  self->foot_height = ts_value_axis_get_thickness (&self->axis) + self->axis.line_height;
}

static double
value_x (const Severity *self,
         double          value)
{
  return ts_value_axis_get_position (&self->axis, value);
}

static void
add_scale (const Severity *self)
{
  const TsBandAxis *band = &self->band;
  const TsChartPaint paint = { .stroke_role = TS_CHART_ROLE_AXIS, .stroke_width = band->unit * 1.5 };
  double foot = band->area.y + band->area.height;
  const TsChartPoint line[] = { { value_x (self, 0), band->area.y }, { value_x (self, 0), foot } };

  ts_value_axis_add_lines (&self->axis, self->builder, band->area.y, foot);
  ts_scene_builder_add_line (self->builder, TS_SCENE_PART_GRID, &paint, line, 2);
  if (self->foot_height <= 0)
    return;
  ts_value_axis_add_labels (&self->axis, self->builder, self->options, foot);
  ts_value_axis_add_title (&self->axis, self->builder, _("Levels lower or higher than the others"), band->plot_x,
                           band->plot_width, foot + ts_value_axis_get_thickness (&self->axis));
}

static void
add_difference (const Severity   *self,
                guint             row,
                const TsEstimate *it)
{
  const TsBandAxis *band = &self->band;
  gboolean chance = ts_severity_data_is_chance (self->data, row);
  TsChartRole role = chance ? TS_CHART_ROLE_SERIES_1 : TS_CHART_ROLE_SERIES_2;
  double y = ts_band_axis_get_y (band, row);
  double radius = CLAMP (band->pitch * 0.4, LEAST_MARK * band->unit, MARK_RADIUS * band->unit);
  const TsChartPaint interval = {
    .stroke_role = role,
    .stroke_width = MIN (band->unit * (chance ? 1.75 : 2.5), MAX (band->pitch * 0.5, 0.1)),
  };
  const TsChartPaint mark = {
    .fill = TS_CHART_FILL_SOLID,
    .fill_role = role,
    .stroke_role = TS_CHART_ROLE_BACKGROUND,
    .stroke_width = radius * 0.2,
  };
  const TsChartPoint line[] = { { value_x (self, it->low), y }, { value_x (self, it->high), y } };

  if (it->has_interval)
    ts_scene_builder_add_line (self->builder, TS_SCENE_PART_SERIES, &interval, line, 2);
  ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_SERIES, &mark,
                               chance ? TS_CHART_MARKER_CIRCLE : TS_CHART_MARKER_DIAMOND, value_x (self, it->value), y,
                               radius * (chance ? 1 : 1.25));
}

static void
add_row (const Severity *self,
         guint           row)
{
  const TsBandAxis *band = &self->band;
  const TsSeverity *severity = ts_severity_data_get_severity (self->data, row);
  g_autofree char *title = ts_chart_subject_title (get_row (self->data, row));
  g_autofree char *text = ts_severity_data_row_text (self->data, row);
  g_autofree char *end = end_text (self->data, row);
  TsChartRectangle area = ts_band_axis_get_row_area (band, row);
  double x = band->plot_x + band->plot_width / 2, y = ts_band_axis_get_y (band, row);
  guint stop;

  if (severity->difference.is_defined)
    {
      x = value_x (self, severity->difference.value);
      add_difference (self, row, &severity->difference);
    }
  else
    {
      ts_band_axis_add_missing (band, self->builder, row, band->plot_x, band->plot_width);
    }

  if (self->end_x > 0 && *end != '\0')
    ts_band_axis_add_end (band, self->builder, row, self->end_x, end);

  stop = ts_scene_builder_add_stop (self->builder, row, title, text, x, y, RING * band->unit);
  ts_scene_builder_add_region (self->builder, stop, &area);
}

static void
add_rows (TsSceneBuilder         *builder,
          gconstpointer           data,
          const TsChartOptions   *options,
          const TsChartRectangle *area)
{
  Severity self = { .builder = builder };
  TsBandAxis *band = &self.band;
  double inset;

  init_columns (&self, data, options, area->x, area->width);
  if (area->height < self.foot_height + band->line_height)
    self.foot_height = 0;
  ts_band_axis_set_rows (band, area->y, area->height - self.foot_height,
                         ts_band_axis_get_natural_pitch (band, NATURAL_ROW));
  if (band->pitch <= 0 || band->plot_width < LEAST_PLOT * band->unit)
    return;

  inset = MIN ((MARK_RADIUS * 1.25 + 1) * band->unit, band->plot_width / 4);
  ts_value_axis_place (&self.axis, band->plot_x + inset, band->plot_x + band->plot_width - inset);
  ts_band_axis_add_lines (band, builder);
  add_scale (&self);
  ts_band_axis_add_labels (band, builder);
  for (guint row = 0; row < band->n_rows; row++)
    add_row (&self, row);
}

static gboolean
is_empty (const TsSeverityData *data)
{
  return ts_severity_data_get_reach (data) <= 0;
}

static guint
make_legend (const TsSeverityData *data,
             const TsChartOptions *options,
             TsLegendEntry        *entries)
{
  double unit = ts_chart_options_unit (options);
  guint n_entries = 0, n_chance = 0, n_beyond = 0, n_missing = 0;

  for (guint row = 0; row < ts_severity_data_get_n_rows (data); row++)
    {
      if (!ts_severity_data_get_severity (data, row)->difference.is_defined)
        n_missing++;
      else if (ts_severity_data_is_chance (data, row))
        n_chance++;
      else
        n_beyond++;
    }

  if (n_chance > 0)
    entries[n_entries++] = (TsLegendEntry) {
      .label = (char *) _("May be chance, with its 95% interval"),
      .role = TS_CHART_ROLE_SERIES_1,
      .stroke_width = 1.75 * unit,
      .marker = TS_CHART_MARKER_CIRCLE,
      .marker_radius = MARK_RADIUS * unit,
      .marker_fill = TS_CHART_FILL_SOLID,
    };
  if (n_beyond > 0)
    entries[n_entries++] = (TsLegendEntry) {
      .label = (char *) _("More than chance makes, with its 95% interval"),
      .role = TS_CHART_ROLE_SERIES_2,
      .stroke_width = 2.5 * unit,
      .marker = TS_CHART_MARKER_DIAMOND,
      .marker_radius = MARK_RADIUS * 1.25 * unit,
      .marker_fill = TS_CHART_FILL_SOLID,
    };
  if (n_missing > 0)
    entries[n_entries++] = (TsLegendEntry) {
      .label = (char *) _("Cannot be compared"),
      .role = TS_CHART_ROLE_AXIS,
      .marker = TS_CHART_MARKER_SQUARE,
      .marker_radius = 9 * unit,
      .marker_fill = TS_CHART_FILL_HATCH,
    };

  return n_entries;
}

/**
 * ts_severity_layout:
 * @data: data of such a chart
 * @options: the place
 *
 * Returns: (transfer full): the scene, with a stop for each row
 */
TsScene *
ts_severity_layout (const TsSeverityData *data,
                    const TsChartOptions *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[MOST_LEGEND];
  guint n_entries;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  finding = ts_severity_data_describe (data);
  n_entries = make_legend (data, options, entries);

  return ts_chart_frame_fill (options, ts_severity_data_get_title (data), finding, entries, n_entries, is_empty (data), add_rows, data);
}

/**
 * ts_severity_get_natural_height:
 * @data: data of such a chart
 * @options: the place; its height is not looked at
 *
 * Returns: the height at which every row has the room it wants
 */
double
ts_severity_get_natural_height (const TsSeverityData *data,
                                const TsChartOptions *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[MOST_LEGEND];
  Severity self = { 0 };
  TsChartRectangle content;

  g_return_val_if_fail (data != NULL, 0);
  g_return_val_if_fail (options != NULL, 0);

  content = ts_chart_frame_get_content (options);
  finding = ts_severity_data_describe (data);
  init_columns (&self, data, options, content.x, content.width);

  return ts_chart_frame_get_natural_height (options, ts_severity_data_get_title (data), finding, entries,
                                            make_legend (data, options, entries), TS_LEGEND_PLACE_BELOW,
                                            ts_band_axis_get_natural_pitch (&self.band, NATURAL_ROW) *
                                                self.band.n_rows +
                                              self.header_height + self.foot_height);
}

TS_DEFINE_CHART_HEIGHT (severity, TsSeverityData)

TS_DEFINE_CHART_KIND (severity, "severity", TsSeverityData, severity_get_natural_height);

/**
 * ts_chart_new_severity:
 * @data: (transfer none): what it shows
 *
 * Returns: (transfer full): a chart of severity
 */
TsChart *
ts_chart_new_severity (TsSeverityData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return ts_chart_new (&severity_kind, ts_severity_data_ref (data));
}
