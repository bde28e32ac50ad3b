/* ts-palette.h
 *
 * What colour each role has.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-types.h"

G_BEGIN_DECLS

typedef enum
{
  TS_PALETTE_LIGHT,
  TS_PALETTE_DARK,
  TS_PALETTE_LIGHT_HIGH_CONTRAST,
  TS_PALETTE_DARK_HIGH_CONTRAST,
  TS_PALETTE_PRINT,
} TsPaletteKind;

#define TS_PALETTE_N_KINDS (TS_PALETTE_PRINT + 1)

/**
 * TsPalette:
 * @colours: one colour for each role, as 0xRRGGBB in sRGB
 * @wash: opacity of a washed area, 0 to 1
 *
 * Plain values: a widget may copy a built-in palette and put its own background or foreground in.
 */
typedef struct
{
  guint32 colours[TS_CHART_N_ROLES];
  double wash;
} TsPalette;

const TsPalette *ts_palette_get          (TsPaletteKind    kind);
guint32          ts_palette_text_on      (const TsPalette *self,
                                          TsChartRole      role);
double           ts_palette_contrast     (guint32          first,
                                          guint32          second);

G_END_DECLS
