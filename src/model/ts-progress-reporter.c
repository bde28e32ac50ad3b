/* ts-progress-reporter.c — how far a thread has come, told to the main context
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-progress-reporter.h"

#define INTERVAL_MICROSECONDS (100 * 1000)

struct _TsProgress
{
  gatomicrefcount references;
  GMainContext *context;
  TsProgressFunc function;
  gpointer data;
  GMutex mutex;
  gint64 done;
  gint64 total;
  gint64 told_at;
  gboolean ended;
};

/**
 * ts_progress_reporter_new:
 * @function: (nullable): called in the context that is the thread's default now
 * @data: for @function
 *
 * Returns: (transfer full): a progress that nothing has been told of yet
 */
TsProgressReporter *
ts_progress_reporter_new (TsProgressFunc function,
                          gpointer       data)
{
  TsProgressReporter *self = g_new0 (TsProgressReporter, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref_thread_default ();
  self->function = function;
  self->data = data;

  return self;
}

static void
release (gpointer data)
{
  TsProgressReporter *self = data;

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * ts_progress_reporter_unref:
 * @self: a progress
 *
 * Ends it: from now on the function is not called any more.
 */
void
ts_progress_reporter_unref (TsProgressReporter *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->ended = TRUE;
  g_mutex_unlock (&self->mutex);

  release (self);
}

static gboolean
tell_cb (gpointer data)
{
  TsProgressReporter *self = data;
  gint64 done;
  gint64 total;
  gboolean ended;

  g_mutex_lock (&self->mutex);
  done = self->done;
  total = self->total;
  ended = self->ended;
  g_mutex_unlock (&self->mutex);

  if (!ended)
    self->function (done, total, self->data);

  return G_SOURCE_REMOVE;
}

/* With the mutex held. */
static void
tell (TsProgressReporter *self)
{
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GSource) source = NULL;

  if (self->function == NULL || now - self->told_at < INTERVAL_MICROSECONDS)
    return;

  self->told_at = now;
  g_atomic_ref_count_inc (&self->references);

  /* Not g_main_context_invoke(): between two turns of the loop it would call the function on this thread. */
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, self, release);
  g_source_attach (source, self->context);
}

/**
 * ts_progress_reporter_set_total:
 * @self: a progress
 * @total: of how much; 0 where that is not known
 */
void
ts_progress_reporter_set_total (TsProgressReporter *self,
                                gint64              total)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->total = total;
  g_mutex_unlock (&self->mutex);
}

/**
 * ts_progress_reporter_set_done:
 * @self: a progress
 * @done: how much is done
 */
void
ts_progress_reporter_set_done (TsProgressReporter *self,
                               gint64              done)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->done = done;
  tell (self);
  g_mutex_unlock (&self->mutex);
}

/**
 * ts_progress_reporter_add:
 * @self: a progress
 * @more: how much more is done
 */
void
ts_progress_reporter_add (TsProgressReporter *self,
                          gint64              more)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->done += more;
  tell (self);
  g_mutex_unlock (&self->mutex);
}

/**
 * ts_progress_reporter_report:
 * @done: how much is done
 * @total: of how much
 * @reporter: a progress
 *
 * Tells both; as a #TsProgressFunction.
 */
void
ts_progress_reporter_report (guint64  done,
                             guint64  total,
                             gpointer reporter)
{
  ts_progress_reporter_set_total (reporter, (gint64) total);
  ts_progress_reporter_set_done (reporter, (gint64) done);
}
