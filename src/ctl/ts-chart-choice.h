/* ts-chart-choice.h — which assessment a chart is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-layer.h"
#include "store/ts-rating-query.h"

G_BEGIN_DECLS

/**
 * TsChartChoice:
 * @assessment: (nullable): the assessment's row id, %NULL where nothing fits
 * @layer: whose levels
 */
typedef struct
{
  char *assessment;
  TsLayer layer;
} TsChartChoice;

gboolean ts_chart_choice_make (TsWorkbook           *workbook,
                               const TsQueryFilter  *filter,
                               TsChartChoice        *choice,
                               GError              **error);
void ts_chart_choice_clear (TsChartChoice *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TsChartChoice, ts_chart_choice_clear)

G_END_DECLS
