/* ts-chart-table-save.c — asks where a table is to be saved, and saves it there
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-chart-table-save.h"

#include "app/ts-window.h"
#include "app/widgets/ts-chart-table-file.h"
#include "app/widgets/ts-save-chooser.h"

#include <glib/gi18n-lib.h>

/* What is saved once a file has been chosen. It goes with the dialog. */
typedef struct
{
  TsChartTable *table;
  char *source;
  char *filters;
  char *rule;
  char *command;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  ts_chart_table_unref (wish->table);
  g_free (wish->source);
  g_free (wish->filters);
  g_free (wish->rule);
  g_free (wish->command);
  g_free (wish);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  g_autoptr (GError) error = NULL;

  if (ts_chart_table_file_save_finish (widget, result, &error))
    ts_window_show_toast (ts_window_for_widget (widget), _("Table saved"));
  else
    ts_window_show_error (ts_window_for_widget (widget), _("The table was not saved"), error);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             GtkWidget       *owner)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  const Wish *wish = g_object_get_data (G_OBJECT (dialog), "wish");
  const TsTableAbout about = { .source = wish->source, .filters = wish->filters, .rule = wish->rule, .command = wish->command };

  if (file != NULL)
    ts_chart_table_file_save_async (owner, wish->table, &about, file, on_saved, NULL);

  gtk_native_dialog_destroy (dialog);
}

/**
 * ts_chart_table_save_ask:
 * @owner: whose table it is
 * @table: what to save; it does not change any more
 * @about: what a spreadsheet says of it; it is copied. Its title and time are the table's and the moment's
 * @name: the name proposed for the file; its ending says which format is
 *
 * Asks for a file and writes the table there, beside the main loop. The window of @owner says how that went.
 */
void
ts_chart_table_save_ask (GtkWidget          *owner,
                         TsChartTable       *table,
                         const TsTableAbout *about,
                         const char         *name)
{
  GtkFileChooserNative *dialog;
  Wish *wish;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (table != NULL && about != NULL && name != NULL);

  wish = g_new (Wish, 1);
  *wish = (Wish) {
    ts_chart_table_ref (table),
    g_strdup (about->source),
    g_strdup (about->filters),
    g_strdup (about->rule),
    g_strdup (about->command),
  };

  dialog = ts_save_chooser_new (owner, _("Save Table"), name);
  g_object_set_data_full (G_OBJECT (dialog), "wish", wish, wish_free);
  ts_save_chooser_add_kind (dialog, _("Excel workbook, which says where it comes from (.xlsx)"), "xlsx");
  ts_save_chooser_add_kind (dialog, _("CSV, for any spreadsheet (.csv)"), "csv");
  ts_save_chooser_add_kind (dialog, _("JSON, for programs (.json)"), "json");

  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), owner, 0);
  g_object_set_data_full (G_OBJECT (owner), "save-table-dialog", dialog, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
