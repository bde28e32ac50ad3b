/* test-conflict-sight.c — that nobody opens a submission with which they have a conflict
 *
 * Two workbooks are the same but for what stands in one submission: other reasons, other evidence and files, other outcomes, other findings, other
 * words in the report. Whoever has a conflict that is not settled, or for which they leave, must read the same from both, in every query,
 * list, count, search, history, past, file and export; everybody else must not, so that the test cannot pass by reading nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-interest.h"
#include "core/ts-person.h"
#include "core/ts-rate.h"
#include "core/ts-round.h"
#include "core/ts-seal.h"
#include "core/ts-sign-off.h"
#include "exchange/ts-organisations-import.h"
#include "exchange/ts-ratings-import.h"
#include "reading.h"
#include "store/ts-as-it-stood.h"
#include "store/ts-content-writer.h"
#include "store/ts-journal.h"
#include "store/ts-reader.h"

#include <string.h>

#define HEADER "organisation,year,framework,criterion,layer,assessor,level,rationale\n"

static const char *const reviewers[] = { "Ada", "Dan", NULL };

typedef struct
{
  Fixture fixture;
  gint64 now;
  guint n;
  char *assessment_id;
  char *organisation_id;
  gboolean other;
} World;

/* A word that is in one of the worlds only. */
static const char *
word (const World *world)
{
  return world->other ? "wombat" : "pangolin";
}

static TsChange *
told (World      *world,
      const char *what)
{
  g_autofree char *label = g_strdup_printf ("%s of the %s", what, word (world));

  return ts_change_new (label);
}

static TsRow *
new_row (TsEntity    entity,
         const char *id,
         guint       about_field,
         const char *about)
{
  TsRow *row = ts_row_new (entity, id);

  ts_row_set_text (row, about_field, about);

  return row;
}

static void
create (TsChange *change,
        TsRow    *row)
{
  g_autoptr (TsRow) owned = row;

  ts_change_create (change, owned);
}

static char *
find_organisation (World      *world,
                   const char *code)
{
  g_autoptr (TsRow) row = ts_workbook_find_organisation (world->fixture.workbook, code, NULL);

  g_assert_nonnull (row);

  return g_strdup (ts_row_get_id (row));
}

/* Alpha follows Predecessor and was followed by Successor, belongs to Authority, belonged to Former until the year before, and has a Part. */
static void
make_organisations (World *world)
{
  g_autoptr (TsChange) change = ts_change_new ("Ties");
  static const struct
  {
    const char *code;
    const char *parent;
    const char *from;
    const char *to;
  } parents[] = {
    { "A", "AUT", "2009-01-01", NULL },
    { "A", "FRM", "2002-04-01", "2008-12-31" },
    { "PRT", "A", NULL, NULL },
    { "AUT", "NAT", NULL, NULL },
  };
  static const char *const successors[][2] = { { "PRE", "A" }, { "A", "SUC" } };

  fixture_assert_imports (&world->fixture, ts_organisations_import,
                          "code,name,kind,parent,opened,closed,successors\nAUT,Authority,sha,,,,\nFRM,Former,sha,,,,\nNAT,Nation,sha,,,,\nA,Alpha,pct,,,,\n"
                          "B,Beta,pct,,,,\nPRE,Predecessor,pct,,,,\nSUC,Successor,pct,,,,\nPRT,Part,pct,,,,\n",
                          "Import 8 organisations from f.csv (8, 0, 0, 0)");

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      g_autofree char *id = g_strdup_printf ("parent-%u", i);
      g_autofree char *organisation = find_organisation (world, parents[i].code);
      g_autofree char *parent = find_organisation (world, parents[i].parent);
      TsRow *row = new_row (TS_ENTITY_ORGANISATION_PARENT, id, TS_ORGANISATION_PARENT_ORGANISATION, organisation);

      ts_row_set_text (row, TS_ORGANISATION_PARENT_PARENT, parent);
      ts_row_set_text (row, TS_ORGANISATION_PARENT_VALID_FROM, parents[i].from);
      ts_row_set_text (row, TS_ORGANISATION_PARENT_VALID_TO, parents[i].to);
      create (change, row);
    }

  for (guint i = 0; i < G_N_ELEMENTS (successors); i++)
    {
      g_autofree char *id = g_strdup_printf ("successor-%u", i);
      g_autofree char *organisation = find_organisation (world, successors[i][0]);
      g_autofree char *successor = find_organisation (world, successors[i][1]);
      TsRow *row = new_row (TS_ENTITY_ORGANISATION_SUCCESSOR, id, TS_ORGANISATION_SUCCESSOR_ORGANISATION, organisation);

      ts_row_set_text (row, TS_ORGANISATION_SUCCESSOR_SUCCESSOR, successor);
      create (change, row);
    }

  fixture_apply (&world->fixture, g_steal_pointer (&change), NULL);
}

