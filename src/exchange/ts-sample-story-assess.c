/* ts-sample-story-assess.c — how the sample's assessments were made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-sample-story-private.h"

#include "core/ts-begin.h"
#include "core/ts-rate.h"
#include "core/ts-sign-off.h"
#include "core/ts-year.h"
#include "exchange/ts-sample-calendar.h"

#include <glib/gi18n-lib.h>

/* Who answers for what at the board that is told in full. */
static const struct
{
  const char *group;
  const char *role;
} roles[] = {
  { "1", "Chief executive" },
  { "2", "Director of public health" },
  { "3", "Director of nursing" },
  { "4", "Clinical chair" },
  { "5", "Director of public health" },
  { "6", "Director of commissioning" },
  { "7", "Director of commissioning" },
  { "8", "Director of nursing" },
  { "9", "Director of commissioning" },
  { "10", "Director of commissioning" },
  { "11", "Director of finance" },
  { "strategy", "Chief executive" },
  { "finance", "Director of finance" },
  { "board", "Chair" },
};

static const char *
find_author (TsSampleStory *story,
             const TsNode  *node)
{
  const char *group = node->group != NULL ? node->group->id : node->id;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (g_str_equal (roles[i].group, group))
        return ts_sample_find_person (story, roles[i].role);
    }

  return ts_sample_find_person (story, TS_SAMPLE_SECRETARY);
}

static const TsSampleOrganisation *
find_organisation (TsSampleStory *story,
                   const char    *code)
{
  for (guint i = 0; i < story->sample->organisations->len; i++)
    {
      const TsSampleOrganisation *organisation = g_ptr_array_index (story->sample->organisations, i);

      if (g_str_equal (organisation->code, code))
        return organisation;
    }

  ts_sample_fail (story, _("the sample has no organisation “%s”"), code);

  return NULL;
}

void
ts_sample_told_assessment_free (gpointer data)
{
  TsSampleToldAssessment *assessment = data;

  ts_row_unref (assessment->row);
  g_hash_table_unref (assessment->ratings);
  g_hash_table_unref (assessment->targets);
  g_hash_table_unref (assessment->links);
  g_free (assessment);
}

/* The ids are the rows' own. */
static GHashTable *
row_table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ts_row_unref);
}

/**
 * ts_sample_find_assessment:
 * @story: the story
 * @organisation: an organisation's code
 * @year: the calendar year in which the financial year begins
 *
 * Returns: (transfer none) (nullable): its assessment of that year
 */
TsSampleToldAssessment *
ts_sample_find_assessment (TsSampleStory *story,
                           const char    *organisation,
                           int            year)
{
  for (guint i = 0; i < story->assessments->len; i++)
    {
      TsSampleToldAssessment *assessment = g_ptr_array_index (story->assessments, i);

      if (assessment->sample->year == year && g_str_equal (assessment->sample->organisation, organisation))
        return assessment;
    }

  return NULL;
}

/**
 * ts_sample_note_change:
 * @assessment: an assessment
 * @change: what happened to it
 *
 * Keeps what the change leaves of the assessment's ratings, targets and links, for what happens after it.
 */
void
ts_sample_note_change (TsSampleToldAssessment *assessment,
                       const TsChange         *change)
{
  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      const TsChangeRow *row = ts_change_get_row (change, i);
      TsEntity entity = ts_row_get_entity (row->after != NULL ? row->after : row->before);
      GHashTable *table = entity == TS_ENTITY_RATING ? assessment->ratings : entity == TS_ENTITY_TARGET        ? assessment->targets
                                                                           : entity == TS_ENTITY_EVIDENCE_LINK ? assessment->links
                                                                                                               : NULL;

      if (table == NULL)
        continue;

      if (row->after != NULL)
        g_hash_table_replace (table, (gpointer) ts_row_get_id (row->after), ts_row_ref (row->after));
      else
        g_hash_table_remove (table, ts_row_get_id (row->before));
    }
}

/**
 * ts_sample_prepare_assessment:
 * @story: a story that has its organisations
 * @sample: an assessment
 *
 * Adds the assessment to the story, in which nothing has happened to it yet.
 *
 * Returns: whether it is as it should be
 */
