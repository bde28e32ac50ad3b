/* test-layout.c — documents on their pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

static TsReportPages *
lay_out (TsReport          *report,
         TsReportPaperKind  kind,
         TsChartDirection   direction)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  TsReportPaper paper;

  ts_report_paper_init (&paper, kind);

  return ts_report_layout (report, &paper, measurer, direction);
}

static void
test_random (void)
{
  for (guint seed = 0; seed < 36; seed++)
    {
      g_autoptr (TsReport) report = fixture_random_report (seed, seed);

      g_test_message ("seed %u", seed);

      for (guint kind = 0; kind < 2; kind++)
        {
          for (guint direction = 0; direction < 2; direction++)
            {
              g_autoptr (TsReportPages) pages = lay_out (report, kind, direction);

              fixture_check (report, pages);
            }
        }
    }
}

/* With real fonts too, on sheets of any size. */
static void
test_fonts (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (TS_REPORT_FAMILY, TS_SURFACE_VECTOR);
  const double sizes[][2] = { { 794, 1123 }, { 1123, 794 }, { 420, 560 }, { 2000, 3000 }, { 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TsReport) report = fixture_random_report (100 + i, 40);
      g_autoptr (TsReportPages) pages = NULL;
      TsReportPaper paper;

      g_test_message ("%.0f × %.0f", sizes[i][0], sizes[i][1]);
      ts_report_paper_init_sized (&paper, sizes[i][0], sizes[i][1]);
      pages = ts_report_layout (report, &paper, measurer, TS_CHART_DIRECTION_LTR);
      fixture_check (report, pages);
    }
}

static void
test_empty (void)
{
  g_autoptr (TsReport) report = ts_report_builder_end (ts_report_builder_new (&fixture_info));
  g_autoptr (TsReportPages) pages = lay_out (report, TS_REPORT_PAPER_A4, TS_CHART_DIRECTION_LTR);

  g_assert_cmpuint (ts_report_pages_get_n_pages (pages), ==, 1);
  fixture_check (report, pages);
}

static void
test_rows (void)
{
  const guint rows[] = { 0, 1, 2, 60, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      TsReportBuilder *builder = ts_report_builder_new (&fixture_info);
      g_autoptr (TsReport) report = NULL;
      g_autoptr (TsReportPages) pages = NULL;

      ts_report_builder_add_heading (builder, 1, "Rows");
      ts_report_builder_add_table (builder, fixture_table (4, rows[i], 6, rand));
      report = ts_report_builder_end (builder);
      pages = lay_out (report, TS_REPORT_PAPER_A4, TS_CHART_DIRECTION_LTR);
      g_assert_cmpuint (ts_report_get_n_blocks (report), ==, rows[i] == 0 ? 1 : 2);
      g_assert_cmpint (ts_report_pages_get_n_pages (pages) > 1, ==, rows[i] > 2);
      fixture_check (report, pages);
    }
}

/* A row that fits on a page stays on one, as long as it is short. */
static void
test_short_rows (void)
{
  TsReportBuilder *builder = ts_report_builder_new (&fixture_info);
  TsReportTable *table = ts_report_table_new (NULL);
  g_autoptr (TsReport) report = NULL;
  g_autoptr (TsReportPages) pages = NULL;

  ts_report_table_add_column (table, "Text", 1, TS_REPORT_ALIGN_START);

  for (guint i = 0; i < 100; i++)
    {
      guint row = ts_report_table_add_row (table);

      ts_report_table_set_text (table, row, 0, "one\ntwo\nthree\nfour");
    }

  ts_report_builder_add_table (builder, table);
  report = ts_report_builder_end (builder);
  pages = lay_out (report, TS_REPORT_PAPER_A4, TS_CHART_DIRECTION_LTR);
  fixture_check (report, pages);

  for (guint page = 0; page < ts_report_pages_get_n_pages (pages); page++)
    {
      guint n = 0;

      for (guint i = 0; i < ts_report_pages_get_n_items (pages, page); i++)
        {
          const TsReportItem *item = ts_report_pages_get_item (pages, page, i);

          n += item->part == TS_REPORT_PART_BODY && item->kind == TS_REPORT_ITEM_TEXT && !g_str_equal (item->text, "Text");
        }

      g_assert_cmpuint (n, >, 0);
      g_assert_cmpuint (n % 4, ==, 0);
    }
}

