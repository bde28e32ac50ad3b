/* test-export.c
 *
 * Charts as files.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cairo.h>

#include "chart/ts-chart-export.h"
#include "chart/ts-radar-data-builder.h"
#include "fixture.h"

static TsScene *
make_scene (double        width,
            double        height,
            TsSurfaceKind kind)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (NULL, kind);
  g_autoptr (TsRadarData) data = fixture_radar (11, 3, FIXTURE_LABELS_HOSTILE, FIXTURE_MISSING_SOME);
  g_autoptr (TsChart) chart = ts_chart_new_radar (data);
  TsChartOptions options;

  ts_chart_options_init_export (&options, width, height, measurer);

  return ts_chart_layout (chart, &options);
}

static GBytes *
make_bytes (TsChartFormat format)
{
  g_autoptr (TsScene) scene = make_scene (600, 500, ts_chart_export_get_text_kind (format, 1));
  const TsChartExport settings = { .format = format, .scale = 1, .author = "The board" };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ts_chart_export_to_bytes (scene, &settings, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
test_same_bytes (void)
{
  for (guint format = TS_CHART_FORMAT_PNG; format <= TS_CHART_FORMAT_PDF; format++)
    {
      g_autoptr (GBytes) first = make_bytes (format);
      g_autoptr (GBytes) second = make_bytes (format);

      g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first),
                       g_bytes_get_data (second, NULL), g_bytes_get_size (second));
    }
}

static gpointer
make_in_thread (gpointer format)
{
  return make_bytes (GPOINTER_TO_INT (format));
}

/* Threads do not get into each other's way. */
static void
test_threads (void)
{
  for (guint format = TS_CHART_FORMAT_PNG; format <= TS_CHART_FORMAT_PDF; format++)
    {
      g_autoptr (GBytes) here = make_bytes (format);
      GThread *threads[4];

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new (NULL, make_in_thread, GINT_TO_POINTER (format));
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        {
          g_autoptr (GBytes) there = g_thread_join (threads[i]);

          g_assert_true (g_bytes_equal (here, there));
        }
    }
}

static void
test_signatures (void)
{
  static const char *const starts[] = { "\x89PNG\r\n\x1a\n", "<?xml", "%PDF-" };

  for (guint format = TS_CHART_FORMAT_PNG; format <= TS_CHART_FORMAT_PDF; format++)
    {
      g_autoptr (GBytes) bytes = make_bytes (format);
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);

      g_assert_cmpmem (data, strlen (starts[format]), starts[format], strlen (starts[format]));
      g_assert_cmpuint (size, >, 5000);
    }
}

