/* ts-session-report.h — documents out of an open workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-compare-filter.h"
#include "model/ts-session.h"
#include "report/ts-report-paper.h"
#include "report/ts-report.h"

G_BEGIN_DECLS

/* Each ends with ts_session_read_report_finish (). */
void ts_session_read_submission_report_async (TsSession           *self,
                                              const char          *assessment_id,
                                              gint64               as_of,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
void ts_session_read_panel_report_async (TsSession           *self,
                                         const char          *assessment_id,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
void ts_session_read_comparison_report_async (TsSession             *self,
                                              const TsCompareFilter *filter,
                                              GCancellable          *cancellable,
                                              GAsyncReadyCallback    callback,
                                              gpointer               user_data);
void ts_session_read_register_report_async (TsSession           *self,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
TsReport *ts_session_read_report_finish (TsSession     *self,
                                         GAsyncResult  *result,
                                         GError       **error);

void ts_report_save_async (TsReport            *self,
                           const TsReportPaper *paper,
                           GFile               *destination,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
gboolean ts_report_save_finish (TsReport      *self,
                                GAsyncResult  *result,
                                GError       **error);

G_END_DECLS
