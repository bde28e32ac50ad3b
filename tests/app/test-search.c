/* test-search.c — finding words in the workbook, by keyboard
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "key-fixture.h"
#include "session-fixture.h"

#include "app/review/ts-criteria-page.h"
#include "app/review/ts-desk-page.h"
#include "app/review/ts-review-workspace.h"
#include "app/search/ts-search-page.h"
#include "app/search/ts-search-row.h"
#include "app/ts-window.h"
#include "model/ts-session-review.h"

#include <string.h>

typedef struct
{
  SessionFixture session;
  char *ashby; /* an assessment of another organisation */
  TsWindow *window;
  TsSearchPage *page;
} Fixture;

static void
explain (Fixture    *fixture,
         const char *assessment_id,
         const char *node_id,
         const char *reason)
{
  GAsyncResult *result = NULL;

  ts_session_explain_async (fixture->session.session, assessment_id, node_id, reason, take_result_cb, &result);
  ts_change_unref (wait_for_change (fixture->session.session, &result, NULL));
}

static void
attach (Fixture *fixture)
{
  g_autofree char *path = write_file (&fixture->session, "Wombats.csv", "ward,wombats\n", 1);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GAsyncResult *result = NULL;

  g_list_store_append (files, file);
  ts_session_attach_files_async (fixture->session.session, fixture->session.assessment_id, "5a", G_LIST_MODEL (files), NULL, NULL, NULL,
                                 take_result_cb, &result);
  ts_change_unref (wait_for_change (fixture->session.session, &result, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GFile) file = NULL;

  session_fixture_set_up (&fixture->session, NULL);
  fixture->ashby = begin_assessment (fixture->session.session, "ZZ2", "Ashby PCT", "wcc-year-1", 2008);
  explain (fixture, fixture->ashby, "5b", "<b>walrus</b> & more");
  explain (fixture, fixture->session.assessment_id, "6a", "A walrus, and another walrus");
  attach (fixture);
  explain (fixture, fixture->session.assessment_id, "6b", "last of all");
  close_session (fixture->session.session);
  g_clear_object (&fixture->session.session);

  fixture->window = ts_window_new (NULL);
  file = g_file_new_for_path (fixture->session.path);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ts_window_open (fixture->window, file);

  while (ts_window_get_assessment (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  wait_until_loaded (ts_window_get_assessment (fixture->window));
  app_fixture_settle (GTK_WIDGET (fixture->window));
  fixture->page = app_fixture_child (fixture->window, "search");
}

static void
on_gone (gpointer data,
         GObject *object)
{
  *(gboolean *) data = TRUE;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gboolean gone = FALSE;

  g_object_weak_ref (G_OBJECT (fixture->window), on_gone, &gone);
  gtk_window_close (GTK_WINDOW (fixture->window));

  while (!gone)
    g_main_context_iteration (NULL, TRUE);

  fixture->session.session = open_session (fixture->session.path, TS_OPEN_READ_WRITE, NULL);
  session_fixture_tear_down (&fixture->session, NULL);
  g_free (fixture->ashby);
}

static void
toggle (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL));
  app_fixture_settle (GTK_WIDGET (fixture->window));
}

static gboolean
is_searching (Fixture *fixture)
{
  return gtk_stack_get_visible_child (app_fixture_child (fixture->window, "pages")) == GTK_WIDGET (fixture->page);
}

static const char *
get_status (Fixture *fixture)
{
  return gtk_label_get_text (app_fixture_child (fixture->page, "status"));
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (app_fixture_child (fixture->page, "stack"));
}

static void
type (Fixture    *fixture,
      const char *text,
      const char *status)
{
  gtk_editable_set_text (app_fixture_child (fixture->page, "entry"), text);

  while (g_strcmp0 (get_status (fixture), status) != 0)
    g_main_context_iteration (NULL, TRUE);

  app_fixture_settle (GTK_WIDGET (fixture->window));
}

static GtkListBoxRow *
get_row (Fixture *fixture,
         int      position)
{
  return gtk_list_box_get_row_at_index (app_fixture_child (fixture->page, "list"), position);
}

/* The entry's text has the focus that the entry is given. */
static gboolean
has_focus (Fixture   *fixture,
           GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* The first of a type below @widget. */
static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  toggle (fixture);
  g_assert_true (is_searching (fixture));
  g_assert_true (has_focus (fixture, app_fixture_child (fixture->page, "entry")));
  g_assert_cmpstr (get_state (fixture), ==, "empty");
  g_assert_cmpstr (get_status (fixture), ==, "");

  type (fixture, "zzyzx", "No results");
  g_assert_cmpstr (get_state (fixture), ==, "nothing");
  type (fixture, "another wal", "1 result");
  g_assert_cmpstr (get_state (fixture), ==, "list");
  type (fixture, "walrus", "2 results");
  type (fixture, " ", "");
  g_assert_cmpstr (get_state (fixture), ==, "empty");
  g_assert_null (get_row (fixture, 0));
}

static gboolean
is_bold_and_underlined (GtkLabel *label,
                        guint     start,
                        guint     end)
{
  g_autoptr (GSList) attributes = pango_attr_list_get_attributes (gtk_label_get_attributes (label));
  guint n_found = 0;

  for (GSList *link = attributes; link != NULL; link = link->next)
    {
      PangoAttribute *attribute = link->data;

      if (attribute->start_index == start && attribute->end_index == end &&
          (attribute->klass->type == PANGO_ATTR_WEIGHT || attribute->klass->type == PANGO_ATTR_UNDERLINE))
        n_found++;

      pango_attribute_destroy (attribute);
    }

  return n_found == 2;
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  GtkListBoxRow *first;
  GtkListBoxRow *second;
  GtkLabel *text;

  toggle (fixture);
  type (fixture, "walrus", "2 results");
  first = get_row (fixture, 0);
  second = get_row (fixture, 1);

  /* What is of the board that is looked at comes first; one heading is over both. */
  g_assert_nonnull (gtk_list_box_row_get_header (first));
  g_assert_null (gtk_list_box_row_get_header (second));
  text = app_fixture_child (first, "text");
  g_assert_cmpstr (gtk_label_get_text (text), ==, "A walrus, and another walrus");
  g_assert_true (is_bold_and_underlined (text, 2, 8));
  g_assert_true (is_bold_and_underlined (text, 22, 28));
  g_assert_false (gtk_widget_get_visible (app_fixture_child (first, "context")));

  /* Nothing that somebody wrote is markup. */
  text = app_fixture_child (second, "text");
  g_assert_cmpstr (gtk_label_get_text (text), ==, "<b>walrus</b> & more");
  g_assert_true (is_bold_and_underlined (text, 3, 9));
  g_assert_cmpstr (gtk_label_get_text (app_fixture_child (second, "context")), ==, "Ashby PCT · 2008/09");
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *before;
  GtkWidget *entry = app_fixture_child (fixture->page, "entry");
  GtkWidget *list = app_fixture_child (fixture->page, "list");

  /* Back to where one was. */
  before = app_fixture_child (fixture->window, "undo_button");
  g_assert_true (gtk_widget_grab_focus (before));
  toggle (fixture);
  g_assert_false (app_fixture_press (entry, GDK_KEY_Down));
  type (fixture, "walrus", "2 results");

  g_assert_true (app_fixture_press (entry, GDK_KEY_Down));
  g_assert_true (has_focus (fixture, GTK_WIDGET (get_row (fixture, 0))));
  g_assert_true (gtk_widget_keynav_failed (list, GTK_DIR_UP));
  g_assert_true (has_focus (fixture, entry));

  g_assert_true (app_fixture_press (entry, GDK_KEY_Down));
  g_assert_true (key_fixture_press (GTK_WIDGET (get_row (fixture, 0)), GDK_KEY_Escape, 0));
  app_fixture_settle (GTK_WIDGET (fixture->window));
  g_assert_false (is_searching (fixture));
  g_assert_true (has_focus (fixture, before));

  /* What was typed last time is still there, and the button closes too. */
  toggle (fixture);
  g_assert_true (is_searching (fixture));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "walrus");
  toggle (fixture);
  g_assert_false (is_searching (fixture));
}

