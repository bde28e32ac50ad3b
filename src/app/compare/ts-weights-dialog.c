/* ts-weights-dialog.c — how much each competency counts
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-weights-dialog.h"

#include "core/ts-scoring.h"

#include <glib/gi18n-lib.h>

/* Finer than this is not worth typing. */
#define STEP 0.5
#define MOST 100.0

struct _TsWeightsDialog
{
  AdwWindow parent_instance;

  GtkWidget *asker; /* a weak pointer */
  GPtrArray *ids;   /* of what has a row */
  GPtrArray *spins; /* GtkSpinButton, in the same order */
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (TsWeightsDialog, ts_weights_dialog, ADW_TYPE_WINDOW)

static void
answer (TsWeightsDialog *self,
        const char      *weights)
{
  if (self->asker != NULL)
    gtk_widget_activate_action (self->asker, "card.weights", "s", weights);

  gtk_window_close (GTK_WINDOW (self));
}

static void
apply_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TsWeightsDialog *self = TS_WEIGHTS_DIALOG (widget);
  g_autoptr (GString) weights = g_string_new (NULL);

  for (guint i = 0; i < self->spins->len; i++)
    {
      double weight = gtk_spin_button_get_value (g_ptr_array_index (self->spins, i));
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      if (weight <= 0)
        continue;

      g_ascii_formatd (number, sizeof number, "%.2f", weight);
      g_string_append_printf (weights, "%s%s=%s", weights->len > 0 ? "," : "", (const char *) g_ptr_array_index (self->ids, i), number);
    }

  answer (self, weights->str);
}

static void
clear_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  answer (TS_WEIGHTS_DIALOG (widget), "");
}

static void
ts_weights_dialog_dispose (GObject *object)
{
  g_clear_weak_pointer (&TS_WEIGHTS_DIALOG (object)->asker);

  G_OBJECT_CLASS (ts_weights_dialog_parent_class)->dispose (object);
}

static void
ts_weights_dialog_finalize (GObject *object)
{
  TsWeightsDialog *self = TS_WEIGHTS_DIALOG (object);

  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->spins);

  G_OBJECT_CLASS (ts_weights_dialog_parent_class)->finalize (object);
}

static void
ts_weights_dialog_class_init (TsWeightsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_weights_dialog_dispose;
  object_class->finalize = ts_weights_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "weights.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "weights.clear", NULL, clear_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/compare/weights-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TsWeightsDialog, page);
}

static void
ts_weights_dialog_init (TsWeightsDialog *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->spins = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_row (TsWeightsDialog     *self,
         AdwPreferencesGroup *group,
         const TsNode        *node,
         double               weight)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MOST, STEP);
  g_autofree char *name = ts_node_dup_name (node);
  g_autofree char *title = g_markup_escape_text (name, -1);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), weight);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* What is typed into has the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (spin))), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->ids, g_strdup (node->id));
  g_ptr_array_add (self->spins, spin);
}

/* Until somebody chooses, each competency counts once and nothing else does. */
static void
fill (TsWeightsDialog       *self,
      TsComparison          *comparison,
      const TsCompareFilter *filter,
      const char            *weights)
{
  g_autoptr (GHashTable) given = weights != NULL ? ts_weights_parse (weights) : NULL;
  guint chosen = (guint) MAX (ts_comparison_find_section (comparison, filter->section), 0);

  for (guint i = 0; i < ts_comparison_get_n_sections (comparison); i++)
    {
      g_autoptr (GArray) nodes = ts_comparison_list_nodes (comparison, i, FALSE);
      GtkWidget *group = adw_preferences_group_new ();
      g_autofree char *title = g_markup_escape_text (ts_comparison_get_section (comparison, i)->title, -1);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);

      for (guint j = 0; j < nodes->len; j++)
        {
          const TsNode *node = ts_comparison_get_node (comparison, g_array_index (nodes, guint, j))->node;
          const double *weight = given != NULL ? g_hash_table_lookup (given, node->id) : NULL;
          double otherwise = given == NULL && i == chosen ? 1 : 0;

          add_row (self, ADW_PREFERENCES_GROUP (group), node, weight != NULL ? *weight : otherwise);
        }

      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
    }
}

/**
 * ts_weights_dialog_ask:
 * @asker: who gets the answer, by its action `card.weights`
 * @comparison: what can count
 * @filter: what is compared
 * @weights: (nullable): what counts until now
 */
void
ts_weights_dialog_ask (GtkWidget             *asker,
                       TsComparison          *comparison,
                       const TsCompareFilter *filter,
                       const char            *weights)
{
  TsWeightsDialog *self;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (asker));
  g_return_if_fail (comparison != NULL && filter != NULL);

  root = gtk_widget_get_root (asker);
  self = g_object_new (TS_TYPE_WEIGHTS_DIALOG, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  g_set_weak_pointer (&self->asker, asker);
  fill (self, comparison, filter, weights);
  gtk_window_present (GTK_WINDOW (self));
}
