/* ts-session-people.c — who has worked in the workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-private.h"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const TsRow *first = *(TsRow *const *) a;
  const TsRow *second = *(TsRow *const *) b;

  return g_utf8_collate (ts_row_get_text (first, TS_PERSON_NAME), ts_row_get_text (second, TS_PERSON_NAME));
}

static gpointer
list_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  GPtrArray *people = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PERSON, -1, NULL, error);

  if (people != NULL)
    g_ptr_array_sort (people, compare_names);

  return people;
}

/**
 * ts_session_list_people_async:
 * @self: a session
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_list_people_async (TsSession           *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  ts_session_read_async (self, list_run, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * ts_session_list_people_finish:
 * @self: a session
 * @result: what the callback got
 * @error: where to put why they could not be read
 *
 * Returns: (transfer full) (element-type TsRow) (nullable): their rows, by name
 */
GPtrArray *
ts_session_list_people_finish (TsSession     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
