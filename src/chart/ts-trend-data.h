/* ts-trend-data.h
 *
 * What a trend shows: a level or a total over the years, for one organisation or for many.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-levels.h"
#include "chart/ts-chart-subject.h"
#include "chart/ts-chart.h"

G_BEGIN_DECLS

#define TS_TREND_MAX_YEARS 100

/**
 * TsTrendLineKind:
 * @TS_TREND_LINE_SUBJECT: an organisation, or a competency of one
 * @TS_TREND_LINE_MIDDLE: the middle of all, or of a peer group
 */
typedef enum
{
  TS_TREND_LINE_SUBJECT,
  TS_TREND_LINE_MIDDLE,
} TsTrendLineKind;

/**
 * TsTrendSubject:
 *
 * What most lines are, so that sentences can name them.
 */
typedef enum
{
  TS_TREND_SUBJECT_ORGANISATION,
  TS_TREND_SUBJECT_COMPETENCY,
  TS_TREND_SUBJECT_CRITERION,
  TS_TREND_SUBJECT_AREA,
} TsTrendSubject;

/**
 * TsTrendData:
 *
 * Filled by whoever makes it, then only read. A line has no value in a year until it is given one, and is never drawn
 * across a year without. Reference counted.
 */
typedef struct _TsTrendData TsTrendData;

#define TS_TYPE_TREND_DATA (ts_trend_data_get_type ())
GType ts_trend_data_get_type (void) G_GNUC_CONST;

TsTrendData          *ts_trend_data_new           (const char           *title,
                                                   const char           *measure,
                                                   const char           *unit,
                                                   TsChartLevels        *levels,
                                                   const int            *years,
                                                   guint                 n_years);
TsTrendData          *ts_trend_data_ref           (TsTrendData          *self);
void                  ts_trend_data_unref         (TsTrendData          *self);

void                  ts_trend_data_set_subject   (TsTrendData          *self,
                                                   TsTrendSubject        subject);
guint                 ts_trend_data_add_line      (TsTrendData          *self,
                                                   const TsChartSubject *subject,
                                                   TsTrendLineKind       kind);
void                  ts_trend_data_set_value     (TsTrendData          *self,
                                                   guint                 line,
                                                   guint                 year,
                                                   double                value,
                                                   gboolean              merged);
void                  ts_trend_data_set_break     (TsTrendData          *self,
                                                   guint                 year,
                                                   const char           *reason);

void                  ts_trend_data_set_line_break (TsTrendData          *self,
                                                    guint                 line,
                                                    guint                 year,
                                                    const char           *reason);

void                  ts_trend_data_set_basis     (TsTrendData          *self,
                                                   const char           *basis);

const char           *ts_trend_data_get_title     (const TsTrendData    *self);
TsTrendSubject        ts_trend_data_get_subject   (const TsTrendData    *self);
const char           *ts_trend_data_get_basis     (const TsTrendData    *self);
const char           *ts_trend_data_get_measure   (const TsTrendData    *self);
const char           *ts_trend_data_get_unit      (const TsTrendData    *self);
const TsChartLevels  *ts_trend_data_get_levels    (const TsTrendData    *self);
guint                 ts_trend_data_get_n_years   (const TsTrendData    *self);
int                   ts_trend_data_get_year      (const TsTrendData    *self,
                                                   guint                 year);
const char           *ts_trend_data_get_break     (const TsTrendData    *self,
                                                   guint                 year);
gboolean              ts_trend_data_is_broken     (const TsTrendData    *self,
                                                   guint                 line,
                                                   guint                 year);
guint                 ts_trend_data_get_n_lines   (const TsTrendData    *self);
const TsChartSubject *ts_trend_data_get_line      (const TsTrendData    *self,
                                                   guint                 line);
TsTrendLineKind       ts_trend_data_get_line_kind (const TsTrendData    *self,
                                                   guint                 line);
gboolean              ts_trend_data_get_value     (const TsTrendData    *self,
                                                   guint                 line,
                                                   guint                 year,
                                                   double               *value);
gboolean              ts_trend_data_is_merged     (const TsTrendData    *self,
                                                   guint                 line,
                                                   guint                 year);
gboolean              ts_trend_data_get_range     (const TsTrendData    *self,
                                                   double               *low,
                                                   double               *high);

char                 *ts_trend_data_value_text    (const TsTrendData    *self,
                                                   guint                 line,
                                                   guint                 year);
char                 *ts_trend_data_line_text     (const TsTrendData    *self,
                                                   guint                 line);
char                 *ts_trend_data_describe      (const TsTrendData    *self);
TsChartTable         *ts_trend_data_to_table      (const TsTrendData    *self);

TsChart              *ts_chart_new_trend          (TsTrendData          *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsTrendData, ts_trend_data_unref)

G_END_DECLS
