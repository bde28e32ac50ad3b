/* ts-report-pages.h — a report as it lies on its pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report/ts-report-paper.h"
#include "report/ts-report.h"

G_BEGIN_DECLS

/**
 * TsReportPart:
 * @TS_REPORT_PART_BODY: something of the document itself
 * @TS_REPORT_PART_REPEATED: a table's head, once more on a later page
 * @TS_REPORT_PART_HEADER: the running header
 * @TS_REPORT_PART_FOOTER: the footer
 *
 * What an item belongs to.
 */
typedef enum
{
  TS_REPORT_PART_BODY,
  TS_REPORT_PART_REPEATED,
  TS_REPORT_PART_HEADER,
  TS_REPORT_PART_FOOTER,
} TsReportPart;

typedef enum
{
  TS_REPORT_ITEM_TEXT,
  TS_REPORT_ITEM_AREA,
  TS_REPORT_ITEM_CHART,
} TsReportItemKind;

/**
 * TsReportItem:
 * @kind: which of the members below hold
 * @part: what it belongs to
 * @block: the position of the block that it comes from; of no meaning in header and footer
 * @bounds: the place that it takes, in layout units from the sheet's upper left corner
 * @text: one line of text
 * @joins: whether the line before ended within a word of which this is the rest
 * @space: whether a space follows it where the text is read on, or nothing does
 * @made: whether the text is the layout's own, such as a bullet or a page number
 * @x: where the text's anchor lies
 * @baseline: where it stands
 * @anchor: which point of it lies at @x
 * @style: its size, weight and colour
 * @area: how an area is painted; its place is @bounds
 * @scene: a chart laid out for @bounds
 * @row: the row of a table that it is from, counted through the document from 1; 0 for none
 * @column: and the column of that
 * @target: the position in the outline that it leads to, or -1
 *
 * One thing on a page. Items come in the order in which they are read: of a table's row, one cell after the other. Positions are as painted: what is read from right to left has been mirrored already.
 */
typedef struct
{
  TsReportItemKind kind;
  TsReportPart part;
  guint block;
  TsChartRectangle bounds;
  char *text;
  gboolean joins;
  gboolean space;
  gboolean made;
  double x;
  double baseline;
  TsChartAnchor anchor;
  TsTextStyle style;
  TsChartPaint area;
  TsScene *scene;
  guint row;
  guint column;
  int target;
} TsReportItem;

/**
 * TsReportOutlineEntry:
 * @level: the heading's level
 * @title: the heading
 * @page: the page that it is on, counted from 0
 * @y: where on it
 */
typedef struct
{
  guint level;
  char *title;
  guint page;
  double y;
} TsReportOutlineEntry;

/**
 * TsReportPages:
 *
 * Immutable once laid out, so any thread may paint it. Reference counted.
 */
typedef struct _TsReportPages TsReportPages;

TsReportPages *ts_report_pages_ref (TsReportPages *self);
void ts_report_pages_unref (TsReportPages *self);

TsReport *ts_report_pages_get_report (const TsReportPages *self);
const TsReportInfo *ts_report_pages_get_info (const TsReportPages *self);
const TsReportPaper *ts_report_pages_get_paper (const TsReportPages *self);
const char *ts_report_pages_get_family (const TsReportPages *self);
TsChartDirection ts_report_pages_get_direction (const TsReportPages *self);
guint ts_report_pages_get_n_pages (const TsReportPages *self);
guint ts_report_pages_get_n_items (const TsReportPages *self,
                                   guint                page);
const TsReportItem *ts_report_pages_get_item (const TsReportPages *self,
                                              guint                page,
                                              guint                position);
guint ts_report_pages_get_n_outline (const TsReportPages *self);
const TsReportOutlineEntry *ts_report_pages_get_outline (const TsReportPages *self,
                                                         guint                position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsReportPages, ts_report_pages_unref)

G_END_DECLS
