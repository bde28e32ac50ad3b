/* test-organisation-edit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "core/ts-organisation-edit.h"
#include "organisation-fixture.h"

#include <string.h>

#define ADD(...)       { .kind = TS_ORGANISATION_EDIT_ADD, __VA_ARGS__ }
#define OF(k, id, ...) { .kind = TS_ORGANISATION_EDIT_##k, .organisation_id = id, __VA_ARGS__ }
#define EDIT(k, ...) OF (k, "A", __VA_ARGS__)

/* A is "Alpha" from always and "Able" from 2008, part of P from 2006 and of Q from 2010; B was before it, C after it. */
static GPtrArray *
rows_new (void)
{
  GPtrArray *rows = organisation_fixture_new ("A B C D P Q R");

  organisation_fixture_dates (rows, "A", "2006-10-01", "");
  organisation_fixture_name (rows, "A", "Alpha", "", "2007-12-31");
  organisation_fixture_name (rows, "A", "Able", "2008-01-01", "");
  organisation_fixture_parent (rows, "A", "P", "2006-10-01", "2009-12-31");
  organisation_fixture_parent (rows, "A", "Q", "2010-01-01", "");
  organisation_fixture_parent (rows, "P", "R", "", "");
  organisation_fixture_parent (rows, "D", "A", "2009-01-01", "2009-12-31");
  organisation_fixture_follow (rows, "B>A A>C");

  return rows;
}

static void
append_days (GString     *text,
             const TsRow *row,
             guint        from)
{
  const char *first = ts_row_get_text (row, from);
  const char *last = ts_row_get_text (row, from + 1);

  g_string_append_printf (text, " %s..%s", first != NULL ? first : "", last != NULL ? last : "");
}

/* What is known of an organisation, in one line. */
static char *
describe (GPtrArray  *rows,
          const char *code)
{
  g_autoptr (TsOrganisationIndex) index = ts_organisation_index_new (rows);
  const TsOrganisationLife *life = ts_organisation_index_find_code (index, code);
  GString *text = g_string_new (NULL);

  if (life == NULL)
    return g_string_free (text, FALSE);

  g_string_append (text, ts_row_get_text (life->organisation, TS_ORGANISATION_KIND));
  append_days (text, life->organisation, TS_ORGANISATION_OPENED);

  for (guint i = 0; i < life->names->len; i++)
    {
      g_string_append_printf (text, "; %s", ts_row_get_text (g_ptr_array_index (life->names, i), TS_ORGANISATION_NAME_NAME));
      append_days (text, g_ptr_array_index (life->names, i), TS_ORGANISATION_NAME_VALID_FROM);
    }

  for (guint i = 0; i < life->parents->len; i++)
    {
      g_string_append_printf (text, "; in %s", ts_row_get_text (g_ptr_array_index (life->parents, i), TS_ORGANISATION_PARENT_PARENT));
      append_days (text, g_ptr_array_index (life->parents, i), TS_ORGANISATION_PARENT_VALID_FROM);
    }

  for (guint i = 0; i < life->successors->len; i++)
    g_string_append_printf (text, "; then %s", ts_row_get_text (g_ptr_array_index (life->successors, i), TS_ORGANISATION_SUCCESSOR_SUCCESSOR));

  for (guint i = 0; i < life->populations->len; i++)
    {
      const TsRow *row = g_ptr_array_index (life->populations, i);

      g_string_append_printf (text, "; %d: %d", (int) ts_row_get_integer (row, TS_ORGANISATION_POPULATION_YEAR),
                              (int) ts_row_get_integer (row, TS_ORGANISATION_POPULATION_POPULATION));
    }

  return g_string_free (text, FALSE);
}

#define DAYS    "pct 2006-10-01.."
#define NAMES   "; Alpha ..2007-12-31; Able 2008-01-01.."
#define PARENTS "; in P 2006-10-01..2009-12-31; in Q 2010-01-01.."
#define AFTER   "; then C"

