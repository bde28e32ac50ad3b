/* test-scene-canvas.c — that what comes into sight has been painted
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "app/widgets/ts-chart-canvas.h"
#include "app/widgets/ts-chart-style.h"
#include "app/widgets/ts-heatmap-canvas.h"
#include "chart/ts-painter.h"
#include "chart/ts-ranking-layout.h"
#include "chart/ts-trend-layout.h"

#include <string.h>

#define WIDTH  600
#define HEIGHT 400
#define N_ROWS 300

/* So many that they are laid out on a thread. */
#define MANY_ROWS 600

static TsChart *
make_chart (guint n_rows)
{
  g_autoptr (TsRankingData) data = ts_ranking_data_new ("Test", 0.95);

  ts_ranking_data_add_panel (data, "Sum");

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *code = g_strdup_printf ("R%03u", i);
      const TsChartSubject subject = { code, code, "Somewhere", NULL, i % 7 == 0 };
      const TsRank rank = { n_rows - i, i + 1, MAX (i, 1), i + 2 };

      ts_ranking_data_set_rank (data, 0, ts_ranking_data_add_row (data, &subject), &rank);
    }

  return ts_chart_new_ranking (data);
}

/* The scene as far as it is in sight, painted in one piece. */
static cairo_surface_t *
paint_expected (GtkWidget *canvas,
                int        width,
                int        height,
                double     offset)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (canvas), gtk_widget_get_height (canvas));
  g_autoptr (GskRenderNode) node = gsk_cairo_node_new (&bounds);
  cairo_t *cairo = gsk_cairo_node_get_draw_context (node);
  TsPalette palette;

  ts_chart_style_get_palette (canvas, &palette);
  ts_painter_paint (cairo, ts_scene_canvas_get_scene (TS_SCENE_CANVAS (canvas)), &palette, TS_SURFACE_RASTER);
  cairo_destroy (cairo);
  cairo = cairo_create (surface);
  cairo_translate (cairo, 0, -offset);
  gsk_render_node_draw (node, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);

  return surface;
}

static gboolean
is_blank (cairo_surface_t *surface)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  gsize n_bytes = (gsize) cairo_image_surface_get_stride (surface) * (gsize) cairo_image_surface_get_height (surface);

  return *data == 0 && memcmp (data, data + 1, n_bytes - 1) == 0;
}

/* Without the scrollbar, which draws itself for as long as it fades away. Of what is still to be drawn anew there is no picture. */
static cairo_surface_t *
take_picture (GtkWidget *scroller)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));
  cairo_surface_t *picture = app_fixture_picture (viewport);

  for (guint i = 0; i < 20 && is_blank (picture); i++)
    {
      cairo_surface_destroy (picture);
      app_fixture_settle (viewport);
      picture = app_fixture_picture (viewport);
    }

  return picture;
}

/* How many rows of pixels have something on them, and that all that is painted is right. */
static guint
compare (GtkWidget *scroller,
         GtkWidget *canvas,
         double     offset)
{
  cairo_surface_t *seen = take_picture (scroller);
  int width = cairo_image_surface_get_width (seen);
  int height = cairo_image_surface_get_height (seen);
  int stride = cairo_image_surface_get_stride (seen);
  cairo_surface_t *expected = paint_expected (canvas, width, height, offset);
  guint n_inked = 0;

  g_assert_cmpint (width, >, WIDTH / 2);

  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (seen) + y * stride);
      const guint32 *other = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (expected) + y * stride);
      gboolean inked = FALSE;

      g_assert_cmpmem (row, sizeof *row * (gsize) width, other, sizeof *other * (gsize) width);

      for (int x = 0; x < width; x++)
        inked |= other[x] != 0;

      n_inked += inked;
    }

  cairo_surface_destroy (seen);
  cairo_surface_destroy (expected);

  return n_inked;
}

static void
wait_for_scene (GtkWidget *canvas)
{
  for (guint i = 0; i < 500 && ts_scene_canvas_get_scene (TS_SCENE_CANVAS (canvas)) == NULL; i++)
    app_fixture_settle (canvas);

  g_assert_nonnull (ts_scene_canvas_get_scene (TS_SCENE_CANVAS (canvas)));
  app_fixture_settle (canvas);
}

/* A chart that is far higher than the window, below something else: each part is there when it is scrolled to, as when all is painted at once. */
static void
test_scrolled (gconstpointer data)
{
  static const double offsets[] = { 0, 1, 511, 512, 700, 3000, 2999, 100, G_MAXDOUBLE };
  g_autoptr (TsChart) chart = make_chart (GPOINTER_TO_UINT (data));
  GtkWidget *canvas = ts_chart_canvas_new ();
  GtkWidget *above = gtk_label_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkWindow *window;

  gtk_widget_set_size_request (above, -1, 2 * HEIGHT);
  gtk_box_append (GTK_BOX (box), above);
  gtk_box_append (GTK_BOX (box), canvas);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  ts_chart_canvas_set_chart (TS_CHART_CANVAS (canvas), chart);
  window = app_fixture_show (scroller, WIDTH, HEIGHT);
  wait_for_scene (canvas);

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

      gtk_adjustment_set_value (adjustment, MIN (2 * HEIGHT + offsets[i], end));
      app_fixture_settle (canvas);
      g_assert_cmpuint (compare (scroller, canvas, gtk_adjustment_get_value (adjustment) - 2 * HEIGHT), >, HEIGHT / 2);
    }

  /* What goes from above it brings into sight what was not. */
  gtk_adjustment_set_value (adjustment, 0);
  app_fixture_settle (canvas);
  ts_chart_canvas_set_chart (TS_CHART_CANVAS (canvas), NULL);
  ts_chart_canvas_set_chart (TS_CHART_CANVAS (canvas), chart);
  wait_for_scene (canvas);
  gtk_widget_set_visible (above, FALSE);
  app_fixture_settle (canvas);
  g_assert_cmpuint (compare (scroller, canvas, 0), >, HEIGHT / 2);

  gtk_window_destroy (window);
}

