/* ts-scene-item.h
 *
 * One thing to draw, placed and styled but not coloured.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-types.h"

G_BEGIN_DECLS

/**
 * TsScenePart:
 *
 * What an item belongs to, so that a reader of a scene (a test, an exporter) finds its way.
 */
typedef enum
{
  TS_SCENE_PART_TITLE,
  TS_SCENE_PART_FINDING,
  TS_SCENE_PART_LEGEND,
  TS_SCENE_PART_GRID,
  TS_SCENE_PART_SCALE_LABEL,
  TS_SCENE_PART_AXIS_LABEL,
  TS_SCENE_PART_SERIES,
  TS_SCENE_PART_MISSING,
  TS_SCENE_PART_NOTE,
} TsScenePart;

typedef enum
{
  TS_SCENE_ITEM_RECTANGLE,
  TS_SCENE_ITEM_LINE,
  TS_SCENE_ITEM_POLYGON,
  TS_SCENE_ITEM_MARKER,
  TS_SCENE_ITEM_TEXT,
} TsSceneItemKind;

/**
 * TsSceneItem:
 * @kind: which member of the union holds
 * @part: what the item belongs to
 * @paint: fill and outline; unused for text
 * @bounds: everything that the item covers, outline included
 * @rectangle: an area, with its corner radius
 * @path: the points of an open line or a closed polygon
 * @marker: a shape of a given radius around a point
 * @text: one line; @text.x is where its anchor lies, @text.baseline its baseline; a text whose
 *   @text.max_width is above 0 is ellipsised to that width
 *
 * Positions are as painted: a right-to-left scene has been mirrored already.
 */
typedef struct
{
  TsSceneItemKind kind;
  TsScenePart part;
  TsChartPaint paint;
  TsChartRectangle bounds;
  union
  {
    struct
    {
      TsChartRectangle area;
      double corner;
    } rectangle;
    struct
    {
      TsChartPoint *points;
      guint n_points;
    } path;
    struct
    {
      TsChartPoint centre;
      double radius;
      TsChartMarker shape;
    } marker;
    struct
    {
      char *string;
      double x;
      double baseline;
      TsChartAnchor anchor;
      double max_width;
      TsTextStyle style;
    } text;
  };
} TsSceneItem;

G_END_DECLS
