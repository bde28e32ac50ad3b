/* ts-radar-sentence.c
 *
 * A radar chart in words: what each place says, what it all comes to, and the same as a table.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-radar-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-text.h"

static char *
format_level (double value)
{
  if (value == floor (value))
    return g_strdup_printf ("%.0f", value);

  return g_strdup_printf ("%.1f", value);
}

/**
 * ts_radar_data_axis_name:
 * @self: data of a radar
 * @axis: less than ts_radar_data_get_n_axes()
 *
 * Returns: (transfer full): both labels of the axis, such as "7 Stimulate the market"
 */
char *
ts_radar_data_axis_name (const TsRadarData *self,
                         guint              axis)
{
  const char *short_label = ts_radar_data_get_short_label (self, axis);
  const char *long_label = ts_radar_data_get_long_label (self, axis);

  if (*short_label == '\0' || *long_label == '\0')
    return g_strconcat (short_label, long_label, NULL);

  return g_strconcat (short_label, " ", long_label, NULL);
}

static const char *
missing_text (TsRadarSeriesKind kind)
{
  return kind == TS_RADAR_SERIES_TARGET ? _("no target") : _("not rated");
}

/**
 * ts_radar_data_value_text:
 * @self: data of a radar
 * @series: less than ts_radar_data_get_n_series()
 * @axis: less than ts_radar_data_get_n_axes()
 *
 * Returns: (transfer full): the level with its name, such as "3 Strong", or that there is none
 */
char *
ts_radar_data_value_text (const TsRadarData *self,
                          guint              series,
                          guint              axis)
{
  g_autofree char *level = NULL;
  const char *name;
  double value;

  if (!ts_radar_data_get_value (self, series, axis, &value))
    return g_strdup (missing_text (ts_radar_data_get_series_kind (self, series)));

  level = format_level (value);
  if (value != floor (value))
    return g_steal_pointer (&level);

  name = ts_radar_data_get_level_name (self, (guint) value);
  if (*name == '\0')
    return g_steal_pointer (&level);

  return g_strconcat (level, " ", name, NULL);
}

/**
 * ts_radar_data_range_text:
 * @self: data of a radar with a band
 * @axis: less than ts_radar_data_get_n_axes()
 *
 * Returns: (transfer full): the range of others there, such as "2 to 3"
 */
char *
ts_radar_data_range_text (const TsRadarData *self,
                          guint              axis)
{
  g_autofree char *low_text = NULL;
  g_autofree char *high_text = NULL;
  double low, high;

  if (!ts_radar_data_get_range (self, axis, &low, &high))
    return g_strdup (_("not known"));

  low_text = format_level (low);
  high_text = format_level (high);

  /* Translators: a range of values, as in "2 to 3". */
  return low == high ? g_strdup (low_text) : g_strdup_printf (_("%s to %s"), low_text, high_text);
}

/**
 * ts_radar_data_axis_value_text:
 * @self: data of a radar
 * @axis: less than ts_radar_data_get_n_axes()
 *
 * Returns: (transfer full): what every series says there, such as "2009/10 self: 3 Strong; Target: 4"
 */
char *
ts_radar_data_axis_value_text (const TsRadarData *self,
                               guint              axis)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint series = 0; series < ts_radar_data_get_n_series (self); series++)
    {
      g_autofree char *value = ts_radar_data_value_text (self, series, axis);
      g_autofree char *name =
        ts_chart_text_isolate (ts_radar_data_get_series_name (self, series));

      if (series > 0)
        g_string_append (text, _("; "));
      /* Translators: the name of a series and its level, as in "Target: 3 Strong". */
      g_string_append_printf (text, _("%s: %s"), name, value);
    }
  if (ts_radar_data_get_band_name (self) != NULL)
    {
      g_autofree char *range = ts_radar_data_range_text (self, axis);
      g_autofree char *name = ts_chart_text_isolate (ts_radar_data_get_band_name (self));

      if (text->len > 0)
        g_string_append (text, _("; "));
      g_string_append_printf (text, _("%s: %s"), name, range);
    }

  return g_string_free (text, FALSE);
}