/* Dan sits on the panel, which meets on 14 May 2010. Eve sits on none. */
static void
make_panel (World *world)
{
  g_autoptr (TsRow) assessment = ts_workbook_read_row (world->fixture.workbook, TS_ENTITY_ASSESSMENT, world->assessment_id, NULL);
  const char *framework_id = ts_row_get_text (assessment, TS_ASSESSMENT_FRAMEWORK);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (TsChange) assigning = ts_change_new ("Assigned");
  const TsRoundDefinition round_definition = { "" };
  const TsPanelDefinition panel_definition = { "", "2010-05-14", NULL };
  g_autofree char *round_id = ts_round_row_id (framework_id, 2009);
  g_autofree char *panel_id = ts_panel_row_id (round_id, 1);
  g_autoptr (TsRow) round = NULL;
  g_autoptr (TsRow) panel = NULL;
  TsRow *member_row;
  GError *error = NULL;

  fixture_apply (&world->fixture, ts_change_define_round (NULL, framework_id, 2009, &round_definition, &error), error);
  round = ts_workbook_read_row (world->fixture.workbook, TS_ENTITY_REVIEW_ROUND, round_id, NULL);
  fixture_apply (&world->fixture, ts_change_define_panel (NULL, round, none, &panel_definition, &error), error);
  panel = ts_workbook_read_row (world->fixture.workbook, TS_ENTITY_PANEL, panel_id, NULL);

  for (guint i = 0; reviewers[i] != NULL; i++)
    fixture_apply (&world->fixture, ts_change_seat_member (panel, NULL, NULL, reviewers[i], i == 0 ? "chair" : "peer", &error), error);

  member_row = new_row (TS_ENTITY_ROUND_ASSESSMENT, "in-round", TS_ROUND_ASSESSMENT_ASSESSMENT, world->assessment_id);
  ts_row_set_text (member_row, TS_ROUND_ASSESSMENT_ROUND, round_id);
  create (assigning, member_row);
  create (assigning, ts_panel_assessment_new (panel_id, world->assessment_id));
  fixture_apply (&world->fixture, g_steal_pointer (&assigning), NULL);
}

static void
add_rating (TsChange   *change,
            World      *world,
            const char *layer,
            const char *assessor)
{
  g_autofree char *id = g_strdup_printf ("rating-%s-%s", layer, assessor);
  TsRow *row = new_row (TS_ENTITY_RATING, id, TS_RATING_ASSESSMENT, world->assessment_id);
  g_autofree char *rationale = g_strdup_printf ("A %s of %s", word (world), layer);

  ts_row_set_text (row, TS_RATING_NODE, "1b");
  ts_row_set_text (row, TS_RATING_LAYER, layer);
  ts_row_set_text (row, TS_RATING_ASSESSOR, assessor);
  ts_row_set_integer (row, TS_RATING_LEVEL, world->other ? 1 : 3);
  ts_row_set_text (row, TS_RATING_RATIONALE, rationale);
  ts_row_set_text (row, TS_RATING_STRENGTHS, rationale);
  create (change, row);
}

