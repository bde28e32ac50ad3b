/* ts-distribution-data.c
 *
 * What a distribution shows.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-distribution-data.h"

#include "chart/ts-chart-text.h"

struct _TsDistributionData
{
  char *title;
  TsDistributionBy by;
  TsChartLevels *levels;
  GArray *rows;

  /* Row by row; in each first the unrated, then each level. */
  GArray *counts;
};

G_DEFINE_BOXED_TYPE (TsDistributionData, ts_distribution_data, ts_distribution_data_ref, ts_distribution_data_unref)

/**
 * ts_distribution_data_new:
 * @title: (nullable): what the chart is about
 * @by: what its rows are
 * @levels: (transfer none): the scale
 *
 * Returns: (transfer full): data without rows
 */
TsDistributionData *
ts_distribution_data_new (const char       *title,
                          TsDistributionBy  by,
                          TsChartLevels    *levels)
{
  TsDistributionData *self;

  g_return_val_if_fail (levels != NULL, NULL);

  self = g_atomic_rc_box_new0 (TsDistributionData);
  self->title = ts_chart_text_clean (title);
  self->by = by;
  self->levels = ts_chart_levels_ref (levels);
  self->rows = ts_chart_subjects_new ();
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint));

  return self;
}

/**
 * ts_distribution_data_ref:
 * @self: data of a distribution
 *
 * Returns: (transfer full): @self
 */
TsDistributionData *
ts_distribution_data_ref (TsDistributionData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_distribution_data_clear (TsDistributionData *self)
{
  g_free (self->title);
  ts_chart_levels_unref (self->levels);
  g_array_unref (self->rows);
  g_array_unref (self->counts);
}

/**
 * ts_distribution_data_unref:
 * @self: (transfer full): data of a distribution
 */
void
ts_distribution_data_unref (TsDistributionData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_distribution_data_clear);
}

/**
 * ts_distribution_data_add_row:
 * @self: data of a distribution
 * @subject: the competency, region or year, copied
 * @counts: (array): for each level from 1 up, how many organisations are at it
 * @n_unrated: how many have no level
 *
 * Returns: the row's position
 */
guint
ts_distribution_data_add_row (TsDistributionData   *self,
                              const TsChartSubject *subject,
                              const guint          *counts,
                              guint                 n_unrated)
{
  g_return_val_if_fail (self != NULL, G_MAXUINT);
  g_return_val_if_fail (subject != NULL, G_MAXUINT);

  g_array_append_val (self->counts, n_unrated);
  g_array_append_vals (self->counts, counts, ts_chart_levels_get_n (self->levels));

  return ts_chart_subjects_add (self->rows, subject);
}

/**
 * ts_distribution_data_get_title:
 * @self: data of a distribution
 *
 * Returns: what the chart is about
 */
const char *
ts_distribution_data_get_title (const TsDistributionData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_distribution_data_get_by:
 * @self: data of a distribution
 *
 * Returns: what its rows are
 */
TsDistributionBy
ts_distribution_data_get_by (const TsDistributionData *self)
{
  g_return_val_if_fail (self != NULL, TS_DISTRIBUTION_BY_COMPETENCY);

  return self->by;
}

/**
 * ts_distribution_data_get_levels:
 * @self: data of a distribution
 *
 * Returns: (transfer none): the scale
 */
const TsChartLevels *
ts_distribution_data_get_levels (const TsDistributionData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->levels;
}

/**
 * ts_distribution_data_get_n_rows:
 * @self: data of a distribution
 *
 * Returns: the number of rows
 */
guint
ts_distribution_data_get_n_rows (const TsDistributionData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * ts_distribution_data_get_row:
 * @self: data of a distribution
 * @row: less than ts_distribution_data_get_n_rows()
 *
 * Returns: (transfer none): what the row is
 */
const TsChartSubject *
ts_distribution_data_get_row (const TsDistributionData *self,
                              guint                     row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < ts_distribution_data_get_n_rows (self), NULL);

  return ts_chart_subjects_get (self->rows, row);
}

/**
 * ts_distribution_data_get_count:
 * @self: data of a distribution
 * @row: less than ts_distribution_data_get_n_rows()
 * @level: from 1 to the highest; 0 for those without a level
 *
 * Returns: how many there are
 */
guint
ts_distribution_data_get_count (const TsDistributionData *self,
                                guint                     row,
                                guint                     level)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (row < self->rows->len, 0);
  g_return_val_if_fail (level <= ts_chart_levels_get_n (self->levels), 0);

  return g_array_index (self->counts, guint,
                        (gsize) row * (ts_chart_levels_get_n (self->levels) + 1) + level);
}

/**
 * ts_distribution_data_get_total:
 * @self: data of a distribution
 * @row: less than ts_distribution_data_get_n_rows()
 *
 * Returns: how many organisations there are, with a level or without
 */
guint
ts_distribution_data_get_total (const TsDistributionData *self,
                                guint                     row)
{
  guint total = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint level = 0; level <= ts_chart_levels_get_n (self->levels); level++)
    total += ts_distribution_data_get_count (self, row, level);

  return total;
}
