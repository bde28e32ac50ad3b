/* ts-radar-choice.h — which assessment a radar is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-layer.h"
#include "store/ts-rating-query.h"

G_BEGIN_DECLS

/**
 * TsRadarChoice:
 * @assessment: (nullable): the assessment's row id, %NULL where nothing fits
 * @layer: whose levels
 */
typedef struct
{
  char *assessment;
  TsLayer layer;
} TsRadarChoice;

gboolean ts_radar_choice_make (TsWorkbook           *workbook,
                               const TsQueryFilter  *filter,
                               TsRadarChoice        *choice,
                               GError              **error);
void ts_radar_choice_clear (TsRadarChoice *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TsRadarChoice, ts_radar_choice_clear)

G_END_DECLS
