/* test-golden.c
 *
 * A few charts as they are, item by item, so that a change of any layout is seen before it is meant. Text is measured with fixed
 * widths: no font of a machine has a say. GOLDEN_UPDATE=1 writes them anew; look at what changed.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart.h"
#include "compare.h"

static const char *const kinds[] = { "rectangle", "line", "polygon", "marker", "text" };
static const char *const parts[] = { "title", "finding", "legend", "grid", "scale", "axis", "series", "missing", "note" };

/* To half a unit: the last digits of a sum differ from processor to processor. */
static double
settle (double number)
{
  double half = (double) (gint64) (number * 2 + (number < 0 ? -0.5 : 0.5)) / 2;

  return half == 0 ? 0 : half;
}

static char *
dump (const TsScene *scene)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s\n", ts_scene_get_title (scene), ts_scene_get_finding (scene));
  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      g_string_append_printf (text, "%s %s %g %g %g %g", parts[item->part], kinds[item->kind], settle (item->bounds.x),
                              settle (item->bounds.y), settle (item->bounds.width), settle (item->bounds.height));
      if (item->kind == TS_SCENE_ITEM_TEXT)
        g_string_append_printf (text, " “%s”", item->text.string);
      else
        g_string_append_printf (text, " fill %d %d stroke %d dash %d", item->paint.fill, item->paint.fill_role,
                                item->paint.stroke_role, item->paint.dash);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < ts_scene_get_n_stops (scene); i++)
    {
      const TsSceneStop *stop = ts_scene_get_stop (scene, i);

      g_string_append_printf (text, "stop %u %g %g “%s” “%s”\n", stop->id, settle (stop->anchor.x), settle (stop->anchor.y),
                              stop->label, stop->value);
    }

  return g_string_free (text, FALSE);
}

static void
compare_with_golden (TsChart    *chart,
                     const char *name)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autofree char *file = g_strdup_printf ("%s.txt", name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "goldens", file, NULL);
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (TsScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  TsChartOptions options;

  ts_chart_options_init_export (&options, 640, 420, measurer);
  scene = ts_chart_layout (chart, &options);
  found = dump (scene);

  if (g_getenv ("GOLDEN_UPDATE") != NULL)
    g_file_set_contents (path, found, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);

  if (!g_str_equal (found, expected))
    {
      g_auto (GStrv) now = g_strsplit (found, "\n", -1);
      g_auto (GStrv) then = g_strsplit (expected, "\n", -1);

      for (guint i = 0; now[i] != NULL && then[i] != NULL; i++)
        g_assert_cmpstr (now[i], ==, then[i]);
      g_assert_cmpuint (g_strv_length (now), ==, g_strv_length (then));
    }
}

static void
test_heatmap (void)
{
  g_autoptr (TsHeatmapData) data = compare_heatmap (6, 5, FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_SOME);
  g_autoptr (TsChart) chart = ts_chart_new_heatmap (data);

  compare_with_golden (chart, "heatmap");
}

static void
test_trend (void)
{
  g_autoptr (TsTrendData) data = compare_trend (5, 3, FIXTURE_VALUES_USUAL, FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_NONE);
  g_autoptr (TsChart) chart = ts_chart_new_trend (data);

  compare_with_golden (chart, "trend");
}

static void
test_distribution (void)
{
  g_autoptr (TsDistributionData) data = compare_distribution (4, FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_SOME);
  g_autoptr (TsChart) chart = ts_chart_new_distribution (data);

  compare_with_golden (chart, "distribution");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/golden/heatmap", test_heatmap);
  g_test_add_func ("/chart/golden/trend", test_trend);
  g_test_add_func ("/chart/golden/distribution", test_distribution);

  return g_test_run ();
}
