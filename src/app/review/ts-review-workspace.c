/* ts-review-workspace.c — the workspace in which submissions are reviewed
 *
 * All pages show one #TsReviewModel. Only the page that can be seen is updated; another is when it is shown. A page that shows a submission is
 * not updated, and cannot be seen, while whoever works may not look at it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-review-workspace.h"

#include "app/review/ts-calibration-page.h"
#include "app/review/ts-consensus-page.h"
#include "app/review/ts-criteria-page.h"
#include "app/review/ts-desk-page.h"
#include "app/review/ts-interests-page.h"
#include "app/review/ts-panel-report-page.h"
#include "app/review/ts-prepare-page.h"
#include "app/review/ts-reply-page.h"
#include "app/review/ts-review-words.h"
#include "app/review/ts-scores-page.h"
#include "app/ts-workspace.h"
#include "app/widgets/ts-badge-row.h"
#include "app/widgets/ts-tab-stop.h"
#include "core/ts-year.h"
#include "model/ts-session-report.h"

#include <glib/gi18n-lib.h>

/* The pages. Each is made when it is first shown. */
static const struct
{
  const char *name;
  const char *title;
  const char *help; /* as a place of the help */
  gboolean needs_review;
  GType (*get_type) (void);
} page_kinds[] = {
  { "prepare", N_("Prepare"), "review/prepare", FALSE, ts_prepare_page_get_type },
  { "interests", N_("Interests"), "review/interests", FALSE, ts_interests_page_get_type },
  { "desk", N_("Desk Analysis"), "review/desk", TRUE, ts_desk_page_get_type },
  { "scores", N_("My Scores"), "review/scores", TRUE, ts_scores_page_get_type },
  { "consensus", N_("Consensus"), "review/consensus", TRUE, ts_consensus_page_get_type },
  { "calibration", N_("Calibration"), "review/calibration", TRUE, ts_calibration_page_get_type },
  { "reply", N_("Reply"), "review/reply", TRUE, ts_reply_page_get_type },
  { "report", N_("Report"), "review/report", TRUE, ts_panel_report_page_get_type },
};

#define N_PAGES G_N_ELEMENTS (page_kinds)

struct _TsReviewWorkspace
{
  AdwBin parent_instance;

  TsSession *session;
  TsReviewModel *model;
  GSignalGroup *model_signals;
  guint place; /* in `page_kinds` */
  TsReviewPage *made[N_PAGES];
  gboolean stale[N_PAGES];
  char *listed;            /* the assessments in the sidebar, as one text */
  char *sought_assessment; /* which is to be shown as soon as it is read, and which criterion of it */
  char *sought_node;
  gboolean selecting;

  GtkStack *states;
  GtkWidget *waiting;
  GtkSpinner *spinner;
  AdwStatusPage *empty;
  GtkButton *begin;
  AdwFlap *flap;
  GtkMenuButton *switcher;
  GtkLabel *name;
  GtkLabel *round_title;
  GtkLabel *panel_title;
  GtkListBox *places;
  GtkListBox *assessments;
  GtkStack *bodies;
  GtkStack *pages;
  AdwStatusPage *message;
};

enum
{
  PROP_SIDEBAR_SHOWN = 1
};

static void workspace_iface_init (TsWorkspaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TsReviewWorkspace, ts_review_workspace, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TS_TYPE_WORKSPACE, workspace_iface_init))

/* --- The sidebar -------------------------------------------------------------------------------------------------- */

static void
set_badge (TsReviewWorkspace *self,
           const char        *place,
           char              *text) /* (transfer full) (nullable) */
{
  for (guint i = 0; i < N_PAGES; i++)
    {
      if (g_str_equal (page_kinds[i].name, place))
        ts_badge_row_set_badge (TS_BADGE_ROW (gtk_list_box_get_row_at_index (self->places, (int) i)), text);
    }

  g_free (text);
}

