/* ts-gaps-data.h
 *
 * What a gap chart shows: for each competency or criterion its level, its target and last year's level.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart.h"

G_BEGIN_DECLS

#define TS_GAPS_MAX_ROWS   200
#define TS_GAPS_MAX_LEVELS 10

/**
 * TsGapsSubject:
 *
 * What the rows are, so that sentences can name them.
 */
typedef enum
{
  TS_GAPS_SUBJECT_COMPETENCY,
  TS_GAPS_SUBJECT_CRITERION,
  TS_GAPS_SUBJECT_AREA,
} TsGapsSubject;

#define TS_GAPS_N_SUBJECTS (TS_GAPS_SUBJECT_AREA + 1)

/**
 * TsGapsSeries:
 * @TS_GAPS_SERIES_LEVEL: the level now
 * @TS_GAPS_SERIES_TARGET: the level aimed at
 * @TS_GAPS_SERIES_PREVIOUS: the level last year; or, of judgements, the level that the organisation gave itself, while
 *   @TS_GAPS_SERIES_LEVEL is the one that others gave it
 */
typedef enum
{
  TS_GAPS_SERIES_LEVEL,
  TS_GAPS_SERIES_TARGET,
  TS_GAPS_SERIES_PREVIOUS,
} TsGapsSeries;

#define TS_GAPS_N_SERIES (TS_GAPS_SERIES_PREVIOUS + 1)

/**
 * TsGapsData:
 *
 * Never changes once built. Reference counted. All its text is clean: see ts_chart_text_clean().
 */
typedef struct _TsGapsData TsGapsData;

#define TS_TYPE_GAPS_DATA (ts_gaps_data_get_type ())
GType ts_gaps_data_get_type (void) G_GNUC_CONST;

TsGapsData    *ts_gaps_data_ref             (TsGapsData       *self);
void           ts_gaps_data_unref           (TsGapsData       *self);

const char    *ts_gaps_data_get_title       (const TsGapsData *self);
TsGapsSubject  ts_gaps_data_get_subject     (const TsGapsData *self);
guint          ts_gaps_data_get_n_levels    (const TsGapsData *self);
const char    *ts_gaps_data_get_level_name  (const TsGapsData *self,
                                             guint             level);
guint          ts_gaps_data_get_n_rows      (const TsGapsData *self);
const char    *ts_gaps_data_get_short_label (const TsGapsData *self,
                                             guint             row);
const char    *ts_gaps_data_get_long_label  (const TsGapsData *self,
                                             guint             row);
gboolean       ts_gaps_data_is_judged       (const TsGapsData *self);
const char    *ts_gaps_data_get_series_name (const TsGapsData *self,
                                             TsGapsSeries      series);
gboolean       ts_gaps_data_get_value       (const TsGapsData *self,
                                             TsGapsSeries      series,
                                             guint             row,
                                             double           *value);
guint          ts_gaps_data_count_values    (const TsGapsData *self,
                                             TsGapsSeries      series);
gboolean       ts_gaps_data_get_gap         (const TsGapsData *self,
                                             guint             row,
                                             double           *gap);
gboolean       ts_gaps_data_get_change      (const TsGapsData *self,
                                             guint             row,
                                             double           *change);

char          *ts_gaps_data_row_name        (const TsGapsData *self,
                                             guint             row);
char          *ts_gaps_data_value_text      (const TsGapsData *self,
                                             TsGapsSeries      series,
                                             guint             row);
char          *ts_gaps_data_gap_text        (const TsGapsData *self,
                                             guint             row);
char          *ts_gaps_data_change_text     (const TsGapsData *self,
                                             guint             row);
char          *ts_gaps_data_row_text        (const TsGapsData *self,
                                             guint             row);
char          *ts_gaps_data_describe        (const TsGapsData *self);
TsChartTable  *ts_gaps_data_to_table        (const TsGapsData *self);

TsChart       *ts_chart_new_gaps            (TsGapsData       *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsGapsData, ts_gaps_data_unref)

G_END_DECLS
