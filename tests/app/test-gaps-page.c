/* test-gaps-page.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "session-fixture.h"

#include "app/assess/ts-assess-page.h"
#include "app/assess/ts-gap-columns.h"
#include "app/assess/ts-gaps-page.h"
#include "app/assess/ts-target-chooser.h"
#include "app/widgets/ts-chart-view.h"
#include "model/ts-gap-item.h"

#include <string.h>

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
set_up_wide (Fixture *fixture,
             int      width)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) show_place = g_simple_action_new ("show-place", G_VARIANT_TYPE_STRING);

  session_fixture_set_up (&fixture->session, NULL);
  fixture->model = ts_assessment_model_new (fixture->session.session, fixture->session.assessment_id);
  fixture->page = ts_gaps_page_new ();
  fixture->window = app_fixture_show (fixture->page, width, 900);

  fixture->places = g_string_new (NULL);
  g_signal_connect (show_place, "activate", G_CALLBACK (on_show_place), fixture->places);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (show_place));
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (actions));

  wait_until_loaded (fixture->model);
  ts_assess_page_set_model (TS_ASSESS_PAGE (fixture->page), fixture->model);
  app_fixture_settle (fixture->page);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  set_up_wide (fixture, 1200);
}

static void
set_up_narrow (Fixture       *fixture,
               gconstpointer  data)
{
  set_up_wide (fixture, 360);
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
stop_waiting (gboolean *changed)
{
  *changed = TRUE;
}

/* Makes a change and waits until the page has heard of it; a target where there is a year. */
static void
change (Fixture    *fixture,
        const char *node_id,
        int         year,
        int         level)
{
  g_autoptr (TsChange) kept = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  gboolean changed = FALSE;
  gulong handler;

  handler = g_signal_connect_swapped (fixture->model, "notify::state", G_CALLBACK (stop_waiting), &changed);

  if (year != 0)
    ts_session_aim_async (fixture->session.session, fixture->session.assessment_id, node_id, year, level, take_result_cb, &result);
  else
    ts_session_rate_async (fixture->session.session, fixture->session.assessment_id, node_id, level, take_result_cb, &result);

  kept = wait_for_change (fixture->session.session, &result, &error);
  g_assert_no_error (error);

  while (!changed)
    g_main_context_iteration (NULL, TRUE);

  g_signal_handler_disconnect (fixture->model, handler);
  app_fixture_settle (fixture->page);
}

static void
rate (Fixture    *fixture,
      const char *node_id,
      int         level)
{
  change (fixture, node_id, 0, level);
}

static void
aim (Fixture    *fixture,
     const char *node_id,
     int         level)
{
  change (fixture, node_id, 2009, level);
}

static gboolean
is_shown (Fixture    *fixture,
          const char *name)
{
  return gtk_widget_get_mapped (app_fixture_child (fixture->page, name));
}

static GtkColumnView *
get_table (Fixture *fixture)
{
  return app_fixture_child (fixture->page, "table");
}

/* The ids of the rows, in their order. */
static char *
list_rows (Fixture *fixture,
           guint    n_rows)
{
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (get_table (fixture)));
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < MIN (n_rows, g_list_model_get_n_items (rows)); i++)
    {
      g_autoptr (TsGapItem) item = g_list_model_get_item (rows, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ts_gap_item_get_node (item)->id);
    }

  return g_string_free (ids, FALSE);
}

static void
assert_rows (Fixture    *fixture,
             guint       n_rows,
             const char *expected)
{
  g_autofree char *ids = list_rows (fixture, n_rows);

  g_assert_cmpstr (ids, ==, expected);
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

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      row)
{
  double first = 0;
  double second = 0;

  gtk_widget_translate_coordinates (*(GtkWidget *const *) a, row, 0, 0, &first, NULL);
  gtk_widget_translate_coordinates (*(GtkWidget *const *) b, row, 0, 0, &second, NULL);

  return (first > second) - (first < second);
}

