/* ts-command-line.h — a command of touchstonectl as somebody would type it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *ts_command_line_begin (const char *command,
                                const char *workbook,
                                const char *kind);
void ts_command_line_add_word (GString    *line,
                               const char *word);
void ts_command_line_add_option (GString    *line,
                                 const char *option,
                                 const char *value);

G_END_DECLS
