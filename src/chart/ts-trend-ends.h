/* ts-trend-ends.h
 *
 * The names of lines behind their last year.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-trend-axes.h"

G_BEGIN_DECLS

void ts_trend_ends_add (const TsTrendAxes    *axes,
                        TsSceneBuilder       *builder,
                        const guint          *lines,
                        guint                 n_lines);

G_END_DECLS