static TsRow *
new_evidence (World      *world,
              const char *id,
              const char *hash)
{
  TsRow *row = new_row (TS_ENTITY_EVIDENCE, id, TS_EVIDENCE_ORGANISATION, world->organisation_id);
  g_autofree char *title = g_strdup_printf ("Photograph of a %s (%s)", word (world), id);

  ts_row_set_text (row, TS_EVIDENCE_TITLE, title);
  ts_row_set_text (row, TS_EVIDENCE_KIND, "report");

  if (hash == NULL)
    {
      ts_row_set_text (row, TS_EVIDENCE_ADDRESS, "https://example.org/");
      return row;
    }

  ts_row_set_text (row, TS_EVIDENCE_CONTENT, hash);
  ts_row_set_text (row, TS_EVIDENCE_FILE_NAME, "photograph.txt");
  ts_row_set_text (row, TS_EVIDENCE_MEDIA_TYPE, "text/plain");
  ts_row_set_integer (row, TS_EVIDENCE_SIZE, 10);

  return row;
}

/* One item is linked, one is not yet, and one was there and is not any more. */
static void
add_evidence (World *world)
{
  const char *content = world->other ? READING_OTHER_FILE : READING_FILE;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (content, -1, NULL);
  g_autofree char *hash = ts_workbook_add_content (world->fixture.workbook, stream, strlen (content), NULL, NULL, NULL, NULL, NULL);
  g_autoptr (TsChange) change = told (world, "Evidence");
  g_autoptr (TsChange) removing = told (world, "Away with the evidence");
  g_autoptr (TsRow) gone = new_evidence (world, "gone", NULL);
  TsRow *link = new_row (TS_ENTITY_EVIDENCE_LINK, "link", TS_EVIDENCE_LINK_ASSESSMENT, world->assessment_id);

  g_assert_nonnull (hash);
  create (change, new_evidence (world, "linked", hash));
  create (change, new_evidence (world, "unlinked", NULL));
  ts_change_create (change, gone);
  ts_row_set_text (link, TS_EVIDENCE_LINK_EVIDENCE, "linked");
  ts_row_set_text (link, TS_EVIDENCE_LINK_NODE, "1a");
  ts_row_set_text (link, TS_EVIDENCE_LINK_PLACE, word (world));
  create (change, link);
  fixture_apply (&world->fixture, g_steal_pointer (&change), NULL);
  ts_change_delete (removing, gone);
  fixture_apply (&world->fixture, g_steal_pointer (&removing), NULL);
}

static void
add_outcome (World *world)
{
  g_autoptr (TsChange) change = told (world, "Outcome");
  TsRow *outcome = new_row (TS_ENTITY_OUTCOME, "outcome", TS_OUTCOME_ORGANISATION, world->organisation_id);
  g_autofree char *metric = g_strdup_printf ("How many a %s", word (world));

  ts_row_set_integer (outcome, TS_OUTCOME_POSITION, 1);
  ts_row_set_text (outcome, TS_OUTCOME_METRIC, metric);
  ts_row_set_text (outcome, TS_OUTCOME_UNIT, "%");
  ts_row_set_text (outcome, TS_OUTCOME_DIRECTION, "up");
  ts_row_set_integer (outcome, TS_OUTCOME_SINCE, 2008);
  create (change, outcome);

  for (int year = 2007; year < 2012; year++)
    {
      g_autofree char *id = g_strdup_printf ("value-%d", year);
      TsRow *value = new_row (TS_ENTITY_OUTCOME_VALUE, id, TS_OUTCOME_VALUE_ORGANISATION, world->organisation_id);

      ts_row_set_text (value, TS_OUTCOME_VALUE_OUTCOME, "outcome");
      ts_row_set_integer (value, TS_OUTCOME_VALUE_YEAR, year);
      ts_row_set_real (value, TS_OUTCOME_VALUE_ASPIRATION, world->other ? 7.5 : 8.5);
      ts_row_set_real (value, TS_OUTCOME_VALUE_ACTUAL, world->other ? 5.5 : 6.5);
      create (change, value);
    }

  fixture_apply (&world->fixture, g_steal_pointer (&change), NULL);
}

