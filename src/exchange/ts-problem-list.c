/* ts-problem-list.c — what is wrong with a file, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-problem-list.h"

#include "exchange/ts-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  guint64 line;
  char *text;
  gsize message; /* where in the text the words begin that follow the file and line */
} Problem;

struct _TsProblemList
{
  char *file;
  GArray *problems; /* by line */
  guint64 n_found;
};

static void
problem_clear (gpointer data)
{
  Problem *problem = data;

  g_free (problem->text);
}

/**
 * ts_problem_list_new:
 * @file: the file's name, which begins each problem
 *
 * Returns: (transfer full): an empty list
 */
TsProblemList *
ts_problem_list_new (const char *file)
{
  TsProblemList *self;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_new0 (TsProblemList, 1);
  self->file = g_strdup (file);
  self->problems = g_array_new (FALSE, FALSE, sizeof (Problem));
  g_array_set_clear_func (self->problems, problem_clear);

  return self;
}

void
ts_problem_list_free (TsProblemList *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->problems);
  g_free (self->file);
  g_free (self);
}

const char *
ts_problem_list_get_file (const TsProblemList *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->file;
}

/* Takes the text, of which the message is the end. Of many problems only those of the first lines are kept. */
static void
insert (TsProblemList *self,
        guint64        line,
        char          *text,
        const char    *message)
{
  Problem problem = { .line = line, .text = text, .message = strlen (text) - strlen (message) };
  guint position = self->problems->len;

  self->n_found++;

  while (position > 0 && g_array_index (self->problems, Problem, position - 1).line > line)
    position--;

  if (position == TS_PROBLEM_LIST_MOST)
    {
      g_free (text);
      return;
    }

  if (self->problems->len == TS_PROBLEM_LIST_MOST)
    g_array_set_size (self->problems, TS_PROBLEM_LIST_MOST - 1);

  g_array_insert_val (self->problems, position, problem);
}

/**
 * ts_problem_list_add:
 * @self: a list
 * @line: the line, from 1; 0 where it is the whole file
 * @format: what is wrong, in words that follow a colon
 *
 * Adds a problem; they need not come in the order of lines.
 */
void
ts_problem_list_add (TsProblemList *self,
                     guint64        line,
                     const char    *format,
                     ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  g_return_if_fail (self != NULL);

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (line > 0)
    insert (self, line, g_strdup_printf ("%s:%" G_GUINT64_FORMAT ": %s", self->file, line, message), message);
  else
    insert (self, line, g_strdup_printf ("%s: %s", self->file, message), message);
}

/**
 * ts_problem_list_add_whole:
 * @self: a list
 * @problem: what is wrong, which says the file already
 *
 * Adds a problem of no line behind those of no line that were found before.
 */
void
ts_problem_list_add_whole (TsProblemList *self,
                           const char    *problem)
{
  g_return_if_fail (self != NULL && problem != NULL);

  insert (self, 0, g_strdup (problem), problem);
}

/**
 * ts_problem_list_get_n_found:
 * @self: a list
 *
 * Returns: how many problems there are, whether kept or not
 */
guint64
ts_problem_list_get_n_found (const TsProblemList *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_found;
}

guint
ts_problem_list_get_n_kept (const TsProblemList *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->problems->len;
}

/**
 * ts_problem_list_get:
 * @self: a list
 * @position: less than [method@ProblemList.get_n_kept]
 *
 * Returns: (transfer none): the problem, "FILE:LINE: what is wrong"; they are in the order of lines
 */
const char *
ts_problem_list_get (const TsProblemList *self,
                     guint                position)
{
  g_return_val_if_fail (self != NULL && position < self->problems->len, NULL);

  return g_array_index (self->problems, Problem, position).text;
}

/**
 * ts_problem_list_describe:
 * @self: a list
 * @position: less than [method@ProblemList.get_n_kept]
 *
 * Returns: (transfer full): the problem for somebody who knows which file it is: "Line 3: what is wrong"
 */
char *
ts_problem_list_describe (const TsProblemList *self,
                          guint                position)
{
  const Problem *problem;

  g_return_val_if_fail (self != NULL && position < self->problems->len, NULL);

  problem = &g_array_index (self->problems, Problem, position);

  if (problem->line == 0)
    return g_strdup (problem->text + problem->message);

  /* Translators: a line of a file, and what is wrong there */
  return g_strdup_printf (_("Line %llu: %s"), (unsigned long long) problem->line, problem->text + problem->message);
}

/**
 * ts_problem_list_set_error:
 * @self: a list
 * @error: where to put %TS_EXCHANGE_ERROR_INVALID, if there are problems
 *
 * Returns: whether there are no problems
 */
gboolean
ts_problem_list_set_error (const TsProblemList  *self,
                           GError              **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->n_found == 0)
    return TRUE;

  g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE,
                            "%s: %llu problem was found, so nothing was imported.",
                            "%s: %llu problems were found, so nothing was imported.",
                            self->n_found),
               self->file, (unsigned long long) self->n_found);

  return FALSE;
}
