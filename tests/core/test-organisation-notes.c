/* test-organisation-notes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-organisation-notes.h"
#include "organisation-fixture.h"

/* Names as "name from to", parents as "parent from to", between them ";" and "-" for no day. */
static const struct
{
  const char *names;
  const char *parents;
  const char *closed;
  const char *successors;
  const char *stage; /* of an assessment, or NULL for none */
  const char *notes;
} cases[] = {
  { "One - -", "", NULL, "", NULL, "" },
  { "", "", NULL, "", NULL, "" },
  { "One - 2006-09-30;Two 2006-10-01 -", "", NULL, "", NULL, "" },
  { "One - 2006-09-30;Two 2006-10-05 -", "", NULL, "", NULL,
    "Between 2006-09-30 and 2006-10-05 it has no name of its own: the one before goes on." },
  { "One - 2006-10-01;Two 2006-10-01 -", "", NULL, "", NULL, "On some days it is called both “One” and “Two”." },
  { "One - -;Two 2006-10-01 -", "", NULL, "", NULL, "On some days it is called both “One” and “Two”." },
  { "One - -", "P - -;Q 2006-10-01 -", NULL, "", NULL, "On some days it is part of both P and Q." },
  { "One - -", "P - 2006-09-30;Q 2006-10-01 -", NULL, "", NULL, "" },
  { "One - -", "P - 2006-10-01;Q 2006-10-01 -", NULL, "", NULL, "On some days it is part of both P and Q." },
  { "One - -", "", "2013-03-31", "", NULL, "" },
  { "One - -", "", "2013-03-31", "", "draft", "It is closed and has no successor, but 1 assessment of it is still a draft." },
  { "One - -", "", "2013-03-31", "", "submitted", "" },
  { "One - -", "", "2013-03-31", "A>Q", "draft", "" },
  { "One - -", "", NULL, "A>Q", NULL, "It has a successor, but it is not said when it closed." },
};

static const char *
day (const char *text)
{
  return g_str_equal (text, "-") ? "" : text;
}

static void
add (GPtrArray *rows,
     const char *list,
     void (*function) (GPtrArray *, const char *, const char *, const char *, const char *))
{
  g_auto (GStrv) entries = g_strsplit (list, ";", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (entries[i], " ", 3);

      if (g_strv_length (parts) == 3)
        function (rows, "A", parts[0], day (parts[1]), day (parts[2]));
    }
}

static void
assert_notes (GPtrArray  *rows,
              const char *expected)
{
  g_autoptr (TsOrganisationIndex) index = ts_organisation_index_new (rows);
  g_autoptr (GPtrArray) notes = ts_organisation_notes (index, "A");
  g_autofree char *told = NULL;

  g_ptr_array_add (notes, NULL);
  told = g_strjoinv ("\n", (char **) notes->pdata);
  g_assert_cmpstr (told, ==, expected);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = organisation_fixture_new ("A P Q");

      add (rows, cases[i].names, organisation_fixture_name);
      add (rows, cases[i].parents, organisation_fixture_parent);
      organisation_fixture_dates (rows, "A", NULL, cases[i].closed);
      organisation_fixture_follow (rows, cases[i].successors);

      if (cases[i].stage != NULL)
        {
          TsRow *assessment = ts_row_new (TS_ENTITY_ASSESSMENT, "assessment");

          ts_row_set_text (assessment, TS_ASSESSMENT_ORGANISATION, "A");
          ts_row_set_integer (assessment, TS_ASSESSMENT_YEAR, 2009);
          ts_row_set_text (assessment, TS_ASSESSMENT_STAGE, cases[i].stage);
          g_ptr_array_add (rows, assessment);
        }

      g_test_message ("case %u", i);
      assert_notes (rows, cases[i].notes);
    }
}

/* Who closed with it, or left it before, is not left behind. */
static void
test_children (void)
{
  g_autoptr (GPtrArray) rows = organisation_fixture_new ("A B C D E");

  organisation_fixture_name (rows, "A", "One", "", "");
  organisation_fixture_dates (rows, "A", NULL, "2013-03-31");
  organisation_fixture_dates (rows, "B", NULL, "2013-03-31");
  organisation_fixture_parent (rows, "B", "A", "", "");
  organisation_fixture_parent (rows, "C", "A", "", "2013-03-31");
  assert_notes (rows, "");

  organisation_fixture_parent (rows, "D", "A", "", "");
  assert_notes (rows, "1 organisation is still part of it after it closed.");

  organisation_fixture_parent (rows, "E", "A", "", "2013-04-01");
  assert_notes (rows, "2 organisations are still part of it after it closed.");
}

/* However much overlaps, a few notes are enough. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) rows = organisation_fixture_new ("A");
  g_autoptr (TsOrganisationIndex) index = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  for (guint i = 0; i < 2000; i++)
    organisation_fixture_name (rows, "A", "Name", "", "");

  index = ts_organisation_index_new (rows);
  notes = ts_organisation_notes (index, "A");
  g_assert_cmpuint (notes->len, ==, 12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/organisation-notes/cases", test_cases);
  g_test_add_func ("/organisation-notes/children", test_children);
  g_test_add_func ("/organisation-notes/many", test_many);

  return g_test_run ();
}
