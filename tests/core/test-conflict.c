/* test-conflict.c — tables of cases: ties, days, decisions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-conflict.h"
#include "core/ts-error.h"
#include "core/ts-interest.h"
#include "core/ts-person.h"
#include "fixture.h"

/* The assessed year is 2009/10: from 1 April 2009. */
#define PANEL_DAY "2010-05-14"
#define NAME      "Ada Fictional"

static TsRow *
link_new (TsEntity    entity,
          const char *id,
          const char *from,
          const char *to)
{
  TsRow *row = ts_row_new (entity, id);

  ts_row_set_text (row, 0, from);
  ts_row_set_text (row, 1, to);

  return row;
}

static TsRow *
interest_new (const char *organisation,
              const char *from,
              const char *to,
              const char *declared)
{
  g_autofree char *person = ts_person_derive_id (NAME);
  TsRow *row = ts_row_new (TS_ENTITY_INTEREST, "interest");

  ts_row_set_text (row, TS_INTEREST_ORGANISATION, organisation);
  ts_row_set_text (row, TS_INTEREST_PERSON, person);
  ts_row_set_text (row, TS_INTEREST_ROLE, "employee");
  ts_row_set_text (row, TS_INTEREST_VALID_FROM, from);
  ts_row_set_text (row, TS_INTEREST_VALID_TO, to);
  ts_row_set_text (row, TS_INTEREST_DECLARED, declared);

  return row;
}

typedef struct
{
  TsRow *assessment;
  GPtrArray *successors;
  GPtrArray *parents;
  GPtrArray *interests;
  GPtrArray *actions;
  const char *organisation;
} World;

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
}

/* grandmother → mother → assessed → daughter; sister is of the same mother; two hold a circle. */
static void
set_up (World *world)
{
  world->assessment = fixture_assessment_new (TS_STAGE_PANEL);
  world->organisation = ts_row_get_text (world->assessment, TS_ASSESSMENT_ORGANISATION);
  world->successors = rows_new ();
  world->parents = rows_new ();
  world->interests = rows_new ();
  world->actions = rows_new ();

  g_ptr_array_add (world->successors, link_new (TS_ENTITY_ORGANISATION_SUCCESSOR, "1", "grandmother", "mother"));
  g_ptr_array_add (world->successors, link_new (TS_ENTITY_ORGANISATION_SUCCESSOR, "2", "mother", world->organisation));
  g_ptr_array_add (world->successors, link_new (TS_ENTITY_ORGANISATION_SUCCESSOR, "3", "mother", "sister"));
  g_ptr_array_add (world->successors, link_new (TS_ENTITY_ORGANISATION_SUCCESSOR, "4", world->organisation, "daughter"));
  g_ptr_array_add (world->successors, link_new (TS_ENTITY_ORGANISATION_SUCCESSOR, "5", "daughter", world->organisation));
  g_ptr_array_add (world->parents, link_new (TS_ENTITY_ORGANISATION_PARENT, "6", world->organisation, "authority"));
  g_ptr_array_add (world->parents, link_new (TS_ENTITY_ORGANISATION_PARENT, "7", "authority", "nation"));
  g_ptr_array_add (world->parents, link_new (TS_ENTITY_ORGANISATION_PARENT, "8", "department", world->organisation));
  g_ptr_array_add (world->parents, link_new (TS_ENTITY_ORGANISATION_PARENT, "9", "cousin", "authority"));
  g_ptr_array_add (world->parents, link_new (TS_ENTITY_ORGANISATION_PARENT, "10", world->organisation, "former-authority"));
  ts_row_set_text (g_ptr_array_index (world->parents, 4), TS_ORGANISATION_PARENT_VALID_TO, "2006-09-30");
}

static void
tear_down (World *world)
{
  ts_row_unref (world->assessment);
  g_ptr_array_unref (world->successors);
  g_ptr_array_unref (world->parents);
  g_ptr_array_unref (world->interests);
  g_ptr_array_unref (world->actions);
}

static TsConflict
find (World      *world,
      const char *name,
      const char *scored_on)
{
  const TsConflictScope scope = { world->assessment, PANEL_DAY, world->successors, world->parents, world->interests, world->actions };
  g_autoptr (GHashTable) ties = ts_conflict_find_ties (&scope);
  g_autofree char *person = ts_person_derive_id (name);

  return ts_conflict_find (&scope, ties, person, scored_on);
}

