/* ts-group-box.c — the groups of organisations that can be compared
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-group-box.h"

#include "app/compare/ts-compare-words.h"
#include "app/compare/ts-group-dialog.h"
#include "model/ts-peer-group-list.h"

#include <glib/gi18n-lib.h>

struct _TsGroupBox
{
  AdwBin parent_instance;

  TsCompareActions *actions;
  TsComparisonModel *model;
  TsPeerGroupList *groups;

  GtkBox *rows;
  GtkWidget *new_button;
};

G_DEFINE_FINAL_TYPE (TsGroupBox, ts_group_box, ADW_TYPE_BIN)

static void
on_kept (TsGroupBox *self,
         const char *name,
         const char *const *codes)
{
  if (self->actions != NULL)
    ts_compare_actions_choose_group (self->actions, name, codes);
}

static void
ask (TsGroupBox *self,
     TsPeerGroupItem *group,
     const char *const *codes)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = ts_group_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, ts_comparison_model_get_session (self->model), group,
                                           codes);

  g_signal_connect_object (dialog, "kept", G_CALLBACK (on_kept), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A new group begins with those that were pointed out. */
static void
on_new_clicked (TsGroupBox *self)
{
  const TsCompareFilter *filter = self->model != NULL ? ts_comparison_model_get_filter (self->model) : NULL;

  if (filter != NULL)
    ask (self, NULL, (const char *const *) filter->highlighted);
}

static void
on_group_clicked (TsGroupBox *self,
                  GtkWidget  *button)
{
  TsPeerGroupItem *group = g_object_get_data (G_OBJECT (button), "group");

  if (group == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "compare.parent", "s", "");
  else
    ts_compare_actions_choose_group (self->actions, ts_peer_group_item_get_name (group), ts_peer_group_item_get_codes (group));
}

static void
on_edit_clicked (TsGroupBox *self,
                 GtkWidget  *button)
{
  ask (self, g_object_get_data (G_OBJECT (button), "group"), NULL);
}

/* --- Rows --------------------------------------------------------------------------------------------------------- */

static void
add_row (TsGroupBox      *self,
         const char      *name,
         TsPeerGroupItem *group,
         guint            n_organisations,
         gboolean         current)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (name);
  g_autofree char *count = g_strdup_printf ("%u", n_organisations);
  GtkWidget *badge = gtk_label_new (count);
  g_autofree char *how_many = NULL;
  g_autofree char *tip = NULL;
  g_autofree char *words = NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (content), label);

  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (badge, "level-badge");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_box_append (GTK_BOX (content), badge);

  how_many = g_strdup_printf (ngettext ("%u organisation", "%u organisations", n_organisations), n_organisations);
  /* Translators: a group of organisations, and how many these are */
  tip = g_strdup_printf (C_("group", "%s: %s"), name, how_many);
  /* Translators: a group of organisations in the sidebar, how many these are, and whether it is what is compared now */
  words = g_strdup_printf (current ? _("Group %s, %s, compared now") : _("Group %s, %s"), name, how_many);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "group-row");

  if (current)
    gtk_widget_add_css_class (button, "current-group");

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_group_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);

  if (group != NULL)
    {
      GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");
      g_autofree char *edit_name = g_strdup_printf (_("Edit the group %s"), name);

      g_object_set_data_full (G_OBJECT (button), "group", g_object_ref (group), g_object_unref);
      g_object_set_data_full (G_OBJECT (edit), "group", g_object_ref (group), g_object_unref);
      gtk_widget_set_tooltip_text (edit, edit_name);
      gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (edit, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, edit_name, -1);
      gtk_widget_set_sensitive (edit, !ts_session_get_read_only (ts_comparison_model_get_session (self->model)));
      g_signal_connect_object (edit, "clicked", G_CALLBACK (on_edit_clicked), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (row), edit);
    }

  gtk_box_append (self->rows, row);
}

static guint
count_all (TsGroupBox *self)
{
  TsCompareScope *scope = ts_comparison_model_get_scope (self->model);

  return scope != NULL ? scope->n_organisations : 0;
}

static guint
count_compared (TsGroupBox *self)
{
  TsComparison *comparison = ts_comparison_model_get_comparison (self->model);

  return comparison != NULL ? ts_comparison_get_n_organisations (comparison) : 0;
}

