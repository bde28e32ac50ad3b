/* test-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-row.h"
#include "fixture.h"

#include <string.h>

/* --- A reader of the JSON that rows write, strict about everything that JSON leaves open --------------------------- */

static void
expect (const char **at,
        char         character)
{
  g_assert_cmpint (**at, ==, character);
  (*at)++;
}

static char *
read_string (const char **at)
{
  GString *text = g_string_new (NULL);

  expect (at, '"');

  while (**at != '"')
    {
      g_assert_cmpuint ((guchar) * *at, >=, 0x20);

      if (**at != '\\')
        {
          g_string_append_c (text, *(*at)++);
          continue;
        }

      (*at)++;

      if (**at == '"' || **at == '\\')
        {
          g_string_append_c (text, *(*at)++);
        }
      else
        {
          char digits[5] = { 0 };
          guint64 byte;

          expect (at, 'u');
          memcpy (digits, *at, 4);
          g_assert_true (g_ascii_string_to_unsigned (digits, 16, 1, 0x1f, &byte, NULL));
          g_string_append_c (text, (char) byte);
          *at += 4;
        }
    }

  expect (at, '"');

  return g_string_free (text, FALSE);
}

static TsRow *
read_row (TsEntity    entity,
          const char *id,
          const char *json)
{
  const TsField *fields = ts_entity_get_fields (entity, NULL);
  TsRow *row = ts_row_new (entity, id);
  const char *at = json;
  int last = -1;

  expect (&at, '{');

  while (*at != '}')
    {
      g_autofree char *name = NULL;
      int field;

      if (last >= 0)
        expect (&at, ',');

      name = read_string (&at);
      field = ts_entity_find_field (entity, name);
      g_assert_cmpint (field, >, last);
      last = field;
      expect (&at, ':');

      if (fields[field].type == TS_FIELD_TEXT)
        {
          g_autofree char *text = read_string (&at);

          ts_row_set_text (row, field, text);
        }
      else
        {
          char *end;

          g_assert_true (*at == '-' || g_ascii_isdigit (*at));

          if (fields[field].type == TS_FIELD_REAL)
            ts_row_set_real (row, field, g_ascii_strtod (at, &end));
          else
            ts_row_set_integer (row, field, g_ascii_strtoll (at, &end, 10));

          at = end;
        }
    }

  expect (&at, '}');
  g_assert_cmpint (*at, ==, '\0');

  return row;
}

/* --- Rows of all sorts --------------------------------------------------------------------------------------------- */

static char *
random_text (void)
{
  static const gunichar characters[] = {
    'a',
    'b',
    '"',
    '\\',
    '/',
    '\n',
    '\t',
    '\r',
    0x01,
    0x1f,
    0x7f,
    0x85,
    0xe9,
    0x2028,
    0x20ac,
    0x5d0,
    0xfffd,
    0x1f469,
  };
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
    g_string_append_unichar (text, characters[g_test_rand_int_range (0, G_N_ELEMENTS (characters))]);

  return g_string_free (text, FALSE);
}

static gint64
random_integer (void)
{
  static const gint64 integers[] = { 0, 1, -1, 4, 2009, G_MAXINT32, G_MININT32, G_MAXINT64, G_MININT64 };

  return integers[g_test_rand_int_range (0, G_N_ELEMENTS (integers))];
}

static void
set_random_value (TsRow       *row,
                  guint        field,
                  TsFieldType  type)
{
  g_autofree char *text = random_text ();

  if (type == TS_FIELD_TEXT)
    ts_row_set_text (row, field, text);
  else if (type == TS_FIELD_REAL)
    ts_row_set_real (row, field, g_test_rand_double_range (-1e12, 1e12));
  else
    ts_row_set_integer (row, field, random_integer ());
}

static TsRow *
random_row (TsEntity entity)
{
  TsRow *row = ts_row_new (entity, "row-1");
  guint n_fields;
  const TsField *fields = ts_entity_get_fields (entity, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (g_test_rand_bit ())
        set_random_value (row, i, fields[i].type);
    }

  return row;
}

