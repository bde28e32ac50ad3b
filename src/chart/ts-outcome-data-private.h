/* ts-outcome-data-private.h
 *
 * The inside of an outcome's data, for the data and its builder only.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-outcome-data.h"

G_BEGIN_DECLS

/* NaN where there is no value. */
typedef struct
{
  int year;
  double values[TS_OUTCOME_N_SERIES];
} TsOutcomeDataPoint;

struct _TsOutcomeData
{
  char *metric;
  char *unit;
  gboolean up_is_better;
  guint decimals;
  gboolean has_baseline;
  guint baseline;
  GArray *points;
};

G_END_DECLS
