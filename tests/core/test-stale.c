/* test-stale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-stale.h"
#include "fixture.h"

static void
test_cases (void)
{
  static const struct
  {
    const char *period_from;
    const char *period_to;
    int year;
    const char *why; /* NULL: it is not stale */
  } cases[] = {
    { NULL, NULL, 2009, NULL },
    { "2007-04-01", NULL, 2009, NULL },
    { NULL, "2008-09-30", 2009, "Its period ended on 2008-09-30, before 2009/10 began." },
    { "2008-04-01", "2009-03-31", 2009, "Its period ended on 2009-03-31, before 2009/10 began." },
    { "2008-04-01", "2009-04-01", 2009, NULL },
    { "2009-04-01", "2014-03-31", 2009, NULL },
    { "2008-04-01", "2009-03-31", 2008, NULL },
    { "2000-04-01", "2001-03-31", 1999, NULL },
    { NULL, "2099-12-31", 2100, "Its period ended on 2099-12-31, before 2100/01 began." },
    /* From elsewhere: a day that does not exist, and a year that cannot be assessed. */
    { NULL, "2008-02-30", 2009, NULL },
    { NULL, "last spring", 2009, NULL },
    { NULL, "2008-09-30", 0, NULL },
    { NULL, "2008-09-30", 99999, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsRow) evidence = fixture_file_new ("evidence-1", "Paper");
      g_autofree char *why = NULL;

      ts_row_set_text (evidence, TS_EVIDENCE_PERIOD_FROM, cases[i].period_from);
      ts_row_set_text (evidence, TS_EVIDENCE_PERIOD_TO, cases[i].period_to);
      why = ts_evidence_explain_stale (evidence, cases[i].year);
      g_assert_cmpstr (why, ==, cases[i].why);
      g_assert_cmpint (ts_evidence_is_stale (evidence, cases[i].year), ==, cases[i].why != NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/stale/cases", test_cases);
  return g_test_run ();
}
