/* test-review-workspace.c — the workspace Review, from scores to the report
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accessible-fixture.h"
#include "app-fixture.h"
#include "key-fixture.h"
#include "review-fixture.h"

#include "app/assess/ts-assess-view.h"
#include "app/review/ts-consensus-page.h"
#include "app/review/ts-criteria-page.h"
#include "app/review/ts-form-dialog.h"
#include "app/review/ts-ledger-dialog.h"
#include "app/review/ts-note-field.h"
#include "app/review/ts-review-workspace.h"
#include "app/review/ts-scores-page.h"
#include "app/ts-workspace.h"
#include "app/widgets/ts-chart-view.h"

typedef struct
{
  ReviewFixture review;
  TsReviewWorkspace *view;
  GtkWindow *window;
} Fixture;

/* Turns the main loop until it says so, or too much time has passed. */
#define wait_until(condition)                                               \
  G_STMT_START                                                              \
  {                                                                         \
    gint64 end_of_patience = g_get_monotonic_time () + 30 * G_USEC_PER_SEC; \
                                                                            \
    while (!(condition))                                                    \
      {                                                                     \
        if (g_get_monotonic_time () > end_of_patience)                      \
          g_error ("never came: %s", #condition);                           \
                                                                            \
        g_main_context_iteration (NULL, FALSE);                             \
        g_usleep (500);                                                     \
      }                                                                     \
  }                                                                         \
  G_STMT_END

static const char *const places[] = { "prepare", "interests", "desk", "scores", "consensus", "calibration", "reply", "report" };

static void
wait_for_model (Fixture *fixture)
{
  wait_until (!ts_review_model_get_busy (ts_review_workspace_get_model (fixture->view)));
  app_fixture_settle (GTK_WIDGET (fixture->view));
}

static const TsReviewSnapshot *
get_review (Fixture *fixture)
{
  return ts_review_model_get_review (ts_review_workspace_get_model (fixture->view));
}

static void
work_as (Fixture    *fixture,
         const char *name)
{
  ts_session_set_person (fixture->review.base.session, name, NULL);
  wait_for_model (fixture);
}

static TsReviewPage *
show (Fixture    *fixture,
      const char *place)
{
  ts_review_workspace_show_place (fixture->view, place);
  app_fixture_settle (GTK_WIDGET (fixture->view));

  return ts_review_workspace_get_page (fixture->view);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  review_fixture_set_up (&fixture->review, NULL);
  fixture->view = TS_REVIEW_WORKSPACE (ts_review_workspace_new ());
  fixture->window = app_fixture_show (GTK_WIDGET (fixture->view), 1200, 800);
  ts_workspace_set_session (TS_WORKSPACE (fixture->view), fixture->review.base.session);
  wait_for_model (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ts_workspace_set_session (TS_WORKSPACE (fixture->view), NULL);
  gtk_window_destroy (fixture->window);

  while (g_main_context_iteration (NULL, FALSE))
    continue;

  review_fixture_tear_down (&fixture->review, NULL);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Whether anything on screen or hidden says it. */
static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  if (TS_IS_NOTE_FIELD (widget))
    {
      g_autofree char *written = ts_note_field_dup_text (TS_NOTE_FIELD (widget));

      if (strstr (written, text) != NULL)
        return TRUE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (says (child, text))
        return TRUE;
    }

  return FALSE;
}

static void
say (Fixture       *fixture,
     const char    *name,
     TsScoreFields  fields,
     TsScore        said)
{
  GAsyncResult *result = NULL;

  ts_session_set_person (fixture->review.base.session, name, NULL);
  ts_session_score_async (fixture->review.base.session, fixture->review.base.assessment_id, "5a", fields, &said, take_result_cb, &result);
  g_free (finish_change (fixture->review.base.session, &result));
}

/* Every page has names for all that can be reached, and can be gone through by keyboard. */
static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  review_fixture_declare (&fixture->review, "Lay");
  review_fixture_score (&fixture->review, "Chair", "5a", 2);
  work_as (fixture, "Chair");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_nonnull (show (fixture, places[i]));
      g_assert_cmpint (accessible_fixture_check_names (GTK_WIDGET (fixture->window), places[i]), >, 0);
      g_assert_cmpint (accessible_fixture_check_keyboard (fixture->window, places[i]), >, 0);
    }
}

