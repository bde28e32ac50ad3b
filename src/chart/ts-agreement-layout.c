/* ts-agreement-layout.c
 *
 * Lays agreement out: the levels at the top, below them for each criterion a bar from the lowest to the highest score and a
 * mark at the median, and at the end of the row how many pairs of scores are the same, with alpha and its interval.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-agreement-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-band-axis.h"
#include "chart/ts-chart-frame.h"
#include "chart/ts-chart-kind-private.h"

#define NATURAL_ROW 19.0
#define MARK_RADIUS 4.5
#define LEAST_MARK  1.2
#define RING        8.0
#define BAR_SHARE   0.45
#define PADDING     4.0
#define LEAST_PLOT  16.0
#define MOST_LEGEND 3

typedef struct
{
  const TsAgreementData *data;
  const TsChartOptions *options;
  TsSceneBuilder *builder;
  TsBandAxis band;
  double inset;
  double end_x;
  const char *end_title;
  gboolean has_intervals; /* at the ends of rows */
  double header_height;
} Agreement;

static const TsChartSubject *
get_row (gconstpointer data,
         guint         row)
{
  return ts_agreement_data_get_row (data, row);
}

static double
measure (const TsChartOptions *options,
         double                size,
         const char           *text)
{
  TsTextExtents extents;

  ts_text_measurer_measure (options->measurer, text, size, TS_CHART_WEIGHT_NORMAL, &extents);

  return extents.width;
}

static gboolean
has_alpha (const TsAgreementData *data)
{
  for (guint row = 0; row < ts_agreement_data_get_n_rows (data); row++)
    if (ts_agreement_data_get_agreement (data, row)->alpha.is_defined)
      return TRUE;

  return FALSE;
}

/* Whether the ends of rows have room. */
static gboolean
take_end (Agreement  *self,
          gboolean    has_intervals,
          const char *title)
{
  double ends = measure (self->options, self->band.text_size, title);

  self->has_intervals = has_intervals;
  self->end_title = title;
  for (guint row = 0; row < self->band.n_rows; row++)
    {
      g_autofree char *text = ts_agreement_data_end_text (self->data, row, has_intervals);

      ends = MAX (ends, measure (self->options, self->band.text_size, text));
    }
  self->end_x = has_intervals ? ts_band_axis_take_wide_end (&self->band, ends) : ts_band_axis_take_end (&self->band, ends);

  return self->end_x > 0;
}

/* As much as there is room for. */
static void
init_end (Agreement *self)
{
  if (!has_alpha (self->data))
    /* Translators: above a column that says in how many pairs of scores both are the same. */
    take_end (self, FALSE, _("The same"));
  else if (!take_end (self, TRUE, _("The same · alpha (95% interval)")))
    /* Translators: above a column that says in how many pairs of scores both are the same, and Krippendorff's alpha. */
    take_end (self, FALSE, _("The same · alpha"));
}

static void
init_columns (Agreement             *self,
              const TsAgreementData *data,
              const TsChartOptions  *options,
              double                 x,
              double                 width)
{
  self->data = data;
  self->options = options;
  ts_band_axis_init (&self->band, options, data, get_row, ts_agreement_data_get_n_rows (data), x, width);
  init_end (self);
  self->inset = MIN ((MARK_RADIUS + 2) * self->band.unit, self->band.plot_width / 4);
  self->header_height = self->band.line_height + PADDING * self->band.unit;
}

static double
level_x (const Agreement *self,
         double           level)
{
  guint n = ts_chart_levels_get_n (ts_agreement_data_get_levels (self->data));
  double share = n > 1 ? (level - 1) / (n - 1) : 0.5;

  return self->band.plot_x + self->inset + (self->band.plot_width - 2 * self->inset) * share;
}

/* Where the level's label begins, within the plot. */
static double
label_x (const Agreement *self,
         guint            level,
         double           width)
{
  const TsBandAxis *band = &self->band;

  return CLAMP (level_x (self, level) - width / 2, band->plot_x, MAX (band->plot_x, band->plot_x + band->plot_width - width));
}

