/* ts-sample-review.c — the sample's round of review that is still open
 *
 * Two panels in the middle of their work: one submission is scored and sealed by everybody who may, with a member who stays without scoring
 * because of an interest; another one has a conflict about which nothing has been decided yet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-sample-story-private.h"

#include "core/ts-interest.h"
#include "core/ts-panel-role.h"
#include "core/ts-person.h"
#include "core/ts-layer.h"
#include "core/ts-review-note.h"
#include "core/ts-review-rate.h"
#include "core/ts-round.h"
#include "core/ts-seal.h"
#include "exchange/ts-sample-calendar.h"

#include <glib/gi18n-lib.h>

#define YEAR      2009
#define FRAMEWORK "wcc-year-2"
#define PANEL_DAY "2010-02-04"

/* The submission that is scored, and the one that waits for a decision. */
#define SCORED  "ZX4"
#define WAITING "ZX6"

typedef struct
{
  const char *name;
  const char *role;
  int offsets[3]; /* from the board's own level, criterion by criterion in turns */
} Member;

/* Neil Harbottle is the analyst of the sample's people. */
static const Member members[] = {
  { "Helen Marchbank (fictional)", TS_PANEL_ROLE_CHAIR, { 0, -1, 0 } },
  { "Neil Harbottle (fictional)", "sha", { -1, 0, 0 } },
  { "Dr Samir Lindqvist (fictional)", TS_PANEL_ROLE_CLINICIAN, { 0, 0, 1 } },
  { "Councillor Joan Tibbs (fictional)", "council", { 0, -1, 1 } },
  { "Ewan Prothero (fictional)", "peer", { 0, 0, 0 } },
};

#define ANALYST    1
#define COUNCILLOR 3
#define PEER       4

typedef struct
{
  TsSampleStory *story;
  TsSampleToldAssessment *scored;
  TsSampleToldAssessment *waiting;
  TsRow *round;
  TsRow *panels[2];
  gint64 at;
} Review;

/* Takes the change, and gives the first row that it leaves. */
static TsRow *
tell (Review     *self,
      const char *author,
      TsChange   *change)
{
  TsRow *after = change != NULL ? ts_change_get_row (change, 0)->after : NULL;

  ts_sample_note_people (self->story, change);

  if (!ts_sample_add_event (self->story, self->at, author, change, NULL))
    return NULL;

  self->at += 10 * TS_SAMPLE_MINUTE;

  return after;
}

