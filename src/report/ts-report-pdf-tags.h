/* ts-report-pdf-tags.h — what the parts of a PDF are, for who has it read aloud
 *
 * Of the report floor only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "report/ts-report-pages.h"

G_BEGIN_DECLS

/**
 * TsReportPdfTags:
 *
 * The tags that are open on a page: headings, paragraphs, tables with their rows and cells, and links.
 */
typedef struct _TsReportPdfTags TsReportPdfTags;

TsReportPdfTags *ts_report_pdf_tags_new (cairo_t             *cairo,
                                         const TsReportPages *pages);
void ts_report_pdf_tags_free (TsReportPdfTags *self);
void ts_report_pdf_tags_end_page (TsReportPdfTags *self);

/* A TsReportItemFunction; its data are the tags. */
void ts_report_pdf_tag (cairo_t            *cairo,
                        const TsReportItem *item,
                        gboolean            begins,
                        gpointer            data);

char *ts_report_pdf_make_destination (const TsReportPages *pages,
                                      guint                target);

G_END_DECLS
