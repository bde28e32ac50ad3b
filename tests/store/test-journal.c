/* test-journal.c — keeping changes, undoing them and proving them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-test.h"

#include <string.h>

#define assert_fails(expression, code)                   \
  G_STMT_START                                           \
  {                                                      \
    g_autoptr (GError) failure = NULL;                   \
    GError **error = &failure;                           \
    g_assert_false (expression);                         \
    g_assert_error (failure, TS_STORE_ERROR, code);      \
    g_assert_cmpuint (strlen (failure->message), >, 20); \
  }                                                      \
  G_STMT_END

static TsWorkbook *
create (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  TsWorkbook *workbook = ts_workbook_create (test->path, &error);

  g_assert_no_error (error);
  ts_workbook_set_author (workbook, "Tester");

  return workbook;
}

static TsWorkbook *
reopen (StoreTest *test)
{
  g_autoptr (GError) error = NULL;
  TsWorkbook *workbook = ts_workbook_open (test->path, TS_OPEN_READ_WRITE, &error);

  g_assert_no_error (error);

  return workbook;
}

static void
assert_state (TsWorkbook *workbook,
              gint64      n_changes,
              const char *undo_label,
              const char *redo_label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsJournalState) state = ts_workbook_read_journal_state (workbook, &error);

  g_assert_no_error (error);
  g_assert_cmpint (state->n_changes, ==, n_changes);
  g_assert_cmpstr (state->undo_label, ==, undo_label);
  g_assert_cmpstr (state->redo_label, ==, redo_label);
}

static TsChange *
undo (TsWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;
  TsChange *change = ts_workbook_undo (workbook, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);

  return change;
}

static TsChange *
redo (TsWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;
  TsChange *change = ts_workbook_redo (workbook, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);

  return change;
}

static void
test_keeps_a_change (StoreTest     *test,
                     gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) organisation = store_test_organisation ("5D7");
  g_autoptr (TsRow) found = NULL;
  g_autoptr (TsRow) read = NULL;
  g_autoptr (TsRow) missing = NULL;

  ts_row_set_text (organisation, TS_ORGANISATION_OPENED, "");
  store_test_create (workbook, organisation);

  read = ts_workbook_read_row (workbook, TS_ENTITY_ORGANISATION, ts_row_get_id (organisation), &error);
  g_assert_no_error (error);
  g_assert_true (ts_row_equal (read, organisation));

  found = ts_workbook_find_organisation (workbook, "5D7", &error);
  g_assert_no_error (error);
  g_assert_true (ts_row_equal (found, organisation));

  missing = ts_workbook_find_organisation (workbook, "5D8", &error);
  g_assert_null (missing);
  g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND);

  store_test_assert_clean (workbook);
}

static void
test_journal_is_read_back (StoreTest     *test,
                           gconstpointer  data);

typedef struct
{
  GPtrArray *changes;
  char *last_hash;
  gint64 last_sequence;
  guint stop_after;
} Collected;

static gboolean
collect (const TsJournalEntry *entry,
         gpointer              data)
{
  Collected *collected = data;

  if (collected->last_hash != NULL)
    g_assert_cmpstr (entry->previous_hash, ==, collected->last_hash);

  g_assert_cmpint (entry->sequence, >, collected->last_sequence);
  collected->last_sequence = entry->sequence;
  g_free (collected->last_hash);
  collected->last_hash = g_strdup (entry->hash);
  g_ptr_array_add (collected->changes, ts_change_ref (entry->change));

  return collected->stop_after == 0 || collected->changes->len < collected->stop_after;
}

static GPtrArray *
read_journal (TsWorkbook            *workbook,
              const TsJournalFilter *filter,
              guint                  stop_after)
{
  g_autoptr (GError) error = NULL;
  Collected collected = { g_ptr_array_new_with_free_func ((GDestroyNotify) ts_change_unref), NULL, 0, stop_after };

  ts_workbook_foreach_change (workbook, filter, collect, &collected, &error);
  g_assert_no_error (error);
  g_free (collected.last_hash);

  return collected.changes;
}

static void
test_journal_is_read_back (StoreTest     *test,
                           gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  g_autoptr (TsRow) rating = store_test_rating (assessment, "5b", 2, "Quotes \" and \\ and \t tabs\nand ünïcode \xe2\x80\xae rtl");
  g_autoptr (TsRow) raised = NULL;
  g_autoptr (TsChange) undone = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) of_rating = NULL;
  g_autoptr (GPtrArray) of_frameworks = NULL;
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) first = NULL;
  const TsChangeRow *row;
  const TsChange *change;

  store_test_create (workbook, rating);
  raised = store_test_set_level (workbook, rating, 3);
  undone = undo (workbook);

  all = read_journal (workbook, NULL, 0);
  g_assert_cmpuint (all->len, ==, 4);

  change = g_ptr_array_index (all, 2);
  g_assert_cmpstr (ts_change_get_label (change), ==, "Level 3");
  g_assert_cmpstr (ts_change_get_author (change), ==, "Tester");
  g_assert_cmpint (ts_change_get_at (change), >, 0);
  g_assert_null (ts_change_get_inverts (change));
  g_assert_cmpuint (ts_change_get_n_rows (change), ==, 1);
  row = ts_change_get_row (change, 0);
  g_assert_true (ts_row_equal (row->before, rating));
  g_assert_true (ts_row_equal (row->after, raised));
  g_assert_cmpstr (ts_change_get_inverts (g_ptr_array_index (all, 3)), ==, ts_change_get_id (change));

  of_rating = read_journal (workbook, &(TsJournalFilter) { .entity = TS_ENTITY_RATING, .row = ts_row_get_id (rating) }, 0);
  g_assert_cmpuint (of_rating->len, ==, 3);

  /* Of a change with rows of several kinds, only those that were asked for. */
  of_frameworks = read_journal (workbook, &(TsJournalFilter) { .entity = TS_ENTITY_FRAMEWORK }, 0);
  g_assert_cmpuint (of_frameworks->len, ==, 1);
  g_assert_cmpuint (ts_change_get_n_rows (g_ptr_array_index (of_frameworks, 0)), ==, 1);

  some = read_journal (workbook, &(TsJournalFilter) { .first = 2, .last = 3, .entity = -1 }, 0);
  g_assert_cmpuint (some->len, ==, 2);

  first = read_journal (workbook, NULL, 1);
  g_assert_cmpuint (first->len, ==, 1);
}

