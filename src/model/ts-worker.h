/* ts-worker.h — a thread with a workbook of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-framework-cache.h"
#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsWorkplace:
 * @workbook: the thread's connection
 * @frameworks: the workbook's frameworks, parsed once
 *
 * What a piece of work finds on the thread.
 */
typedef struct
{
  TsWorkbook *workbook;
  TsFrameworkCache *frameworks;
} TsWorkplace;

/**
 * TsWorkFunc:
 * @workplace: the thread's workbook
 * @data: what it was given
 * @cancellable: (nullable): whether to stop
 * @error: where to put why it failed
 *
 * A piece of work, done on the worker's thread. Returns: the result, or %NULL; whether it failed tells @error alone
 */
typedef gpointer (*TsWorkFunc) (TsWorkplace   *workplace,
                                gpointer       data,
                                GCancellable  *cancellable,
                                GError       **error);

/**
 * TsWorker:
 *
 * A thread that owns one connection to a workbook and does one piece of work after another, in the order in which they came. Atomically
 * reference counted; it ends when it is told to, and with its last reference.
 */
typedef struct _TsWorker TsWorker;

TsWorker *ts_worker_new (const char *name);
TsWorker *ts_worker_ref (TsWorker *self);
void ts_worker_unref (TsWorker *self);

void ts_worker_push (TsWorker       *self,
                     GTask          *task,
                     TsWorkFunc      function,
                     gpointer        data,
                     GDestroyNotify  data_free,
                     GDestroyNotify  result_free);
gpointer ts_worker_call (TsWorker      *self,
                         TsWorkFunc     function,
                         gpointer       data,
                         GCancellable  *cancellable,
                         GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsWorker, ts_worker_unref)

G_END_DECLS
