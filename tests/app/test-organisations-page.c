/* test-organisations-page.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accessible-fixture.h"
#include "app-fixture.h"
#include "session-fixture.h"

#include "app/assess/ts-assess-page.h"
#include "app/organisations/ts-family-view.h"
#include "app/organisations/ts-organisation-dialog.h"
#include "app/organisations/ts-organisation-words.h"
#include "app/organisations/ts-organisations-exchange.h"
#include "app/organisations/ts-organisations-page.h"
#include "model/ts-organisation-book.h"

typedef struct
{
  SessionFixture session;
  TsOrganisationBook *book;
  GtkWidget *page;
  GtkWindow *window;
  char *old_id;
  char *next_id;
} Fixture;

static void
take_notice (gboolean *noticed)
{
  *noticed = TRUE;
}

static void
edit (Fixture                  *fixture,
      const TsOrganisationEdit *wanted)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  gboolean followed = FALSE;
  gulong handler = g_signal_connect_swapped (fixture->book, "items-changed", G_CALLBACK (take_notice), &followed);

  ts_session_edit_organisation_async (fixture->session.session, wanted, take_result_cb, &result);
  ts_change_unref (wait_for_change (fixture->session.session, &result, &error));
  g_assert_no_error (error);

  while (!followed)
    g_main_context_iteration (NULL, TRUE);

  g_signal_handler_disconnect (fixture->book, handler);
}

static char *
add (Fixture    *fixture,
     const char *code,
     const char *name,
     const char *kind)
{
  const TsOrganisationEdit wanted = { .kind = TS_ORGANISATION_EDIT_ADD, .code = code, .text = name, .organisation_kind = kind };

  edit (fixture, &wanted);

  return g_strdup (ts_organisation_record_get_id (ts_organisation_book_find_code (fixture->book, code)));
}

static GtkLabel *
get_label (Fixture    *fixture,
           const char *name)
{
  return app_fixture_child (fixture->page, name);
}

static GtkWidget *
get_detail (Fixture *fixture)
{
  return app_fixture_child (fixture->page, "detail");
}

static void
settle_on (Fixture    *fixture,
           const char *count)
{
  while (!g_str_equal (gtk_label_get_label (get_label (fixture, "count")), count))
    g_main_context_iteration (NULL, TRUE);

  app_fixture_settle (fixture->page);
}

/* "Oldmoor PCT" closed in 2013 and was followed by "Newmoor CCG". */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TsOrganisationEdit close = { .kind = TS_ORGANISATION_EDIT_DATES, .from = "2006-10-01", .to = "2013-03-31" };
  TsOrganisationEdit succeed = { .kind = TS_ORGANISATION_EDIT_ADD_SUCCESSOR };

  session_fixture_set_up (&fixture->session, NULL);
  fixture->book = ts_organisation_book_new (fixture->session.session);

  while (!ts_session_list_get_loaded (TS_SESSION_LIST (fixture->book)))
    g_main_context_iteration (NULL, TRUE);

  fixture->old_id = add (fixture, "ZO1", "Oldmoor PCT", "pct");
  fixture->next_id = add (fixture, "ZN1", "Newmoor CCG", "ccg");
  close.organisation_id = fixture->old_id;
  edit (fixture, &close);
  succeed.organisation_id = fixture->old_id;
  succeed.other_id = fixture->next_id;
  edit (fixture, &succeed);

  fixture->page = ts_organisations_page_new ();
  fixture->window = app_fixture_show (fixture->page, 1000, 800);
  ts_organisations_page_set_session (TS_ORGANISATIONS_PAGE (fixture->page), fixture->session.session);
  settle_on (fixture, "3 organisations");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->book);
  g_free (fixture->old_id);
  g_free (fixture->next_id);
  session_fixture_tear_down (&fixture->session, NULL);
}

static gboolean
is_list_shown (Fixture *fixture)
{
  return gtk_widget_get_mapped (app_fixture_child (fixture->page, "list"));
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *search = app_fixture_child (fixture->page, "search");
  GtkDropDown *state = app_fixture_child (fixture->page, "state");
  GtkDropDown *kind = app_fixture_child (fixture->page, "kind");

  g_assert_true (is_list_shown (fixture));
  gtk_drop_down_set_selected (state, 2);
  settle_on (fixture, "1 of 3 organisations");
  gtk_drop_down_set_selected (state, 1);
  settle_on (fixture, "2 of 3 organisations");
  gtk_drop_down_set_selected (state, 0);
  settle_on (fixture, "3 organisations");

  /* The kinds that there are: all, and PCT and CCG in some order. */
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (kind)), ==, 3);
  gtk_drop_down_set_selected (kind, 1);
  g_assert_cmpstr (gtk_label_get_label (get_label (fixture, "count")), !=, "3 organisations");
  gtk_drop_down_set_selected (kind, 0);

  gtk_editable_set_text (GTK_EDITABLE (search), "NEWM");
  settle_on (fixture, "1 of 3 organisations");
  gtk_editable_set_text (GTK_EDITABLE (search), "nowhere");
  settle_on (fixture, "0 of 3 organisations");
  g_assert_false (is_list_shown (fixture));
}