static void
test_undo_across_restarts (StoreTest     *test,
                           gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsRow) rating = NULL;
  g_autoptr (TsRow) two = NULL;
  g_autoptr (TsRow) three = NULL;
  g_autoptr (TsRow) now = NULL;
  g_autoptr (TsRow) four = NULL;
  g_autoptr (TsChange) first = NULL;
  g_autoptr (TsChange) second = NULL;
  g_autoptr (TsChange) third = NULL;
  g_autoptr (TsChange) fourth = NULL;

  assert_state (workbook, 0, NULL, NULL);
  assert_fails (ts_workbook_undo (workbook, error), TS_STORE_ERROR_NOT_FOUND);
  assert_fails (ts_workbook_redo (workbook, error), TS_STORE_ERROR_NOT_FOUND);

  assessment = store_test_create_assessment (workbook);
  rating = store_test_rating (assessment, "1a", 1, NULL);
  store_test_create (workbook, rating);
  two = store_test_set_level (workbook, rating, 2);
  three = store_test_set_level (workbook, two, 3);
  assert_state (workbook, 4, "Level 3", NULL);

  first = undo (workbook);
  g_assert_cmpstr (ts_change_get_label (first), ==, "Undo: Level 3");
  assert_state (workbook, 5, "Level 2", "Level 3");

  g_clear_pointer (&workbook, ts_workbook_close);
  workbook = reopen (test);
  assert_state (workbook, 5, "Level 2", "Level 3");

  second = undo (workbook);
  assert_state (workbook, 6, "Create rating", "Level 2");
  third = redo (workbook);
  g_assert_cmpstr (ts_change_get_label (third), ==, "Redo: Level 2");
  assert_state (workbook, 7, "Level 2", "Level 3");

  /* What was done again can be undone again, under its own name. */
  fourth = undo (workbook);
  g_assert_cmpstr (ts_change_get_label (fourth), ==, "Undo: Level 2");
  assert_state (workbook, 8, "Create rating", "Level 2");

  /* Something else leaves nothing to do again. */
  now = ts_workbook_read_row (workbook, TS_ENTITY_RATING, ts_row_get_id (rating), NULL);
  g_assert_true (ts_row_equal (now, rating));
  four = store_test_set_level (workbook, now, 4);
  assert_state (workbook, 9, "Level 4", NULL);
  assert_fails (ts_workbook_redo (workbook, error), TS_STORE_ERROR_NOT_FOUND);

  store_test_assert_clean (workbook);
}

