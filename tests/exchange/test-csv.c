/* test-csv.c — CSV and JSON tables: what is read, what is refused, and that nothing changes on the way out and in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-csv-guard.h"
#include "exchange/ts-csv-reader.h"
#include "exchange/ts-csv-writer.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-table-writer.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char *const columns[] = { "code", "name", "note", NULL };

/* Reads all records; gives "line:code|name|note" of each, one after the other. */
static char *
read_all (const char    *csv,
          gssize         length,
          TsProblemList *problems)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (csv, length, NULL);
  g_autoptr (TsCsvReader) reader = ts_csv_reader_new (stream, columns, problems, NULL);
  g_autoptr (GString) records = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  while (ts_csv_reader_next (reader, &error))
    g_string_append_printf (records, "%" G_GUINT64_FORMAT ":%s|%s|%s\n", ts_csv_reader_get_line (reader),
                            ts_csv_reader_get (reader, 0), ts_csv_reader_get (reader, 1), ts_csv_reader_get (reader, 2));

  g_assert_no_error (error);

  return g_strdup (records->str);
}

static const struct
{
  const char *csv;
  const char *records;
} good[] = {
  { "code,name,note\n", "" },
  { "code,name,note", "" },
  { "code,name,note\na,b,c\n", "2:a|b|c\n" },
  { "code,name,note\r\na,b,c\r\nd,e,f\r\n", "2:a|b|c\n3:d|e|f\n" },
  { "\xef\xbb\xbf"
    "code,name,note\na,b,c",
    "2:a|b|c\n" },
  { "note,code,name\nc,a,b\n", "2:a|b|c\n" },
  { "\"code\",\"name\",note\n\"a\",\"b\",\"c\"\n", "2:a|b|c\n" },
  { "code,name,note\na,,\n", "2:a||\n" },
  { "code,name,note\n,,\n", "2:||\n" },
  { "code,name,note\n\"a\"\"b\",\"\"\"\",\"\"\n", "2:a\"b|\"|\n" },
  { "code,name,note\n\"a,b\",\"c\nd\",\"e\r\nf\"\nx,y,z\n", "2:a,b|c\nd|e\r\nf\n5:x|y|z\n" },
  { "code,name,note\n\n\na,b,c\n\n\n", "4:a|b|c\n" },
  { "code,name,note\n\r\na,b,c\r\n\r\n", "3:a|b|c\n" },
  { "code,name,note\n a , b ,c \n", "2: a | b |c \n" },
  { "code,name,note\n\xe2\x80\x8f\xd7\x90,\xe2\x80\xae"
    "b,\xc3\xa9\n",
    "2:\xe2\x80\x8f\xd7\x90|\xe2\x80\xae"
    "b|\xc3\xa9\n" },
  { "code,name,note\n'=1+1,'tis,''-x\n", "2:=1+1|'tis|'-x\n" },
  { "code,name,note\n=1+1,@x,'\n", "2:=1+1|@x|'\n" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (TsProblemList) problems = ts_problem_list_new ("f.csv");
      g_autofree char *records = read_all (good[i].csv, -1, problems);

      g_test_message ("case %u", i);
      g_assert_cmpuint (ts_problem_list_get_n_found (problems), ==, 0);
      g_assert_cmpstr (records, ==, good[i].records);
    }
}

