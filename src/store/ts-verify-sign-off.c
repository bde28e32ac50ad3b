/* ts-verify-sign-off.c — proving that what was signed is what stood there
 *
 * Each move from stage to stage carries the hash of what was decided on. While the journal is replayed, the replay stands, right after such
 * a move, just as the workbook stood then; so the hash is made again from its rows, and nothing else has to be kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-verify-private.h"

#include "core/ts-stage.h"
#include "core/ts-submission.h"
#include "core/ts-year.h"
#include "store/ts-row-store.h"

#include <glib/gi18n-lib.h>

/* The rows of an assessment and of its organisation, as they stand in the replay. */
typedef struct
{
  TsRow *assessment;
  TsRow *organisation;
  TsRow *framework;
  GPtrArray *ratings;
  GPtrArray *targets;
  GPtrArray *links;
  GPtrArray *evidence;
  GPtrArray *outcomes;
  GPtrArray *values;
} Rows;

static void
rows_clear (Rows *self)
{
  g_clear_pointer (&self->assessment, ts_row_unref);
  g_clear_pointer (&self->organisation, ts_row_unref);
  g_clear_pointer (&self->framework, ts_row_unref);
  g_clear_pointer (&self->ratings, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static gboolean
read_rows (TsDatabase  *database,
           TsEntity     entity,
           guint        field,
           const char  *value,
           GPtrArray  **rows,
           GError     **error)
{
  g_autoptr (TsStatement) statement = ts_row_store_prepare_select (database, entity, (int) field, value, error);
  TsRow *row = NULL;
  TsStep step;

  *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);

  if (statement == NULL)
    return FALSE;

  while ((step = ts_row_store_step (statement, entity, &row, error)) == TS_STEP_ROW)
    g_ptr_array_add (*rows, g_steal_pointer (&row));

  return step == TS_STEP_DONE;
}

/* What a row refers to is there: the replay has the same references as any workbook. */
static gboolean
read_all (TsDatabase  *database,
          const char  *assessment_id,
          Rows        *rows,
          GError     **error)
{
  const char *organisation_id;

  if (!ts_row_store_read (database, TS_ENTITY_ASSESSMENT, assessment_id, &rows->assessment, error) || rows->assessment == NULL)
    return FALSE;

  organisation_id = ts_row_get_text (rows->assessment, TS_ASSESSMENT_ORGANISATION);

  return ts_row_store_read (database, TS_ENTITY_ORGANISATION, organisation_id, &rows->organisation, error) &&
         ts_row_store_read (database, TS_ENTITY_FRAMEWORK, ts_row_get_text (rows->assessment, TS_ASSESSMENT_FRAMEWORK), &rows->framework, error) &&
         read_rows (database, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, assessment_id, &rows->ratings, error) &&
         read_rows (database, TS_ENTITY_TARGET, TS_TARGET_ASSESSMENT, assessment_id, &rows->targets, error) &&
         read_rows (database, TS_ENTITY_EVIDENCE_LINK, TS_EVIDENCE_LINK_ASSESSMENT, assessment_id, &rows->links, error) &&
         read_rows (database, TS_ENTITY_EVIDENCE, TS_EVIDENCE_ORGANISATION, organisation_id, &rows->evidence, error) &&
         read_rows (database, TS_ENTITY_OUTCOME, TS_OUTCOME_ORGANISATION, organisation_id, &rows->outcomes, error) &&
         read_rows (database, TS_ENTITY_OUTCOME_VALUE, TS_OUTCOME_VALUE_ORGANISATION, organisation_id, &rows->values, error) &&
         rows->organisation != NULL && rows->framework != NULL;
}

static char *
hash_rows (const Rows *rows)
{
  const TsSubmission submission = {
    .assessment = rows->assessment,
    .framework = rows->framework,
    .ratings = rows->ratings,
    .targets = rows->targets,
    .links = rows->links,
    .evidence = rows->evidence,
    .outcomes = rows->outcomes,
    .values = rows->values,
  };

  return ts_submission_hash (&submission);
}

/* Whose assessment it is, and what was decided by whom: what somebody who looks for the minutes needs. */
static void
report (TsVerify    *self,
        const Rows  *rows,
        const TsRow *sign_off)
{
  const char *to = ts_row_get_text (sign_off, TS_SIGN_OFF_TO_STAGE);
  g_autofree char *year = ts_year_format ((int) ts_row_get_integer (rows->assessment, TS_ASSESSMENT_YEAR));
  g_autofree char *what = NULL;
  TsStage stage;

  /* Translators: a stage such as "Board approved", a person and a day, "2010-03-03" */
  what = g_strdup_printf (_("“%s”, recorded by %s on %s, does not match: its seal is not that of what stood in the workbook at that moment, "
                            "so either the record or what was decided on was altered"),
                          ts_stage_from_name (to, &stage) ? ts_stage_get_title (stage) : to, ts_row_get_text (sign_off, TS_SIGN_OFF_NAME),
                          ts_row_get_text (sign_off, TS_SIGN_OFF_DAY));
  ts_verify_add_problem (self, g_strdup_printf ("sign-off %s %s", ts_row_get_text (rows->organisation, TS_ORGANISATION_CODE), year), what);
}

static gboolean
check (TsVerify     *self,
       const TsRow  *sign_off,
       GError      **error)
{
  g_auto (Rows) rows = { 0 };
  g_autofree char *hash = NULL;
  GError *failure = NULL;

  if (!read_all (self->replay, ts_row_get_text (sign_off, TS_SIGN_OFF_ASSESSMENT), &rows, &failure))
    {
      /* A record of what is not there: the references were looked at before, and say so. */
      if (failure == NULL)
        return TRUE;

      return ts_verify_take_damage (self, failure, g_strdup_printf ("sign_off %s", ts_row_get_id (sign_off)), error);
    }

  hash = hash_rows (&rows);
  self->report->n_sign_offs++;

  if (!g_str_equal (hash, ts_row_get_text (sign_off, TS_SIGN_OFF_HASH)))
    report (self, &rows, sign_off);

  return TRUE;
}

/* To be called when @change has just been replayed. */
gboolean
ts_verify_check_sign_offs (TsVerify  *self,
                           TsChange  *change,
                           GError   **error)
{
  if (!ts_change_touches (change, TS_ENTITY_SIGN_OFF))
    return TRUE;

  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      const TsRow *after = ts_change_get_row (change, i)->after;

      if (after != NULL && ts_row_get_entity (after) == TS_ENTITY_SIGN_OFF && ts_row_has (after, TS_SIGN_OFF_HASH) &&
          !check (self, after, error))
        return FALSE;
    }

  return TRUE;
}
