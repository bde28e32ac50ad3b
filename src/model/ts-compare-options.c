/* ts-compare-options.c — which of the options of a command mean something for what is compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-compare-options.h"

#include "exchange/ts-table-writer.h"
#include "model/ts-command-line.h"

#include <string.h>

#define COMMON \
  (TS_COMPARE_OPTION_WHOM | TS_COMPARE_OPTION_RULE | TS_COMPARE_OPTION_SECTION | TS_COMPARE_OPTION_PREDECESSORS)
#define ONE_LAYER (COMMON | TS_COMPARE_OPTION_LAYER)

static const TsCompareOptions chart_options[TS_N_COMPARE_CHARTS] = {
  [TS_COMPARE_CHART_HEATMAP] =
    ONE_LAYER | TS_COMPARE_OPTION_CRITERIA | TS_COMPARE_OPTION_HIGHLIGHT | TS_COMPARE_OPTION_SORT | TS_COMPARE_OPTION_REVERSE,
  [TS_COMPARE_CHART_DISTRIBUTION] = ONE_LAYER | TS_COMPARE_OPTION_CRITERIA | TS_COMPARE_OPTION_BY | TS_COMPARE_OPTION_MEASURE,
  [TS_COMPARE_CHART_STRIP] = ONE_LAYER | TS_COMPARE_OPTION_HIGHLIGHT | TS_COMPARE_OPTION_BY | TS_COMPARE_OPTION_MEASURE,
  [TS_COMPARE_CHART_TREND] =
    ONE_LAYER | TS_COMPARE_OPTION_CRITERIA | TS_COMPARE_OPTION_HIGHLIGHT | TS_COMPARE_OPTION_OF | TS_COMPARE_OPTION_MEASURE,
  [TS_COMPARE_CHART_CHANGE] = ONE_LAYER | TS_COMPARE_OPTION_CRITERIA,
  [TS_COMPARE_CHART_OPTIMISM] = COMMON | TS_COMPARE_OPTION_CRITERIA | TS_COMPARE_OPTION_HIGHLIGHT | TS_COMPARE_OPTION_REVERSE,
  [TS_COMPARE_CHART_DUMBBELL] = COMMON | TS_COMPARE_OPTION_CRITERIA | TS_COMPARE_OPTION_OF,
  [TS_COMPARE_CHART_RANKING] =
    ONE_LAYER | TS_COMPARE_OPTION_HIGHLIGHT | TS_COMPARE_OPTION_SORT | TS_COMPARE_OPTION_REVERSE | TS_COMPARE_OPTION_WEIGHTS,
  [TS_COMPARE_CHART_SCATTER] = ONE_LAYER | TS_COMPARE_OPTION_HIGHLIGHT | TS_COMPARE_OPTION_XY,
  [TS_COMPARE_CHART_RADAR] = ONE_LAYER | TS_COMPARE_OPTION_CRITERIA | TS_COMPARE_OPTION_HIGHLIGHT | TS_COMPARE_OPTION_OF,
};

static const struct
{
  const char *name;
  TsCompareOptions options;
} tables[TS_N_COMPARE_TABLES] = {
  [TS_COMPARE_TABLE_LEVELS] = { "levels", TS_COMPARE_OPTION_LAYER | TS_COMPARE_OPTION_WHOM | TS_COMPARE_OPTION_RULE },
  [TS_COMPARE_TABLE_GAPS] = { "gaps", TS_COMPARE_OPTION_LAYER | TS_COMPARE_OPTION_WHOM | TS_COMPARE_OPTION_RULE },
  [TS_COMPARE_TABLE_RANKING] = { "ranking", ONE_LAYER | TS_COMPARE_OPTION_WEIGHTS },
  [TS_COMPARE_TABLE_AGREEMENT] = { "agreement-of-layers", COMMON | TS_COMPARE_OPTION_CRITERIA },
  [TS_COMPARE_TABLE_RULE_EFFECTS] = { "rule-effects", ONE_LAYER | TS_COMPARE_OPTION_OTHER_RULE },
};

/* What ts_compare_filter_to_arguments() may give, and what of it means nothing without an option. */
static const struct
{
  const char *argument;
  TsCompareOptions option;
  gboolean has_value;
} filter_arguments[] = {
  { "--layer", TS_COMPARE_OPTION_LAYER, TRUE },
  { "--parent", TS_COMPARE_OPTION_WHOM, TRUE },
  { "--kind", TS_COMPARE_OPTION_WHOM, TRUE },
  { "--group-name", TS_COMPARE_OPTION_WHOM, TRUE },
  { "--peers-of", TS_COMPARE_OPTION_WHOM, TRUE },
  { "--nearest", TS_COMPARE_OPTION_WHOM, TRUE },
  { "--rule", TS_COMPARE_OPTION_RULE, TRUE },
  { "--section", TS_COMPARE_OPTION_SECTION, TRUE },
  { "--criteria", TS_COMPARE_OPTION_CRITERIA, FALSE },
  { "--predecessors", TS_COMPARE_OPTION_PREDECESSORS, FALSE },
  { "--highlight", TS_COMPARE_OPTION_HIGHLIGHT, TRUE },
};

/**
 * ts_compare_chart_get_options:
 * @chart: a chart
 *
 * Returns: the options that mean something for it
 */
TsCompareOptions
ts_compare_chart_get_options (TsCompareChart chart)
{
  g_return_val_if_fail (chart < TS_N_COMPARE_CHARTS, 0);

  return chart_options[chart];
}

TsCompareOptions
ts_compare_table_get_options (TsCompareTable table)
{
  g_return_val_if_fail (table < TS_N_COMPARE_TABLES, 0);

  return tables[table].options;
}

