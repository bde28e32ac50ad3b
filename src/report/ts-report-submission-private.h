/* ts-report-submission-private.h — chapters of a submission
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report/ts-report-submission.h"

G_BEGIN_DECLS

void ts_submission_add_section (TsReportBuilder         *builder,
                                const TsSubmissionFacts *facts,
                                const TsSection         *section);
void ts_submission_add_evidence (TsReportBuilder         *builder,
                                 const TsSubmissionFacts *facts);
void ts_submission_add_sign_offs (TsReportBuilder         *builder,
                                  const TsSubmissionFacts *facts);
void ts_submission_add_about (TsReportBuilder         *builder,
                              const TsSubmissionFacts *facts);
TsReportTable *ts_submission_make_values (GPtrArray   *values,
                                          const TsRow *outcome);
char *ts_submission_describe_outcome (const TsRow *outcome);

G_END_DECLS
