/* ts-group-dialog.c — who belongs to a group of organisations
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-group-dialog.h"

#include "app/ts-window.h"
#include "app/widgets/ts-accessible-names.h"
#include "app/widgets/ts-tab-stop.h"
#include "model/ts-organisation-item.h"
#include "model/ts-organisation-list.h"
#include "model/ts-session-groups.h"

#include <glib/gi18n-lib.h>

struct _TsGroupDialog
{
  AdwWindow parent_instance;

  TsSession *session;
  TsPeerGroupItem *group; /* NULL for a new one */
  GHashTable *chosen;     /* (element-type utf8): codes */
  TsOrganisationList *organisations;
  GtkCustomFilter *filter;

  GtkEditable *name;
  GtkEditable *search;
  GtkListView *list;
  GtkLabel *count;
  GtkLabel *problem;
  GtkWidget *remove_button;
};

enum
{
  KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsGroupDialog, ts_group_dialog, ADW_TYPE_WINDOW)

static void
update (TsGroupDialog *self)
{
  guint n = g_hash_table_size (self->chosen);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_autofree char *count = g_strdup_printf (ngettext ("%u organisation", "%u organisations", n), n);

  gtk_label_set_label (self->count, count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "group.keep", n > 0 && *name != '\0');
}

/* --- The list ----------------------------------------------------------------------------------------------------- */

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  TsGroupDialog *self = user_data;
  g_autofree char *words = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  g_autofree char *name = g_utf8_casefold (ts_organisation_item_get_name (item), -1);
  g_autofree char *code = g_utf8_casefold (ts_organisation_item_get_code (item), -1);

  return strstr (name, words) != NULL || strstr (code, words) != NULL;
}

static void
on_searched (TsGroupDialog *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* A check button would take the focus from the row, which is what is pressed. */
static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (list_item, row);
}

static void
show_item (TsGroupDialog      *self,
           GtkWidget          *row,
           TsOrganisationItem *item)
{
  const char *code = ts_organisation_item_get_code (item);
  gboolean chosen = g_hash_table_contains (self->chosen, code);
  g_autofree char *label = g_strdup_printf ("%s · %s", ts_organisation_item_get_name (item), code);
  /* Translators: an organisation that belongs to a group, or does not */
  g_autofree char *name = g_strdup_printf (chosen ? _("%s, belongs to the group") : _("%s, does not belong to the group"), label);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (row)), label);
  gtk_widget_set_opacity (gtk_widget_get_last_child (row), chosen ? 1 : 0);
  ts_accessible_names_set_row (row, name);
}

static void
on_bind (TsGroupDialog *self,
         GtkListItem   *list_item)
{
  g_object_set_data (gtk_list_item_get_item (list_item), "row", gtk_list_item_get_child (list_item));
  show_item (self, gtk_list_item_get_child (list_item), gtk_list_item_get_item (list_item));
}

static void
on_unbind (TsGroupDialog *self,
           GtkListItem   *list_item)
{
  g_object_set_data (gtk_list_item_get_item (list_item), "row", NULL);
}

static void
on_activated (TsGroupDialog *self,
              guint          position)
{
  g_autoptr (TsOrganisationItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);
  GtkWidget *row = g_object_get_data (G_OBJECT (item), "row");
  const char *code = ts_organisation_item_get_code (item);

  if (!g_hash_table_remove (self->chosen, code))
    g_hash_table_add (self->chosen, g_strdup (code));

  if (row != NULL)
    show_item (self, row, item);

  update (self);
}

/* --- Keeping ------------------------------------------------------------------------------------------------------ */

static char **
list_chosen (TsGroupDialog *self,
             const char *(*get) (TsOrganisationItem *item))
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->organisations)); i++)
    {
      g_autoptr (TsOrganisationItem) item = g_list_model_get_item (G_LIST_MODEL (self->organisations), i);

      if (g_hash_table_contains (self->chosen, ts_organisation_item_get_code (item)))
        g_ptr_array_add (texts, g_strdup (get (item)));
    }

  g_ptr_array_add (texts, NULL);

  return (char **) g_ptr_array_free (texts, FALSE);
}

