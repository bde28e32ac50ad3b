/* ts-content-writer.h — taking the bytes of an evidence file into the workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsContentWriter:
 *
 * Takes the bytes of one file in, a piece at a time. Nothing counts until ts_content_writer_finish(): what is
 * discarded, and what a crash left behind, is swept away. No transaction stays open between two calls, so that changes
 * can be applied in between. It belongs to its workbook's thread and must be freed before the workbook is closed.
 */
typedef struct _TsContentWriter TsContentWriter;

TsContentWriter *ts_content_writer_new (TsWorkbook  *workbook,
                                        GError     **error);
gboolean ts_content_writer_append (TsContentWriter  *self,
                                   gconstpointer     bytes,
                                   gsize             n_bytes,
                                   GError          **error);
char *ts_content_writer_finish (TsContentWriter  *self,
                                gint64           *size,
                                GError          **error);
void ts_content_writer_free (TsContentWriter *self);

char *ts_workbook_add_content (TsWorkbook          *self,
                               GInputStream        *stream,
                               guint64              expected_size,
                               GCancellable        *cancellable,
                               TsProgressFunction   progress,
                               gpointer             data,
                               gint64              *size,
                               GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsContentWriter, ts_content_writer_free)

G_END_DECLS
