/* test-sample.c — the sample: that it is whole, that it can be undone, and that it is the same each time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-outcome-lock.h"
#include "core/ts-outcome.h"
#include "core/ts-stale.h"
#include "exchange/ts-evidence-export.h"
#include "exchange/ts-exchange-resource.h"
#include "exchange/ts-journal-export.h"
#include "exchange/ts-organisations-export.h"
#include "exchange/ts-organisations-import.h"
#include "exchange/ts-outcomes-export.h"
#include "exchange/ts-ratings-export.h"
#include "exchange/ts-ratings-import.h"
#include "exchange/ts-sample.h"
#include "fixture.h"
#include "store/ts-reader.h"
#include "store/ts-store-error.h"
#include "store/ts-verify.h"

#include <glib/gstdio.h>
#include <string.h>

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("touchstone-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->directory, "sample.touchstone", NULL);
  g_assert_true (ts_sample_create (fixture->path, TS_SAMPLE_REGION, TS_SAMPLE_SEED, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  fixture->workbook = ts_workbook_open (fixture->path, TS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsVerifyReport) report = ts_workbook_verify (fixture->workbook, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) organisations = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_ORGANISATION, -1, NULL, NULL);
  g_autoptr (GPtrArray) evidence = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_EVIDENCE, -1, NULL, NULL);
  g_autoptr (GPtrArray) targets = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_TARGET, -1, NULL, NULL);

  g_assert_no_error (error);
  g_assert_true (ts_verify_report_is_clean (report));
  g_assert_cmpuint (organisations->len, ==, 13);
  g_assert_cmpuint (evidence->len, >=, 10);
  g_assert_cmpuint (targets->len, >, 20);
  g_assert_cmpuint (report->n_contents, >=, 10);
  g_assert_cmpuint (report->n_changes, >, 100);
  /* Each move from stage to stage is sealed with what stood there. */
  g_assert_cmpuint (report->n_sign_offs, >=, 8 * 7);
}

static char *
export_everything (Fixture *fixture)
{
  g_autofree char *organisations = fixture_export (fixture, ts_organisations_export, TS_TABLE_FORMAT_CSV, NULL);
  g_autofree char *ratings = fixture_export (fixture, ts_ratings_export, TS_TABLE_FORMAT_CSV, NULL);
  g_autofree char *evidence = fixture_export (fixture, ts_evidence_export, TS_TABLE_FORMAT_CSV, NULL);

  g_autofree char *outcomes = fixture_export (fixture, ts_outcomes_export, TS_TABLE_FORMAT_CSV, NULL);

  return g_strconcat (organisations, ratings, evidence, outcomes, NULL);
}

/* Each of the nine in both years, as the figures are given. */
static void
test_populations (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) northmoor = ts_workbook_find_organisation (fixture->workbook, "ZX1", &error);
  g_autoptr (GPtrArray) all = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_ORGANISATION_POPULATION, -1, NULL, NULL);
  gint64 people = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 18);

  for (guint i = 0; i < all->len; i++)
    {
      const TsRow *row = g_ptr_array_index (all, i);

      if (g_str_equal (ts_row_get_text (row, TS_ORGANISATION_POPULATION_ORGANISATION), ts_row_get_id (northmoor)) &&
          ts_row_get_integer (row, TS_ORGANISATION_POPULATION_YEAR) == 2009)
        people = ts_row_get_integer (row, TS_ORGANISATION_POPULATION_POPULATION);
    }

  g_assert_cmpint (people, ==, 249300);
}

/* The board of Northmoor began its second year with the first: some of it waits to be confirmed, with evidence that is too old by now, and
 * what it judged anew does not. */
