/* test-database.c — the driver's guards, transactions and statements
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include "store/ts-database.h"
#include "store/ts-row-json.h"

#include <string.h>

static TsDatabase *
create (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  TsDatabase *database = ts_database_open (test->path, TS_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (ts_database_execute (database, "create table t (id bigint primary key, x text)", NULL));

  return database;
}

static gint64
count (TsDatabase *database)
{
  gint64 n = -1;

  g_assert_true (ts_database_read_integer (database, "select count(*) from t", &n, NULL));

  return n;
}

static void
test_guards (StoreTest     *test,
             gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    gint64 value;
  } pragmas[] = {
    { "pragma foreign_keys", 1 },
    { "pragma synchronous", 2 },
    { "pragma cell_size_check", 1 },
    { "pragma mmap_size", 0 },
    { "pragma secure_delete", 0 },
    { "pragma trusted_schema", 0 },
    { "pragma auto_vacuum", 2 },
    { "pragma page_size", 4096 },
    { "pragma journal_size_limit", 33554432 },
  };
  static const char *const refused[] = {
    "select \"no such column\" from t",
    "pragma writable_schema = on; update sqlite_schema set sql = 'create table t (y)'",
  };
  g_autoptr (TsDatabase) database = create (test);
  g_autofree char *mode = ts_database_read_text (database, "pragma journal_mode", NULL);

  g_assert_cmpstr (mode, ==, "wal");

  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    {
      gint64 value = -1;

      g_test_message ("%s", pragmas[i].sql);
      g_assert_true (ts_database_read_integer (database, pragmas[i].sql, &value, NULL));
      g_assert_cmpint (value, ==, pragmas[i].value);
    }

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ts_database_execute (database, refused[i], &error));
      g_assert_nonnull (error);

      /* A person is never shown what was tried. */
      g_assert_null (strstr (error->message, "sqlite_schema set"));
    }
}

static void
test_triggers_do_not_run (StoreTest     *test,
                          gconstpointer  data)
{
  g_autoptr (TsDatabase) database = create (test);

  g_clear_pointer (&database, ts_database_close);
  store_test_tamper (test->path, "create trigger evil after insert on t begin delete from t; end");
  database = ts_database_open (test->path, TS_DATABASE_WRITE, NULL);
  g_assert_true (ts_database_execute (database, "insert into t values (1, 'x')", NULL));
  g_assert_cmpint (count (database), ==, 1);
}

static void
test_nested_transactions (StoreTest     *test,
                          gconstpointer  data)
{
  g_autoptr (TsDatabase) database = create (test);

  g_assert_true (ts_database_begin (database, NULL));
  g_assert_true (ts_database_execute (database, "insert into t values (1, 'kept')", NULL));
  g_assert_true (ts_database_begin (database, NULL));
  g_assert_true (ts_database_execute (database, "insert into t values (2, 'dropped')", NULL));
  g_assert_true (ts_database_begin (database, NULL));
  g_assert_true (ts_database_execute (database, "insert into t values (3, 'dropped with it')", NULL));
  g_assert_true (ts_database_commit (database, NULL));
  ts_database_rollback (database);
  g_assert_true (ts_database_begin (database, NULL));
  g_assert_true (ts_database_execute (database, "insert into t values (4, 'kept')", NULL));
  g_assert_true (ts_database_commit (database, NULL));
  g_assert_true (ts_database_is_in_transaction (database));
  g_assert_true (ts_database_commit (database, NULL));
  g_assert_false (ts_database_is_in_transaction (database));
  g_assert_cmpint (count (database), ==, 2);

  g_assert_true (ts_database_begin (database, NULL));
  g_assert_true (ts_database_execute (database, "delete from t", NULL));
  ts_database_rollback (database);
  g_assert_cmpint (count (database), ==, 2);

  /* Closing in the middle is rolling back. */
  g_assert_true (ts_database_begin (database, NULL));
  g_assert_true (ts_database_execute (database, "delete from t", NULL));
  g_clear_pointer (&database, ts_database_close);
  database = ts_database_open (test->path, TS_DATABASE_WRITE, NULL);
  g_assert_cmpint (count (database), ==, 2);
}