/* The row of that name as it can be read on the screen, cell by cell; only what can be seen. */
static char *
read_row (Fixture    *fixture,
          const char *name)
{
  g_autoptr (GPtrArray) labels = list_below (GTK_WIDGET (get_table (fixture)), GTK_TYPE_LABEL);
  GString *text = g_string_new (NULL);
  GtkWidget *row = NULL;

  for (guint i = 0; i < labels->len && row == NULL; i++)
    {
      if (g_str_equal (gtk_label_get_label (g_ptr_array_index (labels, i)), name))
        row = gtk_widget_get_parent (gtk_widget_get_ancestor (g_ptr_array_index (labels, i), g_type_from_name ("GtkColumnViewCell")));
    }

  g_assert_nonnull (row);
  g_ptr_array_unref (g_steal_pointer (&labels));
  labels = list_below (row, GTK_TYPE_LABEL);
  g_ptr_array_sort_with_data (labels, compare_places, row);

  for (guint i = 0; i < labels->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", gtk_label_get_label (g_ptr_array_index (labels, i)));

  return g_string_free (text, FALSE);
}

static void
assert_row (Fixture    *fixture,
            const char *name,
            const char *expected)
{
  g_autofree char *row = read_row (fixture, name);

  g_assert_cmpstr (row, ==, expected);
}

static const char *
get_explanation (Fixture *fixture)
{
  return gtk_label_get_label (app_fixture_child (fixture->page, "explanation"));
}

static void
choose (Fixture    *fixture,
        const char *name,
        guint       position)
{
  gtk_drop_down_set_selected (app_fixture_child (fixture->page, name), position);
  app_fixture_settle (fixture->page);
}

static const char *
get_choice (Fixture    *fixture,
            const char *name)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (app_fixture_child (fixture->page, name)));
}

static void
test_begins_with_what_to_do (Fixture       *fixture,
                             gconstpointer  data)
{
  g_assert_nonnull (strstr (get_explanation (fixture), "Choose in the column “Target”"));
  g_assert_false (is_shown (fixture, "chart_window"));
  assert_rows (fixture, 99, "1 2 3 4 5 6 7 8 9 10 11");
  assert_row (fixture, "Locally lead the NHS", "1 | Locally lead the NHS | – | – | – | –");

  aim (fixture, "1", 3);
  g_assert_nonnull (strstr (get_explanation (fixture), "Nothing has a level yet."));
  g_assert_true (is_shown (fixture, "chart_window"));

  rate (fixture, "2", 3);
  g_assert_nonnull (strstr (get_explanation (fixture), "What is left"));
}

static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TsGapItem) before = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (get_table (fixture))), 4);
  g_autoptr (TsGapItem) after = NULL;

  aim (fixture, "5", 4);
  assert_row (fixture, "Manage knowledge and assess needs", "5 | Manage knowledge and assess needs | – | 4 | – | –");
  rate (fixture, "5", 2);
  assert_row (fixture, "Manage knowledge and assess needs", "5 | Manage knowledge and assess needs | 2 | 4 | 2 short | –");
  aim (fixture, "5", 2);
  assert_row (fixture, "Manage knowledge and assess needs", "5 | Manage knowledge and assess needs | 2 | 2 | met | –");
  aim (fixture, "5", 1);
  assert_row (fixture, "Manage knowledge and assess needs", "5 | Manage knowledge and assess needs | 2 | 1 | 1 above | –");

  after = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (get_table (fixture))), 4);
  g_assert_true (before == after);
}

static void
test_last_year (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *last_year = NULL;
  g_autoptr (TsChange) kept = NULL;
  g_autoptr (GError) error = NULL;
  TsRow *assessment = ts_assessment_state_get_assessment (ts_assessment_model_get_state (fixture->model));
  const TsBeginRequest request = {
    .organisation_id = ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION),
    .framework = "wcc-year-1",
    .year = 2008,
  };
  GAsyncResult *result = NULL;
  static const struct
  {
    const char *node;
    int before;
    int now;
  } levels[] = { { "1", 2, 3 }, { "2", 3, 2 }, { "3", 2, 2 }, { "4", 1, 0 } };

  ts_session_begin_assessment_async (fixture->session.session, &request, take_result_cb, &result);
  kept = wait_for_change (fixture->session.session, &result, &error);
  g_assert_no_error (error);

  last_year = g_strdup (ts_row_get_id (ts_change_find_after (kept, TS_ENTITY_ASSESSMENT)));

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (TsChange) rated = NULL;

      result = NULL;
      ts_session_rate_async (fixture->session.session, last_year, levels[i].node, levels[i].before, take_result_cb, &result);
      rated = wait_for_change (fixture->session.session, &result, &error);
      g_assert_no_error (error);

      if (levels[i].now != 0)
        rate (fixture, levels[i].node, levels[i].now);
    }

  aim (fixture, "11", 3);
  assert_row (fixture, "Locally lead the NHS", "1 | Locally lead the NHS | 3 | – | – | up 1 from 2");
  assert_row (fixture, "Work with community partners", "2 | Work with community partners | 2 | – | – | down 1 from 3");
  assert_row (fixture, "Engage with public and patients", "3 | Engage with public and patients | 2 | – | – | still 2");
  assert_row (fixture, "Collaborate with clinicians", "4 | Collaborate with clinicians | – | – | – | 1 last year");

  gtk_widget_activate_action (fixture->page, "page.order", "s", "risen");
  assert_rows (fixture, 5, "1 3 2 4 5");
  gtk_widget_activate_action (fixture->page, "page.order", "s", "fallen");
  assert_rows (fixture, 5, "2 3 1 4 5");
}

