/* test-move-lock.c — what must hold before a review moves on, whoever brings the change
 *
 * The guard is asked of changes that nobody checked before: a move and its record, as an import or a package could bring them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-interest.h"
#include "core/ts-lock.h"
#include "core/ts-person.h"
#include "core/ts-rate.h"
#include "core/ts-seal.h"
#include "core/ts-sign-off.h"
#include "fixture.h"

#include <string.h>

/* A review in order: Ada in the chair and Ben have sealed, the panel has agreed their median, and the organisation has answered. */
typedef enum
{
  IN_ORDER = 0,
  NO_ROUND = 1 << 0,
  NO_PANEL = 1 << 1,
  NO_SCORES = 1 << 2,
  BEN_NOT_SEALED = 1 << 3,
  BEN_UNSEALED = 1 << 4,
  BEN_HAS_CONFLICT = 1 << 5,
  BEN_IS_CLEARED = 1 << 6,
  BEN_IS_SECRETARY = 1 << 7,
  BEN_NEVER_SCORED = 1 << 8,
  GUEST_NOT_SEALED = 1 << 9, /* who scores and is on no panel */
  OPENED = 1 << 10,
  NOT_AGREED = 1 << 11,
  AGREED_ELSE = 1 << 12,
  AGREED_ELSE_BECAUSE = 1 << 13,
  CARRIED_ONLY = 1 << 14, /* the panel’s level was carried forward and nobody has confirmed it */
  CLAIMS_MORE = 1 << 15,  /* the board has rated criteria that the panel did not speak about */
  NOTHING_SHOWN = 1 << 16,
  NOT_ANSWERED = 1 << 17,
  ANSWERED_FOR_THEM = 1 << 18,
  ADJUSTED = 1 << 19,
  ADJUSTED_BECAUSE = 1 << 20,
} Facts;

typedef struct
{
  GPtrArray *rows;
  TsRow *assessment;
} World;

static TsRow *
find (gpointer     data,
      TsEntity     entity,
      const char  *id,
      GError     **error)
{
  const World *world = data;

  for (guint i = 0; i < world->rows->len; i++)
    {
      TsRow *row = g_ptr_array_index (world->rows, i);

      if (ts_row_get_entity (row) == entity && g_str_equal (ts_row_get_id (row), id))
        return ts_row_ref (row);
    }

  return NULL;
}

static GPtrArray *
list (gpointer     data,
      TsEntity     entity,
      guint        field,
      const char  *value,
      GError     **error)
{
  const World *world = data;
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);

  for (guint i = 0; i < world->rows->len; i++)
    {
      TsRow *row = g_ptr_array_index (world->rows, i);

      if (ts_row_get_entity (row) == entity && g_strcmp0 (ts_row_get_text (row, field), value) == 0)
        g_ptr_array_add (found, ts_row_ref (row));
    }

  return found;
}

static const TsLockSource source = { find, list };

static TsRow *
add (World      *world,
     TsEntity    entity,
     const char *id,
     guint       field,
     const char *value)
{
  TsRow *row = ts_row_new (entity, id);

  ts_row_set_text (row, field, value);
  g_ptr_array_add (world->rows, row);

  return row;
}

static void
seat (World      *world,
      const char *name,
      const char *role)
{
  g_autofree char *person_id = ts_person_derive_id (name);
  TsRow *member = add (world, TS_ENTITY_PANEL_MEMBER, name, TS_PANEL_MEMBER_PANEL, "panel");

  ts_row_set_text (member, TS_PANEL_MEMBER_PERSON, person_id);
  ts_row_set_text (member, TS_PANEL_MEMBER_ROLE, role);
  add (world, TS_ENTITY_PERSON, person_id, TS_PERSON_NAME, name);
}

static TsRow *
rate (World      *world,
      const char *node,
      TsLayer     layer,
      const char *assessor,
      int         level,
      const char *rationale)
{
  TsRow *rating = fixture_rating_new (world->assessment, node, layer, assessor, level, rationale);

  g_ptr_array_add (world->rows, rating);

  return rating;
}