static void
show_problem (TsGroupDialog *self,
              const GError  *error)
{
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
on_kept (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TsGroupDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = ts_session_change_finish (TS_SESSION (source), result, &error);
  g_auto (GStrv) codes = NULL;
  g_autofree char *name = NULL;

  if (error != NULL)
    {
      show_problem (self, error);
      return;
    }

  codes = list_chosen (self, ts_organisation_item_get_code);
  name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  g_signal_emit (self, signals[KEPT], 0, name, codes);
  gtk_window_close (GTK_WINDOW (self));
}

static void
keep_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TsGroupDialog *self = TS_GROUP_DIALOG (widget);
  g_auto (GStrv) ids = list_chosen (self, ts_organisation_item_get_id);

  ts_session_keep_peer_group_async (self->session, self->group != NULL ? ts_peer_group_item_get_id (self->group) : NULL,
                                    gtk_editable_get_text (self->name), (const char *const *) ids, on_kept, g_object_ref (self));
}

static void
on_removed (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TsGroupDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = ts_session_change_finish (TS_SESSION (source), result, &error);

  if (error != NULL)
    {
      show_problem (self, error);
      return;
    }

  if (change != NULL)
    ts_window_offer_undo (ts_window_for_widget (GTK_WIDGET (self)), ts_change_get_label (change));

  gtk_window_close (GTK_WINDOW (self));
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TsGroupDialog *self = TS_GROUP_DIALOG (widget);

  ts_session_remove_peer_group_async (self->session, ts_peer_group_item_get_id (self->group), on_removed, g_object_ref (self));
}

/* --- As an object ------------------------------------------------------------------------------------------------- */

static void
ts_group_dialog_dispose (GObject *object)
{
  TsGroupDialog *self = TS_GROUP_DIALOG (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);

  g_clear_object (&self->organisations);
  g_clear_object (&self->session);
  g_clear_object (&self->group);

  G_OBJECT_CLASS (ts_group_dialog_parent_class)->dispose (object);
}

static void
ts_group_dialog_finalize (GObject *object)
{
  g_hash_table_unref (TS_GROUP_DIALOG (object)->chosen);

  G_OBJECT_CLASS (ts_group_dialog_parent_class)->finalize (object);
}

static void
ts_group_dialog_class_init (TsGroupDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_group_dialog_dispose;
  object_class->finalize = ts_group_dialog_finalize;

  signals[KEPT] =
    g_signal_new ("kept", TS_TYPE_GROUP_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRV);

  gtk_widget_class_install_action (widget_class, "group.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "group.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (TS_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/compare/group-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TsGroupDialog, name);
  gtk_widget_class_bind_template_child (widget_class, TsGroupDialog, search);
  gtk_widget_class_bind_template_child (widget_class, TsGroupDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TsGroupDialog, count);
  gtk_widget_class_bind_template_child (widget_class, TsGroupDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, TsGroupDialog, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_searched);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
ts_group_dialog_init (TsGroupDialog *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_organisations (TsGroupDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;
  GtkFilterListModel *filtered;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->organisations)), GTK_FILTER (self->filter));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (filtered)));
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, selection);
}

/**
 * ts_group_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @session: the workbook
 * @group: (nullable): the group to edit, or %NULL for a new one
 * @codes: (nullable) (array zero-terminated=1): who belongs to a new one at first
 *
 * Returns: (transfer none): a dialog, to be presented
 */
GtkWidget *
ts_group_dialog_new (GtkWindow *parent,
                     TsSession *session,
                     TsPeerGroupItem *group,
                     const char *const *codes)
{
  TsGroupDialog *self;

  g_return_val_if_fail (TS_IS_SESSION (session), NULL);

  self = g_object_new (TS_TYPE_GROUP_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);

  if (group != NULL)
    {
      self->group = g_object_ref (group);
      codes = ts_peer_group_item_get_codes (group);
      gtk_editable_set_text (self->name, ts_peer_group_item_get_name (group));
      gtk_window_set_title (GTK_WINDOW (self), _("Edit Group"));
    }

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    g_hash_table_add (self->chosen, g_strdup (codes[i]));

  gtk_widget_set_visible (self->remove_button, group != NULL);
  self->organisations = ts_organisation_list_new (session);
  g_signal_connect_object (self->organisations, "notify::loaded", G_CALLBACK (show_organisations), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
