/* ts-outcome-data.h
 *
 * What an outcome's trend chart shows: aspiration and actual values of one measure by financial year.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart.h"

G_BEGIN_DECLS

#define TS_OUTCOME_DATA_MAX_POINTS 200000
#define TS_OUTCOME_DATA_LAST_YEAR  999999

/* What no value may go beyond; the rules of outcomes have the same limit. */
#define TS_OUTCOME_DATA_LARGEST 1e12

/**
 * TsOutcomeSeries:
 * @TS_OUTCOME_SERIES_ASPIRATION: what was aimed at
 * @TS_OUTCOME_SERIES_ACTUAL: what came
 */
typedef enum
{
  TS_OUTCOME_SERIES_ASPIRATION,
  TS_OUTCOME_SERIES_ACTUAL,
} TsOutcomeSeries;

#define TS_OUTCOME_N_SERIES (TS_OUTCOME_SERIES_ACTUAL + 1)

/**
 * TsOutcomeData:
 *
 * Never changes once built. Reference counted. All its text is clean: see ts_chart_text_clean(). A point is a
 * year with an aspiration, an actual value or both; points are in the order of their years.
 */
typedef struct _TsOutcomeData TsOutcomeData;

#define TS_TYPE_OUTCOME_DATA (ts_outcome_data_get_type ())
GType ts_outcome_data_get_type (void) G_GNUC_CONST;

TsOutcomeData *ts_outcome_data_ref              (TsOutcomeData       *self);
void           ts_outcome_data_unref            (TsOutcomeData       *self);

const char    *ts_outcome_data_get_metric       (const TsOutcomeData *self);
const char    *ts_outcome_data_get_unit         (const TsOutcomeData *self);
gboolean       ts_outcome_data_is_up_better     (const TsOutcomeData *self);
guint          ts_outcome_data_get_decimals     (const TsOutcomeData *self);
guint          ts_outcome_data_get_n_points     (const TsOutcomeData *self);
int            ts_outcome_data_get_year         (const TsOutcomeData *self,
                                                 guint                point);
gboolean       ts_outcome_data_get_value        (const TsOutcomeData *self,
                                                 TsOutcomeSeries      series,
                                                 guint                point,
                                                 double              *value);
guint          ts_outcome_data_count_values     (const TsOutcomeData *self,
                                                 TsOutcomeSeries      series);
gboolean       ts_outcome_data_get_range        (const TsOutcomeData *self,
                                                 double              *low,
                                                 double              *high);
gboolean       ts_outcome_data_get_gap          (const TsOutcomeData *self,
                                                 guint                point,
                                                 double              *gap);
gboolean       ts_outcome_data_get_baseline     (const TsOutcomeData *self,
                                                 guint               *point);
gboolean       ts_outcome_data_find_latest_gap  (const TsOutcomeData *self,
                                                 guint               *point);

char          *ts_outcome_data_year_text        (const TsOutcomeData *self,
                                                 guint                point);
char          *ts_outcome_data_value_text       (const TsOutcomeData *self,
                                                 double               value);
char          *ts_outcome_data_gap_text         (const TsOutcomeData *self,
                                                 guint                point,
                                                 gboolean             with_unit);
char          *ts_outcome_data_point_text       (const TsOutcomeData *self,
                                                 guint                point);
const char    *ts_outcome_data_direction_text   (const TsOutcomeData *self);
char          *ts_outcome_data_describe         (const TsOutcomeData *self);
TsChartTable  *ts_outcome_data_to_table         (const TsOutcomeData *self);

TsChart       *ts_chart_new_outcome             (TsOutcomeData       *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsOutcomeData, ts_outcome_data_unref)

G_END_DECLS
