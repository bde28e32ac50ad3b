/* ts-compare-charts-gaps.c — what boards and others saw differently
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-compare-charts-private.h"

#include "chart/ts-gaps-data-builder.h"
#include "core/ts-compare-counts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * ts_compare_charts_optimism:
 * @comparison: levels of every layer in one year
 * @filter: what is compared
 * @view: (nullable): whether the least optimistic come first
 * @error: not used
 *
 * Returns: (transfer full) (nullable): each organisation's own mean level against that of others, the most optimistic first
 */
TsOptimismData *
ts_compare_charts_optimism (TsComparison           *comparison,
                            const TsCompareFilter  *filter,
                            const TsCompareView    *view,
                            GError                **error)
{
  g_autoptr (GArray) nodes = NULL;
  g_autoptr (GArray) sorted = NULL;
  g_autofree char *title = NULL;
  TsOptimismData *data;
  guint year;

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (ts_compare_charts_is_empty (comparison))
    return NULL;

  year = ts_compare_charts_get_last_year (comparison);
  nodes = ts_compare_charts_list_nodes (comparison, filter);
  sorted = g_array_new (FALSE, FALSE, sizeof (TsSortedOrganisation));

  for (guint i = 0; i < ts_comparison_get_n_organisations (comparison); i++)
    {
      TsOptimism optimism;
      TsSortedOrganisation entry = { -G_MAXDOUBLE, i };

      if (ts_comparison_get_optimism (comparison, i, year, nodes, &optimism))
        entry.key = optimism.own - optimism.other;

      g_array_append_val (sorted, entry);
    }

  ts_sorted_organisations_sort (sorted, view != NULL && view->reversed);
  title = ts_compare_charts_make_section_title (comparison, filter, C_("chart title", "Self against others"));
  data = ts_optimism_data_new (title, ts_layer_get_title (TS_LAYER_SELF), C_("chart series", "Final or panel"), NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      guint organisation = g_array_index (sorted, TsSortedOrganisation, i).organisation;
      TsChartSubject subject = ts_compare_charts_get_subject (comparison, filter, organisation, year);
      TsOptimism optimism;
      gboolean known = ts_comparison_get_optimism (comparison, organisation, year, nodes, &optimism);

      ts_optimism_data_add_row (data, &subject, known ? optimism.own : NAN, known ? optimism.other : NAN);
    }

  return data;
}

/* Of those that have both judgements; a target only where all of them have one, so that means of the same are set side by side. */
typedef struct
{
  guint n;
  guint n_targets;
  double own;
  double other;
  double target;
} Means;

static int
get_other (const TsComparison *comparison,
           guint               organisation,
           guint               year,
           guint               node)
{
  int level = ts_comparison_get_cell (comparison, organisation, year, TS_LAYER_FINAL, node).level;

  return level != 0 ? level : ts_comparison_get_cell (comparison, organisation, year, TS_LAYER_PANEL, node).level;
}

static Means
get_means (const TsComparison *comparison,
           guint               year,
           guint               node)
{
  Means means = { 0 };

  for (guint i = 0; i < ts_comparison_get_n_organisations (comparison); i++)
    {
      int own = ts_comparison_get_cell (comparison, i, year, TS_LAYER_SELF, node).level;
      int other = get_other (comparison, i, year, node);
      int target = ts_comparison_get_target (comparison, i, year, node);

      if (own == 0 || other == 0)
        continue;

      means.n++;
      means.n_targets += target != 0;
      means.own += own;
      means.other += other;
      means.target += target;
    }

  means.own = means.n > 0 ? means.own / means.n : 0;
  means.other = means.n > 0 ? means.other / means.n : 0;
  means.target = means.n > 0 && means.n_targets == means.n ? means.target / means.n : 0;

  return means;
}

