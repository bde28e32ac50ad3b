/* ts-workbook-open.c — opening, making and closing a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-database.h"
#include "store/ts-file.h"
#include "store/ts-salvage.h"
#include "store/ts-schema.h"
#include "store/ts-store-error.h"
#include "store/ts-workbook-private.h"

#include <glib/gi18n-lib.h>

static gint64
read_system_clock (gpointer data)
{
  return g_get_real_time ();
}

static char *
make_random_identifier (gpointer data)
{
  return g_uuid_string_random ();
}

static TsWorkbook *
workbook_new (TsOpenMode mode)
{
  TsWorkbook *self = g_new0 (TsWorkbook, 1);

  self->thread = g_thread_self ();
  self->mode = mode;
  self->author = g_strdup ("");
  self->clock = read_system_clock;
  self->identifier_source = make_random_identifier;
  self->reader = ts_reader_new ();

  return self;
}

/**
 * ts_workbook_close:
 * @self: (transfer full): a workbook
 *
 * Closes the workbook. There is nothing to save.
 */
void
ts_workbook_close (TsWorkbook *self)
{
  g_return_if_fail (self != NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  g_clear_pointer (&self->database, ts_database_close);

  if (self->entered && self->mode == TS_OPEN_READ_ONLY && ts_workbook_file_has_empty_log (self->path))
    ts_database_tidy (self->path);

  if (self->entered)
    ts_workbook_file_leave (&self->key);

  /* Last of all, when nothing can be written any more. */
  g_clear_pointer (&self->lock, ts_workbook_lock_release);

  if (self->private_directory != NULL)
    ts_file_remove_private_directory (self->private_directory);

  if (self->clock_destroy != NULL)
    self->clock_destroy (self->clock_data);

  if (self->identifier_destroy != NULL)
    self->identifier_destroy (self->identifier_data);

  g_clear_object (&self->cancellable);
  ts_reader_free (self->reader);
  g_free (self->private_directory);
  g_free (self->path);
  g_free (self->backup_path);
  g_free (self->author);
  g_free (self);
}

static gboolean
enter (TsWorkbook  *self,
       GError     **error)
{
  self->entered = ts_workbook_file_enter (self->path, &self->key, error);

  return self->entered;
}

static gboolean
check_after_crash (TsWorkbook  *self,
                   GError     **error)
{
  g_autofree char *problems = ts_database_check (self->database, TRUE, error);

  if (problems == NULL)
    return FALSE;

  if (*problems == '\0')
    return TRUE;

  g_debug ("store: “%s” is damaged: %s", self->path, problems);
  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
               _("The workbook was not closed properly, and a check found that it is damaged. It was left as it is. "
                 "Open it to salvage what can be read, or use a backup."));

  return FALSE;
}

/* “NAME.backup-v1”, or with a number behind it where there is one already. */
static char *
make_backup_path (const char *path,
                  int         version,
                  guint       number)
{
  return number == 1 ? g_strdup_printf ("%s.backup-v%d", path, version)
                     : g_strdup_printf ("%s.backup-v%d-%u", path, version, number);
}

