/* ts-strip-data.c
 *
 * What a strip plot shows.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-strip-data.h"

#include <math.h>

#include "chart/ts-chart-middle.h"
#include "chart/ts-chart-text.h"

struct _TsStripData
{
  char *title;
  char *measure;
  char *unit;
  GArray *rows;
  GArray *missing;
  GArray *subjects;
  GArray *points;
};

G_DEFINE_BOXED_TYPE (TsStripData, ts_strip_data, ts_strip_data_ref, ts_strip_data_unref)

/**
 * ts_strip_data_new:
 * @title: (nullable): what the chart is about
 * @measure: (nullable): what the values are, such as "Sum of levels"
 * @unit: (nullable): in what they are counted, such as "points"
 *
 * Returns: (transfer full): data without rows
 */
TsStripData *
ts_strip_data_new (const char *title,
                   const char *measure,
                   const char *unit)
{
  TsStripData *self = g_atomic_rc_box_new0 (TsStripData);

  self->title = ts_chart_text_clean (title);
  self->measure = ts_chart_text_clean (measure);
  self->unit = ts_chart_text_clean (unit);
  self->rows = ts_chart_subjects_new ();
  self->missing = g_array_new (FALSE, TRUE, sizeof (guint));
  self->subjects = ts_chart_subjects_new ();
  self->points = g_array_new (FALSE, TRUE, sizeof (TsStripPoint));

  return self;
}

/**
 * ts_strip_data_ref:
 * @self: data of a strip plot
 *
 * Returns: (transfer full): @self
 */
TsStripData *
ts_strip_data_ref (TsStripData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_strip_data_clear (TsStripData *self)
{
  g_free (self->title);
  g_free (self->measure);
  g_free (self->unit);
  g_array_unref (self->rows);
  g_array_unref (self->missing);
  g_array_unref (self->subjects);
  g_array_unref (self->points);
}

/**
 * ts_strip_data_unref:
 * @self: (transfer full): data of a strip plot
 */
void
ts_strip_data_unref (TsStripData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_strip_data_clear);
}

/**
 * ts_strip_data_add_row:
 * @self: data of a strip plot
 * @subject: the region or the year, copied
 *
 * Returns: the row's position
 */
guint
ts_strip_data_add_row (TsStripData          *self,
                       const TsChartSubject *subject)
{
  const guint none = 0;

  g_return_val_if_fail (self != NULL, G_MAXUINT);
  g_return_val_if_fail (subject != NULL, G_MAXUINT);

  g_array_append_val (self->missing, none);

  return ts_chart_subjects_add (self->rows, subject);
}

/**
 * ts_strip_data_add_point:
 * @self: data of a strip plot
 * @row: a row's position
 * @subject: the organisation, copied
 * @value: its value; NaN if it has none, which is counted and not drawn
 */
void
ts_strip_data_add_point (TsStripData          *self,
                         guint                 row,
                         const TsChartSubject *subject,
                         double                value)
{
  TsStripPoint point = { .row = row, .value = value };

  g_return_if_fail (self != NULL);
  g_return_if_fail (row < self->rows->len);
  g_return_if_fail (subject != NULL);

  if (!isfinite (value))
    {
      g_array_index (self->missing, guint, row)++;
      return;
    }

  /* Owned by the list of subjects, whose texts do not move when it grows. */
  point.subject = *ts_chart_subjects_get (self->subjects,
                                          ts_chart_subjects_add (self->subjects, subject));
  g_array_append_val (self->points, point);
}

/**
 * ts_strip_data_get_title:
 * @self: data of a strip plot
 *
 * Returns: what the chart is about
 */
const char *
ts_strip_data_get_title (const TsStripData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_strip_data_get_measure:
 * @self: data of a strip plot
 *
 * Returns: what the values are, perhaps ""
 */
const char *
ts_strip_data_get_measure (const TsStripData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->measure;
}

/**
 * ts_strip_data_get_unit:
 * @self: data of a strip plot
 *
 * Returns: in what they are counted, perhaps ""
 */
const char *
ts_strip_data_get_unit (const TsStripData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unit;
}

/**
 * ts_strip_data_get_n_rows:
 * @self: data of a strip plot
 *
 * Returns: the number of rows
 */
guint
ts_strip_data_get_n_rows (const TsStripData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * ts_strip_data_get_row:
 * @self: data of a strip plot
 * @row: less than ts_strip_data_get_n_rows()
 *
 * Returns: (transfer none): what the row is
 */
const TsChartSubject *
ts_strip_data_get_row (const TsStripData *self,
                       guint              row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < ts_strip_data_get_n_rows (self), NULL);

  return ts_chart_subjects_get (self->rows, row);
}

/**
 * ts_strip_data_get_n_points:
 * @self: data of a strip plot
 *
 * Returns: the number of points of all rows
 */
guint
ts_strip_data_get_n_points (const TsStripData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->points->len;
}

/**
 * ts_strip_data_get_point:
 * @self: data of a strip plot
 * @point: less than ts_strip_data_get_n_points()
 *
 * Returns: (transfer none): the point
 */
const TsStripPoint *
ts_strip_data_get_point (const TsStripData *self,
                         guint              point)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (point < ts_strip_data_get_n_points (self), NULL);

  return &g_array_index (self->points, TsStripPoint, point);
}

/**
 * ts_strip_data_count_points:
 * @self: data of a strip plot
 * @row: less than ts_strip_data_get_n_rows()
 *
 * Returns: how many organisations of the row have a value
 */
guint
ts_strip_data_count_points (const TsStripData *self,
                            guint              row)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->points->len; i++)
    count += g_array_index (self->points, TsStripPoint, i).row == row;

  return count;
}

/**
 * ts_strip_data_count_missing:
 * @self: data of a strip plot
 * @row: less than ts_strip_data_get_n_rows()
 *
 * Returns: how many organisations of the row have no value
 */
guint
ts_strip_data_count_missing (const TsStripData *self,
                             guint              row)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (row < ts_strip_data_get_n_rows (self), 0);

  return g_array_index (self->missing, guint, row);
}

/**
 * ts_strip_data_get_range:
 * @self: data of a strip plot
 * @low: (out): the lowest value
 * @high: (out): the highest
 *
 * Returns: whether there is any
 */
gboolean
ts_strip_data_get_range (const TsStripData *self,
                         double            *low,
                         double            *high)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *low = G_MAXDOUBLE;
  *high = -G_MAXDOUBLE;
  for (guint i = 0; i < self->points->len; i++)
    {
      *low = MIN (*low, g_array_index (self->points, TsStripPoint, i).value);
      *high = MAX (*high, g_array_index (self->points, TsStripPoint, i).value);
    }

  return self->points->len > 0;
}

/**
 * ts_strip_data_get_middle:
 * @self: data of a strip plot
 * @row: less than ts_strip_data_get_n_rows()
 * @middle: (out): the median of the row's values
 *
 * Returns: whether there is any
 */
gboolean
ts_strip_data_get_middle (const TsStripData *self,
                          guint              row,
                          double            *middle)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->points->len; i++)
    if (g_array_index (self->points, TsStripPoint, i).row == row)
      g_array_append_val (values, g_array_index (self->points, TsStripPoint, i).value);

  return ts_chart_middle (values, middle);
}
