/* ts-compare-charts.c — organisations side by side as charts
 *
 * The window and touchstonectl draw the same charts because both take their data from here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-compare-charts.h"

#include "core/ts-compare-counts.h"
#include "core/ts-rank-interval.h"
#include "core/ts-similarity.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  double key; /* the higher first */
  guint organisation;
} Sorted;

static int
compare_sorted (gconstpointer a,
                gconstpointer b)
{
  const Sorted *first = a;
  const Sorted *second = b;

  if (first->key != second->key)
    return first->key > second->key ? -1 : 1;

  return first->organisation < second->organisation ? -1 : 1;
}

static guint
get_last_year (const TsComparison *comparison)
{
  return ts_comparison_get_n_years (comparison) - 1;
}

static guint
get_section (const TsComparison    *comparison,
             const TsCompareFilter *filter)
{
  return (guint) MAX (ts_comparison_find_section (comparison, filter->section), 0);
}

static gboolean
is_empty (const TsComparison *comparison)
{
  return ts_comparison_get_n_years (comparison) == 0 || ts_comparison_get_n_sections (comparison) == 0;
}

/* Without what nobody was assessed by in the latest year: that is not missing. */
static GArray *
list_nodes (const TsComparison    *comparison,
            const TsCompareFilter *filter)
{
  GArray *nodes = ts_comparison_list_nodes (comparison, get_section (comparison, filter), filter->criteria);

  for (guint i = nodes->len; i > 0; i--)
    {
      gboolean known = FALSE;

      for (guint at = 0; !known && at < ts_comparison_get_n_organisations (comparison); at++)
        known = ts_comparison_knows_node (comparison, at, get_last_year (comparison), g_array_index (nodes, guint, i - 1));

      if (!known)
        g_array_remove_index (nodes, i - 1);
    }

  return nodes;
}

static char *
make_title (const TsComparison    *comparison,
            const TsCompareFilter *filter,
            const char            *whose)
{
  const TsSection *section = ts_comparison_get_section (comparison, get_section (comparison, filter));
  g_autofree char *year = ts_year_format (ts_comparison_get_year (comparison, get_last_year (comparison)));

  /* Translators: what is compared, whose judgement, and the year: "Competencies · Final · 2009/10" */
  return g_strdup_printf (C_("chart title", "%s · %s · %s"), section->title, whose, year);
}

static TsChartSubject
get_subject (const TsComparison    *comparison,
             const TsCompareFilter *filter,
             guint                  position)
{
  const TsComparedOrganisation *organisation = ts_comparison_get_organisation (comparison, position);
  const TsComparedParent *parent = ts_comparison_get_parent (comparison, position, get_last_year (comparison));

  return (TsChartSubject) {
    organisation->code,
    organisation->code,
    organisation->name,
    parent != NULL ? parent->name : NULL,
    ts_compare_filter_highlights (filter, organisation->code),
  };
}

static TsChartLevels *
make_levels (const TsScale *scale)
{
  const char *names[TS_SCALE_MOST_LEVELS + 1] = { NULL };

  for (guint i = 0; i < ts_scale_get_n_levels (scale); i++)
    names[i] = ts_scale_get_label (scale, (int) i + 1);

  return ts_chart_levels_new (names, ts_scale_get_kind (scale) == TS_SCALE_RATING ? TS_CHART_LEVELS_TRAFFIC_LIGHT : TS_CHART_LEVELS_SEQUENCE);
}

static const char *
get_node_code (const TsNode *node)
{
  return g_ascii_isdigit (*node->id) ? node->id : NULL;
}

/* --- Heat map ------------------------------------------------------------------------------------------------------ */

