/* ts-report-table.h — a table in a report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-table.h"
#include "chart/ts-chart-types.h"

G_BEGIN_DECLS

/**
 * TsReportAlign:
 *
 * Where the text of a column stands; numbers at the end.
 */
typedef enum
{
  TS_REPORT_ALIGN_START,
  TS_REPORT_ALIGN_CENTRE,
  TS_REPORT_ALIGN_END,
} TsReportAlign;

/**
 * TsReportColumn:
 * @title: its head
 * @share: how much of the width that is left over it takes, in proportion to the others; 0 makes it as wide as what stands in it
 * @align: where its text stands
 */
typedef struct
{
  char *title;
  double share;
  TsReportAlign align;
} TsReportColumn;

/**
 * TsReportCell:
 * @text: (nullable): what it says
 * @n_filled: how many of its marks are filled
 * @n_marks: how many marks stand before the text: a level drawn beside its number
 * @role: the colour of the filled ones
 */
typedef struct
{
  char *text;
  guint8 n_filled;
  guint8 n_marks;
  TsChartRole role;
} TsReportCell;

/**
 * TsReportTable:
 *
 * Filled by whoever makes it, first its columns and then its rows; then only read. Reference counted.
 */
typedef struct _TsReportTable TsReportTable;

TsReportTable *ts_report_table_new (const char *title);
TsReportTable *ts_report_table_new_facts (void);
TsReportTable *ts_report_table_new_from_chart (const TsChartTable *table);
TsReportTable *ts_report_table_ref (TsReportTable *self);
void ts_report_table_unref (TsReportTable *self);

void ts_report_table_add_column (TsReportTable *self,
                                 const char    *title,
                                 double         share,
                                 TsReportAlign  align);
guint ts_report_table_add_row (TsReportTable *self);
void ts_report_table_add_group (TsReportTable *self,
                                const char    *title);
void ts_report_table_set_text (TsReportTable *self,
                               guint          row,
                               guint          column,
                               const char    *text);
void ts_report_table_set_number (TsReportTable *self,
                                 guint          row,
                                 guint          column,
                                 gint64         number);
void ts_report_table_set_marks (TsReportTable *self,
                                guint          row,
                                guint          column,
                                guint          n_filled,
                                guint          n_marks,
                                TsChartRole    role);
void ts_report_table_add_fact (TsReportTable *self,
                               const char    *name,
                               const char    *value);

const char *ts_report_table_get_title (const TsReportTable *self);
gboolean ts_report_table_is_facts (const TsReportTable *self);
guint ts_report_table_get_n_columns (const TsReportTable *self);
const TsReportColumn *ts_report_table_get_column (const TsReportTable *self,
                                                  guint                column);
guint ts_report_table_get_n_rows (const TsReportTable *self);
const char *ts_report_table_get_group (const TsReportTable *self,
                                       guint                row);
const TsReportCell *ts_report_table_get_cell (const TsReportTable *self,
                                              guint                row,
                                              guint                column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsReportTable, ts_report_table_unref)

G_END_DECLS
