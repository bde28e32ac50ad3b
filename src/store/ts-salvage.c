/* ts-salvage.c — what can be read of a damaged workbook
 *
 * Every row that can still be reached is copied into a fresh database, from which all reading then goes on as ever: no
 * other code has to know about damage. A row that cannot be reached from the front of its table may be from behind, or
 * past the damage, so all three are tried. This is the one place that knows of the engine's own row numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-salvage.h"

#include "store/ts-schema.h"
#include "store/ts-search-index.h"
#include "store/ts-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Row numbers are dense, so damage is passed in steps that double; none of ours is wider than this. */
#define WIDEST_JUMP (G_GINT64_CONSTANT (1) << 40)

/* No row is smaller than this: damage that sends a scan in circles ends it. In bytes. */
#define SMALLEST_ROW 4

#define HEADER_SIZE 100

typedef struct
{
  char *name;
  char kind;
} Column;

typedef struct
{
  TsDatabase *damaged;
  TsDatabase *rescued;
  GArray *columns;
  TsStatement *insert;
  char *select;
  guint64 n_rows;
  guint64 n_steps_left;
} Salvage;

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->name);
}

static void
put_big_endian (guint8  *bytes,
                guint32  value,
                guint    width)
{
  for (guint i = 0; i < width; i++)
    bytes[i] = value >> (8 * (width - 1 - i));
}

/* A header that the engine would refuse gets the values that every workbook has. */
static gboolean
repair_header (const char  *path,
               guint64     *size,
               GError     **error)
{
  static const guint8 fixed[] = { 64, 32, 32 };
  static const char magic[16] = "SQLite format 3";
  guint8 header[HEADER_SIZE];
  struct stat status;
  guint page_size;
  int descriptor;
  gboolean done;

  descriptor = open (path, O_RDWR | O_CLOEXEC);

  if (descriptor < 0 || fstat (descriptor, &status) != 0 || pread (descriptor, header, sizeof header, 0) != sizeof header)
    {
      if (descriptor >= 0)
        close (descriptor);

      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
                   _("Hardly anything is left of the file: nothing in it can be read. Use a backup."));
      return FALSE;
    }

  *size = status.st_size;
  page_size = header[16] << 8 | header[17];

  if (page_size < 512 || (page_size & (page_size - 1)) != 0)
    put_big_endian (header + 16, page_size = 4096, 2);

  memcpy (header, magic, sizeof magic);
  memcpy (header + 21, fixed, sizeof fixed);
  header[18] = CLAMP (header[18], 1, 2);
  header[19] = CLAMP (header[19], 1, 2);
  header[20] = 0;

  /* As many pages as there are: the engine shall look at what is there, not refuse it all for what is not. */
  put_big_endian (header + 28, (status.st_size + page_size - 1) / page_size, 4);
  memcpy (header + 92, header + 24, 4);
  put_big_endian (header + 44, 4, 4);
  put_big_endian (header + 56, 1, 4);

  done = pwrite (descriptor, header, sizeof header, 0) == sizeof header;

  if (!done)
    ts_store_error_set_from_errno (error, errno, path);

  close (descriptor);

  return done;
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, TS_STORE_ERROR, TS_STORE_ERROR_NO_SPACE);
}

static void
bind_column (TsStatement  *to,
             TsStatement  *from,
             guint         column,
             char          kind,
             char        **text)
{
  gconstpointer bytes;
  gsize n_bytes;

  gboolean is_number = ts_statement_is_number (from, column + 1);

  /* What should be a number and is none has no value that could be saved. */
  if (ts_statement_is_null (from, column + 1) || (!is_number && (kind == 'i' || kind == 'd')))
    {
      ts_statement_bind_null (to, column);
      return;
    }

  switch (kind)
    {
    case 't':
      *text = ts_statement_dup_repaired_text (from, column + 1);
      ts_statement_bind_text (to, column, *text, -1);
      break;

    case 'd':
      ts_statement_bind_real (to, column, ts_statement_get_real (from, column + 1));
      break;

    case 'b':
      bytes = ts_statement_get_blob (from, column + 1, &n_bytes);
      ts_statement_bind_blob (to, column, bytes != NULL ? bytes : "", n_bytes);
      break;

    default:
      ts_statement_bind_integer (to, column, ts_statement_get_integer (from, column + 1));
      break;
    }
}

