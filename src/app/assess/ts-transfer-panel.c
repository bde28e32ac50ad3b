/* ts-transfer-panel.c — the transfers of a session
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-transfer-panel.h"

#include "app/assess/ts-transfer-row.h"

struct _TsTransferPanel
{
  AdwBin parent_instance;

  GtkListBox *list;
  GListModel *shown;
};

G_DEFINE_FINAL_TYPE (TsTransferPanel, ts_transfer_panel, ADW_TYPE_BIN)

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), ts_transfer_row_new (item));

  return row;
}

static void
update_visible (TsTransferPanel *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->shown != NULL && g_list_model_get_n_items (self->shown) > 0);
}

static void
stop_following (TsTransferPanel *self)
{
  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_data (self->shown, self);

  g_clear_object (&self->shown);
  gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
}

static void
ts_transfer_panel_dispose (GObject *object)
{
  TsTransferPanel *self = TS_TRANSFER_PANEL (object);

  if (self->list != NULL)
    stop_following (self);

  self->list = NULL;

  G_OBJECT_CLASS (ts_transfer_panel_parent_class)->dispose (object);
}

static void
ts_transfer_panel_class_init (TsTransferPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ts_transfer_panel_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "transferpanel");
}

static void
ts_transfer_panel_init (TsTransferPanel *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  update_visible (self);
}

/**
 * ts_transfer_panel_follow:
 * @self: a panel
 * @session: (nullable): the session whose transfers it shows
 * @shows: (nullable): which of them; %NULL for all. What it answers about a transfer must not change
 * @user_data: for @shows; must live as long as the panel
 */
void
ts_transfer_panel_follow (TsTransferPanel *self,
                          TsSession       *session,
                          TsTransferFunc   shows,
                          gpointer         user_data)
{
  g_return_if_fail (TS_IS_TRANSFER_PANEL (self));
  g_return_if_fail (session == NULL || TS_IS_SESSION (session));

  stop_following (self);

  if (session != NULL)
    {
      GListModel *all = G_LIST_MODEL (ts_transfer_list_for_session (session));
      GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new ((GtkCustomFilterFunc) shows, user_data, NULL));

      self->shown = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (all), filter));
      g_signal_connect_swapped (self->shown, "items-changed", G_CALLBACK (update_visible), self);
      gtk_list_box_bind_model (self->list, self->shown, create_row, NULL, NULL);
    }

  update_visible (self);
}
