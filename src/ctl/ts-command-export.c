/* ts-command-export.c — touchstonectl export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-date.h"
#include "core/ts-scoring.h"
#include "ctl/ts-compare-arguments.h"
#include "ctl/ts-compare-check.h"
#include "ctl/ts-interrupt.h"
#include "ctl/ts-output.h"
#include "ctl/ts-terminal.h"
#include "exchange/ts-agreement-export.h"
#include "exchange/ts-comparison-reader.h"
#include "exchange/ts-evidence-export.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-gaps-export.h"
#include "exchange/ts-journal-export.h"
#include "exchange/ts-levels-export.h"
#include "exchange/ts-organisations-export.h"
#include "exchange/ts-outcomes-export.h"
#include "exchange/ts-ranking-export.h"
#include "exchange/ts-ratings-export.h"
#include "exchange/ts-review-agreement-export.h"
#include "exchange/ts-rule-effects-export.h"
#include "exchange/ts-severity-export.h"
#include "exchange/ts-review-export.h"
#include "exchange/ts-what-if-export.h"
#include "store/ts-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef gboolean (*ExportTable) (TsWorkbook  *workbook,
                                 TsExport    *export,
                                 GError     **error);

typedef gboolean (*ExportSection) (TsWorkbook  *workbook,
                                   const char  *section,
                                   TsExport    *export,
                                   GError     **error);

typedef gboolean (*ExportRolledUp) (TsWorkbook          *workbook,
                                    const TsRollUpRule  *rule,
                                    TsExport            *export,
                                    GError             **error);

#define ALL_FILTERS (TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK | TS_FILTER_LAYER)

/* What can be exported, and by what its rows can be chosen. One that has none of the functions sets organisations side by side. */
typedef struct
{
  const char *name;
  const char *title;
  TsFilterSet filters;
  TsCompareOptions options;
  ExportTable export;
  ExportRolledUp export_rolled_up; /* takes a rule, NULL for each section's own */
  ExportSection export_section;    /* takes a section, NULL for the first that is graded in steps */
  gboolean has_past;               /* can be written as it stood */
} Kind;

static const Kind kinds[] = {
  { "organisations", N_("Organisations"), TS_FILTER_ORGANISATION, TS_COMPARE_OPTION_WHOM, ts_organisations_export },
  { "ratings", N_("Ratings"), ALL_FILTERS, TS_COMPARE_OPTION_WHOM, ts_ratings_export },
  { "levels", N_("Levels"), ALL_FILTERS, TS_COMPARE_OPTION_WHOM | TS_COMPARE_OPTION_RULE, NULL, ts_levels_export },
  { "gaps", N_("Gaps"), ALL_FILTERS, TS_COMPARE_OPTION_WHOM | TS_COMPARE_OPTION_RULE, NULL, ts_gaps_export },
  { "ranking", N_("Ranks with their intervals"), ALL_FILTERS, TS_COMPARE_OPTION_LAYER | TS_COMPARE_OPTION_WHOM | TS_COMPARE_OPTION_RULE | TS_COMPARE_OPTION_SECTION | TS_COMPARE_OPTION_PREDECESSORS | TS_COMPARE_OPTION_WEIGHTS },
  { "agreement-of-layers", N_("How well layers agree"), ALL_FILTERS & ~TS_FILTER_LAYER, TS_COMPARE_OPTION_WHOM | TS_COMPARE_OPTION_RULE | TS_COMPARE_OPTION_SECTION | TS_COMPARE_OPTION_PREDECESSORS | TS_COMPARE_OPTION_CRITERIA },
  { "rule-effects", N_("What another rule would change"), ALL_FILTERS, TS_COMPARE_OPTION_LAYER | TS_COMPARE_OPTION_WHOM | TS_COMPARE_OPTION_RULE | TS_COMPARE_OPTION_SECTION | TS_COMPARE_OPTION_PREDECESSORS | TS_COMPARE_OPTION_OTHER_RULE },
  { "agreement", N_("How far reviewers agree"), ALL_FILTERS & ~TS_FILTER_LAYER, TS_COMPARE_OPTION_WHOM | TS_COMPARE_OPTION_SECTION, NULL, NULL, ts_review_agreement_export },
  { "severity", N_("Who scores high or low"), ALL_FILTERS & ~TS_FILTER_LAYER, TS_COMPARE_OPTION_WHOM | TS_COMPARE_OPTION_SECTION, NULL, NULL, ts_severity_export },
  { "what-if", N_("What if all reviewers scored alike"), ALL_FILTERS & ~TS_FILTER_LAYER, TS_COMPARE_OPTION_WHOM | TS_COMPARE_OPTION_SECTION, NULL, NULL, ts_what_if_export },
  { "evidence", N_("Evidence"), TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK, TS_COMPARE_OPTION_WHOM, ts_evidence_export },
  { "outcomes", N_("Outcomes"), TS_FILTER_ORGANISATION | TS_FILTER_YEAR, TS_COMPARE_OPTION_WHOM, ts_outcomes_export },
  { "panels", N_("Panels"), 0, 0, ts_panels_export },
  { "interests", N_("Register of interests"), TS_FILTER_ORGANISATION, 0, ts_interests_export },
  { "enquiry", N_("Lines of enquiry"), TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK, 0, ts_enquiry_export },
  { "ledger", N_("How each level came about"), ALL_FILTERS, 0, ts_ledger_export, NULL, NULL, TRUE },
  { "journal", N_("Journal"), 0, 0, ts_journal_export },
};

