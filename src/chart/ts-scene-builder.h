/* ts-scene-builder.h
 *
 * Puts a scene together.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-options.h"
#include "chart/ts-scene.h"

G_BEGIN_DECLS

/**
 * TsSceneBuilder:
 *
 * Takes positions as if text were read from left to right, and mirrors them when it is not: a layout
 * never asks for the direction.
 */
typedef struct _TsSceneBuilder TsSceneBuilder;

TsSceneBuilder *ts_scene_builder_new           (const TsChartOptions   *options,
                                                const char             *title,
                                                const char             *finding);
void            ts_scene_builder_free          (TsSceneBuilder         *self);
TsScene        *ts_scene_builder_end           (TsSceneBuilder         *self);

void            ts_scene_builder_add_rectangle (TsSceneBuilder         *self,
                                                TsScenePart             part,
                                                const TsChartPaint     *paint,
                                                const TsChartRectangle *area,
                                                double                  corner);
void            ts_scene_builder_add_line      (TsSceneBuilder         *self,
                                                TsScenePart             part,
                                                const TsChartPaint     *paint,
                                                const TsChartPoint     *points,
                                                guint                   n_points);
void            ts_scene_builder_add_polygon   (TsSceneBuilder         *self,
                                                TsScenePart             part,
                                                const TsChartPaint     *paint,
                                                const TsChartPoint     *points,
                                                guint                   n_points);
void            ts_scene_builder_add_marker    (TsSceneBuilder         *self,
                                                TsScenePart             part,
                                                const TsChartPaint     *paint,
                                                TsChartMarker           shape,
                                                double                  x,
                                                double                  y,
                                                double                  radius);
void            ts_scene_builder_add_text      (TsSceneBuilder         *self,
                                                TsScenePart             part,
                                                const TsTextStyle      *style,
                                                const char             *text,
                                                double                  x,
                                                double                  baseline,
                                                TsChartAnchor           anchor,
                                                double                  max_width);
void            ts_scene_builder_add_legend    (TsSceneBuilder         *self,
                                                const TsLegendEntry    *entry);

guint           ts_scene_builder_add_stop      (TsSceneBuilder         *self,
                                                guint                   id,
                                                const char             *label,
                                                const char             *value,
                                                double                  x,
                                                double                  y,
                                                double                  radius);
void            ts_scene_builder_add_region    (TsSceneBuilder         *self,
                                                guint                   stop,
                                                const TsChartRectangle *area);
void            ts_scene_builder_add_region_polygon (TsSceneBuilder     *self,
                                                     guint               stop,
                                                     const TsChartPoint *points,
                                                     guint               n_points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsSceneBuilder, ts_scene_builder_free)

G_END_DECLS
