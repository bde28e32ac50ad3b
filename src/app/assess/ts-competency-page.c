/* ts-competency-page.c — one competency, scored
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-competency-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/assess/ts-competency-header.h"
#include "app/assess/ts-criterion-card.h"
#include "app/assess/ts-transfer-panel.h"
#include "app/widgets/ts-wrap-box.h"

struct _TsCompetencyPage
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
  GSignalGroup *model_signals;
  char *group_id;
  char *built_for;         /* the group whose cards there are; NULL for none */
  char *awaited_criterion; /* to be shown once there are cards; NULL for none */
  GPtrArray *cards;        /* TsCriterionCard, borrowed from the box */

  GtkWidget *scroller;
  GtkWidget *content;
  TsCompetencyHeader *header;
  GtkWidget *lock;
  GtkLabel *lock_label;
  GtkBox *cards_box;
  GtkWidget *previous_group;
  GtkLabel *previous_group_label;
  GtkWidget *next_group;
  GtkLabel *next_group_label;
  TsTransferPanel *transfers;
};

G_DEFINE_FINAL_TYPE (TsCompetencyPage, ts_competency_page, ADW_TYPE_BIN)

enum
{
  PROP_MODEL = 1,
  PROP_GROUP_ID,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* NULL until the model is loaded, and where there is no such graded group. */
static const TsNodeState *
find_group (TsCompetencyPage *self)
{
  TsAssessmentState *state = self->model != NULL ? ts_assessment_model_get_state (self->model) : NULL;
  const TsNodeState *group;

  if (state == NULL || self->group_id == NULL)
    return NULL;

  group = ts_assessment_state_find (state, self->group_id);

  return group != NULL && ts_node_is_group (group->node) && group->node->section->scale != NULL ? group : NULL;
}

static gboolean
is_locked (TsCompetencyPage *self)
{
  return self->model == NULL || ts_assessment_model_get_locked (self->model);
}

/* Moving about */

static TsCriterionCard *
get_card (TsCompetencyPage *self,
          guint             position)
{
  return g_ptr_array_index (self->cards, position);
}

static int
find_focused_card (TsCompetencyPage *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self->cards_box));

  for (guint i = 0; i < self->cards->len; i++)
    {
      if (GTK_WIDGET (get_card (self, i)) == focused)
        return (int) i;
    }

  return -1;
}

/* Brings the whole card into view, or its top where it is higher than the view. The focus alone would bring only what has it. */
static void
scroll_to (TsCompetencyPage *self,
           GtkWidget        *widget)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds;
  double top;
  double bottom;

  if (!gtk_widget_compute_bounds (widget, self->content, &bounds))
    return;

  top = MAX (bounds.origin.y - 12, 0);
  bottom = bounds.origin.y + bounds.size.height + 12;

  if (top < value || bottom - top > page)
    gtk_adjustment_set_value (adjustment, top);
  else if (bottom > value + page)
    gtk_adjustment_set_value (adjustment, bottom - page);
}

static void
focus_card (TsCompetencyPage *self,
            guint             position)
{
  TsCriterionCard *card = get_card (self, position);

  gtk_widget_grab_focus (GTK_WIDGET (ts_criterion_card_get_picker (card)));
  scroll_to (self, GTK_WIDGET (card));
}

/* The group before or after this one in its section, or NULL. */
static const TsNode *
find_neighbour (TsCompetencyPage *self,
                int               step)
{
  const TsNodeState *group = find_group (self);
  const GPtrArray *groups = group != NULL ? group->node->section->groups : NULL;

  for (int i = 0; groups != NULL && i < (int) groups->len; i++)
    {
      if (g_ptr_array_index (groups, i) == group->node)
        return i + step >= 0 && i + step < (int) groups->len ? g_ptr_array_index (groups, i + step) : NULL;
    }

  return NULL;
}

