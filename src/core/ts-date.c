/* ts-date.c — days as they are kept and exchanged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-date.h"

/**
 * ts_date_parse:
 * @text: a day as ISO 8601 writes it, "2009-03-31"
 * @date: (out caller-allocates): where to put it
 *
 * Returns: whether @text is such a day and the day exists
 */
gboolean
ts_date_parse (const char *text,
               GDate      *date)
{
  int parts[3] = { 0, 0, 0 };
  guint part = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  for (guint i = 0; i < 10; i++)
    {
      if (i == 4 || i == 7)
        {
          if (text[i] != '-')
            return FALSE;

          part++;
        }
      else if (g_ascii_isdigit (text[i]))
        {
          parts[part] = parts[part] * 10 + g_ascii_digit_value (text[i]);
        }
      else
        {
          return FALSE;
        }
    }

  if (text[10] != '\0' || !g_date_valid_dmy (parts[2], parts[1], parts[0]))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, parts[2], parts[1], parts[0]);

  return TRUE;
}

/**
 * ts_date_is_valid:
 * @text: any text
 *
 * Returns: whether @text is a day that [func@ts_date_parse] takes
 */
gboolean
ts_date_is_valid (const char *text)
{
  GDate date;

  return ts_date_parse (text, &date);
}

/**
 * ts_date_format:
 * @date: a valid day
 *
 * Returns: (transfer full): the day as ISO 8601 writes it
 */
char *
ts_date_format (const GDate *date)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}
