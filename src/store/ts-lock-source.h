/* ts-lock-source.h — what the guard at the door looks up in a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-lock.h"
#include "store/ts-database.h"

G_BEGIN_DECLS

/**
 * TsKeptRows:
 *
 * Rows as they are kept, whoever reads: for the rules, never for people. What was read once is remembered, so it is thrown away soon.
 */
typedef struct _TsKeptRows TsKeptRows;

extern const TsLockSource ts_kept_rows_source;

TsKeptRows *ts_kept_rows_new (TsDatabase *database);
void ts_kept_rows_free (TsKeptRows *self);
gboolean ts_lock_source_check (TsDatabase      *database,
                               const TsChange  *change,
                               GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsKeptRows, ts_kept_rows_free)

G_END_DECLS
