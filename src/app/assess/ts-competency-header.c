/* ts-competency-header.c — what a competency is, and where it stands
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-competency-header.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/assess/ts-errand.h"
#include "app/assess/ts-level-words.h"
#include "app/assess/ts-roll-up-popover.h"
#include "app/widgets/ts-wrap-box.h"

/* Ids up to this long, such as 11, stand in front of the title; a longer one only repeats it. */
#define LONGEST_SHOWN_ID 3

struct _TsCompetencyHeader
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
  char *group_id;
  GSimpleAction *aim;

  GtkLabel *number;
  GtkLabel *title;
  GtkWidget *level;
  GtkLabel *level_label;
  TsRollUpPopover *explanation;
  GtkMenuButton *target;
  GtkLabel *target_label;
  GtkLabel *previous;
  GtkLabel *stage_of_cycle;
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (TsCompetencyHeader, ts_competency_header, ADW_TYPE_BIN)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
aim_cb (TsCompetencyHeader *self,
        GVariant           *level)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (self->aim));
  TsRow *assessment;
  TsSession *session;

  if (self->model == NULL || g_variant_equal (level, state))
    return;

  assessment = ts_assessment_state_get_assessment (ts_assessment_model_get_state (self->model));
  session = ts_assessment_model_get_session (self->model);
  ts_session_aim_async (session, ts_assessment_model_get_assessment_id (self->model), self->group_id,
                        (int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR), g_variant_get_int32 (level), ts_errand_changed,
                        ts_errand_new (GTK_WIDGET (self), session, _("Not kept")));
}

static void
unstate_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TsCompetencyHeader *self = TS_COMPETENCY_HEADER (widget);
  TsSession *session;

  if (self->model == NULL)
    return;

  session = ts_assessment_model_get_session (self->model);
  ts_session_rate_async (session, ts_assessment_model_get_assessment_id (self->model), self->group_id, 0,
                         ts_errand_changed, ts_errand_new (widget, session, _("Not kept")));
}

static void
ts_competency_header_finalize (GObject *object)
{
  TsCompetencyHeader *self = TS_COMPETENCY_HEADER (object);

  g_clear_object (&self->model);
  g_clear_object (&self->aim);
  g_free (self->group_id);

  G_OBJECT_CLASS (ts_competency_header_parent_class)->finalize (object);
}

static void
ts_competency_header_class_init (TsCompetencyHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ts_competency_header_finalize;

  gtk_widget_class_install_action (widget_class, "group.unstate", NULL, unstate_action);

  g_type_ensure (TS_TYPE_ROLL_UP_POPOVER);
  g_type_ensure (TS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/competency-header.ui");
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, number);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, title);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, level);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, level_label);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, explanation);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, target);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, target_label);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, previous);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, stage_of_cycle);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, summary);
}

static void
add_target_action (TsCompetencyHeader *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->aim = g_simple_action_new_stateful ("level", G_VARIANT_TYPE_INT32, g_variant_new_int32 (0));
  g_signal_connect_swapped (self->aim, "change-state", G_CALLBACK (aim_cb), self);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (self->aim));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "target", G_ACTION_GROUP (actions));
}

static void
ts_competency_header_init (TsCompetencyHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_target_action (self);
}

static void
build_targets (TsCompetencyHeader *self,
               const TsNodeState  *group)
{
  const TsScale *scale = group->node->section->scale;
  g_autoptr (GMenu) menu = g_menu_new ();
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
  gtk_menu_button_set_menu_model (self->target, G_MENU_MODEL (menu));
}

static void
show_group (TsCompetencyHeader *self,
            const TsNodeState  *group)
{
  const TsNode *node = group->node;
  g_autoptr (TsRollUpExplanation) explanation =
    ts_roll_up_explanation_new (ts_assessment_model_get_state (self->model), node,
                                ts_assessment_model_get_previous_year_label (self->model));
  g_autofree char *target = ts_level_words_short (node->section->scale, group->target);
  g_autofree char *target_text = NULL;
  g_autofree char *previous = ts_level_words_short (node->section->scale, group->previous_level);
  g_autofree char *previous_text = NULL;
  g_autofree char *level_name = NULL;
  gboolean editable = !ts_assessment_model_get_locked (self->model);

  set_text (self->number, strlen (node->id) <= LONGEST_SHOWN_ID ? node->id : NULL);
  set_text (self->title, node->title);
  set_text (self->summary, node->summary);
  set_text (self->stage_of_cycle, node->stage_of_cycle != NULL ? node->stage_of_cycle->title : NULL);

  gtk_label_set_label (self->level_label, explanation->chip);
  ts_roll_up_popover_set_explanation (self->explanation, explanation);
  level_name = g_strdup_printf (_("%s. Why?"), explanation->chip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->level),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, level_name, -1);

  if (group->target != 0)
    target_text = g_strdup_printf (_("Target %s"), target);
  else
    target_text = g_strdup (editable ? _("Set a target") : _("No target"));

  gtk_label_set_label (self->target_label, target_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->target),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, target_text, -1);
  g_simple_action_set_state (self->aim, g_variant_new_int32 (group->target));
  g_simple_action_set_enabled (self->aim, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->target), editable);

  if (group->previous_level != 0)
    /* Translators: whose judgement it was, and the level, such as “Panel last year: 2” */
    previous_text = g_strdup_printf (_("%s last year: %s"), ts_layer_get_title (group->previous_layer), previous);

  set_text (self->previous, previous_text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "group.unstate", editable);
}

/**
 * ts_competency_header_refresh:
 * @self: a header
 * @model: an assessment that is loaded
 * @group: where one of its groups stands
 */
void
ts_competency_header_refresh (TsCompetencyHeader *self,
                              TsAssessmentModel  *model,
                              const TsNodeState  *group)
{
  g_return_if_fail (TS_IS_COMPETENCY_HEADER (self));
  g_return_if_fail (TS_IS_ASSESSMENT_MODEL (model) && group != NULL);

  if (g_set_object (&self->model, model) | (g_strcmp0 (self->group_id, group->node->id) != 0))
    {
      g_free (self->group_id);
      self->group_id = g_strdup (group->node->id);
      build_targets (self, group);
    }

  show_group (self, group);
}