static void
seal (World      *world,
      const char *name,
      const char *state)
{
  g_autofree char *id = ts_seal_row_id (ts_row_get_id (world->assessment), name);
  TsRow *row = add (world, TS_ENTITY_REVIEW_SEAL, id, TS_REVIEW_SEAL_ASSESSMENT, ts_row_get_id (world->assessment));

  ts_row_set_text (row, TS_REVIEW_SEAL_ASSESSOR, name);
  ts_row_set_text (row, TS_REVIEW_SEAL_STATE, state);
}

static void
add_conflict (World    *world,
              gboolean  is_cleared)
{
  g_autofree char *person_id = ts_person_derive_id ("Ben");
  const char *organisation = ts_row_get_text (world->assessment, TS_ASSESSMENT_ORGANISATION);
  TsRow *interest = add (world, TS_ENTITY_INTEREST, "interest", TS_INTEREST_ORGANISATION, organisation);
  TsRow *action;

  ts_row_set_text (interest, TS_INTEREST_PERSON, person_id);

  if (!is_cleared)
    return;

  action = add (world, TS_ENTITY_CONFLICT_ACTION, "action", TS_CONFLICT_ACTION_ASSESSMENT, ts_row_get_id (world->assessment));
  ts_row_set_text (action, TS_CONFLICT_ACTION_PERSON, person_id);
  ts_row_set_text (action, TS_CONFLICT_ACTION_DECISION, "cleared");
  ts_row_set_text (action, TS_CONFLICT_ACTION_DAY, "2010-05-01");
}

static void
add_reviewers (World *world,
               Facts  facts)
{
  const char *id = ts_row_get_id (world->assessment);

  if (!(facts & NO_ROUND))
    ts_row_set_text (add (world, TS_ENTITY_ROUND_ASSESSMENT, "in-round", TS_ROUND_ASSESSMENT_ASSESSMENT, id), TS_ROUND_ASSESSMENT_ROUND, "round");

  if (!(facts & NO_PANEL))
    {
      ts_row_set_text (add (world, TS_ENTITY_PANEL_ASSESSMENT, "assigned", TS_PANEL_ASSESSMENT_ASSESSMENT, id), TS_PANEL_ASSESSMENT_PANEL, "panel");
      add (world, TS_ENTITY_PANEL, "panel", TS_PANEL_ROUND, "round");
      seat (world, "Ada", "chair");
      seat (world, "Ben", facts & BEN_IS_SECRETARY ? "secretary" : "peer");
    }

  if (facts & (BEN_HAS_CONFLICT | BEN_IS_CLEARED))
    add_conflict (world, facts & BEN_IS_CLEARED);

  if (facts & OPENED)
    {
      g_autofree char *opening_id = ts_opening_row_id (id);

      add (world, TS_ENTITY_REVIEW_OPENING, opening_id, TS_REVIEW_OPENING_ASSESSMENT, id);
    }
}

static void
add_scores (World *world,
            Facts  facts)
{
  if (facts & NO_SCORES)
    return;

  rate (world, "5b", TS_LAYER_REVIEWER, "Ada", 2, NULL);
  seal (world, "Ada", "sealed");

  if (!(facts & BEN_NEVER_SCORED))
    rate (world, "5b", TS_LAYER_REVIEWER, "Ben", 3, NULL);

  if (!(facts & (BEN_NOT_SEALED | BEN_NEVER_SCORED)))
    seal (world, "Ben", facts & BEN_UNSEALED ? "unsealed" : "sealed");

  if (facts & GUEST_NOT_SEALED)
    rate (world, "5b", TS_LAYER_REVIEWER, "Gus", 1, NULL);
}

