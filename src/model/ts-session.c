/* ts-session.c — an open workbook, as the screen sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-private.h"

#include "core/ts-error.h"
#include "core/ts-person.h"
#include "core/ts-text.h"
#include "model/ts-workplace.h"
#include "store/ts-store-error.h"

#include <glib/gi18n-lib.h>

/* How often a window that only looks asks whether the file has changed. */
#define POLL_MILLISECONDS 500

struct _TsSession
{
  GObject parent_instance;

  char *path;
  char *author;
  char *person_name; /* NULL where nobody has said who works */
  char *person_role;
  TsOpenMode mode;
  TsWorker *writer; /* NULL where nothing can be written */
  TsWorker *reader;
  char *undo_label;
  char *redo_label;
  guint n_pending;
  guint poll_source;
  gboolean polling;
  gboolean closed;
  GCancellable *closing; /* cancelled when it closes */
  guint n_attaching;
  GTask *close_task; /* waits until nothing is being attached any more */
};

enum
{
  PROP_PATH = 1,
  PROP_TITLE,
  PROP_READ_ONLY,
  PROP_BUSY,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsSession, ts_session, G_TYPE_OBJECT)

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

static void
take_journal_state (TsSession      *self,
                    TsJournalState *journal)
{
  if (g_strcmp0 (self->undo_label, journal->undo_label) != 0)
    {
      g_free (self->undo_label);
      self->undo_label = g_steal_pointer (&journal->undo_label);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
    }

  if (g_strcmp0 (self->redo_label, journal->redo_label) != 0)
    {
      g_free (self->redo_label);
      self->redo_label = g_steal_pointer (&journal->redo_label);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
    }
}

static void
count_pending (TsSession *self,
               int        difference)
{
  gboolean busy = self->n_pending > 0;

  self->n_pending += difference;

  if (busy != (self->n_pending > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Writing */

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
    ts_workbook_set_author (workplace->workbook, job->name);

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

  count_pending (self, -1);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (outcome->journal != NULL)
    take_journal_state (self, outcome->journal);

  change = g_steal_pointer (&outcome->change);
  outcome_free (outcome);

  if (change != NULL)
    g_signal_emit (self, signals[CHANGED], 0, change);

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

  count_pending (self, +1);
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

/* Reading */

/**
 * ts_session_read_async:
 * @self: a session
 * @function: reads, on the reading thread
 * @data: for @function
 * @data_free: (nullable): frees @data, on any thread
 * @result_free: (nullable): frees what @function returns if nobody takes it
 * @cancellable: (nullable): to stop
 * @callback: called when it is done; takes the result with g_task_propagate_pointer()
 * @user_data: for @callback
 */
void
ts_session_read_async (TsSession           *self,
                       TsWorkFunc           function,
                       gpointer             data,
                       GDestroyNotify       data_free,
                       GDestroyNotify       result_free,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TS_IS_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);

  if (self->closed)
    {
      if (data_free != NULL)
        data_free (data);

      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The workbook has been closed."));
      return;
    }

  ts_worker_push (self->reader, g_steal_pointer (&task), function, data, data_free, result_free);
}

TsWorker *
ts_session_get_writer (TsSession *self)
{
  return self->closed ? NULL : self->writer;
}

TsWorker *
ts_session_get_reader (TsSession *self)
{
  return self->closed ? NULL : self->reader;
}

/* Following a file that somebody else writes */

typedef struct
{
  gboolean changed;
  TsJournalState *journal;
} PollResult;

static void
poll_result_free (gpointer data)
{
  PollResult *result = data;

  g_clear_pointer (&result->journal, ts_journal_state_free);
  g_free (result);
}

static gpointer
poll_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  PollResult *result = g_new0 (PollResult, 1);

  if (!ts_workbook_check_external_change (workplace->workbook, &result->changed, error) ||
      (result->changed && (result->journal = ts_workbook_read_journal_state (workplace->workbook, error)) == NULL))
    g_clear_pointer (&result, poll_result_free);

  return result;
}

static void
poll_cb (GObject      *object,
         GAsyncResult *task,
         gpointer      user_data)
{
  TsSession *self = TS_SESSION (object);
  g_autoptr (GError) error = NULL;
  PollResult *result = g_task_propagate_pointer (G_TASK (task), &error);

  self->polling = FALSE;

  if (result == NULL)
    {
      /* The writer may be in the middle of something: the next poll tells. */
      g_debug ("Could not ask whether the workbook has changed: %s", error->message);
      return;
    }

  if (result->changed)
    {
      take_journal_state (self, result->journal);
      g_signal_emit (self, signals[CHANGED], 0, NULL);
    }

  poll_result_free (result);
}

static gboolean
poll_timeout_cb (gpointer data)
{
  TsSession *self = data;

  if (!self->polling)
    {
      self->polling = TRUE;
      ts_session_read_async (self, poll_run, NULL, NULL, poll_result_free, NULL, poll_cb, NULL);
    }

  return G_SOURCE_CONTINUE;
}

/* Opening */

typedef struct
{
  char *path;
  char *author;
  TsOpenMode mode;
  gboolean create;
} OpenJob;

static void
open_job_free (gpointer data)
{
  OpenJob *job = data;

  g_free (job->path);
  g_free (job->author);
  g_free (job);
}

static gpointer
open_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  OpenJob *job = data;

  if (job->create)
    workplace->workbook = ts_workbook_create (job->path, error);
  else
    workplace->workbook = ts_workbook_open (job->path, job->mode, error);

  if (workplace->workbook == NULL)
    return NULL;

  if (job->mode == TS_OPEN_READ_WRITE)
    ts_workbook_set_author (workplace->workbook, job->author);

  return ts_workbook_read_journal_state (workplace->workbook, error);
}

