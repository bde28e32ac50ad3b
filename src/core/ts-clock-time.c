/* ts-clock-time.c — times of a day as they are kept and exchanged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-clock-time.h"

#include <string.h>

/**
 * ts_clock_time_is_valid:
 * @text: any text
 *
 * Written so, times sort as text does.
 *
 * Returns: whether @text is a time from "00:00" to "23:59", always with five characters
 */
gboolean
ts_clock_time_is_valid (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) != 5 || text[2] != ':')
    return FALSE;

  for (guint i = 0; i < 5; i++)
    {
      if (i != 2 && !g_ascii_isdigit (text[i]))
        return FALSE;
    }

  return strncmp (text, "24", 2) < 0 && text[3] < '6';
}
