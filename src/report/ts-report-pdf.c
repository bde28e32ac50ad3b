/* ts-report-pdf.c — a report as a PDF
 *
 * Made in memory; equal pages give equal bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-pdf.h"

#include "report/ts-report-layout.h"
#include "report/ts-report-painter.h"
#include "report/ts-report-pdf-tags.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#define POINTS_PER_UNIT (72.0 / 96.0)
#define FIXED_TIME      "2000-01-01T00:00:00Z"
#define MOST_LEVELS     8

G_DEFINE_QUARK (ts-report-error, ts_report_error)

static cairo_status_t
append_bytes (gpointer             closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * ts_report_pdf_make_destination:
 * @pages: a document's pages
 * @target: a heading's position in the outline
 *
 * Returns: (transfer full): where it stands, as Cairo's tags say it; numbers are written the same in every language
 */
char *
ts_report_pdf_make_destination (const TsReportPages *pages,
                                guint                target)
{
  const TsReportOutlineEntry *entry = ts_report_pages_get_outline (pages, target);
  char y[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (y, sizeof y, "%.2f", MAX (entry->y - 6, 0) * POINTS_PER_UNIT);

  return g_strdup_printf ("page=%u pos=[0 %s]", entry->page + 1, y);
}

static void
add_outline (cairo_surface_t     *surface,
             const TsReportPages *pages)
{
  int parents[MOST_LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < ts_report_pages_get_n_outline (pages); i++)
    {
      const TsReportOutlineEntry *entry = ts_report_pages_get_outline (pages, i);
      g_autofree char *destination = ts_report_pdf_make_destination (pages, i);
      guint level = MIN (entry->level, MOST_LEVELS);

      parents[level] = cairo_pdf_surface_add_outline (surface, parents[level - 1], entry->title, destination,
                                                      level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

      /* A heading that skips a level hangs on the one above. */
      for (guint j = level + 1; j <= MOST_LEVELS; j++)
        parents[j] = parents[level];
    }
}

static void
set_metadata (cairo_surface_t     *surface,
              const TsReportPages *pages)
{
  const TsReportInfo *info = ts_report_pages_get_info (pages);
  const char *created = info->created != NULL ? info->created : FIXED_TIME;
  g_autofree char *title = info->organisation != NULL ? g_strdup_printf ("%s: %s", info->organisation, info->title) : g_strdup (info->title);
  g_autofree char *subject = g_strdup_printf ("%s%s%s", info->framework != NULL ? info->framework : "",
                                              info->framework != NULL && info->year != NULL ? " · " : "", info->year != NULL ? info->year : "");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Touchstone");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, created);

  if (info->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);

  if (info->permitted_use != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, info->permitted_use);
}

/**
 * ts_report_pdf_make:
 * @pages: a document's pages
 * @error: where to put a %TS_REPORT_ERROR_DRAW
 *
 * Returns: (transfer full): the contents of the file
 */
GBytes *
ts_report_pdf_make (const TsReportPages  *pages,
                    GError              **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const TsReportPaper *paper;
  cairo_surface_t *surface;
  cairo_status_t status;
  TsReportPdfTags *tags;
  cairo_t *cairo;

  g_return_val_if_fail (pages != NULL, NULL);

  paper = ts_report_pages_get_paper (pages);
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, paper->width * POINTS_PER_UNIT, paper->height * POINTS_PER_UNIT);
  set_metadata (surface, pages);
  cairo = cairo_create (surface);
  cairo_scale (cairo, POINTS_PER_UNIT, POINTS_PER_UNIT);
  /* Only with this one around them all does Cairo say that the file is tagged. */
  cairo_tag_begin (cairo, "Document", NULL);
  tags = ts_report_pdf_tags_new (cairo, pages);

  for (guint i = 0; i < ts_report_pages_get_n_pages (pages); i++)
    {
      ts_report_paint_page (cairo, pages, i, ts_report_pdf_tag, tags);
      ts_report_pdf_tags_end_page (tags);
      cairo_show_page (cairo);
    }

  ts_report_pdf_tags_free (tags);
  cairo_tag_end (cairo, "Document");
  add_outline (surface, pages);
  status = cairo_status (cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);

  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, TS_REPORT_ERROR, TS_REPORT_ERROR_DRAW, _("The document could not be made: %s."), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * ts_report_pdf_make_from:
 * @report: a document
 * @paper: the sheet
 * @error: where to put a %TS_REPORT_ERROR_DRAW
 *
 * Lays the document out and makes a file of it, with the fonts of the calling thread.
 *
 * Returns: (transfer full): the contents of the file
 */
GBytes *
ts_report_pdf_make_from (TsReport             *report,
                         const TsReportPaper  *paper,
                         GError              **error)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (TS_REPORT_FAMILY, TS_SURFACE_VECTOR);
  g_autoptr (TsReportPages) pages = ts_report_layout (report, paper, measurer, TS_CHART_DIRECTION_LTR);

  return ts_report_pdf_make (pages, error);
}
