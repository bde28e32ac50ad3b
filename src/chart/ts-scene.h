/* ts-scene.h
 *
 * A laid-out chart: what to draw where, what each place of it says, and in which order a keyboard
 * visits those places.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-scene-item.h"

G_BEGIN_DECLS

/**
 * TsScene:
 *
 * Never changes once built, so any thread may read it. Reference counted.
 */
typedef struct _TsScene TsScene;

#define TS_TYPE_SCENE (ts_scene_get_type ())
GType ts_scene_get_type (void) G_GNUC_CONST;

/**
 * TsSceneStop:
 * @id: the row of the data, in the chart's own counting
 * @label: what this is, for a screen reader or a tooltip
 * @value: what it shows, in words
 * @anchor: where the cursor ring is drawn
 * @radius: radius of that ring
 *
 * A place that the keyboard's cursor stops at and the pointer can touch.
 */
typedef struct
{
  guint id;
  char *label;
  char *value;
  TsChartPoint anchor;
  double radius;
} TsSceneStop;

/**
 * TsLegendEntry:
 * @label: the text
 * @role: colour of the sample
 * @stroke_width: width of the sample's line; 0 for none
 * @dash: how it is broken up
 * @marker: shape in the middle of the sample
 * @marker_radius: its radius
 * @marker_fill: how the shape is filled
 * @wash: whether the area is washed with the colour
 */
typedef struct
{
  char *label;
  TsChartRole role;
  double stroke_width;
  TsChartDash dash;
  TsChartMarker marker;
  double marker_radius;
  TsChartFill marker_fill;
  gboolean wash;
} TsLegendEntry;

/**
 * TsSceneMove:
 *
 * How the cursor moves. Next and previous follow the order of the data, in every direction of reading.
 */
typedef enum
{
  TS_SCENE_MOVE_NEXT,
  TS_SCENE_MOVE_PREVIOUS,
  TS_SCENE_MOVE_FIRST,
  TS_SCENE_MOVE_LAST,
} TsSceneMove;

TsScene             *ts_scene_ref           (TsScene       *self);
void                 ts_scene_unref         (TsScene       *self);

double               ts_scene_get_width     (const TsScene *self);
double               ts_scene_get_height    (const TsScene *self);
TsChartDirection     ts_scene_get_direction (const TsScene *self);
const char          *ts_scene_get_family    (const TsScene *self);
TsSurfaceKind        ts_scene_get_text_kind (const TsScene *self);
double               ts_scene_get_unit      (const TsScene *self);

const char          *ts_scene_get_title     (const TsScene *self);
const char          *ts_scene_get_finding   (const TsScene *self);

guint                ts_scene_get_n_items   (const TsScene *self);
const TsSceneItem   *ts_scene_get_item      (const TsScene *self,
                                             guint          position);
guint                ts_scene_get_n_legend  (const TsScene *self);
const TsLegendEntry *ts_scene_get_legend    (const TsScene *self,
                                             guint          position);
guint                ts_scene_get_n_stops   (const TsScene *self);
const TsSceneStop   *ts_scene_get_stop      (const TsScene *self,
                                             guint          position);

int                  ts_scene_hit           (const TsScene *self,
                                             double         x,
                                             double         y);
int                  ts_scene_move          (const TsScene *self,
                                             int            position,
                                             TsSceneMove    move);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsScene, ts_scene_unref)

G_END_DECLS
