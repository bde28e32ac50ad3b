/* ts-standing.h — how an assessment stands before its board
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-checklist.h"
#include "core/ts-stage.h"
#include "model/ts-session.h"
#include "model/ts-worker.h"

G_BEGIN_DECLS

/**
 * TsStanding:
 * @state: where the assessment stands
 * @checks: (element-type TsCheck): what is missing
 * @sign_offs: (element-type TsRow): its moves from stage to stage, the first one first
 * @hash: the hash of what is there
 *
 * What there is to sign off, and what was, now or as it stood. Read in one go on a workbook's thread, and then only looked at.
 */
typedef struct
{
  TsAssessmentState *state;
  GPtrArray *checks;
  GPtrArray *sign_offs;
  char *hash;
} TsStanding;

TsStanding *ts_standing_read (TsWorkplace  *workplace,
                              const char   *assessment_id,
                              gint64        as_of,
                              GError      **error);
void ts_standing_free (TsStanding *self);

gboolean ts_standing_get_stage (const TsStanding *self,
                                TsStage          *stage);
const TsRow *ts_standing_find_approval (const TsStanding *self);

void ts_session_read_standing_async (TsSession           *self,
                                     const char          *assessment_id,
                                     gint64               as_of,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
TsStanding *ts_session_read_standing_finish (TsSession     *self,
                                             GAsyncResult  *result,
                                             GError       **error);

/* Ends with ts_session_change_finish (). */
void ts_session_move_stage_async (TsSession           *self,
                                  const char          *assessment_id,
                                  TsStage              to,
                                  const char          *name,
                                  const char          *role,
                                  const char          *meeting,
                                  const char          *day,
                                  const char          *reason,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsStanding, ts_standing_free)

G_END_DECLS
