/* ts-strip-data.h
 *
 * What a strip plot shows: the totals of many organisations, a dot for each, in a row for each region or year.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-subject.h"
#include "chart/ts-chart.h"

G_BEGIN_DECLS

/**
 * TsStripPoint:
 * @subject: whose value it is
 * @row: in which row
 * @value: a finite number
 */
typedef struct
{
  TsChartSubject subject;
  guint row;
  double value;
} TsStripPoint;

/**
 * TsStripData:
 *
 * Filled by whoever makes it, then only read. Reference counted.
 */
typedef struct _TsStripData TsStripData;

#define TS_TYPE_STRIP_DATA (ts_strip_data_get_type ())
GType ts_strip_data_get_type (void) G_GNUC_CONST;

TsStripData          *ts_strip_data_new           (const char           *title,
                                                   const char           *measure,
                                                   const char           *unit);
TsStripData          *ts_strip_data_ref           (TsStripData          *self);
void                  ts_strip_data_unref         (TsStripData          *self);

guint                 ts_strip_data_add_row       (TsStripData          *self,
                                                   const TsChartSubject *subject);
void                  ts_strip_data_add_point     (TsStripData          *self,
                                                   guint                 row,
                                                   const TsChartSubject *subject,
                                                   double                value);

const char           *ts_strip_data_get_title     (const TsStripData    *self);
const char           *ts_strip_data_get_measure   (const TsStripData    *self);
const char           *ts_strip_data_get_unit      (const TsStripData    *self);
guint                 ts_strip_data_get_n_rows    (const TsStripData    *self);
const TsChartSubject *ts_strip_data_get_row       (const TsStripData    *self,
                                                   guint                 row);
guint                 ts_strip_data_get_n_points  (const TsStripData    *self);
const TsStripPoint   *ts_strip_data_get_point     (const TsStripData    *self,
                                                   guint                 point);
guint                 ts_strip_data_count_points  (const TsStripData    *self,
                                                   guint                 row);
guint                 ts_strip_data_count_missing (const TsStripData    *self,
                                                   guint                 row);
gboolean              ts_strip_data_get_range     (const TsStripData    *self,
                                                   double               *low,
                                                   double               *high);
gboolean              ts_strip_data_get_middle    (const TsStripData    *self,
                                                   guint                 row,
                                                   double               *middle);

char                 *ts_strip_data_value_text    (const TsStripData    *self,
                                                   double                value);
char                 *ts_strip_data_describe      (const TsStripData    *self);
TsChartTable         *ts_strip_data_to_table      (const TsStripData    *self);

TsChart              *ts_chart_new_strip          (TsStripData          *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsStripData, ts_strip_data_unref)

G_END_DECLS
