/* ts-gaps-sentence.c
 *
 * A gap chart in words: what each row says, and all of it as a table.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-gaps-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-number.h"

/* The columns of the table. */
enum
{
  COLUMN_NODE,
  COLUMN_TITLE,
  COLUMN_LEVEL,
  COLUMN_TARGET,
  COLUMN_GAP,
  COLUMN_PREVIOUS,
  COLUMN_CHANGE,
};

/**
 * ts_gaps_data_row_name:
 * @self: data of a gap chart
 * @row: less than ts_gaps_data_get_n_rows()
 *
 * Returns: (transfer full): both labels of the row, such as "7 Stimulate the market"
 */
char *
ts_gaps_data_row_name (const TsGapsData *self,
                       guint             row)
{
  const char *short_label = ts_gaps_data_get_short_label (self, row);
  const char *long_label = ts_gaps_data_get_long_label (self, row);

  if (*short_label == '\0' || *long_label == '\0')
    return g_strconcat (short_label, long_label, NULL);

  return g_strconcat (short_label, " ", long_label, NULL);
}

static const char *
missing_text (const TsGapsData *self,
              TsGapsSeries      series)
{
  switch (series)
    {
    case TS_GAPS_SERIES_LEVEL:
      return _("not rated");

    case TS_GAPS_SERIES_TARGET:
      return _("no target");

    case TS_GAPS_SERIES_PREVIOUS:
    default:
      return ts_gaps_data_is_judged (self) ? _("not rated") : _("not known");
    }
}

/**
 * ts_gaps_data_value_text:
 * @self: data of a gap chart
 * @series: level now, target or level last year
 * @row: less than ts_gaps_data_get_n_rows()
 *
 * Returns: (transfer full): the level with its name, such as "3 Strong", or that there is none
 */
char *
ts_gaps_data_value_text (const TsGapsData *self,
                         TsGapsSeries      series,
                         guint             row)
{
  g_autofree char *level = NULL;
  const char *name;
  double value;

  if (!ts_gaps_data_get_value (self, series, row, &value))
    return g_strdup (missing_text (self, series));

  level = ts_chart_number_level (value);
  name = value == floor (value) ? ts_gaps_data_get_level_name (self, (guint) value) : "";
  if (*name == '\0')
    return g_steal_pointer (&level);

  return g_strconcat (level, " ", name, NULL);
}

/**
 * ts_gaps_data_gap_text:
 * @self: data of a gap chart
 * @row: less than ts_gaps_data_get_n_rows()
 *
 * Returns: (transfer full): how the row lies to its target, such as "2 levels short", or what is missing to say so
 */
char *
ts_gaps_data_gap_text (const TsGapsData *self,
                       guint             row)
{
  g_autofree char *levels = NULL;
  double gap;

  if (!ts_gaps_data_get_gap (self, row, &gap))
    return g_strdup (missing_text (self, ts_gaps_data_get_value (self, TS_GAPS_SERIES_LEVEL, row, NULL)
                                           ? TS_GAPS_SERIES_TARGET
                                           : TS_GAPS_SERIES_LEVEL));
  if (gap == 0)
    return g_strdup (_("met"));

  levels = ts_chart_number_levels (gap);

  /* Translators: how far a level lies from its target, as in "2 levels short". */
  return g_strdup_printf (gap < 0 ? _("%s short") : _("%s above"), levels);
}

/**
 * ts_gaps_data_change_text:
 * @self: data of a gap chart
 * @row: less than ts_gaps_data_get_n_rows()
 *
 * Returns: (transfer full): how the row has changed since last year, such as "up 1 level", or that this is not known
 */
char *
ts_gaps_data_change_text (const TsGapsData *self,
                          guint             row)
{
  g_autofree char *levels = NULL;
  double change;

  if (!ts_gaps_data_get_change (self, row, &change))
    return g_strdup (_("not known"));
  if (ts_gaps_data_is_judged (self))
    {
      levels = ts_chart_number_levels (change);

      /* Translators: how the judgement of oneself lies to that of others, as in "1 level higher". */
      return change == 0 ? g_strdup (_("the same"))
                         : g_strdup_printf (change < 0 ? _("%s higher") : _("%s lower"), levels);
    }
  if (change == 0)
    return g_strdup (_("no change"));

  levels = ts_chart_number_levels (change);

  /* Translators: how a level has changed, as in "up 1 level". */
  return g_strdup_printf (change > 0 ? _("up %s") : _("down %s"), levels);
}

/**
 * ts_gaps_data_row_text:
 * @self: data of a gap chart
 * @row: less than ts_gaps_data_get_n_rows()
 *
 * Returns: (transfer full): what there is to say of the row, such as "Level: 2 Developing; Target: 4 World class; 2 levels
 *   short; Last year: 1 Starting; up 1 level"
 */
