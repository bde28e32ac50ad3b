/* ts-overview-text.h — the words of the overview
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-assessment-progress.h"

G_BEGIN_DECLS

char *ts_overview_text_progress (const TsProgress *progress);
char *ts_overview_text_groups (const TsProgress *progress);
char *ts_overview_text_done (const TsProgress *progress);

char *ts_overview_text_step (const TsNextStep *step);
char *ts_overview_text_step_start (const TsNextStep *step);
char *ts_overview_text_step_place (const TsNextStep *step);

char *ts_overview_text_weakness (const TsNodeState *group);

char *ts_overview_text_level (const TsNodeState *group);
char *ts_overview_text_target (const TsNodeState *group);
char *ts_overview_text_previous (const TsNodeState *group);
char *ts_overview_text_group (const TsNodeState *group);

G_END_DECLS
