/* test-session-people.c — several people who take turns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

/* "Asha Rao (Chair), Ben Hall" */
static char *
list_people (SessionFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = NULL;
  GString *text = g_string_new (NULL);

  ts_session_list_people_async (fixture->session, NULL, take_result_cb, &result);
  people = ts_session_list_people_finish (fixture->session, wait_for_result (&result), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < people->len; i++)
    {
      TsRow *person = g_ptr_array_index (people, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ts_row_get_text (person, TS_PERSON_NAME));

      if (ts_row_has (person, TS_PERSON_ROLE))
        g_string_append_printf (text, " (%s)", ts_row_get_text (person, TS_PERSON_ROLE));
    }

  return g_string_free (text, FALSE);
}

static void
assert_people (SessionFixture *fixture,
               const char     *expected)
{
  g_autofree char *people = list_people (fixture);

  g_assert_cmpstr (people, ==, expected);
}

static void
rate (SessionFixture *fixture,
      int             level,
      const char     *author,
      guint           n_rows)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;

  ts_session_rate_async (fixture->session, fixture->assessment_id, "5a", level, take_result_cb, &result);
  change = wait_for_change (fixture->session, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_author (change), ==, author);
  g_assert_cmpuint (ts_change_get_n_rows (change), ==, n_rows);
}

static void
step (SessionFixture *fixture,
      gboolean        undo,
      const char     *author)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;

  if (undo)
    ts_session_undo_async (fixture->session, take_result_cb, &result);
  else
    ts_session_redo_async (fixture->session, take_result_cb, &result);

  change = wait_for_change (fixture->session, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_author (change), ==, author);
}

static void
test_turns (SessionFixture *fixture,
            gconstpointer   data)
{
  /* Until somebody says who works, it is whoever opened it, and nobody is noted. */
  rate (fixture, 1, "Tester", 1);
  assert_people (fixture, "");

  ts_session_set_person (fixture->session, "  Asha Rao ", NULL);
  assert_people (fixture, "");
  rate (fixture, 2, "Asha Rao", 2);
  assert_people (fixture, "Asha Rao");
  rate (fixture, 3, "Asha Rao", 1);

  ts_session_set_person (fixture->session, "Ben Hall", "Board secretary");
  rate (fixture, 2, "Ben Hall", 2);
  assert_people (fixture, "Asha Rao, Ben Hall (Board secretary)");

  ts_session_set_person (fixture->session, "Asha Rao", "Chair");
  rate (fixture, 1, "Asha Rao", 2);
  assert_people (fixture, "Asha Rao (Chair), Ben Hall (Board secretary)");
}

/* Who came with a change goes with it, and comes back with it. */
static void
test_undone (SessionFixture *fixture,
             gconstpointer   data)
{
  ts_session_set_person (fixture->session, "Asha Rao", NULL);
  rate (fixture, 2, "Asha Rao", 2);
  ts_session_set_person (fixture->session, "Ben Hall", NULL);
  rate (fixture, 3, "Ben Hall", 2);

  step (fixture, TRUE, "Ben Hall");
  assert_people (fixture, "Asha Rao");
  step (fixture, TRUE, "Ben Hall");
  assert_people (fixture, "");
  step (fixture, FALSE, "Ben Hall");
  step (fixture, FALSE, "Ben Hall");
  assert_people (fixture, "Asha Rao, Ben Hall");

  step (fixture, TRUE, "Ben Hall");
  rate (fixture, 1, "Ben Hall", 2);
  assert_people (fixture, "Asha Rao, Ben Hall");
}

/* Whoever asked for a change made it, also if somebody else has the keyboard by the time it is kept. */
static void
test_quick_turn (SessionFixture *fixture,
                 gconstpointer   data)
{
  GAsyncResult *result = NULL;
  g_autoptr (TsChange) change = NULL;

  ts_session_set_person (fixture->session, "Asha Rao", NULL);
  ts_session_rate_async (fixture->session, fixture->assessment_id, "5a", 2, take_result_cb, &result);
  ts_session_set_person (fixture->session, "Ben Hall", NULL);
  change = wait_for_change (fixture->session, &result, NULL);
  g_assert_cmpstr (ts_change_get_author (change), ==, "Asha Rao");
  assert_people (fixture, "Asha Rao");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/session-people/turns", SessionFixture, NULL, session_fixture_set_up, test_turns, session_fixture_tear_down);
  g_test_add ("/session-people/undone", SessionFixture, NULL, session_fixture_set_up, test_undone, session_fixture_tear_down);
  g_test_add ("/session-people/quick-turn", SessionFixture, NULL, session_fixture_set_up, test_quick_turn,
              session_fixture_tear_down);

  return g_test_run ();
}
