/* test-sign-off-page.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "session-fixture.h"

#include "app/assess/ts-assess-page.h"
#include "app/assess/ts-sign-off-dialog.h"
#include "app/assess/ts-sign-off-page.h"
#include "core/ts-error.h"
#include "model/ts-standing.h"

#include <string.h>

typedef struct
{
  SessionFixture session;
  TsAssessmentModel *model;
  GtkWidget *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  session_fixture_set_up (&fixture->session, NULL);
  fixture->model = ts_assessment_model_new (fixture->session.session, fixture->session.assessment_id);
  wait_until_loaded (fixture->model);
  fixture->page = ts_sign_off_page_new ();
  fixture->window = app_fixture_show (fixture->page, 800, 700);
  ts_assess_page_set_model (TS_ASSESS_PAGE (fixture->page), fixture->model);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);

  /* The dialog goes when it has faded. */
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_finalize_object (fixture->model);
  session_fixture_tear_down (&fixture->session, NULL);
}

static const char *
get_text (Fixture    *fixture,
          const char *name)
{
  return gtk_label_get_label (app_fixture_child (fixture->page, name));
}

static void
wait_for_title (Fixture    *fixture,
                const char *title)
{
  while (g_strcmp0 (get_text (fixture, "stage_title"), title) != 0)
    g_main_context_iteration (NULL, TRUE);

  app_fixture_settle (fixture->page);
}

static void
rate (Fixture    *fixture,
      const char *node_id,
      int         level,
      int         expected)
{
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  ts_session_rate_async (fixture->session.session, fixture->session.assessment_id, node_id, level, take_result_cb, &result);
  change = wait_for_change (fixture->session.session, &result, &error);

  if (expected < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, TS_RULE_ERROR, expected);
}

static void
move (Fixture    *fixture,
      TsStage     to,
      const char *reason)
{
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  ts_session_move_stage_async (fixture->session.session, fixture->session.assessment_id, to, "A chair", "Chair", "A meeting", "2010-03-03",
                               reason, take_result_cb, &result);
  change = wait_for_change (fixture->session.session, &result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (change);
}

static gboolean
can (Fixture    *fixture,
     const char *button)
{
  GtkWidget *widget = app_fixture_child (fixture->page, button);

  return gtk_widget_get_mapped (widget) && gtk_widget_get_sensitive (widget);
}

static void
test_stages (Fixture       *fixture,
             gconstpointer  data)
{
  wait_for_title (fixture, "Stage 1 of 8: Draft");
  g_assert_true (can (fixture, "approve_button"));
  g_assert_false (can (fixture, "submit_button"));
  g_assert_false (can (fixture, "reopen_button"));
  g_assert_false (gtk_widget_get_visible (app_fixture_child (fixture->page, "record_group")));

  rate (fixture, "5b", 2, -1);
  move (fixture, TS_STAGE_BOARD_APPROVED, "The rest comes later");
  wait_for_title (fixture, "Stage 2 of 8: Board approved");
  g_assert_false (can (fixture, "approve_button"));
  g_assert_true (can (fixture, "submit_button"));
  g_assert_true (can (fixture, "reopen_button"));
  g_assert_true (gtk_widget_get_visible (app_fixture_child (fixture->page, "record_group")));
  g_assert_cmpstr (get_text (fixture, "approval_words"), ==, "This is exactly what the board approved on 3 March 2010.");
  g_assert_null (ts_session_get_undo_label (fixture->session.session));
  rate (fixture, "5b", 3, TS_RULE_ERROR_LOCKED);

  move (fixture, TS_STAGE_SUBMITTED, "The rest comes later");
  wait_for_title (fixture, "Stage 3 of 8: Submitted");
  g_assert_false (can (fixture, "submit_button"));

  move (fixture, TS_STAGE_DRAFT, "A figure was wrong");
  wait_for_title (fixture, "Stage 1 of 8: Draft");
  g_assert_true (can (fixture, "approve_button"));
  rate (fixture, "5b", 3, -1);
}

static TsSignOffDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    {
      if (TS_IS_SIGN_OFF_DIALOG (link->data))
        return link->data;
    }

  return NULL;
}

/* The dialog lets nothing through that the rules would refuse, and then what it records is on record. */
static void
test_approval (Fixture       *fixture,
               gconstpointer  data)
{
  TsSignOffDialog *dialog;
  AdwMessageDialog *message;

  rate (fixture, "5b", 2, -1);
  wait_for_title (fixture, "Stage 1 of 8: Draft");

  while (!can (fixture, "approve_button"))
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_activate_action (fixture->page, "sign-off.approve", NULL);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  message = ADW_MESSAGE_DIALOG (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (message), "still open"));
  g_assert_false (adw_message_dialog_get_response_enabled (message, "move"));

  gtk_editable_set_text (app_fixture_child (dialog, "name"), "A chair");
  gtk_editable_set_text (app_fixture_child (dialog, "meeting"), "A meeting");
  g_assert_false (adw_message_dialog_get_response_enabled (message, "move"));
  gtk_editable_set_text (app_fixture_child (dialog, "reason"), "The rest comes later");
  g_assert_true (adw_message_dialog_get_response_enabled (message, "move"));
  gtk_editable_set_text (app_fixture_child (dialog, "day"), "2010-02-30");
  g_assert_false (adw_message_dialog_get_response_enabled (message, "move"));
  gtk_editable_set_text (app_fixture_child (dialog, "day"), "2010-02-28");
  g_assert_true (adw_message_dialog_get_response_enabled (message, "move"));

  adw_message_dialog_response (message, "move");
  wait_for_title (fixture, "Stage 2 of 8: Board approved");
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);
  add ("/app/sign-off-page/stages", test_stages);
  add ("/app/sign-off-page/approval", test_approval);

  return g_test_run ();
}