static void
test_conflict_changes_nothing (StoreTest     *test,
                               gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  g_autoptr (TsRow) rating = store_test_rating (assessment, "1a", 1, "because");
  g_autoptr (TsRow) other = store_test_rating (assessment, "1b", 1, NULL);
  g_autoptr (TsRow) stale = ts_row_copy (rating);
  g_autoptr (TsRow) without_reason = ts_row_copy (rating);
  g_autoptr (TsRow) ghost = store_test_rating (assessment, "1c", 1, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_test_create (workbook, rating);
  ts_row_set_integer (stale, TS_RATING_LEVEL, 2);
  ts_row_clear (without_reason, TS_RATING_RATIONALE);
  before = store_test_dump (workbook);

  {
    TsRow *rows[][2] = {
      { NULL, rating },         /* there already */
      { stale, rating },        /* another level */
      { stale, NULL },          /* gone, but not as it is */
      { without_reason, NULL }, /* no value is not any value */
      { ghost, other },         /* never was */
      { ghost, NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      {
        g_autoptr (TsChange) change = ts_change_new ("Conflict");

        /* A row before it that would be fine must go with it. */
        ts_change_create (change, other);

        if (rows[i][0] == NULL)
          ts_change_create (change, rows[i][1]);
        else if (rows[i][1] == NULL || rows[i][1] == other)
          ts_change_delete (change, rows[i][0]);
        else
          ts_change_update (change, rows[i][0], rows[i][1]);

        assert_fails (ts_workbook_apply (workbook, change, error), TS_STORE_ERROR_CONFLICT);
      }
  }

  after = store_test_dump (workbook);
  g_assert_cmpstr (before, ==, after);
  assert_state (workbook, 2, "Create rating", NULL);
  store_test_assert_clean (workbook);
}

static void
test_rules_are_enforced (StoreTest     *test,
                         gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  g_autoptr (TsRow) organisation = ts_workbook_find_organisation (workbook, "X01", NULL);
  g_autoptr (GPtrArray) bad = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_autoptr (TsChange) nothing = ts_change_new ("Nothing");
  g_autoptr (TsChange) orphaning = ts_change_new ("Delete");
  g_autofree char *before = store_test_dump (workbook);
  g_autofree char *after = NULL;
  TsRow *row;

  /* A code that is taken. */
  g_ptr_array_add (bad, store_test_organisation ("X01"));

  /* An assessment of that organisation, framework and year. */
  row = ts_row_new (TS_ENTITY_ASSESSMENT, "11111111-1111-4111-8111-111111111111");
  for (guint i = 0; i < TS_ASSESSMENT_N_FIELDS; i++)
    {
      if (i == TS_ASSESSMENT_YEAR)
        ts_row_set_integer (row, i, ts_row_get_integer (assessment, i));
      else
        ts_row_set_text (row, i, ts_row_get_text (assessment, i));
    }
  g_ptr_array_add (bad, row);

  /* A year that no financial year begins in. */
  row = ts_row_copy (row);
  ts_row_set_integer (row, TS_ASSESSMENT_YEAR, 209);
  g_ptr_array_add (bad, row);

  /* A rating of nothing; a level that no scale has; no node; a text that is none. */
  row = store_test_rating (assessment, "1a", 1, NULL);
  ts_row_set_text (row, TS_RATING_ASSESSMENT, "11111111-1111-4111-8111-111111111112");
  g_ptr_array_add (bad, row);
  g_ptr_array_add (bad, store_test_rating (assessment, "1a", 99, NULL));
  g_ptr_array_add (bad, store_test_rating (assessment, NULL, 1, NULL));
  g_ptr_array_add (bad, store_test_rating (assessment, "1a", 1, "\xff\xfe"));

  /* Evidence whose file is nowhere. */
  row = store_test_evidence (organisation, "Report");
  ts_row_set_text (row, TS_EVIDENCE_CONTENT, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_ptr_array_add (bad, row);

  for (guint i = 0; i < bad->len; i++)
    {
      g_autoptr (TsChange) change = ts_change_new ("Bad");

      ts_change_create (change, g_ptr_array_index (bad, i));
      assert_fails (ts_workbook_apply (workbook, change, error), TS_STORE_ERROR_CONSTRAINT);
    }

  /* What others refer to cannot go. */
  ts_change_delete (orphaning, organisation);
  assert_fails (ts_workbook_apply (workbook, orphaning, error), TS_STORE_ERROR_CONSTRAINT);
  assert_fails (ts_workbook_apply (workbook, nothing, error), TS_STORE_ERROR_CONSTRAINT);

  after = store_test_dump (workbook);
  g_assert_cmpstr (before, ==, after);
  assert_state (workbook, 1, "New assessment", NULL);
  store_test_assert_clean (workbook);
}

static void
test_references_wait_for_the_end (StoreTest     *test,
                                  gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) organisation = store_test_organisation ("A");
  g_autoptr (TsRow) framework = store_test_framework ("f");
  g_autoptr (TsRow) assessment = store_test_assessment (organisation, framework, 2008);
  g_autoptr (TsChange) change = ts_change_new ("Upside down");
  g_autoptr (TsChange) undone = NULL;

  /* References are looked at when the change is whole, so that its rows can be in any order. */
  ts_change_create (change, assessment);
  ts_change_create (change, framework);
  ts_change_create (change, organisation);
  ts_workbook_apply (workbook, change, &error);
  g_assert_no_error (error);

  undone = undo (workbook);
  g_assert_cmpuint (ts_change_get_n_rows (undone), ==, 3);
  store_test_assert_clean (workbook);
}

static void
test_one_row_many_times (StoreTest     *test,
                         gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) first = store_test_organisation ("A");
  g_autoptr (TsRow) second = ts_row_copy (first);
  g_autoptr (TsChange) change = ts_change_new ("There and back");
  g_autoptr (TsRow) kept = NULL;
  g_autoptr (TsChange) undone = NULL;
  g_autofree char *dump = NULL;

  ts_row_set_text (second, TS_ORGANISATION_CODE, "B");
  ts_change_create (change, first);
  ts_change_update (change, first, second);
  ts_change_delete (change, second);
  ts_change_create (change, second);
  ts_workbook_apply (workbook, change, &error);
  g_assert_no_error (error);

  kept = ts_workbook_find_organisation (workbook, "B", &error);
  g_assert_no_error (error);
  store_test_assert_clean (workbook);

  undone = undo (workbook);
  dump = store_test_dump (workbook);
  g_assert_cmpstr (dump, ==, "");
}

/* A few rows of every kind that can be made without much ado, changed at random. */
typedef struct
{
  TsWorkbook *workbook;
  GRand *random;
  TsRow *assessment;
  GPtrArray *ratings;
  guint n_nodes;
} Model;

static TsRow *
random_rating (Model *model)
{
  static const char *const reasons[] = { NULL, "", "short", "with \"quotes\", \\ and\nlines", "ünïcode ✓ \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d" };
  g_autofree char *node = g_strdup_printf ("n%u", model->n_nodes++);

  return store_test_rating (model->assessment, node, g_rand_int_range (model->random, 0, 5),
                            reasons[g_rand_int_range (model->random, 0, G_N_ELEMENTS (reasons))]);
}

static void
random_change (Model *model)
{
  g_autoptr (TsChange) change = ts_change_new ("Random");
  g_autoptr (GError) error = NULL;
  guint n_rows = g_rand_int_range (model->random, 1, 6);

  for (guint i = 0; i < n_rows; i++)
    {
      guint action = g_rand_int_range (model->random, 0, 4);
      guint which = model->ratings->len > 0 ? g_rand_int_range (model->random, 0, model->ratings->len) : 0;

      if (action <= 1 || model->ratings->len == 0)
        {
          TsRow *row = random_rating (model);

          ts_change_create (change, row);
          g_ptr_array_add (model->ratings, row);
        }
      else if (action == 2)
        {
          TsRow *before = g_ptr_array_index (model->ratings, which);
          TsRow *after = ts_row_copy (before);

          if (g_rand_boolean (model->random))
            ts_row_set_integer (after, TS_RATING_LEVEL, g_rand_int_range (model->random, 1, 5));
          else
            ts_row_clear (after, TS_RATING_LEVEL);

          if (g_rand_boolean (model->random))
            ts_row_set_text (after, TS_RATING_RATIONALE, "another reason");

          ts_change_update (change, before, after);
          g_ptr_array_index (model->ratings, which) = after;
          ts_row_unref (before);
        }
      else
        {
          ts_change_delete (change, g_ptr_array_index (model->ratings, which));
          g_ptr_array_remove_index_fast (model->ratings, which);
        }
    }

  ts_workbook_apply (model->workbook, change, &error);
  g_assert_no_error (error);
}

static guint
undo_everything (TsWorkbook *workbook)
{
  for (guint n = 0;; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) change = ts_workbook_undo (workbook, &error);

      if (change == NULL)
        {
          g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND);
          return n;
        }
    }
}