static void
test_scores (Fixture       *fixture,
             gconstpointer  data)
{
  TsCriteriaPage *page;
  GtkWidget *picker;
  GtkWidget *field;

  work_as (fixture, "Peer");
  page = TS_CRITERIA_PAGE (show (fixture, "scores"));
  ts_criteria_page_choose (page, "5a");
  picker = find_type (GTK_WIDGET (page), TS_TYPE_LEVEL_PICKER);
  g_assert_true (says (GTK_WIDGET (page), "The board’s own level: 3"));

  g_assert_true (gtk_widget_grab_focus (picker));
  g_assert_true (key_fixture_press (gtk_window_get_focus (fixture->window), GDK_KEY_2, 0));
  wait_until (ts_level_picker_get_level (TS_LEVEL_PICKER (picker)) == 2);
  wait_for_model (fixture);
  g_assert_cmpuint (get_review (fixture)->n_scored, ==, 1);

  /* The focus stays where it was, so that the next key works. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), picker));

  /* What is written is kept when one goes on. */
  field = find_type (GTK_WIDGET (page), TS_TYPE_NOTE_FIELD);
  key_fixture_type (GTK_TEXT_VIEW (find_type (field, GTK_TYPE_TEXT_VIEW)), "The plan shows it");
  g_assert_true (ts_criteria_page_step (page, 1));
  wait_until (ts_review_model_get_busy (ts_review_workspace_get_model (fixture->view)));
  wait_for_model (fixture);
  g_assert_cmpstr (ts_row_get_text (ts_review_snapshot_find_my_score (get_review (fixture), "5a"), TS_RATING_RATIONALE), ==, "The plan shows it");
  g_assert_false (says (field, "The plan shows it"));
  ts_criteria_page_choose (page, "5a");
  g_assert_true (says (field, "The plan shows it"));

  /* Sealed, nothing can be chosen any more. */
  review_fixture_seal (&fixture->review, "Peer");
  wait_for_model (fixture);
  g_assert_false (ts_level_picker_get_editable (TS_LEVEL_PICKER (picker)));
  g_assert_true (says (GTK_WIDGET (page), "Not sealed yet: "));
}

/* Neither on the page nor on one that is hidden is anything left of what the person before wrote. */
static void
test_taking_over (Fixture       *fixture,
                  gconstpointer  data)
{
  say (fixture, "Lay", TS_SCORE_LEVEL | TS_SCORE_RATIONALE, (TsScore) { .level = 4, .rationale = "Zebra" });
  wait_for_model (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      TsReviewPage *page = show (fixture, places[i]);

      if (TS_IS_CRITERIA_PAGE (page))
        ts_criteria_page_choose (TS_CRITERIA_PAGE (page), "5a");
    }

  show (fixture, "calibration");
  g_assert_true (says (GTK_WIDGET (fixture->view), "Zebra"));

  ts_session_set_person (fixture->review.base.session, "Peer", NULL);
  g_assert_false (says (GTK_WIDGET (fixture->view), "Zebra"));
  wait_for_model (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      show (fixture, places[i]);
      g_assert_false (says (GTK_WIDGET (fixture->view), "Zebra"));
    }
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  review_fixture_declare (&fixture->review, "Lay");
  work_as (fixture, "Lay");
  show (fixture, "interests");
  g_assert_true (says (GTK_WIDGET (fixture->view), "employee of Testmoor PCT, since 1 January 2005, the organisation itself."));

  for (guint i = 2; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_null (show (fixture, places[i]));
      g_assert_true (says (GTK_WIDGET (fixture->view), "nothing has been decided about it"));
    }

  g_assert_false (ts_workspace_can_report (TS_WORKSPACE (fixture->view)));
  work_as (fixture, "Peer");
  g_assert_nonnull (show (fixture, "scores"));
}

