/* test-change.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-change.h"
#include "fixture.h"

/* One row created, one updated, one deleted. */
static TsChange *
new_change (void)
{
  g_autoptr (TsRow) assessment = fixture_assessment_new (TS_STAGE_DRAFT);
  g_autoptr (TsRow) created = fixture_rating_new (assessment, "5a", TS_LAYER_SELF, "", 3, NULL);
  g_autoptr (TsRow) before = fixture_rating_new (assessment, "5b", TS_LAYER_SELF, "", 2, "why");
  g_autoptr (TsRow) after = fixture_rating_new (assessment, "5b", TS_LAYER_SELF, "", 3, "why");
  g_autoptr (TsRow) deleted = fixture_target_new (assessment, "5", FIXTURE_YEAR, 3);
  TsChange *change = ts_change_new ("Three things");

  ts_change_create (change, created);
  ts_change_update (change, before, after);
  ts_change_delete (change, deleted);

  return change;
}

static void
test_rows (void)
{
  g_autoptr (TsChange) change = new_change ();

  g_assert_cmpuint (ts_change_get_n_rows (change), ==, 3);
  g_assert_null (ts_change_get_row (change, 0)->before);
  g_assert_cmpint (ts_row_get_integer (ts_change_get_row (change, 0)->after, TS_RATING_LEVEL), ==, 3);
  g_assert_cmpint (ts_row_get_integer (ts_change_get_row (change, 1)->before, TS_RATING_LEVEL), ==, 2);
  g_assert_cmpint (ts_row_get_integer (ts_change_get_row (change, 1)->after, TS_RATING_LEVEL), ==, 3);
  g_assert_cmpint (ts_row_get_integer (ts_change_get_row (change, 2)->before, TS_TARGET_LEVEL), ==, 3);
  g_assert_null (ts_change_get_row (change, 2)->after);
}

/* The sides of each row say what is done with it; a row that is taken over is the same row. */
static void
test_add_and_append (void)
{
  g_autoptr (TsChange) first = new_change ();
  g_autoptr (TsChange) added = ts_change_new ("Added");
  g_autoptr (TsChange) appended = ts_change_new ("Appended");

  for (guint i = 0; i < ts_change_get_n_rows (first); i++)
    ts_change_add (added, ts_change_get_row (first, i)->before, ts_change_get_row (first, i)->after);

  ts_change_append (appended, first);
  ts_change_append (appended, added);
  g_assert_cmpuint (ts_change_get_n_rows (added), ==, 3);
  g_assert_cmpuint (ts_change_get_n_rows (appended), ==, 6);
  g_assert_cmpstr (ts_change_get_label (appended), ==, "Appended");

  for (guint i = 0; i < ts_change_get_n_rows (appended); i++)
    {
      g_assert_true (ts_change_get_row (appended, i)->before == ts_change_get_row (first, i % 3)->before);
      g_assert_true (ts_change_get_row (appended, i)->after == ts_change_get_row (first, i % 3)->after);
    }
}

static void
test_stamp (void)
{
  g_autoptr (TsChange) change = ts_change_new ("Something");

  g_assert_cmpstr (ts_change_get_label (change), ==, "Something");
  g_assert_false (ts_change_is_stamped (change));
  g_assert_null (ts_change_get_id (change));
  g_assert_null (ts_change_get_inverts (change));

  ts_change_stamp (change, "change-1", "", G_GINT64_CONSTANT (1238457600000000));
  g_assert_true (ts_change_is_stamped (change));
  g_assert_cmpstr (ts_change_get_id (change), ==, "change-1");
  g_assert_cmpstr (ts_change_get_author (change), ==, "");
  g_assert_cmpint (ts_change_get_at (change), ==, G_GINT64_CONSTANT (1238457600000000));

  ts_change_stamp (change, "change-2", "somebody", -1);
  g_assert_cmpstr (ts_change_get_id (change), ==, "change-2");
  g_assert_cmpstr (ts_change_get_author (change), ==, "somebody");
  g_assert_cmpint (ts_change_get_at (change), ==, -1);

  ts_change_set_inverts (change, "change-1");
  g_assert_cmpstr (ts_change_get_inverts (change), ==, "change-1");
  ts_change_set_inverts (change, NULL);
  g_assert_null (ts_change_get_inverts (change));
}

static void
test_touches (void)
{
  g_autoptr (TsChange) change = new_change ();
  g_autoptr (TsChange) nothing = ts_change_new ("Nothing");

  for (TsEntity entity = 0; entity < TS_N_ENTITIES; entity++)
    {
      g_assert_cmpint (ts_change_touches (change, entity), ==, entity == TS_ENTITY_RATING || entity == TS_ENTITY_TARGET);
      g_assert_false (ts_change_touches (nothing, entity));
      g_assert_null (ts_change_find_after (nothing, entity));
    }

  g_assert_true (ts_change_find_after (change, TS_ENTITY_RATING) == ts_change_get_row (change, 0)->after);
  g_assert_null (ts_change_find_after (change, TS_ENTITY_TARGET));
}

