/* ts-report-layout.c — from a document to its pages
 *
 * Contents come before what they list, and how many pages they take is known without it: they are laid out with empty page numbers, which are filled
 * in at the end, and so is what stands in the margins.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-layout.h"

#include "chart/ts-chart-text.h"
#include "report/ts-report-flow.h"

#include <glib/gi18n-lib.h>

#define NUMBER_WIDTH   40.0
#define LEVEL_INDENT   14.0
#define HAIRLINE       0.6
#define HEADER_ABOVE   20.0 /* from the header's line to the body */
#define FOOTER_BELOW   16.0 /* from the body to the footer's line */
#define MOST_STAMP     3    /* lines */
#define FOOTER_NUMBERS 110.0

static void
add_contents_entry (TsReportFlow        *flow,
                    const TsReportBlock *heading,
                    int                  target)
{
  const TsReportFace *face = heading->level == 1 ? &ts_report_face_body_strong : &ts_report_face_body;
  double indent = (heading->level - 1) * LEVEL_INDENT;
  double width = flow->measure - NUMBER_WIDTH - indent;
  guint first = ts_report_flow_add_lines (flow, face, heading->text, indent, width, heading->level == 1 ? 9 : 1.5);
  const TsReportLine number = { (char *) "", 0, FALSE, TRUE };
  TsReportStrip *last;
  TsReportItem *item;

  for (guint i = first; i < flow->strips->len; i++)
    {
      TsReportStrip *strip = &g_array_index (flow->strips, TsReportStrip, i);

      /* A chapter is not listed at the foot of a page, with its sections on the next. */
      strip->keep = i + 1 < flow->strips->len || heading->level == 1;

      for (guint j = 0; j < strip->items->len; j++)
        {
          g_array_index (strip->items, TsReportItem, j).target = target;
          g_array_index (strip->items, TsReportItem, j).made = TRUE;
        }
    }

  last = &g_array_index (flow->strips, TsReportStrip, flow->strips->len - 1);
  item = ts_report_items_add_text (last->items, flow->measurer, flow->direction, face, &number, TS_TEXT_DIRECTION_AUTO,
                                   flow->measure - NUMBER_WIDTH, 0, NUMBER_WIDTH, TS_CHART_ANCHOR_RIGHT);
  item->target = target;
  item->made = TRUE;
}

static void
add_contents (TsReportFlow *flow,
              TsReport     *report,
              guint         position)
{
  const TsReportBlock *contents = ts_report_get_block (report, position);
  int target = 0;

  flow->block = position;
  flow->starts_page = TRUE;

  if (contents->text != NULL)
    {
      ts_report_flow_add_lines (flow, &ts_report_face_heading[1], contents->text, 0, flow->width, 0);
      g_array_index (flow->strips, TsReportStrip, flow->strips->len - 1).keep = TRUE;
    }

  for (guint i = 0; i < ts_report_get_n_blocks (report); i++)
    {
      const TsReportBlock *block = ts_report_get_block (report, i);

      if (block->kind != TS_REPORT_BLOCK_HEADING)
        continue;

      if (block->level <= contents->level)
        add_contents_entry (flow, block, target);

      target++;
    }

  if (flow->strips->len > 0)
    g_array_index (flow->strips, TsReportStrip, flow->strips->len - 1).keep = FALSE;

  flow->starts_page = TRUE;
}

static void
add_blocks (TsReportFlow *flow,
            TsReport     *report)
{
  for (guint i = 0; i < ts_report_get_n_blocks (report); i++)
    {
      const TsReportBlock *block = ts_report_get_block (report, i);

      if (block->kind == TS_REPORT_BLOCK_CONTENTS)
        add_contents (flow, report, i);
      else
        ts_report_flow_add_block (flow, report, i);

      if (block->keep_with_next && flow->strips->len > 0)
        g_array_index (flow->strips, TsReportStrip, flow->strips->len - 1).keep = TRUE;
    }

  /* Nothing follows. */
  if (flow->strips->len > 0)
    g_array_index (flow->strips, TsReportStrip, flow->strips->len - 1).keep = FALSE;
}

static void
number_contents (TsReportPages  *pages,
                 TsTextMeasurer *measurer)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      GArray *page = g_ptr_array_index (pages->pages, i);

      for (guint j = 0; j < page->len; j++)
        {
          TsReportItem *item = &g_array_index (page, TsReportItem, j);

          if (item->kind != TS_REPORT_ITEM_TEXT || item->target < 0 || *item->text != '\0')
            continue;

          g_free (item->text);
          item->text = g_strdup_printf ("%u", g_array_index (pages->outline, TsReportOutlineEntry, item->target).page + 1);
          item->bounds.width = ts_report_text_measure (item->text, measurer, item->style.size, item->style.weight);
          item->bounds.x = item->x - item->bounds.width;
        }
    }
}

/* The margins */

static void
add_margin_text (GArray              *page,
                 const TsReportPages *pages,
                 TsTextMeasurer      *measurer,
                 TsReportPart         part,
                 const char          *text,
                 double               x,
                 double               y,
                 double               width,
                 TsChartAnchor        anchor)
{
  const TsReportFace *face = &ts_report_face_margin;
  TsReportLine line = { (char *) text, ts_report_text_measure (text, measurer, face->size, face->weight), FALSE, TRUE };
  TsReportItem *item = ts_report_items_add_text (page, measurer, pages->direction, face, &line, ts_chart_text_direction (text), x, y, width, anchor);

  item->part = part;
  item->made = TRUE;
}

