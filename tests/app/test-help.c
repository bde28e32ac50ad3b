/* test-help.c — what the help says, and its window
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"

#include "app/help/ts-help-window.h"

#include <string.h>

static void
test_guides (void)
{
  const TsHelpGuide *const *guides = ts_help_get_guides ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; guides[i] != NULL; i++)
    {
      g_assert_true (g_hash_table_add (names, g_strdup (guides[i]->id)));
      g_assert_nonnull (guides[i]->sections[0].id);

      for (const TsHelpSection *section = guides[i]->sections; section->id != NULL; section++)
        {
          TsHelpPlace place;
          g_autofree char *text = ts_help_section_dup_text (section);

          g_test_message ("%s/%s", guides[i]->id, section->id);
          g_assert_true (g_hash_table_add (names, g_strconcat (guides[i]->id, "/", section->id, NULL)));
          g_assert_true (ts_help_find (guides[i]->id, section->id, &place));
          g_assert_true (place.guide == guides[i] && place.section == section);
          g_assert_cmpstr (text, !=, "");

          for (const TsHelpBlock *block = section->blocks; block->text != NULL; block++)
            g_assert_cmpint (block->kind == TS_HELP_KEYS, ==, block->accel != NULL);
        }
    }
}

/* The keys that the help names are keys. */
static void
test_keys (void)
{
  for (const TsHelpSection *section = ts_help_keyboard.sections; section->id != NULL; section++)
    {
      for (const TsHelpBlock *block = section->blocks; block->text != NULL; block++)
        {
          g_auto (GStrv) accels = g_strsplit (block->accel != NULL ? block->accel : "", " ", -1);

          for (guint i = 0; accels[i] != NULL; i++)
            {
              g_auto (GStrv) range = g_strsplit (accels[i], "...", -1);

              for (guint j = 0; range[j] != NULL; j++)
                {
                  GdkModifierType modifiers;
                  guint keyval;

                  g_test_message ("%s", range[j]);
                  g_assert_true (gtk_accelerator_parse (range[j], &keyval, &modifiers));
                  g_assert_cmpuint (keyval, !=, 0);
                }
            }
        }
    }
}

static void
test_places (void)
{
  static const struct
  {
    const char *place;
    const char *guide;
    const char *section;
  } rows[] = {
    { "welcome", "board", "begin" },
    { "empty", "board", "begin" },
    { "overview", "board", "overview" },
    { "group/5", "board", "rate" },
    { "criterion/5b", "board", "rate" },
    { "group/finance", "board", "governance" },
    { "group/financea", "board", "rate" },
    { "outcomes", "board", "outcomes" },
    { "outcomes/0c7d", "board", "outcomes" },
    { "gaps", "board", "gaps" },
    { "evidence", "board", "evidence" },
    { "sign-off", "board", "sign-off" },
    { "history/5b", "reviewer", "history" },
    { "organisations", "region", "organisations" },
    { "backups", "safety", "restore" },
    { "people", "safety", "people" },
    { "", "board", "begin" },
    { "what nobody knows", "board", "begin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TsHelpPlace place;

      g_test_message ("%s", rows[i].place);
      ts_help_find_for_place (rows[i].place, &place);
      g_assert_cmpstr (place.guide->id, ==, rows[i].guide);
      g_assert_cmpstr (place.section->id, ==, rows[i].section);
    }
}

static void
test_search (void)
{
  static const struct
  {
    const char *words;
    const char *first;
  } rows[] = {
    { "", NULL },
    { "   ", NULL },
    { "zzzz", NULL },
    { "governance", "governance" },
    { "GOVERNANCE", "governance" },
    { "góvernance", "governance" },
    { "evid att", "evidence" },
    { "backup", "backups" },
    /* Only in the text. */
    { "pivot", "tables" },
    { "fingerprint tampered", "history" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) found = ts_help_search (rows[i].words);

      g_test_message ("“%s”", rows[i].words);

      if (rows[i].first == NULL)
        g_assert_cmpuint (found->len, ==, 0);
      else
        g_assert_cmpstr (g_array_index (found, TsHelpPlace, 0).section->id, ==, rows[i].first);
    }
}

static TsHelpWindow *
open_window (int width)
{
  TsHelpWindow *window = ts_help_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, 600);
  gtk_window_present (GTK_WINDOW (window));
  ts_help_window_show (window, "gaps");
  app_fixture_settle (GTK_WIDGET (window));

  return window;
}

static void
test_window (void)
{
  TsHelpWindow *window = open_window (900);
  AdwWindowTitle *title = app_fixture_child (window, "title");
  GtkScrolledWindow *scrolled = app_fixture_child (window, "scrolled");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_cmpstr (adw_window_title_get_title (title), ==, "Preparing a Submission");
  gtk_test_accessible_assert_property (focus, GTK_ACCESSIBLE_PROPERTY_LABEL, "Targets and Gaps");
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scrolled)), >, 0.0);

  ts_help_window_show (window, "overview");
  ts_help_window_show (window, "welcome");
  app_fixture_settle (GTK_WIDGET (window));
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scrolled)), ==, 0.0);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
search_for (TsHelpWindow *window,
            const char   *words)
{
  GtkEditable *search = app_fixture_child (window, "search");

  gtk_editable_set_text (search, words);
  g_signal_emit_by_name (search, "search-changed");
}

static void
test_window_search (void)
{
  TsHelpWindow *window = open_window (900);
  GtkStack *lists = app_fixture_child (window, "lists");

  search_for (window, "zzzz");
  g_assert_true (gtk_stack_get_visible_child (lists) == app_fixture_child (window, "nothing_page"));
  g_signal_emit_by_name (app_fixture_child (window, "search"), "activate");
  g_assert_cmpstr (ts_help_window_get_shown (window)->section->id, ==, "gaps");

  search_for (window, "pivot");
  g_assert_true (gtk_stack_get_visible_child (lists) == app_fixture_child (window, "found_page"));
  g_signal_emit_by_name (app_fixture_child (window, "search"), "activate");
  g_assert_cmpstr (ts_help_window_get_shown (window)->guide->id, ==, "region");
  g_assert_cmpstr (ts_help_window_get_shown (window)->section->id, ==, "tables");

  search_for (window, "");
  g_assert_true (gtk_stack_get_visible_child (lists) == app_fixture_child (window, "guide_page"));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Narrow, there is one side at a time, and a way back. */
static void
test_window_narrow (void)
{
  TsHelpWindow *window = open_window (360);
  AdwLeaflet *leaflet = app_fixture_child (window, "leaflet");

  g_assert_true (adw_leaflet_get_folded (leaflet));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  g_assert_true (adw_leaflet_get_visible_child (leaflet) == app_fixture_child (window, "reading"));
  gtk_widget_activate_action (GTK_WIDGET (window), "help.back", NULL);
  g_assert_true (adw_leaflet_get_visible_child (leaflet) == app_fixture_child (window, "contents"));
  ts_help_window_show (window, "evidence");
  g_assert_true (adw_leaflet_get_visible_child (leaflet) == app_fixture_child (window, "reading"));

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/help/guides", test_guides);
  g_test_add_func ("/help/keys", test_keys);
  g_test_add_func ("/help/places", test_places);
  g_test_add_func ("/help/search", test_search);
  g_test_add_func ("/help/window", test_window);
  g_test_add_func ("/help/window-search", test_window_search);
  g_test_add_func ("/help/window-narrow", test_window_narrow);

  return g_test_run ();
}