static void
wait_for_assessment (Fixture    *fixture,
                     const char *assessment_id)
{
  while (ts_window_get_assessment (fixture->window) == NULL ||
         g_strcmp0 (ts_assessment_model_get_assessment_id (ts_window_get_assessment (fixture->window)), assessment_id) != 0)
    g_main_context_iteration (NULL, TRUE);

  wait_until_loaded (ts_window_get_assessment (fixture->window));
  app_fixture_settle (GTK_WIDGET (fixture->window));
}

static char *
get_place (Fixture *fixture)
{
  char *place = NULL;

  g_object_get (app_fixture_child (fixture->window, "assess"), "place", &place, NULL);

  return place;
}

static void
test_opening (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;
  g_autofree char *back = NULL;
  g_autofree char *reading = NULL;

  /* Enter in the entry opens the first. */
  toggle (fixture);
  type (fixture, "another walrus", "1 result");
  g_signal_emit_by_name (app_fixture_child (fixture->page, "entry"), "activate");
  app_fixture_settle (GTK_WIDGET (fixture->window));
  g_assert_false (is_searching (fixture));
  here = get_place (fixture);
  g_assert_cmpstr (here, ==, "group/6");

  /* What is of another assessment leads there first. */
  toggle (fixture);
  type (fixture, "walrus", "2 results");
  g_signal_emit_by_name (get_row (fixture, 1), "activate");
  wait_for_assessment (fixture, fixture->ashby);
  g_assert_false (is_searching (fixture));
  there = get_place (fixture);
  g_assert_cmpstr (there, ==, "group/5");

  toggle (fixture);
  type (fixture, "last of all", "1 result");
  g_signal_emit_by_name (app_fixture_child (fixture->page, "entry"), "activate");
  wait_for_assessment (fixture, fixture->session.assessment_id);
  back = get_place (fixture);
  g_assert_cmpstr (back, ==, "group/6");
}

