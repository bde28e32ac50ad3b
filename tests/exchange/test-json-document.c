/* test-json-document.c — what is read out of JSON
 *
 * What json-glib's own parser reads is what is expected. What is refused is in test-framework-reader.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-json-document.h"

#include "exchange/ts-exchange-error.h"

#include <string.h>

static void
assert_same (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) read = ts_json_document_read ("f.json", text, strlen (text), &error);

  g_assert_no_error (error);
  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);

  if (!json_node_equal (read, json_parser_get_root (parser)))
    g_error ("read otherwise: %s", text);
}

static void
test_same (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    " [ ] ",
    "\n{ }\n",
    "[[], {}, [[{}]]]",
    "[true, false, null]",
    "[0, -0, 1, -1, 9223372036854775807, -9223372036854775808]",
    "[0.5, -0.5, 1e3, 1E-3, 1.25e+2]",
    "[\"\", \"a\", \"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
    "[\"\\u0041\\u00e9\\u20ac\\ud83d\\ude00\\uDBFF\\uDFFF\", \"é€😀\"]",
    "{\"a\": 1, \"\": {\"a\": 2}, \"\\u0062\":[3]}",
    "{\"a\":1\r\n\t,\"b\" :\t2 }",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_same (texts[i]);
}

/* A number that json-glib would cut stays about what it is. */
static void
test_large_numbers (void)
{
  static const char text[] = "[9223372036854775808, -123456789012345678901234567890]";
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) read = ts_json_document_read ("f.json", text, strlen (text), &error);
  JsonArray *array;

  g_assert_no_error (error);
  array = json_node_get_array (read);
  g_assert_cmpfloat (json_array_get_double_element (array, 0), ==, 9223372036854775808.0);
  g_assert_cmpfloat (json_array_get_double_element (array, 1), ==, -123456789012345678901234567890.0);
}

static void
test_beyond_the_end (void)
{
  static const char text[] = "{\"a\": [12]}]\"";
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) read = ts_json_document_read ("f.json", text, strlen ("{\"a\": [12]}"), &error);

  g_assert_no_error (error);
  g_assert_cmpint (json_array_get_int_element (json_object_get_array_member (json_node_get_object (read), "a"), 0), ==, 12);
}

static void
test_twice (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "{\"a\": 1, \"a\": 1}", "f.json:1: the member “a” is given twice" },
    { "{\"a\": 1,\n\"b\": [{\"c\": {}},\n{\"c\": 1, \"\\u0063\": 2}]}", "f.json:3: the member “c” is given twice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ts_json_document_read ("f.json", cases[i].text, strlen (cases[i].text), &error));
      g_assert_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_SYNTAX);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* --- Documents by chance ------------------------------------------------------------------------------------------- */

static void
add_spaces (GRand   *random,
            GString *text)
{
  for (int i = g_rand_int_range (random, 0, 3); i > 0; i--)
    g_string_append_c (text, " \n\t\r"[g_rand_int_range (random, 0, 4)]);
}

static void
add_text (GRand   *random,
          GString *text)
{
  static const char *const parts[] = { "a", "Bc", " ", "\\n", "\\\"", "\\\\", "é", "\\u00e9", "\\ud83d\\ude00", "{", "]", ",", ":", "/" };

  g_string_append_c (text, '"');

  for (int i = g_rand_int_range (random, 0, 6); i > 0; i--)
    g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);

  g_string_append_c (text, '"');
}

static void
add_value (GRand   *random,
           GString *text,
           guint    depth)
{
  int kind = g_rand_int_range (random, depth == 0 ? 5 : 0, depth > 6 ? 5 : 7);
  int n = kind >= 5 ? g_rand_int_range (random, 0, 5) : 0;

  switch (kind)
    {
    case 0:
      add_text (random, text);
      return;

    case 1:
      g_string_append_printf (text, "%d", g_rand_int_range (random, -100000, 100000));
      return;

    case 2:
      g_string_append_printf (text, "%.3f", g_rand_int_range (random, -1000, 1000) / 8.0);
      return;

    case 3:
      g_string_append (text, g_rand_boolean (random) ? "true" : "false");
      return;

    case 4:
      g_string_append (text, "null");
      return;

    default:
      g_string_append_c (text, kind == 5 ? '[' : '{');
      break;
    }

  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');

      add_spaces (random, text);

      if (kind == 6)
        g_string_append_printf (text, "\"%d\"%s:", i, g_rand_boolean (random) ? " " : "");

      add_value (random, text, depth + 1);
      add_spaces (random, text);
    }

  g_string_append_c (text, kind == 5 ? ']' : '}');
}

static void
test_by_chance (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint turn = 0; turn < 2000; turn++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      add_value (random, text, 0);
      assert_same (text->str);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/json-document/same", test_same);
  g_test_add_func ("/exchange/json-document/large-numbers", test_large_numbers);
  g_test_add_func ("/exchange/json-document/beyond-the-end", test_beyond_the_end);
  g_test_add_func ("/exchange/json-document/twice", test_twice);
  g_test_add_func ("/exchange/json-document/by-chance", test_by_chance);

  return g_test_run ();
}
