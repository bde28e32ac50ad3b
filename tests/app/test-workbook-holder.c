/* test-workbook-holder.c — opening, making and closing the workbook of a window
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "app/ts-workbook-holder.h"
#include "store/ts-store-error.h"

#include <glib/gstdio.h>

typedef struct
{
  SessionFixture session;
  TsWorkbookHolder *holder;
  GFile *file; /* the fixture's workbook, which the fixture's session has open */
  int failed_step;
  GError *error;
} Fixture;

static void
on_failed (TsWorkbookHolder *holder,
           guint             step,
           GFile            *file,
           const GError     *error,
           gpointer          user_data)
{
  Fixture *fixture = user_data;

  g_assert_null (fixture->error);
  fixture->failed_step = (int) step;
  fixture->error = g_error_copy (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  session_fixture_set_up (&fixture->session, NULL);
  fixture->file = g_file_new_for_path (fixture->session.path);
  fixture->holder = ts_workbook_holder_new ();
  fixture->failed_step = -1;
  g_signal_connect (fixture->holder, "failed", G_CALLBACK (on_failed), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_clear_error (&fixture->error);
  g_object_unref (fixture->file);
  g_assert_finalize_object (fixture->holder);
  session_fixture_tear_down (&fixture->session, NULL);
}

static void
wait_for_state (Fixture       *fixture,
                TsHolderState  state)
{
  while (ts_workbook_holder_get_state (fixture->holder) != state)
    g_main_context_iteration (NULL, TRUE);
}

static void
close_holder (Fixture *fixture)
{
  ts_workbook_holder_close (fixture->holder);
  g_assert_cmpint (ts_workbook_holder_get_state (fixture->holder), ==, TS_HOLDER_CLOSING);
  wait_for_state (fixture, TS_HOLDER_EMPTY);
  g_assert_null (ts_workbook_holder_get_session (fixture->holder));
  g_assert_null (ts_workbook_holder_get_file (fixture->holder));
}

static void
free_workbook (Fixture *fixture)
{
  close_session (fixture->session.session);
  g_clear_object (&fixture->session.session);
}

/* So that tearing down finds a session to close. */
static void
take_workbook (Fixture *fixture)
{
  fixture->session.session = open_session (fixture->session.path, TS_OPEN_READ_WRITE, NULL);
  g_assert_nonnull (fixture->session.session);
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  free_workbook (fixture);

  ts_workbook_holder_open (fixture->holder, fixture->file, TS_OPEN_READ_WRITE);
  g_assert_cmpint (ts_workbook_holder_get_state (fixture->holder), ==, TS_HOLDER_OPENING);
  wait_for_state (fixture, TS_HOLDER_OPEN);
  g_assert_false (ts_session_get_read_only (ts_workbook_holder_get_session (fixture->holder)));
  g_assert_null (ts_workbook_holder_get_reason (fixture->holder));

  close_holder (fixture);
  g_assert_no_error (fixture->error);
  take_workbook (fixture);
}

/* Somebody has it: it is opened to look at, with the reason, and worked in as soon as that one is gone. */
static void
test_in_use (Fixture       *fixture,
             gconstpointer  data)
{
  ts_workbook_holder_open (fixture->holder, fixture->file, TS_OPEN_READ_WRITE);
  wait_for_state (fixture, TS_HOLDER_OPEN);
  g_assert_true (ts_session_get_read_only (ts_workbook_holder_get_session (fixture->holder)));
  g_assert_error (ts_workbook_holder_get_reason (fixture->holder), TS_STORE_ERROR, TS_STORE_ERROR_LOCKED);

  free_workbook (fixture);
  ts_workbook_holder_reopen (fixture->holder, TS_OPEN_READ_WRITE);
  g_assert_cmpint (ts_workbook_holder_get_state (fixture->holder), ==, TS_HOLDER_CLOSING);
  wait_for_state (fixture, TS_HOLDER_OPEN);
  g_assert_false (ts_session_get_read_only (ts_workbook_holder_get_session (fixture->holder)));
  g_assert_null (ts_workbook_holder_get_reason (fixture->holder));

  close_holder (fixture);
  take_workbook (fixture);
}

static void
test_not_a_workbook (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = write_file (&fixture->session, "letter.touchstone", "Dear board, ", 500);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  ts_workbook_holder_open (fixture->holder, file, TS_OPEN_READ_WRITE);
  wait_for_state (fixture, TS_HOLDER_EMPTY);
  g_assert_error (fixture->error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_A_WORKBOOK);
  g_assert_cmpint (fixture->failed_step, ==, TS_HOLDER_STEP_OPEN);
  g_assert_null (ts_workbook_holder_get_file (fixture->holder));
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->session.folder, "gone.touchstone", NULL);

  ts_workbook_holder_open (fixture->holder, file, TS_OPEN_READ_WRITE);
  wait_for_state (fixture, TS_HOLDER_EMPTY);
  g_assert_error (fixture->error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND);
}

static void
test_not_local (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("https://example.org/board.touchstone");

  ts_workbook_holder_open (fixture->holder, file, TS_OPEN_READ_WRITE);
  wait_for_state (fixture, TS_HOLDER_EMPTY);
  g_assert_error (fixture->error, TS_STORE_ERROR, TS_STORE_ERROR_NO_ACCESS);
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->session.folder, "new.touchstone", NULL);

  ts_workbook_holder_create (fixture->holder, file);
  wait_for_state (fixture, TS_HOLDER_OPEN);
  g_assert_true (g_file_query_exists (file, NULL));
  close_holder (fixture);
  g_assert_no_error (fixture->error);

  /* What is there is never written over. */
  ts_workbook_holder_create (fixture->holder, file);
  wait_for_state (fixture, TS_HOLDER_EMPTY);
  g_assert_error (fixture->error, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS);
  g_assert_cmpint (fixture->failed_step, ==, TS_HOLDER_STEP_CREATE);
}

