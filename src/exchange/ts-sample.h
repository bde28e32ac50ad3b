/* ts-sample.h — example data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-workbook.h"

G_BEGIN_DECLS

#define TS_SAMPLE_SEED 1

gboolean ts_sample_fill (TsWorkbook          *workbook,
                         guint32              seed,
                         GCancellable        *cancellable,
                         TsProgressFunction   progress,
                         gpointer             data,
                         GError             **error);
gboolean ts_sample_create (const char          *path,
                           guint32              seed,
                           GCancellable        *cancellable,
                           TsProgressFunction   progress,
                           gpointer             data,
                           GError             **error);

G_END_DECLS
