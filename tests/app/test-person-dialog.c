/* test-person-dialog.c — saying who is working
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "session-fixture.h"

#include "app/people/ts-person-dialog.h"
#include "app/ts-settings.h"
#include "app/ts-window.h"

static void
on_gone (gpointer data,
         GObject *object)
{
  *(gboolean *) data = TRUE;
}

static void
wait_until_gone (gboolean *gone)
{
  while (!*gone)
    g_main_context_iteration (NULL, TRUE);

  *gone = FALSE;
}

static TsPersonDialog *
open_dialog (TsSession *session,
             gboolean  *gone)
{
  TsPersonDialog *dialog = ts_person_dialog_new (session);

  g_object_weak_ref (G_OBJECT (dialog), on_gone, gone);
  gtk_window_present (GTK_WINDOW (dialog));
  app_fixture_settle (GTK_WIDGET (dialog));

  return dialog;
}

static gboolean
can_accept (TsPersonDialog *dialog)
{
  GtkWidget *name = app_fixture_child (dialog, "name");

  return gtk_widget_activate_action (name, "person.accept", NULL);
}

static void
reset (void)
{
  g_settings_reset (ts_settings_get (), "person-name");
  g_settings_reset (ts_settings_get (), "person-role");
  g_settings_reset (ts_settings_get (), "person-asked");
}

static void
assert_person (const char *name,
               const char *role)
{
  g_autofree char *kept_name = NULL;
  g_autofree char *kept_role = NULL;

  ts_settings_dup_person (&kept_name, &kept_role);
  g_assert_cmpstr (kept_name, ==, name);
  g_assert_cmpstr (kept_role, ==, role);
}

static void
test_settings (void)
{
  g_autofree char *name = NULL;

  reset ();

  /* Somebody always works. */
  ts_settings_dup_person (&name, NULL);
  g_assert_cmpstr (name, !=, "");

  /* Asked once. */
  g_assert_true (ts_settings_begin_to_ask_person ());
  g_assert_false (ts_settings_begin_to_ask_person ());

  /* Not at all whoever has said it. */
  reset ();
  ts_settings_set_person ("Asha Rao", "");
  g_assert_false (ts_settings_begin_to_ask_person ());
  reset ();
}

static void
test_typed (void)
{
  gboolean gone = FALSE;
  TsPersonDialog *dialog;

  reset ();
  dialog = open_dialog (NULL, &gone);
  g_assert_false (gtk_widget_get_visible (app_fixture_child (dialog, "people_group")));

  gtk_editable_set_text (app_fixture_child (dialog, "name"), "   ");
  can_accept (dialog);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog)));

  gtk_editable_set_text (app_fixture_child (dialog, "name"), " Asha Rao ");
  gtk_editable_set_text (app_fixture_child (dialog, "role"), "Board secretary");
  g_signal_emit_by_name (app_fixture_child (dialog, "role"), "entry-activated");
  wait_until_gone (&gone);
  assert_person ("Asha Rao", "Board secretary");

  /* Not now: nothing changes. */
  dialog = open_dialog (NULL, &gone);
  g_assert_cmpstr (gtk_editable_get_text (app_fixture_child (dialog, "name")), ==, "Asha Rao");
  gtk_editable_set_text (app_fixture_child (dialog, "name"), "Ben Hall");
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until_gone (&gone);
  assert_person ("Asha Rao", "Board secretary");
  reset ();
}

static void
rate (SessionFixture *fixture,
      const char     *name,
      const char     *role,
      int             level)
{
  GAsyncResult *result = NULL;
  g_autoptr (TsChange) change = NULL;

  ts_session_set_person (fixture->session, name, role);
  ts_session_rate_async (fixture->session, fixture->assessment_id, "5a", level, take_result_cb, &result);
  change = wait_for_change (fixture->session, &result, NULL);
  g_assert_nonnull (change);
}

/* Those who have worked in the workbook are a click away. */
static void
test_known (SessionFixture *fixture,
            gconstpointer   data)
{
  gboolean gone = FALSE;
  TsPersonDialog *dialog;
  GtkListBox *people;

  reset ();
  rate (fixture, "Ben <Hall>", "Chair & treasurer", 2);
  rate (fixture, "Asha Rao", NULL, 3);
  ts_settings_set_person ("Asha Rao", "");

  dialog = open_dialog (fixture->session, &gone);
  people = app_fixture_child (dialog, "people");

  while (gtk_list_box_get_row_at_index (people, 1) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_null (gtk_list_box_get_row_at_index (people, 2));
  adw_action_row_activate (ADW_ACTION_ROW (gtk_list_box_get_row_at_index (people, 1)));
  wait_until_gone (&gone);
  assert_person ("Ben <Hall>", "Chair & treasurer");
  reset ();
}

/* A window tells its workbook who works, from the beginning and when that changes. */
static void
test_window (SessionFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  static const char *const names[] = { "Asha Rao", "Ben Hall" };
  gboolean gone = FALSE;
  TsWindow *window;

  close_session (fixture->session);
  g_clear_object (&fixture->session);
  ts_settings_set_person (names[0], "Chair");

  window = ts_window_new (NULL);
  g_object_weak_ref (G_OBJECT (window), on_gone, &gone);
  gtk_window_present (GTK_WINDOW (window));
  ts_window_open (window, file);

  while (ts_window_get_assessment (window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GAsyncResult *result = NULL;
      g_autoptr (TsChange) change = NULL;

      ts_settings_set_person (names[i], "Chair");
      ts_session_rate_async (ts_window_get_session (window), fixture->assessment_id, "5a", i + 1, take_result_cb, &result);
      change = wait_for_change (ts_window_get_session (window), &result, NULL);
      g_assert_cmpstr (ts_change_get_author (change), ==, names[i]);
      g_assert_true (ts_change_touches (change, TS_ENTITY_PERSON));
    }

  gtk_window_close (GTK_WINDOW (window));
  wait_until_gone (&gone);
  fixture->session = open_session (fixture->path, TS_OPEN_READ_WRITE, NULL);
  reset ();
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/person-dialog/settings", test_settings);
  g_test_add_func ("/person-dialog/typed", test_typed);
  g_test_add ("/person-dialog/known", SessionFixture, NULL, session_fixture_set_up, test_known, session_fixture_tear_down);
  g_test_add ("/person-dialog/window", SessionFixture, NULL, session_fixture_set_up, test_window, session_fixture_tear_down);

  return g_test_run ();
}
