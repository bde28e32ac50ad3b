/* ts-row-store.c — rows in their tables
 *
 * The statements are made from the table of entities in core, so that nothing here knows a field by name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-row-store.h"

#include "store/ts-store-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *insert;
  char *delete_one;
  char *select_one;
  char *select_all;
} Texts;

static void
append_columns (GString *sql,
                TsEntity entity)
{
  guint n_fields;
  const TsField *fields = ts_entity_get_fields (entity, &n_fields);

  g_string_append (sql, "id");

  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (sql, ", %s", fields[i].name);
}

/* “where id = … and every field is what it was”, from the parameter @first on. */
static void
append_expectation (GString  *sql,
                    TsEntity  entity,
                    guint     first)
{
  guint n_fields;
  const TsField *fields = ts_entity_get_fields (entity, &n_fields);

  g_string_append_printf (sql, " where id = $%u", first);

  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (sql, " and %s is not distinct from $%u", fields[i].name, first + 1 + i);
}

static char *
make_insert (TsEntity entity)
{
  GString *sql = g_string_new ("insert into ");
  guint n_fields;

  ts_entity_get_fields (entity, &n_fields);
  g_string_append_printf (sql, "%s (", ts_entity_get_name (entity));
  append_columns (sql, entity);
  g_string_append (sql, ") values (");

  for (guint i = 0; i <= n_fields; i++)
    g_string_append_printf (sql, "%s$%u", i > 0 ? ", " : "", i + 1);

  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

static char *
make_delete (TsEntity entity)
{
  GString *sql = g_string_new ("delete from ");

  g_string_append (sql, ts_entity_get_name (entity));
  append_expectation (sql, entity, 1);

  return g_string_free (sql, FALSE);
}

static char *
make_select (TsEntity    entity,
             const char *tail)
{
  GString *sql = g_string_new ("select ");

  append_columns (sql, entity);
  g_string_append_printf (sql, " from %s %s", ts_entity_get_name (entity), tail);

  return g_string_free (sql, FALSE);
}

static gpointer
make_texts (gpointer data)
{
  Texts *texts = g_new0 (Texts, TS_N_ENTITIES);

  for (guint entity = 0; entity < TS_N_ENTITIES; entity++)
    {
      texts[entity].insert = make_insert (entity);
      texts[entity].delete_one = make_delete (entity);
      texts[entity].select_one = make_select (entity, "where id = $1");
      texts[entity].select_all = make_select (entity, "order by id");
    }

  return texts;
}

/* Made once, for the life of the process: the text is also the key under which a connection keeps the statement. */
static const Texts *
get_texts (TsEntity entity)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, make_texts, NULL);

  return (const Texts *) once.retval + entity;
}

