/* test-pdf.c — documents as files, and on any surface
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "fixture.h"
#include "report/ts-report-painter.h"
#include "report/ts-report-pdf.h"

static GBytes *
make (const TsReportInfo *info)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GError) error = NULL;
  TsReportBuilder *builder = ts_report_builder_new (info);
  g_autoptr (TsReport) report = NULL;
  g_autoptr (TsChart) chart = fixture_chart ();
  TsReportPaper paper;
  GBytes *bytes;

  ts_report_builder_add_title_page (builder, NULL, NULL);
  ts_report_builder_add_contents (builder, "Contents", 3);
  ts_report_builder_add_heading (builder, 1, "One");
  ts_report_builder_add_heading (builder, 3, "A level that skips one");
  ts_report_builder_add_chart (builder, chart, 0);
  ts_report_builder_add_heading (builder, 1, "Two (with \\ brackets) 'and' quotes");
  ts_report_builder_add_table (builder, fixture_table (4, 80, 5, rand));
  report = ts_report_builder_end (builder);
  ts_report_paper_init (&paper, TS_REPORT_PAPER_A4);
  bytes = ts_report_pdf_make_from (report, &paper, &error);
  g_assert_no_error (error);

  return bytes;
}

static gboolean
contains (GBytes     *bytes,
          const char *text)
{
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);

  return memmem (data, n, text, strlen (text)) != NULL;
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = make (&fixture_info);
  g_autoptr (GBytes) second = make (&fixture_info);
  TsReportInfo later = fixture_info;
  g_autoptr (GBytes) third = NULL;

  later.created = "2010-03-31T12:00:00Z";
  third = make (&later);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, third));
  g_assert_true (contains (first, "%PDF-1."));
  g_assert_true (contains (third, "20100331"));
  g_assert_true (contains (first, "/Outlines"));
  g_assert_true (contains (first, "/Link"));
}

/* A printer gets what the PDF shows: pages leave marks, inside their margins only. */
static void
test_surface (void)
{
  g_autoptr (TsReport) report = fixture_random_report (4, 12);
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (TS_REPORT_FAMILY, TS_SURFACE_VECTOR);
  g_autoptr (TsReportPages) pages = NULL;
  TsReportPaper paper;

  ts_report_paper_init (&paper, TS_REPORT_PAPER_LETTER);
  pages = ts_report_layout (report, &paper, measurer, TS_CHART_DIRECTION_LTR);

  for (guint page = 0; page < ts_report_pages_get_n_pages (pages); page++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cairo = cairo_create (surface);
      double x, y, width, height;

      ts_report_paint_page (cairo, pages, page, NULL, NULL);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpfloat (width, >, 10);
      g_assert_cmpfloat (x, >=, paper.start - 3);
      g_assert_cmpfloat (x + width, <=, paper.width - paper.end + 3);
      g_assert_cmpfloat (y, >=, 0);
      g_assert_cmpfloat (y + height, <=, paper.height);
      cairo_destroy (cairo);
      cairo_surface_destroy (surface);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/report/pdf/surface", test_surface);

  return g_test_run ();
}
