/* ts-stage.c — how far an assessment has come
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-stage.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *title;
} stages[TS_N_STAGES] = {
  [TS_STAGE_DRAFT] = { "draft", NC_("stage", "Draft") },
  [TS_STAGE_BOARD_APPROVED] = { "board-approved", NC_("stage", "Board approved") },
  [TS_STAGE_SUBMITTED] = { "submitted", NC_("stage", "Submitted") },
  [TS_STAGE_DESK_REVIEW] = { "desk-review", NC_("stage", "Desk review") },
  [TS_STAGE_PANEL] = { "panel", NC_("stage", "Panel") },
  [TS_STAGE_MODERATED] = { "moderated", NC_("stage", "Moderated") },
  [TS_STAGE_FINAL] = { "final", NC_("stage", "Final") },
  [TS_STAGE_PUBLISHED] = { "published", NC_("stage", "Published") },
};

/* The stage from which on a layer can no longer be changed. */
static const TsStage locked_from[TS_N_LAYERS] = {
  [TS_LAYER_SELF] = TS_STAGE_BOARD_APPROVED,
  [TS_LAYER_DESK] = TS_STAGE_PANEL,
  [TS_LAYER_REVIEWER] = TS_STAGE_MODERATED,
  [TS_LAYER_PANEL] = TS_STAGE_MODERATED,
  [TS_LAYER_FINAL] = TS_STAGE_FINAL,
};

/**
 * ts_stage_get_name:
 * @stage: a stage
 *
 * Returns: (transfer none): the name that workbooks, files and commands use
 */
const char *
ts_stage_get_name (TsStage stage)
{
  g_return_val_if_fail (stage < TS_N_STAGES, NULL);

  return stages[stage].name;
}

/**
 * ts_stage_get_title:
 * @stage: a stage
 *
 * Returns: (transfer none): the stage's name for people, translated
 */
const char *
ts_stage_get_title (TsStage stage)
{
  g_return_val_if_fail (stage < TS_N_STAGES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "stage", stages[stage].title);
}

/**
 * ts_stage_from_name:
 * @name: a name, from anywhere
 * @stage: (out): where to put the stage
 *
 * Returns: whether there is such a stage
 */
gboolean
ts_stage_from_name (const char *name,
                    TsStage    *stage)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (stage != NULL, FALSE);

  for (guint i = 0; i < TS_N_STAGES; i++)
    {
      if (g_str_equal (stages[i].name, name))
        {
          *stage = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * ts_stage_locks_layer:
 * @stage: how far the assessment has come
 * @layer: whose judgement would be changed
 *
 * Returns: whether that layer's ratings, and what belongs to them, can no longer be changed
 */
gboolean
ts_stage_locks_layer (TsStage stage,
                      TsLayer layer)
{
  g_return_val_if_fail (stage < TS_N_STAGES, TRUE);
  g_return_val_if_fail (layer < TS_N_LAYERS, TRUE);

  return stage >= locked_from[layer];
}
