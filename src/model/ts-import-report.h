/* ts-import-report.h — what came of an import
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsImportReport:
 * @file: the file's name
 * @n_created: how many were new
 * @n_updated: how many were changed
 * @n_unchanged: how many are as they were
 * @problems: (array zero-terminated=1): what is wrong with the file, by line; then nothing was changed
 * @n_more_problems: how many more there are than were kept
 */
typedef struct
{
  char *file;
  guint n_created;
  guint n_updated;
  guint n_unchanged;
  char **problems;
  guint64 n_more_problems;
} TsImportReport;

TsImportReport *ts_import_report_new (const char *file);
void ts_import_report_free (TsImportReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsImportReport, ts_import_report_free)

G_END_DECLS