/* A row that the fresh database refuses has been copied before, or is damaged itself. */
static gboolean
copy_row (Salvage      *self,
          TsStatement  *from,
          GError      **error)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      char *text = NULL;

      bind_column (self->insert, from, i, g_array_index (self->columns, Column, i).kind, &text);

      if (text == NULL)
        continue;

      g_ptr_array_add (owned, text);

      /* A row without an id is no row. */
      if (*text == '\0' && i == 0)
        return TRUE;
    }

  if (ts_statement_run (self->insert, &failure))
    self->n_rows++;
  else if (!g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_CONSTRAINT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}

/* Copies rows until there are no more or damage is met. Only what is no damage is an error. */
static gboolean
scan (Salvage   *self,
      gint64     after,
      gboolean   backwards,
      gint64    *last,
      gboolean  *any,
      gboolean  *complete,
      GError   **error)
{
  g_autofree char *sql = g_strconcat (self->select, backwards ? " order by rowid desc" : " where rowid > $1 order by rowid", NULL);
  g_autoptr (GError) failure = NULL;
  g_autoptr (TsStatement) statement = NULL;
  TsStep step = TS_STEP_ERROR;

  *any = FALSE;
  *complete = FALSE;
  statement = ts_database_prepare (self->damaged, sql, &failure);

  if (statement != NULL && !backwards)
    ts_statement_bind_integer (statement, 0, after);

  while (statement != NULL && self->n_steps_left > 0 && (step = ts_statement_step (statement, &failure)) == TS_STEP_ROW)
    {
      gint64 number = ts_statement_get_integer (statement, 0);

      self->n_steps_left--;

      /* Going round in circles. */
      if (!backwards && *any && number <= *last)
        break;

      *last = number;
      *any = TRUE;

      if (!copy_row (self, statement, error))
        return FALSE;
    }

  *complete = step == TS_STEP_DONE;

  if (is_cancelled (failure))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}

static gboolean
copy_rows (Salvage *self,
           GError **error)
{
  gint64 after = G_MININT64;
  gint64 jump = 0;
  gint64 last = 0;
  gboolean complete, any;

  while (jump <= WIDEST_JUMP && self->n_steps_left > 0)
    {
      if (!scan (self, after, FALSE, &last, &any, &complete, error))
        return FALSE;

      if (complete)
        break;

      if (any && last > after)
        {
          after = last;
          jump = 0;
        }

      /* Row numbers count from 1. */
      after = MAX (after, 0);
      jump = jump == 0 ? 1 : 2 * jump;
      after += jump;
    }

  return complete || scan (self, 0, TRUE, &last, &any, &complete, error);
}

static gboolean
read_columns (Salvage     *self,
              const char  *table,
              GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("pragma table_info(%s)", table);
  g_autoptr (TsStatement) statement = ts_database_prepare (self->rescued, sql, error);
  TsStep step;

  if (statement == NULL)
    return FALSE;

  g_array_set_size (self->columns, 0);

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      g_autofree char *type = ts_statement_dup_repaired_text (statement, 2);
      Column column = { ts_statement_dup_repaired_text (statement, 1), g_ascii_tolower (*type) };

      /* “blob” and “bigint” begin alike. */
      if (g_ascii_strcasecmp (type, "bigint") == 0)
        column.kind = 'i';

      g_array_append_val (self->columns, column);
    }

  return step == TS_STEP_DONE;
}

static gboolean
copy_table (Salvage     *self,
            const char  *table,
            GError     **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) parameters = g_string_new (NULL);
  g_autofree char *sql = NULL;
  gboolean copied;

  if (!read_columns (self, table, error))
    return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_string_append_printf (names, ", %s", g_array_index (self->columns, Column, i).name);
      g_string_append_printf (parameters, ", $%u", i + 1);
    }

  self->select = g_strdup_printf ("select rowid%s from %s", names->str, table);
  sql = g_strdup_printf ("insert into %s (%s) values (%s)", table, names->str + 2, parameters->str + 2);
  self->insert = ts_database_prepare (self->rescued, sql, error);
  copied = self->insert != NULL && copy_rows (self, error);

  g_clear_pointer (&self->insert, ts_statement_free);
  g_clear_pointer (&self->select, g_free);

  return copied;
}

