/* ts-krippendorff.h — Krippendorff's alpha, how reliable scores are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsAlphaMetric:
 * @TS_ALPHA_NOMINAL: levels are the same or not
 * @TS_ALPHA_ORDINAL: levels are the further apart the more scores lie between them
 * @TS_ALPHA_INTERVAL: levels are as far apart as their numbers
 */
typedef enum
{
  TS_ALPHA_NOMINAL,
  TS_ALPHA_ORDINAL,
  TS_ALPHA_INTERVAL,
} TsAlphaMetric;

guint ts_coincidences_get_n (guint n_levels);
void ts_coincidences_add (double    *coincidences,
                          guint      n_levels,
                          const int *levels,
                          guint      n);
double ts_krippendorff_alpha (const double  *coincidences,
                              guint          n_levels,
                              TsAlphaMetric  metric);

G_END_DECLS
