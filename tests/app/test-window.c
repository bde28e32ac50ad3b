/* test-window.c — a window from the welcome page to the end of its workbook
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "session-fixture.h"

#include "app/ts-kept-label.h"
#include "app/ts-undo-keys.h"
#include "app/ts-window.h"

#include <glib/gstdio.h>

typedef struct
{
  SessionFixture session;
  TsWindow *window;
  gboolean gone;
} Fixture;

static void
on_gone (gpointer data,
         GObject *object)
{
  *(gboolean *) data = TRUE;
}

/* The fixture's workbook, freed for the window. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  session_fixture_set_up (&fixture->session, NULL);
  close_session (fixture->session.session);
  g_clear_object (&fixture->session.session);

  fixture->window = ts_window_new (NULL);
  g_object_weak_ref (G_OBJECT (fixture->window), on_gone, &fixture->gone);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (!fixture->gone)
    gtk_window_close (GTK_WINDOW (fixture->window));

  /* Nothing keeps a window that has been closed, nor what it had open. */
  while (!fixture->gone)
    g_main_context_iteration (NULL, TRUE);

  fixture->session.session = open_session (fixture->session.path, TS_OPEN_READ_WRITE, NULL);
  g_assert_nonnull (fixture->session.session);
  session_fixture_tear_down (&fixture->session, NULL);
}

static void
open_workbook (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->session.path);

  ts_window_open (fixture->window, file);

  while (ts_window_get_assessment (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  wait_until_loaded (ts_window_get_assessment (fixture->window));
  app_fixture_settle (GTK_WIDGET (fixture->window));
}

static const char *
visible_page (Fixture *fixture)
{
  GtkStack *pages = app_fixture_child (fixture->window, "pages");

  return G_OBJECT_TYPE_NAME (gtk_stack_get_visible_child (pages));
}

/* What a button of the header bar can do is what its action can. */
static gboolean
can (Fixture    *fixture,
     const char *button)
{
  return gtk_widget_get_sensitive (app_fixture_child (fixture->window, button));
}

static void
rate (Fixture *fixture,
      int      level)
{
  GAsyncResult *result = NULL;
  g_autoptr (TsChange) change = NULL;

  ts_session_rate_async (ts_window_get_session (fixture->window), fixture->session.assessment_id, "5a", level,
                         take_result_cb, &result);
  change = wait_for_change (ts_window_get_session (fixture->window), &result, NULL);
  g_assert_nonnull (change);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static int
level_of (Fixture    *fixture,
          const char *node)
{
  TsAssessmentState *state = ts_assessment_model_get_state (ts_window_get_assessment (fixture->window));

  return ts_assessment_state_find (state, node)->level;
}

static void
test_welcome (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_cmpstr (visible_page (fixture), ==, "TsWelcomePage");
  g_assert_true (ts_window_is_free (fixture->window));
  g_assert_null (ts_window_get_session (fixture->window));
  g_assert_false (can (fixture, "undo_button"));
  g_assert_false (gtk_widget_get_visible (app_fixture_child (fixture->window, "undo_button")));
  g_assert_false (gtk_widget_get_visible (app_fixture_child (fixture->window, "sidebar_button")));
}

/* However narrow, whose assessment it is and whether all is kept can be read. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  static const int widths[] = { 360, 420, 500, 600, 800, 1100, 600, 360 };
  GtkWidget *title = app_fixture_child (fixture->window, "title");
  GtkWidget *kept = app_fixture_child (fixture->window, "kept");

  open_workbook (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 640);
      app_fixture_settle (GTK_WIDGET (fixture->window));
      app_fixture_settle (GTK_WIDGET (fixture->window));
      g_test_message ("width %d", widths[i]);
      g_assert_true (gtk_widget_get_mapped (kept));

      /* Where there is room for the workspaces, they stand in its place. */
      if (gtk_widget_get_mapped (title))
        g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (title))));
      else
        g_assert_true (gtk_widget_get_mapped (app_fixture_child (fixture->window, "switcher")));
    }
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  open_workbook (fixture);
  g_assert_cmpstr (visible_page (fixture), ==, "AdwViewStack");
  g_assert_false (ts_window_is_free (fixture->window));
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), "Testmoor PCT · 2009/10"));
  g_assert_cmpstr (ts_kept_label_get_text (app_fixture_child (fixture->window, "kept")), ==, "All changes kept");

  /* To begin the assessment was an action, so it can be undone; nothing has been undone. */
  g_assert_true (can (fixture, "undo_button"));
  g_assert_false (can (fixture, "redo_button"));
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *undo;

  open_workbook (fixture);
  undo = app_fixture_child (fixture->window, "undo_button");
  rate (fixture, 3);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (undo), ==, "Undo: 5a: not rated → level 3");
  gtk_test_accessible_assert_property (undo, GTK_ACCESSIBLE_PROPERTY_LABEL, "Undo: 5a: not rated → level 3");

  while (level_of (fixture, "5a") != 3)
    g_main_context_iteration (NULL, TRUE);

  activate (fixture, "win.undo");

  while (level_of (fixture, "5a") != 0 || !can (fixture, "redo_button"))
    g_main_context_iteration (NULL, TRUE);

  activate (fixture, "win.redo");

  while (level_of (fixture, "5a") != 3 || can (fixture, "redo_button"))
    g_main_context_iteration (NULL, TRUE);
}

