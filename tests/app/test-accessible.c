/* test-accessible.c — every page and dialog by keyboard and by name
 *
 * Walks the window on the sample as somebody does who sees nothing and has no mouse.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accessible-fixture.h"
#include "session-fixture.h"

#include "app/help/ts-help-window.h"
#include "app/review/ts-criteria-page.h"
#include "app/review/ts-review-workspace.h"
#include "app/ts-preferences-window.h"
#include "app/ts-window.h"
#include "core/ts-organisation-edit.h"
#include "exchange/ts-sample.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  TsWindow *window;
  gboolean gone;
} Fixture;

static void
on_gone (gpointer data,
         GObject *object)
{
  *(gboolean *) data = TRUE;
}

/* What the application would bring: without them their buttons cannot be pressed. */
static void
add_application_actions (TsWindow *window)
{
  static const GActionEntry entries[] = {
    { "new-workbook" },
    { "open" },
    { "open-recent", NULL, "s" },
    { "open-sample" },
    { "fresh-sample" },
    { "preferences" },
    { "help" },
    { "about" },
    { "quit" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "app", G_ACTION_GROUP (group));
}

static void
open_window (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  fixture->window = ts_window_new (NULL);
  add_application_actions (fixture->window);
  g_object_weak_ref (G_OBJECT (fixture->window), on_gone, &fixture->gone);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 860);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ts_window_open (fixture->window, file);

  while (ts_window_get_assessment (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  wait_until_loaded (ts_window_get_assessment (fixture->window));
  app_fixture_settle (GTK_WIDGET (fixture->window));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("touchstone-accessible-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sample.touchstone", NULL);
  ts_sample_create (fixture->path, TS_SAMPLE_REGION, TS_SAMPLE_SEED, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  open_window (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));

  while (!fixture->gone)
    g_main_context_iteration (NULL, TRUE);

  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
check (GtkWindow  *window,
       const char *where)
{
  int n_named = accessible_fixture_check_names (GTK_WIDGET (window), where);
  int n_stops = accessible_fixture_check_keyboard (window, where);

  g_test_message ("%s: %d names, %d stops", where, n_named, n_stops);

  /* A walk that finds nothing proves nothing. */
  g_assert_cmpint (n_named, >, 0);
  g_assert_cmpint (n_stops, >, 0);
}

/* The first that is shown below the widget and does this when it is activated. */
static GtkWidget *
find_actionable (GtkWidget  *widget,
                 const char *action)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;

  if (GTK_IS_ACTIONABLE (widget) && gtk_widget_is_sensitive (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_actionable (child, action);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_type (GtkWidget  *widget,
           const char *type)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The button beside a heading or row of an organisation's page that opens a dialog of this kind. */
static GtkWidget *
find_edit_button (GtkWidget              *widget,
                  TsOrganisationEditKind  kind)
{
  g_autofree char *name = g_strdup_printf ("%d ", (int) kind);

  if (GTK_IS_BUTTON (widget) && g_str_has_prefix (gtk_widget_get_name (widget), name))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_edit_button (child, kind);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
show_place (Fixture    *fixture,
            const char *place)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 4;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-place", "s", place));

  /* Some pages read from the workbook first. */
  while (g_get_monotonic_time () < end)
    {
      app_fixture_settle (GTK_WIDGET (fixture->window));
      g_usleep (5000);
    }
}

static GtkWindow *
find_dialog (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (l->data != fixture->window && gtk_widget_get_mapped (l->data))
        return l->data;
    }

  return NULL;
}

static GtkWindow *
wait_for_dialog (Fixture    *fixture,
                 const char *what)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (find_dialog (fixture) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("no dialog: %s", what);

      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }

  app_fixture_settle (GTK_WIDGET (find_dialog (fixture)));

  return find_dialog (fixture);
}

static void
check_dialog (Fixture    *fixture,
              const char *where)
{
  GtkWindow *dialog = wait_for_dialog (fixture, where);

  check (dialog, where);
  gtk_window_close (dialog);

  while (find_dialog (fixture) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
list_menu_buttons (GtkWidget *widget,
                   GPtrArray *buttons)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_is_sensitive (widget))
    g_ptr_array_add (buttons, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    list_menu_buttons (child, buttons);
}

static gboolean
is_in_sight (GtkWidget       *widget,
             GtkWidget       *scroller,
             graphene_rect_t *bounds)
{
  return scroller == NULL || !gtk_widget_compute_bounds (widget, scroller, bounds) ||
         (bounds->origin.y >= 0 && bounds->origin.y < gtk_widget_get_height (scroller));
}

/* A popover of what is out of sight has no screen to be on; and after going round by keyboard, the page may still scroll to where nobody is any more. */
static void
bring_into_sight (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;
  graphene_rect_t bounds;

  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
  app_fixture_settle (widget);

  while (!is_in_sight (widget, scroller, &bounds) && g_get_monotonic_time () < end)
    {
      app_fixture_settle (widget);
      g_usleep (5000);
    }

  if (!is_in_sight (widget, scroller, &bounds))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y);
      app_fixture_settle (widget);
    }
}

/* What the menu buttons of a page bring up; returns how many they are. */
static guint
check_popovers (GtkWidget  *root,
                const char *where)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  guint n_popovers = 0;

  list_menu_buttons (root, buttons);

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkPopover *popover;

      bring_into_sight (buttons->pdata[i]);
      gtk_menu_button_popup (buttons->pdata[i]);
      popover = gtk_menu_button_get_popover (buttons->pdata[i]);

      if (popover == NULL)
        continue;

      app_fixture_settle (root);
      accessible_fixture_check_names (GTK_WIDGET (popover), where);
      gtk_popover_popdown (popover);
      app_fixture_settle (root);
      n_popovers++;
    }

  return n_popovers;
}

