/* test-past.c — nothing can be changed while the past is shown, on no page and in no dialog
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "session-fixture.h"

#include "app/ts-window.h"
#include "core/ts-outcome.h"
#include "model/ts-evidence-item.h"
#include "model/ts-session-outcomes.h"

#include <string.h>

/* What only looks, leads somewhere, or is about the file as a whole. Every other action that any widget of the program has changes something. */
static const char *const reading[] = {
  "change.show-then",
  "chart.copy-command",
  "chart.copy-picture",
  "chart.copy-table",
  "chart.menu",
  "chart.save",
  "chart.save-table",
  "chart.show-table",
  "criterion.step",
  "evidence.copy-hash",
  "evidence.details",
  "evidence.open",
  "evidence.save-copy",
  "history.clear-filters",
  "history.show-day",
  "organisations.back",
  "organisations.export",
  "organisations.open",
  "organisations.show",
  "outcome.copy",
  "page.copy-table",
  "page.order",
  "past.back-to-now",
  "win.close-workbook",
  "win.edit-again",
  "win.new-assessment",
  "win.next-group",
  "win.previous-group",
  "win.print",
  "win.restore-backup",
  "win.save-copy",
  "win.save-report",
  "win.search",
  "win.select-assessment",
  "win.show-organisations",
  "win.show-place",
  "win.switch-person",
  "win.toggle-sidebar",
  "win.workspace",
  NULL,
};

/* What can be changed on each page now, so that the test cannot pass by looking at nothing. */
static const struct
{
  const char *place;
  const char *changes;
} places[] = {
  { "overview", "win.undo" },
  { "group/5", "rating.set rating.clear evidence.add-files evidence.unlink group.unstate TsTargetChooser GtkTextView" },
  { "outcomes", "outcomes.add outcome.edit outcome.remove GtkText" },
  { "gaps", "TsTargetChooser" },
  { "evidence", "win.undo" },
  { "sign-off", "sign-off.approve" },
  { "history", "win.undo" },
  { "organisations", "organisations.new" },
  { "organisations/ZZ1", "organisation-button" },
};

typedef struct
{
  SessionFixture session;
  TsWindow *window;
  gboolean gone;
  char *outcome_id;
  char *evidence_id;
} Fixture;

static void
on_gone (gpointer data,
         GObject *object)
{
  *(gboolean *) data = TRUE;
}

static TsChange *
finish (Fixture       *fixture,
        GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;
  TsChange *change = wait_for_change (fixture->session.session, result, &error);

  g_assert_no_error (error);

  return change;
}

static void
fill (Fixture *fixture)
{
  const TsOutcomeDefinition definition = { .metric = "Life expectancy", .unit = "years", .up_is_better = TRUE };
  const TsOutcomeCell cell = { TS_OUTCOME_VALUE_ACTUAL, 2009, TRUE, 79 };
  TsSession *session = fixture->session.session;
  const char *assessment_id = fixture->session.assessment_id;
  GAsyncResult *result = NULL;
  g_autoptr (TsChange) outcome = NULL;
  g_autoptr (TsChange) evidence = NULL;

  ts_session_rate_async (session, assessment_id, "5b", 2, take_result_cb, &result);
  ts_change_unref (finish (fixture, &result));
  ts_session_explain_async (session, assessment_id, "5b", "why", take_result_cb, &result);
  ts_change_unref (finish (fixture, &result));
  ts_session_attach_address_async (session, assessment_id, "5b", "https://example.org/plan", "A plan", take_result_cb, &result);
  evidence = finish (fixture, &result);
  fixture->evidence_id = g_strdup (ts_row_get_id (ts_change_find_after (evidence, TS_ENTITY_EVIDENCE)));
  ts_session_add_outcome_async (session, assessment_id, &definition, take_result_cb, &result);
  outcome = finish (fixture, &result);
  fixture->outcome_id = g_strdup (ts_row_get_id (ts_change_find_after (outcome, TS_ENTITY_OUTCOME)));
  ts_session_set_outcome_cells_async (session, assessment_id, fixture->outcome_id, &cell, 1, take_result_cb, &result);
  ts_change_unref (finish (fixture, &result));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GFile) file = NULL;
  GAsyncResult *result = NULL;

  session_fixture_set_up (&fixture->session, NULL);
  fill (fixture);
  close_session (fixture->session.session);
  g_clear_object (&fixture->session.session);

  file = g_file_new_for_path (fixture->session.path);
  fixture->window = ts_window_new (NULL);
  g_object_weak_ref (G_OBJECT (fixture->window), on_gone, &fixture->gone);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 900);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ts_window_open (fixture->window, file);

  while (ts_window_get_assessment (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  wait_until_loaded (ts_window_get_assessment (fixture->window));

  /* Something that can be undone. */
  ts_session_rate_async (ts_window_get_session (fixture->window), fixture->session.assessment_id, "5a", 3, take_result_cb, &result);
  ts_change_unref (wait_for_change (ts_window_get_session (fixture->window), &result, NULL));
  app_fixture_settle (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));

  while (!fixture->gone)
    g_main_context_iteration (NULL, TRUE);

  g_free (fixture->outcome_id);
  g_free (fixture->evidence_id);
  fixture->session.session = open_session (fixture->session.path, TS_OPEN_READ_WRITE, NULL);
  g_assert_nonnull (fixture->session.session);
  session_fixture_tear_down (&fixture->session, NULL);
}

