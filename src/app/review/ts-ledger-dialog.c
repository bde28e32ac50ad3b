/* ts-ledger-dialog.c — how the levels of one criterion came about
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-ledger-dialog.h"

#include "app/assess/ts-moment-text.h"
#include "app/review/ts-review-page.h"
#include "app/review/ts-review-words.h"
#include "app/widgets/ts-date-row.h"
#include "model/ts-ledger.h"

#include <glib/gi18n-lib.h>

struct _TsLedgerDialog
{
  AdwWindow parent_instance;

  TsSession *session;
  TsFramework *framework; /* keeps the node */
  const TsNode *node;
  char *assessment_id;
  GCancellable *cancellable;

  GtkWidget *day;
  GtkBox *layers;
};

G_DEFINE_FINAL_TYPE (TsLedgerDialog, ts_ledger_dialog, ADW_TYPE_WINDOW)

static void
add_entry (TsLedgerDialog      *self,
           GtkWidget           *group,
           const TsLedgerEntry *entry)
{
  gboolean is_dissent = ts_row_get_entity (entry->row) == TS_ENTITY_DISSENT;
  int number = (int) ts_row_get_integer (entry->row, is_dissent ? TS_DISSENT_LEVEL : TS_RATING_LEVEL);
  g_autofree char *level = ts_review_words_level (self->node, number);
  g_autofree char *title = NULL;
  g_autofree char *reasons = ts_review_words_reasons (entry->row);
  g_autoptr (GString) said = g_string_new (reasons != NULL ? reasons : _("No reason is given."));

  if (is_dissent)
    /* Translators: a person and the level that they would give */
    title = g_strdup_printf (_("%s does not agree: %s"), entry->who, level);
  else
    title = g_strdup_printf ("%s: %s", entry->who != NULL ? entry->who : ts_layer_get_title (entry->layer), level);

  if (entry->at != 0)
    {
      g_autofree char *when = ts_moment_format (entry->at);

      g_string_append_c (said, '\n');
      /* Translators: a moment and a person */
      g_string_append_printf (said, _("%s, by %s"), when, entry->author);
    }

  ts_review_add_row (group, title, said->str);
}

static void
show_ledger (TsLedgerDialog *self,
             const TsLedger *ledger)
{
  ts_review_clear (GTK_WIDGET (self->layers));

  for (TsLayer layer = 0; layer < TS_N_LAYERS; layer++)
    {
      GtkWidget *group = ts_review_add_group (self->layers, ts_layer_get_title (layer), NULL);
      gboolean has_any = FALSE;

      for (guint i = 0; i < ledger->entries->len; i++)
        {
          const TsLedgerEntry *entry = g_ptr_array_index (ledger->entries, i);

          if (entry->layer != layer)
            continue;

          add_entry (self, group, entry);
          has_any = TRUE;
        }

      if (layer == TS_LAYER_REVIEWER && !ledger->is_open)
        adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Closed until everybody has sealed."));
      else if (!has_any)
        adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Nothing."));
    }
}

static void
on_read (GObject      *session,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (TsLedgerDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsLedger) ledger = ts_session_read_ledger_finish (TS_SESSION (session), result, &error);

  if (ledger != NULL)
    {
      show_ledger (self, ledger);
      return;
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  ts_review_clear (GTK_WIDGET (self->layers));
  ts_review_add_group (self->layers, _("This Could Not Be Read"), error->message);
}

static void
stop_reading (TsLedgerDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  g_clear_object (&self->cancellable);
}

static void
read_ledger (TsLedgerDialog *self)
{
  const char *day = ts_date_row_get_date (TS_DATE_ROW (self->day));
  gint64 moment = 0;

  /* The row loses the focus, too, when the window goes. */
  if (self->session == NULL || !ts_date_row_is_valid (TS_DATE_ROW (self->day)))
    return;

  /* To the end of that day. */
  if (day != NULL && *day != '\0')
    moment = ts_moment_of_day (day, 1) - 1;

  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  ts_session_read_ledger_async (self->session, self->assessment_id, self->node->id, moment, self->cancellable, on_read, g_object_ref (self));
}

static void
ts_ledger_dialog_dispose (GObject *object)
{
  TsLedgerDialog *self = TS_LEDGER_DIALOG (object);

  stop_reading (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->framework, ts_framework_unref);
  self->node = NULL;

  G_OBJECT_CLASS (ts_ledger_dialog_parent_class)->dispose (object);
}

static void
ts_ledger_dialog_finalize (GObject *object)
{
  g_free (TS_LEDGER_DIALOG (object)->assessment_id);

  G_OBJECT_CLASS (ts_ledger_dialog_parent_class)->finalize (object);
}

static void
ts_ledger_dialog_class_init (TsLedgerDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ts_ledger_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ts_ledger_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ts_ledger_dialog_init (TsLedgerDialog *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *layers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group;

  gtk_widget_add_css_class (content, "review-column");
  group = ts_review_add_group (GTK_BOX (content), _("How It Came About"),
                               _("The five layers, each with its reasons. Choose a day to see them as they stood at its end; without a day, they are as they are now."));
  self->day = ts_date_row_new (_("As it stood on"));
  g_signal_connect_object (self->day, "committed", G_CALLBACK (read_ledger), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->day);
  self->layers = GTK_BOX (layers);
  gtk_box_append (GTK_BOX (content), layers);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_box_append (GTK_BOX (column), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (column), scroller);
  adw_window_set_content (ADW_WINDOW (self), column);
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 640);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * ts_ledger_dialog_new:
 * @parent: (nullable): the window that it stands before
 * @session: a session
 * @framework: the framework of @node
 * @assessment_id: an assessment
 * @node: one of its criteria
 *
 * Returns: (transfer none): a window that is not presented yet; GTK owns it
 */
GtkWidget *
ts_ledger_dialog_new (GtkWindow    *parent,
                      TsSession    *session,
                      TsFramework  *framework,
                      const char   *assessment_id,
                      const TsNode *node)
{
  TsLedgerDialog *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (TS_IS_SESSION (session) && framework != NULL && assessment_id != NULL && node != NULL, NULL);

  self = g_object_new (TS_TYPE_LEDGER_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->framework = ts_framework_ref (framework);
  self->node = node;
  self->assessment_id = g_strdup (assessment_id);
  name = ts_node_dup_name (node);
  gtk_window_set_title (GTK_WINDOW (self), name);
  read_ledger (self);

  return GTK_WIDGET (self);
}

/**
 * ts_ledger_dialog_show_day:
 * @self: a ledger
 * @day: (nullable): a day as ISO 8601 writes it; %NULL for now
 */
void
ts_ledger_dialog_show_day (TsLedgerDialog *self,
                           const char     *day)
{
  g_return_if_fail (TS_IS_LEDGER_DIALOG (self));

  ts_date_row_set_date (TS_DATE_ROW (self->day), day != NULL ? day : "");
  read_ledger (self);
}
