/* ts-stage.h — how far an assessment has come
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-layer.h"

G_BEGIN_DECLS

/**
 * TsStage:
 *
 * The stages of an assessment, in order. A stage locks the layers of those before it: see [func@ts_stage_locks_layer].
 */
typedef enum
{
  TS_STAGE_DRAFT,
  TS_STAGE_BOARD_APPROVED,
  TS_STAGE_SUBMITTED,
  TS_STAGE_DESK_REVIEW,
  TS_STAGE_PANEL,
  TS_STAGE_MODERATED,
  TS_STAGE_FINAL,
  TS_STAGE_PUBLISHED,
} TsStage;

#define TS_N_STAGES (TS_STAGE_PUBLISHED + 1)

const char *ts_stage_get_name (TsStage stage);
const char *ts_stage_get_title (TsStage stage);
gboolean ts_stage_from_name (const char *name,
                             TsStage    *stage);
gboolean ts_stage_locks_layer (TsStage stage,
                               TsLayer layer);

G_END_DECLS
