/* ts-lock-source.c — what the guard at the door looks up in a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-lock-source.h"

#include "core/ts-lock.h"
#include "store/ts-row-store.h"

/* An import speaks of a few assessments a hundred thousand times: what was read once is remembered as long as the change is looked at. */
struct _TsKeptRows
{
  TsDatabase *database;
  GHashTable *rows;  /* id → TsRow, or NULL where there is none */
  GHashTable *lists; /* kind, field and value → GPtrArray */
};

static void
row_clear (gpointer row)
{
  if (row != NULL)
    ts_row_unref (row);
}

static TsRow *
find (gpointer     data,
      TsEntity     entity,
      const char  *id,
      GError     **error)
{
  TsKeptRows *source = data;
  gpointer known;
  TsRow *row = NULL;

  /* Ids are unique across the kinds of row. */
  if (g_hash_table_lookup_extended (source->rows, id, NULL, &known))
    return known != NULL ? ts_row_ref (known) : NULL;

  if (!ts_row_store_read (source->database, entity, id, &row, error))
    return NULL;

  g_hash_table_insert (source->rows, g_strdup (id), row != NULL ? ts_row_ref (row) : NULL);

  return row;
}

static GPtrArray *
read_list (TsKeptRows  *source,
           TsEntity     entity,
           guint        field,
           const char  *value,
           GError     **error)
{
  g_autoptr (TsStatement) statement = ts_row_store_prepare_select (source->database, entity, (int) field, value, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  TsRow *row;
  TsStep step;

  if (statement == NULL)
    return NULL;

  while ((step = ts_row_store_step (statement, entity, &row, error)) == TS_STEP_ROW)
    g_ptr_array_add (rows, row);

  return step == TS_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

static GPtrArray *
list (gpointer     data,
      TsEntity     entity,
      guint        field,
      const char  *value,
      GError     **error)
{
  TsKeptRows *source = data;
  g_autofree char *key = g_strdup_printf ("%u.%u=%s", entity, field, value);
  GPtrArray *rows = g_hash_table_lookup (source->lists, key);

  if (rows == NULL)
    {
      rows = read_list (source, entity, field, value, error);

      if (rows == NULL)
        return NULL;

      g_hash_table_insert (source->lists, g_steal_pointer (&key), rows);
    }

  return g_ptr_array_ref (rows);
}

const TsLockSource ts_kept_rows_source = { find, list };

/*< private >
 * ts_kept_rows_new:
 * @database: a connection
 *
 * Returns: (transfer full): rows as they are kept, each read once; what ts_kept_rows_source looks them up in
 */
TsKeptRows *
ts_kept_rows_new (TsDatabase *database)
{
  TsKeptRows *self = g_new (TsKeptRows, 1);

  self->database = database;
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, row_clear);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
ts_kept_rows_free (TsKeptRows *self)
{
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->lists);
  g_free (self);
}

/*< private >
 * ts_lock_source_check:
 * @database: a connection, in the transaction that will keep the change and before anything of it is written
 * @change: a change
 * @error: where to put an error of the rules or of the store
 *
 * Returns: whether the change leaves alone what the stages of the workbook's assessments have locked
 */
gboolean
ts_lock_source_check (TsDatabase      *database,
                      const TsChange  *change,
                      GError         **error)
{
  g_autoptr (TsKeptRows) rows = ts_kept_rows_new (database);

  return ts_change_check_locks (change, &ts_kept_rows_source, rows, error);
}
