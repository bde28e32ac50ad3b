/* ts-kept-label.c — says whether all changes are kept
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-kept-label.h"

#include <glib/gi18n-lib.h>

/* Milliseconds. Writes that take no longer are not worth mentioning. */
#define SHOW_AFTER 300

struct _TsKeptLabel
{
  AdwBin parent_instance;

  TsSession *session;
  GSignalGroup *session_signals;
  gboolean closing;
  guint show_source;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (TsKeptLabel, ts_kept_label, ADW_TYPE_BIN)

static gboolean
on_show_after (gpointer user_data)
{
  TsKeptLabel *self = user_data;

  self->show_source = 0;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "unseen");

  return G_SOURCE_REMOVE;
}

static void
set_text (TsKeptLabel *self,
          const char  *text)
{
  gtk_label_set_text (GTK_LABEL (self->label), text);
  /* The role has no name of its own, and a screen reader follows this one. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update (TsKeptLabel *self)
{
  g_clear_handle_id (&self->show_source, g_source_remove);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "unseen");
  gtk_widget_set_visible (GTK_WIDGET (self), self->session != NULL);

  if (self->session == NULL)
    {
      set_text (self, "");
    }
  else if (ts_session_get_busy (self->session) || self->closing)
    {
      set_text (self, _("Keeping…"));
      gtk_widget_add_css_class (GTK_WIDGET (self), "unseen");
      self->show_source = g_timeout_add (SHOW_AFTER, on_show_after, self);
    }
  else if (ts_session_get_read_only (self->session))
    {
      set_text (self, _("Read-only"));
    }
  else
    {
      set_text (self, _("All changes kept"));
    }
}

static void
ts_kept_label_dispose (GObject *object)
{
  TsKeptLabel *self = TS_KEPT_LABEL (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ts_kept_label_parent_class)->dispose (object);
}

static void
ts_kept_label_finalize (GObject *object)
{
  TsKeptLabel *self = TS_KEPT_LABEL (object);

  g_object_unref (self->session_signals);

  G_OBJECT_CLASS (ts_kept_label_parent_class)->finalize (object);
}

static void
ts_kept_label_class_init (TsKeptLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_kept_label_dispose;
  object_class->finalize = ts_kept_label_finalize;

  gtk_widget_class_set_css_name (widget_class, "kept");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
ts_kept_label_init (TsKeptLabel *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "subtitle");
  adw_bin_set_child (ADW_BIN (self), self->label);

  self->session_signals = g_signal_group_new (TS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::busy", G_CALLBACK (update), self);
  update (self);
}

/**
 * ts_kept_label_set_session:
 * @self: a label
 * @session: (nullable): the workbook that it speaks of; without one it is not there
 */
void
ts_kept_label_set_session (TsKeptLabel *self,
                           TsSession   *session)
{
  g_return_if_fail (TS_IS_KEPT_LABEL (self));
  g_return_if_fail (session == NULL || TS_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  update (self);
}

/**
 * ts_kept_label_set_closing:
 * @self: a label
 * @closing: whether the workbook is being closed, which ends with everything kept
 */
void
ts_kept_label_set_closing (TsKeptLabel *self,
                           gboolean     closing)
{
  g_return_if_fail (TS_IS_KEPT_LABEL (self));

  if (self->closing == closing)
    return;

  self->closing = closing;
  update (self);
}

const char *
ts_kept_label_get_text (TsKeptLabel *self)
{
  g_return_val_if_fail (TS_IS_KEPT_LABEL (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}
