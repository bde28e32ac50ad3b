/* test-overview-page.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "session-fixture.h"

#include "app/assess/ts-level-row.h"
#include "app/assess/ts-overview-page.h"
#include "app/widgets/ts-chart-view.h"
#include "app/widgets/ts-segment-bar.h"

typedef struct
{
  SessionFixture session;
  TsAssessmentModel *model;
  GtkWidget *page;
  GtkWindow *window;
  GString *places; /* where the page led to, in order */
} Fixture;

static void
on_show_place (GSimpleAction *action,
               GVariant      *place,
               gpointer       user_data)
{
  g_string_append_printf (user_data, "%s ", g_variant_get_string (place, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) show_place = g_simple_action_new ("show-place", G_VARIANT_TYPE_STRING);

  session_fixture_set_up (&fixture->session, NULL);
  fixture->model = ts_assessment_model_new (fixture->session.session, fixture->session.assessment_id);
  fixture->page = ts_overview_page_new ();
  fixture->window = app_fixture_show (fixture->page, 1000, 800);

  fixture->places = g_string_new (NULL);
  g_signal_connect (show_place, "activate", G_CALLBACK (on_show_place), fixture->places);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (show_place));
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (actions));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  g_string_free (fixture->places, TRUE);
  g_assert_finalize_object (fixture->model);
  session_fixture_tear_down (&fixture->session, NULL);
}

static void
show_model (Fixture *fixture)
{
  wait_until_loaded (fixture->model);
  ts_overview_page_set_model (TS_OVERVIEW_PAGE (fixture->page), fixture->model);
  app_fixture_settle (fixture->page);
}

static void
stop_waiting (gboolean *changed)
{
  *changed = TRUE;
}

/* Makes a change and waits until the page has heard of it. */
static void
change (Fixture    *fixture,
        const char *node_id,
        int         level,
        gboolean    aim)
{
  g_autoptr (TsChange) kept = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  gboolean changed = FALSE;
  gulong handler;

  handler = g_signal_connect_swapped (fixture->model, "notify::state", G_CALLBACK (stop_waiting), &changed);

  if (aim)
    ts_session_aim_async (fixture->session.session, fixture->session.assessment_id, node_id, 2009, level, take_result_cb, &result);
  else
    ts_session_rate_async (fixture->session.session, fixture->session.assessment_id, node_id, level, take_result_cb, &result);

  kept = wait_for_change (fixture->session.session, &result, &error);
  g_assert_no_error (error);

  while (!changed)
    g_main_context_iteration (NULL, TRUE);

  g_signal_handler_disconnect (fixture->model, handler);
  app_fixture_settle (fixture->page);
}

static gboolean
is_shown (Fixture    *fixture,
          const char *name)
{
  return gtk_widget_get_mapped (app_fixture_child (fixture->page, name));
}

static const char *
get_text (Fixture    *fixture,
          const char *name)
{
  return gtk_label_get_label (app_fixture_child (fixture->page, name));
}

/* (transfer container): all widgets of a type below another that can be seen, in order. */
static GPtrArray *
list_below (GtkWidget *widget,
            GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_autoptr (GPtrArray) below = NULL;

      if (!gtk_widget_get_mapped (child))
        continue;

      if (g_type_is_a (G_OBJECT_TYPE (child), type))
        g_ptr_array_add (found, child);

      below = list_below (child, type);
      g_ptr_array_extend (found, below, NULL, NULL);
    }

  return found;
}

static void
test_without_model (Fixture       *fixture,
                    gconstpointer  data)
{
  g_assert_false (is_shown (fixture, "scrolled_window"));
  g_assert_null (ts_overview_page_get_model (TS_OVERVIEW_PAGE (fixture->page)));

  show_model (fixture);
  g_assert_true (is_shown (fixture, "scrolled_window"));

  ts_overview_page_set_model (TS_OVERVIEW_PAGE (fixture->page), NULL);
  app_fixture_settle (fixture->page);
  g_assert_false (is_shown (fixture, "scrolled_window"));
}

static void
test_nothing_rated (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;
  GtkButton *button;

  show_model (fixture);
  g_assert_cmpstr (get_text (fixture, "organisation_label"), ==, "Testmoor PCT");
  g_assert_true (is_shown (fixture, "start_card"));
  g_assert_false (is_shown (fixture, "progress_card"));
  g_assert_false (is_shown (fixture, "radar_view"));
  g_assert_false (is_shown (fixture, "weakest_group"));

  /* Every competency is there from the beginning. */
  rows = list_below (fixture->page, TS_TYPE_LEVEL_ROW);
  g_assert_cmpuint (rows->len, ==, 11);

  button = app_fixture_child (fixture->page, "start_button");
  g_assert_cmpstr (gtk_button_get_label (button), ==, "Start with 1a");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (fixture->places->str, ==, "criterion/1a ");
}

