/* ts-chart-picture-save.c — asks how large a picture of a chart shall be and where it is to be saved, and saves it there
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-chart-picture-save.h"

#include "app/ts-window.h"
#include "app/widgets/ts-chart-picture.h"
#include "app/widgets/ts-picture-dialog.h"
#include "app/widgets/ts-save-chooser.h"
#include "chart/ts-chart-export.h"

#include <glib/gi18n-lib.h>

/* What is saved once a file has been chosen. It goes with the dialog. */
typedef struct
{
  TsChart *chart;
  TsChartPictureSize size;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  ts_chart_unref (wish->chart);
  g_free (wish);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GtkWidget *owner = GTK_WIDGET (source);
  g_autoptr (GError) error = NULL;

  if (ts_chart_picture_save_finish (owner, result, &error))
    ts_window_show_toast (ts_window_for_widget (owner), _("Picture saved"));
  else
    ts_window_show_error (ts_window_for_widget (owner), _("The picture was not saved"), error);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             GtkWidget       *owner)
{
  const Wish *wish = g_object_get_data (G_OBJECT (dialog), "wish");
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (file != NULL)
    path = g_file_get_path (file);

  if (path != NULL)
    {
      ts_chart_picture_save_async (owner, wish->chart, &wish->size, path, on_saved, NULL);
    }
  else if (file != NULL)
    {
      g_autoptr (GError) error = g_error_new (TS_CHART_ERROR, TS_CHART_ERROR_WRITE, _("Choose a folder on this computer."));

      ts_window_show_error (ts_window_for_widget (owner), _("The picture was not saved"), error);
    }

  gtk_native_dialog_destroy (dialog);
}

static void
on_size_chosen (GtkWidget *owner,
                int        width,
                int        height,
                int        scale,
                GtkWidget *size_dialog)
{
  TsChart *chart = g_object_get_data (G_OBJECT (size_dialog), "chart");
  g_autofree char *name = ts_save_chooser_make_name (ts_chart_get_title (chart), ".png");
  GtkFileChooserNative *dialog = ts_save_chooser_new (owner, _("Save Picture"), name);
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish) { ts_chart_ref (chart), { width, height, scale } };
  ts_save_chooser_add_kind (dialog, _("PNG picture, for documents and the web (.png)"), "png");
  ts_save_chooser_add_kind (dialog, _("SVG drawing, to edit (.svg)"), "svg");
  ts_save_chooser_add_kind (dialog, _("PDF page, to print (.pdf)"), "pdf");

  g_object_set_data_full (G_OBJECT (dialog), "wish", wish, wish_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), owner, 0);
  g_object_set_data_full (G_OBJECT (owner), "save-dialog", dialog, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * ts_chart_picture_save_ask:
 * @owner: whose picture it is
 * @chart: what to show; the picture is of it, whatever @owner shows when all questions are answered
 *
 * Asks for a size, then for a file, and makes the picture there, beside the main loop. The window of @owner says how that went.
 */
void
ts_chart_picture_save_ask (GtkWidget *owner,
                           TsChart   *chart)
{
  TsChartPictureSize usual;
  GtkWidget *dialog;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (chart != NULL);

  root = gtk_widget_get_root (owner);
  usual = ts_chart_picture_get_usual_size (chart);
  dialog = ts_picture_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, usual.width, usual.height, usual.scale);
  g_object_set_data_full (G_OBJECT (dialog), "chart", ts_chart_ref (chart), (GDestroyNotify) ts_chart_unref);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_size_chosen), owner, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
