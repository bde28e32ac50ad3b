/* test-person.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-person.h"

static TsRow *
make_person (const char *name,
             const char *role)
{
  g_autofree char *id = ts_person_derive_id (name);
  TsRow *row = ts_row_new (TS_ENTITY_PERSON, id);

  ts_row_set_text (row, TS_PERSON_NAME, name);

  if (role != NULL)
    ts_row_set_text (row, TS_PERSON_ROLE, role);

  return row;
}

static void
test_carry (void)
{
  static const struct
  {
    gboolean known;
    const char *role_before;
    const char *role;
    gboolean carried;
  } rows[] = {
    { FALSE, NULL, NULL, TRUE },
    { FALSE, NULL, "", TRUE },
    { FALSE, NULL, "Board secretary", TRUE },
    { TRUE, NULL, NULL, FALSE },
    { TRUE, NULL, "", FALSE },
    { TRUE, "Board secretary", "Board secretary", FALSE },
    { TRUE, "Board secretary", "Chair", TRUE },
    { TRUE, "Board secretary", "", TRUE },
    { TRUE, NULL, "Chair", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TsChange) change = ts_change_new ("5b: level 2 → 3");
      g_autoptr (TsRow) before = rows[i].known ? make_person ("Asha Rao", rows[i].role_before) : NULL;
      g_autoptr (TsRow) after = make_person ("Asha Rao", rows[i].role != NULL && *rows[i].role != '\0' ? rows[i].role : NULL);

      g_test_message ("row %u", i);
      g_assert_cmpint (ts_change_carry_person (change, before, "Asha Rao", rows[i].role), ==, rows[i].carried);
      g_assert_cmpuint (ts_change_get_n_rows (change), ==, rows[i].carried ? 1 : 0);

      if (!rows[i].carried)
        continue;

      g_assert_true (ts_change_get_row (change, 0)->before == before);
      g_assert_true (ts_row_equal (ts_change_get_row (change, 0)->after, after));

      /* Once is enough. */
      g_assert_false (ts_change_carry_person (change, before, "Asha Rao", "Treasurer"));
      g_assert_true (ts_change_carry_person (change, NULL, "Ben Hall", NULL));
    }
}

static void
test_ids (void)
{
  g_autofree char *first = ts_person_derive_id ("Asha Rao");
  g_autofree char *again = ts_person_derive_id ("Asha Rao");
  g_autofree char *other = ts_person_derive_id ("Asha  Rao");

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, other);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/person/carry", test_carry);
  g_test_add_func ("/person/ids", test_ids);

  return g_test_run ();
}