static void
test_rated (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) doors = NULL;
  TsSegmentBar *bar;

  show_model (fixture);
  before = list_below (fixture->page, TS_TYPE_LEVEL_ROW);
  gtk_widget_grab_focus (g_ptr_array_index (before, 4));

  change (fixture, "5a", 2, FALSE);
  g_assert_false (is_shown (fixture, "start_card"));
  g_assert_cmpstr (get_text (fixture, "progress_label"), ==, "1 of 33 criteria rated · 0 ready");
  g_assert_cmpstr (get_text (fixture, "groups_label"), ==, "0 of 11 competencies have a level; no target is set.");

  bar = app_fixture_child (fixture->page, "progress_bar");
  g_assert_cmpuint (ts_segment_bar_get_share (bar, 0), ==, 0);
  g_assert_cmpuint (ts_segment_bar_get_share (bar, 1), ==, 1);
  g_assert_cmpuint (ts_segment_bar_get_share (bar, 2), ==, 0);
  g_assert_cmpuint (ts_segment_bar_get_share (bar, 3), ==, 32);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "0 ready; 1 rated, reason or evidence missing; 32 not rated");

  change (fixture, "5b", 3, FALSE);
  change (fixture, "5c", 2, FALSE);
  change (fixture, "5", 4, TRUE);
  g_assert_cmpstr (get_text (fixture, "groups_label"), ==, "1 of 11 competencies has a level; 0 of 1 targets are reached.");
  g_assert_true (is_shown (fixture, "radar_view"));
  g_assert_true (is_shown (fixture, "weakest_group"));

  /* Nothing was made anew, and nothing lost the focus. */
  after = list_below (fixture->page, TS_TYPE_LEVEL_ROW);
  g_assert_cmpuint (after->len, ==, before->len);

  for (guint i = 0; i < after->len; i++)
    g_assert_true (g_ptr_array_index (after, i) == g_ptr_array_index (before, i));

  g_assert_true (gtk_window_get_focus (fixture->window) == g_ptr_array_index (after, 4));
  gtk_test_accessible_assert_property (g_ptr_array_index (after, 4), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "5 Manage knowledge and assess needs: level 2, Developing, target 4");

  /* Each door leads somewhere: rate, say why, attach, aim, and the one weak area. */
  doors = list_below (app_fixture_child (fixture->page, "advice_box"), ADW_TYPE_ACTION_ROW);
  g_assert_cmpuint (doors->len, ==, 5);

  for (guint i = 0; i < doors->len; i++)
    gtk_widget_activate (g_ptr_array_index (doors, i));

  gtk_widget_activate (g_ptr_array_index (after, 10));
  g_assert_cmpstr (fixture->places->str, ==, "criterion/1a criterion/5a criterion/5a group/1 group/5 group/11 ");
}

static void
test_radar (Fixture       *fixture,
            gconstpointer  data)
{
  TsChartView *view;
  g_autofree char *finding = NULL;

  show_model (fixture);
  change (fixture, "3", 3, TRUE);
  g_assert_true (is_shown (fixture, "start_card"));
  g_assert_true (is_shown (fixture, "radar_view"));

  view = app_fixture_child (fixture->page, "radar_view");
  g_assert_cmpstr (ts_chart_get_title (ts_chart_view_get_chart (view)), ==, "Testmoor PCT · Competencies · 2009/10");
  finding = ts_chart_describe (ts_chart_view_get_chart (view));
  g_assert_cmpstr (finding, ==, "None of the 11 competencies has a level yet.");
}

/* In any width from that of a telephone nothing sticks out. */
static void
test_widths (Fixture       *fixture,
             gconstpointer  data)
{
  int minimum;
  int narrow;
  int wide;

  show_model (fixture);
  change (fixture, "5a", 2, FALSE);
  change (fixture, "5", 4, TRUE);

  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  gtk_widget_measure (app_fixture_child (fixture->page, "columns"), GTK_ORIENTATION_VERTICAL, 400, &narrow, NULL, NULL, NULL);
  gtk_widget_measure (app_fixture_child (fixture->page, "columns"), GTK_ORIENTATION_VERTICAL, 1000, &wide, NULL, NULL, NULL);
  g_assert_cmpint (wide, <, narrow);
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);

  g_test_add ("/overview-page/without-model", Fixture, NULL, set_up, test_without_model, tear_down);
  g_test_add ("/overview-page/nothing-rated", Fixture, NULL, set_up, test_nothing_rated, tear_down);
  g_test_add ("/overview-page/rated", Fixture, NULL, set_up, test_rated, tear_down);
  g_test_add ("/overview-page/radar", Fixture, NULL, set_up, test_radar, tear_down);
  g_test_add ("/overview-page/widths", Fixture, NULL, set_up, test_widths, tear_down);

  return g_test_run ();
}
