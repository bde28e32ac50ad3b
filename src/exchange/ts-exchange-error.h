/* ts-exchange-error.h — errors of what travels in and out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TS_EXCHANGE_ERROR (ts_exchange_error_quark ())

/**
 * TsExchangeError:
 * @TS_EXCHANGE_ERROR_SYNTAX: the file is not what it says it is: not JSON, not CSV, not UTF-8
 * @TS_EXCHANGE_ERROR_INVALID: the file can be read, but something in it is not allowed; the message says where
 * @TS_EXCHANGE_ERROR_TOO_LARGE: a limit is passed
 * @TS_EXCHANGE_ERROR_UNKNOWN: something named does not exist
 * @TS_EXCHANGE_ERROR_FILE: a file cannot be read or written
 *
 * What can go wrong when files are read or written. The message begins with the file's name, and the line or the place in the file
 * where there is one.
 */
typedef enum
{
  TS_EXCHANGE_ERROR_SYNTAX,
  TS_EXCHANGE_ERROR_INVALID,
  TS_EXCHANGE_ERROR_TOO_LARGE,
  TS_EXCHANGE_ERROR_UNKNOWN,
  TS_EXCHANGE_ERROR_FILE,
} TsExchangeError;

GQuark ts_exchange_error_quark (void);

G_END_DECLS
