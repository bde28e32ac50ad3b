/* ts-content-reader.h — giving the bytes of an evidence file back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-workbook.h"

G_BEGIN_DECLS

gboolean ts_workbook_has_content (TsWorkbook  *self,
                                  const char  *hash,
                                  gint64      *size,
                                  GError     **error);
gboolean ts_workbook_copy_content (TsWorkbook          *self,
                                   const char          *hash,
                                   GOutputStream       *stream,
                                   GCancellable        *cancellable,
                                   TsProgressFunction   progress,
                                   gpointer             data,
                                   GError             **error);

G_END_DECLS