/* What a telephone has, in pixels. */
#define NARROW 360

static const char *const places[] = {
  "overview",
  "group/1",
  "group/4",
  "group/9",
  "group/board",
  "outcomes",
  "gaps",
  "evidence",
  "sign-off",
  "history",
  "organisations",
  "organisations/ZX1",
};

static const char *const comparisons[] = {
  "map",
  "trends",
  "gaps",
  "spread",
  "ranking",
  "measures",
  "rules",
};

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The pages of the workspace Compare. */
static void
check_comparisons (Fixture *fixture,
                   gboolean popovers)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.workspace", "s", "compare"));

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    {
      GtkWidget *view = find_type (GTK_WIDGET (fixture->window), "TsCompareWorkspace");
      gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

      g_assert_true (gtk_widget_activate_action (view, "comparisons.show", "s", comparisons[i]));

      while (g_get_monotonic_time () < end)
        {
          app_fixture_settle (GTK_WIDGET (fixture->window));
          g_usleep (5000);
        }

      check (GTK_WINDOW (fixture->window), comparisons[i]);

      if (popovers)
        check_popovers (GTK_WIDGET (fixture->window), comparisons[i]);
    }
}

static void
test_comparisons (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *canvas;
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  check_comparisons (fixture, TRUE);
  g_assert_true (gtk_widget_activate_action (find_type (GTK_WIDGET (fixture->window), "TsCompareWorkspace"), "comparisons.show", "s", "map"));
  canvas = find_type (GTK_WIDGET (fixture->window), "TsHeatmapCanvas");
  g_assert_nonnull (canvas);
  g_signal_emit_by_name (canvas, "cell-activated", 0, 0);

  while (g_get_monotonic_time () < end)
    app_fixture_settle (GTK_WIDGET (fixture->window));

  check (GTK_WINDOW (fixture->window), "the explanation of a cell");

  g_assert_true (gtk_widget_activate_action (find_type (GTK_WIDGET (fixture->window), "TsCompareWorkspace"), "comparisons.show", "s", "ranking"));
  app_fixture_settle (GTK_WIDGET (fixture->window));
  g_signal_emit_by_name (find_button (GTK_WIDGET (fixture->window), "_Own Weights…"), "clicked");
  check_dialog (fixture, "own weights");
  g_signal_emit_by_name (find_button (GTK_WIDGET (fixture->window), "_New Group…"), "clicked");
  check_dialog (fixture, "new group");
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      show_place (fixture, places[i]);
      check (GTK_WINDOW (fixture->window), places[i]);
      check_popovers (GTK_WIDGET (fixture->window), places[i]);
    }
}

