/* test-schema.c — the tables, and bringing old ones up to date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include "store/ts-schema.h"
#include "store/ts-workbook-private.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *
expected_type (TsFieldType type)
{
  switch (type)
    {
    case TS_FIELD_TEXT:
      return "text";

    case TS_FIELD_INTEGER:
      return "bigint";

    case TS_FIELD_REAL:
      return "double precision";

    default:
      g_assert_not_reached ();
    }
}

static char *
describe_references (TsDatabase *database,
                     const char *table,
                     const char *column)
{
  g_autofree char *sql = g_strdup_printf ("select group_concat(\"table\" || '.' || \"to\") from pragma_foreign_key_list('%s') "
                                          "where \"from\" = '%s'",
                                          table, column);
  g_autoptr (GError) error = NULL;
  char *text = ts_database_read_text (database, sql, &error);

  g_assert_no_error (error);

  return text;
}

static void
test_tables_are_the_entities (StoreTest     *test,
                              gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (test->path, NULL);

  for (guint entity = 0; entity < TS_N_ENTITIES; entity++)
    {
      const char *name = ts_entity_get_name (entity);
      g_autofree char *sql = g_strdup_printf ("pragma table_info(%s)", name);
      g_autoptr (TsStatement) statement = ts_database_prepare (workbook->database, sql, NULL);
      guint n_fields, n_columns = 0;
      const TsField *fields = ts_entity_get_fields (entity, &n_fields);

      while (ts_statement_step (statement, NULL) == TS_STEP_ROW)
        {
          const char *column = ts_statement_get_text (statement, 1, NULL);
          g_autofree char *type = g_ascii_strdown (ts_statement_get_text (statement, 2, NULL), -1);
          gboolean not_null = ts_statement_get_integer (statement, 3);
          gboolean is_key = ts_statement_get_integer (statement, 5);

          g_test_message ("%s.%s", name, column);
          g_assert_cmpint (is_key, ==, n_columns == 0);

          if (n_columns == 0)
            {
              g_assert_cmpstr (column, ==, "id");
              g_assert_cmpstr (type, ==, "text");
            }
          else
            {
              const TsField *field = &fields[n_columns - 1];
              g_autofree char *references = describe_references (workbook->database, name, column);
              g_autofree char *expected = field->refers_to >= 0 ? g_strconcat (ts_entity_get_name (field->refers_to), ".id", NULL) : g_strdup ("");

              g_assert_cmpuint (n_columns, <=, n_fields);
              g_assert_cmpstr (column, ==, field->name);
              g_assert_cmpstr (type, ==, expected_type (field->type));
              g_assert_cmpint (not_null, ==, field->required);
              g_assert_cmpstr (references, ==, expected);
            }

          n_columns++;
        }

      g_assert_cmpuint (n_columns, ==, n_fields + 1);
    }
}

/* Every column that refers must begin an index, or deleting what it refers to reads the whole table. */
static void
test_references_have_indices (StoreTest     *test,
                              gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (test->path, NULL);

  for (guint entity = 0; entity < TS_N_ENTITIES; entity++)
    {
      guint n_fields;
      const TsField *fields = ts_entity_get_fields (entity, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        {
          g_autofree char *sql = g_strdup_printf ("select count(*) from pragma_index_list('%s') as list, pragma_index_info(list.name) as info "
                                                  "where info.seqno = 0 and info.name = '%s'",
                                                  ts_entity_get_name (entity), fields[i].name);
          gint64 n_indices = 0;

          if (fields[i].refers_to < 0)
            continue;

          g_test_message ("%s.%s", ts_entity_get_name (entity), fields[i].name);
          g_assert_true (ts_database_read_integer (workbook->database, sql, &n_indices, NULL));
          g_assert_cmpint (n_indices, >=, 1);
        }
    }
}

static char **
add_scripts (const char *first,
             const char *second)
{
  g_auto (GStrv) scripts = ts_schema_load_scripts ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) scripts);
  g_strv_builder_add (builder, first);

  if (second != NULL)
    g_strv_builder_add (builder, second);

  return g_strv_builder_end (builder);
}

static int
read_version (const char *path)
{
  g_autoptr (TsDatabase) database = ts_database_open (path, TS_DATABASE_WRITE, NULL);
  int version = -1;

  g_assert_true (ts_database_read_version (database, &version, NULL));

  return version;
}

