/* ts-sample.h — example data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-workbook.h"

G_BEGIN_DECLS

#define TS_SAMPLE_SEED 1

/**
 * TsSampleScope:
 * @TS_SAMPLE_REGION: a region of eight commissioners, one of them told in full
 * @TS_SAMPLE_COUNTRY: ten regions with 152 commissioners, whose final levels of the first year have the published counts
 */
typedef enum
{
  TS_SAMPLE_REGION,
  TS_SAMPLE_COUNTRY,
} TsSampleScope;

gboolean ts_sample_fill (TsWorkbook          *workbook,
                         TsSampleScope        scope,
                         guint32              seed,
                         GCancellable        *cancellable,
                         TsProgressFunction   progress,
                         gpointer             data,
                         GError             **error);
gboolean ts_sample_create (const char          *path,
                           TsSampleScope        scope,
                           guint32              seed,
                           GCancellable        *cancellable,
                           TsProgressFunction   progress,
                           gpointer             data,
                           GError             **error);

G_END_DECLS
