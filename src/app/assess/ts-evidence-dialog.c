/* ts-evidence-dialog.c — all about an item of evidence
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-evidence-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/assess/ts-evidence-actions.h"
#include "app/assess/ts-evidence-copy.h"
#include "app/assess/ts-evidence-link-row.h"
#include "app/widgets/ts-chooser-popover.h"
#include "app/widgets/ts-date-row.h"
#include "core/ts-attach.h"
#include "core/ts-text.h"

struct _TsEvidenceDialog
{
  AdwWindow parent_instance;

  TsAssessmentModel *model;
  TsEvidenceItem *item;
  TsRow *shown;         /* what the entries were filled from */
  GPtrArray *link_rows; /* TsEvidenceLinkRow, borrowed from the group */
  gboolean showing;

  AdwEntryRow *title;
  AdwComboRow *kind;
  AdwEntryRow *address;
  TsDateRow *received;
  TsDateRow *period_from;
  TsDateRow *period_to;
  AdwPreferencesGroup *links;
  GtkMenuButton *link_button;
  TsChooserPopover *chooser;
  AdwPreferencesGroup *content;
  AdwActionRow *file_name;
  AdwActionRow *hash;
  GtkWidget *save_copy;
};

G_DEFINE_FINAL_TYPE (TsEvidenceDialog, ts_evidence_dialog, ADW_TYPE_WINDOW)

/* An entry or date row and the field that it is for. */
static GtkEditable *
find_entry (TsEvidenceDialog *self,
            TsEvidenceField   field)
{
  switch (field)
    {
    case TS_EVIDENCE_TITLE:
      return GTK_EDITABLE (self->title);

    case TS_EVIDENCE_ADDRESS:
      return GTK_EDITABLE (self->address);

    case TS_EVIDENCE_RECEIVED:
      return GTK_EDITABLE (self->received);

    case TS_EVIDENCE_PERIOD_FROM:
      return GTK_EDITABLE (self->period_from);

    case TS_EVIDENCE_PERIOD_TO:
      return GTK_EDITABLE (self->period_to);

    default:
      return NULL;
    }
}

static const TsEvidenceField entry_fields[] = {
  TS_EVIDENCE_TITLE,
  TS_EVIDENCE_ADDRESS,
  TS_EVIDENCE_RECEIVED,
  TS_EVIDENCE_PERIOD_FROM,
  TS_EVIDENCE_PERIOD_TO,
};

static const char *
get_text (const TsRow *row,
          guint        field)
{
  const char *text = row != NULL ? ts_row_get_text (row, field) : NULL;

  return text != NULL ? text : "";
}

/* Entries in which something else has been typed since are left alone. */
static void
show_entries (TsEvidenceDialog *self,
              TsRow            *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (entry_fields); i++)
    {
      GtkEditable *entry = find_entry (self, entry_fields[i]);
      const char *text = get_text (row, entry_fields[i]);

      if (g_str_equal (gtk_editable_get_text (entry), get_text (self->shown, entry_fields[i])) &&
          !g_str_equal (gtk_editable_get_text (entry), text))
        gtk_editable_set_text (entry, text);
    }
}

static void
show_content (TsEvidenceDialog *self,
              TsRow            *row)
{
  gboolean has_content = ts_row_has (row, TS_EVIDENCE_CONTENT);
  g_autofree char *size = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->address), !has_content);
  gtk_widget_set_visible (GTK_WIDGET (self->content), has_content);
  gtk_widget_set_visible (self->save_copy, has_content);

  if (!has_content)
    return;

  size = g_format_size_full ((guint64) ts_row_get_integer (row, TS_EVIDENCE_SIZE), G_FORMAT_SIZE_LONG_FORMAT);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_name), get_text (row, TS_EVIDENCE_FILE_NAME));
  adw_action_row_set_subtitle (self->file_name, size);
  adw_action_row_set_subtitle (self->hash, get_text (row, TS_EVIDENCE_CONTENT));
}

static gboolean
can_describe (TsEvidenceDialog *self)
{
  return !ts_session_get_read_only (ts_assessment_model_get_session (self->model)) && ts_assessment_model_get_as_of (self->model) == 0;
}

