/* ts-panel-comparison.h — two panels that have scored the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-estimate.h"
#include "core/ts-score-table.h"

G_BEGIN_DECLS

/**
 * TsPanelComparison:
 * @first: a panel's position
 * @second: another's, after it
 * @n_assessments: how many assessments both have scored
 * @n_units: how many criteria of them
 * @difference: by how many levels the first scores higher than the second, on average
 * @same: in which share of those units both would start at the same level
 * @within_one: in which share at levels no more than one apart
 */
typedef struct
{
  guint first;
  guint second;
  guint n_assessments;
  guint n_units;
  TsEstimate difference;
  TsEstimate same;
  TsEstimate within_one;
} TsPanelComparison;

GArray *ts_panel_comparisons_measure (const TsScoreTable *table,
                                      guint               n_draws,
                                      guint32             seed);

G_END_DECLS