/* All levels have their names, or none. */
static gboolean
names_fit (const Agreement *self)
{
  const TsBandAxis *band = &self->band;
  const TsChartLevels *levels = ts_agreement_data_get_levels (self->data);
  double taken = band->plot_x;

  for (guint level = 1; level <= ts_chart_levels_get_n (levels); level++)
    {
      g_autofree char *text = ts_chart_levels_text (levels, level);
      double width = measure (self->options, band->text_size, text);
      double left = label_x (self, level, width);

      if (left < taken || left + width > band->plot_x + band->plot_width)
        return FALSE;
      taken = left + width + band->text_size * 0.6;
    }

  return TRUE;
}

/* At the top, where one looks first; a chart of many rows may end below the window. */
static void
add_scale (const Agreement *self)
{
  const TsBandAxis *band = &self->band;
  const TsChartLevels *levels = ts_agreement_data_get_levels (self->data);
  const TsTextStyle style = { .size = band->text_size, .role = TS_CHART_ROLE_DIM };
  const TsChartPaint paint = { .stroke_role = TS_CHART_ROLE_GRID, .stroke_width = band->unit };
  double baseline = band->area.y - self->header_height + band->ascent;
  double taken = band->plot_x;
  gboolean has_names = names_fit (self);

  for (guint level = 1; level <= ts_chart_levels_get_n (levels); level++)
    {
      double x = level_x (self, level);
      const TsChartPoint line[] = { { x, band->area.y }, { x, band->area.y + band->area.height } };
      g_autofree char *text = has_names ? ts_chart_levels_text (levels, level) : ts_chart_levels_sign (levels, level);
      double width = measure (self->options, style.size, text);
      double left = label_x (self, level, width);

      ts_scene_builder_add_line (self->builder, TS_SCENE_PART_GRID, &paint, line, 2);
      if (self->header_height <= 0 || left < taken - 0.01 || left + width > band->plot_x + band->plot_width + 0.01)
        continue;
      taken = left + width + band->text_size * 0.4;
      ts_scene_builder_add_text (self->builder, TS_SCENE_PART_SCALE_LABEL, &style, text, left, baseline, TS_CHART_ANCHOR_LEFT, 0);
    }
  if (self->header_height > 0 && self->end_x > 0)
    ts_scene_builder_add_text (self->builder, TS_SCENE_PART_SCALE_LABEL, &style, self->end_title, self->end_x, baseline,
                               TS_CHART_ANCHOR_LEFT, band->area.x + band->area.width - self->end_x);
}

static void
add_range (const Agreement         *self,
           guint                    row,
           const TsReviewAgreement *agreement)
{
  const TsBandAxis *band = &self->band;
  const TsChartPaint bar = { .fill = TS_CHART_FILL_SOLID, .fill_role = TS_CHART_ROLE_CONTEXT };
  double y = ts_band_axis_get_y (band, row);
  double radius = CLAMP (band->pitch * 0.4, LEAST_MARK * band->unit, MARK_RADIUS * band->unit);
  double height = MIN (band->pitch * BAR_SHARE, radius * 2);
  double low = level_x (self, agreement->low), high = level_x (self, agreement->high);
  const TsChartPaint mark = {
    .fill = TS_CHART_FILL_SOLID,
    .fill_role = TS_CHART_ROLE_SERIES_1,
    .stroke_role = TS_CHART_ROLE_BACKGROUND,
    .stroke_width = radius * 0.2,
  };
  const TsChartRectangle area = { low, y - height / 2, MAX (high - low, band->unit), height };

  ts_scene_builder_add_rectangle (self->builder, TS_SCENE_PART_SERIES, &bar, &area, height / 3);
  ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_SERIES, &mark, TS_CHART_MARKER_DIAMOND,
                               level_x (self, agreement->median), y, radius);
}

