/* ts-command-chart.c — touchstonectl chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart-export.h"
#include "ctl/ts-arguments.h"
#include "ctl/ts-interrupt.h"
#include "ctl/ts-output.h"
#include "ctl/ts-radar-choice.h"
#include "ctl/ts-radar-reader.h"
#include "ctl/ts-terminal.h"
#include "exchange/ts-export.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_WIDTH  800
#define DEFAULT_HEIGHT 700
#define SMALLEST       100
#define LARGEST        10000

typedef struct
{
  const char *workbook;
  const char *path;
  gboolean describe;
  TsChartFormat format;
  int width;
  int height;
} Request;

static gboolean
read_size (const char *text,
           Request    *request)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 2);
  guint64 width;
  guint64 height;

  if (g_strv_length (parts) != 2 ||
      !g_ascii_string_to_unsigned (parts[0], 10, SMALLEST, LARGEST, &width, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, SMALLEST, LARGEST, &height, NULL))
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
draw_radar (const Request       *request,
            const TsQueryFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = ts_workbook_open (request->workbook, TS_OPEN_READ_ONLY, &error);
  g_auto (TsRadarChoice) choice = { 0 };
  g_autoptr (TsRadarData) data = NULL;
  g_autoptr (TsChart) chart = NULL;

  if (workbook == NULL)
    return ts_terminal_fail (error);

  ts_workbook_set_cancellable (workbook, ts_interrupt_get_cancellable ());

  if (!ts_export_check_filter (workbook, filter, &error) || !ts_radar_choice_make (workbook, filter, &choice, &error))
    return ts_terminal_fail (error);

  if (choice.assessment == NULL)
    {
      g_autofree char *name = g_filename_display_name (request->workbook);

      ts_terminal_print_error (_("%s: there are no levels to draw that fit what was asked for"), name);
      return TS_EXIT_FAILED;
    }

  data = ts_radar_reader_read (workbook, choice.assessment, choice.layer, &error);

  if (data == NULL)
    return ts_terminal_fail (error);

  chart = ts_chart_new_radar (data);

  return write_chart (chart, request);
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
  g_auto (TsFilterArguments) filters = { 0 };
  g_autoptr (GError) error = NULL;
  Request request = { .format = TS_CHART_FORMAT_SVG, .width = DEFAULT_WIDTH, .height = DEFAULT_HEIGHT };
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("the picture to write: .svg, .pdf or .png; “-” is SVG on the standard output"), N_("FILE") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, N_("the picture’s size in pixels of 1/96 inch; 800x700 if not given"), N_("WxH") },
    { "describe", 0, 0, G_OPTION_ARG_NONE, &request.describe, N_("print what the chart shows, in a sentence and a table, instead of drawing it"), NULL },
    { NULL },
  };
  TsExit exit;

  if (!ts_arguments_read (&n_arguments, &arguments, options, &filters, "WORKBOOK KIND",
                          _("Draws a chart, as the window shows it. Filters may be given several times.\n\n"
                            "KIND is one of\n"
                            "  radar  the levels of one assessment, with its targets and the year before. Of the organisations that the\n"
                            "         filters let through it is the one of which most is told, and of its assessments the latest with\n"
                            "         levels of the board’s own, or else the latest with any."),
                          2, 2, &exit))
    return exit;

  request.workbook = arguments[1];
  request.path = path;

  if (!g_str_equal (arguments[2], "radar"))
    return ts_arguments_refuse ("chart", _("“%s” is not a chart; KIND is radar"), arguments[2]);

  if (path == NULL && !request.describe)
    return ts_arguments_refuse ("chart", _("something is missing; expected -o FILE or --describe"));

  if (path != NULL && !request.describe && !g_str_equal (path, "-") && !ts_chart_format_from_path (path, &request.format, &error))
    return ts_arguments_refuse ("chart", "%s", error->message);

  if (size != NULL && !read_size (size, &request))
    return ts_arguments_refuse ("chart", _("“%s” is not a size; write it as 800x700, each from %d to %d"), size, SMALLEST, LARGEST);

  if (takes_reviewers_only (&filters.filter))
    return ts_arguments_refuse ("chart", _("reviewers’ own levels stand beside each other and make no chart of one; name another layer"));

  return draw_radar (&request, &filters.filter);
}