static void
update_badges (TsReviewWorkspace *self)
{
  const TsRoundSnapshot *round = ts_review_model_get_round (self->model);
  const TsReviewSnapshot *review = ts_review_model_get_review (self->model);
  gboolean lets_in = review != NULL && ts_review_snapshot_lets_in (review);
  const TsReviewer *me = lets_in ? ts_review_snapshot_get_me (review) : NULL;
  guint n_undecided = ts_round_snapshot_count_undecided (round);

  set_badge (self, "interests", n_undecided > 0 ? g_strdup_printf ("%u", n_undecided) : NULL);
  set_badge (self, "scores", me != NULL && (me->is_member || me->has_scored) ? g_strdup_printf ("%u/%u", review->n_scored, review->criteria->len) : NULL);
  set_badge (self, "consensus", lets_in && review->n_agreed < review->criteria->len && ts_sight_is_open (&review->sight->sight) ? g_strdup_printf (_("%u left"), review->criteria->len - review->n_agreed) : NULL);
}

/* The first panel that has it, and when. (transfer full) (nullable) */
static char *
describe_sitting (const TsRoundSnapshot   *round,
                  const TsRoundAssessment *assessment)
{
  const TsRow *row;
  const TsRoundPanel *panel;

  if (assessment == NULL || assessment->panels->len == 0)
    return NULL;

  row = g_ptr_array_index (assessment->panels, 0);
  panel = ts_round_snapshot_find_panel (round, ts_row_get_id (row));

  return ts_review_words_panel (row, panel != NULL ? ts_round_panel_get_begins (panel, assessment) : NULL);
}

