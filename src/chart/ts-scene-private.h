/* ts-scene-private.h
 *
 * The inside of a scene, for the scene and its builder only.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-scene.h"

G_BEGIN_DECLS

/* A place on the picture that belongs to a stop. A rectangle has no points. */
typedef struct
{
  guint stop;
  TsChartRectangle bounds;
  TsChartPoint *points;
  guint n_points;
} TsSceneRegion;

struct _TsScene
{
  double width;
  double height;
  double unit;
  TsChartDirection direction;
  TsSurfaceKind text_kind;
  char *family;
  char *title;
  char *finding;
  GArray *items;
  GArray *legend;
  GArray *stops;
  GArray *regions;
};

TsScene *ts_scene_new_empty (void);

G_END_DECLS
