/* ts-distribution-data.h
 *
 * What a distribution shows: how many organisations are at each level, for each competency, region or year.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-levels.h"
#include "chart/ts-chart-subject.h"
#include "chart/ts-chart.h"

G_BEGIN_DECLS

/**
 * TsDistributionBy:
 *
 * What the rows are.
 */
typedef enum
{
  TS_DISTRIBUTION_BY_COMPETENCY,
  TS_DISTRIBUTION_BY_GROUP,
  TS_DISTRIBUTION_BY_YEAR,
} TsDistributionBy;

/**
 * TsDistributionData:
 *
 * Filled by whoever makes it, then only read. Reference counted.
 */
typedef struct _TsDistributionData TsDistributionData;

#define TS_TYPE_DISTRIBUTION_DATA (ts_distribution_data_get_type ())
GType ts_distribution_data_get_type (void) G_GNUC_CONST;

TsDistributionData   *ts_distribution_data_new         (const char               *title,
                                                        TsDistributionBy          by,
                                                        TsChartLevels            *levels);
TsDistributionData   *ts_distribution_data_ref         (TsDistributionData       *self);
void                  ts_distribution_data_unref       (TsDistributionData       *self);

guint                 ts_distribution_data_add_row     (TsDistributionData       *self,
                                                        const TsChartSubject     *subject,
                                                        const guint              *counts,
                                                        guint                     n_unrated);

const char           *ts_distribution_data_get_title   (const TsDistributionData *self);
TsDistributionBy      ts_distribution_data_get_by      (const TsDistributionData *self);
const TsChartLevels  *ts_distribution_data_get_levels  (const TsDistributionData *self);
guint                 ts_distribution_data_get_n_rows  (const TsDistributionData *self);
const TsChartSubject *ts_distribution_data_get_row     (const TsDistributionData *self,
                                                        guint                     row);
guint                 ts_distribution_data_get_count   (const TsDistributionData *self,
                                                        guint                     row,
                                                        guint                     level);
guint                 ts_distribution_data_get_total   (const TsDistributionData *self,
                                                        guint                     row);

char                 *ts_distribution_data_count_text  (const TsDistributionData *self,
                                                        guint                     row,
                                                        guint                     level);
char                 *ts_distribution_data_row_text    (const TsDistributionData *self,
                                                        guint                     row);
char                 *ts_distribution_data_describe    (const TsDistributionData *self);
TsChartTable         *ts_distribution_data_to_table    (const TsDistributionData *self);

TsChart              *ts_chart_new_distribution        (TsDistributionData       *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsDistributionData, ts_distribution_data_unref)

G_END_DECLS
