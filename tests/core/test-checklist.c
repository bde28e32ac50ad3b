/* test-checklist.c — what a submission still lacks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-checklist.h"

#include "core/ts-outcome.h"
#include "fixture.h"

typedef struct
{
  TsFramework *framework;
  TsRow *assessment;
  GPtrArray *ratings;
  GPtrArray *links;
  GPtrArray *evidence;
} Fixture;

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  fixture->assessment = fixture_assessment_new (TS_STAGE_DRAFT);
  fixture->ratings = new_rows ();
  fixture->links = new_rows ();
  fixture->evidence = new_rows ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ts_framework_unref (fixture->framework);
  ts_row_unref (fixture->assessment);
  g_ptr_array_unref (fixture->ratings);
  g_ptr_array_unref (fixture->links);
  g_ptr_array_unref (fixture->evidence);
}

static TsAssessmentState *
make_state (Fixture *fixture)
{
  g_autoptr (GPtrArray) nothing = new_rows ();

  return ts_assessment_state_new_with_evidence (fixture->framework, fixture->assessment, TS_LAYER_SELF, fixture->ratings, nothing,
                                                fixture->links, fixture->evidence, NULL, NULL);
}

static void
rate (Fixture    *fixture,
      const char *node,
      int         level,
      const char *rationale,
      gboolean    carried)
{
  TsRow *rating = fixture_rating_new (fixture->assessment, node, TS_LAYER_SELF, "", level, rationale);

  if (carried)
    ts_row_set_text (rating, TS_RATING_CARRIED, "last year's");

  g_ptr_array_add (fixture->ratings, rating);
}

static void
attach (Fixture    *fixture,
        const char *node,
        const char *period_to)
{
  g_autofree char *id = g_strdup_printf ("file-%s", node);
  g_autofree char *link_id = g_strdup_printf ("link-%s", node);
  TsRow *evidence = fixture_file_new (id, "A report");
  TsRow *link = ts_row_new (TS_ENTITY_EVIDENCE_LINK, link_id);

  ts_row_set_text (evidence, TS_EVIDENCE_PERIOD_TO, period_to);
  ts_row_set_text (link, TS_EVIDENCE_LINK_EVIDENCE, id);
  ts_row_set_text (link, TS_EVIDENCE_LINK_ASSESSMENT, ts_row_get_id (fixture->assessment));
  ts_row_set_text (link, TS_EVIDENCE_LINK_NODE, node);
  g_ptr_array_add (fixture->evidence, evidence);
  g_ptr_array_add (fixture->links, link);
}

static const TsCheck *
find (GPtrArray   *checks,
      TsCheckKind  kind)
{
  for (guint i = 0; i < checks->len; i++)
    {
      const TsCheck *check = g_ptr_array_index (checks, i);

      if (check->kind == kind)
        return check;
    }

  return NULL;
}

static void
assert_check (GPtrArray   *checks,
              TsCheckKind  kind,
              guint        n,
              const char  *place)
{
  const TsCheck *check = find (checks, kind);

  if (n == 0)
    {
      g_assert_null (check);
      return;
    }

  g_assert_nonnull (check);
  g_assert_cmpuint (check->n, ==, n);
  g_assert_cmpstr (check->place, ==, place);
  g_assert_cmpint (check->is_open, ==, kind != TS_CHECK_STALE && kind != TS_CHECK_OUTCOMES);
  g_assert_cmpstr (check->title, !=, "");
}

static void
test_kinds (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TsAssessmentState) state = NULL;
  g_autoptr (GPtrArray) checks = NULL;

  rate (fixture, "5a", 2, "A reason", FALSE);
  attach (fixture, "5a", "2010-03-31");
  rate (fixture, "5b", 3, NULL, FALSE);
  attach (fixture, "5b", "2009-03-31");
  rate (fixture, "5c", 3, "Last year's reason", TRUE);
  state = make_state (fixture);
  checks = ts_checklist_make (state, NULL, NULL);

  assert_check (checks, TS_CHECK_UNCONFIRMED, 1, "criterion/5c");
  assert_check (checks, TS_CHECK_RATIONALE, 1, "criterion/5b");
  assert_check (checks, TS_CHECK_EVIDENCE, 0, NULL);
  assert_check (checks, TS_CHECK_STALE, 1, "criterion/5b");
  g_assert_cmpuint (ts_checklist_count_rated (state), ==, 2);
  g_assert_cmpuint (ts_checklist_count_open (checks), <, checks->len);

  for (guint i = 1; i < checks->len; i++)
    g_assert_cmpint (((TsCheck *) g_ptr_array_index (checks, i - 1))->kind, <, ((TsCheck *) g_ptr_array_index (checks, i))->kind);
}

static void
test_nothing_is_rated (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (TsAssessmentState) state = make_state (fixture);
  g_autoptr (GPtrArray) checks = ts_checklist_make (state, NULL, NULL);

  assert_check (checks, TS_CHECK_UNCONFIRMED, 0, NULL);
  assert_check (checks, TS_CHECK_RATIONALE, 0, NULL);
  assert_check (checks, TS_CHECK_EVIDENCE, 0, NULL);
  assert_check (checks, TS_CHECK_STALE, 0, NULL);
  g_assert_nonnull (find (checks, TS_CHECK_UNRATED));
  g_assert_cmpuint (ts_checklist_count_rated (state), ==, 0);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/core/checklist/kinds", test_kinds);
  add ("/core/checklist/nothing-is-rated", test_nothing_is_rated);
  return g_test_run ();
}
