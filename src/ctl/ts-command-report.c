/* ts-command-report.c — touchstonectl report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-layer.h"
#include "ctl/ts-arguments.h"
#include "ctl/ts-chart-choice.h"
#include "ctl/ts-compare-arguments.h"
#include "ctl/ts-compare-check.h"
#include "ctl/ts-interrupt.h"
#include "ctl/ts-output.h"
#include "ctl/ts-terminal.h"
#include "exchange/ts-export.h"
#include "model/ts-report-source.h"
#include "report/ts-report-pdf.h"
#include "store/ts-compare-query.h"
#include "store/ts-reader.h"

#include <glib/gi18n-lib.h>

typedef struct _Request Request;

/* Reads a document; it leaves NULL where nothing fits, which is no error yet. */
typedef gboolean (*ReadReport) (TsWorkplace    *workplace,
                                const Request  *request,
                                TsReport      **report,
                                GError        **error);

typedef struct
{
  const char *name;
  TsFilterSet filters;
  TsCompareOptions options;
  ReadReport read;
} Kind;

struct _Request
{
  const Kind *kind;
  const char *workbook;
  const char *path;
  const char *reader;
  const TsQueryFilter *filter;
  const TsCompareFilter *compare;
  const TsCompareView *view;
  TsReportPaper paper;
};

static gboolean
read_submission (TsWorkplace    *workplace,
                 const Request  *request,
                 TsReport      **report,
                 GError        **error)
{
  g_auto (TsChartChoice) choice = { 0 };

  if (!ts_chart_choice_make (workplace->workbook, request->filter, &choice, error))
    return FALSE;

  if (choice.assessment != NULL)
    *report = ts_report_source_read_submission (workplace, choice.assessment, 0, error);

  return choice.assessment == NULL || *report != NULL;
}

/* Only what a panel has judged. */
static gboolean
read_panel (TsWorkplace    *workplace,
            const Request  *request,
            TsReport      **report,
            GError        **error)
{
  const char *const layers[] = { ts_layer_get_name (TS_LAYER_PANEL), ts_layer_get_name (TS_LAYER_FINAL), NULL };
  g_auto (TsChartChoice) choice = { 0 };
  TsQueryFilter wanted = *request->filter;

  wanted.layers = layers;

  if (!ts_chart_choice_make (workplace->workbook, &wanted, &choice, error))
    return FALSE;

  if (choice.assessment != NULL)
    *report = ts_report_source_read_panel (workplace, choice.assessment, error);

  return choice.assessment == NULL || *report != NULL;
}

static gboolean
read_comparison (TsWorkplace    *workplace,
                 const Request  *request,
                 TsReport      **report,
                 GError        **error)
{
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_copy (request->compare);
  g_autoptr (TsCompareScope) scope = NULL;
  g_autoptr (GError) failure = NULL;

  if (!ts_compare_check (workplace->workbook, filter, request->view, error))
    return FALSE;

  scope = ts_workbook_read_compare_scope (workplace->workbook, error);

  if (scope == NULL)
    return FALSE;

  ts_compare_scope_set_defaults (scope, filter, request->filter->layers != NULL && request->filter->layers[0] != NULL);
  *report = ts_report_source_read_comparison (workplace, filter, &failure);

  if (*report != NULL || g_error_matches (failure, TS_REPORT_ERROR, TS_REPORT_ERROR_NOTHING))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
read_register (TsWorkplace    *workplace,
               const Request  *request,
               TsReport      **report,
               GError        **error)
{
  *report = ts_report_source_read_register (workplace, error);

  return *report != NULL;
}

static const Kind kinds[] = {
  { "submission", TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK, 0, read_submission },
  { "panel", TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK, 0, read_panel },
  { "comparison", TS_FILTER_ORGANISATION | TS_FILTER_YEAR | TS_FILTER_FRAMEWORK | TS_FILTER_LAYER,
    TS_COMPARE_OPTION_WHOM | TS_COMPARE_OPTION_RULE | TS_COMPARE_OPTION_SECTION | TS_COMPARE_OPTION_PREDECESSORS | TS_COMPARE_OPTION_HIGHLIGHT,
    read_comparison },
  { "interests", 0, 0, read_register },
};

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

static TsExit
write_report (TsReport      *report,
              const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsOutput) output = NULL;
  g_autoptr (GBytes) bytes = ts_report_pdf_make_from (report, &request->paper, &error);

  if (bytes == NULL)
    return ts_terminal_fail (error);

  output = ts_output_open (request->path, &error);

  if (output == NULL)
    return ts_terminal_fail (error);

  if (!g_output_stream_write_all (ts_output_get_stream (output), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                  ts_interrupt_get_cancellable (), &error))
    {
      ts_output_explain (output, &error);
      return ts_terminal_fail (error);
    }

  return ts_output_commit (output, &error) ? TS_EXIT_DONE : ts_terminal_fail (error);
}

