/* compare.c
 *
 * Charts that compare many organisations, to try things on.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare.h"

#include <math.h>

static const char *const regions[] = { "North East", "North West", "Yorkshire and the Humber", "London" };

TsChartLevels *
compare_levels (void)
{
  static const char *const names[] = { "Starting", "Developing", "Strong", "World class", NULL };

  return ts_chart_levels_new (names, TS_CHART_LEVELS_SEQUENCE);
}

/* To be cleared with compare_clear(). */
void
compare_subject (TsChartSubject *subject,
                 FixtureLabels   labels,
                 guint           position,
                 gboolean        highlighted)
{
  *subject = (TsChartSubject) {
    .id = g_strdup_printf ("org-%u", position),
    .code = labels == FIXTURE_LABELS_NONE ? g_strdup ("") : g_strdup_printf ("5N%u", position + 1),
    .name = fixture_label (labels, position),
    .group = labels == FIXTURE_LABELS_LONG
               ? fixture_label (labels, position / 5)
               : g_strdup (labels == FIXTURE_LABELS_NONE
                             ? ""
                             : regions[(position / 5) % G_N_ELEMENTS (regions)]),
    .highlighted = highlighted,
  };
}

void
compare_clear (TsChartSubject *subject)
{
  g_free ((char *) subject->id);
  g_free ((char *) subject->code);
  g_free ((char *) subject->name);
  g_free ((char *) subject->group);
}

/* Much the same as what an outcome is tried with; never the same twice running unless it is asked for. */
double
compare_value (FixtureValues values,
               guint         position)
{
  double along = sin (position * 12.9898) * 10;

  switch (values)
    {
    case FIXTURE_VALUES_ZERO:
      return 0;

    case FIXTURE_VALUES_EQUAL:
      return 27;

    case FIXTURE_VALUES_NEGATIVE:
      return -1000 - round (along);

    case FIXTURE_VALUES_MIXED:
      return round (along);

    case FIXTURE_VALUES_HUGE:
      return position % 2 == 0 ? 1e12 : -1e12;

    case FIXTURE_VALUES_TINY:
      return along * 1e-9;

    case FIXTURE_VALUES_USUAL:
    default:
      return 24 + round (along);
    }
}

TsHeatmapData *
compare_heatmap (guint          n_rows,
                 guint          n_columns,
                 FixtureLabels  labels,
                 FixtureMissing missing)
{
  static const char *const lights[] = { "Red", "Amber", "Green", NULL };
  g_autoptr (TsChartLevels) levels = compare_levels ();
  g_autoptr (TsChartLevels) traffic = ts_chart_levels_new (lights, TS_CHART_LEVELS_TRAFFIC_LIGHT);
  TsHeatmapData *data = ts_heatmap_data_new ("Levels of all organisations");

  for (guint column = 0; column < n_columns; column++)
    {
      gboolean total = n_columns > 2 && column + 1 == n_columns;
      g_autofree char *code = g_strdup_printf ("%u", column + 1);
      g_autofree char *name = fixture_label (labels, column);

      if (total)
        ts_heatmap_data_add_column (data, "total", "", "Total", NULL);
      else
        ts_heatmap_data_add_column (data, code, labels == FIXTURE_LABELS_NONE ? "" : code, name,
                                    n_columns > 4 && column + 2 == n_columns ? traffic : levels);
    }

  for (guint row = 0; row < n_rows; row++)
    {
      TsChartSubject subject;

      compare_subject (&subject, labels, row, row % 7 == 3);
      ts_heatmap_data_add_row (data, &subject);
      compare_clear (&subject);

      for (guint column = 0; column < n_columns; column++)
        {
          guint pick = row * 7 + column * 3 + row * column % 5;

          if (fixture_is_missing (missing, column, row + column))
            {
              if (pick % 3 == 0)
                ts_heatmap_data_set_incomplete (data, row, column, pick % 4, pick % 2 * 5);
              continue;
            }
          ts_heatmap_data_set_value (data, row, column,
                                     ts_heatmap_data_get_levels (data, column) == NULL
                                       ? 20 + pick % 15
                                       : 1 + pick % ts_chart_levels_get_n (ts_heatmap_data_get_levels (data, column)),
                                     pick % 11 == 0);
          if (row % 13 == 5)
            ts_heatmap_data_set_lent (data, row, column);
        }
    }
  if (n_columns > 1)
    ts_heatmap_data_set_sorted (data, 1, n_rows % 2 == 0);
  ts_heatmap_data_set_grouped (data, n_rows % 3 != 0);

  return data;
}

