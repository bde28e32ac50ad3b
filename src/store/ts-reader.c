/* ts-reader.c — who reads a workbook, and what they may see of a review
 *
 * The one filter that every reading function of the store goes through: rows, joins, searches, the past and the journal alike. What the reader may
 * not see is not there, as far as these functions are concerned: it is not listed, not counted, and not found by its id. The rule itself is
 * core/ts-sight.c; this looks up what it needs. A workbook without a reader shows what is open to all.
 *
 * (What nobody reads for a person goes past it: the door, verifying, copies of the whole file.)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-reader.h"

#include "core/ts-about.h"
#include "core/ts-panel-role.h"
#include "core/ts-person.h"
#include "core/ts-review-lock.h"
#include "core/ts-seal.h"
#include "core/ts-stage.h"
#include "store/ts-lock-source.h"
#include "store/ts-row-store.h"
#include "store/ts-workbook-private.h"

#include <glib/gi18n-lib.h>

struct _TsReviewState
{
  gatomicrefcount references;
  GHashTable *names; /* name → position in the reviewers + 1 */
  GArray *reviewers; /* TsReviewer */
  char *reader;
  TsSight sight;
};

/* What was found out about assessments, until the journal grows. */
struct _TsReader
{
  char *name;
  gboolean sees_everything;
  gint64 sequence;
  int has_interests; /* -1 until it is known */
  GHashTable *states;
};

TsReader *
ts_reader_new (void)
{
  TsReader *self = g_new0 (TsReader, 1);

  self->has_interests = -1;
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ts_review_state_unref);

  return self;
}

void
ts_reader_free (TsReader *self)
{
  g_free (self->name);
  g_hash_table_unref (self->states);
  g_free (self);
}

static void
forget (TsReader *self)
{
  g_hash_table_remove_all (self->states);
  self->has_interests = -1;
}

/**
 * ts_workbook_set_reader:
 * @self: a workbook
 * @reader: (nullable): the name of who reads from now on, or %NULL for nobody in particular
 */
void
ts_workbook_set_reader (TsWorkbook *self,
                        const char *reader)
{
  g_return_if_fail (self != NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (reader != NULL && *reader == '\0')
    reader = NULL;

  if (g_strcmp0 (self->reader->name, reader) == 0)
    return;

  g_free (self->reader->name);
  self->reader->name = g_strdup (reader);
  forget (self->reader);
}

/**
 * ts_workbook_get_reader:
 * @self: a workbook
 *
 * Returns: (transfer none) (nullable): who reads
 */
const char *
ts_workbook_get_reader (TsWorkbook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reader->name;
}

/*< private >
 * ts_workbook_see_everything:
 * @self: a workbook
 *
 * For the tests of the store, which compare tables whole. Nothing that shows or exports may call it.
 */
void
ts_workbook_see_everything (TsWorkbook *self)
{
  self->reader->sees_everything = TRUE;
}

/* --- What is known of one assessment's review ------------------------------------------------------------------------- */

TsReviewState *
ts_review_state_ref (TsReviewState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
ts_review_state_unref (TsReviewState *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_hash_table_unref (self->names);
  g_array_unref (self->reviewers);
  g_free (self->reader);
  g_free (self);
}

/**
 * ts_review_state_get_sight:
 * @self: the state of a review
 *
 * Returns: (transfer none): what its reader may see of it
 */
const TsSight *
ts_review_state_get_sight (const TsReviewState *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->sight;
}

static TsReviewState *
state_new (const char *reader)
{
  TsReviewState *self = g_new0 (TsReviewState, 1);

  g_atomic_ref_count_init (&self->references);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->reviewers = g_array_new (FALSE, TRUE, sizeof (TsReviewer));
  self->reader = g_strdup (reader);

  return self;
}

static TsReviewer *
get_reviewer (TsReviewState *self,
              const char    *name)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, name));

  if (position == 0)
    {
      TsReviewer reviewer = { 0 };
      char *copy = g_strdup (name);

      reviewer.assessor = copy;
      g_array_append_val (self->reviewers, reviewer);
      position = self->reviewers->len;
      g_hash_table_insert (self->names, copy, GUINT_TO_POINTER (position));
    }

  return &g_array_index (self->reviewers, TsReviewer, position - 1);
}

/* Calls for each row of a statement of texts. */
typedef void (*TakeTexts) (TsReviewState *self,
                                                      const char *const *texts);

static gboolean
take_texts (TsDatabase     *database,
            const char     *sql,
            const char     *assessment_id,
            guint           n_texts,
            TakeTexts       take,
            TsReviewState  *self,
            GError        **error)
{
  g_autoptr (TsStatement) statement = ts_database_prepare_cached (database, sql, error);
  TsStep step;

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, assessment_id, -1);

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      const char *texts[2] = { NULL, NULL };

      if (!ts_journal_get_texts (statement, 0, texts, n_texts, error))
        return FALSE;

      if (texts[0] != NULL)
        take (self, texts);
    }

  return step == TS_STEP_DONE;
}

