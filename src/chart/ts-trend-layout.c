/* ts-trend-layout.c
 *
 * Lays a trend out: lines that the reader has picked are strong, each told apart by colour, dash and marker, and named; all
 * others are grey behind them, and as wide as there are many on the same way. A line is broken where a year has no value and
 * where the definition changed, there with a gap in it; what comes from predecessors is dotted, with hollow markers.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-trend-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-frame.h"
#include "chart/ts-chart-kind-private.h"
#include "chart/ts-trend-ends.h"
#include "chart/ts-trend-stops.h"

/* Where nothing is picked, so many lines are all strong; and so many have their names in the legend. */
#define MOST_UNPICKED 6
#define MOST_LEGEND   6

/* The width, in text sizes, from which lines are named at their ends. */
#define ENDS_FROM 32.0

/* In units. */
#define STRONG_WIDTH  2.25
#define CONTEXT_WIDTH 1.0
#define MOST_CONTEXT  6.0
#define MARKER_RADIUS 4.5
#define FULL_SPACING  24.0

/* How much of a way is drawn on each side of a break. */
#define BRIDGE_SHARE 0.4

static const struct
{
  TsChartRole role;
  TsChartDash dash;
  TsChartMarker marker;
} styles[] = {
  { TS_CHART_ROLE_SERIES_1, TS_CHART_DASH_SOLID, TS_CHART_MARKER_CIRCLE },
  { TS_CHART_ROLE_SERIES_2, TS_CHART_DASH_DASHED, TS_CHART_MARKER_DIAMOND },
  { TS_CHART_ROLE_SERIES_3, TS_CHART_DASH_DASH_DOT, TS_CHART_MARKER_SQUARE },
  { TS_CHART_ROLE_SERIES_5, TS_CHART_DASH_SOLID, TS_CHART_MARKER_TRIANGLE },
  { TS_CHART_ROLE_SERIES_1, TS_CHART_DASH_DASH_DOT, TS_CHART_MARKER_DIAMOND },
  { TS_CHART_ROLE_SERIES_2, TS_CHART_DASH_SOLID, TS_CHART_MARKER_SQUARE },
};

typedef struct
{
  const TsTrendData *data;
  TsSceneBuilder *builder;
  TsTrendAxes axes;
  const guint *strong;
  guint n_strong;
  double mark;
} Trend;

/* Positions of the lines that are drawn strongest: the middle of all comes last. */
static GArray *
choose_strong (const TsTrendData *data)
{
  GArray *strong = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_lines = ts_trend_data_get_n_lines (data), n_picked = 0, n_subjects = 0;

  for (guint line = 0; line < n_lines; line++)
    if (ts_trend_data_get_line_kind (data, line) == TS_TREND_LINE_SUBJECT)
      {
        n_subjects++;
        n_picked += ts_trend_data_get_line (data, line)->highlighted;
      }

  for (guint line = 0; line < n_lines; line++)
    if (ts_trend_data_get_line_kind (data, line) == TS_TREND_LINE_SUBJECT &&
        (ts_trend_data_get_line (data, line)->highlighted ||
         (n_picked == 0 && n_subjects <= MOST_UNPICKED)))
      g_array_append_val (strong, line);
  for (guint line = 0; line < n_lines; line++)
    if (ts_trend_data_get_line_kind (data, line) == TS_TREND_LINE_MIDDLE)
      g_array_append_val (strong, line);

  return strong;
}

static void
get_style (const TsTrendData *data,
           guint              line,
           guint              place,
           double             unit,
           TsLegendEntry     *style)
{
  guint slot = place % G_N_ELEMENTS (styles);

  *style = (TsLegendEntry) {
    .role = styles[slot].role,
    .stroke_width = STRONG_WIDTH * unit,
    .dash = styles[slot].dash,
    .marker = styles[slot].marker,
    .marker_radius = MARKER_RADIUS * unit,
    .marker_fill = TS_CHART_FILL_SOLID,
  };
  if (ts_trend_data_get_line_kind (data, line) == TS_TREND_LINE_MIDDLE)
    {
      style->role = TS_CHART_ROLE_FOREGROUND;
      style->dash = TS_CHART_DASH_DASHED;
      style->marker = TS_CHART_MARKER_NONE;
    }
}

/* Whether a line runs from the year before to @year. */
static gboolean
is_joined (const TsTrendData *data,
           guint              line,
           guint              year)
{
  return year > 0 && year < ts_trend_data_get_n_years (data) &&
         !ts_trend_data_is_broken (data, line, year) &&
         ts_trend_data_get_value (data, line, year - 1, NULL) &&
         ts_trend_data_get_value (data, line, year, NULL);
}

