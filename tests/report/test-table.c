/* test-table.c — tables as values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

static void
test_from_chart (void)
{
  g_autoptr (TsChart) chart = fixture_chart ();
  g_autoptr (TsChartTable) source = ts_chart_to_table (chart);
  g_autoptr (TsReportTable) table = ts_report_table_new_from_chart (source);

  g_assert_cmpuint (ts_report_table_get_n_rows (table), ==, ts_chart_table_get_n_rows (source));
  g_assert_cmpuint (ts_report_table_get_n_columns (table), ==, ts_chart_table_get_n_columns (source));

  for (guint j = 0; j < ts_report_table_get_n_columns (table); j++)
    {
      const TsReportColumn *column = ts_report_table_get_column (table, j);

      g_assert_cmpint (column->align, ==, j == 0 ? TS_REPORT_ALIGN_START : TS_REPORT_ALIGN_END);
      g_assert_cmpstr (ts_report_table_get_cell (table, 0, j)->text, ==, ts_chart_table_get_cell (source, 0, j));
    }
}

static void
test_facts (void)
{
  g_autoptr (TsReportTable) table = ts_report_table_new_facts ();

  ts_report_table_add_fact (table, "Told", "yes");
  ts_report_table_add_fact (table, "Not told", NULL);
  ts_report_table_add_fact (table, "Empty", "");
  g_assert_true (ts_report_table_is_facts (table));
  g_assert_cmpuint (ts_report_table_get_n_rows (table), ==, 1);
  g_assert_cmpstr (ts_report_table_get_cell (table, 0, 1)->text, ==, "yes");
}

static void
test_rows (void)
{
  g_autoptr (TsReportTable) table = ts_report_table_new (NULL);
  guint row;

  ts_report_table_add_column (table, NULL, -1, TS_REPORT_ALIGN_START);
  ts_report_table_add_group (table, " A group\n");
  row = ts_report_table_add_row (table);
  ts_report_table_set_number (table, row, 0, -3);
  ts_report_table_set_marks (table, row, 0, 2, 4, TS_CHART_ROLE_SERIES_1);

  g_assert_cmpuint (row, ==, 1);
  g_assert_cmpstr (ts_report_table_get_group (table, 0), ==, "A group");
  g_assert_null (ts_report_table_get_cell (table, 0, 0));
  g_assert_null (ts_report_table_get_group (table, 1));
  g_assert_cmpstr (ts_report_table_get_cell (table, 1, 0)->text, ==, "−3");
  g_assert_cmpuint (ts_report_table_get_cell (table, 1, 0)->n_filled, ==, 2);
  g_assert_cmpfloat (ts_report_table_get_column (table, 0)->share, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/table/from-chart", test_from_chart);
  g_test_add_func ("/report/table/facts", test_facts);
  g_test_add_func ("/report/table/rows", test_rows);

  return g_test_run ();
}
