/* test-new-assessment.c — what may be filled in to begin an assessment, and the dialog that asks
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"
#include "session-fixture.h"

#include "app/assess/ts-new-assessment-dialog.h"
#include "app/assess/ts-new-assessment-form.h"
#include "exchange/ts-framework-import.h"
#include "exchange/ts-framework-library.h"
#include "model/ts-assessment-list.h"
#include "model/ts-organisation-list.h"

#include <glib/gstdio.h>

typedef struct
{
  SessionFixture session;
  TsOrganisationList *organisations;
  TsAssessmentList *assessments;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  session_fixture_set_up (&fixture->session, NULL);
  fixture->organisations = ts_organisation_list_new (fixture->session.session);
  fixture->assessments = ts_assessment_list_new (fixture->session.session);

  while (g_list_model_get_n_items (G_LIST_MODEL (fixture->organisations)) == 0 ||
         g_list_model_get_n_items (G_LIST_MODEL (fixture->assessments)) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  /* What reads for a list holds it until it has finished. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_assert_finalize_object (fixture->organisations);
  g_assert_finalize_object (fixture->assessments);
  session_fixture_tear_down (&fixture->session, NULL);
}

static void
check (Fixture              *fixture,
       TsNewAssessmentForm   form,
       TsNewAssessmentCheck *result)
{
  ts_new_assessment_form_check (&form, G_LIST_MODEL (fixture->organisations), G_LIST_MODEL (fixture->assessments), result);
}

typedef struct
{
  const char *code;
  const char *name;
  gboolean code_problem;
  gboolean name_problem;
  gboolean complete;
} Case;

static void
test_new_organisation (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *long_name = g_strnfill (501, 'n');
  const Case cases[] = {
    { "", "", FALSE, FALSE, FALSE },
    { "Q1", "", FALSE, FALSE, FALSE },
    { "", "Riverbank PCT", FALSE, FALSE, FALSE },
    { "Q1", "Riverbank PCT", FALSE, FALSE, TRUE },
    { "  Q1 ", " Riverbank PCT  ", FALSE, FALSE, TRUE },
    { "Q 1", "Riverbank PCT", TRUE, FALSE, FALSE },
    { "Q1/2", "Riverbank PCT", TRUE, FALSE, FALSE },
    { "Ä", "Riverbank PCT", TRUE, FALSE, FALSE },
    { "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456", "Riverbank PCT", TRUE, FALSE, FALSE },
    { "ZZ1", "Riverbank PCT", TRUE, FALSE, FALSE },
    { "zz1", "Riverbank PCT", TRUE, FALSE, FALSE },
    { "Q1", long_name, FALSE, TRUE, FALSE },
    { "Q1", "River\nbank", FALSE, TRUE, FALSE },
    { "Q1", "   ", FALSE, FALSE, FALSE },
    { NULL, NULL, FALSE, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (TsNewAssessmentCheck) result = { 0 };

      g_test_message ("code “%s”", cases[i].code != NULL ? cases[i].code : "none");
      check (fixture, (TsNewAssessmentForm) { NULL, cases[i].code, cases[i].name, "World class commissioning, year 2", 2009 },
             &result);
      g_assert_cmpint (result.code_problem != NULL, ==, cases[i].code_problem);
      g_assert_cmpint (result.name_problem != NULL, ==, cases[i].name_problem);
      g_assert_cmpint (result.complete, ==, cases[i].complete);
      g_assert_null (result.existing);
    }
}

static void
test_known_organisation (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (TsOrganisationItem) organisation = g_list_model_get_item (G_LIST_MODEL (fixture->organisations), 0);
  g_autoptr (TsAssessmentItem) assessment = g_list_model_get_item (G_LIST_MODEL (fixture->assessments), 0);
  const char *title = ts_assessment_item_get_framework_title (assessment);
  TsNewAssessmentCheck result;

  check (fixture, (TsNewAssessmentForm) { organisation, NULL, NULL, title, 2009 }, &result);
  g_assert_true (result.existing == assessment);
  g_assert_false (result.complete);
  ts_new_assessment_check_clear (&result);

  check (fixture, (TsNewAssessmentForm) { organisation, NULL, NULL, title, 2010 }, &result);
  g_assert_null (result.existing);
  g_assert_true (result.complete);
  ts_new_assessment_check_clear (&result);

  check (fixture, (TsNewAssessmentForm) { organisation, NULL, NULL, "Another framework", 2009 }, &result);
  g_assert_true (result.complete);
  ts_new_assessment_check_clear (&result);

  check (fixture, (TsNewAssessmentForm) { organisation, NULL, NULL, NULL, 2010 }, &result);
  g_assert_false (result.complete);
  ts_new_assessment_check_clear (&result);
}

static void
take_id (GtkWidget  *dialog,
         const char *assessment_id,
         gpointer    user_data)
{
  char **place = user_data;

  *place = g_strdup (assessment_id);
}

static gboolean
can_begin (GtkWidget *dialog)
{
  return gtk_widget_get_sensitive (app_fixture_child (dialog, "begin_button"));
}

static void
test_dialog_proposes (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *dialog = ts_new_assessment_dialog_new (fixture->session.session, fixture->organisations, fixture->assessments, NULL);
  g_autofree char *begun = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  app_fixture_settle (dialog);
  g_signal_connect (dialog, "begun", G_CALLBACK (take_id), &begun);

  /* The one organisation that there is, and the first year that it has not. */
  g_assert_true (gtk_widget_get_visible (app_fixture_child (dialog, "organisation_row")));
  g_assert_false (gtk_widget_get_visible (app_fixture_child (dialog, "new_rows")));
  g_assert_true (can_begin (dialog));

  gtk_widget_activate_action (dialog, "dialog.begin", NULL);

  while (begun == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (begun, !=, fixture->session.assessment_id);

  while (g_list_model_get_n_items (G_LIST_MODEL (fixture->assessments)) < 2)
    g_main_context_iteration (NULL, TRUE);

  g_assert_nonnull (ts_assessment_list_find (fixture->assessments, begun));
  g_assert_cmpint (ts_assessment_item_get_year (ts_assessment_list_find (fixture->assessments, begun)), ==, 2010);
}

