/* ts-compare-about.c — what a chart of what is compared says of itself where it is taken away
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-compare-about.h"

#include "app/compare/ts-compare-words.h"
#include "model/ts-compare-options.h"

#include <glib/gi18n-lib.h>

/**
 * ts_compare_about_get_rule:
 * @filter: what is compared
 *
 * Returns: (transfer none): by which rule levels are rolled up, in words
 */
const char *
ts_compare_about_get_rule (const TsCompareFilter *filter)
{
  g_return_val_if_fail (filter != NULL, NULL);

  return filter->has_rule ? ts_roll_up_rule_get_explanation (filter->rule) : _("each level by the rule of its own framework");
}

/**
 * ts_compare_about_set:
 * @chart_view: shows a chart
 * @model: what it is of
 * @chart: which chart it is
 * @view: how it shows what is compared
 *
 * Tells it where its numbers come from, and which command gives the same.
 */
void
ts_compare_about_set (TsChartView         *chart_view,
                      TsComparisonModel   *model,
                      TsCompareChart       chart,
                      const TsCompareView *view)
{
  const TsCompareFilter *filter;
  TsSession *session;
  g_autofree char *source = NULL;
  g_autofree char *filters = NULL;
  g_autofree char *output = NULL;
  g_autofree char *command = NULL;

  g_return_if_fail (TS_IS_CHART_VIEW (chart_view));
  g_return_if_fail (TS_IS_COMPARISON_MODEL (model));

  filter = ts_comparison_model_get_filter (model);

  if (filter == NULL)
    return;

  session = ts_comparison_model_get_session (model);
  source = ts_session_dup_title (session);
  filters = ts_comparison_model_describe (model);
  output = g_strconcat (ts_compare_chart_get_name (chart), ".svg", NULL);
  command = ts_compare_command (chart, filter, view, ts_session_get_path (session), output, 0, 0);
  ts_chart_view_set_about (chart_view, &(TsTableAbout) { .source = source, .filters = filters, .rule = ts_compare_about_get_rule (filter), .command = command });
}
