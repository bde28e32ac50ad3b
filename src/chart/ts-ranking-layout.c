/* ts-ranking-layout.c
 *
 * Lays a ranking out as a caterpillar plot: in each row, under each weighting, a line over the ranks that the organisation
 * may as well have, and on it a mark at the rank itself. The best ranks come first. A rank that is not known is hatched.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-ranking-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-band-axis.h"
#include "chart/ts-chart-frame.h"
#include "chart/ts-chart-kind-private.h"
#include "chart/ts-chart-number.h"
#include "chart/ts-chart-text.h"
#include "chart/ts-nice-ticks.h"

#define NATURAL_ROW 19.0
#define MARK_RADIUS 4.5
#define LEAST_MARK  1.2
#define RING        8.0
#define PADDING     4.0

/* Between panels, in text sizes; the least width of one, in units; the least of its plot beside numbers, in text sizes. */
#define PANEL_GAP   1.2
#define LEAST_PANEL 16.0
#define LEAST_PLOT  7.0

#define MOST_TICKS      6
#define MOST_NAME_LINES 3

typedef struct
{
  const TsRankingData *data;
  const TsChartOptions *options;
  TsSceneBuilder *builder;
  TsBandAxis band;
  double panel_width;
  double panel_gap;
  double number_width; /* at the end of a panel; 0 for none */
  double inset;
  double last;
  guint name_lines; /* of the names of the weightings */
  double header_height;
  double foot_height;
} Ranking;

static const TsChartSubject *
get_row (gconstpointer data,
         guint         row)
{
  return ts_ranking_data_get_row (data, row);
}

static double
measure (const Ranking *self,
         const char    *text)
{
  TsTextExtents extents;

  ts_text_measurer_measure (self->options->measurer, text, self->band.text_size,
                            TS_CHART_WEIGHT_NORMAL, &extents);

  return extents.width;
}

static GPtrArray *
wrap_name (const Ranking *self,
           guint          panel)
{
  return ts_chart_text_wrap (ts_ranking_data_get_panel (self->data, panel), self->options->measurer, self->band.text_size, TS_CHART_WEIGHT_BOLD,
                             self->panel_width, 0, MOST_NAME_LINES);
}

/* What is between two ranks anywhere takes a decimal everywhere. */
static void
make_longer (double *longest,
             double  rank)
{
  if (rank != floor (rank) && *longest == floor (*longest))
    *longest -= 0.5;
}

/* How wide the numbers of any row may be, so that all panels look alike. To measure each would take long of thousands. */
static double
measure_numbers (const Ranking *self)
{
  TsRank longest = { .rank = self->last, .low = self->last, .high = self->last };
  g_autofree char *text = NULL;

  for (guint panel = 0; panel < ts_ranking_data_get_n_panels (self->data); panel++)
    for (guint row = 0; row < self->band.n_rows; row++)
      {
        const TsRank *rank = ts_ranking_data_get_rank (self->data, panel, row);

        if (rank == NULL)
          continue;
        make_longer (&longest.rank, rank->rank);
        make_longer (&longest.low, rank->low);
        make_longer (&longest.high, rank->high);
      }

  text = ts_rank_number (&longest);

  return ts_text_measurer_measure_digits (self->options->measurer, text, self->band.text_size, TS_CHART_WEIGHT_NORMAL);
}

static void
init_columns (Ranking              *self,
              const TsRankingData  *data,
              const TsChartOptions *options,
              double                x,
              double                width)
{
  guint n_panels = MAX (ts_ranking_data_get_n_panels (data), 1);

  self->data = data;
  self->options = options;
  self->last = MAX (ts_ranking_data_get_last (data), 1);
  ts_band_axis_init (&self->band, options, data, get_row, ts_ranking_data_get_n_rows (data), x,
                     width);
  self->panel_gap = self->band.text_size * PANEL_GAP;
  self->panel_width = (self->band.plot_width - self->panel_gap * (n_panels - 1)) / n_panels;
  self->inset = MIN ((MARK_RADIUS + 2) * self->band.unit, self->panel_width / 4);
  self->number_width = measure_numbers (self) + self->band.text_size * 0.5;
  if (self->panel_width - self->number_width < self->band.text_size * LEAST_PLOT)
    self->number_width = 0;
  for (guint panel = 0; panel < ts_ranking_data_get_n_panels (data); panel++)
    {
      g_autoptr (GPtrArray) lines = wrap_name (self, panel);

      self->name_lines = MAX (self->name_lines, lines->len);
    }
  /* The names of the weightings, and the ranks again that stand at the foot, which may be far below. */
  self->header_height = (1 + self->name_lines) * self->band.line_height + PADDING * self->band.unit;
  self->foot_height = 2 * self->band.line_height + PADDING * self->band.unit;
}

