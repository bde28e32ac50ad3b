/* ts-gaps-data-builder.c
 *
 * Puts the data of a gap chart together; everything from outside is made clean on its way in.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-gaps-data-builder.h"

#include <math.h>

#include "chart/ts-chart-text.h"
#include "chart/ts-gaps-data-private.h"

struct _TsGapsDataBuilder
{
  TsGapsData *data;
};

/**
 * ts_gaps_data_builder_new:
 * @title: (nullable): what the chart is about
 * @subject: what its rows are
 * @level_names: (array zero-terminated=1): names of the levels 1, 2, … in order, such as "Starting"; at least
 *   one and at most %TS_GAPS_MAX_LEVELS; a name may be empty
 *
 * Returns: (transfer full): a builder of data without rows
 */
TsGapsDataBuilder *
ts_gaps_data_builder_new (const char *title,
                          TsGapsSubject subject,
                          const char *const *level_names)
{
  TsGapsDataBuilder *self;
  TsGapsData *data;

  g_return_val_if_fail ((guint) subject < TS_GAPS_N_SUBJECTS, NULL);
  g_return_val_if_fail (level_names != NULL, NULL);
  g_return_val_if_fail (level_names[0] != NULL, NULL);
  g_return_val_if_fail (g_strv_length ((char **) level_names) <= TS_GAPS_MAX_LEVELS, NULL);

  data = g_atomic_rc_box_new0 (TsGapsData);
  data->title = ts_chart_text_clean (title);
  data->subject = subject;
  data->level_names = g_ptr_array_new_with_free_func (g_free);
  data->short_labels = g_ptr_array_new_with_free_func (g_free);
  data->long_labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; level_names[i] != NULL; i++)
    g_ptr_array_add (data->level_names, ts_chart_text_clean (level_names[i]));

  for (guint series = 0; series < TS_GAPS_N_SERIES; series++)
    for (guint row = 0; row < TS_GAPS_MAX_ROWS; row++)
      data->values[series][row] = NAN;

  self = g_new0 (TsGapsDataBuilder, 1);
  self->data = data;

  return self;
}

/**
 * ts_gaps_data_builder_free:
 * @self: (transfer full): a builder whose data is not wanted any more
 */
void
ts_gaps_data_builder_free (TsGapsDataBuilder *self)
{
  g_clear_pointer (&self->data, ts_gaps_data_unref);
  g_free (self);
}

/**
 * ts_gaps_data_builder_end:
 * @self: (transfer full): a builder
 *
 * Returns: (transfer full): the finished data
 */
TsGapsData *
ts_gaps_data_builder_end (TsGapsDataBuilder *self)
{
  TsGapsData *data;

  g_return_val_if_fail (self != NULL, NULL);

  data = g_steal_pointer (&self->data);
  ts_gaps_data_builder_free (self);

  return data;
}

/**
 * ts_gaps_data_builder_add_row:
 * @self: a builder with less than %TS_GAPS_MAX_ROWS rows
 * @short_label: (nullable): a few letters that tell the row apart, such as "5" or "5b"
 * @long_label: (nullable): its title, such as "Manage knowledge and assess needs"
 *
 * Adds a row without any level.
 *
 * Returns: the row's position
 */
guint
ts_gaps_data_builder_add_row (TsGapsDataBuilder *self,
                              const char        *short_label,
                              const char        *long_label)
{
  g_return_val_if_fail (self != NULL, G_MAXUINT);
  g_return_val_if_fail (self->data->short_labels->len < TS_GAPS_MAX_ROWS, G_MAXUINT);

  g_ptr_array_add (self->data->short_labels, ts_chart_text_clean (short_label));
  g_ptr_array_add (self->data->long_labels, ts_chart_text_clean (long_label));

  return self->data->short_labels->len - 1;
}

/**
 * ts_gaps_data_builder_set_value:
 * @self: a builder
 * @series: level now, target or level last year
 * @row: a row's position
 * @value: a level from 1 to the highest; parts of a level are allowed
 *
 * What is no level of the scale (NaN, 0, beyond the highest) is kept as none rather than bent to the nearest level.
 */
void
ts_gaps_data_builder_set_value (TsGapsDataBuilder *self,
                                TsGapsSeries       series,
                                guint              row,
                                double             value)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail ((guint) series < TS_GAPS_N_SERIES);
  g_return_if_fail (row < self->data->short_labels->len);

  if (!(value >= 1 && value <= self->data->level_names->len))
    value = NAN;
  self->data->values[series][row] = value;
}

/**
 * ts_gaps_data_builder_set_judged:
 * @self: a builder
 * @own_name: (nullable): how the judgement of oneself is called, such as "Self-assessment"
 * @other_name: (nullable): how that of others is called, such as "Panel"
 *
 * Says that levels are those that others gave, and the previous ones those that the organisation gave itself.
 */
void
ts_gaps_data_builder_set_judged (TsGapsDataBuilder *self,
                                 const char        *own_name,
                                 const char        *other_name)
{
  g_return_if_fail (self != NULL);

  g_free (self->data->own_name);
  self->data->own_name = ts_chart_text_clean (own_name);
  g_free (self->data->other_name);
  self->data->other_name = ts_chart_text_clean (other_name);
}
