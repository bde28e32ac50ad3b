/* test-search.c — what is found while somebody types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-assessment-list.h"
#include "model/ts-search.h"
#include "model/ts-session-review.h"
#include "review-fixture.h"

#include <sqlite3.h>
#include <string.h>

static void
wait_until_found (TsSearch *search)
{
  while (ts_search_get_busy (search))
    g_main_context_iteration (NULL, TRUE);
}

static void
append_marked (GString           *text,
               const char        *plain,
               const TsTextRange *ranges,
               guint              n_ranges)
{
  guint at = 0;

  for (guint i = 0; i < n_ranges; i++)
    {
      g_string_append_len (text, plain + at, ranges[i].start - at);
      g_string_append_c (text, '[');
      g_string_append_len (text, plain + ranges[i].start, ranges[i].end - ranges[i].start);
      g_string_append_c (text, ']');
      at = ranges[i].end;
    }

  g_string_append (text, plain + at);
}

/* All that is listed of a kind, one a line: what it is called, what it says, where it is, where it leads to. */
static char *
describe (TsSearch     *search,
          TsSearchKind  kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (search)); i++)
    {
      g_autoptr (TsSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (search), i);
      const TsTextRange *ranges;
      guint n_ranges;

      if (ts_search_hit_get_kind (hit) != kind)
        continue;

      ranges = ts_search_hit_get_title_ranges (hit, &n_ranges);
      append_marked (text, ts_search_hit_get_title (hit), ranges, n_ranges);
      g_string_append (text, " | ");
      ranges = ts_search_hit_get_text_ranges (hit, &n_ranges);
      append_marked (text, ts_search_hit_get_text (hit), ranges, n_ranges);
      g_string_append_printf (text, " | %s | %s\n", ts_search_hit_get_context (hit) != NULL ? ts_search_hit_get_context (hit) : "here",
                              ts_search_hit_get_place (hit));
    }

  return g_string_free (text, FALSE);
}

static void
assert_finds (TsSearch     *search,
              const char   *query,
              TsSearchKind  kind,
              const char   *expected)
{
  g_autofree char *found = NULL;

  ts_search_set_query (search, query);
  wait_until_found (search);
  found = describe (search, kind);
  g_assert_cmpstr (found, ==, expected);
}

static void
explain (SessionFixture *fixture,
         const char     *assessment_id,
         const char     *node_id,
         const char     *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;
  GAsyncResult *result = NULL;

  ts_session_explain_async (fixture->session, assessment_id, node_id, reason, take_result_cb, &result);
  change = wait_for_change (fixture->session, &result, &error);
  g_assert_no_error (error);
}

static void
attach (SessionFixture *fixture,
        const char     *node_id,
        const char     *name,
        const char     *text)
{
  g_autofree char *path = write_file (fixture, name, text, 1);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  g_list_store_append (files, file);
  ts_session_attach_files_async (fixture->session, fixture->assessment_id, node_id, G_LIST_MODEL (files), NULL, NULL, NULL,
                                 take_result_cb, &result);
  change = wait_for_change (fixture->session, &result, &error);
  g_assert_no_error (error);
}

/* Another assessment of the same organisation. */
static char *
begin_next (SessionFixture *fixture,
            const char     *assessment_id,
            const char     *framework,
            int             year)
{
  g_autoptr (TsAssessmentList) list = ts_assessment_list_new (fixture->session);
  TsBeginRequest request = { .framework = framework, .year = year };
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  while (ts_assessment_list_find (list, assessment_id) == NULL)
    g_main_context_iteration (NULL, TRUE);

  request.organisation_id = ts_assessment_item_get_organisation_id (ts_assessment_list_find (list, assessment_id));
  ts_session_begin_assessment_async (fixture->session, &request, take_result_cb, &result);
  change = wait_for_change (fixture->session, &result, &error);
  g_assert_no_error (error);

  return g_strdup (ts_row_get_id (ts_change_find_after (change, TS_ENTITY_ASSESSMENT)));
}

static TsSearch *
new_search (SessionFixture *fixture)
{
  TsSearch *search = ts_search_new ();

  ts_search_set_session (search, fixture->session);
  ts_search_set_assessment_id (search, fixture->assessment_id);

  return search;
}