static void
test_json_round_trip (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (TsRow) row = random_row (round % TS_N_ENTITIES);
      g_autofree char *json = fixture_row_to_json (row);
      g_autoptr (TsRow) again = read_row (ts_row_get_entity (row), "row-1", json);
      g_autofree char *json_again = fixture_row_to_json (again);

      g_assert_true (g_utf8_validate (json, -1, NULL));
      g_assert_true (ts_row_equal (row, again));
      g_assert_cmpstr (json, ==, json_again);
    }
}

static void
test_equal_rows_have_equal_json (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (TsRow) row = random_row (round % TS_N_ENTITIES);
      g_autoptr (TsRow) copy = ts_row_copy (row);
      g_autofree char *json = fixture_row_to_json (row);
      g_autofree char *copied_json = fixture_row_to_json (copy);
      g_autofree char *changed_json = NULL;
      guint n_fields;
      const TsField *fields = ts_entity_get_fields (ts_row_get_entity (row), &n_fields);
      guint changed = g_test_rand_int_range (0, n_fields);

      g_assert_true (ts_row_equal (row, copy));
      g_assert_cmpstr (json, ==, copied_json);

      if (g_test_rand_bit ())
        ts_row_clear (copy, changed);
      else
        set_random_value (copy, changed, fields[changed].type);

      changed_json = fixture_row_to_json (copy);
      g_assert_cmpint (ts_row_equal (row, copy), ==, g_str_equal (json, changed_json));
    }
}

static void
test_json_is_canonical (void)
{
  g_autoptr (TsRow) row = ts_row_new (TS_ENTITY_RATING, "row-1");

  fixture_assert_row_json (row, "{}");

  /* Set from the last field to the first: the order of the table is what counts. */
  ts_row_set_text (row, TS_RATING_RATIONALE, "“a”\t\"b\"\\\n/\177é");
  ts_row_set_integer (row, TS_RATING_LEVEL, 3);
  ts_row_set_text (row, TS_RATING_ASSESSOR, "");
  ts_row_set_text (row, TS_RATING_NODE, "5b");
  fixture_assert_row_json (row,
                           "{\"node\":\"5b\",\"assessor\":\"\",\"level\":3,"
                           "\"rationale\":\"“a”\\u0009\\\"b\\\"\\\\\\u000a/\177é\"}");

  ts_row_clear (row, TS_RATING_RATIONALE);
  ts_row_set_integer (row, TS_RATING_LEVEL, G_MININT64);
  fixture_assert_row_json (row, "{\"node\":\"5b\",\"assessor\":\"\",\"level\":-9223372036854775808}");
}

static void
test_values (void)
{
  g_autoptr (TsRow) row = ts_row_new (TS_ENTITY_RATING, "row-1");

  g_assert_cmpint (ts_row_get_entity (row), ==, TS_ENTITY_RATING);
  g_assert_cmpstr (ts_row_get_id (row), ==, "row-1");
  g_assert_false (ts_row_has (row, TS_RATING_RATIONALE));
  g_assert_null (ts_row_get_text (row, TS_RATING_RATIONALE));
  g_assert_false (ts_row_has (row, TS_RATING_LEVEL));
  g_assert_cmpint (ts_row_get_integer (row, TS_RATING_LEVEL), ==, 0);

  /* An empty text and a zero are values. */
  ts_row_set_text (row, TS_RATING_RATIONALE, "");
  ts_row_set_integer (row, TS_RATING_LEVEL, 0);
  g_assert_true (ts_row_has (row, TS_RATING_RATIONALE));
  g_assert_cmpstr (ts_row_get_text (row, TS_RATING_RATIONALE), ==, "");
  g_assert_true (ts_row_has (row, TS_RATING_LEVEL));

  ts_row_set_text (row, TS_RATING_RATIONALE, "because");
  ts_row_set_text (row, TS_RATING_RATIONALE, ts_row_get_text (row, TS_RATING_RATIONALE) + 2);
  g_assert_cmpstr (ts_row_get_text (row, TS_RATING_RATIONALE), ==, "cause");

  ts_row_set_text (row, TS_RATING_RATIONALE, NULL);
  ts_row_clear (row, TS_RATING_LEVEL);
  ts_row_clear (row, TS_RATING_LEVEL);
  g_assert_false (ts_row_has (row, TS_RATING_RATIONALE));
  g_assert_false (ts_row_has (row, TS_RATING_LEVEL));
}

