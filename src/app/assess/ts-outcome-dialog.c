/* ts-outcome-dialog.c — what an outcome measures
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-outcome-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/assess/ts-errand.h"
#include "core/ts-outcome.h"
#include "core/ts-text.h"
#include "model/ts-session-outcomes.h"

struct _TsOutcomeDialog
{
  AdwMessageDialog parent_instance;

  TsSession *session;
  char *assessment_id;
  char *outcome_id;       /* NULL for a new one */
  GPtrArray *suggestions; /* ids of the framework's suggestions, in the order of the choice; NULL for one of one's own */
  GPtrArray *definitions; /* of the same */

  AdwComboRow *suggestion;
  GtkEditable *metric;
  GtkEditable *unit;
  AdwComboRow *direction;
  GtkEditable *source;
};

G_DEFINE_FINAL_TYPE (TsOutcomeDialog, ts_outcome_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* The order of the choices in outcome-dialog.ui. */
enum
{
  DIRECTION_UP,
  DIRECTION_DOWN,
};

/* What a suggestion says; the framework's own may be gone by the time it is chosen. */
typedef struct
{
  char *metric;
  char *unit;
  gboolean up_is_better;
} Suggested;

static void
suggested_free (gpointer data)
{
  Suggested *self = data;

  g_free (self->metric);
  g_free (self->unit);
  g_free (self);
}

static gboolean
is_filled (GtkEditable *entry)
{
  g_autofree char *clean = ts_text_clean (gtk_editable_get_text (entry), -1, TS_TEXT_LINE);

  return *clean != '\0';
}

static void
update (TsOutcomeDialog *self)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "keep", is_filled (self->metric) && is_filled (self->unit));
}

static void
on_suggestion_chosen (TsOutcomeDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->suggestion);
  const Suggested *suggested;

  /* The first choice is one of one's own. */
  if (self->definitions == NULL || chosen == 0 || chosen > self->definitions->len)
    return;

  suggested = g_ptr_array_index (self->definitions, chosen - 1);
  gtk_editable_set_text (self->metric, suggested->metric);
  gtk_editable_set_text (self->unit, suggested->unit);
  adw_combo_row_set_selected (self->direction, suggested->up_is_better ? DIRECTION_UP : DIRECTION_DOWN);
}

static void
on_entry_activated (TsOutcomeDialog *self)
{
  if (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (self), "keep"))
    gtk_widget_activate_default (GTK_WIDGET (self));
}

static void
ts_outcome_dialog_response (AdwMessageDialog *dialog,
                            const char       *response)
{
  TsOutcomeDialog *self = TS_OUTCOME_DIALOG (dialog);
  guint chosen = adw_combo_row_get_selected (self->suggestion);
  TsOutcomeDefinition definition = {
    .metric = gtk_editable_get_text (self->metric),
    .unit = gtk_editable_get_text (self->unit),
    .up_is_better = adw_combo_row_get_selected (self->direction) == DIRECTION_UP,
    .source = gtk_editable_get_text (self->source),
  };

  if (!g_str_equal (response, "keep"))
    return;

  if (self->outcome_id != NULL)
    {
      ts_session_define_outcome_async (self->session, self->assessment_id, self->outcome_id, &definition, ts_errand_changed,
                                       ts_errand_new (GTK_WIDGET (self), self->session, _("Not Changed")));
      return;
    }

  if (self->suggestions != NULL && chosen > 0 && chosen <= self->suggestions->len)
    definition.suggested = g_ptr_array_index (self->suggestions, chosen - 1);

  ts_session_add_outcome_async (self->session, self->assessment_id, &definition, ts_errand_changed,
                                ts_errand_new (GTK_WIDGET (self), self->session, _("Not Added")));
}

static void
ts_outcome_dialog_finalize (GObject *object)
{
  TsOutcomeDialog *self = TS_OUTCOME_DIALOG (object);

  g_clear_object (&self->session);
  g_free (self->assessment_id);
  g_free (self->outcome_id);
  g_clear_pointer (&self->suggestions, g_ptr_array_unref);
  g_clear_pointer (&self->definitions, g_ptr_array_unref);

  G_OBJECT_CLASS (ts_outcome_dialog_parent_class)->finalize (object);
}

