/* ts-chart.h
 *
 * Any chart: data of some kind together with how that kind is laid out, told and tabulated. One widget
 * and one command serve all kinds through it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-options.h"
#include "chart/ts-chart-table.h"
#include "chart/ts-scene.h"

G_BEGIN_DECLS

/**
 * TsChartKind:
 * @name: what the kind is called on a command line
 * @layout: makes a scene for a place
 * @get_natural_height: (nullable): the height that suits the width of a place best; %NULL if any does
 * @describe: says what the chart shows in one sentence
 * @to_table: says the same in a table
 * @get_title: the chart's title
 * @unref: releases the data
 *
 * What is to be known of one kind of chart. All functions are pure and may run on any thread.
 */
typedef struct
{
  const char *name;
  TsScene *(*layout) (gconstpointer         data,
                      const TsChartOptions *options);
  double (*get_natural_height) (gconstpointer         data,
                                const TsChartOptions *options);
  char *(*describe) (gconstpointer data);
  TsChartTable *(*to_table) (gconstpointer data);
  const char *(*get_title) (gconstpointer data);
  void (*unref) (gpointer data);
} TsChartKind;

/**
 * TsChart:
 *
 * Never changes once made. Reference counted.
 */
typedef struct _TsChart TsChart;

#define TS_TYPE_CHART (ts_chart_get_type ())
GType ts_chart_get_type (void) G_GNUC_CONST;

TsChart      *ts_chart_new                (const TsChartKind    *kind,
                                           gpointer              data);
TsChart      *ts_chart_ref                (TsChart              *self);
void          ts_chart_unref              (TsChart              *self);

const char   *ts_chart_get_name           (TsChart              *self);
const char   *ts_chart_get_title          (TsChart              *self);
char         *ts_chart_describe           (TsChart              *self);
TsChartTable *ts_chart_to_table           (TsChart              *self);
double        ts_chart_get_natural_height (TsChart              *self,
                                           const TsChartOptions *options);
TsScene      *ts_chart_layout             (TsChart              *self,
                                           const TsChartOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsChart, ts_chart_unref)

G_END_DECLS
