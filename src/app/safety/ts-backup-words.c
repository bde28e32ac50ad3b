/* ts-backup-words.c — what a backup is called
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/safety/ts-backup-words.h"

#include <glib/gi18n-lib.h>

static gint64
get_day (GDateTime *time)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (time), g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));

  return g_date_get_julian (&date);
}

/**
 * ts_backup_describe_time:
 * @time: when the backup was made, in the time zone that it is told in
 * @now: the time, in the same zone
 *
 * Returns: (transfer full): when that was, as people say it, translated
 */
char *
ts_backup_describe_time (GDateTime *time,
                         GDateTime *now)
{
  gint64 age;

  g_return_val_if_fail (time != NULL && now != NULL, NULL);

  age = get_day (now) - get_day (time);

  if (age == 0)
    /* Translators: the time of a backup; see strftime(3) */
    return g_date_time_format (time, _("Today, %H:%M"));

  if (age == 1)
    return g_date_time_format (time, _("Yesterday, %H:%M"));

  if (age > 1 && age < 7)
    /* Translators: a day of the last week, as in "Thursday, 4 March, 15:04"; see strftime(3) */
    return g_date_time_format (time, _("%A, %-d %B, %H:%M"));

  return g_date_time_format (time, _("%-d %B %Y, %H:%M"));
}

/**
 * ts_backup_describe_content:
 * @n_changes: how many changes its journal has
 * @size: in bytes
 *
 * Returns: (transfer full): what is in it, translated
 */
char *
ts_backup_describe_content (gint64  n_changes,
                            guint64 size)
{
  g_autofree char *bytes = g_format_size (size);
  g_autofree char *changes =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'ld change", "%'ld changes", (gulong) n_changes), (long) n_changes);

  return g_strdup_printf ("%s · %s", changes, bytes);
}
