/* ts-trend-ends.c
 *
 * The names of lines behind their last year. Names that would lie on each other are moved apart, and a hair line leads from
 * the end of the line to its name; where there is no room for all, the first have it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-trend-ends.h"

#include <math.h>
#include <stdlib.h>

#define GAP 6.0

typedef struct
{
  guint line;
  double wanted;
  double y;
} End;

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  const End *first = a, *second = b;

  if (first->wanted != second->wanted)
    return first->wanted < second->wanted ? -1 : 1;

  return first->line < second->line ? -1 : first->line > second->line;
}

/* Down as far as the one above demands, and back up as far as the foot does. */
static void
move_apart (End    *ends,
            guint   n_ends,
            double  top,
            double  bottom,
            double  distance)
{
  double limit = top + distance / 2;

  for (guint i = 0; i < n_ends; i++)
    {
      ends[i].y = MAX (ends[i].wanted, limit);
      limit = ends[i].y + distance;
    }

  limit = bottom - distance / 2;
  for (guint i = n_ends; i > 0; i--)
    {
      ends[i - 1].y = MIN (ends[i - 1].y, limit);
      limit = ends[i - 1].y - distance;
    }
}

/**
 * ts_trend_ends_add:
 * @axes: the axes
 * @builder: a builder, to which names are added
 * @lines: (array length=n_lines): the lines to be named, the most wanted first
 * @n_lines: how many
 *
 * Only a line that has a value in the last year has its end there.
 */
void
ts_trend_ends_add (const TsTrendAxes *axes,
                   TsSceneBuilder    *builder,
                   const guint       *lines,
                   guint              n_lines)
{
  guint last = ts_trend_data_get_n_years (axes->data) - 1;
  double top = axes->plot.y - axes->line_height / 2 + axes->unit;
  double bottom = axes->plot.y + axes->plot.height + axes->line_height / 2 - axes->unit;
  guint most = (guint) MAX ((bottom - top) / axes->line_height, 0);
  g_autofree End *ends = g_new0 (End, n_lines + 1);
  const TsTextStyle style = { .size = axes->text_size, .role = TS_CHART_ROLE_FOREGROUND };
  const TsChartPaint lead = { .stroke_role = TS_CHART_ROLE_AXIS, .stroke_width = axes->unit };
  guint n_ends = 0;

  if (axes->ends_width <= 0)
    return;

  for (guint i = 0; i < n_lines && n_ends < most; i++)
    {
      double value;

      if (ts_trend_data_get_value (axes->data, lines[i], last, &value))
        ends[n_ends++] = (End) { lines[i], ts_trend_axes_get_y (axes, value), 0 };
    }
  qsort (ends, n_ends, sizeof *ends, compare_ends);
  move_apart (ends, n_ends, top, bottom, axes->line_height);

  for (guint i = 0; i < n_ends; i++)
    {
      const TsChartPoint line[] = {
        { ts_trend_axes_get_x (axes, last) + GAP * axes->unit, ends[i].wanted },
        { axes->ends_x - GAP * axes->unit / 2, ends[i].y }
      };

      ts_scene_builder_add_line (builder, TS_SCENE_PART_NOTE, &lead, line, 2);
      ts_scene_builder_add_text (builder, TS_SCENE_PART_NOTE, &style,
                                 ts_chart_subject_name (
                                   ts_trend_data_get_line (axes->data, ends[i].line)),
                                 axes->ends_x, ends[i].y + axes->ascent - axes->line_height / 2,
                                 TS_CHART_ANCHOR_LEFT, axes->ends_width);
    }
}
