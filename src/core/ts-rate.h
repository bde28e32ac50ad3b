/* ts-rate.h — the changes that rate, explain and aim
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "core/ts-framework.h"
#include "core/ts-layer.h"

G_BEGIN_DECLS

/* An assessment aims at levels for its own year and the years after it, as far as plans of its time went. */
#define TS_TARGET_N_YEARS 5

char *ts_rating_row_id (const char *assessment_id,
                        const char *node_id,
                        TsLayer     layer,
                        const char *assessor);
gboolean ts_rating_says_nothing (const TsRow *rating);
char *ts_target_row_id (const char *assessment_id,
                        const char *node_id,
                        int         year);

gboolean ts_assessment_check_unlocked (const TsRow  *assessment,
                                       TsLayer       layer,
                                       GError      **error);

TsChange *ts_change_rate (const TsRow        *assessment,
                          const TsFramework  *framework,
                          const char         *node_id,
                          TsLayer             layer,
                          const char         *assessor,
                          TsRow              *rating,
                          int                 level,
                          GError            **error);
TsChange *ts_change_explain (const TsRow        *assessment,
                             const TsFramework  *framework,
                             const char         *node_id,
                             TsLayer             layer,
                             const char         *assessor,
                             TsRow              *rating,
                             const char         *rationale,
                             GError            **error);
TsChange *ts_change_aim (const TsRow        *assessment,
                         const TsFramework  *framework,
                         const char         *node_id,
                         int                 year,
                         TsRow              *target,
                         int                 level,
                         GError            **error);

G_END_DECLS
