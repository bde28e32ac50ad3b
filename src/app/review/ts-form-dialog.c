/* ts-form-dialog.c — a question with a few answers to write
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-form-dialog.h"

#include "app/widgets/ts-date-row.h"
#include "core/ts-clock-time.h"
#include "core/ts-text.h"

struct _TsFormDialog
{
  AdwMessageDialog parent_instance;

  GHashTable *named; /* name → row, borrowed from the widget tree */
  GPtrArray *required;
  GPtrArray *times;
  GtkWidget *first;

  GtkListBox *rows;
};

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsFormDialog, ts_form_dialog, ADW_TYPE_MESSAGE_DIALOG)

static gboolean
is_filled (gpointer row)
{
  g_autofree char *clean = ts_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), -1, TS_TEXT_LINE);

  return *clean != '\0';
}

/* A time that is none is marked; blank is no time, which is all right. */
static gboolean
check_time (GtkWidget *row)
{
  g_autofree char *clean = ts_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), -1, TS_TEXT_LINE);
  gboolean valid = *clean == '\0' || ts_clock_time_is_valid (clean);

  if (valid)
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID, valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);

  return valid;
}

static void
update (TsFormDialog *self)
{
  gboolean whole = TRUE;
  GHashTableIter iter;
  gpointer row;

  for (guint i = 0; i < self->required->len; i++)
    whole &= is_filled (g_ptr_array_index (self->required, i));

  for (guint i = 0; i < self->times->len; i++)
    whole &= check_time (g_ptr_array_index (self->times, i));

  g_hash_table_iter_init (&iter, self->named);

  while (g_hash_table_iter_next (&iter, NULL, &row))
    whole &= !TS_IS_DATE_ROW (row) || ts_date_row_is_valid (row);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept", whole);
}

static void
on_entry_activated (TsFormDialog *self)
{
  if (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (self), "accept"))
    gtk_widget_activate_default (GTK_WIDGET (self));
}

static void
ts_form_dialog_response (AdwMessageDialog *dialog,
                         const char       *response)
{
  if (g_str_equal (response, "accept"))
    g_signal_emit (dialog, signals[ACCEPTED], 0);
}

static void
ts_form_dialog_finalize (GObject *object)
{
  TsFormDialog *self = TS_FORM_DIALOG (object);

  g_hash_table_unref (self->named);
  g_ptr_array_unref (self->required);
  g_ptr_array_unref (self->times);

  G_OBJECT_CLASS (ts_form_dialog_parent_class)->finalize (object);
}

static void
ts_form_dialog_class_init (TsFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ts_form_dialog_finalize;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = ts_form_dialog_response;

  signals[ACCEPTED] = g_signal_new ("accepted", TS_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/review/form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TsFormDialog, rows);
}

static void
ts_form_dialog_init (TsFormDialog *self)
{
  self->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->required = g_ptr_array_new ();
  self->times = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
focus_first (gpointer data)
{
  TsFormDialog *self = data;
  GtkWidget *row = self->first;

  /* The keyboard begins with what is missing. */
  for (guint i = self->required->len; i > 0; i--)
    {
      if (!is_filled (g_ptr_array_index (self->required, i - 1)))
        row = g_ptr_array_index (self->required, i - 1);
    }

  if (row != NULL)
    gtk_widget_grab_focus (row);

  return G_SOURCE_REMOVE;
}

/**
 * ts_form_dialog_new:
 * @origin: the widget that asks
 * @heading: what is asked
 * @body: (nullable): what it means
 * @accept: the button that does it, with a mnemonic
 *
 * Returns: (transfer none): the dialog, which is shown as soon as the caller is done with adding rows
 */
TsFormDialog *
ts_form_dialog_new (GtkWidget  *origin,
                    const char *heading,
                    const char *body,
                    const char *accept)
{
  TsFormDialog *self;
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (origin) && heading != NULL && accept != NULL, NULL);

  self = g_object_new (TS_TYPE_FORM_DIALOG, "heading", heading, "body", body != NULL ? body : "", NULL);
  adw_message_dialog_set_response_label (ADW_MESSAGE_DIALOG (self), "accept", accept);
  root = gtk_widget_get_root (origin);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), FALSE);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));

  gtk_window_present (GTK_WINDOW (self));
  g_idle_add_full (G_PRIORITY_DEFAULT, focus_first, g_object_ref (self), g_object_unref);

  return self;
}

static void
add (TsFormDialog *self,
     const char   *name,
     GtkWidget    *row)
{
  g_hash_table_insert (self->named, g_strdup (name), row);
  gtk_list_box_append (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), TRUE);

  if (self->first == NULL)
    self->first = row;

  if (GTK_IS_EDITABLE (row))
    {
      g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_entry_activated), self, G_CONNECT_SWAPPED);
    }

  update (self);
}

void
ts_form_dialog_add_entry (TsFormDialog *self,
                          const char   *name,
                          const char   *title,
                          const char   *text,
                          gboolean      required)
{
  GtkWidget *row = adw_entry_row_new ();

  g_return_if_fail (TS_IS_FORM_DIALOG (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);

  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), text);

  if (required)
    g_ptr_array_add (self->required, row);

  add (self, name, row);
}

void
ts_form_dialog_add_day (TsFormDialog *self,
                        const char   *name,
                        const char   *title,
                        const char   *day)
{
  GtkWidget *row = ts_date_row_new (title);

  g_return_if_fail (TS_IS_FORM_DIALOG (self));

  ts_date_row_set_date (TS_DATE_ROW (row), day);
  add (self, name, row);
}

void
ts_form_dialog_add_time (TsFormDialog *self,
                         const char   *name,
                         const char   *title,
                         const char   *time)
{
  g_return_if_fail (TS_IS_FORM_DIALOG (self));

  ts_form_dialog_add_entry (self, name, title, time, FALSE);
  g_ptr_array_add (self->times, g_hash_table_lookup (self->named, name));
  update (self);
}

void
ts_form_dialog_add_choice (TsFormDialog *self,
                           const char *name,
                           const char *title,
                           const char *const *choices,
                           guint chosen)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

  g_return_if_fail (TS_IS_FORM_DIALOG (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen);
  add (self, name, row);
}

/**
 * ts_form_dialog_get_text:
 * @self: a dialog
 * @name: an entry's or a day's name
 *
 * Returns: (transfer none) (nullable): what is written there; %NULL for no day
 */
const char *
ts_form_dialog_get_text (TsFormDialog *self,
                         const char   *name)
{
  gpointer row = g_hash_table_lookup (self->named, name);

  g_return_val_if_fail (GTK_IS_EDITABLE (row), NULL);

  return TS_IS_DATE_ROW (row) ? ts_date_row_get_date (row) : gtk_editable_get_text (row);
}

/**
 * ts_form_dialog_get_choice:
 * @self: a dialog
 * @name: a choice's or a switch's name
 *
 * Returns: the position of what is chosen; 1 for a switch that is on
 */
guint
ts_form_dialog_get_choice (TsFormDialog *self,
                           const char   *name)
{
  gpointer row = g_hash_table_lookup (self->named, name);

  if (GTK_IS_SWITCH (row))
    return gtk_switch_get_active (row);

  g_return_val_if_fail (ADW_IS_COMBO_ROW (row), 0);

  return adw_combo_row_get_selected (row);
}

void
ts_form_dialog_set_destructive (TsFormDialog *self)
{
  g_return_if_fail (TS_IS_FORM_DIALOG (self));

  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self), "accept", ADW_RESPONSE_DESTRUCTIVE);
}