static void
test_carried (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ratings = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_RATING, -1, NULL, &error);
  g_autoptr (GPtrArray) links = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_EVIDENCE_LINK, -1, NULL, &error);
  g_autoptr (GPtrArray) evidence = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_EVIDENCE, -1, NULL, &error);
  g_autoptr (GString) nodes = g_string_new (NULL);
  guint n_stale = 0;

  g_assert_no_error (error);

  for (guint i = 0; i < ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (ratings, i);

      if (!ts_row_has (rating, TS_RATING_CARRIED))
        continue;

      g_string_append_printf (nodes, "%s ", ts_row_get_text (rating, TS_RATING_NODE));
      g_assert_nonnull (ts_row_get_text (rating, TS_RATING_RATIONALE));
    }

  for (guint i = 0; i < links->len; i++)
    {
      const TsRow *link = g_ptr_array_index (links, i);

      if (!ts_row_has (link, TS_EVIDENCE_LINK_CARRIED))
        continue;

      for (guint k = 0; k < evidence->len; k++)
        {
          const TsRow *item = g_ptr_array_index (evidence, k);

          if (g_str_equal (ts_row_get_id (item), ts_row_get_text (link, TS_EVIDENCE_LINK_EVIDENCE)))
            n_stale += ts_evidence_is_stale (item, 2009);
        }
    }

  g_assert_cmpuint (strlen (nodes->str), ==, strlen ("4c 6c 7c 9a 9b 9c "));

  for (const char *const *node = (const char *const[]) { "4c ", "6c ", "7c ", "9a ", "9b ", "9c ", NULL }; *node != NULL; node++)
    g_assert_nonnull (strstr (nodes->str, *node));

  g_assert_cmpuint (n_stale, >=, 1);
}

/* What the organisations were called, belonged to and became, by day. */
static void
test_family (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_ORGANISATION_NAME, -1, NULL, &error);
  g_autoptr (GPtrArray) parents = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_ORGANISATION_PARENT, -1, NULL, &error);
  g_autoptr (GPtrArray) successors = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_ORGANISATION_SUCCESSOR, -1, NULL, &error);
  guint n_ended = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (names->len, ==, 13 + 1);
  g_assert_cmpuint (parents->len, ==, 7 + 2 + 4);
  g_assert_cmpuint (successors->len, ==, 3);

  for (guint i = 0; i < parents->len; i++)
    n_ended += ts_row_has (g_ptr_array_index (parents, i), TS_ORGANISATION_PARENT_VALID_TO);

  g_assert_cmpuint (n_ended, ==, 5);
}