TsDistributionData *
compare_distribution (guint          n_rows,
                      FixtureLabels  labels,
                      FixtureMissing missing)
{
  g_autoptr (TsChartLevels) levels = compare_levels ();
  TsDistributionData *data = ts_distribution_data_new ("Levels by competency", TS_DISTRIBUTION_BY_COMPETENCY,
                                                       levels);

  for (guint row = 0; row < n_rows; row++)
    {
      guint counts[4] = { 0 };
      guint n_unrated = 0;
      TsChartSubject subject;

      for (guint i = 0; i < 152; i++)
        {
          guint level = (guint) (2 + sin (i * 0.7 + row) * 1.2 + sin (row * 2.1) * 0.7);

          if (fixture_is_missing (missing, row, i))
            n_unrated++;
          else
            counts[CLAMP (level, 1, 4) - 1]++;
        }
      compare_subject (&subject, labels, row, FALSE);
      ts_distribution_data_add_row (data, &subject, counts, n_unrated);
      compare_clear (&subject);
    }

  return data;
}

TsStripData *
compare_strip (guint          n_rows,
               guint          n_points,
               FixtureValues  values,
               FixtureLabels  labels,
               FixtureMissing missing)
{
  TsStripData *data = ts_strip_data_new ("Totals by region", "Sum of levels", "points");

  for (guint row = 0; row < n_rows; row++)
    {
      TsChartSubject subject;

      compare_subject (&subject, labels, row, FALSE);
      ts_strip_data_add_row (data, &subject);
      compare_clear (&subject);
    }
  for (guint i = 0; i < n_points; i++)
    {
      TsChartSubject subject;

      compare_subject (&subject, labels, i, i % 29 == 3);
      ts_strip_data_add_point (data, i % n_rows, &subject,
                               fixture_is_missing (missing, 0, i) ? NAN : compare_value (values, i));
      compare_clear (&subject);
    }

  return data;
}

TsOptimismData *
compare_optimism (guint          n_rows,
                  FixtureValues  values,
                  FixtureLabels  labels,
                  FixtureMissing missing)
{
  TsOptimismData *data = ts_optimism_data_new ("Optimism", "Self-assessment", "Panel",
                                               values == FIXTURE_VALUES_MIXED ? "" : "points");

  for (guint row = 0; row < n_rows; row++)
    {
      TsChartSubject subject;
      double other = compare_value (values, row);
      double gap = values == FIXTURE_VALUES_EQUAL ? 0 : round (5 - 9.0 * row / MAX (n_rows, 1));

      compare_subject (&subject, labels, row, row % 9 == 2);
      ts_optimism_data_add_row (data, &subject,
                                fixture_is_missing (missing, 0, row) ? NAN : other + gap,
                                fixture_is_missing (missing, 1, row) ? NAN : other);
      compare_clear (&subject);
    }

  return data;
}

TsRankingData *
compare_ranking (guint          n_rows,
                 guint          n_panels,
                 FixtureLabels  labels,
                 FixtureMissing missing)
{
  static const char *const names[] = { "Sum of levels", "Map score", "Governance first", "Own weights" };
  TsRankingData *data = ts_ranking_data_new ("Ranking", 0.9);

  for (guint panel = 0; panel < n_panels; panel++)
    ts_ranking_data_add_panel (data, names[panel % G_N_ELEMENTS (names)]);
  for (guint row = 0; row < n_rows; row++)
    {
      TsChartSubject subject;

      compare_subject (&subject, labels, row, row % 9 == 2);
      ts_ranking_data_add_row (data, &subject);
      compare_clear (&subject);
      for (guint panel = 0; panel < n_panels; panel++)
        {
          double rank = CLAMP (row + 1 + round (sin (row * 3.1 + panel) * panel * 4), 1, n_rows);
          const TsRank it = {
            .score = 40 - row * 0.2,
            .rank = rank,
            .low = MAX (rank - n_rows / 8 - row % 4, 1),
            .high = MIN (rank + n_rows / 7 + row % 5, n_rows),
          };

          if (!fixture_is_missing (missing, panel, row))
            ts_ranking_data_set_rank (data, panel, row, &it);
        }
    }

  return data;
}

/* Usual values are levels; all others are numbers. */
TsTrendData *
compare_trend (guint          n_lines,
               guint          n_years,
               FixtureValues  values,
               FixtureLabels  labels,
               FixtureMissing missing)
{
  g_autoptr (TsChartLevels) levels = compare_levels ();
  gboolean as_levels = values == FIXTURE_VALUES_USUAL;
  g_autofree int *years = g_new (int, n_years + 1);
  TsTrendData *data;

  for (guint year = 0; year < n_years; year++)
    years[year] = 2008 + (int) year;
  data = ts_trend_data_new ("Trend", as_levels ? "Level" : "Sum of levels", as_levels ? "" : "points",
                            as_levels ? levels : NULL, years, n_years);
  if (n_years > 2)
    ts_trend_data_set_break (data, n_years - 1, n_lines % 2 == 0 ? "Competency 11 was added" : "");

  for (guint line = 0; line < n_lines; line++)
    {
      TsChartSubject subject;
      gboolean middle = n_lines > 2 && line == 1;

      compare_subject (&subject, labels, line, line % 31 == 3);
      ts_trend_data_add_line (data, &subject,
                              middle ? TS_TREND_LINE_MIDDLE : TS_TREND_LINE_SUBJECT);
      compare_clear (&subject);
      for (guint year = 0; year < n_years; year++)
        if (!fixture_is_missing (missing, line, year))
          ts_trend_data_set_value (data, line, year,
                                   as_levels ? CLAMP (1 + (line * 7 + year * 2 + line * year % 3) % 4, 1, 4)
                                             : compare_value (values, line) + (values == FIXTURE_VALUES_MIXED ? year * (line % 4) : 0),
                                   line % 5 == 4 && year == 0);
    }

  return data;
}