/* (transfer none) (nullable): the first widget of a type below another for which @wanted is its label or name. */
static GtkWidget *
find_below (GtkWidget  *widget,
            GType       type,
            const char *wanted)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (G_TYPE_CHECK_INSTANCE_TYPE (child, type) &&
          (wanted == NULL || (GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_label (GTK_LABEL (child)), wanted)) ||
           (ADW_IS_PREFERENCES_ROW (child) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), wanted)) ||
           g_str_equal (gtk_widget_get_name (child), wanted)))
        return child;

      found = find_below (child, type, wanted);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_detail (Fixture       *fixture,
             gconstpointer  data)
{
  const TsOrganisationEdit rename = {
    .kind = TS_ORGANISATION_EDIT_RENAME,
    .organisation_id = fixture->old_id,
    .text = "Old & Grey PCT",
    .from = "2010-04-01"
  };

  ts_assess_page_show (TS_ASSESS_PAGE (fixture->page), "ZO1");
  app_fixture_settle (fixture->page);
  g_assert_true (gtk_widget_get_mapped (get_detail (fixture)));
  g_assert_cmpstr (gtk_label_get_label (app_fixture_child (get_detail (fixture), "name")), ==, "Oldmoor PCT");
  g_assert_nonnull (find_below (get_detail (fixture), TS_TYPE_FAMILY_VIEW, NULL));
  g_assert_nonnull (find_below (get_detail (fixture), ADW_TYPE_ACTION_ROW, "Followed by Newmoor CCG"));

  /* It follows what happens. */
  edit (fixture, &rename);

  while (!g_str_equal (gtk_label_get_label (app_fixture_child (get_detail (fixture), "name")), "Old & Grey PCT"))
    g_main_context_iteration (NULL, TRUE);

  g_assert_nonnull (find_below (get_detail (fixture), ADW_TYPE_ACTION_ROW, "Old & Grey PCT"));
  g_assert_nonnull (find_below (get_detail (fixture), ADW_TYPE_ACTION_ROW, "Oldmoor PCT"));

  /* A card of the family line leads on, and back leads to the list. */
  gtk_widget_activate_action (get_detail (fixture), "organisations.show", "s", "ZN1");
  g_assert_cmpstr (gtk_label_get_label (app_fixture_child (get_detail (fixture), "name")), ==, "Newmoor CCG");
  gtk_widget_activate_action (get_detail (fixture), "organisations.show", "s", "nothing");
  g_assert_cmpstr (gtk_label_get_label (app_fixture_child (get_detail (fixture), "name")), ==, "Newmoor CCG");
  gtk_widget_activate_action (get_detail (fixture), "organisations.back", NULL);
  app_fixture_settle (fixture->page);
  g_assert_true (is_list_shown (fixture));
}

