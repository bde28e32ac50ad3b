/* ts-address-dialog.c — a web address as evidence
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-address-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/assess/ts-errand.h"
#include "core/ts-attach.h"
#include "core/ts-text.h"

struct _TsAddressDialog
{
  AdwMessageDialog parent_instance;

  TsAssessmentModel *model;
  char *node_id;

  GtkEditable *address;
  GtkEditable *title;
};

G_DEFINE_FINAL_TYPE (TsAddressDialog, ts_address_dialog, ADW_TYPE_MESSAGE_DIALOG)

/**
 * ts_address_complete:
 * @text: what somebody typed or pasted as a web address
 *
 * Nobody types https:// any more, so it is added where no scheme is given.
 *
 * Returns: (transfer full): a whole address, which may still not be a valid one
 */
char *
ts_address_complete (const char *text)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  clean = ts_text_clean (text, -1, TS_TEXT_LINE);

  if (*clean == '\0' || strstr (clean, "://") != NULL || g_uri_peek_scheme (clean) != NULL)
    return g_steal_pointer (&clean);

  return g_strconcat ("https://", clean, NULL);
}

static void
address_changed_cb (TsAddressDialog *self)
{
  const char *typed = gtk_editable_get_text (self->address);
  g_autofree char *address = ts_address_complete (typed);
  gboolean valid = ts_evidence_address_is_valid (address);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "attach", valid);

  if (valid || *typed == '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->address), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->address), "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->address), GTK_ACCESSIBLE_STATE_INVALID,
                               valid || *typed == '\0' ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
entry_activated_cb (TsAddressDialog *self)
{
  if (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (self), "attach"))
    gtk_widget_activate_default (GTK_WIDGET (self));
}

static void
ts_address_dialog_response (AdwMessageDialog *dialog,
                            const char       *response)
{
  TsAddressDialog *self = TS_ADDRESS_DIALOG (dialog);
  g_autofree char *address = NULL;
  TsSession *session;

  if (!g_str_equal (response, "attach"))
    return;

  address = ts_address_complete (gtk_editable_get_text (self->address));
  session = ts_assessment_model_get_session (self->model);
  ts_session_attach_address_async (session, ts_assessment_model_get_assessment_id (self->model), self->node_id,
                                   address, gtk_editable_get_text (self->title), ts_errand_changed,
                                   ts_errand_new (GTK_WIDGET (self), session, _("Not attached")));
}

static void
ts_address_dialog_finalize (GObject *object)
{
  TsAddressDialog *self = TS_ADDRESS_DIALOG (object);

  g_clear_object (&self->model);
  g_free (self->node_id);

  G_OBJECT_CLASS (ts_address_dialog_parent_class)->finalize (object);
}

static void
ts_address_dialog_class_init (TsAddressDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwMessageDialogClass *dialog_class = ADW_MESSAGE_DIALOG_CLASS (klass);

  object_class->finalize = ts_address_dialog_finalize;
  dialog_class->response = ts_address_dialog_response;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/address-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TsAddressDialog, address);
  gtk_widget_class_bind_template_child (widget_class, TsAddressDialog, title);
  gtk_widget_class_bind_template_callback (widget_class, address_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
ts_address_dialog_init (TsAddressDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ts_address_dialog_present:
 * @origin: the widget that asks
 * @model: an assessment
 * @node_id: the criterion that the address is evidence for
 */
void
ts_address_dialog_present (GtkWidget         *origin,
                           TsAssessmentModel *model,
                           const char        *node_id)
{
  TsAddressDialog *self;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_ASSESSMENT_MODEL (model) && node_id != NULL);

  self = g_object_new (TS_TYPE_ADDRESS_DIALOG, NULL);
  self->model = g_object_ref (model);
  self->node_id = g_strdup (node_id);
  root = gtk_widget_get_root (origin);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->address));
}