static guint
redo_everything (TsWorkbook *workbook)
{
  for (guint n = 0;; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsChange) change = ts_workbook_redo (workbook, &error);

      if (change == NULL)
        {
          g_assert_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND);
          return n;
        }
    }
}

static void
reload_ratings (Model *model)
{
  g_autoptr (GError) error = NULL;

  g_ptr_array_unref (model->ratings);
  model->ratings = ts_workbook_read_rows (model->workbook, TS_ENTITY_RATING, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
test_random_changes (StoreTest     *test,
                     gconstpointer  data)
{
  Model model = { 0 };
  g_autofree char *after_changes = NULL;
  g_autofree char *after_undo = NULL;
  g_autofree char *after_redo = NULL;
  g_autofree char *after_undo_again = NULL;
  guint n_undone;

  model.random = g_rand_new_with_seed (g_test_rand_int ());
  model.workbook = create (test);
  model.assessment = store_test_create_assessment (model.workbook);
  model.ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);

  for (guint i = 0; i < 150; i++)
    {
      guint action = g_rand_int_range (model.random, 0, 10);

      if (action < 6)
        {
          random_change (&model);
        }
      else if (action < 9)
        {
          g_autoptr (TsChange) change = action < 8 ? ts_workbook_undo (model.workbook, NULL) : ts_workbook_redo (model.workbook, NULL);

          /* The very first change, without which nothing can be made, stays. */
          if (change != NULL && ts_change_touches (change, TS_ENTITY_ASSESSMENT) && ts_change_find_after (change, TS_ENTITY_ASSESSMENT) == NULL)
            ts_change_unref (redo (model.workbook));

          reload_ratings (&model);
        }
      else
        {
          ts_workbook_close (model.workbook);
          model.workbook = reopen (test);
        }
    }

  store_test_assert_clean (model.workbook);
  after_changes = store_test_dump (model.workbook);

  redo_everything (model.workbook);
  g_clear_pointer (&after_changes, g_free);
  after_changes = store_test_dump (model.workbook);

  n_undone = undo_everything (model.workbook);
  after_undo = store_test_dump (model.workbook);
  g_assert_cmpstr (after_undo, ==, "");

  ts_workbook_close (model.workbook);
  model.workbook = reopen (test);

  g_assert_cmpuint (redo_everything (model.workbook), ==, n_undone);
  after_redo = store_test_dump (model.workbook);
  g_assert_cmpstr (after_redo, ==, after_changes);

  g_assert_cmpuint (undo_everything (model.workbook), ==, n_undone);
  after_undo_again = store_test_dump (model.workbook);
  g_assert_cmpstr (after_undo_again, ==, "");

  store_test_assert_clean (model.workbook);

  ts_workbook_close (model.workbook);
  g_ptr_array_unref (model.ratings);
  ts_row_unref (model.assessment);
  g_rand_free (model.random);
}

static void
test_tampering_is_found (StoreTest     *test,
                         gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    const char *where;
  } cases[] = {
    /* A row in its table, changed, removed, added. */
    { "update rating set level = 4 where node = '1a'", "rating *" },
    { "update rating set rationale = 'Better' where node = '1a'", "rating *" },
    { "delete from rating where node = '1b'", "rating *" },
    { "insert into rating select 'aaaa', assessment, 'zz', layer, assessor, level, rationale, carried, null, null, null from rating limit 1", "rating aaaa" },
    { "update organisation set code = 'X02'", "organisation *" },
    /* A change: what, who, when, why. */
    { "update change_row set after = replace(after, '\"level\":1', '\"level\":3') where change = 2", "change 2" },
    { "update change_row set before = null where change = 4", "change 4" },
    { "update change set author = 'Somebody else' where seq = 2", "change 2" },
    { "update change set at = at - 1 where seq = 2", "change 2" },
    { "update change set label = 'Nothing special' where seq = 2", "change 2" },
    { "update change set inverts = null where seq = 5", "change 5" },
    { "update change set hash = lower(hex(randomblob(32))) where seq = 2", "change 2" },
    { "update change set previous_hash = lower(hex(randomblob(32))) where seq = 2", "change 2" },
    /* Both in step. */
    { "update change_row set after = replace(after, '\"level\":1', '\"level\":3') where change = 2; update rating set level = 3 where node = '1a'", "change 2" },
    /* The last change, one in between, two in the other order. */
    { "delete from change_row where change = 5; delete from change where seq = 5", "rating *" },
    { "delete from change where seq = 5", "change 5" },
    { "delete from change_row where change = 3; delete from change where seq = 3", "change 3" },
    { "update change set seq = 100 where seq = 3; update change set seq = 3 where seq = 4; update change set seq = 4 where seq = 100", "change 3" },
    { "delete from change_row where change = 5", "change 5" },
    /* What can be undone. */
    { "update change set undo_top = 1 where seq = 5", "change 5" },
    { "update change set redo_top = null where seq = 5", "change 5" },
    { "update change set subject = 2 where seq = 4", "change 4" },
    /* The tables themselves. */
    { "create table more (x text)", "tables" },
    { "drop index change_row_row", "tables" },
    { "create trigger t after update on rating begin delete from target; end", "tables" },
    /* References. */
    { "pragma foreign_keys = off; delete from framework", "references" },
    { "update rating set rationale = cast(x'ff80' as text) where node = '1a'", "rating*" },
    { "update rating set rationale = cast(x'610062' as text) where node = '1a'", "rating*" },
    { "update change set label = cast(x'ff80' as text) where seq = 2", "change 2" },
  };

  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsRow) one = NULL;
  g_autoptr (TsRow) two = NULL;
  g_autoptr (TsRow) raised = NULL;
  g_autofree char *bytes = NULL;
  TsWorkbook *workbook;
  gsize n_bytes;

  workbook = create (test);
  assessment = store_test_create_assessment (workbook);
  one = store_test_rating (assessment, "1a", 1, "because");
  two = store_test_rating (assessment, "1b", 1, NULL);
  store_test_create (workbook, one);
  store_test_create (workbook, two);
  raised = store_test_set_level (workbook, two, 2);
  ts_change_unref (undo (workbook));
  store_test_assert_clean (workbook);
  ts_workbook_close (workbook);

  g_file_get_contents (test->path, &bytes, &n_bytes, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].sql);
      g_file_set_contents (test->path, bytes, n_bytes, &error);
      g_assert_no_error (error);
      store_test_tamper (test->path, cases[i].sql);
      workbook = reopen (test);
      store_test_assert_problem (workbook, cases[i].where);
      ts_workbook_close (workbook);
    }
}

