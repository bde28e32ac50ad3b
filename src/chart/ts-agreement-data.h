/* ts-agreement-data.h
 *
 * How far reviewers agree on each criterion: the range and the median of their scores, and how many pairs of them are the
 * same.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-levels.h"
#include "chart/ts-chart-subject.h"
#include "chart/ts-chart.h"
#include "core/ts-review-agreement.h"

G_BEGIN_DECLS

/**
 * TsAgreementData:
 *
 * Filled by whoever makes it, in the order in which rows are to be shown; then only read. Reference counted.
 */
typedef struct _TsAgreementData TsAgreementData;

#define TS_TYPE_AGREEMENT_DATA (ts_agreement_data_get_type ())
GType ts_agreement_data_get_type (void) G_GNUC_CONST;

TsAgreementData         *ts_agreement_data_new           (const char              *title,
                                                          TsChartLevels           *levels);
TsAgreementData         *ts_agreement_data_ref           (TsAgreementData         *self);
void                     ts_agreement_data_unref         (TsAgreementData         *self);

guint                    ts_agreement_data_add_row       (TsAgreementData         *self,
                                                          const TsChartSubject    *subject,
                                                          const TsReviewAgreement *agreement);
void                     ts_agreement_data_set_whole     (TsAgreementData         *self,
                                                          const TsReviewAgreement *agreement);

const char              *ts_agreement_data_get_title     (const TsAgreementData   *self);
const TsChartLevels     *ts_agreement_data_get_levels    (const TsAgreementData   *self);
guint                    ts_agreement_data_get_n_rows    (const TsAgreementData   *self);
const TsChartSubject    *ts_agreement_data_get_row       (const TsAgreementData   *self,
                                                          guint                    row);
const TsReviewAgreement *ts_agreement_data_get_agreement (const TsAgreementData   *self,
                                                          guint                    row);
const TsReviewAgreement *ts_agreement_data_get_whole     (const TsAgreementData   *self);

char                    *ts_agreement_data_end_text      (const TsAgreementData   *self,
                                                          guint                    row,
                                                          gboolean                 has_interval);
char                    *ts_agreement_data_row_text      (const TsAgreementData   *self,
                                                          guint                    row);
char                    *ts_agreement_data_describe      (const TsAgreementData   *self);
TsChartTable            *ts_agreement_data_to_table      (const TsAgreementData   *self);

TsChart                 *ts_chart_new_agreement          (TsAgreementData         *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsAgreementData, ts_agreement_data_unref)

G_END_DECLS