/* What is wrong, and what is read all the same. */
static const struct
{
  const char *csv;
  gssize length;
  const char *problems;
  const char *records;
} bad[] = {
  { "", 0, "f.csv:1: the file is empty; it must begin with the names of the columns: code,name,note\n", "" },
  { "code,name\na,b\n", -1, "f.csv:1: the column “note” is missing; the columns are code,name,note\n", "" },
  { "code,name,note,colour\na,b,c,d\n", -1, "f.csv:1: the column “colour” is not known; the columns are code,name,note\n", "" },
  { "code,name,note,name\na,b,c,d\n", -1, "f.csv:1: the column “name” is there twice\n", "" },
  { "Code,name,note\na,b,c\n", -1,
    "f.csv:1: the column “Code” is not known; the columns are code,name,note\n"
    "f.csv:1: the column “code” is missing; the columns are code,name,note\n",
    "" },
  { "code;name;note\na;b;c\n", -1,
    "f.csv:1: the column “code;name;note” is not known; the columns are code,name,note\n"
    "f.csv:1: the column “code” is missing; the columns are code,name,note\n"
    "f.csv:1: the column “name” is missing; the columns are code,name,note\n"
    "f.csv:1: the column “note” is missing; the columns are code,name,note\n",
    "" },
  { "code,name,note\na,b\nc,d,e\nf,g,h,i\nx\n", -1,
    "f.csv:2: found 2 fields where the first line names 3 columns\n"
    "f.csv:4: found 4 fields where the first line names 3 columns\n"
    "f.csv:5: found 1 field where the first line names 3 columns\n",
    "3:c|d|e\n" },
  { "code,name,note\na,b\"c,d\nx,y,z\n", -1, "f.csv:2: there is a quote within a field that does not begin with one\n", "3:x|y|z\n" },
  { "code,name,note\n\"a\"b,c,d\nx,y,z\n", -1, "f.csv:2: something follows the quote that ends a field\n", "3:x|y|z\n" },
  { "code,name,note\nx,y,z\na,\"b\n,c\nd,e,f\n", -1, "f.csv:3: the quoted field that begins on this line does not end\n", "2:x|y|z\n" },
  { "code,name,note\ra,b,c\rd,e,f\r", -1, "f.csv:1: a line ends with a carriage return alone; lines must end with LF or CRLF\n", "" },
  { "code,name,note\na,b\0x,c\nd,e,f\n", 29, "f.csv:2: there is a NUL byte\n", "3:d|e|f\n" },
  { "code,name,note\n\"a\nb\",\"c\n\xff\",d\nd,e,f\n", -1, "f.csv:4: the text is not valid UTF-8; save the file as “CSV UTF-8”\n", "5:d|e|f\n" },
  { "\xff\xfe"
    "c\0o\0d\0e\0",
    10, "f.csv:1: there is a NUL byte\n", "" },
  { "code,name,not\xe9\n", -1, "f.csv:1: the text is not valid UTF-8; save the file as “CSV UTF-8”\n", "" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (TsProblemList) problems = ts_problem_list_new ("f.csv");
      g_autoptr (GString) told = g_string_new (NULL);
      g_autofree char *records = read_all (bad[i].csv, bad[i].length < 0 ? (gssize) strlen (bad[i].csv) : bad[i].length, problems);

      for (guint j = 0; j < ts_problem_list_get_n_kept (problems); j++)
        g_string_append_printf (told, "%s\n", ts_problem_list_get (problems, j));

      g_test_message ("case %u", i);
      g_assert_cmpstr (told->str, ==, bad[i].problems);
      g_assert_cmpstr (records, ==, bad[i].records);
    }
}

static void
test_limits (void)
{
  g_autoptr (TsProblemList) problems = ts_problem_list_new ("f.csv");
  g_autofree char *longest = g_strnfill (TS_CSV_LONGEST_FIELD, 'x');
  g_autofree char *commas = g_strnfill (5000, ',');
  g_autofree char *csv = g_strdup_printf ("code,name,note\na,%s,c\na,%sx,c\na,\"%sx\",c\n%s\nd,e,f\n", longest, longest, longest, commas);
  g_autofree char *records = read_all (csv, -1, problems);

  g_assert_true (g_str_has_prefix (records, "2:a|xxx"));
  g_assert_true (g_str_has_suffix (records, "\n6:d|e|f\n"));
  g_assert_cmpuint (ts_problem_list_get_n_found (problems), ==, 3);
  g_assert_cmpstr (ts_problem_list_get (problems, 0), ==, "f.csv:3: a field is longer than any text that is kept");
  g_assert_cmpstr (ts_problem_list_get (problems, 1), ==, "f.csv:4: a field is longer than any text that is kept");
  g_assert_true (g_str_has_prefix (ts_problem_list_get (problems, 2), "f.csv:5: found "));
}