static const struct
{
  TsOrganisationEdit edit;
  const char *label;
  const char *code;  /* which organisation is looked at */
  const char *after; /* what is known of it then */
} good[] = {
  { ADD (.code = "N", .organisation_kind = "ccg", .text = " New CCG "), "Add New CCG", "N", "ccg ..; New CCG .." },
  { ADD (.code = "N", .organisation_kind = "ccg", .text = "New CCG", .from = "2013-04-01"), "Add New CCG", "N",
    "ccg 2013-04-01..; New CCG 2013-04-01.." },
  { EDIT (KIND, .organisation_kind = "trust"), "Able: Primary care trust → Trust", "A", "trust 2006-10-01.." NAMES PARENTS AFTER },
  { EDIT (DATES, .from = "2006-10-01", .to = "2013-03-31"), "Able closed on 2013-03-31", "A",
    "pct 2006-10-01..2013-03-31" NAMES PARENTS AFTER },
  { EDIT (DATES, .to = "2013-03-31"), "Able closed on 2013-03-31", "A", "pct ..2013-03-31" NAMES PARENTS AFTER },
  { EDIT (DATES, .from = "2006-10-02"), "Able opened on 2006-10-02", "A", "pct 2006-10-02.." NAMES PARENTS AFTER },
  { EDIT (DATES, .from = ""), "It is not known when Able opened", "A", "pct .." NAMES PARENTS AFTER },
  /* A new name ends the one before; one between two ends where the next begins. */
  { EDIT (RENAME, .text = "Apex", .from = "2011-04-01"), "Able → Apex", "A",
    DAYS "; Alpha ..2007-12-31; Able 2008-01-01..2011-03-31; Apex 2011-04-01.." PARENTS AFTER },
  { EDIT (RENAME, .text = "Between", .from = "2007-03-01"), "Able → Between", "A",
    DAYS "; Alpha ..2007-02-28; Between 2007-03-01..2007-12-31; Able 2008-01-01.." PARENTS AFTER },
  { OF (RENAME, "B", .text = "Beta"), "B → Beta", "B", "pct ..; Beta ..; then A" },
  { EDIT (CORRECT_NAME, .row_id = "name-8", .text = "Ablest", .from = "2008-01-01"), "Correct the name “Able”", "A",
    DAYS "; Alpha ..2007-12-31; Ablest 2008-01-01.." PARENTS AFTER },
  { EDIT (CORRECT_NAME, .row_id = "name-8", .text = "Able"), "Correct the name “Able”", "A",
    DAYS "; Alpha ..2007-12-31; Able .." PARENTS AFTER },
  { EDIT (REMOVE_NAME, .row_id = "name-7"), "Remove the name “Alpha”", "A", DAYS "; Able 2008-01-01.." PARENTS AFTER },
  /* The same for what it is part of. */
  { EDIT (MOVE, .other_id = "R", .from = "2012-04-01"), "Able becomes part of R", "A",
    DAYS NAMES "; in P 2006-10-01..2009-12-31; in Q 2010-01-01..2012-03-31; in R 2012-04-01.." AFTER },
  { EDIT (MOVE, .other_id = "R", .from = "2008-04-01"), "Able becomes part of R", "A",
    DAYS NAMES "; in P 2006-10-01..2008-03-31; in R 2008-04-01..2009-12-31; in Q 2010-01-01.." AFTER },
  { OF (MOVE, "B", .other_id = "R"), "B becomes part of R", "B", "pct ..; in R ..; then A" },
  { EDIT (CORRECT_PARENT, .row_id = "A-in-Q", .other_id = "Q", .from = "2010-01-01", .to = "2013-03-31"),
    "Correct when Able is part of Q", "A", DAYS NAMES "; in P 2006-10-01..2009-12-31; in Q 2010-01-01..2013-03-31" AFTER },
  { EDIT (CORRECT_PARENT, .row_id = "A-in-Q", .other_id = "R", .from = "2010-01-01"),
    "Correct when Able is part of R", "A", DAYS NAMES "; in P 2006-10-01..2009-12-31; in R 2010-01-01.." AFTER },
  { EDIT (REMOVE_PARENT, .row_id = "A-in-P"), "Able was never part of P", "A", DAYS NAMES "; in Q 2010-01-01.." AFTER },
  /* D is part of A in 2009 only, so A can be part of D before and after. */
  { EDIT (MOVE, .other_id = "D", .from = "2010-06-01"), "Able becomes part of D", "A",
    DAYS NAMES "; in P 2006-10-01..2009-12-31; in Q 2010-01-01..2010-05-31; in D 2010-06-01.." AFTER },
  { EDIT (CORRECT_PARENT, .row_id = "A-in-P", .other_id = "D", .from = "2006-10-01", .to = "2008-12-31"),
    "Correct when Able is part of D", "A", DAYS NAMES "; in D 2006-10-01..2008-12-31; in Q 2010-01-01.." AFTER },
  { EDIT (ADD_SUCCESSOR, .other_id = "D"), "Able is followed by D", "D", "pct ..; in A 2009-01-01..2009-12-31" },
  { EDIT (REMOVE_SUCCESSOR, .other_id = "C"), "Able is not followed by C", "A", DAYS NAMES PARENTS },
  { EDIT (POPULATION, .year = 2009, .number = 249300), "Population of Able in 2009/10", "A", DAYS NAMES PARENTS AFTER "; 2009: 249300" },
  { EDIT (POPULATION, .year = 2009, .number = 0), "Population of Able in 2009/10", "A", DAYS NAMES PARENTS AFTER "; 2009: 0" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GPtrArray) rows = rows_new ();
      g_autoptr (TsOrganisationIndex) index = ts_organisation_index_new (rows);
      g_autofree char *before = describe (rows, good[i].code);
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) change = ts_change_edit_organisation (index, &good[i].edit, "fresh", &error);
      g_autoptr (TsChange) inverse = NULL;
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;

      g_test_message ("edit %u", i);
      g_assert_no_error (error);
      g_assert_cmpstr (ts_change_get_label (change), ==, good[i].label);
      organisation_fixture_apply (rows, change);
      after = describe (rows, good[i].code);
      g_assert_cmpstr (after, ==, good[i].after);

      ts_change_stamp (change, "id", "author", 1);
      inverse = ts_change_invert (change, "Undo");
      organisation_fixture_apply (rows, inverse);
      undone = describe (rows, good[i].code);
      g_assert_cmpstr (undone, ==, before);
    }
}

