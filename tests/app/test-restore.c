/* test-restore.c — backups of a window's workbook, from being made to being restored
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "session-fixture.h"

#include "app/safety/ts-backup-keeper.h"
#include "app/safety/ts-restore-dialog.h"
#include "app/ts-settings.h"
#include "app/ts-window.h"
#include "model/ts-backups.h"

#include <glib/gstdio.h>

typedef struct
{
  SessionFixture session;
  TsBackupKeeper *keeper;
  TsWindow *window;
  gboolean gone;
  char *folder;
} Fixture;

static void
on_gone (gpointer data,
         GObject *object)
{
  *(gboolean *) data = TRUE;
}

static void
open_window (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->session.path);

  fixture->gone = FALSE;
  fixture->window = ts_window_new (NULL);
  ts_backup_keeper_follow (fixture->keeper, fixture->window);
  g_object_weak_ref (G_OBJECT (fixture->window), on_gone, &fixture->gone);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ts_window_open (fixture->window, file);

  while (ts_window_get_assessment (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  wait_until_loaded (ts_window_get_assessment (fixture->window));
}

static void
close_window (Fixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->window));

  while (!fixture->gone)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *base = ts_backups_get_base ();

  session_fixture_set_up (&fixture->session, NULL);
  close_session (fixture->session.session);
  g_clear_object (&fixture->session.session);
  fixture->folder = ts_backup_build_folder (base, fixture->session.path);
  fixture->keeper = ts_backup_keeper_new (NULL);
  open_window (fixture);
}

static guint
count_backups (Fixture *fixture)
{
  g_autoptr (GPtrArray) backups = ts_backup_list (fixture->folder, NULL);

  return backups->len;
}

static void
wait_for_backups (Fixture *fixture,
                  guint    n_backups)
{
  while (count_backups (fixture) != n_backups)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) backups = NULL;
  gpointer keeper = fixture->keeper;

  if (!fixture->gone)
    close_window (fixture);

  /* Whatever is being made holds it. */
  g_object_add_weak_pointer (G_OBJECT (fixture->keeper), &keeper);
  g_object_unref (fixture->keeper);

  while (keeper != NULL)
    g_main_context_iteration (NULL, TRUE);

  backups = ts_backup_list (fixture->folder, NULL);

  for (guint i = 0; i < backups->len; i++)
    g_unlink (((TsBackup *) g_ptr_array_index (backups, i))->path);

  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  fixture->session.session = open_session (fixture->session.path, TS_OPEN_READ_WRITE, NULL);
  g_assert_nonnull (fixture->session.session);
  session_fixture_tear_down (&fixture->session, NULL);
}

static void
rate (Fixture *fixture,
      int      level)
{
  GAsyncResult *result = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) error = NULL;

  ts_session_rate_async (ts_window_get_session (fixture->window), fixture->session.assessment_id, "5a", level,
                         take_result_cb, &result);
  change = wait_for_change (ts_window_get_session (fixture->window), &result, &error);
  g_assert_no_error (error);
}

static int
get_level (Fixture *fixture)
{
  TsAssessmentModel *model;

  while (ts_window_get_assessment (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  model = ts_window_get_assessment (fixture->window);
  wait_until_loaded (model);

  return ts_assessment_state_find (ts_assessment_model_get_state (model), "5a")->level;
}

/* What is closed as it was opened needs no backup, what was changed does, and what is open gets one now and then. */
static void
test_keeper (Fixture       *fixture,
             gconstpointer  data)
{
  close_window (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 0);

  open_window (fixture);
  ts_backup_keeper_make_due (fixture->keeper);
  wait_for_backups (fixture, 1);

  rate (fixture, 3);
  ts_backup_keeper_make_due (fixture->keeper);
  close_window (fixture);
  wait_for_backups (fixture, 2);
}

static void
test_keeper_switched_off (Fixture       *fixture,
                          gconstpointer  data)
{
  g_settings_set_boolean (ts_settings_get (), "keep-backups", FALSE);
  rate (fixture, 3);
  ts_backup_keeper_make_due (fixture->keeper);
  close_window (fixture);
  g_settings_reset (ts_settings_get (), "keep-backups");
  g_assert_cmpuint (count_backups (fixture), ==, 0);
}

static TsRestoreDialog *
open_dialog (Fixture *fixture)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  TsRestoreDialog *dialog = NULL;
  GtkStack *pages;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.restore-backup", NULL));

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (TS_IS_RESTORE_DIALOG (window))
        dialog = TS_RESTORE_DIALOG (window);
    }

  g_assert_nonnull (dialog);
  pages = app_fixture_child (dialog, "pages");

  while (gtk_stack_get_visible_child (pages) == app_fixture_child (dialog, "loading"))
    g_main_context_iteration (NULL, TRUE);

  app_fixture_settle (GTK_WIDGET (dialog));

  return dialog;
}

static gboolean
can_restore (TsRestoreDialog *dialog)
{
  return gtk_widget_get_sensitive (app_fixture_child (dialog, "restore_button"));
}