static void
take_colleague (TsReviewState *self,
                const char *const *texts)
{
  get_reviewer (self, texts[0]);
}

static void
take_member (TsReviewState *self,
             const char *const *texts)
{
  TsReviewer *reviewer = get_reviewer (self, texts[0]);

  reviewer->is_member |= texts[1] != NULL && ts_panel_role_scores (texts[1]);
}

static void
take_scorer (TsReviewState *self,
             const char *const *texts)
{
  get_reviewer (self, texts[0])->has_scored = TRUE;
}

static void
take_seal (TsReviewState *self,
           const char *const *texts)
{
  get_reviewer (self, texts[0])->is_sealed = g_strcmp0 (texts[1], "sealed") == 0;
}

static void
take_opening (TsReviewState *self,
              const char *const *texts)
{
  self->sight.opened_early = TRUE;
}

/* Members of any panel of the assessment's round: with a conflict, they may not look at it either. */
#define COLLEAGUES                                                                                                               \
  "select distinct person.name from round_assessment join panel on panel.round = round_assessment.round "                        \
  "join panel_member on panel_member.panel = panel.id join person on person.id = panel_member.person "                           \
  "where round_assessment.assessment = $1"

#define MEMBERS                                                                                                                  \
  "select person.name, panel_member.role from panel_assessment "                                                                 \
  "join panel_member on panel_member.panel = panel_assessment.panel join person on person.id = panel_member.person "             \
  "where panel_assessment.assessment = $1"

static gboolean
find_conflicts (TsReviewState  *self,
                TsDatabase     *database,
                const char     *assessment_id,
                GError        **error)
{
  g_autoptr (TsKeptRows) rows = ts_kept_rows_new (database);
  g_autoptr (TsRow) assessment = NULL;
  TsStage stage;

  if (!ts_row_store_read (database, TS_ENTITY_ASSESSMENT, assessment_id, &assessment, error))
    return FALSE;

  if (assessment == NULL)
    return TRUE;

  self->sight.is_published = ts_stage_from_name (ts_row_get_text (assessment, TS_ASSESSMENT_STAGE), &stage) && stage == TS_STAGE_PUBLISHED;

  for (guint i = 0; i < self->reviewers->len; i++)
    {
      TsReviewer *reviewer = &g_array_index (self->reviewers, TsReviewer, i);
      g_autofree char *person_id = ts_person_derive_id (reviewer->assessor);

      if (!ts_review_find_conflict (&ts_kept_rows_source, rows, assessment, person_id, &reviewer->conflict, error))
        return FALSE;
    }

  return TRUE;
}

static TsReviewState *
read_state (TsDatabase  *database,
            const char  *reader,
            const char  *assessment_id,
            GError     **error)
{
  g_autoptr (TsReviewState) self = state_new (reader);

  /* A reader who is on no panel can have a conflict too. */
  if (reader != NULL)
    get_reviewer (self, reader);

  if (!take_texts (database, COLLEAGUES, assessment_id, 1, take_colleague, self, error) ||
      !take_texts (database, MEMBERS, assessment_id, 2, take_member, self, error) ||
      !take_texts (database, "select distinct assessor from rating where assessment = $1 and layer = 'reviewer'", assessment_id, 1,
                   take_scorer, self, error) ||
      !take_texts (database, "select assessor, state from review_seal where assessment = $1", assessment_id, 2, take_seal, self, error) ||
      !take_texts (database, "select opened_by from review_opening where assessment = $1", assessment_id, 1, take_opening, self, error) ||
      !find_conflicts (self, database, assessment_id, error))
    return NULL;

  self->sight.reader = self->reader;
  self->sight.reviewers = (const TsReviewer *) (void *) self->reviewers->data;
  self->sight.n_reviewers = self->reviewers->len;

  return g_steal_pointer (&self);
}

/* What another connection writes counts too. */
static gboolean
refresh (TsWorkbook  *self,
         GError     **error)
{
  g_autoptr (TsStatement) statement = ts_database_prepare_cached (self->database, "select max(seq) from change", error);
  gint64 sequence;

  if (statement == NULL || ts_statement_step (statement, error) != TS_STEP_ROW)
    return FALSE;

  sequence = ts_statement_get_integer (statement, 0);

  if (sequence != self->reader->sequence)
    {
      forget (self->reader);
      self->reader->sequence = sequence;
    }

  return TRUE;
}

