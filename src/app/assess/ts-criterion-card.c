/* ts-criterion-card.c — one criterion: its level, why, and with what evidence
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-criterion-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/assess/ts-carried-box.h"
#include "app/assess/ts-errand.h"
#include "app/assess/ts-readiness.h"
#include "app/ts-window.h"
#include "app/widgets/ts-wrap-box.h"
#include "model/ts-session-carry.h"

struct _TsCriterionCard
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
  char *node_id;
  TsReadiness readiness;

  GtkLabel *id_label;
  GtkLabel *title;
  GtkLabel *definition;
  GtkWidget *badge;
  GtkImage *badge_icon;
  GtkLabel *badge_label;
  TsCarriedBox *carried;
  GtkWidget *history;
  TsLevelPicker *picker;
  TsRationaleEditor *rationale;
  TsEvidenceBox *evidence;
};

G_DEFINE_FINAL_TYPE (TsCriterionCard, ts_criterion_card, ADW_TYPE_BIN)

static TsSession *
get_session (TsCriterionCard *self)
{
  return ts_assessment_model_get_session (self->model);
}

/* The window that a change was asked for in: when the answer comes, the page may show something else and the card be gone. */
typedef struct
{
  TsCriterionCard *card;
  TsWindow *window; /* or NULL */
  char *text;       /* the rationale; or NULL */
} Request;

static Request *
request_new (TsCriterionCard *self,
             const char      *text)
{
  Request *request = g_new0 (Request, 1);

  request->card = g_object_ref (self);
  g_set_object (&request->window, ts_window_for_widget (GTK_WIDGET (self)));
  request->text = g_strdup (text);

  return request;
}

static void
request_free (Request *request)
{
  g_object_unref (request->card);
  g_clear_object (&request->window);
  g_free (request->text);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = ts_session_change_finish (TS_SESSION (object), result, &error);

  if (request->text != NULL)
    ts_rationale_editor_finish (request->card->rationale, request->text, error == NULL);

  if (error != NULL && request->window != NULL)
    ts_window_show_error (request->window, _("Not kept"), error);
}

static void
rate (TsCriterionCard *self,
      int              level)
{
  /* What has been typed comes first in the journal, as it did in life. */
  ts_rationale_editor_flush (self->rationale);
  ts_session_rate_async (get_session (self), ts_assessment_model_get_assessment_id (self->model), self->node_id, level,
                         changed_cb, request_new (self, NULL));
}

static void
rate_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TsCriterionCard *self = TS_CRITERION_CARD (widget);
  int level = g_variant_get_int32 (parameter);

  if (level != ts_level_picker_get_level (self->picker) && ts_level_picker_get_button (self->picker, level) != NULL)
    rate (self, level);
}

static void
clear_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TsCriterionCard *self = TS_CRITERION_CARD (widget);

  if (ts_level_picker_get_level (self->picker) != 0)
    rate (self, 0);
}

/* Takes what to say when it is done. */
static TsErrand *
new_errand (TsCriterionCard *self,
            char            *done)
{
  TsErrand *errand = ts_errand_new (GTK_WIDGET (self), get_session (self), _("Not kept"));

  errand->undo_title = done;

  return errand;
}

static void
confirm_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TsCriterionCard *self = TS_CRITERION_CARD (widget);

  ts_rationale_editor_flush (self->rationale);
  /* Translators: %s is a criterion, such as 5b */
  ts_session_confirm_async (get_session (self), ts_assessment_model_get_assessment_id (self->model), self->node_id,
                            ts_errand_changed, new_errand (self, g_strdup_printf (_("%s confirmed"), self->node_id)));
}

static void
start_afresh_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TsCriterionCard *self = TS_CRITERION_CARD (widget);

  ts_rationale_editor_flush (self->rationale);
  /* Translators: %s is a criterion, such as 5b */
  ts_session_start_afresh_async (get_session (self), ts_assessment_model_get_assessment_id (self->model), self->node_id,
                                 ts_errand_changed, new_errand (self, g_strdup_printf (_("%s started afresh"), self->node_id)));
}

