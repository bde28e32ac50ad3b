/* ts-import-report.c — what came of an import
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-import-report.h"

/**
 * ts_import_report_new:
 * @file: the file's name
 *
 * Returns: (transfer full): a report of nothing
 */
TsImportReport *
ts_import_report_new (const char *file)
{
  TsImportReport *self;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (TsImportReport, 1);
  self->file = g_strdup (file);
  self->problems = g_new0 (char *, 1);

  return self;
}

void
ts_import_report_free (TsImportReport *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->file);
  g_strfreev (self->problems);
  g_free (self);
}
