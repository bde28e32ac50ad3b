/* ts-sample-story.h — the sample as one change after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "exchange/ts-sample-data.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TsSampleStep:
 * @change: a stamped change
 * @content: (nullable): the bytes of an evidence file that has to be in the workbook before it
 */
typedef struct
{
  TsChange *change;
  GBytes *content;
} TsSampleStep;

/* Gives the bytes of a file that the sample names, or NULL. */
typedef GBytes *(*TsSampleFileFunction) (const char *file,
                                         gpointer    data);

GPtrArray *ts_sample_story_tell (const TsSampleData    *sample,
                                 guint32                seed,
                                 TsSampleFileFunction   get_file,
                                 gpointer               data,
                                 GError               **error);

G_END_DECLS
