/* ts-veil.c — what is kept from a reader
 *
 * The one filter that every reading function of the store goes through: rows, joins, searches, the past and the journal alike. What the reader may
 * not see is not there, as far as these functions are concerned: it is not listed, not counted, and not found by its id. Two rules meet here: a
 * reviewer's score is shown as core/ts-sight.c says, and of a submission with which the reader has a conflict nothing is shown at all. A
 * workbook without a reader shows what is open to all.
 *
 * (What nobody reads for a person goes past it: the door, verifying, copies of the whole file.)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-about.h"
#include "core/ts-error.h"
#include "core/ts-layer.h"
#include "core/ts-submission-sight.h"
#include "store/ts-reader-private.h"
#include "store/ts-row-store.h"

#include <glib/gi18n-lib.h>

/* How a kind of row is part of submissions. What says that there is one, who sits on its panels and what was decided about conflicts is part of none:
 * whoever leaves has to know when. */
typedef enum
{
  PART_OF_NONE,
  PART_OF_ONE,  /* of the assessment that it is about */
  PART_OF_MANY, /* of several of an organisation */
} Part;

static Part
get_part (TsEntity entity)
{
  switch (entity)
    {
    case TS_ENTITY_RATING:
    case TS_ENTITY_TARGET:
    case TS_ENTITY_EVIDENCE_LINK:
    case TS_ENTITY_SIGN_OFF:
    case TS_ENTITY_ENQUIRY:
    case TS_ENTITY_EVIDENCE_REVIEW:
    case TS_ENTITY_REVIEW_SEAL:
    case TS_ENTITY_REVIEW_OPENING:
    case TS_ENTITY_DISSENT:
    case TS_ENTITY_REPLY:
    case TS_ENTITY_REPORT_TEXT:
      return PART_OF_ONE;

    case TS_ENTITY_EVIDENCE:
    case TS_ENTITY_OUTCOME:
    case TS_ENTITY_OUTCOME_VALUE:
      return PART_OF_MANY;

    default:
      return PART_OF_NONE;
    }
}

/* Whether anything but scores could be kept from the reader. */
static gboolean
is_veiled (TsWorkbook  *self,
           gboolean    *veiled,
           GError     **error)
{
  *veiled = FALSE;

  if (self->reader->sees_everything || self->reader->name == NULL)
    return TRUE;

  if (!ts_reader_refresh (self, error) || !ts_reader_find_interests (self, error))
    return FALSE;

  *veiled = self->reader->has_interests > 0;

  return TRUE;
}

static gboolean
lets_in (TsWorkbook  *self,
         const char  *assessment_id,
         gboolean    *shows,
         GError     **error)
{
  const TsReviewState *state = ts_reader_get_state (self, assessment_id, error);

  *shows = state != NULL && ts_sight_lets_in (ts_review_state_get_sight (state));

  return state != NULL;
}

/* A score can be closed to those who have no interest at all. */
static gboolean
shows_score (TsWorkbook  *self,
             const char  *assessment_id,
             const char  *assessor,
             gboolean    *shows,
             GError     **error)
{
  const TsReviewState *state;

  *shows = TRUE;

  if (self->reader->sees_everything)
    return TRUE;

  if (!ts_reader_refresh (self, error) || (state = ts_reader_get_state (self, assessment_id, error)) == NULL)
    return FALSE;

  *shows = ts_sight_shows (ts_review_state_get_sight (state), assessor != NULL ? assessor : "");

  return TRUE;
}

/*< private >
 * ts_workbook_shows_part:
 * @self: a workbook
 * @assessment_id: an assessment
 * @layer: (nullable): the layer, of what is a rating
 * @assessor: (nullable): the assessor, of what is a rating
 * @shows: (out): whether the reader may see it, and that it is there
 * @error: where to put an error
 *
 * For what is part of a submission, or says something about it.
 *
 * Returns: whether it could be found out
 */
gboolean
ts_workbook_shows_part (TsWorkbook  *self,
                        const char  *assessment_id,
                        const char  *layer,
                        const char  *assessor,
                        gboolean    *shows,
                        GError     **error)
{
  gboolean veiled;

  if (g_strcmp0 (layer, ts_layer_get_name (TS_LAYER_REVIEWER)) == 0)
    return shows_score (self, assessment_id, assessor, shows, error);

  *shows = TRUE;

  if (!is_veiled (self, &veiled, error))
    return FALSE;

  return !veiled || lets_in (self, assessment_id, shows, error);
}

