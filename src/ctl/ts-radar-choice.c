/* ts-radar-choice.c — which assessment a radar is about
 *
 * Of the assessments that the filters let through, the one that is told most fully: with the most levels and reasons. Of two alike the
 * later year counts, then the lower code; of its layers, the board's own if it has any levels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-radar-choice.h"

typedef struct
{
  char *assessment; /* the one being counted */
  int year;
  guint n_told;
  guint n_levels[TS_N_LAYERS];

  char *best;
  int best_year;
  guint best_told;
  TsLayer best_layer;
} Search;

/* The first layer with levels: self comes first. Reviewers' levels stand beside each other and make no chart of one. */
static gboolean
find_layer (const Search *search,
            TsLayer      *layer)
{
  for (guint i = 0; i < TS_N_LAYERS; i++)
    {
      if (i != TS_LAYER_REVIEWER && search->n_levels[i] > 0)
        {
          *layer = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
weigh (Search *search)
{
  TsLayer layer;

  if (search->assessment == NULL || !find_layer (search, &layer))
    return;

  if (search->best != NULL &&
      (search->n_told < search->best_told || (search->n_told == search->best_told && search->year <= search->best_year)))
    return;

  g_free (search->best);
  search->best = g_strdup (search->assessment);
  search->best_year = search->year;
  search->best_told = search->n_told;
  search->best_layer = layer;
}

static gboolean
take_rating (const TsRatingRecord *record,
             gpointer              data)
{
  Search *search = data;
  TsLayer layer;

  if (g_strcmp0 (search->assessment, record->assessment) != 0)
    {
      weigh (search);
      g_free (search->assessment);
      search->assessment = g_strdup (record->assessment);
      search->year = record->year;
      search->n_told = 0;
      memset (search->n_levels, 0, sizeof search->n_levels);
    }

  if (record->level != 0 && ts_layer_from_name (record->layer, &layer))
    {
      search->n_levels[layer]++;
      search->n_told++;
    }

  search->n_told += record->rationale != NULL && *record->rationale != '\0';

  return TRUE;
}

/**
 * ts_radar_choice_make:
 * @workbook: a workbook
 * @filter: what is wanted
 * @choice: (out caller-allocates): where to put the choice; it may be that nothing fits
 * @error: where to put an error of the store
 *
 * Returns: whether the workbook could be read
 */
gboolean
ts_radar_choice_make (TsWorkbook           *workbook,
                      const TsQueryFilter  *filter,
                      TsRadarChoice        *choice,
                      GError              **error)
{
  Search search = { 0 };
  gboolean read = ts_workbook_foreach_rating (workbook, filter, take_rating, &search, error);

  weigh (&search);
  g_free (search.assessment);
  choice->assessment = search.best;
  choice->layer = search.best_layer;

  return read;
}

void
ts_radar_choice_clear (TsRadarChoice *self)
{
  g_clear_pointer (&self->assessment, g_free);
}