static void
update_switcher (TsReviewWorkspace *self)
{
  const TsRoundSnapshot *round = ts_review_model_get_round (self->model);
  const TsRoundAssessment *chosen = ts_round_snapshot_find (round, ts_review_model_get_assessment_id (self->model));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) rounds = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autofree char *label = NULL;
  const char *title = ts_row_get_text (round->round, TS_REVIEW_ROUND_TITLE);
  g_autofree char *panel = describe_sitting (round, chosen);

  for (guint i = 0; i < round->rounds->len; i++)
    {
      const TsRow *row = g_ptr_array_index (round->rounds, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (ts_row_get_text (row, TS_REVIEW_ROUND_TITLE), NULL);

      g_menu_item_set_action_and_target (item, "review.round", "s", ts_row_get_id (row));
      g_menu_append_item (rounds, item);
    }

  g_menu_append (more, _("New Round…"), "review.new-round");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rounds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (self->switcher, G_MENU_MODEL (menu));
  gtk_label_set_label (self->name, chosen != NULL ? chosen->name : title);
  gtk_label_set_label (self->round_title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->round_title), chosen != NULL);
  gtk_label_set_label (self->panel_title, panel != NULL ? panel : _("The round"));
  label = g_strdup_printf (_("Round: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->switcher), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_assessments (TsReviewWorkspace *self)
{
  const TsRoundSnapshot *round = ts_review_model_get_round (self->model);
  const char *chosen = ts_review_model_get_assessment_id (self->model);
  GString *listed = g_string_new (NULL);
  GtkListBoxRow *selected = NULL;

  for (guint i = 0; i < round->assessments->len; i++)
    {
      const TsRoundAssessment *assessment = g_ptr_array_index (round->assessments, i);

      g_string_append_printf (listed, "%s %s\n", ts_row_get_id (assessment->assessment), assessment->name);
    }

  self->selecting = TRUE;

  if (g_strcmp0 (listed->str, self->listed) != 0)
    {
      GtkListBoxRow *row;

      while ((row = gtk_list_box_get_row_at_index (self->assessments, 0)) != NULL)
        gtk_list_box_remove (self->assessments, GTK_WIDGET (row));

      for (guint i = 0; i < round->assessments->len; i++)
        {
          const TsRoundAssessment *assessment = g_ptr_array_index (round->assessments, i);

          gtk_list_box_append (self->assessments, ts_badge_row_new (assessment->name));
        }

      g_free (self->listed);
      self->listed = g_strdup (listed->str);
    }

  for (guint i = 0; i < round->assessments->len; i++)
    {
      const TsRoundAssessment *assessment = g_ptr_array_index (round->assessments, i);

      if (g_strcmp0 (ts_row_get_id (assessment->assessment), chosen) == 0)
        selected = gtk_list_box_get_row_at_index (self->assessments, (int) i);
    }

  gtk_list_box_select_row (self->assessments, selected);
  self->selecting = FALSE;
  g_string_free (listed, TRUE);
}

/* --- What is shown ------------------------------------------------------------------------------------------------ */

static TsReviewPage *
get_page (TsReviewWorkspace *self)
{
  TsReviewPage **page = &self->made[self->place];

  if (*page == NULL)
    {
      *page = TS_REVIEW_PAGE (g_object_new (page_kinds[self->place].get_type (), NULL));
      gtk_stack_add_child (self->pages, GTK_WIDGET (*page));
      self->stale[self->place] = TRUE;
    }

  return *page;
}

/* What was asked for elsewhere, once. */
static void
show_sought (TsReviewWorkspace *self)
{
  const TsReviewSnapshot *review = ts_review_model_get_review (self->model);

  if (self->sought_assessment == NULL || review == NULL || g_strcmp0 (ts_row_get_id (review->assessment), self->sought_assessment) != 0)
    return;

  if (self->sought_node != NULL && TS_IS_CRITERIA_PAGE (self->made[self->place]))
    ts_criteria_page_choose (TS_CRITERIA_PAGE (self->made[self->place]), self->sought_node);

  g_clear_pointer (&self->sought_assessment, g_free);
  g_clear_pointer (&self->sought_node, g_free);
}

static void
show_message (TsReviewWorkspace *self,
              const char        *icon_name,
              const char        *title,
              const char        *description)
{
  g_autofree char *markup = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (self->message, icon_name);
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message, markup);
  gtk_stack_set_visible_child (self->bodies, GTK_WIDGET (self->message));
}

/* Why whoever works cannot open the submission. */
static void
show_conflict (TsReviewWorkspace      *self,
               const TsReviewSnapshot *review)
{
  g_autofree char *text = ts_review_words_shut_out (ts_review_model_get_round (self->model), review);

  show_message (self, "changes-prevent-symbolic", _("A Conflict of Interest"), text);
}

static void
update_page (TsReviewWorkspace *self)
{
  const TsRoundSnapshot *round = ts_review_model_get_round (self->model);
  const TsReviewSnapshot *review = ts_review_model_get_review (self->model);

  if (page_kinds[self->place].needs_review)
    {
      if (round->assessments->len == 0)
        {
          show_message (self, "emblem-documents-symbolic", _("No Assessment in This Round"),
                        _("Take assessments into the round on the page Prepare; then they can be analysed, scored and agreed here."));
          return;
        }

      /* It is being read for whoever works now. */
      if (review == NULL)
        {
          gtk_stack_set_visible_child (self->bodies, GTK_WIDGET (self->message));
          adw_status_page_set_icon_name (self->message, NULL);
          adw_status_page_set_title (self->message, _("Reading…"));
          adw_status_page_set_description (self->message, NULL);
          return;
        }

      if (!ts_review_snapshot_lets_in (review))
        {
          show_conflict (self, review);
          return;
        }
    }

  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (get_page (self)));
  gtk_stack_set_visible_child (self->bodies, GTK_WIDGET (self->pages));

  if (self->stale[self->place])
    {
      self->stale[self->place] = FALSE;
      ts_review_page_update (get_page (self), self->model);
    }

  show_sought (self);
}

