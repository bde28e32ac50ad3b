/* test-segment-bar.c
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"

#include "app/widgets/ts-segment-bar.h"

#define WIDTH 300

static TsSegmentBar *
make_bar (const guint *shares,
          guint        n_shares)
{
  TsSegmentBar *bar = g_object_ref_sink (TS_SEGMENT_BAR (ts_segment_bar_new ()));

  for (guint i = 0; i < n_shares; i++)
    {
      ts_segment_bar_add (bar, "ready");
      ts_segment_bar_set_share (bar, i, shares[i]);
      g_assert_cmpuint (ts_segment_bar_get_share (bar, i), ==, shares[i]);
    }

  gtk_widget_measure (GTK_WIDGET (bar), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (bar), WIDTH, 20, -1, NULL);

  return bar;
}

static void
get_bounds (TsSegmentBar    *bar,
            guint            segment,
            graphene_rect_t *bounds)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (bar));

  while (segment-- > 0)
    child = gtk_widget_get_next_sibling (child);

  g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (bar), bounds));
}

/* Whatever the shares: what has a share is seen and lies behind what comes before it, and nothing sticks out. */
static void
test_any (void)
{
  for (guint round = 0; round < 100; round++)
    {
      guint shares[4];
      g_autoptr (TsSegmentBar) bar = NULL;
      double end = 0;

      for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
        shares[i] = g_test_rand_bit () ? 0 : (guint) g_test_rand_int_range (1, g_test_rand_bit () ? 5 : G_MAXINT);

      bar = make_bar (shares, G_N_ELEMENTS (shares));

      for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
        {
          graphene_rect_t bounds;

          if (shares[i] == 0)
            continue;

          get_bounds (bar, i, &bounds);
          g_assert_cmpfloat (bounds.origin.x, >=, end);
          g_assert_cmpfloat (bounds.size.width, >=, 4);
          end = bounds.origin.x + bounds.size.width;
          g_assert_cmpfloat (end, <=, WIDTH);
        }

      /* The last one reaches the end, except for what is rounded away. */
      if (end > 0)
        g_assert_cmpfloat (end, >=, WIDTH - 1);
    }
}

static void
test_shares (void)
{
  const guint shares[] = { 2, 0, 1, 1 };
  g_autoptr (TsSegmentBar) bar = make_bar (shares, G_N_ELEMENTS (shares));
  graphene_rect_t half;
  graphene_rect_t quarter;

  get_bounds (bar, 0, &half);
  get_bounds (bar, 2, &quarter);
  g_assert_cmpfloat_with_epsilon (half.size.width, WIDTH / 2.0, 6);
  g_assert_cmpfloat_with_epsilon (quarter.size.width, WIDTH / 4.0, 6);
}

static void
test_right_to_left (void)
{
  const guint shares[] = { 3, 1 };
  g_autoptr (TsSegmentBar) bar = g_object_ref_sink (TS_SEGMENT_BAR (ts_segment_bar_new ()));
  graphene_rect_t first;

  gtk_widget_set_direction (GTK_WIDGET (bar), GTK_TEXT_DIR_RTL);

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      ts_segment_bar_add (bar, "rated");
      ts_segment_bar_set_share (bar, i, shares[i]);
    }

  gtk_widget_measure (GTK_WIDGET (bar), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (bar), WIDTH, 20, -1, NULL);
  get_bounds (bar, 0, &first);
  g_assert_cmpfloat_with_epsilon (first.origin.x + first.size.width, WIDTH, 1);
}

int
main (int   argc,
      char *argv[])
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/segment-bar/any", test_any);
  g_test_add_func ("/segment-bar/shares", test_shares);
  g_test_add_func ("/segment-bar/right-to-left", test_right_to_left);

  return g_test_run ();
}
