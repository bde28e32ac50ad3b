/* ts-transition-data.h
 *
 * What a matrix of change shows: how many moved from which level to which between two years.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-levels.h"
#include "chart/ts-chart.h"

G_BEGIN_DECLS

/* Stands for "not rated" where a level is asked for. */
#define TS_TRANSITION_UNRATED 0

/**
 * TsTransitionCounts:
 * @n_up: how many rose
 * @n_same: how many stayed
 * @n_down: how many fell
 * @n_compared: how many were rated in both years, the sum of the three
 * @n_total: all, the unrated with them
 */
typedef struct
{
  guint n_up;
  guint n_same;
  guint n_down;
  guint n_compared;
  guint n_total;
} TsTransitionCounts;

/**
 * TsTransitionData:
 *
 * Filled by whoever makes it, then only read. Reference counted.
 */
typedef struct _TsTransitionData TsTransitionData;

#define TS_TYPE_TRANSITION_DATA (ts_transition_data_get_type ())
GType ts_transition_data_get_type (void) G_GNUC_CONST;

TsTransitionData    *ts_transition_data_new           (const char             *title,
                                                       const char             *from_name,
                                                       const char             *to_name,
                                                       TsChartLevels          *levels);
TsTransitionData    *ts_transition_data_ref           (TsTransitionData       *self);
void                 ts_transition_data_unref         (TsTransitionData       *self);

void                 ts_transition_data_add           (TsTransitionData       *self,
                                                       guint                   from,
                                                       guint                   to,
                                                       guint                   count);

const char          *ts_transition_data_get_title     (const TsTransitionData *self);
const char          *ts_transition_data_get_from_name (const TsTransitionData *self);
const char          *ts_transition_data_get_to_name   (const TsTransitionData *self);
const TsChartLevels *ts_transition_data_get_levels    (const TsTransitionData *self);
guint                ts_transition_data_get_count     (const TsTransitionData *self,
                                                       guint                   from,
                                                       guint                   to);
guint                ts_transition_data_count_from    (const TsTransitionData *self,
                                                       guint                   from);
guint                ts_transition_data_count_to      (const TsTransitionData *self,
                                                       guint                   to);
void                 ts_transition_data_get_counts    (const TsTransitionData *self,
                                                       TsTransitionCounts     *counts);

char                *ts_transition_data_level_text    (const TsTransitionData *self,
                                                       guint                   level);
char                *ts_transition_data_cell_text     (const TsTransitionData *self,
                                                       guint                   from,
                                                       guint                   to);
char                *ts_transition_data_describe      (const TsTransitionData *self);
TsChartTable        *ts_transition_data_to_table      (const TsTransitionData *self);

TsChart             *ts_chart_new_transition          (TsTransitionData       *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsTransitionData, ts_transition_data_unref)

G_END_DECLS
