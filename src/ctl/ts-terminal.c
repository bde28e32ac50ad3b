/* ts-terminal.c — what is said to the person at the terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-terminal.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

/* Work that is done sooner needs no bar. */
#define PATIENCE G_USEC_PER_SEC

#define BETWEEN_DRAWINGS (G_USEC_PER_SEC / 10)

#define N_CELLS 40

static gint64 begun;
static gint64 last_drawn;

/**
 * ts_terminal_print_error:
 * @format: what went wrong
 *
 * Prints a line that begins with the program's name on the standard error.
 */
void
ts_terminal_print_error (const char *format,
                         ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  ts_terminal_end_progress ();
  g_printerr ("touchstonectl: %s\n", message);
}

/**
 * ts_terminal_print_hint:
 * @command: (nullable): the command that was not understood, %NULL for the program itself
 *
 * Says where to read on.
 */
void
ts_terminal_print_hint (const char *command)
{
  if (command != NULL)
    g_printerr (_("Try “touchstonectl %s --help”.\n"), command);
  else
    g_printerr (_("Try “touchstonectl --help”.\n"));
}

/**
 * ts_terminal_fail:
 * @error: why
 *
 * Returns: the exit status of a command that failed, after saying why
 */
TsExit
ts_terminal_fail (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ts_terminal_print_error (_("interrupted; nothing was changed"));
  else
    ts_terminal_print_error ("%s", error->message);

  return TS_EXIT_FAILED;
}

/**
 * ts_terminal_print_progress:
 * @done: how much has been done
 * @total: of how much, or 0 where nobody knows
 * @data: (nullable): not used
 *
 * A progress function: draws a bar on a terminal once the work has taken a second.
 */
void
ts_terminal_print_progress (guint64  done,
                            guint64  total,
                            gpointer data)
{
  gint64 now = g_get_monotonic_time ();
  char cells[N_CELLS + 1];
  guint n_full;

  if (begun == 0)
    begun = now;

  if (now - begun < PATIENCE || now - last_drawn < BETWEEN_DRAWINGS || !isatty (STDERR_FILENO))
    return;

  last_drawn = now;

  if (total == 0)
    {
      g_printerr ("\r\033[K%" G_GUINT64_FORMAT, done);
      return;
    }

  n_full = (guint) (MIN (done, total) * (double) N_CELLS / total);

  for (guint i = 0; i < N_CELLS; i++)
    cells[i] = i < n_full ? '#' : '.';

  cells[N_CELLS] = '\0';
  g_printerr ("\r\033[K[%s] %3u %%", cells, (guint) (MIN (done, total) * 100.0 / total));
}

/**
 * ts_terminal_end_progress:
 *
 * Takes the bar away. What is reported next is new work.
 */
void
ts_terminal_end_progress (void)
{
  if (last_drawn != 0)
    g_printerr ("\r\033[K");

  begun = 0;
  last_drawn = 0;
}
