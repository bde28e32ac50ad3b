/* test-width-bin.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"

#include "app/widgets/ts-text-size.h"
#include "app/widgets/ts-width-bin.h"

typedef struct
{
  TsWidthBin *bin;
  GtkWidget *child;
  GtkWindow *window;
  guint n_told;
} Fixture;

static void
count (guint *counter)
{
  (*counter)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_size_request (fixture->child, 100, 40);
  fixture->bin = TS_WIDTH_BIN (ts_width_bin_new ());
  ts_width_bin_set_child (fixture->bin, fixture->child);
  fixture->n_told = 0;
  g_signal_connect_swapped (fixture->bin, "notify::width", G_CALLBACK (count), &fixture->n_told);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    {
      gtk_window_destroy (fixture->window);
      return;
    }

  g_object_ref_sink (fixture->bin);
  g_assert_finalize_object (fixture->bin);
}

static void
test_measures_as_its_child (Fixture       *fixture,
                            gconstpointer  data)
{
  int minimum;
  int natural;

  gtk_widget_measure (GTK_WIDGET (fixture->bin), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 100);
  gtk_widget_measure (GTK_WIDGET (fixture->bin), GTK_ORIENTATION_VERTICAL, 300, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 40);

  gtk_widget_set_visible (fixture->child, FALSE);
  gtk_widget_measure (GTK_WIDGET (fixture->bin), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);

  ts_width_bin_set_child (fixture->bin, NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->bin), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);
  g_assert_cmpuint (ts_width_bin_get_width (fixture->bin), ==, 0);
}

/* The width counts in the size of the text, and is told once for each change of it. */
static void
test_tells_its_width (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *bin = GTK_WIDGET (fixture->bin);
  guint before;

  fixture->window = app_fixture_show (bin, 600, 200);
  app_fixture_settle (bin);
  g_assert_cmpuint (ts_width_bin_get_width (fixture->bin), ==, (guint) (gtk_widget_get_width (bin) / ts_text_size_get (bin)));
  g_assert_cmpuint (ts_width_bin_get_width (fixture->bin), >, 20);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_cmpint (gtk_widget_get_width (fixture->child), ==, gtk_widget_get_width (bin));

  before = ts_width_bin_get_width (fixture->bin);
  gtk_window_set_default_size (fixture->window, 300, 200);
  app_fixture_settle (bin);

  while (fixture->n_told == 1)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (ts_width_bin_get_width (fixture->bin), <, before);
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);
  g_test_add ("/width-bin/measures-as-its-child", Fixture, NULL, set_up, test_measures_as_its_child, tear_down);
  g_test_add ("/width-bin/tells-its-width", Fixture, NULL, set_up, test_tells_its_width, tear_down);

  return g_test_run ();
}