/* From the last criterion of a group on to the first of the next, so that a whole year can be scored without leaving the keys. */
static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TsCompetencyPage *self = TS_COMPETENCY_PAGE (widget);
  int step = g_variant_get_int32 (parameter);
  int focused = find_focused_card (self);
  int wanted = focused + step;
  const TsNode *neighbour;

  if (focused < 0)
    wanted = step > 0 ? 0 : (int) self->cards->len - 1;

  if (wanted >= 0 && wanted < (int) self->cards->len)
    {
      focus_card (self, (guint) wanted);
      return;
    }

  neighbour = find_neighbour (self, step);

  if (neighbour != NULL)
    {
      const TsNode *node = neighbour;
      g_autofree char *place = NULL;

      if (neighbour->criteria->len > 0)
        node = g_ptr_array_index (neighbour->criteria, step > 0 ? 0 : neighbour->criteria->len - 1);

      place = g_strdup_printf ("criterion/%s", node->id);
      gtk_widget_activate_action (widget, "win.show-place", "s", place);
    }
  else
    {
      gtk_widget_error_bell (widget);
    }
}

static void
update_neighbour (TsCompetencyPage *self,
                  int               step,
                  GtkWidget        *button,
                  GtkLabel         *label)
{
  const TsNode *neighbour = find_neighbour (self, step);
  g_autofree char *text = NULL;
  g_autofree char *place = NULL;

  gtk_widget_set_visible (button, neighbour != NULL);

  if (neighbour == NULL)
    return;

  if (ts_node_is_numbered (neighbour))
    text = g_strdup_printf ("%s  %s", neighbour->id, neighbour->title);
  else
    text = g_strdup (neighbour->title);

  place = g_strdup_printf ("group/%s", neighbour->id);
  gtk_label_set_label (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", place);
}

/* What is shown */

static void
clear_cards (TsCompetencyPage *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      ts_criterion_card_flush (get_card (self, i));
      gtk_box_remove (self->cards_box, GTK_WIDGET (get_card (self, i)));
    }

  g_ptr_array_set_size (self->cards, 0);
  g_clear_pointer (&self->built_for, g_free);
}

static void
build_cards (TsCompetencyPage  *self,
             const TsNodeState *group)
{
  for (guint i = 0; i < MAX (group->node->criteria->len, 1); i++)
    {
      const TsNode *node = group->node->criteria->len > 0 ? g_ptr_array_index (group->node->criteria, i) : group->node;
      GtkWidget *card = ts_criterion_card_new (self->model, node);

      gtk_box_append (self->cards_box, card);
      g_ptr_array_add (self->cards, card);
    }

  self->built_for = g_strdup (self->group_id);
}

static void
update_lock (TsCompetencyPage *self)
{
  /* That the past is shown, the bar above all pages says. */
  gboolean visible = is_locked (self) && (self->model == NULL || ts_assessment_model_get_as_of (self->model) == 0);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->lock, visible);

  if (!visible)
    return;

  if (ts_session_get_read_only (ts_assessment_model_get_session (self->model)))
    text = g_strdup (_("This workbook is open to look at only, so nothing here can be changed."));
  else
    text = g_strdup_printf (_("The assessment is at the stage “%s”, and the board’s own levels are locked. "
                              "What stands here can be read and copied."),
                            ts_assessment_model_get_stage_title (self->model));

  gtk_label_set_label (self->lock_label, text);
}

static void
update (TsCompetencyPage *self)
{
  const TsNodeState *group = find_group (self);

  gtk_widget_set_visible (self->content, group != NULL);

  if (group == NULL)
    return;

  if (g_strcmp0 (self->built_for, self->group_id) != 0)
    {
      clear_cards (self);
      build_cards (self, group);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
    }
  else
    {
      for (guint i = 0; i < self->cards->len; i++)
        ts_criterion_card_refresh (get_card (self, i));
    }

  ts_competency_header_refresh (self->header, self->model, group);
  update_lock (self);
  update_neighbour (self, -1, self->previous_group, self->previous_group_label);
  update_neighbour (self, 1, self->next_group, self->next_group_label);

  if (self->awaited_criterion != NULL)
    {
      g_autofree char *criterion = g_steal_pointer (&self->awaited_criterion);

      ts_competency_page_show_criterion (self, criterion);
    }
}

/* Transfers whose card is on another page */

