/* ts-sample-story.c — the sample as one change after the other
 *
 * A workbook that has been worked in has a history: so the sample is told as what people did in it, with the changes that the program itself would
 * make. The same sample and seed give the same changes, to the last microsecond and id.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-sample-story-private.h"

#include "core/ts-identifier.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-framework-library.h"
#include "exchange/ts-sample-calendar.h"

#include <glib/gi18n-lib.h>

/**
 * ts_sample_find_person:
 * @story: the story
 * @role: a role
 *
 * Returns: (transfer none): the name of the first person who has it, "" if nobody has
 */
const char *
ts_sample_find_person (TsSampleStory *story,
                       const char    *role)
{
  for (guint i = 0; i < story->sample->people->len; i++)
    {
      const TsSamplePerson *person = g_ptr_array_index (story->sample->people, i);

      if (g_str_equal (person->role, role))
        return person->name;
    }

  return "";
}

/**
 * ts_sample_fail:
 * @story: the story
 * @format: what is wrong with the sample
 *
 * Returns: %FALSE always, for the caller to return
 */
gboolean
ts_sample_fail (TsSampleStory *story,
                const char    *format,
                ...)
{
  va_list arguments;

  va_start (arguments, format);
  story->error = g_error_new_valist (TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_INVALID, format, arguments);
  va_end (arguments);

  return FALSE;
}

/**
 * ts_sample_add_event:
 * @story: the story
 * @at: when, to some minutes
 * @author: (transfer none): who
 * @change: (transfer full) (nullable): what; %NULL where core refused to make it, which is in the story's error
 * @content: (transfer full) (nullable): the bytes of a file that must be there before
 *
 * Returns: whether there was a change
 */
gboolean
ts_sample_add_event (TsSampleStory *story,
                     gint64         at,
                     const char    *author,
                     TsChange      *change,
                     GBytes        *content)
{
  TsSampleEvent event = {
    .at = at + g_rand_int_range (story->random, 0, 8 * 60) * G_USEC_PER_SEC,
    .author = author,
    .change = change,
    .content = content,
    .position = story->events->len,
  };

  if (change == NULL)
    {
      g_clear_pointer (&content, g_bytes_unref);
      return FALSE;
    }

  g_array_append_val (story->events, event);

  return TRUE;
}

/**
 * ts_sample_note_people:
 * @story: the story
 * @change: (nullable): what happens next
 *
 * Keeps the people whom the change brings into the workbook, so that no later one brings them again.
 */
void
ts_sample_note_people (TsSampleStory  *story,
                       const TsChange *change)
{
  for (guint i = 0; change != NULL && i < ts_change_get_n_rows (change); i++)
    {
      TsRow *row = ts_change_get_row (change, i)->after;

      if (row != NULL && ts_row_get_entity (row) == TS_ENTITY_PERSON)
        g_hash_table_insert (story->people, g_strdup (ts_row_get_text (row, TS_PERSON_NAME)), ts_row_ref (row));
    }
}

static void
event_clear (gpointer data)
{
  TsSampleEvent *event = data;

  g_clear_pointer (&event->change, ts_change_unref);
  g_clear_pointer (&event->content, g_bytes_unref);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const TsSampleEvent *first = a;
  const TsSampleEvent *second = b;

  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;

  return first->position < second->position ? -1 : first->position > second->position;
}

static void
framework_free (gpointer data)
{
  TsSampleFramework *framework = data;

  ts_framework_unref (framework->framework);
  ts_row_unref (framework->row);
  g_free (framework);
}

/**
 * ts_sample_find_framework:
 * @story: the story
 * @code: the id of a built-in framework
 *
 * Returns: (transfer none) (nullable): the framework, %NULL with the story's error where there is none
 */
TsSampleFramework *
ts_sample_find_framework (TsSampleStory *story,
                          const char    *code)
{
  TsSampleFramework *framework = g_hash_table_lookup (story->frameworks, code);
  g_autoptr (TsFramework) parsed = NULL;
  g_autofree char *text = NULL;

  if (framework != NULL)
    return framework;

  parsed = ts_framework_library_get (code, &story->error);

  if (parsed == NULL)
    return NULL;

  text = ts_framework_library_get_text (code, &story->error);
  framework = g_new0 (TsSampleFramework, 1);
  framework->row = ts_framework_library_make_row (parsed, text);
  framework->framework = g_steal_pointer (&parsed);
  g_hash_table_insert (story->frameworks, g_strdup (code), framework);

  return framework;
}

