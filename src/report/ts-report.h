/* ts-report.h — a document of text, tables and charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart.h"
#include "report/ts-report-table.h"

G_BEGIN_DECLS

/**
 * TsReportInfo:
 * @title: what kind of document it is
 * @organisation: (nullable): whom it is about
 * @framework: (nullable): what they were assessed by
 * @year: (nullable): of which year, such as "2009/10"
 * @permitted_use: (nullable): what the document may be used for; stamped on every page
 * @author: (nullable): who made it
 * @created: (nullable): when, in ISO 8601; %NULL for a fixed moment, so that equal documents give equal files
 */
typedef struct
{
  const char *title;
  const char *organisation;
  const char *framework;
  const char *year;
  const char *permitted_use;
  const char *author;
  const char *created;
} TsReportInfo;

/**
 * TsReportBlockKind:
 * @TS_REPORT_BLOCK_TITLE_PAGE: the first page: the document's title, with facts at its foot
 * @TS_REPORT_BLOCK_CONTENTS: headings with their pages
 * @TS_REPORT_BLOCK_HEADING: a heading of level 1 to 3
 * @TS_REPORT_BLOCK_PARAGRAPH: a paragraph
 * @TS_REPORT_BLOCK_ITEM: an item of a list
 * @TS_REPORT_BLOCK_QUOTATION: words of somebody else; detail says whose
 * @TS_REPORT_BLOCK_NOTE: something to be noticed; detail is its title
 * @TS_REPORT_BLOCK_TABLE: a table
 * @TS_REPORT_BLOCK_CHART: a chart, with its finding below
 * @TS_REPORT_BLOCK_PAGE_BREAK: what follows begins on a new page
 */
typedef enum
{
  TS_REPORT_BLOCK_TITLE_PAGE,
  TS_REPORT_BLOCK_CONTENTS,
  TS_REPORT_BLOCK_HEADING,
  TS_REPORT_BLOCK_PARAGRAPH,
  TS_REPORT_BLOCK_ITEM,
  TS_REPORT_BLOCK_QUOTATION,
  TS_REPORT_BLOCK_NOTE,
  TS_REPORT_BLOCK_TABLE,
  TS_REPORT_BLOCK_CHART,
  TS_REPORT_BLOCK_PAGE_BREAK,
} TsReportBlockKind;

/**
 * TsReportBlock:
 * @kind: what it is
 * @level: of a heading, or the deepest level that contents list
 * @keep_with_next: whether it stands on the same page as the beginning of what follows
 * @text: (nullable): its words
 * @detail: (nullable): words beside them
 * @table: (nullable): its table, or the facts of a title page
 * @chart: (nullable): its chart
 * @height: of a chart, in layout units; 0 for what suits it
 * @number: of a chart, counted from 1
 *
 * A part of a document.
 */
typedef struct
{
  TsReportBlockKind kind;
  guint level;
  gboolean keep_with_next;
  char *text;
  char *detail;
  TsReportTable *table;
  TsChart *chart;
  double height;
  guint number;
} TsReportBlock;

/**
 * TsReport:
 *
 * A document. Made by [struct@ReportBuilder]; immutable and atomically reference counted.
 */
typedef struct _TsReport TsReport;

TsReport *ts_report_ref (TsReport *self);
void ts_report_unref (TsReport *self);
const TsReportInfo *ts_report_get_info (const TsReport *self);
guint ts_report_get_n_blocks (const TsReport *self);
const TsReportBlock *ts_report_get_block (const TsReport *self,
                                          guint           position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsReport, ts_report_unref)

/**
 * TsReportBuilder:
 *
 * Puts a document together, from its first block to its last.
 */
typedef struct _TsReportBuilder TsReportBuilder;

TsReportBuilder *ts_report_builder_new (const TsReportInfo *info);
void ts_report_builder_free (TsReportBuilder *self);
TsReport *ts_report_builder_end (TsReportBuilder *self);

void ts_report_builder_add_title_page (TsReportBuilder *self,
                                       const char      *subtitle,
                                       TsReportTable   *facts);
void ts_report_builder_add_contents (TsReportBuilder *self,
                                     const char      *title,
                                     guint            deepest);
void ts_report_builder_add_heading (TsReportBuilder *self,
                                    guint            level,
                                    const char      *text);
void ts_report_builder_add_text (TsReportBuilder *self,
                                 const char      *text);
void ts_report_builder_add_item (TsReportBuilder *self,
                                 const char      *text);
void ts_report_builder_add_quotation (TsReportBuilder *self,
                                      const char      *text,
                                      const char      *source);
void ts_report_builder_add_note (TsReportBuilder *self,
                                 const char      *title,
                                 const char      *text);
void ts_report_builder_add_table (TsReportBuilder *self,
                                  TsReportTable   *table);
void ts_report_builder_add_chart (TsReportBuilder *self,
                                  TsChart         *chart,
                                  double           height);
void ts_report_builder_add_page_break (TsReportBuilder *self);
void ts_report_builder_keep_with_next (TsReportBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsReportBuilder, ts_report_builder_free)

G_END_DECLS
