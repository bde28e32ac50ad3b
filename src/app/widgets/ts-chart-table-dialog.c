/* ts-chart-table-dialog.c — what a chart shows, as a table
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-chart-table-dialog.h"

#include "app/widgets/ts-accessible-names.h"
#include "app/widgets/ts-chart-tsv.h"

#include <glib/gi18n-lib.h>

struct _TsChartTableDialog
{
  AdwWindow parent_instance;

  TsChartTable *table;
  AdwToastOverlay *toast_overlay;
  AdwWindowTitle *window_title;
  GtkColumnView *column_view;
};

G_DEFINE_FINAL_TYPE (TsChartTableDialog, ts_chart_table_dialog, ADW_TYPE_WINDOW)

static guint
get_column (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
on_cell_setup (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item,
               TsChartTableDialog       *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);

  /* The rows' names may take several lines; the other columns are short. */
  if (get_column (factory) == 0)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (label), 20);
    }

  gtk_list_item_set_child (list_item, label);
}

/* What the row says from cell to cell. */
static char *
name_row (TsChartTableDialog *self,
          guint               row)
{
  g_autoptr (GString) name = g_string_new (ts_chart_table_get_cell (self->table, row, 0));

  for (guint i = 1; i < ts_chart_table_get_n_columns (self->table); i++)
    g_string_append_printf (name, ", %s: %s", ts_chart_table_get_column_title (self->table, i), ts_chart_table_get_cell (self->table, row, i));

  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
on_cell_bind (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              TsChartTableDialog       *self)
{
  const char *text = ts_chart_table_get_cell (self->table, gtk_list_item_get_position (list_item), get_column (factory));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), text);

  if (get_column (factory) == 0)
    {
      g_autofree char *name = name_row (self, gtk_list_item_get_position (list_item));

      ts_accessible_names_set_row (gtk_list_item_get_child (list_item), name);
    }
}

static void
add_column (TsChartTableDialog *self,
            guint               position)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (position));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_cell_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_cell_bind), self, 0);

  column = gtk_column_view_column_new (ts_chart_table_get_column_title (self->table, position), factory);
  gtk_column_view_column_set_expand (column, position == 0);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->column_view, column);
}

static void
show_table (TsChartTableDialog *self)
{
  /* The cells know their row by its position, so that any list of as many items will do; the rows' names help in debugging. */
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) selection = NULL;

  for (guint i = 0; i < ts_chart_table_get_n_rows (self->table); i++)
    gtk_string_list_append (rows, ts_chart_table_get_cell (self->table, i, 0));

  for (guint i = 0; i < ts_chart_table_get_n_columns (self->table); i++)
    add_column (self, i);

  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_steal_pointer (&rows))));
  gtk_column_view_set_model (self->column_view, selection);
}

static void
copy_table (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TsChartTableDialog *self = TS_CHART_TABLE_DIALOG (widget);
  g_autofree char *text = ts_chart_table_to_tsv (self->table);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_("Table copied")));
}

static void
ts_chart_table_dialog_dispose (GObject *object)
{
  TsChartTableDialog *self = TS_CHART_TABLE_DIALOG (object);

  g_clear_pointer (&self->table, ts_chart_table_unref);

  G_OBJECT_CLASS (ts_chart_table_dialog_parent_class)->dispose (object);
}

static void
ts_chart_table_dialog_class_init (TsChartTableDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_chart_table_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/touchstone/Touchstone/ui/widgets/chart-table-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TsChartTableDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, TsChartTableDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TsChartTableDialog, column_view);

  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_table);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ts_chart_table_dialog_init (TsChartTableDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ts_chart_table_dialog_new:
 * @table: a chart's table
 * @parent: (nullable): the window that it stands before
 *
 * Returns: (transfer none): a window that is not presented yet; GTK owns it
 */
GtkWidget *
ts_chart_table_dialog_new (TsChartTable *table,
                           GtkWindow    *parent)
{
  TsChartTableDialog *self;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_object_new (TS_TYPE_CHART_TABLE_DIALOG, "transient-for", parent, NULL);
  self->table = ts_chart_table_ref (table);
  gtk_window_set_title (GTK_WINDOW (self), ts_chart_table_get_title (table));
  adw_window_title_set_title (self->window_title, ts_chart_table_get_title (table));
  show_table (self);

  return GTK_WIDGET (self);
}