static guint *
order_rows (const TsComparison    *comparison,
            const TsCompareFilter *filter,
            const GArray          *nodes,
            gboolean               by_similarity)
{
  guint n = ts_comparison_get_n_organisations (comparison);
  g_autofree guint8 *levels = g_new0 (guint8, (gsize) n * nodes->len + 1);
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));
  guint *order;

  for (guint i = 0; i < n; i++)
    {
      Sorted entry = { 0, i };

      for (guint j = 0; j < nodes->len; j++)
        {
          int level = ts_comparison_get_cell (comparison, i, get_last_year (comparison), filter->layer, g_array_index (nodes, guint, j)).level;

          levels[(gsize) i * nodes->len + j] = (guint8) level;
          entry.key += level;
        }

      g_array_append_val (sorted, entry);
    }

  if (by_similarity)
    return ts_similarity_order (levels, n, nodes->len);

  g_array_sort (sorted, compare_sorted);
  order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = g_array_index (sorted, Sorted, i).organisation;

  return order;
}

static void
count_parts (const TsComparison *comparison,
             guint               organisation,
             TsLayer             layer,
             guint               group,
             guint              *n_rated,
             guint              *n_wanted)
{
  guint year = get_last_year (comparison);

  *n_rated = *n_wanted = 0;

  for (guint i = group + 1; i < ts_comparison_get_n_nodes (comparison) && ts_comparison_get_node (comparison, i)->group == group; i++)
    {
      if (!ts_comparison_knows_node (comparison, organisation, year, i))
        continue;

      (*n_wanted)++;
      *n_rated += ts_comparison_get_cell (comparison, organisation, year, layer, i).level != 0;
    }
}

/**
 * ts_compare_charts_heatmap:
 * @comparison: levels, of the filter's layer in one year
 * @filter: what is compared
 * @by_similarity: whether rows that are alike stand together; otherwise those with the highest sum of levels come first
 *
 * Returns: (transfer full) (nullable): the data of a heat map, %NULL where there is nothing to show
 */
TsHeatmapData *
ts_compare_charts_heatmap (TsComparison          *comparison,
                           const TsCompareFilter *filter,
                           gboolean               by_similarity)
{
  g_autoptr (GArray) nodes = NULL;
  g_autofree guint *order = NULL;
  g_autofree char *title = NULL;
  TsHeatmapData *data;

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (is_empty (comparison))
    return NULL;

  nodes = list_nodes (comparison, filter);
  g_array_set_size (nodes, MIN (nodes->len, TS_HEATMAP_MAX_COLUMNS));
  order = order_rows (comparison, filter, nodes, by_similarity);
  title = make_title (comparison, filter, ts_layer_get_title (filter->layer));
  data = ts_heatmap_data_new (title);

  for (guint j = 0; j < nodes->len; j++)
    {
      const TsNode *node = ts_comparison_get_node (comparison, g_array_index (nodes, guint, j))->node;
      g_autoptr (TsChartLevels) levels = make_levels (node->section->scale);

      ts_heatmap_data_add_column (data, node->id, get_node_code (node), node->title, levels);
    }

  for (guint i = 0; i < ts_comparison_get_n_organisations (comparison); i++)
    {
      TsChartSubject subject = get_subject (comparison, filter, order[i]);
      guint row = ts_heatmap_data_add_row (data, &subject);

      for (guint j = 0; j < nodes->len; j++)
        {
          guint node = g_array_index (nodes, guint, j);
          TsCell cell = ts_comparison_get_cell (comparison, order[i], get_last_year (comparison), filter->layer, node);
          guint n_rated;
          guint n_wanted;

          if (cell.level != 0)
            {
              ts_heatmap_data_set_value (data, row, j, cell.level, cell.basis != TS_BASIS_ROLLED_UP);
            }
          else if (cell.basis == TS_BASIS_INCOMPLETE)
            {
              count_parts (comparison, order[i], filter->layer, node, &n_rated, &n_wanted);
              ts_heatmap_data_set_incomplete (data, row, j, n_rated, n_wanted);
            }
        }
    }

  return data;
}

/* --- Distribution -------------------------------------------------------------------------------------------------- */

/**
 * ts_compare_charts_distribution:
 * @comparison: levels, of the filter's layer in one year
 * @filter: what is compared
 *
 * Returns: (transfer full) (nullable): how many organisations are at each level of each competency, %NULL where there is nothing to show
 */
