/* ts-chart-middle.c
 *
 * The middle of many numbers.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart-middle.h"

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/**
 * ts_chart_middle:
 * @values: (element-type gdouble): finite numbers, which are sorted
 * @middle: (out): the median: between the two in the middle if they are even in number; left alone if there are none
 *
 * Returns: whether there is one
 */
gboolean
ts_chart_middle (GArray *values,
                 double *middle)
{
  guint half = values->len / 2;
  double upper;

  if (values->len == 0)
    return FALSE;

  g_array_sort (values, compare_numbers);
  upper = g_array_index (values, double, half);
  *middle = values->len % 2 == 1 ? upper : (g_array_index (values, double, half - 1) + upper) / 2;

  return TRUE;
}
