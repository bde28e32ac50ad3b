/* ts-session.h — an open workbook, as the screen sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "core/ts-organisation-edit.h"
#include "store/ts-workbook.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TsSession:
 *
 * An open workbook. Its methods are called on the main thread and never wait: work is done on the workbook's own threads, one that
 * writes and one that reads, and each method finishes in the main context.
 *
 * What is asked for is turned into a change on the writing thread, from what is kept at that moment, so that quick actions after one another
 * never meet a stale row. A rule that refuses gives a %TS_RULE_ERROR, the workbook a %TS_STORE_ERROR.
 *
 * ## Signals
 *
 * - `changed (TsChange *change)`: after each change that is kept, with its rows; %NULL when another program changed the file
 */
#define TS_TYPE_SESSION (ts_session_get_type ())

G_DECLARE_FINAL_TYPE (TsSession, ts_session, TS, SESSION, GObject)

/**
 * TsProgressFunc:
 * @done: how much has been done
 * @total: of how much, or 0 where that is not known
 * @user_data: the caller's
 *
 * Called in the main context, a few times a second at most.
 */
typedef void (*TsProgressFunc) (gint64   done,
                                gint64   total,
                                gpointer user_data);

void ts_session_create_async (const char          *path,
                              const char          *author,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
void ts_session_open_async (const char          *path,
                            TsOpenMode           mode,
                            const char          *author,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
TsSession *ts_session_open_finish (GAsyncResult  *result,
                                   GError       **error);
void ts_session_close_async (TsSession           *self,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
gboolean ts_session_close_finish (TsSession     *self,
                                  GAsyncResult  *result,
                                  GError       **error);

void ts_session_set_person (TsSession  *self,
                            const char *name,
                            const char *role);
void ts_session_list_people_async (TsSession           *self,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
GPtrArray *ts_session_list_people_finish (TsSession     *self,
                                          GAsyncResult  *result,
                                          GError       **error);

void ts_session_list_frameworks_async (TsSession           *self,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
GPtrArray *ts_session_list_frameworks_finish (TsSession     *self,
                                              GAsyncResult  *result,
                                              GError       **error);
const char *ts_session_get_path (TsSession *self);
char *ts_session_dup_title (TsSession *self);
TsOpenMode ts_session_get_mode (TsSession *self);
gboolean ts_session_get_read_only (TsSession *self);
gboolean ts_session_get_busy (TsSession *self);
const char *ts_session_get_person (TsSession *self);
const char *ts_session_get_undo_label (TsSession *self);
const char *ts_session_get_redo_label (TsSession *self);

/* Each of these ends with ts_session_change_finish (). */

void ts_session_undo_async (TsSession           *self,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
void ts_session_redo_async (TsSession           *self,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
void ts_session_rate_async (TsSession           *self,
                            const char          *assessment_id,
                            const char          *node_id,
                            int                  level,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
void ts_session_explain_async (TsSession           *self,
                               const char          *assessment_id,
                               const char          *node_id,
                               const char          *rationale,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
void ts_session_aim_async (TsSession           *self,
                           const char          *assessment_id,
                           const char          *node_id,
                           int                  year,
                           int                  level,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);

/**
 * TsBeginRequest:
 * @organisation_id: (nullable): an organisation that the workbook has, or %NULL for a new one
 * @code: (nullable): a new organisation's code
 * @name: (nullable): a new organisation's name
 * @kind: (nullable): a new organisation's kind
 * @framework: the id of a built-in framework or of one that the workbook has
 * @edition: (nullable): which edition of it, or %NULL for the workbook's last one
 * @year: the calendar year in which the financial year begins
 * @carry_forward: whether it begins with what the assessment of the year before said, where there is one
 */
typedef struct
{
  const char *organisation_id;
  const char *code;
  const char *name;
  const char *kind;
  const char *framework;
  const char *edition;
  int year;
  gboolean carry_forward;
} TsBeginRequest;

/* The change's TS_ENTITY_ASSESSMENT row has the new assessment's id. */
void ts_session_begin_assessment_async (TsSession            *self,
                                        const TsBeginRequest *request,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);

void ts_session_attach_files_async (TsSession           *self,
                                    const char          *assessment_id,
                                    const char          *node_id,
                                    GListModel          *files,
                                    TsProgressFunc       progress,
                                    gpointer             progress_data,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
void ts_session_attach_address_async (TsSession           *self,
                                      const char          *assessment_id,
                                      const char          *node_id,
                                      const char          *address,
                                      const char          *title,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
void ts_session_link_async (TsSession           *self,
                            const char          *assessment_id,
                            const char          *node_id,
                            const char          *evidence_id,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
void ts_session_unlink_async (TsSession           *self,
                              const char          *link_id,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
void ts_session_place_async (TsSession           *self,
                             const char          *link_id,
                             const char          *place,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
void ts_session_describe_evidence_async (TsSession           *self,
                                         TsRow               *after,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
void ts_session_edit_organisation_async (TsSession                *self,
                                         const TsOrganisationEdit *edit,
                                         GAsyncReadyCallback       callback,
                                         gpointer                  user_data);
TsChange *ts_session_change_finish (TsSession     *self,
                                    GAsyncResult  *result,
                                    GError       **error);

void ts_session_copy_content_async (TsSession           *self,
                                    const char          *hash,
                                    GFile               *destination,
                                    TsProgressFunc       progress,
                                    gpointer             progress_data,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
gboolean ts_session_copy_content_finish (TsSession     *self,
                                         GAsyncResult  *result,
                                         GError       **error);

void ts_session_save_copy_async (TsSession           *self,
                                 GFile               *destination,
                                 gboolean             replace,
                                 TsProgressFunc       progress,
                                 gpointer             progress_data,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
gboolean ts_session_save_copy_finish (TsSession     *self,
                                      GAsyncResult  *result,
                                      GError       **error);

G_END_DECLS