/* How many have a level, as the beginning of a sentence. */
static char *
describe_count (TsRadarSubject subject,
                guint          n_rated,
                guint          n_axes)
{
  gboolean competency = subject == TS_RADAR_SUBJECT_COMPETENCY;

  if (n_rated == 0)
    return g_strdup_printf (competency
                              ? g_dngettext (GETTEXT_PACKAGE, "The %u competency has no level yet",
                                             "None of the %u competencies has a level yet", n_axes)
                              : g_dngettext (GETTEXT_PACKAGE, "The %u area has no level yet",
                                             "None of the %u areas has a level yet", n_axes),
                            n_axes);

  if (n_rated == n_axes)
    return g_strdup_printf (competency
                              ? g_dngettext (GETTEXT_PACKAGE, "The %u competency has a level",
                                             "All %u competencies have a level", n_axes)
                              : g_dngettext (GETTEXT_PACKAGE, "The %u area has a level",
                                             "All %u areas have a level", n_axes),
                            n_axes);

  /* Translators: the first number is how many have a level, the second how many there are. */
  return g_strdup_printf (competency
                            ? g_dngettext (GETTEXT_PACKAGE, "%u of %u competencies has a level",
                                           "%u of %u competencies have a level", n_rated)
                            : g_dngettext (GETTEXT_PACKAGE, "%u of %u areas has a level",
                                           "%u of %u areas have a level", n_rated),
                          n_rated, n_axes);
}

/* Who has a level: the one by name, several by their number. */
static char *
describe_holders (const TsRadarData *self,
                  double             level)
{
  guint count = 0;
  guint found = 0;
  double value;

  for (guint axis = 0; axis < ts_radar_data_get_n_axes (self); axis++)
    if (ts_radar_data_get_value (self, 0, axis, &value) && value == level)
      {
        count++;
        found = axis;
      }

  if (count == 1)
    {
      const char *name = ts_radar_data_get_long_label (self, found);

      return ts_chart_text_isolate (*name != '\0' ? name
                                                  : ts_radar_data_get_short_label (self, found));
    }

  return g_strdup_printf (ts_radar_data_get_subject (self) == TS_RADAR_SUBJECT_COMPETENCY
                            ? g_dngettext (GETTEXT_PACKAGE, "%u competency", "%u competencies",
                                           count)
                            : g_dngettext (GETTEXT_PACKAGE, "%u area", "%u areas", count),
                          count);
}

static char *
describe_range (const TsRadarData *self)
{
  double lowest = G_MAXDOUBLE, highest = -G_MAXDOUBLE;
  double value;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *low_holders = NULL;
  g_autofree char *high_holders = NULL;

  for (guint axis = 0; axis < ts_radar_data_get_n_axes (self); axis++)
    if (ts_radar_data_get_value (self, 0, axis, &value))
      {
        lowest = MIN (lowest, value);
        highest = MAX (highest, value);
      }

  high = format_level (highest);
  if (lowest == highest)
    {
      /* Translators: goes after "All 11 competencies have a level; ". */
      return ts_radar_data_count_values (self, 0) == 1
               ? g_strdup_printf (_("it is %s"), high)
               : g_strdup_printf (_("each is %s"), high);
    }

  low = format_level (lowest);
  high_holders = describe_holders (self, highest);
  low_holders = describe_holders (self, lowest);

  /* Translators: levels, and in brackets which competency has it or how many have, as in
   * "highest 3 (2 competencies), lowest 1 (Stimulate the market)". */
  return g_strdup_printf (_("highest %s (%s), lowest %s (%s)"),
                          high, high_holders, low, low_holders);
}

static char *
describe_targets (const TsRadarData *self)
{
  for (guint series = 1; series < ts_radar_data_get_n_series (self); series++)
    {
      guint n_targets = 0;
      guint n_met = 0;
      double target, value;

      if (ts_radar_data_get_series_kind (self, series) != TS_RADAR_SERIES_TARGET)
        continue;

      for (guint axis = 0; axis < ts_radar_data_get_n_axes (self); axis++)
        {
          if (!ts_radar_data_get_value (self, series, axis, &target) ||
              !ts_radar_data_get_value (self, 0, axis, &value))
            continue;
          n_targets++;
          n_met += value >= target;
        }

      if (n_targets > 0)
        /* Translators: how many of those with a level and a target have reached the target. */
        return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u meets its target",
                                             "%u of %u meet their target", n_met),
                                n_met, n_targets);
    }

  return NULL;
}