TsDistributionData *
ts_compare_charts_distribution (TsComparison          *comparison,
                                const TsCompareFilter *filter)
{
  g_autoptr (GArray) nodes = NULL;
  g_autoptr (TsChartLevels) levels = NULL;
  g_autofree char *title = NULL;
  TsDistributionData *data;

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (is_empty (comparison))
    return NULL;

  nodes = list_nodes (comparison, filter);
  levels = make_levels (ts_comparison_get_section (comparison, get_section (comparison, filter))->scale);
  title = make_title (comparison, filter, ts_layer_get_title (filter->layer));
  data = ts_distribution_data_new (title, TS_DISTRIBUTION_BY_COMPETENCY, levels);

  for (guint i = 0; i < nodes->len; i++)
    {
      const TsNode *node = ts_comparison_get_node (comparison, g_array_index (nodes, guint, i))->node;
      TsChartSubject subject = { node->id, get_node_code (node), node->title, NULL, FALSE };
      guint counts[TS_COUNTS_N];

      ts_comparison_count_levels (comparison, NULL, get_last_year (comparison), filter->layer, g_array_index (nodes, guint, i), counts);
      ts_distribution_data_add_row (data, &subject, counts + 1, counts[0]);
    }

  return data;
}

/* --- Optimism ------------------------------------------------------------------------------------------------------ */

/**
 * ts_compare_charts_optimism:
 * @comparison: levels of every layer in one year
 * @filter: what is compared
 *
 * Returns: (transfer full) (nullable): each organisation's own mean level against that of others, the most optimistic first
 */
TsOptimismData *
ts_compare_charts_optimism (TsComparison          *comparison,
                            const TsCompareFilter *filter)
{
  g_autoptr (GArray) nodes = NULL;
  g_autoptr (GArray) sorted = NULL;
  g_autofree char *title = NULL;
  TsOptimismData *data;

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (is_empty (comparison))
    return NULL;

  nodes = list_nodes (comparison, filter);
  sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));

  for (guint i = 0; i < ts_comparison_get_n_organisations (comparison); i++)
    {
      TsOptimism optimism;
      Sorted entry = { -G_MAXDOUBLE, i };

      if (ts_comparison_get_optimism (comparison, i, get_last_year (comparison), nodes, &optimism))
        entry.key = optimism.own - optimism.other;

      g_array_append_val (sorted, entry);
    }

  g_array_sort (sorted, compare_sorted);
  title = make_title (comparison, filter, C_("chart title", "Self against others"));
  data = ts_optimism_data_new (title, ts_layer_get_title (TS_LAYER_SELF), C_("chart series", "Final or panel"), NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      guint organisation = g_array_index (sorted, Sorted, i).organisation;
      TsChartSubject subject = get_subject (comparison, filter, organisation);
      TsOptimism optimism;
      gboolean known = ts_comparison_get_optimism (comparison, organisation, get_last_year (comparison), nodes, &optimism);

      ts_optimism_data_add_row (data, &subject, known ? optimism.own : NAN, known ? optimism.other : NAN);
    }

  return data;
}

/* --- Ranking ------------------------------------------------------------------------------------------------------- */

/**
 * ts_compare_charts_ranking:
 * @comparison: levels, of the filter's layer in one year
 * @filter: what is compared
 *
 * Returns: (transfer full) (nullable): ranks with intervals under three weightings side by side, by the first of them
 */