static gint64
fixed_clock (gpointer data)
{
  gint64 *now = data;

  return (*now)++;
}

static char *
fixed_identifier (gpointer data)
{
  guint *number = data;

  return g_strdup_printf ("00000000-0000-4000-8000-%012u", (*number)++);
}

static char *
make_with_fixed_sources (StoreTest  *test,
                         const char *name)
{
  g_autofree char *path = store_test_build_path (test, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_create (path, &error);
  g_autoptr (TsRow) row = ts_row_new (TS_ENTITY_ORGANISATION, "11111111-1111-4111-8111-111111111111");
  g_autoptr (TsVerifyReport) report = NULL;
  gint64 now = 1240000000000000;
  guint number = 1;

  ts_workbook_set_clock (workbook, fixed_clock, &now, NULL);
  ts_workbook_set_identifier_source (workbook, fixed_identifier, &number, NULL);
  ts_row_set_text (row, TS_ORGANISATION_CODE, "A");
  ts_row_set_text (row, TS_ORGANISATION_KIND, "pct");
  store_test_create (workbook, row);

  report = ts_workbook_verify (workbook, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&report->head);
}

static void
test_same_sources_same_journal (StoreTest     *test,
                                gconstpointer  data)
{
  g_autofree char *first = make_with_fixed_sources (test, "first");
  g_autofree char *second = make_with_fixed_sources (test, "second");

  /* The hash of a known change: it may never change, or no old journal would verify any more. It was computed once with
   * “printf '%s' JSON | sha256sum” from the format that ts-change-hash.c describes. */
  g_assert_cmpstr (first, ==, "0695755ffc2cffde1cea48a6527efaf5aa2d09b07f3e5a8b3c165ba0b063b6f0");
  g_assert_cmpstr (first, ==, second);
}

static void
test_large_change (StoreTest     *test,
                   gconstpointer  data)
{
  static const guint n_rows = 3000;
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  g_autoptr (TsChange) change = ts_change_new ("Import");
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) undone = NULL;
  g_autoptr (TsChange) redone = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *node = g_strdup_printf ("n%u", i);
      g_autoptr (TsRow) row = store_test_rating (assessment, node, 1 + i % 4, "imported");

      ts_change_create (change, row);
    }

  ts_workbook_apply (workbook, change, &error);
  g_assert_no_error (error);
  before = store_test_dump (workbook);

  undone = undo (workbook);
  g_assert_cmpuint (ts_change_get_n_rows (undone), ==, n_rows);
  redone = redo (workbook);
  after = store_test_dump (workbook);
  g_assert_cmpstr (before, ==, after);
  store_test_assert_clean (workbook);
}

