/* session-fixture.h — a session on a fresh workbook, and waiting for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-assessment-model.h"
#include "model/ts-session.h"

G_BEGIN_DECLS

/**
 * SessionFixture:
 * @folder: a folder of its own, removed at the end with all that is in it
 * @path: the workbook in it
 * @session: a session that writes
 * @assessment_id: an assessment of wcc-year-2, 2009/10, begun
 */
typedef struct
{
  char *folder;
  char *path;
  TsSession *session;
  char *assessment_id;
} SessionFixture;

void session_fixture_set_up (SessionFixture *fixture,
                             gconstpointer   data);
void session_fixture_tear_down (SessionFixture *fixture,
                                gconstpointer   data);

/* For GAsyncReadyCallback: user_data is a GAsyncResult **. */
void take_result_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data);
GAsyncResult *wait_for_result (GAsyncResult **result);
TsChange *wait_for_change (TsSession     *session,
                           GAsyncResult **result,
                           GError       **error);
TsSession *open_session (const char  *path,
                         TsOpenMode   mode,
                         GError     **error);
void close_session (TsSession *session);
void wait_until_loaded (TsAssessmentModel *model);
char *begin_assessment (TsSession  *session,
                        const char *code,
                        const char *name,
                        const char *framework,
                        int         year);
char *write_file (SessionFixture *fixture,
                  const char     *name,
                  const char     *text,
                  gsize           n_repeats);

G_END_DECLS
