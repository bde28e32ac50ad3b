/* sweep.h
 *
 * What holds for every layout of a chart of any kind, tried in very many places.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "checks.h"

/* Called with each layout after what holds for every chart has been checked. */
typedef void (*SweepFunc) (gconstpointer         data,
                           const TsChartOptions *options,
                           const TsScene        *scene);

void sweep_layouts (TsChart       *chart,
                    gconstpointer  data,
                    SweepFunc      check);
void sweep_words   (TsChart       *chart,
                    guint          n_rows);