static void
sort_by (Fixture     *fixture,
         TsGapColumn  column,
         GtkSortType  direction)
{
  g_autoptr (GtkColumnViewColumn) which = g_list_model_get_item (gtk_column_view_get_columns (get_table (fixture)), column);

  gtk_column_view_sort_by_column (get_table (fixture), which, direction);
}

/* Every column, both ways; what is not known comes last both ways. */
static void
test_sorts (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    TsGapColumn column;
    const char *ascending;
    const char *descending;
  } cases[] = {
    { TS_GAP_COLUMN_NUMBER, "1 2 3 4 5 6 7 8 9 10 11", "11 10 9 8 7 6 5 4 3 2 1" },
    { TS_GAP_COLUMN_NAME, "4 3 11 1 5 10 6 8 9 7 2", "2 7 9 8 6 10 5 1 11 3 4" },
    { TS_GAP_COLUMN_LEVEL, "5 2 3 1 4 6 7 8 9 10 11", "1 2 3 5 4 6 7 8 9 10 11" },
    { TS_GAP_COLUMN_TARGET, "1 3 2 4 5 6 7 8 9 10 11", "2 4 3 1 5 6 7 8 9 10 11" },
    { TS_GAP_COLUMN_GAP, "1 3 2 4 5 6 7 8 9 10 11", "2 3 1 4 5 6 7 8 9 10 11" },
  };

  rate (fixture, "1", 3);
  rate (fixture, "2", 2);
  rate (fixture, "3", 2);
  rate (fixture, "5", 1);
  aim (fixture, "1", 2);
  aim (fixture, "2", 4);
  aim (fixture, "3", 3);
  aim (fixture, "4", 4);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sort_by (fixture, cases[i].column, GTK_SORT_ASCENDING);
      assert_rows (fixture, 99, cases[i].ascending);
      sort_by (fixture, cases[i].column, GTK_SORT_DESCENDING);
      assert_rows (fixture, 99, cases[i].descending);
    }

  /* What is sorted by changes. */
  sort_by (fixture, TS_GAP_COLUMN_TARGET, GTK_SORT_DESCENDING);
  aim (fixture, "11", 4);
  assert_rows (fixture, 4, "2 4 11 3");

  gtk_widget_activate_action (fixture->page, "page.order", "s", "gap");
  assert_rows (fixture, 4, "2 3 1 4");
  gtk_widget_activate_action (fixture->page, "page.order", "s", "framework");
  assert_rows (fixture, 4, "1 2 3 4");
}

static void
test_scopes (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_cmpstr (get_choice (fixture, "scope_choice"), ==, "Competencies");
  choose (fixture, "scope_choice", 1);
  g_assert_cmpstr (get_choice (fixture, "scope_choice"), ==, "Competencies by criterion");
  assert_rows (fixture, 4, "1a 1b 1c 2a");
  rate (fixture, "1b", 2);
  aim (fixture, "1b", 3);
  assert_row (fixture, "Reputation as a change leader for local organisations",
              "1b | Reputation as a change leader for local organisations | 2 | 3 | 1 short | –");

  choose (fixture, "scope_choice", 2);
  g_assert_cmpstr (get_choice (fixture, "scope_choice"), ==, "Governance");
  assert_rows (fixture, 99, "strategy finance board");
  aim (fixture, "board", 3);
  rate (fixture, "board", 2);

  /* A word in place of a number is not shown. */
  assert_row (fixture, "Board", "Board | Amber | Green | 1 short | –");

  choose (fixture, "scope_choice", 3);
  assert_rows (fixture, 2, "strategy.1 strategy.2");
}

