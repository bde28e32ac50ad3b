/* test-organisation-book.c — organisations that are edited, and the book that follows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-organisation-name.h"
#include "model/ts-organisation-book.h"
#include "session-fixture.h"

static void
take_notice (gboolean *noticed)
{
  *noticed = TRUE;
}

static TsOrganisationBook *
open_book (SessionFixture *fixture)
{
  TsOrganisationBook *book = ts_organisation_book_new (fixture->session);

  while (!ts_session_list_get_loaded (TS_SESSION_LIST (book)))
    g_main_context_iteration (NULL, TRUE);

  return book;
}

/* Makes a change, and waits until the book has followed. */
static void
edit (SessionFixture           *fixture,
      TsOrganisationBook       *book,
      const TsOrganisationEdit *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;
  GAsyncResult *result = NULL;
  gboolean followed = FALSE;
  gulong handler = g_signal_connect_swapped (book, "items-changed", G_CALLBACK (take_notice), &followed);

  ts_session_edit_organisation_async (fixture->session, wanted, take_result_cb, &result);
  change = wait_for_change (fixture->session, &result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (change);

  while (!followed)
    g_main_context_iteration (NULL, TRUE);

  g_signal_handler_disconnect (book, handler);
}

static void
refuse (SessionFixture           *fixture,
        const TsOrganisationEdit *wanted)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  ts_session_edit_organisation_async (fixture->session, wanted, take_result_cb, &result);
  g_assert_null (wait_for_change (fixture->session, &result, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
}

static char *
get_first_id (TsOrganisationBook *book)
{
  g_autoptr (TsOrganisationRecord) record = g_list_model_get_item (G_LIST_MODEL (book), 0);

  return g_strdup (ts_organisation_record_get_id (record));
}

static void
test_life (SessionFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (TsOrganisationBook) book = open_book (fixture);
  g_autofree char *id = get_first_id (book);
  const TsOrganisationEdit add = {
    .kind = TS_ORGANISATION_EDIT_ADD,
    .code = "ZQ1",
    .organisation_kind = "ccg",
    .text = "Éastmere CCG",
    .from = "2013-04-01"
  };
  const TsOrganisationEdit close = { .kind = TS_ORGANISATION_EDIT_DATES, .organisation_id = id, .to = "2013-03-31" };
  const TsOrganisationEdit rename = { .kind = TS_ORGANISATION_EDIT_RENAME, .organisation_id = id, .text = "Zeta", .from = "2010-04-01" };
  TsOrganisationEdit succeed = { .kind = TS_ORGANISATION_EDIT_ADD_SUCCESSOR, .organisation_id = id };
  const TsOrganisationEdit delete = { .kind = TS_ORGANISATION_EDIT_DELETE, .organisation_id = id };
  g_autofree char *other_id = NULL;
  g_autofree char *needle = ts_organisation_record_fold ("EASTM");
  const TsOrganisationLife *life;
  TsOrganisationRecord *record;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (book)), ==, 1);
  edit (fixture, book, &add);
  record = ts_organisation_book_find_code (book, "ZQ1");
  g_assert_cmpstr (ts_organisation_record_get_title (record), ==, "Éastmere CCG (ZQ1)");
  g_assert_true (ts_organisation_record_is_open (record));
  g_assert_true (ts_organisation_record_matches (record, needle));
  g_assert_false (ts_organisation_record_matches (record, "zeta"));
  other_id = g_strdup (ts_organisation_record_get_id (record));

  edit (fixture, book, &close);
  edit (fixture, book, &rename);
  succeed.other_id = other_id;
  edit (fixture, book, &succeed);

  record = ts_organisation_book_find (book, id);
  life = ts_organisation_record_get_life (record);
  g_assert_cmpstr (ts_organisation_record_get_name (record), ==, "Zeta");
  g_assert_false (ts_organisation_record_is_open (record));
  g_assert_cmpuint (life->names->len, ==, 2);
  g_assert_cmpuint (life->successors->len, ==, 1);
  g_assert_cmpuint (life->assessments->len, ==, 1);

  /* It is closed, and nothing that speaks of it is gone. */
  refuse (fixture, &delete);
  g_assert_null (ts_organisation_book_find_code (book, "nothing"));
  g_assert_null (ts_organisation_book_find (book, "nothing"));
}

static void
test_delete (SessionFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (TsOrganisationBook) book = open_book (fixture);
  const TsOrganisationEdit add = { .kind = TS_ORGANISATION_EDIT_ADD, .code = "ZQ1", .organisation_kind = "ccg", .text = "Eastmere CCG" };
  TsOrganisationEdit population = { .kind = TS_ORGANISATION_EDIT_POPULATION, .year = 2013, .number = 180000 };
  TsOrganisationEdit delete = { .kind = TS_ORGANISATION_EDIT_DELETE };
  g_autofree char *id = NULL;
  GAsyncResult *result = NULL;

  edit (fixture, book, &add);
  id = g_strdup (ts_organisation_record_get_id (ts_organisation_book_find_code (book, "ZQ1")));
  population.organisation_id = id;
  edit (fixture, book, &population);
  delete.organisation_id = id;
  edit (fixture, book, &delete);
  g_assert_null (ts_organisation_book_find (book, id));

  /* And back with all that it had. */
  ts_session_undo_async (fixture->session, take_result_cb, &result);
  ts_change_unref (wait_for_change (fixture->session, &result, NULL));

  while (ts_organisation_book_find (book, id) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (ts_organisation_record_get_life (ts_organisation_book_find (book, id))->populations->len, ==, 1);
}

/* A record is what it was, however the workbook goes on. */
static void
test_records_stay (SessionFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr (TsOrganisationBook) book = open_book (fixture);
  g_autofree char *id = get_first_id (book);
  g_autoptr (TsOrganisationRecord) before = g_object_ref (ts_organisation_book_find (book, id));
  const TsOrganisationEdit rename = { .kind = TS_ORGANISATION_EDIT_RENAME, .organisation_id = id, .text = "Zeta", .from = "2010-04-01" };

  edit (fixture, book, &rename);
  g_assert_cmpuint (ts_organisation_record_get_life (before)->names->len, ==, 1);
  g_assert_cmpuint (ts_organisation_record_get_life (ts_organisation_book_find (book, id))->names->len, ==, 2);
}

#define SESSION_TEST(path, function) \
  g_test_add (path, SessionFixture, NULL, session_fixture_set_up, function, session_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SESSION_TEST ("/model/organisation-book/life", test_life);
  SESSION_TEST ("/model/organisation-book/delete", test_delete);
  SESSION_TEST ("/model/organisation-book/records-stay", test_records_stay);

  return g_test_run ();
}