/* Whether it would, had nothing been defined otherwise. */
static gboolean
is_bridged (const TsTrendData *data,
            guint              line,
            guint              year)
{
  return year > 0 && year < ts_trend_data_get_n_years (data) &&
         ts_trend_data_is_broken (data, line, year) &&
         ts_trend_data_get_value (data, line, year - 1, NULL) &&
         ts_trend_data_get_value (data, line, year, NULL);
}

/* Both ends of a way, so that the eye finds who is who beyond the break, and a gap where it is. */
static void
add_bridge (TsSceneBuilder     *builder,
            const TsChartPaint *paint,
            const TsChartPoint *points)
{
  double x = (points[1].x - points[0].x) * BRIDGE_SHARE, y = (points[1].y - points[0].y) * BRIDGE_SHARE;
  const TsChartPoint before[] = { points[0], { points[0].x + x, points[0].y + y } };
  const TsChartPoint after[] = { { points[1].x - x, points[1].y - y }, points[1] };

  ts_scene_builder_add_line (builder, TS_SCENE_PART_SERIES, paint, before, 2);
  ts_scene_builder_add_line (builder, TS_SCENE_PART_SERIES, paint, after, 2);
}

static TsChartPoint
value_point (const Trend *self,
             guint        line,
             guint        year)
{
  double value = 0;

  ts_trend_data_get_value (self->data, line, year, &value);

  return (TsChartPoint) {
    ts_trend_axes_get_x (&self->axes, year), ts_trend_axes_get_y (&self->axes, value)
  };
}

static void
add_strong (const Trend *self,
            guint        place)
{
  guint line = self->strong[place], n_years = ts_trend_data_get_n_years (self->data);
  TsLegendEntry style;
  TsChartPaint paint;

  get_style (self->data, line, place, self->axes.unit, &style);
  for (guint year = 1; year < n_years; year++)
    {
      const TsChartPoint points[] = {
        value_point (self, line, year - 1),
        value_point (self, line, year)
      };
      gboolean merged = ts_trend_data_is_merged (self->data, line, year - 1) ||
                        ts_trend_data_is_merged (self->data, line, year);

      paint = (TsChartPaint) {
        .stroke_role = style.role,
        .stroke_width = style.stroke_width,
        .dash = merged ? TS_CHART_DASH_DOTTED : style.dash,
      };
      if (is_joined (self->data, line, year))
        ts_scene_builder_add_line (self->builder, TS_SCENE_PART_SERIES, &paint, points, 2);
      else if (is_bridged (self->data, line, year))
        add_bridge (self->builder, &paint, points);
    }

  style.marker_radius *= self->mark;
  for (guint year = 0; year < n_years; year++)
    {
      TsChartPoint at = value_point (self, line, year);
      TsLegendEntry own = style;

      /* The middle of all has markers only where it would not be seen otherwise. */
      if (!ts_trend_data_get_value (self->data, line, year, NULL) ||
          (own.marker == TS_CHART_MARKER_NONE && (is_joined (self->data, line, year) ||
                                                  is_joined (self->data, line, year + 1))))
        continue;
      if (own.marker == TS_CHART_MARKER_NONE)
        own.marker = TS_CHART_MARKER_CIRCLE;
      if (ts_trend_data_is_merged (self->data, line, year))
        own.marker_fill = TS_CHART_FILL_NONE;
      ts_chart_frame_marker_paint (&own, &paint);
      ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_SERIES, &paint, own.marker, at.x,
                                   at.y, own.marker_radius);
    }
}

/* A way from one year to the next, or a value that is alone; places on the picture are counted in half pixels. */
typedef struct
{
  guint year;
  gboolean alone;
  gboolean merged;
  gboolean broken;
  gint32 from;
  gint32 to;
} Way;

static int
compare_ways (gconstpointer a,
              gconstpointer b)
{
  const Way *first = a, *second = b;

  if (first->year != second->year)
    return first->year < second->year ? -1 : 1;
  if (first->alone != second->alone)
    return first->alone ? 1 : -1;
  if (first->merged != second->merged)
    return first->merged ? 1 : -1;
  if (first->broken != second->broken)
    return first->broken ? 1 : -1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;

  return first->to < second->to ? -1 : first->to > second->to;
}