static void
choose_row (TsRestoreDialog *dialog,
            int              position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (app_fixture_child (dialog, "rows"), position);

  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
}

static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  TsRestoreDialog *dialog;
  gboolean dialog_gone = FALSE;

  rate (fixture, 2);
  ts_backup_keeper_make_due (fixture->keeper);
  wait_for_backups (fixture, 1);
  rate (fixture, 4);

  dialog = open_dialog (fixture);
  g_object_weak_ref (G_OBJECT (dialog), on_gone, &dialog_gone);
  g_assert_true (gtk_stack_get_visible_child (app_fixture_child (dialog, "pages")) == app_fixture_child (dialog, "list_page"));
  g_assert_false (can_restore (dialog));
  choose_row (dialog, 0);
  g_assert_true (can_restore (dialog));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "restore.restore", NULL);

  while (!dialog_gone || ts_window_get_session (fixture->window) == NULL || get_level (fixture) != 2)
    g_main_context_iteration (NULL, TRUE);

  /* What was there before is a backup as well. */
  g_assert_cmpuint (count_backups (fixture), ==, 2);
  rate (fixture, 1);
}

/* A file that is no workbook, or damaged, is refused in the dialog; the workbook stays open. */
static void
test_foreign_file (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *letter = write_file (&fixture->session, "letter.touchstone", "Dear board, ", 500);
  g_autoptr (GFile) file = g_file_new_for_path (letter);
  TsRestoreDialog *dialog = open_dialog (fixture);
  GtkStack *pages = app_fixture_child (dialog, "pages");
  GtkRevealer *revealer = app_fixture_child (dialog, "problem_revealer");
  gboolean dialog_gone = FALSE;

  g_assert_true (gtk_stack_get_visible_child (pages) == app_fixture_child (dialog, "empty"));
  g_assert_false (can_restore (dialog));

  for (guint i = 0; i < 2; i++)
    {
      ts_restore_dialog_choose (dialog, file);
      g_assert_true (can_restore (dialog));
      gtk_widget_activate_action (GTK_WIDGET (dialog), "restore.restore", NULL);
      g_assert_false (can_restore (dialog));

      while (gtk_stack_get_visible_child (pages) != app_fixture_child (dialog, "list_page"))
        g_main_context_iteration (NULL, TRUE);

      g_assert_true (gtk_revealer_get_reveal_child (revealer));
      g_assert_nonnull (strstr (gtk_label_get_text (app_fixture_child (dialog, "problem")), "is not a Touchstone workbook"));
    }

  g_assert_null (gtk_list_box_get_row_at_index (app_fixture_child (dialog, "rows"), 1));
  rate (fixture, 3);

  g_object_weak_ref (G_OBJECT (dialog), on_gone, &dialog_gone);
  gtk_window_close (GTK_WINDOW (dialog));

  while (!dialog_gone)
    g_main_context_iteration (NULL, TRUE);
}

/* A workbook that cannot be opened can still be put right. */
static void
test_damaged_workbook (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->session.path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *aside = g_strconcat (fixture->session.path, ".before-restoring", NULL);
  TsRestore *restore;

  rate (fixture, 2);
  close_window (fixture);
  wait_for_backups (fixture, 1);
  backups = ts_backup_list (fixture->folder, NULL);
  g_assert_true (g_file_set_contents (fixture->session.path, "not what it was", -1, NULL));

  fixture->gone = FALSE;
  fixture->window = ts_window_new (NULL);
  g_object_weak_ref (G_OBJECT (fixture->window), on_gone, &fixture->gone);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ts_backups_prepare_async (((TsBackup *) g_ptr_array_index (backups, 0))->path, fixture->session.path, NULL, NULL, NULL,
                            take_result_cb, &result);
  restore = ts_backups_prepare_finish (wait_for_result (&result), NULL);
  g_assert_nonnull (restore);
  ts_window_restore (fixture->window, file, restore);
  g_assert_cmpint (get_level (fixture), ==, 2);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("touchstone-home-XXXXXX", NULL);
  g_autofree char *touchstone = g_build_filename (home, "touchstone", NULL);
  g_autofree char *backups = g_build_filename (touchstone, "backups", NULL);
  int status;

  /* Before anything has asked for it. */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  app_fixture_init (&argc, &argv);

  g_test_add ("/restore/keeper", Fixture, NULL, set_up, test_keeper, tear_down);
  g_test_add ("/restore/keeper-switched-off", Fixture, NULL, set_up, test_keeper_switched_off, tear_down);
  g_test_add ("/restore/round-trip", Fixture, NULL, set_up, test_restore, tear_down);
  g_test_add ("/restore/foreign-file", Fixture, NULL, set_up, test_foreign_file, tear_down);
  g_test_add ("/restore/damaged-workbook", Fixture, NULL, set_up, test_damaged_workbook, tear_down);

  status = g_test_run ();
  g_rmdir (backups);
  g_rmdir (touchstone);
  g_rmdir (home);

  return status;
}