/* The journal has every id, time and value in it, so two workbooks with the same are the same. */
static void
test_same_each_time (Fixture       *fixture,
                     gconstpointer  data)
{
  Fixture again;
  g_autofree char *journal = fixture_export (fixture, ts_journal_export, TS_TABLE_FORMAT_CSV, NULL);
  g_autofree char *journal_again = NULL;

  set_up (&again, NULL);
  journal_again = fixture_export (&again, ts_journal_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_cmpstr (journal, ==, journal_again);
  fixture_tear_down (&again, NULL);
}

static void
test_other_seed (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  Fixture other;
  g_autofree char *journal = fixture_export (fixture, ts_journal_export, TS_TABLE_FORMAT_CSV, NULL);
  g_autofree char *tables = export_everything (fixture);
  g_autofree char *other_journal = NULL;
  g_autofree char *other_tables = NULL;

  fixture_set_up (&other, NULL);
  g_assert_true (ts_sample_fill (other.workbook, TS_SAMPLE_REGION, 7, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  other_journal = fixture_export (&other, ts_journal_export, TS_TABLE_FORMAT_CSV, NULL);
  other_tables = export_everything (&other);
  g_assert_cmpstr (journal, !=, other_journal);
  g_assert_cmpstr (tables, ==, other_tables);
  fixture_tear_down (&other, NULL);
}

/* All that lies behind the last move from stage to stage can be undone and done again; the move itself stands. */
static void
test_undo_as_far_as_it_goes (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = export_everything (fixture);
  g_autofree char *after = NULL;
  guint n_undone = 0;

  for (;; n_undone++)
    {
      g_autoptr (TsChange) change = ts_workbook_undo (fixture->workbook, &error);

      if (change == NULL)
        break;
    }

  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_cmpuint (n_undone, >, 0);

  for (guint i = 0; i < n_undone; i++)
    {
      g_autoptr (TsChange) change = ts_workbook_redo (fixture->workbook, &error);

      g_assert_no_error (error);
    }

  after = export_everything (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* What goes out of the sample goes into an empty workbook, and out of that again as it was. */
static void
test_exports_prove_themselves (Fixture       *fixture,
                               gconstpointer  data)
{
  static const char *const layers[] = { "self", "desk", "panel", "final", NULL };
  const TsQueryFilter filter = { .layers = layers };
  Fixture other;
  g_autofree char *settled = fixture_export (fixture, ts_ratings_export, TS_TABLE_FORMAT_CSV, &filter);
  g_autofree char *organisations = fixture_export (fixture, ts_organisations_export, TS_TABLE_FORMAT_CSV, NULL);
  g_autofree char *ratings = fixture_export (fixture, ts_ratings_export, TS_TABLE_FORMAT_CSV, NULL);
  g_autofree char *organisations_again = NULL;
  g_autofree char *ratings_again = NULL;
  g_autofree char *told = NULL;

  fixture_set_up (&other, NULL);
  fixture_assert_imports (&other, ts_organisations_import, organisations, "Import 13 organisations from f.csv (13, 0, 0, 0)");
  told = fixture_import (&other, ts_ratings_import, ratings);
  g_assert_true (g_str_has_prefix (told, "Import "));
  organisations_again = fixture_export (&other, ts_organisations_export, TS_TABLE_FORMAT_CSV, NULL);

  /* Where nobody has sealed them, reviewers' scores do not come out again. */
  ratings_again = fixture_export (&other, ts_ratings_export, TS_TABLE_FORMAT_CSV, NULL);
  g_assert_cmpstr (organisations, ==, organisations_again);
  g_assert_cmpstr (settled, ==, ratings_again);
  fixture_tear_down (&other, NULL);

  /* And says nothing new to the sample itself, most of which is locked. */
  fixture_assert_imports (fixture, ts_ratings_import, ratings, "Nothing to change: the workbook says all that is in f.csv.");
}

/* Every row of evidence names its file's hash or its address, and the criteria that it is for. */
static void
test_evidence_table (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *csv = fixture_export (fixture, ts_evidence_export, TS_TABLE_FORMAT_CSV, NULL);
  const char *const codes[] = { "ZX2", NULL };
  const TsQueryFilter filter = { .organisations = codes };
  g_autofree char *none = fixture_export (fixture, ts_evidence_export, TS_TABLE_FORMAT_CSV, &filter);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_cmpstr (lines[0], ==,
                   "organisation,year,framework,title,kind,file_name,address,received,period_from,period_to,size,sha256,criteria");
  g_assert_nonnull (strstr (csv, "\r\nZX1,2009/10,wcc-year-2,Have your say: what people told us and what we changed,web,,"
                                 "https://www.example.org/northmoor/have-your-say,2010-01-11,,,,,3b (p. 14–18)\r\n"));
  g_assert_nonnull (strstr (csv, "2a (para 7); 5b (paras 3–5)\r\n"));
  g_assert_nonnull (strstr (csv, "1b (para 6.2); 6b (section 7); 10c (para 9.3); board.1 (para 1.1 and list of members); board.3 (section 8); "
                                 "finance.1 (para 9.1)\r\n"));
  g_assert_cmpstr (strchr (none, '\n'), ==, "\n");
}

/* In the second year five reviewers, one of whom stays without scoring; all that may have sealed, so that their scores are open; and a conflict that
 * waits. In the first the same five, who have all scored what they were given. */
static void
test_review (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const layers[] = { "reviewer", NULL };
  const TsQueryFilter filter = { .layers = layers };
  g_autofree char *scores = fixture_export (fixture, ts_ratings_export, TS_TABLE_FORMAT_CSV, &filter);
  g_auto (GStrv) lines = g_strsplit (scores, "\r\n", -1);
  g_autoptr (GPtrArray) members = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_PANEL_MEMBER, -1, NULL, NULL);
  g_autoptr (GPtrArray) interests = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_INTEREST, -1, NULL, NULL);
  guint n_set_aside = 0;
  guint n_undecided = 0;

  g_assert_cmpuint (members->len, ==, 5 + 5);
  g_assert_cmpuint (interests->len, ==, 2);
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 4 * 33 + 5 * 30 + 1);

  for (guint i = 0; i < interests->len; i++)
    {
      const char *organisation = ts_row_get_text (g_ptr_array_index (interests, i), TS_INTEREST_ORGANISATION);
      g_autoptr (GPtrArray) assessments = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_ORGANISATION, organisation, NULL);

      for (guint j = 0; j < assessments->len; j++)
        {
          const TsRow *assessment = g_ptr_array_index (assessments, j);
          g_autoptr (TsReviewState) state = ts_workbook_read_review_state (fixture->workbook, ts_row_get_id (assessment), NULL);
          const TsSight *sight = ts_review_state_get_sight (state);

          for (guint k = 0; ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR) == 2009 && k < sight->n_reviewers; k++)
            {
              n_set_aside += sight->reviewers[k].conflict == TS_CONFLICT_STAYS;
              n_undecided += sight->reviewers[k].conflict == TS_CONFLICT_OPEN;
            }
        }
    }

  g_assert_cmpuint (n_set_aside, ==, 1);
  g_assert_cmpuint (n_undecided, ==, 1);
}