/* --- What is part of several submissions ------------------------------------------------------------------------------ */

/* The organisation's submissions, and those of others that the item is linked to, such as of a successor. */
static GArray *
list_submissions (TsWorkbook  *self,
                  const char  *evidence_id,
                  const char  *organisation_id,
                  GError     **error)
{
  GArray *kept = ts_reader_get_submissions (self, organisation_id, error);
  g_autoptr (GArray) submissions = NULL;
  g_autoptr (TsStatement) statement = NULL;
  TsStep step;

  if (kept == NULL)
    return NULL;

  submissions = g_array_copy (kept);
  statement = ts_database_prepare_cached (self->database, "select distinct assessment from evidence_link where evidence = $1", error);

  if (statement == NULL)
    return NULL;

  ts_statement_bind_text (statement, 0, evidence_id, -1);

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      TsSubmissionSight linked = { .has_item = TRUE };
      const char *assessment_id;

      if (!ts_journal_get_texts (statement, 0, &assessment_id, 1, error) || !lets_in (self, assessment_id, &linked.lets_in, error))
        return NULL;

      g_array_append_val (submissions, linked);
    }

  return step == TS_STEP_DONE ? g_steal_pointer (&submissions) : NULL;
}

/*< private >
 * ts_workbook_shows_evidence:
 * @self: a workbook
 * @evidence_id: an item of evidence
 * @organisation_id: whose it is
 * @shows: (out): whether the reader may see it, and that it is there
 * @error: where to put an error
 *
 * Returns: whether it could be found out
 */
gboolean
ts_workbook_shows_evidence (TsWorkbook  *self,
                            const char  *evidence_id,
                            const char  *organisation_id,
                            gboolean    *shows,
                            GError     **error)
{
  g_autoptr (GArray) submissions = NULL;
  gboolean veiled;

  *shows = TRUE;

  if (!is_veiled (self, &veiled, error))
    return FALSE;

  if (!veiled)
    return TRUE;

  submissions = list_submissions (self, evidence_id, organisation_id, error);

  if (submissions == NULL)
    return FALSE;

  *shows = ts_submission_sight_shows_evidence ((const TsSubmissionSight *) (void *) submissions->data, submissions->len);

  return TRUE;
}

/*< private >
 * ts_workbook_shows_content:
 * @self: a workbook
 * @hash: the SHA-256 of a file
 * @shows: (out): whether the reader may see an item of evidence with that file, or there is none
 * @error: where to put an error
 *
 * Returns: whether it could be found out
 */
gboolean
ts_workbook_shows_content (TsWorkbook  *self,
                           const char  *hash,
                           gboolean    *shows,
                           GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  gboolean veiled;
  TsStep step;

  *shows = TRUE;

  if (!is_veiled (self, &veiled, error))
    return FALSE;

  if (!veiled)
    return TRUE;

  statement = ts_row_store_prepare_select (self->database, TS_ENTITY_EVIDENCE, TS_EVIDENCE_CONTENT, hash, error);

  if (statement == NULL)
    return FALSE;

  for (;;)
    {
      g_autoptr (TsRow) row = NULL;

      step = ts_row_store_step (statement, TS_ENTITY_EVIDENCE, &row, error);

      if (step != TS_STEP_ROW)
        return step == TS_STEP_DONE;

      if (!ts_workbook_shows_row (self, row, shows, error))
        return FALSE;

      if (*shows)
        return TRUE;
    }
}

static gboolean
shows_outcome (TsWorkbook   *self,
               const TsRow  *outcome,
               gboolean     *shows,
               GError      **error)
{
  GArray *submissions;
  gboolean veiled;

  *shows = TRUE;

  if (!is_veiled (self, &veiled, error))
    return FALSE;

  if (!veiled)
    return TRUE;

  submissions = ts_reader_get_submissions (self, ts_row_get_text (outcome, TS_OUTCOME_ORGANISATION), error);

  if (submissions == NULL)
    return FALSE;

  *shows = ts_submission_sight_shows_outcome ((const TsSubmissionSight *) (void *) submissions->data, submissions->len, outcome);

  return TRUE;
}

/*< private >
 * ts_workbook_shows_value:
 * @self: a workbook
 * @organisation_id: whose value it is
 * @outcome_id: of which outcome
 * @year: of which year
 * @shows: (out): whether the reader may see it, and that it is there
 * @error: where to put an error
 *
 * Returns: whether it could be found out
 */