static void
test_copy_is_its_own (void)
{
  g_autoptr (TsRow) row = fixture_file_new ("row-1", "Plan");
  g_autoptr (TsRow) copy = ts_row_copy (row);

  ts_row_set_text (copy, TS_EVIDENCE_TITLE, "Another");
  g_assert_cmpstr (ts_row_get_text (row, TS_EVIDENCE_TITLE), ==, "Plan");
  g_assert_false (ts_row_equal (row, copy));

  ts_row_set_text (copy, TS_EVIDENCE_TITLE, "Plan");
  g_assert_true (ts_row_equal (row, copy));
}

static void
test_equal (void)
{
  g_autoptr (TsRow) row = ts_row_new (TS_ENTITY_RATING, "row-1");
  g_autoptr (TsRow) same = ts_row_new (TS_ENTITY_RATING, "row-1");
  g_autoptr (TsRow) other_id = ts_row_new (TS_ENTITY_RATING, "row-2");
  g_autoptr (TsRow) other_entity = ts_row_new (TS_ENTITY_TARGET, "row-1");

  g_assert_true (ts_row_equal (NULL, NULL));
  g_assert_false (ts_row_equal (row, NULL));
  g_assert_false (ts_row_equal (NULL, row));
  g_assert_true (ts_row_equal (row, row));
  g_assert_true (ts_row_equal (row, same));
  g_assert_false (ts_row_equal (row, other_id));
  g_assert_false (ts_row_equal (row, other_entity));

  ts_row_set_text (same, TS_RATING_RATIONALE, "");
  g_assert_false (ts_row_equal (row, same));
}

static void
test_missing_field (void)
{
  g_autoptr (TsRow) row = ts_row_new (TS_ENTITY_TARGET, "row-1");

  g_assert_cmpint (ts_row_find_missing_field (row), ==, TS_TARGET_ASSESSMENT);
  ts_row_set_text (row, TS_TARGET_ASSESSMENT, "");
  ts_row_set_integer (row, TS_TARGET_YEAR, 0);
  ts_row_set_integer (row, TS_TARGET_LEVEL, 0);
  g_assert_cmpint (ts_row_find_missing_field (row), ==, TS_TARGET_NODE);
  ts_row_set_text (row, TS_TARGET_NODE, "5b");
  g_assert_cmpint (ts_row_find_missing_field (row), ==, -1);
}

static void
test_optional_fields_are_not_missed (void)
{
  for (TsEntity entity = 0; entity < TS_N_ENTITIES; entity++)
    {
      g_autoptr (TsRow) row = ts_row_new (entity, "row-1");
      guint n_fields;
      const TsField *fields = ts_entity_get_fields (entity, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        {
          if (fields[i].required)
            set_random_value (row, i, fields[i].type);
        }

      g_assert_cmpint (ts_row_find_missing_field (row), ==, -1);
    }
}

static void
test_wrong_type_is_refused (void)
{
  g_autoptr (TsRow) row = ts_row_new (TS_ENTITY_RATING, "row-1");

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*TS_FIELD_TEXT*");
  ts_row_set_text (row, TS_RATING_LEVEL, "3");
  g_test_assert_expected_messages ();

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*TS_FIELD_INTEGER*");
  ts_row_set_integer (row, TS_RATING_NODE, 5);
  g_test_assert_expected_messages ();

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*n_fields*");
  ts_row_set_text (row, TS_RATING_N_FIELDS, "3");
  g_test_assert_expected_messages ();

  fixture_assert_row_json (row, "{}");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/row/json-round-trip", test_json_round_trip);
  g_test_add_func ("/core/row/equal-rows-have-equal-json", test_equal_rows_have_equal_json);
  g_test_add_func ("/core/row/json-is-canonical", test_json_is_canonical);
  g_test_add_func ("/core/row/values", test_values);
  g_test_add_func ("/core/row/copy-is-its-own", test_copy_is_its_own);
  g_test_add_func ("/core/row/equal", test_equal);
  g_test_add_func ("/core/row/missing-field", test_missing_field);
  g_test_add_func ("/core/row/optional-fields-are-not-missed", test_optional_fields_are_not_missed);
  g_test_add_func ("/core/row/wrong-type-is-refused", test_wrong_type_is_refused);
  return g_test_run ();
}
