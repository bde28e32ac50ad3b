/* ts-calibration-source.h — scores of reviewers as charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-agreement-data.h"
#include "chart/ts-consensus-data.h"
#include "chart/ts-severity-data.h"
#include "exchange/ts-score-reading.h"
#include "model/ts-review-snapshot.h"

G_BEGIN_DECLS

TsAgreementData *ts_calibration_source_build_agreement (const TsScoreReading *reading,
                                                        TsScoreScope          scope,
                                                        guint                 n_draws);
TsSeverityData *ts_calibration_source_build_severity (const TsScoreReading *reading,
                                                      TsScoreScope          scope,
                                                      guint                 n_draws);
TsConsensusData *ts_calibration_source_build_consensus (const TsReviewSnapshot *review,
                                                        const TsAgendaItem     *item);

G_END_DECLS
