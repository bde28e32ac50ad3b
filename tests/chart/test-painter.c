/* test-painter.c
 *
 * Whether what was laid out arrives on the pixels.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "chart/ts-painter-run.h"
#include "chart/ts-painter.h"
#include "chart/ts-radar-layout.h"
#include "chart/ts-scene-builder.h"
#include "fixture.h"

#define WIDTH  120
#define HEIGHT 60

static TsSceneBuilder *
new_builder (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (NULL, TS_SURFACE_RASTER);
  TsChartOptions options;

  ts_chart_options_init_screen (&options, WIDTH, HEIGHT, measurer);

  return ts_scene_builder_new (&options, "", "");
}

static cairo_surface_t *
paint (const TsScene *scene,
       TsSurfaceKind  kind,
       double         scale)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                (int) ceil (ts_scene_get_width (scene) * scale),
                                (int) ceil (ts_scene_get_height (scene) * scale));
  cairo_t *cairo = cairo_create (surface);

  cairo_scale (cairo, scale, scale);
  ts_painter_paint (cairo, scene, ts_palette_get (TS_PALETTE_LIGHT), kind);
  g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
pixel (cairo_surface_t *surface,
       int              x,
       int              y)
{
  const guchar *row = cairo_image_surface_get_data (surface) +
                      y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x];
}

static guint
alpha (cairo_surface_t *surface,
       int              x,
       int              y)
{
  return pixel (surface, x, y) >> 24;
}

/* A hairline that lies between two rows is moved onto one of them, unless nothing shall be rounded. */
static void
test_hairline (void)
{
  static const double heights[] = { 20, 20.3, 20.5, 20.7 };
  const TsChartPaint paint_grid = { .stroke_role = TS_CHART_ROLE_FOREGROUND, .stroke_width = 1 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    for (double scale = 1; scale <= 2; scale++)
      {
        TsSceneBuilder *builder = new_builder ();
        const TsChartPoint line[] = { { 10, heights[i] }, { 100, heights[i] } };
        g_autoptr (TsScene) scene = NULL;
        cairo_surface_t *surface;
        guint rows = 0;

        ts_scene_builder_add_line (builder, TS_SCENE_PART_GRID, &paint_grid, line, 2);
        scene = ts_scene_builder_end (builder);
        surface = paint (scene, TS_SURFACE_RASTER, scale);
        for (int y = 0; y < HEIGHT * scale; y++)
          {
            guint value = alpha (surface, (int) (50 * scale), y);

            g_assert_true (value == 0 || value == 255);
            rows += value == 255;
          }
        g_assert_cmpuint (rows, ==, (guint) scale);
        cairo_surface_destroy (surface);
      }
}

static void
test_vector_is_not_snapped (void)
{
  const TsChartPaint paint_grid = { .stroke_role = TS_CHART_ROLE_FOREGROUND, .stroke_width = 1 };
  const TsChartPoint line[] = { { 10, 20 }, { 100, 20 } };
  TsSceneBuilder *builder = new_builder ();
  g_autoptr (TsScene) scene = NULL;
  cairo_surface_t *surface;

  ts_scene_builder_add_line (builder, TS_SCENE_PART_GRID, &paint_grid, line, 2);
  scene = ts_scene_builder_end (builder);
  surface = paint (scene, TS_SURFACE_VECTOR, 1);
  g_assert_cmpuint (alpha (surface, 50, 19), >, 100);
  g_assert_cmpuint (alpha (surface, 50, 20), >, 100);
  cairo_surface_destroy (surface);
}

/* Solid, washed and hatched areas differ by more than their colour. */
static void
test_fills (void)
{
  const TsChartRectangle area = { 10, 10, 40, 40 };
  guint covered[4];

  for (guint fill = TS_CHART_FILL_NONE; fill <= TS_CHART_FILL_HATCH; fill++)
    {
      const TsChartPaint paint_area = { .fill = fill, .fill_role = TS_CHART_ROLE_SERIES_1 };
      TsSceneBuilder *builder = new_builder ();
      g_autoptr (TsScene) scene = NULL;
      cairo_surface_t *surface;

      ts_scene_builder_add_rectangle (builder, TS_SCENE_PART_SERIES, &paint_area, &area, 0);
      scene = ts_scene_builder_end (builder);
      surface = paint (scene, TS_SURFACE_RASTER, 1);

      covered[fill] = 0;
      for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
          {
            covered[fill] += alpha (surface, x, y);
            if (x < 10 || x >= 50 || y < 10 || y >= 50)
              g_assert_cmpuint (alpha (surface, x, y), ==, 0);
          }
      cairo_surface_destroy (surface);
    }

  g_assert_cmpuint (covered[TS_CHART_FILL_NONE], ==, 0);
  g_assert_cmpuint (covered[TS_CHART_FILL_SOLID], ==, 40 * 40 * 255);
  g_assert_cmpuint (covered[TS_CHART_FILL_WASH], >, covered[TS_CHART_FILL_SOLID] / 10);
  g_assert_cmpuint (covered[TS_CHART_FILL_WASH], <, covered[TS_CHART_FILL_SOLID] / 3);
  g_assert_cmpuint (covered[TS_CHART_FILL_HATCH], >, covered[TS_CHART_FILL_SOLID] / 10);
  g_assert_cmpuint (covered[TS_CHART_FILL_HATCH], <, covered[TS_CHART_FILL_SOLID] / 2);
}

/* Letters stay in the room that the layout kept for them, ellipsised or not, whichever way they run. */
static void
test_text_keeps_to_its_room (void)
{
  static const char *const texts[] = {
    "Manage knowledge",
    "1",
    "\xd7\x9e\xd7\x95\xd7\x91\xd7\x99\xd7\x9c 12",
    "Agjpqy \xc3\x85",
    "An exceedingly long label that goes on",
  };
  static const double max_widths[] = { 0, 60 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint anchor = TS_CHART_ANCHOR_LEFT; anchor <= TS_CHART_ANCHOR_RIGHT; anchor++)
      for (guint limit = 0; limit < G_N_ELEMENTS (max_widths); limit++)
        {
          const TsTextStyle style = { .size = 12.3, .role = TS_CHART_ROLE_FOREGROUND };
          TsSceneBuilder *builder = new_builder ();
          g_autoptr (TsScene) scene = NULL;
          cairo_surface_t *surface;
          const TsChartRectangle *bounds;
          guint ink = 0;

          ts_scene_builder_add_text (builder, TS_SCENE_PART_NOTE, &style, texts[i], 60, 30.4, anchor,
                                     max_widths[limit]);
          scene = ts_scene_builder_end (builder);
          bounds = &ts_scene_get_item (scene, 0)->bounds;
          surface = paint (scene, TS_SURFACE_RASTER, 1);

          for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++)
              {
                if (alpha (surface, x, y) == 0)
                  continue;
                ink++;
                g_assert_cmpfloat (x, >=, bounds->x - 2);
                g_assert_cmpfloat (x, <=, bounds->x + bounds->width + 2);
                g_assert_cmpfloat (y, >=, bounds->y - 2);
                g_assert_cmpfloat (y, <=, bounds->y + bounds->height + 2);
              }
          g_assert_cmpuint (ink, >, 5);
          cairo_surface_destroy (surface);
        }
}

