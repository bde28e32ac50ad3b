/* ts-compare-view.c — which chart of what is compared, and how
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-compare-view.h"

#include <string.h>

static const char *const chart_names[TS_N_COMPARE_CHARTS] = {
  [TS_COMPARE_CHART_HEATMAP] = "heatmap",
  [TS_COMPARE_CHART_DISTRIBUTION] = "distribution",
  [TS_COMPARE_CHART_STRIP] = "strip",
  [TS_COMPARE_CHART_TREND] = "trend",
  [TS_COMPARE_CHART_CHANGE] = "change",
  [TS_COMPARE_CHART_OPTIMISM] = "optimism",
  [TS_COMPARE_CHART_DUMBBELL] = "dumbbell",
  [TS_COMPARE_CHART_RANKING] = "ranking",
  [TS_COMPARE_CHART_SCATTER] = "scatter",
  [TS_COMPARE_CHART_RADAR] = "radar",
};

static const char *const by_names[TS_N_COMPARE_BY] = {
  [TS_COMPARE_BY_DEFAULT] = "default",
  [TS_COMPARE_BY_COMPETENCY] = "competency",
  [TS_COMPARE_BY_REGION] = "region",
  [TS_COMPARE_BY_YEAR] = "year",
};

/**
 * ts_compare_view_new:
 *
 * Returns: (transfer full): a view in which nothing is chosen
 */
TsCompareView *
ts_compare_view_new (void)
{
  return g_new0 (TsCompareView, 1);
}

TsCompareView *
ts_compare_view_copy (const TsCompareView *self)
{
  TsCompareView *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->organisation = g_strdup (self->organisation);
  copy->sort = g_strdup (self->sort);
  copy->measure = g_strdup (self->measure);
  copy->x = g_strdup (self->x);
  copy->y = g_strdup (self->y);
  copy->weights = g_strdup (self->weights);
  copy->other_rule = g_strdup (self->other_rule);

  return copy;
}

void
ts_compare_view_free (TsCompareView *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->organisation);
  g_free (self->sort);
  g_free (self->measure);
  g_free (self->x);
  g_free (self->y);
  g_free (self->weights);
  g_free (self->other_rule);
  g_free (self);
}

gboolean
ts_compare_view_equal (const TsCompareView *a,
                       const TsCompareView *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_strcmp0 (a->organisation, b->organisation) == 0 && g_strcmp0 (a->sort, b->sort) == 0 && a->reversed == b->reversed && a->by == b->by &&
         g_strcmp0 (a->measure, b->measure) == 0 && g_strcmp0 (a->x, b->x) == 0 && g_strcmp0 (a->y, b->y) == 0 &&
         g_strcmp0 (a->weights, b->weights) == 0 && g_strcmp0 (a->other_rule, b->other_rule) == 0;
}

/**
 * ts_compare_view_set:
 * @text: (inout): one of a view's texts
 * @value: (nullable): what to put there; "" is none
 */
void
ts_compare_view_set (char       **text,
                     const char  *value)
{
  ts_compare_filter_set_text (text, value != NULL && *value != '\0' ? value : NULL);
}