/* A button that has the action is sensitive just when the action is enabled. */
static gboolean
is_enabled (GtkWidget          *widget,
            const char         *action,
            const GVariantType *type)
{
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  if (type != NULL && g_variant_type_equal (type, G_VARIANT_TYPE_INT32))
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", 1);
  else if (type != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");

  gtk_widget_set_parent (button, widget);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);

  return enabled;
}

static void
note (GString    *changes,
      const char *what)
{
  g_string_append_printf (changes, "%s ", what);
}

static void
collect_actions (GtkWidget *widget,
                 GString   *changes)
{
  const char *action;
  const char *property;
  const GVariantType *type;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &action, &type, &property); i++)
    {
      if (g_str_has_prefix (g_type_name (owner), "Ts") && !g_strv_contains (reading, action) && is_enabled (widget, action, type))
        note (changes, action);
    }
}

/* Entries that find or filter change nothing. */
static gboolean
filters (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SEARCH_ENTRY) != NULL || gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) != NULL ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL;
}

static void
collect (GtkWidget *widget,
         GString   *changes)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  collect_actions (widget, changes);

  if (GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)) && gtk_widget_is_sensitive (widget))
    note (changes, "GtkTextView");

  if (GTK_IS_TEXT (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget)) && gtk_widget_is_sensitive (widget) && !filters (widget))
    note (changes, "GtkText");

  if (ADW_IS_COMBO_ROW (widget) && gtk_widget_is_sensitive (widget))
    note (changes, "AdwComboRow");

  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_is_sensitive (widget) &&
      g_str_equal (G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), "TsTargetChooser"))
    note (changes, "TsTargetChooser");

  if (GTK_IS_BUTTON (widget) && g_object_get_data (G_OBJECT (widget), "edit") != NULL && gtk_widget_is_sensitive (widget))
    note (changes, "organisation-button");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, changes);
}

static char *
list_changes (Fixture    *fixture,
              const char *place)
{
  GString *changes = g_string_new (" ");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-place", "s", place);
  app_fixture_settle (GTK_WIDGET (fixture->window));
  collect (GTK_WIDGET (fixture->window), changes);

  return g_string_free (changes, FALSE);
}

/* Pages read what they show by themselves. */
static void
wait_for_changes (Fixture    *fixture,
                  const char *place,
                  const char *wanted)
{
  g_auto (GStrv) names = g_strsplit (wanted, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf (" %s ", names[i]);
      gboolean found = FALSE;

      for (guint turn = 0; !found && turn < 200; turn++)
        {
          g_autofree char *changes = list_changes (fixture, place);

          found = strstr (changes, name) != NULL;
        }

      if (!found)
        g_error ("nothing like “%s” can be done on “%s”", names[i], place);
    }
}

static void
wait_for_nothing (Fixture    *fixture,
                  const char *place)
{
  g_autofree char *changes = list_changes (fixture, place);

  for (guint turn = 0; !g_str_equal (changes, " ") && turn < 200; turn++)
    {
      g_free (changes);
      changes = list_changes (fixture, place);
    }

  g_assert_cmpstr (changes, ==, " ");
}

static void
show_all_pages (Fixture *fixture)
{
  g_autofree char *outcome = g_strdup_printf ("outcomes/%s", fixture->outcome_id);

  /* An outcome is open from now on, so that its table is there. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-place", "s", outcome);
  app_fixture_settle (GTK_WIDGET (fixture->window));
}

static void
go_to (Fixture *fixture,
       gint64   moment)
{
  TsAssessmentModel *model = ts_window_get_assessment (fixture->window);

  if (moment != 0)
    ts_assessment_model_show_moment (model, moment);
  else
    ts_assessment_model_show_as_of (model, 0);

  while ((ts_assessment_model_get_as_of (model) != 0) != (moment != 0))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  show_all_pages (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    wait_for_changes (fixture, places[i].place, places[i].changes);

  /* As it is, but as the past: all is there that could be changed. */
  go_to (fixture, G_MAXINT64);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    wait_for_nothing (fixture, places[i].place);

  go_to (fixture, 0);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    wait_for_changes (fixture, places[i].place, places[i].changes);
}

/* (transfer none) (nullable): an open window of a type. */
static GtkWidget *
find_window (const char *type_name)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    {
      if (g_str_equal (G_OBJECT_TYPE_NAME (link->data), type_name))
        return link->data;
    }

  return NULL;
}

/* What the window about the evidence lets be changed, which is closed again. */
static char *
list_dialog_changes (Fixture *fixture)
{
  g_autofree char *place = g_strdup_printf ("evidence/%s", fixture->evidence_id);
  GString *changes = g_string_new (" ");
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-place", "s", place);

  while ((dialog = find_window ("TsEvidenceDialog")) == NULL || !gtk_widget_get_mapped (dialog))
    g_main_context_iteration (NULL, TRUE);

  app_fixture_settle (dialog);
  collect (dialog, changes);
  gtk_window_destroy (GTK_WINDOW (dialog));

  return g_string_free (changes, FALSE);
}

static void
test_evidence_dialog (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *now = list_dialog_changes (fixture);
  g_autofree char *then = NULL;

  g_assert_nonnull (strstr (now, "GtkText"));
  g_assert_nonnull (strstr (now, "AdwComboRow"));
  go_to (fixture, G_MAXINT64);
  then = list_dialog_changes (fixture);
  g_assert_cmpstr (then, ==, " ");
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);
  add ("/app/past/pages", test_pages);
  add ("/app/past/evidence-dialog", test_evidence_dialog);

  return g_test_run ();
}
