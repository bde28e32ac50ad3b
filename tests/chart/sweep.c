/* sweep.c
 *
 * What holds for every layout of a chart of any kind, tried in very many places.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sweep.h"

#include <string.h>

/* Stands for the height that the chart wants. */
#define NATURAL 0

/* Every two texts of a picture are compared. */
#define MOST_TEXTS 3000

static const struct
{
  double width;
  double height;
} sizes[] = {
  { 80, 80 },
  { 130, 300 },
  { 180, NATURAL },
  { 340, 420 },
  { 360, NATURAL },
  { 720, 480 },
  { 800, NATURAL },
  { 1400, 300 },
  { 2400, 2400 },
};

/* The cursor reaches every stop, in order, and finds it where it stands. */
static void
check_stops (const TsScene *scene)
{
  int n_stops = (int) ts_scene_get_n_stops (scene);
  int step = MAX (n_stops / 400, 1);
  int cursor = ts_scene_move (scene, -1, TS_SCENE_MOVE_FIRST);
  guint visited = 0;

  for (int stop = 0; stop < n_stops; stop += step)
    {
      const TsSceneStop *it = ts_scene_get_stop (scene, (guint) stop);

      g_assert_cmpint (ts_scene_hit (scene, it->anchor.x, it->anchor.y), ==, stop);
      g_assert_cmpstr (it->value, !=, "");
    }

  for (; n_stops > 0; cursor = ts_scene_move (scene, cursor, TS_SCENE_MOVE_NEXT))
    {
      visited++;
      if (cursor == n_stops - 1)
        break;
    }
  g_assert_cmpuint (visited, ==, n_stops);
}

static void
check_layout (TsChart              *chart,
              gconstpointer         data,
              const TsChartOptions *options,
              SweepFunc             check)
{
  g_autoptr (TsScene) scene = ts_chart_layout (chart, options);
  g_autoptr (TsScene) again = ts_chart_layout (chart, options);

  g_test_message ("%g × %g, text × %g, direction %d", options->width, options->height,
                  options->text_scale, options->direction);
  check_inside (scene);
  if (check_count (scene, TS_SCENE_PART_AXIS_LABEL, TS_SCENE_ITEM_TEXT) +
        check_count (scene, TS_SCENE_PART_SERIES, TS_SCENE_ITEM_TEXT) <
      MOST_TEXTS)
    check_no_text_overlaps (scene);
  check_stops (scene);
  check_same (scene, again);
  if (check != NULL)
    check (data, options, scene);
}

/* At the height that it wants the chart leaves nothing out of what surrounds it. */
static void
check_complete (TsChart              *chart,
                const TsChartOptions *options)
{
  g_autoptr (TsScene) scene = ts_chart_layout (chart, options);

  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_LEGEND, TS_SCENE_ITEM_TEXT), ==,
                    ts_scene_get_n_legend (scene));
  g_assert_cmpint (check_count (scene, TS_SCENE_PART_TITLE, -1) > 0, ==,
                   options->show_title && *ts_chart_get_title (chart) != '\0');
  g_assert_cmpint (check_count (scene, TS_SCENE_PART_FINDING, -1) > 0, ==, options->show_finding);
}

/* In many places, at normal and double text size, read from either side. */
void
sweep_layouts (TsChart       *chart,
               gconstpointer  data,
               SweepFunc      check)
{
  g_autoptr (TsTextMeasurer) fixed = ts_text_measurer_new_fixed ();
  g_autoptr (TsTextMeasurer) pango = ts_text_measurer_new_pango (NULL, TS_SURFACE_RASTER);

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (guint large = 0; large < 2; large++)
      {
        g_autoptr (TsScene) left = NULL;
        g_autoptr (TsScene) right = NULL;
        TsTextMeasurer *measurer = (size + large) % 3 == 1 ? pango : fixed;
        TsChartOptions options;

        if (size % 2 == 0)
          ts_chart_options_init_screen (&options, sizes[size].width, sizes[size].height, measurer);
        else
          ts_chart_options_init_export (&options, sizes[size].width, sizes[size].height, measurer);
        options.text_scale = large ? 2 : 1;
        if (options.height == NATURAL)
          options.height = ts_chart_get_natural_height (chart, &options);
        if (options.height == NATURAL)
          options.height = 500;
        else if (sizes[size].height == NATURAL && options.width >= 360)
          check_complete (chart, &options);

        check_layout (chart, data, &options, check);
        left = ts_chart_layout (chart, &options);
        options.direction = TS_CHART_DIRECTION_RTL;
        check_layout (chart, data, &options, check);
        right = ts_chart_layout (chart, &options);
        if (options.width * options.height < 1e6)
          check_mirrored (left, right);
      }
}

/* There is a sentence, a title, and a table of so many rows without an empty heading. */
void
sweep_words (TsChart *chart,
             guint    n_rows)
{
  g_autofree char *sentence = ts_chart_describe (chart);
  g_autoptr (TsChartTable) table = ts_chart_to_table (chart);

  g_assert_true (g_str_has_suffix (sentence, "."));
  g_assert_null (strstr (sentence, "(null)"));
  g_assert_nonnull (ts_chart_get_title (chart));
  g_assert_cmpuint (ts_chart_table_get_n_rows (table), ==, n_rows);
  for (guint column = 0; column < ts_chart_table_get_n_columns (table); column++)
    g_assert_nonnull (ts_chart_table_get_column_title (table, column));
}