static void
test_criteria (SessionFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *earlier = begin_assessment (fixture->session, "ZZ2", "Ashby PCT", "wcc-year-1", 2008);
  g_autoptr (TsSearch) search = new_search (fixture);
  g_autoptr (TsSearchHit) first = NULL;
  g_autoptr (TsSearchHit) group = NULL;

  ts_search_set_query (search, "5B");
  wait_until_found (search);
  first = g_list_model_get_item (G_LIST_MODEL (search), 0);
  g_assert_cmpstr (ts_search_hit_get_place (first), ==, "criterion/5b");
  g_assert_true (g_str_has_prefix (ts_search_hit_get_title (first), "5b "));
  g_assert_cmpstr (ts_search_hit_get_assessment_id (first), ==, fixture->assessment_id);
  g_assert_null (ts_search_hit_get_context (first));
  g_assert_cmpuint (strlen (ts_search_hit_get_text (first)), >, 10);

  /* One letter leads to a competency, and to nothing that merely has it. */
  ts_search_set_query (search, "5");
  wait_until_found (search);
  group = g_list_model_get_item (G_LIST_MODEL (search), 0);
  g_assert_cmpstr (ts_search_hit_get_place (group), ==, "group/5");

  ts_search_set_query (search, "  … ");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (search)), ==, 0);
  g_assert_false (ts_search_get_busy (search));
  g_assert_false (ts_search_has_words (search));
}

static void
test_what_is_here_comes_first (SessionFixture *fixture,
                               gconstpointer   data)
{
  g_autofree char *ashby = begin_assessment (fixture->session, "ZZ2", "Ashby PCT", "wcc-year-1", 2008);
  g_autofree char *ashby_later = begin_next (fixture, ashby, "wcc-year-2", 2009);
  g_autoptr (TsSearch) search = new_search (fixture);

  /* The best by itself is elsewhere. */
  explain (fixture, ashby, "strategy", "Zebras, zebras, zebras");
  explain (fixture, fixture->assessment_id, "strategy", "Because of the zèbras that our board saw");

  assert_finds (search, "zebras", TS_SEARCH_REASON,
                "Strategy | Because of the [zèbras] that our board saw | here | group/strategy\n"
                "Strategy | [Zebras], [zebras], [zebras] | Ashby PCT · 2008/09 | group/strategy\n");

  ts_search_set_assessment_id (search, ashby_later);
  assert_finds (search, "zebras", TS_SEARCH_REASON,
                "Strategy | [Zebras], [zebras], [zebras] | Ashby PCT · 2008/09 | group/strategy\n"
                "Strategy | Because of the [zèbras] that our board saw | Testmoor PCT · 2009/10 | group/strategy\n");

  /* Nothing is looked at: then all is elsewhere. */
  ts_search_set_assessment_id (search, NULL);
  assert_finds (search, "board saw", TS_SEARCH_REASON,
                "Strategy | Because of the zèbras that our [board] [saw] | Testmoor PCT · 2009/10 | group/strategy\n");
  ts_search_set_assessment_id (search, "gone");
  assert_finds (search, "board saw zeb", TS_SEARCH_REASON,
                "Strategy | Because of the [zèbras] that our [board] [saw] | Testmoor PCT · 2009/10 | group/strategy\n");
}

static void
test_evidence_and_organisations (SessionFixture *fixture,
                                 gconstpointer   data)
{
  g_autofree char *ashby = begin_assessment (fixture->session, "ZZ2", "Ashby PCT", "wcc-year-1", 2008);
  g_autoptr (TsSearch) search = new_search (fixture);
  g_autoptr (TsSearchHit) hit = NULL;
  g_autofree char *found = NULL;

  attach (fixture, "5a", "Counts.csv", "ward,giraffes\nNorth,4\n");

  ts_search_set_query (search, "giraffes");
  wait_until_found (search);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (search)), ==, 1);
  hit = g_list_model_get_item (G_LIST_MODEL (search), 0);
  g_assert_cmpint (ts_search_hit_get_kind (hit), ==, TS_SEARCH_EVIDENCE);
  g_assert_cmpstr (ts_search_hit_get_title (hit), ==, "Counts");
  g_assert_cmpstr (ts_search_hit_get_text (hit), ==, "ward,giraffes North,4");
  g_assert_true (g_str_has_prefix (ts_search_hit_get_place (hit), "evidence/"));
  g_assert_cmpstr (ts_search_hit_get_assessment_id (hit), ==, fixture->assessment_id);

  /* Seen from elsewhere it leads to an assessment of the board that has it. */
  ts_search_set_assessment_id (search, ashby);
  wait_until_found (search);
  g_clear_object (&hit);
  hit = g_list_model_get_item (G_LIST_MODEL (search), 0);
  g_assert_cmpstr (ts_search_hit_get_context (hit), ==, "Testmoor PCT");
  g_assert_cmpstr (ts_search_hit_get_assessment_id (hit), ==, fixture->assessment_id);

  /* A file's name, where that is what was looked for. */
  ts_search_set_query (search, "counts csv");
  wait_until_found (search);
  found = describe (search, TS_SEARCH_EVIDENCE);
  g_assert_true (g_str_has_prefix (found, "[Counts] | [Counts].[csv] | Testmoor PCT | evidence/"));

  /* One organisation, though its code and its name were both found. */
  ts_search_set_query (search, "ZZ2");
  wait_until_found (search);
  g_clear_object (&hit);
  hit = g_list_model_get_item (G_LIST_MODEL (search), 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (search)), ==, 1);
  g_assert_cmpint (ts_search_hit_get_kind (hit), ==, TS_SEARCH_ORGANISATION);
  g_assert_cmpstr (ts_search_hit_get_title (hit), ==, "Ashby PCT");
  g_assert_cmpstr (ts_search_hit_get_text (hit), ==, "ZZ2 · Primary care trust");
  g_assert_true (g_str_has_prefix (ts_search_hit_get_place (hit), "organisations/"));
}