static GtkWindow *
find_dialog (Fixture *fixture)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == GTK_WINDOW (fixture->window))
        return toplevel;
    }

  return NULL;
}

/* Seen from another board: the item is opened as soon as its assessment has been read. */
static void
test_opening_evidence (Fixture       *fixture,
                       gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.select-assessment", "s", fixture->ashby);
  wait_for_assessment (fixture, fixture->ashby);

  toggle (fixture);
  type (fixture, "wombats", "1 result");
  g_signal_emit_by_name (app_fixture_child (fixture->page, "entry"), "activate");
  wait_for_assessment (fixture, fixture->session.assessment_id);

  while (find_dialog (fixture) == NULL)
    g_main_context_iteration (NULL, TRUE);

  gtk_window_destroy (find_dialog (fixture));
  app_fixture_settle (GTK_WIDGET (fixture->window));
}

/* What a review has found leads to its page there, and to the criterion. */
static void
test_opening_review (Fixture       *fixture,
                     gconstpointer  data)
{
  TsSession *session = ts_window_get_session (fixture->window);
  const TsRow *assessment = ts_assessment_state_get_assessment (ts_assessment_model_get_state (ts_window_get_assessment (fixture->window)));
  const TsRoundDefinition round = { NULL };
  GAsyncResult *result = NULL;
  TsReviewWorkspace *review;

  ts_session_define_round_async (session, ts_row_get_text (assessment, TS_ASSESSMENT_FRAMEWORK), 2009, &round, TRUE, take_result_cb, &result);
  ts_change_unref (wait_for_change (session, &result, NULL));
  ts_session_judge_at_desk_async (session, fixture->session.assessment_id, "7b", 3, "An ostrich in the sand", take_result_cb, &result);
  ts_change_unref (wait_for_change (session, &result, NULL));

  toggle (fixture);
  type (fixture, "ostrich", "1 result");
  g_signal_emit_by_name (app_fixture_child (fixture->page, "entry"), "activate");
  app_fixture_settle (GTK_WIDGET (fixture->window));
  g_assert_false (is_searching (fixture));
  review = TS_REVIEW_WORKSPACE (find_widget (GTK_WIDGET (fixture->window), TS_TYPE_REVIEW_WORKSPACE));

  while (!TS_IS_DESK_PAGE (ts_review_workspace_get_page (review)) ||
         g_strcmp0 (ts_criteria_page_get_node_id (TS_CRITERIA_PAGE (ts_review_workspace_get_page (review))), "7b") != 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (ts_review_model_get_assessment_id (ts_review_workspace_get_model (review)), ==, fixture->session.assessment_id);
}

#define SEARCH_TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  SEARCH_TEST ("/app/search/states", test_states);
  SEARCH_TEST ("/app/search/rows", test_rows);
  SEARCH_TEST ("/app/search/keys", test_keys);
  SEARCH_TEST ("/app/search/opening", test_opening);
  SEARCH_TEST ("/app/search/opening-evidence", test_opening_evidence);
  SEARCH_TEST ("/app/search/opening-review", test_opening_review);

  return g_test_run ();
}
