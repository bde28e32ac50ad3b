/* ts-gaps-end.c
 *
 * What stands at the end of a gap chart's row. Its signs are drawn rather than written, so that no font need have them:
 * a triangle with the number of levels to go, or a tick.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-gaps-end.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-number.h"

/* In text sizes. */
#define SIGN_WIDTH 0.8
#define SIGN_GAP   0.3

/* The words behind the sign; "" for none. */
static char *
end_text (const TsGapsData *data,
          guint             row,
          gboolean          terse)
{
  g_autofree char *number = NULL;
  double gap;

  if (!ts_gaps_data_get_gap (data, row, &gap))
    return terse ? g_strdup ("–") : ts_gaps_data_gap_text (data, row);
  if (gap == 0)
    return g_strdup ("");

  number = ts_chart_number_level (fabs (gap));

  return gap < 0 ? g_steal_pointer (&number) : g_strconcat ("+", number, NULL);
}

/**
 * ts_gaps_end_measure:
 * @data: data of a gap chart
 * @options: fonts
 * @row: less than ts_gaps_data_get_n_rows()
 * @text_size: font size
 * @terse: whether what is missing has only a dash
 *
 * Returns: how wide the end of the row is
 */
double
ts_gaps_end_measure (const TsGapsData     *data,
                     const TsChartOptions *options,
                     guint                 row,
                     double                text_size,
                     gboolean              terse)
{
  g_autofree char *text = end_text (data, row, terse);
  TsTextExtents extents;
  double gap;

  ts_text_measurer_measure (options->measurer, text, text_size, TS_CHART_WEIGHT_BOLD, &extents);
  if (!ts_gaps_data_get_gap (data, row, &gap))
    return extents.width;

  return text_size * SIGN_WIDTH + (gap != 0 ? text_size * SIGN_GAP + extents.width : 0);
}

/* A tick looks the same wherever people read from right to left: it is turned around before the scene turns it. */
static void
add_tick (TsSceneBuilder       *builder,
          const TsChartOptions *options,
          double                x,
          double                middle,
          double                size)
{
  static const TsChartPoint shape[] = { { 0, 0.1 }, { 0.3, 0.4 }, { 1, -0.4 } };
  const TsChartPaint paint = {
    .stroke_role = TS_CHART_ROLE_POSITIVE,
    .stroke_width = MAX (size * 0.19, 1)
  };
  gboolean turned = options->direction == TS_CHART_DIRECTION_RTL;
  TsChartPoint points[G_N_ELEMENTS (shape)];

  for (guint i = 0; i < G_N_ELEMENTS (shape); i++)
    points[i] = (TsChartPoint) {
      x + (turned ? 1 - shape[i].x : shape[i].x) * size,
      middle + shape[i].y * size
    };
  ts_scene_builder_add_line (builder, TS_SCENE_PART_NOTE, &paint, points, G_N_ELEMENTS (points));
}

/**
 * ts_gaps_end_add:
 * @data: data of a gap chart
 * @options: fonts
 * @row: less than ts_gaps_data_get_n_rows()
 * @text_size: font size
 * @terse: whether what is missing has only a dash
 * @x: where the end begins
 * @middle: the vertical middle of the row's marks
 * @builder: a builder, to which the end is added
 */
void
ts_gaps_end_add (const TsGapsData     *data,
                 const TsChartOptions *options,
                 guint                 row,
                 double                text_size,
                 gboolean              terse,
                 double                x,
                 double                middle,
                 TsSceneBuilder       *builder)
{
  g_autofree char *text = end_text (data, row, terse);
  TsTextStyle style = { .size = text_size, .role = TS_CHART_ROLE_DIM };
  double size = text_size * SIGN_WIDTH;
  TsTextExtents extents;
  double gap;

  if (ts_gaps_data_get_gap (data, row, &gap))
    {
      if (gap < 0)
        {
          const TsChartPaint paint = {
            .fill = TS_CHART_FILL_SOLID,
            .fill_role = TS_CHART_ROLE_NEGATIVE
          };

          /* A triangle's middle is lower than that of the circle around it. */
          ts_scene_builder_add_marker (builder, TS_SCENE_PART_NOTE, &paint,
                                       TS_CHART_MARKER_TRIANGLE, x + size / 2, middle + size * 0.1,
                                       size / 2);
        }
      else
        {
          add_tick (builder, options, x, middle, size);
        }
      x += size + text_size * SIGN_GAP;
      style.weight = TS_CHART_WEIGHT_BOLD;
      style.role = TS_CHART_ROLE_FOREGROUND;
      style.direction = TS_TEXT_DIRECTION_LTR;
    }

  ts_text_measurer_measure (options->measurer, text, text_size, style.weight, &extents);
  ts_scene_builder_add_text (builder, TS_SCENE_PART_NOTE, &style, text, x,
                             middle + (extents.ascent - extents.descent) / 2, TS_CHART_ANCHOR_LEFT,
                             0);
}