static void
update_empty (TsReviewWorkspace     *self,
              const TsRoundSnapshot *round)
{
  gboolean can_begin = round->choices->len > 0 && !ts_review_model_get_read_only (self->model);

  if (round->choices->len > 0)
    {
      adw_status_page_set_description (self->empty, _("A round brings the assessments of one year before panels: interests are declared, the submissions are analysed, everybody scores on "
                                                      "their own, and then the panel agrees."));
      gtk_button_set_label (self->begin, _("New Round…"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->begin), "review.new-round");
    }
  else
    {
      adw_status_page_set_description (self->empty, _("There is nothing to review before there is an assessment. Begin one, or open the workbook that you were sent."));
      gtk_button_set_label (self->begin, _("New Assessment…"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->begin), "win.new-assessment");
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.new-round", can_begin);
}

static void
update (TsReviewWorkspace *self)
{
  const TsRoundSnapshot *round = self->model != NULL ? ts_review_model_get_round (self->model) : NULL;
  GtkWidget *state = self->waiting;

  if (round != NULL)
    {
      state = round->round != NULL ? GTK_WIDGET (self->flap) : GTK_WIDGET (self->empty);
      update_empty (self, round);
    }

  gtk_spinner_set_spinning (self->spinner, state == self->waiting);
  gtk_stack_set_visible_child (self->states, state);

  if (state != GTK_WIDGET (self->flap))
    return;

  update_switcher (self);
  update_badges (self);
  update_assessments (self);
  update_page (self);
}

static void
forget (TsReviewWorkspace *self)
{
  for (guint i = 0; i < N_PAGES; i++)
    {
      if (self->made[i] != NULL)
        ts_review_page_forget (self->made[i]);

      self->stale[i] = TRUE;
    }
}

static void
on_changed (TsReviewWorkspace *self)
{
  const TsReviewSnapshot *review = ts_review_model_get_review (self->model);

  for (guint i = 0; i < N_PAGES; i++)
    {
      self->stale[i] = TRUE;

      /* What one person was shown is gone, on hidden pages too, before the next one can look. */
      if (page_kinds[i].needs_review && self->made[i] != NULL && (review == NULL || !ts_review_snapshot_lets_in (review)))
        ts_review_page_forget (self->made[i]);
    }

  update (self);
}

static void
on_failed (TsReviewWorkspace *self,
           const GError      *error)
{
  ts_workspace_fail (TS_WORKSPACE (self), error);
}

/* --- Places ------------------------------------------------------------------------------------------------------- */

static void
show_place (TsReviewWorkspace *self,
            guint              place)
{
  gtk_list_box_select_row (self->places, gtk_list_box_get_row_at_index (self->places, (int) place));

  if (self->place == place)
    return;

  if (self->made[self->place] != NULL)
    ts_review_page_flush (self->made[self->place]);

  self->place = place;

  if (self->model != NULL)
    update (self);
}

static void
on_place_selected (TsReviewWorkspace *self,
                   GtkListBoxRow     *row)
{
  if (row != NULL)
    show_place (self, (guint) gtk_list_box_row_get_index (row));
}

static void
on_assessment_selected (TsReviewWorkspace *self,
                        GtkListBoxRow     *row)
{
  const TsRoundSnapshot *round = self->model != NULL ? ts_review_model_get_round (self->model) : NULL;
  const TsRoundAssessment *assessment;

  if (row == NULL || self->selecting || round == NULL || (guint) gtk_list_box_row_get_index (row) >= round->assessments->len)
    return;

  if (self->made[self->place] != NULL)
    ts_review_page_flush (self->made[self->place]);

  assessment = g_ptr_array_index (round->assessments, gtk_list_box_row_get_index (row));
  ts_review_model_choose_assessment (self->model, ts_row_get_id (assessment->assessment));
}

static void
on_row_activated (TsReviewWorkspace *self)
{
  if (!adw_flap_get_folded (self->flap))
    return;

  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->bodies), GTK_DIR_TAB_FORWARD);
}

static void
on_reveal_changed (TsReviewWorkspace *self)
{
  g_object_notify (G_OBJECT (self), "sidebar-shown");
}

static void
show_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ts_review_workspace_show_place (TS_REVIEW_WORKSPACE (widget), g_variant_get_string (parameter, NULL));
}

static void
new_round_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TsReviewWorkspace *self = TS_REVIEW_WORKSPACE (widget);

  if (self->model != NULL)
    ts_prepare_ask_for_round (widget, self->model, FALSE);
}

static void
round_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TsReviewWorkspace *self = TS_REVIEW_WORKSPACE (widget);

  if (self->model != NULL)
    ts_review_model_choose_round (self->model, g_variant_get_string (parameter, NULL));
}

/* --- As a workspace ----------------------------------------------------------------------------------------------- */

static void
set_session (TsWorkspace *workspace,
             TsSession   *session)
{
  TsReviewWorkspace *self = TS_REVIEW_WORKSPACE (workspace);

  if (self->session == session)
    return;

  if (self->made[self->place] != NULL && self->model != NULL)
    ts_review_page_flush (self->made[self->place]);

  g_set_object (&self->session, session);
  g_signal_group_set_target (self->model_signals, NULL);
  forget (self);
  g_clear_object (&self->model);

  if (session != NULL)
    {
      self->model = ts_review_model_new (session);
      g_signal_group_set_target (self->model_signals, self->model);
    }

  update (self);
}