static gboolean
is_elsewhere (TsTransfer *transfer,
              gpointer    user_data)
{
  TsCompetencyPage *self = user_data;
  const char *place = ts_transfer_get_place (transfer);

  for (guint i = 0; i < self->cards->len; i++)
    {
      if (g_strcmp0 (ts_criterion_card_get_node_id (get_card (self, i)), place) == 0)
        return FALSE;
    }

  return TRUE;
}

static void
follow_transfers (TsCompetencyPage *self)
{
  TsSession *session = self->model != NULL ? ts_assessment_model_get_session (self->model) : NULL;

  ts_transfer_panel_follow (self->transfers, session, is_elsewhere, self);
}

static void
ts_competency_page_dispose (GObject *object)
{
  TsCompetencyPage *self = TS_COMPETENCY_PAGE (object);

  if (self->model != NULL)
    ts_competency_page_set_model (self, NULL);

  g_clear_object (&self->model_signals);

  G_OBJECT_CLASS (ts_competency_page_parent_class)->dispose (object);
}

static void
ts_competency_page_finalize (GObject *object)
{
  TsCompetencyPage *self = TS_COMPETENCY_PAGE (object);

  g_ptr_array_unref (self->cards);
  g_free (self->group_id);
  g_free (self->built_for);
  g_free (self->awaited_criterion);

  G_OBJECT_CLASS (ts_competency_page_parent_class)->finalize (object);
}

static void
ts_competency_page_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TsCompetencyPage *self = TS_COMPETENCY_PAGE (object);

  switch (property_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;

    case PROP_GROUP_ID:
      g_value_set_string (value, self->group_id);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_competency_page_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TsCompetencyPage *self = TS_COMPETENCY_PAGE (object);

  switch (property_id)
    {
    case PROP_MODEL:
      ts_competency_page_set_model (self, g_value_get_object (value));
      break;

    case PROP_GROUP_ID:
      ts_competency_page_set_group_id (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_competency_page_class_init (TsCompetencyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_competency_page_dispose;
  object_class->finalize = ts_competency_page_finalize;
  object_class->get_property = ts_competency_page_get_property;
  object_class->set_property = ts_competency_page_set_property;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, TS_TYPE_ASSESSMENT_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_GROUP_ID] =
    g_param_spec_string ("group-id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "criterion.step", "i", step_action);

  g_type_ensure (TS_TYPE_COMPETENCY_HEADER);
  g_type_ensure (TS_TYPE_TRANSFER_PANEL);
  g_type_ensure (TS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/competency-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyPage, content);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyPage, header);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyPage, lock);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyPage, lock_label);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyPage, cards_box);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyPage, previous_group);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyPage, previous_group_label);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyPage, next_group);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyPage, next_group_label);
  gtk_widget_class_bind_template_child (widget_class, TsCompetencyPage, transfers);
}

/* In the capture phase, so that these keys work in a rationale as well, where they would go from paragraph to paragraph. */
static void
add_step_shortcuts (TsCompetencyPage *self)
{
  static const struct
  {
    guint keyval;
    int step;
  } keys[] = { { GDK_KEY_Up, -1 }, { GDK_KEY_KP_Up, -1 }, { GDK_KEY_Down, 1 }, { GDK_KEY_KP_Down, 1 } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, GDK_CONTROL_MASK),
                                                gtk_named_action_new ("criterion.step"));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].step));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }

  gtk_widget_add_controller (self->scroller, controller);
}

static void
ts_competency_page_init (TsCompetencyPage *self)
{
  self->cards = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_step_shortcuts (self);

  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::state", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->model_signals, "notify::locked", G_CALLBACK (update), self);
}

/**
 * ts_competency_page_new:
 *
 * Returns: (transfer floating): an empty page
 */
GtkWidget *
ts_competency_page_new (void)
{
  return g_object_new (TS_TYPE_COMPETENCY_PAGE, NULL);
}

/**
 * ts_competency_page_get_model:
 * @self: a competency page
 *
 * Returns: (transfer none) (nullable): the assessment that is shown
 */