typedef struct
{
  const Kind *kind;
  TsTableFormat format;
  const char *path;
  const char *day;     /* at whose end rows are wanted as they stood, or NULL for now */
  gint64 as_of;        /* that moment, or 0 */
  const char *command; /* as it was typed */
  const TsFilterArguments *filters;
  const TsCompareArguments *comparing;
  TsCompareFilter *compare;
  TsCompareView *view;
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
has_layer (const Request *request)
{
  return request->filters->layers != NULL && request->filters->layers[0] != NULL;
}

static gboolean
write_compared (TsWorkbook     *workbook,
                const Request  *request,
                TsExport       *export,
                GError        **error)
{
  g_autoptr (GHashTable) weights = request->view->weights != NULL ? ts_weights_parse (request->view->weights) : NULL;

  if (g_str_equal (request->kind->name, ts_compare_table_get_name (TS_COMPARE_TABLE_RANKING)))
    return ts_ranking_export (workbook, request->compare, has_layer (request), weights, export, error);

  if (g_str_equal (request->kind->name, ts_compare_table_get_name (TS_COMPARE_TABLE_RULE_EFFECTS)))
    {
      TsRollUpRule other;
      gboolean one = request->view->other_rule != NULL && ts_roll_up_rule_from_name (request->view->other_rule, &other);

      return ts_rule_effects_export (workbook, request->compare, has_layer (request), one ? &other : NULL, export, error);
    }

  return ts_agreement_export (workbook, request->compare, export, error);
}

/* Whoever is chosen by what it belongs to, or as a peer, is named to those exports that only know names. */
static gboolean
write_named (TsWorkbook     *workbook,
             const Request  *request,
             TsExport       *export,
             GError        **error)
{
  const TsRollUpRule *rule = request->compare->has_rule ? &request->compare->rule : NULL;
  TsQueryFilter named = request->filters->filter;
  g_auto (GStrv) codes = NULL;

  if (ts_compare_arguments_choose_whom (request->comparing))
    {
      codes = ts_comparison_list_organisations (workbook, request->compare, error);

      if (codes == NULL)
        return FALSE;

      /* No codes would be everybody. */
      if (codes[0] == NULL)
        {
          g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN, _("No assessed organisation fits what was asked for."));
          return FALSE;
        }

      named.organisations = (const char *const *) codes;
      export->filter = &named;
    }

  if (request->kind->export != NULL)
    return request->kind->export(workbook, export, error);

  if (request->kind->export_section != NULL)
    return request->kind->export_section (workbook, request->compare->section, export, error);

  return request->kind->export_rolled_up (workbook, rule, export, error);
}

static gboolean
write_table (TsWorkbook     *workbook,
             const Request  *request,
             TsExport       *export,
             GError        **error)
{
  if (!ts_export_check_filter (workbook, &request->filters->filter, error) ||
      !ts_compare_check (workbook, request->compare, request->view, error))
    return FALSE;

  return request->kind->export == NULL && request->kind->export_rolled_up == NULL && request->kind->export_section == NULL ? write_compared (workbook, request, export, error)
                                                                                                                           : write_named (workbook, request, export, error);
}

/* SOURCE_DATE_EPOCH is how builds that can be repeated say what time it is. */
static gint64
get_time (void)
{
  const char *fixed = g_getenv ("SOURCE_DATE_EPOCH");
  guint64 time;

  if (fixed != NULL && g_ascii_string_to_unsigned (fixed, 10, 0, G_MAXINT32, &time, NULL))
    return (gint64) time;

  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
describe_list (GString *text,
               const char *label,
               char *const *values)
{
  g_autofree char *joined = NULL;

  if (values == NULL || values[0] == NULL)
    return;

  joined = g_strjoinv (", ", (char **) values);
  g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "", label, joined);
}