gboolean
ts_sample_prepare_assessment (TsSampleStory            *story,
                              const TsSampleAssessment *sample)
{
  const TsSampleOrganisation *organisation = find_organisation (story, sample->organisation);
  TsSampleFramework *framework;
  TsSampleToldAssessment *assessment;
  TsStage stage;

  if (organisation == NULL)
    return FALSE;

  framework = ts_sample_find_framework (story, sample->framework);

  if (framework == NULL)
    return FALSE;

  if (!ts_stage_from_name (sample->stage, &stage))
    return ts_sample_fail (story, _("the sample has an unknown stage “%s”"), sample->stage);

  assessment = g_new0 (TsSampleToldAssessment, 1);
  assessment->sample = sample;
  assessment->organisation = organisation;
  assessment->framework = framework;
  assessment->row = ts_assessment_new (g_hash_table_lookup (story->organisations, sample->organisation), framework->row, sample->year);
  assessment->ratings = row_table_new ();
  assessment->targets = row_table_new ();
  assessment->links = row_table_new ();
  assessment->last_stage = stage;
  assessment->told = sample->ratings->len > 0;
  g_ptr_array_add (story->assessments, assessment);

  return TRUE;
}

static char *
name_assessment (const TsSampleToldAssessment *assessment)
{
  g_autofree char *year = ts_year_format (assessment->sample->year);

  return g_strdup_printf ("%s, %s", assessment->organisation->name, year);
}

static gboolean
tell_beginning (TsSampleStory          *story,
                TsSampleToldAssessment *assessment)
{
  TsRow *framework = ts_sample_take_framework_row (assessment->framework);
  TsChange *change = ts_change_begin_assessment (NULL, NULL, framework, assessment->row, assessment->organisation->name);
  gint64 at = ts_sample_calendar_stage (assessment->sample->year, TS_STAGE_DRAFT);

  /* Whoever brings the framework goes first. */
  if (!assessment->told && framework == NULL)
    at += 3 * 60 * TS_SAMPLE_MINUTE;

  if (assessment->sample->carries && !ts_sample_add_carried (story, assessment, change))
    {
      ts_change_unref (change);
      return FALSE;
    }

  ts_sample_note_change (assessment, change);

  return ts_sample_add_event (story, at, ts_sample_find_person (story, assessment->told ? TS_SAMPLE_SECRETARY : TS_SAMPLE_ANALYST), change, NULL);
}

/**
 * ts_sample_find_node:
 * @story: the story
 * @assessment: an assessment
 * @id: a criterion's or group's id
 *
 * Returns: (transfer none) (nullable): it, or %NULL with the story's error
 */
const TsNode *
ts_sample_find_node (TsSampleStory                *story,
                     const TsSampleToldAssessment *assessment,
                     const char                   *id)
{
  const TsNode *node = ts_framework_find_node (assessment->framework->framework, id);

  if (node == NULL)
    ts_sample_fail (story, _("the sample rates “%s”, which its framework does not have"), id);

  return node;
}

static int
find_level (TsSampleStory *story,
            const TsNode  *node,
            const char    *token)
{
  int level = ts_scale_find (node->section->scale, token);

  if (level == 0)
    ts_sample_fail (story, _("the sample gives %s the unknown level “%s”"), node->id, token);

  return level;
}

/* A level, and a few minutes later the reason for it. */
static gboolean
tell_rating (TsSampleStory          *story,
             TsSampleToldAssessment *assessment,
             const TsSampleRating   *rating,
             gint64                  at)
{
  const TsNode *node = ts_sample_find_node (story, assessment, rating->node);
  const TsFramework *framework = assessment->framework->framework;
  g_autofree char *id = NULL;
  const char *author;
  TsChange *change;
  TsLayer layer;
  int level;

  if (node == NULL)
    return FALSE;

  if (!ts_layer_from_name (rating->layer, &layer))
    return ts_sample_fail (story, _("the sample has an unknown layer “%s”"), rating->layer);

  level = find_level (story, node, rating->level);

  if (level == 0)
    return FALSE;

  author = find_author (story, node);

  /* Where nothing is said for the level, last year's words must not stand for it. */
  if (*rating->rationale == '\0' && layer == TS_LAYER_SELF &&
      !ts_sample_tell_fresh_start (story, assessment, node, author, at - 10 * TS_SAMPLE_MINUTE))
    return FALSE;

  id = ts_rating_row_id (ts_row_get_id (assessment->row), node->id, layer, rating->assessor);
  change = ts_change_rate (assessment->row, framework, node->id, layer, rating->assessor, g_hash_table_lookup (assessment->ratings, id), level,
                           &story->error);

  if (!ts_sample_add_event (story, at, author, change, NULL))
    return FALSE;

  ts_sample_note_change (assessment, change);

  if (*rating->rationale == '\0')
    return TRUE;

  change = ts_change_explain (assessment->row, framework, node->id, layer, rating->assessor, g_hash_table_lookup (assessment->ratings, id),
                              rating->rationale, &story->error);

  if (change != NULL)
    ts_sample_note_change (assessment, change);

  return ts_sample_add_event (story, at + 10 * TS_SAMPLE_MINUTE, author, change, NULL);
}

