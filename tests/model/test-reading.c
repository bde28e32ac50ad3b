/* test-reading.c — nothing old is taken
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "model/ts-reading.h"

/* What is wanted, what was read, and what was taken. */
static int wanted;
static int n_read;
static int n_freed;
static GArray *taken;
static int n_failed;
static int n_busy_changes;
static GMutex gate; /* a reading waits until this is open */

static gpointer
make_request (gpointer owner)
{
  return GINT_TO_POINTER (wanted);
}

static gpointer
read_number (TsWorkplace   *workplace,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  g_mutex_lock (&gate);
  g_atomic_int_inc (&n_read);
  g_mutex_unlock (&gate);

  /* Some readings are not cancelled in time, and some fail. */
  if (GPOINTER_TO_INT (data) < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "No");
      return NULL;
    }

  return g_memdup2 (&data, sizeof data);
}

static void
free_number (gpointer number)
{
  g_atomic_int_inc (&n_freed);
  g_free (number);
}

static void
take (gpointer      owner,
      gpointer      result,
      const GError *error)
{
  if (result != NULL)
    {
      int number = GPOINTER_TO_INT (*(gpointer *) result);

      g_array_append_val (taken, number);
      g_free (result);
    }

  n_failed += error != NULL;
}

static void
busy_changed (gpointer owner)
{
  n_busy_changes++;
}

static const TsReadingKind kind = { read_number, make_request, NULL, free_number, take, busy_changed };

static TsReading *
set_up (SessionFixture  *fixture,
        GObject        **owner)
{
  g_clear_pointer (&taken, g_array_unref);
  taken = g_array_new (FALSE, FALSE, sizeof (int));
  wanted = n_read = n_freed = n_failed = n_busy_changes = 0;
  *owner = g_object_new (G_TYPE_OBJECT, NULL);

  return ts_reading_new (*owner, fixture->session, &kind);
}

static void
want (TsReading *reading,
      int        number)
{
  wanted = number;
  ts_reading_begin (reading);
}

static void
wait_until_done (TsReading *reading)
{
  while (ts_reading_is_busy (reading))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_takes_the_latest (SessionFixture *fixture,
                       gconstpointer   data)
{
  g_autoptr (GObject) owner = NULL;
  TsReading *reading = set_up (fixture, &owner);

  want (reading, 1);
  g_assert_cmpint (n_busy_changes, ==, 1);
  wait_until_done (reading);
  g_assert_cmpuint (taken->len, ==, 1);
  g_assert_cmpint (n_busy_changes, ==, 2);

  /* The first waits at the gate, where it does not hear that it is cancelled; all that is asked meanwhile is one reading more. */
  g_mutex_lock (&gate);
  want (reading, 2);

  for (int number = 3; number <= 6; number++)
    want (reading, number);

  g_assert_true (ts_reading_is_busy (reading));
  g_mutex_unlock (&gate);
  wait_until_done (reading);

  /* One that is overtaken leaves it busy. */
  g_assert_cmpint (n_busy_changes, ==, 4);
  g_assert_cmpuint (taken->len, ==, 2);
  g_assert_cmpint (g_array_index (taken, int, 1), ==, 6);
  g_assert_cmpint (g_atomic_int_get (&n_read), <=, 3);

  ts_reading_stop (reading);
  ts_reading_free (reading);
}

static void
test_tells_failures (SessionFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr (GObject) owner = NULL;
  TsReading *reading = set_up (fixture, &owner);

  want (reading, -1);
  wait_until_done (reading);
  g_assert_cmpint (n_failed, ==, 1);

  /* A failure that nobody waits for any more is none. */
  g_mutex_lock (&gate);
  want (reading, -1);
  want (reading, 7);
  g_mutex_unlock (&gate);
  wait_until_done (reading);
  g_assert_cmpint (n_failed, ==, 1);
  g_assert_cmpint (g_array_index (taken, int, taken->len - 1), ==, 7);

  ts_reading_stop (reading);
  ts_reading_free (reading);
}

static void
test_stops (SessionFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (GObject) owner = NULL;
  TsReading *reading = set_up (fixture, &owner);

  g_mutex_lock (&gate);
  want (reading, 1);
  ts_reading_stop (reading);
  want (reading, 2);
  g_mutex_unlock (&gate);
  wait_until_done (reading);
  g_assert_cmpuint (taken->len, ==, 0);
  g_assert_cmpint (n_failed, ==, 0);
  want (reading, 3);
  g_assert_false (ts_reading_is_busy (reading));
  ts_reading_free (reading);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(path, function) \
  g_test_add ("/reading/" path, SessionFixture, NULL, session_fixture_set_up, function, session_fixture_tear_down)
  
  add ("takes-the-latest", test_takes_the_latest);
  add ("tells-failures", test_tells_failures);
  add ("stops", test_stops);

  return g_test_run ();
}
