/* test-peer-reading.c — who an organisation's peers are, and what they claim
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-interest.h"
#include "core/ts-peer-group.h"
#include "core/ts-sign-off.h"
#include "exchange/ts-organisations-import.h"
#include "exchange/ts-peer-reading.h"
#include "exchange/ts-ratings-import.h"
#include "fixture.h"
#include "store/ts-reader.h"

/* Alpha and others of its kind; each claims its own level of 1a. */
static const struct
{
  const char *code;
  const char *kind;
  const char *parent;
  int population; /* in thousands, 0 where it is not known */
  int level;
  TsStage stage;
} organisations[] = {
  { "A", "pct", "N", 300, 4, TS_STAGE_SUBMITTED },
  { "B", "pct", "N", 310, 2, TS_STAGE_SUBMITTED },
  { "C", "pct", "N", 290, 2, TS_STAGE_SUBMITTED },
  { "D", "pct", "S", 320, 3, TS_STAGE_DESK_REVIEW },
  { "E", "pct", "S", 305, 1, TS_STAGE_DRAFT }, /* who has handed in nothing */
  { "F", "pct", "N", 0, 1, TS_STAGE_SUBMITTED },
  { "G", "care-trust", "N", 300, 1, TS_STAGE_SUBMITTED }, /* of another kind */
};

static void
apply (Fixture  *fixture,
       TsChange *change,
       GError   *error)
{
  g_autoptr (TsChange) owned = change;

  g_assert_no_error (error);
  ts_workbook_apply (fixture->workbook, owned, &error);
  g_assert_no_error (error);
}

static char *
find_organisation (Fixture    *fixture,
                   const char *code)
{
  g_autoptr (TsRow) row = ts_workbook_find_organisation (fixture->workbook, code, NULL);

  g_assert_nonnull (row);

  return g_strdup (ts_row_get_id (row));
}

static TsRow *
find_assessment (Fixture    *fixture,
                 const char *code)
{
  g_autofree char *id = find_organisation (fixture, code);
  g_autoptr (GPtrArray) rows = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_ORGANISATION, id, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      if (ts_row_get_integer (g_ptr_array_index (rows, i), TS_ASSESSMENT_YEAR) == 2009)
        return ts_row_ref (g_ptr_array_index (rows, i));
    }

  g_assert_not_reached ();
}

static void
move_to (Fixture    *fixture,
         const char *code,
         TsStage     to)
{
  for (TsStage stage = TS_STAGE_BOARD_APPROVED; stage <= to; stage++)
    {
      g_autoptr (TsRow) assessment = find_assessment (fixture, code);
      g_autoptr (GPtrArray) sign_offs = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_SIGN_OFF, TS_SIGN_OFF_ASSESSMENT, ts_row_get_id (assessment), NULL);
      const TsSignOffRequest request = { .name = "Olive", .meeting = "Board", .day = "2010-03-20", .n_rated = 1 };
      GError *error = NULL;

      apply (fixture, ts_change_move_stage (assessment, sign_offs, stage, &request, &error), error);
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GString) boards = g_string_new ("code,name,kind,parent,opened,closed,successors\nN,North,sha,,,,\nS,South,sha,,,,\n");
  g_autoptr (GString) levels = g_string_new ("organisation,year,framework,criterion,layer,assessor,level,rationale\nB,2008/09,wcc-year-1,1a,self,,4,\n");
  g_autoptr (TsChange) change = ts_change_new ("Populations");

  fixture_set_up (fixture, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (organisations); i++)
    {
      g_string_append_printf (boards, "%s,Board %s,%s,%s,,,\n", organisations[i].code, organisations[i].code, organisations[i].kind, organisations[i].parent);
      g_string_append_printf (levels, "%s,2009/10,wcc-year-2,1a,self,,%d,\n", organisations[i].code, organisations[i].level);
    }

  /* A level that the panel found is no claim. */
  g_string_append (levels, "B,2009/10,wcc-year-2,1a,panel,,4,\nB,2009/10,wcc-year-2,1b,self,,3,\nC,2009/10,wcc-year-2,1b,self,,3,\n");
  g_free (fixture_import (fixture, ts_organisations_import, boards->str));
  g_free (fixture_import (fixture, ts_ratings_import, levels->str));

  for (guint i = 0; i < G_N_ELEMENTS (organisations); i++)
    {
      g_autofree char *id = find_organisation (fixture, organisations[i].code);
      g_autofree char *row_id = g_strdup_printf ("population-%u", i);
      g_autoptr (TsRow) row = ts_row_new (TS_ENTITY_ORGANISATION_POPULATION, row_id);

      if (organisations[i].population > 0)
        {
          ts_row_set_text (row, TS_ORGANISATION_POPULATION_ORGANISATION, id);
          ts_row_set_integer (row, TS_ORGANISATION_POPULATION_YEAR, 2009);
          ts_row_set_integer (row, TS_ORGANISATION_POPULATION_POPULATION, 1000 * organisations[i].population);
          ts_change_create (change, row);
        }

      move_to (fixture, organisations[i].code, organisations[i].stage);
    }

  apply (fixture, g_steal_pointer (&change), NULL);
}