static void
add_levels (World *world,
            Facts  facts)
{
  rate (world, "5b", TS_LAYER_SELF, "", 4, "Ours");

  if (facts & CLAIMS_MORE)
    {
      rate (world, "5c", TS_LAYER_SELF, "", 4, "Ours");
      rate (world, "5a", TS_LAYER_DESK, "", 4, "At the desk");
    }

  if (!(facts & NOT_AGREED))
    {
      TsRow *rating = rate (world, "5b", TS_LAYER_PANEL, "", facts & (AGREED_ELSE | AGREED_ELSE_BECAUSE) ? 4 : 3, facts & AGREED_ELSE_BECAUSE ? "So we found" : NULL);

      if (facts & CARRIED_ONLY)
        ts_row_set_text (rating, TS_RATING_CARRIED, "2008");
    }

  if (facts & (ADJUSTED | ADJUSTED_BECAUSE))
    rate (world, "5b", TS_LAYER_FINAL, "", 2, facts & ADJUSTED_BECAUSE ? "Calibrated" : NULL);
}

static void
add_reply (World *world,
           Facts  facts)
{
  TsRow *reply;

  if (facts & NOTHING_SHOWN)
    return;

  reply = add (world, TS_ENTITY_REPLY, "reply", TS_REPLY_ASSESSMENT, ts_row_get_id (world->assessment));
  ts_row_set_text (reply, TS_REPLY_PASSAGE, "There are 12 practices");

  if (facts & ANSWERED_FOR_THEM)
    ts_row_set_text (reply, TS_REPLY_RESPONSE, "No answer came by the day that was agreed");
  else if (!(facts & NOT_ANSWERED))
    ts_row_set_text (reply, TS_REPLY_ANSWER, "There are 13");
}

static World
make_world (TsStage stage,
            Facts   facts)
{
  World world = { g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref), fixture_assessment_new (stage) };

  g_ptr_array_add (world.rows, ts_row_ref (world.assessment));
  add_reviewers (&world, facts);
  add_scores (&world, facts);
  add_levels (&world, facts);
  add_reply (&world, facts);

  return world;
}

static void
world_clear (World *world)
{
  ts_row_unref (world->assessment);
  g_ptr_array_unref (world->rows);
}

/* As somebody could write it who does not ask. */
static TsChange *
make_move (World      *world,
           TsStage     from,
           TsStage     to,
           const char *reason)
{
  TsChange *change = ts_change_new ("A move");
  g_autoptr (TsRow) after = ts_row_copy (world->assessment);
  g_autoptr (TsRow) record = ts_row_new (TS_ENTITY_SIGN_OFF, "record");

  ts_row_set_text (after, TS_ASSESSMENT_STAGE, ts_stage_get_name (to));
  ts_row_set_text (record, TS_SIGN_OFF_ASSESSMENT, ts_row_get_id (after));
  ts_row_set_integer (record, TS_SIGN_OFF_POSITION, 1);
  ts_row_set_text (record, TS_SIGN_OFF_FROM_STAGE, ts_stage_get_name (from));
  ts_row_set_text (record, TS_SIGN_OFF_TO_STAGE, ts_stage_get_name (to));
  ts_row_set_text (record, TS_SIGN_OFF_REASON, reason);
  ts_change_update (change, world->assessment, after);
  ts_change_create (change, record);

  return change;
}

#define DESK      TS_STAGE_DESK_REVIEW
#define PANEL     TS_STAGE_PANEL
#define MODERATED TS_STAGE_MODERATED
#define FINAL     TS_STAGE_FINAL
#define PUBLISHED TS_STAGE_PUBLISHED

