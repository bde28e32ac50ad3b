/* ts-chart-choice.c — which assessment a chart is about
 *
 * Of the organisations that the filters let through, the one of which most is told, with levels and reasons; of two alike, the one with
 * the lower code. Of its assessments the latest that has levels of the board's own, or else the latest that has any.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-chart-choice.h"

typedef struct
{
  char *id;
  TsLayer layer;
} Candidate;

/* Ratings come organisation by organisation and, within each, year by year. */
typedef struct
{
  char *organisation;
  guint n_told;
  Candidate candidate; /* of the organisation */

  char *assessment;
  gboolean has_level[TS_N_LAYERS];

  guint best_told;
  Candidate best;
} Search;

/* The first layer with levels: the board's own comes first. Reviewers' levels stand beside each other and make no chart of one. */
static gboolean
find_layer (const Search *search,
            TsLayer      *layer)
{
  for (guint i = 0; i < TS_N_LAYERS; i++)
    {
      if (i != TS_LAYER_REVIEWER && search->has_level[i])
        {
          *layer = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
end_assessment (Search *search)
{
  TsLayer layer;

  if (search->assessment != NULL && find_layer (search, &layer) &&
      (search->candidate.id == NULL || layer == TS_LAYER_SELF || search->candidate.layer != TS_LAYER_SELF))
    {
      g_free (search->candidate.id);
      search->candidate.id = g_steal_pointer (&search->assessment);
      search->candidate.layer = layer;
    }

  g_clear_pointer (&search->assessment, g_free);
  memset (search->has_level, 0, sizeof search->has_level);
}

static void
end_organisation (Search *search)
{
  end_assessment (search);

  if (search->candidate.id != NULL && (search->best.id == NULL || search->n_told > search->best_told))
    {
      g_free (search->best.id);
      search->best = search->candidate;
      search->best_told = search->n_told;
      search->candidate.id = NULL;
    }

  g_clear_pointer (&search->candidate.id, g_free);
  g_clear_pointer (&search->organisation, g_free);
  search->n_told = 0;
}

static gboolean
take_rating (const TsRatingRecord *record,
             gpointer              data)
{
  Search *search = data;
  gboolean is_told;
  TsLayer layer;

  if (g_strcmp0 (search->organisation, record->organisation) != 0)
    {
      end_organisation (search);
      search->organisation = g_strdup (record->organisation);
    }

  if (g_strcmp0 (search->assessment, record->assessment) != 0)
    {
      end_assessment (search);
      search->assessment = g_strdup (record->assessment);
    }

  /* What analysts and reviewers say of an organisation is not its own story. */
  is_told = !g_str_equal (record->layer, ts_layer_get_name (TS_LAYER_DESK)) && !g_str_equal (record->layer, ts_layer_get_name (TS_LAYER_REVIEWER));

  if (record->level != 0 && ts_layer_from_name (record->layer, &layer))
    {
      search->has_level[layer] = TRUE;
      search->n_told += is_told;
    }

  search->n_told += is_told && record->rationale != NULL && *record->rationale != '\0';

  return TRUE;
}

/**
 * ts_chart_choice_make:
 * @workbook: a workbook
 * @filter: what is wanted
 * @choice: (out caller-allocates): where to put the choice; it may be that nothing fits
 * @error: where to put an error of the store
 *
 * Returns: whether the workbook could be read
 */
gboolean
ts_chart_choice_make (TsWorkbook           *workbook,
                      const TsQueryFilter  *filter,
                      TsChartChoice        *choice,
                      GError              **error)
{
  Search search = { 0 };
  gboolean read = ts_workbook_foreach_rating (workbook, filter, take_rating, &search, error);

  end_organisation (&search);
  choice->assessment = search.best.id;
  choice->layer = search.best.layer;

  return read;
}

void
ts_chart_choice_clear (TsChartChoice *self)
{
  g_clear_pointer (&self->assessment, g_free);
}
