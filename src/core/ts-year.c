/* ts-year.c — financial years
 *
 * A financial year runs from 1 April to 31 March and is written 2008/09. It is kept as the calendar year in which it
 * begins.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-year.h"

/**
 * ts_year_parse:
 * @text: a financial year, "2008/09"; nothing else is taken, so that 2008 is never guessed to mean either of two years
 * @year: (out): where to put the calendar year in which it begins
 *
 * Returns: whether @text is a financial year between %TS_YEAR_FIRST and %TS_YEAR_LAST
 */
gboolean
ts_year_parse (const char *text,
               int        *year)
{
  int first = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (year != NULL, FALSE);

  for (guint i = 0; i < 7; i++)
    {
      if (i == 4 ? text[i] != '/' : !g_ascii_isdigit (text[i]))
        return FALSE;

      if (i < 4)
        first = first * 10 + g_ascii_digit_value (text[i]);
    }

  if (text[7] != '\0')
    return FALSE;

  if ((first + 1) % 100 != g_ascii_digit_value (text[5]) * 10 + g_ascii_digit_value (text[6]))
    return FALSE;

  if (first < TS_YEAR_FIRST || first > TS_YEAR_LAST)
    return FALSE;

  *year = first;

  return TRUE;
}

/**
 * ts_year_format:
 * @year: the calendar year in which a financial year begins
 *
 * Returns: (transfer full): the year as people write it, "2008/09"
 */
char *
ts_year_format (int year)
{
  return g_strdup_printf ("%04d/%02d", year, (year % 100 + 1) % 100);
}

/**
 * ts_year_get_dates:
 * @year: the calendar year in which a financial year begins
 * @first: (out caller-allocates): its first day, 1 April
 * @last: (out caller-allocates): its last day, 31 March
 */
void
ts_year_get_dates (int    year,
                   GDate *first,
                   GDate *last)
{
  g_return_if_fail (year >= TS_YEAR_FIRST && year <= TS_YEAR_LAST);

  g_date_clear (first, 1);
  g_date_clear (last, 1);
  g_date_set_dmy (first, 1, G_DATE_APRIL, year);
  g_date_set_dmy (last, 31, G_DATE_MARCH, year + 1);
}