/* Records that lie across the reader's buffer, at every place. */
static void
test_buffer_edges (void)
{
  for (guint n_before = 65536 - 40; n_before < 65536 + 5; n_before++)
    {
      g_autoptr (TsProblemList) problems = ts_problem_list_new ("f.csv");
      g_autofree char *fill = g_strnfill (n_before - strlen ("code,name,note\r\n") - strlen ("a,,c\r\n"), 'x');
      g_autofree char *csv = g_strdup_printf ("code,name,note\r\na,%s,c\r\n\"d\"\"d\",\"e\r\ne\",\xc3\xa9\r\n", fill);
      g_autofree char *records = read_all (csv, -1, problems);

      g_assert_cmpuint (ts_problem_list_get_n_found (problems), ==, 0);
      g_assert_true (g_str_has_suffix (records, "|c\n3:d\"d|e\r\ne|\xc3\xa9\n"));
    }
}

static const struct
{
  const char *text;
  const char *field;
} guarded[] = {
  { "", "" },
  { "plain", "plain" },
  { "=1+1", "'=1+1" },
  { "+44", "'+44" },
  { "-5", "'-5" },
  { "@name", "'@name" },
  { "\tx", "'\tx" },
  { "\rx", "\"'\rx\"" },
  { "'=1", "''=1" },
  { "''=1", "'''=1" },
  { "'", "'" },
  { "''", "''" },
  { "'tis", "'tis" },
  { "'\t", "''\t" },
  { "a=1", "a=1" },
  { "=\"a\",b", "\"'=\"\"a\"\",b\"" },
  { "a\nb", "\"a\nb\"" },
  { "a,b", "\"a,b\"" },
  { "a\"b", "\"a\"\"b\"" },
};

static void
test_guard (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    {
      g_autoptr (GString) field = g_string_new (NULL);

      ts_csv_append_field (field, guarded[i].text);
      g_assert_cmpstr (field->str, ==, guarded[i].field);
    }
}

static char *
make_hostile_text (void)
{
  static const char *const pieces[] = {
    "=",
    "+",
    "-",
    "@",
    "'",
    "\"",
    "\"\"",
    ",",
    ";",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "a",
    "Z",
    "0",
    "null",
    "\\",
    "\\n",
    "\\u0041",
    "{",
    "]",
    "\xc3\xa9",
    "\xe2\x80\x8f",
    "\xe2\x80\xae",
    "\xf0\x9f\x98\x80",
    "\xef\xbb\xbf",
    "\x01",
    "\x7f",
  };
  GString *text = g_string_new (NULL);
  int n_pieces = g_test_rand_int_range (0, 12);

  if (g_test_rand_int_range (0, 100) == 0)
    n_pieces = 10000;

  for (int i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static GBytes *
write_table (GPtrArray     *texts,
             TsTableFormat  format)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (TsTableWriter) writer = ts_table_writer_new (stream, format, columns, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < texts->len; i++)
    {
      ts_table_writer_add_text (writer, g_ptr_array_index (texts, i));

      if (i % 3 == 2)
        ts_table_writer_end_row (writer, &error);

      g_assert_no_error (error);
    }

  ts_table_writer_end (writer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ts_table_writer_get_n_rows (writer), ==, texts->len / 3);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GPtrArray *
make_hostile_texts (void)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 3000; i++)
    g_ptr_array_add (texts, make_hostile_text ());

  return texts;
}

static void
test_csv_round_trip (void)
{
  g_autoptr (GPtrArray) texts = make_hostile_texts ();
  g_autoptr (GBytes) csv = write_table (texts, TS_TABLE_FORMAT_CSV);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (csv);
  g_autoptr (TsProblemList) problems = ts_problem_list_new ("f.csv");
  g_autoptr (TsCsvReader) reader = ts_csv_reader_new (stream, columns, problems, NULL);
  g_autoptr (GError) error = NULL;
  guint at = 0;

  while (ts_csv_reader_next (reader, &error))
    {
      for (guint i = 0; i < 3; i++)
        g_assert_cmpstr (ts_csv_reader_get (reader, i), ==, g_ptr_array_index (texts, at++));
    }

  g_assert_no_error (error);
  g_assert_cmpuint (ts_problem_list_get_n_found (problems), ==, 0);
  g_assert_cmpuint (at, ==, texts->len);
  g_assert_cmpuint (ts_csv_reader_get_n_bytes (reader), ==, g_bytes_get_size (csv));
}