gboolean
ts_workbook_shows_value (TsWorkbook  *self,
                         const char  *organisation_id,
                         const char  *outcome_id,
                         int          year,
                         gboolean    *shows,
                         GError     **error)
{
  g_autoptr (TsRow) outcome = NULL;
  GArray *submissions;
  gboolean veiled;

  *shows = TRUE;

  if (!is_veiled (self, &veiled, error))
    return FALSE;

  if (!veiled)
    return TRUE;

  submissions = ts_reader_get_submissions (self, organisation_id, error);

  if (submissions == NULL || !ts_row_store_read (self->database, TS_ENTITY_OUTCOME, outcome_id, &outcome, error))
    return FALSE;

  *shows = ts_submission_sight_shows_value ((const TsSubmissionSight *) (void *) submissions->data, submissions->len, outcome, year);

  return TRUE;
}

/**
 * ts_workbook_shows_row:
 * @self: a workbook
 * @row: a row, as it is or as it once was
 * @shows: (out): whether the reader may see it, and that it is there
 * @error: where to put an error
 *
 * Returns: whether it could be found out
 */
gboolean
ts_workbook_shows_row (TsWorkbook   *self,
                       const TsRow  *row,
                       gboolean     *shows,
                       GError      **error)
{
  TsEntity entity;
  gboolean is_rating;

  g_return_val_if_fail (self != NULL && row != NULL && shows != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  entity = ts_row_get_entity (row);
  is_rating = entity == TS_ENTITY_RATING;
  *shows = TRUE;

  if (get_part (entity) == PART_OF_NONE)
    return TRUE;

  if (get_part (entity) == PART_OF_ONE)
    return ts_workbook_shows_part (self, ts_row_get_about (row), is_rating ? ts_row_get_text (row, TS_RATING_LAYER) : NULL,
                                   is_rating ? ts_row_get_text (row, TS_RATING_ASSESSOR) : NULL, shows, error);

  if (entity == TS_ENTITY_EVIDENCE)
    return ts_workbook_shows_evidence (self, ts_row_get_id (row), ts_row_get_about (row), shows, error);

  if (entity == TS_ENTITY_OUTCOME)
    return shows_outcome (self, row, shows, error);

  return ts_workbook_shows_value (self, ts_row_get_about (row), ts_row_get_text (row, TS_OUTCOME_VALUE_OUTCOME),
                                  (int) ts_row_get_integer (row, TS_OUTCOME_VALUE_YEAR), shows, error);
}

/* A score of one's own can be taken back although one should never have made it, which the guard of the door looks after. */
static gboolean
may_write (TsWorkbook   *self,
           const TsRow  *row,
           gboolean     *may,
           GError      **error)
{
  *may = TRUE;

  if (row == NULL || get_part (ts_row_get_entity (row)) == PART_OF_NONE)
    return TRUE;

  if (ts_row_get_entity (row) == TS_ENTITY_RATING && g_strcmp0 (ts_row_get_text (row, TS_RATING_LAYER), ts_layer_get_name (TS_LAYER_REVIEWER)) == 0)
    return g_strcmp0 (ts_row_get_text (row, TS_RATING_ASSESSOR), self->reader->name) == 0 || lets_in (self, ts_row_get_about (row), may, error);

  return ts_workbook_shows_row (self, row, may, error);
}

/*< private >
 * ts_workbook_check_may_write:
 * @self: a workbook
 * @change: a change that its reader is about to make
 * @error: where to put %TS_RULE_ERROR_LOCKED
 *
 * Whoever may not look at a submission does not write in it either.
 *
 * Returns: whether they may make it
 */
gboolean
ts_workbook_check_may_write (TsWorkbook      *self,
                             const TsChange  *change,
                             GError         **error)
{
  gboolean veiled;

  if (!is_veiled (self, &veiled, error))
    return FALSE;

  for (guint i = 0; veiled && i < ts_change_get_n_rows (change); i++)
    {
      const TsChangeRow *row = ts_change_get_row (change, i);
      gboolean before;
      gboolean after;

      if (!may_write (self, row->before, &before, error) || !may_write (self, row->after, &after, error))
        return FALSE;

      if (before && after)
        continue;

      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
                   _("%s has a conflict of interest with this submission that is not settled, or for which they leave, so they change nothing in it. "
                     "Nothing was changed."),
                   self->reader->name);
      return FALSE;
    }

  return TRUE;
}

