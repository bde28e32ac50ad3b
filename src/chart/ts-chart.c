/* ts-chart.c
 *
 * A chart of any kind.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart.h"

struct _TsChart
{
  const TsChartKind *kind;
  gpointer data;
};

G_DEFINE_BOXED_TYPE (TsChart, ts_chart, ts_chart_ref, ts_chart_unref)

/**
 * ts_chart_new:
 * @kind: (transfer none): the kind; must be static
 * @data: (transfer full): immutable data of that kind
 *
 * Returns: (transfer full): a new chart
 */
TsChart *
ts_chart_new (const TsChartKind *kind,
              gpointer           data)
{
  TsChart *self;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);

  self = g_atomic_rc_box_new0 (TsChart);
  self->kind = kind;
  self->data = data;

  return self;
}

/**
 * ts_chart_ref:
 * @self: a chart
 *
 * Returns: (transfer full): @self
 */
TsChart *
ts_chart_ref (TsChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_chart_clear (TsChart *self)
{
  self->kind->unref (self->data);
}

/**
 * ts_chart_unref:
 * @self: (transfer full): a chart
 */
void
ts_chart_unref (TsChart *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_chart_clear);
}

/**
 * ts_chart_get_name:
 * @self: a chart
 *
 * Returns: what its kind is called on a command line, such as "radar"
 */
const char *
ts_chart_get_name (TsChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind->name;
}

/**
 * ts_chart_get_title:
 * @self: a chart
 *
 * Returns: (transfer none): its title
 */
const char *
ts_chart_get_title (TsChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind->get_title (self->data);
}

/**
 * ts_chart_describe:
 * @self: a chart
 *
 * Returns: (transfer full): what it shows, in one sentence
 */
char *
ts_chart_describe (TsChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind->describe (self->data);
}

/**
 * ts_chart_to_table:
 * @self: a chart
 *
 * Returns: (transfer full): everything it shows, in words
 */
TsChartTable *
ts_chart_to_table (TsChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind->to_table (self->data);
}

/**
 * ts_chart_layout:
 * @self: a chart
 * @options: the place it will be shown in
 *
 * Returns: (transfer full): a scene that fills that place
 */
TsScene *
ts_chart_layout (TsChart              *self,
                 const TsChartOptions *options)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (options->measurer != NULL, NULL);

  return self->kind->layout (self->data, options);
}

/**
 * ts_chart_get_natural_height:
 * @self: a chart
 * @options: the place it will be shown in; its height is not looked at
 *
 * A chart of many rows needs a height that grows with them; scrolling it, or making a picture of that height, is better
 * than pressing it together.
 *
 * Returns: the height, in layout units, at which everything that @options wants fits well in their width; 0 if the
 *   chart fills any height
 */
double
ts_chart_get_natural_height (TsChart              *self,
                             const TsChartOptions *options)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (options != NULL, 0);
  g_return_val_if_fail (options->measurer != NULL, 0);

  if (self->kind->get_natural_height == NULL)
    return 0;

  return self->kind->get_natural_height (self->data, options);
}
