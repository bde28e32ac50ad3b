/* ts-trend-sentence.c
 *
 * A trend in words: what each value says, what it all comes to, and the same as a table.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-trend-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-count.h"
#include "chart/ts-chart-number.h"
#include "chart/ts-chart-text.h"
#include "core/ts-year.h"

/* Levels and totals are written with one decimal: what is written alike is alike. */
#define SAME 0.05

static char *
quantity (const TsTrendData *self,
          double             value)
{
  if (ts_trend_data_get_levels (self) != NULL)
    return ts_chart_levels_text (ts_trend_data_get_levels (self), value);

  return ts_chart_number_quantity (value, MIN (ts_chart_number_decimals (value, value), 2),
                                   ts_trend_data_get_unit (self));
}

/**
 * ts_trend_data_value_text:
 * @self: data of a trend
 * @line: less than ts_trend_data_get_n_lines()
 * @year: less than ts_trend_data_get_n_years()
 *
 * Returns: (transfer full): the value with its unit, such as "27 points", "3 Strong" or "not rated"
 */
char *
ts_trend_data_value_text (const TsTrendData *self,
                          guint              line,
                          guint              year)
{
  g_autofree char *text = NULL;
  double value;

  if (!ts_trend_data_get_value (self, line, year, &value))
    return g_strdup (_("no value"));

  text = quantity (self, value);

  /* Translators: a value that was made from those of an organisation's predecessors, as in "27 points (from predecessors)". */
  return ts_trend_data_is_merged (self, line, year)
           ? g_strdup_printf (_("%s (from predecessors)"), text)
           : g_steal_pointer (&text);
}

/**
 * ts_trend_data_line_text:
 * @self: data of a trend
 * @line: less than ts_trend_data_get_n_lines()
 *
 * Returns: (transfer full): all values of the line, such as "2008/09: 24 points; 2009/10: 27 points"
 */
