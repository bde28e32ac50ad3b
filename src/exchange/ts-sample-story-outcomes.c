/* ts-sample-story-outcomes.c — how the sample's outcomes were planned, and what came of it
 *
 * Each autumn the year's plan is made: what came since the last one is noted, and then what is aimed at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-sample-story-private.h"

#include "core/ts-identifier.h"
#include "core/ts-outcome-cells.h"
#include "core/ts-outcome-change.h"
#include "core/ts-outcome-lock.h"
#include "exchange/ts-sample-calendar.h"

#include <glib/gi18n-lib.h>

#define WRITER "Director of public health"

typedef struct
{
  const TsSampleOutcome *sample;
  TsRow *row;
  GPtrArray *values; /* TsRow, as they are after the events so far */
} ToldOutcome;

static void
told_outcome_free (gpointer data)
{
  ToldOutcome *outcome = data;

  g_clear_pointer (&outcome->row, ts_row_unref);
  g_ptr_array_unref (outcome->values);
  g_free (outcome);
}

static const TsSuggestedOutcome *
find_suggestion (const TsSampleToldAssessment *assessment,
                 const char                   *id)
{
  const TsSection *section = ts_framework_find_outcomes_section (assessment->framework->framework);

  for (guint i = 0; section != NULL && i < section->suggested_outcomes->len; i++)
    {
      const TsSuggestedOutcome *suggestion = g_ptr_array_index (section->suggested_outcomes, i);

      if (g_str_equal (suggestion->id, id))
        return suggestion;
    }

  return NULL;
}

static gboolean
define (TsSampleStory                *story,
        const TsSampleToldAssessment *assessment,
        const TsSampleOutcome        *sample,
        TsOutcomeDefinition          *definition)
{
  if (sample->suggested != NULL)
    {
      const TsSuggestedOutcome *suggestion = find_suggestion (assessment, sample->suggested);

      if (suggestion == NULL)
        return ts_sample_fail (story, _("the sample has the outcome “%s”, which its framework does not suggest"), sample->suggested);

      *definition = ts_suggested_outcome_get_definition (suggestion);
    }
  else
    {
      definition->metric = sample->metric;
      definition->unit = sample->unit;

      if (!ts_outcome_direction_from_name (sample->direction, &definition->up_is_better))
        return ts_sample_fail (story, _("the sample has the unknown direction “%s”"), sample->direction);
    }

  definition->source = sample->source;

  return TRUE;
}

static const char *
find_author (TsSampleStory                *story,
             const TsSampleToldAssessment *assessment)
{
  return ts_sample_find_person (story, assessment->told ? WRITER : TS_SAMPLE_ANALYST);
}

/* Locks are left to the workbook's door: at that time, later stages had not been reached. */
static TsOutcomeScope
make_scope (const TsSampleToldAssessment *assessment,
            TsRow                        *draft,
            GPtrArray                    *assessments,
            GPtrArray                    *told)
{
  TsOutcomeScope scope = { draft, assessments, g_ptr_array_new () };

  for (guint i = 0; i < told->len; i++)
    {
      ToldOutcome *outcome = g_ptr_array_index (told, i);

      if (outcome->row != NULL && g_str_equal (outcome->sample->organisation, assessment->sample->organisation))
        g_ptr_array_add (scope.outcomes, outcome->row);
    }

  return scope;
}

static void
take_outcome (ToldOutcome *outcome,
              TsChange    *change)
{
  TsRow *row = ts_change_find_after (change, TS_ENTITY_OUTCOME);

  ts_row_ref (row);
  g_clear_pointer (&outcome->row, ts_row_unref);
  outcome->row = row;
}

static gboolean
tell_addition (TsSampleStory                *story,
               const TsSampleToldAssessment *assessment,
               ToldOutcome                  *outcome,
               const TsOutcomeScope         *scope,
               gint64                        at)
{
  g_autofree char *year = g_strdup_printf ("%d", outcome->sample->since);
  g_autofree char *id = NULL;
  TsOutcomeDefinition definition = { 0 };
  TsChange *change;

  if (!define (story, assessment, outcome->sample, &definition))
    return FALSE;

  id = ts_identifier_derive ("sample", "outcome", outcome->sample->organisation, definition.metric, year, NULL);
  change = ts_change_add_outcome (scope, TS_OUTCOME_MOST, id, &definition, &story->error);

  if (change != NULL)
    take_outcome (outcome, change);

  return ts_sample_add_event (story, at, find_author (story, assessment), change, NULL);
}

static gboolean
tell_end (TsSampleStory                *story,
          const TsSampleToldAssessment *assessment,
          ToldOutcome                  *outcome,
          const TsOutcomeScope         *scope,
          gint64                        at)
{
  TsChange *change = ts_change_remove_outcome (scope, outcome->row, outcome->values, &story->error);

  if (change != NULL)
    take_outcome (outcome, change);

  return ts_sample_add_event (story, at, find_author (story, assessment), change, NULL);
}

static void
take_values (ToldOutcome *outcome,
             TsChange    *change)
{
  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      const TsChangeRow *row = ts_change_get_row (change, i);

      if (row->before != NULL)
        g_ptr_array_remove (outcome->values, row->before);

      g_ptr_array_add (outcome->values, ts_row_ref (row->after));
    }
}

