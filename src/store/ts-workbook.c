/* ts-workbook.c — one workbook file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-workbook.h"

#include "store/ts-database.h"
#include "store/ts-reader.h"
#include "store/ts-row-store.h"
#include "store/ts-store-error.h"
#include "store/ts-workbook-private.h"

#include <glib/gi18n-lib.h>

const char *
ts_workbook_get_path (TsWorkbook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

gboolean
ts_workbook_is_read_only (TsWorkbook *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->mode != TS_OPEN_READ_WRITE;
}

/**
 * ts_workbook_get_backup_path:
 * @self: a workbook
 *
 * Returns: (nullable): the copy that was made before this workbook was brought up to date when it was opened, or %NULL
 */
const char *
ts_workbook_get_backup_path (TsWorkbook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->backup_path;
}

/**
 * ts_workbook_set_cancellable:
 * @self: a workbook
 * @cancellable: (nullable): what may end whatever this workbook is doing
 *
 * While it is set, a function that is running when @cancellable is cancelled fails with %G_IO_ERROR_CANCELLED. A change
 * is then kept whole or not at all.
 */
void
ts_workbook_set_cancellable (TsWorkbook   *self,
                             GCancellable *cancellable)
{
  g_return_if_fail (self != NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  g_set_object (&self->cancellable, cancellable);
  ts_database_set_cancellable (self->database, cancellable);
}

/*< private >
 * ts_workbook_use_cancellable:
 * @self: a workbook
 * @cancellable: (nullable): what may end the function that is running, or %NULL for that of the workbook
 *
 * For a function that has a cancellable of its own; it ends with %NULL.
 */
void
ts_workbook_use_cancellable (TsWorkbook   *self,
                             GCancellable *cancellable)
{
  ts_database_set_cancellable (self->database, cancellable != NULL ? cancellable : self->cancellable);
}

/**
 * ts_workbook_set_scratch:
 * @self: a workbook that may be written
 * @error: where to put an error
 *
 * Says that the file is thrown away after use, such as one that is made to be copied: what is kept in it need not survive a power cut.
 *
 * Returns: whether that could be set
 */
gboolean
ts_workbook_set_scratch (TsWorkbook  *self,
                         GError     **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  return ts_database_set_scratch (self->database, error);
}

/**
 * ts_workbook_set_author:
 * @self: a workbook
 * @author: who makes the changes from now on; empty where nobody is known
 */
void
ts_workbook_set_author (TsWorkbook *self,
                        const char *author)
{
  g_return_if_fail (self != NULL && author != NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  g_free (self->author);
  self->author = g_strdup (author);
}

/**
 * ts_workbook_set_clock:
 * @self: a workbook
 * @clock: gives the time with which changes are stamped
 * @data: handed to @clock
 * @destroy: (nullable): frees @data
 *
 * Replaces the system's clock, so that what is made twice is the same twice.
 */
void
ts_workbook_set_clock (TsWorkbook      *self,
                       TsClockFunction  clock,
                       gpointer         data,
                       GDestroyNotify   destroy)
{
  g_return_if_fail (self != NULL && clock != NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (self->clock_destroy != NULL)
    self->clock_destroy (self->clock_data);

  self->clock = clock;
  self->clock_data = data;
  self->clock_destroy = destroy;
}

/**
 * ts_workbook_set_identifier_source:
 * @self: a workbook
 * @source: gives the ids of changes
 * @data: handed to @source
 * @destroy: (nullable): frees @data
 *
 * Replaces random ids, so that what is made twice is the same twice.
 */
void
ts_workbook_set_identifier_source (TsWorkbook           *self,
                                   TsIdentifierFunction  source,
                                   gpointer              data,
                                   GDestroyNotify        destroy)
{
  g_return_if_fail (self != NULL && source != NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (self->identifier_destroy != NULL)
    self->identifier_destroy (self->identifier_data);

  self->identifier_source = source;
  self->identifier_data = data;
  self->identifier_destroy = destroy;
}

char *
ts_workbook_make_identifier (TsWorkbook *self)
{
  return self->identifier_source (self->identifier_data);
}

gboolean
ts_workbook_check_writable (TsWorkbook  *self,
                            GError     **error)
{
  if (self->mode == TS_OPEN_READ_WRITE)
    return TRUE;

  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_READ_ONLY,
               _("The workbook is open only to look at. Nothing was changed."));

  return FALSE;
}

/**
 * ts_workbook_read_row:
 * @self: a workbook
 * @entity: a kind of row
 * @id: a row's id
 * @error: where to put an error
 *
 * Fails with %TS_STORE_ERROR_NOT_FOUND where there is no such row for the workbook's reader; see ts_workbook_set_reader().
 *
 * Returns: (transfer full): the row, or %NULL with an error
 */
TsRow *
ts_workbook_read_row (TsWorkbook  *self,
                      TsEntity     entity,
                      const char  *id,
                      GError     **error)
{
  gboolean shows = TRUE;
  TsRow *row;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (!ts_row_store_read (self->database, entity, id, &row, error))
    return NULL;

  if (row != NULL && !ts_workbook_shows_row (self, row, &shows, error))
    {
      ts_row_unref (row);
      return NULL;
    }

  if (!shows)
    g_clear_pointer (&row, ts_row_unref);

  if (row == NULL)
    g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND,
                 _("It is not in the workbook any more (%s)."), ts_entity_get_name (entity));

  return row;
}

/**
 * ts_workbook_foreach_row:
 * @self: a workbook
 * @entity: a kind of row
 * @field: one of the entity's fields, or -1 for all rows
 * @value: (nullable): what the field must be, in text; %NULL for the rows that have no value there
 * @function: called for each row, in the order of their ids; it may read from the workbook but not write
 * @data: handed to @function
 * @error: where to put an error
 *
 * Reads rows, one at a time in memory: those that the workbook's reader may see.
 *
 * Returns: %TRUE, also when @function ended the reading, or %FALSE with an error of %TS_STORE_ERROR
 */
gboolean
ts_workbook_foreach_row (TsWorkbook     *self,
                         TsEntity        entity,
                         int             field,
                         const char     *value,
                         TsRowFunction   function,
                         gpointer        data,
                         GError        **error)
{
  g_autoptr (TsStatement) statement = NULL;
  gboolean go_on = TRUE;
  TsStep step = TS_STEP_DONE;
  TsRow *row;

  g_return_val_if_fail (self != NULL && function != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  statement = ts_row_store_prepare_select (self->database, entity, field, value, error);

  if (statement == NULL)
    return FALSE;

  while (go_on && (step = ts_row_store_step (statement, entity, &row, error)) == TS_STEP_ROW)
    {
      g_autoptr (TsRow) owned = row;
      gboolean shows;

      if (!ts_workbook_shows_row (self, owned, &shows, error))
        return FALSE;

      go_on = !shows || function (owned, data);
    }

  return step != TS_STEP_ERROR;
}

static gboolean
collect_row (TsRow    *row,
             gpointer  data)
{
  g_ptr_array_add (data, ts_row_ref (row));

  return TRUE;
}

/**
 * ts_workbook_read_rows:
 * @self: a workbook
 * @entity: a kind of row
 * @field: one of the entity's fields, or -1 for all rows
 * @value: (nullable): what the field must be, in text; %NULL for the rows that have no value there
 * @error: where to put an error
 *
 * Returns: (transfer full) (element-type TsRow): the rows in the order of their ids, which the array owns, or %NULL
 * with an error
 */
GPtrArray *
ts_workbook_read_rows (TsWorkbook  *self,
                       TsEntity     entity,
                       int          field,
                       const char  *value,
                       GError     **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);

  if (!ts_workbook_foreach_row (self, entity, field, value, collect_row, rows, error))
    return NULL;

  return g_steal_pointer (&rows);
}

/**
 * ts_workbook_check_external_change:
 * @self: a workbook
 * @changed: (out): whether another connection has written since the last call, or since opening
 * @error: where to put an error
 *
 * For showing live what somebody else writes. It costs next to nothing.
 *
 * Returns: whether it could be found out
 */
gboolean
ts_workbook_check_external_change (TsWorkbook  *self,
                                   gboolean    *changed,
                                   GError     **error)
{
  gint64 version;

  g_return_val_if_fail (self != NULL && changed != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (!ts_database_read_foreign_changes (self->database, &version, error))
    return FALSE;

  *changed = version != self->data_version;
  self->data_version = version;

  return TRUE;
}
