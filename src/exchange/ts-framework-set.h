/* ts-framework-set.h — the frameworks of a workbook, by code
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"
#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsFrameworkSet:
 *
 * The frameworks that a workbook keeps, read and parsed at once. It does not follow later changes.
 */
typedef struct _TsFrameworkSet TsFrameworkSet;

TsFrameworkSet *ts_framework_set_read (TsWorkbook  *workbook,
                                       GError     **error);
void ts_framework_set_free (TsFrameworkSet *self);

GPtrArray *ts_framework_set_find_rows (const TsFrameworkSet *self,
                                       const char           *code);
TsFramework *ts_framework_set_get (const TsFrameworkSet *self,
                                   const char           *row_id);
TsRow *ts_framework_set_add_built_in (TsFrameworkSet  *self,
                                      const char      *code,
                                      GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsFrameworkSet, ts_framework_set_free)

G_END_DECLS