static void
test_cancelled_changes_nothing (StoreTest     *test,
                                gconstpointer  data)
{
  g_autoptr (TsWorkbook) workbook = create (test);
  g_autoptr (TsRow) assessment = store_test_create_assessment (workbook);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TsChange) change = ts_change_new ("Import");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_test_dump (workbook);
  g_autofree char *after = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *node = g_strdup_printf ("n%u", i);
      g_autoptr (TsRow) row = store_test_rating (assessment, node, 1, NULL);

      ts_change_create (change, row);
    }

  ts_workbook_set_cancellable (workbook, cancellable);
  g_cancellable_cancel (cancellable);
  g_assert_false (ts_workbook_apply (workbook, change, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  ts_workbook_set_cancellable (workbook, NULL);
  after = store_test_dump (workbook);
  g_assert_cmpstr (before, ==, after);

  /* The same change, once nobody cancels it. */
  g_assert_true (ts_workbook_apply (workbook, change, &error));
  g_assert_no_error (error);
  store_test_assert_clean (workbook);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/journal/keeps-a-change", test_keeps_a_change);
  store_test_add ("/store/journal/is-read-back", test_journal_is_read_back);
  store_test_add ("/store/journal/undo-across-restarts", test_undo_across_restarts);
  store_test_add ("/store/journal/conflict-changes-nothing", test_conflict_changes_nothing);
  store_test_add ("/store/journal/rules-are-enforced", test_rules_are_enforced);
  store_test_add ("/store/journal/references-wait-for-the-end", test_references_wait_for_the_end);
  store_test_add ("/store/journal/one-row-many-times", test_one_row_many_times);
  store_test_add ("/store/journal/random-changes", test_random_changes);
  store_test_add ("/store/journal/tampering-is-found", test_tampering_is_found);
  store_test_add ("/store/journal/same-sources-same-journal", test_same_sources_same_journal);
  store_test_add ("/store/journal/large-change", test_large_change);
  store_test_add ("/store/journal/cancelled-changes-nothing", test_cancelled_changes_nothing);

  return g_test_run ();
}
