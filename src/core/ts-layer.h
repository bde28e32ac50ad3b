/* ts-layer.h — whose judgement a rating is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsLayer:
 * @TS_LAYER_SELF: the board's own assessment
 * @TS_LAYER_DESK: the analyst's, at the desk
 * @TS_LAYER_REVIEWER: one reviewer's; an assessor is named
 * @TS_LAYER_PANEL: what the panel agreed
 * @TS_LAYER_FINAL: after calibration
 *
 * The layers of judgement, from the first to the most settled.
 */
typedef enum
{
  TS_LAYER_SELF,
  TS_LAYER_DESK,
  TS_LAYER_REVIEWER,
  TS_LAYER_PANEL,
  TS_LAYER_FINAL,
} TsLayer;

#define TS_N_LAYERS (TS_LAYER_FINAL + 1)

const char *ts_layer_get_name (TsLayer layer);
const char *ts_layer_get_title (TsLayer layer);
gboolean ts_layer_from_name (const char *name,
                             TsLayer    *layer);

G_END_DECLS