/* --- Changes out of the journal --------------------------------------------------------------------------------------- */

/* Canonical JSON has no quotation mark inside a text without a “\\” before it, so this is found where a reviewer's score is, and nowhere else. */
#define HAS_SCORE "coalesce (after, before) like '%\"layer\":\"reviewer\"%'"

/*< private >
 * ts_workbook_may_veil:
 * @self: a workbook
 * @sequence: a change's place in the journal
 * @may: (out): whether anything of the change could be kept from the reader
 * @error: where to put an error
 *
 * Spares the reading of most changes, which nothing is kept from anybody of.
 *
 * Returns: whether it could be found out
 */
gboolean
ts_workbook_may_veil (TsWorkbook  *self,
                      gint64       sequence,
                      gboolean    *may,
                      GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  TsStep step;

  *may = FALSE;

  if (self->reader->sees_everything)
    return TRUE;

  if (!ts_reader_refresh (self, error) || !ts_reader_find_interests (self, error))
    return FALSE;

  if (self->reader->has_interests)
    {
      *may = TRUE;
      return TRUE;
    }

  statement = ts_database_prepare_cached (self->database,
                                          "select 1 from change_row where change = $1 and entity = 'rating' and " HAS_SCORE " limit 1", error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_integer (statement, 0, sequence);
  step = ts_statement_step (statement, error);
  *may = step == TS_STEP_ROW;

  return step != TS_STEP_ERROR;
}

/*< private >
 * ts_workbook_read_shown_change:
 * @self: a workbook
 * @sequence: a change's place in the journal
 * @shown: (out) (transfer full) (nullable): the whole change as the reader may see it, see ts_workbook_veil_change()
 * @is_whole: (out): whether nothing of it was left out
 * @error: where to put an error
 *
 * Returns: whether it could be read
 */
gboolean
ts_workbook_read_shown_change (TsWorkbook  *self,
                               gint64       sequence,
                               TsChange   **shown,
                               gboolean    *is_whole,
                               GError     **error)
{
  g_autoptr (TsChange) change = ts_journal_read_change (self->database, sequence, error);

  *shown = NULL;
  *is_whole = FALSE;

  if (change == NULL || !ts_workbook_veil_change (self, change, shown, error))
    return FALSE;

  *is_whole = *shown == change;

  return TRUE;
}

/*< private >
 * ts_workbook_veil_change:
 * @self: a workbook
 * @change: a change out of the journal
 * @shown: (out) (transfer full) (nullable): the change as the reader may see it: itself, one with fewer rows and without its own label, or %NULL
 *   where nothing of it may be seen
 * @error: where to put an error
 *
 * A label tells what the rows of a change did, so it goes with the first row that is left out. Whoever is noted with their first change is not
 * seen before what they did in it.
 *
 * Returns: whether it could be found out
 */
gboolean
ts_workbook_veil_change (TsWorkbook  *self,
                         TsChange    *change,
                         TsChange   **shown,
                         GError     **error)
{
  guint n_rows = ts_change_get_n_rows (change);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean has_more = FALSE;

  *shown = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      const TsChangeRow *row = ts_change_get_row (change, i);
      gboolean before = TRUE;
      gboolean after = TRUE;

      if ((row->before != NULL && !ts_workbook_shows_row (self, row->before, &before, error)) ||
          (row->after != NULL && !ts_workbook_shows_row (self, row->after, &after, error)))
        return FALSE;

      if (!before || !after)
        continue;

      g_array_append_val (kept, i);
      has_more |= ts_row_get_entity (row->after != NULL ? row->after : row->before) != TS_ENTITY_PERSON;
    }

  if (kept->len == n_rows)
    {
      *shown = ts_change_ref (change);
      return TRUE;
    }

  if (!has_more)
    return TRUE;

  *shown = ts_change_new (_("Partly sealed"));
  ts_change_stamp (*shown, ts_change_get_id (change), ts_change_get_author (change), ts_change_get_at (change));
  ts_change_set_inverts (*shown, ts_change_get_inverts (change));

  for (guint i = 0; i < kept->len; i++)
    {
      const TsChangeRow *row = ts_change_get_row (change, g_array_index (kept, guint, i));

      ts_change_add (*shown, row->before, row->after);
    }

  return TRUE;
}