/* Whatever is listed, whenever it is looked at, is of the last letter typed or of none at all. */
static void
check_hits (GListModel *list,
            guint       position,
            guint       removed,
            guint       added,
            gpointer    user_data)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TsSearchHit) hit = g_list_model_get_item (list, i);

      g_assert_nonnull (strstr (ts_search_hit_get_text (hit), user_data));
    }
}

static void
test_overtaken (SessionFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (TsSearch) search = new_search (fixture);
  gulong handler;

  explain (fixture, fixture->assessment_id, "strategy", "aardvark");
  explain (fixture, fixture->assessment_id, "finance", "buffalo");

  handler = g_signal_connect (search, "items-changed", G_CALLBACK (check_hits), (gpointer) "buffalo");
  ts_search_set_query (search, "aard");
  ts_search_set_query (search, "aardv");
  ts_search_set_query (search, "buf");
  ts_search_set_query (search, "buff");
  g_assert_true (ts_search_get_busy (search));
  wait_until_found (search);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (search)), ==, 1);
  g_signal_handler_disconnect (search, handler);

  /* What is typed away is gone at once, and what was under way brings nothing any more. */
  ts_search_set_query (search, "aardvark");
  ts_search_set_query (search, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (search)), ==, 0);
  g_assert_false (ts_search_get_busy (search));

  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (search)), ==, 0);

  /* Nor does a search keep a session, or outlive it. */
  ts_search_set_query (search, "aardvark");
  ts_search_set_session (search, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (search)), ==, 0);
  ts_search_set_session (search, fixture->session);
  ts_search_set_query (search, "aard");
}

static void
test_follows_changes (SessionFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (TsSearch) search = new_search (fixture);
  GAsyncResult *result = NULL;

  assert_finds (search, "newt", TS_SEARCH_REASON, "");
  explain (fixture, fixture->assessment_id, "strategy", "newts");
  wait_until_found (search);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (search)), ==, 1);

  ts_session_undo_async (fixture->session, take_result_cb, &result);
  ts_change_unref (wait_for_change (fixture->session, &result, NULL));
  wait_until_found (search);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (search)), ==, 0);
}

/* Of all that is found, in what and where it is. */
static char *
find_places (TsSession  *session,
             const char *assessment_id,
             const char *query)
{
  g_autoptr (TsSearch) search = ts_search_new ();
  GString *text = g_string_new (NULL);

  ts_search_set_session (search, session);
  ts_search_set_assessment_id (search, assessment_id);
  ts_search_set_query (search, query);
  wait_until_found (search);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (search)); i++)
    {
      g_autoptr (TsSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (search), i);

      g_string_append_printf (text, "%s | %s\n", ts_search_hit_get_context (hit) != NULL ? ts_search_hit_get_context (hit) : "-", ts_search_hit_get_place (hit));
    }

  return g_string_free (text, FALSE);
}