static const struct
{
  TsOrganisationEdit edit;
  TsRuleError code;
  const char *message;
} bad[] = {
  { ADD (.code = "A", .organisation_kind = "pct", .text = "Again"), TS_RULE_ERROR_INVALID,
    "The workbook already has an organisation with the code “A”." },
  { ADD (.code = "N N", .organisation_kind = "pct", .text = "New"), TS_RULE_ERROR_INVALID, "cannot be an organisation’s code" },
  { ADD (.code = NULL, .organisation_kind = "pct", .text = "New"), TS_RULE_ERROR_INVALID, "cannot be an organisation’s code" },
  { ADD (.code = "N", .organisation_kind = "A kind", .text = "New"), TS_RULE_ERROR_INVALID, "cannot be a kind of organisation" },
  { ADD (.code = "N", .organisation_kind = "pct", .text = " "), TS_RULE_ERROR_INVALID, "This cannot be an organisation’s name" },
  { ADD (.code = "N", .organisation_kind = "pct", .text = "New", .from = "1.4.2013"), TS_RULE_ERROR_INVALID, "“1.4.2013” is not a day." },
  { OF (KIND, "nobody", .organisation_kind = "pct"), TS_RULE_ERROR_UNKNOWN, "This organisation is not in the workbook" },
  { EDIT (KIND, .organisation_kind = "pct"), TS_RULE_ERROR_UNCHANGED, "Nothing would change." },
  { EDIT (DATES, .from = "2006-10-01"), TS_RULE_ERROR_UNCHANGED, "Nothing would change." },
  { EDIT (DATES, .from = "2006-10-01", .to = "2006-09-30"), TS_RULE_ERROR_INVALID, "It cannot close before it opens." },
  { EDIT (DATES, .to = "2009-02-29"), TS_RULE_ERROR_INVALID, "“2009-02-29” is not a day." },
  { EDIT (RENAME, .text = "Apex"), TS_RULE_ERROR_INVALID, "Say from which day it has the new name." },
  { EDIT (RENAME, .text = "Apex", .from = "2008-01-01"), TS_RULE_ERROR_INVALID, "It is called “Able” from that very day." },
  { EDIT (RENAME, .text = "", .from = "2011-01-01"), TS_RULE_ERROR_INVALID, "This cannot be an organisation’s name" },
  { EDIT (CORRECT_NAME, .row_id = "gone", .text = "Apex"), TS_RULE_ERROR_UNKNOWN, "This entry is not in the workbook any more." },
  { EDIT (CORRECT_NAME, .row_id = "name-8", .text = "Able", .from = "2008-01-01"), TS_RULE_ERROR_UNCHANGED, "Nothing would change." },
  { EDIT (CORRECT_NAME, .row_id = "name-8", .text = "Able", .from = "2008-01-01", .to = "2007-01-01"), TS_RULE_ERROR_INVALID,
    "The last day is before the first." },
  { EDIT (REMOVE_NAME, .row_id = "gone"), TS_RULE_ERROR_UNKNOWN, "This entry is not in the workbook any more." },
  { EDIT (MOVE, .other_id = "A", .from = "2012-01-01"), TS_RULE_ERROR_INVALID, "Able cannot be part of itself." },
  { EDIT (MOVE, .other_id = "nobody", .from = "2012-01-01"), TS_RULE_ERROR_UNKNOWN, "is not in the workbook any more." },
  { EDIT (MOVE, .other_id = "R"), TS_RULE_ERROR_INVALID, "Say from which day it changes: Able is part of Q until then." },
  { EDIT (MOVE, .other_id = "R", .from = "2010-01-01"), TS_RULE_ERROR_INVALID, "Able began to be part of Q on that very day." },
  /* A circle on some days, over one step and over several. */
  { EDIT (MOVE, .other_id = "D", .from = "2009-06-01"), TS_RULE_ERROR_INVALID, "Able cannot be part of D: on some of these days" },
  { EDIT (MOVE, .other_id = "D", .from = "2008-06-01"), TS_RULE_ERROR_INVALID, "Able cannot be part of D: on some of these days" },
  { OF (MOVE, "R", .other_id = "D", .from = "2009-06-01"), TS_RULE_ERROR_INVALID, "R cannot be part of D" },
  { OF (MOVE, "R", .other_id = "D"), TS_RULE_ERROR_INVALID, "R cannot be part of D" },
  { EDIT (CORRECT_PARENT, .row_id = "A-in-Q", .other_id = "D"), TS_RULE_ERROR_INVALID, "Able cannot be part of D" },
  { EDIT (CORRECT_PARENT, .row_id = "A-in-Q", .other_id = "Q", .from = "2010-01-01"), TS_RULE_ERROR_UNCHANGED, "Nothing would change." },
  { EDIT (CORRECT_PARENT, .row_id = "A-in-Q", .other_id = "Q", .from = "2010-01-01", .to = "2009-01-01"), TS_RULE_ERROR_INVALID,
    "The last day is before the first." },
  { EDIT (CORRECT_PARENT, .row_id = "A-in-Q", .other_id = NULL), TS_RULE_ERROR_UNKNOWN, "is not in the workbook any more." },
  { EDIT (REMOVE_PARENT, .row_id = "D-in-A"), TS_RULE_ERROR_UNKNOWN, "This entry is not in the workbook any more." },
  { EDIT (ADD_SUCCESSOR, .other_id = "A"), TS_RULE_ERROR_INVALID, "Able cannot follow itself." },
  { EDIT (ADD_SUCCESSOR, .other_id = "C"), TS_RULE_ERROR_UNCHANGED, "Nothing would change." },
  { EDIT (ADD_SUCCESSOR, .other_id = "B"), TS_RULE_ERROR_INVALID, "B cannot follow Able: it came before it, perhaps through others." },
  { OF (ADD_SUCCESSOR, "C", .other_id = "B"), TS_RULE_ERROR_INVALID, "B cannot follow C: it came before it" },
  { EDIT (ADD_SUCCESSOR, .other_id = "nobody"), TS_RULE_ERROR_UNKNOWN, "The successor is not in the workbook any more." },
  { EDIT (REMOVE_SUCCESSOR, .other_id = "B"), TS_RULE_ERROR_UNCHANGED, "Nothing would change." },
  { EDIT (POPULATION, .year = 2009, .number = -1), TS_RULE_ERROR_UNCHANGED, "Nothing would change." },
  { EDIT (POPULATION, .year = 12, .number = 1), TS_RULE_ERROR_INVALID, "12 is not a year that can be assessed." },
  { EDIT (POPULATION, .year = 2009, .number = G_MAXINT64), TS_RULE_ERROR_INVALID, "This is more people than there are." },
  { OF (DELETE, "C"), TS_RULE_ERROR_INVALID, "C follows another organisation or is followed by one" },
  { OF (DELETE, "B"), TS_RULE_ERROR_INVALID, "B follows another organisation or is followed by one" },
  { OF (DELETE, "R"), TS_RULE_ERROR_INVALID, "Other organisations are or were part of R" },
};

