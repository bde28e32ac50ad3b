/* ts-review-table.c — a small table on a page of a review
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-review-table.h"

static GtkWidget *
new_cell (const char *text,
          gboolean    is_first,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);

  /* Names may be long; the other columns are short. */
  if (is_first)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (label), 20);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
    }
  else
    {
      gtk_widget_add_css_class (label, "numeric");
    }

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * ts_review_add_table:
 * @box: where to
 * @table: a table
 * @explanation: (nullable): what its numbers mean
 *
 * Adds the table under its title. Where it is wider than the page, it scrolls to the side, by keyboard as well.
 */
void
ts_review_add_table (GtkBox       *box,
                     TsChartTable *table,
                     const char   *explanation)
{
  GtkWidget *heading = gtk_label_new (ts_chart_table_get_title (table));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (box, heading);

  if (explanation != NULL)
    {
      GtkWidget *label = gtk_label_new (explanation);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (box, label);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, ts_chart_table_get_title (table), -1);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);

  for (guint column = 0; column < ts_chart_table_get_n_columns (table); column++)
    {
      gtk_grid_attach (GTK_GRID (grid), new_cell (ts_chart_table_get_column_title (table, column), column == 0, "caption-heading"), (int) column, 0, 1, 1);

      for (guint row = 0; row < ts_chart_table_get_n_rows (table); row++)
        gtk_grid_attach (GTK_GRID (grid), new_cell (ts_chart_table_get_cell (table, row, column), column == 0, NULL), (int) column, (int) row + 1, 1, 1);
    }

  gtk_widget_add_css_class (grid, "review-table");
  gtk_widget_add_css_class (scroller, "review-table-scroller");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  gtk_box_append (box, scroller);
}
