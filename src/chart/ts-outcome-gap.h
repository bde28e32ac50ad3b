/* ts-outcome-gap.h
 *
 * The mark between aspiration and actual value in an outcome's trend chart.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-outcome-axes.h"

G_BEGIN_DECLS

/**
 * TsOutcomeGap:
 * @text: what the mark says; %NULL where there is no room for it
 * @left: where @text begins
 * @baseline: where it stands
 * @size: its font size
 * @role: favourable or not
 * @bracket: (array length=n_bracket): the line from one value to the other; perhaps empty
 * @n_bracket: how many points it has
 */
typedef struct
{
  char *text;
  double left;
  double baseline;
  double size;
  TsChartRole role;
  TsChartPoint bracket[4];
  guint n_bracket;
} TsOutcomeGap;

void ts_outcome_gap_init     (TsOutcomeGap         *self,
                              const TsOutcomeData  *data,
                              const TsOutcomeAxes  *axes,
                              const TsChartOptions *options,
                              GArray * const       *paths,
                              gboolean              has_markers,
                              double                reach);
void ts_outcome_gap_clear    (TsOutcomeGap         *self);
void ts_outcome_gap_add_line (const TsOutcomeGap   *self,
                              double                unit,
                              TsSceneBuilder       *builder);
void ts_outcome_gap_add_text (const TsOutcomeGap   *self,
                              TsSceneBuilder       *builder);

G_END_DECLS
