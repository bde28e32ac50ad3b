/* ts-bootstrap.h — how far a number can be trusted that is made from the sums of many units
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-estimate.h"

G_BEGIN_DECLS

#define TS_BOOTSTRAP_CONFIDENCE 0.95
#define TS_BOOTSTRAP_DRAWS      1000

/* From so many assessments on these are drawn as a whole. */
#define TS_BOOTSTRAP_LEAST_ASSESSMENTS 10

/**
 * TsBootstrap:
 *
 * What each unit adds to the sums. Belongs to one thread.
 */
typedef struct _TsBootstrap TsBootstrap;

/**
 * TsStatisticFunc:
 * @sums: what all units add up to
 * @data: what was given with the function
 * @values: (out): the numbers made from them, NaN for what is not defined
 */
typedef void (*TsStatisticFunc) (const double *sums,
                                 gpointer      data,
                                 double       *values);

TsBootstrap *ts_bootstrap_new (guint width);
void ts_bootstrap_free (TsBootstrap *self);

double *ts_bootstrap_add (TsBootstrap *self,
                          guint        assessment);
guint ts_bootstrap_get_n_rows (const TsBootstrap *self);
void ts_bootstrap_run (const TsBootstrap *self,
                       TsStatisticFunc    function,
                       gpointer           data,
                       guint              n_values,
                       guint              n_draws,
                       guint32            seed,
                       TsEstimate        *estimates);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsBootstrap, ts_bootstrap_free)

G_END_DECLS
