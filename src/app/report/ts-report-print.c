/* ts-report-print.c — a document on its way to a printer
 *
 * The pages are laid out for the paper that was chosen, and painted as they are for a PDF.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/report/ts-report-print.h"

#include "report/ts-report-layout.h"
#include "report/ts-report-painter.h"

typedef struct
{
  TsReport *report;
  TsReportPages *pages;
} Printing;

static void
printing_free (Printing *self)
{
  g_clear_pointer (&self->pages, ts_report_pages_unref);
  ts_report_unref (self->report);
  g_free (self);
}

static void
on_begin (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          Printing          *self)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (TS_REPORT_FAMILY, TS_SURFACE_VECTOR);
  TsChartDirection direction =
    gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? TS_CHART_DIRECTION_RTL : TS_CHART_DIRECTION_LTR;
  TsReportPaper paper;

  g_clear_pointer (&self->pages, ts_report_pages_unref);
  ts_report_paper_init_sized (&paper, gtk_print_context_get_width (context) * TS_REPORT_UNITS_PER_POINT,
                              gtk_print_context_get_height (context) * TS_REPORT_UNITS_PER_POINT);
  self->pages = ts_report_layout (self->report, &paper, measurer, direction);
  gtk_print_operation_set_n_pages (operation, (int) ts_report_pages_get_n_pages (self->pages));
}

static void
on_draw (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                page,
         Printing          *self)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);

  cairo_scale (cairo, 1 / TS_REPORT_UNITS_PER_POINT, 1 / TS_REPORT_UNITS_PER_POINT);
  ts_report_paint_page (cairo, self->pages, (guint) page, NULL, NULL);
}

/**
 * ts_report_print_new:
 * @report: a document
 *
 * Returns: (transfer full): an operation that prints it, to be run
 */
GtkPrintOperation *
ts_report_print_new (TsReport *report)
{
  GtkPrintOperation *operation;
  Printing *self;
  const TsReportInfo *info;
  g_autofree char *name = NULL;

  g_return_val_if_fail (report != NULL, NULL);

  info = ts_report_get_info (report);
  name = info->organisation != NULL ? g_strdup_printf ("%s: %s", info->organisation, info->title) : g_strdup (info->title);
  self = g_new0 (Printing, 1);
  self->report = ts_report_ref (report);
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The document has margins of its own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw), self);
  g_object_set_data_full (G_OBJECT (operation), "printing", self, (GDestroyNotify) printing_free);

  return operation;
}
