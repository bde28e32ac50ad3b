/* ts-command-verify.c — touchstonectl verify
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-arguments.h"
#include "ctl/ts-interrupt.h"
#include "ctl/ts-output.h"
#include "ctl/ts-terminal.h"
#include "store/ts-verify.h"

#include <glib/gi18n-lib.h>

static TsExit
print_problems (const char           *path,
                const TsVerifyReport *report)
{
  for (guint i = 0; i < report->problems->len; i++)
    {
      const TsVerifyProblem *problem = g_ptr_array_index (report->problems, i);

      ts_terminal_print_error ("%s: %s: %s", path, problem->where, problem->what);
    }

  if (report->more_problems)
    ts_terminal_print_error (_("%s: there is more than that"), path);

  return TS_EXIT_FAILED;
}

static TsExit
print_summary (const char           *path,
               const TsVerifyReport *report)
{
  g_autofree char *size = g_format_size (report->n_content_bytes);
  g_autofree char *text = NULL;

  text = g_strdup_printf (_("%s is whole: %llu changes, %llu rows, %llu sign-offs, %llu evidence files (%s).\nThe journal ends with %s\n"),
                          path, (unsigned long long) report->n_changes, (unsigned long long) report->n_rows,
                          (unsigned long long) report->n_sign_offs, (unsigned long long) report->n_contents, size,
                          *report->head != '\0' ? report->head : _("nothing yet"));

  return ts_output_print (text) ? TS_EXIT_DONE : TS_EXIT_FAILED;
}

TsExit
ts_command_verify (int    n_arguments,
                   char **arguments)
{
  const GOptionEntry options[] = { { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = NULL;
  g_autoptr (TsVerifyReport) report = NULL;
  g_autofree char *path = NULL;
  TsExit exit;

  if (!ts_arguments_read (&n_arguments, &arguments, options, NULL, "WORKBOOK",
                          _("Proves that a workbook is whole: that the file is sound, that no entry of the journal was altered, that every\n"
                            "evidence file is what was attached, that the journal, replayed, gives the tables row for row, and that each approval\n"
                            "carries the seal of what was approved. Prints what is wrong and where, and changes nothing."),
                          1, 1, &exit))
    return exit;

  workbook = ts_workbook_open (arguments[1], TS_OPEN_READ_ONLY, &error);

  if (workbook == NULL)
    return ts_terminal_fail (error);

  report = ts_workbook_verify (workbook, ts_interrupt_get_cancellable (), ts_terminal_print_progress, NULL, &error);
  ts_terminal_end_progress ();

  if (report == NULL)
    return ts_terminal_fail (error);

  path = g_filename_display_name (arguments[1]);

  return ts_verify_report_is_clean (report) ? print_summary (path, report) : print_problems (path, report);
}