char *
ts_trend_data_line_text (const TsTrendData *self,
                         guint              line)
{
  GString *text = g_string_new (NULL);

  for (guint year = 0; year < ts_trend_data_get_n_years (self); year++)
    {
      g_autofree char *when = ts_year_format (ts_trend_data_get_year (self, year));
      g_autofree char *value = ts_trend_data_value_text (self, line, year);

      if (year > 0)
        g_string_append (text, _("; "));
      g_string_append_printf (text, _("%s: %s"), when, value);
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  guint first;
  guint last;
  guint n_subjects;
  guint n_compared;
  guint n_up;
  guint n_down;
  guint line;
} Summary;

/* The first and the last year in which there is any value of an organisation. */
static gboolean
find_years (const TsTrendData *self,
            Summary           *summary)
{
  gboolean found = FALSE;

  for (guint line = 0; line < ts_trend_data_get_n_lines (self); line++)
    {
      if (ts_trend_data_get_line_kind (self, line) != TS_TREND_LINE_SUBJECT)
        continue;
      summary->n_subjects++;
      for (guint year = 0; year < ts_trend_data_get_n_years (self); year++)
        {
          if (!ts_trend_data_get_value (self, line, year, NULL))
            continue;
          if (!found || year < summary->first)
            summary->first = year;
          if (!found || year > summary->last)
            summary->last = year;
          summary->line = line;
          found = TRUE;
        }
    }

  return found;
}

static void
count_changes (const TsTrendData *self,
               Summary           *summary)
{
  for (guint line = 0; line < ts_trend_data_get_n_lines (self); line++)
    {
      double before, after;

      if (ts_trend_data_get_line_kind (self, line) != TS_TREND_LINE_SUBJECT ||
          !ts_trend_data_get_value (self, line, summary->first, &before) ||
          !ts_trend_data_get_value (self, line, summary->last, &after))
        continue;
      summary->n_compared++;
      summary->n_up += after - before >= SAME;
      summary->n_down += before - after >= SAME;
    }
}

static char *
difference_text (const TsTrendData *self,
                 double             difference)
{
  g_autofree char *levels = NULL;

  if (fabs (difference) < SAME)
    return g_strdup (_("no change"));
  if (ts_trend_data_get_levels (self) == NULL)
    return ts_chart_number_signed (difference,
                                   MIN (ts_chart_number_decimals (difference, difference), 2),
                                   ts_trend_data_get_unit (self));

  levels = ts_chart_number_levels (difference);

  return g_strdup_printf (difference > 0 ? _("up %s") : _("down %s"), levels);
}

static char *
describe_line (const TsTrendData *self,
               const Summary     *summary,
               const char        *first_year,
               const char        *last_year)
{
  g_autofree char *name =
    ts_chart_text_isolate (ts_chart_subject_name (ts_trend_data_get_line (self, summary->line)));
  double before = 0, after = 0;
  g_autofree char *before_text = NULL;
  g_autofree char *after_text = NULL;
  g_autofree char *difference = NULL;

  ts_trend_data_get_value (self, summary->line, summary->first, &before);
  ts_trend_data_get_value (self, summary->line, summary->last, &after);
  before_text = quantity (self, before);
  if (summary->first == summary->last)
    /* Translators: who, a value and its year, as in "Leeds: 24 points in 2008/09". */
    return g_strdup_printf (_("%s: %s in %s"), name, before_text, first_year);

  after_text = quantity (self, after);
  difference = difference_text (self, after - before);

  /* Translators: who, a value and its year, a later one, and the difference, as in "Leeds: 24 points in 2008/09, 27 points in
   * 2009/10 (+3 points)". */
  return g_strdup_printf (_("%s: %s in %s, %s in %s (%s)"), name, before_text, first_year,
                          after_text, last_year, difference);
}

static char *
count_lines (const TsTrendData *self,
             guint              count)
{
  switch (ts_trend_data_get_subject (self))
    {
    case TS_TREND_SUBJECT_COMPETENCY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u competency", "%u competencies", count), count);

    case TS_TREND_SUBJECT_CRITERION:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u criterion", "%u criteria", count), count);

    case TS_TREND_SUBJECT_AREA:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u area", "%u areas", count), count);

    case TS_TREND_SUBJECT_ORGANISATION:
    default:
      return ts_chart_count_organisations (count);
    }
}

static char *
describe_lines (const TsTrendData *self,
                const Summary     *summary,
                const char        *first_year,
                const char        *last_year)
{
  g_autofree char *compared = count_lines (self, summary->n_compared);
  g_autofree char *all = count_lines (self, summary->n_subjects);

  if (summary->first == summary->last)
    /* Translators: the number of organisations and the only year there is, as in "152 organisations, in 2008/09 only". */
    return g_strdup_printf (_("%s, in %s only"), all, first_year);
  if (summary->n_compared == 0)
    /* Translators: the number of organisations and two years. */
    return g_strdup_printf (_("None of %s has a value in both %s and %s"), all, first_year,
                            last_year);

  /* Translators: two years, how many organisations have a value in both, how many rose, fell, and stayed, as in "From 2008/09
   * to 2009/10, of 150 organisations with both, 90 rose, 30 fell, 30 stayed the same". */
  return g_strdup_printf (_("From %s to %s, of %s with both, %u rose, %u fell, %u stayed the same"),
                          first_year, last_year, compared, summary->n_up, summary->n_down,
                          summary->n_compared - summary->n_up - summary->n_down);
}

/**
 * ts_trend_data_describe:
 * @self: data of a trend
 *
 * Tells how one organisation changed from the first to the last year, or how many of several rose and fell; and whether the
 * definition changed in between.
 *
 * Returns: (transfer full): one translated sentence
 */
char *
ts_trend_data_describe (const TsTrendData *self)
{
  Summary summary = { 0 };
  g_autofree char *first_year = NULL;
  g_autofree char *last_year = NULL;
  g_autofree char *text = NULL;
  const char *basis;
  gboolean has_values;

  g_return_val_if_fail (self != NULL, NULL);

  basis = ts_trend_data_get_basis (self);
  has_values = find_years (self, &summary);
  if (!has_values && summary.n_subjects > 0 && basis != NULL)
    /* Translators: %s is what is counted, such as "the 10 competencies that stand in both years". */
    return g_strdup_printf (_("There is no value in any year, going by %s."), basis);
  if (!has_values)
    return summary.n_subjects == 0 ? g_strdup (_("There is nothing to show yet."))
                                   : g_strdup (_("There is no value in any year yet."));

  count_changes (self, &summary);
  first_year = ts_year_format (ts_trend_data_get_year (self, summary.first));
  last_year = ts_year_format (ts_trend_data_get_year (self, summary.last));
  text = summary.n_subjects == 1 ? describe_line (self, &summary, first_year, last_year)
                                 : describe_lines (self, &summary, first_year, last_year);
  if (basis != NULL)
    {
      g_autofree char *bare = g_steal_pointer (&text);

      /* Translators: a sentence about a change, and what it counts, such as "the 10 competencies that stand in both years". */
      text = g_strdup_printf (_("%s, going by %s"), bare, basis);
    }

  for (guint year = summary.first + 1; year <= summary.last; year++)
    if (ts_trend_data_get_break (self, year) != NULL)
      /* Translators: goes on after a sentence about a change. */
      return g_strdup_printf (_("%s; the definition changed in between, so that part of it may be due to that."),
                              text);

  return g_strdup_printf (_("%s."), text);
}

/**
 * ts_trend_data_to_table:
 * @self: data of a trend
 *
 * Returns: (transfer full): a row for each line, a column for each year
 */
TsChartTable *
ts_trend_data_to_table (const TsTrendData *self)
{
  TsChartTable *table;
  guint n_years;

  g_return_val_if_fail (self != NULL, NULL);

  n_years = ts_trend_data_get_n_years (self);
  table = ts_chart_table_new (ts_trend_data_get_title (self));
  ts_chart_table_add_column (table, _("Line"));
  for (guint year = 0; year < n_years; year++)
    {
      g_autofree char *when = ts_year_format (ts_trend_data_get_year (self, year));
      const char *reason = ts_trend_data_get_break (self, year);
      g_autofree char *title =
        reason != NULL
          ? g_strdup_printf ("%s (%s)", when, *reason != '\0' ? reason : _("The definition changed"))
          : g_strdup (when);

      ts_chart_table_add_column (table, title);
    }

  for (guint line = 0; line < ts_trend_data_get_n_lines (self); line++)
    {
      guint row = ts_chart_table_add_row (table);
      g_autofree char *title = ts_chart_subject_title (ts_trend_data_get_line (self, line));

      ts_chart_table_set_cell (table, row, 0, title);
      for (guint year = 0; year < n_years; year++)
        {
          g_autofree char *text = ts_trend_data_value_text (self, line, year);

          ts_chart_table_set_cell (table, row, year + 1, text);
        }
    }

  return table;
}
