/* ts-sample-story-carry.c — how the sample's boards began with what they had said the year before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-sample-story-private.h"

#include "core/ts-carry.h"
#include "core/ts-rate.h"
#include "exchange/ts-crosswalk-library.h"
#include "exchange/ts-sample-calendar.h"

#include <glib/gi18n-lib.h>

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  return g_strcmp0 (ts_row_get_id (*(TsRow *const *) a), ts_row_get_id (*(TsRow *const *) b));
}

/* In the order of their ids, so that each telling is the same. */
static GPtrArray *
list_rows (GHashTable *table)
{
  GPtrArray *rows = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, table);

  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (rows, row);

  g_ptr_array_sort (rows, compare_rows);

  return rows;
}

/**
 * ts_sample_add_carried:
 * @story: a story that has told the year before
 * @assessment: an assessment that begins
 * @change: the change with which it does
 *
 * Returns: whether there was a year before to carry forward
 */
gboolean
ts_sample_add_carried (TsSampleStory          *story,
                       TsSampleToldAssessment *assessment,
                       TsChange               *change)
{
  const TsSampleToldAssessment *previous = ts_sample_find_assessment (story, assessment->sample->organisation, assessment->sample->year - 1);
  g_autoptr (TsCrosswalk) crosswalk = NULL;
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GPtrArray) ratings = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GPtrArray) links = NULL;
  TsCarryMaterial material;

  if (previous == NULL)
    return ts_sample_fail (story, _("the sample carries forward a year that it does not tell of"));

  crosswalk = ts_crosswalk_library_get (previous->framework->framework, assessment->framework->framework);
  ratings = list_rows (previous->ratings);
  targets = list_rows (previous->targets);
  links = list_rows (previous->links);
  material = (TsCarryMaterial) {
    .assessment = assessment->row,
    .framework = assessment->framework->framework,
    .ratings = nothing,
    .targets = nothing,
    .links = nothing,
    .previous_framework = previous->framework->framework,
    .previous_ratings = ratings,
    .previous_targets = targets,
    .previous_links = links,
    .previous_year = previous->sample->year,
    .crosswalk = crosswalk,
  };
  ts_carry_add_to (&material, change);

  return TRUE;
}

/**
 * ts_sample_tell_confirmations:
 * @story: the story
 * @assessment: an assessment that began with last year's levels
 *
 * Returns: whether the board could confirm what the sample says that it did
 */
gboolean
ts_sample_tell_confirmations (TsSampleStory          *story,
                              TsSampleToldAssessment *assessment)
{
  const GPtrArray *confirmed = assessment->sample->confirmed;
  gint64 first = ts_sample_calendar_at (assessment->sample->year, 10, 1, 0);
  gint64 last = ts_sample_calendar_at (assessment->sample->year, 12, 18, 0);

  for (guint i = 0; i < confirmed->len; i++)
    {
      g_autoptr (GPtrArray) ratings = list_rows (assessment->ratings);
      g_autoptr (GPtrArray) links = list_rows (assessment->links);
      TsChange *change = ts_change_confirm (assessment->row, assessment->framework->framework, g_ptr_array_index (confirmed, i), ratings, links,
                                            &story->error);

      if (!ts_sample_add_event (story, ts_sample_calendar_spread (first, last, i, confirmed->len),
                                ts_sample_find_person (story, TS_SAMPLE_SECRETARY), change, NULL))
        return FALSE;

      ts_sample_note_change (assessment, change);
    }

  return TRUE;
}

/**
 * ts_sample_tell_fresh_start:
 * @story: the story
 * @assessment: an assessment
 * @node: a criterion of it
 * @author: who judges it
 * @at: when
 *
 * Takes away what was carried forward to a criterion that is judged anew; nothing happens where nothing was.
 *
 * Returns: whether it could be told
 */
gboolean
ts_sample_tell_fresh_start (TsSampleStory          *story,
                            TsSampleToldAssessment *assessment,
                            const TsNode           *node,
                            const char             *author,
                            gint64                  at)
{
  g_autofree char *id = ts_rating_row_id (ts_row_get_id (assessment->row), node->id, TS_LAYER_SELF, "");
  TsRow *rating = g_hash_table_lookup (assessment->ratings, id);
  g_autoptr (GPtrArray) ratings = NULL;
  g_autoptr (GPtrArray) links = NULL;
  TsChange *change;

  if (rating == NULL || !ts_row_has (rating, TS_RATING_CARRIED))
    return TRUE;

  ratings = list_rows (assessment->ratings);
  links = list_rows (assessment->links);
  change = ts_change_start_afresh (assessment->row, assessment->framework->framework, node->id, ratings, links, &story->error);

  if (change != NULL)
    ts_sample_note_change (assessment, change);

  return ts_sample_add_event (story, at, author, change, NULL);
}