static void
add_note (TsChange   *change,
          World      *world,
          TsEntity    entity,
          const char *id,
          guint       about_field,
          int         node_field,
          int         position_field,
          guint       text_field)
{
  TsRow *row = new_row (entity, id, about_field, world->assessment_id);

  if (node_field >= 0)
    ts_row_set_text (row, (guint) node_field, "1a");

  if (position_field >= 0)
    ts_row_set_integer (row, (guint) position_field, 1);

  ts_row_set_text (row, text_field, word (world));

  if (entity == TS_ENTITY_DISSENT)
    {
      g_autofree char *person_id = ts_person_derive_id ("Ada");

      ts_row_set_text (row, TS_DISSENT_PERSON, person_id);
    }

  if (entity == TS_ENTITY_EVIDENCE_REVIEW)
    ts_row_set_text (row, TS_EVIDENCE_REVIEW_EVIDENCE, "linked");

  if (entity == TS_ENTITY_REPORT_TEXT)
    ts_row_set_text (row, TS_REPORT_TEXT_SECTION, "overall");

  create (change, row);
}

/* Comes before there is a panel, which would have to wait for its scores. */
static void
add_panel_level (World *world)
{
  g_autoptr (TsChange) change = told (world, "Panel");

  add_rating (change, world, "panel", "");
  fixture_apply (&world->fixture, g_steal_pointer (&change), NULL);
}

static void
add_review (World *world)
{
  g_autoptr (TsChange) change = told (world, "Review");
  TsRow *target = new_row (TS_ENTITY_TARGET, "target", TS_TARGET_ASSESSMENT, world->assessment_id);

  ts_row_set_text (target, TS_TARGET_NODE, "1b");
  ts_row_set_integer (target, TS_TARGET_YEAR, 2010);
  ts_row_set_integer (target, TS_TARGET_LEVEL, world->other ? 2 : 4);
  create (change, target);
  add_rating (change, world, "self", "");
  add_rating (change, world, "desk", "");
  add_rating (change, world, "reviewer", "Dan");
  add_rating (change, world, "final", "");
  add_note (change, world, TS_ENTITY_ENQUIRY, "enquiry", TS_ENQUIRY_ASSESSMENT, TS_ENQUIRY_NODE, TS_ENQUIRY_POSITION, TS_ENQUIRY_QUESTION);
  add_note (change, world, TS_ENTITY_EVIDENCE_REVIEW, "finding", TS_EVIDENCE_REVIEW_ASSESSMENT, TS_EVIDENCE_REVIEW_NODE, -1, TS_EVIDENCE_REVIEW_NOTE);
  add_note (change, world, TS_ENTITY_DISSENT, "dissent", TS_DISSENT_ASSESSMENT, TS_DISSENT_NODE, -1, TS_DISSENT_NOTE);
  add_note (change, world, TS_ENTITY_REPLY, "reply", TS_REPLY_ASSESSMENT, TS_REPLY_NODE, TS_REPLY_POSITION, TS_REPLY_PASSAGE);
  add_note (change, world, TS_ENTITY_REPORT_TEXT, "text", TS_REPORT_TEXT_ASSESSMENT, -1, -1, TS_REPORT_TEXT_BODY);
  fixture_apply (&world->fixture, g_steal_pointer (&change), NULL);
}

/* Scores, and a seal that was opened again for a reason. */
static void
add_seal (World *world)
{
  g_autoptr (TsRow) assessment = ts_workbook_read_row (world->fixture.workbook, TS_ENTITY_ASSESSMENT, world->assessment_id, NULL);
  g_autofree char *seal_id = ts_seal_row_id (world->assessment_id, "Ada");
  g_autofree char *csv = g_strdup_printf (HEADER "A,2009/10,wcc-year-2,1a,reviewer,Ada,2,%s\n", word (world));
  g_autoptr (TsRow) seal = NULL;
  GError *error = NULL;

  g_free (fixture_import (&world->fixture, ts_ratings_import, csv));
  fixture_apply (&world->fixture, ts_change_seal (assessment, "Ada", NULL, 1, "2010-05-10", &error), error);
  seal = ts_workbook_read_row (world->fixture.workbook, TS_ENTITY_REVIEW_SEAL, seal_id, NULL);
  fixture_apply (&world->fixture, ts_change_unseal (assessment, seal, word (world), "2010-05-11", &error), error);
}