static gboolean
tell_panels (Review *self)
{
  const char *analyst = members[ANALYST].name;
  const TsRoundDefinition round_definition = { "", "2010-01-12", "2010-03-31" };
  const TsPanelDefinition first = { "", PANEL_DAY, "10:00 Opening\n10:20 The board\n12:30 Consensus\n15:00 Close" };
  const TsPanelDefinition second = { "", "2010-02-11", NULL };
  g_autoptr (GPtrArray) assessments = g_ptr_array_new ();
  g_autoptr (GPtrArray) panels = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  /* As the agenda has it: the first after the opening, the second before consensus. */
  static const char *const times[] = { "10:20", "11:30" };
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ts_row_unref);
  const char *ids[] = { ts_row_get_id (self->scored->row), ts_row_get_id (self->waiting->row), NULL };
  GError **error = &self->story->error;

  g_ptr_array_add (assessments, self->scored->row);
  g_ptr_array_add (assessments, self->waiting->row);

  self->round = tell (self, analyst, ts_change_define_round (NULL, ts_row_get_text (self->scored->row, TS_ASSESSMENT_FRAMEWORK), YEAR, &round_definition, error));

  if (self->round == NULL || tell (self, analyst, ts_change_set_round_assessments (self->round, assessments, none, none, ids, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (self->panels); i++)
    {
      self->panels[i] = tell (self, analyst, ts_change_define_panel (NULL, self->round, panels, i == 0 ? &first : &second, error));

      if (self->panels[i] == NULL)
        return FALSE;

      g_ptr_array_add (panels, self->panels[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      TsRow *person = g_hash_table_lookup (self->story->people, members[i].name);

      if (tell (self, analyst, ts_change_seat_member (self->panels[0], NULL, person, members[i].name, members[i].role, error)) == NULL)
        return FALSE;
    }

  for (guint i = 0; ids[i] != NULL; i++)
    {
      TsRow *row = ts_panel_assessment_new (ts_row_get_id (self->panels[0]), ids[i]);

      ts_row_set_text (row, TS_PANEL_ASSESSMENT_BEGINS, times[i]);
      g_hash_table_insert (wanted, (char *) ts_row_get_id (row), row);
    }

  return tell (self, analyst, ts_change_assign (panels, none, wanted, error)) != NULL;
}

/* The peer worked for the one until last summer and stays without scoring; the councillor is tied to the other, which waits for the chair. */
static gboolean
tell_interests (Review *self)
{
  const TsInterestDeclaration worked = {
    .role = "deputy director of commissioning",
    .valid_from = "2006-10-01",
    .valid_to = "2009-08-31",
    .note = "Left for another trust.",
    .declared = "2010-01-12",
  };
  const TsInterestDeclaration married = { .role = "married to a director", .declared = "2010-01-12" };
  const char *peer = members[PEER].name;
  const char *councillor = members[COUNCILLOR].name;
  GError **error = &self->story->error;
  g_autofree char *peer_id = ts_person_derive_id (peer);

  return tell (self, peer,
               ts_change_declare_interest (NULL, ts_row_get_text (self->scored->row, TS_ASSESSMENT_ORGANISATION),
                                           g_hash_table_lookup (self->story->people, peer), peer, &worked, error)) != NULL &&
         tell (self, councillor,
               ts_change_declare_interest (NULL, ts_row_get_text (self->waiting->row, TS_ASSESSMENT_ORGANISATION),
                                           g_hash_table_lookup (self->story->people, councillor), councillor, &married, error)) != NULL &&
         tell (self, members[0].name,
               ts_change_decide_conflict (self->scored->row, NULL, peer_id, peer, TS_CONFLICT_STAYS, members[0].name,
                                          "Knows the board well enough to be asked, and too well to score it.", "2010-01-12", error)) != NULL;
}

/* The board's own levels came in one go, by the numbers of their scale. */
static int
get_self_level (Review       *self,
                const TsNode *node)
{
  const GPtrArray *ratings = self->scored->sample->brief;

  for (guint i = 0; i < ratings->len; i++)
    {
      const TsSampleRating *rating = g_ptr_array_index (ratings, i);

      if (g_str_equal (rating->node, node->id) && g_str_equal (rating->layer, ts_layer_get_name (TS_LAYER_SELF)))
        return (int) g_ascii_strtoll (rating->level, NULL, 10);
    }

  return 0;
}

static GPtrArray *
list_criteria (const TsFramework *framework)
{
  GPtrArray *criteria = g_ptr_array_new ();
  const TsSection *section = ts_framework_get_section (framework, 0);

  for (guint i = 0; i < section->groups->len; i++)
    {
      const TsNode *group = g_ptr_array_index (section->groups, i);

      for (guint j = 0; j < group->criteria->len; j++)
        g_ptr_array_add (criteria, g_ptr_array_index (group->criteria, j));
    }

  return criteria;
}

/* All scores of one reviewer, as one change: the sample tells of the panel, not of each click. */
static TsChange *
score (Review       *self,
       const Member *member,
       GPtrArray    *criteria)
{
  static const char *const reasons[] = {
    "The description fits what was handed in.",
    "The papers say what is planned; what was done is told only in part.",
    "Partners' letters say the same as the board does.",
  };
  g_autofree char *label = g_strdup_printf (_("Scores of %s"), member->name);
  g_autoptr (TsChange) change = ts_change_new (label);

  for (guint i = 0; i < criteria->len; i++)
    {
      const TsNode *node = g_ptr_array_index (criteria, i);
      int offset = member->offsets[(i + i / 3) % 3];
      int self_level = get_self_level (self, node);
      TsScore score = {
        .level = self_level > 0 ? CLAMP (self_level + offset, 1, (int) ts_scale_get_n_levels (node->section->scale)) : 1,
        .confidence = offset == 0 ? TS_CONFIDENCE_HIGH : TS_CONFIDENCE_MEDIUM,
        .rationale = i % 3 == 0 ? reasons[(i / 3) % 3] : NULL,
        .strengths = i % 5 == 0 ? "Named people lead the work." : NULL,
        .development = offset < 0 ? "Show what changed for patients." : NULL,
      };
      g_autoptr (TsChange) one = ts_change_score (self->scored->row, self->scored->framework->framework, node->id, member->name, NULL,
                                                  TS_CONFLICT_NONE, NULL, NULL, &score, &self->story->error);

      if (one == NULL)
        return NULL;

      ts_change_create (change, ts_change_get_row (one, 0)->after);
    }

  return g_steal_pointer (&change);
}

static gboolean
tell_desk (Review    *self,
           GPtrArray *criteria)
{
  g_autoptr (TsChange) change = ts_change_new (_("Levels found at the desk"));

  for (guint i = 0; i < criteria->len; i++)
    {
      const TsNode *node = g_ptr_array_index (criteria, i);
      int level = MAX (1, get_self_level (self, node) - (i % 4 == 3));
      g_autoptr (TsChange) one = ts_change_judge_at_desk (self->scored->row, self->scored->framework->framework, node->id, NULL, level,
                                                          i % 4 == 3 ? "Claimed without anything newer than last year." : NULL, &self->story->error);

      if (one == NULL)
        return FALSE;

      ts_change_create (change, ts_change_get_row (one, 0)->after);
    }

  return tell (self, members[ANALYST].name, g_steal_pointer (&change)) != NULL;
}

static gboolean
tell_enquiries (Review *self)
{
  static const struct
  {
    const char *node;
    const char *question;
    const char *addressee;
  } enquiries[] = {
    { "5a", "Which decisions changed because of the analysts' work?", "Director of public health" },
    { "3c", "How does the board know that patients' experience has become better?", "Chair" },
    { "7b", "What is planned where capacity and needs do not meet?", "Director of commissioning" },
  };
  g_autoptr (GPtrArray) told = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (enquiries); i++)
    {
      const TsEnquiryNote note = { enquiries[i].question, enquiries[i].addressee, members[ANALYST].name, NULL, NULL };
      TsRow *row = tell (self, members[ANALYST].name,
                         ts_change_enquire (self->scored->row, self->scored->framework->framework, enquiries[i].node, NULL, told, &note, &self->story->error));

      if (row == NULL)
        return FALSE;

      g_ptr_array_add (told, row);
    }

  return TRUE;
}

static gboolean
tell_scores (Review    *self,
             GPtrArray *criteria)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      if (i == PEER)
        continue;

      if (tell (self, members[i].name, score (self, &members[i], criteria)) == NULL ||
          tell (self, members[i].name,
                ts_change_seal (self->scored->row, members[i].name, NULL, criteria->len, "2010-01-13", &self->story->error)) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_sample_tell_review:
 * @story: the story, in which the assessments have been told
 *
 * Returns: whether it could be told; also where the sample has none of the submissions
 */
gboolean
ts_sample_tell_review (TsSampleStory *story)
{
  g_autoptr (GPtrArray) criteria = NULL;
  Review review = { .story = story };

  review.scored = ts_sample_find_assessment (story, SCORED, YEAR);
  review.waiting = ts_sample_find_assessment (story, WAITING, YEAR);

  if (review.scored == NULL || review.waiting == NULL)
    return TRUE;

  criteria = list_criteria (review.scored->framework->framework);
  review.at = ts_sample_calendar_stage (YEAR, TS_STAGE_DESK_REVIEW) + 60 * TS_SAMPLE_MINUTE;

  if (!tell_panels (&review) || !tell_interests (&review))
    return FALSE;

  review.at = ts_sample_calendar_at (2010, 1, 13, 0);

  return tell_desk (&review, criteria) && tell_enquiries (&review) && tell_scores (&review, criteria);
}
