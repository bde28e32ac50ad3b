/* ts-radar-data-builder.c
 *
 * Puts the data of a radar chart together; everything from outside is made clean on its way in.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-radar-data-builder.h"

#include <math.h>

#include "chart/ts-chart-text.h"
#include "chart/ts-radar-data-private.h"

struct _TsRadarDataBuilder
{
  TsRadarData *data;
};

/**
 * ts_radar_data_builder_new:
 * @title: (nullable): what the chart is about
 * @subject: what its axes are
 * @level_names: (array zero-terminated=1): names of the levels 1, 2, … in order, such as "Starting";
 *   at least one and at most %TS_RADAR_MAX_LEVELS; a name may be empty
 *
 * Returns: (transfer full): a builder of data without axes and series
 */
TsRadarDataBuilder *
ts_radar_data_builder_new (const char *title,
                           TsRadarSubject subject,
                           const char *const *level_names)
{
  TsRadarDataBuilder *self;
  TsRadarData *data;

  g_return_val_if_fail (level_names != NULL, NULL);
  g_return_val_if_fail (level_names[0] != NULL, NULL);
  g_return_val_if_fail (g_strv_length ((char **) level_names) <= TS_RADAR_MAX_LEVELS, NULL);

  data = g_atomic_rc_box_new0 (TsRadarData);
  data->title = ts_chart_text_clean (title);
  data->subject = subject;
  data->level_names = g_ptr_array_new_with_free_func (g_free);
  data->short_labels = g_ptr_array_new_with_free_func (g_free);
  data->long_labels = g_ptr_array_new_with_free_func (g_free);
  data->series_names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; level_names[i] != NULL; i++)
    g_ptr_array_add (data->level_names, ts_chart_text_clean (level_names[i]));

  for (guint series = 0; series < TS_RADAR_MAX_SERIES; series++)
    for (guint axis = 0; axis < TS_RADAR_MAX_AXES; axis++)
      data->values[series][axis] = NAN;
  for (guint axis = 0; axis < TS_RADAR_MAX_AXES; axis++)
    data->lows[axis] = data->highs[axis] = NAN;

  self = g_new0 (TsRadarDataBuilder, 1);
  self->data = data;

  return self;
}

/**
 * ts_radar_data_builder_free:
 * @self: (transfer full): a builder whose data is not wanted any more
 */
void
ts_radar_data_builder_free (TsRadarDataBuilder *self)
{
  g_clear_pointer (&self->data, ts_radar_data_unref);
  g_free (self);
}

/**
 * ts_radar_data_builder_end:
 * @self: (transfer full): a builder
 *
 * Returns: (transfer full): the finished data
 */
TsRadarData *
ts_radar_data_builder_end (TsRadarDataBuilder *self)
{
  TsRadarData *data;

  g_return_val_if_fail (self != NULL, NULL);

  data = g_steal_pointer (&self->data);
  ts_radar_data_builder_free (self);

  return data;
}

/**
 * ts_radar_data_builder_add_axis:
 * @self: a builder with less than %TS_RADAR_MAX_AXES axes
 * @short_label: (nullable): a few letters that tell the axis apart, such as "5"
 * @long_label: (nullable): its name, such as "Manage knowledge and assess needs"
 *
 * Returns: the axis's position
 */
guint
ts_radar_data_builder_add_axis (TsRadarDataBuilder *self,
                                const char         *short_label,
                                const char         *long_label)
{
  g_return_val_if_fail (self != NULL, G_MAXUINT);
  g_return_val_if_fail (self->data->short_labels->len < TS_RADAR_MAX_AXES, G_MAXUINT);

  g_ptr_array_add (self->data->short_labels, ts_chart_text_clean (short_label));
  g_ptr_array_add (self->data->long_labels, ts_chart_text_clean (long_label));

  return self->data->short_labels->len - 1;
}

/**
 * ts_radar_data_builder_add_series:
 * @self: a builder with less than %TS_RADAR_MAX_SERIES series
 * @name: (nullable): what the legend calls it, such as "2009/10 self"
 * @kind: how it relates to the others
 *
 * Adds a series without any level. The first series is the one that sentences are about.
 *
 * Returns: the series's position
 */
guint
ts_radar_data_builder_add_series (TsRadarDataBuilder *self,
                                  const char         *name,
                                  TsRadarSeriesKind   kind)
{
  TsRadarData *data;

  g_return_val_if_fail (self != NULL, G_MAXUINT);
  g_return_val_if_fail (self->data->series_names->len < TS_RADAR_MAX_SERIES, G_MAXUINT);

  data = self->data;
  data->series_kinds[data->series_names->len] = kind;
  g_ptr_array_add (data->series_names, ts_chart_text_clean (name));

  return data->series_names->len - 1;
}

/**
 * ts_radar_data_builder_set_value:
 * @self: a builder
 * @series: a series's position
 * @axis: an axis's position
 * @value: a level from 1 to the highest; parts of a level are allowed
 *
 * Says what level a series has on an axis. What is no level of the scale (NaN, 0, beyond the highest)
 * is kept as "not rated" rather than bent to the nearest level.
 */
void
ts_radar_data_builder_set_value (TsRadarDataBuilder *self,
                                 guint               series,
                                 guint               axis,
                                 double              value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (series < self->data->series_names->len);
  g_return_if_fail (axis < self->data->short_labels->len);

  if (!(value >= 1 && value <= self->data->level_names->len))
    value = NAN;

  self->data->values[series][axis] = value;
}

/**
 * ts_radar_data_builder_set_band:
 * @self: a builder
 * @name: (nullable): what the legend calls the range of others, such as "Middle half of 24 peers"
 *
 * Has a band drawn behind the series, in which others are. Their middle, if it is wanted, is a series.
 */
void
ts_radar_data_builder_set_band (TsRadarDataBuilder *self,
                                const char         *name)
{
  g_return_if_fail (self != NULL);

  g_free (self->data->band_name);
  self->data->band_name = ts_chart_text_clean (name);
}

/**
 * ts_radar_data_builder_set_range:
 * @self: a builder with a band
 * @axis: an axis's position
 * @low: where the range of others begins on the axis
 * @high: where it ends; not below @low
 *
 * What is no range on the scale is kept as not known.
 */
void
ts_radar_data_builder_set_range (TsRadarDataBuilder *self,
                                 guint               axis,
                                 double              low,
                                 double              high)
{
  gboolean valid;

  g_return_if_fail (self != NULL);
  g_return_if_fail (axis < self->data->short_labels->len);

  valid = low >= 1 && low <= high && high <= self->data->level_names->len;
  self->data->lows[axis] = valid ? low : NAN;
  self->data->highs[axis] = valid ? high : NAN;
}