/**
 * ts_sample_take_framework_row:
 * @framework: a framework
 *
 * Returns: (transfer none) (nullable): its row for the first change that needs it, %NULL ever after
 */
TsRow *
ts_sample_take_framework_row (TsSampleFramework *framework)
{
  if (framework->kept)
    return NULL;

  framework->kept = TRUE;

  return framework->row;
}

static gboolean
tell_all (TsSampleStory *story)
{
  if (!ts_sample_tell_organisations (story))
    return FALSE;

  for (guint i = 0; i < story->sample->assessments->len; i++)
    {
      if (!ts_sample_prepare_assessment (story, g_ptr_array_index (story->sample->assessments, i)))
        return FALSE;
    }

  /* Before the assessments, because what was linked to one may be carried forward to the next. */
  for (guint i = 0; i < story->sample->evidence->len; i++)
    {
      if (!ts_sample_tell_evidence (story, g_ptr_array_index (story->sample->evidence, i)))
        return FALSE;
    }

  /* Those told in full begin first, and bring the framework; each after that of the year before. */
  for (guint i = 0; i < story->assessments->len; i++)
    {
      TsSampleToldAssessment *assessment = g_ptr_array_index (story->assessments, i);

      if (assessment->told && !ts_sample_tell_assessment (story, assessment))
        return FALSE;
    }

  for (guint i = 0; i < story->assessments->len; i++)
    {
      TsSampleToldAssessment *assessment = g_ptr_array_index (story->assessments, i);

      if (!assessment->told && !ts_sample_tell_assessment (story, assessment))
        return FALSE;
    }

  /* In the order of time: who sat on a panel before is known to the next. */
  for (guint i = 0; i < story->assessments->len; i++)
    {
      if (!ts_sample_tell_reviewed (story, g_ptr_array_index (story->assessments, i)))
        return FALSE;
    }

  return ts_sample_tell_outcomes (story) && ts_sample_tell_review (story);
}

static void
step_free (gpointer data)
{
  TsSampleStep *step = data;

  ts_change_unref (step->change);
  g_clear_pointer (&step->content, g_bytes_unref);
  g_free (step);
}

static GPtrArray *
make_steps (TsSampleStory *story,
            guint32        seed)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (step_free);
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);

  g_array_sort (story->events, compare_events);

  for (guint i = 0; i < story->events->len; i++)
    {
      TsSampleEvent *event = &g_array_index (story->events, TsSampleEvent, i);
      TsSampleStep *step = g_new0 (TsSampleStep, 1);
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *id = ts_identifier_derive ("sample", "change", seed_text, number, NULL);

      step->change = g_steal_pointer (&event->change);
      step->content = g_steal_pointer (&event->content);
      ts_change_stamp (step->change, id, event->author, event->at);
      g_ptr_array_add (steps, step);
    }

  return steps;
}

/**
 * ts_sample_story_tell:
 * @sample: what the sample says
 * @seed: moves the minutes at which things happen
 * @get_file: (scope call): gives the bytes of evidence files
 * @data: for @get_file
 * @error: where to put what is wrong with the sample
 *
 * Returns: (transfer full) (element-type TsSampleStep): what happened, in the order of time
 */
GPtrArray *
ts_sample_story_tell (const TsSampleData    *sample,
                      guint32                seed,
                      TsSampleFileFunction   get_file,
                      gpointer               data,
                      GError               **error)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) organisations = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ts_row_unref);
  g_autoptr (GHashTable) frameworks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, framework_free);
  g_autoptr (GPtrArray) assessments = g_ptr_array_new_with_free_func (ts_sample_told_assessment_free);
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ts_row_unref);
  g_autoptr (GArray) events = g_array_new (FALSE, TRUE, sizeof (TsSampleEvent));
  TsSampleStory story = {
    .sample = sample,
    .random = random,
    .get_file = get_file,
    .data = data,
    .organisations = organisations,
    .frameworks = frameworks,
    .assessments = assessments,
    .people = people,
    .events = events,
  };

  g_return_val_if_fail (sample != NULL && get_file != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_array_set_clear_func (events, event_clear);

  if (!tell_all (&story))
    {
      g_propagate_error (error, story.error);
      return NULL;
    }

  return make_steps (&story, seed);
}