static void
test_text_on_area (void)
{
  const TsChartRectangle area = { 0, 0, WIDTH, HEIGHT };

  for (guint role = TS_CHART_ROLE_LEVEL_LOW; role <= TS_CHART_ROLE_LEVEL_HIGH; role++)
    {
      const TsTextStyle style = { .size = 30, .weight = TS_CHART_WEIGHT_BOLD, .role = role, .on_area = TRUE };
      const TsChartPaint paint_area = { .fill = TS_CHART_FILL_SOLID, .fill_role = role };
      guint32 wanted = 0xff000000 | ts_palette_text_on (ts_palette_get (TS_PALETTE_LIGHT), role);
      TsSceneBuilder *builder = new_builder ();
      g_autoptr (TsScene) scene = NULL;
      cairo_surface_t *surface;
      guint found = 0;

      ts_scene_builder_add_rectangle (builder, TS_SCENE_PART_SERIES, &paint_area, &area, 0);
      ts_scene_builder_add_text (builder, TS_SCENE_PART_NOTE, &style, "4", 60, 40,
                                 TS_CHART_ANCHOR_CENTRE, 0);
      scene = ts_scene_builder_end (builder);
      surface = paint (scene, TS_SURFACE_RASTER, 1);
      for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
          found += pixel (surface, x, y) == wanted;
      g_assert_cmpuint (found, >, 10);
      cairo_surface_destroy (surface);
    }
}

