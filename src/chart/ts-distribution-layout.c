/* ts-distribution-layout.c
 *
 * Lays a distribution out: a bar for each row, cut into the shares of the levels from low to high, with their counts in them;
 * and at its end, hatched, the share of those without a level, which belongs to all of them.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-distribution-layout.h"

#include <glib/gi18n-lib.h>

#include "chart/ts-band-axis.h"
#include "chart/ts-chart-count.h"
#include "chart/ts-chart-frame.h"
#include "chart/ts-chart-kind-private.h"

#define NATURAL_ROW 28.0
#define BAR_SHARE   0.72
#define MOST_BAR    30.0
#define LEAST_RING  6.0
#define LEGEND_SIZE 9.0
#define PADDING     5.0

/* Where the scale has its marks. */
#define N_MARKS 5

typedef struct
{
  const TsDistributionData *data;
  const TsChartOptions *options;
  TsSceneBuilder *builder;
  TsBandAxis band;
  double foot_height;
  double end_x;
} Distribution;

static const TsChartSubject *
get_row (gconstpointer data,
         guint         row)
{
  return ts_distribution_data_get_row (data, row);
}

static double
measure (const Distribution *self,
         const char         *text)
{
  TsTextExtents extents;

  ts_text_measurer_measure (self->options->measurer, text, self->band.text_size,
                            TS_CHART_WEIGHT_NORMAL, &extents);

  return extents.width;
}

static void
init_columns (Distribution             *self,
              const TsDistributionData *data,
              const TsChartOptions     *options,
              double                    x,
              double                    width)
{
  double ends = 0;

  self->data = data;
  self->options = options;
  ts_band_axis_init (&self->band, options, data, get_row, ts_distribution_data_get_n_rows (data), x,
                     width);
  for (guint row = 0; row < self->band.n_rows; row++)
    {
      g_autofree char *total = ts_chart_count_text (ts_distribution_data_get_total (data, row));

      ends = MAX (ends, measure (self, total));
    }
  self->end_x = ts_band_axis_take_end (&self->band, ends);
  self->foot_height = self->band.line_height + PADDING * self->band.unit;
}

static void
add_scale (const Distribution *self)
{
  const TsTextStyle style = {
    .size = self->band.text_size,
    .role = TS_CHART_ROLE_DIM,
    .direction = TS_TEXT_DIRECTION_LTR
  };
  const TsBandAxis *band = &self->band;
  double foot = band->area.y + band->area.height;
  double taken = -G_MAXDOUBLE;

  for (guint mark = 0; mark < N_MARKS; mark++)
    {
      g_autofree char *text = ts_chart_count_share (mark, N_MARKS - 1);
      double x = band->plot_x + band->plot_width * mark / (N_MARKS - 1);
      double width = measure (self, text);
      double left = CLAMP (x - width / 2, band->area.x,
                           MAX (band->area.x + band->area.width - width, band->area.x));
      const TsChartPoint line[] = { { x, band->area.y }, { x, foot } };
      const TsChartPaint paint = {
        .stroke_role = TS_CHART_ROLE_GRID,
        .stroke_width = band->unit
      };

      ts_scene_builder_add_line (self->builder, TS_SCENE_PART_GRID, &paint, line, 2);
      if (self->foot_height <= 0 || left < taken + band->text_size * 0.5 ||
          width > band->area.width)
        continue;
      taken = left + width;
      ts_scene_builder_add_text (self->builder, TS_SCENE_PART_SCALE_LABEL, &style, text, left,
                                 foot + PADDING * band->unit + band->ascent, TS_CHART_ANCHOR_LEFT,
                                 0);
    }
}

