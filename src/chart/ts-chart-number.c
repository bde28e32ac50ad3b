/* ts-chart-number.c
 *
 * Numbers as a chart writes them: with the decimals they need and the reader's own decimal point.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "chart/ts-chart-text.h"

#define MINUS_SIGN "\xe2\x88\x92"

/* Numbers that no few decimals write exactly, such as a third, are written with about so many digits in all. */
#define DIGITS         4
#define LEAST_DECIMALS 3

/**
 * ts_chart_number_decimals:
 * @value: a finite number
 * @largest: the size of the largest number it stands beside, at least its own
 *
 * Returns: how many decimals write @value as it was most likely typed: none for 80, 1 for 80.1; a number that
 *   goes on for ever is cut where the rest says nothing any more beside @largest
 */
guint
ts_chart_number_decimals (double value,
                          double largest)
{
  double size = fabs (value);
  double most;

  if (size == 0 || !isfinite (size))
    return 0;

  most = CLAMP (DIGITS - floor (log10 (MAX (size, fabs (largest)))), LEAST_DECIMALS,
                TS_CHART_NUMBER_MAX_DECIMALS);
  for (guint decimals = 0; decimals < most; decimals++)
    {
      double scaled = size * pow (10, decimals);

      if (scaled >= 0.5 && fabs (scaled - nearbyint (scaled)) <= scaled * 1e-12)
        return decimals;
    }

  return (guint) most;
}

static char *
format (double   value,
        guint    decimals,
        gboolean grouped)
{
  g_autofree char *digits = grouped ? g_strdup_printf ("%'.*f", (int) decimals, fabs (value))
                                    : g_strdup_printf ("%.*f", (int) decimals, fabs (value));
  gboolean zero = strpbrk (digits, "123456789") == NULL;

  /* What rounds to zero has no sign. */
  return g_strconcat (signbit (value) && !zero ? (grouped ? MINUS_SIGN : "-") : "", digits, NULL);
}

/**
 * ts_chart_number_text:
 * @value: a finite number
 * @decimals: how many decimals
 *
 * Returns: (transfer full): @value for people to read, with a real minus sign and, where the locale has them, marks
 *   between groups of digits
 */
char *
ts_chart_number_text (double value,
                      guint  decimals)
{
  return format (value, decimals, TRUE);
}

/**
 * ts_chart_number_plain:
 * @value: a finite number
 * @decimals: how many decimals
 *
 * Returns: (transfer full): @value as a spreadsheet of the same locale takes it for a number
 */
char *
ts_chart_number_plain (double value,
                       guint  decimals)
{
  return format (value, decimals, FALSE);
}

/**
 * ts_chart_number_quantity:
 * @value: a finite number
 * @decimals: how many decimals
 * @unit: clean text, perhaps ""
 *
 * Returns: (transfer full): @value with its unit, such as "80.1 years" or "24%"
 */
char *
ts_chart_number_quantity (double      value,
                          guint       decimals,
                          const char *unit)
{
  g_autofree char *number = ts_chart_number_text (value, decimals);
  g_autofree char *name = ts_chart_text_isolate (unit);

  if (*unit == '\0')
    return g_steal_pointer (&number);

  /* Translators: a number of per cent, as in "24%"; some languages have a space before the sign. */
  if (strcmp (unit, "%") == 0)
    return g_strdup_printf (_("%s%%"), number);

  /* Translators: a number and its unit, as in "80.1 years". */
  return g_strdup_printf (C_("quantity", "%s %s"), number, name);
}

/**
 * ts_chart_number_signed:
 * @difference: a finite number
 * @decimals: how many decimals
 * @unit: clean text, perhaps ""
 *
 * Returns: (transfer full): @difference with its unit and with a sign, unless it is 0, such as "+2 points"
 */
char *
ts_chart_number_signed (double      difference,
                        guint       decimals,
                        const char *unit)
{
  g_autofree char *text = ts_chart_number_quantity (difference, decimals, unit);

  return difference > 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

/**
 * ts_chart_number_level:
 * @value: a level; parts of a level are allowed
 *
 * Returns: (transfer full): "3", or "2.5"
 */
char *
ts_chart_number_level (double value)
{
  return ts_chart_number_text (value, value == floor (value) ? 0 : 1);
}

/**
 * ts_chart_number_levels:
 * @difference: of two levels; its sign is not looked at
 *
 * Returns: (transfer full): how large it is, such as "2 levels"
 */
char *
ts_chart_number_levels (double difference)
{
  double size = fabs (difference);
  g_autofree char *number = ts_chart_number_level (size);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s level", "%s levels",
                                       size == floor (size) ? (gulong) size : 2),
                          number);
}