/* "Year: 2008/09; Layer: final" */
static char *
describe_filters (const Request *request)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char *peers_of[] = { request->comparing->peers_of, NULL };
  char *days[] = { (char *) request->day, NULL };

  describe_list (text, _("Organisation"), request->filters->organisations);
  describe_list (text, _("Belongs to"), request->comparing->parents);
  describe_list (text, _("Kind"), request->comparing->kinds);
  describe_list (text, _("Peers of"), peers_of);
  describe_list (text, _("Year"), request->filters->years);
  describe_list (text, _("Framework"), request->filters->frameworks);
  describe_list (text, _("Layer"), request->filters->layers);
  describe_list (text, _("As of"), days);

  if (text->len == 0)
    g_string_append (text, _("Everything"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
get_rule (const Request *request)
{
  if (request->compare->has_rule)
    return ts_roll_up_rule_get_explanation (request->compare->rule);

  return request->kind->options & TS_COMPARE_OPTION_RULE ? _("each section’s own rule") : NULL;
}

static TsExit
export_table (const char    *workbook_path,
              const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (workbook_path, TS_OPEN_READ_ONLY, &error);
  g_autoptr (TsOutput) output = NULL;
  g_autofree char *source = g_filename_display_basename (workbook_path);
  g_autofree char *filters = describe_filters (request);
  const TsTableAbout about = {
    .title = _(request->kind->title),
    .source = source,
    .filters = filters,
    .rule = get_rule (request),
    .command = request->command,
    .created = get_time (),
  };
  TsExport export = {
    .format = request->format,
    .about = &about,
    .filter = &request->filters->filter,
    .as_of = request->as_of,
    .cancellable = ts_interrupt_get_cancellable (),
    .progress = ts_terminal_print_progress,
  };

  if (workbook == NULL)
    return ts_terminal_fail (error);

  ts_workbook_set_cancellable (workbook, ts_interrupt_get_cancellable ());
  ts_workbook_set_reader (workbook, request->filters->reader);
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

static char *
quote_command (int    n_arguments,
               char **arguments)
{
  g_autoptr (GString) command = g_string_new ("touchstonectl");

  for (int i = 0; i < n_arguments; i++)
    {
      g_autofree char *text = g_filename_display_name (arguments[i]);
      g_autofree char *quoted = g_shell_quote (text);
      gboolean plain = *text != '\0' && strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+./:,@%=") == strlen (text);

      g_string_append_printf (command, " %s", plain ? text : quoted);
    }

  return g_string_free (g_steal_pointer (&command), FALSE);
}

/* The last moment of a day where the command runs, as the window's ledger has it; 0 where it is no day. */
static gint64
find_end_of_day (const char *day)
{
  g_autoptr (GDateTime) begins = NULL;
  g_autoptr (GDateTime) next = NULL;
  GDate date;

  if (!ts_date_parse (day, &date))
    return 0;

  begins = g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date), 0, 0, 0);
  next = begins != NULL ? g_date_time_add_days (begins, 1) : NULL;

  return next != NULL ? g_date_time_to_unix (next) * G_USEC_PER_SEC - 1 : 0;
}

TsExit
ts_command_export (int    n_arguments,
                   char **arguments)
{
  g_autofree char *format = NULL;
  g_autofree char *path = NULL;
  g_autofree char *day = NULL;
  g_autofree char *command = quote_command (n_arguments, arguments);
  g_auto (TsFilterArguments) filters = { 0 };
  g_auto (TsCompareArguments) comparing = { 0 };
  g_autoptr (TsCompareFilter) compare = ts_compare_filter_new ();
  g_autoptr (TsCompareView) view = ts_compare_view_new ();
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("csv (if not given), json or xlsx"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("the file to write; “-”, or nothing, is the standard output"), N_("FILE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &day, N_("of the ledger, as it stood at the end of that day; as it is now if not given"), N_("YYYY-MM-DD") },
    { NULL },
  };
  Request request = { 0 };
  const char *useless;
  TsExit exit;

  if (!ts_arguments_read_more (&n_arguments, &arguments, options, &filters, (TsAddOptions) ts_compare_arguments_add, &comparing, "WORKBOOK KIND",
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
                                 "                 one year and layer, the latest settled ones if none is given; weighting is sum, map or governance-first, and own\n"
                                 "                 with --weights\n"
                                 "  agreement-of-layers  year,node,first,second,organisations,same,within_one,mean_difference\n"
                                 "                 of how many organisations two layers have a level, and how far these are apart\n"
                                 "  rule-effects   organisation,year,node,layer,rule,level,other_rule,other_level,change\n"
                                 "                 a row for each level that would be different if it were rolled up by another rule; a level that was stated\n"
                                 "                 depends on none\n"
                                 "  agreement      year,framework,section,scope,panel,criterion,first,second,assessments,units,scores,missing,spread,\n"
                                 "                 exact,exact_from,exact_to,within_one,alpha,alpha_from,alpha_to,kappa_linear,…,kappa_quadratic,…\n"
                                 "                 how far reviewers agree; scope is round, panel, criterion or pair; of the latest year with scores that\n"
                                 "                 may be counted, and empty where something is not defined\n"
                                 "  severity       year,framework,section,scope,reviewer,panel,other_panel,scores,shared,group,difference,\n"
                                 "                 difference_from,difference_to,same,within_one; by how many levels a reviewer scores higher than the\n"
                                 "                 others on the same, or a panel than another; reviewers of different groups cannot be compared\n"
                                 "  what-if        year,framework,section,scope,organisation,criterion,reviewer,scores,original,adjusted,change,\n"
                                 "                 original_level,adjusted_level,panel,final; scope is criterion (its median) or score; adjusted is what it\n"
                                 "                 would be if nobody scored higher or lower than the others, and stands beside what it is, not for it\n"
                                 "  evidence       organisation,year,framework,title,kind,file_name,address,received,period_from,period_to,size,\n"
                                 "                 sha256,criteria; a row for each year that an item serves, with criteria such as\n"
                                 "                 “5a (p. 14–18); 6b”\n"
                                 "  outcomes       organisation,metric,unit,direction,year,aspiration,actual\n"
                                 "  panels         year,framework,panel,title,day,member,role,organisation,begins; a row for each member and each organisation\n"
                                 "  interests      person,organisation,role,from,to,note,declared\n"
                                 "  enquiry        organisation,year,framework,criterion,question,for,asked_by,answer,answered\n"
                                 "  ledger         organisation,year,framework,criterion,layer,assessor,level,rationale,confidence,strengths,development\n"
                                 "                 how each level came about, layer by layer; dissent stands after the panel’s; as it stood\n"
                                 "                 at the end of a day with --as-of, less what is sealed today for whoever reads\n"
                                 "  journal        seq,time,author,label,entity,row,before,after,hash; a row for each row of each change\n\n"
                                 "In CSV a text that a spreadsheet would run as a formula (one that begins with = + - or @) gets an apostrophe\n"
                                 "before it, which “touchstonectl import” takes away again. JSON is an array of objects with the same names;\n"
                                 "that of organisations has also their earlier names and parents, with days, and their population by year. An Excel\n"
                                 "workbook (xlsx) has the same columns with numbers as numbers, and a second sheet that says where they come from."),
                               2, 2, &exit))
    return exit;

  request.path = path;
  request.kind = find_kind (arguments[2]);

  if (request.kind == NULL)
    return ts_arguments_refuse ("export", _("“%s” cannot be exported; KIND is organisations, ratings, levels, gaps, ranking, agreement-of-layers, rule-effects, agreement, severity, what-if, evidence, outcomes, panels, interests, enquiry, ledger or journal"),
                                arguments[2]);

  if (format != NULL && !ts_table_format_from_name (format, &request.format))
    return ts_arguments_refuse ("export", _("“%s” is not a format; it is csv, json or xlsx"), format);

  useless = ts_filter_arguments_find_useless (&filters, request.kind->filters);

  if (useless != NULL)
    return ts_arguments_refuse ("export", _("%s does not go with %s"), useless, request.kind->name);

  useless = ts_compare_arguments_find_useless (&comparing, request.kind->options);

  if (useless != NULL)
    return ts_arguments_refuse ("export", _("%s does not go with %s"), useless, request.kind->name);

  if (!ts_compare_arguments_fill (&comparing, "export", &filters, compare, view))
    return TS_EXIT_USAGE;

  if (day != NULL && !request.kind->has_past)
    return ts_arguments_refuse ("export", _("%s does not go with %s"), "--as-of", request.kind->name);

  if (day != NULL && (request.as_of = find_end_of_day (day)) == 0)
    return ts_arguments_refuse ("export", _("“%s” is not a day; write it as YYYY-MM-DD"), day);

  request.day = day;
  request.command = command;
  request.filters = &filters;
  request.comparing = &comparing;
  request.compare = compare;
  request.view = view;

  return export_table (arguments[1], &request);
}
