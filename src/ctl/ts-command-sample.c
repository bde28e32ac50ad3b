/* ts-command-sample.c — touchstonectl sample
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-arguments.h"
#include "ctl/ts-interrupt.h"
#include "ctl/ts-terminal.h"
#include "exchange/ts-sample.h"

#include <glib/gi18n-lib.h>

TsExit
ts_command_sample (int    n_arguments,
                   char **arguments)
{
  gboolean national = FALSE;
  gint64 seed = TS_SAMPLE_SEED;
  const GOptionEntry options[] = {
    { "national", 0, 0, G_OPTION_ARG_NONE, &national, N_("make a country of ten regions and 152 commissioners instead"), NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_("a number that moves the minutes at which things happened and, of a country, who has which level; 1 if not given"), N_("N") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  TsExit exit;

  if (!ts_arguments_read (&n_arguments, &arguments, options, NULL, "WORKBOOK",
                          _("Makes a workbook with a fictional region of eight commissioners, one of them told in full: two years, evidence\n"
                            "files, governance and targets. Every organisation and person in it is invented. The same seed gives the\n"
                            "same workbook. A file that is there is never overwritten.\n\n"
                            "With --national, a country as fictional: two years of 152 commissioners. Only the counts of the first year’s\n"
                            "final levels are real: they are those published for England in 2008/09, by competency and governance area."),
                          1, 1, &exit))
    return exit;

  if (seed < 0 || seed > G_MAXUINT32)
    return ts_arguments_refuse ("sample", _("the seed must be a whole number from 0 to %u"), G_MAXUINT32);

  if (!ts_sample_create (arguments[1], national ? TS_SAMPLE_COUNTRY : TS_SAMPLE_REGION, (guint32) seed, ts_interrupt_get_cancellable (), ts_terminal_print_progress, NULL, &error))
    return ts_terminal_fail (error);

  ts_terminal_end_progress ();

  return TS_EXIT_DONE;
}
