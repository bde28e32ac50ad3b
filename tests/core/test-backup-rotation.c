/* test-backup-rotation.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-backup-rotation.h"

#include <string.h>

#define HOUR G_TIME_SPAN_HOUR
#define DAY  G_TIME_SPAN_DAY

/* "2010-03-04T15:00:00Z" */
static gint64
at (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

typedef struct
{
  const char *name;
  const char *times; /* with a “+” before those that are kept, “-” before those that go */
} Case;

static const Case cases[] = {
  { "none", "" },
  { "one", "+2010-03-04T15:00:00Z" },
  { "the last five of a day are kept, and no more",
    "-2010-03-04T09:00:00Z -2010-03-04T10:00:00Z +2010-03-04T11:00:00Z +2010-03-04T12:00:00Z +2010-03-04T13:00:00Z "
    "+2010-03-04T14:00:00Z +2010-03-04T15:00:00Z" },
  { "the order does not matter",
    "+2010-03-04T15:00:00Z +2010-03-04T11:00:00Z -2010-03-04T09:00:00Z +2010-03-04T13:00:00Z -2010-03-04T10:00:00Z "
    "+2010-03-04T14:00:00Z +2010-03-04T12:00:00Z" },
  { "several of one moment",
    "+2010-03-04T15:00:00Z +2010-03-04T15:00:00Z +2010-03-04T15:00:00Z +2010-03-04T15:00:00Z +2010-03-04T15:00:00Z "
    "-2010-03-04T15:00:00Z" },
  { "of an earlier day the last one stays",
    "-2010-03-03T09:00:00Z +2010-03-03T17:00:00Z "
    "+2010-03-04T11:00:00Z +2010-03-04T12:00:00Z +2010-03-04T13:00:00Z +2010-03-04T14:00:00Z +2010-03-04T15:00:00Z" },
  /* Thursday 4 March 2010; the days before the seventh belong to weeks and months. */
  { "days, then weeks",
    "-2010-02-17T12:00:00Z -2010-02-18T12:00:00Z +2010-02-21T12:00:00Z " /* a week that ends on Sunday the 21st */
    "-2010-02-24T12:00:00Z -2010-02-25T12:00:00Z +2010-02-26T12:00:00Z "
    "+2010-02-27T12:00:00Z +2010-02-28T12:00:00Z +2010-03-01T12:00:00Z +2010-03-02T12:00:00Z +2010-03-03T12:00:00Z "
    "+2010-03-04T12:00:00Z" },
  { "Monday begins a week", /* 7 June 2010 was one */
    "+2010-06-06T23:59:59Z +2010-06-07T00:00:00Z "
    "+2010-06-21T12:00:00Z +2010-06-22T12:00:00Z +2010-06-23T12:00:00Z +2010-06-24T12:00:00Z +2010-06-25T12:00:00Z "
    "-2010-06-05T12:00:00Z" },
  { "the clock was wrong once, by a century",
    "+2010-01-15T12:00:00Z +2010-02-15T12:00:00Z +2010-03-01T12:00:00Z +2010-03-02T12:00:00Z +2010-03-03T12:00:00Z "
    "+2010-03-04T12:00:00Z +2110-03-04T12:00:00Z" },
  { "a long pause costs nothing",
    "+2006-11-01T12:00:00Z +2006-12-01T12:00:00Z +2007-01-02T12:00:00Z +2010-03-04T12:00:00Z" },
  { "before the clock began",
    "+1969-12-31T23:00:00Z +1970-01-01T01:00:00Z" },
};

static void
test_rotate (gconstpointer data)
{
  const Case *test = data;
  g_auto (GStrv) words = g_strsplit (test->times, " ", -1);
  guint n = g_strv_length (words);
  g_autofree gint64 *times = g_new (gint64, n + 1);
  g_autofree gboolean *keep = g_new (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    times[i] = at (words[i] + 1);

  ts_backup_rotate (times, keep, n);

  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_cmpint (keep[i], ==, words[i][0] == '+');
    }
}

/* What remains when a backup is made at random hours for three years and each time what is no longer needed is thrown away. */
static void
test_three_years (void)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 begin = at ("2009-04-01T08:00:00Z");
  gint64 now = begin;
  gboolean has_old = FALSE;

  while (now < begin + 3 * 365 * DAY)
    {
      gboolean keep[64];
      guint n_left = 0;

      g_array_append_val (kept, now);
      g_assert_cmpuint (kept->len, <=, G_N_ELEMENTS (keep));
      ts_backup_rotate ((const gint64 *) (gpointer) kept->data, keep, kept->len);

      /* The newest is never the one to go. */
      g_assert_true (keep[kept->len - 1]);

      for (guint i = 0; i < kept->len; i++)
        if (keep[i])
          g_array_index (kept, gint64, n_left++) = g_array_index (kept, gint64, i);

      g_array_set_size (kept, n_left);
      g_assert_cmpuint (kept->len, <=,
                        TS_BACKUP_MOST_LATEST + TS_BACKUP_MOST_DAYS + TS_BACKUP_MOST_WEEKS + TS_BACKUP_MOST_MONTHS);

      if (now > begin + 380 * DAY)
        {
          gint64 oldest = g_array_index (kept, gint64, 0);
          gint64 next = oldest;

          /* Back for ten months at least, with no hole of two months, and none of three weeks in the last seven. */
          g_assert_cmpint (oldest, <=, now - 300 * DAY);
          has_old = TRUE;

          for (guint i = 1; i < kept->len; i++)
            {
              gint64 time = g_array_index (kept, gint64, i);

              g_assert_cmpint (time - next, <, 63 * DAY);

              if (next > now - 49 * DAY)
                g_assert_cmpint (time - next, <, 16 * DAY);

              next = time;
            }
        }

      now += g_test_rand_int_range (1, 40) * HOUR;
    }

  g_assert_true (has_old);
}

