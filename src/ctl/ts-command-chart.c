/* ts-command-chart.c — touchstonectl chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart-export.h"
#include "chart/ts-font-preparation.h"
#include "core/ts-layer.h"
#include "ctl/ts-arguments.h"
#include "ctl/ts-chart-source.h"
#include "ctl/ts-compare-check.h"
#include "ctl/ts-interrupt.h"
#include "ctl/ts-output.h"
#include "ctl/ts-terminal.h"
#include "exchange/ts-export.h"
#include "store/ts-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DEFAULT_WIDTH  800
#define DEFAULT_HEIGHT 700
#define SMALLEST       100
#define LARGEST        10000

/* A chart of thousands of organisations would be higher, and a picture can be. */
#define MOST_HEIGHT 30000

static const TsChartSource *const sources[] = {
  &ts_radar_chart_source,
  &ts_gaps_chart_source,
  &ts_outcome_chart_source,
  &ts_heatmap_chart_source,
  &ts_distribution_chart_source,
  &ts_strip_chart_source,
  &ts_trend_chart_source,
  &ts_change_chart_source,
  &ts_optimism_chart_source,
  &ts_dumbbell_chart_source,
  &ts_ranking_chart_source,
  &ts_scatter_chart_source,
  &ts_agreement_chart_source,
  &ts_severity_chart_source,
};

typedef struct
{
  const TsChartSource *source;
  const char *workbook;
  const char *path;
  const char *reader;
  gboolean describe;
  TsChartFormat format;
  int width;
  int height; /* 0 for the one that suits the chart */
} Request;

static gboolean
read_size (const char *text,
           Request    *request)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 2);
  guint64 width;
  guint64 height = 0;

  if (!g_ascii_string_to_unsigned (parts[0] != NULL ? parts[0] : "", 10, SMALLEST, LARGEST, &width, NULL) ||
      (parts[1] != NULL && !g_ascii_string_to_unsigned (parts[1], 10, SMALLEST, LARGEST, &height, NULL)))
    return FALSE;

  request->width = (int) width;
  request->height = (int) height;

  return TRUE;
}

/* The sentence and the table of numbers that a chart shows. */
static char *
describe_chart (TsChart *chart)
{
  g_autofree char *sentence = ts_chart_describe (chart);
  g_autoptr (TsChartTable) table = ts_chart_to_table (chart);
  g_autofree char *numbers = ts_chart_table_to_text (table);

  return g_strdup_printf ("%s\n\n%s%s", sentence, numbers, g_str_has_suffix (numbers, "\n") ? "" : "\n");
}

static gboolean
write_description (TsChart        *chart,
                   GOutputStream  *stream,
                   GError        **error)
{
  g_autofree char *description = describe_chart (chart);

  return g_output_stream_write_all (stream, description, strlen (description), NULL, ts_interrupt_get_cancellable (), error);
}

static gboolean
write_picture (TsChart        *chart,
               const Request  *request,
               GOutputStream  *stream,
               GError        **error)
{
  const TsChartExport settings = { .format = request->format, .scale = 1 };
  g_autoptr (TsTextMeasurer) measurer = NULL;
  g_autoptr (TsScene) scene = NULL;
  TsChartOptions options;

  measurer = ts_text_measurer_new_pango (NULL, ts_chart_export_get_text_kind (request->format, settings.scale));
  ts_chart_options_init_export (&options, request->width, request->height, measurer);

  if (request->height == 0)
    options.height = CLAMP (ceil (ts_chart_get_natural_height (chart, &options)), DEFAULT_HEIGHT, MOST_HEIGHT);

  scene = ts_chart_layout (chart, &options);

  return ts_chart_export_to_stream (scene, &settings, stream, ts_interrupt_get_cancellable (), error);
}

static TsExit
write_chart (TsChart       *chart,
             const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsOutput) output = ts_output_open (request->path, &error);
  gboolean written;

  if (output == NULL)
    return ts_terminal_fail (error);

  if (request->describe)
    written = write_description (chart, ts_output_get_stream (output), &error);
  else
    written = write_picture (chart, request, ts_output_get_stream (output), &error);

  if (!written)
    {
      ts_output_explain (output, &error);
      return ts_terminal_fail (error);
    }

  return ts_output_commit (output, &error) ? TS_EXIT_DONE : ts_terminal_fail (error);
}

static TsExit
draw_chart (const Request      *request,
            const TsChartQuery *query)
{
  /* Fonts are found while the workbook is read. */
  g_autoptr (TsFontPreparation) fonts = request->describe ? NULL : ts_font_preparation_begin (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (request->workbook, TS_OPEN_READ_ONLY, &error);
  g_autoptr (TsChart) chart = NULL;

  if (workbook == NULL)
    return ts_terminal_fail (error);

  ts_workbook_set_cancellable (workbook, ts_interrupt_get_cancellable ());
  ts_workbook_set_reader (workbook, request->reader);

  if (!ts_export_check_filter (workbook, query->filter, &error) || !ts_compare_check (workbook, query->compare, query->view, &error) || !request->source->read (workbook, query, &chart, &error))
    return ts_terminal_fail (error);

  if (chart == NULL)
    {
      g_autofree char *name = g_filename_display_name (request->workbook);

      ts_terminal_print_error ("%s: %s", name, _(request->source->nothing));
      return TS_EXIT_FAILED;
    }

  g_clear_pointer (&fonts, ts_font_preparation_end);

  return write_chart (chart, request);
}

static const TsChartSource *
find_source (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      if (g_str_equal (sources[i]->name, name))
        return sources[i];
    }

  return NULL;
}

