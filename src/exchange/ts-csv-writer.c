/* ts-csv-writer.c — comma-separated values as RFC 4180 writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-csv-writer.h"

#include "exchange/ts-csv-guard.h"

#include <string.h>

/**
 * ts_csv_append_field:
 * @csv: where to append
 * @text: the field's text
 *
 * Appends one field, quoted where it has to be, and guarded where a spreadsheet would take it for a formula.
 */
void
ts_csv_append_field (GString    *csv,
                     const char *text)
{
  g_return_if_fail (csv != NULL);
  g_return_if_fail (text != NULL);

  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      if (ts_csv_guard_is_needed (text))
        g_string_append_c (csv, '\'');

      g_string_append (csv, text);
      return;
    }

  g_string_append_c (csv, '"');

  if (ts_csv_guard_is_needed (text))
    g_string_append_c (csv, '\'');

  for (;;)
    {
      const char *quote = strchr (text, '"');

      if (quote == NULL)
        break;

      g_string_append_len (csv, text, quote - text);
      g_string_append (csv, "\"\"");
      text = quote + 1;
    }

  g_string_append (csv, text);
  g_string_append_c (csv, '"');
}