/* Numbers stand at the end of their columns, one below the other. */
static void
test_numbers (void)
{
  TsReportBuilder *builder = ts_report_builder_new (&fixture_info);
  TsReportTable *table = ts_report_table_new (NULL);
  g_autoptr (TsReport) report = NULL;
  g_autoptr (TsReportPages) pages = NULL;
  double x = -1;

  ts_report_table_add_column (table, "Name", 1, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, NULL, 0, TS_REPORT_ALIGN_END);

  for (guint i = 0; i < 5; i++)
    {
      guint row = ts_report_table_add_row (table);

      ts_report_table_set_text (table, row, 0, "x");
      ts_report_table_set_number (table, row, 1, i == 0 ? 1 : -1000 * (gint64) i);
    }

  ts_report_builder_add_table (builder, table);
  report = ts_report_builder_end (builder);
  pages = lay_out (report, TS_REPORT_PAPER_LETTER, TS_CHART_DIRECTION_LTR);

  for (guint i = 0; i < ts_report_pages_get_n_items (pages, 0); i++)
    {
      const TsReportItem *item = ts_report_pages_get_item (pages, 0, i);

      if (item->part != TS_REPORT_PART_BODY || item->kind != TS_REPORT_ITEM_TEXT || item->anchor != TS_CHART_ANCHOR_RIGHT)
        continue;

      if (x < 0)
        x = item->x;

      g_assert_cmpfloat (item->x, ==, x);
    }

  g_assert_cmpfloat (x, >, 0);
}

/* What follows a page break begins a page, and several in a row make no empty one. */
static void
test_page_breaks (void)
{
  TsReportBuilder *builder = ts_report_builder_new (&fixture_info);
  g_autoptr (TsReport) report = NULL;
  g_autoptr (TsReportPages) pages = NULL;

  ts_report_builder_add_page_break (builder);
  ts_report_builder_add_text (builder, "one");
  ts_report_builder_add_page_break (builder);
  ts_report_builder_add_page_break (builder);
  ts_report_builder_add_text (builder, "two");
  ts_report_builder_add_page_break (builder);
  report = ts_report_builder_end (builder);
  pages = lay_out (report, TS_REPORT_PAPER_A4, TS_CHART_DIRECTION_LTR);
  g_assert_cmpuint (ts_report_pages_get_n_pages (pages), ==, 2);
  fixture_check (report, pages);
}

/* Text of the other direction stands at the other side. */
static void
test_directions (void)
{
  for (guint direction = 0; direction < 2; direction++)
    {
      TsReportBuilder *builder = ts_report_builder_new (&fixture_info);
      g_autoptr (TsReport) report = NULL;
      g_autoptr (TsReportPages) pages = NULL;
      guint n = 0;

      ts_report_builder_add_text (builder, "left to right");
      ts_report_builder_add_text (builder, "מימין לשמאל");
      report = ts_report_builder_end (builder);
      pages = lay_out (report, TS_REPORT_PAPER_A4, direction);
      fixture_check (report, pages);

      for (guint i = 0; i < ts_report_pages_get_n_items (pages, 0); i++)
        {
          const TsReportItem *item = ts_report_pages_get_item (pages, 0, i);

          if (item->part != TS_REPORT_PART_BODY)
            continue;

          g_assert_cmpint (item->anchor, ==, item->block == 0 ? TS_CHART_ANCHOR_LEFT : TS_CHART_ANCHOR_RIGHT);
          n++;
        }

      g_assert_cmpuint (n, ==, 2);
    }
}

static void
test_paper (void)
{
  const TsReportPaperKind kinds[] = { TS_REPORT_PAPER_A4, TS_REPORT_PAPER_LETTER };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      TsReportPaperKind kind;

      g_assert_true (ts_report_paper_kind_from_name (ts_report_paper_kind_get_name (kinds[i]), &kind));
      g_assert_cmpint (kind, ==, kinds[i]);
    }

  g_assert_false (ts_report_paper_kind_from_name ("a5", &(TsReportPaperKind) { 0 }));
  g_assert_true (ts_report_paper_kind_from_name ("A4", &(TsReportPaperKind) { 0 }));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/layout/random", test_random);
  g_test_add_func ("/report/layout/fonts", test_fonts);
  g_test_add_func ("/report/layout/empty", test_empty);
  g_test_add_func ("/report/layout/rows", test_rows);
  g_test_add_func ("/report/layout/short-rows", test_short_rows);
  g_test_add_func ("/report/layout/numbers", test_numbers);
  g_test_add_func ("/report/layout/page-breaks", test_page_breaks);
  g_test_add_func ("/report/layout/directions", test_directions);
  g_test_add_func ("/report/layout/paper", test_paper);

  return g_test_run ();
}