/* Rotating what was rotated throws nothing more away. */
static void
test_settled (void)
{
  for (guint round = 0; round < 200; round++)
    {
      gint64 times[60];
      gint64 left[60];
      gboolean keep[60];
      guint n_left = 0;

      for (guint i = 0; i < G_N_ELEMENTS (times); i++)
        times[i] = at ("2010-01-01T00:00:00Z") + (gint64) g_test_rand_int_range (0, 24 * 500) * HOUR;

      ts_backup_rotate (times, keep, G_N_ELEMENTS (times));

      for (guint i = 0; i < G_N_ELEMENTS (times); i++)
        if (keep[i])
          left[n_left++] = times[i];

      g_assert_cmpuint (n_left, >=, TS_BACKUP_MOST_LATEST);
      ts_backup_rotate (left, keep, n_left);

      for (guint i = 0; i < n_left; i++)
        g_assert_true (keep[i]);
    }
}

static void
test_due (void)
{
  static const struct
  {
    TsBackupOccasion occasion;
    gboolean has_backup;
    gboolean has_grown;
    gint64 age;
    gboolean due;
  } rows[] = {
    { TS_BACKUP_WHILE_OPEN, FALSE, TRUE, 0, TRUE },
    { TS_BACKUP_WHILE_OPEN, FALSE, FALSE, 0, FALSE },
    { TS_BACKUP_WHILE_OPEN, TRUE, TRUE, DAY - 1, FALSE },
    { TS_BACKUP_WHILE_OPEN, TRUE, TRUE, DAY, TRUE },
    { TS_BACKUP_WHILE_OPEN, TRUE, FALSE, 30 * DAY, FALSE },
    { TS_BACKUP_WHILE_OPEN, TRUE, TRUE, -HOUR, TRUE },
    { TS_BACKUP_AT_CLOSING, TRUE, TRUE, 1, TRUE },
    { TS_BACKUP_AT_CLOSING, TRUE, FALSE, 30 * DAY, FALSE },
    { TS_BACKUP_AT_CLOSING, FALSE, TRUE, 0, TRUE },
    { TS_BACKUP_BEFORE_RESTORING, TRUE, TRUE, 1, TRUE },
    { TS_BACKUP_BEFORE_RESTORING, TRUE, FALSE, 1, FALSE },
  };
  gint64 now = at ("2010-03-04T12:00:00Z");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      g_assert_cmpint (ts_backup_is_due (rows[i].occasion, rows[i].has_backup, rows[i].has_grown, now - rows[i].age, now), ==, rows[i].due);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdelimit (g_strdup_printf ("/backup-rotation/rotate/%s", cases[i].name), " ", '-');

      g_test_add_data_func (path, &cases[i], test_rotate);
    }

  g_test_add_func ("/backup-rotation/three-years", test_three_years);
  g_test_add_func ("/backup-rotation/settled", test_settled);
  g_test_add_func ("/backup-rotation/due", test_due);

  return g_test_run ();
}
