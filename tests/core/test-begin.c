/* test-begin.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-begin.h"
#include "core/ts-error.h"
#include "core/ts-rate.h"
#include "core/ts-year.h"
#include "fixture.h"

#include <string.h>

#define THIRTY_TWO "12345678901234567890123456789012"

static void
test_codes (void)
{
  static const struct
  {
    const char *code;
    gboolean valid;
  } cases[] = {
    { "5N2", TRUE },
    { "Q30", TRUE },
    { "a", TRUE },
    { "X-1_b.c", TRUE },
    { THIRTY_TWO, TRUE },
    { THIRTY_TWO "3", FALSE },
    { "", FALSE },
    { " ", FALSE },
    { "5 N2", FALSE },
    { "5N2 ", FALSE },
    { "5N2\n", FALSE },
    { "5N2;5N3", FALSE },
    { "5N2,", FALSE },
    { "../5N2", FALSE },
    { "5N/2", FALSE },
    { "=5N2", FALSE },
    { "é", FALSE },
    { "٥", FALSE },
    { "\xff", FALSE },
    { "\x7f", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (ts_organisation_code_is_valid (cases[i].code) != cases[i].valid)
        g_error ("the code “%s” was %s", cases[i].code, cases[i].valid ? "refused" : "taken");
    }
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *kind;
    gboolean valid;
  } cases[] = {
    { "pct", TRUE },
    { "area-team", TRUE },
    { "icb2022", TRUE },
    { "x", TRUE },
    { THIRTY_TWO, TRUE },
    { THIRTY_TWO "3", FALSE },
    { "", FALSE },
    { "PCT", FALSE },
    { "pcT", FALSE },
    { "area team", FALSE },
    { "area_team", FALSE },
    { "area.team", FALSE },
    { "pct ", FALSE },
    { "é", FALSE },
    { "\xff", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (ts_organisation_kind_is_valid (cases[i].kind) != cases[i].valid)
        g_error ("the kind “%s” was %s", cases[i].kind, cases[i].valid ? "refused" : "taken");
    }
}

/* Every byte, for codes and kinds, against the words in their documentation. */
static void
test_every_byte (void)
{
  for (int byte = 1; byte < 256; byte++)
    {
      const char text[] = { (char) byte, '\0' };
      gboolean digit = byte >= '0' && byte <= '9';
      gboolean small = byte >= 'a' && byte <= 'z';
      gboolean capital = byte >= 'A' && byte <= 'Z';

      g_assert_cmpint (ts_organisation_code_is_valid (text), ==,
                       digit || small || capital || byte == '-' || byte == '_' || byte == '.');
      g_assert_cmpint (ts_organisation_kind_is_valid (text), ==, digit || small || byte == '-');
    }
}

static void
test_kind_titles (void)
{
  static const char stranger[] = "integrated-care-board";

  g_assert_cmpstr (ts_organisation_kind_get_title ("pct"), ==, "Primary care trust");
  g_assert_cmpstr (ts_organisation_kind_get_title ("area-team"), ==, "Area team");
  g_assert_true (ts_organisation_kind_get_title (stranger) == stranger);
}

static void
test_organisation (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) row = ts_organisation_new ("organisation-1", "5N2", "pct", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ts_row_get_id (row), ==, "organisation-1");
  g_assert_cmpint (ts_row_find_missing_field (row), ==, -1);
  fixture_assert_row_json (row, "{\"code\":\"5N2\",\"kind\":\"pct\"}");

  g_assert_null (ts_organisation_new ("organisation-1", "5N 2", "pct", &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "“5N 2”"));
  g_clear_error (&error);

  g_assert_null (ts_organisation_new ("organisation-1", "5N2", "PCT", &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "“PCT”"));
}

static void
test_organisation_name (void)
{
  static const char *const refused[] = { "", "  ", "a\nb", "a\tb", "\x1b", "\xff", "a\u2028b" };
  g_autoptr (TsRow) organisation = ts_organisation_new ("organisation-1", "5N2", "pct", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) always = ts_organisation_name_new (organisation, "Northmoor", NULL, &error);
  g_autoptr (TsRow) same = ts_organisation_name_new (organisation, "Northmoor", NULL, &error);
  g_autoptr (TsRow) later = ts_organisation_name_new (organisation, "Northmoor", "2009-04-01", &error);

  g_assert_no_error (error);
  g_assert_cmpint (ts_row_find_missing_field (always), ==, -1);
  g_assert_true (g_uuid_string_is_valid (ts_row_get_id (always)));
  g_assert_true (ts_row_equal (always, same));
  g_assert_cmpstr (ts_row_get_id (always), !=, ts_row_get_id (later));
  fixture_assert_row_json (always, "{\"organisation\":\"organisation-1\",\"name\":\"Northmoor\"}");
  fixture_assert_row_json (later,
                           "{\"organisation\":\"organisation-1\",\"name\":\"Northmoor\",\"valid_from\":\"2009-04-01\"}");

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_null (ts_organisation_name_new (organisation, refused[i], NULL, &error));
      g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
      g_clear_error (&error);
    }
}