static void
collect_ways (const Trend *self,
              guint        line,
              GArray      *ways)
{
  for (guint year = 0; year < ts_trend_data_get_n_years (self->data); year++)
    {
      gboolean broken = is_bridged (self->data, line, year);
      gboolean joined = broken || is_joined (self->data, line, year);
      Way way = {
        .year = year,
        .alone = !joined,
        .broken = broken,
        .to = (gint32) lround (value_point (self, line, year).y * 2),
      };

      if (!ts_trend_data_get_value (self->data, line, year, NULL) ||
          (!joined && (is_joined (self->data, line, year + 1) || is_bridged (self->data, line, year + 1))))
        continue;
      if (joined)
        {
          way.from = (gint32) lround (value_point (self, line, year - 1).y * 2);
          way.merged = ts_trend_data_is_merged (self->data, line, year - 1) ||
                       ts_trend_data_is_merged (self->data, line, year);
        }
      g_array_append_val (ways, way);
    }
}

static void
add_way (const Trend *self,
         const Way   *way,
         guint        count,
         guint        most)
{
  double unit = self->axes.unit;
  double width = unit * (CONTEXT_WIDTH + (most > 1 ? (MOST_CONTEXT - CONTEXT_WIDTH) * sqrt ((double) (count - 1) / most)
                                                   : 0));
  double x = ts_trend_axes_get_x (&self->axes, way->year);
  const TsChartPaint line_paint = {
    .stroke_role = TS_CHART_ROLE_CONTEXT,
    .stroke_width = width,
    .dash = way->merged ? TS_CHART_DASH_DOTTED : TS_CHART_DASH_SOLID,
  };
  const TsChartPaint dot_paint = {
    .fill = TS_CHART_FILL_SOLID,
    .fill_role = TS_CHART_ROLE_CONTEXT
  };

  if (way->alone)
    {
      ts_scene_builder_add_marker (self->builder, TS_SCENE_PART_SERIES, &dot_paint,
                                   TS_CHART_MARKER_CIRCLE, x, way->to / 2.0, width / 2 + unit);
    }
  else
    {
      const TsChartPoint points[] = {
        { ts_trend_axes_get_x (&self->axes, way->year - 1), way->from / 2.0 },
        { x, way->to / 2.0 }
      };

      if (way->broken)
        add_bridge (self->builder, &line_paint, points);
      else
        ts_scene_builder_add_line (self->builder, TS_SCENE_PART_SERIES, &line_paint, points, 2);
    }
}

/* All lines that are not strong. */
static void
add_context (const Trend *self)
{
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (Way));
  g_autofree gboolean *is_strong = g_new0 (gboolean, ts_trend_data_get_n_lines (self->data) + 1);
  guint most = 0;

  for (guint i = 0; i < self->n_strong; i++)
    is_strong[self->strong[i]] = TRUE;
  for (guint line = 0; line < ts_trend_data_get_n_lines (self->data); line++)
    if (!is_strong[line])
      collect_ways (self, line, ways);
  g_array_sort (ways, compare_ways);

  for (guint pass = 0; pass < 2; pass++)
    for (guint first = 0, end; first < ways->len; first = end)
      {
        const Way *way = &g_array_index (ways, Way, first);

        for (end = first + 1;
             end < ways->len && compare_ways (way, &g_array_index (ways, Way, end)) == 0; end++)
          ;
        if (pass == 0)
          most = MAX (most, end - first);
        else
          add_way (self, way, end - first, most);
      }
}

static TsTextExtents
measure_ends (const TsTrendData    *data,
              const TsChartOptions *options,
              const GArray         *strong)
{
  double size = ts_chart_options_em (options) * 0.82;
  TsTextExtents most = { 0 };

  for (guint i = 0; i < strong->len; i++)
    {
      TsTextExtents extents;
      const TsChartSubject *subject =
        ts_trend_data_get_line (data, g_array_index (strong, guint, i));

      ts_text_measurer_measure (options->measurer, ts_chart_subject_name (subject), size,
                                TS_CHART_WEIGHT_NORMAL, &extents);
      most.width = MAX (most.width, extents.width);
      most.ascent = MAX (most.ascent, extents.ascent);
      most.descent = MAX (most.descent, extents.descent);
    }

  return most;
}

static gboolean
is_wide (const TsChartOptions *options)
{
  return options->width >= ts_chart_options_em (options) * ENDS_FROM;
}