/* What came in the years before @year, or what was planned then. */
static gboolean
tell_figures (TsSampleStory                *story,
              const TsSampleToldAssessment *assessment,
              ToldOutcome                  *outcome,
              gboolean                      planned,
              int                           year,
              gint64                        at)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (TsOutcomeCell));
  g_autoptr (GPtrArray) no_assessments = g_ptr_array_new ();
  TsChange *change;

  for (guint i = 0; i < outcome->sample->figures->len; i++)
    {
      const TsSampleFigure *figure = &g_array_index (outcome->sample->figures, TsSampleFigure, i);
      TsOutcomeCell cell = { planned ? TS_OUTCOME_VALUE_ASPIRATION : TS_OUTCOME_VALUE_ACTUAL, figure->year, TRUE, figure->number };

      if (planned ? figure->told == year : (figure->told == 0 && figure->year < year))
        g_array_append_val (cells, cell);
    }

  if (cells->len == 0)
    return TRUE;

  change = ts_change_set_outcome_cells (outcome->row, outcome->values, no_assessments, &g_array_index (cells, TsOutcomeCell, 0), cells->len,
                                        &story->error);

  /* What came had all been noted the year before. */
  if (change == NULL && !planned)
    {
      g_clear_error (&story->error);
      return TRUE;
    }

  if (change != NULL)
    take_values (outcome, change);

  return ts_sample_add_event (story, at, find_author (story, assessment), change, NULL);
}

static gboolean
tell_outcome (TsSampleStory                *story,
              const TsSampleToldAssessment *assessment,
              ToldOutcome                  *outcome,
              const TsOutcomeScope         *scope,
              guint                         position)
{
  int year = assessment->sample->year;
  gint64 minute = position % 40 * 9;
  gboolean is_there;

  if (outcome->row == NULL && outcome->sample->since == year &&
      !tell_addition (story, assessment, outcome, scope, ts_sample_calendar_at (year, 9, 24, 30 + (int) minute)))
    return FALSE;

  is_there = outcome->row != NULL && ts_outcome_covers (outcome->row, year);

  if (!is_there)
    return TRUE;

  if (outcome->sample->until != 0 && outcome->sample->until < year)
    return tell_end (story, assessment, outcome, scope, ts_sample_calendar_at (year, 9, 24, 30 + (int) minute));

  return tell_figures (story, assessment, outcome, FALSE, year, ts_sample_calendar_at (year, 10, 8, 30 + (int) minute)) &&
         tell_figures (story, assessment, outcome, TRUE, year, ts_sample_calendar_at (year, 10, 15, 30 + (int) minute));
}

static gboolean
tell_assessment (TsSampleStory                *story,
                 const TsSampleToldAssessment *assessment,
                 GPtrArray                    *told)
{
  g_autoptr (TsRow) draft = ts_row_copy (assessment->row);
  g_autoptr (TsRow) earlier = ts_row_copy (assessment->row);
  g_autoptr (GPtrArray) assessments = g_ptr_array_new ();
  gboolean all_told = TRUE;

  ts_row_set_text (draft, TS_ASSESSMENT_STAGE, ts_stage_get_name (TS_STAGE_DRAFT));
  ts_row_set_text (earlier, TS_ASSESSMENT_STAGE, ts_stage_get_name (TS_STAGE_DRAFT));
  ts_row_set_integer (earlier, TS_ASSESSMENT_YEAR, assessment->sample->year - 1);
  g_ptr_array_add (assessments, draft);
  g_ptr_array_add (assessments, earlier);

  for (guint i = 0; i < told->len && all_told; i++)
    {
      ToldOutcome *outcome = g_ptr_array_index (told, i);
      TsOutcomeScope scope;

      if (!g_str_equal (outcome->sample->organisation, assessment->sample->organisation))
        continue;

      scope = make_scope (assessment, draft, assessments, told);
      all_told = tell_outcome (story, assessment, outcome, &scope, i);
      g_ptr_array_unref (scope.outcomes);
    }

  return all_told;
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  const TsSampleToldAssessment *first = *(const TsSampleToldAssessment *const *) a;
  const TsSampleToldAssessment *second = *(const TsSampleToldAssessment *const *) b;

  return first->sample->year - second->sample->year;
}

/**
 * ts_sample_tell_outcomes:
 * @story: the story, which has told of assessments
 *
 * Returns: whether all that happened to outcomes could be told
 */
gboolean
ts_sample_tell_outcomes (TsSampleStory *story)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (told_outcome_free);
  g_autoptr (GPtrArray) assessments = g_ptr_array_new ();

  for (guint i = 0; i < story->sample->outcomes->len; i++)
    {
      ToldOutcome *outcome = g_new0 (ToldOutcome, 1);

      outcome->sample = g_ptr_array_index (story->sample->outcomes, i);
      outcome->values = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
      g_ptr_array_add (told, outcome);
    }

  /* A stable sort: one year after the other, in the sample's order. */
  g_ptr_array_extend (assessments, story->assessments, NULL, NULL);
  g_ptr_array_sort (assessments, compare_years);

  for (guint i = 0; i < assessments->len; i++)
    {
      if (!tell_assessment (story, g_ptr_array_index (assessments, i), told))
        return FALSE;
    }

  for (guint i = 0; i < told->len; i++)
    {
      const ToldOutcome *outcome = g_ptr_array_index (told, i);

      if (outcome->row == NULL)
        return ts_sample_fail (story, _("the sample has an outcome of “%s” since a year without assessment"), outcome->sample->organisation);
    }

  return TRUE;
}
