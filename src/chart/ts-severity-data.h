/* ts-severity-data.h
 *
 * Who scores higher or lower than the others, never without the interval in which that may as well lie.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-subject.h"
#include "chart/ts-chart.h"
#include "core/ts-severity.h"

G_BEGIN_DECLS

/**
 * TsSeverityData:
 *
 * Filled by whoever makes it, in the order in which rows are to be shown; then only read. Reference counted.
 */
typedef struct _TsSeverityData TsSeverityData;

#define TS_TYPE_SEVERITY_DATA (ts_severity_data_get_type ())
GType ts_severity_data_get_type (void) G_GNUC_CONST;

TsSeverityData       *ts_severity_data_new          (const char           *title);
TsSeverityData       *ts_severity_data_ref          (TsSeverityData       *self);
void                  ts_severity_data_unref        (TsSeverityData       *self);

guint                 ts_severity_data_add_row      (TsSeverityData       *self,
                                                     const TsChartSubject *subject,
                                                     const TsSeverity     *severity);

const char           *ts_severity_data_get_title    (const TsSeverityData *self);
guint                 ts_severity_data_get_n_rows   (const TsSeverityData *self);
const TsChartSubject *ts_severity_data_get_row      (const TsSeverityData *self,
                                                     guint                 row);
const TsSeverity     *ts_severity_data_get_severity (const TsSeverityData *self,
                                                     guint                 row);
double                ts_severity_data_get_reach    (const TsSeverityData *self);
gboolean              ts_severity_data_is_chance    (const TsSeverityData *self,
                                                     guint                 row);

char                 *ts_severity_data_row_text     (const TsSeverityData *self,
                                                     guint                 row);
char                 *ts_severity_data_describe     (const TsSeverityData *self);
TsChartTable         *ts_severity_data_to_table     (const TsSeverityData *self);

char                 *ts_severity_words             (double                difference);

TsChart              *ts_chart_new_severity         (TsSeverityData       *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsSeverityData, ts_severity_data_unref)

G_END_DECLS