static void
test_consensus (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const names[] = { "Chair", "Clinician", "Peer", "Lay" };
  TsCriteriaPage *page;
  GtkWidget *picker;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      review_fixture_score (&fixture->review, names[i], "5a", 1 + (int) i % 2);
      review_fixture_score (&fixture->review, names[i], "6a", 1 + (int) i);

      if (i < 3)
        review_fixture_seal (&fixture->review, names[i]);
    }

  work_as (fixture, "Chair");
  page = TS_CRITERIA_PAGE (show (fixture, "consensus"));
  g_assert_true (says (GTK_WIDGET (page), "Not sealed yet: Lay."));
  g_assert_null (ts_chart_view_get_chart (TS_CHART_VIEW (find_type (GTK_WIDGET (page), TS_TYPE_CHART_VIEW))));
  g_assert_false (says (GTK_WIDGET (page), "median "));
  g_assert_false (says (GTK_WIDGET (page), "spread"));

  review_fixture_seal (&fixture->review, "Lay");
  work_as (fixture, "Chair");

  /* Most disagreement first. */
  ts_criteria_page_choose (page, "6a");
  g_assert_nonnull (ts_chart_view_get_chart (TS_CHART_VIEW (find_type (GTK_WIDGET (page), TS_TYPE_CHART_VIEW))));
  g_assert_true (says (GTK_WIDGET (page), "median"));
  picker = find_type (GTK_WIDGET (page), TS_TYPE_LEVEL_PICKER);
  g_assert_cmpint (ts_level_picker_get_level (TS_LEVEL_PICKER (picker)), ==, 2);

  /* A level outside the median is not agreed without a reason. */
  g_assert_true (gtk_widget_activate_action (picker, "rating.set", "i", 4));
  g_assert_true (gtk_widget_activate_action (picker, "consensus.agree", NULL));
  wait_for_model (fixture);
  g_assert_cmpuint (get_review (fixture)->n_agreed, ==, 0);
  g_assert_cmpstr (ts_criteria_page_get_node_id (page), ==, "6a");

  /* A reason that is being written stays while something else is read again. */
  key_fixture_type (GTK_TEXT_VIEW (find_type (find_type (GTK_WIDGET (page), TS_TYPE_NOTE_FIELD), GTK_TYPE_TEXT_VIEW)), "They showed more");
  ts_note_field_flush (TS_NOTE_FIELD (find_type (GTK_WIDGET (page), TS_TYPE_NOTE_FIELD)));
  review_fixture_declare (&fixture->review, "Somebody");
  work_as (fixture, "Chair");
  g_assert_cmpstr (ts_criteria_page_get_node_id (page), ==, "6a");

  g_assert_true (gtk_widget_activate_action (picker, "rating.set", "i", 3));
  g_assert_true (gtk_widget_activate_action (picker, "consensus.agree", NULL));
  g_assert_cmpstr (ts_criteria_page_get_node_id (page), ==, "5a");
  wait_until (get_review (fixture) != NULL && get_review (fixture)->n_agreed == 1);
  g_assert_cmpint (ts_review_snapshot_get_level (get_review (fixture), "6a", TS_LAYER_PANEL), ==, 3);
  g_assert_true (ts_workspace_can_report (TS_WORKSPACE (fixture->view)));
}

/* --- Calibration --- */

/* What the command that a chart offers says instead of drawing. */
static char *
run_command (const char *command)
{
  g_autofree char *described = g_strconcat (command, " --describe", NULL);
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  char *output = NULL;
  int status;

  g_assert_true (g_shell_parse_argv (described, NULL, &words, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (words[0], ==, "touchstonectl");
  g_free (words[0]);
  words[0] = g_strdup (g_getenv ("TOUCHSTONECTL"));

  for (guint i = 1; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], "-o"))
        {
          g_free (words[i + 1]);
          words[i + 1] = g_strdup ("-");
        }
    }

  g_spawn_sync (NULL, words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &errors, &status, &error);
  g_assert_no_error (error);

  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s: %s", command, errors);

  return output;
}

