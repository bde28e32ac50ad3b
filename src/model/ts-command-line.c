/* ts-command-line.c — a command of touchstonectl as somebody would type it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-command-line.h"

#include <string.h>

/**
 * ts_command_line_add_word:
 * @line: a command
 * @word: its next word; it is quoted where a shell would take it for anything else, and else stays as it is, so that a command can be read
 */
void
ts_command_line_add_word (GString    *line,
                          const char *word)
{
  static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+./:,@%";
  gboolean is_plain;
  g_autofree char *quoted = NULL;

  g_return_if_fail (line != NULL && word != NULL);

  is_plain = *word != '\0' && strspn (word, plain) == strlen (word);
  quoted = is_plain ? g_strdup (word) : g_shell_quote (word);

  if (line->len > 0)
    g_string_append_c (line, ' ');

  g_string_append (line, quoted);
}

/**
 * ts_command_line_add_option:
 * @line: a command
 * @option: an option, such as `--year`
 * @value: (nullable): its value; without one there is no such option
 */
void
ts_command_line_add_option (GString    *line,
                            const char *option,
                            const char *value)
{
  g_return_if_fail (line != NULL && option != NULL);

  if (value == NULL)
    return;

  ts_command_line_add_word (line, option);
  ts_command_line_add_word (line, value);
}

/**
 * ts_command_line_begin:
 * @command: such as `chart`
 * @workbook: the workbook's path
 * @kind: which chart or table
 *
 * Returns: (transfer full): the beginning of the command, to which options are added
 */
GString *
ts_command_line_begin (const char *command,
                       const char *workbook,
                       const char *kind)
{
  GString *line;

  g_return_val_if_fail (command != NULL && workbook != NULL && kind != NULL, NULL);

  line = g_string_new (NULL);
  ts_command_line_add_word (line, "touchstonectl");
  ts_command_line_add_word (line, command);

  /* A file may have a name that looks like an option. */
  if (*workbook == '-')
    {
      g_autofree char *path = g_build_filename (".", workbook, NULL);

      ts_command_line_add_word (line, path);
    }
  else
    {
      ts_command_line_add_word (line, workbook);
    }

  ts_command_line_add_word (line, kind);

  return line;
}