static void
make_workbook (StoreTest *test)
{
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (test->path, NULL);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);

  g_assert_nonnull (assessment);
}

static void
test_upgrade_makes_a_backup (StoreTest     *test,
                             gconstpointer  data)
{
  g_auto (GStrv) scripts = add_scripts ("create table later (id text not null primary key)",
                                        "create table latest (id text not null primary key, later text references later (id))");
  guint newest = g_strv_length (scripts);
  g_autofree char *taken = g_strdup_printf ("%s.backup-v%u", test->path, newest - 2);
  g_autofree char *expected = g_strdup_printf ("%s.backup-v%u-2", test->path, newest - 2);
  g_autofree char *number = g_strdup_printf ("%u", newest);
  g_autoptr (TsWorkbook) workbook = NULL;
  g_autoptr (TsWorkbook) backup = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  make_workbook (test);
  g_assert_true (g_file_set_contents (taken, "somebody else's", -1, NULL));

  workbook = ts_workbook_open_with_scripts (test->path, TS_OPEN_READ_WRITE, (const char *const *) scripts, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_workbook_get_backup_path (workbook), ==, expected);
  g_assert_true (ts_database_read_integer (workbook->database, "select count(*) from latest", &n, &error));
  g_assert_cmpint (n, ==, 0);

  backup = ts_workbook_open (expected, TS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_null (ts_workbook_get_backup_path (backup));
  store_test_assert_clean (backup);

  /* What was brought up to date is too new for a program that does not know of it. */
  g_clear_pointer (&workbook, ts_workbook_close);
  g_assert_null (ts_workbook_open (test->path, TS_OPEN_READ_WRITE, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_SCHEMA_TOO_NEW);
  g_assert_nonnull (strstr (error->message, number));
}

static void
test_failed_upgrade_keeps_whole_versions (StoreTest     *test,
                                          gconstpointer  data)
{
  static const char *const failing[] = {
    "create table half (id text); insert into nothing values (1)",
    "create table half (id text); delete from framework",
    "create table half (id text); update organisation set code = null",
  };

  make_workbook (test);

  for (guint i = 0; i < G_N_ELEMENTS (failing); i++)
    {
      g_auto (GStrv) scripts = add_scripts ("create table if not exists second (id text)", failing[i]);
      g_autoptr (TsWorkbook) workbook = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (TsDatabase) database = NULL;
      gint64 n_tables = -1;

      workbook = ts_workbook_open_with_scripts (test->path, TS_OPEN_READ_WRITE, (const char *const *) scripts, &error);
      g_assert_null (workbook);
      g_assert_nonnull (error);

      g_assert_cmpint (read_version (test->path), ==, (int) g_strv_length (scripts) - 1);
      database = ts_database_open (test->path, TS_DATABASE_WRITE, NULL);
      g_assert_true (ts_database_read_integer (database, "select count(*) from sqlite_schema where name = 'half'", &n_tables, NULL));
      g_assert_cmpint (n_tables, ==, 0);
    }
}

static void
test_old_workbook_read_only (StoreTest     *test,
                             gconstpointer  data)
{
  g_auto (GStrv) scripts = add_scripts ("create table later (id text not null primary key)", NULL);
  g_autoptr (TsWorkbook) workbook = NULL;
  g_autoptr (TsRow) row = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  make_workbook (test);
  workbook = ts_workbook_open_with_scripts (test->path, TS_OPEN_READ_ONLY, (const char *const *) scripts, &error);
  g_assert_no_error (error);
  g_assert_true (ts_database_read_integer (workbook->database, "select count(*) from later", &n, &error));
  row = ts_workbook_find_organisation (workbook, "X01", &error);
  g_assert_no_error (error);
  g_clear_pointer (&workbook, ts_workbook_close);

  /* The file itself stays old. */
  g_assert_cmpint (read_version (test->path), ==, (int) g_strv_length (scripts) - 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/schema/tables-are-the-entities", test_tables_are_the_entities);
  store_test_add ("/store/schema/references-have-indices", test_references_have_indices);
  store_test_add ("/store/schema/upgrade-makes-a-backup", test_upgrade_makes_a_backup);
  store_test_add ("/store/schema/failed-upgrade-keeps-whole-versions", test_failed_upgrade_keeps_whole_versions);
  store_test_add ("/store/schema/old-workbook-read-only", test_old_workbook_read_only);

  return g_test_run ();
}
