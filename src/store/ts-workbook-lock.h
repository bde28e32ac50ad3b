/* ts-workbook-lock.h — who works in a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsWorkbookLock:
 *
 * The right to write to a workbook: a hidden file beside it, locked for as long as this exists. The system lets go of
 * it when the process ends, however it ends.
 */
typedef struct _TsWorkbookLock TsWorkbookLock;

TsWorkbookLock *ts_workbook_lock_take (const char  *path,
                                       gboolean    *was_left_behind,
                                       GError     **error);
void ts_workbook_lock_release (TsWorkbookLock *self);

char *ts_workbook_lock_get_path_for (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsWorkbookLock, ts_workbook_lock_release)

G_END_DECLS
