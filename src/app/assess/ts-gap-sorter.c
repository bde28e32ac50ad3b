/* ts-gap-sorter.c — the order of the table of gaps
 *
 * What is not known comes last, whichever way round a column is sorted, as in spreadsheets: the view turns the order of a column round, so it
 * cannot be left to the columns.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-gap-sorter.h"

#include "model/ts-gap-item.h"

/* While the view's sorter is asked by which column it sorts: its first column answers here. Sorting happens on the main thread only. */
static gboolean asking;
static int answer;

static gboolean
get_number (TsGapItem   *item,
            TsGapColumn  column,
            int         *number)
{
  const TsGap *gap = ts_gap_item_get_gap (item);

  switch (column)
    {
    case TS_GAP_COLUMN_LEVEL:
      *number = gap->level;
      return gap->level != 0;

    case TS_GAP_COLUMN_TARGET:
      *number = gap->target;
      return gap->target != 0;

    case TS_GAP_COLUMN_GAP:
      return ts_gap_get_gap (gap, number);

    case TS_GAP_COLUMN_CHANGE:
      return ts_gap_get_change (gap, number);

    case TS_GAP_COLUMN_NUMBER:
    case TS_GAP_COLUMN_NAME:
    default:
      *number = (int) ts_gap_item_get_position (item);
      return TRUE;
    }
}

/* Equals stay in the framework's order, for the sort is stable. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  TsGapColumn column = GPOINTER_TO_UINT (user_data);
  int first = 0;
  int second = 0;

  if (asking)
    {
      if (answer == -1)
        answer = (int) column;

      return GTK_ORDERING_EQUAL;
    }

  if (column == TS_GAP_COLUMN_NAME)
    return gtk_ordering_from_cmpfunc (g_utf8_collate (ts_gap_item_get_node ((gpointer) a)->title, ts_gap_item_get_node ((gpointer) b)->title));

  if (!get_number ((gpointer) a, column, &first) || !get_number ((gpointer) b, column, &second))
    return GTK_ORDERING_EQUAL;

  return (first > second) - (first < second);
}

static int
find_column (GtkSorter *view_sorter,
             gpointer   anything)
{
  answer = -1;
  asking = TRUE;
  gtk_sorter_compare (view_sorter, view_sorter, anything);
  asking = FALSE;

  return answer;
}

static int
compare_known (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const int *column = user_data;
  int number;

  if (*column == -1)
    return GTK_ORDERING_EQUAL;

  return get_number ((gpointer) b, *column, &number) - get_number ((gpointer) a, *column, &number);
}

static void
on_view_sorter_changed (GtkSorter       *view_sorter,
                        GtkSorterChange  change,
                        GtkSorter       *known_first)
{
  int *column = g_object_get_data (G_OBJECT (known_first), "column");

  *column = find_column (view_sorter, known_first);
  gtk_sorter_changed (known_first, GTK_SORTER_CHANGE_DIFFERENT);
}

/**
 * ts_gap_sorter_new_for_column:
 * @column: which
 *
 * Returns: (transfer full): what sorts #TsGapItem by what is known of them in that column
 */
GtkSorter *
ts_gap_sorter_new_for_column (TsGapColumn column)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (column), NULL));
}

/**
 * ts_gap_sorter_new:
 * @view: a view with the columns of [func@ts_gap_column_new]
 *
 * Returns: (transfer full): what sorts #TsGapItem as @view's titles say, and those of which nothing is known last
 */
GtkSorter *
ts_gap_sorter_new (GtkColumnView *view)
{
  GtkSorter *view_sorter = gtk_column_view_get_sorter (view);
  GtkMultiSorter *both = gtk_multi_sorter_new ();
  int *column = g_new (int, 1);
  GtkSorter *known_first = GTK_SORTER (gtk_custom_sorter_new (compare_known, column, g_free));

  *column = find_column (view_sorter, known_first);
  g_object_set_data (G_OBJECT (known_first), "column", column);
  g_signal_connect_object (view_sorter, "changed", G_CALLBACK (on_view_sorter_changed), known_first, 0);
  gtk_multi_sorter_append (both, known_first);
  gtk_multi_sorter_append (both, g_object_ref (view_sorter));

  return GTK_SORTER (both);
}