/* The board approves, and it is opened again for a reason. */
static void
add_moves (World *world)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TsRow) assessment = ts_workbook_read_row (world->fixture.workbook, TS_ENTITY_ASSESSMENT, world->assessment_id, NULL);
      g_autoptr (GPtrArray) sign_offs = ts_workbook_read_rows (world->fixture.workbook, TS_ENTITY_SIGN_OFF, TS_SIGN_OFF_ASSESSMENT, world->assessment_id, NULL);
      const TsSignOffRequest request = { .name = "Olive", .meeting = word (world), .day = "2010-03-20", .reason = word (world), .n_rated = 3 };
      GError *error = NULL;

      fixture_apply (&world->fixture, ts_change_move_stage (assessment, sign_offs, i == 0 ? TS_STAGE_BOARD_APPROVED : TS_STAGE_DRAFT, &request, &error), error);
    }
}

/* Beta's submission has every layer too, in both worlds, so that what there is to compare does not tell by itself. */
static void
make_world (World    *world,
            gboolean  other)
{
  g_autoptr (GPtrArray) rows = NULL;

  memset (world, 0, sizeof *world);
  fixture_set_up (&world->fixture, NULL);
  world->now = G_GINT64_CONSTANT (1270000000000000);
  world->n = 1000;
  world->other = other;
  g_assert_true (ts_workbook_set_scratch (world->fixture.workbook, NULL));
  ts_workbook_set_author (world->fixture.workbook, "Olive Office");
  fixture_number_everything (&world->fixture, &world->now, &world->n);
  make_organisations (world);
  fixture_assert_imports (&world->fixture, ts_ratings_import,
                          other ? HEADER "A,2009/10,wcc-year-2,1a,self,,2,A wombat\nB,2009/10,wcc-year-2,1a,self,,1,Theirs\n"
                                : HEADER "A,2009/10,wcc-year-2,1a,self,,4,A pangolin\nB,2009/10,wcc-year-2,1a,self,,1,Theirs\n",
                          "Import 2 ratings from f.csv (2, 0, 0, 0)");
  world->organisation_id = find_organisation (world, "A");
  rows = ts_workbook_read_rows (world->fixture.workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_ORGANISATION, world->organisation_id, NULL);
  world->assessment_id = g_strdup (ts_row_get_id (g_ptr_array_index (rows, 0)));
  add_panel_level (world);
  make_panel (world);
  add_evidence (world);
  add_outcome (world);
  add_review (world);
  add_seal (world);
  add_moves (world);
}

static void
close_world (World *world)
{
  g_free (world->assessment_id);
  g_free (world->organisation_id);
  fixture_tear_down (&world->fixture, NULL);
}

typedef struct
{
  const char *label;
  const char *code; /* of the organisation in which there is an interest */
  const char *from;
  const char *to;
  TsConflictState decision;
  const char *declared; /* the decision is of 1 May 2010 */
  gboolean opens;
} Case;

