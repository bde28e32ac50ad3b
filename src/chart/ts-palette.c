/* ts-palette.c
 *
 * The built-in palettes, from the GNOME palette, and how colours are compared.
 *
 * Series are chosen so that they stay apart for the common forms of colour blindness and have at least
 * 3:1 against the background (4.5:1 in high contrast); text has at least 4.5:1. A test computes both.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-palette.h"

#include <math.h>

static const TsPalette palettes[TS_PALETTE_N_KINDS] = {
  [TS_PALETTE_LIGHT] = {
    .colours = {
      [TS_CHART_ROLE_BACKGROUND] = 0xffffff,
      [TS_CHART_ROLE_FOREGROUND] = 0x333333,
      [TS_CHART_ROLE_DIM] = 0x5e5c64,
      [TS_CHART_ROLE_GRID] = 0xdeddda,
      [TS_CHART_ROLE_AXIS] = 0xc0bfbc,
      [TS_CHART_ROLE_SERIES_1] = 0x3584e4,
      [TS_CHART_ROLE_SERIES_2] = 0xe66100,
      [TS_CHART_ROLE_SERIES_3] = 0xb5835a,
      [TS_CHART_ROLE_SERIES_4] = 0x77767b,
      [TS_CHART_ROLE_SERIES_5] = 0x63452c,
      [TS_CHART_ROLE_LEVEL_LOW] = 0xecedf3,
      [TS_CHART_ROLE_LEVEL_BELOW] = 0xb8d2f1,
      [TS_CHART_ROLE_LEVEL_MIDDLE] = 0x85b3ec,
      [TS_CHART_ROLE_LEVEL_ABOVE] = 0x2f70c2,
      [TS_CHART_ROLE_LEVEL_HIGH] = 0x1a4a94,
      [TS_CHART_ROLE_HIGHLIGHT] = 0x1c71d8,
      [TS_CHART_ROLE_POSITIVE] = 0x26a269,
      [TS_CHART_ROLE_CAUTION] = 0xb87d00,
      [TS_CHART_ROLE_NEGATIVE] = 0xc01c28,
      [TS_CHART_ROLE_CONTEXT] = 0xc0bfbc,
    },
    .wash = 0.18,
  },
  [TS_PALETTE_DARK] = {
    .colours = {
      [TS_CHART_ROLE_BACKGROUND] = 0x242424,
      [TS_CHART_ROLE_FOREGROUND] = 0xffffff,
      [TS_CHART_ROLE_DIM] = 0xc0bfbc,
      [TS_CHART_ROLE_GRID] = 0x4f4f52,
      [TS_CHART_ROLE_AXIS] = 0x6a696e,
      [TS_CHART_ROLE_SERIES_1] = 0x3584e4,
      [TS_CHART_ROLE_SERIES_2] = 0xe66100,
      [TS_CHART_ROLE_SERIES_3] = 0x8ff0a4,
      [TS_CHART_ROLE_SERIES_4] = 0x9a9996,
      [TS_CHART_ROLE_SERIES_5] = 0xf9f06b,
      [TS_CHART_ROLE_LEVEL_LOW] = 0x3a3d44,
      [TS_CHART_ROLE_LEVEL_BELOW] = 0x2b4a75,
      [TS_CHART_ROLE_LEVEL_MIDDLE] = 0x2d66b0,
      [TS_CHART_ROLE_LEVEL_ABOVE] = 0x62a0ea,
      [TS_CHART_ROLE_LEVEL_HIGH] = 0xb9d7fb,
      [TS_CHART_ROLE_HIGHLIGHT] = 0x78aeed,
      [TS_CHART_ROLE_POSITIVE] = 0x57e389,
      [TS_CHART_ROLE_CAUTION] = 0xf8e45c,
      [TS_CHART_ROLE_NEGATIVE] = 0xff7b63,
      [TS_CHART_ROLE_CONTEXT] = 0x6a696e,
    },
    .wash = 0.26,
  },
  [TS_PALETTE_LIGHT_HIGH_CONTRAST] = {
    .colours = {
      [TS_CHART_ROLE_BACKGROUND] = 0xffffff,
      [TS_CHART_ROLE_FOREGROUND] = 0x000000,
      [TS_CHART_ROLE_DIM] = 0x241f31,
      [TS_CHART_ROLE_GRID] = 0x77767b,
      [TS_CHART_ROLE_AXIS] = 0x3d3846,
      [TS_CHART_ROLE_SERIES_1] = 0x1a5fb4,
      [TS_CHART_ROLE_SERIES_2] = 0xa34600,
      [TS_CHART_ROLE_SERIES_3] = 0x865e3c,
      [TS_CHART_ROLE_SERIES_4] = 0x5e5c64,
      [TS_CHART_ROLE_SERIES_5] = 0x63452c,
      [TS_CHART_ROLE_LEVEL_LOW] = 0xffffff,
      [TS_CHART_ROLE_LEVEL_BELOW] = 0xb8d2f1,
      [TS_CHART_ROLE_LEVEL_MIDDLE] = 0x85b3ec,
      [TS_CHART_ROLE_LEVEL_ABOVE] = 0x1a5fb4,
      [TS_CHART_ROLE_LEVEL_HIGH] = 0x0d2f63,
      [TS_CHART_ROLE_HIGHLIGHT] = 0x1a5fb4,
      [TS_CHART_ROLE_POSITIVE] = 0x1b7a4d,
      [TS_CHART_ROLE_CAUTION] = 0x8a5c00,
      [TS_CHART_ROLE_NEGATIVE] = 0xa51d2d,
      [TS_CHART_ROLE_CONTEXT] = 0x8b8a90,
    },
    .wash = 0.12,
  },
  [TS_PALETTE_DARK_HIGH_CONTRAST] = {
    .colours = {
      [TS_CHART_ROLE_BACKGROUND] = 0x242424,
      [TS_CHART_ROLE_FOREGROUND] = 0xffffff,
      [TS_CHART_ROLE_DIM] = 0xf6f5f4,
      [TS_CHART_ROLE_GRID] = 0x9a9996,
      [TS_CHART_ROLE_AXIS] = 0xdeddda,
      [TS_CHART_ROLE_SERIES_1] = 0x99c1f1,
      [TS_CHART_ROLE_SERIES_2] = 0xffa348,
      [TS_CHART_ROLE_SERIES_3] = 0x8ff0a4,
      [TS_CHART_ROLE_SERIES_4] = 0xc0bfbc,
      [TS_CHART_ROLE_SERIES_5] = 0xf9f06b,
      [TS_CHART_ROLE_LEVEL_LOW] = 0x242424,
      [TS_CHART_ROLE_LEVEL_BELOW] = 0x2b4a75,
      [TS_CHART_ROLE_LEVEL_MIDDLE] = 0x2d66b0,
      [TS_CHART_ROLE_LEVEL_ABOVE] = 0x7fb4f2,
      [TS_CHART_ROLE_LEVEL_HIGH] = 0xd6e8ff,
      [TS_CHART_ROLE_HIGHLIGHT] = 0x99c1f1,
      [TS_CHART_ROLE_POSITIVE] = 0x8ff0a4,
      [TS_CHART_ROLE_CAUTION] = 0xf9f06b,
      [TS_CHART_ROLE_NEGATIVE] = 0xff9c8a,
      [TS_CHART_ROLE_CONTEXT] = 0x7d7c80,
    },
    .wash = 0.18,
  },
  [TS_PALETTE_PRINT] = {
    .colours = {
      [TS_CHART_ROLE_BACKGROUND] = 0xffffff,
      [TS_CHART_ROLE_FOREGROUND] = 0x000000,
      [TS_CHART_ROLE_DIM] = 0x3d3846,
      [TS_CHART_ROLE_GRID] = 0xc0bfbc,
      [TS_CHART_ROLE_AXIS] = 0x9a9996,
      [TS_CHART_ROLE_SERIES_1] = 0x1c71d8,
      [TS_CHART_ROLE_SERIES_2] = 0xe66100,
      [TS_CHART_ROLE_SERIES_3] = 0xb5835a,
      [TS_CHART_ROLE_SERIES_4] = 0x5e5c64,
      [TS_CHART_ROLE_SERIES_5] = 0x63452c,
      [TS_CHART_ROLE_LEVEL_LOW] = 0xecedf3,
      [TS_CHART_ROLE_LEVEL_BELOW] = 0xb8d2f1,
      [TS_CHART_ROLE_LEVEL_MIDDLE] = 0x85b3ec,
      [TS_CHART_ROLE_LEVEL_ABOVE] = 0x2f70c2,
      [TS_CHART_ROLE_LEVEL_HIGH] = 0x1a4a94,
      [TS_CHART_ROLE_HIGHLIGHT] = 0x1c71d8,
      [TS_CHART_ROLE_POSITIVE] = 0x26a269,
      [TS_CHART_ROLE_CAUTION] = 0xb87d00,
      [TS_CHART_ROLE_NEGATIVE] = 0xc01c28,
      [TS_CHART_ROLE_CONTEXT] = 0xb5b4b1,
    },
    .wash = 0.12,
  },
};

/**
 * ts_palette_get:
 * @kind: which palette
 *
 * Returns: (transfer none): a built-in palette
 */
