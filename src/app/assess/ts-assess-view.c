/* ts-assess-view.c — the workspace in which a board assesses itself
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-assess-view.h"

#include "app/assess/ts-assess-page.h"
#include "app/assess/ts-assessment-choice.h"
#include "app/assess/ts-assessment-switcher.h"
#include "app/assess/ts-competency-page.h"
#include "app/assess/ts-evidence-page.h"
#include "app/assess/ts-gaps-page.h"
#include "app/assess/ts-history-page.h"
#include "app/assess/ts-new-assessment-dialog.h"
#include "app/assess/ts-outcomes-page.h"
#include "app/assess/ts-overview-page.h"
#include "app/assess/ts-past-bar.h"
#include "app/assess/ts-sidebar.h"
#include "app/assess/ts-sign-off-page.h"
#include "app/organisations/ts-organisations-page.h"
#include "app/ts-notice.h"
#include "app/ts-workspace.h"
#include "core/ts-outcome-lock.h"
#include "model/ts-session-report.h"

#include <glib/gi18n-lib.h>

/* The pages beside the overview and the groups, by the place that leads to them. Each is made when it is first shown. */
static const struct
{
  const char *place;
  GType (*get_type) (void);
} page_kinds[] = {
  { "outcomes", ts_outcomes_page_get_type },
  { "gaps", ts_gaps_page_get_type },
  { "evidence", ts_evidence_page_get_type },
  { "sign-off", ts_sign_off_page_get_type },
  { "organisations", ts_organisations_page_get_type },
  { "history", ts_history_page_get_type },
};

struct _TsAssessView
{
  AdwBin parent_instance;

  TsAssessmentChoice *choice;
  TsAssessmentModel *model; /* the chosen one, which the pages show */
  GSignalGroup *model_signals;
  TsPlaceList *places;
  char *wanted_criterion; /* to show as soon as the assessment is loaded */

  GtkStack *states;
  GtkWidget *waiting;
  GtkSpinner *spinner;
  GtkWidget *empty;
  AdwFlap *flap;
  TsAssessmentSwitcher *switcher;
  TsSidebar *sidebar;
  TsNotice *notice;
  TsPastBar *past_bar;
  GtkStack *pages;
  TsOverviewPage *overview;
  TsCompetencyPage *competency;
  GtkWidget *closed; /* in place of a page that whoever works may not look at; NULL until it is first needed */
  GtkWidget *alone;  /* the organisations of a workbook without an assessment; NULL until they are first asked for */
  gboolean alone_wanted;
  TsAssessPage *made[G_N_ELEMENTS (page_kinds)];
};

enum
{
  PROP_0,
  PROP_MODEL,
  PROP_PLACE,
  N_PROPS,
  PROP_SIDEBAR_SHOWN = N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void workspace_iface_init (TsWorkspaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TsAssessView, ts_assess_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TS_TYPE_WORKSPACE, workspace_iface_init))

/* The group that a criterion belongs to, or NULL where the assessment has no such criterion or is not loaded yet. */
static const char *
find_group_of (TsAssessView *self,
               const char   *criterion)
{
  TsAssessmentState *state = self->model != NULL ? ts_assessment_model_get_state (self->model) : NULL;
  const TsNodeState *node = state != NULL ? ts_assessment_state_find (state, criterion) : NULL;

  if (node == NULL)
    return NULL;

  return node->node->group != NULL ? node->node->group->id : node->node->id;
}

static void
show_wanted_criterion (TsAssessView *self)
{
  g_autofree char *criterion = NULL;
  g_autofree char *place = NULL;
  const char *group;

  if (self->wanted_criterion == NULL || self->model == NULL || !ts_assessment_model_get_loaded (self->model))
    return;

  criterion = g_steal_pointer (&self->wanted_criterion);
  group = find_group_of (self, criterion);

  if (group == NULL)
    return;

  place = g_strconcat ("group/", group, NULL);
  ts_sidebar_set_selected (self->sidebar, place);
  ts_competency_page_show_criterion (self->competency, criterion);
}

