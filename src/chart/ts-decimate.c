/* ts-decimate.c
 *
 * Leaves out what could not be seen of a long series. Of all values that fall into one column of pixels, the
 * first, the lowest, the highest and the last make the same picture as all of them together; see Jugel et al.,
 * "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 2014.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-decimate.h"

#include <math.h>

typedef struct
{
  guint first;
  guint low;
  guint high;
  guint last;
} Column;

static void
append (GArray *kept,
        guint   position)
{
  if (kept->len == 0 || g_array_index (kept, guint, kept->len - 1) < position)
    g_array_append_val (kept, position);
}

static void
append_column (GArray       *kept,
               const Column *column)
{
  append (kept, column->first);
  append (kept, MIN (column->low, column->high));
  append (kept, MAX (column->low, column->high));
  append (kept, column->last);
}

/**
 * ts_decimate:
 * @places: (array length=n_values): where each value lies along the axis, rising
 * @values: (array length=n_values): the values; NaN where there is none
 * @n_values: how many
 * @n_columns: how many columns of pixels the axis has; at least 1
 *
 * Keeps every value where there are no more than two for a column. Else it keeps at most four for each, among them
 * the lowest and the highest, the very first and the very last.
 *
 * Returns: (transfer full) (element-type guint): rising positions of the values to draw; never of a NaN
 */
GArray *
ts_decimate (const double *places,
             const double *values,
             guint         n_values,
             guint         n_columns)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean all = n_values <= 2 * n_columns;
  double span = n_values > 0 ? places[n_values - 1] - places[0] : 0;
  guint current = G_MAXUINT;
  Column column = { 0 };

  for (guint i = 0; i < n_values; i++)
    {
      guint at;

      if (isnan (values[i]))
        continue;
      if (all)
        {
          g_array_append_val (kept, i);
          continue;
        }

      at = span > 0 ? MIN ((guint) ((places[i] - places[0]) / span * n_columns), n_columns - 1) : 0;
      if (at != current)
        {
          if (current != G_MAXUINT)
            append_column (kept, &column);
          current = at;
          column = (Column) { i, i, i, i };
        }

      if (values[i] < values[column.low])
        column.low = i;
      if (values[i] > values[column.high])
        column.high = i;
      column.last = i;
    }
  if (current != G_MAXUINT)
    append_column (kept, &column);

  return kept;
}
