/* ts-measure-series.h — a measure over the years, like for like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-measure.h"

G_BEGIN_DECLS

/**
 * TsMeasureSeries:
 *
 * A measure of each year of a comparison. What adds up or averages takes only what stands in all of the years, so that a change is one of levels
 * and not of what is counted. What was redefined counts, and [func@ts_measure_is_break] tells of it. Immutable.
 */
typedef struct _TsMeasureSeries TsMeasureSeries;

TsMeasureSeries *ts_measure_series_new (TsComparison  *comparison,
                                        TsLayer        layer,
                                        const char    *section,
                                        const char    *name,
                                        GError       **error);
void ts_measure_series_free (TsMeasureSeries *self);

const TsMeasure *ts_measure_series_get (const TsMeasureSeries *self,
                                        guint                  year);
const char *ts_measure_series_get_basis (const TsMeasureSeries *self);

char *ts_measure_describe_basis (const TsComparison *comparison,
                                 const GArray       *nodes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsMeasureSeries, ts_measure_series_free)

G_END_DECLS