/* Each year has targets of its own, chosen on the page and undone like anything else. */
static void
test_years (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) choosers = NULL;
  TsAssessmentState *state;

  rate (fixture, "1", 2);
  aim (fixture, "1", 3);
  g_assert_cmpstr (get_choice (fixture, "year_choice"), ==, "Targets for 2009/10");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (app_fixture_child (fixture->page, "year_choice"))), ==, 5);
  choose (fixture, "year_choice", 2);
  g_assert_cmpstr (get_choice (fixture, "year_choice"), ==, "Targets for 2011/12");
  assert_row (fixture, "Locally lead the NHS", "1 | Locally lead the NHS | 2 | – | – | –");

  choosers = list_below (GTK_WIDGET (get_table (fixture)), TS_TYPE_TARGET_CHOOSER);
  g_assert_true (gtk_widget_activate_action (g_ptr_array_index (choosers, 0), "target.level", "i", 4));

  do
    {
      g_main_context_iteration (NULL, TRUE);
      state = ts_assessment_model_get_state (fixture->model);
    }
  while (ts_assessment_state_get_target (state, "1", 2011) == 0);

  app_fixture_settle (fixture->page);
  assert_row (fixture, "Locally lead the NHS", "1 | Locally lead the NHS | 2 | 4 | 2 short | –");
  g_assert_cmpstr (ts_session_get_undo_label (fixture->session.session), ==, "1: target level 4 for 2011/12");

  choose (fixture, "year_choice", 0);
  assert_row (fixture, "Locally lead the NHS", "1 | Locally lead the NHS | 2 | 3 | 1 short | –");
}

static void
test_leads_to_pages (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) buttons = NULL;

  g_signal_emit_by_name (get_table (fixture), "activate", 4u);
  choose (fixture, "scope_choice", 1);
  g_signal_emit_by_name (get_table (fixture), "activate", 1u);
  g_signal_emit_by_name (get_table (fixture), "activate", 1000u);
  g_assert_cmpstr (fixture->places->str, ==, "group/5 criterion/1b ");

  /* By keyboard, each name is a button. */
  buttons = list_below (GTK_WIDGET (get_table (fixture)), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *child = gtk_button_get_child (g_ptr_array_index (buttons, i));

      if (GTK_IS_LABEL (child) && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (child)), "Local area agreement"))
        g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");
    }

  g_assert_cmpstr (fixture->places->str, ==, "group/5 criterion/1b criterion/2a ");
}

static void
test_copies (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  rate (fixture, "1", 3);
  aim (fixture, "1", 2);
  aim (fixture, "2", 4);
  gtk_widget_activate_action (fixture->page, "page.order", "s", "target");
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.copy-table", NULL));
  text = app_fixture_read_clipboard (fixture->page);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 13);
  g_assert_cmpstr (lines[0], ==, "Number\tCompetency\tLevel\tTarget 2009/10\tGap\tLast year\tChange");
  g_assert_cmpstr (lines[1], ==, "2\tWork with community partners\t\t4\t\t\t");
  g_assert_cmpstr (lines[2], ==, "1\tLocally lead the NHS\t3\t2\t-1\t\t");
  g_assert_cmpstr (lines[12], ==, "");
}

static void
count_sensitive (Fixture *fixture,
                 guint   *n_choosers,
                 guint   *n_sensitive)
{
  g_autoptr (GPtrArray) choosers = list_below (GTK_WIDGET (get_table (fixture)), TS_TYPE_TARGET_CHOOSER);

  *n_choosers = choosers->len;
  *n_sensitive = 0;

  for (guint i = 0; i < choosers->len; i++)
    *n_sensitive += gtk_widget_get_sensitive (app_fixture_child (g_ptr_array_index (choosers, i), "button"));
}