static const char *const review_places[] = { "prepare", "interests", "desk", "scores", "consensus", "calibration", "reply", "report" };

static GtkWidget *
show_review_place (Fixture    *fixture,
                   const char *place)
{
  GtkWidget *view = find_type (GTK_WIDGET (fixture->window), "TsReviewWorkspace");
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  g_assert_nonnull (view);
  g_assert_true (gtk_widget_activate_action (view, "review.show", "s", place));

  while (g_get_monotonic_time () < end)
    {
      app_fixture_settle (GTK_WIDGET (fixture->window));
      g_usleep (5000);
    }

  return GTK_WIDGET (ts_review_workspace_get_page (TS_REVIEW_WORKSPACE (view)));
}

/* The sample's chair, whose panel has sealed and is open. */
static void
begin_review (Fixture *fixture)
{
  TsSession *session = ts_window_get_session (fixture->window);
  TsReviewModel *model;
  const TsRoundSnapshot *round;

  ts_session_set_person (session, "Helen Marchbank (fictional)", NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.workspace", "s", "review"));
  model = ts_review_workspace_get_model (TS_REVIEW_WORKSPACE (find_type (GTK_WIDGET (fixture->window), "TsReviewWorkspace")));

  while (ts_review_model_get_busy (model) || ts_review_model_get_round (model) == NULL)
    g_main_context_iteration (NULL, TRUE);

  round = ts_review_model_get_round (model);

  for (guint i = 0; i < round->assessments->len; i++)
    {
      const TsRoundAssessment *it = g_ptr_array_index (round->assessments, i);

      if (g_str_equal (it->code, "ZX4"))
        ts_review_model_choose_assessment (model, ts_row_get_id (it->assessment));
    }

  while (ts_review_model_get_busy (model))
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (ts_sight_is_open (&ts_review_model_get_review (model)->sight->sight));
  app_fixture_settle (GTK_WIDGET (fixture->window));
}

static void
unfold (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    unfold (child);
}

/* On a narrow window a list of criteria stands alone, and the criterion comes when it is chosen. */
static gboolean
open_criterion (GtkWidget *page)
{
  GtkWidget *leaflet = find_type (page, "AdwLeaflet");
  GObject *list;

  if (!TS_IS_CRITERIA_PAGE (page) || !adw_leaflet_get_folded (ADW_LEAFLET (leaflet)))
    return FALSE;

  list = gtk_widget_get_template_child (page, TS_TYPE_CRITERIA_PAGE, "list");
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_selected_row (GTK_LIST_BOX (list)));
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (ADW_LEAFLET (leaflet)), ==, "detail");

  return TRUE;
}

/* The pages of the workspace Review, with all that they can unfold and every menu that they have. Returns how many popovers there are. */
static guint
check_review (Fixture *fixture,
              void (*also) (Fixture    *fixture,
                            const char *place))
{
  guint n_popovers = 0;

  begin_review (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (review_places); i++)
    {
      GtkWidget *page = show_review_place (fixture, review_places[i]);

      g_assert_nonnull (page);
      unfold (page);
      page = show_review_place (fixture, review_places[i]);
      check (GTK_WINDOW (fixture->window), review_places[i]);

      if (open_criterion (page))
        {
          show_review_place (fixture, review_places[i]);
          check (GTK_WINDOW (fixture->window), review_places[i]);
        }

      n_popovers += check_popovers (page, review_places[i]);

      if (also != NULL)
        also (fixture, review_places[i]);
    }

  return n_popovers;
}

static void
test_review (Fixture       *fixture,
             gconstpointer  data)
{
  /* Of each chart one, at the least. */
  g_assert_cmpuint (check_review (fixture, NULL), >=, 3);
}

