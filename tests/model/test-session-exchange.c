/* test-session-exchange.c — organisations from files and into them
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "exchange/ts-exchange-error.h"
#include "model/ts-organisation-book.h"
#include "model/ts-session-exchange.h"
#include "model/ts-session-private.h"
#include "store/ts-store-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADER "code,name,kind,parent,opened,closed,successors\n"
#define TABLE  HEADER "ZR1,Region,region,,,,\nZO1,Oldmoor,pct,ZR1,2006-10-01,,\n"

typedef struct
{
  TsChange *change;
  TsImportReport *report;
  GError *error;
} Outcome;

static void
outcome_clear (Outcome *self)
{
  g_clear_pointer (&self->change, ts_change_unref);
  g_clear_pointer (&self->report, ts_import_report_free);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static GFile *
get_file (SessionFixture *fixture,
          const char     *name)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  return g_file_new_build_filename (folder, name, NULL);
}

static GFile *
write_table (SessionFixture *fixture,
             const char     *name,
             const char     *text)
{
  g_autoptr (GFile) file = get_file (fixture, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (file), text, -1, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&file);
}

static void
import (SessionFixture *fixture,
        GFile          *file,
        GCancellable   *cancellable,
        Outcome        *outcome)
{
  g_autoptr (GAsyncResult) result = NULL;

  outcome_clear (outcome);
  ts_session_import_organisations_async (fixture->session, file, NULL, NULL, cancellable, take_result_cb, &result);
  outcome->change = ts_session_import_organisations_finish (fixture->session, wait_for_result (&result), &outcome->report, &outcome->error);
}

static guint
count_organisations (SessionFixture *fixture)
{
  g_autoptr (TsOrganisationBook) book = ts_organisation_book_new (fixture->session);

  while (!ts_session_list_get_loaded (TS_SESSION_LIST (book)))
    g_main_context_iteration (NULL, TRUE);

  return g_list_model_get_n_items (G_LIST_MODEL (book));
}

static void
undo (SessionFixture *fixture)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;

  ts_session_undo_async (fixture->session, take_result_cb, &result);
  ts_change_unref (wait_for_change (fixture->session, &result, &error));
  g_assert_no_error (error);
}

static void
test_imports_and_undoes (SessionFixture *fixture,
                         gconstpointer   data)
{
  guint n_before = count_organisations (fixture);
  g_autoptr (GFile) file = write_table (fixture, "table.csv", TABLE);
  g_autoptr (GFile) next = write_table (fixture, "next.csv", HEADER "ZR1,Region,region,,,,\nZO1,Oldmoor,pct,ZR1,2006-10-01,2013-03-31,ZN1\n"
                                                                    "ZN1,Newmoor,ccg,,,,\n");
  g_auto (Outcome) outcome = { 0 };

  import (fixture, file, NULL, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_nonnull (outcome.change);
  g_assert_cmpstr (ts_change_get_label (outcome.change), ==, "Import 2 organisations from table.csv");
  g_assert_cmpuint (outcome.report->n_created, ==, 2);
  g_assert_cmpuint (count_organisations (fixture), ==, n_before + 2);

  import (fixture, next, NULL, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (outcome.report->n_created, ==, 1);
  g_assert_cmpuint (outcome.report->n_updated, ==, 1);
  g_assert_cmpuint (outcome.report->n_unchanged, ==, 1);

  /* The same again changes nothing, which is no failure. */
  import (fixture, next, NULL, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_null (outcome.change);
  g_assert_cmpstr (outcome.report->file, ==, "next.csv");

  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (count_organisations (fixture), ==, n_before);
}

