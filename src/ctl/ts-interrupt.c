/* ts-interrupt.c — being interrupted
 *
 * A signal handler may do next to nothing, so no handler is set: the signals are blocked, and a thread waits for them and cancels what
 * is going on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-interrupt.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static GCancellable *cancellable;

static gpointer
wait_for_signals (gpointer data)
{
  sigset_t *signals = data;
  int number;

  if (sigwait (signals, &number) == 0)
    g_cancellable_cancel (cancellable);

  /* Whoever asks twice does not want to wait; what is being written is a transaction, which ends undone. */
  if (sigwait (signals, &number) == 0)
    _exit (128 + number);

  return NULL;
}

/**
 * ts_interrupt_watch:
 *
 * From here on Ctrl+C and a polite kill cancel the cancellable; a second one ends the program. Called once, before there are other threads.
 */
void
ts_interrupt_watch (void)
{
  static sigset_t signals;

  g_assert (cancellable == NULL);

  cancellable = g_cancellable_new ();
  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signals, &signals));
}

/**
 * ts_interrupt_get_cancellable:
 *
 * Returns: (transfer none): what is cancelled when the program is interrupted
 */
GCancellable *
ts_interrupt_get_cancellable (void)
{
  return cancellable;
}