static void
list_charts (GtkWidget *widget,
             GPtrArray *charts)
{
  if (TS_IS_CHART_VIEW (widget))
    g_ptr_array_add (charts, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    list_charts (child, charts);
}

/* Each chart offers the command that draws the very same, for whoever reads. */
static void
check_commands (GtkWidget *page)
{
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();

  list_charts (page, charts);
  g_assert_cmpuint (charts->len, ==, 2);

  for (guint i = 0; i < charts->len; i++)
    {
      GtkWidget *view = g_ptr_array_index (charts, i);
      g_autofree char *sentence = ts_chart_describe (ts_chart_view_get_chart (TS_CHART_VIEW (view)));
      g_autofree char *command = NULL;
      g_autofree char *output = NULL;

      g_assert_true (gtk_widget_activate_action (view, "chart.copy-command", NULL));
      command = app_fixture_read_clipboard (view);
      g_assert_nonnull (strstr (command, " --as Chair"));
      output = run_command (command);

      if (!g_str_has_prefix (output, sentence))
        g_error ("%s: “%s” where “%s” is shown", command, output, sentence);
    }
}

static guint
get_row (TsReviewPage *page,
         const char   *node_id)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_widget_get_template_child (GTK_WIDGET (page), TS_TYPE_CRITERIA_PAGE, "list"));

  GtkListBoxRow *row;

  ts_criteria_page_choose (TS_CRITERIA_PAGE (page), node_id);
  row = gtk_list_box_get_selected_row (list);

  /* While it is read again there is no list. */
  return row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT;
}

/* The measures come when they have been measured, and only out of what is open. */
static void
test_calibration (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const names[] = { "Chair", "Clinician", "Peer", "Lay" };
  TsReviewPage *page;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      review_fixture_score (&fixture->review, names[i], "5a", i == 3 ? 1 : 2);
      review_fixture_score (&fixture->review, names[i], "6a", i == 3 ? 2 : 3);
    }

  work_as (fixture, "Chair");
  page = show (fixture, "calibration");
  wait_until (says (GTK_WIDGET (page), "Out of the open scores of 0 of 1 assessments."));
  g_assert_null (ts_chart_view_get_chart (TS_CHART_VIEW (find_type (GTK_WIDGET (page), TS_TYPE_CHART_VIEW))));
  g_assert_false (says (GTK_WIDGET (page), "Weighted kappa"));
  g_assert_false (says (GTK_WIDGET (page), "What if nobody"));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    review_fixture_seal (&fixture->review, names[i]);

  work_as (fixture, "Chair");
  ts_criteria_page_choose (TS_CRITERIA_PAGE (page), "5a");
  wait_until (says (GTK_WIDGET (page), "Out of the open scores of 1 of 1 assessments."));
  g_assert_nonnull (ts_chart_view_get_chart (TS_CHART_VIEW (find_type (GTK_WIDGET (page), TS_TYPE_CHART_VIEW))));
  g_assert_true (says (GTK_WIDGET (page), "There are open scores of one panel only"));
  g_assert_true (says (GTK_WIDGET (page), "There are open scores of one panel only"));
  g_assert_true (says (GTK_WIDGET (page), "Weighted kappa"));
  g_assert_true (says (GTK_WIDGET (page), "Chair and Lay"));
  g_assert_true (says (GTK_WIDGET (page), "What if nobody were severe or generous?"));
  check_commands (GTK_WIDGET (page));
}