static const struct
{
  TsStage from;
  TsStage to;
  Facts facts;
  const char *refused; /* unless there is a reason, where @reason_helps */
  gboolean reason_helps;
} cases[] = {
  { TS_STAGE_SUBMITTED, DESK, NO_PANEL | NOTHING_SHOWN | NOT_AGREED },
  { DESK, PANEL, IN_ORDER },
  { DESK, PANEL, NO_PANEL, "No panel has this assessment yet", TRUE },
  { DESK, PANEL, NO_ROUND },
  { DESK, PANEL, NO_ROUND | NO_PANEL, "No panel has this assessment yet", TRUE },
  { DESK, PANEL, NO_ROUND | NO_PANEL | NO_SCORES },
  { DESK, PANEL, BEN_NOT_SEALED | NOT_AGREED | NOTHING_SHOWN },

  { PANEL, MODERATED, IN_ORDER },
  { PANEL, MODERATED, NOTHING_SHOWN | NOT_ANSWERED },
  { PANEL, MODERATED, BEN_NOT_SEALED, "1 reviewer has not sealed yet" },
  { PANEL, MODERATED, BEN_NEVER_SCORED, "1 reviewer has not sealed yet" },
  { PANEL, MODERATED, BEN_UNSEALED, "1 reviewer has not sealed yet" },
  { PANEL, MODERATED, NO_SCORES, "2 reviewers have not sealed yet" },
  { PANEL, MODERATED, NO_ROUND | BEN_NOT_SEALED, "1 reviewer has not sealed yet" },
  { PANEL, MODERATED, NO_ROUND | NO_PANEL | BEN_NOT_SEALED, "1 reviewer has not sealed yet" },
  { PANEL, MODERATED, GUEST_NOT_SEALED, "1 reviewer has not sealed yet" },
  { PANEL, MODERATED, GUEST_NOT_SEALED | BEN_NOT_SEALED, "2 reviewers have not sealed yet" },
  { PANEL, MODERATED, BEN_NOT_SEALED | OPENED, "is not the median" },
  { PANEL, MODERATED, BEN_NOT_SEALED | OPENED | AGREED_ELSE_BECAUSE },
  { PANEL, MODERATED, BEN_NOT_SEALED | BEN_HAS_CONFLICT | AGREED_ELSE_BECAUSE },
  { PANEL, MODERATED, BEN_NOT_SEALED | BEN_IS_CLEARED, "1 reviewer has not sealed yet" },
  { PANEL, MODERATED, BEN_NEVER_SCORED | BEN_IS_SECRETARY | AGREED_ELSE_BECAUSE },
  { PANEL, MODERATED, NO_ROUND | NO_PANEL | NO_SCORES | NOT_AGREED },
  { PANEL, MODERATED, NOT_AGREED, "no level of 1 criterion (5b)", TRUE },
  { PANEL, MODERATED, CARRIED_ONLY, "no level of 1 criterion (5b)", TRUE },
  { PANEL, MODERATED, CLAIMS_MORE, "no level of 2 criteria (5a, 5c)", TRUE },
  { PANEL, MODERATED, AGREED_ELSE, "level of 1 criterion (5b) is not the median" },
  { PANEL, MODERATED, AGREED_ELSE_BECAUSE },
  { PANEL, MODERATED, BEN_HAS_CONFLICT, "is not the median" }, /* whose score does not count, so that the median is 2 */
  { PANEL, MODERATED, BEN_IS_CLEARED },

  { MODERATED, FINAL, IN_ORDER },
  { MODERATED, FINAL, NOTHING_SHOWN, "has been shown nothing yet", TRUE },
  { MODERATED, FINAL, NOT_ANSWERED, "has not answered 1 passage", TRUE },
  { MODERATED, FINAL, ANSWERED_FOR_THEM },
  { MODERATED, FINAL, ADJUSTED, "final level of 1 criterion (5b) was set without a reason" },
  { MODERATED, FINAL, ADJUSTED_BECAUSE },
  { MODERATED, FINAL, NO_ROUND | NO_PANEL | NO_SCORES | NOTHING_SHOWN },

  { FINAL, PUBLISHED, IN_ORDER },
  { FINAL, PUBLISHED, NOTHING_SHOWN },

  { PANEL, DESK, BEN_NOT_SEALED | NOT_AGREED, "Say why the assessment is reopened", TRUE },
  { FINAL, PANEL, NOTHING_SHOWN, "Say why the assessment is reopened", TRUE },
  { PANEL, FINAL, IN_ORDER, "cannot go straight to" },
  { DESK, MODERATED, IN_ORDER, "cannot go straight to" },
};

static void
test_moves (void)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      guint n = i / 2;
      const char *reason = i % 2 == 1 ? "So it was decided" : NULL;
      World world = make_world (cases[n].from, cases[n].facts);
      g_autoptr (TsChange) change = make_move (&world, cases[n].from, cases[n].to, reason);
      g_autoptr (GError) error = NULL;
      gboolean refused = cases[n].refused != NULL && (reason == NULL || !cases[n].reason_helps);

      g_test_message ("case %u, %s a reason", n, reason != NULL ? "with" : "without");

      if (ts_change_check_locks (change, &source, &world, &error) == refused)
        g_test_fail ();

      if (refused)
        {
          g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, cases[n].refused));
        }
      else
        {
          g_assert_no_error (error);
        }

      world_clear (&world);
    }
}

