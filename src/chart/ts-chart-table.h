/* ts-chart-table.h
 *
 * What a chart shows, as a table of words: for people who cannot see the chart, and for checking it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TsChartTable:
 *
 * Columns with titles, and rows of text. Filled by whoever makes it, then only read. Reference counted.
 */
typedef struct _TsChartTable TsChartTable;

#define TS_TYPE_CHART_TABLE (ts_chart_table_get_type ())
GType ts_chart_table_get_type (void) G_GNUC_CONST;

TsChartTable *ts_chart_table_new              (const char         *title);
TsChartTable *ts_chart_table_ref              (TsChartTable       *self);
void          ts_chart_table_unref            (TsChartTable       *self);

void          ts_chart_table_add_column       (TsChartTable       *self,
                                               const char         *title);
guint         ts_chart_table_add_row          (TsChartTable       *self);
void          ts_chart_table_set_cell         (TsChartTable       *self,
                                               guint               row,
                                               guint               column,
                                               const char         *text);

const char   *ts_chart_table_get_title        (const TsChartTable *self);
guint         ts_chart_table_get_n_columns    (const TsChartTable *self);
guint         ts_chart_table_get_n_rows       (const TsChartTable *self);
const char   *ts_chart_table_get_column_title (const TsChartTable *self,
                                               guint               column);
const char   *ts_chart_table_get_cell         (const TsChartTable *self,
                                               guint               row,
                                               guint               column);
char         *ts_chart_table_to_text          (const TsChartTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsChartTable, ts_chart_table_unref)

G_END_DECLS
