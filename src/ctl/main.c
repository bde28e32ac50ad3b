/* main.c — touchstonectl: Touchstone without a display
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-command.h"
#include "ctl/ts-interrupt.h"
#include "ctl/ts-output.h"
#include "ctl/ts-terminal.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>

static const TsCommand commands[] = {
  { "new", N_("make an empty workbook"), ts_command_new },
  { "sample", N_("make a workbook with fictional example data"), ts_command_sample },
  { "frameworks", N_("list the built-in frameworks, or print one"), ts_command_frameworks },
  { "import", N_("read organisations, ratings, outcomes, panels, interests or a framework from a file"), ts_command_import },
  { "export", N_("write a table: levels, gaps, ranks, agreement, evidence, the journal and more"), ts_command_export },
  { "chart", N_("draw a chart"), ts_command_chart },
  { "report", N_("make a PDF: a submission, a panel’s report, a comparison or the register of interests"), ts_command_report },
  { "verify", N_("prove that a workbook is whole"), ts_command_verify },
};

static TsExit
print_help (void)
{
  g_autoptr (GString) help = g_string_new (NULL);

  g_string_append (help, _("Usage: touchstonectl COMMAND [OPTION…] [ARGUMENT…]\n\n"
                           "Touchstone without a display: competency assurance of health commissioners.\n\n"
                           "Commands:\n"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (help, "  %-12s %s\n", commands[i].name, _(commands[i].summary));

  g_string_append (help, _("\n“touchstonectl COMMAND --help” says more of each.\n"
                           "Exit status: 0 done, 1 failed, 2 not understood. A command that fails leaves the workbook as it was.\n"));

  return ts_output_print (help->str) ? TS_EXIT_DONE : TS_EXIT_FAILED;
}

static TsExit
run (int    n_arguments,
     char **arguments)
{
  const char *name = n_arguments > 1 ? arguments[1] : NULL;

  if (name == NULL)
    {
      ts_terminal_print_error (_("a command is missing"));
      ts_terminal_print_hint (NULL);
      return TS_EXIT_USAGE;
    }

  if (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help"))
    return print_help ();

  if (g_str_equal (name, "--version"))
    return ts_output_print ("touchstonectl " PACKAGE_VERSION "\n") ? TS_EXIT_DONE : TS_EXIT_FAILED;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i].name, name))
        return commands[i].run (n_arguments - 1, arguments + 1);
    }

  ts_terminal_print_error (_("there is no command “%s”"), name);
  ts_terminal_print_hint (NULL);

  return TS_EXIT_USAGE;
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALE_DIRECTORY);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  /* Only plain files are read and written: no daemon need be started for that. */
  g_setenv ("GIO_USE_VFS", "local", FALSE);
  g_set_prgname ("touchstonectl");

  /* A reader that goes away is an error that can be told, not a reason to die in the middle. */
  signal (SIGPIPE, SIG_IGN);
  ts_interrupt_watch ();

  return run (argc, argv);
}
