/* ts-compare-charts-change.c — from which level to which
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-compare-charts-private.h"

#include "core/ts-compare-counts.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

/**
 * ts_compare_charts_change:
 * @comparison: levels, of the filter's layer in two years or more
 * @filter: what is compared
 * @view: (nullable): not used
 * @error: not used
 *
 * What was defined otherwise in the first year than in the last is left out: it cannot be set against itself.
 *
 * Returns: (transfer full) (nullable): from which level to which, between the first year and the last; %NULL where there are no two years
 */
TsTransitionData *
ts_compare_charts_change (TsComparison           *comparison,
                          const TsCompareFilter  *filter,
                          const TsCompareView    *view,
                          GError                **error)
{
  g_autoptr (GArray) nodes = NULL;
  g_autoptr (TsChartLevels) levels = NULL;
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *full_title = NULL;
  guint n_left_out;
  guint counts[TS_COUNTS_N][TS_COUNTS_N];
  const TsSection *section;
  TsTransitionData *data;

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (ts_compare_charts_is_empty (comparison) || ts_comparison_get_n_years (comparison) < 2)
    return NULL;

  nodes = ts_compare_charts_list_nodes (comparison, filter);
  section = ts_comparison_get_section (comparison, ts_compare_charts_get_section (comparison, filter));
  /* Translators: the title of a chart: %s is what of the framework is looked at, such as "Competencies" */
  what = g_strdup_printf (C_("chart title", "Change of level · %s"), section->title);
  title = ts_compare_charts_make_title (comparison, what, ts_layer_get_title (filter->layer), TRUE);
  levels = ts_compare_charts_make_levels (section->scale);
  from = ts_year_format (ts_comparison_get_year (comparison, 0));
  to = ts_year_format (ts_comparison_get_year (comparison, ts_compare_charts_get_last_year (comparison)));
  n_left_out = ts_comparison_count_changes (comparison, 0, ts_compare_charts_get_last_year (comparison), filter->layer, nodes, FALSE, counts);

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