static double
panel_x (const Ranking *self,
         guint          panel)
{
  return self->band.plot_x + (self->panel_width + self->panel_gap) * panel;
}

/* A panel without its numbers. */
static double
plot_width (const Ranking *self)
{
  return self->panel_width - self->number_width;
}

static double
rank_x (const Ranking *self,
        guint          panel,
        double         rank)
{
  double share = self->last > 1 ? (rank - 1) / (self->last - 1) : 0.5;

  return panel_x (self, panel) + self->inset + (plot_width (self) - 2 * self->inset) * share;
}

/* Ranks begin at 1; after that come round numbers. */
static void
add_scale (const Ranking *self,
           guint          panel)
{
  const TsBandAxis *band = &self->band;
  const TsTextStyle style = { .size = band->text_size, .role = TS_CHART_ROLE_DIM };
  const TsChartPaint paint = { .stroke_role = TS_CHART_ROLE_GRID, .stroke_width = band->unit };
  double foot = band->area.y + band->area.height;
  double end = panel_x (self, panel) + plot_width (self);
  double taken = -G_MAXDOUBLE;
  TsNiceTicks ticks;

  ts_nice_ticks_init (&ticks, 0, MAX (self->last, 2),
                      (guint) CLAMP (plot_width (self) / (band->text_size * 3), 3, MOST_TICKS));
  for (guint tick = 0; tick < ticks.n_ticks; tick++)
    {
      double rank = MAX (ts_nice_ticks_get (&ticks, tick), 1);
      g_autofree char *text = ts_chart_number_text (rank, 0);
      double x = rank_x (self, panel, rank), width = measure (self, text);
      double left = MIN (x - width / 2, end - width);
      const TsChartPoint line[] = { { x, band->area.y }, { x, foot } };

      if (rank > self->last || rank != floor (rank) || (tick > 0 && rank == 1))
        continue;
      ts_scene_builder_add_line (self->builder, TS_SCENE_PART_GRID, &paint, line, 2);
      if (self->foot_height <= 0 || left < MAX (taken, panel_x (self, panel)))
        continue;
      taken = left + width + band->text_size * 0.5;
      ts_scene_builder_add_text (self->builder, TS_SCENE_PART_SCALE_LABEL, &style, text, left,
                                 foot + PADDING * band->unit + band->ascent, TS_CHART_ANCHOR_LEFT,
                                 0);
      ts_scene_builder_add_text (self->builder, TS_SCENE_PART_SCALE_LABEL, &style, text, left,
                                 band->area.y - PADDING * band->unit - band->line_height + band->ascent,
                                 TS_CHART_ANCHOR_LEFT, 0);
    }
}

static void
add_panel (const Ranking *self,
           guint          panel)
{
  const TsBandAxis *band = &self->band;
  const TsTextStyle name_style = {
    .size = band->text_size,
    .weight = TS_CHART_WEIGHT_BOLD,
    .role = TS_CHART_ROLE_FOREGROUND
  };
  const TsTextStyle title_style = { .size = band->text_size, .role = TS_CHART_ROLE_DIM };

  add_scale (self, panel);
  if (self->panel_width < band->text_size * 2)
    return;
  if (self->header_height > 0)
    {
      g_autoptr (GPtrArray) lines = wrap_name (self, panel);
      double top = band->area.y - PADDING * band->unit - (1 + lines->len) * band->line_height;

      for (guint line = 0; line < lines->len; line++)
        ts_scene_builder_add_text (self->builder, TS_SCENE_PART_SCALE_LABEL, &name_style, lines->pdata[line], panel_x (self, panel),
                                   top + line * band->line_height + band->ascent, TS_CHART_ANCHOR_LEFT, self->panel_width);
    }
  if (self->foot_height > 0)
    ts_scene_builder_add_text (self->builder, TS_SCENE_PART_SCALE_LABEL, &title_style, _("Rank"),
                               panel_x (self, panel) + plot_width (self) / 2,
                               band->area.y + band->area.height + PADDING * band->unit +
                                 band->line_height + band->ascent,
                               TS_CHART_ANCHOR_CENTRE, plot_width (self));
}

