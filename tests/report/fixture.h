/* fixture.h — documents to lay out, and what holds for every document that is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report/ts-report-layout.h"

G_BEGIN_DECLS

#define FIXTURE_SLACK 0.5

extern const TsReportInfo fixture_info;

char *fixture_words (GRand *rand,
                     guint  n_words);
TsReportTable *fixture_table (guint  n_columns,
                              guint  n_rows,
                              guint  n_words,
                              GRand *rand);
TsChart *fixture_chart (void);
TsReport *fixture_random_report (guint32 seed,
                                 guint   n_blocks);

void fixture_check (TsReport            *report,
                    const TsReportPages *pages);

G_END_DECLS