static const char *
get_help_place (TsWorkspace *workspace)
{
  return page_kinds[TS_REVIEW_WORKSPACE (workspace)->place].help;
}

/* The register of interests where interests are shown; else the panel's report, as soon as there is a review that may be seen. */
static gboolean
shows_register (TsReviewWorkspace *self)
{
  return g_str_equal (page_kinds[self->place].name, "interests");
}

static char *
propose_report_name (TsWorkspace *workspace)
{
  TsReviewWorkspace *self = TS_REVIEW_WORKSPACE (workspace);
  const TsReviewSnapshot *review = self->model != NULL ? ts_review_model_get_review (self->model) : NULL;
  g_autofree char *year = NULL;

  if (self->model != NULL && ts_review_model_get_round (self->model) != NULL && shows_register (self))
    return g_strdup (_("Register of interests"));

  if (review == NULL || !ts_review_snapshot_lets_in (review))
    return NULL;

  year = ts_year_format ((int) ts_row_get_integer (review->assessment, TS_ASSESSMENT_YEAR));

  /* Translators: the name of a file: an organisation and a year */
  return g_strdup_printf (_("%s %s panel report"), review->organisation_name, year);
}

static void
read_report (TsWorkspace         *workspace,
             TsSession           *session,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  TsReviewWorkspace *self = TS_REVIEW_WORKSPACE (workspace);

  if (self->made[self->place] != NULL)
    ts_review_page_flush (self->made[self->place]);

  if (shows_register (self))
    ts_session_read_register_report_async (session, NULL, callback, user_data);
  else
    ts_session_read_panel_report_async (session, ts_review_model_get_assessment_id (self->model), NULL, callback, user_data);
}

static void
flush (TsWorkspace *workspace)
{
  TsReviewWorkspace *self = TS_REVIEW_WORKSPACE (workspace);

  if (self->model != NULL && self->made[self->place] != NULL)
    ts_review_page_flush (self->made[self->place]);
}

static void
workspace_iface_init (TsWorkspaceInterface *iface)
{
  iface->flush = flush;
  iface->set_session = set_session;
  iface->get_help_place = get_help_place;
  iface->propose_report_name = propose_report_name;
  iface->read_report = read_report;
}

/* --- As an object ------------------------------------------------------------------------------------------------- */

static void
ts_review_workspace_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SIDEBAR_SHOWN:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (TS_REVIEW_WORKSPACE (object)->flap));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_review_workspace_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SIDEBAR_SHOWN:
      adw_flap_set_reveal_flap (TS_REVIEW_WORKSPACE (object)->flap, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_review_workspace_dispose (GObject *object)
{
  TsReviewWorkspace *self = TS_REVIEW_WORKSPACE (object);

  g_signal_group_set_target (self->model_signals, NULL);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ts_review_workspace_parent_class)->dispose (object);
}

static void
ts_review_workspace_finalize (GObject *object)
{
  TsReviewWorkspace *self = TS_REVIEW_WORKSPACE (object);

  g_object_unref (self->model_signals);
  g_free (self->listed);
  g_free (self->sought_assessment);
  g_free (self->sought_node);

  G_OBJECT_CLASS (ts_review_workspace_parent_class)->finalize (object);
}

