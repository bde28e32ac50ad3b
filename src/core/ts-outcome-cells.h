/* ts-outcome-cells.h — the values of outcomes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"

G_BEGIN_DECLS

/**
 * TsOutcomeCell:
 * @field: %TS_OUTCOME_VALUE_ASPIRATION or %TS_OUTCOME_VALUE_ACTUAL
 * @year: the year
 * @has_number: whether there shall be a value
 * @number: the value
 */
typedef struct
{
  TsOutcomeValueField field;
  int year;
  gboolean has_number;
  double number;
} TsOutcomeCell;

TsChange *ts_change_set_outcome_cells (const TsRow          *outcome,
                                       GPtrArray            *values,
                                       GPtrArray            *assessments,
                                       const TsOutcomeCell  *cells,
                                       guint                 n_cells,
                                       GError              **error);

G_END_DECLS