static void
update_editable (TsEvidenceDialog *self)
{
  gboolean describable = can_describe (self);
  gboolean linkable = !ts_assessment_model_get_locked (self->model);

  for (guint i = 0; i < G_N_ELEMENTS (entry_fields); i++)
    gtk_editable_set_editable (find_entry (self, entry_fields[i]), describable);

  gtk_widget_set_sensitive (GTK_WIDGET (self->kind), describable);
  gtk_widget_set_visible (GTK_WIDGET (self->link_button), linkable);

  for (guint i = 0; i < self->link_rows->len; i++)
    ts_evidence_link_row_set_editable (g_ptr_array_index (self->link_rows, i), linkable);
}

static TsEvidenceLinkRow *
find_link_row (TsEvidenceDialog *self,
               const char       *link_id)
{
  for (guint i = 0; i < self->link_rows->len; i++)
    {
      TsEvidenceLinkRow *row = g_ptr_array_index (self->link_rows, i);

      if (g_str_equal (ts_evidence_link_row_get_link_id (row), link_id))
        return row;
    }

  return NULL;
}

static gboolean
has_link (TsEvidenceDialog *self,
          const char       *link_id)
{
  for (guint i = 0; i < ts_evidence_item_get_n_links (self->item); i++)
    {
      if (g_str_equal (ts_row_get_id (ts_evidence_item_get_link (self->item, i)), link_id))
        return TRUE;
    }

  return FALSE;
}

/* Rows that stay are the same as before: one of them may have the focus. */
static void
show_links (TsEvidenceDialog *self)
{
  for (guint i = self->link_rows->len; i > 0; i--)
    {
      TsEvidenceLinkRow *row = g_ptr_array_index (self->link_rows, i - 1);

      if (!has_link (self, ts_evidence_link_row_get_link_id (row)))
        {
          g_ptr_array_remove_index (self->link_rows, i - 1);
          adw_preferences_group_remove (self->links, GTK_WIDGET (row));
        }
    }

  for (guint i = 0; i < ts_evidence_item_get_n_links (self->item); i++)
    {
      TsRow *link = ts_evidence_item_get_link (self->item, i);
      TsEvidenceLinkRow *row = find_link_row (self, ts_row_get_id (link));

      if (row == NULL)
        {
          row = TS_EVIDENCE_LINK_ROW (ts_evidence_link_row_new (self->model, self->item, ts_row_get_id (link)));
          g_ptr_array_add (self->link_rows, row);
          adw_preferences_group_add (self->links, GTK_WIDGET (row));
        }

      ts_evidence_link_row_set_link (row, link);
    }

  adw_preferences_group_set_description (self->links, self->link_rows->len == 0 ? _("Linked to no criterion of this assessment yet.") : _("One item can serve any number of criteria."));
}

static void
show_item (TsEvidenceDialog *self)
{
  TsRow *row = ts_evidence_item_get_row (self->item);
  TsEvidenceKind kind;

  self->showing = TRUE;
  show_entries (self, row);
  show_content (self, row);

  if (ts_evidence_kind_from_name (get_text (row, TS_EVIDENCE_KIND), &kind))
    adw_combo_row_set_selected (self->kind, kind);

  self->showing = FALSE;
  ts_row_ref (row);
  g_clear_pointer (&self->shown, ts_row_unref);
  self->shown = row;
  show_links (self);
  update_editable (self);
}

/* What the entries say. */
static TsRow *
read_entries (TsEvidenceDialog *self)
{
  g_autoptr (TsRow) row = ts_row_copy (ts_evidence_item_get_row (self->item));

  for (guint i = 0; i < G_N_ELEMENTS (entry_fields); i++)
    {
      const char *typed = gtk_editable_get_text (find_entry (self, entry_fields[i]));
      g_autofree char *clean = ts_text_clean (typed, -1, TS_TEXT_LINE);

      ts_row_set_text (row, entry_fields[i], *clean != '\0' ? clean : NULL);
    }

  ts_row_set_text (row, TS_EVIDENCE_KIND, ts_evidence_kind_get_name (adw_combo_row_get_selected (self->kind)));

  return g_steal_pointer (&row);
}

static void
mark (GtkWidget *entry,
      gboolean   wrong)
{
  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
}

/* Leaves a field as it is kept. */
static void
leave (TsEvidenceDialog *self,
       TsRow            *row,
       TsEvidenceField   field)
{
  ts_row_set_text (row, field, ts_row_get_text (ts_evidence_item_get_row (self->item), field));
}

/* Marks what cannot be kept, and leaves it as it is, so that one wrong entry does not keep the others from being kept. Days that are none mark
 * themselves. */