static gboolean
rate_by_key (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  TsCriterionCard *self = TS_CRITERION_CARD (widget);
  int level = g_variant_get_int32 (args);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *button;

  /* A popover's keys come up through the widgets that it hangs on; they are not meant for the card. */
  if (focus == NULL || gtk_widget_get_native (focus) != gtk_widget_get_native (widget))
    return FALSE;

  if (!ts_level_picker_get_editable (self->picker))
    return FALSE;

  if (level == 0)
    return gtk_widget_activate_action (widget, "rating.clear", NULL);

  button = ts_level_picker_get_button (self->picker, level);

  if (button == NULL || !gtk_widget_activate_action (widget, "rating.set", "i", level))
    return FALSE;

  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->picker)))
    gtk_widget_grab_focus (button);

  return TRUE;
}

static void
keep_cb (TsCriterionCard *self,
         const char      *text)
{
  ts_session_explain_async (get_session (self), ts_assessment_model_get_assessment_id (self->model), self->node_id, text,
                            changed_cb, request_new (self, text));
}

static gboolean
accept_drop_cb (TsCriterionCard *self,
                GdkDrop         *drop)
{
  return !ts_assessment_model_get_locked (self->model) &&
         gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST);
}

static gboolean
drop_cb (TsCriterionCard *self,
         const GValue    *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_FILE);

  for (GSList *link = files; link != NULL; link = link->next)
    g_list_store_append (store, link->data);

  ts_evidence_box_attach (self->evidence, G_LIST_MODEL (store));

  return TRUE;
}

static void
ts_criterion_card_finalize (GObject *object)
{
  TsCriterionCard *self = TS_CRITERION_CARD (object);

  g_clear_object (&self->model);
  g_free (self->node_id);

  G_OBJECT_CLASS (ts_criterion_card_parent_class)->finalize (object);
}

static void
ts_criterion_card_class_init (TsCriterionCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ts_criterion_card_finalize;

  gtk_widget_class_install_action (widget_class, "rating.set", "i", rate_action);
  gtk_widget_class_install_action (widget_class, "rating.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "criterion.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "criterion.start-afresh", NULL, start_afresh_action);

  for (int i = 0; i <= TS_SCALE_MOST_LEVELS; i++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_0 + (guint) i, 0, rate_by_key, "i", i);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0 + (guint) i, 0, rate_by_key, "i", i);
    }

  g_type_ensure (TS_TYPE_CARRIED_BOX);
  g_type_ensure (TS_TYPE_EVIDENCE_BOX);
  g_type_ensure (TS_TYPE_LEVEL_PICKER);
  g_type_ensure (TS_TYPE_RATIONALE_EDITOR);
  g_type_ensure (TS_TYPE_WRAP_BOX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/criterion-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TsCriterionCard, id_label);
  gtk_widget_class_bind_template_child (widget_class, TsCriterionCard, title);
  gtk_widget_class_bind_template_child (widget_class, TsCriterionCard, definition);
  gtk_widget_class_bind_template_child (widget_class, TsCriterionCard, badge);
  gtk_widget_class_bind_template_child (widget_class, TsCriterionCard, badge_icon);
  gtk_widget_class_bind_template_child (widget_class, TsCriterionCard, badge_label);
  gtk_widget_class_bind_template_child (widget_class, TsCriterionCard, carried);
  gtk_widget_class_bind_template_child (widget_class, TsCriterionCard, history);
  gtk_widget_class_bind_template_child (widget_class, TsCriterionCard, picker);
  gtk_widget_class_bind_template_child (widget_class, TsCriterionCard, rationale);
  gtk_widget_class_bind_template_child (widget_class, TsCriterionCard, evidence);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
}

