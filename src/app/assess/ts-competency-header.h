/* ts-competency-header.h — what a competency is, and where it stands
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ts-assessment-model.h"

G_BEGIN_DECLS

/**
 * TsCompetencyHeader:
 *
 * The head of a competency's page: its title, its level, which explains itself at a click, the target, which can be chosen, last year's level,
 * and what the competency is about.
 *
 * Actions: `target.level` (i; 0 for none), `group.unstate`.
 */
#define TS_TYPE_COMPETENCY_HEADER (ts_competency_header_get_type ())

G_DECLARE_FINAL_TYPE (TsCompetencyHeader, ts_competency_header, TS, COMPETENCY_HEADER, AdwBin)

void ts_competency_header_refresh (TsCompetencyHeader *self,
                                   TsAssessmentModel  *model,
                                   const TsNodeState  *group);

G_END_DECLS
