/* test-report-section.c — what parts of a report are called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-report-section.h"

static void
test_round_trip (void)
{
  for (guint i = 1; i <= TS_REPORT_SECTION_N_RECOMMENDATIONS; i++)
    {
      g_autofree char *section = ts_report_section_recommendation (i);

      g_assert_cmpuint (ts_report_section_get_recommendation (section), ==, i);
      g_assert_null (ts_report_section_get_commentary (section));
    }

  g_autofree char *commentary = ts_report_section_commentary ("5");
  g_autofree char *difference = ts_report_section_difference ("5b");

  g_assert_cmpstr (ts_report_section_get_commentary (commentary), ==, "5");
  g_assert_cmpstr (ts_report_section_get_difference (difference), ==, "5b");
  g_assert_null (ts_report_section_get_difference (commentary));
}

static void
test_others (void)
{
  const char *const none[] = { NULL, "", "impression", "recommendation/", "recommendation/0", "recommendation/4", "recommendation/12", "commentary/" };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_assert_cmpuint (ts_report_section_get_recommendation (none[i]), ==, 0);
      g_assert_null (ts_report_section_get_commentary (none[i]));
      g_assert_null (ts_report_section_get_difference (none[i]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-section/round-trip", test_round_trip);
  g_test_add_func ("/report-section/others", test_others);

  return g_test_run ();
}