static TsExit
make_report (const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (request->workbook, TS_OPEN_READ_ONLY, &error);
  g_autoptr (TsFrameworkCache) frameworks = ts_framework_cache_new ();
  g_autoptr (TsReport) report = NULL;
  TsWorkplace workplace = { workbook, frameworks };

  if (workbook == NULL)
    return ts_terminal_fail (error);

  ts_workbook_set_cancellable (workbook, ts_interrupt_get_cancellable ());
  ts_workbook_set_reader (workbook, request->reader);

  if (!ts_export_check_filter (workbook, request->filter, &error) || !request->kind->read (&workplace, request, &report, &error))
    return ts_terminal_fail (error);

  if (report == NULL)
    {
      g_autofree char *name = g_filename_display_name (request->workbook);

      ts_terminal_print_error (_("%s: there is nothing to report that fits what was asked for"), name);
      return TS_EXIT_FAILED;
    }

  return write_report (report, request);
}

TsExit
ts_command_report (int    n_arguments,
                   char **arguments)
{
  g_autofree char *path = NULL;
  g_autofree char *paper = NULL;
  g_auto (TsFilterArguments) filters = { 0 };
  g_auto (TsCompareArguments) comparing = { 0 };
  g_autoptr (TsCompareFilter) compare = ts_compare_filter_new ();
  g_autoptr (TsCompareView) view = ts_compare_view_new ();
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("the PDF to write; “-” is the standard output"), N_("FILE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, N_("a4 or letter; a4 if not given"), N_("SIZE") },
    { NULL },
  };
  TsReportPaperKind paper_kind = TS_REPORT_PAPER_A4;
  Request request = { 0 };
  const char *useless;
  TsExit exit;

  if (!ts_arguments_read_more (&n_arguments, &arguments, options, &filters, (TsAddOptions) ts_compare_arguments_add, &comparing, "WORKBOOK KIND",
                               _("Makes a paged PDF of text, tables and charts. The same workbook gives the same file. Filters may be given several times.\n\n"
                                 "KIND is one of\n"
                                 "  submission  an organisation’s whole submission: levels, reasons, evidence, outcomes, gaps and sign-off; of the\n"
                                 "              organisations that the filters let through, the one of which most is told, in its latest year\n"
                                 "  panel       the panel’s report on an organisation: self against panel, and what the panel says\n"
                                 "  comparison  organisations side by side: distribution, heat map, ranks with intervals, the rule, agreement\n"
                                 "  interests   the register of interests: what is declared, and what was decided about conflicts"),
                               2, 2, &exit))
    return exit;

  request.workbook = arguments[1];
  request.path = path;
  request.kind = find_kind (arguments[2]);

  if (request.kind == NULL)
    return ts_arguments_refuse ("report", _("“%s” is not a report; KIND is submission, panel, comparison or interests"), arguments[2]);

  if (path == NULL)
    return ts_arguments_refuse ("report", _("something is missing; expected -o FILE"));

  if (paper != NULL && !ts_report_paper_kind_from_name (paper, &paper_kind))
    return ts_arguments_refuse ("report", _("“%s” is not a size of paper; SIZE is a4 or letter"), paper);

  useless = ts_filter_arguments_find_useless (&filters, request.kind->filters);

  if (useless != NULL)
    return ts_arguments_refuse ("report", _("%s does not go with %s"), useless, request.kind->name);

  if (filters.layers != NULL && filters.layers[0] != NULL && g_str_equal (filters.layers[0], ts_layer_get_name (TS_LAYER_REVIEWER)))
    return ts_arguments_refuse ("report", _("reviewers’ own levels stand beside each other and make no comparison of one; name another layer"));

  if (filters.layers != NULL && filters.layers[0] != NULL && filters.layers[1] != NULL)
    return ts_arguments_refuse ("report", _("%s shows one layer; name one"), request.kind->name);

  useless = ts_compare_arguments_find_useless (&comparing, request.kind->options);

  if (useless != NULL)
    return ts_arguments_refuse ("report", _("%s does not go with %s"), useless, request.kind->name);

  if (!ts_compare_arguments_fill (&comparing, "report", &filters, compare, view))
    return TS_EXIT_USAGE;

  request.filter = &filters.filter;
  request.reader = filters.reader;
  request.compare = compare;
  request.view = view;
  ts_report_paper_init (&request.paper, paper_kind);

  return make_report (&request);
}