TsRankingData *
ts_compare_charts_ranking (TsComparison          *comparison,
                           const TsCompareFilter *filter)
{
  static const TsWeighting weightings[] = { TS_WEIGHTING_SUM, TS_WEIGHTING_MAP, TS_WEIGHTING_GOVERNANCE_FIRST };
  g_autoptr (GArray) sorted = NULL;
  g_autofree char *title = NULL;
  GArray *intervals[G_N_ELEMENTS (weightings)];
  TsRankingData *data;

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (is_empty (comparison))
    return NULL;

  title = make_title (comparison, filter, ts_layer_get_title (filter->layer));
  data = ts_ranking_data_new (title, TS_RANK_CONFIDENCE);
  sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));

  for (guint w = 0; w < G_N_ELEMENTS (weightings); w++)
    {
      g_autoptr (TsScoring) scoring =
        ts_scoring_new (comparison, get_last_year (comparison), filter->layer, filter->section, weightings[w], NULL);

      ts_ranking_data_add_panel (data, ts_weighting_get_title (weightings[w]));
      intervals[w] = ts_rank_intervals_make (scoring, TS_RANK_CONFIDENCE, TS_RANK_SEED);
    }

  for (guint i = 0; i < intervals[0]->len; i++)
    {
      const TsRankInterval *interval = &g_array_index (intervals[0], TsRankInterval, i);
      Sorted entry = { interval->is_ranked ? -interval->rank : -G_MAXDOUBLE, i };

      g_array_append_val (sorted, entry);
    }

  g_array_sort (sorted, compare_sorted);

  for (guint i = 0; i < sorted->len; i++)
    {
      guint organisation = g_array_index (sorted, Sorted, i).organisation;
      TsChartSubject subject = get_subject (comparison, filter, organisation);
      guint row = ts_ranking_data_add_row (data, &subject);

      for (guint w = 0; w < G_N_ELEMENTS (weightings); w++)
        {
          const TsRankInterval *interval = &g_array_index (intervals[w], TsRankInterval, organisation);
          TsRank rank = { interval->score, interval->rank, interval->low, interval->high };

          if (interval->is_ranked)
            ts_ranking_data_set_rank (data, w, row, &rank);
        }
    }

  for (guint w = 0; w < G_N_ELEMENTS (weightings); w++)
    g_array_unref (intervals[w]);

  return data;
}

/* --- Change -------------------------------------------------------------------------------------------------------- */

/**
 * ts_compare_charts_change:
 * @comparison: levels, of the filter's layer in two years or more
 * @filter: what is compared
 *
 * What was defined otherwise in the first year than in the last is left out: it cannot be set against itself.
 *
 * Returns: (transfer full) (nullable): from which level to which, between the first year and the last; %NULL where there are no two years
 */
TsTransitionData *
ts_compare_charts_change (TsComparison          *comparison,
                          const TsCompareFilter *filter)
{
  g_autoptr (GArray) nodes = NULL;
  g_autoptr (TsChartLevels) levels = NULL;
  g_autofree char *title = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *full_title = NULL;
  guint n_left_out;
  guint counts[TS_COUNTS_N][TS_COUNTS_N];
  TsTransitionData *data;

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (is_empty (comparison) || ts_comparison_get_n_years (comparison) < 2)
    return NULL;

  nodes = list_nodes (comparison, filter);
  levels = make_levels (ts_comparison_get_section (comparison, get_section (comparison, filter))->scale);
  title = make_title (comparison, filter, ts_layer_get_title (filter->layer));
  from = ts_year_format (ts_comparison_get_year (comparison, 0));
  to = ts_year_format (ts_comparison_get_year (comparison, get_last_year (comparison)));
  n_left_out = ts_comparison_count_changes (comparison, 0, get_last_year (comparison), filter->layer, nodes, FALSE, counts);

  /* Translators: the title of a chart, and how many competencies it leaves out */
  full_title = n_left_out > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · without %u that was redefined",
                                                              "%s · without %u that were redefined", n_left_out),
                                                 title, n_left_out)
                              : g_strdup (title);
  data = ts_transition_data_new (full_title, from, to, levels);

  for (guint i = 0; i <= ts_chart_levels_get_n (levels); i++)
    {
      for (guint j = 0; j <= ts_chart_levels_get_n (levels); j++)
        {
          if (counts[i][j] > 0)
            ts_transition_data_add (data, i, j, counts[i][j]);
        }
    }

  return data;
}