static void
add_rank (const Ranking *self,
          guint          panel,
          guint          row,
          const TsRank  *rank)
{
  const TsBandAxis *band = &self->band;
  gboolean picked = get_row (self->data, row)->highlighted;
  TsChartRole role = picked ? TS_CHART_ROLE_SERIES_2 : TS_CHART_ROLE_SERIES_1;
  double y = ts_band_axis_get_y (band, row);
  double radius = CLAMP (band->pitch * 0.4, LEAST_MARK * band->unit, MARK_RADIUS * band->unit);
  const TsChartPaint interval = {
    .stroke_role = role,
    .stroke_width = MIN (band->unit * (picked ? 2.5 : 1.75), MAX (band->pitch * 0.5, 0.1)),
  };
  const TsChartPaint mark = {
    .fill = TS_CHART_FILL_SOLID,
    .fill_role = role,
    .stroke_role = TS_CHART_ROLE_BACKGROUND,
    .stroke_width = radius * 0.2,
  };
  const TsChartPoint line[] = {
    { rank_x (self, panel, rank->low), y },
    { rank_x (self, panel, rank->high), y }
  };

  ts_scene_builder_add_line (self->builder, TS_SCENE_PART_SERIES, &interval, line, 2);
  ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_SERIES, &mark,
                               picked ? TS_CHART_MARKER_DIAMOND : TS_CHART_MARKER_CIRCLE,
                               rank_x (self, panel, rank->rank), y, radius * (picked ? 1.25 : 1));
}

/* Never a rank without its interval. */
static void
add_number (const Ranking *self,
            guint          panel,
            guint          row,
            const TsRank  *rank)
{
  const TsBandAxis *band = &self->band;
  const TsTextStyle style = {
    .size = band->text_size,
    .role = get_row (self->data, row)->highlighted ? TS_CHART_ROLE_FOREGROUND : TS_CHART_ROLE_DIM,
    .direction = TS_TEXT_DIRECTION_LTR,
  };
  g_autofree char *text = NULL;

  if (self->number_width <= 0 || ts_band_axis_get_stride (band) > 1)
    return;

  text = ts_rank_number (rank);
  ts_scene_builder_add_text (self->builder, TS_SCENE_PART_NOTE, &style, text,
                             panel_x (self, panel) + self->panel_width,
                             ts_band_axis_get_y (band, row) - band->line_height / 2 + band->ascent,
                             TS_CHART_ANCHOR_RIGHT, 0);
}

static void
add_missing (const Ranking *self,
             guint          panel,
             guint          row)
{
  ts_band_axis_add_missing (&self->band, self->builder, row, panel_x (self, panel), plot_width (self));
}

static void
add_cell (const Ranking *self,
          guint          panel,
          guint          row)
{
  const TsBandAxis *band = &self->band;
  const TsRank *rank = ts_ranking_data_get_rank (self->data, panel, row);
  g_autofree char *title = ts_chart_subject_title (get_row (self->data, row));
  g_autofree char *label = g_strdup_printf (_("%s, %s"), title,
                                            ts_ranking_data_get_panel (self->data, panel));
  g_autofree char *text = ts_ranking_data_rank_text (self->data, panel, row);
  TsChartRectangle area = ts_band_axis_get_row_area (band, row);
  double x = panel_x (self, panel) + plot_width (self) / 2;
  guint stop;

  if (rank != NULL)
    {
      x = rank_x (self, panel, rank->rank);
      add_rank (self, panel, row, rank);
      add_number (self, panel, row, rank);
    }
  else
    {
      add_missing (self, panel, row);
    }

  /* The label belongs to the first panel. */
  area.x = panel == 0 ? band->area.x : panel_x (self, panel);
  area.width = panel_x (self, panel) + self->panel_width - area.x;
  stop = ts_scene_builder_add_stop (self->builder,
                                    row * ts_ranking_data_get_n_panels (self->data) + panel, label,
                                    text, x, ts_band_axis_get_y (band, row), RING * band->unit);
  ts_scene_builder_add_region (self->builder, stop, &area);
}

static void
add_ranking (TsSceneBuilder         *builder,
             gconstpointer           data,
             const TsChartOptions   *options,
             const TsChartRectangle *area)
{
  Ranking self = { .builder = builder };
  TsBandAxis *band = &self.band;
  guint n_panels = ts_ranking_data_get_n_panels (data);

  init_columns (&self, data, options, area->x, area->width);
  if (area->height < self.foot_height + self.header_height + band->line_height)
    self.foot_height = self.header_height = 0;
  ts_band_axis_set_rows (band, area->y + self.header_height,
                         area->height - self.header_height - self.foot_height,
                         ts_band_axis_get_natural_pitch (band, NATURAL_ROW));
  if (band->pitch <= 0 || self.panel_width < LEAST_PANEL * band->unit)
    return;

  ts_band_axis_add_lines (band, builder);
  for (guint panel = 0; panel < n_panels; panel++)
    add_panel (&self, panel);
  ts_band_axis_add_labels (band, builder);
  for (guint row = 0; row < band->n_rows; row++)
    for (guint panel = 0; panel < n_panels; panel++)
      add_cell (&self, panel, row);
}

