/* test-outcomes-page.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "session-fixture.h"

#include "app/assess/ts-assess-page.h"
#include "app/assess/ts-outcome-editor.h"
#include "app/assess/ts-outcomes-page.h"
#include "core/ts-outcome.h"
#include "model/ts-session-outcomes.h"

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
  fixture->page = ts_outcomes_page_new ();
  fixture->window = app_fixture_show (fixture->page, 900, 800);
  ts_assess_page_set_model (TS_ASSESS_PAGE (fixture->page), fixture->model);

  while (!gtk_widget_get_visible (app_fixture_child (fixture->page, "scrolled_window")))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);

  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_object_unref (fixture->model);
  session_fixture_tear_down (&fixture->session, NULL);
}

/* (transfer none) (nullable): the first widget of a type below another. */
static GtkWidget *
find_below (GtkWidget *widget,
            GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_below (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static char *
add_outcome (Fixture *fixture)
{
  const TsOutcomeDefinition definition = { .metric = "Life expectancy", .unit = "years", .up_is_better = TRUE };
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  ts_session_add_outcome_async (fixture->session.session, fixture->session.assessment_id, &definition, take_result_cb, &result);
  change = wait_for_change (fixture->session.session, &result, &error);
  g_assert_no_error (error);

  return g_strdup (ts_row_get_id (ts_change_find_after (change, TS_ENTITY_OUTCOME)));
}

static GtkWidget *
open_editor (Fixture    *fixture,
             const char *outcome_id)
{
  GtkWidget *editor;

  ts_assess_page_show (TS_ASSESS_PAGE (fixture->page), outcome_id);

  while ((editor = find_below (fixture->page, TS_TYPE_OUTCOME_EDITOR)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  app_fixture_settle (fixture->page);

  return editor;
}

static GtkEntry *
get_entry (GtkWidget *editor,
           int        column,
           int        row)
{
  return GTK_ENTRY (gtk_grid_get_child_at (app_fixture_child (editor, "grid"), column, row));
}

static void
wait_for_text (GtkEntry   *entry,
               const char *text)
{
  while (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_empty_page_teaches (Fixture       *fixture,
                         gconstpointer  data)
{
  g_assert_true (gtk_widget_get_visible (app_fixture_child (fixture->page, "empty")));
  g_assert_false (gtk_widget_get_visible (app_fixture_child (fixture->page, "group")));
}

/* Two rows of three cells, as a spreadsheet copies them, fill six entries in one step, which one undo takes back. */
static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *outcome_id = add_outcome (fixture);
  GtkWidget *editor = open_editor (fixture, outcome_id);
  GtkEntry *first = get_entry (editor, 3, 1);
  g_autoptr (TsChange) undone = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (editor), "80.1\t80.4\t80.7\r\n79.9\t80.2\t\r\n");
  gtk_widget_grab_focus (GTK_WIDGET (first));
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (first)), "paste-clipboard");

  wait_for_text (get_entry (editor, 4, 1), "80.4");
  wait_for_text (get_entry (editor, 5, 1), "80.7");
  wait_for_text (get_entry (editor, 3, 2), "79.9");
  wait_for_text (get_entry (editor, 4, 2), "80.2");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (editor, 5, 2))), ==, "");

  ts_session_undo_async (fixture->session.session, take_result_cb, &result);
  undone = wait_for_change (fixture->session.session, &result, &error);
  g_assert_no_error (error);
  wait_for_text (get_entry (editor, 4, 1), "");
  wait_for_text (get_entry (editor, 3, 2), "");
}

/* What is no number stays where it was typed, marked, and nothing is kept. */
static void
test_what_is_no_number (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *outcome_id = add_outcome (fixture);
  GtkWidget *editor = open_editor (fixture, outcome_id);
  GtkEntry *entry = get_entry (editor, 3, 2);
  g_autofree char *label = g_strdup (ts_session_get_undo_label (fixture->session.session));

  gtk_editable_set_text (GTK_EDITABLE (entry), "eighty");
  g_signal_emit_by_name (entry, "activate");
  app_fixture_settle (fixture->page);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_assert_cmpstr (ts_session_get_undo_label (fixture->session.session), ==, label);

  gtk_editable_set_text (GTK_EDITABLE (entry), "80");
  g_signal_emit_by_name (entry, "activate");

  while (g_strcmp0 (ts_session_get_undo_label (fixture->session.session), label) == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);
  add ("/app/outcomes-page/empty-page-teaches", test_empty_page_teaches);
  add ("/app/outcomes-page/paste", test_paste);
  add ("/app/outcomes-page/what-is-no-number", test_what_is_no_number);

  return g_test_run ();
}