/* How many of those that can be compared are beyond the range of others. */
static char *
describe_band (const TsRadarData *self)
{
  guint n_above = 0, n_below = 0, n_compared = 0;
  double low, high, value;

  for (guint axis = 0; axis < ts_radar_data_get_n_axes (self); axis++)
    if (ts_radar_data_get_range (self, axis, &low, &high) &&
        ts_radar_data_get_value (self, 0, axis, &value))
      {
        n_compared++;
        n_above += value > high;
        n_below += value < low;
      }

  if (n_compared == 0)
    return NULL;

  /* Translators: goes after "All 11 competencies have a level; "; the name is that of a range in which others are, as in "2
   * above, 1 below and 8 within Middle half of 24 peers". */
  return g_strdup_printf (_("%u above, %u below and %u within %s"), n_above, n_below,
                          n_compared - n_above - n_below, ts_radar_data_get_band_name (self));
}

/**
 * ts_radar_data_describe:
 * @self: data of a radar
 *
 * Tells what the first series comes to: how many axes have a level, the highest and the lowest, and how
 * many of those with a level and a target reach the target.
 *
 * Returns: (transfer full): one translated sentence
 */
char *
ts_radar_data_describe (const TsRadarData *self)
{
  guint n_axes;
  guint n_rated;
  g_autofree char *count = NULL;
  g_autofree char *range = NULL;
  g_autofree char *targets = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  n_axes = ts_radar_data_get_n_axes (self);
  if (n_axes == 0 || ts_radar_data_get_n_series (self) == 0)
    return g_strdup (_("There is nothing to show yet."));

  n_rated = ts_radar_data_count_values (self, 0);
  count = describe_count (ts_radar_data_get_subject (self), n_rated, n_axes);
  if (n_rated == 0)
    return g_strdup_printf (_("%s."), count);

  range = describe_range (self);
  targets = describe_targets (self);
  if (ts_radar_data_get_band_name (self) != NULL)
    {
      g_autofree char *band = describe_band (self);

      if (band != NULL)
        return targets == NULL ? g_strdup_printf (_("%s; %s; %s."), count, range, band)
                               : g_strdup_printf (_("%s; %s; %s; %s."), count, range, targets, band);
    }
  if (targets == NULL)
    return g_strdup_printf (_("%s; %s."), count, range);

  return g_strdup_printf (_("%s; %s; %s."), count, range, targets);
}

/**
 * ts_radar_data_to_table:
 * @self: data of a radar
 *
 * Returns: (transfer full): a row for each axis, a column for each series and one for the range of others
 */
TsChartTable *
ts_radar_data_to_table (const TsRadarData *self)
{
  TsChartTable *table;
  guint n_series;

  g_return_val_if_fail (self != NULL, NULL);

  n_series = ts_radar_data_get_n_series (self);
  table = ts_chart_table_new (ts_radar_data_get_title (self));
  ts_chart_table_add_column (table,
                             ts_radar_data_get_subject (self) == TS_RADAR_SUBJECT_COMPETENCY
                               ? _("Competency")
                               : _("Area"));
  for (guint series = 0; series < n_series; series++)
    ts_chart_table_add_column (table, ts_radar_data_get_series_name (self, series));
  if (ts_radar_data_get_band_name (self) != NULL)
    ts_chart_table_add_column (table, ts_radar_data_get_band_name (self));

  for (guint axis = 0; axis < ts_radar_data_get_n_axes (self); axis++)
    {
      guint row = ts_chart_table_add_row (table);
      g_autofree char *name = ts_radar_data_axis_name (self, axis);

      ts_chart_table_set_cell (table, row, 0, name);
      for (guint series = 0; series < n_series; series++)
        {
          g_autofree char *value = ts_radar_data_value_text (self, series, axis);

          ts_chart_table_set_cell (table, row, series + 1, value);
        }
      if (ts_radar_data_get_band_name (self) != NULL)
        {
          g_autofree char *range_text = ts_radar_data_range_text (self, axis);

          ts_chart_table_set_cell (table, row, n_series + 1, range_text);
        }
    }

  return table;
}
