/* ts-scatter-data.c
 *
 * What a scatter chart shows.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-scatter-data.h"

#include <math.h>
#include <stdlib.h>

#include "chart/ts-chart-middle.h"
#include "chart/ts-chart-text.h"

struct _TsScatterData
{
  char *title;
  char *names[TS_SCATTER_N_AXES];
  char *units[TS_SCATTER_N_AXES];
  GArray *subjects;
  GArray *points;
  guint n_missing;
};

G_DEFINE_BOXED_TYPE (TsScatterData, ts_scatter_data, ts_scatter_data_ref, ts_scatter_data_unref)

/**
 * ts_scatter_data_new:
 * @title: (nullable): what the chart is about
 *
 * Returns: (transfer full): data without points
 */
TsScatterData *
ts_scatter_data_new (const char *title)
{
  TsScatterData *self = g_atomic_rc_box_new0 (TsScatterData);

  self->title = ts_chart_text_clean (title);
  self->subjects = ts_chart_subjects_new ();
  self->points = g_array_new (FALSE, FALSE, sizeof (TsScatterPoint));
  for (guint axis = 0; axis < TS_SCATTER_N_AXES; axis++)
    {
      self->names[axis] = g_strdup ("");
      self->units[axis] = g_strdup ("");
    }

  return self;
}

/**
 * ts_scatter_data_ref:
 * @self: data of a scatter chart
 *
 * Returns: (transfer full): @self
 */
TsScatterData *
ts_scatter_data_ref (TsScatterData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
ts_scatter_data_clear (TsScatterData *self)
{
  g_free (self->title);
  for (guint axis = 0; axis < TS_SCATTER_N_AXES; axis++)
    {
      g_free (self->names[axis]);
      g_free (self->units[axis]);
    }
  g_array_unref (self->subjects);
  g_array_unref (self->points);
}

/**
 * ts_scatter_data_unref:
 * @self: (transfer full): data of a scatter chart
 */
void
ts_scatter_data_unref (TsScatterData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_scatter_data_clear);
}

/**
 * ts_scatter_data_set_measure:
 * @self: data of a scatter chart
 * @axis: which axis
 * @name: (nullable): what its values are, such as "Sum of levels"
 * @unit: (nullable): in what they are counted, such as "years"
 */
void
ts_scatter_data_set_measure (TsScatterData *self,
                             TsScatterAxis  axis,
                             const char    *name,
                             const char    *unit)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail ((guint) axis < TS_SCATTER_N_AXES);

  g_free (self->names[axis]);
  self->names[axis] = ts_chart_text_clean (name);
  g_free (self->units[axis]);
  self->units[axis] = ts_chart_text_clean (unit);
}

/**
 * ts_scatter_data_add_point:
 * @self: data of a scatter chart
 * @subject: the organisation, copied
 * @x: its value of the first measure; NaN if it has none
 * @y: its value of the second; NaN if it has none
 *
 * An organisation without both is counted and not drawn.
 */
void
ts_scatter_data_add_point (TsScatterData        *self,
                           const TsChartSubject *subject,
                           double                x,
                           double                y)
{
  TsScatterPoint point = { .x = x, .y = y };

  g_return_if_fail (self != NULL);
  g_return_if_fail (subject != NULL);

  if (!isfinite (x) || !isfinite (y))
    {
      self->n_missing++;
      return;
    }

  /* Owned by the list of subjects, whose texts do not move when it grows. */
  point.subject = *ts_chart_subjects_get (self->subjects,
                                          ts_chart_subjects_add (self->subjects, subject));
  g_array_append_val (self->points, point);
}

/**
 * ts_scatter_data_get_title:
 * @self: data of a scatter chart
 *
 * Returns: what the chart is about
 */
const char *
ts_scatter_data_get_title (const TsScatterData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_scatter_data_get_name:
 * @self: data of a scatter chart
 * @axis: which axis
 *
 * Returns: what its values are, perhaps ""
 */
const char *
ts_scatter_data_get_name (const TsScatterData *self,
                          TsScatterAxis        axis)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) axis < TS_SCATTER_N_AXES, NULL);

  return self->names[axis];
}

/**
 * ts_scatter_data_get_unit:
 * @self: data of a scatter chart
 * @axis: which axis
 *
 * Returns: in what they are counted, perhaps ""
 */
const char *
ts_scatter_data_get_unit (const TsScatterData *self,
                          TsScatterAxis        axis)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) axis < TS_SCATTER_N_AXES, NULL);

  return self->units[axis];
}

/**
 * ts_scatter_data_get_n_points:
 * @self: data of a scatter chart
 *
 * Returns: the number of points
 */
