/* test-organisation-name.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-begin.h"
#include "core/ts-organisation-name.h"

static void
add (GPtrArray  *names,
     const char *organisation_id,
     const char *name,
     const char *valid_from)
{
  g_autoptr (TsRow) organisation = ts_organisation_new (organisation_id, "5N2", "pct", NULL);

  g_ptr_array_add (names, ts_organisation_name_new (organisation, name, valid_from, NULL));
}

static void
test_on_a_day (void)
{
  static const struct
  {
    const char *day;
    const char *name;
  } cases[] = {
    { NULL, "Third" },
    { "2013-04-01", "Third" },
    { "9999-12-31", "Third" },
    { "2013-03-31", "Second" },
    { "2006-10-01", "Second" },
    { "2006-09-30", "First" },
    { "2002-04-01", "First" },
    { "1990-01-01", "First" },
  };
  static const struct
  {
    const char *name;
    const char *from;
  } names[] = {
    { "First", "2002-04-01" },
    { "Second", "2006-10-01" },
    { "Third", "2013-04-01" },
  };
  static const guint orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);

      add (rows, "organisation-2", "Neighbour", "2010-01-01");

      for (guint j = 0; j < 3; j++)
        add (rows, "organisation-1", names[orders[i][j]].name, names[orders[i][j]].from);

      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        g_assert_cmpstr (ts_organisation_name_on (rows, "organisation-1", cases[j].day), ==, cases[j].name);

      g_assert_cmpstr (ts_organisation_name_on (rows, "organisation-2", "2002-04-01"), ==, "Neighbour");
      g_assert_null (ts_organisation_name_on (rows, "organisation-3", NULL));
    }
}

static void
test_without_a_first_day (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);

  g_assert_null (ts_organisation_name_on (rows, "organisation-1", NULL));

  add (rows, "organisation-1", "Always", NULL);
  g_assert_cmpstr (ts_organisation_name_on (rows, "organisation-1", NULL), ==, "Always");
  g_assert_cmpstr (ts_organisation_name_on (rows, "organisation-1", "1948-07-05"), ==, "Always");

  add (rows, "organisation-1", "Since", "2009-04-01");
  g_assert_cmpstr (ts_organisation_name_on (rows, "organisation-1", "2009-03-31"), ==, "Always");
  g_assert_cmpstr (ts_organisation_name_on (rows, "organisation-1", "2009-04-01"), ==, "Since");
  g_assert_cmpstr (ts_organisation_name_on (rows, "organisation-1", NULL), ==, "Since");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/organisation-name/on-a-day", test_on_a_day);
  g_test_add_func ("/core/organisation-name/without-a-first-day", test_without_a_first_day);
  return g_test_run ();
}
