/* ts-workplace.c — what several requests read on a workbook's thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-workplace.h"

#include "store/ts-store-error.h"

/**
 * ts_workplace_read_optional_row:
 * @workplace: a workbook's thread
 * @entity: the kind of row
 * @id: its id
 * @row: (out) (transfer full) (nullable): the row, or %NULL where there is none
 * @error: where to put why it could not be read
 *
 * Returns: whether it is known whether there is such a row
 */
gboolean
ts_workplace_read_optional_row (TsWorkplace  *workplace,
                                TsEntity      entity,
                                const char   *id,
                                TsRow       **row,
                                GError      **error)
{
  g_autoptr (GError) local_error = NULL;

  *row = ts_workbook_read_row (workplace->workbook, entity, id, &local_error);

  if (*row == NULL && local_error != NULL && !g_error_matches (local_error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

/**
 * ts_workplace_read_assessment:
 * @workplace: a workbook's thread
 * @assessment_id: an assessment's row id
 * @assessment: (out) (transfer full): its row
 * @framework: (out) (transfer full): its framework
 * @error: where to put why it could not be read
 *
 * Returns: whether both were read
 */
gboolean
ts_workplace_read_assessment (TsWorkplace  *workplace,
                              const char   *assessment_id,
                              TsRow       **assessment,
                              TsFramework **framework,
                              GError      **error)
{
  g_autoptr (TsRow) row = NULL;
  g_autoptr (TsRow) framework_row = NULL;
  const char *framework_id;
  TsFramework *found;

  row = ts_workbook_read_row (workplace->workbook, TS_ENTITY_ASSESSMENT, assessment_id, error);

  if (row == NULL)
    return FALSE;

  framework_id = ts_row_get_text (row, TS_ASSESSMENT_FRAMEWORK);
  found = ts_framework_cache_find (workplace->frameworks, framework_id);

  if (found == NULL)
    {
      framework_row = ts_workbook_read_row (workplace->workbook, TS_ENTITY_FRAMEWORK, framework_id, error);

      if (framework_row == NULL)
        return FALSE;

      found = ts_framework_cache_get (workplace->frameworks, framework_row, error);

      if (found == NULL)
        return FALSE;
    }

  *framework = ts_framework_ref (found);
  *assessment = g_steal_pointer (&row);

  return TRUE;
}