static void
test_framework_row (void)
{
  g_autoptr (TsRow) row = ts_framework_row_new ("small", "first", "Small", "{}");
  g_autoptr (TsRow) same = ts_framework_row_new ("small", "first", "Small", "{}");
  g_autoptr (TsRow) other_content = ts_framework_row_new ("small", "first", "Small", "{ }");
  g_autoptr (TsRow) other_edition = ts_framework_row_new ("small", "second", "Small", "{}");

  g_assert_cmpint (ts_row_find_missing_field (row), ==, -1);
  g_assert_true (ts_row_equal (row, same));
  g_assert_cmpstr (ts_row_get_id (row), !=, ts_row_get_id (other_content));
  g_assert_cmpstr (ts_row_get_id (row), !=, ts_row_get_id (other_edition));
  fixture_assert_row_json (row, "{\"code\":\"small\",\"edition\":\"first\",\"title\":\"Small\",\"content\":\"{}\"}");
}

static void
test_assessment (void)
{
  static const int years[] = { TS_YEAR_FIRST, 2008, 2009, TS_YEAR_LAST };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TsRow) organisation = ts_organisation_new ("organisation-1", "5N2", "pct", NULL);
  g_autoptr (TsRow) framework = ts_framework_row_new ("small", "first", "Small", "{}");

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (TsRow) row = ts_assessment_new (organisation, framework, years[i]);
      g_autoptr (TsRow) same = ts_assessment_new (organisation, framework, years[i]);

      g_assert_cmpint (ts_row_find_missing_field (row), ==, -1);
      g_assert_true (ts_row_equal (row, same));
      g_assert_cmpint (ts_row_get_integer (row, TS_ASSESSMENT_YEAR), ==, years[i]);
      g_assert_cmpstr (ts_row_get_text (row, TS_ASSESSMENT_ORGANISATION), ==, "organisation-1");
      g_assert_cmpstr (ts_row_get_text (row, TS_ASSESSMENT_FRAMEWORK), ==, ts_row_get_id (framework));
      g_assert_true (g_hash_table_add (seen, g_strdup (ts_row_get_id (row))));

      for (TsLayer layer = 0; layer < TS_N_LAYERS; layer++)
        g_assert_true (ts_assessment_check_unlocked (row, layer, NULL));
    }

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*TS_YEAR_FIRST*");
  g_assert_null (ts_assessment_new (organisation, framework, TS_YEAR_FIRST - 1));
  g_test_assert_expected_messages ();
}

/* Whatever is new comes first what is referred to, and all of it is one change. */
static void
test_begin (void)
{
  g_autoptr (TsRow) organisation = ts_organisation_new ("organisation-1", "5N2", "pct", NULL);
  g_autoptr (TsRow) name = ts_organisation_name_new (organisation, "Northmoor", NULL, NULL);
  g_autoptr (TsRow) framework = ts_framework_row_new ("small", "first", "Small", "{}");
  g_autoptr (TsRow) assessment = ts_assessment_new (organisation, framework, 2009);

  for (guint mask = 0; mask < 8; mask++)
    {
      g_autoptr (TsChange) change =
        ts_change_begin_assessment (mask & 1 ? organisation : NULL, mask & 2 ? name : NULL, mask & 4 ? framework : NULL,
                                    assessment, "Northmoor");
      guint n_rows = ts_change_get_n_rows (change);

      g_assert_cmpstr (ts_change_get_label (change), ==, "Begin Northmoor, 2009/10");
      g_assert_cmpuint (n_rows, ==, 1 + (mask & 1) + ((mask >> 1) & 1) + (mask >> 2));
      g_assert_cmpint (ts_change_touches (change, TS_ENTITY_ORGANISATION), ==, (mask & 1) != 0);
      g_assert_cmpint (ts_change_touches (change, TS_ENTITY_ORGANISATION_NAME), ==, (mask & 2) != 0);
      g_assert_cmpint (ts_change_touches (change, TS_ENTITY_FRAMEWORK), ==, (mask & 4) != 0);
      g_assert_true (ts_change_get_row (change, n_rows - 1)->after == assessment);

      for (guint i = 0; i < n_rows; i++)
        {
          g_assert_null (ts_change_get_row (change, i)->before);

          if (i > 0)
            g_assert_cmpint (ts_row_get_entity (ts_change_get_row (change, i - 1)->after), <,
                             ts_row_get_entity (ts_change_get_row (change, i)->after));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/begin/codes", test_codes);
  g_test_add_func ("/core/begin/kinds", test_kinds);
  g_test_add_func ("/core/begin/every-byte", test_every_byte);
  g_test_add_func ("/core/begin/kind-titles", test_kind_titles);
  g_test_add_func ("/core/begin/organisation", test_organisation);
  g_test_add_func ("/core/begin/organisation-name", test_organisation_name);
  g_test_add_func ("/core/begin/framework-row", test_framework_row);
  g_test_add_func ("/core/begin/assessment", test_assessment);
  g_test_add_func ("/core/begin/begin", test_begin);
  return g_test_run ();
}
