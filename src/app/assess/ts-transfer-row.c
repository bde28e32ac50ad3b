/* ts-transfer-row.c — how far a transfer is
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-transfer-row.h"

struct _TsTransferRow
{
  AdwBin parent_instance;

  TsTransfer *transfer;

  GtkLabel *title;
  GtkLabel *progress;
  GtkProgressBar *bar;
  GtkWidget *cancel;
};

G_DEFINE_FINAL_TYPE (TsTransferRow, ts_transfer_row, ADW_TYPE_BIN)

static void
update_bar (TsTransferRow *self)
{
  double fraction;

  g_object_get (self->transfer, "fraction", &fraction, NULL);

  if (fraction < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, fraction);
}

static void
cancel_clicked_cb (TsTransferRow *self)
{
  /* Stopping may take a moment; until then the row says that the click was heard. */
  gtk_widget_set_sensitive (self->cancel, FALSE);
  ts_transfer_cancel (self->transfer);
}

static void
ts_transfer_row_finalize (GObject *object)
{
  TsTransferRow *self = TS_TRANSFER_ROW (object);

  g_clear_object (&self->transfer);

  G_OBJECT_CLASS (ts_transfer_row_parent_class)->finalize (object);
}

static void
ts_transfer_row_class_init (TsTransferRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ts_transfer_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/transfer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TsTransferRow, title);
  gtk_widget_class_bind_template_child (widget_class, TsTransferRow, progress);
  gtk_widget_class_bind_template_child (widget_class, TsTransferRow, bar);
  gtk_widget_class_bind_template_child (widget_class, TsTransferRow, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
ts_transfer_row_init (TsTransferRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ts_transfer_row_new:
 * @transfer: a transfer
 *
 * Returns: (transfer floating): a row that follows it
 */
GtkWidget *
ts_transfer_row_new (TsTransfer *transfer)
{
  TsTransferRow *self;

  g_return_val_if_fail (TS_IS_TRANSFER (transfer), NULL);

  self = g_object_new (TS_TYPE_TRANSFER_ROW, NULL);
  self->transfer = g_object_ref (transfer);
  g_object_bind_property (transfer, "title", self->title, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (transfer, "progress", self->progress, "label", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (transfer, "notify::fraction", G_CALLBACK (update_bar), self, G_CONNECT_SWAPPED);
  update_bar (self);

  return GTK_WIDGET (self);
}
