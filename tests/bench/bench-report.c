/* bench-report.c — a document of some sixty pages, as a PDF or for another program to make one of
 *
 * bench-report pdf FILE | bench-report odt FILE | bench-report layout
 *
 * The same headings, paragraphs and tables each time. "odt" writes them as flat OpenDocument; "pdf" is what Touchstone makes of them.
 * "layout" prints how many nanoseconds laying out and painting take each.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>

#include "report/ts-report-layout.h"
#include "report/ts-report-pdf.h"

#define N_CHAPTERS   11
#define N_SECTIONS   3
#define N_ROWS       12
#define N_PARAGRAPHS 4

static const char *const words[] = {
  "the",
  "board",
  "needs",
  "evidence",
  "of",
  "patients",
  "and",
  "clinicians",
  "in",
  "every",
  "year",
  "plan",
  "money",
  "services",
  "outcomes",
  "better",
  "partners",
  "council",
  "reviewed",
  "data",
  "shows",
  "that",
  "level",
  "reached",
  "three",
  "practices",
  "report",
  "quarter",
  "improved",
  "public",
  "local",
  "need",
  "with",
};

static char *
make_words (GRand *rand,
            guint  n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static TsReportTable *
make_table (GRand *rand)
{
  TsReportTable *table = ts_report_table_new (NULL);

  ts_report_table_add_column (table, "Evidence", 3, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, "What it shows", 4, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, "Level", 0, TS_REPORT_ALIGN_END);

  for (guint i = 0; i < N_ROWS; i++)
    {
      guint row = ts_report_table_add_row (table);
      g_autofree char *title = make_words (rand, 6);
      g_autofree char *text = make_words (rand, 14);

      ts_report_table_set_text (table, row, 0, title);
      ts_report_table_set_text (table, row, 1, text);
      ts_report_table_set_number (table, row, 2, 1 + i % 4);
    }

  return table;
}

static TsReport *
make_report (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  const TsReportInfo info = { .title = "Report", .organisation = "Northmoor PCT", .permitted_use = "Fictional." };
  TsReportBuilder *builder = ts_report_builder_new (&info);

  for (guint i = 0; i < N_CHAPTERS; i++)
    {
      g_autofree char *title = make_words (rand, 5);

      ts_report_builder_add_heading (builder, 1, title);

      for (guint j = 0; j < N_SECTIONS; j++)
        {
          g_autofree char *section = make_words (rand, 7);

          ts_report_builder_add_heading (builder, 2, section);

          for (guint k = 0; k < N_PARAGRAPHS; k++)
            {
              g_autofree char *text = make_words (rand, 160);

              ts_report_builder_add_text (builder, text);
            }

          ts_report_builder_add_table (builder, make_table (rand));
        }
    }

  return ts_report_builder_end (builder);
}

static void
append_table (GString             *text,
              const TsReportTable *table)
{
  guint n_columns = ts_report_table_get_n_columns (table);

  g_string_append_printf (text, "<table:table><table:table-column table:number-columns-repeated=\"%u\"/><table:table-header-rows><table:table-row>",
                          n_columns);

  for (guint j = 0; j < n_columns; j++)
    g_string_append_printf (text, "<table:table-cell><text:p>%s</text:p></table:table-cell>", ts_report_table_get_column (table, j)->title);

  g_string_append (text, "</table:table-row></table:table-header-rows>");

  for (guint i = 0; i < ts_report_table_get_n_rows (table); i++)
    {
      g_string_append (text, "<table:table-row>");

      for (guint j = 0; j < n_columns; j++)
        g_string_append_printf (text, "<table:table-cell><text:p>%s</text:p></table:table-cell>", ts_report_table_get_cell (table, i, j)->text);

      g_string_append (text, "</table:table-row>");
    }

  g_string_append (text, "</table:table>\n");
}

static char *
make_odt (const TsReport *report)
{
  GString *text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                                "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                                "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" office:version=\"1.2\" "
                                "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>\n");

  for (guint i = 0; i < ts_report_get_n_blocks (report); i++)
    {
      const TsReportBlock *block = ts_report_get_block (report, i);

      if (block->kind == TS_REPORT_BLOCK_HEADING)
        g_string_append_printf (text, "<text:h text:outline-level=\"%u\">%s</text:h>\n", block->level, block->text);
      else if (block->kind == TS_REPORT_BLOCK_TABLE)
        append_table (text, block->table);
      else
        g_string_append_printf (text, "<text:p>%s</text:p>\n", block->text);
    }

  g_string_append (text, "</office:text></office:body></office:document>\n");

  return g_string_free (text, FALSE);
}

static void
print_layout (TsReport            *report,
              const TsReportPaper *paper)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (TS_REPORT_FAMILY, TS_SURFACE_VECTOR);
  gint64 began = g_get_monotonic_time ();
  g_autoptr (TsReportPages) pages = ts_report_layout (report, paper, measurer, TS_CHART_DIRECTION_LTR);
  gint64 laid_out = g_get_monotonic_time ();
  g_autoptr (GBytes) bytes = ts_report_pdf_make (pages, NULL);
  gint64 painted = g_get_monotonic_time ();

  printf ("%u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", ts_report_pages_get_n_pages (pages), (laid_out - began) * 1000,
          (painted - laid_out) * 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TsReport) report = make_report ();
  g_autoptr (GError) error = NULL;
  TsReportPaper paper;

  ts_report_paper_init (&paper, TS_REPORT_PAPER_A4);

  if (argc == 3 && g_str_equal (argv[1], "pdf"))
    {
      g_autoptr (GBytes) bytes = ts_report_pdf_make_from (report, &paper, &error);

      if (bytes != NULL)
        g_file_set_contents (argv[2], g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
    }
  else if (argc == 3 && g_str_equal (argv[1], "odt"))
    {
      g_autofree char *text = make_odt (report);

      g_file_set_contents (argv[2], text, -1, &error);
    }
  else if (argc == 2 && g_str_equal (argv[1], "layout"))
    {
      print_layout (report, &paper);
    }
  else
    {
      fprintf (stderr, "usage: bench-report pdf FILE | odt FILE | layout\n");
      return 2;
    }

  if (error != NULL)
    {
      fprintf (stderr, "bench-report: %s\n", error->message);
      return 1;
    }

  return 0;
}
