/* ts-compare-charts-distribution.c — how many organisations are at each level
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-compare-charts-private.h"

#include "core/ts-compare-counts.h"
#include "core/ts-error.h"
#include "core/ts-measure-series.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TsComparison *comparison;
  const TsCompareFilter *filter;
  TsDistributionData *data;
} Job;

static void
add_row (Job                  *job,
         const TsChartSubject *subject,
         const GArray         *organisations,
         guint                 year,
         const GArray         *nodes)
{
  guint sums[TS_COUNTS_N] = { 0 };

  for (guint i = 0; i < nodes->len; i++)
    {
      guint counts[TS_COUNTS_N];

      ts_comparison_count_levels (job->comparison, organisations, year, job->filter->layer, g_array_index (nodes, guint, i), counts);

      for (guint level = 0; level < TS_COUNTS_N; level++)
        sums[level] += counts[level];
    }

  ts_distribution_data_add_row (job->data, subject, sums + 1, sums[0]);
}

static void
add_nodes (Job          *job,
           const GArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const TsNode *node = ts_comparison_get_node (job->comparison, g_array_index (nodes, guint, i))->node;
      TsChartSubject subject = { node->id, ts_compare_charts_get_node_code (node), node->title, NULL, FALSE };
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (guint));

      g_array_append_val (one, g_array_index (nodes, guint, i));
      add_row (job, &subject, NULL, ts_compare_charts_get_last_year (job->comparison), one);
    }
}

static void
add_regions (Job          *job,
             const GArray *nodes)
{
  guint year = ts_compare_charts_get_last_year (job->comparison);
  g_autoptr (GPtrArray) groups = ts_compare_charts_group_by_region (job->comparison, year);

  for (guint i = 0; i < groups->len; i++)
    {
      const TsRegionGroup *group = g_ptr_array_index (groups, i);
      TsChartSubject subject = { group->code, NULL, group->name != NULL ? group->name : C_("organisations", "No region"), NULL, FALSE };

      add_row (job, &subject, group->organisations, year, nodes);
    }
}

/* In a year, what nobody was assessed by is not missing. */
static GArray *
list_known (const Job    *job,
            const GArray *nodes,
            guint         year)
{
  GArray *known = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);
      gboolean is_known = FALSE;

      for (guint at = 0; !is_known && at < ts_comparison_get_n_organisations (job->comparison); at++)
        is_known = ts_comparison_knows_node (job->comparison, at, year, node);

      if (is_known)
        g_array_append_val (known, node);
    }

  return known;
}

/* All that stands in all years, like for like; or the one that is named, wherever it stands. */
static GArray *
list_over_years (const Job     *job,
                 const GArray  *nodes,
                 const char    *measure,
                 char         **basis)
{
  guint section = ts_compare_charts_get_section (job->comparison, job->filter);
  GArray *standing;
  gboolean is_less = FALSE;

  if (measure != NULL && !g_str_equal (measure, "total"))
    return g_array_copy ((GArray *) nodes);

  standing = ts_comparison_list_standing (job->comparison, section, job->filter->criteria);

  for (guint year = 0; !is_less && year < ts_comparison_get_n_years (job->comparison); year++)
    {
      g_autoptr (GArray) known = list_known (job, nodes, year);

      is_less = known->len > standing->len;
    }

  if (is_less)
    *basis = ts_measure_describe_basis (job->comparison, standing);

  return standing;
}

static void
add_years (Job          *job,
           const GArray *nodes)
{
  for (guint year = 0; year < ts_comparison_get_n_years (job->comparison); year++)
    {
      g_autoptr (GArray) known = list_known (job, nodes, year);
      g_autofree char *label = ts_year_format (ts_comparison_get_year (job->comparison, year));
      TsChartSubject subject = { label, NULL, label, NULL, FALSE };

      add_row (job, &subject, NULL, year, known);
    }
}

/* The one that is named, else all. */
static GArray *
choose_nodes (TsComparison           *comparison,
              const TsCompareFilter  *filter,
              const char             *measure,
              const char            **what,
              GError                **error)
{
  const TsSection *section = ts_comparison_get_section (comparison, ts_compare_charts_get_section (comparison, filter));
  GArray *nodes;
  int node;

  *what = section->title;

  if (measure == NULL || g_str_equal (measure, "total"))
    return ts_comparison_list_nodes (comparison, ts_compare_charts_get_section (comparison, filter), filter->criteria);

  node = ts_comparison_find_node (comparison, measure);

  /* Levels of another section are on another scale. */
  if (node < 0 || strcmp (ts_comparison_get_node (comparison, (guint) node)->node->section->id, section->id) != 0)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN, _("There is nothing called “%s” in “%s” whose levels could be counted."), measure,
                   section->title);
      return NULL;
    }

  nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (nodes, node);
  *what = ts_comparison_get_node (comparison, (guint) node)->node->title;

  return nodes;
}

/**
 * ts_compare_charts_distribution:
 * @comparison: levels, of the filter's layer in one year; in all years to be shown by year
 * @filter: what is compared
 * @view: (nullable): what the rows are, and which competency is counted; otherwise there is a row for each of them
 * @error: where to put that there is no such competency
 *
 * By year it is like for like: all that stands in all years is counted, and the title says so, or the competency that is named.
 *
 * Returns: (transfer full) (nullable): how many organisations are at each level, %NULL where there is nothing to show
 */
TsDistributionData *
ts_compare_charts_distribution (TsComparison           *comparison,
                                const TsCompareFilter  *filter,
                                const TsCompareView    *view,
                                GError                **error)
{
  static const TsDistributionBy rows[TS_N_COMPARE_BY] = {
    [TS_COMPARE_BY_REGION] = TS_DISTRIBUTION_BY_GROUP,
    [TS_COMPARE_BY_YEAR] = TS_DISTRIBUTION_BY_YEAR,
  };
  TsCompareBy by = view != NULL && view->by != TS_COMPARE_BY_DEFAULT ? view->by : TS_COMPARE_BY_COMPETENCY;
  g_autoptr (GArray) nodes = NULL;
  g_autoptr (TsChartLevels) levels = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GArray) over_years = NULL;
  g_autofree char *basis = NULL;
  g_autofree char *what_counts = NULL;
  const char *what;
  Job job = { comparison, filter };

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (ts_compare_charts_is_empty (comparison))
    return NULL;

  nodes = choose_nodes (comparison, filter, by != TS_COMPARE_BY_COMPETENCY && view != NULL ? view->measure : NULL, &what, error);

  if (nodes == NULL)
    return NULL;

  levels = ts_compare_charts_make_levels (ts_comparison_get_section (comparison, ts_compare_charts_get_section (comparison, filter))->scale);

  if (by == TS_COMPARE_BY_YEAR)
    over_years = list_over_years (&job, nodes, view->measure, &basis);

  what_counts = ts_compare_charts_add_basis (what, basis);
  title = ts_compare_charts_make_title (comparison, what_counts, ts_layer_get_title (filter->layer), by == TS_COMPARE_BY_YEAR);
  job.data = ts_distribution_data_new (title, rows[by], levels);

  if (by == TS_COMPARE_BY_YEAR)
    {
      add_years (&job, over_years);
    }
  else
    {
      g_autoptr (GArray) known = list_known (&job, nodes, ts_compare_charts_get_last_year (comparison));

      if (by == TS_COMPARE_BY_REGION)
        add_regions (&job, known);
      else
        add_nodes (&job, known);
    }

  return job.data;
}
