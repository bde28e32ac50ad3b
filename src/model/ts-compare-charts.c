/* ts-compare-charts.c — what the charts of what is compared have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-compare-charts-private.h"

#include "core/ts-error.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
compare_sorted (gconstpointer a,
                gconstpointer b)
{
  const TsSortedOrganisation *first = a;
  const TsSortedOrganisation *second = b;

  if (first->key != second->key)
    return first->key > second->key ? -1 : 1;

  return first->organisation < second->organisation ? -1 : 1;
}

/* What has no key has the lowest, and stays last either way. */
void
ts_sorted_organisations_sort (GArray   *sorted,
                              gboolean  reversed)
{
  for (guint i = 0; reversed && i < sorted->len; i++)
    {
      double *key = &g_array_index (sorted, TsSortedOrganisation, i).key;

      if (*key > -G_MAXDOUBLE)
        *key = -*key;
    }

  g_array_sort (sorted, compare_sorted);
}

guint
ts_compare_charts_get_last_year (const TsComparison *comparison)
{
  return ts_comparison_get_n_years (comparison) - 1;
}

guint
ts_compare_charts_get_section (const TsComparison    *comparison,
                               const TsCompareFilter *filter)
{
  int section = ts_comparison_find_section (comparison, filter->section);

  return (guint) MAX (section, 0);
}

gboolean
ts_compare_charts_is_empty (const TsComparison *comparison)
{
  return ts_comparison_get_n_years (comparison) == 0 || ts_comparison_get_n_sections (comparison) == 0 ||
         ts_comparison_get_n_organisations (comparison) == 0;
}

/* Without what nobody was assessed by in the latest year: that is not missing. */
GArray *
ts_compare_charts_list_nodes (const TsComparison    *comparison,
                              const TsCompareFilter *filter)
{
  GArray *nodes = ts_comparison_list_nodes (comparison, ts_compare_charts_get_section (comparison, filter), filter->criteria);
  guint year = ts_compare_charts_get_last_year (comparison);

  for (guint i = nodes->len; i > 0; i--)
    {
      gboolean known = FALSE;

      for (guint at = 0; !known && at < ts_comparison_get_n_organisations (comparison); at++)
        known = ts_comparison_knows_node (comparison, at, year, g_array_index (nodes, guint, i - 1));

      if (!known)
        g_array_remove_index (nodes, i - 1);
    }

  return nodes;
}

static char *
format_years (const TsComparison *comparison,
              gboolean            all_years)
{
  g_autofree char *first = ts_year_format (ts_comparison_get_year (comparison, 0));
  g_autofree char *last = ts_year_format (ts_comparison_get_year (comparison, ts_compare_charts_get_last_year (comparison)));

  if (!all_years || ts_comparison_get_n_years (comparison) == 1)
    return g_steal_pointer (&last);

  /* Translators: the first and the last of several years that follow each other */
  return g_strdup_printf (C_("years", "%s to %s"), first, last);
}

char *
ts_compare_charts_make_title (const TsComparison *comparison,
                              const char         *what,
                              const char         *whose,
                              gboolean            all_years)
{
  g_autofree char *years = format_years (comparison, all_years);

  /* Translators: what is compared, and the year: "Population · 2009/10" */
  if (whose == NULL)
    return g_strdup_printf (C_("chart title", "%s · %s"), what, years);

  /* Translators: what is compared, whose judgement, and the year: "Competencies · Final · 2009/10" */
  return g_strdup_printf (C_("chart title", "%s · %s · %s"), what, whose, years);
}

/* What a chart over years is about, and what it counts where that has to be said. */
char *
ts_compare_charts_add_basis (const char *what,
                             const char *basis)
{
  /* Translators: what is compared, and what of it counts: "Sum of levels · the 10 competencies that stand in both years" */
  return basis != NULL ? g_strdup_printf (C_("chart title", "%s · %s"), what, basis) : g_strdup (what);
}

char *
ts_compare_charts_make_section_title (const TsComparison    *comparison,
                                      const TsCompareFilter *filter,
                                      const char            *whose)
{
  const TsSection *section = ts_comparison_get_section (comparison, ts_compare_charts_get_section (comparison, filter));

  return ts_compare_charts_make_title (comparison, section->title, whose, FALSE);
}

TsChartSubject
ts_compare_charts_get_subject (const TsComparison    *comparison,
                               const TsCompareFilter *filter,
                               guint                  position,
                               guint                  year)
{
  const TsComparedOrganisation *organisation = ts_comparison_get_organisation (comparison, position);
  const TsComparedParent *parent = ts_comparison_get_parent (comparison, position, year);

  return (TsChartSubject) {
    organisation->code,
    organisation->code,
    organisation->name,
    parent != NULL ? parent->name : NULL,
    ts_compare_filter_highlights (filter, organisation->code),
  };
}

/* (transfer container) (array zero-terminated=1) */
const char **
ts_compare_charts_list_level_names (const TsScale *scale)
{
  guint n_levels = MIN (ts_scale_get_n_levels (scale), TS_CHART_LEVELS_MOST);
  const char **names = g_new0 (const char *, n_levels + 1);

  for (guint i = 0; i < n_levels; i++)
    names[i] = ts_scale_get_label (scale, (int) i + 1);

  return names;
}

