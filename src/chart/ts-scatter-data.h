/* ts-scatter-data.h
 *
 * What a scatter chart shows: two measures of many organisations.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-subject.h"
#include "chart/ts-chart.h"

G_BEGIN_DECLS

/**
 * TsScatterPoint:
 * @subject: whose values they are
 * @x: its value of the first measure
 * @y: its value of the second
 */
typedef struct
{
  TsChartSubject subject;
  double x;
  double y;
} TsScatterPoint;

/**
 * TsScatterAxis:
 * @TS_SCATTER_AXIS_X: the first measure, from left to right
 * @TS_SCATTER_AXIS_Y: the second, from bottom to top
 */
typedef enum
{
  TS_SCATTER_AXIS_X,
  TS_SCATTER_AXIS_Y,
} TsScatterAxis;

#define TS_SCATTER_N_AXES (TS_SCATTER_AXIS_Y + 1)

/**
 * TsScatterData:
 *
 * Filled by whoever makes it, then only read. Reference counted.
 */
typedef struct _TsScatterData TsScatterData;

#define TS_TYPE_SCATTER_DATA (ts_scatter_data_get_type ())
GType ts_scatter_data_get_type (void) G_GNUC_CONST;

TsScatterData        *ts_scatter_data_new           (const char           *title);
TsScatterData        *ts_scatter_data_ref           (TsScatterData        *self);
void                  ts_scatter_data_unref         (TsScatterData        *self);

void                  ts_scatter_data_set_measure   (TsScatterData        *self,
                                                     TsScatterAxis         axis,
                                                     const char           *name,
                                                     const char           *unit);
void                  ts_scatter_data_add_point     (TsScatterData        *self,
                                                     const TsChartSubject *subject,
                                                     double                x,
                                                     double                y);

const char           *ts_scatter_data_get_title     (const TsScatterData  *self);
const char           *ts_scatter_data_get_name      (const TsScatterData  *self,
                                                     TsScatterAxis         axis);
const char           *ts_scatter_data_get_unit      (const TsScatterData  *self,
                                                     TsScatterAxis         axis);
guint                 ts_scatter_data_get_n_points  (const TsScatterData  *self);
const TsScatterPoint *ts_scatter_data_get_point     (const TsScatterData  *self,
                                                     guint                 point);
guint                 ts_scatter_data_count_missing (const TsScatterData  *self);
gboolean              ts_scatter_data_get_range     (const TsScatterData  *self,
                                                     TsScatterAxis         axis,
                                                     double               *low,
                                                     double               *high);
gboolean              ts_scatter_data_get_middle    (const TsScatterData  *self,
                                                     TsScatterAxis         axis,
                                                     double               *middle);
gboolean              ts_scatter_data_get_relation  (const TsScatterData  *self,
                                                     double               *relation);

char                 *ts_scatter_data_value_text    (const TsScatterData  *self,
                                                     TsScatterAxis         axis,
                                                     double                value);
char                 *ts_scatter_data_describe      (const TsScatterData  *self);
TsChartTable         *ts_scatter_data_to_table      (const TsScatterData  *self);

TsChart              *ts_chart_new_scatter          (TsScatterData        *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsScatterData, ts_scatter_data_unref)

G_END_DECLS
