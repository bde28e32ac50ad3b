/* ts-outcome-sentence.c
 *
 * An outcome's trend chart in words: what each year says, what it all comes to, and the same as a table.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-outcome-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "chart/ts-chart-number.h"
#include "chart/ts-chart-text.h"
#include "core/ts-year.h"

/* The columns of the table. */
enum
{
  COLUMN_YEAR,
  COLUMN_ASPIRATION,
  COLUMN_ACTUAL,
  COLUMN_GAP,
};

/**
 * ts_outcome_data_year_text:
 * @self: data of an outcome
 * @point: less than ts_outcome_data_get_n_points()
 *
 * Returns: (transfer full): the point's financial year, such as "2008/09"
 */
char *
ts_outcome_data_year_text (const TsOutcomeData *self,
                           guint                point)
{
  return ts_year_format (ts_outcome_data_get_year (self, point));
}

/**
 * ts_outcome_data_value_text:
 * @self: data of an outcome
 * @value: a value
 *
 * Returns: (transfer full): the value with its unit, such as "80.1 years"
 */
char *
ts_outcome_data_value_text (const TsOutcomeData *self,
                            double               value)
{
  g_return_val_if_fail (self != NULL, NULL);

  return ts_chart_number_quantity (value, ts_outcome_data_get_decimals (self),
                                   ts_outcome_data_get_unit (self));
}

static gboolean
is_per_cent (const TsOutcomeData *self)
{
  return strcmp (ts_outcome_data_get_unit (self), "%") == 0;
}

/* A value beside one that has its unit already. */
static char *
value_text_again (const TsOutcomeData *self,
                  double               value)
{
  if (is_per_cent (self))
    return ts_outcome_data_value_text (self, value);

  return ts_chart_number_text (value, ts_outcome_data_get_decimals (self));
}

/* How large a gap is. Between 24% and 23% lies one percentage point, not one per cent. */
static char *
gap_size_text (const TsOutcomeData *self,
               double               gap,
               gboolean             with_unit)
{
  guint decimals = ts_outcome_data_get_decimals (self);
  g_autofree char *number = ts_chart_number_text (fabs (gap), decimals);

  if (!with_unit)
    return g_steal_pointer (&number);
  if (is_per_cent (self))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s percentage point",
                                         "%s percentage points",
                                         decimals == 0 && fabs (gap) == 1 ? 1 : 2),
                            number);

  return ts_outcome_data_value_text (self, fabs (gap));
}

/**
 * ts_outcome_data_gap_text:
 * @self: data of an outcome
 * @point: less than ts_outcome_data_get_n_points()
 * @with_unit: whether to say the unit
 *
 * Returns: (transfer full) (nullable): how the actual value lies to the aspiration, such as "0.4 years behind"; %NULL
 *   if either is missing
 */
char *
ts_outcome_data_gap_text (const TsOutcomeData *self,
                          guint                point,
                          gboolean             with_unit)
{
  g_autofree char *size = NULL;
  double gap;

  if (!ts_outcome_data_get_gap (self, point, &gap))
    return NULL;
  if (gap == 0)
    return g_strdup (with_unit ? _("aspiration met") : _("met"));

  size = gap_size_text (self, gap, with_unit);

  /* Translators: how far an actual value lies from the aspiration, as in "0.4 years behind". */
  return g_strdup_printf (gap < 0 ? _("%s behind") : _("%s ahead"), size);
}

/**
 * ts_outcome_data_point_text:
 * @self: data of an outcome
 * @point: less than ts_outcome_data_get_n_points()
 *
 * Returns: (transfer full): what there is to say of that year, such as "Actual: 80.1 years; Aspiration: 80.5 years;
 *   0.4 years behind"
 */
char *
ts_outcome_data_point_text (const TsOutcomeData *self,
                            guint                point)
{
  GString *text;
  g_autofree char *gap = NULL;
  g_autofree char *actual = NULL;
  g_autofree char *aspiration = NULL;
  guint baseline;
  double value;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  if (ts_outcome_data_get_value (self, TS_OUTCOME_SERIES_ACTUAL, point, &value))
    actual = ts_outcome_data_value_text (self, value);
  if (ts_outcome_data_get_value (self, TS_OUTCOME_SERIES_ASPIRATION, point, &value))
    aspiration = ts_outcome_data_value_text (self, value);

  g_string_append_printf (text, _("Actual: %s"), actual != NULL ? actual : _("not known"));
  if (ts_outcome_data_get_baseline (self, &baseline) && baseline == point)
    {
      g_string_append (text, _("; "));
      g_string_append (text, _("baseline"));
    }
  g_string_append (text, _("; "));
  g_string_append_printf (text, _("Aspiration: %s"), aspiration != NULL ? aspiration : _("none"));

  gap = ts_outcome_data_gap_text (self, point, TRUE);
  if (gap != NULL)
    {
      g_string_append (text, _("; "));
      g_string_append (text, gap);
    }

  return g_string_free (text, FALSE);
}

