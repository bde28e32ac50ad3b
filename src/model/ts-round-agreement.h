/* ts-round-agreement.h — how far those who score a round agree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart.h"
#include "core/ts-what-if.h"
#include "model/ts-session.h"

G_BEGIN_DECLS

/**
 * TsRoundAgreement:
 * @n_open: of how many assessments there are scores that count for whoever reads
 * @n_assessments: how many the round has
 * @agreement: (nullable): how far reviewers agree on each criterion; %NULL, as all below, where no score counts
 * @severity: (nullable): who scores low or high
 * @scopes: (nullable): how far they agree, in the round and on each of its panels
 * @pairs: (nullable): weighted kappa of each two who scored the same; %NULL where there are none
 * @comparisons: (nullable): panels that scored the same; %NULL where there are none
 * @harshness: (nullable): which panel scores lower than another, in a sentence
 *
 * Out of the scores that count for whoever reads, and of no others: see [struct@TsScoreReading].
 */
typedef struct
{
  guint n_open;
  guint n_assessments;
  TsChart *agreement;
  TsChart *severity;
  TsChartTable *scopes;
  TsChartTable *pairs;
  TsChartTable *comparisons;
  char *harshness;

  /*< private >*/
  char **organisations;
  char *framework;
  int year;
  TsScoreTable *table;
  GArray *what_ifs;
} TsRoundAgreement;

void ts_round_agreement_free (TsRoundAgreement *self);
const TsWhatIf *ts_round_agreement_find_what_if (const TsRoundAgreement *self,
                                                 const char             *assessment_id,
                                                 const char             *node_id);

char *ts_round_agreement_dup_command (const TsRoundAgreement *self,
                                      const char             *chart,
                                      const char             *workbook,
                                      const char             *reader);

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