static gboolean
make_backup (TsWorkbook  *self,
             int          version,
             GError     **error)
{
  for (guint number = 1;; number++)
    {
      g_autofree char *path = make_backup_path (self->path, version, number);
      g_autoptr (GError) failure = NULL;

      if (ts_workbook_copy_database (self->database, path, NULL, NULL, &failure))
        {
          self->backup_path = g_steal_pointer (&path);
          return TRUE;
        }

      if (!g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
}

static gboolean
open_to_write (TsWorkbook *self,
               const char *const *scripts,
               GError **error)
{
  int newest = g_strv_length ((char **) scripts);
  gboolean was_left_behind;
  int version;

  self->lock = ts_workbook_lock_take (self->path, &was_left_behind, error);

  if (self->lock == NULL || !enter (self, error))
    return FALSE;

  was_left_behind = was_left_behind || ts_workbook_file_has_log (self->path);
  self->database = ts_database_open (self->path, TS_DATABASE_WRITE, error);

  if (self->database == NULL || !ts_schema_check_version (self->database, newest, &version, error))
    return FALSE;

  if (was_left_behind && !check_after_crash (self, error))
    return FALSE;

  if (version < newest && !make_backup (self, version, error))
    return FALSE;

  return ts_schema_upgrade (self->database, scripts, error) && ts_content_sweep (self->database, error);
}

/* A copy of the file and its log where nobody else can come, for when the engine cannot be let at the file itself. */
static char *
copy_to_private_directory (TsWorkbook  *self,
                           GError     **error)
{
  g_autofree char *copy = NULL;
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *log_copy = NULL;

  self->private_directory = ts_file_make_private_directory (error);

  if (self->private_directory == NULL)
    return NULL;

  copy = g_build_filename (self->private_directory, "copy", NULL);
  log_copy = g_strconcat (copy, "-wal", NULL);

  if (!ts_file_copy_private (self->path, copy, error))
    return NULL;

  if (ts_workbook_file_has_log (self->path) && !ts_file_copy_private (log, log_copy, error))
    return NULL;

  return g_steal_pointer (&copy);
}

/* An older file cannot be read with today's queries, nor may it be changed: what is read is a copy that was brought up
 * to date. */
static gboolean
read_upgraded_copy (TsWorkbook *self,
                    const char *const *scripts,
                    GError **error)
{
  g_autofree char *copy = NULL;

  if (self->private_directory == NULL)
    self->private_directory = ts_file_make_private_directory (error);

  if (self->private_directory == NULL)
    return FALSE;

  copy = g_build_filename (self->private_directory, "upgraded", NULL);

  if (!ts_database_copy_to (self->database, copy, NULL, NULL, error))
    return FALSE;

  g_clear_pointer (&self->database, ts_database_close);
  self->database = ts_database_open (copy, TS_DATABASE_WRITE | TS_DATABASE_SCRATCH, error);

  return self->database != NULL && ts_schema_upgrade (self->database, scripts, error);
}

static TsDatabase *
open_unchanging (TsWorkbook  *self,
                 GError     **error)
{
  g_autofree char *copy = NULL;

  /* Nobody can write here, and nobody has: what is in the file is all there is. */
  if (!ts_workbook_file_has_log (self->path))
    return ts_database_open (self->path, TS_DATABASE_IMMUTABLE, error);

  copy = copy_to_private_directory (self, error);

  return copy != NULL ? ts_database_open (copy, TS_DATABASE_READ, error) : NULL;
}

static gboolean
open_to_read (TsWorkbook *self,
              const char *const *scripts,
              GError **error)
{
  int newest = g_strv_length ((char **) scripts);
  g_autoptr (GError) failure = NULL;
  int version;

  if (!enter (self, error))
    return FALSE;

  self->database = ts_database_open (self->path, TS_DATABASE_READ, &failure);

  /* The first real read makes the engine's shared memory file, which a folder that cannot be written refuses. */
  if (self->database != NULL && !ts_database_read_version (self->database, &version, &failure))
    g_clear_pointer (&self->database, ts_database_close);

  if (self->database == NULL)
    {
      if (!g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_READ_ONLY) &&
          !g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_ENGINE))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }

      self->database = open_unchanging (self, error);
    }

  if (self->database == NULL || !ts_schema_check_version (self->database, newest, &version, error))
    return FALSE;

  return version == newest || read_upgraded_copy (self, scripts, error);
}

static gboolean
open_to_salvage (TsWorkbook *self,
                 const char *const *scripts,
                 GError **error)
{
  g_autofree char *copy = NULL;
  g_autofree char *rescued = NULL;

  /* Reading it as a plain file would break the locks of whoever has it open; see ts-workbook-file.c. */
  if (ts_workbook_file_is_entered (&self->key))
    {
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_BUSY,
                   _("The workbook is still open in this program. Close it first."));
      return FALSE;
    }

  copy = copy_to_private_directory (self, error);

  if (copy == NULL)
    return FALSE;

  rescued = g_build_filename (self->private_directory, "rescued", NULL);
  self->database = ts_salvage (copy, rescued, scripts, error);
  ts_file_remove_database (copy);

  return self->database != NULL;
}

