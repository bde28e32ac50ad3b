/* ts-reader.c — who reads a workbook, and what is known of each review for them
 *
 * The rule of what a reader may see is core/ts-sight.c; this looks up what it needs, and ts-veil.c applies it to all that is read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-reader-private.h"

#include "core/ts-panel-role.h"
#include "core/ts-person.h"
#include "core/ts-review-lock.h"
#include "core/ts-stage.h"
#include "core/ts-submission-sight.h"
#include "store/ts-lock-source.h"
#include "store/ts-row-json.h"
#include "store/ts-row-store.h"

struct _TsReviewState
{
  gatomicrefcount references;
  GHashTable *names; /* name → position in the reviewers + 1 */
  GArray *reviewers; /* TsReviewer */
  char *reader;
  TsSight sight;
};

TsReader *
ts_reader_new (void)
{
  TsReader *self = g_new0 (TsReader, 1);

  self->has_interests = -1;
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ts_review_state_unref);
  self->organisations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  return self;
}

void
ts_reader_free (TsReader *self)
{
  g_free (self->name);
  g_hash_table_unref (self->states);
  g_hash_table_unref (self->organisations);
  g_free (self);
}

static void
forget (TsReader *self)
{
  g_hash_table_remove_all (self->states);
  g_hash_table_remove_all (self->organisations);
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

/* One that was taken away is still spoken of in the journal, and is kept from whoever had a conflict with it. */
static gboolean
read_assessment (TsDatabase  *database,
                 const char  *assessment_id,
                 TsRow      **assessment,
                 GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  const char *json;
  TsStep step;

  if (!ts_row_store_read (database, TS_ENTITY_ASSESSMENT, assessment_id, assessment, error))
    return FALSE;

  if (*assessment != NULL)
    return TRUE;

  statement = ts_database_prepare_cached (database,
                                          "select before from change_row where entity = 'assessment' and row_id = $1 and after is null "
                                          "order by change desc, position desc limit 1",
                                          error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_text (statement, 0, assessment_id, -1);
  step = ts_statement_step (statement, error);

  if (step != TS_STEP_ROW)
    return step == TS_STEP_DONE;

  if (!ts_journal_get_texts (statement, 0, &json, 1, error))
    return FALSE;

  *assessment = json != NULL ? ts_row_parse_json (TS_ENTITY_ASSESSMENT, assessment_id, json, error) : NULL;

  return json == NULL || *assessment != NULL;
}

static gboolean
find_conflicts (TsReviewState  *self,
                TsDatabase     *database,
                const char     *assessment_id,
                GError        **error)
{
  g_autoptr (TsKeptRows) rows = ts_kept_rows_new (database);
  g_autoptr (TsRow) assessment = NULL;
  TsStage stage;

  if (!read_assessment (database, assessment_id, &assessment, error))
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

/*< private >
 * ts_reader_refresh:
 * @self: a workbook
 * @error: where to put an error
 *
 * Forgets what was found out before the journal grew. What another connection writes counts too. It is asked for once in what is read at once, not
 * again for each of thousands of rows.
 *
 * Returns: whether it could be found out
 */
gboolean
ts_reader_refresh (TsWorkbook  *self,
                   GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  guint32 snapshot;
  gint64 sequence;

  if (self->reader->is_checked && ts_database_get_snapshot (self->database, &snapshot) && snapshot == self->reader->snapshot)
    return TRUE;

  self->reader->is_checked = FALSE;
  statement = ts_database_prepare_cached (self->database, "select max(seq) from change", error);

  if (statement == NULL || ts_statement_step (statement, error) != TS_STEP_ROW)
    return FALSE;

  sequence = ts_statement_get_integer (statement, 0);

  if (sequence != self->reader->sequence)
    {
      forget (self->reader);
      self->reader->sequence = sequence;
    }

  self->reader->is_checked = ts_database_get_snapshot (self->database, &self->reader->snapshot);

  return TRUE;
}

/*< private >
 * ts_reader_get_state:
 * @self: a workbook
 * @assessment_id: an assessment
 * @error: where to put an error
 *
 * Returns: (transfer none) (nullable): the state of its review, kept until the journal grows
 */
const TsReviewState *
ts_reader_get_state (TsWorkbook  *self,
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

  if (!ts_reader_refresh (self, error))
    return NULL;

  state = ts_reader_get_state (self, assessment_id, error);

  return state != NULL ? ts_review_state_ref ((TsReviewState *) state) : NULL;
}

/*< private >
 * ts_reader_find_interests:
 * @self: a workbook
 * @error: where to put an error
 *
 * Most readers have no interest in any organisation, so that nothing is kept from them but scores.
 *
 * Returns: whether it could be found out
 */
gboolean
ts_reader_find_interests (TsWorkbook  *self,
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
 * ts_reader_get_submissions:
 * @self: a workbook
 * @organisation_id: an organisation
 * @error: where to put an error
 *
 * Returns: (transfer none) (nullable) (element-type TsSubmissionSight): its submissions, kept until the journal grows
 */
GArray *
ts_reader_get_submissions (TsWorkbook  *self,
                           const char  *organisation_id,
                           GError     **error)
{
  GArray *kept = g_hash_table_lookup (self->reader->organisations, organisation_id);
  g_autoptr (GArray) submissions = NULL;
  g_autoptr (TsStatement) statement = NULL;
  TsStep step;

  if (kept != NULL)
    return kept;

  statement = ts_database_prepare_cached (self->database, "select id, year from assessment where organisation = $1", error);

  if (statement == NULL)
    return NULL;

  submissions = g_array_new (FALSE, FALSE, sizeof (TsSubmissionSight));
  ts_statement_bind_text (statement, 0, organisation_id, -1);

  while ((step = ts_statement_step (statement, error)) == TS_STEP_ROW)
    {
      TsSubmissionSight submission = { .year = (int) ts_statement_get_integer (statement, 1) };
      const TsReviewState *state;
      const char *id;

      if (!ts_journal_get_texts (statement, 0, &id, 1, error) || (state = ts_reader_get_state (self, id, error)) == NULL)
        return NULL;

      submission.lets_in = ts_sight_lets_in (&state->sight);
      g_array_append_val (submissions, submission);
    }

  if (step == TS_STEP_ERROR)
    return NULL;

  kept = submissions;
  g_hash_table_insert (self->reader->organisations, g_strdup (organisation_id), g_steal_pointer (&submissions));

  return kept;
}