/**
 * ts_outcome_data_direction_text:
 * @self: data of an outcome
 *
 * Returns: which way is better, in words
 */
const char *
ts_outcome_data_direction_text (const TsOutcomeData *self)
{
  return ts_outcome_data_is_up_better (self) ? _("Higher is better") : _("Lower is better");
}

/* The name as the beginning of a sentence. */
static char *
subject_text (const TsOutcomeData *self)
{
  const char *metric = ts_outcome_data_get_metric (self);

  return *metric != '\0' ? ts_chart_text_isolate (metric) : g_strdup (_("The outcome"));
}

static gboolean
find_last (const TsOutcomeData *self,
           TsOutcomeSeries      series,
           guint               *point)
{
  for (guint i = ts_outcome_data_get_n_points (self); i > 0; i--)
    if (ts_outcome_data_get_value (self, series, i - 1, NULL))
      {
        *point = i - 1;
        return TRUE;
      }

  return FALSE;
}

/* The value, and how it compares if there is an aspiration for the same year. */
static char *
describe_actual (const TsOutcomeData *self,
                 guint                point)
{
  g_autofree char *subject = subject_text (self);
  g_autofree char *year = ts_outcome_data_year_text (self, point);
  g_autofree char *actual = NULL;
  g_autofree char *aspiration = NULL;
  g_autofree char *size = NULL;
  double value = 0, gap;

  ts_outcome_data_get_value (self, TS_OUTCOME_SERIES_ACTUAL, point, &value);
  actual = ts_outcome_data_value_text (self, value);

  if (!ts_outcome_data_get_gap (self, point, &gap))
    /* Translators: what is measured, its value, and the year, as in "Life expectancy at birth was 80.1 years in
     * 2009/10". */
    return g_strdup_printf (_("%s was %s in %s"), subject, actual, year);

  ts_outcome_data_get_value (self, TS_OUTCOME_SERIES_ASPIRATION, point, &value);
  aspiration = value_text_again (self, value);
  if (gap == 0)
    return g_strdup_printf (_("%s was %s in %s, which is the aspiration"), subject, actual, year);

  size = gap_size_text (self, gap, TRUE);

  /* Translators: what is measured, its value, the year, the gap and the aspiration, as in "Life expectancy at birth was
   * 80.1 years in 2009/10, 0.4 years short of the aspiration of 80.5". */
  return g_strdup_printf (gap < 0 ? _("%s was %s in %s, %s short of the aspiration of %s")
                                  : _("%s was %s in %s, %s better than the aspiration of %s"),
                          subject, actual, year, size, aspiration);
}

/* How the value has changed since the baseline, or since the first one known where that is not earlier. */
static char *
describe_trend (const TsOutcomeData *self,
                guint                latest)
{
  g_autofree char *year = NULL;
  double before = 0, now = 0, change;
  guint from = 0;

  if (!ts_outcome_data_get_baseline (self, &from) || from >= latest)
    for (from = 0; !ts_outcome_data_get_value (self, TS_OUTCOME_SERIES_ACTUAL, from, NULL);)
      from++;
  if (from >= latest)
    return NULL;

  ts_outcome_data_get_value (self, TS_OUTCOME_SERIES_ACTUAL, from, &before);
  ts_outcome_data_get_value (self, TS_OUTCOME_SERIES_ACTUAL, latest, &now);
  change = now - before;
  year = ts_outcome_data_year_text (self, from);

  /* Translators: these go after "Life expectancy at birth was 80.1 years in 2009/10; ". */
  if (fabs (change) * pow (10, ts_outcome_data_get_decimals (self)) < 0.5)
    return g_strdup_printf (_("it is the same as in %s"), year);

  return g_strdup_printf (change > 0 ? _("it has risen since %s") : _("it has fallen since %s"),
                          year);
}

/* What is aimed at, where the latest year does not say it. */
static char *
describe_aspiration (const TsOutcomeData *self,
                     guint                latest)
{
  g_autofree char *year = NULL;
  g_autofree char *aspiration = NULL;
  double value = 0;
  guint last = 0;

  if (ts_outcome_data_get_value (self, TS_OUTCOME_SERIES_ASPIRATION, latest, NULL))
    return NULL;
  if (!find_last (self, TS_OUTCOME_SERIES_ASPIRATION, &last))
    return g_strdup (_("there is no aspiration"));
  if (last < latest)
    return g_strdup (_("there is no aspiration for that year"));

  ts_outcome_data_get_value (self, TS_OUTCOME_SERIES_ASPIRATION, last, &value);
  year = ts_outcome_data_year_text (self, last);
  aspiration = ts_outcome_data_value_text (self, value);

  return g_strdup_printf (_("the aspiration for %s is %s"), year, aspiration);
}

