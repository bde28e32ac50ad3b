/* ts-roll-up.h — from the levels of the parts to the level of the whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsRollUpRule:
 * @TS_ROLL_UP_MINIMUM: the lowest level of the parts
 * @TS_ROLL_UP_MAJORITY: the highest level that more than half of the parts reach: of three parts, the median
 * @TS_ROLL_UP_MEAN: the mean, rounded to the nearest whole level, halves up
 *
 * How a group's level follows from its criteria's. The rule that was used officially is not known, so it is a property of
 * the framework, and what the others would give can always be seen.
 */
typedef enum
{
  TS_ROLL_UP_MINIMUM,
  TS_ROLL_UP_MAJORITY,
  TS_ROLL_UP_MEAN,
} TsRollUpRule;

#define TS_N_ROLL_UP_RULES (TS_ROLL_UP_MEAN + 1)

int ts_roll_up (TsRollUpRule  rule,
                const int    *levels,
                guint         n_levels);
const char *ts_roll_up_rule_get_name (TsRollUpRule rule);
const char *ts_roll_up_rule_get_title (TsRollUpRule rule);
const char *ts_roll_up_rule_get_explanation (TsRollUpRule rule);
gboolean ts_roll_up_rule_from_name (const char   *name,
                                    TsRollUpRule *rule);

G_END_DECLS
