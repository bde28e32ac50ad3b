/* test-family-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-family-line.h"
#include "organisation-fixture.h"

/* Each line as "generation code<neighbours", with the organisation itself at 0. */
static const struct
{
  const char *links;
  const char *of;
  const char *line;
} lines[] = {
  { "", "A", "0 A" },
  { "A>B", "A", "0 A|1 B<A" },
  { "A>B", "B", "-1 A<B|0 B" },
  /* A merger and a split. */
  { "A>C B>C C>D C>E", "C", "-1 A<C|-1 B<C|0 C|1 D<C|1 E<C" },
  { "A>C B>C C>D C>E", "A", "0 A|1 C<A|2 D<C|2 E<C" },
  { "A>C B>C C>D C>E", "E", "-2 A<C|-2 B<C|-1 C<E|0 E" },
  /* Two ways that meet again: both are told. */
  { "A>B A>C B>D C>D", "A", "0 A|1 B<A|1 C<A|2 D<BC" },
  { "A>B A>C B>D C>D", "D", "-2 A<BC|-1 B<D|-1 C<D|0 D" },
  /* The shorter of two ways counts. */
  { "A>B B>C A>C", "A", "0 A|1 B<A|1 C<A" },
  /* What comes back to itself, as only a damaged or hostile file has it. */
  { "A>A", "A", "0 A" },
  { "A>B B>A", "A", "-1 B<A|0 A|1 B<A" },
  { "A>B B>C C>A", "B", "-2 C<A|-1 A<B|0 B|1 C<B|2 A<C" },
  { "X>Y Y>X X>A", "A", "-2 Y<X|-1 X<A|0 A" },
  /* What there is not. */
  { "A>Q Q>A", "A", "0 A" },
};

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
describe (const TsFamilyLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ts_family_line_get_n (line); i++)
    {
      const TsFamilyMember *member = ts_family_line_get (line, i);
      g_autoptr (GPtrArray) codes = g_ptr_array_new ();

      g_string_append_printf (text, "%s%d %s%s", i > 0 ? "|" : "", member->generation,
                              ts_row_get_text (member->life->organisation, TS_ORGANISATION_CODE), member->neighbours->len > 0 ? "<" : "");

      for (guint j = 0; j < member->neighbours->len; j++)
        {
          const TsOrganisationLife *neighbour = g_ptr_array_index (member->neighbours, j);

          g_ptr_array_add (codes, (gpointer) ts_row_get_id (neighbour->organisation));
        }

      g_ptr_array_sort (codes, compare_codes);

      for (guint j = 0; j < codes->len; j++)
        g_string_append (text, g_ptr_array_index (codes, j));
    }

  return g_string_free (text, FALSE);
}

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GPtrArray) rows = organisation_fixture_new ("A B C D E X Y");
      g_autoptr (TsOrganisationIndex) index = NULL;
      g_autoptr (TsFamilyLine) line = NULL;
      g_autofree char *told = NULL;

      organisation_fixture_follow (rows, lines[i].links);
      index = ts_organisation_index_new (rows);
      line = ts_family_line_new (index, lines[i].of);
      told = describe (line);
      g_assert_cmpstr (told, ==, lines[i].line);
    }
}

static void
test_span (void)
{
  g_autoptr (GPtrArray) rows = organisation_fixture_new ("A B C D");
  g_autoptr (TsOrganisationIndex) index = NULL;
  g_autoptr (TsFamilyLine) line = NULL;
  g_autoptr (TsFamilyLine) none = NULL;
  int first;
  int last;

  organisation_fixture_follow (rows, "A>B B>C C>D");
  index = ts_organisation_index_new (rows);
  line = ts_family_line_new (index, "C");
  ts_family_line_get_span (line, &first, &last);
  g_assert_cmpint (first, ==, -2);
  g_assert_cmpint (last, ==, 1);

  none = ts_family_line_new (index, "nobody");
  ts_family_line_get_span (none, &first, &last);
  g_assert_cmpuint (ts_family_line_get_n (none), ==, 0);
  g_assert_cmpint (first, ==, 0);
  g_assert_cmpint (last, ==, 0);
}

/* Of the same generation, who opened first stands first; where that is not known, before all. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) rows = organisation_fixture_new ("A B C D");
  g_autoptr (TsOrganisationIndex) index = NULL;
  g_autoptr (TsFamilyLine) line = NULL;
  g_autofree char *told = NULL;

  organisation_fixture_dates (rows, "B", "2002-04-01", NULL);
  organisation_fixture_dates (rows, "C", "2001-04-01", NULL);
  organisation_fixture_follow (rows, "A>B A>C A>D");
  index = ts_organisation_index_new (rows);
  line = ts_family_line_new (index, "A");
  told = describe (line);
  g_assert_cmpstr (told, ==, "0 A|1 D<A|1 C<A|1 B<A");
}

/* A line of thousands is walked without recursion. */
static void
test_long (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_autoptr (TsOrganisationIndex) index = NULL;
  g_autoptr (TsFamilyLine) line = NULL;
  int first;
  int last;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *code = g_strdup_printf ("N%u", i);
      g_autofree char *link = g_strdup_printf ("N%u>N%u", i, i + 1);
      TsRow *row = ts_row_new (TS_ENTITY_ORGANISATION, code);

      ts_row_set_text (row, TS_ORGANISATION_CODE, code);
      ts_row_set_text (row, TS_ORGANISATION_KIND, "pct");
      g_ptr_array_add (rows, row);
      organisation_fixture_follow (rows, link);
    }

  index = ts_organisation_index_new (rows);
  line = ts_family_line_new (index, "N10000");
  ts_family_line_get_span (line, &first, &last);
  g_assert_cmpint (first, ==, -10000);
  g_assert_cmpint (last, ==, 9999);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/family-line/lines", test_lines);
  g_test_add_func ("/family-line/span", test_span);
  g_test_add_func ("/family-line/order", test_order);
  g_test_add_func ("/family-line/long", test_long);

  return g_test_run ();
}