/* Before the rationale's text view gets to see it: over the text, too, files are evidence and not text. */
static void
add_drop_target (TsCriterionCard *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (target, "accept", G_CALLBACK (accept_drop_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static gboolean
paste_by_key (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  TsCriterionCard *self = TS_CRITERION_CARD (widget);

  return gtk_widget_activate_action (GTK_WIDGET (self->evidence), "evidence.paste", NULL);
}

static void
add_paste_shortcut (TsCriterionCard *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (paste_by_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* In the capture phase, so that it works in the rationale as well, where it would begin a line. */
static void
add_confirm_shortcut (TsCriterionCard *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  static const guint keyvals[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);

  for (guint i = 0; i < G_N_ELEMENTS (keyvals); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keyvals[i], GDK_CONTROL_MASK),
                                                            gtk_named_action_new ("criterion.confirm")));

  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
ts_criterion_card_init (TsCriterionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->readiness = TS_N_READINESSES;
  add_drop_target (self);
  add_paste_shortcut (self);
  add_confirm_shortcut (self);
}

static void
show_node (TsCriterionCard *self,
           const TsNode    *node)
{
  g_autofree char *label = ts_node_dup_name (node);
  g_autofree char *place = NULL;
  g_autofree char *history_title = NULL;

  place = g_strconcat ("history/", node->id, NULL);
  /* Translators: a criterion: “History of 5b” */
  history_title = g_strdup_printf (_("History of %s"), ts_node_get_short_name (node));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->history), "s", place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->history), "win.show-place");
  gtk_widget_set_tooltip_text (self->history, history_title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->history), GTK_ACCESSIBLE_PROPERTY_LABEL, history_title, -1);
  gtk_label_set_label (self->id_label, node->id);
  gtk_widget_set_visible (GTK_WIDGET (self->id_label), ts_node_is_numbered (node));
  gtk_label_set_label (self->title, node->title);
  gtk_label_set_label (self->definition, node->definition != NULL ? node->definition : "");
  gtk_widget_set_visible (GTK_WIDGET (self->definition), node->definition != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  ts_level_picker_set_node (self->picker, node);
  ts_rationale_editor_set_node (self->rationale, node);
  ts_evidence_box_set_node (self->evidence, self->model, node->id);
}

/**
 * ts_criterion_card_new:
 * @model: an assessment that is loaded
 * @node: a criterion of its framework, or a group without criteria
 *
 * Returns: (transfer floating): a card, which shows how things stand
 */
GtkWidget *
ts_criterion_card_new (TsAssessmentModel *model,
                       const TsNode      *node)
{
  TsCriterionCard *self;

  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (model), NULL);
  g_return_val_if_fail (node != NULL && node->section->scale != NULL, NULL);

  self = g_object_new (TS_TYPE_CRITERION_CARD, NULL);
  self->model = g_object_ref (model);
  self->node_id = g_strdup (node->id);
  show_node (self, node);
  ts_criterion_card_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * ts_criterion_card_get_node_id:
 * @self: a card
 *
 * Returns: (transfer none): its criterion's id
 */
const char *
ts_criterion_card_get_node_id (TsCriterionCard *self)
{
  g_return_val_if_fail (TS_IS_CRITERION_CARD (self), NULL);

  return self->node_id;
}

static void
show_readiness (TsCriterionCard   *self,
                const TsNodeState *state)
{
  TsReadiness readiness = ts_readiness_of (state);
  g_autofree char *description = ts_readiness_describe (state);

  if (self->readiness != readiness)
    {
      if (self->readiness < TS_N_READINESSES)
        gtk_widget_remove_css_class (self->badge, ts_readiness_get_style (self->readiness));

      gtk_widget_add_css_class (self->badge, ts_readiness_get_style (readiness));
      gtk_image_set_from_icon_name (self->badge_icon, ts_readiness_get_icon_name (readiness));
      self->readiness = readiness;
    }

  gtk_label_set_label (self->badge_label, description);
  gtk_widget_set_tooltip_text (self->badge, ts_readiness_advise (readiness));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
show_carried (TsCriterionCard   *self,
              const TsNodeState *state,
              gboolean           editable)
{
  gboolean to_confirm = (state->missing & TS_MISSING_CONFIRMATION) != 0;
  gboolean carried = ts_node_state_is_carried (state);
  GtkWidget *button;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "criterion.confirm", editable && to_confirm);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "criterion.start-afresh", editable && to_confirm);
  ts_carried_box_refresh (self->carried, self->model, state);

  for (int level = 1; (button = ts_level_picker_get_button (self->picker, level)) != NULL; level++)
    {
      if (level == state->carried_level)
        gtk_widget_add_css_class (button, "carried");
      else
        gtk_widget_remove_css_class (button, "carried");
    }

  if (carried)
    gtk_widget_add_css_class (GTK_WIDGET (self->rationale), "carried");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->rationale), "carried");
}