static void
test_not_overwritten (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->directory, "other", NULL);
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_false (ts_sample_create (path, TS_SAMPLE_REGION, 1, NULL, NULL, NULL, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
}

static void
cancel_in_the_middle (guint64  done,
                      guint64  total,
                      gpointer data)
{
  if (done > total / 2)
    g_cancellable_cancel (data);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = g_build_filename (fixture->directory, "other.touchstone", NULL);

  g_assert_false (ts_sample_create (path, TS_SAMPLE_REGION, 1, cancellable, cancel_in_the_middle, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Whatever lies beside the sample is in the programs. */
static void
test_nothing_left_out (void)
{
  g_autofree char *directory = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "sample", "evidence", NULL);
  g_autoptr (GDir) files = g_dir_open (directory, 0, NULL);
  const char *name;

  g_assert_nonnull (files);

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/org/touchstone/sample/evidence/", name, NULL);
      g_autoptr (GBytes) bytes = ts_exchange_resource_look_up (path);

      g_test_message ("%s", name);
      g_assert_nonnull (bytes);
    }
}

/* One board tells of its outcomes in full: eight of them, one without a trajectory, so that there is something to do, and one that was
 * given up after the first year. */
static void
test_outcomes (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) organisation = ts_workbook_find_organisation (fixture->workbook, "ZX1", &error);
  g_autoptr (GPtrArray) outcomes = NULL;
  guint n_now = 0;
  guint n_ended = 0;
  guint n_incomplete = 0;

  g_assert_no_error (error);
  outcomes = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_OUTCOME, TS_OUTCOME_ORGANISATION, ts_row_get_id (organisation), &error);
  g_assert_no_error (error);

  for (guint i = 0; i < outcomes->len; i++)
    {
      const TsRow *outcome = g_ptr_array_index (outcomes, i);
      g_autoptr (GPtrArray) values = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_OUTCOME_VALUE, TS_OUTCOME_VALUE_OUTCOME,
                                                            ts_row_get_id (outcome), &error);

      g_assert_no_error (error);

      if (!ts_outcome_covers (outcome, 2009))
        {
          g_assert_true (ts_outcome_covers (outcome, 2008));
          n_ended++;
          continue;
        }

      n_now++;

      if (ts_outcome_find_missing (values, 2009) != TS_OUTCOME_MISSING_NOTHING)
        n_incomplete++;
    }

  g_assert_cmpuint (n_now, ==, 8);
  g_assert_cmpuint (n_ended, ==, 1);
  g_assert_cmpuint (n_incomplete, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, fixture_tear_down)
  ADD ("/sample/whole", test_whole);
  ADD ("/sample/carried", test_carried);
  ADD ("/sample/family", test_family);
  ADD ("/sample/populations", test_populations);
  ADD ("/sample/same-each-time", test_same_each_time);
  ADD ("/sample/other-seed", test_other_seed);
  ADD ("/sample/undo-as-far-as-it-goes", test_undo_as_far_as_it_goes);
  ADD ("/sample/exports-prove-themselves", test_exports_prove_themselves);
  ADD ("/sample/evidence-table", test_evidence_table);
  ADD ("/sample/outcomes", test_outcomes);
  ADD ("/sample/review", test_review);
  ADD ("/sample/not-overwritten", test_not_overwritten);
  ADD ("/sample/cancelled", test_cancelled);
#undef ADD
  g_test_add_func ("/sample/nothing-left-out", test_nothing_left_out);

  return g_test_run ();
}
