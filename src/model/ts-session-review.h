/* ts-session-review.h — preparing a review, scoring, agreeing and reporting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-conflict.h"
#include "core/ts-interest.h"
#include "core/ts-review-note.h"
#include "core/ts-review-rate.h"
#include "core/ts-round.h"
#include "model/ts-session.h"

G_BEGIN_DECLS

/* Each of these ends with ts_session_change_finish (). What somebody does is done by whoever works: see ts_session_set_person (). */

/* Rounds and panels. Without a round or panel id, a new one is made. */
void ts_session_define_round_async (TsSession               *self,
                                    const char              *framework_id,
                                    int                      year,
                                    const TsRoundDefinition *definition,
                                    gboolean                 with_assessments,
                                    GAsyncReadyCallback      callback,
                                    gpointer                 user_data);
void ts_session_set_round_assessments_async (TsSession           *self,
                                             const char          *round_id,
                                             const char *const   *assessment_ids,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void ts_session_define_panel_async (TsSession               *self,
                                    const char              *round_id,
                                    const char              *panel_id,
                                    const TsPanelDefinition *definition,
                                    GAsyncReadyCallback      callback,
                                    gpointer                 user_data);
void ts_session_remove_panel_async (TsSession           *self,
                                    const char          *panel_id,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void ts_session_seat_member_async (TsSession           *self,
                                   const char          *panel_id,
                                   const char          *name,
                                   const char          *role,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
void ts_session_unseat_member_async (TsSession           *self,
                                     const char          *member_id,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void ts_session_assign_async (TsSession           *self,
                              const char          *panel_id,
                              const char          *assessment_id,
                              gboolean             assigned,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
void ts_session_set_begins_async (TsSession           *self,
                                  const char          *panel_id,
                                  const char          *assessment_id,
                                  const char          *begins,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
void ts_session_assign_evenly_async (TsSession           *self,
                                     const char          *round_id,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);

/* Interests and conflicts. */
void ts_session_declare_interest_async (TsSession                   *self,
                                        const char                  *interest_id,
                                        const char                  *organisation_id,
                                        const char                  *name,
                                        const TsInterestDeclaration *declaration,
                                        GAsyncReadyCallback          callback,
                                        gpointer                     user_data);
void ts_session_withdraw_interest_async (TsSession           *self,
                                         const char          *interest_id,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
void ts_session_decide_conflict_async (TsSession           *self,
                                       const char          *assessment_id,
                                       const char          *person_id,
                                       TsConflictState      decision,
                                       const char          *reason,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);

/**
 * TsScoreFields:
 *
 * Which parts of a score are set; the others stay as they are kept.
 */
typedef enum
{
  TS_SCORE_LEVEL = 1 << 0,
  TS_SCORE_CONFIDENCE = 1 << 1,
  TS_SCORE_RATIONALE = 1 << 2,
  TS_SCORE_STRENGTHS = 1 << 3,
  TS_SCORE_DEVELOPMENT = 1 << 4,
} TsScoreFields;

/* Levels. */
void ts_session_score_async (TsSession           *self,
                             const char          *assessment_id,
                             const char          *node_id,
                             TsScoreFields        fields,
                             const TsScore       *score,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
void ts_session_seal_async (TsSession           *self,
                            const char          *assessment_id,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
void ts_session_unseal_async (TsSession           *self,
                              const char          *assessment_id,
                              const char          *reason,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
void ts_session_open_early_async (TsSession           *self,
                                  const char          *assessment_id,
                                  const char          *reason,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
void ts_session_judge_at_desk_async (TsSession           *self,
                                     const char          *assessment_id,
                                     const char          *node_id,
                                     int                  level,
                                     const char          *note,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void ts_session_agree_async (TsSession           *self,
                             const char          *assessment_id,
                             const char          *node_id,
                             int                  level,
                             const char          *reason,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
void ts_session_dissent_async (TsSession           *self,
                               const char          *assessment_id,
                               const char          *node_id,
                               const char          *name,
                               int                  level,
                               const char          *note,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
void ts_session_adjust_async (TsSession           *self,
                              const char          *assessment_id,
                              const char          *node_id,
                              int                  level,
                              const char          *reason,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);

/* What is written. */
void ts_session_review_evidence_async (TsSession           *self,
                                       const char          *assessment_id,
                                       const char          *node_id,
                                       const char          *evidence_id,
                                       TsSufficiency        sufficiency,
                                       const char          *note,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
void ts_session_enquire_async (TsSession           *self,
                               const char          *assessment_id,
                               const char          *node_id,
                               const char          *enquiry_id,
                               const TsEnquiryNote *note,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
void ts_session_answer_enquiry_async (TsSession           *self,
                                      const char          *enquiry_id,
                                      const char          *answer,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
void ts_session_reply_async (TsSession           *self,
                             const char          *assessment_id,
                             const char          *node_id,
                             const char          *reply_id,
                             const TsReplyNote   *note,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
void ts_session_write_report_async (TsSession           *self,
                                    const char          *assessment_id,
                                    const char          *section,
                                    const char          *body,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);

G_END_DECLS
