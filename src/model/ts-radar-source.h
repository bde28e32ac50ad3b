/* ts-radar-source.h — an assessment as a radar chart
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-radar-data.h"
#include "core/ts-assessment-state.h"

G_BEGIN_DECLS

const TsSection *ts_radar_source_find_section (const TsFramework *framework);

TsRadarData *ts_radar_source_build (const TsAssessmentState *state,
                                    const TsSection         *section,
                                    TsLayer                  layer,
                                    const char              *organisation,
                                    const char              *year_label,
                                    const char              *previous_year_label);

G_END_DECLS