static void
ts_outcome_dialog_class_init (TsOutcomeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ts_outcome_dialog_finalize;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = ts_outcome_dialog_response;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/outcome-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TsOutcomeDialog, suggestion);
  gtk_widget_class_bind_template_child (widget_class, TsOutcomeDialog, metric);
  gtk_widget_class_bind_template_child (widget_class, TsOutcomeDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, TsOutcomeDialog, direction);
  gtk_widget_class_bind_template_child (widget_class, TsOutcomeDialog, source);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_suggestion_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
}

static void
ts_outcome_dialog_init (TsOutcomeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static TsOutcomeDialog *
present (GtkWidget  *origin,
         TsSession  *session,
         const char *assessment_id)
{
  TsOutcomeDialog *self = g_object_new (TS_TYPE_OUTCOME_DIALOG, NULL);
  GtkRoot *root = gtk_widget_get_root (origin);

  self->session = g_object_ref (session);
  self->assessment_id = g_strdup (assessment_id);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));

  return self;
}

static void
fill_suggestions (TsOutcomeDialog *self,
                  TsOutcomeList   *list)
{
  g_autoptr (GPtrArray) suggestions = ts_outcome_list_list_suggestions (list);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->suggestions = g_ptr_array_new_with_free_func (g_free);
  self->definitions = g_ptr_array_new_with_free_func (suggested_free);
  gtk_string_list_append (names, _("One of your own"));

  for (guint i = 0; i < suggestions->len; i++)
    {
      const TsSuggestedOutcome *suggestion = g_ptr_array_index (suggestions, i);
      Suggested *suggested = g_new (Suggested, 1);

      *suggested = (Suggested) { g_strdup (suggestion->metric), g_strdup (suggestion->unit), suggestion->up_is_better };
      g_ptr_array_add (self->suggestions, g_strdup (suggestion->id));
      g_ptr_array_add (self->definitions, suggested);
      gtk_string_list_append (names, suggestion->metric);
    }

  adw_combo_row_set_model (self->suggestion, G_LIST_MODEL (names));
}

/**
 * ts_outcome_dialog_present_new:
 * @origin: the widget that asks
 * @list: the outcomes that one shall be added to
 */
void
ts_outcome_dialog_present_new (GtkWidget     *origin,
                               TsOutcomeList *list)
{
  TsOutcomeDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_OUTCOME_LIST (list));

  self = present (origin, ts_outcome_list_get_session (list), ts_outcome_list_get_assessment_id (list));
  fill_suggestions (self, list);
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), _("Add an Outcome"));
  adw_message_dialog_set_response_label (ADW_MESSAGE_DIALOG (self), "keep", _("_Add"));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->suggestion));
}

/**
 * ts_outcome_dialog_present_for:
 * @origin: the widget that asks
 * @session: a workbook
 * @item: the outcome whose definition shall be changed
 */
void
ts_outcome_dialog_present_for (GtkWidget     *origin,
                               TsSession     *session,
                               TsOutcomeItem *item)
{
  TsOutcomeDefinition definition;
  TsOutcomeDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (origin) && TS_IS_SESSION (session) && TS_IS_OUTCOME_ITEM (item));

  self = present (origin, session, ts_outcome_item_get_assessment_id (item));
  self->outcome_id = g_strdup (ts_outcome_item_get_id (item));
  definition = ts_outcome_get_definition (ts_outcome_item_get_row (item));
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion), FALSE);
  gtk_editable_set_text (self->metric, definition.metric);
  gtk_editable_set_text (self->unit, definition.unit);
  gtk_editable_set_text (self->source, definition.source != NULL ? definition.source : "");
  adw_combo_row_set_selected (self->direction, definition.up_is_better ? DIRECTION_UP : DIRECTION_DOWN);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->metric));
}
