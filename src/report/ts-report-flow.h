/* ts-report-flow.h — a document as one long strip, before it is cut into pages
 *
 * Of the report floor only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report/ts-report-pages-private.h"
#include "report/ts-report-text.h"

G_BEGIN_DECLS

/**
 * TsReportStrip:
 * @height: how high it is
 * @space: the room before it, which is dropped at the head of a page
 * @keep: whether the next strip belongs on the same page
 * @binds: whether it belongs there even where not all that is to be kept together finds room: a heading
 * @starts_page: whether it begins a page
 * @head: the head of a table that is repeated when a page begins with this strip, as a position in the flow's heads; -1 for none
 * @heading: the level of the heading that begins here, 0 for none
 * @title: (nullable): that heading
 * @block: the position of its block
 * @items: (element-type TsReportItem): what lies on it, in relation to its own upper left corner
 *
 * What is never cut: a line, or a chart.
 */
typedef struct
{
  double height;
  double space;
  gboolean keep;
  gboolean binds;
  gboolean starts_page;
  int head;
  guint heading;
  char *title;
  guint block;
  GArray *items;
} TsReportStrip;

/**
 * TsReportHead:
 * @first: its first strip
 * @n: how many there are
 * @height: how high they are together
 *
 * The head of a table.
 */
typedef struct
{
  guint first;
  guint n;
  double height;
} TsReportHead;

/**
 * TsReportFlow:
 * @measurer: measures text
 * @width: how wide the body is
 * @height: how high the body of a page is
 * @measure: how wide running text is at most: longer lines are hard to follow
 * @direction: in which direction is read
 * @strips: (element-type TsReportStrip): the flow
 * @heads: (element-type TsReportHead): heads of its tables
 * @n_rows: how many rows its tables have
 * @block: the block that strips are being made of
 * @starts_page: whether the next strip begins a page
 */
typedef struct
{
  TsTextMeasurer *measurer;
  double width;
  double height;
  double measure;
  TsChartDirection direction;
  GArray *strips;
  GArray *heads;
  guint n_rows;
  guint block;
  gboolean starts_page;
} TsReportFlow;

/**
 * TsReportFace:
 * @size: font size in layout units
 * @line: height of a line
 */
typedef struct
{
  double size;
  double line;
  TsChartWeight weight;
  TsChartRole role;
} TsReportFace;

extern const TsReportFace ts_report_face_body;
extern const TsReportFace ts_report_face_body_strong;
extern const TsReportFace ts_report_face_small;
extern const TsReportFace ts_report_face_cell;
extern const TsReportFace ts_report_face_cell_strong;
extern const TsReportFace ts_report_face_column;
extern const TsReportFace ts_report_face_heading[];
extern const TsReportFace ts_report_face_title;
extern const TsReportFace ts_report_face_subtitle;
extern const TsReportFace ts_report_face_margin;

void ts_report_flow_init (TsReportFlow        *self,
                          const TsReportPaper *paper,
                          TsTextMeasurer      *measurer,
                          TsChartDirection     direction);
void ts_report_flow_clear (TsReportFlow *self);
TsReportStrip *ts_report_flow_add (TsReportFlow *self,
                                   double        height,
                                   double        space);
void ts_report_flow_keep (TsReportFlow *self,
                          guint         first,
                          guint         n_together);
void ts_report_flow_add_block (TsReportFlow  *self,
                               TsReport      *report,
                               guint          position);
void ts_report_flow_add_table (TsReportFlow        *self,
                               const TsReportTable *table,
                               double               space,
                               double               width);

TsReportItem *ts_report_items_add_text (GArray             *items,
                                        TsTextMeasurer     *measurer,
                                        TsChartDirection    direction,
                                        const TsReportFace *face,
                                        const TsReportLine *line,
                                        TsTextDirection     text_direction,
                                        double              x,
                                        double              y,
                                        double              width,
                                        TsChartAnchor       anchor);
TsReportItem *ts_report_items_add_area (GArray     *items,
                                        TsChartRole role,
                                        double      x,
                                        double      y,
                                        double      width,
                                        double      height);
guint ts_report_flow_add_lines (TsReportFlow       *self,
                                const TsReportFace *face,
                                const char         *text,
                                double              x,
                                double              width,
                                double              space);

void ts_report_paginate (TsReportFlow  *self,
                         TsReportPages *pages);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TsReportFlow, ts_report_flow_clear)

G_END_DECLS
