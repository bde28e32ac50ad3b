/* ts-round-agreement.h — how far those who score a round agree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-review-agreement.h"
#include "core/ts-severity.h"
#include "model/ts-session.h"

G_BEGIN_DECLS

/**
 * TsPanelAgreement:
 * @panel: (nullable): a panel's row, or %NULL for the round as a whole
 * @agreement: how far its reviewers agree
 */
typedef struct
{
  TsRow *panel;
  TsReviewAgreement agreement;
} TsPanelAgreement;

/**
 * TsReviewerSeverity:
 * @name: whose
 * @severity: how they score against the others
 */
typedef struct
{
  char *name;
  TsSeverity severity;
} TsReviewerSeverity;

/**
 * TsRoundAgreement:
 * @panels: (element-type TsPanelAgreement): the round, then each of its panels that scores something
 * @severities: (element-type TsReviewerSeverity): who scores beside others, the most severe first
 * @n_open: of how many assessments the scores are open to whoever reads
 * @n_assessments: how many the round has
 *
 * Out of the scores that count for whoever reads, and of no others, of the section with the most criteria, so that all have one scale.
 */
typedef struct
{
  GPtrArray *panels;
  GPtrArray *severities;
  guint n_open;
  guint n_assessments;
} TsRoundAgreement;

void ts_round_agreement_free (TsRoundAgreement *self);
const TsReviewerSeverity *ts_round_agreement_find (const TsRoundAgreement *self,
                                                   const char             *name);

void ts_session_read_round_agreement_async (TsSession           *self,
                                            const char          *round_id,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
TsRoundAgreement *ts_session_read_round_agreement_finish (TsSession     *self,
                                                          GAsyncResult  *result,
                                                          GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsRoundAgreement, ts_round_agreement_free)

G_END_DECLS
