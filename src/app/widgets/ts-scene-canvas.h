/* ts-scene-canvas.h — draws a scene in the style of the screen
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chart/ts-chart-options.h"
#include "chart/ts-scene.h"

G_BEGIN_DECLS

/**
 * TsSceneCanvas:
 *
 * What everything that draws a scene has in common: it measures text in the font of the screen, keeps what it painted until the scene or the
 * colours change, and knows when the font or the reading direction has. The kinds of it lay out, and decide where the cursor is.
 */
#define TS_TYPE_SCENE_CANVAS (ts_scene_canvas_get_type ())

G_DECLARE_DERIVABLE_TYPE (TsSceneCanvas, ts_scene_canvas, TS, SCENE_CANVAS, GtkWidget)

/**
 * TsSceneCanvasClass:
 * @restyled: the font or the reading direction is another; nothing that was laid out can be used
 */
struct _TsSceneCanvasClass
{
  GtkWidgetClass parent_class;

  void (*restyled) (TsSceneCanvas *self);
};

TsScene *ts_scene_canvas_get_scene (TsSceneCanvas *self);
void ts_scene_canvas_take_scene (TsSceneCanvas *self,
                                 TsScene       *scene);
void ts_scene_canvas_init_options (TsSceneCanvas  *self,
                                   int             width,
                                   int             height,
                                   TsChartOptions *options);
void ts_scene_canvas_paint (TsSceneCanvas *self,
                            GtkSnapshot   *snapshot,
                            const int     *stops,
                            guint          n_stops);

G_END_DECLS