/**
 * ts_outcome_data_describe:
 * @self: data of an outcome
 *
 * Tells the latest actual value, how it lies to the aspiration and how it has moved since the baseline.
 *
 * Returns: (transfer full): one translated sentence
 */
char *
ts_outcome_data_describe (const TsOutcomeData *self)
{
  g_autofree char *actual = NULL;
  g_autofree char *trend = NULL;
  g_autofree char *aspiration = NULL;
  guint latest = 0;

  g_return_val_if_fail (self != NULL, NULL);

  if (ts_outcome_data_get_n_points (self) == 0)
    return g_strdup (_("There is nothing to show yet."));

  if (!find_last (self, TS_OUTCOME_SERIES_ACTUAL, &latest))
    {
      g_autofree char *subject = subject_text (self);
      g_autofree char *year = NULL;
      double value = 0;

      find_last (self, TS_OUTCOME_SERIES_ASPIRATION, &latest);
      ts_outcome_data_get_value (self, TS_OUTCOME_SERIES_ASPIRATION, latest, &value);
      year = ts_outcome_data_year_text (self, latest);
      aspiration = ts_outcome_data_value_text (self, value);

      return g_strdup_printf (_("%s has no actual value yet; the aspiration for %s is %s."),
                              subject, year, aspiration);
    }

  actual = describe_actual (self, latest);
  trend = describe_trend (self, latest);
  aspiration = describe_aspiration (self, latest);

  if (trend != NULL && aspiration != NULL)
    return g_strdup_printf (_("%s; %s; %s."), actual, trend, aspiration);
  if (trend != NULL || aspiration != NULL)
    return g_strdup_printf (_("%s; %s."), actual, trend != NULL ? trend : aspiration);

  return g_strdup_printf (_("%s."), actual);
}

static void
add_column (TsChartTable *table,
            const char   *title,
            const char   *unit)
{
  g_autofree char *name = ts_chart_text_isolate (unit);
  /* Translators: the title of a column and the unit of its numbers, as in "Actual (years)". */
  g_autofree char *both = g_strdup_printf (C_("unit", "%s (%s)"), title, name);

  ts_chart_table_add_column (table, *unit != '\0' ? both : title);
}

static void
add_row (const TsOutcomeData *self,
         TsChartTable        *table,
         guint                point)
{
  guint row = ts_chart_table_add_row (table);
  guint decimals = ts_outcome_data_get_decimals (self);
  g_autofree char *year = ts_outcome_data_year_text (self, point);
  g_autofree char *gap = ts_outcome_data_gap_text (self, point, FALSE);
  g_autofree char *aspiration = NULL;
  g_autofree char *actual = NULL;
  guint baseline;
  double value;

  if (ts_outcome_data_get_value (self, TS_OUTCOME_SERIES_ASPIRATION, point, &value))
    aspiration = ts_chart_number_plain (value, decimals);
  if (ts_outcome_data_get_value (self, TS_OUTCOME_SERIES_ACTUAL, point, &value))
    actual = ts_chart_number_plain (value, decimals);

  if (ts_outcome_data_get_baseline (self, &baseline) && baseline == point)
    {
      g_autofree char *marked = g_strdup_printf (_("%s (baseline)"), year);

      ts_chart_table_set_cell (table, row, COLUMN_YEAR, marked);
    }
  else
    {
      ts_chart_table_set_cell (table, row, COLUMN_YEAR, year);
    }

  ts_chart_table_set_cell (table, row, COLUMN_ASPIRATION,
                           aspiration != NULL ? aspiration : _("none"));
  ts_chart_table_set_cell (table, row, COLUMN_ACTUAL, actual != NULL ? actual : _("not known"));
  if (gap == NULL)
    gap = g_strdup (aspiration != NULL ? _("not known") : _("no aspiration"));
  ts_chart_table_set_cell (table, row, COLUMN_GAP, gap);
}

/**
 * ts_outcome_data_to_table:
 * @self: data of an outcome
 *
 * Returns: (transfer full): a row for each year: the year, the aspiration, the actual value and the gap
 */
TsChartTable *
ts_outcome_data_to_table (const TsOutcomeData *self)
{
  TsChartTable *table;
  const char *unit;
  const char *gap_unit;
  g_autofree char *subject = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  unit = ts_outcome_data_get_unit (self);
  gap_unit = is_per_cent (self) ? _("percentage points") : unit;
  subject = subject_text (self);
  title = g_strdup_printf (ts_outcome_data_is_up_better (self) ? _("%s (higher is better)")
                                                               : _("%s (lower is better)"),
                           subject);

  table = ts_chart_table_new (title);
  ts_chart_table_add_column (table, _("Year"));
  add_column (table, _("Aspiration"), unit);
  add_column (table, _("Actual"), unit);
  add_column (table, _("Gap"), gap_unit);
  for (guint point = 0; point < ts_outcome_data_get_n_points (self); point++)
    add_row (self, table, point);

  return table;
}
