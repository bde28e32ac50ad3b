/* ts-framework-set.c — the frameworks of a workbook, by code
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-framework-set.h"

#include "exchange/ts-framework-cache.h"
#include "exchange/ts-framework-library.h"

struct _TsFrameworkSet
{
  TsFrameworkCache *cache;
  GHashTable *rows; /* code → GPtrArray of TsRow */
};

void
ts_framework_set_free (TsFrameworkSet *self)
{
  g_return_if_fail (self != NULL);

  ts_framework_cache_free (self->cache);
  g_hash_table_unref (self->rows);
  g_free (self);
}

static gboolean
add_row (TsFrameworkSet  *self,
         TsRow           *row,
         GError         **error)
{
  const char *code = ts_row_get_text (row, TS_FRAMEWORK_CODE);
  GPtrArray *rows;

  if (ts_framework_cache_get (self->cache, row, error) == NULL)
    return FALSE;

  rows = g_hash_table_lookup (self->rows, code);

  if (rows == NULL)
    {
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
      g_hash_table_insert (self->rows, g_strdup (code), rows);
    }

  g_ptr_array_add (rows, ts_row_ref (row));

  return TRUE;
}

static int
compare_editions (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (ts_row_get_text (*(TsRow *const *) a, TS_FRAMEWORK_EDITION),
                 ts_row_get_text (*(TsRow *const *) b, TS_FRAMEWORK_EDITION));
}

/**
 * ts_framework_set_read:
 * @workbook: a workbook
 * @error: where to put an error of the store, or of a framework that was damaged
 *
 * Returns: (transfer full): its frameworks
 */
TsFrameworkSet *
ts_framework_set_read (TsWorkbook  *workbook,
                       GError     **error)
{
  g_autoptr (TsFrameworkSet) self = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (workbook != NULL, NULL);

  rows = ts_workbook_read_rows (workbook, TS_ENTITY_FRAMEWORK, -1, NULL, error);

  if (rows == NULL)
    return NULL;

  self = g_new0 (TsFrameworkSet, 1);
  self->cache = ts_framework_cache_new ();
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_sort (rows, compare_editions);

  for (guint i = 0; i < rows->len; i++)
    {
      if (!add_row (self, g_ptr_array_index (rows, i), error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * ts_framework_set_find_rows:
 * @self: a set
 * @code: a framework's id, from anywhere
 *
 * Returns: (transfer none) (nullable) (element-type TsRow): the editions that the workbook has of it, the latest last; or %NULL
 */
GPtrArray *
ts_framework_set_find_rows (const TsFrameworkSet *self,
                            const char           *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  return g_hash_table_lookup (self->rows, code);
}

/**
 * ts_framework_set_get:
 * @self: a set
 * @row_id: the row id of one of its frameworks
 *
 * Returns: (transfer none) (nullable): the framework
 */
TsFramework *
ts_framework_set_get (const TsFrameworkSet *self,
                      const char           *row_id)
{
  g_return_val_if_fail (self != NULL && row_id != NULL, NULL);

  return ts_framework_cache_find (self->cache, row_id);
}

/**
 * ts_framework_set_add_built_in:
 * @self: a set
 * @code: the id of a framework that is built in
 * @error: where to put %TS_EXCHANGE_ERROR_UNKNOWN
 *
 * Makes the row for the workbook's own copy, which the caller puts into a change.
 *
 * Returns: (transfer full): the row
 */
TsRow *
ts_framework_set_add_built_in (TsFrameworkSet  *self,
                               const char      *code,
                               GError         **error)
{
  g_autoptr (TsFramework) framework = NULL;
  g_autoptr (TsRow) row = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  framework = ts_framework_library_get (code, error);

  if (framework == NULL)
    return NULL;

  text = ts_framework_library_get_text (code, error);
  row = ts_framework_library_make_row (framework, text);

  if (!add_row (self, row, error))
    return NULL;

  return g_steal_pointer (&row);
}