/* What was added and is undone while it is looked at leaves its page. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *id = add (fixture, "ZZ9", "Slip", "ccg");
  GAsyncResult *result = NULL;

  g_assert_nonnull (id);
  settle_on (fixture, "4 organisations");
  ts_assess_page_show (TS_ASSESS_PAGE (fixture->page), "ZZ9");
  app_fixture_settle (fixture->page);
  g_assert_false (is_list_shown (fixture));
  ts_session_undo_async (fixture->session.session, take_result_cb, &result);
  ts_change_unref (wait_for_change (fixture->session.session, &result, NULL));
  settle_on (fixture, "3 organisations");
  g_assert_true (is_list_shown (fixture));
}

static TsOrganisationDialog *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (TS_IS_ORGANISATION_DIALOG (window))
        return TS_ORGANISATION_DIALOG (window);
    }

  return NULL;
}

static gboolean
can_save (TsOrganisationDialog *dialog)
{
  return adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "save");
}

static void
test_add_dialog (Fixture       *fixture,
                 gconstpointer  data)
{
  TsOrganisationDialog *dialog;

  gtk_widget_activate_action (fixture->page, "organisations.new", NULL);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_false (can_save (dialog));
  gtk_editable_set_text (app_fixture_child (dialog, "text"), "Fresh CCG");
  gtk_editable_set_text (app_fixture_child (dialog, "code"), "ZO1");
  g_assert_false (can_save (dialog));
  g_assert_nonnull (strstr (gtk_label_get_label (app_fixture_child (dialog, "problem")), "already has an organisation"));
  gtk_editable_set_text (app_fixture_child (dialog, "code"), "ZF1");
  g_assert_true (can_save (dialog));
  g_assert_false (gtk_widget_get_visible (app_fixture_child (dialog, "problem")));
  gtk_editable_set_text (app_fixture_child (dialog, "from"), "1 April");
  g_assert_false (can_save (dialog));
  gtk_editable_set_text (app_fixture_child (dialog, "from"), "2013-04-01");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "save");
  settle_on (fixture, "4 organisations");
}

static void
test_rename_dialog (Fixture       *fixture,
                    gconstpointer  data)
{
  TsOrganisationDialog *dialog;

  ts_organisation_dialog_present (fixture->page, fixture->session.session, fixture->book,
                                  ts_organisation_book_find (fixture->book, fixture->old_id), TS_ORGANISATION_EDIT_RENAME, NULL);
  dialog = find_dialog ();
  gtk_editable_set_text (app_fixture_child (dialog, "text"), "Eldmoor PCT");
  g_assert_false (can_save (dialog));
  g_assert_nonnull (strstr (gtk_label_get_label (app_fixture_child (dialog, "problem")), "from which day"));
  gtk_editable_set_text (app_fixture_child (dialog, "from"), "2009-04-01");
  g_assert_true (can_save (dialog));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "save");

  while (ts_organisation_record_get_life (ts_organisation_book_find (fixture->book, fixture->old_id))->names->len != 2)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = NULL;

  gtk_editable_set_text (app_fixture_child (fixture->page, "search"), "oldm");
  settle_on (fixture, "1 of 3 organisations");
  gtk_widget_activate_action (fixture->page, "page.copy-table", NULL);
  text = app_fixture_read_clipboard (fixture->page);
  g_assert_nonnull (strstr (text, "Code\tName\tKind\tPart of\tOpened\tClosed\tFollowed by"));
  g_assert_nonnull (strstr (text, "ZO1\tOldmoor PCT\tPrimary care trust\t\t2006-10-01\t2013-03-31\tZN1"));
}

static AdwMessageDialog *
find_message (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && g_str_has_prefix (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (window)), "Nothing"))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static void
import (Fixture    *fixture,
        const char *text)
{
  g_autofree char *folder = g_path_get_dirname (fixture->session.path);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "table.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (file), text, -1, &error);
  g_assert_no_error (error);
  ts_organisations_import_file (fixture->page, fixture->session.session, file);
}

/* What is wrong is listed, and nothing is changed; what is right is there at once. */
static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *copied = NULL;
  AdwMessageDialog *dialog;

  import (fixture, "code,name,kind,parent,opened,closed,successors\nZA1,A,ccg,,,,\nZA2,B,No Kind,,,,\nZA3,C,ccg,,soon,,\n");

  while (find_message () == NULL)
    g_main_context_iteration (NULL, TRUE);

  dialog = find_message ();
  app_fixture_settle (GTK_WIDGET (dialog));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "2 problems were found"));
  accessible_fixture_check_names (GTK_WIDGET (dialog), "import problems");
  g_assert_cmpint (accessible_fixture_check_keyboard (GTK_WINDOW (dialog), "import problems"), >, 0);
  adw_message_dialog_response (dialog, "copy");
  copied = app_fixture_read_clipboard (fixture->page);
  g_assert_true (g_str_has_prefix (copied, "Line 3: kind: "));
  g_assert_nonnull (strstr (copied, "\nLine 4: opened: "));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_cmpstr (gtk_label_get_label (get_label (fixture, "count")), ==, "3 organisations");

  import (fixture, "code,name,kind,parent,opened,closed,successors\nZA1,A,ccg,,,,\nZA2,B,ccg,ZA1,,,\n");
  settle_on (fixture, "5 organisations");
}

static void
test_import_words (void)
{
  static const struct
  {
    guint counts[3];
    const char *words;
  } cases[] = {
    { { 1, 0, 0 }, "1 organisation added" },
    { { 3, 1, 2 }, "3 organisations added, 1 changed, 2 as they were" },
    { { 0, 1, 1 }, "1 organisation changed, 1 as it was" },
    { { 0, 4, 0 }, "4 organisations changed" },
    { { 2, 0, 5 }, "2 organisations added, 5 as they were" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TsImportReport report = { .n_created = cases[i].counts[0], .n_updated = cases[i].counts[1], .n_unchanged = cases[i].counts[2] };
      g_autofree char *words = ts_organisations_import_words (&report);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_words (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *text;
  } cases[] = {
    { "2006-10-01", "2013-03-31", "1 October 2006 to 31 March 2013" },
    { "2006-10-01", NULL, "since 1 October 2006" },
    { NULL, "2013-03-31", "until 31 March 2013" },
    { NULL, NULL, "no days known" },
    { "spring", NULL, "since spring" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ts_organisation_days_text (cases[i].from, cases[i].to);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

#define ADD(name, function) g_test_add ("/organisations-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);

  ADD ("find", test_find);
  ADD ("detail", test_detail);
  ADD ("gone", test_gone);
  ADD ("add-dialog", test_add_dialog);
  ADD ("rename-dialog", test_rename_dialog);
  ADD ("table", test_table);
  ADD ("import", test_import);
  g_test_add_func ("/organisations-page/import-words", test_import_words);
  g_test_add_func ("/organisations-page/words", test_words);

  return g_test_run ();
}