static void
open_worker (TsSession           *self,
             TsWorker            *worker,
             gboolean             create,
             TsOpenMode           mode,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  OpenJob *job = g_new (OpenJob, 1);

  *job = (OpenJob) { g_strdup (self->path), g_strdup (self->author), mode, create };
  ts_worker_push (worker, g_task_new (self, cancellable, callback, user_data), open_run, job, open_job_free,
                  (GDestroyNotify) ts_journal_state_free);
}

static void
opened_reader_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  TsSession *self = TS_SESSION (object);
  g_autoptr (GTask) task = user_data;
  g_autoptr (TsJournalState) journal = NULL;
  GError *error = NULL;

  journal = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  take_journal_state (self, journal);

  if (self->mode == TS_OPEN_READ_ONLY)
    self->poll_source = g_timeout_add (POLL_MILLISECONDS, poll_timeout_cb, self);

  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
opened_writer_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  TsSession *self = TS_SESSION (object);
  g_autoptr (GTask) task = user_data;
  g_autoptr (TsJournalState) journal = NULL;
  GError *error = NULL;

  journal = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->reader = ts_worker_new ("reader");
  open_worker (self, self->reader, FALSE, TS_OPEN_READ_ONLY, g_task_get_cancellable (task), opened_reader_cb,
               g_object_ref (task));
}

static void
start (const char          *path,
       gboolean             create,
       TsOpenMode           mode,
       const char          *author,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr (TsSession) self = NULL;
  GTask *task;

  g_return_if_fail (path != NULL && author != NULL);

  self = g_object_new (TS_TYPE_SESSION, NULL);
  self->path = g_strdup (path);
  self->author = g_strdup (author);
  self->mode = mode;

  task = g_task_new (NULL, cancellable, callback, user_data);

  if (mode == TS_OPEN_READ_WRITE)
    {
      self->writer = ts_worker_new ("writer");
      open_worker (self, self->writer, create, mode, cancellable, opened_writer_cb, task);
    }
  else
    {
      self->reader = ts_worker_new ("reader");
      open_worker (self, self->reader, FALSE, mode, cancellable, opened_reader_cb, task);
    }
}

