/* fixture.h
 *
 * Charts to try things on.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

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

TsRadarData *fixture_radar (guint          n_axes,
                            guint          n_series,
                            FixtureLabels  labels,
                            FixtureMissing missing);
