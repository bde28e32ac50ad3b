/* fixture.h
 *
 * Charts to try things on.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-gaps-data-builder.h"
#include "chart/ts-outcome-data-builder.h"
#include "chart/ts-radar-data-builder.h"

typedef enum
{
  FIXTURE_LABELS_PLAIN,
  FIXTURE_LABELS_LONG,
  FIXTURE_LABELS_HOSTILE,
  FIXTURE_LABELS_WIDE,
  FIXTURE_LABELS_NONE,
} FixtureLabels;

#define FIXTURE_N_LABELS (FIXTURE_LABELS_NONE + 1)

typedef enum
{
  FIXTURE_MISSING_NONE,
  FIXTURE_MISSING_SOME,
  FIXTURE_MISSING_MOST,
  FIXTURE_MISSING_ALL,
} FixtureMissing;

#define FIXTURE_N_MISSING (FIXTURE_MISSING_ALL + 1)

typedef enum
{
  FIXTURE_VALUES_USUAL,
  FIXTURE_VALUES_ZERO,
  FIXTURE_VALUES_EQUAL,
  FIXTURE_VALUES_NEGATIVE,
  FIXTURE_VALUES_MIXED,
  FIXTURE_VALUES_HUGE,
  FIXTURE_VALUES_TINY,
} FixtureValues;

#define FIXTURE_N_VALUES (FIXTURE_VALUES_TINY + 1)

char          *fixture_label   (FixtureLabels  labels,
                                guint          axis);
gboolean       fixture_is_missing (FixtureMissing missing,
                                   guint          series,
                                   guint          axis);
TsRadarData   *fixture_radar   (guint          n_axes,
                                guint          n_series,
                                FixtureLabels  labels,
                                FixtureMissing missing);
TsOutcomeData *fixture_outcome (guint          n_years,
                                FixtureValues  values,
                                FixtureLabels  labels,
                                FixtureMissing missing);
TsGapsData    *fixture_gaps    (guint          n_rows,
                                FixtureLabels  labels,
                                FixtureMissing missing);
