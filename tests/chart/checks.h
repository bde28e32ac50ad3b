/* checks.h
 *
 * What holds for every scene, of whatever chart.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart.h"

#define CHECK_EPSILON 0.02

void  check_inside           (const TsScene *scene);
void  check_no_text_overlaps (const TsScene *scene);
void  check_same             (const TsScene *first,
                              const TsScene *second);
void  check_mirrored         (const TsScene *left,
                              const TsScene *right);
guint check_count            (const TsScene *scene,
                              TsScenePart    part,
                              int            kind);