static void
test_dialog_offers_existing (Fixture       *fixture,
                             gconstpointer  data)
{
  GtkWidget *dialog = ts_new_assessment_dialog_new (fixture->session.session, fixture->organisations, fixture->assessments, NULL);
  AdwComboRow *year = app_fixture_child (dialog, "year_row");
  g_autofree char *begun = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  g_signal_connect (dialog, "begun", G_CALLBACK (take_id), &begun);

  adw_combo_row_set_selected (year, adw_combo_row_get_selected (year) - 1);
  g_assert_false (can_begin (dialog));
  g_assert_true (gtk_widget_get_visible (app_fixture_child (dialog, "problem_box")));
  g_assert_true (gtk_widget_get_visible (app_fixture_child (dialog, "open_button")));

  gtk_widget_activate_action (dialog, "dialog.open-existing", NULL);
  g_assert_cmpstr (begun, ==, fixture->session.assessment_id);
}

static void
test_dialog_checks (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *dialog = ts_new_assessment_dialog_new (fixture->session.session, fixture->organisations, fixture->assessments, NULL);
  GtkWidget *code = app_fixture_child (dialog, "code_row");
  GtkWidget *name = app_fixture_child (dialog, "name_row");

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_activate_action (dialog, "dialog.new-organisation", NULL);
  g_assert_true (gtk_widget_get_visible (app_fixture_child (dialog, "new_rows")));
  g_assert_false (can_begin (dialog));

  gtk_editable_set_text (GTK_EDITABLE (name), "Riverbank PCT");
  gtk_editable_set_text (GTK_EDITABLE (code), "zz1");
  g_assert_true (gtk_widget_has_css_class (code, "error"));
  g_assert_true (gtk_widget_get_visible (app_fixture_child (dialog, "code_problem")));
  gtk_test_accessible_assert_state (code, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_false (can_begin (dialog));

  gtk_editable_set_text (GTK_EDITABLE (code), "Q1");
  g_assert_false (gtk_widget_has_css_class (code, "error"));
  g_assert_false (gtk_widget_get_visible (app_fixture_child (dialog, "code_problem")));
  g_assert_true (can_begin (dialog));

  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* An edition that somebody has changed for this workbook, beside the one that comes with Touchstone. */
static void
import_edition (Fixture    *fixture,
                const char *edition)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ts_framework_library_get_text ("wcc-year-2", &error);
  g_autofree char *path = g_build_filename (fixture->session.folder, "edition.json", NULL);
  g_autofree char *line = g_strdup_printf ("\"edition\": \"%s\"", edition);
  g_auto (GStrv) parts = g_strsplit (text, "\"edition\": \"2\"", 2);
  g_autofree char *edited = g_strjoinv (line, parts);
  g_autoptr (TsWorkbook) workbook = NULL;
  g_autoptr (TsChange) change = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (g_strv_length (parts), ==, 2);
  g_file_set_contents (path, edited, -1, &error);
  g_assert_no_error (error);

  close_session (fixture->session.session);
  g_clear_object (&fixture->session.session);
  workbook = ts_workbook_open (fixture->session.path, TS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  change = ts_framework_import (workbook, path, &error);
  g_assert_no_error (error);
  ts_workbook_apply (workbook, change, &error);
  g_assert_no_error (error);
  g_clear_pointer (&workbook, ts_workbook_close);
  g_remove (path);

  fixture->session.session = open_session (fixture->session.path, TS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
}

static void
test_dialog_offers_own_editions (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (TsOrganisationList) organisations = NULL;
  g_autoptr (TsAssessmentList) assessments = NULL;
  GtkWidget *dialog;
  AdwComboRow *framework;
  const char *title;

  import_edition (fixture, "2 with our own indicators");
  organisations = ts_organisation_list_new (fixture->session.session);
  assessments = ts_assessment_list_new (fixture->session.session);

  while (g_list_model_get_n_items (G_LIST_MODEL (organisations)) == 0 || g_list_model_get_n_items (G_LIST_MODEL (assessments)) == 0)
    g_main_context_iteration (NULL, TRUE);

  dialog = ts_new_assessment_dialog_new (fixture->session.session, organisations, assessments, NULL);
  framework = app_fixture_child (dialog, "framework_row");
  gtk_window_present (GTK_WINDOW (dialog));

  while (g_list_model_get_n_items (adw_combo_row_get_model (framework)) < 3)
    g_main_context_iteration (NULL, TRUE);

  title = gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (framework)), 2);
  g_assert_cmpstr (title, ==, "World class commissioning, year 2 (edition 2 with our own indicators)");
  /* Of which there is one, is not told apart. */
  title = gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (framework)), 0);
  g_assert_null (strstr (title, "edition"));

  adw_combo_row_set_selected (framework, 2);
  adw_combo_row_set_selected (app_fixture_child (dialog, "year_row"), 0);
  g_assert_true (can_begin (dialog));
  gtk_widget_activate_action (dialog, "dialog.begin", NULL);

  while (g_list_model_get_n_items (G_LIST_MODEL (assessments)) < 2)
    g_main_context_iteration (NULL, TRUE);

  while (g_main_context_iteration (NULL, FALSE))
    continue;

  {
    g_autoptr (GError) error = NULL;
    GAsyncResult *result = NULL;
    g_autoptr (GAsyncResult) listed = NULL;
    g_autoptr (GPtrArray) frameworks = NULL;

    ts_session_list_frameworks_async (fixture->session.session, NULL, take_result_cb, &result);
    listed = wait_for_result (&result);
    frameworks = ts_session_list_frameworks_finish (fixture->session.session, listed, &error);
    g_assert_no_error (error);
    /* Nothing was copied into the workbook: the assessment uses the edition that it had. */
    g_assert_cmpint (frameworks->len, ==, 2);
  }
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);

  g_test_add ("/new-assessment/form/new-organisation", Fixture, NULL, set_up, test_new_organisation, tear_down);
  g_test_add ("/new-assessment/form/known-organisation", Fixture, NULL, set_up, test_known_organisation, tear_down);
  g_test_add ("/new-assessment/dialog/proposes", Fixture, NULL, set_up, test_dialog_proposes, tear_down);
  g_test_add ("/new-assessment/dialog/offers-existing", Fixture, NULL, set_up, test_dialog_offers_existing, tear_down);
  g_test_add ("/new-assessment/dialog/checks", Fixture, NULL, set_up, test_dialog_checks, tear_down);

  g_test_add ("/new-assessment/dialog/offers-own-editions", Fixture, NULL, set_up, test_dialog_offers_own_editions, tear_down);

  return g_test_run ();
}
