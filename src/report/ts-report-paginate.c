/* ts-report-paginate.c — the long strip, cut into pages
 *
 * A page takes as many strips as fit and is cut at the last place where cutting does no harm. What must stay together and yet is longer than a page is
 * cut where the page ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-flow.h"

#include <string.h>

#define SLACK 0.01

static const TsReportStrip *
get_strip (const TsReportFlow *self,
           guint               position)
{
  return &g_array_index (self->strips, TsReportStrip, position);
}

static void
place (const TsReportFlow  *self,
       const TsReportPages *pages,
       GArray              *page,
       guint                position,
       double               y,
       TsReportPart         part)
{
  const TsReportStrip *strip = get_strip (self, position);

  for (guint i = 0; i < strip->items->len; i++)
    {
      TsReportItem item;

      ts_report_item_copy (&item, &g_array_index (strip->items, TsReportItem, i));
      item.part = part;
      item.block = strip->block;
      item.bounds.x += pages->paper.start;
      item.bounds.y += y;
      item.x += pages->paper.start;
      item.baseline += y;
      g_array_append_val (page, item);
    }
}

/* The head that a page must begin with when it begins with this strip. */
static const TsReportHead *
find_head (const TsReportFlow *self,
           guint               first)
{
  const TsReportStrip *strip = get_strip (self, first);

  /* A page that begins at the head itself has it already, since its own strips have none. */
  return strip->head >= 0 ? &g_array_index (self->heads, TsReportHead, strip->head) : NULL;
}

static guint
find_end (const TsReportFlow *self,
          guint               first,
          double              room)
{
  double y = 0;
  guint end;
  guint cut;

  for (end = first; end < self->strips->len; end++)
    {
      const TsReportStrip *strip = get_strip (self, end);

      if (end > first && strip->starts_page)
        return end;

      y += (end > first ? strip->space : 0) + strip->height;

      if (end > first && y > room + SLACK)
        break;
    }

  if (end == self->strips->len)
    return end;

  for (cut = end; cut > first && get_strip (self, cut - 1)->keep; cut--)
    ;

  if (cut > first)
    return cut;

  for (cut = end; cut > first && get_strip (self, cut - 1)->binds; cut--)
    ;

  return cut > first ? cut : end;
}

/* Lines were placed one after the other; a row is read cell by cell. The rules below rows are of none and stay in between. */
static void
order_rows (GArray *page)
{
  for (guint i = 1; i < page->len; i++)
    {
      TsReportItem item = g_array_index (page, TsReportItem, i);
      guint j = i;

      while (item.row > 0 && j > 0 && g_array_index (page, TsReportItem, j - 1).row == item.row &&
             g_array_index (page, TsReportItem, j - 1).column > item.column)
        j--;

      if (j == i)
        continue;

      memmove (&g_array_index (page, TsReportItem, j + 1), &g_array_index (page, TsReportItem, j), sizeof item * (i - j));
      g_array_index (page, TsReportItem, j) = item;
    }
}

/**
 * ts_report_paginate:
 * @self: a flow
 * @pages: where to add its pages
 */
void
ts_report_paginate (TsReportFlow  *self,
                    TsReportPages *pages)
{
  guint first = 0;

  while (first < self->strips->len)
    {
      GArray *page = ts_report_pages_add_page (pages);
      const TsReportHead *head = find_head (self, first);
      double y = pages->paper.top;
      guint end = find_end (self, first, self->height - (head != NULL ? head->height : 0));

      for (guint i = 0; head != NULL && i < head->n; i++)
        {
          place (self, pages, page, head->first + i, y, TS_REPORT_PART_REPEATED);
          y += get_strip (self, head->first + i)->height;
        }

      for (guint i = first; i < end; i++)
        {
          const TsReportStrip *strip = get_strip (self, i);

          y += i > first ? strip->space : 0;

          if (strip->heading > 0)
            {
              TsReportOutlineEntry entry = { strip->heading, g_strdup (strip->title), pages->pages->len - 1, y };

              g_array_append_val (pages->outline, entry);
            }

          place (self, pages, page, i, y, TS_REPORT_PART_BODY);
          y += strip->height;
        }

      order_rows (page);
      first = end;
    }
}
