/* ts-undo.c — undoing and doing again, across restarts
 *
 * An undo is a new change that inverts an old one. Where each stands in the stacks is kept with it (see
 * data/schema/001.sql), so that the next one is found at once, however long the journal is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "store/ts-reader.h"
#include "store/ts-store-error.h"
#include "store/ts-workbook-private.h"

#include <glib/gi18n-lib.h>

/* What would be undone or done again, and the label under which it was first made. */
typedef struct
{
  gint64 n_changes;
  gint64 undo;
  gint64 redo;
  char *undo_label;
  char *redo_label;
  gboolean at_stage; /* a move from stage to stage, a seal or an opening lies on top, which is never undone */
} Tops;

static void
tops_clear (Tops *self)
{
  g_free (self->undo_label);
  g_free (self->redo_label);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tops, tops_clear)

#define LABEL_OF(top)                                  \
  "(select first.label from change as first "          \
  "join change as above on first.seq = above.subject " \
  "where above.seq = last." top ")"

#define SELECT_TOPS \
  "select seq, undo_top, redo_top, " LABEL_OF ("undo_top") ", " LABEL_OF ("redo_top") ", " \
  "exists (select 1 from change_row where change = last.undo_top and entity in ('sign_off', 'review_seal', 'review_opening')) from change as last order by seq desc limit 1"

static gboolean
read_tops (TsDatabase  *database,
           Tops        *tops,
           GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  g_autoptr (GError) damaged = NULL;
  TsStep step;

  *tops = (Tops) { 0 };
  statement = ts_database_prepare_cached (database,
                                          SELECT_TOPS,
                                          error);

  if (statement == NULL)
    return FALSE;

  step = ts_statement_step (statement, error);

  if (step != TS_STEP_ROW)
    return step == TS_STEP_DONE;

  tops->n_changes = ts_statement_get_integer (statement, 0);
  tops->undo = ts_statement_get_integer (statement, 1);
  tops->redo = ts_statement_get_integer (statement, 2);
  tops->undo_label = g_strdup (ts_statement_get_text (statement, 3, &damaged));

  if (damaged == NULL)
    tops->redo_label = g_strdup (ts_statement_get_text (statement, 4, &damaged));

  tops->at_stage = ts_statement_get_integer (statement, 5) != 0;

  if (damaged != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&damaged));
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_own (TsWorkbook  *self,
        gint64       sequence,
        gboolean    *own,
        GError     **error)
{
  const char *name = ts_workbook_get_reader (self) != NULL ? ts_workbook_get_reader (self) : self->author;
  g_autoptr (TsStatement) statement = NULL;
  TsStep step;

  *own = FALSE;

  if (self->mode != TS_OPEN_READ_WRITE)
    return TRUE;

  statement = ts_database_prepare_cached (self->database, "select 1 from change where seq = $1 and author = $2", error);

  if (statement == NULL)
    return FALSE;

  ts_statement_bind_integer (statement, 0, sequence);
  ts_statement_bind_text (statement, 1, name, -1);
  step = ts_statement_step (statement, error);
  *own = step == TS_STEP_ROW;

  return step != TS_STEP_ERROR;
}

/* Nobody undoes, or reads the name of, what they may not see; but whoever brought scores in for others knows them, and may take them out. */
static gboolean
is_shown (TsWorkbook  *self,
          gint64       sequence,
          gboolean    *shown,
          GError     **error)
{
  g_autoptr (TsChange) change = NULL;
  gboolean may_veil;

  *shown = TRUE;

  if (sequence == 0)
    return TRUE;

  if (!ts_workbook_may_veil (self, sequence, &may_veil, error))
    return FALSE;

  if (!may_veil)
    return TRUE;

  return is_own (self, sequence, shown, error) && (*shown || ts_workbook_read_shown_change (self, sequence, &change, shown, error));
}

static TsChange *
refuse_sealed (GError **error)
{
  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
                       _("The last change is a score that is not open to you, so it is not undone. Nothing was changed."));

  return NULL;
}

