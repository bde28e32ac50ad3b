/* ts-progress-dialog.c — how far something is that the person waits for
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-progress-dialog.h"

#include <glib/gi18n-lib.h>

/* Milliseconds. */
#define SHOW_AFTER 500

struct _TsProgressDialog
{
  AdwMessageDialog parent_instance;

  GCancellable *cancellable;
  guint show_source;
  gboolean ended;

  GtkProgressBar *bar;
};

G_DEFINE_FINAL_TYPE (TsProgressDialog, ts_progress_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
ts_progress_dialog_response (AdwMessageDialog *dialog,
                             const char       *response)
{
  TsProgressDialog *self = TS_PROGRESS_DIALOG (dialog);

  if (!self->ended)
    g_cancellable_cancel (self->cancellable);
}

static void
ts_progress_dialog_dispose (GObject *object)
{
  TsProgressDialog *self = TS_PROGRESS_DIALOG (object);

  g_clear_handle_id (&self->show_source, g_source_remove);

  G_OBJECT_CLASS (ts_progress_dialog_parent_class)->dispose (object);
}

static void
ts_progress_dialog_finalize (GObject *object)
{
  TsProgressDialog *self = TS_PROGRESS_DIALOG (object);

  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (ts_progress_dialog_parent_class)->finalize (object);
}

static void
ts_progress_dialog_class_init (TsProgressDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_progress_dialog_dispose;
  object_class->finalize = ts_progress_dialog_finalize;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = ts_progress_dialog_response;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/widgets/progress-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TsProgressDialog, bar);
}

static void
ts_progress_dialog_init (TsProgressDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
on_show_after (gpointer user_data)
{
  TsProgressDialog *self = user_data;

  self->show_source = 0;
  gtk_window_present (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

/**
 * ts_progress_dialog_begin:
 * @parent: (nullable): the window that waits
 * @heading: what for
 *
 * Returns: (transfer full): the dialog; ts_progress_dialog_end() must follow
 */
TsProgressDialog *
ts_progress_dialog_begin (GtkWindow  *parent,
                          const char *heading)
{
  TsProgressDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (heading != NULL, NULL);

  /* GTK keeps a window until it is destroyed; this reference, until whoever waits lets go. */
  self = g_object_ref (g_object_new (TS_TYPE_PROGRESS_DIALOG, "transient-for", parent, "heading", heading, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  self->show_source = g_timeout_add (SHOW_AFTER, on_show_after, self);

  return self;
}

/**
 * ts_progress_dialog_end:
 * @self: (transfer full): a dialog
 *
 * Takes it away.
 */
void
ts_progress_dialog_end (TsProgressDialog *self)
{
  g_return_if_fail (TS_IS_PROGRESS_DIALOG (self));

  self->ended = TRUE;
  g_clear_handle_id (&self->show_source, g_source_remove);
  gtk_window_destroy (GTK_WINDOW (self));
  g_object_unref (self);
}

GCancellable *
ts_progress_dialog_get_cancellable (TsProgressDialog *self)
{
  g_return_val_if_fail (TS_IS_PROGRESS_DIALOG (self), NULL);

  return self->cancellable;
}

/**
 * ts_progress_dialog_progress:
 * @done: how much is done
 * @total: of how much; 0 where that is not known
 * @dialog: the dialog
 */
void
ts_progress_dialog_progress (gint64   done,
                             gint64   total,
                             gpointer dialog)
{
  TsProgressDialog *self = TS_PROGRESS_DIALOG (dialog);

  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) done / (double) total, 0.0, 1.0));
  else
    gtk_progress_bar_pulse (self->bar);
}
