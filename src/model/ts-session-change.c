/* ts-session-change.c — the way of every write
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-object.h"

#include "core/ts-error.h"
#include "core/ts-person.h"
#include "model/ts-workplace.h"
#include "store/ts-reader.h"
#include "store/ts-store-error.h"

#include <glib/gi18n-lib.h>

/* What a finished write brings back to the main thread. */
typedef struct
{
  TsChange *change; /* NULL where nothing had to change */
  TsJournalState *journal;
} Outcome;

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_clear_pointer (&outcome->change, ts_change_unref);
  g_clear_pointer (&outcome->journal, ts_journal_state_free);
  g_free (outcome);
}

typedef struct
{
  TsChangeFunc function;
  gpointer data;
  GDestroyNotify data_free;
  char *name; /* who asked for it, at that moment */
  char *role;
} ChangeJob;

static void
change_job_free (gpointer data)
{
  ChangeJob *job = data;

  if (job->data_free != NULL)
    job->data_free (job->data);

  g_free (job->name);
  g_free (job->role);
  g_free (job);
}

/* Whoever is not in the workbook yet comes into it with the change. */
static gboolean
carry_person (TsWorkplace      *workplace,
              const ChangeJob  *job,
              TsChange         *change,
              GError          **error)
{
  g_autofree char *id = NULL;
  g_autoptr (TsRow) before = NULL;

  if (job->name == NULL)
    return TRUE;

  id = ts_person_derive_id (job->name);

  if (!ts_workplace_read_optional_row (workplace, TS_ENTITY_PERSON, id, &before, error))
    return FALSE;

  ts_change_carry_person (change, before, job->name, job->role);

  return TRUE;
}

static gboolean
apply (TsWorkplace      *workplace,
       const ChangeJob  *job,
       TsChange         *change,
       GError          **error)
{
  return carry_person (workplace, job, change, error) && ts_workbook_apply (workplace->workbook, change, error);
}

static gpointer
change_run (TsWorkplace   *workplace,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  ChangeJob *job = data;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (TsChange) change = NULL;
  Outcome *outcome;

  if (job->name != NULL)
    {
      ts_workbook_set_author (workplace->workbook, job->name);
      ts_workbook_set_reader (workplace->workbook, job->name);
    }

  change = job->function (workplace, job->data, &local_error);

  if (change == NULL && !g_error_matches (local_error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  /* Undo and redo have applied theirs already. */
  if (change != NULL && !ts_change_is_stamped (change) && !apply (workplace, job, change, error))
    return NULL;

  outcome = g_new0 (Outcome, 1);
  outcome->change = g_steal_pointer (&change);

  /* The change is kept by now: that its name cannot be read is no reason to call it failed. */
  g_clear_error (&local_error);
  outcome->journal = ts_workbook_read_journal_state (workplace->workbook, &local_error);

  if (outcome->journal == NULL)
    g_debug ("Could not read what can be undone: %s", local_error->message);

  return outcome;
}

static void
change_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  TsSession *self = TS_SESSION (object);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  Outcome *outcome = g_task_propagate_pointer (G_TASK (result), &error);
  TsChange *change = NULL;

  ts_session_count_pending (self, -1);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (outcome->journal != NULL)
    ts_session_take_journal_state (self, outcome->journal);

  change = g_steal_pointer (&outcome->change);
  outcome_free (outcome);

  if (change != NULL)
    ts_session_emit_changed (self, change);

  g_task_return_pointer (task, change, (GDestroyNotify) ts_change_unref);
}

/**
 * ts_session_change_async:
 * @self: a session
 * @function: makes the change, on the writing thread
 * @data: for @function
 * @data_free: (nullable): frees @data, on any thread
 * @callback: called when the change is kept, after `changed` was emitted
 * @user_data: for @callback
 *
 * The way of every write. Once asked for it is not cancelled: it takes a moment, and ends with [method@Session.change_finish].
 */
void
ts_session_change_async (TsSession           *self,
                         TsChangeFunc         function,
                         gpointer             data,
                         GDestroyNotify       data_free,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  ChangeJob *job;
  GTask *task;

  g_return_if_fail (TS_IS_SESSION (self));
  g_return_if_fail (function != NULL);

  job = g_new (ChangeJob, 1);
  *job = (ChangeJob) { function, data, data_free, g_strdup (self->person_name), g_strdup (self->person_role) };
  task = g_task_new (self, NULL, callback, user_data);

  if (self->writer == NULL || self->closed)
    {
      change_job_free (job);
      g_task_return_new_error (task, TS_STORE_ERROR, TS_STORE_ERROR_READ_ONLY,
                               _("This workbook is open to look at only, so the change was not made."));
      g_object_unref (task);
      return;
    }

  ts_session_count_pending (self, +1);
  ts_worker_push (self->writer, g_task_new (self, NULL, change_cb, task), change_run, job, change_job_free, outcome_free);
}

/**
 * ts_session_change_finish:
 * @self: a session
 * @result: what the callback got
 * @error: where to put a %TS_RULE_ERROR or %TS_STORE_ERROR; then nothing was changed
 *
 * Returns: (transfer full) (nullable): the change, which is kept by now; %NULL without an error where nothing had to change
 */
TsChange *
ts_session_change_finish (TsSession     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static TsChange *
undo_change (TsWorkplace  *workplace,
             gpointer      data,
             GError      **error)
{
  return ts_workbook_undo (workplace->workbook, error);
}

static TsChange *
redo_change (TsWorkplace  *workplace,
             gpointer      data,
             GError      **error)
{
  return ts_workbook_redo (workplace->workbook, error);
}

/**
 * ts_session_undo_async:
 * @self: a session
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Undoes what `undo-label` names.
 */
void
ts_session_undo_async (TsSession           *self,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  ts_session_change_async (self, undo_change, NULL, NULL, callback, user_data);
}

/**
 * ts_session_redo_async:
 * @self: a session
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does again what `redo-label` names.
 */
void
ts_session_redo_async (TsSession           *self,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  ts_session_change_async (self, redo_change, NULL, NULL, callback, user_data);
}