/* The line speaks of what waits at once, and of what is kept only when nothing does. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  TsKeptLabel *kept;
  GAsyncResult *result = NULL;
  g_autoptr (TsChange) change = NULL;

  open_workbook (fixture);
  kept = app_fixture_child (fixture->window, "kept");

  ts_session_rate_async (ts_window_get_session (fixture->window), fixture->session.assessment_id, "5a", 2,
                         take_result_cb, &result);
  g_assert_cmpstr (ts_kept_label_get_text (kept), ==, "Keeping…");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (kept), "unseen"));

  change = wait_for_change (ts_window_get_session (fixture->window), &result, NULL);
  g_assert_cmpstr (ts_kept_label_get_text (kept), ==, "All changes kept");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (kept), "unseen"));
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  TsSession *other = open_session (fixture->session.path, TS_OPEN_READ_WRITE, NULL);
  GtkRevealer *revealer;

  g_assert_nonnull (other);
  open_workbook (fixture);
  revealer = app_fixture_child (app_fixture_child (fixture->window, "notice"), "revealer");
  g_assert_true (ts_session_get_read_only (ts_window_get_session (fixture->window)));
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  g_assert_false (can (fixture, "undo_button"));
  g_assert_cmpstr (ts_kept_label_get_text (app_fixture_child (fixture->window, "kept")), ==, "Read-only");

  close_session (other);
  g_object_unref (other);
  activate (fixture, "win.edit-again");

  while (ts_window_get_session (fixture->window) == NULL || ts_session_get_read_only (ts_window_get_session (fixture->window)))
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (gtk_revealer_get_reveal_child (revealer));

  while (ts_window_get_assessment (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Closing the workbook leaves the window, and what was asked for before is kept. */
static void
test_close_workbook (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->session.path);

  open_workbook (fixture);
  ts_session_rate_async (ts_window_get_session (fixture->window), fixture->session.assessment_id, "5a", 4, NULL, NULL);
  activate (fixture, "win.close-workbook");

  while (!ts_window_is_free (fixture->window))
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (visible_page (fixture), ==, "TsWelcomePage");

  open_workbook (fixture);
  g_assert_cmpint (level_of (fixture, "5a"), ==, 4);
}

static void
test_close_while_opening (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->session.path);

  ts_window_open (fixture->window, file);
  gtk_window_close (GTK_WINDOW (fixture->window));
}

static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *assess;
  GtkWidget *pages;

  open_workbook (fixture);
  assess = app_fixture_child (fixture->window, "assess");
  pages = app_fixture_child (assess, "pages");

  static const struct
  {
    const char *place;
    const char *type;
    const char *now;
  } steps[] = {
    { "overview", "TsOverviewPage", "overview" },
    { "group/5", "TsCompetencyPage", "group/5" },
    { "criterion/7b", "TsCompetencyPage", "group/7" },
    { "criterion/no-such", "TsCompetencyPage", "group/7" },
    { "nowhere", "TsCompetencyPage", "group/7" },
    { "evidence", "TsEvidencePage", "evidence" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *now = NULL;

      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-place", "s", steps[i].place);
      g_object_get (assess, "place", &now, NULL);
      g_assert_cmpstr (now, ==, steps[i].now);
      g_assert_cmpstr (G_OBJECT_TYPE_NAME (gtk_stack_get_visible_child (GTK_STACK (pages))), ==, steps[i].type);
    }
}

static void
test_step (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const expected[] = { "group/1", "group/2", "group/1", "group/board" };
  static const char *const actions[] = { "win.next-group", "win.next-group", "win.previous-group", "win.previous-group" };
  GtkWidget *assess;

  open_workbook (fixture);
  assess = app_fixture_child (fixture->window, "assess");

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *now = NULL;

      activate (fixture, actions[i]);
      g_object_get (assess, "place", &now, NULL);
      g_assert_cmpstr (now, ==, expected[i]);
    }
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "m");
  g_autoptr (GtkWindow) parent = NULL;
  guint n_before = g_list_model_get_n_items (gtk_window_get_toplevels ());

  ts_window_show_error (fixture->window, "Heading", cancelled);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_before);

  /* Pages that stand alone have no window. */
  ts_window_show_error (NULL, "Heading", cancelled);
  ts_window_show_toast (NULL, "Title");
  ts_window_offer_undo (NULL, "Title");
  g_assert_null (ts_window_get_session (NULL));
  g_assert_null (ts_window_get_assessment (NULL));
}