/* While one chart is laid out another is wanted, and a window of another width: the last is what comes. */
static void
test_changed (void)
{
  g_autoptr (TsChart) first = make_chart (MANY_ROWS);
  g_autoptr (TsChart) second = make_chart (MANY_ROWS + 100);
  GtkWidget *canvas = ts_chart_canvas_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWindow *window;
  TsScene *scene;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), canvas);
  ts_chart_canvas_set_chart (TS_CHART_CANVAS (canvas), first);
  window = app_fixture_show (scroller, WIDTH, HEIGHT);
  ts_chart_canvas_set_chart (TS_CHART_CANVAS (canvas), second);
  gtk_widget_set_size_request (canvas, WIDTH + 100, -1);
  wait_for_scene (canvas);

  for (guint i = 0; i < 500; i++)
    {
      scene = ts_scene_canvas_get_scene (TS_SCENE_CANVAS (canvas));

      if ((int) ts_scene_get_width (scene) == gtk_widget_get_width (canvas) && ts_scene_get_n_stops (scene) == MANY_ROWS + 100)
        break;

      app_fixture_settle (canvas);
    }

  g_assert_cmpint ((int) ts_scene_get_width (scene), ==, gtk_widget_get_width (canvas));
  g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, MANY_ROWS + 100);

  /* Who goes meanwhile is not waited for. */
  ts_chart_canvas_set_chart (TS_CHART_CANVAS (canvas), first);
  app_fixture_settle (canvas);
  gtk_window_destroy (window);

  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Thousands of lines are drawn once, and look as if they were drawn anew with each frame. */
static void
test_dense (void)
{
  static const int years[] = { 2006, 2007, 2008, 2009, 2010 };
  g_autoptr (TsTrendData) data = ts_trend_data_new ("Test", "Sum", NULL, NULL, years, G_N_ELEMENTS (years));
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (TsChart) chart = NULL;
  GtkWidget *canvas = ts_chart_canvas_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWindow *window;

  for (guint i = 0; i < 2 * N_ROWS; i++)
    {
      guint line = ts_trend_data_add_line (data, &(TsChartSubject) { .id = "id", .code = "C", .name = "Name" }, TS_TREND_LINE_SUBJECT);

      for (guint year = 0; year < G_N_ELEMENTS (years); year++)
        ts_trend_data_set_value (data, line, year, g_rand_int_range (random, 0, 50), FALSE);
    }

  chart = ts_chart_new_trend (data);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), canvas);
  ts_chart_canvas_set_chart (TS_CHART_CANVAS (canvas), chart);
  window = app_fixture_show (scroller, WIDTH, HEIGHT);
  wait_for_scene (canvas);
  g_assert_cmpuint (ts_scene_get_n_items (ts_scene_canvas_get_scene (TS_SCENE_CANVAS (canvas))), >, 1000);
  g_assert_cmpuint (compare (scroller, canvas, 0), >, HEIGHT / 2);
  gtk_window_destroy (window);
}

/* A heat map that was hidden scrolls as before. */
static void
test_shown_again (void)
{
  static const char *const names[] = { "Low", "High", NULL };
  g_autoptr (TsHeatmapData) data = ts_heatmap_data_new ("Test");
  g_autoptr (TsChartLevels) levels = ts_chart_levels_new (names, TS_CHART_LEVELS_SEQUENCE);
  GtkWidget *canvas = ts_heatmap_canvas_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment;
  GtkWindow *window;

  ts_heatmap_data_add_column (data, "id", "1", "Column", levels);

  for (guint i = 0; i < N_ROWS; i++)
    ts_heatmap_data_set_value (data, ts_heatmap_data_add_row (data, &(TsChartSubject) { .id = "id", .code = "C", .name = "Name" }), 0, 1, FALSE);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), canvas);
  ts_heatmap_canvas_set_data (TS_HEATMAP_CANVAS (canvas), data);
  window = app_fixture_show (scroller, WIDTH, HEIGHT);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  app_fixture_settle (canvas);
  gtk_widget_set_visible (scroller, FALSE);
  gtk_widget_set_visible (scroller, TRUE);
  app_fixture_settle (canvas);
  g_assert_cmpuint (ts_scene_get_stop (ts_scene_canvas_get_scene (TS_SCENE_CANVAS (canvas)), 0)->id, ==, 0);

  for (guint row = 0; row < N_ROWS / 2; row += 50)
    {
      double step = (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)) / N_ROWS;

      gtk_adjustment_set_value (adjustment, row * step);
      app_fixture_settle (canvas);
      g_assert_cmpuint (ts_scene_get_stop (ts_scene_canvas_get_scene (TS_SCENE_CANVAS (canvas)), 0)->id, >=, row / 2);
      g_assert_cmpuint (ts_scene_get_stop (ts_scene_canvas_get_scene (TS_SCENE_CANVAS (canvas)), 0)->id, <=, row);
    }

  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);
  g_test_add_data_func ("/scene-canvas/scrolled", GUINT_TO_POINTER (N_ROWS), test_scrolled);
  g_test_add_data_func ("/scene-canvas/scrolled-of-many", GUINT_TO_POINTER (MANY_ROWS), test_scrolled);
  g_test_add_func ("/scene-canvas/changed", test_changed);
  g_test_add_func ("/scene-canvas/dense", test_dense);
  g_test_add_func ("/scene-canvas/shown-again", test_shown_again);

  return g_test_run ();
}
