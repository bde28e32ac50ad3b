/* test-palette.c
 *
 * Whether everything can be told from what it lies on.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-palette.h"

/* What charts lie on besides their own background: window and card of libadwaita 1.2. */
static const guint32 grounds[TS_PALETTE_N_KINDS][3] = {
  [TS_PALETTE_LIGHT] = { 0xffffff, 0xfafafa, 0xffffff },
  [TS_PALETTE_DARK] = { 0x242424, 0x1e1e1e, 0x363636 },
  [TS_PALETTE_LIGHT_HIGH_CONTRAST] = { 0xffffff, 0xfafafa, 0xffffff },
  [TS_PALETTE_DARK_HIGH_CONTRAST] = { 0x242424, 0x1e1e1e, 0x363636 },
  [TS_PALETTE_PRINT] = { 0xffffff, 0xffffff, 0xffffff },
};

static void
assert_contrast (TsPaletteKind kind,
                 TsChartRole   role,
                 double        least)
{
  const TsPalette *palette = ts_palette_get (kind);

  for (guint i = 0; i < 3; i++)
    {
      double contrast = ts_palette_contrast (palette->colours[role], grounds[kind][i]);

      if (contrast < least)
        g_error ("palette %d, role %d on #%06x has %.2f:1, wanted %.1f:1",
                 kind, role, grounds[kind][i], contrast, least);
    }
}

static gboolean
is_high_contrast (guint kind)
{
  return kind == TS_PALETTE_LIGHT_HIGH_CONTRAST || kind == TS_PALETTE_DARK_HIGH_CONTRAST;
}

/* The two anchors that the formula's authors give. */
static void
test_formula (void)
{
  g_assert_cmpfloat_with_epsilon (ts_palette_contrast (0x000000, 0xffffff), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (ts_palette_contrast (0x777777, 0xffffff), 4.478, 0.001);
  g_assert_cmpfloat_with_epsilon (ts_palette_contrast (0xffffff, 0x777777), 4.478, 0.001);
  g_assert_cmpfloat (ts_palette_contrast (0x3584e4, 0x3584e4), ==, 1);
}

static void
test_background (void)
{
  for (guint kind = 0; kind < TS_PALETTE_N_KINDS; kind++)
    g_assert_cmphex (ts_palette_get (kind)->colours[TS_CHART_ROLE_BACKGROUND], ==,
                     grounds[kind][0]);
}

static void
test_series (void)
{
  for (guint kind = 0; kind < TS_PALETTE_N_KINDS; kind++)
    {
      for (guint role = TS_CHART_ROLE_SERIES_1; role <= TS_CHART_ROLE_SERIES_5; role++)
        assert_contrast (kind, role, is_high_contrast (kind) ? 4.5 : 3);
      assert_contrast (kind, TS_CHART_ROLE_HIGHLIGHT, is_high_contrast (kind) ? 4.5 : 3);
      assert_contrast (kind, TS_CHART_ROLE_POSITIVE, 3);
      assert_contrast (kind, TS_CHART_ROLE_CAUTION, 3);
      assert_contrast (kind, TS_CHART_ROLE_NEGATIVE, 3);
    }
}

static void
test_text (void)
{
  for (guint kind = 0; kind < TS_PALETTE_N_KINDS; kind++)
    {
      assert_contrast (kind, TS_CHART_ROLE_FOREGROUND, 7);
      assert_contrast (kind, TS_CHART_ROLE_DIM, is_high_contrast (kind) ? 7 : 4.5);
    }
}

/* The grid is to be quiet, but in high contrast it has to be seen. */
static void
test_grid (void)
{
  for (guint kind = 0; kind < TS_PALETTE_N_KINDS; kind++)
    {
      assert_contrast (kind, TS_CHART_ROLE_GRID, is_high_contrast (kind) ? 3 : 1.2);
      assert_contrast (kind, TS_CHART_ROLE_AXIS, is_high_contrast (kind) ? 4.5 : 1.5);
    }
}

static void
test_text_on_levels (void)
{
  for (guint kind = 0; kind < TS_PALETTE_N_KINDS; kind++)
    for (guint role = TS_CHART_ROLE_LEVEL_LOW; role <= TS_CHART_ROLE_LEVEL_HIGH; role++)
      {
        const TsPalette *palette = ts_palette_get (kind);

        g_assert_cmpfloat (ts_palette_contrast (ts_palette_text_on (palette, role),
                                                palette->colours[role]),
                           >=, 4.5);
      }
}

/* Levels form one sequence: each further from the background than the one below. */
static void
test_levels_in_order (void)
{
  for (guint kind = 0; kind < TS_PALETTE_N_KINDS; kind++)
    {
      const guint32 *colours = ts_palette_get (kind)->colours;

      for (guint role = TS_CHART_ROLE_LEVEL_BELOW; role <= TS_CHART_ROLE_LEVEL_HIGH; role++)
        g_assert_cmpfloat (ts_palette_contrast (colours[role], colours[TS_CHART_ROLE_BACKGROUND]),
                           >,
                           ts_palette_contrast (colours[role - 1],
                                                colours[TS_CHART_ROLE_BACKGROUND]) *
                             1.15);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/palette/formula", test_formula);
  g_test_add_func ("/chart/palette/background", test_background);
  g_test_add_func ("/chart/palette/series", test_series);
  g_test_add_func ("/chart/palette/text", test_text);
  g_test_add_func ("/chart/palette/grid", test_grid);
  g_test_add_func ("/chart/palette/text-on-levels", test_text_on_levels);
  g_test_add_func ("/chart/palette/levels-in-order", test_levels_in_order);

  return g_test_run ();
}
