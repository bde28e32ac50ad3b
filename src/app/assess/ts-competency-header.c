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
#include "app/assess/ts-target-chooser.h"
#include "app/widgets/ts-wrap-box.h"
#include "model/ts-session-carry.h"

struct _TsCompetencyHeader
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
  char *group_id;

  GtkLabel *number;
  GtkLabel *title;
  GtkWidget *level;
  GtkLabel *level_label;
  TsRollUpPopover *explanation;
  TsTargetChooser *target;
  GtkButton *confirm;
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
confirm_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TsCompetencyHeader *self = TS_COMPETENCY_HEADER (widget);
  TsErrand *errand;

  if (self->model == NULL)
    return;

  errand = ts_errand_new (widget, ts_assessment_model_get_session (self->model), _("Not kept"));
  /* Translators: %s is a competency, such as 5 */
  errand->undo_title = g_strdup_printf (_("%s: all confirmed"), self->group_id);
  ts_session_confirm_async (ts_assessment_model_get_session (self->model), ts_assessment_model_get_assessment_id (self->model),
                            self->group_id, ts_errand_changed, errand);
}

static void
ts_competency_header_finalize (GObject *object)
{
  TsCompetencyHeader *self = TS_COMPETENCY_HEADER (object);

  g_clear_object (&self->model);
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
  gtk_widget_class_install_action (widget_class, "group.confirm", NULL, confirm_action);

  g_type_ensure (TS_TYPE_ROLL_UP_POPOVER);
  g_type_ensure (TS_TYPE_TARGET_CHOOSER);
  g_type_ensure (TS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/competency-header.ui");
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, number);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, title);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, level);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, level_label);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, explanation);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, target);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, confirm);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, previous);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, stage_of_cycle);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyHeader, summary);
}

static void
ts_competency_header_init (TsCompetencyHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_group (TsCompetencyHeader *self,
            const TsNodeState  *group)
{
  const TsNode *node = group->node;
  g_autoptr (TsRollUpExplanation) explanation =
    ts_roll_up_explanation_new (ts_assessment_model_get_state (self->model), node,
                                ts_assessment_model_get_previous_year_label (self->model));
  g_autofree char *previous = ts_level_words_short (node->section->scale, group->previous_level);
  g_autofree char *previous_text = NULL;
  g_autofree char *level_name = NULL;
  g_autofree char *confirm = NULL;
  TsRow *assessment = ts_assessment_state_get_assessment (ts_assessment_model_get_state (self->model));
  gboolean editable = !ts_assessment_model_get_locked (self->model);

  set_text (self->number, ts_node_is_numbered (node) ? node->id : NULL);
  set_text (self->title, node->title);
  set_text (self->summary, node->summary);
  set_text (self->stage_of_cycle, node->stage_of_cycle != NULL ? node->stage_of_cycle->title : NULL);

  gtk_label_set_label (self->level_label, explanation->chip);
  ts_roll_up_popover_set_explanation (self->explanation, explanation);
  level_name = g_strdup_printf (_("%s. Why?"), explanation->chip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->level),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, level_name, -1);

  ts_target_chooser_refresh (self->target, self->model, node->id, (int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR));

  if (group->previous_level != 0)
    /* Translators: whose judgement it was, and the level, such as “Panel last year: 2” */
    previous_text = g_strdup_printf (_("%s last year: %s"), ts_layer_get_title (group->previous_layer), previous);

  set_text (self->previous, previous_text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "group.unstate", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "group.confirm", editable);
  gtk_widget_set_visible (GTK_WIDGET (self->confirm), editable && group->n_to_confirm > 1);
  confirm = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Confirm %u", "Confirm All %u", group->n_to_confirm), group->n_to_confirm);
  gtk_button_set_label (self->confirm, confirm);
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

  g_set_object (&self->model, model);

  if (g_strcmp0 (self->group_id, group->node->id) != 0)
    {
      g_free (self->group_id);
      self->group_id = g_strdup (group->node->id);
    }

  show_group (self, group);
}