static void
add_segment (const Distribution     *self,
             guint                   row,
             guint                   level,
             const TsChartRectangle *area)
{
  const TsBandAxis *band = &self->band;
  const TsChartLevels *levels = ts_distribution_data_get_levels (self->data);
  g_autofree char *count =
    ts_chart_count_text (ts_distribution_data_get_count (self->data, row, level));
  TsChartRole role = level == 0 ? TS_CHART_ROLE_AXIS : ts_chart_levels_get_role (levels, level);
  const TsChartPaint paint = {
    .fill = level == 0 ? TS_CHART_FILL_HATCH : TS_CHART_FILL_SOLID,
    .fill_role = role,
    /* The lowest level may be as light as what lies behind it. */
    .stroke_role = level <= 1 ? TS_CHART_ROLE_AXIS : TS_CHART_ROLE_BACKGROUND,
    .stroke_width = MIN (band->unit, area->width / 4),
  };
  const TsTextStyle style = {
    .size = band->text_size,
    .role = level == 0 ? TS_CHART_ROLE_FOREGROUND : role,
    .on_area = level > 0,
    .halo = level == 0
  };

  ts_scene_builder_add_rectangle (self->builder,
                                  level == 0 ? TS_SCENE_PART_MISSING : TS_SCENE_PART_SERIES, &paint,
                                  area, 0);
  if (measure (self, count) <= area->width - 4 * band->unit &&
      band->line_height <= MIN (area->height + 2 * band->unit, band->pitch))
    ts_scene_builder_add_text (self->builder, TS_SCENE_PART_SERIES, &style, count,
                               area->x + area->width / 2,
                               area->y + (area->height - band->line_height) / 2 + band->ascent,
                               TS_CHART_ANCHOR_CENTRE, 0);
}

static void
add_stop (const Distribution     *self,
          guint                   row,
          guint                   level,
          const TsChartRectangle *area)
{
  g_autofree char *title = ts_chart_subject_title (get_row (self->data, row));
  const TsChartLevels *levels = ts_distribution_data_get_levels (self->data);
  g_autofree char *name = level == 0 ? g_strdup (_("not rated"))
                                     : ts_chart_levels_text (levels, level);
  g_autofree char *label = g_strdup_printf (_("%s, %s"), title, name);
  g_autofree char *text = ts_distribution_data_count_text (self->data, row, level);
  guint stop = ts_scene_builder_add_stop (self->builder,
                                          row * (ts_chart_levels_get_n (levels) + 1) + level, label,
                                          text, area->x + area->width / 2,
                                          area->y + area->height / 2,
                                          MAX (MIN (area->height, area->width) / 2,
                                               LEAST_RING * self->band.unit));

  ts_scene_builder_add_region (self->builder, stop, area);
}

/* From the lowest level to the highest, and last those without one. */
static void
add_bar (const Distribution *self,
         guint               row)
{
  const TsBandAxis *band = &self->band;
  guint n_levels = ts_chart_levels_get_n (ts_distribution_data_get_levels (self->data));
  guint total = ts_distribution_data_get_total (self->data, row);
  double height = MIN (band->pitch * BAR_SHARE, MOST_BAR * MAX (band->unit, band->text_size / 14));
  guint before = 0;

  for (guint i = 1; i <= n_levels + 1; i++)
    {
      guint level = i % (n_levels + 1);
      guint count = ts_distribution_data_get_count (self->data, row, level);
      const TsChartRectangle area = {
        band->plot_x + band->plot_width * before / MAX (total, 1),
        ts_band_axis_get_y (band, row) - height / 2, band->plot_width * count / MAX (total, 1),
        height
      };

      before += count;
      if (count == 0)
        continue;
      add_segment (self, row, level, &area);
      add_stop (self, row, level, &area);
    }
}

/* A row without anybody still says so to the cursor. */
static void
add_nobody (const Distribution *self,
            guint               row)
{
  TsChartRectangle area = ts_band_axis_get_row_area (&self->band, row);

  area.x = self->band.plot_x;
  area.width = self->band.plot_width;
  add_stop (self, row, 0, &area);
}

static void
add_distribution (TsSceneBuilder         *builder,
                  gconstpointer           data,
                  const TsChartOptions   *options,
                  const TsChartRectangle *area)
{
  Distribution self = { .builder = builder };
  TsBandAxis *band = &self.band;

  init_columns (&self, data, options, area->x, area->width);
  if (area->height < self.foot_height + band->line_height)
    self.foot_height = 0;
  ts_band_axis_set_rows (band, area->y, area->height - self.foot_height,
                         ts_band_axis_get_natural_pitch (band, NATURAL_ROW));
  if (band->pitch <= 0 || band->plot_width <= 0)
    return;

  add_scale (&self);
  ts_band_axis_add_labels (band, builder);
  for (guint row = 0; row < band->n_rows; row++)
    {
      guint total = ts_distribution_data_get_total (data, row);
      g_autofree char *text = ts_chart_count_text (total);

      if (total > 0)
        add_bar (&self, row);
      else
        add_nobody (&self, row);
      if (self.end_x > 0)
        ts_band_axis_add_end (band, builder, row, self.end_x, text);
    }
}