/**
 * ts_criterion_card_refresh:
 * @self: a card
 *
 * Shows how things stand in its model, and keeps the focus and what is being typed.
 */
void
ts_criterion_card_refresh (TsCriterionCard *self)
{
  TsAssessmentState *assessment;
  const TsNodeState *state;
  const TsNodeState *group = NULL;
  gboolean editable;

  g_return_if_fail (TS_IS_CRITERION_CARD (self));

  assessment = ts_assessment_model_get_state (self->model);
  state = assessment != NULL ? ts_assessment_state_find (assessment, self->node_id) : NULL;

  if (state == NULL)
    return;

  if (state->node->group != NULL)
    group = ts_assessment_state_find (assessment, state->node->group->id);

  editable = !ts_assessment_model_get_locked (self->model);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rating.set", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rating.clear", editable);

  ts_level_picker_set_editable (self->picker, editable);
  ts_level_picker_set_level (self->picker, state->level);
  ts_level_picker_set_previous_level (self->picker, state->previous_level);
  ts_level_picker_set_target (self->picker, state->target == 0 && group != NULL ? group->target : state->target);
  ts_rationale_editor_set_editable (self->rationale, editable);
  ts_rationale_editor_set_kept (self->rationale,
                                state->rating != NULL ? ts_row_get_text (state->rating, TS_RATING_RATIONALE) : NULL);
  ts_evidence_box_set_editable (self->evidence, editable);
  show_carried (self, state, editable);
  show_readiness (self, state);
}

/**
 * ts_criterion_card_flush:
 * @self: a card
 *
 * Asks at once to keep what has been typed.
 */
void
ts_criterion_card_flush (TsCriterionCard *self)
{
  g_return_if_fail (TS_IS_CRITERION_CARD (self));

  ts_rationale_editor_flush (self->rationale);
}

/**
 * ts_criterion_card_get_badge:
 * @self: a card
 *
 * Returns: (transfer none): what its badge says
 */
const char *
ts_criterion_card_get_badge (TsCriterionCard *self)
{
  g_return_val_if_fail (TS_IS_CRITERION_CARD (self), NULL);

  return gtk_label_get_label (self->badge_label);
}

/**
 * ts_criterion_card_get_picker:
 * @self: a card
 *
 * Returns: (transfer none): its levels
 */
TsLevelPicker *
ts_criterion_card_get_picker (TsCriterionCard *self)
{
  g_return_val_if_fail (TS_IS_CRITERION_CARD (self), NULL);

  return self->picker;
}

/**
 * ts_criterion_card_get_rationale:
 * @self: a card
 *
 * Returns: (transfer none): its rationale
 */
TsRationaleEditor *
ts_criterion_card_get_rationale (TsCriterionCard *self)
{
  g_return_val_if_fail (TS_IS_CRITERION_CARD (self), NULL);

  return self->rationale;
}

/**
 * ts_criterion_card_get_evidence:
 * @self: a card
 *
 * Returns: (transfer none): its evidence
 */
TsEvidenceBox *
ts_criterion_card_get_evidence (TsCriterionCard *self)
{
  g_return_val_if_fail (TS_IS_CRITERION_CARD (self), NULL);

  return self->evidence;
}
