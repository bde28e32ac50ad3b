/* ts-import.c — what every import is told and tells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-import.h"

#include "core/ts-error.h"

#include <glib/gi18n-lib.h>

#define RECORDS_BETWEEN_REPORTS 512

/**
 * ts_import_report:
 * @self: an import
 * @n_records: how many records have been read before this one
 * @n_bytes: how many bytes
 * @error: where to put %G_IO_ERROR_CANCELLED
 *
 * Called after each record; tells of the progress now and then.
 *
 * Returns: whether to go on
 */
gboolean
ts_import_report (const TsImport  *self,
                  guint64          n_records,
                  guint64          n_bytes,
                  GError         **error)
{
  if (n_records % RECORDS_BETWEEN_REPORTS != 0)
    return TRUE;

  if (self->progress != NULL)
    self->progress (n_bytes, self->size, self->data);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/**
 * ts_import_set_unchanged:
 * @self: an import that found nothing to change
 * @error: where to put %TS_RULE_ERROR_UNCHANGED
 */
void
ts_import_set_unchanged (const TsImport  *self,
                         GError         **error)
{
  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED,
               _("Nothing to change: the workbook says all that is in %s."), self->file);
}
