/* ts-session-frameworks.c — the frameworks that a workbook keeps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-private.h"

#include "exchange/ts-framework-reader.h"

static int
compare_editions (gconstpointer a,
                  gconstpointer b)
{
  const TsFramework *first = *(TsFramework *const *) a;
  const TsFramework *second = *(TsFramework *const *) b;
  int order = g_strcmp0 (ts_framework_get_id (first), ts_framework_get_id (second));

  return order != 0 ? order : g_strcmp0 (ts_framework_get_edition (first), ts_framework_get_edition (second));
}

static gpointer
list_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GPtrArray) frameworks = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_framework_unref);
  g_autoptr (GPtrArray) rows = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_FRAMEWORK, -1, NULL, error);

  if (rows == NULL)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const TsRow *row = g_ptr_array_index (rows, i);
      const char *content = ts_row_get_text (row, TS_FRAMEWORK_CONTENT);
      TsFramework *framework = ts_framework_reader_read (ts_row_get_text (row, TS_FRAMEWORK_CODE), content, strlen (content), error);

      if (framework == NULL)
        return NULL;

      g_ptr_array_add (frameworks, framework);
    }

  g_ptr_array_sort (frameworks, compare_editions);

  return g_steal_pointer (&frameworks);
}

/**
 * ts_session_list_frameworks_async:
 * @self: a session
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads the editions of frameworks that the workbook has a copy of: those that its assessments use, and those that were imported.
 */
void
ts_session_list_frameworks_async (TsSession           *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  ts_session_read_async (self, list_run, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * ts_session_list_frameworks_finish:
 * @self: a session
 * @result: what the callback got
 * @error: where to put why they could not be read
 *
 * Returns: (transfer full) (element-type TsFramework) (nullable): the frameworks, by id and edition
 */
GPtrArray *
ts_session_list_frameworks_finish (TsSession     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
