/* ts-reading.h — what is read in the background, and again when it has changed meanwhile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session.h"
#include "model/ts-worker.h"

G_BEGIN_DECLS

/**
 * TsReadingKind:
 * @read: reads, on the reading thread, what a request asks for
 * @make_request: (nullable): what is wanted now
 * @request_free: (nullable): frees a request, on any thread
 * @result_free: frees a result, on any thread
 * @take: takes the result, or is told why there is none; where the reading was cancelled there is neither
 * @busy_changed: (nullable): told when a reading begins where none went on, and before @take when none goes on any more
 *
 * How one kind of object is read. @make_request, @take and @busy_changed are called with the owner, on the main thread.
 */
typedef struct
{
  TsWorkFunc read;
  gpointer (*make_request) (gpointer owner);
  GDestroyNotify request_free;
  GDestroyNotify result_free;
  void (*take) (gpointer      owner,
                gpointer      result,
                const GError *error);
  void (*busy_changed) (gpointer owner);
} TsReadingKind;

/**
 * TsReading:
 *
 * Reads for its owner, one reading at a time. Whoever begins while a reading goes on wants something else than that reads: it is cancelled, what it
 * brings is dropped, and another follows. So nothing old is ever taken: it would take back on screen what somebody has just been told is kept.
 */
typedef struct _TsReading TsReading;

TsReading *ts_reading_new (gpointer             owner,
                           TsSession           *session,
                           const TsReadingKind *kind);
void ts_reading_free (TsReading *self);
void ts_reading_begin (TsReading *self);
void ts_reading_stop (TsReading *self);
gboolean ts_reading_is_busy (const TsReading *self);

G_END_DECLS