static void
bind_field (TsStatement *statement,
            int          parameter,
            const TsRow *row,
            guint        field,
            TsFieldType  type)
{
  if (!ts_row_has (row, field))
    {
      ts_statement_bind_null (statement, parameter);
      return;
    }

  switch (type)
    {
    case TS_FIELD_TEXT:
      ts_statement_bind_text (statement, parameter, ts_row_get_text (row, field), -1);
      break;

    case TS_FIELD_INTEGER:
      ts_statement_bind_integer (statement, parameter, ts_row_get_integer (row, field));
      break;

    case TS_FIELD_REAL:
      ts_statement_bind_real (statement, parameter, ts_row_get_real (row, field));
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
bind_row (TsStatement *statement,
          int          first,
          const TsRow *row)
{
  guint n_fields;
  const TsField *fields = ts_entity_get_fields (ts_row_get_entity (row), &n_fields);

  ts_statement_bind_text (statement, first, ts_row_get_id (row), -1);

  for (guint i = 0; i < n_fields; i++)
    bind_field (statement, first + 1 + i, row, i, fields[i].type);
}

static gboolean
fail_with_conflict (const TsRow  *row,
                    GError      **error)
{
  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CONFLICT,
               _("Something that this would change has itself changed in the meantime (%s %s). Nothing was changed. "
                 "Look at it again and repeat what you did."),
               ts_entity_get_name (ts_row_get_entity (row)), ts_row_get_id (row));

  return FALSE;
}

/**
 * ts_row_store_insert:
 * @database: a connection in a transaction
 * @row: a row that is not there yet
 * @error: where to put an error
 *
 * Fails with %TS_STORE_ERROR_CONFLICT where there is a row of that id.
 *
 * Returns: whether the row is there now
 */
gboolean
ts_row_store_insert (TsDatabase   *database,
                     const TsRow  *row,
                     GError      **error)
{
  g_autoptr (TsStatement) statement = NULL;
  g_autoptr (TsRow) there = NULL;
  g_autoptr (GError) failure = NULL;

  statement = ts_database_prepare_cached (database, get_texts (ts_row_get_entity (row))->insert, error);

  if (statement == NULL)
    return FALSE;

  bind_row (statement, 0, row);

  if (ts_statement_run (statement, &failure))
    return TRUE;

  /* The engine names one of the keys that are taken, not necessarily the id. */
  if (g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_CONSTRAINT) &&
      ts_row_store_read (database, ts_row_get_entity (row), ts_row_get_id (row), &there, NULL) && there != NULL)
    return fail_with_conflict (row, error);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Whether the expectation that a statement was given held. */
static gboolean
run_expecting_one (TsStatement  *statement,
                   const TsRow  *row,
                   GError      **error)
{
  if (!ts_statement_run (statement, error))
    return FALSE;

  return ts_statement_get_n_changed (statement) == 1 ? TRUE : fail_with_conflict (row, error);
}

static gboolean
field_differs (const TsRow *a,
               const TsRow *b,
               guint        field,
               TsFieldType  type)
{
  if (ts_row_has (a, field) != ts_row_has (b, field))
    return TRUE;

  if (!ts_row_has (a, field))
    return FALSE;

  switch (type)
    {
    case TS_FIELD_TEXT:
      return !g_str_equal (ts_row_get_text (a, field), ts_row_get_text (b, field));

    case TS_FIELD_INTEGER:
      return ts_row_get_integer (a, field) != ts_row_get_integer (b, field);

    case TS_FIELD_REAL:
      return ts_row_get_real (a, field) != ts_row_get_real (b, field);

    default:
      g_assert_not_reached ();
    }
}

/**
 * ts_row_store_update:
 * @database: a connection in a transaction
 * @before: the row as it is
 * @after: the row as it shall be
 * @error: where to put an error
 *
 * Fails with %TS_STORE_ERROR_CONFLICT where the row is not there or not as in @before. Only what differs is written,
 * which leaves the indices of everything else alone.
 *
 * Returns: whether the row is as in @after now
 */
gboolean
ts_row_store_update (TsDatabase   *database,
                     const TsRow  *before,
                     const TsRow  *after,
                     GError      **error)
{
  TsEntity entity = ts_row_get_entity (after);
  g_autoptr (TsStatement) statement = NULL;
  g_autoptr (GString) sql = NULL;
  const TsField *fields;
  int n_set = 0;
  guint n_fields;

  fields = ts_entity_get_fields (entity, &n_fields);
  sql = g_string_new ("update ");
  g_string_append (sql, ts_entity_get_name (entity));

  for (guint i = 0; i < n_fields; i++)
    {
      if (field_differs (before, after, i, fields[i].type))
        {
          g_string_append_printf (sql, "%s%s = $%d", n_set == 0 ? " set " : ", ", fields[i].name, n_set + 1);
          n_set++;
        }
    }

  /* Nothing differs, but the row must still be as expected. */
  if (n_set == 0)
    g_string_append (sql, " set id = id");

  append_expectation (sql, entity, n_set + 1);
  statement = ts_database_prepare_cached (database, sql->str, error);

  if (statement == NULL)
    return FALSE;

  n_set = 0;

  for (guint i = 0; i < n_fields; i++)
    {
      if (field_differs (before, after, i, fields[i].type))
        bind_field (statement, n_set++, after, i, fields[i].type);
    }

  bind_row (statement, n_set, before);

  return run_expecting_one (statement, before, error);
}

/**
 * ts_row_store_delete:
 * @database: a connection in a transaction
 * @before: the row as it is
 * @error: where to put an error
 *
 * Fails with %TS_STORE_ERROR_CONFLICT where the row is not there or not as in @before.
 *
 * Returns: whether the row is gone now
 */
gboolean
ts_row_store_delete (TsDatabase   *database,
                     const TsRow  *before,
                     GError      **error)
{
  g_autoptr (TsStatement) statement = NULL;

  statement = ts_database_prepare_cached (database, get_texts (ts_row_get_entity (before))->delete_one, error);

  if (statement == NULL)
    return FALSE;

  bind_row (statement, 0, before);

  return run_expecting_one (statement, before, error);
}

/**
 * ts_row_store_prepare_read:
 * @database: a connection
 * @entity: a kind of row
 * @error: where to put an error
 *
 * Returns: (transfer full): a statement that reads the row whose id is its one parameter
 */
TsStatement *
ts_row_store_prepare_read (TsDatabase  *database,
                           TsEntity     entity,
                           GError     **error)
{
  return ts_database_prepare_cached (database, get_texts (entity)->select_one, error);
}

/**
 * ts_row_store_prepare_select:
 * @database: a connection
 * @entity: a kind of row
 * @field: one of the entity's fields, or -1 for all rows
 * @value: (nullable): what the field must be, in text; %NULL for rows without a value
 * @error: where to put an error
 *
 * Returns: (transfer full): a statement that reads the rows in the order of their ids. @value must outlive it.
 */
TsStatement *
ts_row_store_prepare_select (TsDatabase  *database,
                             TsEntity     entity,
                             int          field,
                             const char  *value,
                             GError     **error)
{
  TsStatement *statement;
  g_autofree char *tail = NULL;
  g_autofree char *sql = NULL;
  const TsField *fields;
  guint n_fields;

  if (field < 0)
    return ts_database_prepare_cached (database, get_texts (entity)->select_all, error);

  fields = ts_entity_get_fields (entity, &n_fields);
  g_return_val_if_fail ((guint) field < n_fields, NULL);

  tail = g_strdup_printf (value != NULL ? "where %s = $1 order by id" : "where %s is null order by id", fields[field].name);
  sql = make_select (entity, tail);
  statement = ts_database_prepare_cached (database, sql, error);

  if (statement == NULL || value == NULL)
    return statement;

  if (fields[field].type == TS_FIELD_TEXT)
    ts_statement_bind_text (statement, 0, value, -1);
  else if (fields[field].type == TS_FIELD_INTEGER)
    ts_statement_bind_integer (statement, 0, g_ascii_strtoll (value, NULL, 10));
  else
    ts_statement_bind_real (statement, 0, g_ascii_strtod (value, NULL));

  return statement;
}

static gboolean
get_text_field (TsStatement  *statement,
                TsRow        *row,
                guint         field,
                GError      **error)
{
  g_autoptr (GError) damaged = NULL;
  const char *text = ts_statement_get_text (statement, field + 1, &damaged);

  if (damaged != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&damaged));
      return FALSE;
    }

  ts_row_set_text (row, field, text);

  return TRUE;
}

