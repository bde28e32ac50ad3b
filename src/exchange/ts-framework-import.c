/* ts-framework-import.c — a framework from a file into a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-framework-import.h"

#include "core/ts-error.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-framework-library.h"
#include "exchange/ts-framework-reader.h"
#include "store/ts-store-error.h"

#include <glib/gi18n-lib.h>

/* An edition that the workbook has is never replaced: an assessment made with it would change its meaning. */
static gboolean
check_edition (TsWorkbook         *workbook,
               const char         *name,
               const TsFramework  *framework,
               const TsRow        *row,
               GError            **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (TsRow) kept = NULL;

  kept = ts_workbook_find_framework (workbook, ts_framework_get_id (framework), ts_framework_get_edition (framework), &local_error);

  if (kept == NULL)
    {
      if (g_error_matches (local_error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND))
        return TRUE;

      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (g_strcmp0 (ts_row_get_text (kept, TS_FRAMEWORK_CONTENT), ts_row_get_text (row, TS_FRAMEWORK_CONTENT)) == 0)
    g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED,
                 _("Nothing to change: the workbook has this framework already."));
  else
    g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_INVALID,
                 _("%s: $.edition: the workbook has edition “%s” of “%s” with other content, which assessments may rest on; "
                   "give this one an edition of its own"),
                 name, ts_framework_get_edition (framework), ts_framework_get_id (framework));

  return FALSE;
}

/**
 * ts_framework_import:
 * @workbook: where it shall go
 * @path: a framework file
 * @error: where to put why there is no change
 *
 * Fails as [func@ts_framework_reader_read_file] does; with %TS_EXCHANGE_ERROR_INVALID where the workbook has another framework of that id and
 * edition; with %TS_RULE_ERROR_UNCHANGED where it has this one; or with an error of the store.
 *
 * Returns: (transfer full): the change for ts_workbook_apply()
 */
TsChange *
ts_framework_import (TsWorkbook  *workbook,
                     const char  *path,
                     GError     **error)
{
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsRow) row = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  TsChange *change;

  g_return_val_if_fail (workbook != NULL && path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  framework = ts_framework_reader_read_file (path, &text, error);

  if (framework == NULL)
    return NULL;

  row = ts_framework_library_make_row (framework, text);
  name = g_filename_display_name (path);

  if (!check_edition (workbook, name, framework, row, error))
    return NULL;

  label = g_strdup_printf (_("Import framework %s"), ts_framework_get_title (framework));
  change = ts_change_new (label);
  ts_change_create (change, row);

  return change;
}
