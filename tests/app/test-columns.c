/* test-columns.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"

#include "app/widgets/ts-columns.h"

typedef struct
{
  TsColumns *columns;
  GtkWidget *start;
  GtkWidget *end;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->start = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->end = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_size_request (fixture->start, 100, 40);
  gtk_widget_set_size_request (fixture->end, 60, 30);

  fixture->columns = g_object_new (TS_TYPE_COLUMNS,
                                   "start", fixture->start,
                                   "end", fixture->end,
                                   "spacing", 10,
                                   "row-spacing", 5,
                                   NULL);
  g_object_ref_sink (fixture->columns);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->columns);
}

static int
measure_height (Fixture *fixture,
                int      width)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (fixture->columns), GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static void
allocate (Fixture         *fixture,
          int              width,
          graphene_rect_t *start,
          graphene_rect_t *end)
{
  int height = measure_height (fixture, width);

  gtk_widget_allocate (GTK_WIDGET (fixture->columns), width, height, -1, NULL);
  g_assert_true (gtk_widget_compute_bounds (fixture->start, GTK_WIDGET (fixture->columns), start));
  g_assert_true (gtk_widget_compute_bounds (fixture->end, GTK_WIDGET (fixture->columns), end));
}

static void
test_measure (Fixture       *fixture,
              gconstpointer  data)
{
  int minimum;
  int natural;

  gtk_widget_measure (GTK_WIDGET (fixture->columns), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 170);
  g_assert_cmpint (measure_height (fixture, 169), ==, 75);
  g_assert_cmpint (measure_height (fixture, 170), ==, 40);
}

static void
test_side_by_side (Fixture       *fixture,
                   gconstpointer  data)
{
  graphene_rect_t start;
  graphene_rect_t end;

  allocate (fixture, 400, &start, &end);
  g_assert_true (graphene_rect_equal (&start, &GRAPHENE_RECT_INIT (0, 0, 330, 40)));
  g_assert_true (graphene_rect_equal (&end, &GRAPHENE_RECT_INIT (340, 0, 60, 40)));

  g_object_set (fixture->columns, "start-share", 50, NULL);
  allocate (fixture, 410, &start, &end);
  g_assert_true (graphene_rect_equal (&start, &GRAPHENE_RECT_INIT (0, 0, 200, 40)));
  g_assert_true (graphene_rect_equal (&end, &GRAPHENE_RECT_INIT (210, 0, 200, 40)));

  gtk_widget_set_direction (GTK_WIDGET (fixture->columns), GTK_TEXT_DIR_RTL);
  allocate (fixture, 410, &start, &end);
  g_assert_true (graphene_rect_equal (&start, &GRAPHENE_RECT_INIT (210, 0, 200, 40)));
  g_assert_true (graphene_rect_equal (&end, &GRAPHENE_RECT_INIT (0, 0, 200, 40)));
}

static void
test_stacked (Fixture       *fixture,
              gconstpointer  data)
{
  graphene_rect_t start;
  graphene_rect_t end;

  allocate (fixture, 120, &start, &end);
  g_assert_true (graphene_rect_equal (&start, &GRAPHENE_RECT_INIT (0, 0, 120, 40)));
  g_assert_true (graphene_rect_equal (&end, &GRAPHENE_RECT_INIT (0, 45, 120, 30)));

  g_object_set (fixture->columns, "end-first", TRUE, NULL);
  allocate (fixture, 120, &start, &end);
  g_assert_true (graphene_rect_equal (&end, &GRAPHENE_RECT_INIT (0, 0, 120, 30)));
  g_assert_true (graphene_rect_equal (&start, &GRAPHENE_RECT_INIT (0, 35, 120, 40)));
}

/* A width that is wide enough for both is not wide while the text is large. */
static void
test_wide_from (Fixture       *fixture,
                gconstpointer  data)
{
  g_object_set (fixture->columns, "wide-from", 1000, NULL);
  g_assert_cmpint (measure_height (fixture, 400), ==, 75);

  g_object_set (fixture->columns, "wide-from", 1, NULL);
  g_assert_cmpint (measure_height (fixture, 400), ==, 40);
}

static void
test_hidden (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_widget_set_visible (fixture->end, FALSE);
  g_assert_cmpint (measure_height (fixture, 400), ==, 40);
  g_assert_cmpint (measure_height (fixture, 120), ==, 40);

  /* One alone has all the room, wide or narrow. */
  gtk_widget_allocate (GTK_WIDGET (fixture->columns), 400, 200, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (fixture->start), ==, 400);
  g_assert_cmpint (gtk_widget_get_height (fixture->start), ==, 200);
  gtk_widget_set_visible (fixture->start, FALSE);
  gtk_widget_set_visible (fixture->end, TRUE);
  gtk_widget_allocate (GTK_WIDGET (fixture->columns), 120, 200, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (fixture->end), ==, 120);
  g_assert_cmpint (gtk_widget_get_height (fixture->end), ==, 200);
  gtk_widget_set_visible (fixture->end, FALSE);
  g_assert_cmpint (measure_height (fixture, 400), ==, 0);
}

static void
count_notify (int *n_notified)
{
  (*n_notified)++;
}

static void
test_children (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *other = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *child = NULL;
  int n_notified = 0;

  g_signal_connect_swapped (fixture->columns, "notify::start", G_CALLBACK (count_notify), &n_notified);
  ts_columns_set_start (fixture->columns, fixture->start);
  g_assert_cmpint (n_notified, ==, 0);

  ts_columns_set_start (fixture->columns, other);
  g_assert_cmpint (n_notified, ==, 1);

  /* The Tab key goes to the first child first, whenever it was set. */
  g_assert_true (gtk_widget_get_first_child (GTK_WIDGET (fixture->columns)) == other);

  ts_columns_set_start (fixture->columns, NULL);
  g_object_get (fixture->columns, "start", &child, NULL);
  g_assert_null (child);
  g_assert_cmpint (n_notified, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);

  g_test_add ("/columns/measure", Fixture, NULL, set_up, test_measure, tear_down);
  g_test_add ("/columns/side-by-side", Fixture, NULL, set_up, test_side_by_side, tear_down);
  g_test_add ("/columns/stacked", Fixture, NULL, set_up, test_stacked, tear_down);
  g_test_add ("/columns/wide-from", Fixture, NULL, set_up, test_wide_from, tear_down);
  g_test_add ("/columns/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/columns/children", Fixture, NULL, set_up, test_children, tear_down);

  return g_test_run ();
}
