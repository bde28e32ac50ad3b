/* ts-chart-levels.h
 *
 * The levels of a scale as a chart shows them.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-types.h"

G_BEGIN_DECLS

#define TS_CHART_LEVELS_MOST 10

/**
 * TsChartLevelsKind:
 * @TS_CHART_LEVELS_SEQUENCE: numbered levels from low to high, in one sequence of colours
 * @TS_CHART_LEVELS_TRAFFIC_LIGHT: named, from unfavourable over doubtful to favourable
 */
typedef enum
{
  TS_CHART_LEVELS_SEQUENCE,
  TS_CHART_LEVELS_TRAFFIC_LIGHT,
} TsChartLevelsKind;

/**
 * TsChartLevels:
 *
 * Levels 1, 2, … up to the highest, each with a name. Never changes. Reference counted.
 */
typedef struct _TsChartLevels TsChartLevels;

#define TS_TYPE_CHART_LEVELS (ts_chart_levels_get_type ())
GType ts_chart_levels_get_type (void) G_GNUC_CONST;

TsChartLevels     *ts_chart_levels_new      (const char * const  *names,
                                             TsChartLevelsKind    kind);
TsChartLevels     *ts_chart_levels_ref      (TsChartLevels       *self);
void               ts_chart_levels_unref    (TsChartLevels       *self);

guint              ts_chart_levels_get_n    (const TsChartLevels *self);
const char        *ts_chart_levels_get_name (const TsChartLevels *self,
                                             guint                level);
gboolean           ts_chart_levels_is_level (const TsChartLevels *self,
                                             double               value);
TsChartRole        ts_chart_levels_get_role (const TsChartLevels *self,
                                             double               value);
char              *ts_chart_levels_sign     (const TsChartLevels *self,
                                             double               value);
char              *ts_chart_levels_text     (const TsChartLevels *self,
                                             double               value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsChartLevels, ts_chart_levels_unref)

G_END_DECLS
