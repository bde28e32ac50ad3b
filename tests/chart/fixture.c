/* fixture.c
 *
 * Charts to try things on.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <math.h>

static const char *const level_names[] = { "Starting", "Developing", "Strong", "World class", NULL };

static const char *const plain[] = {
  "Lead",
  "Work with partners",
  "Engage with public and patients",
  "Collaborate",
  "Manage knowledge and assess needs",
  "Prioritise",
  "Stimulate the market",
  "Promote improvement and innovation",
  "Procure",
  "Manage the system",
  "Invest",
};

static const char *const hostile[] = {
  "line one\nline two\r\n\ttab",
  "\xe2\x80\xae"
  "turned around",
  "bad \xff\xfe bytes",
  "z\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81",
  "\xd7\x9e\xd7\x95\xd7\x91\xd7\x99\xd7\x9c (1)",
  "Nosinglebreakinthiswordwhichgoesonandonandonandonandonandon",
  "   ",
  "<b>&amp;</b>",
  "%s %n %d",
  "\xd8\xb9\xd9\x85\xd9\x84 \xd9\x85\xd8\xb9",
  "\x01\x02\x7f",
};

char *
fixture_label (FixtureLabels labels,
               guint         axis)
{
  switch (labels)
    {
    case FIXTURE_LABELS_LONG:
      return g_strdup_printf ("%s, and in addition everything else that a framework's author could "
                              "think of when nobody asked for brevity, %u times over",
                              plain[axis % G_N_ELEMENTS (plain)], axis);

    case FIXTURE_LABELS_HOSTILE:
      return g_strdup (hostile[axis % G_N_ELEMENTS (hostile)]);

    case FIXTURE_LABELS_WIDE:
      return g_strdup ("\xe5\xb0\x88\xe6\xa5\xad\xe7\x9f\xa5\xe8\xad\x98\xe7\xae\xa1\xe7\x90\x86"
                       "\xe8\x88\x87\xe9\x9c\x80\xe6\xb1\x82\xe8\xa9\x95\xe4\xbc\xb0");

    case FIXTURE_LABELS_NONE:
      return g_strdup ("");

    case FIXTURE_LABELS_PLAIN:
    default:
      return g_strdup (plain[axis % G_N_ELEMENTS (plain)]);
    }
}

gboolean
fixture_is_missing (FixtureMissing missing,
                    guint          series,
                    guint          axis)
{
  switch (missing)
    {
    case FIXTURE_MISSING_SOME:
      return (axis + series) % 3 == 1;

    case FIXTURE_MISSING_MOST:
      return axis != 1;

    case FIXTURE_MISSING_ALL:
      return TRUE;

    case FIXTURE_MISSING_NONE:
    default:
      return FALSE;
    }
}

TsRadarData *
fixture_radar (guint          n_axes,
               guint          n_series,
               FixtureLabels  labels,
               FixtureMissing missing)
{
  static const struct
  {
    const char *name;
    TsRadarSeriesKind kind;
  } series_kinds[] = {
    { "2009/10 self", TS_RADAR_SERIES_CURRENT },
    { "Target", TS_RADAR_SERIES_TARGET },
    { "2008/09 final", TS_RADAR_SERIES_PREVIOUS },
    { "Region", TS_RADAR_SERIES_OTHER },
  };
  TsRadarDataBuilder *builder = ts_radar_data_builder_new ("Competencies", TS_RADAR_SUBJECT_COMPETENCY,
                                                           level_names);

  for (guint axis = 0; axis < n_axes; axis++)
    {
      g_autofree char *short_label = g_strdup_printf ("%u", axis + 1);
      g_autofree char *long_label = fixture_label (labels, axis);

      ts_radar_data_builder_add_axis (builder, labels == FIXTURE_LABELS_NONE ? "" : short_label,
                                      long_label);
    }

  for (guint series = 0; series < n_series; series++)
    {
      ts_radar_data_builder_add_series (builder, series_kinds[series].name,
                                        series_kinds[series].kind);
      for (guint axis = 0; axis < n_axes; axis++)
        if (!fixture_is_missing (missing, series, axis))
          ts_radar_data_builder_set_value (builder, series, axis, 1 + (axis * 7 + series * 3) % 4);
    }

  return ts_radar_data_builder_end (builder);
}

static double
outcome_value (FixtureValues values,
               guint         year,
               guint         series)
{
  double along = sin (year * 0.7 + series) + year * 0.2;

  switch (values)
    {
    case FIXTURE_VALUES_ZERO:
      return 0;

    case FIXTURE_VALUES_EQUAL:
      return 81.3;

    case FIXTURE_VALUES_NEGATIVE:
      return -1000 - round (along * 10);

    case FIXTURE_VALUES_MIXED:
      return round ((along - 1) * 100) / 10;

    case FIXTURE_VALUES_HUGE:
      return (year + series) % 2 == 0 ? 1e12 : -1e12;

    case FIXTURE_VALUES_TINY:
      return along * 1e-9;

    case FIXTURE_VALUES_USUAL:
    default:
      return 80 + round (along * 10) / 10;
    }
}

/* Actual values end and aspirations begin in the middle, as they do in life. */
TsOutcomeData *
fixture_outcome (guint          n_years,
                 FixtureValues  values,
                 FixtureLabels  labels,
                 FixtureMissing missing)
{
  g_autofree char *metric = fixture_label (labels, 0);
  g_autofree char *unit = fixture_label (labels, 4);
  TsOutcomeDataBuilder *builder =
    ts_outcome_data_builder_new (metric, labels == FIXTURE_LABELS_PLAIN ? "years" : unit,
                                 n_years % 2 == 0);

  for (guint year = 0; year < n_years; year++)
    {
      if (!fixture_is_missing (missing, 0, year) && year >= n_years / 3)
        ts_outcome_data_builder_set_value (builder, TS_OUTCOME_SERIES_ASPIRATION, 2001 + (int) year,
                                           outcome_value (values, year, 0));
      if (!fixture_is_missing (missing, 1, year) && year <= n_years * 2 / 3)
        ts_outcome_data_builder_set_value (builder, TS_OUTCOME_SERIES_ACTUAL, 2001 + (int) year,
                                           outcome_value (values, year, 1));
    }

  return ts_outcome_data_builder_end (builder);
}

TsGapsData *
fixture_gaps (guint          n_rows,
              FixtureLabels  labels,
              FixtureMissing missing)
{
  TsGapsDataBuilder *builder =
    ts_gaps_data_builder_new ("Gaps", n_rows > 11 ? TS_GAPS_SUBJECT_CRITERION : TS_GAPS_SUBJECT_COMPETENCY,
                              level_names);

  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *short_label = g_strdup_printf ("%u", row + 1);
      g_autofree char *long_label = fixture_label (labels, row);

      ts_gaps_data_builder_add_row (builder, labels == FIXTURE_LABELS_NONE ? "" : short_label,
                                    long_label);
      for (guint series = 0; series < TS_GAPS_N_SERIES; series++)
        if (!fixture_is_missing (missing, series, row))
          ts_gaps_data_builder_set_value (builder, series, row, 1 + (row * 7 + series * 3) % 4);
    }

  return ts_gaps_data_builder_end (builder);
}