char *
ts_gaps_data_row_text (const TsGapsData *self,
                       guint             row)
{
  g_autofree char *level = NULL;
  g_autofree char *target = NULL;
  g_autofree char *previous = NULL;
  GString *text;
  double difference;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  level = ts_gaps_data_value_text (self, TS_GAPS_SERIES_LEVEL, row);
  if (ts_gaps_data_is_judged (self))
    g_string_append_printf (text, _("%s: %s"), ts_gaps_data_get_series_name (self, TS_GAPS_SERIES_LEVEL), level);
  else
    g_string_append_printf (text, _("Level: %s"), level);
  g_string_append (text, _("; "));

  target = ts_gaps_data_value_text (self, TS_GAPS_SERIES_TARGET, row);
  g_string_append_printf (text, _("Target: %s"), target);
  if (ts_gaps_data_get_gap (self, row, &difference))
    {
      g_autofree char *gap = ts_gaps_data_gap_text (self, row);

      g_string_append (text, _("; "));
      g_string_append (text, gap);
    }

  if (ts_gaps_data_count_values (self, TS_GAPS_SERIES_PREVIOUS) == 0)
    return g_string_free (text, FALSE);

  previous = ts_gaps_data_value_text (self, TS_GAPS_SERIES_PREVIOUS, row);
  g_string_append (text, _("; "));
  if (ts_gaps_data_is_judged (self))
    g_string_append_printf (text, _("%s: %s"), ts_gaps_data_get_series_name (self, TS_GAPS_SERIES_PREVIOUS),
                            previous);
  else
    g_string_append_printf (text, _("Last year: %s"), previous);
  if (ts_gaps_data_get_change (self, row, &difference))
    {
      g_autofree char *change = ts_gaps_data_change_text (self, row);

      g_string_append (text, _("; "));
      g_string_append (text, change);
    }

  return g_string_free (text, FALSE);
}

static const char *
subject_title (TsGapsSubject subject)
{
  switch (subject)
    {
    case TS_GAPS_SUBJECT_COMPETENCY:
      return _("Competency");

    case TS_GAPS_SUBJECT_CRITERION:
      return _("Criterion");

    case TS_GAPS_SUBJECT_AREA:
    default:
      return _("Area");
    }
}

/**
 * ts_gaps_data_to_table:
 * @self: data of a gap chart
 *
 * Returns: (transfer full): a row for each row: its label, title, level, target, gap, last year's level and the change
 */
TsChartTable *
ts_gaps_data_to_table (const TsGapsData *self)
{
  TsChartTable *table;

  g_return_val_if_fail (self != NULL, NULL);

  table = ts_chart_table_new (ts_gaps_data_get_title (self));
  ts_chart_table_add_column (table, subject_title (ts_gaps_data_get_subject (self)));
  ts_chart_table_add_column (table, _("Title"));
  ts_chart_table_add_column (table, ts_gaps_data_get_series_name (self, TS_GAPS_SERIES_LEVEL));
  ts_chart_table_add_column (table, _("Target"));
  ts_chart_table_add_column (table, _("Gap"));
  ts_chart_table_add_column (table, ts_gaps_data_get_series_name (self, TS_GAPS_SERIES_PREVIOUS));
  ts_chart_table_add_column (table, ts_gaps_data_is_judged (self) ? _("Difference") : _("Change"));

  for (guint i = 0; i < ts_gaps_data_get_n_rows (self); i++)
    {
      guint row = ts_chart_table_add_row (table);
      g_autofree char *level = ts_gaps_data_value_text (self, TS_GAPS_SERIES_LEVEL, i);
      g_autofree char *target = ts_gaps_data_value_text (self, TS_GAPS_SERIES_TARGET, i);
      g_autofree char *gap = ts_gaps_data_gap_text (self, i);
      g_autofree char *previous = ts_gaps_data_value_text (self, TS_GAPS_SERIES_PREVIOUS, i);
      g_autofree char *change = ts_gaps_data_change_text (self, i);

      ts_chart_table_set_cell (table, row, COLUMN_NODE, ts_gaps_data_get_short_label (self, i));
      ts_chart_table_set_cell (table, row, COLUMN_TITLE, ts_gaps_data_get_long_label (self, i));
      ts_chart_table_set_cell (table, row, COLUMN_LEVEL, level);
      ts_chart_table_set_cell (table, row, COLUMN_TARGET, target);
      ts_chart_table_set_cell (table, row, COLUMN_GAP, gap);
      ts_chart_table_set_cell (table, row, COLUMN_PREVIOUS, previous);
      ts_chart_table_set_cell (table, row, COLUMN_CHANGE, change);
    }

  return table;
}
