/* ts-scene-bubble.h — what a point of a chart says, beside it
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chart/ts-scene.h"

G_BEGIN_DECLS

void ts_scene_bubble_snapshot (GtkWidget         *widget,
                               GtkSnapshot       *snapshot,
                               const TsSceneStop *stop);

G_END_DECLS
