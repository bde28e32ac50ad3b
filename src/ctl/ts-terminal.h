/* ts-terminal.h — what is said to the person at the terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ctl/ts-command.h"

G_BEGIN_DECLS

void ts_terminal_print_error (const char *format,
                              ...) G_GNUC_PRINTF (1, 2);
void ts_terminal_print_hint (const char *command);
TsExit ts_terminal_fail (const GError *error);
void ts_terminal_print_progress (guint64  done,
                                 guint64  total,
                                 gpointer data);
void ts_terminal_end_progress (void);

G_END_DECLS