static TsChange *
invert (TsWorkbook  *self,
        gint64       sequence,
        const char  *label,
        GError     **error)
{
  g_autoptr (TsChange) change = ts_journal_read_change (self->database, sequence, error);
  g_autoptr (TsChange) inverse = NULL;

  if (change == NULL)
    return NULL;

  inverse = ts_change_invert (change, label);

  return ts_workbook_apply (self, inverse, error) ? g_steal_pointer (&inverse) : NULL;
}

/**
 * ts_workbook_undo:
 * @self: a workbook that may be written
 * @error: where to put an error
 *
 * Undoes the last change that is not undone yet. Fails with %TS_STORE_ERROR_NOT_FOUND where there is none, with
 * %TS_RULE_ERROR_LOCKED where it moved an assessment's stage, sealed scores or opened them, and like ts_workbook_apply().
 *
 * Returns: (transfer full): the change that was made, which inverts the other; or %NULL with an error
 */
TsChange *
ts_workbook_undo (TsWorkbook  *self,
                  GError     **error)
{
  g_auto (Tops) tops = { 0 };
  g_autofree char *label = NULL;
  gboolean shown;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (!read_tops (self->database, &tops, error))
    return NULL;

  if (tops.undo == 0)
    {
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND, _("There is nothing to undo."));
      return NULL;
    }

  if (tops.at_stage)
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED,
                           _("A move from stage to stage, a seal and an opening of scores are not undone. To change what they "
                             "hold fast, reopen the assessment or unseal the scores, and say why."));
      return NULL;
    }

  if (!is_shown (self, tops.undo, &shown, error))
    return NULL;

  if (!shown)
    return refuse_sealed (error);

  label = g_strdup_printf (_("Undo: %s"), tops.undo_label != NULL ? tops.undo_label : "");

  return invert (self, tops.undo, label, error);
}

/**
 * ts_workbook_redo:
 * @self: a workbook that may be written
 * @error: where to put an error
 *
 * Does again what was undone last, as long as nothing else was changed since. Fails with %TS_STORE_ERROR_NOT_FOUND
 * where there is nothing to do again, and like ts_workbook_apply().
 *
 * Returns: (transfer full): the change that was made; or %NULL with an error
 */
TsChange *
ts_workbook_redo (TsWorkbook  *self,
                  GError     **error)
{
  g_auto (Tops) tops = { 0 };
  g_autofree char *label = NULL;
  gboolean shown;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (!read_tops (self->database, &tops, error))
    return NULL;

  if (tops.redo == 0)
    {
      g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND, _("There is nothing to do again."));
      return NULL;
    }

  if (!is_shown (self, tops.redo, &shown, error))
    return NULL;

  if (!shown)
    return refuse_sealed (error);

  label = g_strdup_printf (_("Redo: %s"), tops.redo_label != NULL ? tops.redo_label : "");

  return invert (self, tops.redo, label, error);
}

/**
 * ts_workbook_read_journal_state:
 * @self: a workbook
 * @error: where to put an error
 *
 * Says how long the journal is and what can be undone and done again, under the labels that the changes were first made
 * with.
 *
 * Returns: (transfer full): the state, or %NULL with an error
 */
TsJournalState *
ts_workbook_read_journal_state (TsWorkbook  *self,
                                GError     **error)
{
  g_auto (Tops) tops = { 0 };
  TsJournalState *state;
  gboolean shows_undo;
  gboolean shows_redo;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  TS_ASSERT_WORKBOOK_THREAD (self);

  if (!read_tops (self->database, &tops, error) || !is_shown (self, tops.undo, &shows_undo, error) ||
      !is_shown (self, tops.redo, &shows_redo, error))
    return NULL;

  state = g_new0 (TsJournalState, 1);
  state->n_changes = tops.n_changes;

  if (!tops.at_stage && shows_undo)
    state->undo_label = g_steal_pointer (&tops.undo_label);

  if (shows_redo)
    state->redo_label = g_steal_pointer (&tops.redo_label);

  return state;
}

void
ts_journal_state_free (TsJournalState *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self);
}