static void
test_for_widget (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *alone = g_object_ref_sink (gtk_label_new (NULL));
  GtkWidget *dialog = gtk_window_new ();

  g_assert_null (ts_window_for_widget (alone));
  g_assert_true (ts_window_for_widget (app_fixture_child (fixture->window, "pages")) == fixture->window);

  gtk_window_set_child (GTK_WINDOW (dialog), alone);
  g_assert_null (ts_window_for_widget (alone));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (fixture->window));
  g_assert_true (ts_window_for_widget (alone) == fixture->window);

  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (alone);
}

static void
test_undo_keys (void)
{
  g_autoptr (GtkWidget) view = g_object_ref_sink (gtk_text_view_new ());
  g_autoptr (GtkWidget) text = g_object_ref_sink (gtk_text_new ());
  g_autoptr (GtkWidget) button = g_object_ref_sink (gtk_button_new ());
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  g_assert_false (ts_undo_keys_belong_to_text (NULL, FALSE));
  g_assert_false (ts_undo_keys_belong_to_text (button, FALSE));
  g_assert_false (ts_undo_keys_belong_to_text (view, FALSE));

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_at_cursor (buffer, "word", -1);
  gtk_text_buffer_end_user_action (buffer);
  g_assert_true (ts_undo_keys_belong_to_text (view, FALSE));
  g_assert_false (ts_undo_keys_belong_to_text (view, TRUE));

  gtk_text_buffer_undo (buffer);
  g_assert_false (ts_undo_keys_belong_to_text (view, FALSE));
  g_assert_true (ts_undo_keys_belong_to_text (view, TRUE));

  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  g_assert_false (ts_undo_keys_belong_to_text (view, TRUE));

  g_assert_true (ts_undo_keys_belong_to_text (text, FALSE));
  gtk_editable_set_editable (GTK_EDITABLE (text), FALSE);
  g_assert_false (ts_undo_keys_belong_to_text (text, FALSE));
}

/* Each workspace is made when it is first shown; whoever asks for an assessment from elsewhere comes to it. */
static void
test_workspaces (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *stack;
  g_autofree char *workspace = NULL;

  open_workbook (fixture);
  stack = app_fixture_child (fixture->window, "workspaces");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stack)), ==, "assess");
  g_assert_null (adw_bin_get_child (ADW_BIN (adw_view_stack_get_child_by_name (ADW_VIEW_STACK (stack), "compare"))));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.workspace", "s", "compare"));
  g_object_get (fixture->window, "workspace", &workspace, NULL);
  g_assert_cmpstr (workspace, ==, "compare");
  g_assert_nonnull (adw_bin_get_child (ADW_BIN (adw_view_stack_get_child_by_name (ADW_VIEW_STACK (stack), "compare"))));
  g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), "Compare"));
  g_assert_true (gtk_widget_get_visible (app_fixture_child (fixture->window, "sidebar_button")));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-place", "s", "group/5"));
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stack)), ==, "assess");

  /* What is not there is passed over: it may come from an old setting. */
  g_object_set (fixture->window, "workspace", "kitchen", NULL);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stack)), ==, "assess");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("touchstone-window-XXXXXX", NULL);
  g_autofree char *recent = g_build_filename (folder, "recently-used.xbel", NULL);
  int status;

  /* The windows note what they open, but not in the list of whoever runs this. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  app_fixture_init (&argc, &argv);

  g_test_add ("/window/welcome", Fixture, NULL, set_up, test_welcome, tear_down);
  g_test_add ("/window/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/window/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/window/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/window/workspaces", Fixture, NULL, set_up, test_workspaces, tear_down);
  g_test_add ("/window/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/window/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  g_test_add ("/window/close-workbook", Fixture, NULL, set_up, test_close_workbook, tear_down);
  g_test_add ("/window/close-while-opening", Fixture, NULL, set_up, test_close_while_opening, tear_down);
  g_test_add ("/window/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/window/step", Fixture, NULL, set_up, test_step, tear_down);
  g_test_add ("/window/errors", Fixture, NULL, set_up, test_errors, tear_down);
  g_test_add ("/window/for-widget", Fixture, NULL, set_up, test_for_widget, tear_down);
  g_test_add_func ("/window/undo-keys", test_undo_keys);

  status = g_test_run ();

  g_remove (recent);
  g_rmdir (folder);

  return status;
}
