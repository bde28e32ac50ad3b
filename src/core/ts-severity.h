/* ts-severity.h — who scores high, and who low
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-reliability.h"

G_BEGIN_DECLS

/**
 * TsSeverity:
 * @rater: who
 * @n_units: how many of their scores others have scored too
 * @difference: by how much they score above the others on the same units, on average; below zero is below
 *
 * How high somebody scores beside those who scored the same.
 */
typedef struct
{
  const char *rater;
  guint n_units;
  TsEstimate difference;
} TsSeverity;

GArray *ts_severity_measure (const TsScoreMatrix *matrix,
                             guint                n_resamples,
                             guint32              seed);
int ts_severity_adjust (int    level,
                        double difference,
                        guint  n_levels);

G_END_DECLS