/**
 * ts_session_create_async:
 * @path: where the workbook shall be; nothing is overwritten
 * @author: who works in it
 * @cancellable: (nullable): to stop
 * @callback: called with a session or an error; ends with [func@Session.open_finish]
 * @user_data: for @callback
 *
 * Makes an empty workbook and opens it.
 */
void
ts_session_create_async (const char          *path,
                         const char          *author,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  start (path, TRUE, TS_OPEN_READ_WRITE, author, cancellable, callback, user_data);
}

/**
 * ts_session_open_async:
 * @path: the workbook
 * @mode: to work in it, to look at it, or to read what can be read of a damaged one
 * @author: who works in it
 * @cancellable: (nullable): to stop
 * @callback: called with a session or an error
 * @user_data: for @callback
 */
void
ts_session_open_async (const char          *path,
                       TsOpenMode           mode,
                       const char          *author,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  start (path, FALSE, mode, author, cancellable, callback, user_data);
}

/**
 * ts_session_open_finish:
 * @result: what the callback got
 * @error: where to put a %TS_STORE_ERROR
 *
 * Returns: (transfer full): the session
 */
TsSession *
ts_session_open_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Closing */

static gpointer
close_run (TsWorkplace   *workplace,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_clear_pointer (&workplace->workbook, ts_workbook_close);

  return NULL;
}

static void
closed_writer_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, TRUE);
}

static void
closed_reader_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  TsSession *self = TS_SESSION (object);
  GTask *task = user_data;

  if (self->writer != NULL)
    {
      ts_worker_push (self->writer, g_task_new (self, NULL, closed_writer_cb, task), close_run, NULL, NULL, NULL);
    }
  else
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}

/* Takes the task. */
static void
close_workers (TsSession *self,
               GTask     *task)
{
  /* The reader goes first, so that the writer is the last connection, which puts everything into the one file. */
  ts_worker_push (self->reader, g_task_new (self, NULL, closed_reader_cb, task), close_run, NULL, NULL, NULL);
}

/**
 * ts_session_close_async:
 * @self: a session
 * @callback: called when everything that was asked for is kept and the file is closed
 * @user_data: for @callback
 *
 * Takes no more work from now on, does what has been asked for and closes the file. Only what is still being attached is cancelled: it may take long.
 */
void
ts_session_close_async (TsSession           *self,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (TS_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, user_data);

  if (self->closed)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  self->closed = TRUE;
  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_cancellable_cancel (self->closing);

  if (self->n_attaching > 0)
    self->close_task = task;
  else
    close_workers (self, task);
}

/**
 * ts_session_begin_attaching:
 * @self: a session that is not closed
 *
 * Keeps the workbook open until [method@Session.end_attaching]: what is taken in piece by piece is several pieces of work, between which closing would
 * otherwise find its turn.
 *
 * Returns: (transfer none) (nullable): what is cancelled when the session closes; %NULL if it has been closed already, and then nothing is
 *   to be ended
 */
GCancellable *
ts_session_begin_attaching (TsSession *self)
{
  g_return_val_if_fail (TS_IS_SESSION (self), NULL);

  if (self->closed)
    return NULL;

  self->n_attaching++;

  return self->closing;
}

/**
 * ts_session_end_attaching:
 * @self: a session
 */
void
ts_session_end_attaching (TsSession *self)
{
  g_return_if_fail (TS_IS_SESSION (self) && self->n_attaching > 0);

  self->n_attaching--;

  if (self->n_attaching == 0 && self->close_task != NULL)
    close_workers (self, g_steal_pointer (&self->close_task));
}