/* Another session has the workbook: this one only looks. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsSession) reader = open_session (fixture->session.path, TS_OPEN_READ_ONLY, &error);
  g_autoptr (TsAssessmentModel) model = NULL;
  guint n_choosers;
  guint n_sensitive;

  g_assert_no_error (error);
  count_sensitive (fixture, &n_choosers, &n_sensitive);
  g_assert_cmpuint (n_choosers, >, 5);
  g_assert_cmpuint (n_sensitive, ==, n_choosers);

  model = ts_assessment_model_new (reader, fixture->session.assessment_id);
  wait_until_loaded (model);
  ts_assess_page_set_model (TS_ASSESS_PAGE (fixture->page), model);
  app_fixture_settle (fixture->page);
  count_sensitive (fixture, &n_choosers, &n_sensitive);
  g_assert_cmpuint (n_choosers, >, 5);
  g_assert_cmpuint (n_sensitive, ==, 0);
  g_assert_cmpstr (get_explanation (fixture), ==, "No targets were set for this year.");

  ts_assess_page_set_model (TS_ASSESS_PAGE (fixture->page), NULL);
  g_assert_false (gtk_widget_get_visible (app_fixture_child (fixture->page, "stack")));
  ts_assess_page_set_model (TS_ASSESS_PAGE (fixture->page), fixture->model);
  g_assert_true (gtk_widget_get_visible (app_fixture_child (fixture->page, "stack")));
  close_session (reader);
}

/* The number begins the name, the change is left out, and the chart stands in the place of the table when it is wanted. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *chart_button = app_fixture_child (fixture->page, "chart_button");

  rate (fixture, "1", 2);
  aim (fixture, "1", 3);
  assert_row (fixture, "1  Locally lead the NHS", "1  Locally lead the NHS | 2 | 3 | 1 short");
  g_assert_true (is_shown (fixture, "table_window"));
  g_assert_false (is_shown (fixture, "chart_window"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chart_button), TRUE);
  app_fixture_settle (fixture->page);
  g_assert_false (is_shown (fixture, "table_window"));
  g_assert_true (is_shown (fixture, "chart_window"));
  g_assert_cmpint (gtk_widget_get_width (fixture->page), <=, 360);
}

static void
test_wide (Fixture       *fixture,
           gconstpointer  data)
{
  rate (fixture, "1", 2);
  g_assert_true (is_shown (fixture, "table_window"));
  g_assert_true (is_shown (fixture, "chart_window"));
  g_assert_false (is_shown (fixture, "view_choice"));
  g_assert_cmpstr (ts_chart_get_title (ts_chart_view_get_chart (app_fixture_child (fixture->page, "chart_view"))), ==,
                   "Testmoor PCT · Competencies · 2009/10");
}

static gboolean
has_column (Fixture    *fixture,
            const char *title)
{
  GListModel *columns = gtk_column_view_get_columns (get_table (fixture));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column) && g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        return TRUE;
    }

  return FALSE;
}

/* However wide the page is and whatever is listed, no column is cut: one that has no room is left out, as long as there is one to leave out. */
static void
test_cuts_nothing (Fixture       *fixture,
                   gconstpointer  data)
{
  static const int widths[] = { 360, 420, 500, 560, 640, 740, 842, 960, 1100, 1400 };
  GtkDropDown *scope = app_fixture_child (fixture->page, "scope_choice");
  GtkWidget *table_window = app_fixture_child (fixture->page, "table_window");

  rate (fixture, "1", 2);
  aim (fixture, "1", 3);
  rate (fixture, "strategy", 1);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      for (guint choice = 0; choice < g_list_model_get_n_items (gtk_drop_down_get_model (scope)); choice++)
        {
          int least;

          gtk_window_set_default_size (fixture->window, widths[i], 900);
          gtk_drop_down_set_selected (scope, choice);
          app_fixture_settle (fixture->page);
          app_fixture_settle (fixture->page);
          gtk_widget_measure (GTK_WIDGET (get_table (fixture)), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
          g_test_message ("width %d, choice %u: %d of %d", widths[i], choice, least, gtk_widget_get_width (table_window));
          if (has_column (fixture, "Change"))
            g_assert_cmpint (least, <=, gtk_widget_get_width (table_window));
        }
    }

  gtk_drop_down_set_selected (scope, 0);
  gtk_window_set_default_size (fixture->window, 842, 900);
  app_fixture_settle (fixture->page);
  g_assert_true (has_column (fixture, "Change"));
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);
#define ADD(path, function) g_test_add ("/gaps-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("begins-with-what-to-do", test_begins_with_what_to_do);
  ADD ("follows", test_follows);
  ADD ("last-year", test_last_year);
  ADD ("sorts", test_sorts);
  ADD ("scopes", test_scopes);
  ADD ("years", test_years);
  ADD ("leads-to-pages", test_leads_to_pages);
  ADD ("copies", test_copies);
  ADD ("read-only", test_read_only);
  ADD ("wide", test_wide);
  ADD ("cuts-nothing", test_cuts_nothing);
  g_test_add ("/gaps-page/narrow", Fixture, NULL, set_up_narrow, test_narrow, tear_down);

  return g_test_run ();
}