/* What there is of one; nothing is left out. */
static Means
get_levels (const TsComparison *comparison,
            guint               organisation,
            guint               year,
            guint               node)
{
  return (Means) {
    .own = ts_comparison_get_cell (comparison, organisation, year, TS_LAYER_SELF, node).level,
    .other = get_other (comparison, organisation, year, node),
    .target = ts_comparison_get_target (comparison, organisation, year, node),
  };
}

static void
set_value (TsGapsDataBuilder *builder,
           TsGapsSeries       series,
           guint              row,
           double             value)
{
  /* No level is left unset, so that it is never taken for zero. */
  if (value > 0)
    ts_gaps_data_builder_set_value (builder, series, row, value);
}

static TsGapsSubject
get_rows_subject (const TsSection       *section,
                  const TsCompareFilter *filter)
{
  if (filter->criteria)
    return TS_GAPS_SUBJECT_CRITERION;

  return ts_scale_get_kind (section->scale) == TS_SCALE_LEVELS ? TS_GAPS_SUBJECT_COMPETENCY : TS_GAPS_SUBJECT_AREA;
}

/**
 * ts_compare_charts_dumbbell:
 * @comparison: levels of every layer in one year, and targets
 * @filter: what is compared
 * @view: (nullable): which organisation it is about, or all
 * @error: where to put that it is not among those compared
 *
 * Of several organisations means are shown, over those that have a level of their own and one by others.
 *
 * Returns: (transfer full) (nullable): by competency, what boards saw, what others saw, and what is aimed at
 */
TsGapsData *
ts_compare_charts_dumbbell (TsComparison           *comparison,
                            const TsCompareFilter  *filter,
                            const TsCompareView    *view,
                            GError                **error)
{
  g_autoptr (TsGapsDataBuilder) builder = NULL;
  g_autoptr (GArray) nodes = NULL;
  g_autofree const char **level_names = NULL;
  g_autofree char *whom = NULL;
  g_autofree char *title = NULL;
  const TsSection *section;
  guint n_organisations;
  guint organisation = 0;
  gboolean one;
  guint year;

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (ts_compare_charts_is_empty (comparison))
    return NULL;

  n_organisations = ts_comparison_get_n_organisations (comparison);
  one = n_organisations == 1 || (view != NULL && view->organisation != NULL);

  if (view != NULL && view->organisation != NULL && !ts_compare_charts_find_organisation (comparison, view->organisation, &organisation, error))
    return NULL;

  year = ts_compare_charts_get_last_year (comparison);
  section = ts_comparison_get_section (comparison, ts_compare_charts_get_section (comparison, filter));
  nodes = ts_compare_charts_list_nodes (comparison, filter);
  whom = one ? g_strdup (ts_comparison_get_organisation (comparison, organisation)->name)
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Mean of %u organisation", "Mean of %u organisations", n_organisations),
                                n_organisations);
  title = ts_compare_charts_make_title (comparison, whom, section->title, FALSE);
  level_names = ts_compare_charts_list_level_names (section->scale);
  builder = ts_gaps_data_builder_new (title, get_rows_subject (section, filter), level_names);
  ts_gaps_data_builder_set_judged (builder, ts_layer_get_title (TS_LAYER_SELF), C_("chart series", "Final or panel"));

  for (guint i = 0; i < nodes->len && i < TS_GAPS_MAX_ROWS; i++)
    {
      guint node = g_array_index (nodes, guint, i);
      const TsNode *group = ts_comparison_get_node (comparison, node)->node;
      guint row = ts_gaps_data_builder_add_row (builder, ts_compare_charts_get_node_code (group), group->title);
      Means means = one ? get_levels (comparison, organisation, year, node) : get_means (comparison, year, node);

      set_value (builder, TS_GAPS_SERIES_PREVIOUS, row, means.own);
      set_value (builder, TS_GAPS_SERIES_LEVEL, row, means.other);
      set_value (builder, TS_GAPS_SERIES_TARGET, row, means.target);
    }

  return ts_gaps_data_builder_end (g_steal_pointer (&builder));
}