/* What somebody on the panel does not agree with comes first, and nothing of what has a final level. */
static void
test_calibration_cells (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char *const names[] = { "Chair", "Clinician", "Peer", "Lay" };
  TsReviewPage *page;
  GAsyncResult *result = NULL;
  TsSession *session = fixture->review.base.session;
  const char *assessment = fixture->review.base.assessment_id;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      review_fixture_score (&fixture->review, names[i], "5a", 2);
      review_fixture_score (&fixture->review, names[i], "6a", 1 + (int) i % 3);
      review_fixture_score (&fixture->review, names[i], "7a", 2);
      review_fixture_seal (&fixture->review, names[i]);
    }

  work_as (fixture, "Chair");
  page = show (fixture, "calibration");
  wait_until (says (GTK_WIDGET (page), "Out of the open scores of 1 of 1 assessments."));
  g_assert_true (says (GTK_WIDGET (page), "severity") || says (GTK_WIDGET (page), "wide spread"));
  g_assert_cmpuint (get_row (page, "6a"), <, get_row (page, "5a"));
  ts_criteria_page_choose (TS_CRITERIA_PAGE (page), "6a");
  g_assert_true (says (GTK_WIDGET (page), "The scores lie 2 levels apart."));

  ts_session_agree_async (session, assessment, "7a", 2, NULL, take_result_cb, &result);
  g_free (finish_change (session, &result));
  ts_session_dissent_async (session, assessment, "7a", "Lay", 1, "They have not shown it.", take_result_cb, &result);
  g_free (finish_change (session, &result));
  work_as (fixture, "Chair");
  wait_until (get_row (page, "7a") == 0);
  g_assert_true (says (GTK_WIDGET (page), "Somebody on the panel does not agree with its level"));

  ts_criteria_page_choose (TS_CRITERIA_PAGE (page), "5a");
  g_assert_false (says (GTK_WIDGET (page), "Somebody on the panel does not agree with its level"));
}

static TsLedgerDialog *
find_ledger (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (TS_IS_LEDGER_DIALOG (window))
        return TS_LEDGER_DIALOG (window);
    }

  return NULL;
}

/* Any cell tells of its layers, on any day, and of none that is sealed. */
static void
test_ledger (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const names[] = { "Chair", "Clinician", "Peer" };
  static const char *const pages[] = { "desk", "scores", "consensus", "calibration" };
  TsReviewPage *page;

  say (fixture, "Lay", TS_SCORE_LEVEL | TS_SCORE_RATIONALE, (TsScore) { .level = 4, .rationale = "Zebra" });

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    review_fixture_score (&fixture->review, names[i], "5a", 2);

  work_as (fixture, "Chair");

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      page = show (fixture, pages[i]);
      ts_criteria_page_choose (TS_CRITERIA_PAGE (page), "5a");
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "criteria.show-ledger", NULL));
      wait_until (says (GTK_WIDGET (find_ledger ()), "Closed until everybody has sealed."));
      g_assert_false (says (GTK_WIDGET (find_ledger ()), "Zebra"));
      g_assert_false (says (GTK_WIDGET (find_ledger ()), "Lay"));
      accessible_fixture_check_names (GTK_WIDGET (find_ledger ()), "ledger");
      accessible_fixture_check_keyboard (GTK_WINDOW (find_ledger ()), "ledger");
      gtk_window_close (GTK_WINDOW (find_ledger ()));
      wait_until (find_ledger () == NULL);
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    review_fixture_seal (&fixture->review, names[i]);

  review_fixture_seal (&fixture->review, "Lay");
  work_as (fixture, "Chair");
  page = show (fixture, "consensus");
  ts_criteria_page_choose (TS_CRITERIA_PAGE (page), "5a");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "criteria.show-ledger", NULL));
  wait_until (says (GTK_WIDGET (find_ledger ()), "Zebra"));
  g_assert_true (says (GTK_WIDGET (find_ledger ()), ", by Lay"));

  /* As it stood before there was anything. */
  ts_ledger_dialog_show_day (find_ledger (), "1975-01-01");
  wait_until (!says (GTK_WIDGET (find_ledger ()), "Zebra"));
  g_assert_true (says (GTK_WIDGET (find_ledger ()), "Nothing."));
  ts_ledger_dialog_show_day (find_ledger (), NULL);
  wait_until (says (GTK_WIDGET (find_ledger ()), "Zebra"));

  /* It is gone when somebody else takes over. */
  ts_session_set_person (fixture->review.base.session, "Peer", NULL);
  wait_until (find_ledger () == NULL);
}

