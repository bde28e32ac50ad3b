/* ts-command-export.c — touchstonectl export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-arguments.h"
#include "ctl/ts-interrupt.h"
#include "ctl/ts-output.h"
#include "ctl/ts-terminal.h"
#include "exchange/ts-evidence-export.h"
#include "exchange/ts-gaps-export.h"
#include "exchange/ts-journal-export.h"
#include "exchange/ts-levels-export.h"
#include "exchange/ts-organisations-export.h"
#include "exchange/ts-outcomes-export.h"
#include "exchange/ts-ranking-export.h"
#include "exchange/ts-ratings-export.h"

#include <glib/gi18n-lib.h>

typedef gboolean (*ExportTable) (TsWorkbook  *workbook,
                                 TsExport    *export,
                                 GError     **error);

typedef gboolean (*ExportRolledUp) (TsWorkbook          *workbook,
                                    const TsRollUpRule  *rule,
                                    TsExport            *export,
                                    GError             **error);

/* What can be exported, and by what its rows can be chosen. Of the two functions it has one. */
typedef struct
{
  const char *name;
  TsFilterSet filters;
  ExportTable export;
  ExportRolledUp export_rolled_up; /* takes a rule, NULL for each section's own */
} Kind;

static const Kind kinds[] = {
  { "organisations", TS_FILTER_ORGANISATION, ts_organisations_export },
  { "ratings", TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK | TS_FILTER_LAYER, ts_ratings_export },
  { "levels", TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK | TS_FILTER_LAYER, NULL, ts_levels_export },
  { "gaps", TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK | TS_FILTER_LAYER, NULL, ts_gaps_export },
  { "ranking", TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK | TS_FILTER_LAYER, ts_ranking_export },
  { "evidence", TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK, ts_evidence_export },
  { "outcomes", TS_FILTER_ORGANISATION | TS_FILTER_YEAR, ts_outcomes_export },
  { "journal", 0, ts_journal_export },
};

typedef struct
{
  const Kind *kind;
  TsTableFormat format;
  TsRollUpRule rule;
  gboolean has_rule;
  const char *path;
} Request;

static const Kind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].name, name))
        return &kinds[i];
    }

  return NULL;
}

static gboolean
write_table (TsWorkbook     *workbook,
             const Request  *request,
             TsExport       *export,
             GError        **error)
{
  if (request->kind->export != NULL)
    return request->kind->export(workbook, export, error);

  return request->kind->export_rolled_up (workbook, request->has_rule ? &request->rule : NULL, export, error);
}

static TsExit
export_table (const char          *workbook_path,
              const Request       *request,
              const TsQueryFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (workbook_path, TS_OPEN_READ_ONLY, &error);
  g_autoptr (TsOutput) output = NULL;
  TsExport export = {
    .format = request->format,
    .filter = filter,
    .cancellable = ts_interrupt_get_cancellable (),
    .progress = ts_terminal_print_progress,
  };

  if (workbook == NULL)
    return ts_terminal_fail (error);

  ts_workbook_set_cancellable (workbook, ts_interrupt_get_cancellable ());
  output = ts_output_open (request->path, &error);

  if (output == NULL)
    return ts_terminal_fail (error);

  export.stream = ts_output_get_stream (output);

  if (!write_table (workbook, request, &export, &error))
    {
      ts_output_explain (output, &error);
      return ts_terminal_fail (error);
    }

  ts_terminal_end_progress ();

  return ts_output_commit (output, &error) ? TS_EXIT_DONE : ts_terminal_fail (error);
}

TsExit
ts_command_export (int    n_arguments,
                   char **arguments)
{
  g_autofree char *format = NULL;
  g_autofree char *rule = NULL;
  g_autofree char *path = NULL;
  g_auto (TsFilterArguments) filters = { 0 };
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("csv (if not given) or json"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("the file to write; “-”, or nothing, is the standard output"), N_("FILE") },
    { "rule", 0, 0, G_OPTION_ARG_STRING, &rule, N_("for levels and gaps: minimum, majority or mean instead of the framework’s own"), N_("RULE") },
    { NULL },
  };
  Request request = { 0 };
  const char *useless;
  TsExit exit;

  if (!ts_arguments_read (&n_arguments, &arguments, options, &filters, "WORKBOOK KIND",
                          _("Writes a table out of a workbook. A file appears once it is complete. Filters may be given several times.\n\n"
                            "KIND is one of\n"
                            "  organisations  code,name,kind,parent,opened,closed,successors; the latest name and parent\n"
                            "                 JSON has names, parents and population beside them, with all days and years\n"
                            "  ratings        organisation,year,framework,criterion,layer,assessor,level,rationale\n"
                            "  levels         organisation,year,framework,node,layer,level,basis,rule\n"
                            "                 basis is stated, rolled-up, or incomplete where some parts are not rated (then there is no level);\n"
                            "                 reviewers’ own levels are not among them\n"
                            "  gaps           organisation,year,framework,node,layer,level,target,gap,previous_year_level,change\n"
                            "                 gap is the target for that year less the level; change is the level less that of the year before, where\n"
                            "                 the final one counts, else the panel’s, else the board’s own; empty where one of the two is missing\n"
                            "  ranking        organisation,year,layer,weighting,score,rank,rank_from,rank_to,missing\n"
                            "                 one year and layer, the latest settled ones if none is given; weighting is sum, map or governance-first\n"
                            "  evidence       organisation,year,framework,title,kind,file_name,address,received,period_from,period_to,size,\n"
                            "                 sha256,criteria; a row for each year that an item serves, with criteria such as\n"
                            "                 “5a (p. 14–18); 6b”\n"
                            "  outcomes       organisation,metric,unit,direction,year,aspiration,actual\n"
                            "  journal        seq,time,author,label,entity,row,before,after,hash; a row for each row of each change\n\n"
                            "In CSV a text that a spreadsheet would run as a formula (one that begins with = + - or @) gets an apostrophe\n"
                            "before it, which “touchstonectl import” takes away again. JSON is an array of objects with the same names;\n"
                            "that of organisations has also their earlier names and parents, with days, and their population by year."),
                          2, 2, &exit))
    return exit;

  request.path = path;
  request.kind = find_kind (arguments[2]);

  if (request.kind == NULL)
    return ts_arguments_refuse ("export", _("“%s” cannot be exported; KIND is organisations, ratings, levels, gaps, ranking, evidence, outcomes or journal"),
                                arguments[2]);

  if (format != NULL && !ts_table_format_from_name (format, &request.format))
    return ts_arguments_refuse ("export", _("“%s” is not a format; it is csv or json"), format);

  if (rule != NULL)
    {
      request.has_rule = ts_roll_up_rule_from_name (rule, &request.rule);

      if (!request.has_rule)
        return ts_arguments_refuse ("export", _("“%s” is not a rule; it is minimum, majority or mean"), rule);

      if (request.kind->export != NULL)
        return ts_arguments_refuse ("export", _("--rule does not go with %s"), request.kind->name);
    }

  useless = ts_filter_arguments_find_useless (&filters, request.kind->filters);

  if (useless != NULL)
    return ts_arguments_refuse ("export", _("%s does not go with %s"), useless, request.kind->name);

  return export_table (arguments[1], &request, &filters.filter);
}
