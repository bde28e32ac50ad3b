/* ts-export.c — what every export is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-export.h"

#include "core/ts-layer.h"
#include "core/ts-year.h"
#include "exchange/ts-exchange-error.h"

#include <glib/gi18n-lib.h>

#define ROWS_BETWEEN_REPORTS 256

/* Whether a row of that kind has the code; *found is set where reading succeeds. */
static gboolean
find_code (TsWorkbook  *workbook,
           TsEntity     entity,
           guint        field,
           const char  *code,
           gboolean    *found,
           GError     **error)
{
  g_autoptr (GPtrArray) rows = ts_workbook_read_rows (workbook, entity, field, code, error);

  if (rows == NULL)
    return FALSE;

  *found = rows->len > 0;

  return TRUE;
}

static gboolean
check_codes (TsWorkbook *workbook,
             TsEntity entity,
             guint field,
             const char *const *codes,
             GError **error)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      gboolean found;

      if (!find_code (workbook, entity, field, codes[i], &found, error))
        return FALSE;

      if (found)
        continue;

      if (entity == TS_ENTITY_ORGANISATION)
        g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN,
                     _("The workbook has no organisation with the code “%s”."), codes[i]);
      else
        g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN,
                     _("The workbook has no framework “%s”."), codes[i]);

      return FALSE;
    }

  return TRUE;
}

/**
 * ts_export_check_filter:
 * @workbook: a workbook
 * @filter: (nullable): what is wanted
 * @error: where to put %TS_EXCHANGE_ERROR_UNKNOWN, or an error of the store
 *
 * A filter that names what is not there gives an empty file rather than what was meant, so it is refused.
 *
 * Returns: whether the workbook has every organisation and framework that @filter names
 */
gboolean
ts_export_check_filter (TsWorkbook           *workbook,
                        const TsQueryFilter  *filter,
                        GError              **error)
{
  g_return_val_if_fail (workbook != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (filter == NULL)
    return TRUE;

  return check_codes (workbook, TS_ENTITY_ORGANISATION, TS_ORGANISATION_CODE, filter->organisations, error) &&
         check_codes (workbook, TS_ENTITY_FRAMEWORK, TS_FRAMEWORK_CODE, filter->frameworks, error);
}

/**
 * ts_export_begin:
 * @self: an export
 * @columns: (array zero-terminated=1): the columns' names; they must outlive the table
 *
 * Returns: (transfer full): its table
 */
TsTableWriter *
ts_export_begin (const TsExport *self,
                 const char *const *columns)
{
  TsTableWriter *writer = ts_table_writer_new (self->stream, self->format, columns, self->cancellable);

  ts_table_writer_set_about (writer, self->about);

  return writer;
}

/**
 * ts_export_end_row:
 * @self: an export
 * @writer: its table, which has all fields of a row
 * @error: where to put why the export ends here
 *
 * Returns: whether to go on
 */
gboolean
ts_export_end_row (TsExport       *self,
                   TsTableWriter  *writer,
                   GError        **error)
{
  if (!ts_table_writer_end_row (writer, error))
    return FALSE;

  self->n_rows = ts_table_writer_get_n_rows (writer);

  if (self->n_rows % ROWS_BETWEEN_REPORTS != 0)
    return TRUE;

  if (self->progress != NULL)
    self->progress (self->n_rows, 0, self->data);

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/**
 * ts_export_end:
 * @self: an export
 * @writer: its table
 * @error: where to put why the end cannot be written
 *
 * Returns: whether everything has been written
 */
gboolean
ts_export_end (TsExport       *self,
               TsTableWriter  *writer,
               GError        **error)
{
  return ts_table_writer_end (writer, error);
}

/**
 * ts_export_wants_organisation:
 * @self: an export
 * @code: an organisation's code
 *
 * Returns: whether the filter lets it through
 */
gboolean
ts_export_wants_organisation (const TsExport *self,
                              const char     *code)
{
  if (self->filter == NULL || self->filter->organisations == NULL || self->filter->organisations[0] == NULL)
    return TRUE;

  return g_strv_contains (self->filter->organisations, code);
}