static void
test_review_dialogs (Fixture       *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    const char *place;
    const char *action;
    gboolean must; /* whether it can always be done */
  } dialogs[] = {
    { "prepare", "prepare.edit-round", TRUE },
    { "prepare", "prepare.new-panel", TRUE },
    { "interests", "interests.declare", TRUE },
    { "desk", "desk.enquire", FALSE },
    { "desk", "criteria.show-ledger", TRUE },
    { "scores", "scores.seal", FALSE },
    { "scores", "scores.unseal", FALSE },
    { "scores", "criteria.show-ledger", TRUE },
    { "consensus", "consensus.dissent", FALSE },
    { "consensus", "criteria.show-ledger", TRUE },
    { "consensus", "chart.show-table", FALSE },
    { "calibration", "criteria.show-ledger", TRUE },
  };
  guint n_dialogs = 0;

  begin_review (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      GtkWidget *page = show_review_place (fixture, dialogs[i].place);
      GtkWidget *button = find_actionable (page, dialogs[i].action);

      if (button == NULL && dialogs[i].must)
        g_error ("%s: nothing does %s", dialogs[i].place, dialogs[i].action);

      if (button == NULL)
        continue;

      g_signal_emit_by_name (button, "clicked");
      check_dialog (fixture, dialogs[i].action);
      n_dialogs++;
    }

  g_assert_cmpuint (n_dialogs, >=, 7);
}

/* What makes a widget as wide as it is, from the outside in. */
static void
tell_widest (GtkWidget *widget)
{
  GtkWidget *widest = NULL;
  int most = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int width = 0;

      if (gtk_widget_get_visible (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);

      if (width > most)
        {
          most = width;
          widest = child;
        }
    }

  if (widest == NULL)
    return;

  g_test_message ("%s#%s: %d", G_OBJECT_TYPE_NAME (widest), gtk_buildable_get_buildable_id (GTK_BUILDABLE (widest)), most);
  tell_widest (widest);
}

/* Nothing may make the window wider than a telephone is: what is beyond its edge cannot be read. */
static void
check_width (Fixture    *fixture,
             const char *place)
{
  GtkWidget *content = app_fixture_child (GTK_WIDGET (fixture->window), "width_bin");
  int width;

  /* Below the header bar, which is narrower with the application's own style. */
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);

  if (width > NARROW)
    tell_widest (content);

  if (width > NARROW)
    g_error ("%s needs a window of %d pixels", place, width);
}

/* Where the sidebar covers the page, and everything stands below everything else. */
static void
test_narrow_pages (Fixture       *fixture,
                   gconstpointer  data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), NARROW, 640);
  app_fixture_settle (GTK_WIDGET (fixture->window));

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      show_place (fixture, places[i]);
      check (GTK_WINDOW (fixture->window), places[i]);
      check_width (fixture, places[i]);
    }

  check_comparisons (fixture, FALSE);
  check_width (fixture, "compare");
}

static void
test_narrow_review (Fixture       *fixture,
                    gconstpointer  data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), NARROW, 640);
  app_fixture_settle (GTK_WIDGET (fixture->window));
  check_review (fixture, check_width);
}

static void
test_window_dialogs (Fixture       *fixture,
                     gconstpointer  data)
{
  const char *const actions[] = { "win.new-assessment", "win.restore-backup", "win.switch-person" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), actions[i], NULL));
      check_dialog (fixture, actions[i]);
    }

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL));
  app_fixture_settle (GTK_WIDGET (fixture->window));
  check (GTK_WINDOW (fixture->window), "win.search");
}

