/* ts-radar-data-private.h
 *
 * The inside of a radar's data, for the data and its builder only.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-radar-data.h"

G_BEGIN_DECLS

struct _TsRadarData
{
  char *title;
  TsRadarSubject subject;
  GPtrArray *level_names;
  GPtrArray *short_labels;
  GPtrArray *long_labels;
  GPtrArray *series_names;
  TsRadarSeriesKind series_kinds[TS_RADAR_MAX_SERIES];

  /* NaN where there is no level. */
  double values[TS_RADAR_MAX_SERIES][TS_RADAR_MAX_AXES];

  /* NULL for none; then the others are not looked at. */
  char *band_name;
  double lows[TS_RADAR_MAX_AXES];
  double highs[TS_RADAR_MAX_AXES];
};

G_END_DECLS
