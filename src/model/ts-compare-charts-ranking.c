/* ts-compare-charts-ranking.c — ranks with their intervals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-compare-charts-private.h"

#include "core/ts-error.h"
#include "core/ts-rank-interval.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GArray *intervals[TS_N_WEIGHTINGS];
  guint n_panels;
} Panels;

static void
panels_clear (Panels *panels)
{
  for (guint i = 0; i < panels->n_panels; i++)
    g_array_unref (panels->intervals[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Panels, panels_clear)

static gboolean
read_view (const TsCompareView  *view,
           GHashTable          **weights,
           guint                *sorted_by,
           GError              **error)
{
  TsWeighting weighting = TS_WEIGHTING_SUM;

  if (view != NULL && view->weights != NULL && (*weights = ts_weights_parse (view->weights)) == NULL)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("“%s” are no weights: write them as 5=2,7=0.5, each from 0 to %g."), view->weights,
                   TS_WEIGHT_MOST);
      return FALSE;
    }

  if (view != NULL && view->sort != NULL &&
      (!ts_weighting_from_name (view->sort, &weighting) || (weighting == TS_WEIGHTING_OWN && *weights == NULL)))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN,
                   _("Ranks cannot be sorted by “%s” here: name sum, map or governance-first; own where there are weights."), view->sort);
      return FALSE;
    }

  *sorted_by = weighting;

  return TRUE;
}

/**
 * ts_compare_charts_ranking:
 * @comparison: levels, of the filter's layer in one year
 * @filter: what is compared
 * @view: (nullable): the user's own weights, and by which weighting rows are sorted; by the first if it does not say
 * @error: where to put that these are no weights, or that there is no such weighting
 *
 * Returns: (transfer full) (nullable): ranks with intervals under three weightings side by side, and under the user's own
 */
TsRankingData *
ts_compare_charts_ranking (TsComparison           *comparison,
                           const TsCompareFilter  *filter,
                           const TsCompareView    *view,
                           GError                **error)
{
  g_autoptr (GHashTable) weights = NULL;
  g_autoptr (GArray) sorted = NULL;
  g_autofree char *title = NULL;
  g_auto (Panels) panels = { 0 };
  TsRankingData *data;
  guint sorted_by;
  guint year;

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (!read_view (view, &weights, &sorted_by, error) || ts_compare_charts_is_empty (comparison))
    return NULL;

  year = ts_compare_charts_get_last_year (comparison);
  title = ts_compare_charts_make_section_title (comparison, filter, ts_layer_get_title (filter->layer));
  data = ts_ranking_data_new (title, TS_RANK_CONFIDENCE);
  sorted = g_array_new (FALSE, FALSE, sizeof (TsSortedOrganisation));

  for (guint w = 0; w < (weights != NULL ? TS_N_WEIGHTINGS : TS_WEIGHTING_OWN); w++)
    {
      g_autoptr (TsScoring) scoring = ts_scoring_new (comparison, year, filter->layer, filter->section, w, weights);

      ts_ranking_data_add_panel (data, ts_weighting_get_title (w));
      panels.intervals[panels.n_panels++] = ts_rank_intervals_make (scoring, TS_RANK_CONFIDENCE, TS_RANK_SEED);
    }

  for (guint i = 0; i < ts_comparison_get_n_organisations (comparison); i++)
    {
      const TsRankInterval *interval = &g_array_index (panels.intervals[sorted_by], TsRankInterval, i);
      TsSortedOrganisation entry = { interval->is_ranked ? -interval->rank : -G_MAXDOUBLE, i };

      g_array_append_val (sorted, entry);
    }

  ts_sorted_organisations_sort (sorted, view != NULL && view->reversed);

  for (guint i = 0; i < sorted->len; i++)
    {
      guint organisation = g_array_index (sorted, TsSortedOrganisation, i).organisation;
      TsChartSubject subject = ts_compare_charts_get_subject (comparison, filter, organisation, year);
      guint row = ts_ranking_data_add_row (data, &subject);

      for (guint w = 0; w < panels.n_panels; w++)
        {
          const TsRankInterval *interval = &g_array_index (panels.intervals[w], TsRankInterval, organisation);
          TsRank rank = { interval->score, interval->rank, interval->low, interval->high };

          if (interval->is_ranked)
            ts_ranking_data_set_rank (data, w, row, &rank);
        }
    }

  return data;
}