static const Case cases[] = {
  { "no interest", NULL, NULL, NULL, TS_CONFLICT_OPEN, NULL, TRUE },
  { "in another", "B", NULL, NULL, TS_CONFLICT_OPEN, "2010-04-09", TRUE },
  { "not decided", "A", NULL, NULL, TS_CONFLICT_OPEN, "2010-04-09", FALSE },
  { "leaves", "A", NULL, NULL, TS_CONFLICT_LEAVES, "2010-04-09", FALSE },
  { "stays without scoring", "A", NULL, NULL, TS_CONFLICT_STAYS, "2010-04-09", TRUE },
  { "cleared", "A", NULL, NULL, TS_CONFLICT_CLEARED, "2010-04-09", TRUE },
  { "declared after it was cleared", "A", NULL, NULL, TS_CONFLICT_CLEARED, "2010-05-09", FALSE },
  { "declared after scoring", "A", NULL, NULL, TS_CONFLICT_OPEN, "2010-05-13", FALSE },
  { "in the predecessor", "PRE", NULL, NULL, TS_CONFLICT_OPEN, "2010-04-09", FALSE },
  { "in the successor", "SUC", NULL, NULL, TS_CONFLICT_OPEN, "2010-04-09", FALSE },
  { "in the parent", "AUT", NULL, NULL, TS_CONFLICT_OPEN, "2010-04-09", FALSE },
  { "in the parent parent", "NAT", NULL, NULL, TS_CONFLICT_LEAVES, "2010-04-09", FALSE },
  { "in a part", "PRT", NULL, NULL, TS_CONFLICT_OPEN, "2010-04-09", FALSE },
  { "in a former parent", "FRM", NULL, NULL, TS_CONFLICT_OPEN, "2010-04-09", TRUE },
  { "over before the year", "A", "2001-01-01", "2009-03-31", TS_CONFLICT_OPEN, "2010-04-09", TRUE },
  { "over on the year first day", "A", "2001-01-01", "2009-04-01", TS_CONFLICT_OPEN, "2010-04-09", FALSE },
  { "begins on the panel day", "A", "2010-05-14", NULL, TS_CONFLICT_OPEN, "2010-04-09", FALSE },
  { "begins after the panel day", "A", "2010-05-15", NULL, TS_CONFLICT_OPEN, "2010-04-09", TRUE },
};

static void
declare (World      *world,
         const Case *test,
         const char *name)
{
  g_autoptr (TsRow) assessment = ts_workbook_read_row (world->fixture.workbook, TS_ENTITY_ASSESSMENT, world->assessment_id, NULL);
  g_autofree char *organisation_id = find_organisation (world, test->code);
  g_autofree char *person_id = ts_person_derive_id (name);
  g_autoptr (TsRow) person = ts_workbook_read_row (world->fixture.workbook, TS_ENTITY_PERSON, person_id, NULL);
  const TsInterestDeclaration declaration = { .role = "adviser", .valid_from = test->from, .valid_to = test->to, .declared = test->declared };
  GError *error = NULL;

  fixture_apply (&world->fixture, ts_change_declare_interest (NULL, organisation_id, person, name, &declaration, &error), error);

  if (test->decision != TS_CONFLICT_OPEN)
    fixture_apply (&world->fixture, ts_change_decide_conflict (assessment, NULL, person_id, name, test->decision, "Ada", "So it was found", "2010-05-01", &error), error);
}

/* What is done last has its label on the button that undoes it. */
static void
edit_desk (World *world)
{
  g_autoptr (TsRow) before = ts_workbook_read_row (world->fixture.workbook, TS_ENTITY_RATING, "rating-desk-", NULL);
  g_autoptr (TsRow) after = ts_row_copy (before);
  g_autoptr (TsChange) change = told (world, "Desk");

  ts_row_set_text (after, TS_RATING_RATIONALE, word (world));
  ts_change_update (change, before, after);
  fixture_apply (&world->fixture, g_steal_pointer (&change), NULL);
}