static void
mark_problems (TsEvidenceDialog *self,
               TsRow            *row)
{
  const char *from = ts_row_get_text (row, TS_EVIDENCE_PERIOD_FROM);
  const char *to = ts_row_get_text (row, TS_EVIDENCE_PERIOD_TO);
  const char *address = ts_row_get_text (row, TS_EVIDENCE_ADDRESS);
  gboolean untitled = !ts_row_has (row, TS_EVIDENCE_TITLE);
  gboolean unaddressed = !ts_row_has (row, TS_EVIDENCE_CONTENT) && (address == NULL || !ts_evidence_address_is_valid (address));
  gboolean from_valid = ts_date_row_is_valid (self->period_from);
  gboolean to_valid = ts_date_row_is_valid (self->period_to);
  gboolean reversed = from_valid && to_valid && from != NULL && to != NULL && g_strcmp0 (from, to) > 0;

  mark (GTK_WIDGET (self->title), untitled);
  mark (GTK_WIDGET (self->address), unaddressed);
  ts_date_row_set_problem (self->period_to, reversed ? _("before the period begins") : NULL);

  if (untitled)
    leave (self, row, TS_EVIDENCE_TITLE);

  if (unaddressed)
    leave (self, row, TS_EVIDENCE_ADDRESS);

  if (!ts_date_row_is_valid (self->received))
    leave (self, row, TS_EVIDENCE_RECEIVED);

  /* One end of a period says nothing about the other end that was kept before. */
  if (!from_valid || !to_valid || reversed)
    {
      leave (self, row, TS_EVIDENCE_PERIOD_FROM);
      leave (self, row, TS_EVIDENCE_PERIOD_TO);
    }
}

static void
commit (TsEvidenceDialog *self)
{
  g_autoptr (TsRow) row = NULL;

  if (self->showing || self->shown == NULL || !can_describe (self))
    return;

  row = read_entries (self);
  mark_problems (self, row);

  if (!ts_row_equal (row, ts_evidence_item_get_row (self->item)))
    ts_evidence_describe (GTK_WIDGET (self), ts_assessment_model_get_session (self->model), row);
}

static gboolean
ts_evidence_dialog_close_request (GtkWindow *window)
{
  TsEvidenceDialog *self = TS_EVIDENCE_DIALOG (window);

  commit (self);

  for (guint i = 0; i < self->link_rows->len; i++)
    ts_evidence_link_row_commit (g_ptr_array_index (self->link_rows, i));

  return GTK_WINDOW_CLASS (ts_evidence_dialog_parent_class)->close_request (window);
}

/* Choosing a further criterion */

static char *
dup_criterion_title (gpointer item)
{
  return g_strdup (gtk_string_object_get_string (item));
}

static char *
dup_criterion_group (gpointer item)
{
  return g_strdup (g_object_get_data (item, "group"));
}

static void
add_criterion (GListStore   *criteria,
               const TsNode *node)
{
  g_autofree char *title = ts_node_dup_name (node);
  g_autoptr (GtkStringObject) item = gtk_string_object_new (title);

  g_object_set_data_full (G_OBJECT (item), "node-id", g_strdup (node->id), g_free);
  g_object_set_data_full (G_OBJECT (item), "group",
                          g_strdup (node->group != NULL ? node->group->title : node->section->title), g_free);
  g_list_store_append (criteria, item);
}

static GListModel *
list_unlinked_criteria (TsEvidenceDialog *self)
{
  TsAssessmentState *state = ts_assessment_model_get_state (self->model);
  GListStore *criteria = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  TsFramework *framework = state != NULL ? ts_assessment_state_get_framework (state) : NULL;

  for (guint i = 0; framework != NULL && i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      for (guint j = 0; j < section->groups->len; j++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, j);

          for (guint k = 0; k < MAX (group->criteria->len, 1); k++)
            {
              const TsNode *node = group->criteria->len > 0 ? g_ptr_array_index (group->criteria, k) : group;

              if (ts_evidence_item_find_link (self->item, node->id) == NULL)
                add_criterion (criteria, node);
            }
        }
    }

  return G_LIST_MODEL (criteria);
}

static void
chooser_shown_cb (TsEvidenceDialog *self)
{
  g_autoptr (GListModel) criteria = list_unlinked_criteria (self);

  ts_chooser_popover_set_model (self->chooser, criteria);
}