gboolean
ts_session_close_finish (TsSession     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The object */

static void
ts_session_finalize (GObject *object)
{
  TsSession *self = TS_SESSION (object);

  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_clear_pointer (&self->reader, ts_worker_unref);
  g_clear_pointer (&self->writer, ts_worker_unref);
  g_clear_object (&self->closing);
  g_free (self->path);
  g_free (self->author);
  g_free (self->person_name);
  g_free (self->person_role);
  g_free (self->undo_label);
  g_free (self->redo_label);

  G_OBJECT_CLASS (ts_session_parent_class)->finalize (object);
}

static void
ts_session_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TsSession *self = TS_SESSION (object);

  switch (property_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;

    case PROP_TITLE:
      g_value_take_string (value, ts_session_dup_title (self));
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, ts_session_get_read_only (self));
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, ts_session_get_busy (self));
      break;

    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;

    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_session_class_init (TsSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ts_session_finalize;
  object_class->get_property = ts_session_get_property;

  /**
   * TsSession:path:
   *
   * Where the workbook is.
   */
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TsSession:title:
   *
   * The workbook's name for people.
   */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TsSession:read-only:
   *
   * Whether nothing can be changed.
   */
  properties[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TsSession:busy:
   *
   * Whether something has been asked for that is not yet kept.
   */
  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TsSession:undo-label:
   *
   * What an undo would undo; %NULL where there is nothing.
   */
  properties[PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TsSession:redo-label:
   *
   * What a redo would do again; %NULL where there is nothing.
   */
  properties[PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TsSession::changed:
   * @self: a session
   * @change: (nullable): what was changed; %NULL when another program changed the file
   */
  signals[CHANGED] = g_signal_new ("changed", TS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ts_session_init (TsSession *self)
{
  self->closing = g_cancellable_new ();
}

const char *
ts_session_get_path (TsSession *self)
{
  g_return_val_if_fail (TS_IS_SESSION (self), NULL);

  return self->path;
}

/**
 * ts_session_dup_title:
 * @self: a session
 *
 * Returns: (transfer full): the file's name without its ending, in valid UTF-8
 */
char *
ts_session_dup_title (TsSession *self)
{
  g_autofree char *name = NULL;
  char *title;

  g_return_val_if_fail (TS_IS_SESSION (self), NULL);

  name = g_filename_display_basename (self->path != NULL ? self->path : "");
  title = g_strdup (name);

  if (g_str_has_suffix (title, ".touchstone"))
    title[strlen (title) - strlen (".touchstone")] = '\0';

  return title;
}

TsOpenMode
ts_session_get_mode (TsSession *self)
{
  g_return_val_if_fail (TS_IS_SESSION (self), TS_OPEN_READ_ONLY);

  return self->mode;
}

gboolean
ts_session_get_read_only (TsSession *self)
{
  g_return_val_if_fail (TS_IS_SESSION (self), TRUE);

  return self->mode != TS_OPEN_READ_WRITE;
}

gboolean
ts_session_get_busy (TsSession *self)
{
  g_return_val_if_fail (TS_IS_SESSION (self), FALSE);

  return self->n_pending > 0;
}

const char *
ts_session_get_undo_label (TsSession *self)
{
  g_return_val_if_fail (TS_IS_SESSION (self), NULL);

  return self->undo_label;
}

const char *
ts_session_get_redo_label (TsSession *self)
{
  g_return_val_if_fail (TS_IS_SESSION (self), NULL);

  return self->redo_label;
}

/**
 * ts_session_set_person:
 * @self: a session
 * @name: who works from now on; not empty
 * @role: (nullable): in which role
 *
 * Changes that are asked for from now on say that they are by this person. With the first of them the person is noted in the workbook, or
 * the role where it is another than before.
 */
void
ts_session_set_person (TsSession  *self,
                       const char *name,
                       const char *role)
{
  g_autofree char *clean_name = NULL;

  g_return_if_fail (TS_IS_SESSION (self));
  g_return_if_fail (name != NULL);

  clean_name = ts_text_clean (name, -1, TS_TEXT_LINE);

  g_return_if_fail (*clean_name != '\0');

  g_free (self->person_name);
  g_free (self->person_role);
  self->person_name = g_steal_pointer (&clean_name);
  self->person_role = ts_text_clean (role != NULL ? role : "", -1, TS_TEXT_LINE);
}
