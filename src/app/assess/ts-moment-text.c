/* ts-moment-text.c — moments and days as people read them
 *
 * The journal counts microseconds; people live in days of the place where they are.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-moment-text.h"

#include "core/ts-date.h"

#include <glib/gi18n-lib.h>

static char *
format (gint64      at,
        const char *pattern)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  char *text = local != NULL ? g_date_time_format (local, pattern) : NULL;

  return text != NULL ? text : g_strdup ("–");
}

/**
 * ts_moment_format_day:
 * @at: a moment, in microseconds since 1970-01-01 00:00 UTC
 *
 * Returns: (transfer full): its day, "3 June 2010"
 */
char *
ts_moment_format_day (gint64 at)
{
  /* Translators: a day, as g_date_time_format() writes it: “3 June 2010” */
  return format (at, C_("day", "%-d %B %Y"));
}

/**
 * ts_moment_format_time:
 * @at: a moment, in microseconds since 1970-01-01 00:00 UTC
 *
 * Returns: (transfer full): its time of the day, "14:05"
 */
char *
ts_moment_format_time (gint64 at)
{
  /* Translators: a time of the day, as g_date_time_format() writes it: “14:05” */
  return format (at, C_("time of the day", "%H:%M"));
}

/**
 * ts_moment_format:
 * @at: a moment, in microseconds since 1970-01-01 00:00 UTC
 *
 * Returns: (transfer full): its day and time, "3 June 2010, 14:05"
 */
char *
ts_moment_format (gint64 at)
{
  g_autofree char *day = ts_moment_format_day (at);
  g_autofree char *time = ts_moment_format_time (at);

  /* Translators: a day and a time */
  return g_strdup_printf (_("%s, %s"), day, time);
}

/**
 * ts_moment_of_day:
 * @day: (nullable): a day, as ISO 8601 writes it
 * @n_days_after: how many days after it
 *
 * Returns: the moment at which that day begins here, or 0 where @day is none
 */
gint64
ts_moment_of_day (const char *day,
                  int         n_days_after)
{
  g_autoptr (GDateTime) begins = NULL;
  g_autoptr (GDateTime) moved = NULL;
  GDate date;

  if (day == NULL || !ts_date_parse (day, &date))
    return 0;

  begins = g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);
  moved = begins != NULL ? g_date_time_add_days (begins, n_days_after) : NULL;

  return moved != NULL ? g_date_time_to_unix (moved) * G_USEC_PER_SEC : 0;
}
