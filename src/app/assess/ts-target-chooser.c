/* ts-target-chooser.c — the level aimed at, to be chosen from a menu
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-target-chooser.h"

#include <glib/gi18n-lib.h>

#include "app/assess/ts-errand.h"
#include "app/assess/ts-level-words.h"
#include "core/ts-year.h"

struct _TsTargetChooser
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
  char *node_id;
  int year;
  gboolean compact;
  GSimpleAction *aim;

  GtkMenuButton *button;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (TsTargetChooser, ts_target_chooser, ADW_TYPE_BIN)

static void
aim_cb (TsTargetChooser *self,
        GVariant        *level)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (self->aim));
  TsSession *session;

  if (self->model == NULL || g_variant_equal (level, state))
    return;

  session = ts_assessment_model_get_session (self->model);
  ts_session_aim_async (session, ts_assessment_model_get_assessment_id (self->model), self->node_id, self->year,
                        g_variant_get_int32 (level), ts_errand_changed, ts_errand_new (GTK_WIDGET (self), session, _("Not kept")));
}

static const TsNodeState *
get_node_state (TsTargetChooser *self)
{
  TsAssessmentState *state = self->model != NULL ? ts_assessment_model_get_state (self->model) : NULL;

  return state != NULL ? ts_assessment_state_find (state, self->node_id) : NULL;
}

static GMenu *
build_menu (const TsScale *scale)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) levels = g_menu_new ();
  g_autoptr (GMenu) none = g_menu_new ();

  for (int level = 1; level <= (int) ts_scale_get_n_levels (scale); level++)
    {
      g_autofree char *label = ts_level_words_long (scale, level);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "target.level", "i", level);
      g_menu_append_item (levels, item);
    }

  g_menu_append_section (menu, NULL, G_MENU_MODEL (levels));
  g_menu_append (none, _("No Target"), "target.level(0)");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (none));

  return menu;
}

/* A table has many of these buttons: each makes its menu when it is opened. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  const TsNodeState *node = get_node_state (user_data);
  g_autoptr (GMenu) menu = node != NULL ? build_menu (node->node->section->scale) : NULL;

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
add_action (TsTargetChooser *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->aim = g_simple_action_new_stateful ("level", G_VARIANT_TYPE_INT32, g_variant_new_int32 (0));
  g_signal_connect_swapped (self->aim, "change-state", G_CALLBACK (aim_cb), self);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->aim));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "target", G_ACTION_GROUP (actions));
}

static void
ts_target_chooser_finalize (GObject *object)
{
  TsTargetChooser *self = TS_TARGET_CHOOSER (object);

  g_clear_object (&self->model);
  g_clear_object (&self->aim);
  g_free (self->node_id);

  G_OBJECT_CLASS (ts_target_chooser_parent_class)->finalize (object);
}

static void
ts_target_chooser_class_init (TsTargetChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ts_target_chooser_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/target-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TsTargetChooser, button);
  gtk_widget_class_bind_template_child (widget_class, TsTargetChooser, label);
}

static void
ts_target_chooser_init (TsTargetChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, self, NULL);
  add_action (self);
}

GtkWidget *
ts_target_chooser_new (void)
{
  return g_object_new (TS_TYPE_TARGET_CHOOSER, NULL);
}

/**
 * ts_target_chooser_set_compact:
 * @self: a chooser
 * @compact: whether it stands in a column that says what it is, so that the level alone will do
 */
void
ts_target_chooser_set_compact (TsTargetChooser *self,
                               gboolean         compact)
{
  g_return_if_fail (TS_IS_TARGET_CHOOSER (self));

  self->compact = compact;

  if (compact)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->button), "chip");
      gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->button), "flat");
      gtk_widget_add_css_class (GTK_WIDGET (self->button), "chip");
    }
}

/* What is said aloud, where the column cannot be seen. */
static char *
name_compact (TsTargetChooser   *self,
              const TsNodeState *node,
              int                target)
{
  g_autofree char *year = ts_year_format (self->year);
  g_autofree char *level = NULL;

  if (target == 0)
    /* Translators: a criterion and a year, as in “No target for 5b in 2010/11” */
    return g_strdup_printf (_("No target for %s in %s"), ts_node_get_short_name (node->node), year);

  level = ts_level_words_middle (node->node->section->scale, target);

  /* Translators: a criterion, a year and a level, as in “Target for 5b in 2010/11: Level 3” */
  return g_strdup_printf (_("Target for %s in %s: %s"), ts_node_get_short_name (node->node), year, level);
}

static void
show_target (TsTargetChooser   *self,
             const TsNodeState *node,
             int                target)
{
  gboolean editable = !ts_assessment_model_get_locked (self->model);
  g_autofree char *level = ts_level_words_short (node->node->section->scale, target);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (self->compact)
    text = g_strdup (level);
  else if (target != 0)
    text = g_strdup_printf (_("Target %s"), level);
  else
    text = g_strdup (editable ? _("Set a target") : _("No target"));

  name = self->compact ? name_compact (self, node, target) : g_strdup (text);
  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_simple_action_set_state (self->aim, g_variant_new_int32 (target));
  g_simple_action_set_enabled (self->aim, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), editable);
}

/**
 * ts_target_chooser_refresh:
 * @self: a chooser
 * @model: an assessment that is loaded
 * @node_id: a criterion's or group's id
 * @year: the calendar year in which the financial year begins that the target is for
 *
 * Shows the target as it is now. What is not in the assessment is passed over.
 */
void
ts_target_chooser_refresh (TsTargetChooser   *self,
                           TsAssessmentModel *model,
                           const char        *node_id,
                           int                year)
{
  const TsNodeState *node;

  g_return_if_fail (TS_IS_TARGET_CHOOSER (self));
  g_return_if_fail (TS_IS_ASSESSMENT_MODEL (model) && node_id != NULL);

  g_set_object (&self->model, model);
  self->year = year;

  if (g_strcmp0 (self->node_id, node_id) != 0)
    {
      g_free (self->node_id);
      self->node_id = g_strdup (node_id);
    }

  node = get_node_state (self);

  if (node != NULL)
    show_target (self, node, ts_assessment_state_get_target (ts_assessment_model_get_state (model), node_id, year));
}
