/* ts-chart-types.h
 *
 * The vocabulary that every layer of a chart shares: what a mark means, how it is told apart from
 * its neighbours without colour, and the plain geometry it is placed with.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TsChartRole:
 *
 * What a colour is for. A scene names roles only; a #TsPalette turns them into colours, so the same
 * scene serves light, dark, high contrast and print.
 *
 * The five level roles are one sequence from low to high, for charts that fill an area by level. After them come what
 * the reader has picked, three that mean favourable, doubtful and unfavourable, and what stands behind the series to set
 * them against.
 */
typedef enum
{
  TS_CHART_ROLE_BACKGROUND,
  TS_CHART_ROLE_FOREGROUND,
  TS_CHART_ROLE_DIM,
  TS_CHART_ROLE_GRID,
  TS_CHART_ROLE_AXIS,
  TS_CHART_ROLE_SERIES_1,
  TS_CHART_ROLE_SERIES_2,
  TS_CHART_ROLE_SERIES_3,
  TS_CHART_ROLE_SERIES_4,
  TS_CHART_ROLE_SERIES_5,
  TS_CHART_ROLE_LEVEL_LOW,
  TS_CHART_ROLE_LEVEL_BELOW,
  TS_CHART_ROLE_LEVEL_MIDDLE,
  TS_CHART_ROLE_LEVEL_ABOVE,
  TS_CHART_ROLE_LEVEL_HIGH,
  TS_CHART_ROLE_HIGHLIGHT,
  TS_CHART_ROLE_POSITIVE,
  TS_CHART_ROLE_CAUTION,
  TS_CHART_ROLE_NEGATIVE,
  TS_CHART_ROLE_CONTEXT,
} TsChartRole;

#define TS_CHART_N_ROLES (TS_CHART_ROLE_CONTEXT + 1)

/**
 * TsChartDash:
 *
 * How a stroke is broken up. Lengths follow the stroke's width.
 */
typedef enum
{
  TS_CHART_DASH_SOLID,
  TS_CHART_DASH_DASHED,
  TS_CHART_DASH_DOTTED,
  TS_CHART_DASH_DASH_DOT,
} TsChartDash;

/**
 * TsChartFill:
 * @TS_CHART_FILL_NONE: the inside is not painted
 * @TS_CHART_FILL_SOLID: opaque
 * @TS_CHART_FILL_WASH: translucent, as strong as the palette says
 * @TS_CHART_FILL_HATCH: diagonal lines; means "no value here" wherever it is used
 */
typedef enum
{
  TS_CHART_FILL_NONE,
  TS_CHART_FILL_SOLID,
  TS_CHART_FILL_WASH,
  TS_CHART_FILL_HATCH,
} TsChartFill;

typedef enum
{
  TS_CHART_MARKER_NONE,
  TS_CHART_MARKER_CIRCLE,
  TS_CHART_MARKER_SQUARE,
  TS_CHART_MARKER_DIAMOND,
  TS_CHART_MARKER_TRIANGLE,
} TsChartMarker;

/**
 * TsChartAnchor:
 *
 * Which point of a text lies at the place given for it, horizontally.
 */
typedef enum
{
  TS_CHART_ANCHOR_LEFT,
  TS_CHART_ANCHOR_CENTRE,
  TS_CHART_ANCHOR_RIGHT,
} TsChartAnchor;

typedef enum
{
  TS_CHART_WEIGHT_NORMAL,
  TS_CHART_WEIGHT_BOLD,
} TsChartWeight;

typedef enum
{
  TS_CHART_DIRECTION_LTR,
  TS_CHART_DIRECTION_RTL,
} TsChartDirection;

/**
 * TsTextDirection:
 * @TS_TEXT_DIRECTION_AUTO: as the first letter that has a direction, else as the scene
 *
 * Where a text begins. A line of a longer text must be told, for its own first letter may come from the
 * middle of a sentence.
 */
typedef enum
{
  TS_TEXT_DIRECTION_AUTO,
  TS_TEXT_DIRECTION_LTR,
  TS_TEXT_DIRECTION_RTL,
} TsTextDirection;

/**
 * TsSurfaceKind:
 * @TS_SURFACE_RASTER: pixels: hairlines are moved onto them and letters are set on whole ones
 * @TS_SURFACE_VECTOR: PDF, SVG or a printer: nothing is rounded
 */
typedef enum
{
  TS_SURFACE_RASTER,
  TS_SURFACE_VECTOR,
} TsSurfaceKind;

typedef struct
{
  double x;
  double y;
} TsChartPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TsChartRectangle;

/**
 * TsChartPaint:
 * @fill: how the inside is painted
 * @fill_role: with what
 * @stroke_role: the outline's colour
 * @stroke_width: in layout units; 0 draws no outline
 * @dash: how the outline is broken up
 */
typedef struct
{
  TsChartFill fill;
  TsChartRole fill_role;
  TsChartRole stroke_role;
  double stroke_width;
  TsChartDash dash;
} TsChartPaint;

/**
 * TsTextStyle:
 * @size: font size in layout units
 * @weight: normal or bold
 * @role: colour
 * @halo: whether the letters get a rim in the background colour, for text that may lie on lines
 * @on_area: @role is not the letters' colour but that of a solid area they lie on; they become black
 *   or white, whichever reads better there
 * @direction: where the text begins
 */
typedef struct
{
  double size;
  TsChartWeight weight;
  TsChartRole role;
  gboolean halo;
  gboolean on_area;
  TsTextDirection direction;
} TsTextStyle;

gboolean ts_chart_rectangle_overlaps (const TsChartRectangle *a,
                                      const TsChartRectangle *b,
                                      double                  margin);
gboolean ts_chart_rectangle_contains (const TsChartRectangle *rectangle,
                                      double                  x,
                                      double                  y);
gboolean ts_chart_polygon_contains   (const TsChartPoint     *points,
                                      guint                   n_points,
                                      double                  x,
                                      double                  y);

G_END_DECLS