static void
assert_sight (World      *first,
              World      *second,
              const Case *test,
              const char *reader,
              gboolean    opens)
{
  g_autofree char *text = reading_of_everything (&first->fixture, first->assessment_id, reviewers, reader);
  g_autofree char *other = reading_of_everything (&second->fixture, second->assessment_id, reviewers, reader);

  if (g_str_equal (text, other) != opens)
    return;

  g_test_message ("%s: %s %s", test->label, reader, opens ? "should see it" : "sees something");
  reading_show_difference (text, other);
  g_test_fail ();
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  World worlds[2];

  for (guint i = 0; i < G_N_ELEMENTS (worlds); i++)
    {
      make_world (&worlds[i], i == 1);

      if (test->code != NULL)
        {
          declare (&worlds[i], test, "Dan");
          declare (&worlds[i], test, "Eve");
        }

      edit_desk (&worlds[i]);
    }

  assert_sight (&worlds[0], &worlds[1], test, "Dan", test->opens);
  assert_sight (&worlds[0], &worlds[1], test, "Eve", test->opens);
  assert_sight (&worlds[0], &worlds[1], test, "Ada", TRUE);
  close_world (&worlds[0]);
  close_world (&worlds[1]);
}

/* The submission is not there for Dan, so he writes nothing in it: neither over what there is, nor beside it. */
static void
test_writing (void)
{
  static const Case not_decided = { "not decided", "A", NULL, NULL, TS_CONFLICT_OPEN, "2010-04-09", FALSE };
  static const struct
  {
    TsEntity entity;
    guint field;
    gboolean refused;
  } writes[] = {
    { TS_ENTITY_RATING, TS_RATING_RATIONALE, TRUE },
    { TS_ENTITY_EVIDENCE, TS_EVIDENCE_TITLE, TRUE },
    { TS_ENTITY_EVIDENCE_LINK, TS_EVIDENCE_LINK_PLACE, TRUE },
    { TS_ENTITY_OUTCOME, TS_OUTCOME_METRIC, TRUE },
    { TS_ENTITY_ENQUIRY, TS_ENQUIRY_ANSWER, TRUE },
    { TS_ENTITY_EVIDENCE_REVIEW, TS_EVIDENCE_REVIEW_NOTE, TRUE },
    { TS_ENTITY_REPLY, TS_REPLY_ANSWER, TRUE },
    { TS_ENTITY_REPORT_TEXT, TS_REPORT_TEXT_BODY, TRUE },
    { TS_ENTITY_INTEREST, TS_INTEREST_NOTE, FALSE },
    { TS_ENTITY_PANEL, TS_PANEL_AGENDA, FALSE },
  };
  World world;
  g_autoptr (GError) error = NULL;

  make_world (&world, FALSE);
  declare (&world, &not_decided, "Dan");

  for (guint i = 0; i < G_N_ELEMENTS (writes); i++)
    {
      g_autoptr (GPtrArray) rows = ts_workbook_read_rows (world.fixture.workbook, writes[i].entity, -1, NULL, NULL);

      for (guint j = 0; j < rows->len; j++)
        {
          g_autoptr (TsRow) after = ts_row_copy (g_ptr_array_index (rows, j));
          g_autoptr (TsChange) change = ts_change_new ("By Dan");

          if (writes[i].entity == TS_ENTITY_RATING && g_strcmp0 (ts_row_get_text (after, TS_RATING_ASSESSMENT), world.assessment_id) != 0)
            continue;

          ts_row_set_text (after, writes[i].field, "Dan was here");
          ts_change_update (change, g_ptr_array_index (rows, j), after);
          ts_workbook_set_reader (world.fixture.workbook, "Dan");
          g_assert_cmpint (ts_workbook_apply (world.fixture.workbook, change, &error), !=, writes[i].refused);
          ts_workbook_set_reader (world.fixture.workbook, NULL);

          if (writes[i].refused)
            g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);

          g_clear_error (&error);
        }

      g_assert_cmpuint (rows->len, >, 0);
    }

  /* A new one is as little his. */
  ts_workbook_set_reader (world.fixture.workbook, "Dan");

  {
    g_autoptr (TsChange) change = ts_change_new ("By Dan");

    create (change, new_evidence (&world, "new", NULL));
    g_assert_false (ts_workbook_apply (world.fixture.workbook, change, &error));
    g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
  }

  close_world (&world);
}

