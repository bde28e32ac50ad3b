/* ts-session-exchange.h — files that are read into a workbook, and written from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-import-report.h"
#include "model/ts-session.h"

G_BEGIN_DECLS

void ts_session_import_organisations_async (TsSession           *self,
                                            GFile               *file,
                                            TsProgressFunc       progress,
                                            gpointer             progress_data,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
TsChange *ts_session_import_organisations_finish (TsSession        *self,
                                                  GAsyncResult     *result,
                                                  TsImportReport  **report,
                                                  GError          **error);

void ts_session_export_organisations_async (TsSession           *self,
                                            GFile               *destination,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean ts_session_export_organisations_finish (TsSession     *self,
                                                 GAsyncResult  *result,
                                                 GError       **error);

G_END_DECLS