static void
test_page_dialogs (Fixture       *fixture,
                   gconstpointer  data)
{
  static const struct
  {
    const char *place;
    const char *type; /* the widget of which it is an action; NULL when a button does it */
    const char *action;
  } dialogs[] = {
    { "overview", "TsChartView", "chart.show-table" },
    { "overview", "TsChartView", "chart.save" },
    { "group/1", "TsEvidenceBox", "evidence.add-address" },
    { "outcomes", NULL, "outcomes.add" },
    { "sign-off", NULL, "sign-off.approve" },
    { "organisations", NULL, "organisations.new" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      GtkWidget *widget;

      show_place (fixture, dialogs[i].place);

      if (dialogs[i].type != NULL)
        {
          widget = find_type (GTK_WIDGET (fixture->window), dialogs[i].type);
          g_assert_nonnull (widget);
          g_assert_true (gtk_widget_activate_action (widget, dialogs[i].action, NULL));
        }
      else
        {
          widget = find_actionable (GTK_WIDGET (fixture->window), dialogs[i].action);
          g_assert_nonnull (widget);
          g_assert_true (gtk_widget_activate (widget));
        }

      check_dialog (fixture, dialogs[i].action);
    }
}

/* What a press on the first row of a list opens. */
static void
test_row_dialogs (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const lists[] = { "evidence", "history" };
  static const TsOrganisationEditKind kinds[] = {
    TS_ORGANISATION_EDIT_KIND,
    TS_ORGANISATION_EDIT_DATES,
    TS_ORGANISATION_EDIT_RENAME,
    TS_ORGANISATION_EDIT_CORRECT_NAME,
    TS_ORGANISATION_EDIT_MOVE,
    TS_ORGANISATION_EDIT_CORRECT_PARENT,
    TS_ORGANISATION_EDIT_ADD_SUCCESSOR,
    TS_ORGANISATION_EDIT_POPULATION,
  };
  int n_dialogs = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GtkWidget *list;

      show_place (fixture, lists[i]);
      list = find_type (GTK_WIDGET (fixture->window), "GtkListView");
      g_assert_nonnull (list);
      g_signal_emit_by_name (list, "activate", 0);
      check_dialog (fixture, lists[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *where = g_strdup_printf ("organisation, kind %d", (int) kinds[i]);
      GtkWidget *button;

      show_place (fixture, "organisations/ZX1");
      button = find_edit_button (find_type (GTK_WIDGET (fixture->window), "TsOrganisationDetail"), kinds[i]);

      if (button == NULL)
        continue;

      g_signal_emit_by_name (button, "clicked");
      check_dialog (fixture, where);
      n_dialogs++;
    }

  g_assert_cmpint (n_dialogs, >=, 4);
}

static void
test_windows (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWindow *help = GTK_WINDOW (ts_help_window_new ());
  GtkWindow *preferences = GTK_WINDOW (ts_preferences_window_new ());

  gtk_window_present (help);
  check_dialog (fixture, "help");
  gtk_window_present (preferences);
  check_dialog (fixture, "preferences");
}

/* Before there is anything. */
static void
test_beginning (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-workbook", NULL));

  while (find_actionable (GTK_WIDGET (fixture->window), "app.open") == NULL)
    g_main_context_iteration (NULL, TRUE);

  app_fixture_settle (GTK_WIDGET (fixture->window));
  check (GTK_WINDOW (fixture->window), "welcome");
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);
  g_test_add ("/accessible/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/accessible/comparisons", Fixture, NULL, set_up, test_comparisons, tear_down);
  g_test_add ("/accessible/review", Fixture, NULL, set_up, test_review, tear_down);
  g_test_add ("/accessible/review-dialogs", Fixture, NULL, set_up, test_review_dialogs, tear_down);
  g_test_add ("/accessible/narrow-review", Fixture, NULL, set_up, test_narrow_review, tear_down);
  g_test_add ("/accessible/narrow-pages", Fixture, NULL, set_up, test_narrow_pages, tear_down);
  g_test_add ("/accessible/window-dialogs", Fixture, NULL, set_up, test_window_dialogs, tear_down);
  g_test_add ("/accessible/row-dialogs", Fixture, NULL, set_up, test_row_dialogs, tear_down);
  g_test_add ("/accessible/windows", Fixture, NULL, set_up, test_windows, tear_down);
  g_test_add ("/accessible/beginning", Fixture, NULL, set_up, test_beginning, tear_down);
  g_test_add ("/accessible/page-dialogs", Fixture, NULL, set_up, test_page_dialogs, tear_down);

  return g_test_run ();
}
