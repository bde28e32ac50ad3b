/* ts-framework-cache.h — a workbook's own frameworks, parsed once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"
#include "core/ts-row.h"

G_BEGIN_DECLS

/**
 * TsFrameworkCache:
 *
 * Parses the frameworks that a workbook keeps, each once. A framework's row never changes its content under one id, so nothing here goes
 * stale. Belongs to one thread; the frameworks may be handed to others.
 */
typedef struct _TsFrameworkCache TsFrameworkCache;

TsFrameworkCache *ts_framework_cache_new (void);
void ts_framework_cache_free (TsFrameworkCache *self);
TsFramework *ts_framework_cache_get (TsFrameworkCache  *self,
                                     const TsRow       *row,
                                     GError           **error);
TsFramework *ts_framework_cache_find (TsFrameworkCache *self,
                                      const char       *row_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsFrameworkCache, ts_framework_cache_free)

G_END_DECLS
