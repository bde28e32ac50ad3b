/* ts-optimism-data.h
 *
 * What an optimism chart shows: by how much each organisation judged itself higher, or lower, than others judged it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-subject.h"
#include "chart/ts-chart.h"

G_BEGIN_DECLS

/**
 * TsOptimismData:
 *
 * Filled by whoever makes it, in the order in which rows are to be shown; then only read. Reference counted.
 */
typedef struct _TsOptimismData TsOptimismData;

#define TS_TYPE_OPTIMISM_DATA (ts_optimism_data_get_type ())
GType ts_optimism_data_get_type (void) G_GNUC_CONST;

TsOptimismData       *ts_optimism_data_new             (const char           *title,
                                                        const char           *own_name,
                                                        const char           *other_name,
                                                        const char           *unit);
TsOptimismData       *ts_optimism_data_ref             (TsOptimismData       *self);
void                  ts_optimism_data_unref           (TsOptimismData       *self);

guint                 ts_optimism_data_add_row         (TsOptimismData       *self,
                                                        const TsChartSubject *subject,
                                                        double                own,
                                                        double                other);

const char           *ts_optimism_data_get_title       (const TsOptimismData *self);
const char           *ts_optimism_data_get_own_name    (const TsOptimismData *self);
const char           *ts_optimism_data_get_other_name  (const TsOptimismData *self);
const char           *ts_optimism_data_get_unit        (const TsOptimismData *self);
guint                 ts_optimism_data_get_n_rows      (const TsOptimismData *self);
const TsChartSubject *ts_optimism_data_get_row         (const TsOptimismData *self,
                                                        guint                 row);
gboolean              ts_optimism_data_get_own         (const TsOptimismData *self,
                                                        guint                 row,
                                                        double               *value);
gboolean              ts_optimism_data_get_other       (const TsOptimismData *self,
                                                        guint                 row,
                                                        double               *value);
gboolean              ts_optimism_data_get_gap         (const TsOptimismData *self,
                                                        guint                 row,
                                                        double               *gap);
gboolean              ts_optimism_data_get_range       (const TsOptimismData *self,
                                                        double               *low,
                                                        double               *high);
gboolean              ts_optimism_data_get_middle      (const TsOptimismData *self,
                                                        double               *middle);

char                 *ts_optimism_data_gap_text        (const TsOptimismData *self,
                                                        guint                 row);
char                 *ts_optimism_data_row_text        (const TsOptimismData *self,
                                                        guint                 row);
char                 *ts_optimism_data_describe        (const TsOptimismData *self);
TsChartTable         *ts_optimism_data_to_table        (const TsOptimismData *self);

TsChart              *ts_chart_new_optimism            (TsOptimismData       *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsOptimismData, ts_optimism_data_unref)

G_END_DECLS
