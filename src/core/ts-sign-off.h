/* ts-sign-off.h — how an assessment moves from stage to stage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "core/ts-stage.h"

G_BEGIN_DECLS

/**
 * TsSignOffRequest:
 * @name: who decided it
 * @role: (nullable): in which role
 * @meeting: (nullable): in which meeting; the board's approval needs one
 * @day: on which day, as ISO 8601 writes it
 * @reason: (nullable): why it is reopened, or why it goes on although something is open
 * @hash: (nullable): the hash of what was decided on, see [func@ts_submission_hash]
 * @n_rated: how many criteria have a level of the board's own
 * @n_open: how many points of the checklist must still be settled
 * @n_unsealed: how many reviewers are still waited for, whose scores are neither sealed nor opened
 *
 * What is recorded of a move from one stage to another, and what the move depends on.
 */
typedef struct
{
  const char *name;
  const char *role;
  const char *meeting;
  const char *day;
  const char *reason;
  const char *hash;
  guint n_rated;
  guint n_open;
  guint n_unsealed;
} TsSignOffRequest;

gboolean ts_stage_can_follow (TsStage from,
                              TsStage to);
TsChange *ts_change_move_stage (TsRow                   *assessment,
                                GPtrArray               *sign_offs,
                                TsStage                  to,
                                const TsSignOffRequest  *request,
                                GError                 **error);
gboolean ts_sign_off_check_sealed (guint    n_unsealed,
                                   GError **error);
gboolean ts_sign_off_fits (const TsRow  *sign_off,
                           const TsRow  *before,
                           const TsRow  *after,
                           GError      **error);
const TsChangeRow *ts_sign_off_find_move (const TsChange *change,
                                          const TsRow    *sign_off);
gboolean ts_sign_off_tells (const TsChange    *change,
                            const TsChangeRow *row);

G_END_DECLS
