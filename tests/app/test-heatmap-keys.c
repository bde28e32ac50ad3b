/* test-heatmap-keys.c — what a key does in a heat map
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app-fixture.h"

#include "app/widgets/ts-heatmap-keys.h"

/* From the cell in row 5 and column 3 of 20 rows, 8 columns and a page of 4 rows. */
static const struct
{
  guint keyval;
  GdkModifierType state;
  TsHeatmapKey expected;
  int row;
  int column;
  int mirrored_column; /* where the first column is the rightmost */
} keys[] = {
  { GDK_KEY_Up, 0, TS_HEATMAP_KEY_MOVE, 4, 3, 3 },
  { GDK_KEY_KP_Down, 0, TS_HEATMAP_KEY_MOVE, 6, 3, 3 },
  { GDK_KEY_Left, 0, TS_HEATMAP_KEY_MOVE, 5, 2, 4 },
  { GDK_KEY_KP_Right, 0, TS_HEATMAP_KEY_MOVE, 5, 4, 2 },
  { GDK_KEY_Page_Up, 0, TS_HEATMAP_KEY_MOVE, 1, 3, 3 },
  { GDK_KEY_KP_Page_Down, 0, TS_HEATMAP_KEY_MOVE, 9, 3, 3 },
  { GDK_KEY_Home, 0, TS_HEATMAP_KEY_MOVE, 5, 0, 0 },
  { GDK_KEY_KP_End, 0, TS_HEATMAP_KEY_MOVE, 5, 7, 7 },
  { GDK_KEY_Home, GDK_CONTROL_MASK, TS_HEATMAP_KEY_MOVE, 0, 3, 3 },
  { GDK_KEY_End, GDK_CONTROL_MASK, TS_HEATMAP_KEY_MOVE, 19, 3, 3 },
  { GDK_KEY_Return, 0, TS_HEATMAP_KEY_CHOOSE, 5, 3, 3 },
  { GDK_KEY_space, 0, TS_HEATMAP_KEY_CHOOSE, 5, 3, 3 },
  /* Caps lock is no reason not to be understood. */
  { GDK_KEY_Up, GDK_LOCK_MASK, TS_HEATMAP_KEY_MOVE, 4, 3, 3 },

  { GDK_KEY_Up, GDK_CONTROL_MASK, TS_HEATMAP_KEY_NONE, 5, 3, 3 },
  { GDK_KEY_Return, GDK_CONTROL_MASK, TS_HEATMAP_KEY_NONE, 5, 3, 3 },
  { GDK_KEY_Home, GDK_SHIFT_MASK, TS_HEATMAP_KEY_NONE, 5, 3, 3 },
  { GDK_KEY_Up, GDK_ALT_MASK, TS_HEATMAP_KEY_NONE, 5, 3, 3 },
  { GDK_KEY_Tab, 0, TS_HEATMAP_KEY_NONE, 5, 3, 3 },
  { GDK_KEY_a, 0, TS_HEATMAP_KEY_NONE, 5, 3, 3 },
};

static void
test_keys (void)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (keys); i++)
    {
      gboolean mirrored = i % 2 == 1;
      const TsHeatmapExtent extent = { .n_rows = 20, .n_columns = 8, .page = 4, .right_to_left = mirrored };
      int row = 5;
      int column = 3;

      g_test_message ("key %u, mirrored %d", i / 2, mirrored);
      g_assert_cmpint (ts_heatmap_keys_read (&extent, keys[i / 2].keyval, keys[i / 2].state, &row, &column), ==, keys[i / 2].expected);
      g_assert_cmpint (row, ==, keys[i / 2].row);
      g_assert_cmpint (column, ==, mirrored ? keys[i / 2].mirrored_column : keys[i / 2].column);
    }
}

/* Where it stops is for whoever has the cursor. */
static void
test_beyond (void)
{
  const TsHeatmapExtent extent = { .n_rows = 2, .n_columns = 2, .page = 4 };
  int row = 0;
  int column = 0;

  g_assert_cmpint (ts_heatmap_keys_read (&extent, GDK_KEY_Page_Up, 0, &row, &column), ==, TS_HEATMAP_KEY_MOVE);
  g_assert_cmpint (ts_heatmap_keys_read (&extent, GDK_KEY_Left, 0, &row, &column), ==, TS_HEATMAP_KEY_MOVE);
  g_assert_cmpint (row, ==, -4);
  g_assert_cmpint (column, ==, -1);
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/heatmap-keys/keys", test_keys);
  g_test_add_func ("/heatmap-keys/beyond", test_beyond);

  return g_test_run ();
}