static void
criterion_chosen_cb (TsEvidenceDialog *self,
                     GObject          *item)
{
  ts_evidence_link (GTK_WIDGET (self), self->model, g_object_get_data (item, "node-id"), ts_evidence_item_get_id (self->item));
}

/* Actions */

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TsEvidenceDialog *self = TS_EVIDENCE_DIALOG (widget);

  ts_evidence_open (widget, ts_assessment_model_get_session (self->model), ts_evidence_item_get_row (self->item), NULL);
}

static void
save_copy_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TsEvidenceDialog *self = TS_EVIDENCE_DIALOG (widget);

  ts_evidence_save_copy (widget, ts_assessment_model_get_session (self->model), ts_evidence_item_get_row (self->item), NULL);
}

static void
copy_hash_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TsEvidenceDialog *self = TS_EVIDENCE_DIALOG (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), get_text (ts_evidence_item_get_row (self->item), TS_EVIDENCE_CONTENT));
}

static void
ts_evidence_dialog_dispose (GObject *object)
{
  TsEvidenceDialog *self = TS_EVIDENCE_DIALOG (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);

  G_OBJECT_CLASS (ts_evidence_dialog_parent_class)->dispose (object);
}

static void
ts_evidence_dialog_finalize (GObject *object)
{
  TsEvidenceDialog *self = TS_EVIDENCE_DIALOG (object);

  g_clear_object (&self->model);
  g_clear_object (&self->item);
  g_clear_pointer (&self->shown, ts_row_unref);
  g_ptr_array_unref (self->link_rows);

  G_OBJECT_CLASS (ts_evidence_dialog_parent_class)->finalize (object);
}

static void
ts_evidence_dialog_class_init (TsEvidenceDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = ts_evidence_dialog_dispose;
  object_class->finalize = ts_evidence_dialog_finalize;
  window_class->close_request = ts_evidence_dialog_close_request;

  gtk_widget_class_install_action (widget_class, "evidence.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "evidence.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "evidence.copy-hash", NULL, copy_hash_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (TS_TYPE_CHOOSER_POPOVER);
  g_type_ensure (TS_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/evidence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceDialog, address);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceDialog, received);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceDialog, period_from);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceDialog, period_to);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceDialog, links);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceDialog, link_button);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceDialog, chooser);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceDialog, content);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceDialog, file_name);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceDialog, hash);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceDialog, save_copy);
  gtk_widget_class_bind_template_callback (widget_class, commit);
  gtk_widget_class_bind_template_callback (widget_class, chooser_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, criterion_chosen_cb);
}

static void
ts_evidence_dialog_init (TsEvidenceDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->link_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < TS_N_EVIDENCE_KINDS; i++)
    gtk_string_list_append (kinds, ts_evidence_kind_get_title (i));

  self->showing = TRUE;
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  self->showing = FALSE;
  ts_chooser_popover_set_functions (self->chooser, dup_criterion_title, dup_criterion_group);
}

/**
 * ts_evidence_dialog_new:
 * @model: an assessment
 * @item: an item of its evidence
 *
 * Returns: (transfer none): a window, which belongs to GTK until it is closed
 */
GtkWidget *
ts_evidence_dialog_new (TsAssessmentModel *model,
                        TsEvidenceItem    *item)
{
  TsEvidenceDialog *self;

  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (model) && TS_IS_EVIDENCE_ITEM (item), NULL);

  self = g_object_new (TS_TYPE_EVIDENCE_DIALOG, NULL);
  self->model = g_object_ref (model);
  self->item = g_object_ref (item);
  g_signal_connect_swapped (item, "notify", G_CALLBACK (show_item), self);
  g_signal_connect_swapped (model, "notify::locked", G_CALLBACK (update_editable), self);
  show_item (self);

  return GTK_WIDGET (self);
}

/**
 * ts_evidence_dialog_present:
 * @origin: the widget that asks
 * @model: an assessment
 * @item: an item of its evidence
 *
 * Shows a dialog over the window of @origin.
 */
void
ts_evidence_dialog_present (GtkWidget         *origin,
                            TsAssessmentModel *model,
                            TsEvidenceItem    *item)
{
  GtkWidget *dialog;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (origin));

  dialog = ts_evidence_dialog_new (model, item);
  root = gtk_widget_get_root (origin);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));

  gtk_window_present (GTK_WINDOW (dialog));
}