static void
test_bad (void)
{
  g_autoptr (GPtrArray) rows = rows_new ();
  g_autoptr (TsOrganisationIndex) index = ts_organisation_index_new (rows);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) change = ts_change_edit_organisation (index, &bad[i].edit, "fresh", &error);

      g_test_message ("edit %u: %s", i, error != NULL ? error->message : "no error");
      g_assert_null (change);
      g_assert_error (error, TS_RULE_ERROR, (int) bad[i].code);
      g_assert_nonnull (strstr (error->message, bad[i].message));
    }
}

static TsChange *
edit (GPtrArray                 *rows,
      const TsOrganisationEdit  *wanted,
      GError                   **error)
{
  g_autoptr (TsOrganisationIndex) index = ts_organisation_index_new (rows);
  TsChange *change = ts_change_edit_organisation (index, wanted, "fresh", error);

  if (change != NULL)
    organisation_fixture_apply (rows, change);

  return change;
}

static void
test_population (void)
{
  const TsOrganisationEdit first = EDIT (POPULATION, .year = 2009, .number = 100);
  const TsOrganisationEdit second = EDIT (POPULATION, .year = 2009, .number = 200);
  const TsOrganisationEdit none = EDIT (POPULATION, .year = 2009, .number = -1);
  g_autoptr (GPtrArray) rows = rows_new ();
  g_autoptr (TsChange) one = edit (rows, &first, NULL);
  g_autoptr (TsChange) two = edit (rows, &second, NULL);
  g_autoptr (TsChange) three = NULL;
  g_autofree char *known = describe (rows, "A");
  g_autofree char *unknown = NULL;

  g_assert_cmpstr (known, ==, DAYS NAMES PARENTS AFTER "; 2009: 200");
  three = edit (rows, &none, NULL);
  unknown = describe (rows, "A");
  g_assert_cmpstr (unknown, ==, DAYS NAMES PARENTS AFTER);
}