static void
test_svg_says_what_it_shows (void)
{
  static const char *const names[] = { "", "", NULL };
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (NULL, TS_SURFACE_VECTOR);
  TsRadarDataBuilder *builder = ts_radar_data_builder_new ("A < B & \"C\"", TS_RADAR_SUBJECT_AREA,
                                                           names);
  g_autoptr (TsRadarData) data = NULL;
  g_autoptr (TsChart) chart = NULL;
  g_autoptr (TsScene) scene = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  const GMarkupParser parser = { NULL };
  const TsChartExport settings = { .format = TS_CHART_FORMAT_SVG };
  TsChartOptions options;
  gsize size;
  const char *text;

  ts_radar_data_builder_add_axis (builder, "1", "Lead");
  ts_radar_data_builder_add_series (builder, "Self", TS_RADAR_SERIES_CURRENT);
  ts_radar_data_builder_set_value (builder, 0, 0, 2);
  data = ts_radar_data_builder_end (builder);
  chart = ts_chart_new_radar (data);
  ts_chart_options_init_export (&options, 400, 300, measurer);
  scene = ts_chart_layout (chart, &options);
  bytes = ts_chart_export_to_bytes (scene, &settings, &error);
  g_assert_no_error (error);

  text = g_bytes_get_data (bytes, &size);
  g_assert_nonnull (g_strstr_len (text, size, "<title>A &lt; B &amp; &quot;C&quot;</title>"));
  g_assert_nonnull (g_strstr_len (text, size, "<desc>The 1 area has a level; it is 2.</desc>"));
  g_assert_nonnull (g_strstr_len (text, size, "width=\"400px\" height=\"300px\""));

  context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_assert_true (g_markup_parse_context_parse (context, text, size, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
}

static void
test_pdf_metadata (void)
{
  static const char *const needles[] = {
    "/CreationDate (20100331123456Z)",
    "/ModDate (20100331123456Z)",
    "/Author (The board)",
    "/Title (Competencies)",
    "/Subject ",
    "/Creator (Touchstone)",
  };
  g_autoptr (TsScene) scene = make_scene (400, 300, TS_SURFACE_VECTOR);
  const TsChartExport settings = {
    .format = TS_CHART_FORMAT_PDF,
    .author = "The board",
    .created = "2010-03-31T12:34:56Z"
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ts_chart_export_to_bytes (scene, &settings, &error);
  gsize size;
  const char *text;

  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &size);
  for (guint i = 0; i < G_N_ELEMENTS (needles); i++)
    g_assert_nonnull (memmem (text, size, needles[i], strlen (needles[i])));
}

static void
test_png_scale (void)
{
  g_autoptr (TsScene) scene = make_scene (300, 200, TS_SURFACE_VECTOR);
  const TsChartExport settings = { .format = TS_CHART_FORMAT_PNG, .scale = 2.5 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ts_chart_export_to_bytes (scene, &settings, &error);
  const guchar *header;

  g_assert_no_error (error);
  header = g_bytes_get_data (bytes, NULL);
  g_assert_cmpuint (header[18] << 8 | header[19], ==, 750);
  g_assert_cmpuint (header[22] << 8 | header[23], ==, 500);
}

typedef struct
{
  const guchar *data;
  gsize size;
} Reader;

static cairo_status_t
read_bytes (gpointer      closure,
            guchar       *data,
            unsigned int  length)
{
  Reader *reader = closure;

  if (reader->size < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data, length);
  reader->data += length;
  reader->size -= length;

  return CAIRO_STATUS_SUCCESS;
}

/* A picture whose size is no whole number of pixels has no dark edge. */
static void
test_png_edges (void)
{
  g_autoptr (TsScene) scene = make_scene (301, 201, TS_SURFACE_VECTOR);
  const TsChartExport settings = { .format = TS_CHART_FORMAT_PNG, .scale = 1.3 };
  g_autoptr (GBytes) bytes = ts_chart_export_to_bytes (scene, &settings, NULL);
  Reader reader = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, &reader);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (width, ==, 392);
  g_assert_cmpint (height, ==, 262);
  for (int x = 0; x < width; x++)
    g_assert_cmpuint (data[(height - 1) * stride + 4 * x], ==, 255);
  for (int y = 0; y < height; y++)
    g_assert_cmpuint (data[y * stride + 4 * (width - 1)], ==, 255);
  cairo_surface_destroy (surface);
}

static void
test_bad_sizes (void)
{
  static const struct
  {
    double width;
    double height;
    double scale;
    TsChartFormat format;
    const char *advice;
  } cases[] = {
    { 0, 100, 1, TS_CHART_FORMAT_PNG },
    { 100, 0, 1, TS_CHART_FORMAT_SVG },
    { 100, 100, 0, TS_CHART_FORMAT_PNG },
    { 100, 100, -1, TS_CHART_FORMAT_PNG },
    { 100, 100, 1e9, TS_CHART_FORMAT_PNG },
    { 30000, 30000, 1, TS_CHART_FORMAT_PNG },
    { 900, 110000, 1, TS_CHART_FORMAT_PNG, "make a PDF" },
    { 1e6, 10, 1, TS_CHART_FORMAT_PDF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsScene) scene = make_scene (cases[i].width, cases[i].height, TS_SURFACE_VECTOR);
      const TsChartExport settings = { .format = cases[i].format, .scale = cases[i].scale };
      g_autoptr (GError) error = NULL;

      g_assert_null (ts_chart_export_to_bytes (scene, &settings, &error));
      g_assert_error (error, TS_CHART_ERROR, TS_CHART_ERROR_SIZE);
      g_assert_true (cases[i].advice == NULL || strstr (error->message, cases[i].advice) != NULL);
    }
}

static void
test_formats (void)
{
  TsChartFormat format;
  g_autoptr (GError) error = NULL;

  g_assert_true (ts_chart_format_from_path ("/tmp/a.png", &format, NULL));
  g_assert_cmpint (format, ==, TS_CHART_FORMAT_PNG);
  g_assert_true (ts_chart_format_from_path ("b.SVG", &format, NULL));
  g_assert_cmpint (format, ==, TS_CHART_FORMAT_SVG);
  g_assert_true (ts_chart_format_from_path ("c.d.pdf", &format, NULL));
  g_assert_cmpint (format, ==, TS_CHART_FORMAT_PDF);

  g_assert_false (ts_chart_format_from_path ("pdf", &format, NULL));
  g_assert_false (ts_chart_format_from_path ("", &format, NULL));
  g_assert_false (ts_chart_format_from_path ("/tmp/chart.jpeg", &format, &error));
  g_assert_error (error, TS_CHART_ERROR, TS_CHART_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "chart.jpeg"));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (directory) != NULL)
    count++;

  return count;
}

