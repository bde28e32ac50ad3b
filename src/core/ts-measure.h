/* ts-measure.h — anything that an organisation can be measured by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-scoring.h"

G_BEGIN_DECLS

/**
 * TsMeasure:
 *
 * One number of each organisation, out of a comparison that it keeps. Its name says which:
 *
 * - `total`, `map`: a score by [enum@Weighting]; `total:self`, `map:final` … on a layer of its own
 * - `governance`: governance as a percentage of what can be had
 * - `optimism`: how much higher the board saw itself
 * - `change`: by how much its levels rose since the year before, on average of those that it has in both
 * - `population`
 * - a node's id, such as `5`: its level
 * - anything else: an outcome's actual value, the latest that is known by then
 */
typedef struct _TsMeasure TsMeasure;

TsMeasure *ts_measure_new (TsComparison  *comparison,
                           TsLayer        layer,
                           const char    *section,
                           const char    *name,
                           GError       **error);
TsMeasure *ts_measure_new_of_year (TsComparison  *comparison,
                                   guint          year,
                                   TsLayer        layer,
                                   const char    *section,
                                   const char    *name,
                                   GError       **error);
TsMeasure *ts_measure_new_like_for_like (TsComparison  *comparison,
                                         guint          year,
                                         TsLayer        layer,
                                         const char    *section,
                                         const char    *name,
                                         GError       **error);
void ts_measure_free (TsMeasure *self);
const TsScale *ts_measure_get_scale (const TsMeasure *self);
gboolean ts_measure_uses_predecessors (const TsMeasure *self,
                                       guint            organisation);
gboolean ts_measure_is_break (const TsMeasure *self,
                              const TsMeasure *before);
GArray *ts_measure_list_parts (const TsMeasure *self);
char *ts_measure_get_title (const TsMeasure *self);
char *ts_measure_get_title_within (const TsMeasure *self);
const char *ts_measure_get_unit (const TsMeasure *self);
double ts_measure_get (const TsMeasure *self,
                       guint            organisation);
GPtrArray *ts_measure_list_names (const TsComparison *comparison,
                                  const char         *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsMeasure, ts_measure_free)

G_END_DECLS