static void
add_margin_rule (GArray              *page,
                 const TsReportPages *pages,
                 TsReportPart         part,
                 double               y)
{
  ts_report_items_add_area (page, TS_CHART_ROLE_GRID, pages->paper.start, y, pages->paper.width - pages->paper.start - pages->paper.end, HAIRLINE)
    ->part = part;
}

static char *
make_header (const TsReportInfo *info)
{
  const char *parts[] = { info->organisation != NULL ? info->organisation : info->title, info->framework, info->year };
  GString *header = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL && *parts[i] != '\0')
        g_string_append_printf (header, "%s%s", header->len > 0 ? " · " : "", parts[i]);
    }

  return g_string_free (header, FALSE);
}

static gboolean
has_title_page (TsReport *report)
{
  return ts_report_get_n_blocks (report) > 0 && ts_report_get_block (report, 0)->kind == TS_REPORT_BLOCK_TITLE_PAGE;
}

static void
fill_margins (TsReportPages  *pages,
              TsReport       *report,
              TsTextMeasurer *measurer)
{
  const TsReportFace *face = &ts_report_face_margin;
  const TsReportInfo *info = ts_report_get_info (report);
  const TsReportPaper *paper = &pages->paper;
  double width = paper->width - paper->start - paper->end;
  g_autofree char *header = make_header (info);
  g_autofree char *title = ts_report_text_shorten (info->title, measurer, face->size, face->weight, width * 0.4);
  double title_width = ts_report_text_measure (title, measurer, face->size, face->weight);
  g_autofree char *short_header = ts_report_text_shorten (header, measurer, face->size, face->weight, width - title_width - 24);
  g_autoptr (GArray) stamp = ts_report_text_break (info->permitted_use != NULL ? info->permitted_use : "", measurer, face->size, face->weight,
                                                   width - FOOTER_NUMBERS);
  double footer = paper->height - paper->bottom + FOOTER_BELOW;

  for (guint i = 0; i < pages->pages->len; i++)
    {
      GArray *page = g_ptr_array_index (pages->pages, i);
      /* Translators: the number of a page, and how many there are */
      g_autofree char *number = g_strdup_printf (_("Page %u of %u"), i + 1, pages->pages->len);

      if (i > 0 || !has_title_page (report))
        {
          double y = paper->top - HEADER_ABOVE - face->line;

          add_margin_text (page, pages, measurer, TS_REPORT_PART_HEADER, short_header, paper->start, y, width - title_width - 24,
                           TS_CHART_ANCHOR_LEFT);

          /* Where there is no organisation the title stands at the beginning. */
          if (info->organisation != NULL)
            add_margin_text (page, pages, measurer, TS_REPORT_PART_HEADER, title, paper->start + width - title_width, y, title_width,
                             TS_CHART_ANCHOR_RIGHT);

          add_margin_rule (page, pages, TS_REPORT_PART_HEADER, y + face->line + 3);
          add_margin_rule (page, pages, TS_REPORT_PART_FOOTER, footer - 4);
          add_margin_text (page, pages, measurer, TS_REPORT_PART_FOOTER, number, paper->start + width - FOOTER_NUMBERS, footer, FOOTER_NUMBERS,
                           TS_CHART_ANCHOR_RIGHT);
        }

      for (guint j = 0; j < MIN (stamp->len, MOST_STAMP); j++)
        {
          const char *text = g_array_index (stamp, TsReportLine, j).text;

          if (*text != '\0')
            add_margin_text (page, pages, measurer, TS_REPORT_PART_FOOTER, text, paper->start, footer + j * face->line, width - FOOTER_NUMBERS,
                             TS_CHART_ANCHOR_LEFT);
        }
    }
}

/* Everything was placed as if read from left to right. Charts have mirrored themselves. */
static void
mirror (TsReportPages *pages)
{
  double width = pages->paper.width;

  for (guint i = 0; i < pages->pages->len; i++)
    {
      GArray *page = g_ptr_array_index (pages->pages, i);

      for (guint j = 0; j < page->len; j++)
        {
          TsReportItem *item = &g_array_index (page, TsReportItem, j);

          item->bounds.x = width - item->bounds.x - item->bounds.width;
          item->x = width - item->x;

          if (item->anchor != TS_CHART_ANCHOR_CENTRE)
            item->anchor = item->anchor == TS_CHART_ANCHOR_LEFT ? TS_CHART_ANCHOR_RIGHT : TS_CHART_ANCHOR_LEFT;
        }
    }
}

/**
 * ts_report_layout:
 * @report: a document
 * @paper: the sheet
 * @measurer: measures text, of the family that it will be painted in
 * @direction: in which direction is read; right to left is the mirror image
 *
 * A pure function: equal documents give equal pages. It belongs to one thread at a time, as the measurer does.
 *
 * Returns: (transfer full): the document's pages, at least one
 */
TsReportPages *
ts_report_layout (TsReport            *report,
                  const TsReportPaper *paper,
                  TsTextMeasurer      *measurer,
                  TsChartDirection     direction)
{
  g_auto (TsReportFlow) flow = { 0 };
  TsReportPages *pages;

  g_return_val_if_fail (report != NULL && paper != NULL && measurer != NULL, NULL);

  pages = ts_report_pages_new (report, paper, ts_text_measurer_get_family (measurer), direction);
  ts_report_flow_init (&flow, paper, measurer, direction);
  add_blocks (&flow, report);
  ts_report_paginate (&flow, pages);

  if (pages->pages->len == 0)
    ts_report_pages_add_page (pages);

  number_contents (pages, measurer);
  fill_margins (pages, report, measurer);

  if (direction == TS_CHART_DIRECTION_RTL)
    mirror (pages);

  return pages;
}