/* Everything outside what the items claim to cover stays untouched, for a whole chart. */
static void
test_items_keep_to_their_bounds (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (NULL, TS_SURFACE_RASTER);
  g_autoptr (TsRadarData) data = fixture_radar (11, 4, FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_SOME);
  g_autoptr (TsScene) scene = NULL;
  g_autofree guchar *claimed = g_new0 (guchar, 600 * 500);
  TsChartOptions options;
  cairo_surface_t *surface;

  ts_chart_options_init_export (&options, 600, 500, measurer);
  scene = ts_radar_layout (data, &options);
  surface = paint (scene, TS_SURFACE_RASTER, 1);

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsChartRectangle *bounds = &ts_scene_get_item (scene, i)->bounds;

      for (int y = (int) floor (bounds->y) - 2; y <= (int) ceil (bounds->y + bounds->height) + 1; y++)
        for (int x = (int) floor (bounds->x) - 2; x <= (int) ceil (bounds->x + bounds->width) + 1; x++)
          if (x >= 0 && x < 600 && y >= 0 && y < 500)
            claimed[y * 600 + x] = 1;
    }

  for (int y = 0; y < 500; y++)
    for (int x = 0; x < 600; x++)
      if (!claimed[y * 600 + x])
        g_assert_cmpuint (alpha (surface, x, y), ==, 0);
  cairo_surface_destroy (surface);
}

/* --- Runs --------------------------------------------------------------------------------------------------------- */

#define N_MARKS 40

typedef struct
{
  gboolean is_line;
  TsChartPaint paint;
  TsChartMarker shape;
  TsChartPoint points[2];
  double radius;
} Mark;

static void
pick_mark (GRand *random,
           Mark  *mark)
{
  static const TsChartRole roles[] = { TS_CHART_ROLE_SERIES_1, TS_CHART_ROLE_SERIES_2 };
  guint style = (guint) g_rand_int_range (random, 0, 8);

  *mark = (Mark) { .is_line = g_rand_boolean (random), .shape = style == 7 ? TS_CHART_MARKER_DIAMOND : TS_CHART_MARKER_CIRCLE };

  for (guint i = 0; i < 2; i++)
    mark->points[i] = (TsChartPoint) { g_rand_double_range (random, 8, WIDTH - 8), g_rand_double_range (random, 8, HEIGHT - 8) };

  mark->radius = style == 6 ? 5 : 4;
  mark->paint = (TsChartPaint) {
    .fill = style == 5 ? TS_CHART_FILL_WASH : TS_CHART_FILL_SOLID,
    .fill_role = roles[style == 4],
    .stroke_role = mark->is_line ? roles[style < 2] : TS_CHART_ROLE_BACKGROUND,
    .stroke_width = mark->is_line ? 3 : style == 3 ? 0
                                                   : 2,
    .dash = mark->is_line && style == 2 ? TS_CHART_DASH_DASHED : TS_CHART_DASH_SOLID,
  };
}

static void
add_mark (TsSceneBuilder *builder,
          const Mark     *mark)
{
  if (mark->is_line)
    ts_scene_builder_add_line (builder, TS_SCENE_PART_SERIES, &mark->paint, mark->points, 2);
  else
    ts_scene_builder_add_marker (builder, TS_SCENE_PART_SERIES, &mark->paint, mark->shape, mark->points[0].x, mark->points[0].y, mark->radius);
}

static int
compare_channel (guint32 a,
                 guint32 b,
                 guint   shift)
{
  return ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff));
}

