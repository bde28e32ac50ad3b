/* ts-backup-rotation.c — when a backup is made, and how long it is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-backup-rotation.h"

#define DAY (24 * G_TIME_SPAN_HOUR)

/* 1970-01-01, day 0 of the clock, as GDate counts days. */
#define JULIAN_OF_EPOCH 719163

typedef gint64 (*PeriodFunction) (gint64 time);

static gint64
divide_down (gint64 number,
             gint64 divisor)
{
  return number / divisor - (number % divisor < 0 ? 1 : 0);
}

static gint64
get_day (gint64 time)
{
  return divide_down (time, DAY);
}

/* Weeks begin on Monday; day 0 was a Thursday. */
static gint64
get_week (gint64 time)
{
  return divide_down (get_day (time) + 3, 7);
}

static gint64
get_month (gint64 time)
{
  gint64 julian = get_day (time) + JULIAN_OF_EPOCH;
  GDate date;

  /* A clock that is this wrong has no months. */
  if (julian < 1 || julian > G_MAXINT32)
    return get_day (time) / 31;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) julian);

  return (gint64) g_date_get_year (&date) * 12 + g_date_get_month (&date) - 1;
}

typedef struct
{
  gint64 time;
  guint position;
} Backup;

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const Backup *first = a;
  const Backup *second = b;

  if (first->time != second->time)
    return first->time > second->time ? -1 : 1;

  return first->position < second->position ? -1 : 1;
}

/* Keeps the newest of each of the last @n_periods periods that have one. */
static void
keep_of_each (const GArray   *backups,
              PeriodFunction  get_period,
              guint           n_periods,
              gboolean       *keep)
{
  gint64 period = 0;
  guint n_kept = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const Backup *backup = &g_array_index (backups, Backup, i);

      if (n_kept > 0 && get_period (backup->time) == period)
        continue;

      if (n_kept == n_periods)
        return;

      period = get_period (backup->time);
      keep[backup->position] = TRUE;
      n_kept++;
    }
}

/**
 * ts_backup_rotate:
 * @times: (array length=n_backups): when each backup was made, in microseconds since 1970-01-01 00:00 UTC, in any order
 * @keep: (array length=n_backups) (out caller-allocates): whether each is kept
 * @n_backups: how many there are
 *
 * Says which backups are kept: the last %TS_BACKUP_MOST_LATEST, and the newest of each of the last %TS_BACKUP_MOST_DAYS days,
 * %TS_BACKUP_MOST_WEEKS weeks and %TS_BACKUP_MOST_MONTHS months. Only days, weeks and months that have a backup count: a workbook that
 * nobody opened for years keeps its old ones, and a clock that was wrong for a day does not throw all others away.
 */
void
ts_backup_rotate (const gint64 *times,
                  gboolean     *keep,
                  guint         n_backups)
{
  g_autoptr (GArray) backups = NULL;

  g_return_if_fail (n_backups == 0 || (times != NULL && keep != NULL));

  backups = g_array_sized_new (FALSE, FALSE, sizeof (Backup), n_backups);

  for (guint i = 0; i < n_backups; i++)
    {
      Backup backup = { times[i], i };

      g_array_append_val (backups, backup);
      keep[i] = FALSE;
    }

  g_array_sort (backups, compare_newest_first);

  for (guint i = 0; i < MIN (n_backups, TS_BACKUP_MOST_LATEST); i++)
    keep[g_array_index (backups, Backup, i).position] = TRUE;

  keep_of_each (backups, get_day, TS_BACKUP_MOST_DAYS, keep);
  keep_of_each (backups, get_week, TS_BACKUP_MOST_WEEKS, keep);
  keep_of_each (backups, get_month, TS_BACKUP_MOST_MONTHS, keep);
}

/**
 * ts_backup_is_due:
 * @occasion: what makes somebody ask
 * @has_backup: whether there is a backup at all
 * @has_grown: whether the journal has a change that the last backup has not
 * @last: when the last backup was made, in microseconds; of no meaning without one
 * @now: the time
 *
 * Returns: whether a backup is to be made
 */
gboolean
ts_backup_is_due (TsBackupOccasion occasion,
                  gboolean         has_backup,
                  gboolean         has_grown,
                  gint64           last,
                  gint64           now)
{
  if (!has_grown)
    return FALSE;

  if (!has_backup || occasion != TS_BACKUP_WHILE_OPEN)
    return TRUE;

  /* One from the future was made while the clock was wrong, and says nothing. */
  return last > now || now - last >= DAY;
}