/* What stands in the way is not put right by the change that moves the stage, nor slipped in with it. */
static void
test_nothing_comes_along (void)
{
  for (guint i = 0; i < 4; i++)
    {
      World world = make_world (PANEL, i == 0 ? BEN_NOT_SEALED : i == 1 ? NOT_AGREED
                                                                        : IN_ORDER);
      g_autoptr (TsChange) change = make_move (&world, PANEL, MODERATED, "So it was decided");
      g_autoptr (GError) error = NULL;
      g_autoptr (TsRow) more = NULL;

      if (i == 0)
        {
          g_autofree char *id = ts_seal_row_id (ts_row_get_id (world.assessment), "Ben");

          more = ts_row_new (TS_ENTITY_REVIEW_SEAL, id);
          ts_row_set_text (more, TS_REVIEW_SEAL_ASSESSMENT, ts_row_get_id (world.assessment));
          ts_row_set_text (more, TS_REVIEW_SEAL_ASSESSOR, "Ben");
          ts_row_set_text (more, TS_REVIEW_SEAL_STATE, "sealed");
        }
      else if (i == 1)
        more = fixture_rating_new (world.assessment, "5b", TS_LAYER_PANEL, "", 4, NULL);
      else if (i == 2)
        more = fixture_rating_new (world.assessment, "5b", TS_LAYER_REVIEWER, "Late", 4, NULL);
      else
        {
          more = ts_row_new (TS_ENTITY_REPLY, "late");
          ts_row_set_text (more, TS_REPLY_ASSESSMENT, ts_row_get_id (world.assessment));
        }

      ts_change_create (change, more);
      g_assert_false (ts_change_check_locks (change, &source, &world, &error));
      g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
      world_clear (&world);
    }
}