static void
add_trend (TsSceneBuilder         *builder,
           const TsTrendData      *data,
           const TsChartOptions   *options,
           const TsChartRectangle *area,
           const GArray           *strong)
{
  Trend self = {
    .data = data,
    .builder = builder,
    .strong = (const guint *) strong->data,
    .n_strong = strong->len
  };
  TsTextExtents ends = is_wide (options) ? measure_ends (data, options, strong) : (TsTextExtents) { 0 };

  if (!ts_trend_axes_init (&self.axes, data, options, area, &ends))
    return;

  self.mark = CLAMP (ts_trend_axes_get_spacing (&self.axes) / (FULL_SPACING * self.axes.unit), 0.2,
                     1);
  ts_trend_axes_add (&self.axes, options, builder);
  add_context (&self);
  for (guint place = self.n_strong; place > 0; place--)
    add_strong (&self, place - 1);
  ts_trend_ends_add (&self.axes, builder, self.strong, self.n_strong);
  ts_trend_stops_add (&self.axes, builder, self.strong, self.n_strong);
}

static gboolean
has_merged (const TsTrendData *data)
{
  for (guint line = 0; line < ts_trend_data_get_n_lines (data); line++)
    for (guint year = 0; year < ts_trend_data_get_n_years (data); year++)
      if (ts_trend_data_is_merged (data, line, year))
        return TRUE;

  return FALSE;
}

/* Lines are in the legend unless all of them can be named at their ends. */
static gboolean
want_lines (const TsTrendData    *data,
            const TsChartOptions *options,
            const GArray         *strong)
{
  guint n_years = ts_trend_data_get_n_years (data);

  if (strong->len > MOST_LEGEND)
    return FALSE;
  if (!is_wide (options))
    return TRUE;

  for (guint i = 0; i < strong->len; i++)
    if (!ts_trend_data_get_value (data, g_array_index (strong, guint, i), n_years - 1, NULL))
      return TRUE;

  return FALSE;
}

static guint
make_legend (const TsTrendData    *data,
             const TsChartOptions *options,
             const GArray         *strong,
             TsLegendEntry        *entries)
{
  double unit = ts_chart_options_unit (options);
  guint n_entries = 0;

  for (guint i = 0; i < strong->len; i++)
    {
      guint line = g_array_index (strong, guint, i);
      gboolean middle = ts_trend_data_get_line_kind (data, line) == TS_TREND_LINE_MIDDLE;

      if (n_entries >= MOST_LEGEND || !(middle || want_lines (data, options, strong)))
        continue;
      get_style (data, line, i, unit, &entries[n_entries]);
      entries[n_entries++].label =
        (char *) ts_chart_subject_name (ts_trend_data_get_line (data, line));
    }
  if (strong->len < ts_trend_data_get_n_lines (data))
    entries[n_entries++] = (TsLegendEntry) {
      .label = (char *) _("All others; a wider line stands for several"),
      .role = TS_CHART_ROLE_CONTEXT,
      .stroke_width = 3 * unit,
    };
  if (has_merged (data))
    entries[n_entries++] = (TsLegendEntry) {
      .label = (char *) _("From predecessors"),
      .role = TS_CHART_ROLE_SERIES_1,
      .stroke_width = STRONG_WIDTH * unit,
      .dash = TS_CHART_DASH_DOTTED,
      .marker = TS_CHART_MARKER_CIRCLE,
      .marker_radius = MARKER_RADIUS * unit,
    };

  return n_entries;
}

typedef struct
{
  const TsTrendData *data;
  const GArray *strong;
} Filling;

static void
fill_trend (TsSceneBuilder         *builder,
            gconstpointer           data,
            const TsChartOptions   *options,
            const TsChartRectangle *area)
{
  const Filling *filling = data;

  add_trend (builder, filling->data, options, area, filling->strong);
}

/**
 * ts_trend_layout:
 * @data: data of a trend
 * @options: the place
 *
 * Returns: (transfer full): the scene, with stops for all values
 */
TsScene *
ts_trend_layout (const TsTrendData    *data,
                 const TsChartOptions *options)
{
  g_autofree char *finding = NULL;
  g_autoptr (GArray) strong = NULL;
  TsLegendEntry entries[MOST_LEGEND + 2];
  TsScene *scene;
  double low, high;
  gboolean empty;
  guint n_entries;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  finding = ts_trend_data_describe (data);
  empty = !ts_trend_data_get_range (data, &low, &high);
  strong = choose_strong (data);
  n_entries = empty ? 0 : make_legend (data, options, strong, entries);
  scene = ts_chart_frame_fill (options, ts_trend_data_get_title (data), finding, entries, n_entries,
                               empty, fill_trend, &(const Filling) { data, strong });

  return scene;
}

TS_DEFINE_CHART_KIND (trend, "trend", TsTrendData, NULL);

/**
 * ts_chart_new_trend:
 * @data: (transfer none): what it shows
 *
 * Returns: (transfer full): a trend
 */
TsChart *
ts_chart_new_trend (TsTrendData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return ts_chart_new (&trend_kind, ts_trend_data_ref (data));
}