static gboolean
find_name (const char *const *names,
           guint n_names,
           const char *name,
           guint *position)
{
  for (guint i = 0; i < n_names; i++)
    {
      if (g_str_equal (names[i], name))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
ts_compare_by_get_name (TsCompareBy by)
{
  g_return_val_if_fail (by < TS_N_COMPARE_BY, NULL);

  return by_names[by];
}

/**
 * ts_compare_by_from_name:
 * @name: a name, from anywhere
 * @by: (out): what it stands for
 *
 * Returns: whether there is such a choice
 */
gboolean
ts_compare_by_from_name (const char  *name,
                         TsCompareBy *by)
{
  guint position;

  g_return_val_if_fail (name != NULL && by != NULL, FALSE);

  if (!find_name (by_names, TS_N_COMPARE_BY, name, &position) || position == TS_COMPARE_BY_DEFAULT)
    return FALSE;

  *by = position;

  return TRUE;
}

/**
 * ts_compare_chart_get_name:
 * @chart: a chart
 *
 * Returns: (transfer none): what `touchstonectl chart` calls it
 */
const char *
ts_compare_chart_get_name (TsCompareChart chart)
{
  g_return_val_if_fail (chart < TS_N_COMPARE_CHARTS, NULL);

  return chart_names[chart];
}

gboolean
ts_compare_chart_from_name (const char     *name,
                            TsCompareChart *chart)
{
  guint position;

  g_return_val_if_fail (name != NULL && chart != NULL, FALSE);

  if (!find_name (chart_names, TS_N_COMPARE_CHARTS, name, &position))
    return FALSE;

  *chart = position;

  return TRUE;
}

/* Who names one year or none wants to see how it came to that. */
static TsCompareNeeds
need_years (const TsCompareFilter *filter)
{
  return filter->years->len > 1 ? TS_COMPARE_YEARS : TS_COMPARE_ALL_YEARS;
}

static TsCompareNeeds
need_for_measure (const char            *measure,
                  const TsCompareFilter *filter)
{
  TsCompareNeeds needs = TS_COMPARE_OUTCOMES;

  if (measure == NULL)
    return needs;

  if (g_str_has_prefix (measure, "change"))
    needs |= TS_COMPARE_YEAR_BEFORE;

  if (g_str_has_prefix (measure, "optimism") || strchr (measure, ':') != NULL)
    needs |= TS_COMPARE_EVERY_LAYER;

  return needs;
}

/* More years of two are those that a chart needs. */
static TsCompareNeeds
choose_years (TsCompareNeeds needs)
{
  static const TsCompareNeeds rising[] = { TS_COMPARE_ALL_YEARS, TS_COMPARE_YEARS, TS_COMPARE_YEAR_BEFORE, TS_COMPARE_LAST_YEAR };
  TsCompareNeeds rest = needs & ~(TS_COMPARE_ALL_YEARS | TS_COMPARE_YEARS | TS_COMPARE_YEAR_BEFORE | TS_COMPARE_LAST_YEAR);

  for (guint i = 0; i < G_N_ELEMENTS (rising); i++)
    {
      if (needs & rising[i])
        return rest | rising[i];
    }

  return rest | TS_COMPARE_LAST_YEAR;
}

static TsCompareNeeds
get_needs (TsCompareChart         chart,
           const TsCompareFilter *filter,
           const TsCompareView   *view)
{
  switch (chart)
    {
    case TS_COMPARE_CHART_TREND:
      return need_years (filter) | need_for_measure (view != NULL ? view->measure : NULL, filter);

    case TS_COMPARE_CHART_DISTRIBUTION:
      return view != NULL && view->by == TS_COMPARE_BY_YEAR ? need_years (filter) : TS_COMPARE_LAST_YEAR;

    case TS_COMPARE_CHART_STRIP:
      return (view != NULL && view->by == TS_COMPARE_BY_YEAR ? need_years (filter) : TS_COMPARE_LAST_YEAR) |
             need_for_measure (view != NULL ? view->measure : NULL, filter);

    case TS_COMPARE_CHART_CHANGE:
      return TS_COMPARE_YEAR_BEFORE;

    case TS_COMPARE_CHART_OPTIMISM:
      return TS_COMPARE_EVERY_LAYER;

    case TS_COMPARE_CHART_DUMBBELL:
      return TS_COMPARE_EVERY_LAYER | TS_COMPARE_TARGETS;

    case TS_COMPARE_CHART_RADAR:
      return TS_COMPARE_TARGETS;

    case TS_COMPARE_CHART_SCATTER:
      return need_for_measure (view != NULL ? view->x : NULL, filter) | need_for_measure (view != NULL ? view->y : NULL, filter);

    case TS_COMPARE_CHART_HEATMAP:
    case TS_COMPARE_CHART_RANKING:
    default:
      return TS_COMPARE_LAST_YEAR;
    }
}

/**
 * ts_compare_chart_get_needs:
 * @chart: a chart
 * @filter: what is compared
 * @view: (nullable): how
 *
 * Returns: how much has to be read for the chart; one choice of years
 */
TsCompareNeeds
ts_compare_chart_get_needs (TsCompareChart         chart,
                            const TsCompareFilter *filter,
                            const TsCompareView   *view)
{
  g_return_val_if_fail (chart < TS_N_COMPARE_CHARTS && filter != NULL, TS_COMPARE_LAST_YEAR);

  return choose_years (get_needs (chart, filter, view));
}
