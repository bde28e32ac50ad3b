/* ts-page-table.c — a page that can be copied as a table
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-page-table.h"

#include "app/ts-window.h"
#include "app/widgets/ts-chart-tsv.h"

#include <glib/gi18n-lib.h>

static GQuark
make_quark (void)
{
  return g_quark_from_static_string ("ts-page-table-make");
}

static void
copy_table (GtkWidget  *page,
            const char *action_name,
            GVariant   *parameter)
{
  TsPageTableFunc make = (TsPageTableFunc) g_type_get_qdata (G_OBJECT_TYPE (page), make_quark ());
  g_autoptr (TsChartTable) table = make (page);
  g_autofree char *text = NULL;

  if (table == NULL)
    {
      ts_window_show_toast (ts_window_for_widget (page), _("There is no table to copy"));
      return;
    }

  text = ts_chart_table_to_tsv (table);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (page), text);
  ts_window_show_toast (ts_window_for_widget (page), _("Table copied"));
}

/**
 * ts_page_table_install:
 * @page_class: the class of a final type of page, while it is initialised
 * @make: makes the page's table
 *
 * Gives the page the action `page.copy-table`, for a button on it and for Control, Shift and C: it puts the table on the clipboard as
 * spreadsheets paste it.
 */
void
ts_page_table_install (GtkWidgetClass *page_class,
                       TsPageTableFunc make)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (page_class));
  g_return_if_fail (make != NULL);

  g_type_set_qdata (G_TYPE_FROM_CLASS (page_class), make_quark (), (gpointer) make);
  gtk_widget_class_install_action (page_class, "page.copy-table", NULL, copy_table);
  gtk_widget_class_add_binding_action (page_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "page.copy-table", NULL);
}