guint
ts_scatter_data_get_n_points (const TsScatterData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->points->len;
}

/**
 * ts_scatter_data_get_point:
 * @self: data of a scatter chart
 * @point: less than ts_scatter_data_get_n_points()
 *
 * Returns: (transfer none): the point
 */
const TsScatterPoint *
ts_scatter_data_get_point (const TsScatterData *self,
                           guint                point)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (point < ts_scatter_data_get_n_points (self), NULL);

  return &g_array_index (self->points, TsScatterPoint, point);
}

/**
 * ts_scatter_data_count_missing:
 * @self: data of a scatter chart
 *
 * Returns: how many organisations have not both values
 */
guint
ts_scatter_data_count_missing (const TsScatterData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_missing;
}

static double
get_value (const TsScatterData *self,
           guint                point,
           TsScatterAxis        axis)
{
  const TsScatterPoint *it = &g_array_index (self->points, TsScatterPoint, point);

  return axis == TS_SCATTER_AXIS_X ? it->x : it->y;
}

/**
 * ts_scatter_data_get_range:
 * @self: data of a scatter chart
 * @axis: which axis
 * @low: (out): the lowest value
 * @high: (out): the highest
 *
 * Returns: whether there is any
 */
gboolean
ts_scatter_data_get_range (const TsScatterData *self,
                           TsScatterAxis        axis,
                           double              *low,
                           double              *high)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *low = G_MAXDOUBLE;
  *high = -G_MAXDOUBLE;
  for (guint i = 0; i < self->points->len; i++)
    {
      *low = MIN (*low, get_value (self, i, axis));
      *high = MAX (*high, get_value (self, i, axis));
    }

  return self->points->len > 0;
}

/**
 * ts_scatter_data_get_middle:
 * @self: data of a scatter chart
 * @axis: which axis
 * @middle: (out): the median of its values
 *
 * Returns: whether there is any
 */
gboolean
ts_scatter_data_get_middle (const TsScatterData *self,
                            TsScatterAxis        axis,
                            double              *middle)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->points->len; i++)
    {
      double value = get_value (self, i, axis);

      g_array_append_val (values, value);
    }

  return ts_chart_middle (values, middle);
}

typedef struct
{
  double value;
  guint point;
} Placed;

static int
compare_placed (gconstpointer a,
                gconstpointer b)
{
  const Placed *first = a, *second = b;

  return (first->value > second->value) - (first->value < second->value);
}

/* Where each value stands in the order of all, equal ones in the middle of their places. Returns the sum of squares of
 * their distances from the middle. */
static double
rank_values (const TsScatterData *self,
             TsScatterAxis        axis,
             double              *ranks)
{
  guint n_points = self->points->len;
  g_autofree Placed *placed = g_new (Placed, n_points);
  double middle = (n_points - 1) / 2.0, squares = 0;

  for (guint i = 0; i < n_points; i++)
    placed[i] = (Placed) { get_value (self, i, axis), i };
  qsort (placed, n_points, sizeof *placed, compare_placed);

  for (guint first = 0, last; first < n_points; first = last)
    {
      for (last = first; last < n_points && placed[last].value == placed[first].value; last++)
        ;
      for (guint i = first; i < last; i++)
        ranks[placed[i].point] = (first + last - 1) / 2.0 - middle;
      squares += (last - first) * pow ((first + last - 1) / 2.0 - middle, 2);
    }

  return squares;
}

/**
 * ts_scatter_data_get_relation:
 * @self: data of a scatter chart
 * @relation: (out): Spearman's rank correlation: from -1, the higher the one the lower the other, to 1, the higher the
 *   higher
 *
 * Ranks ask for no more than an order, which is all that levels have.
 *
 * Returns: whether there is one: for three points or more, unless all are equal on one axis
 */
gboolean
ts_scatter_data_get_relation (const TsScatterData *self,
                              double              *relation)
{
  g_autofree double *x = NULL;
  g_autofree double *y = NULL;
  double squares_x, squares_y, products = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->points->len < 3)
    return FALSE;

  x = g_new (double, self->points->len);
  y = g_new (double, self->points->len);
  squares_x = rank_values (self, TS_SCATTER_AXIS_X, x);
  squares_y = rank_values (self, TS_SCATTER_AXIS_Y, y);
  if (squares_x == 0 || squares_y == 0)
    return FALSE;

  for (guint i = 0; i < self->points->len; i++)
    products += x[i] * y[i];
  *relation = CLAMP (products / sqrt (squares_x * squares_y), -1, 1);

  return TRUE;
}