/* "radar, gaps or outcome" */
static char *
list_sources (void)
{
  g_autoptr (GString) list = g_string_new (sources[0]->name);

  for (guint i = 1; i < G_N_ELEMENTS (sources); i++)
    {
      if (i + 1 < G_N_ELEMENTS (sources))
        g_string_append_printf (list, _(", %s"), sources[i]->name);
      else
        g_string_append_printf (list, _(" or %s"), sources[i]->name);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Each kind with its lines beside it, all beginning at the same place. */
static char *
explain_sources (void)
{
  g_autoptr (GString) text = g_string_new (_("Draws a chart, as the window shows it. Filters may be given several times.\n\nKIND is one of"));
  guint width = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    width = MAX (width, strlen (sources[i]->name));

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_auto (GStrv) lines = g_strsplit (_(sources[i]->help), "\n", -1);

      for (guint j = 0; lines[j] != NULL; j++)
        g_string_append_printf (text, "\n  %-*s  %s", (int) width, j == 0 ? sources[i]->name : "", lines[j]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
takes_reviewers_only (const TsQueryFilter *filter)
{
  return filter->layers != NULL && filter->layers[0] != NULL && filter->layers[1] == NULL &&
         g_str_equal (filter->layers[0], ts_layer_get_name (TS_LAYER_REVIEWER));
}

TsExit
ts_command_chart (int    n_arguments,
                  char **arguments)
{
  g_autofree char *path = NULL;
  g_autofree char *size = NULL;
  g_autofree char *metric = NULL;
  g_autofree char *description = explain_sources ();
  g_auto (TsFilterArguments) filters = { 0 };
  g_auto (TsCompareArguments) comparing = { 0 };
  g_autoptr (TsCompareFilter) compare = ts_compare_filter_new ();
  g_autoptr (TsCompareView) view = ts_compare_view_new ();
  g_autoptr (GError) error = NULL;
  Request request = { .format = TS_CHART_FORMAT_SVG, .width = DEFAULT_WIDTH };
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("the picture to write: .svg, .pdf or .png; “-” is SVG on the standard output"), N_("FILE") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, N_("the picture’s size in pixels of 1/96 inch; with a width alone, as high as suits it; 800 if not given"), N_("WxH") },
    { "metric", 0, 0, G_OPTION_ARG_STRING, &metric, N_("for outcome: its name, or a part of it that no other has"), N_("TEXT") },
    { "describe", 0, 0, G_OPTION_ARG_NONE, &request.describe, N_("print what the chart shows, in a sentence and a table, instead of drawing it"), NULL },
    { NULL },
  };
  TsChartQuery query;
  const char *useless;
  TsExit exit;

  if (!ts_arguments_read_more (&n_arguments, &arguments, options, &filters, (TsAddOptions) ts_compare_arguments_add, &comparing, "WORKBOOK KIND",
                               description,
                               2, 2, &exit))
    return exit;

  request.workbook = arguments[1];
  request.path = path;
  request.reader = filters.reader;

  request.source = find_source (arguments[2]);

  if (request.source == NULL)
    {
      g_autofree char *list = list_sources ();

      return ts_arguments_refuse ("chart", _("“%s” is not a chart; KIND is %s"), arguments[2], list);
    }

  if (path == NULL && !request.describe)
    return ts_arguments_refuse ("chart", _("something is missing; expected -o FILE or --describe"));

  if (path != NULL && !request.describe && !g_str_equal (path, "-") && !ts_chart_format_from_path (path, &request.format, &error))
    return ts_arguments_refuse ("chart", "%s", error->message);

  if (size != NULL && !read_size (size, &request))
    return ts_arguments_refuse ("chart", _("“%s” is not a size; write it as 800x700, or 800 for a width alone, each from %d to %d"), size, SMALLEST, LARGEST);

  useless = ts_filter_arguments_find_useless (&filters, request.source->filters);

  if (useless != NULL)
    return ts_arguments_refuse ("chart", _("%s does not go with %s"), useless, request.source->name);

  useless = ts_compare_arguments_find_useless (&comparing, request.source->compares ? ts_compare_chart_get_options (request.source->chart) : request.source->options);

  if (useless != NULL)
    return ts_arguments_refuse ("chart", _("%s does not go with %s"), useless, request.source->name);

  if (takes_reviewers_only (&filters.filter))
    return ts_arguments_refuse ("chart", _("reviewers’ own levels stand beside each other and make no chart of one; name another layer"));

  if (request.source->compares && request.source->chart != TS_COMPARE_CHART_RADAR && filters.layers != NULL && filters.layers[0] != NULL &&
      filters.layers[1] != NULL)
    return ts_arguments_refuse ("chart", _("%s shows one layer; name one"), request.source->name);

  if (metric != NULL && !request.source->takes_metric)
    return ts_arguments_refuse ("chart", _("--metric does not go with %s"), request.source->name);

  if (!ts_compare_arguments_fill (&comparing, "chart", &filters, compare, view))
    return TS_EXIT_USAGE;

  query = (TsChartQuery) { &filters.filter, metric, compare, view };

  return draw_chart (&request, &query);
}
