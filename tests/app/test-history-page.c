/* test-history-page.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "session-fixture.h"

#include "app/assess/ts-assess-page.h"
#include "app/assess/ts-history-dialog.h"
#include "app/assess/ts-history-page.h"
#include "app/assess/ts-past-bar.h"
#include "app/widgets/ts-date-row.h"
#include "model/ts-history-item.h"

#include <string.h>

typedef struct
{
  SessionFixture session;
  TsAssessmentModel *model;
  GtkWidget *page;
  GtkWidget *bar;
  GtkWindow *window;
} Fixture;

static void
rate (Fixture    *fixture,
      const char *node_id,
      int         level)
{
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  ts_session_rate_async (fixture->session.session, fixture->session.assessment_id, node_id, level, take_result_cb, &result);
  change = wait_for_change (fixture->session.session, &result, &error);
  g_assert_no_error (error);
}

/* The same workbook, but somebody else works in it. */
static void
take_turns (Fixture    *fixture,
            const char *author)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;

  close_session (fixture->session.session);
  g_clear_object (&fixture->session.session);
  ts_session_open_async (fixture->session.path, TS_OPEN_READ_WRITE, author, NULL, take_result_cb, &result);
  fixture->session.session = ts_session_open_finish (wait_for_result (&result), &error);
  g_object_unref (result);
  g_assert_no_error (error);
}

/* 5a by the tester, 5b three times by two people. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  session_fixture_set_up (&fixture->session, NULL);
  rate (fixture, "5a", 1);
  rate (fixture, "5b", 1);
  rate (fixture, "5b", 2);
  take_turns (fixture, "Anne Other");
  rate (fixture, "5b", 3);

  fixture->model = ts_assessment_model_new (fixture->session.session, fixture->session.assessment_id);
  wait_until_loaded (fixture->model);
  fixture->bar = g_object_new (TS_TYPE_PAST_BAR, NULL);
  fixture->page = ts_history_page_new ();
  gtk_widget_set_vexpand (fixture->page, TRUE);
  gtk_box_append (GTK_BOX (box), fixture->bar);
  gtk_box_append (GTK_BOX (box), fixture->page);
  fixture->window = app_fixture_show (box, 900, 800);
  ts_assess_page_set_model (TS_ASSESS_PAGE (fixture->page), fixture->model);
  ts_past_bar_set_model (TS_PAST_BAR (fixture->bar), fixture->model);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  close_session (fixture->session.session);

  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_assert_finalize_object (fixture->model);
  session_fixture_tear_down (&fixture->session, NULL);
}

static GListModel *
get_list (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (app_fixture_child (fixture->page, "list")));
}

/* What each line says of the change, newest first. */
static char *
list_labels (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (get_list (fixture)); i++)
    {
      g_autoptr (TsHistoryItem) item = g_list_model_get_item (get_list (fixture), i);

      g_string_append_printf (text, "%s; ", ts_change_get_label (ts_history_item_get_change (item)));
    }

  return g_string_free (text, FALSE);
}

static void
wait_for_labels (Fixture    *fixture,
                 const char *labels)
{
  for (guint turn = 0; turn < 500; turn++)
    {
      g_autofree char *shown = list_labels (fixture);

      if (g_str_equal (shown, labels))
        return;

      app_fixture_settle (fixture->page);
    }

  {
    g_autofree char *shown = list_labels (fixture);

    g_assert_cmpstr (shown, ==, labels);
  }
}

/* Changes of the assessment alone, without its beginning. */
#define ALL_OF_5B "5b: level 2 → 3; 5b: level 1 → 2; 5b: not rated → level 1; "

static void
choose (Fixture    *fixture,
        const char *drop_down,
        const char *start)
{
  GtkDropDown *widget = app_fixture_child (fixture->page, drop_down);

  for (guint turn = 0; turn < 500; turn++)
    {
      GListModel *model = gtk_drop_down_get_model (widget);

      for (guint i = 0; i < g_list_model_get_n_items (model); i++)
        {
          g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

          if (g_str_has_prefix (gtk_string_object_get_string (item), start))
            {
              gtk_drop_down_set_selected (widget, i);
              return;
            }
        }

      app_fixture_settle (fixture->page);
    }

  g_error ("“%s” is not to be chosen", start);
}

static void
clear_filters (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, "history.clear-filters", NULL));
}

static guint
wait_for_all (Fixture *fixture)
{
  while (g_list_model_get_n_items (get_list (fixture)) < 5)
    g_main_context_iteration (NULL, TRUE);

  return g_list_model_get_n_items (get_list (fixture));
}

static const char *
get_shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (app_fixture_child (fixture->page, "stack"));
}

static void
wait_for_shown (Fixture    *fixture,
                const char *name)
{
  while (!g_str_equal (get_shown (fixture), name))
    g_main_context_iteration (NULL, TRUE);
}

