/* test-clock-time.c — times of a panel's day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-clock-time.h"
#include "core/ts-error.h"
#include "core/ts-round.h"

static void
test_valid (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
  } cases[] = {
    { "00:00", TRUE },
    { "09:30", TRUE },
    { "19:59", TRUE },
    { "23:59", TRUE },
    { "24:00", FALSE },
    { "30:00", FALSE },
    { "12:60", FALSE },
    { "12:99", FALSE },
    { "9:30", FALSE },
    { "09:3", FALSE },
    { "09.30", FALSE },
    { "0930", FALSE },
    { "09:30:00", FALSE },
    { " 9:30", FALSE },
    { "-1:30", FALSE },
    { "09:-1", FALSE },
    { "09:3é", FALSE },
    { "half", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (ts_clock_time_is_valid (cases[i].text), ==, cases[i].valid);
    }
}

/* What is kept, what somebody asks for, and what is kept then. */
static void
test_begins (void)
{
  static const struct
  {
    const char *kept;
    const char *wanted;
    const char *after;
    int refused; /* a TsRuleError, or -1 */
  } cases[] = {
    { NULL, "10:20", "10:20", -1 },
    { NULL, " 10:20\n", "10:20", -1 },
    { "10:20", "09:00", "09:00", -1 },
    { "10:20", "", NULL, -1 },
    { "10:20", "  ", NULL, -1 },
    { "10:20", NULL, NULL, -1 },
    { "10:20", "10:20", NULL, TS_RULE_ERROR_UNCHANGED },
    { NULL, "", NULL, TS_RULE_ERROR_UNCHANGED },
    { "10:20", "24:00", NULL, TS_RULE_ERROR_INVALID },
    { NULL, "ten", NULL, TS_RULE_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsRow) row = ts_panel_assessment_new ("panel", "assessment");
      g_autoptr (TsChange) change = NULL;
      g_autoptr (GError) error = NULL;

      ts_row_set_text (row, TS_PANEL_ASSESSMENT_BEGINS, cases[i].kept);
      change = ts_change_set_begins (row, cases[i].wanted, &error);
      g_test_message ("case %u", i);

      if (cases[i].refused >= 0)
        {
          g_assert_null (change);
          g_assert_error (error, TS_RULE_ERROR, cases[i].refused);
        }
      else
        {
          const TsRow *after = ts_change_get_row (change, 0)->after;

          g_assert_no_error (error);
          g_assert_cmpuint (ts_change_get_n_rows (change), ==, 1);
          g_assert_true (ts_change_get_row (change, 0)->before == row);
          g_assert_cmpstr (ts_row_get_text (after, TS_PANEL_ASSESSMENT_BEGINS), ==, cases[i].after);
          g_assert_cmpstr (ts_row_get_text (after, TS_PANEL_ASSESSMENT_PANEL), ==, "panel");
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/clock-time/valid", test_valid);
  g_test_add_func ("/core/clock-time/begins", test_begins);
  return g_test_run ();
}