TsAssessmentModel *
ts_competency_page_get_model (TsCompetencyPage *self)
{
  g_return_val_if_fail (TS_IS_COMPETENCY_PAGE (self), NULL);

  return self->model;
}

/**
 * ts_competency_page_set_model:
 * @self: a competency page
 * @model: (nullable): an assessment
 *
 * What has been typed in the assessment before is kept first.
 */
void
ts_competency_page_set_model (TsCompetencyPage  *self,
                              TsAssessmentModel *model)
{
  g_return_if_fail (TS_IS_COMPETENCY_PAGE (self));
  g_return_if_fail (model == NULL || TS_IS_ASSESSMENT_MODEL (model));

  if (self->model == model)
    return;

  clear_cards (self);
  g_set_object (&self->model, model);
  g_signal_group_set_target (self->model_signals, model);
  follow_transfers (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

/**
 * ts_competency_page_get_group_id:
 * @self: a competency page
 *
 * Returns: (transfer none) (nullable): the group that is shown
 */
const char *
ts_competency_page_get_group_id (TsCompetencyPage *self)
{
  g_return_val_if_fail (TS_IS_COMPETENCY_PAGE (self), NULL);

  return self->group_id;
}

/**
 * ts_competency_page_set_group_id:
 * @self: a competency page
 * @group_id: (nullable): a graded group of the assessment's framework
 *
 * What has been typed on the page of the group before is kept first.
 */
void
ts_competency_page_set_group_id (TsCompetencyPage *self,
                                 const char       *group_id)
{
  g_return_if_fail (TS_IS_COMPETENCY_PAGE (self));

  if (g_strcmp0 (self->group_id, group_id) == 0)
    return;

  g_clear_pointer (&self->awaited_criterion, g_free);
  clear_cards (self);
  g_free (self->group_id);
  self->group_id = g_strdup (group_id);
  update (self);
  follow_transfers (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUP_ID]);
}

typedef struct
{
  GWeakRef page;
  char *criterion_id;
} Showing;

static gboolean
show_criterion_cb (gpointer user_data)
{
  Showing *showing = user_data;
  g_autoptr (TsCompetencyPage) self = g_weak_ref_get (&showing->page);

  for (guint i = 0; self != NULL && i < self->cards->len; i++)
    {
      if (g_str_equal (ts_criterion_card_get_node_id (get_card (self, i)), showing->criterion_id))
        focus_card (self, i);
    }

  return G_SOURCE_REMOVE;
}

static void
showing_free (gpointer user_data)
{
  Showing *showing = user_data;

  g_weak_ref_clear (&showing->page);
  g_free (showing->criterion_id);
  g_free (showing);
}

/**
 * ts_competency_page_show_criterion:
 * @self: a competency page
 * @criterion_id: a criterion of the group that is shown, or the group itself where it has none
 *
 * Scrolls to the criterion and gives the focus to its levels, at once or as soon as it is there.
 */
void
ts_competency_page_show_criterion (TsCompetencyPage *self,
                                   const char       *criterion_id)
{
  Showing *showing;

  g_return_if_fail (TS_IS_COMPETENCY_PAGE (self));
  g_return_if_fail (criterion_id != NULL);

  if (self->built_for == NULL)
    {
      g_free (self->awaited_criterion);
      self->awaited_criterion = g_strdup (criterion_id);
      return;
    }

  /* New cards have no place before they have been laid out, and the frame clock does that before idle work of this priority. */
  showing = g_new0 (Showing, 1);
  g_weak_ref_init (&showing->page, self);
  showing->criterion_id = g_strdup (criterion_id);
  g_idle_add_full (G_PRIORITY_LOW, show_criterion_cb, showing, showing_free);
}

/**
 * ts_competency_page_flush:
 * @self: a competency page
 *
 * Asks at once to keep what has been typed. A session that is closed after this keeps it before it closes.
 */
void
ts_competency_page_flush (TsCompetencyPage *self)
{
  g_return_if_fail (TS_IS_COMPETENCY_PAGE (self));

  for (guint i = 0; i < self->cards->len; i++)
    ts_criterion_card_flush (get_card (self, i));
}
