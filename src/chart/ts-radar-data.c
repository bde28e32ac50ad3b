/* ts-radar-data.c
 *
 * What a radar chart shows.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-radar-data-private.h"

#include <math.h>

#include "chart/ts-chart-kind-private.h"
#include "chart/ts-radar-layout.h"

G_DEFINE_BOXED_TYPE (TsRadarData, ts_radar_data, ts_radar_data_ref, ts_radar_data_unref)

/**
 * ts_radar_data_ref:
 * @self: data of a radar
 *
 * Returns: (transfer full): @self
 */
TsRadarData *
ts_radar_data_ref (TsRadarData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_radar_data_clear (TsRadarData *self)
{
  g_free (self->title);
  g_free (self->band_name);
  g_ptr_array_unref (self->level_names);
  g_ptr_array_unref (self->short_labels);
  g_ptr_array_unref (self->long_labels);
  g_ptr_array_unref (self->series_names);
}

/**
 * ts_radar_data_unref:
 * @self: (transfer full): data of a radar
 */
void
ts_radar_data_unref (TsRadarData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_radar_data_clear);
}

/**
 * ts_radar_data_get_title:
 * @self: data of a radar
 *
 * Returns: what the chart is about
 */
const char *
ts_radar_data_get_title (const TsRadarData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_radar_data_get_subject:
 * @self: data of a radar
 *
 * Returns: what its axes are
 */
TsRadarSubject
ts_radar_data_get_subject (const TsRadarData *self)
{
  g_return_val_if_fail (self != NULL, TS_RADAR_SUBJECT_AREA);

  return self->subject;
}

/**
 * ts_radar_data_get_n_levels:
 * @self: data of a radar
 *
 * Returns: the highest level
 */
guint
ts_radar_data_get_n_levels (const TsRadarData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->level_names->len;
}

/**
 * ts_radar_data_get_level_name:
 * @self: data of a radar
 * @level: from 1 to ts_radar_data_get_n_levels()
 *
 * Returns: the level's name, perhaps ""
 */
const char *
ts_radar_data_get_level_name (const TsRadarData *self,
                              guint              level)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (level >= 1 && level <= self->level_names->len, NULL);

  return self->level_names->pdata[level - 1];
}

/**
 * ts_radar_data_get_n_axes:
 * @self: data of a radar
 *
 * Returns: the number of axes
 */
guint
ts_radar_data_get_n_axes (const TsRadarData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->short_labels->len;
}

/**
 * ts_radar_data_get_short_label:
 * @self: data of a radar
 * @axis: less than ts_radar_data_get_n_axes()
 *
 * Returns: a few letters that tell the axis apart, perhaps ""
 */
const char *
ts_radar_data_get_short_label (const TsRadarData *self,
                               guint              axis)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (axis < self->short_labels->len, NULL);

  return self->short_labels->pdata[axis];
}

/**
 * ts_radar_data_get_long_label:
 * @self: data of a radar
 * @axis: less than ts_radar_data_get_n_axes()
 *
 * Returns: the axis's name, perhaps ""
 */
const char *
ts_radar_data_get_long_label (const TsRadarData *self,
                              guint              axis)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (axis < self->long_labels->len, NULL);

  return self->long_labels->pdata[axis];
}

/**
 * ts_radar_data_get_n_series:
 * @self: data of a radar
 *
 * Returns: the number of series
 */
guint
ts_radar_data_get_n_series (const TsRadarData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->series_names->len;
}

/**
 * ts_radar_data_get_series_name:
 * @self: data of a radar
 * @series: less than ts_radar_data_get_n_series()
 *
 * Returns: what the legend calls it
 */
const char *
ts_radar_data_get_series_name (const TsRadarData *self,
                               guint              series)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (series < self->series_names->len, NULL);

  return self->series_names->pdata[series];
}

/**
 * ts_radar_data_get_series_kind:
 * @self: data of a radar
 * @series: less than ts_radar_data_get_n_series()
 *
 * Returns: how it relates to the others
 */
TsRadarSeriesKind
ts_radar_data_get_series_kind (const TsRadarData *self,
                               guint              series)
{
  g_return_val_if_fail (self != NULL, TS_RADAR_SERIES_OTHER);
  g_return_val_if_fail (series < self->series_names->len, TS_RADAR_SERIES_OTHER);

  return self->series_kinds[series];
}

/**
 * ts_radar_data_get_value:
 * @self: data of a radar
 * @series: less than ts_radar_data_get_n_series()
 * @axis: less than ts_radar_data_get_n_axes()
 * @value: (out) (optional): the level; untouched when there is none
 *
 * Returns: %TRUE if the series has a level on the axis
 */
gboolean
ts_radar_data_get_value (const TsRadarData *self,
                         guint              series,
                         guint              axis,
                         double            *value)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (series < self->series_names->len, FALSE);
  g_return_val_if_fail (axis < self->short_labels->len, FALSE);

  if (isnan (self->values[series][axis]))
    return FALSE;
  if (value != NULL)
    *value = self->values[series][axis];

  return TRUE;
}

/**
 * ts_radar_data_count_values:
 * @self: data of a radar
 * @series: less than ts_radar_data_get_n_series()
 *
 * Returns: on how many axes the series has a level
 */
guint
ts_radar_data_count_values (const TsRadarData *self,
                            guint              series)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint axis = 0; axis < self->short_labels->len; axis++)
    count += ts_radar_data_get_value (self, series, axis, NULL);

  return count;
}

/**
 * ts_radar_data_get_band_name:
 * @self: data of a radar
 *
 * Returns: (nullable): what the range of others is called, perhaps ""; %NULL if there is none
 */
const char *
ts_radar_data_get_band_name (const TsRadarData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->band_name;
}

/**
 * ts_radar_data_get_range:
 * @self: data of a radar
 * @axis: less than ts_radar_data_get_n_axes()
 * @low: (out) (optional): where the range of others begins; left alone if it is not known
 * @high: (out) (optional): where it ends
 *
 * Returns: whether it is known
 */
gboolean
ts_radar_data_get_range (const TsRadarData *self,
                         guint              axis,
                         double            *low,
                         double            *high)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (axis < self->short_labels->len, FALSE);

  if (self->band_name == NULL || isnan (self->lows[axis]))
    return FALSE;
  if (low != NULL)
    *low = self->lows[axis];
  if (high != NULL)
    *high = self->highs[axis];

  return TRUE;
}

TS_DEFINE_CHART_KIND (radar, "radar", TsRadarData, NULL);

/**
 * ts_chart_new_radar:
 * @data: (transfer none): what it shows
 *
 * Returns: (transfer full): a radar chart
 */
TsChart *
ts_chart_new_radar (TsRadarData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return ts_chart_new (&radar_kind, ts_radar_data_ref (data));
}