/* What the rows say, so that they are made anew only when that is another. */
static char *
make_signature (TsGroupBox            *self,
                const TsCompareFilter *filter,
                const char            *words)
{
  GString *signature = g_string_new (words);

  g_string_append_printf (signature, "\n%d\n%d\n%s\n%u\n%u", filter->organisations != NULL, filter->peers,
                          filter->group_name != NULL ? filter->group_name : "", count_all (self), count_compared (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->groups)); i++)
    {
      g_autoptr (TsPeerGroupItem) group = g_list_model_get_item (G_LIST_MODEL (self->groups), i);
      g_autofree char *codes = g_strjoinv (" ", (char **) ts_peer_group_item_get_codes (group));

      g_string_append_printf (signature, "\n%s %s", ts_peer_group_item_get_name (group), codes);
    }

  return g_string_free (signature, FALSE);
}

/**
 * ts_group_box_update:
 * @self: a box
 *
 * Shows what there is to choose, and what is chosen.
 */
void
ts_group_box_update (TsGroupBox *self)
{
  const TsCompareFilter *filter;
  g_autofree char *words = NULL;
  g_autofree char *signature = NULL;
  GtkWidget *child;

  g_return_if_fail (TS_IS_GROUP_BOX (self));

  filter = self->model != NULL ? ts_comparison_model_get_filter (self->model) : NULL;

  if (filter == NULL)
    return;

  words = ts_compare_words_organisations (filter, ts_comparison_model_get_scope (self->model), ts_comparison_model_get_comparison (self->model));
  signature = make_signature (self, filter, words);

  if (g_strcmp0 (signature, g_object_get_data (G_OBJECT (self->rows), "signature")) == 0)
    return;

  g_object_set_data_full (G_OBJECT (self->rows), "signature", g_steal_pointer (&signature), g_free);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);

  add_row (self, _("All organisations"), NULL, count_all (self),
           filter->organisations == NULL && filter->peers_of == NULL && filter->parents == NULL && filter->kinds == NULL);

  /* Peers that were chosen on the map are a group as long as they are looked at. */
  if (filter->peers_of != NULL && filter->peers != TS_PEERS_EVERYBODY)
    add_row (self, words, NULL, count_compared (self), TRUE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->groups)); i++)
    {
      g_autoptr (TsPeerGroupItem) group = g_list_model_get_item (G_LIST_MODEL (self->groups), i);
      const char *name = ts_peer_group_item_get_name (group);

      add_row (self, name, group, g_strv_length ((char **) ts_peer_group_item_get_codes (group)),
               filter->organisations != NULL && g_strcmp0 (name, filter->group_name) == 0);
    }

  gtk_widget_set_sensitive (self->new_button, !ts_session_get_read_only (ts_comparison_model_get_session (self->model)));
}

static void
ts_group_box_dispose (GObject *object)
{
  TsGroupBox *self = TS_GROUP_BOX (object);

  ts_group_box_set_model (self, NULL);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (ts_group_box_parent_class)->dispose (object);
}

static void
ts_group_box_class_init (TsGroupBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ts_group_box_dispose;
}

static void
ts_group_box_init (TsGroupBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *new_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *heading = gtk_label_new (_("Groups"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "sidebar-heading");
  gtk_widget_add_css_class (heading, "dim-label");
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "group-rows");
  self->new_button = gtk_button_new_with_mnemonic (_("_New Group…"));
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->new_button))), 0);
  gtk_widget_add_css_class (self->new_button, "flat");
  gtk_widget_add_css_class (self->new_button, "group-row");
  gtk_widget_add_css_class (new_row, "group-rows");
  gtk_widget_set_hexpand (self->new_button, TRUE);
  gtk_box_append (GTK_BOX (new_row), self->new_button);
  gtk_widget_add_css_class (box, "group-box");
  g_signal_connect_object (self->new_button, "clicked", G_CALLBACK (on_new_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (box), new_row);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * ts_group_box_set_actions:
 * @self: a box
 * @actions: by which it chooses
 */
void
ts_group_box_set_actions (TsGroupBox       *self,
                          TsCompareActions *actions)
{
  g_return_if_fail (TS_IS_GROUP_BOX (self));

  g_set_object (&self->actions, actions);
}

/**
 * ts_group_box_set_model:
 * @self: a box
 * @model: (nullable): what is compared
 */
void
ts_group_box_set_model (TsGroupBox        *self,
                        TsComparisonModel *model)
{
  g_return_if_fail (TS_IS_GROUP_BOX (self));

  if (!g_set_object (&self->model, model))
    return;

  if (self->groups != NULL)
    g_signal_handlers_disconnect_by_data (self->groups, self);

  g_clear_object (&self->groups);

  if (model == NULL)
    return;

  self->groups = ts_peer_group_list_new (ts_comparison_model_get_session (model));
  g_signal_connect_swapped (self->groups, "items-changed", G_CALLBACK (ts_group_box_update), self);
}