/* What was published with the year before is shown, although the same item is part of a submission that is closed to Dan now. */
static void
test_shared (void)
{
  static const Case not_decided = { "not decided", "A", "2009-04-02", NULL, TS_CONFLICT_OPEN, "2010-04-09", FALSE };
  static const struct
  {
    TsEntity entity;
    const char *id;
    gboolean shown;
  } expected[] = {
    { TS_ENTITY_EVIDENCE, "linked", TRUE },
    { TS_ENTITY_EVIDENCE_LINK, "link", FALSE },
    { TS_ENTITY_EVIDENCE_LINK, "earlier-link", TRUE },
    { TS_ENTITY_EVIDENCE, "unlinked", FALSE },
    { TS_ENTITY_OUTCOME, "outcome", TRUE },
    { TS_ENTITY_OUTCOME_VALUE, "value-2007", TRUE },
    { TS_ENTITY_OUTCOME_VALUE, "value-2008", TRUE },
    { TS_ENTITY_OUTCOME_VALUE, "value-2009", FALSE },
    { TS_ENTITY_OUTCOME_VALUE, "value-2011", FALSE },
  };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (TsChange) change = ts_change_new ("Linked to the year before");
  TsRow *link;
  World world;

  make_world (&world, FALSE);
  fixture_assert_imports (&world.fixture, ts_ratings_import, HEADER "A,2008/09,wcc-year-1,1a,self,,2,The year before\n",
                          "Import 1 rating from f.csv (1, 0, 0, 0)");
  rows = ts_workbook_read_rows (world.fixture.workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_YEAR, "2008", NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  link = new_row (TS_ENTITY_EVIDENCE_LINK, "earlier-link", TS_EVIDENCE_LINK_ASSESSMENT, ts_row_get_id (g_ptr_array_index (rows, 0)));
  ts_row_set_text (link, TS_EVIDENCE_LINK_EVIDENCE, "linked");
  ts_row_set_text (link, TS_EVIDENCE_LINK_NODE, "1a");
  create (change, link);
  fixture_apply (&world.fixture, g_steal_pointer (&change), NULL);
  declare (&world, &not_decided, "Dan");

  for (guint published = 0; published < 2; published++)
    {
      ts_workbook_set_reader (world.fixture.workbook, "Dan");

      for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
        {
          g_autoptr (TsRow) row = ts_workbook_read_row (world.fixture.workbook, expected[i].entity, expected[i].id, NULL);
          g_autoptr (TsRow) past = ts_workbook_read_row_as_it_stood (world.fixture.workbook, expected[i].entity, expected[i].id, G_MAXINT32, NULL);

          g_assert_cmpint (row != NULL, ==, expected[i].shown && published == 1);
          g_assert_cmpint (past != NULL, ==, expected[i].shown && published == 1);
        }

      ts_workbook_set_reader (world.fixture.workbook, NULL);

      for (TsStage stage = TS_STAGE_BOARD_APPROVED; published == 0 && stage < TS_N_STAGES; stage++)
        {
          g_autoptr (TsRow) assessment = ts_workbook_read_row (world.fixture.workbook, TS_ENTITY_ASSESSMENT, ts_row_get_id (g_ptr_array_index (rows, 0)), NULL);
          g_autoptr (GPtrArray) sign_offs = ts_workbook_read_rows (world.fixture.workbook, TS_ENTITY_SIGN_OFF, TS_SIGN_OFF_ASSESSMENT, ts_row_get_id (assessment), NULL);
          const TsSignOffRequest request = { .name = "Olive", .meeting = "Board", .day = "2009-03-20", .n_rated = 1 };
          GError *error = NULL;

          fixture_apply (&world.fixture, ts_change_move_stage (assessment, sign_offs, stage, &request, &error), error);
        }
    }

  close_world (&world);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/exchange/conflict-sight/%s", cases[i].label);

      g_test_add_data_func (g_strdelimit (name, " ", '-'), &cases[i], test_case);
    }

  g_test_add_func ("/exchange/conflict-sight/writing", test_writing);
  g_test_add_func ("/exchange/conflict-sight/shared", test_shared);
  return g_test_run ();
}
