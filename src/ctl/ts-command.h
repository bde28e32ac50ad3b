/* ts-command.h — one subcommand of touchstonectl
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TsExit:
 * @TS_EXIT_DONE: what was asked for has been done
 * @TS_EXIT_FAILED: it has not, and the workbook is as it was
 * @TS_EXIT_USAGE: it was not understood
 */
typedef enum
{
  TS_EXIT_DONE = 0,
  TS_EXIT_FAILED = 1,
  TS_EXIT_USAGE = 2,
} TsExit;

/**
 * TsCommand:
 * @name: what is typed
 * @summary: one line about it, not yet translated
 * @run: does it; @arguments begins with the name
 */
typedef struct
{
  const char *name;
  const char *summary;
  TsExit (*run) (int    n_arguments,
                 char **arguments);
} TsCommand;

TsExit ts_command_new (int    n_arguments,
                       char **arguments);
TsExit ts_command_report (int    n_arguments,
                          char **arguments);
TsExit ts_command_sample (int    n_arguments,
                          char **arguments);
TsExit ts_command_frameworks (int    n_arguments,
                              char **arguments);
TsExit ts_command_import (int    n_arguments,
                          char **arguments);
TsExit ts_command_export (int    n_arguments,
                          char **arguments);
TsExit ts_command_chart (int    n_arguments,
                         char **arguments);
TsExit ts_command_verify (int    n_arguments,
                          char **arguments);

G_END_DECLS