static guint
make_legend (const TsDistributionData *data,
             const TsChartOptions     *options,
             TsLegendEntry            *entries)
{
  const TsChartLevels *levels = ts_distribution_data_get_levels (data);
  guint n_levels = ts_chart_levels_get_n (levels), n_unrated = 0;
  double radius = LEGEND_SIZE * ts_chart_options_unit (options);

  for (guint level = 1; level <= n_levels; level++)
    entries[level - 1] = (TsLegendEntry) {
      .label = ts_chart_levels_text (levels, level),
      .role = ts_chart_levels_get_role (levels, level),
      .marker = TS_CHART_MARKER_SQUARE,
      .marker_radius = radius,
      .marker_fill = TS_CHART_FILL_SOLID,
    };

  for (guint row = 0; row < ts_distribution_data_get_n_rows (data); row++)
    n_unrated += ts_distribution_data_get_count (data, row, 0);
  if (n_unrated == 0)
    return n_levels;

  entries[n_levels] = (TsLegendEntry) {
    .label = g_strdup (_("Not rated")),
    .role = TS_CHART_ROLE_AXIS,
    .marker = TS_CHART_MARKER_SQUARE,
    .marker_radius = radius,
    .marker_fill = TS_CHART_FILL_HATCH,
  };

  return n_levels + 1;
}

/**
 * ts_distribution_layout:
 * @data: data of a distribution
 * @options: the place
 *
 * Returns: (transfer full): the scene, with a stop for each share that is there
 */
TsScene *
ts_distribution_layout (const TsDistributionData *data,
                        const TsChartOptions     *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[TS_CHART_LEVELS_MOST + 1];
  TsScene *scene;
  guint n_entries;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  finding = ts_distribution_data_describe (data);
  n_entries = make_legend (data, options, entries);
  scene = ts_chart_frame_fill (options, ts_distribution_data_get_title (data), finding, entries, n_entries,
                               ts_distribution_data_get_n_rows (data) == 0, add_distribution, data);
  ts_chart_frame_clear_legend (entries, n_entries);

  return scene;
}

/**
 * ts_distribution_get_natural_height:
 * @data: data of a distribution
 * @options: the place; its height is not looked at
 *
 * Returns: the height at which every row has the room it wants
 */
double
ts_distribution_get_natural_height (const TsDistributionData *data,
                                    const TsChartOptions     *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[TS_CHART_LEVELS_MOST + 1];
  Distribution self = { 0 };
  TsChartRectangle content = ts_chart_frame_get_content (options);
  double height;
  guint n_entries;

  g_return_val_if_fail (data != NULL, 0);
  g_return_val_if_fail (options != NULL, 0);

  finding = ts_distribution_data_describe (data);
  n_entries = make_legend (data, options, entries);
  init_columns (&self, data, options, content.x, content.width);
  height = ts_chart_frame_get_natural_height (options, ts_distribution_data_get_title (data),
                                              finding, entries, n_entries, TS_LEGEND_PLACE_BELOW,
                                              ts_band_axis_get_natural_pitch (&self.band,
                                                                              NATURAL_ROW) *
                                                  self.band.n_rows +
                                                self.foot_height);
  ts_chart_frame_clear_legend (entries, n_entries);

  return height;
}

TS_DEFINE_CHART_HEIGHT (distribution, TsDistributionData)

TS_DEFINE_CHART_KIND (distribution, "distribution", TsDistributionData, distribution_get_natural_height);

/**
 * ts_chart_new_distribution:
 * @data: (transfer none): what it shows
 *
 * Returns: (transfer full): a distribution
 */
TsChart *
ts_chart_new_distribution (TsDistributionData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return ts_chart_new (&distribution_kind, ts_distribution_data_ref (data));
}
