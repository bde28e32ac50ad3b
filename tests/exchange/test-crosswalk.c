/* test-crosswalk.c — crosswalk files: what is taken, and what each mistake is answered with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-framework-builder.h"
#include "exchange/ts-crosswalk-library.h"
#include "exchange/ts-crosswalk-reader.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-exchange-resource.h"
#include "exchange/ts-framework-library.h"

#include <string.h>

/* In each text that a case replaces occurs once. */
static const char good[] =
  "{ \"touchstone-crosswalk\": 1, \"from\": { \"id\": \"old\", \"edition\": \"1\" }, \"to\": { \"id\": \"new\", \"edition\": \"2\" },\n"
  "  \"entries\": [ { \"from\": \"1a\", \"to\": \"1a\", \"relation\": \"unchanged\" },\n"
  "    { \"from\": \"1b\", \"to\": \"1b\", \"relation\": \"changed\", \"note\": \"Reworded\" },\n"
  "    { \"from\": \"1c\", \"relation\": \"dropped\" }, { \"to\": \"1d\", \"relation\": \"new\" } ] }\n";

static TsFramework *
new_framework (const char *id,
               const char *edition,
               const char *last,
               const char *definition)
{
  static const char *const descriptors[] = { "Nothing.", "All.", NULL };
  g_autoptr (TsFrameworkBuilder) builder = ts_framework_builder_new (id, edition, "F", 2009, "made for tests", "free");
  TsScale *scale = ts_scale_new ("scale", TS_SCALE_LEVELS);

  ts_scale_add_level (scale, "1", "One", TS_MEANING_LOW);
  ts_scale_add_level (scale, "2", "Two", TS_MEANING_HIGH);
  ts_framework_builder_add_scale (builder, scale);
  ts_framework_builder_add_graded_section (builder, "s", "S", scale, TS_ROLL_UP_MINIMUM);
  ts_framework_builder_add_group (builder, "1", "One", NULL, NULL, NULL, NULL, NULL);
  ts_framework_builder_add_criterion (builder, "1a", "A", "Same", descriptors, "Show it");
  ts_framework_builder_add_criterion (builder, "1b", "B", definition, descriptors, "Show it");
  ts_framework_builder_add_criterion (builder, last, "C", "Same", descriptors, "Show it");

  return ts_framework_builder_end (builder);
}

static TsCrosswalk *
read_crosswalk (const char  *text,
                GError     **error)
{
  g_autoptr (TsFramework) from = new_framework ("old", "1", "1c", "Before");
  g_autoptr (TsFramework) to = new_framework ("new", "2", "1d", "After");

  return ts_crosswalk_reader_read ("c.json", text, strlen (text), from, to, error);
}