/* What closes keeps everything, and what is deleted had nothing that speaks of it. */
static void
test_delete (void)
{
  static const struct
  {
    TsEntity entity;
    guint field;
  } owners[] = {
    { TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_ORGANISATION },
    { TS_ENTITY_EVIDENCE, TS_EVIDENCE_ORGANISATION },
    { TS_ENTITY_OUTCOME, TS_OUTCOME_ORGANISATION },
  };
  const TsOrganisationEdit wanted = OF (DELETE, "D");
  const TsOrganisationEdit add = ADD (.code = "N", .organisation_kind = "ccg", .text = "New CCG");
  const TsOrganisationEdit delete_new = OF (DELETE, "fresh");
  g_autoptr (GPtrArray) rows = rows_new ();
  g_autoptr (TsChange) added = NULL;
  g_autoptr (TsChange) deleted = NULL;
  g_autoptr (TsChange) deleted_child = NULL;
  guint n_before = rows->len;

  added = edit (rows, &add, NULL);
  g_assert_cmpuint (rows->len, ==, n_before + 2);
  deleted = edit (rows, &delete_new, NULL);
  g_assert_cmpstr (ts_change_get_label (deleted), ==, "Delete New CCG");
  g_assert_cmpuint (rows->len, ==, n_before);

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      g_autoptr (GError) error = NULL;
      TsRow *row = ts_row_new (owners[i].entity, "row");

      ts_row_set_text (row, owners[i].field, "D");
      g_ptr_array_add (rows, row);
      g_assert_null (edit (rows, &wanted, &error));
      g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
      g_ptr_array_remove_index (rows, rows->len - 1);
    }

  /* Its own place under another goes with it. */
  deleted_child = edit (rows, &wanted, NULL);
  g_assert_cmpuint (rows->len, ==, n_before - 2);
}

