/* ts-submission.c — what a board approves
 *
 * A text that is the same for the same submission, whatever the order in which rows come, and another for any other: one line for each row, as
 * the journal would write it, sorted. The board's approval keeps the SHA-256 of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-submission.h"

#include "core/ts-layer.h"
#include "core/ts-outcome-lock.h"

static void
add_line (GPtrArray   *lines,
          const TsRow *row)
{
  GString *line = g_string_new (ts_entity_get_name (ts_row_get_entity (row)));

  g_string_append_printf (line, " %s ", ts_row_get_id (row));
  ts_row_append_json (row, line);
  g_ptr_array_add (lines, g_string_free (line, FALSE));
}

static void
add_lines (GPtrArray *lines,
           GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    add_line (lines, g_ptr_array_index (rows, i));
}

static void
add_ratings (GPtrArray *lines,
             GPtrArray *ratings)
{
  const char *layer = ts_layer_get_name (TS_LAYER_SELF);

  for (guint i = 0; i < ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (ratings, i);

      if (g_strcmp0 (ts_row_get_text (rating, TS_RATING_LAYER), layer) == 0)
        add_line (lines, rating);
    }
}

static void
add_evidence (GPtrArray          *lines,
              const TsSubmission *self)
{
  g_autoptr (GHashTable) linked = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->links->len; i++)
    g_hash_table_add (linked, (char *) ts_row_get_text (g_ptr_array_index (self->links, i), TS_EVIDENCE_LINK_EVIDENCE));

  for (guint i = 0; i < self->evidence->len; i++)
    {
      const TsRow *evidence = g_ptr_array_index (self->evidence, i);

      if (g_hash_table_contains (linked, ts_row_get_id (evidence)))
        add_line (lines, evidence);
    }
}

static void
add_outcomes (GPtrArray          *lines,
              const TsSubmission *self)
{
  g_autoptr (GHashTable) covered = g_hash_table_new (g_str_hash, g_str_equal);
  int year = (int) ts_row_get_integer (self->assessment, TS_ASSESSMENT_YEAR);

  for (guint i = 0; i < self->outcomes->len; i++)
    {
      const TsRow *outcome = g_ptr_array_index (self->outcomes, i);

      if (!ts_outcome_covers (outcome, year))
        continue;

      g_hash_table_add (covered, (char *) ts_row_get_id (outcome));
      add_line (lines, outcome);
    }

  for (guint i = 0; i < self->values->len; i++)
    {
      const TsRow *value = g_ptr_array_index (self->values, i);

      if (g_hash_table_contains (covered, ts_row_get_text (value, TS_OUTCOME_VALUE_OUTCOME)))
        add_line (lines, value);
    }
}

/* The stage is left out: approving moves it. */
static char *
write_heading (const TsSubmission *self)
{
  GString *line = g_string_new ("submission ");

  g_string_append_printf (line, "%s %s %" G_GINT64_FORMAT, ts_row_get_id (self->assessment),
                          ts_row_get_text (self->assessment, TS_ASSESSMENT_ORGANISATION),
                          ts_row_get_integer (self->assessment, TS_ASSESSMENT_YEAR));

  return g_string_free (line, FALSE);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/**
 * ts_submission_write:
 * @self: a submission
 *
 * Returns: (transfer full): the submission as a text: the framework with its full wording, the board's own levels and reasons, its targets, the
 *   evidence that it links to, files by their hash, and its outcomes
 */
char *
ts_submission_write (const TsSubmission *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *heading = NULL;

  g_return_val_if_fail (self != NULL && self->assessment != NULL && self->framework != NULL, NULL);

  add_line (lines, self->framework);
  add_ratings (lines, self->ratings);
  add_lines (lines, self->targets);
  add_lines (lines, self->links);
  add_evidence (lines, self);
  add_outcomes (lines, self);

  g_ptr_array_sort (lines, compare_lines);
  heading = write_heading (self);
  g_ptr_array_insert (lines, 0, g_steal_pointer (&heading));
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

/**
 * ts_submission_hash:
 * @self: a submission
 *
 * Returns: (transfer full): the SHA-256 of the submission's text, 64 hexadecimal digits
 */
char *
ts_submission_hash (const TsSubmission *self)
{
  g_autofree char *text = ts_submission_write (self);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}
