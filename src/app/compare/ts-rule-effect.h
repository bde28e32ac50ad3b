/* ts-rule-effect.h — what changes, and for whom, if levels were rolled up by another rule
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-table.h"
#include "core/ts-compare-filter.h"
#include "core/ts-comparison.h"

G_BEGIN_DECLS

/**
 * TsRuleEffectRow:
 * @name: an organisation
 * @changes: its levels that would be different: "5: 2 → 1, 7: 3 → 2"
 * @n_changes: how many these are
 * @balance: by how much its sum of levels would rise; negative where it would fall
 */
typedef struct
{
  char *code;
  char *name;
  char *changes;
  guint n_changes;
  int balance;
} TsRuleEffectRow;

/**
 * TsRuleEffect:
 * @sentence: what changes, in words
 * @rows: (element-type TsRuleEffectRow): for whom, those whose sum changes most first
 *
 * The effect of one rule instead of that which is used.
 */
typedef struct
{
  TsRollUpRule rule;
  char *sentence;
  GPtrArray *rows;
} TsRuleEffect;

TsRuleEffect *ts_rule_effect_new (const TsComparison    *comparison,
                                  const TsCompareFilter *filter,
                                  TsRollUpRule           rule);
void ts_rule_effect_free (TsRuleEffect *self);
TsChartTable *ts_rule_effect_to_table (const TsRuleEffect *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsRuleEffect, ts_rule_effect_free)

G_END_DECLS
