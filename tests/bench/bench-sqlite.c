/* bench-sqlite.c — the baseline of writing: SQLite and nothing else
 *
 * bench-sqlite insert FILE N: a new file with one table; prints the microseconds that each of N inserts took, one a line.
 * bench-sqlite create FILE SCRIPT...: a new file with the schema of a workbook, of one script for each version.
 * bench-sqlite import FILE CSV: writes the rows of a CSV file without quotes into it.
 *
 * With the durability of a workbook: a write-ahead log, flushed with each transaction.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static void
check (sqlite3 *database,
       gboolean done)
{
  if (done)
    return;

  g_printerr ("bench-sqlite: %s\n", sqlite3_errmsg (database));
  exit (EXIT_FAILURE);
}

static void
run (sqlite3    *database,
     const char *sql)
{
  check (database, sqlite3_exec (database, sql, NULL, NULL, NULL) == SQLITE_OK);
}

static sqlite3 *
open_file (const char *path)
{
  sqlite3 *database = NULL;

  check (database, sqlite3_open (path, &database) == SQLITE_OK);
  run (database, "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");

  return database;
}

static sqlite3_stmt *
prepare (sqlite3    *database,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  check (database, sqlite3_prepare_v3 (database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) == SQLITE_OK);

  return statement;
}

static void
bind (sqlite3_stmt *statement,
      int           position,
      const char   *text)
{
  sqlite3_bind_text (statement, position, text, -1, SQLITE_TRANSIENT);
}

static void
step (sqlite3      *database,
      sqlite3_stmt *statement)
{
  check (database, sqlite3_step (statement) == SQLITE_DONE);
  sqlite3_reset (statement);
}

/* An id as long as a UUID. */
static char *
make_id (const char *kind,
         guint64     number)
{
  return g_strdup_printf ("%.8s-0000-4000-8000-%012" G_GUINT64_FORMAT, kind, number);
}

static void
insert (const char *path,
        int         n_inserts)
{
  sqlite3 *database = open_file (path);
  sqlite3_stmt *statement;

  run (database, "create table rating (id text not null primary key, assessment text not null, node text not null,"
                 " layer text not null, assessor text not null, level bigint, rationale text)");
  statement = prepare (database, "insert into rating values (?, ?, ?, ?, ?, ?, ?)");

  for (int i = 0; i < n_inserts; i++)
    {
      g_autofree char *id = make_id ("aaaaaaaa", (guint64) i);
      gint64 begin = g_get_monotonic_time ();

      bind (statement, 1, id);
      bind (statement, 2, "bbbbbbbb-0000-4000-8000-000000000001");
      bind (statement, 3, "5b");
      bind (statement, 4, "self");
      bind (statement, 5, "");
      sqlite3_bind_int (statement, 6, 1 + i % 4);
      sqlite3_bind_null (statement, 7);
      step (database, statement);
      printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - begin);
    }

  sqlite3_finalize (statement);
  sqlite3_close (database);
}

typedef struct
{
  sqlite3 *database;
  sqlite3_stmt *organisation;
  sqlite3_stmt *assessment;
  sqlite3_stmt *rating;
  GHashTable *ids; /* what has been written, by its key */
  guint64 n_rows;
} Import;

/* (transfer none): the id of a row that others refer to, which is written first where it is new; NULL says that it is. */
static const char *
find_or_add (Import     *self,
             const char *key,
             gboolean   *added)
{
  const char *known = g_hash_table_lookup (self->ids, key);
  char *id;

  *added = known == NULL;

  if (known != NULL)
    return known;

  id = make_id ("cccccccc", self->n_rows++);
  g_hash_table_insert (self->ids, g_strdup (key), id);

  return id;
}

static void
import_line (Import  *self,
             char   **cells)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", cells[0], cells[1]);
  g_autofree char *rating = make_id ("dddddddd", self->n_rows++);
  const char *organisation;
  const char *assessment;
  gboolean added;

  organisation = find_or_add (self, cells[0], &added);

  if (added)
    {
      bind (self->organisation, 1, organisation);
      bind (self->organisation, 2, cells[0]);
      step (self->database, self->organisation);
    }

  assessment = find_or_add (self, key, &added);

  if (added)
    {
      bind (self->assessment, 1, assessment);
      bind (self->assessment, 2, organisation);
      sqlite3_bind_int (self->assessment, 3, atoi (cells[1]));
      step (self->database, self->assessment);
    }

  bind (self->rating, 1, rating);
  bind (self->rating, 2, assessment);
  bind (self->rating, 3, cells[3]);
  bind (self->rating, 4, cells[4]);
  bind (self->rating, 5, cells[5]);
  sqlite3_bind_int (self->rating, 6, atoi (cells[6]));
  bind (self->rating, 7, cells[7]);
  step (self->database, self->rating);
}

static void
create (const char *path,
        char *const *scripts)
{
  sqlite3 *database = open_file (path);

  for (; *scripts != NULL; scripts++)
    {
      g_autofree char *script = NULL;

      if (!g_file_get_contents (*scripts, &script, NULL, NULL))
        {
          g_printerr ("bench-sqlite: cannot read %s\n", *scripts);
          exit (EXIT_FAILURE);
        }

      run (database, script);
    }

  sqlite3_close (database);
}

static void
import (const char *path,
        const char *csv_path)
{
  char line[4096];
  FILE *csv = fopen (csv_path, "r");
  Import self = { .database = open_file (path) };

  if (csv == NULL)
    {
      g_printerr ("bench-sqlite: cannot read %s\n", csv_path);
      exit (EXIT_FAILURE);
    }

  run (self.database, "begin immediate");
  run (self.database, "insert into framework (id, code, edition, title, content) values ('eeeeeeee-0000-4000-8000-000000000001', 'wcc-year-2', '2', 'A framework', '{}')");
  self.organisation = prepare (self.database, "insert into organisation (id, code, kind) values (?, ?, 'pct')");
  self.assessment = prepare (self.database, "insert into assessment (id, organisation, framework, year, stage) values (?, ?, 'eeeeeeee-0000-4000-8000-000000000001', ?, 'draft')");
  self.rating = prepare (self.database, "insert into rating (id, assessment, node, layer, assessor, level, rationale) values (?, ?, ?, ?, ?, ?, ?)");
  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  /* The first line names the columns. */
  if (fgets (line, sizeof line, csv) == NULL)
    exit (EXIT_FAILURE);

  while (fgets (line, sizeof line, csv) != NULL)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (line), ",", 8);

      g_assert (g_strv_length (cells) == 8);
      import_line (&self, cells);
    }

  run (self.database, "commit");
  sqlite3_finalize (self.organisation);
  sqlite3_finalize (self.assessment);
  sqlite3_finalize (self.rating);
  sqlite3_close (self.database);
  g_hash_table_unref (self.ids);
  fclose (csv);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "insert"))
    {
      insert (argv[2], atoi (argv[3]));
      return EXIT_SUCCESS;
    }

  if (argc >= 4 && g_str_equal (argv[1], "create"))
    {
      create (argv[2], argv + 3);
      return EXIT_SUCCESS;
    }

  if (argc == 4 && g_str_equal (argv[1], "import"))
    {
      import (argv[2], argv[3]);
      return EXIT_SUCCESS;
    }

  g_printerr ("Usage: bench-sqlite insert FILE N | create FILE SCRIPT... | import FILE CSV\n");

  return 2;
}