/* Whatever wins, nothing stays open and nothing is said. */
static void
test_close_while_opening (Fixture       *fixture,
                          gconstpointer  data)
{
  free_workbook (fixture);

  ts_workbook_holder_open (fixture->holder, fixture->file, TS_OPEN_READ_WRITE);
  ts_workbook_holder_close (fixture->holder);

  while (ts_workbook_holder_get_state (fixture->holder) == TS_HOLDER_OPENING)
    g_main_context_iteration (NULL, TRUE);

  if (ts_workbook_holder_get_state (fixture->holder) == TS_HOLDER_OPEN)
    close_holder (fixture);

  g_assert_no_error (fixture->error);
  take_workbook (fixture);
}

static void
test_abandon (Fixture       *fixture,
              gconstpointer  data)
{
  TsWorkbookHolder *holder = ts_workbook_holder_new ();
  gpointer weak = holder;

  free_workbook (fixture);
  g_object_add_weak_pointer (G_OBJECT (holder), &weak);
  ts_workbook_holder_open (holder, fixture->file, TS_OPEN_READ_WRITE);
  ts_workbook_holder_abandon (holder);
  g_object_unref (holder);

  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);

  /* Nothing holds the workbook's lock. */
  take_workbook (fixture);
  g_assert_false (ts_session_get_read_only (fixture->session.session));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/workbook-holder/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/workbook-holder/in-use", Fixture, NULL, set_up, test_in_use, tear_down);
  g_test_add ("/workbook-holder/not-a-workbook", Fixture, NULL, set_up, test_not_a_workbook, tear_down);
  g_test_add ("/workbook-holder/missing", Fixture, NULL, set_up, test_missing, tear_down);
  g_test_add ("/workbook-holder/not-local", Fixture, NULL, set_up, test_not_local, tear_down);
  g_test_add ("/workbook-holder/create", Fixture, NULL, set_up, test_create, tear_down);
  g_test_add ("/workbook-holder/close-while-opening", Fixture, NULL, set_up, test_close_while_opening, tear_down);
  g_test_add ("/workbook-holder/abandon", Fixture, NULL, set_up, test_abandon, tear_down);

  return g_test_run ();
}