/* What is painted together looks as if each were painted by itself, but for the softness of edges. */
static void
test_runs (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  guint n_together = 0;

  for (guint turn = 0; turn < 300; turn++)
    {
      TsSceneBuilder *builder = new_builder ();
      g_autoptr (TsScene) scene = NULL;
      cairo_surface_t *together;
      cairo_surface_t *alone = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
      cairo_t *cairo = cairo_create (alone);
      guint n_marks = 1 + turn % N_MARKS;

      for (guint i = 0; i < n_marks; i++)
        {
          TsSceneBuilder *one = new_builder ();
          g_autoptr (TsScene) scene_of_one = NULL;
          Mark mark;

          pick_mark (random, &mark);
          add_mark (builder, &mark);
          add_mark (one, &mark);
          scene_of_one = ts_scene_builder_end (one);
          ts_painter_paint (cairo, scene_of_one, ts_palette_get (TS_PALETTE_LIGHT), TS_SURFACE_VECTOR);
        }

      cairo_destroy (cairo);
      cairo_surface_flush (alone);
      scene = ts_scene_builder_end (builder);
      together = paint (scene, TS_SURFACE_VECTOR, 1);

      for (guint i = 0; i < n_marks;)
        {
          guint n = ts_painter_run_measure (scene, i);

          n_together += n > 1 ? n : 0;
          i += MAX (n, 1);
        }

      for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
          for (guint shift = 0; shift < 32; shift += 8)
            g_assert_cmpint (compare_channel (pixel (alone, x, y), pixel (together, x, y), shift), <, 100);

      cairo_surface_destroy (alone);
      cairo_surface_destroy (together);
    }

  g_assert_cmpuint (n_together, >, 300);
}

/* In a table, all lines and all dots are. */
static void
test_run_of_rows (void)
{
  TsSceneBuilder *builder = new_builder ();
  g_autoptr (TsScene) scene = NULL;
  const TsChartPaint line = { .stroke_role = TS_CHART_ROLE_SERIES_1, .stroke_width = 1 };
  const TsChartPaint dot = { .fill = TS_CHART_FILL_SOLID, .fill_role = TS_CHART_ROLE_SERIES_1, .stroke_role = TS_CHART_ROLE_BACKGROUND, .stroke_width = 0.5 };

  for (guint i = 0; i < 5; i++)
    {
      double y = 10 + i * 10;
      const TsChartPoint points[] = { { 10, y }, { 90, y } };

      ts_scene_builder_add_line (builder, TS_SCENE_PART_SERIES, &line, points, 2);
      ts_scene_builder_add_marker (builder, TS_SCENE_PART_SERIES, &dot, TS_CHART_MARKER_CIRCLE, 40, y, 3);
    }

  ts_scene_builder_add_marker (builder, TS_SCENE_PART_SERIES, &dot, TS_CHART_MARKER_SQUARE, 40, 50, 3);
  scene = ts_scene_builder_end (builder);
  g_assert_cmpuint (ts_painter_run_measure (scene, 0), ==, 10);
  g_assert_cmpuint (ts_painter_run_measure (scene, 3), ==, 7);
  g_assert_cmpuint (ts_painter_run_measure (scene, 10), ==, 0);
}

static void
test_cursor (void)
{
  TsSceneBuilder *builder = new_builder ();
  g_autoptr (TsScene) scene = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cairo = cairo_create (surface);
  const TsPalette *palette = ts_palette_get (TS_PALETTE_DARK);

  ts_scene_builder_add_stop (builder, 0, "", "", 40, 30, 10);
  scene = ts_scene_builder_end (builder);
  ts_painter_paint_cursor (cairo, scene, palette, 0);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);

  g_assert_cmphex (pixel (surface, 50, 30), ==,
                   0xff000000 | palette->colours[TS_CHART_ROLE_HIGHLIGHT]);
  g_assert_cmpuint (alpha (surface, 40, 30), ==, 0);
  g_assert_cmpuint (alpha (surface, 70, 30), ==, 0);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/painter/hairline", test_hairline);
  g_test_add_func ("/chart/painter/vector-is-not-snapped", test_vector_is_not_snapped);
  g_test_add_func ("/chart/painter/fills", test_fills);
  g_test_add_func ("/chart/painter/text-keeps-to-its-room", test_text_keeps_to_its_room);
  g_test_add_func ("/chart/painter/text-on-area", test_text_on_area);
  g_test_add_func ("/chart/painter/items-keep-to-their-bounds", test_items_keep_to_their_bounds);
  g_test_add_func ("/chart/painter/runs", test_runs);
  g_test_add_func ("/chart/painter/run-of-rows", test_run_of_rows);
  g_test_add_func ("/chart/painter/cursor", test_cursor);

  return g_test_run ();
}