/* What a review has said is found by those who may see it, and leads to where it stands. */
static void
test_reviews (void)
{
  static const struct
  {
    const char *reader;
    gboolean sealed;
    const char *scores;
  } expected[] = {
    { "Clinician", FALSE, "Clinician | review/scores/5a\n" },
    { "Peer", FALSE, "" },
    { "Clinician", TRUE, "Clinician | review/scores/5a\n" },
    { "Peer", TRUE, "Clinician | review/consensus/5a\n" },
    { "Nobody on it", TRUE, "Clinician | review/consensus/5a\n" },
  };
  static const char *const others[] = { "Chair", "Peer", "Lay" };
  static const char *const told[] = {
    "desk | Desk | review/desk/5b\n",
    "panel | Panel | review/consensus/5b\n",
    "question | Line of enquiry | review/desk/5b\n",
    "passage | Reply | review/reply/5b\n",
    "impression | - | review/report\n",
    "disagreed | Dissent | review/consensus/5b\n",
  };
  ReviewFixture fixture = { 0 };
  TsSession *session;
  const char *id;
  const TsScore score = { .level = 2, .rationale = "Seen", .strengths = "An okapi, strong", .development = "Less shy" };
  const TsEnquiryNote enquiry = { .question = "A question of the okapi" };
  const TsReplyNote reply = { .passage = "A passage of the okapi" };
  GAsyncResult *result = NULL;

  review_fixture_set_up (&fixture, NULL);
  session = fixture.base.session;
  id = fixture.base.assessment_id;
  ts_session_judge_at_desk_async (session, id, "5b", 3, "An okapi at the desk", take_result_cb, &result);
  g_free (finish_change (session, &result));
  ts_session_enquire_async (session, id, "5b", NULL, &enquiry, take_result_cb, &result);
  g_free (finish_change (session, &result));
  ts_session_reply_async (session, id, "5b", NULL, &reply, take_result_cb, &result);
  g_free (finish_change (session, &result));
  ts_session_write_report_async (session, id, "impression", "An impression of an okapi", take_result_cb, &result);
  g_free (finish_change (session, &result));
  ts_session_set_person (session, "Clinician", NULL);
  ts_session_score_async (session, id, "5a", TS_SCORE_LEVEL | TS_SCORE_RATIONALE | TS_SCORE_STRENGTHS | TS_SCORE_DEVELOPMENT, &score, take_result_cb, &result);
  g_free (finish_change (session, &result));

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *scores = NULL;

      if (expected[i].sealed && i > 0 && !expected[i - 1].sealed)
        {
          review_fixture_seal (&fixture, "Clinician");

          for (guint j = 0; j < G_N_ELEMENTS (others); j++)
            {
              review_fixture_score (&fixture, others[j], "5a", 2);
              review_fixture_seal (&fixture, others[j]);
            }

          ts_session_set_person (session, "Chair", NULL);
          ts_session_agree_async (session, id, "5b", 3, "As the okapi said to the panel", take_result_cb, &result);
          g_free (finish_change (session, &result));
          ts_session_dissent_async (session, id, "5b", "Lay", 4, "An okapi disagreed", take_result_cb, &result);
          g_free (finish_change (session, &result));
        }

      ts_session_set_person (session, expected[i].reader, NULL);
      scores = find_places (session, id, "okapi strong");
      g_assert_cmpstr (scores, ==, expected[i].scores);
    }

  ts_session_set_person (session, "Peer", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_auto (GStrv) parts = g_strsplit (told[i], " | ", 2);
      g_autofree char *query = g_strconcat ("okapi ", parts[0], NULL);
      g_autofree char *places = find_places (session, id, query);

      g_assert_cmpstr (places, ==, parts[1]);
    }

  /* Who has a conflict that nobody has decided about finds nothing of it. */
  review_fixture_declare (&fixture, "Peer");
  ts_session_set_person (session, "Peer", NULL);

  {
    g_autofree char *places = find_places (session, id, "okapi");

    g_assert_cmpstr (places, ==, "");
  }

  review_fixture_tear_down (&fixture, NULL);
}

static void
count_failure (TsSearch *search,
               GError   *error,
               guint    *n_failures)
{
  (*n_failures)++;
}

static void
damage_index (const char *path)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "update search_index_data set block = x'0102030405' where id > 10", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
test_mends_the_index (SessionFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (TsSearch) search = new_search (fixture);
  guint n_failures = 0;

  g_signal_connect (search, "failed", G_CALLBACK (count_failure), &n_failures);
  explain (fixture, fixture->assessment_id, "strategy", "octopus");
  close_session (fixture->session);
  ts_search_set_session (search, NULL);
  g_assert_finalize_object (fixture->session);
  damage_index (fixture->path);

  /* Where nothing can be written, it can only be said. */
  fixture->session = open_session (fixture->path, TS_OPEN_READ_ONLY, NULL);
  ts_search_set_session (search, fixture->session);
  ts_search_set_query (search, "octopus");
  wait_until_found (search);
  g_assert_cmpuint (n_failures, ==, 1);
  close_session (fixture->session);
  ts_search_set_session (search, NULL);
  g_assert_finalize_object (fixture->session);

  fixture->session = open_session (fixture->path, TS_OPEN_READ_WRITE, NULL);
  ts_search_set_session (search, fixture->session);
  wait_until_found (search);
  g_assert_cmpuint (n_failures, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (search)), ==, 1);
}

#define SESSION_TEST(path, function) \
  g_test_add (path, SessionFixture, NULL, session_fixture_set_up, function, session_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  SESSION_TEST ("/model/search/criteria", test_criteria);
  SESSION_TEST ("/model/search/what-is-here-comes-first", test_what_is_here_comes_first);
  SESSION_TEST ("/model/search/evidence-and-organisations", test_evidence_and_organisations);
  SESSION_TEST ("/model/search/overtaken", test_overtaken);
  SESSION_TEST ("/model/search/follows-changes", test_follows_changes);
  SESSION_TEST ("/model/search/mends-the-index", test_mends_the_index);
  g_test_add_func ("/model/search/reviews", test_reviews);

  return g_test_run ();
}
