/* ts-painter-run.h
 *
 * Lines and dots that can be painted together.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-scene.h"

G_BEGIN_DECLS

gboolean ts_painter_run_is_line (const TsSceneItem *item);
gboolean ts_painter_run_is_dot  (const TsSceneItem *item);
guint    ts_painter_run_measure (const TsScene     *scene,
                                 guint              first);

G_END_DECLS
