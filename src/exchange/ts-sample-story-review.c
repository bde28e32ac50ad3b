/* ts-sample-story-review.c — a review that the sample tells in full, from the desk to the report
 *
 * Everything is told as it happened: at the desk first, then each reviewer alone, the panel on its day, the report after it, and at last what the
 * board said of the text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-sample-story-private.h"

#include "core/ts-agenda.h"
#include "core/ts-identifier.h"
#include "core/ts-layer.h"
#include "core/ts-review-note.h"
#include "core/ts-review-rate.h"
#include "core/ts-round.h"
#include "core/ts-row-edit.h"
#include "core/ts-seal.h"
#include "exchange/ts-sample-calendar.h"

#include <glib/gi18n-lib.h>

/* How much later each thing happens than the one before: more than the minutes by which a seed moves them. */
#define STEP (10 * TS_SAMPLE_MINUTE)

typedef struct
{
  TsSampleStory *story;
  TsSampleToldAssessment *told;
  const TsSampleReview *sample;
  const TsFramework *framework;
  TsRow *assessment; /* as it is at the stage that is told of */
  TsRow *panel;
  GPtrArray *enquiries;
  GPtrArray *replies;
  gint64 at;
} Teller;

/* Takes the change, and gives the first row that it leaves. */
static TsRow *
tell (Teller     *self,
      const char *author,
      TsChange   *change)
{
  TsRow *after = change != NULL ? ts_change_get_row (change, 0)->after : NULL;

  ts_sample_note_people (self->story, change);

  if (!ts_sample_add_event (self->story, self->at, author, change, NULL))
    return NULL;

  self->at += STEP;

  return after;
}

static void
go_to (Teller  *self,
       TsStage  stage,
       gint64   at)
{
  TsRow *row = ts_row_edit (self->told->row, TS_ENTITY_ASSESSMENT, ts_row_get_id (self->told->row));

  ts_row_set_text (row, TS_ASSESSMENT_STAGE, ts_stage_get_name (stage));
  g_clear_pointer (&self->assessment, ts_row_unref);
  self->assessment = row;
  self->at = at;
}

static const char *
find_member (const Teller *self,
             const char   *role)
{
  for (guint i = 0; i < self->sample->members->len; i++)
    {
      const TsSampleNote *member = g_ptr_array_index (self->sample->members, i);

      if (g_str_equal (member->node, role))
        return member->who;
    }

  return "";
}

/* A level as a number, 0 with the story's error. */
static int
find_level (Teller     *self,
            const char *node_id,
            const char *token)
{
  const TsNode *node = ts_sample_find_node (self->story, self->told, node_id);
  int level = node != NULL ? ts_scale_find (node->section->scale, token) : 0;

  if (node != NULL && level == 0)
    ts_sample_fail (self->story, _("the sample gives %s the unknown level “%s”"), node_id, token);

  return level;
}

static const TsSampleNote *
find_said (const Teller         *self,
           const TsSampleRating *rating)
{
  for (guint i = 0; i < self->sample->said->len; i++)
    {
      const TsSampleNote *said = g_ptr_array_index (self->sample->said, i);

      if (g_str_equal (said->node, rating->node) && g_str_equal (said->layer, rating->layer) &&
          g_strcmp0 (said->who != NULL ? said->who : "", rating->assessor) == 0)
        return said;
    }

  return NULL;
}

static gboolean
is_of (const TsSampleRating *rating,
       TsLayer               layer,
       const char           *assessor)
{
  return g_str_equal (rating->layer, ts_layer_get_name (layer)) && g_str_equal (rating->assessor, assessor);
}

/* The round and its panel ------------------------------------------------------------------------------------------------ */

