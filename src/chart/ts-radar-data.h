/* ts-radar-data.h
 *
 * What a radar chart shows: levels of several series on common axes.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart.h"

G_BEGIN_DECLS

#define TS_RADAR_MAX_AXES   200
#define TS_RADAR_MAX_SERIES 4
#define TS_RADAR_MAX_LEVELS 10

/**
 * TsRadarSubject:
 *
 * What the axes are, so that sentences can name them.
 */
typedef enum
{
  TS_RADAR_SUBJECT_COMPETENCY,
  TS_RADAR_SUBJECT_AREA,
} TsRadarSubject;

/**
 * TsRadarSeriesKind:
 * @TS_RADAR_SERIES_CURRENT: what the chart is about; drawn strongest
 * @TS_RADAR_SERIES_TARGET: what is aimed at
 * @TS_RADAR_SERIES_PREVIOUS: what it was before
 * @TS_RADAR_SERIES_OTHER: anything else
 */
typedef enum
{
  TS_RADAR_SERIES_CURRENT,
  TS_RADAR_SERIES_TARGET,
  TS_RADAR_SERIES_PREVIOUS,
  TS_RADAR_SERIES_OTHER,
} TsRadarSeriesKind;

/**
 * TsRadarData:
 *
 * Never changes once built. Reference counted. All its text is clean: see ts_chart_text_clean().
 */
typedef struct _TsRadarData TsRadarData;

#define TS_TYPE_RADAR_DATA (ts_radar_data_get_type ())
GType ts_radar_data_get_type (void) G_GNUC_CONST;

TsRadarData       *ts_radar_data_ref              (TsRadarData       *self);
void               ts_radar_data_unref            (TsRadarData       *self);

const char        *ts_radar_data_get_title        (const TsRadarData *self);
TsRadarSubject     ts_radar_data_get_subject      (const TsRadarData *self);
guint              ts_radar_data_get_n_levels     (const TsRadarData *self);
const char        *ts_radar_data_get_level_name   (const TsRadarData *self,
                                                   guint              level);
guint              ts_radar_data_get_n_axes       (const TsRadarData *self);
const char        *ts_radar_data_get_short_label  (const TsRadarData *self,
                                                   guint              axis);
const char        *ts_radar_data_get_long_label   (const TsRadarData *self,
                                                   guint              axis);
guint              ts_radar_data_get_n_series     (const TsRadarData *self);
const char        *ts_radar_data_get_series_name  (const TsRadarData *self,
                                                   guint              series);
TsRadarSeriesKind  ts_radar_data_get_series_kind  (const TsRadarData *self,
                                                   guint              series);
gboolean           ts_radar_data_get_value        (const TsRadarData *self,
                                                   guint              series,
                                                   guint              axis,
                                                   double            *value);
guint              ts_radar_data_count_values     (const TsRadarData *self,
                                                   guint              series);
const char        *ts_radar_data_get_band_name    (const TsRadarData *self);
gboolean           ts_radar_data_get_range        (const TsRadarData *self,
                                                   guint              axis,
                                                   double            *low,
                                                   double            *high);

char              *ts_radar_data_axis_name        (const TsRadarData *self,
                                                   guint              axis);
char              *ts_radar_data_value_text       (const TsRadarData *self,
                                                   guint              series,
                                                   guint              axis);
char              *ts_radar_data_range_text       (const TsRadarData *self,
                                                   guint              axis);
char              *ts_radar_data_axis_value_text  (const TsRadarData *self,
                                                   guint              axis);
char              *ts_radar_data_describe         (const TsRadarData *self);
TsChartTable      *ts_radar_data_to_table         (const TsRadarData *self);

TsChart           *ts_chart_new_radar             (TsRadarData       *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsRadarData, ts_radar_data_unref)

G_END_DECLS