/* Opening early and clearing a conflict are the chair's. */
static void
test_chair (void)
{
  static const struct
  {
    TsEntity entity;
    const char *by;
    const char *reason;
    const char *decision;
    Facts facts;
    gboolean kept;
  } tries[] = {
    { TS_ENTITY_REVIEW_OPENING, "Ada", "Time is short", NULL, BEN_NOT_SEALED, TRUE },
    { TS_ENTITY_REVIEW_OPENING, "Ada", NULL, NULL, BEN_NOT_SEALED, FALSE },
    { TS_ENTITY_REVIEW_OPENING, "Ben", "Time is short", NULL, BEN_NOT_SEALED, FALSE },
    { TS_ENTITY_REVIEW_OPENING, "Eve", "Time is short", NULL, BEN_NOT_SEALED, FALSE },
    { TS_ENTITY_REVIEW_OPENING, "Ada", "Time is short", NULL, BEN_NOT_SEALED | NO_PANEL, FALSE },
    { TS_ENTITY_CONFLICT_ACTION, "Ada", "Long ago", "cleared", IN_ORDER, TRUE },
    { TS_ENTITY_CONFLICT_ACTION, "Ada", NULL, "cleared", IN_ORDER, FALSE },
    { TS_ENTITY_CONFLICT_ACTION, "Ben", "Long ago", "cleared", IN_ORDER, FALSE },
    { TS_ENTITY_CONFLICT_ACTION, "Eve", "Long ago", "cleared", IN_ORDER, FALSE },
    { TS_ENTITY_CONFLICT_ACTION, "Eve", NULL, "leaves", IN_ORDER, TRUE },
    { TS_ENTITY_CONFLICT_ACTION, "Ben", NULL, "stays", IN_ORDER, TRUE },
    { TS_ENTITY_CONFLICT_ACTION, "Ada", "Long ago", "waived", IN_ORDER, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      World world = make_world (PANEL, tries[i].facts);
      gboolean opens = tries[i].entity == TS_ENTITY_REVIEW_OPENING;
      g_autofree char *person_id = ts_person_derive_id ("Ben");
      g_autoptr (TsRow) row = ts_row_new (tries[i].entity, "row");
      g_autoptr (TsChange) change = ts_change_new ("A try");
      g_autoptr (GError) error = NULL;

      ts_row_set_text (row, opens ? TS_REVIEW_OPENING_ASSESSMENT : TS_CONFLICT_ACTION_ASSESSMENT, ts_row_get_id (world.assessment));
      ts_row_set_text (row, opens ? TS_REVIEW_OPENING_OPENED_BY : TS_CONFLICT_ACTION_DECIDED_BY, tries[i].by);
      ts_row_set_text (row, opens ? TS_REVIEW_OPENING_REASON : TS_CONFLICT_ACTION_REASON, tries[i].reason);

      if (!opens)
        {
          ts_row_set_text (row, TS_CONFLICT_ACTION_PERSON, person_id);
          ts_row_set_text (row, TS_CONFLICT_ACTION_DECISION, tries[i].decision);
        }

      ts_change_create (change, row);
      g_test_message ("try %u", i);
      g_assert_cmpint (ts_change_check_locks (change, &source, &world, &error), ==, tries[i].kept);
      world_clear (&world);
    }
}

/* A panel sets its levels over scores that are all sealed, or opened by its chair; what no panel has waits for nobody. */
static void
test_panel_levels (void)
{
  static const struct
  {
    Facts facts;
    const char *refused;
  } tries[] = {
    { IN_ORDER },
    { BEN_NOT_SEALED, "1 reviewer of" },
    { BEN_NEVER_SCORED, "1 reviewer of" },
    { BEN_UNSEALED, "1 reviewer of" },
    { NO_SCORES, "2 reviewers of" },
    { NO_ROUND | BEN_NOT_SEALED, "1 reviewer of" },
    { GUEST_NOT_SEALED, "1 reviewer of" },
    { BEN_NOT_SEALED | BEN_IS_CLEARED, "1 reviewer of" },
    { BEN_NOT_SEALED | OPENED },
    { NO_SCORES | OPENED },
    { BEN_NOT_SEALED | BEN_HAS_CONFLICT },
    { BEN_NEVER_SCORED | BEN_IS_SECRETARY },
    { NO_PANEL | NO_SCORES },
    { NO_PANEL | BEN_NOT_SEALED },
    { NO_ROUND | NO_PANEL | NO_SCORES },
  };

  for (guint i = 0; i < 3 * G_N_ELEMENTS (tries); i++)
    {
      guint n = i / 3;
      World world = make_world (PANEL, tries[n].facts);
      g_autoptr (TsRow) kept = fixture_rating_new (world.assessment, "5b", TS_LAYER_PANEL, "", 3, NULL);
      g_autoptr (TsRow) other = fixture_rating_new (world.assessment, "5b", TS_LAYER_PANEL, "", 2, NULL);
      g_autoptr (TsChange) change = ts_change_new ("A level of the panel");
      g_autoptr (GError) error = NULL;
      gboolean refused = tries[n].refused != NULL && i % 3 != 2;

      /* A new one, a changed one, and one that is taken away. */
      if (i % 3 == 0)
        ts_change_create (change, kept);
      else if (i % 3 == 1)
        ts_change_update (change, kept, other);
      else
        ts_change_delete (change, kept);

      g_test_message ("case %u, try %u", n, i % 3);
      g_assert_cmpint (ts_change_check_locks (change, &source, &world, &error), ==, !refused);

      if (refused)
        {
          g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
          g_assert_nonnull (strstr (error->message, tries[n].refused));
        }
      else
        {
          g_assert_no_error (error);
        }

      world_clear (&world);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/move-lock/moves", test_moves);
  g_test_add_func ("/core/move-lock/nothing-comes-along", test_nothing_comes_along);
  g_test_add_func ("/core/move-lock/chair", test_chair);
  g_test_add_func ("/core/move-lock/panel-levels", test_panel_levels);
  return g_test_run ();
}