/**
 * ts_compare_table_get_name:
 * @table: a table
 *
 * Returns: (transfer none): what `touchstonectl export` calls it
 */
const char *
ts_compare_table_get_name (TsCompareTable table)
{
  g_return_val_if_fail (table < TS_N_COMPARE_TABLES, NULL);

  return tables[table].name;
}

/* --- Commands ------------------------------------------------------------------------------------------------------ */

static gboolean
find_argument (const char *argument,
               guint      *position)
{
  for (guint i = 0; i < G_N_ELEMENTS (filter_arguments); i++)
    {
      if (g_str_equal (filter_arguments[i].argument, argument))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
add_filter (GString               *command,
            const TsCompareFilter *filter,
            TsCompareOptions       options)
{
  g_auto (GStrv) arguments = ts_compare_filter_to_arguments (filter);

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      guint position;
      gboolean known = find_argument (arguments[i], &position);
      gboolean has_value = !known || filter_arguments[position].has_value;

      if (!known || (options & filter_arguments[position].option))
        {
          ts_command_line_add_word (command, arguments[i]);

          if (has_value)
            ts_command_line_add_word (command, arguments[i + 1]);
        }

      i += has_value;
    }
}

static void
add_view (GString             *command,
          const TsCompareView *view,
          TsCompareOptions     options)
{
  if (view == NULL)
    return;

  if (options & TS_COMPARE_OPTION_OF)
    ts_command_line_add_option (command, "--of", view->organisation);

  if (options & TS_COMPARE_OPTION_SORT)
    ts_command_line_add_option (command, "--sort", view->sort);

  if ((options & TS_COMPARE_OPTION_REVERSE) && view->reversed)
    ts_command_line_add_word (command, "--reverse");

  if ((options & TS_COMPARE_OPTION_BY) && view->by != TS_COMPARE_BY_DEFAULT)
    ts_command_line_add_option (command, "--by", ts_compare_by_get_name (view->by));

  if (options & TS_COMPARE_OPTION_MEASURE)
    ts_command_line_add_option (command, "--measure", view->measure);

  if (options & TS_COMPARE_OPTION_XY)
    {
      ts_command_line_add_option (command, "--x", view->x);
      ts_command_line_add_option (command, "--y", view->y);
    }

  if (options & TS_COMPARE_OPTION_WEIGHTS)
    ts_command_line_add_option (command, "--weights", view->weights);

  if (options & TS_COMPARE_OPTION_OTHER_RULE)
    ts_command_line_add_option (command, "--other-rule", view->other_rule);
}

/**
 * ts_compare_command:
 * @chart: a chart
 * @filter: what is compared, with its years
 * @view: (nullable): how
 * @workbook: the workbook's path
 * @output: the picture to write; its ending says what it is
 * @width: its width, or 0 to leave size to the command
 * @height: its height; 0 for the one that suits it
 *
 * Returns: (transfer full): the command line, quoted for a shell, that draws the same chart
 */
char *
ts_compare_command (TsCompareChart         chart,
                    const TsCompareFilter *filter,
                    const TsCompareView   *view,
                    const char            *workbook,
                    const char            *output,
                    int                    width,
                    int                    height)
{
  g_autoptr (GString) command = NULL;
  TsCompareOptions options;

  g_return_val_if_fail (chart < TS_N_COMPARE_CHARTS && filter != NULL && workbook != NULL && output != NULL, NULL);

  options = chart_options[chart];
  command = ts_command_line_begin ("chart", workbook, ts_compare_chart_get_name (chart));
  ts_command_line_add_option (command, "-o", output);
  add_filter (command, filter, options);
  add_view (command, view, options);

  /* Without anything that says so, a radar is of one assessment alone. */
  if (chart == TS_COMPARE_CHART_RADAR && (view == NULL || view->organisation == NULL) && filter->peers == TS_PEERS_EVERYBODY)
    {
      if (filter->highlighted != NULL && filter->highlighted[0] != NULL)
        ts_command_line_add_option (command, "--of", filter->highlighted[0]);
      else if (filter->organisations != NULL && filter->organisations[0] != NULL && filter->organisations[1] == NULL)
        ts_command_line_add_option (command, "--of", filter->organisations[0]);
    }

  if (width > 0)
    {
      g_autofree char *size = height > 0 ? g_strdup_printf ("%dx%d", width, height) : g_strdup_printf ("%d", width);

      ts_command_line_add_option (command, "--size", size);
    }

  return g_string_free (g_steal_pointer (&command), FALSE);
}

/**
 * ts_compare_table_command:
 * @table: a table
 * @filter: what is compared, with its years
 * @view: (nullable): how
 * @workbook: the workbook's path
 * @output: the file to write; .csv, .json or .xlsx
 *
 * Returns: (transfer full): the command line, quoted for a shell, that writes the table
 */
char *
ts_compare_table_command (TsCompareTable         table,
                          const TsCompareFilter *filter,
                          const TsCompareView   *view,
                          const char            *workbook,
                          const char            *output)
{
  g_autoptr (GString) command = NULL;
  const char *ending;

  g_return_val_if_fail (table < TS_N_COMPARE_TABLES && filter != NULL && workbook != NULL && output != NULL, NULL);

  command = ts_command_line_begin ("export", workbook, tables[table].name);
  ending = strrchr (output, '.');

  if (ending != NULL && ts_table_format_from_name (ending + 1, &(TsTableFormat) { 0 }))
    ts_command_line_add_option (command, "--format", ending + 1);

  ts_command_line_add_option (command, "-o", output);
  add_filter (command, filter, tables[table].options);
  add_view (command, view, tables[table].options);

  return g_string_free (g_steal_pointer (&command), FALSE);
}
