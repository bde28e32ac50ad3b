/* ts-report-pdf-tags.c — what the parts of a PDF are, for who has it read aloud
 *
 * Each item has a path of tags, such as table, row, cell. What it shares with the item before stays open. What stands in the margins, and
 * heads that are repeated, have none: nobody wants them read on every page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-pdf-tags.h"

#include <cairo-pdf.h>

#define DEEPEST 3

typedef struct
{
  const char *name;
  guint id; /* two of the same name that are not the same */
} Tag;

struct _TsReportPdfTags
{
  cairo_t *cairo;
  const TsReportPages *pages;
  Tag open[DEEPEST];
  guint n_open;
};

TsReportPdfTags *
ts_report_pdf_tags_new (cairo_t             *cairo,
                        const TsReportPages *pages)
{
  TsReportPdfTags *self = g_new0 (TsReportPdfTags, 1);

  self->cairo = cairo;
  self->pages = pages;

  return self;
}

void
ts_report_pdf_tags_free (TsReportPdfTags *self)
{
  g_free (self);
}

static void
close_to (TsReportPdfTags *self,
          guint            n)
{
  while (self->n_open > n)
    cairo_tag_end (self->cairo, self->open[--self->n_open].name);
}

/**
 * ts_report_pdf_tags_end_page:
 * @self: tags
 *
 * Closes what is open: no tag goes on on another page.
 */
void
ts_report_pdf_tags_end_page (TsReportPdfTags *self)
{
  close_to (self, 0);
}

static guint
find_path (const TsReportPdfTags *self,
           const TsReportItem    *item,
           Tag                    path[DEEPEST])
{
  static const char *const headings[] = { "P", "H1", "H2", "H3" };
  const TsReportBlock *block;

  if (item->part != TS_REPORT_PART_BODY)
    return 0;

  block = ts_report_get_block (ts_report_pages_get_report (self->pages), item->block);

  switch (block->kind)
    {
    case TS_REPORT_BLOCK_HEADING:
      path[0] = (Tag) { headings[MIN (block->level, G_N_ELEMENTS (headings) - 1)], item->block };
      return 1;

    case TS_REPORT_BLOCK_QUOTATION:
      path[0] = (Tag) { "BlockQuote", item->block };
      return 1;

    case TS_REPORT_BLOCK_NOTE:
      path[0] = (Tag) { "Note", item->block };
      return 1;

    case TS_REPORT_BLOCK_CHART:
      path[0] = (Tag) { item->kind == TS_REPORT_ITEM_CHART ? "Figure" : "Caption", item->block };
      return 1;

    case TS_REPORT_BLOCK_TABLE:
      path[0] = (Tag) { "Table", item->block };

      if (item->row == 0)
        return 1;

      path[1] = (Tag) { "TR", item->row };
      path[2] = (Tag) { "TD", item->row * 1000 + item->column };
      return 3;

    case TS_REPORT_BLOCK_CONTENTS:
      if (item->target < 0)
        {
          path[0] = (Tag) { "H1", item->block };
          return 1;
        }

      path[0] = (Tag) { "TOC", item->block };
      path[1] = (Tag) { "TOCI", (guint) item->target };
      return 2;

    case TS_REPORT_BLOCK_TITLE_PAGE:
    case TS_REPORT_BLOCK_PARAGRAPH:
    case TS_REPORT_BLOCK_ITEM:
    case TS_REPORT_BLOCK_PAGE_BREAK:
    default:
      path[0] = (Tag) { "P", item->block };
      return 1;
    }
}

static void
open_path (TsReportPdfTags *self,
           const Tag       *path,
           guint            n)
{
  guint same = 0;

  while (same < n && same < self->n_open && g_str_equal (path[same].name, self->open[same].name) && path[same].id == self->open[same].id)
    same++;

  close_to (self, same);

  for (guint i = same; i < n; i++)
    {
      cairo_tag_begin (self->cairo, path[i].name, NULL);
      self->open[self->n_open++] = path[i];
    }
}

void
ts_report_pdf_tag (cairo_t            *cairo,
                   const TsReportItem *item,
                   gboolean            begins,
                   gpointer            data)
{
  TsReportPdfTags *self = data;
  Tag path[DEEPEST];

  if (begins)
    open_path (self, path, find_path (self, item, path));

  if (item->target < 0)
    return;

  if (begins)
    {
      g_autofree char *destination = ts_report_pdf_make_destination (self->pages, (guint) item->target);

      cairo_tag_begin (cairo, CAIRO_TAG_LINK, destination);
    }
  else
    {
      cairo_tag_end (cairo, CAIRO_TAG_LINK);
    }
}