/* The day of the last change, and days from it, as ISO 8601 writes them. */
static char *
get_day (Fixture *fixture,
         int      n_days)
{
  g_autoptr (TsHistoryItem) item = g_list_model_get_item (get_list (fixture), 0);
  gint64 at = ts_change_get_at (ts_history_item_get_change (item));
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) day = g_date_time_add_days (moment, n_days);

  return g_date_time_format (day, "%Y-%m-%d");
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_all = wait_for_all (fixture);
  g_autofree char *yesterday = get_day (fixture, -1);
  g_autofree char *tomorrow = get_day (fixture, 1);

  choose (fixture, "criterion", "5b");
  wait_for_labels (fixture, ALL_OF_5B);
  choose (fixture, "person", "Anne Other");
  wait_for_labels (fixture, "5b: level 2 → 3; ");
  choose (fixture, "criterion", "5a");
  wait_for_shown (fixture, "nothing");

  clear_filters (fixture);
  g_assert_cmpuint (wait_for_all (fixture), ==, n_all);

  ts_date_row_set_date (app_fixture_child (fixture->page, "from"), tomorrow);
  wait_for_shown (fixture, "nothing");
  ts_date_row_set_date (app_fixture_child (fixture->page, "from"), yesterday);
  g_assert_cmpuint (wait_for_all (fixture), ==, n_all);
  ts_date_row_set_date (app_fixture_child (fixture->page, "to"), yesterday);
  wait_for_shown (fixture, "nothing");

  clear_filters (fixture);
  g_assert_cmpuint (wait_for_all (fixture), ==, n_all);
}

/* What leads here from a criterion shows that criterion alone. */
static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  wait_for_all (fixture);
  ts_assess_page_show (TS_ASSESS_PAGE (fixture->page), "5b");
  wait_for_labels (fixture, ALL_OF_5B);
}

static TsHistoryDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    {
      if (TS_IS_HISTORY_DIALOG (link->data))
        return link->data;
    }

  return NULL;
}

/* Opens what is about the change at a position of the list. */
static TsHistoryDialog *
open_dialog (Fixture *fixture,
             guint    position)
{
  g_signal_emit_by_name (app_fixture_child (fixture->page, "list"), "activate", position);
  g_assert_nonnull (find_dialog ());
  app_fixture_settle (GTK_WIDGET (find_dialog ()));

  return find_dialog ();
}

/* The buttons that bring a value back, from top to bottom. */
static void
collect_restore_buttons (GtkWidget *widget,
                         GPtrArray *buttons)
{
  if (GTK_IS_BUTTON (widget) && g_object_get_data (G_OBJECT (widget), "row") != NULL)
    g_ptr_array_add (buttons, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_restore_buttons (child, buttons);
}

static void
wait_for_level (Fixture *fixture,
                int      level)
{
  while (ts_assessment_state_find (ts_assessment_model_get_state (fixture->model), "5b")->level != level)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  choose (fixture, "criterion", "5b");
  wait_for_labels (fixture, ALL_OF_5B);
  collect_restore_buttons (GTK_WIDGET (open_dialog (fixture, 1)), buttons);
  g_assert_cmpuint (buttons->len, ==, 2);
  g_signal_emit_by_name (g_ptr_array_index (buttons, 0), "clicked");

  /* What was before the second change, as a new change. */
  wait_for_level (fixture, 1);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture)), >=, 3);

  while (g_list_model_get_n_items (get_list (fixture)) != 4)
    g_main_context_iteration (NULL, TRUE);
}

/* The assessment as it stood after a change, the same for a day, and back. */
static void
test_past (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  GtkRevealer *revealer = app_fixture_child (fixture->bar, "revealer");
  TsHistoryDialog *dialog;
  g_autofree char *yesterday = NULL;
  g_autofree char *today = NULL;

  choose (fixture, "criterion", "5b");
  wait_for_labels (fixture, ALL_OF_5B);
  yesterday = get_day (fixture, -1);
  today = get_day (fixture, 0);
  g_assert_false (gtk_revealer_get_reveal_child (revealer));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (open_dialog (fixture, 1)), "change.show-then", NULL));
  wait_for_level (fixture, 2);
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  g_assert_true (g_str_has_prefix (gtk_label_get_label (app_fixture_child (fixture->bar, "label")), "As it stood on "));

  /* The history goes on, and nothing is brought back meanwhile. */
  wait_for_labels (fixture, ALL_OF_5B);
  dialog = open_dialog (fixture, 0);
  collect_restore_buttons (GTK_WIDGET (dialog), buttons);
  g_assert_cmpuint (buttons->len, ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));

  g_assert_true (gtk_widget_activate_action (fixture->bar, "past.back-to-now", NULL));
  wait_for_level (fixture, 3);
  g_assert_false (gtk_revealer_get_reveal_child (revealer));

  /* There was nothing the day before; what is shown stays. */
  ts_date_row_set_date (app_fixture_child (fixture->page, "past_day"), yesterday);
  g_assert_true (gtk_widget_activate_action (fixture->page, "history.show-day", NULL));
  app_fixture_settle (fixture->page);
  g_assert_cmpint (ts_assessment_model_get_as_of (fixture->model), ==, 0);

  ts_date_row_set_date (app_fixture_child (fixture->page, "past_day"), today);
  g_assert_true (gtk_widget_activate_action (fixture->page, "history.show-day", NULL));

  while (!gtk_revealer_get_reveal_child (revealer))
    g_main_context_iteration (NULL, TRUE);

  wait_for_level (fixture, 3);
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);
  add ("/app/history-page/filters", test_filters);
  add ("/app/history-page/place", test_place);
  add ("/app/history-page/restore", test_restore);
  add ("/app/history-page/past", test_past);

  return g_test_run ();
}
