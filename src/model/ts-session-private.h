/* ts-session-private.h — for the model floor only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session.h"
#include "model/ts-worker.h"

G_BEGIN_DECLS

/* Makes a change from what is kept, on the writing thread. TS_RULE_ERROR_UNCHANGED ends well, without a change. */
typedef TsChange *(*TsChangeFunc) (TsWorkplace  *workplace,
                                   gpointer      data,
                                   GError      **error);

void ts_session_change_async (TsSession           *self,
                              TsChangeFunc         function,
                              gpointer             data,
                              GDestroyNotify       data_free,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);

/* Reads on the reading thread; ends with g_task_propagate_pointer (). */
void ts_session_read_async (TsSession           *self,
                            TsWorkFunc           function,
                            gpointer             data,
                            GDestroyNotify       data_free,
                            GDestroyNotify       result_free,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);

/* Works with a connection of its own, until it is done or cancelled. */
typedef gboolean (*TsApartFunc) (TsWorkbook    *workbook,
                                 gpointer       data,
                                 GCancellable  *cancellable,
                                 GError       **error);

void ts_session_work_apart_async (TsSession           *self,
                                  TsApartFunc          function,
                                  gpointer             data,
                                  GDestroyNotify       data_free,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
gboolean ts_session_work_apart_finish (TsSession     *self,
                                       GAsyncResult  *result,
                                       GError       **error);

TsOrganisationIndex *ts_organisation_index_read (TsWorkbook  *workbook,
                                                 const char  *with_references_to,
                                                 GError     **error);

GCancellable *ts_session_begin_attaching (TsSession *self);
void ts_session_end_attaching (TsSession *self);

/* (transfer none) (nullable): NULL where the session cannot write. */
TsWorker *ts_session_get_writer (TsSession *self);

G_END_DECLS