static gboolean
tell_ratings (TsSampleStory          *story,
              TsSampleToldAssessment *assessment)
{
  const GPtrArray *ratings = assessment->sample->ratings;
  int year = assessment->sample->year;
  gint64 first = ts_sample_calendar_at (year, 10, 5, 0);
  gint64 last;

  /* A draft is still being worked on: the last thing that happened is about it. */
  if (assessment->last_stage == TS_STAGE_DRAFT)
    last = ts_sample_calendar_at (year + 1, 1, 22, 0);
  else
    last = ts_sample_calendar_at (year, 11, 27, 0);

  for (guint i = 0; i < ratings->len; i++)
    {
      if (!tell_rating (story, assessment, g_ptr_array_index (ratings, i),
                        ts_sample_calendar_spread (first, last, i, ratings->len)))
        return FALSE;
    }

  return TRUE;
}

/* When levels of a layer came in one go: while the assessment was at a stage that let them in. */
static gint64
find_layer_time (int     year,
                 TsLayer layer)
{
  switch (layer)
    {
    case TS_LAYER_DESK:
      return ts_sample_calendar_stage (year, TS_STAGE_DESK_REVIEW) + 60 * TS_SAMPLE_MINUTE;

    case TS_LAYER_REVIEWER:
    case TS_LAYER_PANEL:
      return ts_sample_calendar_stage (year, TS_STAGE_PANEL) + 60 * TS_SAMPLE_MINUTE;

    case TS_LAYER_FINAL:
      return ts_sample_calendar_stage (year, TS_STAGE_MODERATED) + 60 * TS_SAMPLE_MINUTE;

    case TS_LAYER_SELF:
    default:
      return ts_sample_calendar_at (year, 11, 12, 0);
    }
}

static TsRow *
make_brief_rating (TsSampleStory                *story,
                   const TsSampleToldAssessment *assessment,
                   const TsSampleRating         *rating,
                   TsLayer                       layer)
{
  const TsNode *node = ts_sample_find_node (story, assessment, rating->node);
  int level = node != NULL ? find_level (story, node, rating->level) : 0;
  g_autofree char *id = NULL;
  TsRow *row;

  if (level == 0)
    return NULL;

  id = ts_rating_row_id (ts_row_get_id (assessment->row), node->id, layer, "");
  row = ts_row_new (TS_ENTITY_RATING, id);
  ts_row_set_text (row, TS_RATING_ASSESSMENT, ts_row_get_id (assessment->row));
  ts_row_set_text (row, TS_RATING_NODE, node->id);
  ts_row_set_text (row, TS_RATING_LAYER, rating->layer);
  ts_row_set_text (row, TS_RATING_ASSESSOR, "");
  ts_row_set_integer (row, TS_RATING_LEVEL, level);

  return row;
}

static gboolean
tell_brief_layer (TsSampleStory                *story,
                  const TsSampleToldAssessment *assessment,
                  TsLayer                       layer)
{
  const GPtrArray *ratings = assessment->sample->brief;
  g_autofree char *name = name_assessment (assessment);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_autofree char *label = NULL;
  TsChange *change;

  for (guint i = 0; i < ratings->len; i++)
    {
      const TsSampleRating *rating = g_ptr_array_index (ratings, i);
      TsRow *row;

      if (!g_str_equal (rating->layer, ts_layer_get_name (layer)))
        continue;

      row = make_brief_rating (story, assessment, rating, layer);

      if (row == NULL)
        return FALSE;

      g_ptr_array_add (rows, row);
    }

  if (rows->len == 0)
    return TRUE;

  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u level", "%s: %u levels", rows->len), name, rows->len);
  change = ts_change_new (label);

  for (guint i = 0; i < rows->len; i++)
    ts_change_create (change, g_ptr_array_index (rows, i));

  return ts_sample_add_event (story, find_layer_time (assessment->sample->year, layer),
                              ts_sample_find_person (story, TS_SAMPLE_ANALYST), change, NULL);
}