/* Without what the engine keeps for itself, and what follows from the others. */
static GStrv
list_tables (TsDatabase  *database,
             GError     **error)
{
  g_autoptr (GStrvBuilder) tables = g_strv_builder_new ();
  g_autoptr (TsStatement) statement = NULL;
  TsStep step;

  statement = ts_database_prepare (database,
                                   "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' "
                                   "and name <> '" TS_SEARCH_TEXT_TABLE "' "
                                   "and name in (select name from pragma_table_list where schema = 'main' and type = 'table') "
                                   "order by rowid",
                                   error);

  if (statement == NULL)
    return NULL;

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      g_autofree char *name = ts_statement_dup_repaired_text (statement, 0);

      g_strv_builder_add (tables, name);
    }

  return step == TS_STEP_DONE ? g_strv_builder_end (tables) : NULL;
}

static gboolean
copy_tables (Salvage *self,
             GError **error)
{
  g_auto (GStrv) tables = list_tables (self->rescued, error);

  if (tables == NULL || !ts_database_begin (self->rescued, error))
    return FALSE;

  for (guint i = 0; tables[i] != NULL; i++)
    {
      if (!copy_table (self, tables[i], error))
        {
          ts_database_rollback (self->rescued);
          return FALSE;
        }
    }

  if (self->n_rows > 0)
    {
      /* Tables that have no place for an index yet get theirs when they are brought up to date. */
      if (ts_search_index_make_again (self->rescued, error))
        return ts_database_commit (self->rescued, error);

      ts_database_rollback (self->rescued);
      return FALSE;
    }

  ts_database_rollback (self->rescued);
  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
               _("The damage is so great that nothing in the workbook can be read. It was left as it is. Use a backup."));

  return FALSE;
}

/* The version says which columns to expect; if it cannot be read, today's is the best guess. */
static char **
choose_scripts (TsDatabase *damaged,
                const char *const *scripts)
{
  int newest = g_strv_length ((char **) scripts);
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  int version;

  if (!ts_database_read_version (damaged, &version, NULL) || version < 1 || version > newest)
    version = newest;

  for (int i = 0; i < version; i++)
    g_strv_builder_add (chosen, scripts[i]);

  return g_strv_builder_end (chosen);
}

/**
 * ts_salvage:
 * @damaged: a private copy of a damaged workbook, which may be changed
 * @rescued: where to put what could be read
 * @scripts: (array zero-terminated=1): the scripts of all versions
 * @error: where to put an error
 *
 * Copies what can be read of a damaged workbook into a fresh database. Fails with %TS_STORE_ERROR_CORRUPT where that is
 * nothing at all.
 *
 * Returns: (transfer full): the fresh database, in which nothing is missing but what was lost; or %NULL with an error
 */
TsDatabase *
ts_salvage (const char *damaged,
            const char *rescued,
            const char *const *scripts,
            GError **error)
{
  g_autoptr (TsDatabase) from = NULL;
  g_autoptr (TsDatabase) to = NULL;
  g_auto (GStrv) first_scripts = NULL;
  Salvage self = { 0 };
  gboolean copied;
  guint64 size;

  if (!repair_header (damaged, &size, error))
    return NULL;

  from = ts_database_open (damaged, TS_DATABASE_LENIENT, error);

  if (from == NULL)
    return NULL;

  to = ts_database_open (rescued, TS_DATABASE_CREATE | TS_DATABASE_SCRATCH, error);
  first_scripts = choose_scripts (from, scripts);

  if (to == NULL ||
      !ts_schema_upgrade (to, (const char *const *) first_scripts, error) ||
      !ts_database_set_foreign_keys (to, FALSE, error))
    return NULL;

  self.damaged = from;
  self.rescued = to;
  self.n_steps_left = 3 * size / SMALLEST_ROW;
  self.columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self.columns, column_clear);
  copied = copy_tables (&self, error);
  g_array_unref (self.columns);

  if (!copied || !ts_schema_upgrade (to, scripts, error))
    return NULL;

  return g_steal_pointer (&to);
}