static gboolean
tell_panel (Teller *self)
{
  const TsRoundDefinition round_definition = { "", self->sample->opens, self->sample->closes };
  const TsPanelDefinition definition = { "", self->sample->day, self->sample->agenda };
  const char *ids[] = { ts_row_get_id (self->told->row), NULL };
  const char *analyst = ts_sample_find_person (self->story, TS_SAMPLE_ANALYST);
  g_autoptr (GPtrArray) assessments = g_ptr_array_new ();
  g_autoptr (GPtrArray) panels = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ts_row_unref);
  GError **error = &self->story->error;
  TsRow *round = tell (self, analyst,
                       ts_change_define_round (NULL, ts_row_get_text (self->told->row, TS_ASSESSMENT_FRAMEWORK), self->told->sample->year,
                                               &round_definition, error));
  TsRow *assigned;

  g_ptr_array_add (assessments, self->told->row);

  if (round == NULL || tell (self, analyst, ts_change_set_round_assessments (round, assessments, none, none, ids, error)) == NULL)
    return FALSE;

  self->panel = tell (self, analyst, ts_change_define_panel (NULL, round, panels, &definition, error));

  if (self->panel == NULL)
    return FALSE;

  g_ptr_array_add (panels, self->panel);

  for (guint i = 0; i < self->sample->members->len; i++)
    {
      const TsSampleNote *member = g_ptr_array_index (self->sample->members, i);
      TsRow *person = g_hash_table_lookup (self->story->people, member->who);

      if (tell (self, analyst, ts_change_seat_member (self->panel, NULL, person, member->who, member->node, error)) == NULL)
        return FALSE;
    }

  assigned = ts_panel_assessment_new (ts_row_get_id (self->panel), ids[0]);
  ts_row_set_text (assigned, TS_PANEL_ASSESSMENT_BEGINS, "10:20");
  g_hash_table_insert (wanted, (char *) ts_row_get_id (assigned), assigned);

  return tell (self, analyst, ts_change_assign (panels, none, wanted, error)) != NULL;
}

/* At the desk ------------------------------------------------------------------------------------------------------------ */