/* Levels that come in one go, as from a file. */
static gboolean
tell_brief_ratings (TsSampleStory                *story,
                    const TsSampleToldAssessment *assessment)
{
  const GPtrArray *ratings = assessment->sample->brief;
  TsLayer layer;

  for (guint i = 0; i < ratings->len; i++)
    {
      const TsSampleRating *rating = g_ptr_array_index (ratings, i);

      if (!ts_layer_from_name (rating->layer, &layer))
        return ts_sample_fail (story, _("the sample has an unknown layer “%s”"), rating->layer);
    }

  for (layer = TS_LAYER_SELF; layer < TS_N_LAYERS; layer++)
    {
      if (!tell_brief_layer (story, assessment, layer))
        return FALSE;
    }

  return TRUE;
}

static gboolean
tell_targets (TsSampleStory          *story,
              TsSampleToldAssessment *assessment)
{
  const GPtrArray *targets = assessment->sample->targets;
  gint64 at = ts_sample_calendar_at (assessment->sample->year, 9, 22, 30);
  const char *author = ts_sample_find_person (story, assessment->told ? TS_SAMPLE_SECRETARY : TS_SAMPLE_ANALYST);

  for (guint i = 0; i < targets->len; i++)
    {
      const TsSampleTarget *target = g_ptr_array_index (targets, i);
      TsChange *change = ts_change_aim (assessment->row, assessment->framework->framework, target->node, target->year, NULL,
                                        target->level, &story->error);

      if (!ts_sample_add_event (story, at, author, change, NULL))
        return FALSE;

      ts_sample_note_change (assessment, change);
      at += 9 * TS_SAMPLE_MINUTE;
    }

  return TRUE;
}

static gboolean
tell_stages (TsSampleStory          *story,
             TsSampleToldAssessment *assessment)
{
  g_autoptr (GPtrArray) sign_offs = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);

  for (TsStage stage = TS_STAGE_BOARD_APPROVED; stage <= assessment->last_stage; stage++)
    {
      const char *role = stage == TS_STAGE_BOARD_APPROVED ? TS_SAMPLE_CHAIR : stage == TS_STAGE_SUBMITTED ? TS_SAMPLE_SECRETARY
                                                                                                          : TS_SAMPLE_ANALYST;
      gint64 at = ts_sample_calendar_stage (assessment->sample->year, stage);
      const char *person;
      g_autofree char *day = ts_sample_calendar_format_day (at);
      TsSignOffRequest request = { .day = day, .n_rated = 1 };
      TsChange *change;

      /* Other boards' people are not in the sample. */
      if (!assessment->told)
        role = TS_SAMPLE_ANALYST;

      person = ts_sample_find_person (story, role);
      request.name = person;
      request.role = role;
      request.meeting = stage == TS_STAGE_BOARD_APPROVED ? _("Board meeting in public") : NULL;
      change = ts_change_move_stage (assessment->row, sign_offs, stage, &request, &story->error);

      if (change != NULL)
        {
          g_ptr_array_add (sign_offs, ts_row_ref (ts_change_find_after (change, TS_ENTITY_SIGN_OFF)));
          ts_row_unref (assessment->row);
          assessment->row = ts_row_ref (ts_change_find_after (change, TS_ENTITY_ASSESSMENT));
        }

      if (!ts_sample_add_event (story, at, person, change, NULL))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_sample_tell_assessment:
 * @story: the story
 * @assessment: one of its assessments
 *
 * Returns: whether all that happened to it could be told
 */
gboolean
ts_sample_tell_assessment (TsSampleStory          *story,
                           TsSampleToldAssessment *assessment)
{
  return tell_beginning (story, assessment) &&
         tell_targets (story, assessment) &&
         tell_ratings (story, assessment) &&
         ts_sample_tell_confirmations (story, assessment) &&
         tell_brief_ratings (story, assessment) &&
         tell_stages (story, assessment);
}