static void
test_path (void)
{
  g_autofree char *folder = g_dir_make_tmp ("touchstone-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.svg", NULL);
  g_autoptr (TsScene) scene = make_scene (400, 300, TS_SURFACE_VECTOR);
  const TsChartExport settings = { .format = TS_CHART_FORMAT_SVG };
  g_autoptr (GBytes) wanted = ts_chart_export_to_bytes (scene, &settings, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize size;

  /* Twice, the second time over the first. */
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (ts_chart_export_to_path (scene, &settings, path, &error));
      g_assert_no_error (error);
    }
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_cmpmem (contents, size, g_bytes_get_data (wanted, NULL), g_bytes_get_size (wanted));
  g_assert_cmpuint (count_files (folder), ==, 1);

  g_unlink (path);
  g_rmdir (folder);
}

static void
assert_refused (const TsScene *scene,
                const char    *path)
{
  const TsChartExport settings = { .format = TS_CHART_FORMAT_PDF };
  g_autoptr (GError) error = NULL;

  g_assert_false (ts_chart_export_to_path (scene, &settings, path, &error));
  g_assert_error (error, TS_CHART_ERROR, TS_CHART_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_places_that_cannot_be_written (void)
{
  g_autofree char *folder = g_dir_make_tmp ("touchstone-chart-XXXXXX", NULL);
  g_autofree char *absent = g_build_filename (folder, "absent", "chart.pdf", NULL);
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *below_file = g_build_filename (file, "chart.pdf", NULL);
  g_autofree char *subfolder = g_build_filename (folder, "chart.pdf", NULL);
  g_autofree char *pipe_path = g_build_filename (folder, "pipe", NULL);
  g_autofree char *in_subfolder = g_build_filename (subfolder, "chart.pdf", NULL);
  g_autoptr (TsScene) scene = make_scene (400, 300, TS_SURFACE_VECTOR);

  g_assert_true (g_file_set_contents (file, "kept", -1, NULL));
  g_assert_cmpint (g_mkdir (subfolder, 0500), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);

  assert_refused (scene, absent);
  assert_refused (scene, below_file);
  assert_refused (scene, subfolder);
  assert_refused (scene, pipe_path);
  if (geteuid () != 0)
    assert_refused (scene, in_subfolder);

  g_assert_cmpuint (count_files (folder), ==, 3);
  g_assert_cmpuint (count_files (subfolder), ==, 0);

  g_unlink (pipe_path);
  g_rmdir (subfolder);
  g_unlink (file);
  g_rmdir (folder);
}

/* The file cannot grow to its full size: what was there stays, and nothing else is left behind. */
static void
test_disk_full (void)
{
  g_autofree char *folder = g_dir_make_tmp ("touchstone-chart-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.pdf", NULL);
  g_autoptr (TsScene) scene = make_scene (400, 300, TS_SURFACE_VECTOR);
  g_autofree char *contents = NULL;
  struct rlimit before, small;
  void (*handler) (int);

  g_assert_true (g_file_set_contents (path, "kept", -1, NULL));

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 1000;
  handler = signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_refused (scene, path);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, handler);

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "kept");
  g_assert_cmpuint (count_files (folder), ==, 1);

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_stream (void)
{
  g_autoptr (TsScene) scene = make_scene (400, 300, TS_SURFACE_VECTOR);
  const TsChartExport settings = { .format = TS_CHART_FORMAT_PDF };
  g_autoptr (GBytes) wanted = ts_chart_export_to_bytes (scene, &settings, NULL);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  char small[100];
  g_autoptr (GOutputStream) full = g_memory_output_stream_new (small, sizeof small, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ts_chart_export_to_stream (scene, &settings, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_true (g_bytes_equal (bytes, wanted));

  g_assert_false (ts_chart_export_to_stream (scene, &settings, full, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/export/same-bytes", test_same_bytes);
  g_test_add_func ("/chart/export/threads", test_threads);
  g_test_add_func ("/chart/export/signatures", test_signatures);
  g_test_add_func ("/chart/export/svg-says-what-it-shows", test_svg_says_what_it_shows);
  g_test_add_func ("/chart/export/pdf-metadata", test_pdf_metadata);
  g_test_add_func ("/chart/export/png-scale", test_png_scale);
  g_test_add_func ("/chart/export/png-edges", test_png_edges);
  g_test_add_func ("/chart/export/bad-sizes", test_bad_sizes);
  g_test_add_func ("/chart/export/formats", test_formats);
  g_test_add_func ("/chart/export/path", test_path);
  g_test_add_func ("/chart/export/places-that-cannot-be-written",
                   test_places_that_cannot_be_written);
  g_test_add_func ("/chart/export/disk-full", test_disk_full);
  g_test_add_func ("/chart/export/stream", test_stream);

  return g_test_run ();
}