static const TsReviewState *
get_state (TsWorkbook  *self,
           const char  *assessment_id,
           GError     **error)
{
  TsReviewState *state = g_hash_table_lookup (self->reader->states, assessment_id);

  if (state != NULL)
    return state;

  state = read_state (self->database, self->reader->name, assessment_id, error);

  if (state != NULL)
    g_hash_table_insert (self->reader->states, g_strdup (assessment_id), state);

  return state;
}

/**
 * ts_workbook_read_review_state:
 * @self: a workbook
 * @assessment_id: an assessment
 * @error: where to put an error
 *
 * Returns: (transfer full): the state of its review, as it is for the workbook's reader
 */
TsReviewState *
ts_workbook_read_review_state (TsWorkbook  *self,
                               const char  *assessment_id,
                               GError     **error)
{
  const TsReviewState *state;

  g_return_val_if_fail (self != NULL && assessment_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (!refresh (self, error))
    return NULL;

  state = get_state (self, assessment_id, error);

  return state != NULL ? ts_review_state_ref ((TsReviewState *) state) : NULL;
}

/* --- The filter ---------------------------------------------------------------------------------------------------- */

/* What is part of a submission, or says something about it: kept from whoever has a conflict with it. */
static gboolean
belongs_to_submission (TsEntity entity)
{
  switch (entity)
    {
    case TS_ENTITY_RATING:
    case TS_ENTITY_TARGET:
    case TS_ENTITY_EVIDENCE_LINK:
    case TS_ENTITY_ENQUIRY:
    case TS_ENTITY_EVIDENCE_REVIEW:
    case TS_ENTITY_DISSENT:
    case TS_ENTITY_REPLY:
    case TS_ENTITY_REPORT_TEXT:
      return TRUE;

    default:
      return FALSE;
    }
}

/* Most readers have no interest in any organisation, so that nothing is kept from them but scores. */
static gboolean
find_interests (TsWorkbook  *self,
                GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  g_autofree char *person_id = NULL;
  TsStep step;

  if (self->reader->has_interests >= 0)
    return TRUE;

  if (self->reader->name == NULL)
    {
      self->reader->has_interests = 0;
      return TRUE;
    }

  statement = ts_database_prepare_cached (self->database, "select 1 from interest where person = $1", error);

  if (statement == NULL)
    return FALSE;

  person_id = ts_person_derive_id (self->reader->name);
  ts_statement_bind_text (statement, 0, person_id, -1);
  step = ts_statement_step (statement, error);
  self->reader->has_interests = step == TS_STEP_ROW;

  return step != TS_STEP_ERROR;
}

/*< private >
 * ts_workbook_shows:
 * @self: a workbook
 * @entity: a kind of row
 * @assessment_id: (nullable): the assessment that the row is about, if it is about one
 * @layer: (nullable): a rating's layer
 * @assessor: (nullable): a rating's assessor
 * @shows: (out): whether the reader may see the row, and that it is there
 * @error: where to put an error
 *
 * Returns: whether it could be found out
 */
gboolean
ts_workbook_shows (TsWorkbook  *self,
                   TsEntity     entity,
                   const char  *assessment_id,
                   const char  *layer,
                   const char  *assessor,
                   gboolean    *shows,
                   GError     **error)
{
  gboolean is_score = entity == TS_ENTITY_RATING && g_strcmp0 (layer, ts_layer_get_name (TS_LAYER_REVIEWER)) == 0;
  const TsReviewState *state;

  *shows = TRUE;

  if (self->reader->sees_everything || assessment_id == NULL || !belongs_to_submission (entity) ||
      (!is_score && self->reader->name == NULL))
    return TRUE;

  if (!refresh (self, error) || !find_interests (self, error))
    return FALSE;

  if (!is_score && !self->reader->has_interests)
    return TRUE;

  state = get_state (self, assessment_id, error);

  if (state == NULL)
    return FALSE;

  *shows = is_score ? ts_sight_shows (&state->sight, assessor != NULL ? assessor : "") : ts_sight_lets_in (&state->sight);

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

  g_return_val_if_fail (self != NULL && row != NULL && shows != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  entity = ts_row_get_entity (row);

  return ts_workbook_shows (self, entity, ts_row_get_about (row), entity == TS_ENTITY_RATING ? ts_row_get_text (row, TS_RATING_LAYER) : NULL,
                            entity == TS_ENTITY_RATING ? ts_row_get_text (row, TS_RATING_ASSESSOR) : NULL, shows, error);
}

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

  if (!refresh (self, error) || !find_interests (self, error))
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

      if (row->before == NULL)
        ts_change_create (*shown, row->after);
      else if (row->after == NULL)
        ts_change_delete (*shown, row->before);
      else
        ts_change_update (*shown, row->before, row->after);
    }

  return TRUE;
}