const TsPalette *
ts_palette_get (TsPaletteKind kind)
{
  g_return_val_if_fail ((guint) kind < TS_PALETTE_N_KINDS, &palettes[TS_PALETTE_LIGHT]);

  return &palettes[kind];
}

static double
linear (guint32 colour,
        guint   shift)
{
  double value = ((colour >> shift) & 0xff) / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 colour)
{
  return 0.2126 * linear (colour, 16) + 0.7152 * linear (colour, 8) + 0.0722 * linear (colour, 0);
}

/**
 * ts_palette_contrast:
 * @first: a colour as 0xRRGGBB
 * @second: another
 *
 * The contrast ratio of the Web Content Accessibility Guidelines 2.1 (relative luminance of sRGB).
 *
 * Returns: 1 for equal colours up to 21 for black on white, whichever comes first
 */
double
ts_palette_contrast (guint32 first,
                     guint32 second)
{
  double a = luminance (first);
  double b = luminance (second);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/**
 * ts_palette_text_on:
 * @self: a palette
 * @role: what the text lies on
 *
 * Returns: black or white as 0xRRGGBB, whichever is easier to read on a solid area of @role
 */
guint32
ts_palette_text_on (const TsPalette *self,
                    TsChartRole      role)
{
  guint32 ground;

  g_return_val_if_fail (self != NULL, 0x000000);
  g_return_val_if_fail ((guint) role < TS_CHART_N_ROLES, 0x000000);

  ground = self->colours[role];

  return ts_palette_contrast (0xffffff, ground) >= ts_palette_contrast (0x000000, ground) ? 0xffffff
                                                                                          : 0x000000;
}