static void
test_lists_what_is_wrong (SessionFixture *fixture,
                          gconstpointer   data)
{
  guint n_before = count_organisations (fixture);
  g_autoptr (GFile) file = write_table (fixture, "bad.csv", HEADER "ZR1,Region,region,,,,\nZO1,Oldmoor,Not A Kind,ZR1,,,\nZO2,Two,pct,,spring,,\n");
  g_autoptr (GFile) missing = get_file (fixture, "missing.csv");
  g_autoptr (GString) many = g_string_new (HEADER);
  g_autoptr (GFile) long_file = NULL;
  g_auto (Outcome) outcome = { 0 };

  import (fixture, file, NULL, &outcome);
  g_assert_null (outcome.change);
  g_assert_error (outcome.error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_INVALID);
  g_assert_cmpuint (g_strv_length (outcome.report->problems), ==, 2);
  g_assert_true (g_str_has_prefix (outcome.report->problems[0], "Line 3: kind: "));
  g_assert_true (g_str_has_prefix (outcome.report->problems[1], "Line 4: opened: "));
  g_assert_cmpuint (outcome.report->n_more_problems, ==, 0);

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (many, "Z%u,A name,No Kind,,,,\n", i);

  long_file = write_table (fixture, "many.csv", many->str);
  import (fixture, long_file, NULL, &outcome);
  g_assert_cmpuint (g_strv_length (outcome.report->problems), ==, 50);
  g_assert_cmpuint (outcome.report->n_more_problems, ==, 10);

  import (fixture, missing, NULL, &outcome);
  g_assert_error (outcome.error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_FILE);
  g_assert_null (outcome.report->problems[0]);
  g_assert_cmpuint (count_organisations (fixture), ==, n_before);
}

static void
test_stops (SessionFixture *fixture,
            gconstpointer   data)
{
  guint n_before = count_organisations (fixture);
  g_autoptr (GFile) file = write_table (fixture, "table.csv", TABLE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Outcome) outcome = { 0 };

  g_cancellable_cancel (cancellable);
  import (fixture, file, cancellable, &outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_organisations (fixture), ==, n_before);
}

static void export(SessionFixture  *fixture,
                   GFile           *file,
                   GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ts_session_export_organisations_async (fixture->session, file, NULL, take_result_cb, &result);
  ts_session_export_organisations_finish (fixture->session, wait_for_result (&result), error);
}

/* What is written can be read again, and says nothing new. */
static void
test_exports (SessionFixture *fixture,
              gconstpointer   data)
{
  static const char *const names[] = { "out.csv", "out.json", "OUT.JSON" };
  g_autoptr (GFile) table = write_table (fixture, "table.csv", TABLE);
  g_autoptr (GFile) nowhere = get_file (fixture, "no/such/folder.csv");
  g_autoptr (GError) error = NULL;
  g_auto (Outcome) outcome = { 0 };

  import (fixture, table, NULL, &outcome);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = write_table (fixture, names[i], "what was there before");
      g_autofree char *text = NULL;

      export(fixture, file, &error);
      g_assert_no_error (error);
      g_file_get_contents (g_file_peek_path (file), &text, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (text, i == 0 ? "ZO1,Oldmoor,pct,ZR1" : "\"names\""));
      import (fixture, file, NULL, &outcome);
      g_assert_no_error (outcome.error);
      g_assert_null (outcome.change);
    }

  export(fixture, nowhere, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_refuses_to_write (SessionFixture *fixture,
                       gconstpointer   data)
{
  g_autoptr (GFile) file = write_table (fixture, "table.csv", TABLE);
  g_autoptr (GError) error = NULL;
  g_auto (Outcome) outcome = { 0 };
  GAsyncResult *result = NULL;

  close_session (fixture->session);
  g_clear_object (&fixture->session);
  ts_session_open_async (fixture->path, TS_OPEN_READ_ONLY, "Looker", NULL, take_result_cb, &result);
  fixture->session = ts_session_open_finish (wait_for_result (&result), &error);
  g_object_unref (result);
  g_assert_no_error (error);

  import (fixture, file, NULL, &outcome);
  g_assert_error (outcome.error, TS_STORE_ERROR, TS_STORE_ERROR_READ_ONLY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(path, function) \
  g_test_add ("/session-exchange/" path, SessionFixture, NULL, session_fixture_set_up, function, session_fixture_tear_down)
  
  add ("imports-and-undoes", test_imports_and_undoes);
  add ("lists-what-is-wrong", test_lists_what_is_wrong);
  add ("stops", test_stops);
  add ("exports", test_exports);
  add ("refuses-to-write", test_refuses_to_write);

  return g_test_run ();
}
