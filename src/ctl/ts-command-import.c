/* ts-command-import.c — touchstonectl import
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-error.h"
#include "ctl/ts-arguments.h"
#include "ctl/ts-interrupt.h"
#include "ctl/ts-output.h"
#include "ctl/ts-terminal.h"
#include "exchange/ts-framework-import.h"
#include "exchange/ts-input-file.h"
#include "exchange/ts-organisations-import.h"
#include "exchange/ts-outcomes-import.h"
#include "exchange/ts-ratings-import.h"
#include "exchange/ts-review-import.h"
#include "store/ts-reader.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef TsChange *(*ImportTable) (TsWorkbook  *workbook,
                                  TsImport    *import,
                                  GError     **error);

static const struct
{
  const char *kind;
  ImportTable import;
} tables[] = {
  { "interests", ts_interests_import },
  { "organisations", ts_organisations_import },
  { "outcomes", ts_outcomes_import },
  { "panels", ts_panels_import },
  { "ratings", ts_ratings_import },
};

static const char *
get_author (void)
{
  const char *name = g_get_real_name ();

  if (name == NULL || *name == '\0' || g_str_equal (name, "Unknown") || !g_utf8_validate (name, -1, NULL))
    name = g_get_user_name ();

  return name != NULL && g_utf8_validate (name, -1, NULL) ? name : "";
}

static void
print_problems (const TsProblemList *problems)
{
  guint64 n_more = ts_problem_list_get_n_found (problems) - ts_problem_list_get_n_kept (problems);

  for (guint i = 0; i < ts_problem_list_get_n_kept (problems); i++)
    ts_terminal_print_error ("%s", ts_problem_list_get (problems, i));

  if (n_more > 0)
    ts_terminal_print_error (g_dngettext (GETTEXT_PACKAGE,
                                          "and %llu more problem",
                                          "and %llu more problems", n_more),
                             (unsigned long long) n_more);
}

static guint64
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && S_ISREG (status.st_mode) ? status.st_size : 0;
}

static TsChange *
read_table (TsWorkbook   *workbook,
            ImportTable   import_table,
            const char   *path,
            TsImport     *import,
            GError      **error)
{
  g_autofree char *file = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *path_name = g_filename_display_name (path);
  g_autoptr (GInputStream) stream = ts_input_file_open (path, error);
  g_autoptr (TsProblemList) problems = ts_problem_list_new (path_name);
  TsChange *change;

  if (stream == NULL)
    return NULL;

  import->file = name;
  import->stream = stream;
  import->size = get_size (path);
  import->problems = problems;
  import->cancellable = ts_interrupt_get_cancellable ();
  import->progress = ts_terminal_print_progress;

  change = import_table (workbook, import, error);

  ts_terminal_end_progress ();
  print_problems (problems);

  return change;
}

static TsChange *
read_change (TsWorkbook  *workbook,
             const char  *kind,
             const char  *path,
             TsImport    *import,
             GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (g_str_equal (tables[i].kind, kind))
        return read_table (workbook, tables[i].import, path, import, error);
    }

  import->n_created = 1;

  return ts_framework_import (workbook, path, error);
}

static gboolean
is_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (g_str_equal (tables[i].kind, kind))
        return TRUE;
    }

  return g_str_equal (kind, "framework");
}

static TsExit
report (const TsImport *import,
        const TsChange *change)
{
  g_autofree char *text = g_strdup_printf (_("%s: %u new, %u changed, %u taken away, %u as they were\n"), ts_change_get_label (change),
                                           import->n_created, import->n_updated, import->n_deleted, import->n_unchanged);

  return ts_output_print (text) ? TS_EXIT_DONE : TS_EXIT_FAILED;
}

static TsExit
import_file (const char *workbook_path,
             const char *kind,
             const char *path,
             const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (workbook_path, TS_OPEN_READ_WRITE, &error);
  g_autoptr (TsChange) change = NULL;
  TsImport import = { 0 };

  if (workbook == NULL)
    return ts_terminal_fail (error);

  ts_workbook_set_author (workbook, name != NULL ? name : get_author ());
  ts_workbook_set_reader (workbook, name);
  ts_workbook_set_cancellable (workbook, ts_interrupt_get_cancellable ());
  change = read_change (workbook, kind, path, &import, &error);

  if (change == NULL)
    {
      if (!g_error_matches (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED))
        return ts_terminal_fail (error);

      return ts_output_print (error->message) && ts_output_print ("\n") ? TS_EXIT_DONE : TS_EXIT_FAILED;
    }

  if (!ts_workbook_apply (workbook, change, &error))
    return ts_terminal_fail (error);

  return report (&import, change);
}

TsExit
ts_command_import (int    n_arguments,
                   char **arguments)
{
  g_autofree char *name = NULL;
  const GOptionEntry options[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &name, N_("who imports; a reviewer’s own scores can be imported again only as that reviewer"), N_("NAME") },
    { NULL },
  };
  TsExit exit;

  if (!ts_arguments_read (&n_arguments, &arguments, options, NULL, "WORKBOOK KIND FILE",
                          _("Reads a file into a workbook: all of it or, where anything is wrong, nothing. Every line that is wrong is told\n"
                            "(the first 50). What the workbook says already is left alone, so a file can be imported again. One import is\n"
                            "one step of undo.\n\n"
                            "KIND is one of\n"
                            "  organisations  CSV: code,name,kind,parent,opened,closed,successors\n"
                            "                 kind is pct, sha, ccg, region or another short name; parent is a code, successors are\n"
                            "                 codes with “;” between them; days are written 2009-03-31\n"
                            "                 A table has no days for names and parents: where the workbook dates them, any of those it knows\n"
                            "                 may be there and nothing changes, and another one is a mistake\n"
                            "                 or JSON, as “touchstonectl export WORKBOOK organisations --format json” writes it: also all names\n"
                            "                 and parents with their days, and the population of each year\n"
                            "  ratings        CSV: organisation,year,framework,criterion,layer,assessor,level,rationale\n"
                            "                 year is written 2009/10; criterion is 5b, or 5 for a level stated on the whole, or an area\n"
                            "                 such as strategy; layer is self, desk, reviewer, panel or final; an empty level is not rated\n"
                            "  outcomes       CSV: organisation,metric,unit,direction,year,aspiration,actual\n"
                            "                 direction is up or down, whichever is better; numbers are written 1234.5; an outcome is known by\n"
                            "                 its metric and unit, and one that is not there is new; an empty number takes the value away\n"
                            "  panels         CSV: year,framework,panel,title,day,member,role,organisation,begins\n"
                            "                 a line for each member and one for each organisation whose assessment the panel has; panel is its\n"
                            "                 number; role is chair, sha, clinician, council, peer, lay, secretary, observer or another short name\n"
                            "  interests      CSV: person,organisation,role,from,to,note,declared\n"
                            "                 what ties a person to an organisation, and when they said so\n"
                            "  framework      JSON, as “touchstonectl frameworks ID --json” prints it\n\n"
                            "CSV is RFC 4180 in UTF-8, and the first line names the columns, in any order."),
                          3, 3, &exit))
    return exit;

  if (!is_kind (arguments[2]))
    return ts_arguments_refuse ("import", _("“%s” cannot be imported; KIND is organisations, outcomes, ratings, panels, interests or framework"), arguments[2]);

  return import_file (arguments[1], arguments[2], arguments[3], name);
}