static void
assert_peers (Fixture    *fixture,
              const char *node,
              const char *who,
              guint       n_expected,
              double      expected)
{
  g_autoptr (TsRow) assessment = find_assessment (fixture, "A");
  g_autoptr (GError) error = NULL;
  g_autoptr (TsPeerLevels) levels = ts_peer_levels_read (fixture->workbook, assessment, &error);
  g_autofree char *described = NULL;
  guint n_peers;

  g_assert_no_error (error);
  described = ts_peer_levels_describe (levels);
  g_assert_cmpstr (described, ==, who);
  g_assert_cmpfloat (ts_peer_levels_get_median (levels, node, &n_peers), ==, expected);
  g_assert_cmpuint (n_peers, ==, n_expected);
}

static void
make_group (Fixture    *fixture,
            const char *name,
            const char *codes)
{
  g_autofree char *id = g_strconcat ("group-", name, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TsRow) group = NULL;
  GError *error = NULL;

  for (const char *at = codes; *at != '\0'; at++)
    g_ptr_array_add (ids, find_organisation (fixture, (char[]) { *at, '\0' }));

  g_ptr_array_add (ids, NULL);
  apply (fixture, ts_change_name_peer_group (NULL, id, none, name, NULL, &error), error);
  group = ts_workbook_read_row (fixture->workbook, TS_ENTITY_PEER_GROUP, id, NULL);
  apply (fixture, ts_change_set_peer_group_members (group, none, (const char *const *) (void *) ids->pdata, &error), error);
}

static void
test_basis (Fixture       *fixture,
            gconstpointer  data)
{
  /* B, C and D serve about as many; E has handed in nothing, nobody knows how many F serves, and G is of another kind. */
  assert_peers (fixture, "1a", "nearest by population", 3, 2);

  /* Of 1b only two say anything. */
  assert_peers (fixture, "1b", "nearest by population", 2, 0);

  /* Two are too few for a group; three are enough, of the first group that has as many. */
  make_group (fixture, "Small", "ABC");
  assert_peers (fixture, "1a", "nearest by population", 3, 2);
  make_group (fixture, "Tall", "ABCDEF");
  assert_peers (fixture, "1a", "group “Tall”", 4, 2);
  make_group (fixture, "Large", "ADBF");
  assert_peers (fixture, "1a", "group “Large”", 3, 2);

  /* A group that the organisation is not in is no concern of it. */
  make_group (fixture, "Apart", "BCDF");
  assert_peers (fixture, "1a", "group “Large”", 3, 2);
}

static void
test_region (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) populations = ts_workbook_read_rows (fixture->workbook, TS_ENTITY_ORGANISATION_POPULATION, -1, NULL, NULL);
  g_autoptr (TsChange) change = ts_change_new ("Nobody counts people");

  for (guint i = 0; i < populations->len; i++)
    ts_change_delete (change, g_ptr_array_index (populations, i));

  apply (fixture, g_steal_pointer (&change), NULL);
  assert_peers (fixture, "1a", "also of North", 3, 2);
}

/* Who may not look at a peer's submission is not told of it in a median either. */
static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  const TsInterestDeclaration declaration = { .role = "adviser", .declared = "2010-01-01" };
  g_autofree char *organisation_id = find_organisation (fixture, "D");
  GError *error = NULL;

  apply (fixture, ts_change_declare_interest (NULL, organisation_id, NULL, "Dan", &declaration, &error), error);
  ts_workbook_set_reader (fixture->workbook, "Dan");
  assert_peers (fixture, "1a", "nearest by population", 2, 0);
  ts_workbook_set_reader (fixture->workbook, "Ada");
  assert_peers (fixture, "1a", "nearest by population", 3, 2);
}

/* One board alone has no peers. */
static void
test_alone (void)
{
  Fixture fixture = { 0 };

  fixture_set_up (&fixture, NULL);
  g_free (fixture_import (&fixture, ts_organisations_import, "code,name,kind,parent,opened,closed,successors\nA,Alpha,pct,,,,\n"));
  g_free (fixture_import (&fixture, ts_ratings_import, "organisation,year,framework,criterion,layer,assessor,level,rationale\nA,2009/10,wcc-year-2,1a,self,,2,\n"));
  assert_peers (&fixture, "1a", "no peers", 0, 0);
  fixture_tear_down (&fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/exchange/peer-reading/" path, Fixture, NULL, set_up, function, fixture_tear_down)
  ADD ("basis", test_basis);
  ADD ("region", test_region);
  ADD ("conflict", test_conflict);
  g_test_add_func ("/exchange/peer-reading/alone", test_alone);
  return g_test_run ();
}
