/* ts-optimism-data.c
 *
 * What an optimism chart shows.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-optimism-data.h"

#include <math.h>

#include "chart/ts-chart-middle.h"
#include "chart/ts-chart-text.h"

/* Gaps are written with one decimal at least: what is written alike is alike. */
#define SAME 0.05

typedef struct
{
  double own;
  double other;
} Pair;

struct _TsOptimismData
{
  char *title;
  char *own_name;
  char *other_name;
  char *unit;
  GArray *rows;
  GArray *pairs;
};

G_DEFINE_BOXED_TYPE (TsOptimismData, ts_optimism_data, ts_optimism_data_ref, ts_optimism_data_unref)

/**
 * ts_optimism_data_new:
 * @title: (nullable): what the chart is about
 * @own_name: (nullable): how the judgement of oneself is called, such as "Self-assessment"
 * @other_name: (nullable): how that of others is called, such as "Panel"
 * @unit: (nullable): in what both are counted, such as "points"; %NULL or "" for levels
 *
 * Returns: (transfer full): data without rows
 */
TsOptimismData *
ts_optimism_data_new (const char *title,
                      const char *own_name,
                      const char *other_name,
                      const char *unit)
{
  TsOptimismData *self = g_atomic_rc_box_new0 (TsOptimismData);

  self->title = ts_chart_text_clean (title);
  self->own_name = ts_chart_text_clean (own_name);
  self->other_name = ts_chart_text_clean (other_name);
  self->unit = ts_chart_text_clean (unit);
  self->rows = ts_chart_subjects_new ();
  self->pairs = g_array_new (FALSE, TRUE, sizeof (Pair));

  return self;
}

/**
 * ts_optimism_data_ref:
 * @self: data of an optimism chart
 *
 * Returns: (transfer full): @self
 */
TsOptimismData *
ts_optimism_data_ref (TsOptimismData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_optimism_data_clear (TsOptimismData *self)
{
  g_free (self->title);
  g_free (self->own_name);
  g_free (self->other_name);
  g_free (self->unit);
  g_array_unref (self->rows);
  g_array_unref (self->pairs);
}

/**
 * ts_optimism_data_unref:
 * @self: (transfer full): data of an optimism chart
 */
void
ts_optimism_data_unref (TsOptimismData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_optimism_data_clear);
}

/**
 * ts_optimism_data_add_row:
 * @self: data of an optimism chart
 * @subject: the organisation, copied
 * @own: how it judged itself; NaN if it did not
 * @other: how others judged it; NaN if they did not
 *
 * Returns: the row's position
 */
guint
ts_optimism_data_add_row (TsOptimismData       *self,
                          const TsChartSubject *subject,
                          double                own,
                          double                other)
{
  const Pair pair = { isfinite (own) ? own : NAN, isfinite (other) ? other : NAN };

  g_return_val_if_fail (self != NULL, G_MAXUINT);
  g_return_val_if_fail (subject != NULL, G_MAXUINT);

  g_array_append_val (self->pairs, pair);

  return ts_chart_subjects_add (self->rows, subject);
}

/**
 * ts_optimism_data_get_title:
 * @self: data of an optimism chart
 *
 * Returns: what the chart is about
 */
const char *
ts_optimism_data_get_title (const TsOptimismData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_optimism_data_get_own_name:
 * @self: data of an optimism chart
 *
 * Returns: how the judgement of oneself is called, perhaps ""
 */
const char *
ts_optimism_data_get_own_name (const TsOptimismData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->own_name;
}

/**
 * ts_optimism_data_get_other_name:
 * @self: data of an optimism chart
 *
 * Returns: how that of others is called, perhaps ""
 */
const char *
ts_optimism_data_get_other_name (const TsOptimismData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->other_name;
}

/**
 * ts_optimism_data_get_unit:
 * @self: data of an optimism chart
 *
 * Returns: in what both are counted; "" for levels
 */
const char *
ts_optimism_data_get_unit (const TsOptimismData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unit;
}

/**
 * ts_optimism_data_get_n_rows:
 * @self: data of an optimism chart
 *
 * Returns: the number of rows
 */
guint
ts_optimism_data_get_n_rows (const TsOptimismData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * ts_optimism_data_get_row:
 * @self: data of an optimism chart
 * @row: less than ts_optimism_data_get_n_rows()
 *
 * Returns: (transfer none): the organisation
 */
const TsChartSubject *
ts_optimism_data_get_row (const TsOptimismData *self,
                          guint                 row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < ts_optimism_data_get_n_rows (self), NULL);

  return ts_chart_subjects_get (self->rows, row);
}

/**
 * ts_optimism_data_get_own:
 * @self: data of an optimism chart
 * @row: less than ts_optimism_data_get_n_rows()
 * @value: (out) (optional): how it judged itself; left alone if it did not
 *
 * Returns: whether it did
 */
gboolean
ts_optimism_data_get_own (const TsOptimismData *self,
                          guint                 row,
                          double               *value)
{
  double found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (row < self->rows->len, FALSE);

  found = g_array_index (self->pairs, Pair, row).own;
  if (!isnan (found) && value != NULL)
    *value = found;

  return !isnan (found);
}

/**
 * ts_optimism_data_get_other:
 * @self: data of an optimism chart
 * @row: less than ts_optimism_data_get_n_rows()
 * @value: (out) (optional): how others judged it; left alone if they did not
 *
 * Returns: whether they did
 */
gboolean
ts_optimism_data_get_other (const TsOptimismData *self,
                            guint                 row,
                            double               *value)
{
  double found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (row < self->rows->len, FALSE);

  found = g_array_index (self->pairs, Pair, row).other;
  if (!isnan (found) && value != NULL)
    *value = found;

  return !isnan (found);
}

/**
 * ts_optimism_data_get_gap:
 * @self: data of an optimism chart
 * @row: less than ts_optimism_data_get_n_rows()
 * @gap: (out): by how much it judged itself higher than others did, negative where lower; left alone if one is missing
 *
 * Returns: whether there are both
 */
gboolean
ts_optimism_data_get_gap (const TsOptimismData *self,
                          guint                 row,
                          double               *gap)
{
  double own, other;

  if (!ts_optimism_data_get_own (self, row, &own) ||
      !ts_optimism_data_get_other (self, row, &other))
    return FALSE;

  *gap = fabs (own - other) < SAME ? 0 : own - other;

  return TRUE;
}

/**
 * ts_optimism_data_get_range:
 * @self: data of an optimism chart
 * @low: (out): the lowest gap, at most 0
 * @high: (out): the highest, at least 0
 *
 * Returns: whether there is any
 */
gboolean
ts_optimism_data_get_range (const TsOptimismData *self,
                            double               *low,
                            double               *high)
{
  gboolean found = FALSE;
  double gap;

  g_return_val_if_fail (self != NULL, FALSE);

  *low = 0;
  *high = 0;
  for (guint row = 0; row < self->rows->len; row++)
    if (ts_optimism_data_get_gap (self, row, &gap))
      {
        *low = MIN (*low, gap);
        *high = MAX (*high, gap);
        found = TRUE;
      }

  return found;
}

/**
 * ts_optimism_data_get_middle:
 * @self: data of an optimism chart
 * @middle: (out): the median gap
 *
 * Returns: whether there is any
 */
gboolean
ts_optimism_data_get_middle (const TsOptimismData *self,
                             double               *middle)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));
  double gap;

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint row = 0; row < self->rows->len; row++)
    if (ts_optimism_data_get_gap (self, row, &gap))
      g_array_append_val (gaps, gap);

  return ts_chart_middle (gaps, middle);
}