static void
add_row (const Agreement *self,
         guint            row)
{
  const TsBandAxis *band = &self->band;
  const TsReviewAgreement *agreement = ts_agreement_data_get_agreement (self->data, row);
  g_autofree char *title = ts_chart_subject_title (get_row (self->data, row));
  g_autofree char *text = ts_agreement_data_row_text (self->data, row);
  g_autofree char *end = ts_agreement_data_end_text (self->data, row, self->has_intervals);
  TsChartRectangle area = ts_band_axis_get_row_area (band, row);
  double x = band->plot_x + band->plot_width / 2, y = ts_band_axis_get_y (band, row);
  guint stop;

  if (agreement->n_scores > 0)
    {
      x = level_x (self, agreement->median);
      add_range (self, row, agreement);
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
  Agreement self = { .builder = builder };
  TsBandAxis *band = &self.band;

  init_columns (&self, data, options, area->x, area->width);
  if (area->height < self.header_height + band->line_height)
    self.header_height = 0;
  ts_band_axis_set_rows (band, area->y + self.header_height, area->height - self.header_height,
                         ts_band_axis_get_natural_pitch (band, NATURAL_ROW));

  /* Where rows are too low for texts, nothing is at their ends that could have a heading. */
  if (band->pitch < band->line_height - 0.01)
    self.end_x = 0;
  if (band->pitch <= 0 || band->plot_width < LEAST_PLOT * band->unit)
    return;

  ts_band_axis_add_lines (band, builder);
  add_scale (&self);
  ts_band_axis_add_labels (band, builder);
  for (guint row = 0; row < band->n_rows; row++)
    add_row (&self, row);
}

static gboolean
is_empty (const TsAgreementData *data)
{
  for (guint row = 0; row < ts_agreement_data_get_n_rows (data); row++)
    if (ts_agreement_data_get_agreement (data, row)->n_scores > 0)
      return FALSE;

  return TRUE;
}

static guint
make_legend (const TsAgreementData *data,
             const TsChartOptions  *options,
             TsLegendEntry         *entries)
{
  double unit = ts_chart_options_unit (options);
  guint n_entries = 0;

  entries[n_entries++] = (TsLegendEntry) {
    .label = (char *) _("From the lowest score to the highest"),
    .role = TS_CHART_ROLE_CONTEXT,
    .stroke_width = 8 * unit,
  };
  entries[n_entries++] = (TsLegendEntry) {
    .label = (char *) _("Median"),
    .role = TS_CHART_ROLE_SERIES_1,
    .marker = TS_CHART_MARKER_DIAMOND,
    .marker_radius = MARK_RADIUS * unit,
    .marker_fill = TS_CHART_FILL_SOLID,
  };
  for (guint row = 0; row < ts_agreement_data_get_n_rows (data); row++)
    if (ts_agreement_data_get_agreement (data, row)->n_scores == 0)
      {
        entries[n_entries++] = (TsLegendEntry) {
          .label = (char *) _("Not scored"),
          .role = TS_CHART_ROLE_AXIS,
          .marker = TS_CHART_MARKER_SQUARE,
          .marker_radius = 9 * unit,
          .marker_fill = TS_CHART_FILL_HATCH,
        };
        break;
      }

  return n_entries;
}

/**
 * ts_agreement_layout:
 * @data: data of such a chart
 * @options: the place
 *
 * Returns: (transfer full): the scene, with a stop for each row
 */
TsScene *
ts_agreement_layout (const TsAgreementData *data,
                     const TsChartOptions  *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[MOST_LEGEND];
  guint n_entries;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  finding = ts_agreement_data_describe (data);
  n_entries = make_legend (data, options, entries);

  return ts_chart_frame_fill (options, ts_agreement_data_get_title (data), finding, entries, n_entries, is_empty (data), add_rows, data);
}

/**
 * ts_agreement_get_natural_height:
 * @data: data of such a chart
 * @options: the place; its height is not looked at
 *
 * Returns: the height at which every row has the room it wants
 */
double
ts_agreement_get_natural_height (const TsAgreementData *data,
                                 const TsChartOptions  *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[MOST_LEGEND];
  Agreement self = { 0 };
  TsChartRectangle content;

  g_return_val_if_fail (data != NULL, 0);
  g_return_val_if_fail (options != NULL, 0);

  content = ts_chart_frame_get_content (options);
  finding = ts_agreement_data_describe (data);
  init_columns (&self, data, options, content.x, content.width);

  return ts_chart_frame_get_natural_height (options, ts_agreement_data_get_title (data), finding, entries,
                                            make_legend (data, options, entries), TS_LEGEND_PLACE_BELOW,
                                            ts_band_axis_get_natural_pitch (&self.band, NATURAL_ROW) *
                                                self.band.n_rows +
                                              self.header_height);
}

TS_DEFINE_CHART_HEIGHT (agreement, TsAgreementData)

TS_DEFINE_CHART_KIND (agreement, "agreement", TsAgreementData, agreement_get_natural_height);

/**
 * ts_chart_new_agreement:
 * @data: (transfer none): what it shows
 *
 * Returns: (transfer full): a chart of agreement
 */
TsChart *
ts_chart_new_agreement (TsAgreementData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return ts_chart_new (&agreement_kind, ts_agreement_data_ref (data));
}
