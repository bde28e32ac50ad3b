/* ts-session-open.c — opening a workbook, following it, and closing it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-object.h"

#include "store/ts-reader.h"

/* How often a window that only looks asks whether the file has changed. */
#define POLL_MILLISECONDS 500

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
      ts_session_take_journal_state (self, result->journal);
      ts_session_emit_changed (self, NULL);
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

  ts_workbook_set_reader (workplace->workbook, job->author);

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

  ts_session_take_journal_state (self, journal);

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
