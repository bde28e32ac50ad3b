/* ts-session-object.h — for the files that make up the session only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session-private.h"

G_BEGIN_DECLS

struct _TsSession
{
  GObject parent_instance;

  char *path;
  char *author;
  char *person_name; /* NULL where nobody has said who works */
  char *person_role;
  TsOpenMode mode;
  TsWorker *writer; /* NULL where nothing can be written */
  TsWorker *reader;
  char *undo_label;
  char *redo_label;
  guint n_pending;
  guint poll_source;
  gboolean polling;
  gboolean closed;
  GCancellable *closing; /* cancelled when it closes */
  guint n_attaching;
  GTask *close_task; /* waits until nothing is being attached any more */
};

/* Takes what can be undone and done again from what was read, and tells where that is another. */
void ts_session_take_journal_state (TsSession      *self,
                                    TsJournalState *journal);

/* What has been asked for and is not kept yet. */
void ts_session_count_pending (TsSession *self,
                               int        difference);

/* @change is NULL where another program changed the file. */
void ts_session_emit_changed (TsSession *self,
                              TsChange  *change);

G_END_DECLS
