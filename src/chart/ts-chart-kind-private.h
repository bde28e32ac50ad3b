/* ts-chart-kind-private.h
 *
 * What every kind of chart would otherwise write down once more.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart.h"

G_BEGIN_DECLS

/* Defines kind_kind, a TsChartKind that is called so, over ts_kind_layout () and the functions of ts_kind_data; height is what
 * TS_DEFINE_CHART_HEIGHT () defines, or NULL. */
#define TS_DEFINE_CHART_KIND(kind, called, Data, height) \
  static TsScene * \
  kind##_layout (gconstpointer data, const TsChartOptions *options) \
  { \
    return ts_##kind##_layout ((const Data *) data, options); \
  } \
\
  static char * \
  kind##_describe (gconstpointer data) \
  { \
    return ts_##kind##_data_describe ((const Data *) data); \
  } \
\
  static TsChartTable * \
  kind##_to_table (gconstpointer data) \
  { \
    return ts_##kind##_data_to_table ((const Data *) data); \
  } \
\
  static const char * \
  kind##_get_title (gconstpointer data) \
  { \
    return ts_##kind##_data_get_title ((const Data *) data); \
  } \
\
  static void \
  kind##_unref (gpointer data) \
  { \
    ts_##kind##_data_unref ((Data *) data); \
  } \
\
  static const TsChartKind kind##_kind = { \
    .name = called, \
    .layout = kind##_layout, \
    .get_natural_height = height, \
    .describe = kind##_describe, \
    .to_table = kind##_to_table, \
    .get_title = kind##_get_title, \
    .unref = kind##_unref, \
  }

/* Defines what TS_DEFINE_CHART_KIND () takes as a height, over ts_kind_get_natural_height (). */
#define TS_DEFINE_CHART_HEIGHT(kind, Data) \
  static double \
  kind##_get_natural_height (gconstpointer data, const TsChartOptions *options) \
  { \
    return ts_##kind##_get_natural_height ((const Data *) data, options); \
  }

G_END_DECLS