static gboolean
tell_desk (Teller *self)
{
  const char *analyst = ts_sample_find_person (self->story, TS_SAMPLE_ANALYST);

  for (guint i = 0; i < self->sample->levels->len; i++)
    {
      const TsSampleRating *rating = g_ptr_array_index (self->sample->levels, i);
      const TsSampleNote *said = find_said (self, rating);
      int level;

      if (!is_of (rating, TS_LAYER_DESK, ""))
        continue;

      level = find_level (self, rating->node, rating->level);

      if (level == 0 || tell (self, analyst,
                              ts_change_judge_at_desk (self->assessment, self->framework, rating->node, NULL, level,
                                                       said != NULL ? said->texts[0] : NULL, &self->story->error)) == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
tell_findings (Teller *self)
{
  for (guint i = 0; i < self->sample->findings->len; i++)
    {
      const TsSampleNote *finding = g_ptr_array_index (self->sample->findings, i);
      g_autofree char *id = ts_identifier_derive ("sample", "evidence", self->told->sample->organisation, finding->who, NULL);

      if (tell (self, ts_sample_find_person (self->story, TS_SAMPLE_ANALYST),
                ts_change_review_evidence (self->assessment, finding->node, id, NULL, ts_sufficiency_from_name (finding->level), finding->texts[0],
                                           &self->story->error)) == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
tell_questions (Teller *self)
{
  const char *analyst = ts_sample_find_person (self->story, TS_SAMPLE_ANALYST);

  for (guint i = 0; i < self->sample->enquiries->len; i++)
    {
      const TsSampleNote *enquiry = g_ptr_array_index (self->sample->enquiries, i);
      const TsEnquiryNote note = { enquiry->texts[0], enquiry->who, analyst, NULL, NULL };
      TsRow *row = tell (self, analyst,
                         ts_change_enquire (self->assessment, self->framework, enquiry->node, NULL, self->enquiries, &note, &self->story->error));

      if (row == NULL)
        return FALSE;

      g_ptr_array_add (self->enquiries, row);
    }

  return TRUE;
}

/* Scores ----------------------------------------------------------------------------------------------------------------- */

/* All scores of one reviewer, as one change: the sample tells of the panel, not of each click. */
static TsChange *
make_scores (Teller     *self,
             const char *assessor,
             guint      *n_scores)
{
  g_autofree char *label = g_strdup_printf (_("Scores of %s"), assessor);
  g_autoptr (TsChange) change = ts_change_new (label);

  for (guint i = 0; i < self->sample->levels->len; i++)
    {
      const TsSampleRating *rating = g_ptr_array_index (self->sample->levels, i);
      const TsSampleNote *said = find_said (self, rating);
      g_autoptr (TsChange) one = NULL;
      TsScore score = { 0 };

      if (!is_of (rating, TS_LAYER_REVIEWER, assessor))
        continue;

      score.level = find_level (self, rating->node, rating->level);

      if (said != NULL)
        {
          score.confidence = ts_confidence_from_name (said->level);
          score.rationale = said->texts[0];
          score.strengths = said->texts[1];
          score.development = said->texts[2];
        }

      one = score.level == 0 ? NULL
                             : ts_change_score (self->assessment, self->framework, rating->node, assessor, NULL, TS_CONFLICT_NONE, NULL, NULL, &score,
                                                &self->story->error);

      if (one == NULL)
        return NULL;

      ts_change_create (change, ts_change_get_row (one, 0)->after);
      (*n_scores)++;
    }

  return g_steal_pointer (&change);
}

static gboolean
tell_scores (Teller *self)
{
  g_autofree char *day = ts_sample_calendar_format_day (self->at);

  for (guint i = 0; i < self->sample->members->len; i++)
    {
      const TsSampleNote *member = g_ptr_array_index (self->sample->members, i);
      guint n_scores = 0;

      if (tell (self, member->who, make_scores (self, member->who, &n_scores)) == NULL ||
          tell (self, member->who, ts_change_seal (self->assessment, member->who, NULL, n_scores, day, &self->story->error)) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* The day of the panel --------------------------------------------------------------------------------------------------- */

static gboolean
tell_answers (Teller *self)
{
  const char *analyst = ts_sample_find_person (self->story, TS_SAMPLE_ANALYST);

  for (guint i = 0; i < self->enquiries->len; i++)
    {
      const TsSampleNote *enquiry = g_ptr_array_index (self->sample->enquiries, i);
      const TsEnquiryNote note = { enquiry->texts[0], enquiry->who, analyst, enquiry->texts[1], self->sample->day };

      if (tell (self, analyst,
                ts_change_enquire (self->assessment, self->framework, enquiry->node, g_ptr_array_index (self->enquiries, i), self->enquiries, &note,
                                   &self->story->error)) == NULL)
        return FALSE;
    }

  return TRUE;
}

static double
find_median (Teller     *self,
             const char *node_id)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->sample->levels->len; i++)
    {
      const TsSampleRating *rating = g_ptr_array_index (self->sample->levels, i);
      int level;

      if (!g_str_equal (rating->layer, ts_layer_get_name (TS_LAYER_REVIEWER)) || !g_str_equal (rating->node, node_id))
        continue;

      level = find_level (self, node_id, rating->level);
      g_array_append_val (levels, level);
    }

  return levels->len > 0 ? ts_median ((const int *) levels->data, levels->len) : 0;
}

static gboolean
tell_consensus (Teller *self)
{
  for (guint i = 0; i < self->sample->levels->len; i++)
    {
      const TsSampleRating *rating = g_ptr_array_index (self->sample->levels, i);
      const TsSampleNote *said = find_said (self, rating);
      int level;

      if (!is_of (rating, TS_LAYER_PANEL, ""))
        continue;

      level = find_level (self, rating->node, rating->level);

      if (level == 0 || tell (self, find_member (self, "chair"),
                              ts_change_agree (self->assessment, self->framework, rating->node, NULL, find_median (self, rating->node), level,
                                               said != NULL ? said->texts[0] : NULL, &self->story->error)) == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
tell_dissents (Teller *self)
{
  for (guint i = 0; i < self->sample->dissents->len; i++)
    {
      const TsSampleNote *dissent = g_ptr_array_index (self->sample->dissents, i);
      TsRow *person = g_hash_table_lookup (self->story->people, dissent->who);
      int level = find_level (self, dissent->node, dissent->level);

      if (level == 0 || tell (self, find_member (self, "chair"),
                              ts_change_dissent (self->assessment, self->framework, dissent->node, NULL, person, dissent->who, level,
                                                 dissent->texts[0], &self->story->error)) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Calibration, the report, and the right of reply ------------------------------------------------------------------------------------- */

/* The panel's level, as it is rolled up for a group, is not kept: a final level always says why. */
static gboolean
tell_final (Teller *self)
{
  for (guint i = 0; i < self->sample->levels->len; i++)
    {
      const TsSampleRating *rating = g_ptr_array_index (self->sample->levels, i);
      const TsSampleNote *said = find_said (self, rating);
      int level;

      if (!is_of (rating, TS_LAYER_FINAL, ""))
        continue;

      level = find_level (self, rating->node, rating->level);

      if (level == 0 || tell (self, ts_sample_find_person (self->story, TS_SAMPLE_ANALYST),
                              ts_change_adjust (self->assessment, self->framework, rating->node, NULL, 0, level, said != NULL ? said->texts[0] : NULL,
                                                &self->story->error)) == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
tell_report (Teller *self)
{
  for (guint i = 0; i < self->sample->report->len; i++)
    {
      const TsSampleNote *text = g_ptr_array_index (self->sample->report, i);

      if (tell (self, ts_sample_find_person (self->story, TS_SAMPLE_ANALYST),
                ts_change_write_report (self->assessment, text->node, NULL, text->texts[0], &self->story->error)) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Each passage as it was put up, then the answers of the board, then what was made of them. */
static gboolean
tell_replies (Teller *self,
              guint   n_parts,
              gint64  at)
{
  g_autofree char *day = ts_sample_calendar_format_day (at);
  const char *author = ts_sample_find_person (self->story, n_parts == 2 ? TS_SAMPLE_SECRETARY : TS_SAMPLE_ANALYST);

  self->at = at;

  for (guint i = 0; i < self->sample->replies->len; i++)
    {
      const TsSampleNote *reply = g_ptr_array_index (self->sample->replies, i);
      TsRow *before = n_parts > 1 ? g_ptr_array_index (self->replies, i) : NULL;
      const char *answered = n_parts == 2 ? day : before != NULL ? ts_row_get_text (before, TS_REPLY_ANSWERED)
                                                                 : NULL;
      const TsReplyNote note = { reply->texts[0], n_parts > 1 ? reply->texts[1] : NULL, answered, n_parts > 2 ? reply->texts[2] : NULL };
      TsRow *row = tell (self, author, ts_change_reply (self->assessment, reply->node, before, self->replies, &note, &self->story->error));

      if (row == NULL)
        return FALSE;

      if (before == NULL)
        g_ptr_array_add (self->replies, row);
      else
        self->replies->pdata[i] = row;
    }

  return TRUE;
}

static gboolean
tell_all (Teller *self)
{
  int year = self->told->sample->year + 1;

  go_to (self, TS_STAGE_DESK_REVIEW, ts_sample_calendar_stage (year - 1, TS_STAGE_DESK_REVIEW) + STEP);

  if (!tell_panel (self))
    return FALSE;

  self->at = ts_sample_calendar_at (year, 1, 14, 0);

  if (!tell_desk (self))
    return FALSE;

  self->at = ts_sample_calendar_at (year, 1, 15, 0);

  if (!tell_findings (self) || !tell_questions (self))
    return FALSE;

  self->at = ts_sample_calendar_at (year, 1, 29, 0);

  if (!tell_scores (self))
    return FALSE;

  go_to (self, TS_STAGE_PANEL, ts_sample_calendar_after (self->sample->day, 90) - 24 * 60 * TS_SAMPLE_MINUTE);

  if (!tell_answers (self) || !tell_consensus (self) || !tell_dissents (self))
    return FALSE;

  self->at = ts_sample_calendar_after (self->sample->day, 30);

  if (!tell_report (self))
    return FALSE;

  go_to (self, TS_STAGE_MODERATED, ts_sample_calendar_stage (year - 1, TS_STAGE_MODERATED) + STEP);

  return tell_final (self) && tell_replies (self, 1, ts_sample_calendar_at (year, 2, 26, 0)) && tell_replies (self, 2, ts_sample_calendar_at (year, 3, 4, 0)) &&
         tell_replies (self, 3, ts_sample_calendar_at (year, 3, 6, 0));
}

/**
 * ts_sample_tell_reviewed:
 * @story: the story, in which the assessment has been told
 * @assessment: an assessment
 *
 * Tells of its review, where the sample does.
 *
 * Returns: whether it could be told
 */
gboolean
ts_sample_tell_reviewed (TsSampleStory          *story,
                         TsSampleToldAssessment *assessment)
{
  g_autoptr (GPtrArray) enquiries = g_ptr_array_new ();
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();
  Teller teller = {
    .story = story,
    .told = assessment,
    .sample = assessment->sample->review,
    .framework = assessment->framework->framework,
    .enquiries = enquiries,
    .replies = replies,
  };
  gboolean told;

  if (teller.sample == NULL)
    return TRUE;

  told = tell_all (&teller);
  g_clear_pointer (&teller.assessment, ts_row_unref);

  return told;
}