static gboolean
get_field (TsStatement    *statement,
           TsRow          *row,
           guint           field,
           const TsField  *description,
           GError        **error)
{
  if (description->type == TS_FIELD_TEXT)
    return get_text_field (statement, row, field, error);

  if (ts_statement_is_null (statement, field + 1))
    return TRUE;

  if (!ts_statement_is_number (statement, field + 1))
    {
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
                   _("The workbook is damaged: a number in it (“%s”) cannot be read. Nothing was changed. "
                     "Open it to salvage what can be read, or use a backup."),
                   description->name);
      return FALSE;
    }

  if (description->type == TS_FIELD_INTEGER)
    ts_row_set_integer (row, field, ts_statement_get_integer (statement, field + 1));
  else
    ts_row_set_real (row, field, ts_statement_get_real (statement, field + 1));

  return TRUE;
}

/**
 * ts_row_store_step:
 * @statement: a statement of this file that reads rows
 * @entity: of which kind
 * @row: (out) (transfer full): where to put the next row
 * @error: where to put an error
 *
 * Returns: whether there was a row, or no more, or an error
 */
TsStep
ts_row_store_step (TsStatement  *statement,
                   TsEntity      entity,
                   TsRow       **row,
                   GError      **error)
{
  g_autoptr (TsRow) read = NULL;
  g_autoptr (GError) damaged = NULL;
  const TsField *fields;
  const char *id;
  guint n_fields;
  TsStep step;

  *row = NULL;
  step = ts_statement_step (statement, error);

  if (step != TS_STEP_ROW)
    return step;

  id = ts_statement_get_text (statement, 0, &damaged);

  if (id == NULL || *id == '\0')
    {
      if (damaged == NULL)
        g_set_error (&damaged, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
                     _("The workbook is damaged: a row (%s) has no id. Nothing was changed. "
                       "Open it to salvage what can be read, or use a backup."),
                     ts_entity_get_name (entity));

      g_propagate_error (error, g_steal_pointer (&damaged));
      return TS_STEP_ERROR;
    }

  read = ts_row_new (entity, id);
  fields = ts_entity_get_fields (entity, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (!get_field (statement, read, i, &fields[i], error))
        return TS_STEP_ERROR;
    }

  *row = g_steal_pointer (&read);

  return TS_STEP_ROW;
}

/**
 * ts_row_store_read:
 * @database: a connection
 * @entity: a kind of row
 * @id: a row's id
 * @row: (out) (transfer full) (nullable): the row, or %NULL where there is none
 * @error: where to put an error
 *
 * Returns: whether it could be looked up
 */
gboolean
ts_row_store_read (TsDatabase  *database,
                   TsEntity     entity,
                   const char  *id,
                   TsRow      **row,
                   GError     **error)
{
  g_autoptr (TsStatement) statement = ts_row_store_prepare_read (database, entity, error);

  *row = NULL;

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, id, -1);

  return ts_row_store_step (statement, entity, row, error) != TS_STEP_ERROR;
}