/* The workspace Assess does not open the submission either, and says so instead of showing it as if nothing were answered. */
static void
test_conflict_in_assess (Fixture       *fixture,
                         gconstpointer  data)
{
  static const struct
  {
    const char *name;
    gboolean closed;
  } people[] = { { "Peer", TRUE }, { "Clinician", FALSE }, { "Peer", TRUE }, { "Tester", FALSE } };
  TsAssessView *view = g_object_new (TS_TYPE_ASSESS_VIEW, NULL);
  GtkWindow *window = app_fixture_show (GTK_WIDGET (view), 1000, 700);

  review_fixture_declare (&fixture->review, "Peer");
  ts_workspace_set_session (TS_WORKSPACE (view), fixture->review.base.session);
  wait_until (ts_assess_view_get_model (view) != NULL && ts_assessment_model_get_loaded (ts_assess_view_get_model (view)));

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      TsAssessmentModel *model = ts_assess_view_get_model (view);
      GtkStack *pages = app_fixture_child (view, "pages");

      ts_session_set_person (fixture->review.base.session, people[i].name, NULL);
      wait_until (ts_assessment_model_get_closed (model) == people[i].closed);
      app_fixture_settle (GTK_WIDGET (view));
      g_assert_cmpint (ADW_IS_STATUS_PAGE (gtk_stack_get_visible_child (pages)), ==, people[i].closed);
      g_assert_cmpint (gtk_widget_get_visible (app_fixture_child (view, "sidebar")), !=, people[i].closed);
      g_assert_cmpint (ts_assessment_model_get_locked (model), ==, TRUE);

      /* On no other page of the submission either. */
      ts_assess_view_show_place (view, i % 2 == 0 ? "evidence" : "group/5");
      g_assert_cmpint (ADW_IS_STATUS_PAGE (gtk_stack_get_visible_child (pages)), ==, people[i].closed);
      ts_assess_view_show_place (view, "organisations");
      g_assert_false (ADW_IS_STATUS_PAGE (gtk_stack_get_visible_child (pages)));
      ts_assess_view_show_place (view, "overview");
      accessible_fixture_check_names (GTK_WIDGET (view), "assess");
    }

  ts_workspace_set_session (TS_WORKSPACE (view), NULL);
  gtk_window_destroy (window);
}

/* From stage to stage, each recorded. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_stages (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const names[] = { "Chair", "Clinician", "Peer", "Lay" };
  GAsyncResult *result = NULL;
  TsReviewPage *page;

  work_as (fixture, "Chair");
  page = show (fixture, "report");
  g_assert_true (says (GTK_WIDGET (page), "Stage 4 of 8: Desk review"));
  ts_session_write_report_async (fixture->review.base.session, fixture->review.base.assessment_id, "impression", "Sound", take_result_cb, &result);
  g_free (finish_change (fixture->review.base.session, &result));
  move_stage_on (fixture->review.base.session, fixture->review.base.assessment_id, TS_STAGE_PANEL);
  wait_for_model (fixture);
  g_assert_true (says (GTK_WIDGET (page), "Stage 5 of 8: Panel"));
  g_assert_true (says (GTK_WIDGET (page), "Sound"));

  /* What would be refused is said before, and cannot be tried. */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_false (gtk_widget_is_sensitive (find_button (GTK_WIDGET (page), "Move On…")));
      g_assert_true (gtk_widget_is_sensitive (find_button (GTK_WIDGET (page), "Back…")));
      g_assert_true (says (GTK_WIDGET (page), "Not sealed yet: "));
      review_fixture_score (&fixture->review, names[i], "5a", 2);
      review_fixture_seal (&fixture->review, names[i]);
      work_as (fixture, "Chair");
    }

  g_assert_true (gtk_widget_is_sensitive (find_button (GTK_WIDGET (page), "Move On…")));
  g_assert_false (says (GTK_WIDGET (page), "Not sealed yet: "));
  g_assert_true (says (GTK_WIDGET (page), "Still open: The panel has not agreed on "));
}

