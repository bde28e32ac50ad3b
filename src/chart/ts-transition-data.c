/* ts-transition-data.c
 *
 * What a matrix of change shows.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-transition-data.h"

#include "chart/ts-chart-text.h"

#define SIDE (TS_CHART_LEVELS_MOST + 1)

struct _TsTransitionData
{
  char *title;
  char *from_name;
  char *to_name;
  TsChartLevels *levels;

  /* By where from and where to; the first of each are the unrated. */
  guint counts[SIDE][SIDE];
};

G_DEFINE_BOXED_TYPE (TsTransitionData, ts_transition_data, ts_transition_data_ref, ts_transition_data_unref)

/**
 * ts_transition_data_new:
 * @title: (nullable): what the chart is about
 * @from_name: (nullable): the year before, such as "2008/09"
 * @to_name: (nullable): the year after
 * @levels: (transfer none): the scale of both
 *
 * Returns: (transfer full): data in which nobody is counted yet
 */
TsTransitionData *
ts_transition_data_new (const char    *title,
                        const char    *from_name,
                        const char    *to_name,
                        TsChartLevels *levels)
{
  TsTransitionData *self;

  g_return_val_if_fail (levels != NULL, NULL);

  self = g_atomic_rc_box_new0 (TsTransitionData);
  self->title = ts_chart_text_clean (title);
  self->from_name = ts_chart_text_clean (from_name);
  self->to_name = ts_chart_text_clean (to_name);
  self->levels = ts_chart_levels_ref (levels);

  return self;
}

/**
 * ts_transition_data_ref:
 * @self: data of a matrix of change
 *
 * Returns: (transfer full): @self
 */
TsTransitionData *
ts_transition_data_ref (TsTransitionData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_transition_data_clear (TsTransitionData *self)
{
  g_free (self->title);
  g_free (self->from_name);
  g_free (self->to_name);
  ts_chart_levels_unref (self->levels);
}

/**
 * ts_transition_data_unref:
 * @self: (transfer full): data of a matrix of change
 */
void
ts_transition_data_unref (TsTransitionData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_transition_data_clear);
}

/**
 * ts_transition_data_add:
 * @self: data of a matrix of change
 * @from: the level before, or %TS_TRANSITION_UNRATED
 * @to: the level after, or %TS_TRANSITION_UNRATED
 * @count: how many more moved there
 */
void
ts_transition_data_add (TsTransitionData *self,
                        guint             from,
                        guint             to,
                        guint             count)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (from <= ts_chart_levels_get_n (self->levels));
  g_return_if_fail (to <= ts_chart_levels_get_n (self->levels));

  self->counts[from][to] += count;
}

/**
 * ts_transition_data_get_title:
 * @self: data of a matrix of change
 *
 * Returns: what the chart is about
 */
const char *
ts_transition_data_get_title (const TsTransitionData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_transition_data_get_from_name:
 * @self: data of a matrix of change
 *
 * Returns: the year before, perhaps ""
 */
const char *
ts_transition_data_get_from_name (const TsTransitionData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->from_name;
}

/**
 * ts_transition_data_get_to_name:
 * @self: data of a matrix of change
 *
 * Returns: the year after, perhaps ""
 */
const char *
ts_transition_data_get_to_name (const TsTransitionData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->to_name;
}

/**
 * ts_transition_data_get_levels:
 * @self: data of a matrix of change
 *
 * Returns: (transfer none): the scale of both
 */
const TsChartLevels *
ts_transition_data_get_levels (const TsTransitionData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->levels;
}

/**
 * ts_transition_data_get_count:
 * @self: data of a matrix of change
 * @from: the level before, or %TS_TRANSITION_UNRATED
 * @to: the level after, or %TS_TRANSITION_UNRATED
 *
 * Returns: how many moved there
 */
guint
ts_transition_data_get_count (const TsTransitionData *self,
                              guint                   from,
                              guint                   to)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (from < SIDE && to < SIDE, 0);

  return self->counts[from][to];
}

/**
 * ts_transition_data_count_from:
 * @self: data of a matrix of change
 * @from: a level, or %TS_TRANSITION_UNRATED
 *
 * Returns: how many were there before
 */
guint
ts_transition_data_count_from (const TsTransitionData *self,
                               guint                   from)
{
  guint count = 0;

  for (guint to = 0; to < SIDE; to++)
    count += ts_transition_data_get_count (self, from, to);

  return count;
}

/**
 * ts_transition_data_count_to:
 * @self: data of a matrix of change
 * @to: a level, or %TS_TRANSITION_UNRATED
 *
 * Returns: how many are there after
 */
guint
ts_transition_data_count_to (const TsTransitionData *self,
                             guint                   to)
{
  guint count = 0;

  for (guint from = 0; from < SIDE; from++)
    count += ts_transition_data_get_count (self, from, to);

  return count;
}

/**
 * ts_transition_data_get_counts:
 * @self: data of a matrix of change
 * @counts: (out caller-allocates): what the changes come to
 */
void
ts_transition_data_get_counts (const TsTransitionData *self,
                               TsTransitionCounts     *counts)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (counts != NULL);

  *counts = (TsTransitionCounts) { 0 };
  for (guint from = 0; from < SIDE; from++)
    for (guint to = 0; to < SIDE; to++)
      {
        guint count = self->counts[from][to];

        counts->n_total += count;
        if (from == TS_TRANSITION_UNRATED || to == TS_TRANSITION_UNRATED)
          continue;
        counts->n_compared += count;
        counts->n_up += to > from ? count : 0;
        counts->n_same += to == from ? count : 0;
        counts->n_down += to < from ? count : 0;
      }
}