static void
test_invert (void)
{
  g_autoptr (TsChange) change = new_change ();
  g_autoptr (TsChange) inverse = NULL;

  ts_change_stamp (change, "change-1", "somebody", 1);
  inverse = ts_change_invert (change, "Undo: Three things");

  g_assert_cmpstr (ts_change_get_label (inverse), ==, "Undo: Three things");
  g_assert_cmpstr (ts_change_get_inverts (inverse), ==, "change-1");
  g_assert_false (ts_change_is_stamped (inverse));
  g_assert_cmpuint (ts_change_get_n_rows (inverse), ==, 3);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (ts_row_equal (ts_change_get_row (inverse, i)->before, ts_change_get_row (change, 2 - i)->after));
      g_assert_true (ts_row_equal (ts_change_get_row (inverse, i)->after, ts_change_get_row (change, 2 - i)->before));
    }
}

static void
test_invert_twice (void)
{
  g_autoptr (TsChange) change = new_change ();
  g_autoptr (TsChange) inverse = NULL;
  g_autoptr (TsChange) again = NULL;

  ts_change_stamp (change, "change-1", "somebody", 1);
  inverse = ts_change_invert (change, "Undo");
  ts_change_stamp (inverse, "change-2", "somebody", 2);
  again = ts_change_invert (inverse, "Redo");

  g_assert_cmpstr (ts_change_get_inverts (again), ==, "change-2");
  g_assert_cmpuint (ts_change_get_n_rows (again), ==, ts_change_get_n_rows (change));

  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      g_assert_true (ts_row_equal (ts_change_get_row (again, i)->before, ts_change_get_row (change, i)->before));
      g_assert_true (ts_row_equal (ts_change_get_row (again, i)->after, ts_change_get_row (change, i)->after));
    }
}

/* The rows that a change leads to, as a workbook would keep them: id → JSON. */
static void
apply (GHashTable     *rows,
       const TsChange *change)
{
  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      const TsChangeRow *row = ts_change_get_row (change, i);
      const char *id = ts_row_get_id (row->after != NULL ? row->after : row->before);
      g_autofree char *before = row->before != NULL ? fixture_row_to_json (row->before) : NULL;

      g_assert_cmpstr (g_hash_table_lookup (rows, id), ==, before);

      if (row->after != NULL)
        g_hash_table_replace (rows, g_strdup (id), fixture_row_to_json (row->after));
      else
        g_hash_table_remove (rows, id);
    }
}

/* A change may touch one row more than once; undone from its last row to its first, every step meets what it expects. */
static void
test_invert_leads_back (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_autoptr (TsRow) assessment = fixture_assessment_new (TS_STAGE_DRAFT);
      g_autoptr (TsChange) change = ts_change_new ("Many");
      g_autoptr (TsChange) inverse = NULL;
      TsRow *kept[2] = { NULL, NULL };

      for (guint i = 0; i < 12; i++)
        {
          guint which = g_test_rand_int_range (0, 2);
          g_autoptr (TsRow) next =
            fixture_rating_new (assessment, which == 0 ? "5a" : "5b", TS_LAYER_SELF, "", g_test_rand_int_range (1, 5), NULL);

          if (kept[which] == NULL)
            {
              ts_change_create (change, next);
              kept[which] = g_steal_pointer (&next);
            }
          else if (g_test_rand_bit ())
            {
              ts_change_delete (change, kept[which]);
              g_clear_pointer (&kept[which], ts_row_unref);
            }
          else
            {
              ts_change_update (change, kept[which], next);
              ts_row_unref (kept[which]);
              kept[which] = g_steal_pointer (&next);
            }
        }

      apply (rows, change);
      ts_change_stamp (change, "change-1", "", round);
      inverse = ts_change_invert (change, "Undo");
      apply (rows, inverse);
      g_assert_cmpuint (g_hash_table_size (rows), ==, 0);

      g_clear_pointer (&kept[0], ts_row_unref);
      g_clear_pointer (&kept[1], ts_row_unref);
    }
}

static void
test_rows_are_held (void)
{
  g_autoptr (TsChange) change = ts_change_new ("Hold");
  TsRow *row = ts_row_new (TS_ENTITY_RATING, "row-1");
  TsChange *second = ts_change_ref (change);

  ts_change_create (change, row);
  ts_row_unref (row);
  ts_change_unref (second);
  g_assert_cmpstr (ts_row_get_id (ts_change_get_row (change, 0)->after), ==, "row-1");
}

static void
test_sides_are_one_row (void)
{
  g_autoptr (TsChange) change = ts_change_new ("Mistake");
  g_autoptr (TsRow) row = ts_row_new (TS_ENTITY_RATING, "row-1");
  g_autoptr (TsRow) other_id = ts_row_new (TS_ENTITY_RATING, "row-2");
  g_autoptr (TsRow) other_entity = ts_row_new (TS_ENTITY_TARGET, "row-1");

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*ts_row_get_id*");
  ts_change_update (change, row, other_id);
  g_test_assert_expected_messages ();

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*ts_row_get_entity*");
  ts_change_update (change, row, other_entity);
  g_test_assert_expected_messages ();

  g_assert_cmpuint (ts_change_get_n_rows (change), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/change/rows", test_rows);
  g_test_add_func ("/core/change/add-and-append", test_add_and_append);
  g_test_add_func ("/core/change/stamp", test_stamp);
  g_test_add_func ("/core/change/touches", test_touches);
  g_test_add_func ("/core/change/invert", test_invert);
  g_test_add_func ("/core/change/invert-twice", test_invert_twice);
  g_test_add_func ("/core/change/invert-leads-back", test_invert_leads_back);
  g_test_add_func ("/core/change/rows-are-held", test_rows_are_held);
  g_test_add_func ("/core/change/sides-are-one-row", test_sides_are_one_row);
  return g_test_run ();
}