static void
ts_review_workspace_class_init (TsReviewWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ts_review_workspace_get_property;
  object_class->set_property = ts_review_workspace_set_property;
  object_class->dispose = ts_review_workspace_dispose;
  object_class->finalize = ts_review_workspace_finalize;
  g_object_class_override_property (object_class, PROP_SIDEBAR_SHOWN, "sidebar-shown");

  gtk_widget_class_install_action (widget_class, "review.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "review.new-round", NULL, new_round_action);
  gtk_widget_class_install_action (widget_class, "review.round", "s", round_action);

  g_type_ensure (TS_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/review/review-workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, TsReviewWorkspace, states);
  gtk_widget_class_bind_template_child (widget_class, TsReviewWorkspace, waiting);
  gtk_widget_class_bind_template_child (widget_class, TsReviewWorkspace, spinner);
  gtk_widget_class_bind_template_child (widget_class, TsReviewWorkspace, empty);
  gtk_widget_class_bind_template_child (widget_class, TsReviewWorkspace, begin);
  gtk_widget_class_bind_template_child (widget_class, TsReviewWorkspace, flap);
  gtk_widget_class_bind_template_child (widget_class, TsReviewWorkspace, switcher);
  gtk_widget_class_bind_template_child (widget_class, TsReviewWorkspace, name);
  gtk_widget_class_bind_template_child (widget_class, TsReviewWorkspace, round_title);
  gtk_widget_class_bind_template_child (widget_class, TsReviewWorkspace, panel_title);
  gtk_widget_class_bind_template_child (widget_class, TsReviewWorkspace, places);
  gtk_widget_class_bind_template_child (widget_class, TsReviewWorkspace, assessments);
  gtk_widget_class_bind_template_child (widget_class, TsReviewWorkspace, bodies);
  gtk_widget_class_bind_template_child (widget_class, TsReviewWorkspace, pages);
  gtk_widget_class_bind_template_child (widget_class, TsReviewWorkspace, message);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_place_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_assessment_selected);
}

static void
ts_review_workspace_init (TsReviewWorkspace *self)
{
  self->model_signals = g_signal_group_new (TS_TYPE_REVIEW_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "changed", G_CALLBACK (on_changed), self);
  g_signal_group_connect_swapped (self->model_signals, "failed", G_CALLBACK (on_failed), self);
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < N_PAGES; i++)
    gtk_list_box_append (self->places, ts_badge_row_new (_(page_kinds[i].title)));

  gtk_list_box_select_row (self->places, gtk_list_box_get_row_at_index (self->places, 0));
  update (self);
}

GtkWidget *
ts_review_workspace_new (void)
{
  return g_object_new (TS_TYPE_REVIEW_WORKSPACE, NULL);
}

/**
 * ts_review_workspace_show_place:
 * @self: a workspace
 * @place: the name of a page; anything else is ignored
 */
void
ts_review_workspace_show_place (TsReviewWorkspace *self,
                                const char        *place)
{
  g_return_if_fail (TS_IS_REVIEW_WORKSPACE (self) && place != NULL);

  for (guint i = 0; i < N_PAGES; i++)
    {
      if (g_str_equal (page_kinds[i].name, place))
        show_place (self, i);
    }
}

/**
 * ts_review_workspace_seek:
 * @self: a workspace
 * @assessment_id: an assessment
 * @place: the name of a page, and perhaps “/” and a criterion
 *
 * Shows the criterion on that page, as soon as it has been read.
 */
void
ts_review_workspace_seek (TsReviewWorkspace *self,
                          const char        *assessment_id,
                          const char        *place)
{
  g_auto (GStrv) parts = NULL;

  g_return_if_fail (TS_IS_REVIEW_WORKSPACE (self) && assessment_id != NULL && place != NULL);

  if (self->model == NULL)
    return;

  parts = g_strsplit (place, "/", 2);
  g_free (self->sought_assessment);
  g_free (self->sought_node);
  self->sought_assessment = g_strdup (assessment_id);
  self->sought_node = g_strdup (parts[0] != NULL ? parts[1] : NULL);
  ts_review_workspace_show_place (self, parts[0] != NULL ? parts[0] : "");
  ts_review_model_seek_assessment (self->model, assessment_id);
  update (self);
}

/**
 * ts_review_workspace_get_model:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): what its pages show
 */
TsReviewModel *
ts_review_workspace_get_model (TsReviewWorkspace *self)
{
  g_return_val_if_fail (TS_IS_REVIEW_WORKSPACE (self), NULL);

  return self->model;
}

/**
 * ts_review_workspace_get_page:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the page that can be seen; %NULL where a message stands in its place
 */
TsReviewPage *
ts_review_workspace_get_page (TsReviewWorkspace *self)
{
  g_return_val_if_fail (TS_IS_REVIEW_WORKSPACE (self), NULL);

  return gtk_stack_get_visible_child (self->bodies) == GTK_WIDGET (self->pages) ? self->made[self->place] : NULL;
}
