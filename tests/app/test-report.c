/* test-report.c — the submission, saved and printed from the window
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "session-fixture.h"

#include "app/report/ts-report-print.h"
#include "app/report/ts-report-making.h"
#include "report/ts-report-layout.h"

#include <glib/gstdio.h>
#include <string.h>

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

/* A button can be pressed when its action can be used. */
static gboolean
can (Fixture    *fixture,
     const char *action)
{
  GtkWidget *probe = gtk_button_new ();
  gboolean sensitive;

  gtk_widget_set_parent (probe, GTK_WIDGET (fixture->window));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (probe), action);
  sensitive = gtk_widget_get_sensitive (probe);
  gtk_widget_unparent (probe);

  return sensitive;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GFile) file = NULL;

  session_fixture_set_up (&fixture->session, NULL);
  close_session (fixture->session.session);
  g_clear_object (&fixture->session.session);
  file = g_file_new_for_path (fixture->session.path);

  fixture->window = ts_window_new (NULL);
  g_object_weak_ref (G_OBJECT (fixture->window), on_gone, &fixture->gone);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_false (can (fixture, "win.print"));
  ts_window_open (fixture->window, file);

  while (ts_window_get_assessment (fixture->window) == NULL)
    g_main_context_iteration (NULL, TRUE);

  wait_until_loaded (ts_window_get_assessment (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));

  while (!fixture->gone)
    g_main_context_iteration (NULL, TRUE);

  fixture->session.session = open_session (fixture->session.path, TS_OPEN_READ_WRITE, NULL);
  g_assert_nonnull (fixture->session.session);
  session_fixture_tear_down (&fixture->session, NULL);
}

static char *
get_path (Fixture    *fixture,
          const char *name)
{
  g_autofree char *folder = g_path_get_dirname (fixture->session.path);

  return g_build_filename (folder, name, NULL);
}

static TsWorkspace *
get_workspace (Fixture *fixture)
{
  AdwViewStack *workspaces = app_fixture_child (fixture->window, "workspaces");
  GtkWidget *child = adw_view_stack_get_visible_child (workspaces);

  return TS_WORKSPACE (ADW_IS_BIN (child) && !TS_IS_WORKSPACE (child) ? adw_bin_get_child (ADW_BIN (child)) : child);
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = get_path (fixture, "a.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *contents = NULL;

  ts_report_making_save (fixture->window, get_workspace (fixture), file);

  while (!g_file_get_contents (path, &contents, NULL, NULL))
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
}

/* The same commands are for what is compared, in the workspace where that is. */
static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = get_path (fixture, "b.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = NULL;
  g_autofree char *contents = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.workspace", "s", "compare");
  g_assert_true (can (fixture, "win.print"));

  while (name == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      name = ts_workspace_propose_report_name (get_workspace (fixture));
    }

  g_assert_cmpstr (name, ==, "Comparison 2009/10.pdf");
  ts_report_making_save (fixture->window, get_workspace (fixture), file);

  while (!g_file_get_contents (path, &contents, NULL, NULL))
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
}

static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_true (can (fixture, "win.print"));
  g_assert_true (can (fixture, "win.save-report"));
}

static GtkWindow *
find_print_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (toplevel), "GtkPrintUnixDialog"))
        return toplevel;
    }

  return NULL;
}

/* Control and P leads to GTK's own dialog, and who cancels it is told nothing. */
static void
test_dialog (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print", NULL);

  while (find_print_dialog () == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_signal_emit_by_name (find_print_dialog (), "response", GTK_RESPONSE_CANCEL);

  while (find_print_dialog () != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_name (void)
{
  g_autofree char *name = ts_report_making_clean_name ("../A/B 2009/10 submission.pdf");

  g_assert_cmpstr (name, ==, "..-A-B 2009-10 submission.pdf");
}

/* What a printer is sent has the pages of the document, on the paper that was chosen. */
static void
test_print (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("touchstone-test-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  const TsReportInfo info = { .title = "Title", .organisation = "Testmoor PCT" };
  TsReportBuilder *builder = ts_report_builder_new (&info);
  g_autoptr (TsReport) report = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_LETTER);
  g_autofree char *contents = NULL;
  const char *box;
  gsize n_bytes;
  int n_pages;

  for (guint i = 0; i < 3; i++)
    {
      ts_report_builder_add_heading (builder, 1, "A chapter");
      ts_report_builder_add_text (builder, "Words.");
      ts_report_builder_add_page_break (builder);
    }

  report = ts_report_builder_end (builder);
  operation = ts_report_print_new (report);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpint (n_pages, ==, 3);
  g_assert_true (g_file_get_contents (path, &contents, &n_bytes, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  box = memmem (contents, n_bytes, "/MediaBox [ 0 0 ", strlen ("/MediaBox [ 0 0 "));
  g_assert_nonnull (box);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (box + strlen ("/MediaBox [ 0 0 "), NULL), 612, 0.1);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);

  g_test_add ("/app/report/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/app/report/compare", Fixture, NULL, set_up, test_compare, tear_down);
  g_test_add ("/app/report/dialog", Fixture, NULL, set_up, test_dialog, tear_down);
  g_test_add ("/app/report/actions", Fixture, NULL, set_up, test_actions, tear_down);
  g_test_add_func ("/app/report/name", test_name);
  g_test_add_func ("/app/report/print", test_print);

  return g_test_run ();
}