static void
test_ties (void)
{
  static const struct
  {
    const char *organisation; /* NULL for the assessed one */
    TsTie tie;
  } cases[] = {
    { NULL, TS_TIE_SAME },
    { "mother", TS_TIE_PREDECESSOR },
    { "grandmother", TS_TIE_PREDECESSOR },
    { "authority", TS_TIE_PARENT },
    { "nation", TS_TIE_PARENT },
    { "department", TS_TIE_PART },
    { "former-authority", TS_TIE_NONE },
    { "sister", TS_TIE_NONE },
    { "cousin", TS_TIE_NONE },
    { "stranger", TS_TIE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      World world;
      TsConflict conflict;

      set_up (&world);
      g_ptr_array_add (world.interests, interest_new (cases[i].organisation != NULL ? cases[i].organisation : world.organisation, NULL, NULL, NULL));
      conflict = find (&world, NAME, NULL);
      g_test_message ("%s", cases[i].organisation);
      g_assert_cmpint (conflict.tie, ==, cases[i].tie);
      g_assert_cmpint (conflict.state, ==, cases[i].tie != TS_TIE_NONE ? TS_CONFLICT_OPEN : TS_CONFLICT_NONE);
      g_assert_cmpint (find (&world, "Somebody Else", NULL).state, ==, TS_CONFLICT_NONE);
      tear_down (&world);
    }
}

/* A circle of successors ends, and is tied one way. */
static void
test_circle (void)
{
  World world;
  TsConflict conflict;

  set_up (&world);
  g_ptr_array_add (world.interests, interest_new ("daughter", NULL, NULL, NULL));
  conflict = find (&world, NAME, NULL);
  g_assert_true (conflict.tie == TS_TIE_PREDECESSOR || conflict.tie == TS_TIE_SUCCESSOR);
  tear_down (&world);
}

static void
test_days (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    gboolean conflicts;
  } cases[] = {
    { NULL, NULL, TRUE },
    { "2001-01-01", NULL, TRUE },
    { NULL, "2009-03-31", FALSE },
    { NULL, "2009-04-01", TRUE },
    { "2001-01-01", "2008-12-31", FALSE },
    { "2009-06-01", "2009-06-01", TRUE },
    { "2010-05-14", NULL, TRUE },
    { "2010-05-15", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      World world;

      set_up (&world);
      g_ptr_array_add (world.interests, interest_new (world.organisation, cases[i].from, cases[i].to, NULL));
      g_assert_cmpint (find (&world, NAME, NULL).state, ==, cases[i].conflicts ? TS_CONFLICT_OPEN : TS_CONFLICT_NONE);
      tear_down (&world);
    }
}

static void
test_decisions (void)
{
  static const struct
  {
    const char *declared;
    const char *decision; /* NULL for none */
    const char *day;
    const char *scored_on;
    TsConflictState state;
    gboolean late;
  } cases[] = {
    { "2010-04-01", NULL, NULL, NULL, TS_CONFLICT_OPEN, FALSE },
    { "2010-04-01", "leaves", "2010-04-02", NULL, TS_CONFLICT_LEAVES, FALSE },
    { "2010-04-01", "stays", "2010-04-02", NULL, TS_CONFLICT_STAYS, FALSE },
    { "2010-04-01", "cleared", "2010-04-02", NULL, TS_CONFLICT_CLEARED, FALSE },
    { "2010-04-02", "cleared", "2010-04-02", NULL, TS_CONFLICT_CLEARED, FALSE },
    { "2010-04-03", "cleared", "2010-04-02", NULL, TS_CONFLICT_OPEN, FALSE },
    { NULL, "cleared", "2010-04-02", NULL, TS_CONFLICT_CLEARED, FALSE },
    { "2010-04-01", "waived", "2010-04-02", NULL, TS_CONFLICT_OPEN, FALSE },
    { "2010-04-01", "none", "2010-04-02", NULL, TS_CONFLICT_OPEN, FALSE },
    { "2010-04-10", NULL, NULL, "2010-04-05", TS_CONFLICT_OPEN, TRUE },
    { "2010-04-05", NULL, NULL, "2010-04-05", TS_CONFLICT_OPEN, FALSE },
    { "2010-04-10", "cleared", "2010-04-11", "2010-04-05", TS_CONFLICT_CLEARED, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      World world;
      TsConflict conflict;

      set_up (&world);
      g_ptr_array_add (world.interests, interest_new (world.organisation, NULL, NULL, cases[i].declared));

      if (cases[i].decision != NULL)
        {
          g_autofree char *person = ts_person_derive_id (NAME);
          TsRow *action = ts_row_new (TS_ENTITY_CONFLICT_ACTION, "action");

          ts_row_set_text (action, TS_CONFLICT_ACTION_ASSESSMENT, ts_row_get_id (world.assessment));
          ts_row_set_text (action, TS_CONFLICT_ACTION_PERSON, person);
          ts_row_set_text (action, TS_CONFLICT_ACTION_DECISION, cases[i].decision);
          ts_row_set_text (action, TS_CONFLICT_ACTION_DAY, cases[i].day);
          g_ptr_array_add (world.actions, action);
        }

      g_test_message ("case %u", i);
      conflict = find (&world, NAME, cases[i].scored_on);
      g_assert_cmpint (conflict.state, ==, cases[i].state);
      g_assert_cmpint (conflict.declared_late, ==, cases[i].late);
      tear_down (&world);
    }
}

/* A decision about one interest does not cover another that was declared later, in whichever order they stand. */
static void
test_second_interest (void)
{
  for (guint first = 0; first < 2; first++)
    {
      World world;
      g_autofree char *person = ts_person_derive_id (NAME);
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) change = NULL;

      set_up (&world);
      change = ts_change_decide_conflict (world.assessment, NULL, person, NAME, TS_CONFLICT_CLEARED, "The Chair", "It ended long ago", "2010-04-02", &error);
      g_assert_no_error (error);
      g_ptr_array_add (world.actions, ts_row_ref (ts_change_get_row (change, 0)->after));
      g_ptr_array_add (world.interests, interest_new (first ? "mother" : world.organisation, NULL, NULL, first ? "2010-04-20" : "2010-04-01"));
      g_ptr_array_add (world.interests, interest_new (first ? world.organisation : "mother", NULL, NULL, first ? "2010-04-01" : "2010-04-20"));
      g_assert_cmpint (find (&world, NAME, NULL).state, ==, TS_CONFLICT_OPEN);
      g_assert_cmpint (find (&world, NAME, NULL).tie, ==, TS_TIE_PREDECESSOR);
      tear_down (&world);
    }
}

static void
test_what_is_let_in (void)
{
  static const struct
  {
    TsConflictState state;
    gboolean opens;
    gboolean scores;
  } cases[] = {
    { TS_CONFLICT_NONE, TRUE, TRUE },
    { TS_CONFLICT_OPEN, FALSE, FALSE },
    { TS_CONFLICT_LEAVES, FALSE, FALSE },
    { TS_CONFLICT_STAYS, TRUE, FALSE },
    { TS_CONFLICT_CLEARED, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (ts_conflict_state_may_open (cases[i].state), ==, cases[i].opens);
      g_assert_cmpint (ts_conflict_state_may_score (cases[i].state), ==, cases[i].scores);
    }
}

static void
test_deciding (void)
{
  g_autoptr (TsRow) assessment = fixture_assessment_new (TS_STAGE_PANEL);
  g_autofree char *person = ts_person_derive_id (NAME);
  static const struct
  {
    TsConflictState decision;
    const char *decided_by;
    const char *reason;
    gboolean allowed;
  } cases[] = {
    { TS_CONFLICT_LEAVES, "The Chair", NULL, TRUE },
    { TS_CONFLICT_STAYS, "The Chair", "", TRUE },
    { TS_CONFLICT_CLEARED, "The Chair", "It ended long ago", TRUE },
    { TS_CONFLICT_CLEARED, "The Chair", " \n", FALSE },
    { TS_CONFLICT_CLEARED, NAME, "I say so", FALSE },
    { TS_CONFLICT_LEAVES, NAME, NULL, TRUE },
    { TS_CONFLICT_LEAVES, "", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) change = ts_change_decide_conflict (assessment, NULL, person, NAME, cases[i].decision, cases[i].decided_by,
                                                               cases[i].reason, "2010-04-02", &error);

      g_test_message ("case %u", i);
      g_assert_cmpint (change != NULL, ==, cases[i].allowed);

      if (!cases[i].allowed)
        g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/conflict/ties", test_ties);
  g_test_add_func ("/core/conflict/circle", test_circle);
  g_test_add_func ("/core/conflict/days", test_days);
  g_test_add_func ("/core/conflict/decisions", test_decisions);
  g_test_add_func ("/core/conflict/second-interest", test_second_interest);
  g_test_add_func ("/core/conflict/what-is-let-in", test_what_is_let_in);
  g_test_add_func ("/core/conflict/deciding", test_deciding);
  return g_test_run ();
}