/* The number of the page that @place leads to, or -1; @detail is what follows the page's own name. */
static int
find_page_kind (const char  *place,
                const char **detail)
{
  for (guint i = 0; i < G_N_ELEMENTS (page_kinds); i++)
    {
      gsize length = strlen (page_kinds[i].place);

      if (strncmp (place, page_kinds[i].place, length) != 0 || (place[length] != '\0' && place[length] != '/'))
        continue;

      *detail = place[length] == '/' ? place + length + 1 : "";

      return (int) i;
    }

  return -1;
}

static TsAssessPage *
get_page (TsAssessView *self,
          int           kind)
{
  if (self->made[kind] == NULL)
    {
      self->made[kind] = TS_ASSESS_PAGE (g_object_new (page_kinds[kind].get_type (), NULL));
      gtk_stack_add_child (self->pages, GTK_WIDGET (self->made[kind]));
      ts_assess_page_set_model (self->made[kind], self->model);
    }

  return self->made[kind];
}

/* That nothing can be changed because of the stage is said on every page but the one that leads back. */
static void
update_notice (TsAssessView *self)
{
  TsAssessmentState *state = self->model != NULL ? ts_assessment_model_get_state (self->model) : NULL;
  gboolean settled = state != NULL && ts_assessment_is_settled (ts_assessment_state_get_assessment (state));
  g_autofree char *text = NULL;

  if (!settled || ts_assessment_model_get_closed (self->model) || ts_assessment_model_get_as_of (self->model) != 0 || g_str_equal (ts_sidebar_get_selected (self->sidebar), "sign-off"))
    {
      ts_notice_hide (self->notice);
      return;
    }

  /* Translators: %s is a stage, such as "Board approved" */
  text = g_strdup_printf (_("%s: what the board said stays as it is. To change it, the assessment is reopened."),
                          ts_assessment_model_get_stage_title (self->model));
  ts_notice_show (self->notice, text, _("Sign-off"), "win.show-place::sign-off");
}

/* What is not of the past says so. */
static void
update_past_bar (TsAssessView *self)
{
  const char *place = ts_sidebar_get_selected (self->sidebar);

  if (g_str_equal (place, "history"))
    ts_past_bar_set_note (self->past_bar, _("The history goes on to the last change. Nothing can be changed while the past is shown."));
  else if (g_str_equal (place, "organisations"))
    ts_past_bar_set_note (self->past_bar, _("This page shows the organisations as they are today, to look at only."));
  else
    ts_past_bar_set_note (self->past_bar, _("Nothing can be changed while the past is shown."));
}

/* What a reader with a conflict gets is empty, and an empty page would say that the board has said nothing. */
static GtkWidget *
get_closed (TsAssessView *self)
{
  if (self->closed == NULL)
    {
      self->closed = adw_status_page_new ();
      adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->closed), "changes-prevent-symbolic");
      adw_status_page_set_title (ADW_STATUS_PAGE (self->closed), _("A Conflict of Interest"));
      adw_status_page_set_description (ADW_STATUS_PAGE (self->closed),
                                       _("You have declared an interest that stands in the way of judging this organisation. Until it is decided about, or where you leave, nothing of the submission is shown to you before it is published. Decisions are made in the workspace Review."));
      gtk_stack_add_child (self->pages, self->closed);
    }

  return self->closed;
}

/* What the pages of organisations and of the history show is not of the submission, or is left out there. */
static gboolean
is_closed (TsAssessView *self,
           const char   *place)
{
  return self->model != NULL && ts_assessment_model_get_closed (self->model) && !g_str_has_prefix (place, "organisations") &&
         !g_str_has_prefix (place, "history");
}

/* Shows the page of the sidebar's selection. What was being written on the page before is kept by that page. */
static void
update_page (TsAssessView *self)
{
  const char *place = ts_sidebar_get_selected (self->sidebar);
  const char *detail;
  int kind = find_page_kind (place, &detail);

  if (is_closed (self, place))
    {
      gtk_stack_set_visible_child (self->pages, get_closed (self));
    }
  else if (g_str_has_prefix (place, "group/"))
    {
      ts_competency_page_set_group_id (self->competency, place + strlen ("group/"));
      gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->competency));
    }
  else if (kind >= 0)
    {
      gtk_stack_set_visible_child (self->pages, GTK_WIDGET (get_page (self, kind)));
    }
  else
    {
      gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->overview));
    }

  update_notice (self);
  update_past_bar (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}

