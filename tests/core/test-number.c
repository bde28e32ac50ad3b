/* test-number.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-number.h"

#include <math.h>
#include <string.h>

static void
test_format (void)
{
  static const struct
  {
    double number;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 80.5, "80.5" },
    { 0.1, "0.1" },
    { -3, "-3" },
    { 1e12, "1000000000000" },
    { 1234567.25, "1234567.25" },
    { 0.00001, "1e-05" },
    { 0.1 + 0.2, "0.30000000000000004" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ts_number_format (cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      double number = (g_test_rand_double () - 0.5) * pow (10, g_test_rand_int_range (-8, 12));
      g_autofree char *text = ts_number_format (number);
      g_autoptr (GError) error = NULL;
      double parsed;

      ts_number_parse (text, &parsed, &error);
      g_assert_no_error (error);
      g_assert_true (parsed == number);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    double number;
  } cases[] = {
    { "0", 0 },
    { "80.5", 80.5 },
    { "-3", -3 },
    { "+3", 3 },
    { ".5", 0.5 },
    { "5.", 5 },
    { "1e-05", 1e-5 },
    { "1E3", 1000 },
    { "1000000000000", 1e12 },
    { "-1e12", -1e12 },
    { "007", 7 },
  };
  static const char *const wrong[] = {
    "",
    " ",
    "1,234",
    "1 234",
    " 1",
    "1 ",
    "1\n",
    "1%",
    "nan",
    "inf",
    "-inf",
    "0x10",
    "1e",
    "e5",
    ".",
    "-",
    "--1",
    "1.2.3",
    "80,5",
    "１２",
    "1e13",
    "1e999",
    "-1000000000001",
    "80.5 years",
    "−3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      double number;

      ts_number_parse (cases[i].text, &number, &error);
      g_assert_no_error (error);
      g_assert_true (number == cases[i].number);
    }

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      double number;

      g_test_message ("%s", wrong[i]);
      g_assert_false (ts_number_parse (wrong[i], &number, &error));
      g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
    }
}

/* No zero has a sign: files and screens would show it. */
static void
test_negative_zero (void)
{
  double number;

  g_assert_true (ts_number_parse ("-0", &number, NULL));
  g_assert_false (signbit (number));
}

static void
test_parse_typed (void)
{
  static const struct
  {
    const char *text;
    gboolean is_per_cent;
    gboolean has_number;
    double number;
  } cases[] = {
    { "80.5", FALSE, TRUE, 80.5 },
    { " 80.5\t", FALSE, TRUE, 80.5 },
    { "\u00a080.5\u00a0", FALSE, TRUE, 80.5 },
    { "1,234", FALSE, TRUE, 1234 },
    { "1,234,567.8", FALSE, TRUE, 1234567.8 },
    { "1 234 567", FALSE, TRUE, 1234567 },
    { "1\u00a0234", FALSE, TRUE, 1234 },
    { "1\u202f234", FALSE, TRUE, 1234 },
    { "1'234", FALSE, TRUE, 1234 },
    { "1\u2019234", FALSE, TRUE, 1234 },
    { "\u22123.5", FALSE, TRUE, -3.5 },
    { "-1,000", FALSE, TRUE, -1000 },
    { "30.5%", TRUE, TRUE, 30.5 },
    { "30.5 %", TRUE, TRUE, 30.5 },
    { "30.5\u00a0%", TRUE, TRUE, 30.5 },
    { "30.5", TRUE, TRUE, 30.5 },
    { "1.5E+3", FALSE, TRUE, 1500 },
    { "", FALSE, FALSE, 0 },
    { " \n", FALSE, FALSE, 0 },
    { "\u00a0", FALSE, FALSE, 0 },
  };
  static const struct
  {
    const char *text;
    const char *message;
  } wrong[] = {
    { "80,5", "“80,5” is not a number" },
    { "1,2345", "not a number" },
    { "1,23,456", "not a number" },
    { "1234,567", "not a number" },
    { "1,234 567", "not a number" },
    { "1,,234", "not a number" },
    { "1 234'567", "not a number" },
    { ",234", "not a number" },
    { "1.234,5", "not a number" },
    { "1.234.567", "not a number" },
    { "n/a", "“n/a” is not a number" },
    { "-", "“-” is not a number" },
    { "%", "“%” is not a number" },
    { "£5", "not a number" },
    { "(5)", "not a number" },
    { "nan", "not a number" },
    { "0x1F", "not a number" },
    { "=1+1", "not a number" },
    { "30%", "“30%” is a percentage" },
    { "1e13", "too large" },
    { "9,000,000,000,000", "too large" },
    { "a text that goes on for longer than anybody wants to read again", "“a text that goes on for longer…” is not" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean has_number;
      double number = 0;

      g_test_message ("%s", cases[i].text);
      ts_number_parse_typed (cases[i].text, cases[i].is_per_cent, &has_number, &number, &error);
      g_assert_no_error (error);
      g_assert_cmpint (has_number, ==, cases[i].has_number);
      g_assert_true (number == cases[i].number);
    }

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean has_number;
      double number;

      g_test_message ("%s", wrong[i].text);
      g_assert_false (ts_number_parse_typed (wrong[i].text, FALSE, &has_number, &number, &error));
      g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, wrong[i].message));
    }
}

/* Bytes from anywhere: whatever the clipboard brings. */
static void
test_parse_anything (void)
{
  static const char alphabet[] = "0123456789.,-+eE% '\xc2\xa0\xe2\x88\x92\xff\x01";

  for (guint i = 0; i < 20000; i++)
    {
      char text[24] = { 0 };
      gboolean has_number;
      double number = 0;

      for (guint j = 0; j < (guint) g_test_rand_int_range (0, 23); j++)
        text[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];

      if (ts_number_parse_typed (text, TRUE, &has_number, &number, NULL))
        g_assert_true (isfinite (number) && fabs (number) <= TS_NUMBER_LARGEST);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/number/format", test_format);
  g_test_add_func ("/number/round-trip", test_round_trip);
  g_test_add_func ("/number/parse", test_parse);
  g_test_add_func ("/number/negative-zero", test_negative_zero);
  g_test_add_func ("/number/parse-typed", test_parse_typed);
  g_test_add_func ("/number/parse-anything", test_parse_anything);

  return g_test_run ();
}