static guint
make_legend (const TsRankingData  *data,
             const TsChartOptions *options,
             TsLegendEntry        *entries)
{
  double unit = ts_chart_options_unit (options);
  guint n_panels = ts_ranking_data_get_n_panels (data), n_ranked = 0, n_picked = 0, n_entries = 0;

  for (guint panel = 0; panel < n_panels; panel++)
    n_ranked += ts_ranking_data_count_ranked (data, panel);
  for (guint row = 0; row < ts_ranking_data_get_n_rows (data); row++)
    n_picked += ts_ranking_data_get_row (data, row)->highlighted;

  entries[n_entries++] = (TsLegendEntry) {
    /* Translators: an interval of ranks and its confidence in per cent. */
    .label = g_strdup_printf (_("Rank, with the ranks that hold %.0f%% of draws"),
                              ts_ranking_data_get_confidence (data) * 100),
    .role = TS_CHART_ROLE_SERIES_1,
    .stroke_width = 1.75 * unit,
    .marker = TS_CHART_MARKER_CIRCLE,
    .marker_radius = MARK_RADIUS * unit,
    .marker_fill = TS_CHART_FILL_SOLID,
  };
  if (n_picked > 0)
    entries[n_entries++] = (TsLegendEntry) {
      .label = g_strdup (_("Picked")),
      .role = TS_CHART_ROLE_SERIES_2,
      .stroke_width = 2.5 * unit,
      .marker = TS_CHART_MARKER_DIAMOND,
      .marker_radius = MARK_RADIUS * 1.25 * unit,
      .marker_fill = TS_CHART_FILL_SOLID,
    };
  if (n_ranked < n_panels * ts_ranking_data_get_n_rows (data))
    entries[n_entries++] = (TsLegendEntry) {
      .label = g_strdup (_("Not ranked")),
      .role = TS_CHART_ROLE_AXIS,
      .marker = TS_CHART_MARKER_SQUARE,
      .marker_radius = 9 * unit,
      .marker_fill = TS_CHART_FILL_HATCH,
    };

  return n_entries;
}

/**
 * ts_ranking_layout:
 * @data: data of a ranking
 * @options: the place
 *
 * Returns: (transfer full): the scene, with a stop for each row of each panel
 */
TsScene *
ts_ranking_layout (const TsRankingData  *data,
                   const TsChartOptions *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[3];
  TsScene *scene;
  guint n_entries;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  finding = ts_ranking_data_describe (data);
  n_entries = make_legend (data, options, entries);
  scene = ts_chart_frame_fill (options, ts_ranking_data_get_title (data), finding, entries, n_entries,
                               ts_ranking_data_get_last (data) < 1, add_ranking, data);
  ts_chart_frame_clear_legend (entries, n_entries);

  return scene;
}

/**
 * ts_ranking_get_natural_height:
 * @data: data of a ranking
 * @options: the place; its height is not looked at
 *
 * Returns: the height at which every row has the room it wants
 */
double
ts_ranking_get_natural_height (const TsRankingData  *data,
                               const TsChartOptions *options)
{
  g_autofree char *finding = NULL;
  TsLegendEntry entries[3];
  Ranking self = { 0 };
  TsChartRectangle content = ts_chart_frame_get_content (options);
  double height;
  guint n_entries;

  g_return_val_if_fail (data != NULL, 0);
  g_return_val_if_fail (options != NULL, 0);

  finding = ts_ranking_data_describe (data);
  n_entries = make_legend (data, options, entries);
  init_columns (&self, data, options, content.x, content.width);
  height = ts_chart_frame_get_natural_height (options, ts_ranking_data_get_title (data), finding,
                                              entries, n_entries, TS_LEGEND_PLACE_BELOW,
                                              ts_band_axis_get_natural_pitch (&self.band,
                                                                              NATURAL_ROW) *
                                                  self.band.n_rows +
                                                self.header_height + self.foot_height);
  ts_chart_frame_clear_legend (entries, n_entries);

  return height;
}

TS_DEFINE_CHART_HEIGHT (ranking, TsRankingData)

TS_DEFINE_CHART_KIND (ranking, "ranking", TsRankingData, ranking_get_natural_height);

/**
 * ts_chart_new_ranking:
 * @data: (transfer none): what it shows
 *
 * Returns: (transfer full): a ranking
 */
TsChart *
ts_chart_new_ranking (TsRankingData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return ts_chart_new (&ranking_kind, ts_ranking_data_ref (data));
}
