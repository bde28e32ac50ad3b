/* ts-past.c — rows as they are now or as they stood
 *
 * What reads an assessment reads it in one way, whether it is shown as it is now or as it stood.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-past.h"

#include "model/ts-workplace.h"
#include "store/ts-as-it-stood.h"
#include "store/ts-store-error.h"

/**
 * ts_past_read_rows:
 * @workplace: a workbook's thread
 * @entity: a kind of row
 * @field: the field of it that says what it is about, as [func@ts_row_get_about] has it
 * @about: the id of an assessment or an organisation
 * @as_of: the change after which they are wanted as they stood, or 0 for now
 * @error: where to put an error
 *
 * Returns: (transfer full) (element-type TsRow): the rows that are about it
 */
GPtrArray *
ts_past_read_rows (TsWorkplace  *workplace,
                   TsEntity      entity,
                   guint         field,
                   const char   *about,
                   gint64        as_of,
                   GError      **error)
{
  if (as_of != 0)
    return ts_workbook_read_rows_as_they_stood (workplace->workbook, entity, about, as_of, error);

  return ts_workbook_read_rows (workplace->workbook, entity, (int) field, about, error);
}

/**
 * ts_past_read_row:
 * @workplace: a workbook's thread
 * @entity: a kind of row
 * @id: its id
 * @as_of: the change after which it is wanted as it stood, or 0 for now
 * @error: where to put an error
 *
 * Returns: (transfer full): the row, or %NULL with an error, %TS_STORE_ERROR_NOT_FOUND where there is none or was none then
 */
TsRow *
ts_past_read_row (TsWorkplace  *workplace,
                  TsEntity      entity,
                  const char   *id,
                  gint64        as_of,
                  GError      **error)
{
  if (as_of != 0)
    return ts_workbook_read_row_as_it_stood (workplace->workbook, entity, id, as_of, error);

  return ts_workbook_read_row (workplace->workbook, entity, id, error);
}

/**
 * ts_past_read_optional_row:
 * @workplace: a workbook's thread
 * @entity: a kind of row
 * @id: its id
 * @as_of: the change after which it is wanted as it stood, or 0 for now
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the row; %NULL without an error where there is none or was none then
 */
TsRow *
ts_past_read_optional_row (TsWorkplace  *workplace,
                           TsEntity      entity,
                           const char   *id,
                           gint64        as_of,
                           GError      **error)
{
  g_autoptr (GError) failure = NULL;
  TsRow *row = ts_past_read_row (workplace, entity, id, as_of, &failure);

  if (row == NULL && !g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&failure));

  return row;
}