static void
test_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsCrosswalk) crosswalk = read_crosswalk (good, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ts_crosswalk_get_from (crosswalk), ==, "old");
  g_assert_cmpstr (ts_crosswalk_get_to (crosswalk), ==, "new");
  g_assert_cmpuint (ts_crosswalk_get_n_entries (crosswalk), ==, 4);
  g_assert_cmpstr (ts_crosswalk_find_to (crosswalk, "1b")->note, ==, "Reworded");
  g_assert_cmpint (ts_crosswalk_find_from (crosswalk, "1c")->relation, ==, TS_CROSSWALK_DROPPED);
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *find;
    const char *replacement;
    TsExchangeError code;
    const char *message; /* how it begins */
  } cases[] = {
    { "\"entries\": [", "\"entries\": [,", TS_EXCHANGE_ERROR_SYNTAX, "c.json:2:" },
    { "\"touchstone-crosswalk\": 1", "\"touchstone\": 1", TS_EXCHANGE_ERROR_INVALID, "c.json: $.touchstone-crosswalk: not a crosswalk file" },
    { "crosswalk\": 1", "crosswalk\": 2", TS_EXCHANGE_ERROR_INVALID, "c.json: $.touchstone-crosswalk: expected format 1, found 2" },
    { "\"edition\": \"2\"", "\"edition\": \"3\"", TS_EXCHANGE_ERROR_INVALID, "c.json: $.to: expected the framework “new”, edition “2”" },
    { "\"id\": \"old\"", "\"id\": \"older\"", TS_EXCHANGE_ERROR_INVALID, "c.json: $.from: expected the framework “old”, edition “1”" },
    { "\"relation\": \"dropped\"", "\"relation\": \"gone\"", TS_EXCHANGE_ERROR_INVALID, "c.json: $.entries[2].relation: expected “unchanged”" },
    { "\"from\": \"1c\"", "\"from\": \"1z\"", TS_EXCHANGE_ERROR_INVALID, "c.json: $.entries[2].from: the framework “old” has no criterion “1z”" },
    { "\"from\": \"1c\"", "\"from\": \"1b\"", TS_EXCHANGE_ERROR_INVALID, "c.json: $.entries[2]: expected a criterion that no other entry" },
    { "\"from\": \"1c\", ", "\"from\": \"1c\", \"to\": \"1d\", ", TS_EXCHANGE_ERROR_INVALID, "c.json: $.entries[2]: expected “to” alone" },
    { ", \"note\": \"Reworded\"", "", TS_EXCHANGE_ERROR_INVALID, "c.json: $.entries[1]: expected a “note”" },
    { "\"changed\", \"note\": \"Reworded\"", "\"unchanged\"", TS_EXCHANGE_ERROR_INVALID, "c.json: $.entries[1]: “1b” is said to be unchanged" },
    { "\"unchanged\"", "\"changed\", \"note\": \"x\"", TS_EXCHANGE_ERROR_INVALID, "c.json: $.entries[0]: “1a” is said to be changed" },
    { ", { \"to\": \"1d\", \"relation\": \"new\" }", "", TS_EXCHANGE_ERROR_INVALID, "c.json: $.entries: nothing is said of “1d” of the framework “new”" },
    { "{ \"from\": \"1c\", \"relation\": \"dropped\" }, ", "", TS_EXCHANGE_ERROR_INVALID, "c.json: $.entries: nothing is said of “1c”" },
    { "\"note\": \"Reworded\"", "\"note\": \"Reworded\", \"why\": \"\"", TS_EXCHANGE_ERROR_INVALID, "c.json: $.entries[1]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsCrosswalk) crosswalk = NULL;
      g_autofree char *text = NULL;
      const char *at = strstr (good, cases[i].find);

      g_assert_nonnull (at);
      text = g_strdup_printf ("%.*s%s%s", (int) (at - good), good, cases[i].replacement, at + strlen (cases[i].find));
      crosswalk = read_crosswalk (text, &error);
      g_assert_error (error, TS_EXCHANGE_ERROR, (int) cases[i].code);
      g_assert_null (crosswalk);

      if (!g_str_has_prefix (error->message, cases[i].message))
        g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* The reader checks coverage and wording; that it takes the built-in file is the proof. What was revised is known from the framework. */
static void
test_built_in (void)
{
  static const char *const revised[] = { "5c", "6a", "7b", "8c", "9c", "strategy", "finance", "board" };
  g_autoptr (GError) error = NULL;
  g_autoptr (TsFramework) from = ts_framework_library_get ("wcc-year-1", &error);
  g_autoptr (TsFramework) to = ts_framework_library_get ("wcc-year-2", &error);
  g_autoptr (GBytes) bytes = ts_exchange_resource_look_up ("/org/touchstone/crosswalks/wcc-year-1-to-wcc-year-2.json");
  g_autoptr (TsCrosswalk) crosswalk = NULL;
  guint n[TS_N_CROSSWALK_RELATIONS] = { 0 };

  g_assert_no_error (error);
  crosswalk = ts_crosswalk_reader_read ("c.json", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), from, to, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < ts_crosswalk_get_n_entries (crosswalk); i++)
    n[ts_crosswalk_get_entry (crosswalk, i)->relation]++;

  for (guint i = 0; i < G_N_ELEMENTS (revised); i++)
    {
      g_assert_cmpint (ts_crosswalk_find_to (crosswalk, revised[i])->relation, ==, TS_CROSSWALK_CHANGED);
      g_assert_nonnull (ts_crosswalk_find_to (crosswalk, revised[i])->note);
    }

  g_assert_cmpuint (n[TS_CROSSWALK_UNCHANGED], ==, 25);
  g_assert_cmpuint (n[TS_CROSSWALK_CHANGED], ==, G_N_ELEMENTS (revised));
  g_assert_cmpuint (n[TS_CROSSWALK_NEW], ==, 3 + 16);
  g_assert_cmpuint (n[TS_CROSSWALK_DROPPED], ==, 0);
}

static void
test_library (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsFramework) first = ts_framework_library_get ("wcc-year-1", &error);
  g_autoptr (TsFramework) second = ts_framework_library_get ("wcc-year-2", &error);
  g_autoptr (TsFramework) unknown = new_framework ("new", "2", "1d", "After");
  g_autoptr (TsCrosswalk) written = ts_crosswalk_library_get (first, second);
  g_autoptr (TsCrosswalk) same = ts_crosswalk_library_get (second, second);
  g_autoptr (TsCrosswalk) compared = ts_crosswalk_library_get (second, unknown);

  g_assert_no_error (error);
  g_assert_nonnull (ts_crosswalk_find_to (written, "5c")->note);
  g_assert_cmpint (ts_crosswalk_find_to (same, "5c")->relation, ==, TS_CROSSWALK_UNCHANGED);
  g_assert_cmpint (ts_crosswalk_find_to (compared, "1d")->relation, ==, TS_CROSSWALK_NEW);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/crosswalk/good", test_good);
  g_test_add_func ("/exchange/crosswalk/mistakes", test_mistakes);
  g_test_add_func ("/exchange/crosswalk/built-in", test_built_in);
  g_test_add_func ("/exchange/crosswalk/library", test_library);
  return g_test_run ();
}
