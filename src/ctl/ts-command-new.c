/* ts-command-new.c — touchstonectl new
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-arguments.h"
#include "ctl/ts-terminal.h"
#include "store/ts-workbook.h"

#include <glib/gi18n-lib.h>

TsExit
ts_command_new (int    n_arguments,
                char **arguments)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = NULL;
  TsExit exit;

  if (!ts_arguments_read (&n_arguments, &arguments, options, NULL, "WORKBOOK",
                          _("Makes an empty workbook. A file that is there is never overwritten."), 1, 1, &exit))
    return exit;

  workbook = ts_workbook_create (arguments[1], &error);

  return workbook != NULL ? TS_EXIT_DONE : ts_terminal_fail (error);
}
