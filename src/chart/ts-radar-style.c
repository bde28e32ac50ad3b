/* ts-radar-style.c
 *
 * How the series of a radar are told apart: each by colour, dash, shape and size of its markers, so that
 * any three of these can be lost. Markers differ in size because equal levels fall on one point: there
 * they lie inside each other and can all be seen.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-radar-style.h"

static const TsLegendEntry styles[TS_RADAR_MAX_SERIES] = {
  [TS_RADAR_SERIES_CURRENT] = {
    .role = TS_CHART_ROLE_SERIES_1,
    .stroke_width = 2.5,
    .dash = TS_CHART_DASH_SOLID,
    .marker = TS_CHART_MARKER_CIRCLE,
    .marker_radius = 3.5,
    .marker_fill = TS_CHART_FILL_SOLID,
    .wash = TRUE,
  },
  [TS_RADAR_SERIES_TARGET] = {
    .role = TS_CHART_ROLE_SERIES_2,
    .stroke_width = 2,
    .dash = TS_CHART_DASH_DASHED,
    .marker = TS_CHART_MARKER_DIAMOND,
    .marker_radius = 6.5,
  },
  [TS_RADAR_SERIES_PREVIOUS] = {
    .role = TS_CHART_ROLE_SERIES_4,
    .stroke_width = 2,
    .dash = TS_CHART_DASH_DOTTED,
    .marker = TS_CHART_MARKER_SQUARE,
    .marker_radius = 6.25,
  },
  [TS_RADAR_SERIES_OTHER] = {
    .role = TS_CHART_ROLE_SERIES_3,
    .stroke_width = 2,
    .dash = TS_CHART_DASH_DASH_DOT,
    .marker = TS_CHART_MARKER_TRIANGLE,
    .marker_radius = 5.5,
  },
};

/**
 * ts_radar_style_series:
 * @data: data of a radar
 * @series: less than ts_radar_data_get_n_series()
 * @unit: size of a pixel; see ts_chart_options_unit()
 * @style: (out caller-allocates): the style; its label is left %NULL
 *
 * Each kind of series has its own style. When a kind comes twice, the later one gets a style that no kind
 * present asks for, so no two series ever look alike.
 */
void
ts_radar_style_series (const TsRadarData *data,
                       guint              series,
                       double             unit,
                       TsLegendEntry     *style)
{
  guint n_series = ts_radar_data_get_n_series (data);
  guint slots[TS_RADAR_MAX_SERIES];
  gboolean taken[TS_RADAR_MAX_SERIES] = { FALSE };

  for (guint i = 0; i < n_series; i++)
    {
      guint wanted = ts_radar_data_get_series_kind (data, i);

      slots[i] = taken[wanted] ? G_MAXUINT : wanted;
      taken[wanted] = TRUE;
    }

  for (guint i = 0; i < n_series; i++)
    for (guint slot = TS_RADAR_MAX_SERIES; slots[i] == G_MAXUINT; slot--)
      if (!taken[slot - 1])
        {
          slots[i] = slot - 1;
          taken[slot - 1] = TRUE;
        }

  *style = styles[slots[series]];
  /* Two washes over each other would be a third colour. */
  if (ts_radar_data_get_band_name (data) != NULL)
    style->wash = FALSE;
  style->stroke_width *= unit;
  style->marker_radius *= unit;
}

/**
 * ts_radar_style_missing:
 * @unit: size of a pixel
 * @style: (out caller-allocates): the style; its label is left %NULL
 *
 * The hollow mark that stands outside the scale where the first series has no level.
 */
void
ts_radar_style_missing (double         unit,
                        TsLegendEntry *style)
{
  *style = (TsLegendEntry) {
    .role = TS_CHART_ROLE_DIM,
    .marker = TS_CHART_MARKER_CIRCLE,
    .marker_radius = 3.75 * unit,
  };
}