TsChartLevels *
ts_compare_charts_make_levels (const TsScale *scale)
{
  g_autofree const char **names = ts_compare_charts_list_level_names (scale);

  return ts_chart_levels_new (names, ts_scale_get_kind (scale) == TS_SCALE_RATING ? TS_CHART_LEVELS_TRAFFIC_LIGHT : TS_CHART_LEVELS_SEQUENCE);
}

/* A number, where it has one; words are its title already. */
const char *
ts_compare_charts_get_node_code (const TsNode *node)
{
  return g_ascii_isdigit (*node->id) ? node->id : NULL;
}

gboolean
ts_compare_charts_find_organisation (const TsComparison  *comparison,
                                     const char          *code,
                                     guint               *organisation,
                                     GError             **error)
{
  int position = ts_comparison_find_organisation (comparison, code);

  if (position < 0)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN,
                   _("No organisation with the code “%s” is among those compared. Choose another, or compare more."), code);
      return FALSE;
    }

  *organisation = (guint) position;

  return TRUE;
}

static void
region_group_free (gpointer data)
{
  TsRegionGroup *group = data;

  g_array_unref (group->organisations);
  g_free (group);
}

/* By name; what belongs to nothing comes last. */
static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const TsRegionGroup *first = *(const TsRegionGroup *const *) a;
  const TsRegionGroup *second = *(const TsRegionGroup *const *) b;
  int order;

  if (first->name == NULL || second->name == NULL)
    return (first->name == NULL) - (second->name == NULL);

  order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : strcmp (first->code, second->code);
}

/* (transfer full) (element-type TsRegionGroup): what they have belongs to the comparison. */
GPtrArray *
ts_compare_charts_group_by_region (const TsComparison *comparison,
                                   guint               year)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (region_group_free);
  g_autoptr (GHashTable) by_parent = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ts_comparison_get_n_organisations (comparison); i++)
    {
      const TsComparedParent *parent = ts_comparison_get_parent (comparison, i, year);
      TsRegionGroup *group = g_hash_table_lookup (by_parent, parent);

      if (group == NULL)
        {
          group = g_new (TsRegionGroup, 1);
          *group = (TsRegionGroup) {
            parent != NULL ? parent->code : NULL,
            parent != NULL ? parent->name : NULL,
            g_array_new (FALSE, FALSE, sizeof (guint)),
          };
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_parent, (gpointer) parent, group);
        }

      g_array_append_val (group->organisations, i);
    }

  g_ptr_array_sort (groups, compare_groups);

  return groups;
}

#define MAKE(build, wrap, release) \
  { \
    __auto_type data = build (comparison, filter, view, error); \
    TsChart *made = data != NULL ? wrap (data) : NULL; \
\
    if (data != NULL) \
      release (data); \
\
    return made; \
  }

/**
 * ts_compare_charts_make:
 * @chart: which chart
 * @comparison: what was read for it
 * @filter: what is compared
 * @view: (nullable): how
 * @error: where to put what the view names that there is not
 *
 * Returns: (transfer full) (nullable): the chart; %NULL without an error where there is nothing to show
 */
TsChart *
ts_compare_charts_make (TsCompareChart          chart,
                        TsComparison           *comparison,
                        const TsCompareFilter  *filter,
                        const TsCompareView    *view,
                        GError                **error)
{
  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  switch (chart)
    {
    case TS_COMPARE_CHART_HEATMAP:
      MAKE (ts_compare_charts_heatmap, ts_chart_new_heatmap, ts_heatmap_data_unref)

    case TS_COMPARE_CHART_DISTRIBUTION:
      MAKE (ts_compare_charts_distribution, ts_chart_new_distribution, ts_distribution_data_unref)

    case TS_COMPARE_CHART_STRIP:
      MAKE (ts_compare_charts_strip, ts_chart_new_strip, ts_strip_data_unref)

    case TS_COMPARE_CHART_TREND:
      MAKE (ts_compare_charts_trend, ts_chart_new_trend, ts_trend_data_unref)

    case TS_COMPARE_CHART_CHANGE:
      MAKE (ts_compare_charts_change, ts_chart_new_transition, ts_transition_data_unref)

    case TS_COMPARE_CHART_OPTIMISM:
      MAKE (ts_compare_charts_optimism, ts_chart_new_optimism, ts_optimism_data_unref)

    case TS_COMPARE_CHART_DUMBBELL:
      MAKE (ts_compare_charts_dumbbell, ts_chart_new_gaps, ts_gaps_data_unref)

    case TS_COMPARE_CHART_RANKING:
      MAKE (ts_compare_charts_ranking, ts_chart_new_ranking, ts_ranking_data_unref)

    case TS_COMPARE_CHART_SCATTER:
      MAKE (ts_compare_charts_scatter, ts_chart_new_scatter, ts_scatter_data_unref)

    case TS_COMPARE_CHART_RADAR:
      MAKE (ts_compare_charts_radar, ts_chart_new_radar, ts_radar_data_unref)

    default:
      g_return_val_if_reached (NULL);
    }
}
