/* ts-history-dialog.c — all about a change
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-history-dialog.h"

#include "app/assess/ts-errand.h"
#include "app/assess/ts-moment-text.h"
#include "core/ts-restore.h"
#include "core/ts-sign-off.h"
#include "model/ts-session-history.h"

#include <glib/gi18n-lib.h>

struct _TsHistoryDialog
{
  AdwWindow parent_instance;

  TsAssessmentModel *model;
  TsHistoryItem *item;
  GtkWidget *origin; /* weak: the page that it was opened on */

  AdwWindowTitle *window_title;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *whole;
};

G_DEFINE_FINAL_TYPE (TsHistoryDialog, ts_history_dialog, ADW_TYPE_WINDOW)

static TsChange *
get_change (TsHistoryDialog *self)
{
  return ts_history_item_get_change (self->item);
}

/* While the past is shown, a value that is brought back now would not be seen. */
static gboolean
can_restore (TsHistoryDialog *self)
{
  TsSession *session = ts_assessment_model_get_session (self->model);

  return session != NULL && !ts_session_get_read_only (session) && ts_assessment_model_get_as_of (self->model) == 0;
}

static void
restore_cb (GtkButton       *button,
            TsHistoryDialog *self)
{
  TsSession *session = ts_assessment_model_get_session (self->model);
  TsRow *then = g_object_get_data (G_OBJECT (button), "row");
  g_autofree char *day = ts_moment_format_day (ts_change_get_at (get_change (self)));
  TsErrand *errand;

  if (!can_restore (self) || self->origin == NULL)
    return;

  errand = ts_errand_new (self->origin, session, _("The Value Could Not Be Restored"));
  errand->undo_title = g_strdup (_("Value restored"));
  ts_session_restore_async (session, then, day, ts_errand_changed, errand);
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_then_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TsHistoryDialog *self = TS_HISTORY_DIALOG (widget);

  ts_assessment_model_show_as_of (self->model, ts_history_item_get_sequence (self->item));
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
make_side (TsHistoryDialog *self,
           const TsWords   *words,
           const char      *title,
           TsRow           *row)
{
  GtkWidget *side = adw_action_row_new ();
  g_autofree char *text = row != NULL ? ts_words_describe_side (words, row) : g_strdup (_("Nothing"));
  GtkWidget *button;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (side), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (side), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (side), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (side), 0);

  if (row == NULL || !ts_row_can_be_restored (row) || !can_restore (self))
    return side;

  button = gtk_button_new_with_mnemonic (_("_Restore"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Bring this value back, as a new change that can be undone"));
  g_object_set_data_full (G_OBJECT (button), "row", ts_row_ref (row), (GDestroyNotify) ts_row_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (side), button);

  return side;
}

static void
fill (TsHistoryDialog *self)
{
  TsAssessmentState *state = ts_assessment_model_get_state (self->model);
  TsWords words = { state != NULL ? ts_assessment_state_get_framework (state) : NULL, NULL, NULL };
  TsChange *change = get_change (self);
  guint n_told = g_strv_length ((char **) ts_history_item_get_words (self->item));
  guint n_rows = ts_history_item_get_n_rows (self->item);
  g_autofree char *when = ts_moment_format (ts_change_get_at (change));
  /* Translators: a moment and a person */
  g_autofree char *subtitle = g_strdup_printf (_("%s, by %s"), when, ts_change_get_author (change));

  adw_window_title_set_title (self->window_title, ts_change_get_label (change));
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), ts_change_get_label (change));

  for (guint i = 0; i < n_told; i++)
    {
      const TsChangeRow *row = ts_history_item_get_row (self->item, i);
      /* Before the record of a move there was a stage. */
      const TsChangeRow *move = ts_sign_off_find_move (change, row->after);
      GtkWidget *group = adw_preferences_group_new ();
      g_autofree char *title = g_markup_escape_text (ts_history_item_get_words (self->item)[i], -1);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_side (self, &words, _("Before"), move != NULL ? move->before : row->before));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_side (self, &words, _("After"), row->after));
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
    }

  if (n_rows > n_told)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more thing changed at the same time.", "%u more things changed at the same time.", n_rows - n_told),
                                               n_rows - n_told);

      adw_preferences_group_set_description (self->whole, more);
    }
}

static void
ts_history_dialog_dispose (GObject *object)
{
  TsHistoryDialog *self = TS_HISTORY_DIALOG (object);

  g_clear_weak_pointer (&self->origin);
  g_clear_object (&self->model);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (ts_history_dialog_parent_class)->dispose (object);
}

static void
ts_history_dialog_class_init (TsHistoryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_history_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TsHistoryDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, TsHistoryDialog, page);
  gtk_widget_class_bind_template_child (widget_class, TsHistoryDialog, whole);
  gtk_widget_class_install_action (widget_class, "change.show-then", NULL, show_then_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ts_history_dialog_init (TsHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ts_history_dialog_present:
 * @origin: the page that it is opened on
 * @model: the assessment whose history it is
 * @item: a change
 *
 * Opens a window about the change.
 */
void
ts_history_dialog_present (GtkWidget         *origin,
                           TsAssessmentModel *model,
                           TsHistoryItem     *item)
{
  TsHistoryDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (origin));
  g_return_if_fail (TS_IS_ASSESSMENT_MODEL (model) && TS_IS_HISTORY_ITEM (item));

  self = g_object_new (TS_TYPE_HISTORY_DIALOG, "transient-for", gtk_widget_get_root (origin), "modal", TRUE, NULL);
  self->model = g_object_ref (model);
  self->item = g_object_ref (item);
  g_set_weak_pointer (&self->origin, origin);
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
}