static TsFormDialog *
find_form (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (TS_IS_FORM_DIALOG (toplevel) && gtk_widget_get_visible (toplevel))
        return TS_FORM_DIALOG (toplevel);
    }

  return NULL;
}

/* When a panel speaks of a submission is set on Prepare, changed and taken away there. */
static void
test_begins (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *button;
    const char *typed;
    gboolean taken;
    const char *after;
  } steps[] = {
    { "Set Time…", "25:00", FALSE, "Set Time…" },
    { "Set Time…", "10:20", TRUE, "10:20" },
    { "10:20", "9:30", FALSE, "10:20" },
    { "10:20", " 09:30", TRUE, "09:30" },
    { "09:30", "", TRUE, "Set Time…" },
  };
  static const char *const headings[] = { "Panel 1 · 14 May 2010 · 10:20", "Panel 1 · 14 May 2010 · 09:30" };
  TsReviewPage *page;

  work_as (fixture, "Chair");
  page = show (fixture, "prepare");

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      GtkWidget *button = find_button (GTK_WIDGET (page), steps[i].button);
      TsFormDialog *dialog;
      GtkWidget *row;

      g_test_message ("step %u", i);
      g_assert_nonnull (button);
      g_signal_emit_by_name (button, "clicked");
      wait_until ((dialog = find_form ()) != NULL);
      row = find_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
      gtk_editable_set_text (GTK_EDITABLE (row), steps[i].typed);
      g_assert_cmpint (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"), ==, steps[i].taken);
      g_assert_cmpint (gtk_widget_has_css_class (row, "error"), ==, !steps[i].taken);
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), steps[i].taken ? "accept" : "cancel");
      gtk_window_destroy (GTK_WINDOW (dialog));
      wait_until (find_form () == NULL && find_button (GTK_WIDGET (page), steps[i].after) != NULL);

      /* The sidebar tells it with the panel and its day. */
      for (guint j = 0; j < G_N_ELEMENTS (headings); j++)
        g_assert_cmpint (says (GTK_WIDGET (fixture->view), headings[j]), ==, strstr (headings[j], steps[i].after) != NULL);
    }
}

/* Where there is no round, the workspace says what one is. */
static void
test_empty (void)
{
  SessionFixture base = { 0 };
  TsReviewWorkspace *view;
  GtkWindow *window;

  session_fixture_set_up (&base, NULL);
  view = TS_REVIEW_WORKSPACE (ts_review_workspace_new ());
  window = app_fixture_show (GTK_WIDGET (view), 360, 600);
  ts_workspace_set_session (TS_WORKSPACE (view), base.session);
  wait_until (!ts_review_model_get_busy (ts_review_workspace_get_model (view)));
  app_fixture_settle (GTK_WIDGET (view));
  g_assert_true (says (GTK_WIDGET (view), "No Round of Review Yet"));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (view)), <=, 360);
  ts_workspace_set_session (TS_WORKSPACE (view), NULL);
  gtk_window_destroy (window);

  while (g_main_context_iteration (NULL, FALSE))
    continue;

  session_fixture_tear_down (&base, NULL);
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);
#define ADD(path, function) g_test_add ("/review-workspace/" path, Fixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/review-workspace/empty", test_empty);
  ADD ("accessible", test_accessible);
  ADD ("scores", test_scores);
  ADD ("taking-over", test_taking_over);
  ADD ("conflict", test_conflict);
  ADD ("conflict-in-assess", test_conflict_in_assess);
  ADD ("consensus", test_consensus);
  ADD ("calibration", test_calibration);
  ADD ("calibration-cells", test_calibration_cells);
  ADD ("ledger", test_ledger);
  ADD ("stages", test_stages);
  ADD ("begins", test_begins);
#undef ADD

  return g_test_run ();
}