static void
test_last_name (void)
{
  const TsOrganisationEdit first = EDIT (REMOVE_NAME, .row_id = "name-7");
  const TsOrganisationEdit last = EDIT (REMOVE_NAME, .row_id = "name-8");
  g_autoptr (GPtrArray) rows = rows_new ();
  g_autoptr (TsChange) removed = edit (rows, &first, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (removed);
  g_assert_null (edit (rows, &last, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
}

/* Whatever is asked for, in any order, no organisation is ever above itself on a day, or after itself. */
static void
assert_no_circles (GPtrArray *rows)
{
  g_autoptr (TsOrganisationIndex) index = ts_organisation_index_new (rows);

  for (guint i = 0; i < ts_organisation_index_get_n (index); i++)
    {
      const TsOrganisationLife *start = ts_organisation_index_get (index, i);

      for (int year = 2000; year < 2006; year++)
        {
          g_autofree char *day = g_strdup_printf ("%d-01-01", year);
          g_autoptr (GPtrArray) open = g_ptr_array_new ();
          g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);

          g_ptr_array_add (open, (gpointer) start);

          while (open->len > 0)
            {
              const TsOrganisationLife *life = g_ptr_array_steal_index (open, open->len - 1);

              for (guint j = 0; j < life->parents->len; j++)
                {
                  const TsRow *link = g_ptr_array_index (life->parents, j);
                  const TsOrganisationLife *parent =
                    ts_organisation_index_find (index, ts_row_get_text (link, TS_ORGANISATION_PARENT_PARENT));
                  const char *to = ts_row_get_text (link, TS_ORGANISATION_PARENT_VALID_TO);

                  if (g_strcmp0 (ts_row_get_text (link, TS_ORGANISATION_PARENT_VALID_FROM), day) > 0 || (to != NULL && strcmp (day, to) > 0))
                    continue;

                  g_assert_true (parent != start);

                  if (g_hash_table_add (met, (gpointer) parent))
                    g_ptr_array_add (open, (gpointer) parent);
                }
            }
        }
    }
}

static void
test_random (void)
{
  static const char *const days[] = { "", "2000-01-01", "2001-01-01", "2002-01-01", "2003-01-01", "2004-01-01" };
  static const char *const ids[] = { "A", "B", "C", "D", "E" };
  guint n_kept = 0;
  guint n_refused = 0;

  for (guint run = 0; run < 60; run++)
    {
      g_autoptr (GPtrArray) rows = organisation_fixture_new ("A B C D E");

      for (guint step = 0; step < 30; step++)
        {
          g_autoptr (TsOrganisationIndex) index = ts_organisation_index_new (rows);
          g_autofree char *fresh = g_strdup_printf ("row-%u", step);
          const char *id = ids[g_test_rand_int_range (0, 5)];
          const TsOrganisationLife *life = ts_organisation_index_find (index, id);
          gboolean correct = life->parents->len > 0 && g_test_rand_bit ();
          TsOrganisationEdit wanted = {
            .kind = correct ? TS_ORGANISATION_EDIT_CORRECT_PARENT : TS_ORGANISATION_EDIT_MOVE,
            .organisation_id = id,
            .other_id = ids[g_test_rand_int_range (0, 5)],
            .row_id = correct ? ts_row_get_id (g_ptr_array_index (life->parents, 0)) : NULL,
            .from = days[g_test_rand_int_range (0, 6)],
            .to = days[g_test_rand_int_range (0, 6)],
          };
          g_autoptr (GError) error = NULL;
          g_autoptr (TsChange) change = ts_change_edit_organisation (index, &wanted, fresh, &error);

          if (change == NULL)
            {
              n_refused++;
              continue;
            }

          n_kept++;
          organisation_fixture_apply (rows, change);
          assert_no_circles (rows);
        }
    }

  g_assert_cmpuint (n_kept, >, 100);
  g_assert_cmpuint (n_refused, >, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/organisation-edit/good", test_good);
  g_test_add_func ("/organisation-edit/bad", test_bad);
  g_test_add_func ("/organisation-edit/population", test_population);
  g_test_add_func ("/organisation-edit/delete", test_delete);
  g_test_add_func ("/organisation-edit/last-name", test_last_name);
  g_test_add_func ("/organisation-edit/random", test_random);

  return g_test_run ();
}