/*< private >
 * ts_workbook_open_with_scripts:
 * @path: a workbook
 * @mode: what for
 * @scripts: (array zero-terminated=1): the scripts of all versions
 * @error: where to put an error
 *
 * Opens a workbook as a program with other versions would; for the tests of upgrading.
 *
 * Returns: (transfer full): the workbook, or %NULL with an error
 */
TsWorkbook *
ts_workbook_open_with_scripts (const char *path,
                               TsOpenMode mode,
                               const char *const *scripts,
                               GError **error)
{
  g_autoptr (TsWorkbook) self = workbook_new (mode);
  gboolean opened = FALSE;
  gboolean changed;

  self->path = ts_workbook_file_resolve (path, &self->key, error);

  if (self->path == NULL)
    return NULL;

  switch (mode)
    {
    case TS_OPEN_READ_WRITE:
      opened = open_to_write (self, scripts, error);
      break;

    case TS_OPEN_READ_ONLY:
      opened = open_to_read (self, scripts, error);
      break;

    case TS_OPEN_SALVAGE:
      opened = open_to_salvage (self, scripts, error);
      break;

    default:
      g_assert_not_reached ();
    }

  if (opened && ts_workbook_check_external_change (self, &changed, error))
    return g_steal_pointer (&self);

  /* What could not be opened is left as it was found, the log beside it included. */
  if (self->database != NULL)
    ts_database_leave_log (self->database);

  return NULL;
}

/**
 * ts_workbook_open:
 * @path: a workbook
 * @mode: what for
 * @error: where to put an error
 *
 * Opens a workbook. After a crash the file is checked first. A file of an older version is brought up to date, after a
 * backup beside it (see ts_workbook_get_backup_path()); opened read-only, a private copy is.
 *
 * Fails with %TS_STORE_ERROR_NOT_FOUND, %TS_STORE_ERROR_NO_ACCESS, %TS_STORE_ERROR_NOT_A_WORKBOOK,
 * %TS_STORE_ERROR_SCHEMA_TOO_NEW; with %TS_STORE_ERROR_LOCKED or %TS_STORE_ERROR_READ_ONLY where %TS_OPEN_READ_ONLY
 * still works; and with %TS_STORE_ERROR_CORRUPT where %TS_OPEN_SALVAGE may.
 *
 * Returns: (transfer full): the workbook, or %NULL with an error; the file is then as it was
 */
TsWorkbook *
ts_workbook_open (const char  *path,
                  TsOpenMode   mode,
                  GError     **error)
{
  g_auto (GStrv) scripts = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  scripts = ts_schema_load_scripts ();

  return ts_workbook_open_with_scripts (path, mode, (const char *const *) scripts, error);
}

static gboolean
make_empty (const char  *temporary,
            GError     **error)
{
  g_auto (GStrv) scripts = ts_schema_load_scripts ();
  g_autoptr (TsDatabase) database = ts_database_open (temporary, TS_DATABASE_CREATE, error);

  return database != NULL &&
         ts_database_mark (database, error) &&
         ts_schema_upgrade (database, (const char *const *) scripts, error);
}

/**
 * ts_workbook_create:
 * @path: where there is no file yet
 * @error: where to put an error
 *
 * Makes an empty workbook and opens it to write. Fails with %TS_STORE_ERROR_EXISTS where there is a file of that name,
 * which is left as it is. The file appears under its name once it is complete.
 *
 * Returns: (transfer full): the workbook, or %NULL with an error
 */
TsWorkbook *
ts_workbook_create (const char  *path,
                    GError     **error)
{
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_workbook_check_is_free (path, error))
    return NULL;

  temporary = ts_file_make_temporary (path, error);

  if (temporary == NULL)
    return NULL;

  if (!make_empty (temporary, error) || !ts_file_publish (temporary, path, error))
    {
      ts_file_remove_database (temporary);
      return NULL;
    }

  return ts_workbook_open (path, TS_OPEN_READ_WRITE, error);
}
