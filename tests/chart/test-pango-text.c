/* test-pango-text.c
 *
 * Text through Pango: what is measured for a vector picture, and fonts that are found beforehand.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-font-preparation.h"
#include "chart/ts-text-measurer.h"

static const char *const texts[] = { "0", "Manage knowledge and assess needs", "AVAVAV fi ffl", "\xd7\x9e\xd7\x95\xd7\x91\xd7\x99\xd7\x9c" };

static const TsChartWeight weights[] = { TS_CHART_WEIGHT_NORMAL, TS_CHART_WEIGHT_BOLD };

/* Letters that are set on no pixels are the same shape in every size. */
static void
test_grows_with_size (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (NULL, TS_SURFACE_VECTOR);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (weights); j++)
        {
          TsTextExtents one;

          ts_text_measurer_measure (measurer, texts[i], 1, weights[j], &one);
          g_assert_cmpfloat (one.width, >, 0);

          for (double size = 7.5; size < 60; size *= 1.3)
            {
              TsTextExtents extents;

              ts_text_measurer_measure (measurer, texts[i], size, weights[j], &extents);
              g_assert_cmpfloat_with_epsilon (extents.width, one.width * size, 1e-6);
              g_assert_cmpfloat_with_epsilon (extents.ascent, one.ascent * size, 1e-6);
              g_assert_cmpfloat_with_epsilon (extents.descent, one.descent * size, 1e-6);
            }
        }
    }
}

/* … and about as wide as on a screen, where they are set on whole pixels. */
static void
test_is_like_the_screen (void)
{
  g_autoptr (TsTextMeasurer) vector = ts_text_measurer_new_pango (NULL, TS_SURFACE_VECTOR);
  g_autoptr (TsTextMeasurer) raster = ts_text_measurer_new_pango (NULL, TS_SURFACE_RASTER);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TsTextExtents a;
      TsTextExtents b;

      ts_text_measurer_measure (vector, texts[i], 13, TS_CHART_WEIGHT_NORMAL, &a);
      ts_text_measurer_measure (raster, texts[i], 13, TS_CHART_WEIGHT_NORMAL, &b);
      g_assert_cmpfloat_with_epsilon (a.width, b.width, 0.5 * g_utf8_strlen (texts[i], -1) + 0.5);
      g_assert_cmpfloat_with_epsilon (a.ascent, b.ascent, 1);
      g_assert_cmpfloat_with_epsilon (a.descent, b.descent, 1);
    }
}

static void
test_prepared (void)
{
  g_autoptr (TsTextMeasurer) before = ts_text_measurer_new_pango (NULL, TS_SURFACE_VECTOR);

  for (guint turn = 0; turn < 3; turn++)
    {
      g_autoptr (TsTextMeasurer) after = NULL;

      ts_font_preparation_end (ts_font_preparation_begin (NULL));
      after = ts_text_measurer_new_pango (NULL, TS_SURFACE_VECTOR);

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          TsTextExtents a;
          TsTextExtents b;

          ts_text_measurer_measure (before, texts[i], 13, weights[i % 2], &a);
          ts_text_measurer_measure (after, texts[i], 13, weights[i % 2], &b);
          g_assert_cmpfloat (a.width, ==, b.width);
          g_assert_cmpfloat (a.ascent, ==, b.ascent);
          g_assert_cmpfloat (a.descent, ==, b.descent);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/pango-text/grows-with-size", test_grows_with_size);
  g_test_add_func ("/chart/pango-text/is-like-the-screen", test_is_like_the_screen);
  g_test_add_func ("/chart/pango-text/prepared", test_prepared);

  return g_test_run ();
}
