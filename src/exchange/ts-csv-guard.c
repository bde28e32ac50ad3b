/* ts-csv-guard.c — texts that a spreadsheet must not take for formulas
 *
 * A spreadsheet runs a cell that begins with = + - or @ (or a tab or carriage return before them) as a formula, whoever wrote it.
 * Exports put an apostrophe before such a text, and imports take it away. So that every text survives the round trip,
 * the same is done to a text that already begins with apostrophes before such a character: it gets one
 * more. An apostrophe before anything else, as in ’tis, is left alone on both ways.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-csv-guard.h"

#include <string.h>

/**
 * ts_csv_guard_is_needed:
 * @text: a text
 *
 * Returns: whether a text that is exported needs one more apostrophe before it
 */
gboolean
ts_csv_guard_is_needed (const char *text)
{
  while (*text == '\'')
    text++;

  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

/**
 * ts_csv_guard_remove:
 * @text: a text from a file
 *
 * Returns: (transfer none): @text without the apostrophe that an export put before it, if it did
 */
const char *
ts_csv_guard_remove (const char *text)
{
  return *text == '\'' && ts_csv_guard_is_needed (text) ? text + 1 : text;
}
