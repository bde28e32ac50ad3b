/* ts-sign-off-dialog.c — who decided that an assessment moves on, or back
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-sign-off-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/assess/ts-errand.h"
#include "app/ts-settings.h"
#include "app/widgets/ts-date-row.h"
#include "core/ts-text.h"
#include "model/ts-standing.h"

struct _TsSignOffDialog
{
  AdwMessageDialog parent_instance;

  TsAssessmentModel *model;
  TsStage to;
  gboolean needs_reason;

  GtkEditable *name;
  GtkEditable *role;
  GtkEditable *meeting;
  TsDateRow *day;
  GtkEditable *reason;
};

G_DEFINE_FINAL_TYPE (TsSignOffDialog, ts_sign_off_dialog, ADW_TYPE_MESSAGE_DIALOG)

static gboolean
is_filled (GtkEditable *entry)
{
  g_autofree char *clean = ts_text_clean (gtk_editable_get_text (entry), -1, TS_TEXT_LINE);

  return *clean != '\0';
}

/* What the rules ask for; the button says so before they have to. */
static void
update (TsSignOffDialog *self)
{
  gboolean whole = is_filled (self->name) && ts_date_row_is_valid (self->day) && ts_date_row_get_date (self->day) != NULL &&
                   (self->to != TS_STAGE_BOARD_APPROVED || is_filled (self->meeting)) &&
                   (!self->needs_reason || is_filled (self->reason));

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "move", whole);
}

/* Enter records what is whole, and else leads to what is missing. */
static void
on_entry_activated (TsSignOffDialog *self)
{
  GtkEditable *needed[] = { self->name, self->meeting, GTK_EDITABLE (self->day), self->reason };

  if (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (self), "move"))
    {
      gtk_widget_activate_default (GTK_WIDGET (self));
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      if (gtk_widget_get_visible (GTK_WIDGET (needed[i])) && !is_filled (needed[i]))
        {
          gtk_widget_grab_focus (GTK_WIDGET (needed[i]));
          return;
        }
    }
}

static void
ts_sign_off_dialog_response (AdwMessageDialog *dialog,
                             const char       *response)
{
  TsSignOffDialog *self = TS_SIGN_OFF_DIALOG (dialog);
  TsSession *session = ts_assessment_model_get_session (self->model);

  if (!g_str_equal (response, "move"))
    return;

  ts_session_move_stage_async (session, ts_assessment_model_get_assessment_id (self->model), self->to,
                               gtk_editable_get_text (self->name), gtk_editable_get_text (self->role),
                               gtk_widget_get_visible (GTK_WIDGET (self->meeting)) ? gtk_editable_get_text (self->meeting) : NULL,
                               ts_date_row_get_date (self->day), gtk_editable_get_text (self->reason), ts_errand_changed,
                               ts_errand_new (GTK_WIDGET (self), session, _("The Stage Was Not Changed")));
}

static void
ts_sign_off_dialog_finalize (GObject *object)
{
  g_clear_object (&TS_SIGN_OFF_DIALOG (object)->model);

  G_OBJECT_CLASS (ts_sign_off_dialog_parent_class)->finalize (object);
}

static void
ts_sign_off_dialog_class_init (TsSignOffDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwMessageDialogClass *dialog_class = ADW_MESSAGE_DIALOG_CLASS (klass);

  object_class->finalize = ts_sign_off_dialog_finalize;
  dialog_class->response = ts_sign_off_dialog_response;

  g_type_ensure (TS_TYPE_DATE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/sign-off-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TsSignOffDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TsSignOffDialog, role);
  gtk_widget_class_bind_template_child (widget_class, TsSignOffDialog, meeting);
  gtk_widget_class_bind_template_child (widget_class, TsSignOffDialog, day);
  gtk_widget_class_bind_template_child (widget_class, TsSignOffDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
}

static void
ts_sign_off_dialog_init (TsSignOffDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *author = ts_settings_dup_author ();
  g_autofree char *role = g_settings_get_string (ts_settings_get (), "person-role");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (self->name, author);
  gtk_editable_set_text (self->role, role);
  ts_date_row_set_date (self->day, today);
}

static void
describe (TsSignOffDialog *self,
          guint            n_open)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  g_autofree char *body = NULL;

  switch (self->to)
    {
    case TS_STAGE_BOARD_APPROVED:
      adw_message_dialog_set_heading (dialog, _("The Board’s Approval"));
      adw_message_dialog_set_response_label (dialog, "move", _("_Record Approval"));

      if (n_open > 0)
        body = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u point of the checklist is still open. The board may approve all the same; say why.",
                                             "%u points of the checklist are still open. The board may approve all the same; say why.", n_open),
                                n_open);
      else
        body = g_strdup (_("What the board approves stays as it is from now on. To change it later, the assessment is reopened."));

      break;

    case TS_STAGE_SUBMITTED:
      adw_message_dialog_set_heading (dialog, _("Submit the Assessment"));
      adw_message_dialog_set_response_label (dialog, "move", _("_Submit"));
      body = g_strdup (_("Records that the assessment was handed in, as the board approved it."));
      break;

    default:
      adw_message_dialog_set_heading (dialog, _("Reopen the Assessment"));
      adw_message_dialog_set_response_label (dialog, "move", _("_Reopen"));
      body = g_strdup (_("The assessment becomes a draft again and can be changed. The approval so far stays on record, and the board approves anew."));
      break;
    }

  adw_message_dialog_set_body (dialog, body);
  gtk_widget_set_visible (GTK_WIDGET (self->meeting), self->to == TS_STAGE_BOARD_APPROVED);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), self->needs_reason);
}

/**
 * ts_sign_off_dialog_present:
 * @origin: the widget that asks
 * @model: an assessment
 * @to: the stage to move to: the next one, or the draft
 * @n_open: how many points of the checklist are open
 */
void
ts_sign_off_dialog_present (GtkWidget         *origin,
                            TsAssessmentModel *model,
                            TsStage            to,
                            guint              n_open)
{
  TsSignOffDialog *self;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_ASSESSMENT_MODEL (model));

  self = g_object_new (TS_TYPE_SIGN_OFF_DIALOG, NULL);
  self->model = g_object_ref (model);
  self->to = to;
  self->needs_reason = to == TS_STAGE_DRAFT || n_open > 0;
  describe (self, n_open);
  update (self);
  root = gtk_widget_get_root (origin);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (to == TS_STAGE_DRAFT ? self->reason : to == TS_STAGE_BOARD_APPROVED ? self->meeting
                                                                                                         : self->name));
}
