/* ts-schema.c — the versions of the workbook's tables
 *
 * Script N leads from version N − 1 to version N, in one transaction that also writes the version down. A process that
 * is killed in between leaves a whole version behind, and the next one goes on from there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-schema.h"

#include "store/ts-search-index.h"
#include "store/ts-store-error.h"

#include "ts-schema-resources.h"

#include <glib/gi18n-lib.h>

#define RESOURCE_PREFIX "/org/touchstone/schema"

/**
 * ts_schema_load_scripts:
 *
 * Returns: (transfer full) (array zero-terminated=1): the scripts of all versions, that of version 1 first
 */
char **
ts_schema_load_scripts (void)
{
  g_autoptr (GStrvBuilder) scripts = g_strv_builder_new ();

  for (int version = 1;; version++)
    {
      g_autofree char *path = g_strdup_printf (RESOURCE_PREFIX "/%03d.sql", version);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (ts_schema_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes == NULL)
        break;

      /* A resource is followed by a NUL. */
      g_strv_builder_add (scripts, g_bytes_get_data (bytes, NULL));
    }

  return g_strv_builder_end (scripts);
}

/**
 * ts_schema_get_newest:
 *
 * Returns: the version of the tables as this program knows them
 */
int
ts_schema_get_newest (void)
{
  static gsize newest = 0;

  if (g_once_init_enter (&newest))
    {
      g_auto (GStrv) scripts = ts_schema_load_scripts ();

      g_once_init_leave (&newest, g_strv_length (scripts));
    }

  return (int) newest;
}

/**
 * ts_schema_check_version:
 * @database: a connection
 * @newest: the newest version known
 * @version: (out): the version of its tables
 * @error: where to put an error
 *
 * Fails with %TS_STORE_ERROR_SCHEMA_TOO_NEW where a newer Touchstone has written the file, and with
 * %TS_STORE_ERROR_CORRUPT for a version that never was.
 *
 * Returns: whether this program can work with the file, perhaps after an upgrade
 */
gboolean
ts_schema_check_version (TsDatabase  *database,
                         int          newest,
                         int         *version,
                         GError     **error)
{
  if (!ts_database_read_version (database, version, error))
    return FALSE;

  if (*version > newest)
    {
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_SCHEMA_TOO_NEW,
                   _("A newer version of Touchstone made this workbook (its format is %d, this program knows up to %d). "
                     "It was left as it is. Update Touchstone to open it."),
                   *version, newest);
      return FALSE;
    }

  if (*version < 1)
    {
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
                   _("The workbook says of itself that its format is %d, which there never was: it is damaged. "
                     "It was left as it is. Open it to salvage what can be read, or use a backup."),
                   *version);
      return FALSE;
    }

  return TRUE;
}

static gboolean
run_script (TsDatabase  *database,
            const char  *script,
            int          version,
            GError     **error)
{
  g_autofree char *dangling = NULL;
  g_autoptr (GError) failure = NULL;

  if (!ts_database_begin (database, error))
    return FALSE;

  if (ts_database_execute (database, script, error) &&
      ts_database_write_version (database, version, error) &&
      ts_search_index_make (database, error))
    {
      dangling = ts_database_find_dangling_reference (database, &failure);

      if (dangling == NULL && failure == NULL)
        return ts_database_commit (database, error);

      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
                     _("The workbook refers to something that is not there (%s), so it could not be brought up to date. "
                       "It was left as it is. Open it to salvage what can be read, or use a backup."),
                     dangling);
    }

  ts_database_rollback (database);

  return FALSE;
}

/**
 * ts_schema_upgrade:
 * @database: a connection that may write, outside any transaction
 * @scripts: (array zero-terminated=1): the scripts of all versions
 * @error: where to put an error
 *
 * Brings the tables up to the newest version, one version at a time. Each step is kept whole or not at all. The caller
 * has made a backup and knows that the version is not too new.
 *
 * Returns: whether the tables are of the newest version now
 */
gboolean
ts_schema_upgrade (TsDatabase *database,
                   const char *const *scripts,
                   GError **error)
{
  int newest = g_strv_length ((char **) scripts);
  gboolean upgraded = TRUE;
  int version;

  if (!ts_database_read_version (database, &version, error))
    return FALSE;

  if (version == newest)
    return TRUE;

  /* A script may rebuild a table that others refer to; run_script() checks all references at its end instead. */
  if (!ts_database_set_foreign_keys (database, FALSE, error))
    return FALSE;

  while (upgraded && version < newest)
    {
      upgraded = run_script (database, scripts[version], version + 1, error);
      version++;
    }

  return ts_database_set_foreign_keys (database, TRUE, upgraded ? error : NULL) && upgraded;
}
