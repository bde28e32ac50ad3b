/* test-layer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-layer.h"

/* Files keep these names: they never change. */
static const char *const names[] = { "self", "desk", "reviewer", "panel", "final" };

static void
test_names (void)
{
  g_assert_cmpuint (TS_N_LAYERS, ==, G_N_ELEMENTS (names));

  for (guint i = 0; i < TS_N_LAYERS; i++)
    {
      TsLayer layer = TS_N_LAYERS;

      g_assert_cmpstr (ts_layer_get_name (i), ==, names[i]);
      g_assert_true (ts_layer_from_name (names[i], &layer));
      g_assert_cmpint (layer, ==, i);
    }
}

static void
test_titles_differ (void)
{
  for (TsLayer i = 0; i < TS_N_LAYERS; i++)
    {
      g_assert_cmpstr (ts_layer_get_title (i), !=, "");

      for (TsLayer j = 0; j < i; j++)
        g_assert_cmpstr (ts_layer_get_title (i), !=, ts_layer_get_title (j));
    }
}

static void
test_strangers (void)
{
  static const char *const strangers[] = { "", "Self", "self ", "sel", "selfs", "0", "consensus" };

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      TsLayer layer = TS_LAYER_PANEL;

      g_assert_false (ts_layer_from_name (strangers[i], &layer));
      g_assert_cmpint (layer, ==, TS_LAYER_PANEL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/layer/names", test_names);
  g_test_add_func ("/core/layer/titles-differ", test_titles_differ);
  g_test_add_func ("/core/layer/strangers", test_strangers);
  return g_test_run ();
}