static void
test_second_writer_waits_or_is_told (StoreTest     *test,
                                     gconstpointer  data)
{
  g_autoptr (TsDatabase) first = create (test);
  g_autoptr (TsDatabase) second = ts_database_open (test->path, TS_DATABASE_WRITE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (ts_database_execute (second, "pragma busy_timeout = 10", NULL));
  g_assert_true (ts_database_begin (first, NULL));
  g_assert_false (ts_database_begin (second, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_BUSY);
  g_assert_false (ts_database_is_in_transaction (second));
  ts_database_rollback (first);
  g_assert_true (ts_database_begin (second, NULL));
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (30000);
  g_cancellable_cancel (data);

  return NULL;
}

static void
test_cancel_a_long_query (StoreTest     *test,
                          gconstpointer  data)
{
  g_autoptr (TsDatabase) database = create (test);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  gint64 value;

  ts_database_set_cancellable (database, cancellable);
  g_assert_false (ts_database_read_integer (database, "with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n", &value, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  g_clear_error (&error);

  ts_database_set_cancellable (database, NULL);
  g_assert_true (ts_database_execute (database, "insert into t values (1, 'x')", &error));
  g_assert_no_error (error);
}

static void
test_statements (StoreTest     *test,
                 gconstpointer  data)
{
  static const guint8 bytes[] = { 0, 255, 0, 1 };
  g_autoptr (TsDatabase) database = create (test);
  g_autoptr (TsStatement) statement = NULL;
  g_autoptr (TsStatement) same = NULL;
  g_autoptr (GError) error = NULL;
  TsStatement *cached;
  gsize n_bytes;

  statement = ts_database_prepare (database, "select $1, $2, $3, $4, $5, $2", &error);
  g_assert_no_error (error);
  ts_statement_bind_null (statement, 0);
  ts_statement_bind_integer (statement, 1, G_MININT64);
  ts_statement_bind_real (statement, 2, 0.1);
  ts_statement_bind_text (statement, 3, "text\xc3\xbc---", 6);
  ts_statement_bind_blob (statement, 4, bytes, sizeof bytes);
  g_assert_cmpint (ts_statement_step (statement, &error), ==, TS_STEP_ROW);
  g_assert_true (ts_statement_is_null (statement, 0));
  g_assert_null (ts_statement_get_text (statement, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ts_statement_get_integer (statement, 1), ==, G_MININT64);
  g_assert_true (ts_statement_get_real (statement, 2) == 0.1);
  g_assert_cmpstr (ts_statement_get_text (statement, 3, &error), ==, "textü");
  g_assert_cmpmem (ts_statement_get_blob (statement, 4, &n_bytes), n_bytes, bytes, sizeof bytes);
  g_assert_cmpint (ts_statement_get_integer (statement, 5), ==, G_MININT64);
  g_assert_null (ts_statement_get_text (statement, 4, &error));
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_cmpint (ts_statement_step (statement, &error), ==, TS_STEP_DONE);

  /* A parameter that is not there shows when the statement is run. */
  ts_statement_reset (statement);
  ts_statement_bind_integer (statement, 9, 1);
  g_assert_cmpint (ts_statement_step (statement, &error), ==, TS_STEP_ERROR);
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_ENGINE);

  /* What is handed back can be had again, without what was bound. */
  cached = ts_database_prepare_cached (database, "select $1", NULL);
  ts_statement_bind_integer (cached, 0, 7);
  ts_statement_free (cached);
  same = ts_database_prepare_cached (database, "select $1", NULL);
  g_assert_true (same == cached);
  g_assert_cmpint (ts_statement_step (same, NULL), ==, TS_STEP_ROW);
  g_assert_true (ts_statement_is_null (same, 0));
}

static void
test_row_json (StoreTest     *test,
               gconstpointer  data)
{
  static const char *const texts[] = { NULL, "", "plain", "\"", "\\", "\\\"\\", "a\nb\tc\x01\x1f", "ünï ✓ 𝄞", "{\"code\":\"x\"}", "\\u0041", "e\xcc\x81 \xe2\x80\xae" };
  static const gint64 numbers[] = { 0, 1, -1, G_MAXINT64, G_MININT64 };
  static const char *const bad[] = {
    "",
    "{",
    "}",
    "[]",
    "null",
    "{}x",
    "{ }",
    "{\"code\":1}",
    "{\"code\":\"x\"",
    "{\"code\":\"x\",}",
    "{\"kind\":\"x\",\"code\":\"y\"}",
    "{\"code\":\"x\",\"code\":\"y\"}",
    "{\"other\":\"x\"}",
    "{\"code\":\"\\n\"}",
    "{\"code\":\"\\u0000\"}",
    "{\"code\":\"\\u0041\"}",
    "{\"code\":\"\\u00g1\"}",
    "{\"code\":\"a\nb\"}",
    "{\"code\":null}",
    "{,\"code\":\"x\"}",
    "{\"code\":\"x\"}}",
    "{\"code\":\"\\",
    "{\"code\":\"\\u00",
  };

  static const char *const bad_numbers[] = {
    "{\"size\": 5}",
    "{\"size\":+5}",
    "{\"size\":05}",
    "{\"size\":-0}",
    "{\"size\":}",
    "{\"size\":5.0}",
    "{\"size\":9223372036854775808}",
    "{\"size\":\"5\"}",
  };

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (TsRow) row = ts_row_new (TS_ENTITY_EVIDENCE, "an-id");
      g_autoptr (TsRow) parsed = NULL;
      g_autoptr (GString) json = g_string_new (NULL);
      g_autoptr (GString) again = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      for (guint field = 0; field < TS_EVIDENCE_N_FIELDS; field++)
        {
          if (field != TS_EVIDENCE_SIZE)
            ts_row_set_text (row, field, texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))]);
          else if (g_test_rand_bit ())
            ts_row_set_integer (row, field, numbers[g_test_rand_int_range (0, G_N_ELEMENTS (numbers))]);
        }

      ts_row_append_json (row, json);
      parsed = ts_row_parse_json (TS_ENTITY_EVIDENCE, "an-id", json->str, &error);
      g_assert_no_error (error);
      g_assert_true (ts_row_equal (parsed, row));
      ts_row_append_json (parsed, again);
      g_assert_cmpstr (again->str, ==, json->str);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad[i]);
      g_assert_null (ts_row_parse_json (TS_ENTITY_ORGANISATION, "an-id", bad[i], &error));
      g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad_numbers); i++)
    {
      g_test_message ("%s", bad_numbers[i]);
      g_assert_null (ts_row_parse_json (TS_ENTITY_EVIDENCE, "an-id", bad_numbers[i], NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/database/guards", test_guards);
  store_test_add ("/store/database/triggers-do-not-run", test_triggers_do_not_run);
  store_test_add ("/store/database/nested-transactions", test_nested_transactions);
  store_test_add ("/store/database/second-writer-waits-or-is-told", test_second_writer_waits_or_is_told);
  store_test_add ("/store/database/cancel-a-long-query", test_cancel_a_long_query);
  store_test_add ("/store/database/statements", test_statements);
  store_test_add ("/store/database/row-json", test_row_json);

  return g_test_run ();
}