TsScatterData *
compare_scatter (guint          n_points,
                 FixtureValues  values,
                 FixtureLabels  labels,
                 FixtureMissing missing)
{
  TsScatterData *data = ts_scatter_data_new ("Two measures");

  ts_scatter_data_set_measure (data, TS_SCATTER_AXIS_X, "Sum of levels", "points");
  ts_scatter_data_set_measure (data, TS_SCATTER_AXIS_Y, "Life expectancy", "years");
  for (guint i = 0; i < n_points; i++)
    {
      TsChartSubject subject;
      double x = compare_value (values, i);

      compare_subject (&subject, labels, i, i % 23 == 3);
      ts_scatter_data_add_point (data, &subject, fixture_is_missing (missing, 0, i) ? NAN : x,
                                 78 + x / 20 + sin (i * 78.233) * 2);
      compare_clear (&subject);
    }

  return data;
}

TsTransitionData *
compare_transition (guint          n_levels,
                    FixtureLabels  labels,
                    FixtureMissing missing)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TsChartLevels) levels = NULL;
  TsTransitionData *data;

  for (guint level = 0; level < n_levels; level++)
    g_ptr_array_add (names, fixture_label (labels, level));
  g_ptr_array_add (names, NULL);
  levels = ts_chart_levels_new ((const char *const *) names->pdata, TS_CHART_LEVELS_SEQUENCE);
  data = ts_transition_data_new ("Change of levels", "2008/09", "2009/10", levels);
  for (guint from = 0; from <= n_levels; from++)
    for (guint to = 0; to <= n_levels; to++)
      if (missing != FIXTURE_MISSING_ALL &&
          ((from > 0 && to > 0) || fixture_is_missing (missing, from, to)))
        ts_transition_data_add (data, from, to, (from * 37 + to * 61) % 90 * (from != 3 || to != 1));

  return data;
}

TsRadarData *
compare_radar (guint          n_axes,
               FixtureLabels  labels,
               FixtureMissing missing)
{
  static const char *const names[] = { "Starting", "Developing", "Strong", "World class", NULL };
  TsRadarDataBuilder *builder = ts_radar_data_builder_new ("Against peers", TS_RADAR_SUBJECT_COMPETENCY, names);

  for (guint axis = 0; axis < n_axes; axis++)
    {
      g_autofree char *code = g_strdup_printf ("%u", axis + 1);
      g_autofree char *name = fixture_label (labels, axis);

      ts_radar_data_builder_add_axis (builder, labels == FIXTURE_LABELS_NONE ? "" : code, name);
    }
  ts_radar_data_builder_add_series (builder, "Leeds", TS_RADAR_SERIES_CURRENT);
  ts_radar_data_builder_add_series (builder, "Peers' median", TS_RADAR_SERIES_OTHER);
  ts_radar_data_builder_set_band (builder, "Middle half of 24 peers");
  for (guint axis = 0; axis < n_axes; axis++)
    {
      double middle = 1.5 + axis * 5 % 4 / 2.0;

      if (!fixture_is_missing (missing, 0, axis))
        ts_radar_data_builder_set_value (builder, 0, axis, 1 + axis * 7 % 4);
      if (fixture_is_missing (missing, 1, axis))
        continue;
      ts_radar_data_builder_set_value (builder, 1, axis, middle);
      ts_radar_data_builder_set_range (builder, axis, MAX (middle - axis % 3 * 0.5, 1),
                                       MIN (middle + axis % 2, 4));
    }

  return ts_radar_data_builder_end (builder);
}

TsGapsData *
compare_judgements (guint          n_rows,
                    FixtureLabels  labels,
                    FixtureMissing missing)
{
  static const char *const names[] = { "Starting", "Developing", "Strong", "World class", NULL };
  TsGapsDataBuilder *builder = ts_gaps_data_builder_new ("Self, panel and target", TS_GAPS_SUBJECT_COMPETENCY, names);

  ts_gaps_data_builder_set_judged (builder, "Self-assessment", "Panel");
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *code = g_strdup_printf ("%u", row + 1);
      g_autofree char *name = fixture_label (labels, row);

      ts_gaps_data_builder_add_row (builder, labels == FIXTURE_LABELS_NONE ? "" : code, name);
      for (guint series = 0; series < TS_GAPS_N_SERIES; series++)
        if (!fixture_is_missing (missing, series, row))
          ts_gaps_data_builder_set_value (builder, series, row, 1 + (row * 7 + series * 3) % 4);
    }

  return ts_gaps_data_builder_end (builder);
}