/* The sidebar says how far each part has come, of which nothing is known then. */
static void
on_state_changed (TsAssessView *self)
{
  gboolean closed = self->model != NULL && ts_assessment_model_get_closed (self->model);
  gboolean was_closed = self->closed != NULL && gtk_stack_get_visible_child (self->pages) == self->closed;

  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), !closed);

  if (closed || was_closed)
    update_page (self);
  else
    update_notice (self);
}

static void
on_sidebar_activated (TsAssessView *self)
{
  if (!adw_flap_get_folded (self->flap))
    return;

  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
on_reveal_changed (TsAssessView *self)
{
  g_object_notify (G_OBJECT (self), "sidebar-shown");
}

static void
on_failed (TsAssessView *self,
           const GError *error)
{
  ts_workspace_fail (TS_WORKSPACE (self), error);
}

static void
update_state (TsAssessView *self)
{
  GtkWidget *state;

  if (self->model != NULL)
    state = GTK_WIDGET (self->flap);
  else if (ts_assessment_choice_get_loaded (self->choice))
    state = self->alone_wanted ? self->alone : self->empty;
  else
    state = self->waiting;

  gtk_spinner_set_spinning (self->spinner, state == self->waiting);

  if (state == gtk_stack_get_visible_child (self->states))
    return;

  gtk_stack_set_visible_child (self->states, state);

  /* The keyboard begins where there is something to do; while another workspace is shown, that is there. */
  if (!gtk_widget_get_child_visible (GTK_WIDGET (self)))
    return;

  if (state == GTK_WIDGET (self->flap))
    gtk_widget_grab_focus (adw_flap_get_reveal_flap (self->flap) ? GTK_WIDGET (self->sidebar) : GTK_WIDGET (self->pages));
  else
    gtk_widget_child_focus (state, GTK_DIR_TAB_FORWARD);
}

static void
leave_alone (TsAssessView *self)
{
  self->alone_wanted = FALSE;
  update_state (self);
}

/* The place stays: whoever switches between two years of one board looks at the same competency in both. */
static void
on_choice_changed (TsAssessView *self)
{
  TsAssessmentModel *model = ts_assessment_choice_get_model (self->choice);

  ts_assess_view_flush (self);
  self->alone_wanted = self->alone_wanted && model == NULL;
  g_set_object (&self->model, model);
  g_signal_group_set_target (self->model_signals, model);

  ts_place_list_set_model (self->places, model);
  ts_past_bar_set_model (self->past_bar, model);
  ts_assessment_switcher_set_model (self->switcher, model);
  ts_overview_page_set_model (self->overview, model);
  ts_competency_page_set_model (self->competency, model);

  for (guint i = 0; i < G_N_ELEMENTS (page_kinds); i++)
    {
      if (self->made[i] != NULL)
        ts_assess_page_set_model (self->made[i], model);
    }

  on_state_changed (self);
  update_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

static void
on_begun (TsAssessView *self,
          const char   *assessment_id)
{
  ts_assess_view_select (self, assessment_id);
  ts_assess_view_show_place (self, "overview");
}

static void
workspace_set_session (TsWorkspace *workspace,
                       TsSession   *session)
{
  TsAssessView *self = TS_ASSESS_VIEW (workspace);

  if (session != ts_assessment_choice_get_session (self->choice))
    ts_assess_view_set_session (self, session);
}

static const char *
workspace_get_help_place (TsWorkspace *workspace)
{
  TsAssessView *self = TS_ASSESS_VIEW (workspace);

  return self->model != NULL ? ts_assess_view_get_place (self) : "empty";
}

static char *
workspace_propose_report_name (TsWorkspace *workspace)
{
  TsAssessmentModel *model = ts_assess_view_get_model (TS_ASSESS_VIEW (workspace));

  if (model == NULL || !ts_assessment_model_get_loaded (model))
    return NULL;

  /* Translators: the name proposed for a file: an organisation, a year as 2009/10, and an ending that stays */
  return g_strdup_printf (_("%s %s submission.pdf"), ts_assessment_model_get_organisation_name (model),
                          ts_assessment_model_get_year_label (model));
}

static void
workspace_read_report (TsWorkspace         *workspace,
                       TsSession           *session,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  TsAssessmentModel *model = ts_assess_view_get_model (TS_ASSESS_VIEW (workspace));

  ts_session_read_submission_report_async (session, ts_assessment_model_get_assessment_id (model), ts_assessment_model_get_as_of (model), NULL,
                                           callback, user_data);
}

static void
workspace_iface_init (TsWorkspaceInterface *iface)
{
  iface->set_session = workspace_set_session;
  iface->get_help_place = workspace_get_help_place;
  iface->propose_report_name = workspace_propose_report_name;
  iface->read_report = workspace_read_report;
}

static void
ts_assess_view_dispose (GObject *object)
{
  TsAssessView *self = TS_ASSESS_VIEW (object);

  if (self->choice != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->choice, self);
      g_clear_object (&self->choice);
    }

  g_signal_group_set_target (self->model_signals, NULL);
  g_clear_object (&self->model);
  g_clear_object (&self->places);
  g_clear_pointer (&self->wanted_criterion, g_free);

  G_OBJECT_CLASS (ts_assess_view_parent_class)->dispose (object);
}

static void
ts_assess_view_finalize (GObject *object)
{
  TsAssessView *self = TS_ASSESS_VIEW (object);

  g_object_unref (self->model_signals);

  G_OBJECT_CLASS (ts_assess_view_parent_class)->finalize (object);
}

static void
ts_assess_view_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TsAssessView *self = TS_ASSESS_VIEW (object);

  switch (property_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;

    case PROP_PLACE:
      g_value_set_string (value, ts_assess_view_get_place (self));
      break;

    case PROP_SIDEBAR_SHOWN:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_assess_view_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TsAssessView *self = TS_ASSESS_VIEW (object);

  switch (property_id)
    {
    case PROP_SIDEBAR_SHOWN:
      adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_assess_view_class_init (TsAssessViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_assess_view_dispose;
  object_class->finalize = ts_assess_view_finalize;
  object_class->get_property = ts_assess_view_get_property;
  object_class->set_property = ts_assess_view_set_property;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, TS_TYPE_ASSESSMENT_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACE] =
    g_param_spec_string ("place", NULL, NULL, "overview", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_object_class_override_property (object_class, PROP_SIDEBAR_SHOWN, "sidebar-shown");

  g_type_ensure (TS_TYPE_ASSESSMENT_SWITCHER);
  g_type_ensure (TS_TYPE_COMPETENCY_PAGE);
  g_type_ensure (TS_TYPE_NOTICE);
  g_type_ensure (TS_TYPE_OVERVIEW_PAGE);
  g_type_ensure (TS_TYPE_PAST_BAR);
  g_type_ensure (TS_TYPE_SIDEBAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/assess-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TsAssessView, states);
  gtk_widget_class_bind_template_child (widget_class, TsAssessView, waiting);
  gtk_widget_class_bind_template_child (widget_class, TsAssessView, spinner);
  gtk_widget_class_bind_template_child (widget_class, TsAssessView, empty);
  gtk_widget_class_bind_template_child (widget_class, TsAssessView, flap);
  gtk_widget_class_bind_template_child (widget_class, TsAssessView, switcher);
  gtk_widget_class_bind_template_child (widget_class, TsAssessView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TsAssessView, notice);
  gtk_widget_class_bind_template_child (widget_class, TsAssessView, past_bar);
  gtk_widget_class_bind_template_child (widget_class, TsAssessView, pages);
  gtk_widget_class_bind_template_child (widget_class, TsAssessView, overview);
  gtk_widget_class_bind_template_child (widget_class, TsAssessView, competency);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_activated);
  gtk_widget_class_bind_template_callback (widget_class, update_page);
}

static void
ts_assess_view_init (TsAssessView *self)
{
  self->places = ts_place_list_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ts_sidebar_set_places (self->sidebar, self->places);
  ts_sidebar_set_selected (self->sidebar, "overview");

  self->choice = ts_assessment_choice_new ();
  g_signal_connect_swapped (self->choice, "notify::model", G_CALLBACK (on_choice_changed), self);
  g_signal_connect_swapped (self->choice, "notify::loaded", G_CALLBACK (update_state), self);
  g_signal_connect_swapped (self->choice, "failed", G_CALLBACK (on_failed), self);

  /* After the pages, which connect to each model themselves. */
  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_data (self->model_signals, "notify::state", G_CALLBACK (show_wanted_criterion), self, NULL,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_group_connect_swapped (self->model_signals, "notify::state", G_CALLBACK (on_state_changed), self);
  g_signal_group_connect_swapped (self->model_signals, "failed", G_CALLBACK (on_failed), self);

  update_state (self);
}

/**
 * ts_assess_view_set_session:
 * @self: a view
 * @session: (nullable): the workbook
 */
void
ts_assess_view_set_session (TsAssessView *self,
                            TsSession    *session)
{
  g_return_if_fail (TS_IS_ASSESS_VIEW (self));
  g_return_if_fail (session == NULL || TS_IS_SESSION (session));

  self->alone_wanted = FALSE;

  if (self->alone != NULL)
    ts_organisations_page_set_session (TS_ORGANISATIONS_PAGE (gtk_widget_get_last_child (self->alone)), session);

  ts_assessment_choice_set_session (self->choice, session);
  ts_assessment_switcher_set_list (self->switcher, ts_assessment_choice_get_assessments (self->choice));
  update_state (self);
}

/**
 * ts_assess_view_get_model:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the assessment that it shows
 */
TsAssessmentModel *
ts_assess_view_get_model (TsAssessView *self)
{
  g_return_val_if_fail (TS_IS_ASSESS_VIEW (self), NULL);

  return self->model;
}

/**
 * ts_assess_view_select:
 * @self: a view of a workbook
 * @assessment_id: the assessment to show
 */
void
ts_assess_view_select (TsAssessView *self,
                       const char   *assessment_id)
{
  g_return_if_fail (TS_IS_ASSESS_VIEW (self));
  g_return_if_fail (assessment_id != NULL);

  if (ts_assessment_choice_get_session (self->choice) != NULL)
    ts_assessment_choice_select (self->choice, assessment_id);
}

/**
 * ts_assess_view_begin:
 * @self: a view of a workbook
 *
 * Asks for what a new assessment is of, begins it and shows it.
 */
void
ts_assess_view_begin (TsAssessView *self)
{
  GtkRoot *root;
  GtkWidget *dialog;

  g_return_if_fail (TS_IS_ASSESS_VIEW (self));
  g_return_if_fail (ts_assessment_choice_get_session (self->choice) != NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  dialog = ts_new_assessment_dialog_new (ts_assessment_choice_get_session (self->choice),
                                         ts_assessment_choice_get_organisations (self->choice),
                                         ts_assessment_choice_get_assessments (self->choice),
                                         ts_assessment_choice_get_organisation_id (self->choice));

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  g_signal_connect_object (dialog, "begun", G_CALLBACK (on_begun), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * ts_assess_view_get_place:
 * @self: a view
 *
 * Returns: (transfer none): the id of the place that it shows
 */
const char *
ts_assess_view_get_place (TsAssessView *self)
{
  g_return_val_if_fail (TS_IS_ASSESS_VIEW (self), NULL);

  return ts_sidebar_get_selected (self->sidebar);
}

/**
 * ts_assess_view_show_place:
 * @self: a view
 * @place: "overview", "group/5", "criterion/5b", or the name of another page, perhaps with what to lead to on it, as in "history/5b"; anything else
 *   is ignored, for it may come from an old setting
 */
void
ts_assess_view_show_place (TsAssessView *self,
                           const char   *place)
{
  const char *detail;
  int kind;

  g_return_if_fail (TS_IS_ASSESS_VIEW (self));
  g_return_if_fail (place != NULL);

  kind = find_page_kind (place, &detail);
  g_clear_pointer (&self->wanted_criterion, g_free);

  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);

  if (g_str_has_prefix (place, "criterion/"))
    {
      /* The assessment may have been chosen a moment ago, and is being read. */
      self->wanted_criterion = g_strdup (place + strlen ("criterion/"));
      show_wanted_criterion (self);
    }
  else if (kind >= 0)
    {
      ts_sidebar_set_selected (self->sidebar, page_kinds[kind].place);
      ts_assess_page_show (get_page (self, kind), detail);
    }
  else if (g_str_has_prefix (place, "group/") || g_str_equal (place, "overview"))
    {
      ts_sidebar_set_selected (self->sidebar, place);
    }
}

static void
make_alone (TsAssessView *self)
{
  GtkWidget *back = gtk_button_new_with_mnemonic (_("_Back"));

  gtk_widget_set_halign (back, GTK_ALIGN_START);
  gtk_widget_add_css_class (back, "alone-back");
  g_signal_connect_object (back, "clicked", G_CALLBACK (leave_alone), self, G_CONNECT_SWAPPED);

  self->alone = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->alone), back);
  gtk_box_append (GTK_BOX (self->alone), ts_organisations_page_new ());
  gtk_widget_set_vexpand (gtk_widget_get_last_child (self->alone), TRUE);
  gtk_stack_add_child (self->states, self->alone);
}

/**
 * ts_assess_view_show_organisations:
 * @self: a view of a workbook
 *
 * Shows the organisations of the workbook, also where it has no assessment yet.
 */
void
ts_assess_view_show_organisations (TsAssessView *self)
{
  g_return_if_fail (TS_IS_ASSESS_VIEW (self));
  g_return_if_fail (ts_assessment_choice_get_session (self->choice) != NULL);

  if (self->model != NULL)
    {
      ts_assess_view_show_place (self, "organisations");
      return;
    }

  if (self->alone == NULL)
    make_alone (self);

  ts_organisations_page_set_session (TS_ORGANISATIONS_PAGE (gtk_widget_get_last_child (self->alone)),
                                     ts_assessment_choice_get_session (self->choice));
  self->alone_wanted = TRUE;
  update_state (self);
}

/**
 * ts_assess_view_step_group:
 * @self: a view
 * @step: 1 for the next group, -1 for the one before
 *
 * Goes from group to group, from the last to the first, and from any other place to the first or last one.
 */
void
ts_assess_view_step_group (TsAssessView *self,
                           int           step)
{
  int n_places;
  int position;

  g_return_if_fail (TS_IS_ASSESS_VIEW (self));
  g_return_if_fail (step == 1 || step == -1);

  n_places = (int) g_list_model_get_n_items (G_LIST_MODEL (self->places));
  position = ts_place_list_find (self->places, ts_assess_view_get_place (self));

  for (int i = 0; i < n_places; i++)
    {
      g_autoptr (TsPlace) place = NULL;

      position = (position + step + n_places) % n_places;
      place = g_list_model_get_item (G_LIST_MODEL (self->places), (guint) position);

      if (ts_place_get_kind (place) == TS_PLACE_GROUP)
        {
          ts_assess_view_show_place (self, ts_place_get_id (place));
          return;
        }
    }
}

/**
 * ts_assess_view_flush:
 * @self: a view
 *
 * Hands to the session what has been written but not yet kept, as before the workbook closes.
 */
void
ts_assess_view_flush (TsAssessView *self)
{
  g_return_if_fail (TS_IS_ASSESS_VIEW (self));

  ts_competency_page_flush (self->competency);

  for (guint i = 0; i < G_N_ELEMENTS (page_kinds); i++)
    {
      if (self->made[i] != NULL)
        ts_assess_page_flush (self->made[i]);
    }
}