/* A spreadsheet takes a cell that begins so for a formula; quoted or not makes no difference to it. */
static void
test_csv_has_no_formulas (void)
{
  g_autoptr (GPtrArray) texts = make_hostile_texts ();

  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (GString) field = g_string_new (NULL);
      const char *cell;

      ts_csv_append_field (field, g_ptr_array_index (texts, i));
      cell = field->str[0] == '"' ? field->str + 1 : field->str;
      g_assert_true (*cell == '\0' || strchr ("=+-@\t\r", *cell) == NULL);
    }
}

static void
test_json_round_trip (void)
{
  g_autoptr (GPtrArray) texts = make_hostile_texts ();
  g_autoptr (GBytes) json = write_table (texts, TS_TABLE_FORMAT_JSON);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *rows;

  json_parser_load_from_data (parser, g_bytes_get_data (json, NULL), g_bytes_get_size (json), &error);
  g_assert_no_error (error);
  rows = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (rows), ==, texts->len / 3);

  for (guint i = 0; i < texts->len; i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i / 3);
      JsonNode *field = json_object_get_member (row, columns[i % 3]);
      const char *text = g_ptr_array_index (texts, i);

      g_assert_cmpuint (json_object_get_size (row), ==, 3);
      g_assert_true (json_node_is_null (field) == (*text == '\0'));

      if (*text != '\0')
        g_assert_cmpstr (json_node_get_string (field), ==, text);
    }
}

static void
test_empty_tables (void)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GBytes) csv = write_table (texts, TS_TABLE_FORMAT_CSV);
  g_autoptr (GBytes) json = write_table (texts, TS_TABLE_FORMAT_JSON);

  g_assert_cmpmem (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv), "code,name,note\r\n", 16);
  g_assert_cmpmem (g_bytes_get_data (json, NULL), g_bytes_get_size (json), "[]\n", 3);
}

/* Whatever the bytes, the reader comes to an end, and each record has its fields. */
static void
test_any_bytes (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      static const char bytes[] = "\",\r\n\0ab\xff\xc3'=";
      g_autoptr (TsProblemList) problems = ts_problem_list_new ("f.csv");
      g_autoptr (GString) csv = g_string_new ("code,name,note\n");
      g_autofree char *records = NULL;

      for (int n = g_test_rand_int_range (0, 60); n > 0; n--)
        g_string_append_c (csv, bytes[g_test_rand_int_range (0, sizeof bytes - 1)]);

      records = read_all (csv->str, csv->len, problems);
      g_assert_nonnull (records);
    }
}

static void
test_problem_list (void)
{
  g_autoptr (TsProblemList) problems = ts_problem_list_new ("f.csv");
  g_autoptr (GError) error = NULL;

  g_assert_true (ts_problem_list_set_error (problems, &error));
  g_assert_no_error (error);

  /* The last lines first, and one that belongs to the whole file. */
  for (guint line = 200; line > 0; line--)
    ts_problem_list_add (problems, line, "problem %u", line);

  ts_problem_list_add (problems, 0, "everything");

  g_assert_cmpuint (ts_problem_list_get_n_found (problems), ==, 201);
  g_assert_cmpuint (ts_problem_list_get_n_kept (problems), ==, TS_PROBLEM_LIST_MOST);
  g_assert_cmpstr (ts_problem_list_get (problems, 0), ==, "f.csv: everything");
  g_assert_cmpstr (ts_problem_list_get (problems, 1), ==, "f.csv:1: problem 1");
  g_assert_cmpstr (ts_problem_list_get (problems, 49), ==, "f.csv:49: problem 49");

  g_assert_false (ts_problem_list_set_error (problems, &error));
  g_assert_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "f.csv: 201 problems were found, so nothing was imported.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/good", test_good);
  g_test_add_func ("/csv/bad", test_bad);
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/buffer-edges", test_buffer_edges);
  g_test_add_func ("/csv/guard", test_guard);
  g_test_add_func ("/csv/round-trip", test_csv_round_trip);
  g_test_add_func ("/csv/no-formulas", test_csv_has_no_formulas);
  g_test_add_func ("/csv/any-bytes", test_any_bytes);
  g_test_add_func ("/json/round-trip", test_json_round_trip);
  g_test_add_func ("/table/empty", test_empty_tables);
  g_test_add_func ("/problem-list", test_problem_list);

  return g_test_run ();
}
