/* ts-worker.c — a thread with a workbook of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-worker.h"

typedef struct
{
  GTask *task;
  TsWorkFunc function;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  gpointer result;
  GError *error;
} Job;

typedef struct
{
  GMutex mutex;
  GCond condition;
  gboolean done;
  GCancellable *cancellable;
  TsWorkFunc function;
  gpointer data;
  gpointer result;
  GError *error;
} Call;

struct _TsWorker
{
  gatomicrefcount references;
  GAsyncQueue *jobs;
  GThread *thread;
};

/* The last job of a worker: its thread ends there. */
static Job end_of_work;

static gboolean
deliver_cb (gpointer data)
{
  Job *job = data;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, job->result, job->result_free);

  return G_SOURCE_REMOVE;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->task);
  g_free (job);
}

/* The task is let go where it was made: what it holds, a session perhaps, must not be finalised on this thread. */
static void
deliver (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, deliver_cb, job, job_free);
  g_source_attach (source, g_task_get_context (job->task));
}

static void
job_run (Job         *job,
         TsWorkplace *workplace)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);

  if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    {
      if (workplace->workbook != NULL)
        ts_workbook_set_cancellable (workplace->workbook, cancellable);

      job->result = job->function (workplace, job->data, cancellable, &job->error);

      if (workplace->workbook != NULL)
        ts_workbook_set_cancellable (workplace->workbook, NULL);
    }

  if (job->data_free != NULL)
    job->data_free (job->data);

  deliver (job);
}

static gpointer
worker_thread (gpointer data)
{
  g_autoptr (GAsyncQueue) jobs = data;
  TsWorkplace workplace = { .frameworks = ts_framework_cache_new () };

  while (TRUE)
    {
      Job *job = g_async_queue_pop (jobs);

      if (job == &end_of_work)
        break;

      job_run (job, &workplace);
    }

  g_clear_pointer (&workplace.workbook, ts_workbook_close);
  ts_framework_cache_free (workplace.frameworks);

  return NULL;
}

/**
 * ts_worker_new:
 * @name: the thread's name, for debuggers; at most 15 bytes
 *
 * Starts a thread. Its first piece of work opens the workbook and puts it into the workplace.
 *
 * Returns: (transfer full): a worker
 */
TsWorker *
ts_worker_new (const char *name)
{
  TsWorker *self = g_new0 (TsWorker, 1);

  g_atomic_ref_count_init (&self->references);
  self->jobs = g_async_queue_new ();
  self->thread = g_thread_new (name, worker_thread, g_async_queue_ref (self->jobs));

  return self;
}

TsWorker *
ts_worker_ref (TsWorker *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * ts_worker_unref:
 * @self: a worker
 *
 * With the last reference the thread does what has been pushed, closes its workbook and ends. That is not waited for; push a last
 * piece of work that closes the workbook to know when.
 */
void
ts_worker_unref (TsWorker *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_async_queue_push (self->jobs, &end_of_work);
  g_thread_unref (self->thread);
  g_async_queue_unref (self->jobs);
  g_free (self);
}

/**
 * ts_worker_push:
 * @self: a worker
 * @task: (transfer full): gets the result
 * @function: what to do
 * @data: for @function
 * @data_free: (nullable): frees @data, on the worker's thread
 * @result_free: (nullable): frees the result if nobody takes it
 */
void
ts_worker_push (TsWorker       *self,
                GTask          *task,
                TsWorkFunc      function,
                gpointer        data,
                GDestroyNotify  data_free,
                GDestroyNotify  result_free)
{
  Job *job;

  g_return_if_fail (self != NULL && task != NULL && function != NULL);

  job = g_new (Job, 1);
  *job = (Job) { .task = task, .function = function, .data = data, .data_free = data_free, .result_free = result_free };
  g_async_queue_push (self->jobs, job);
}

static gpointer
call_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Call *call = data;

  if (!g_cancellable_set_error_if_cancelled (call->cancellable, &call->error))
    {
      ts_workbook_set_cancellable (workplace->workbook, call->cancellable);
      call->result = call->function (workplace, call->data, call->cancellable, &call->error);
      ts_workbook_set_cancellable (workplace->workbook, NULL);
    }

  g_mutex_lock (&call->mutex);
  call->done = TRUE;
  g_cond_signal (&call->condition);
  g_mutex_unlock (&call->mutex);

  return NULL;
}

/**
 * ts_worker_call:
 * @self: a worker that has opened its workbook
 * @function: what to do
 * @data: for @function
 * @cancellable: (nullable): whether to stop
 * @error: where to put why it failed
 *
 * Has a piece of work done and waits for it. Never on the main thread, and never on the worker's.
 *
 * Returns: what @function returned
 */
gpointer
ts_worker_call (TsWorker      *self,
                TsWorkFunc     function,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Call call = { .cancellable = cancellable, .function = function, .data = data };

  g_return_val_if_fail (self != NULL && function != NULL, NULL);
  g_return_val_if_fail (g_thread_self () != self->thread, NULL);

  g_mutex_init (&call.mutex);
  g_cond_init (&call.condition);

  ts_worker_push (self, g_task_new (NULL, NULL, NULL, NULL), call_run, &call, NULL, NULL);

  g_mutex_lock (&call.mutex);
  while (!call.done)
    g_cond_wait (&call.condition, &call.mutex);
  g_mutex_unlock (&call.mutex);

  g_mutex_clear (&call.mutex);
  g_cond_clear (&call.condition);

  if (call.error != NULL)
    g_propagate_error (error, call.error);

  return call.result;
}
