/* ts-error.c — errors of the rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"

G_DEFINE_QUARK (ts-rule-error-quark, ts_rule_error)
