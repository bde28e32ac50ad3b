/* ts-error.h — errors of the rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TS_RULE_ERROR (ts_rule_error_quark ())

/**
 * TsRuleError:
 * @TS_RULE_ERROR_INVALID: a value is not one that this field can hold; the caller can correct it
 * @TS_RULE_ERROR_UNKNOWN: something named (a criterion, a level, a layer) does not exist
 * @TS_RULE_ERROR_LOCKED: the assessment's stage locks what would be changed; reopening comes first
 * @TS_RULE_ERROR_UNCHANGED: the change would change nothing; callers usually ignore it
 *
 * Why a rule refused a change.
 */
typedef enum
{
  TS_RULE_ERROR_INVALID,
  TS_RULE_ERROR_UNKNOWN,
  TS_RULE_ERROR_LOCKED,
  TS_RULE_ERROR_UNCHANGED,
} TsRuleError;

GQuark ts_rule_error_quark (void);

G_END_DECLS
