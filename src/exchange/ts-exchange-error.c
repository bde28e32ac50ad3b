/* ts-exchange-error.c — errors of what travels in and out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-exchange-error.h"

G_DEFINE_QUARK (ts-exchange-error-quark, ts_exchange_error)
