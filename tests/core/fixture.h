/* fixture.h — a small framework and rows for the tests of the rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "core/ts-framework.h"
#include "core/ts-layer.h"
#include "core/ts-stage.h"

G_BEGIN_DECLS

#define FIXTURE_YEAR       2009
#define FIXTURE_N_CRITERIA 7

TsFramework *fixture_framework_new (TsRollUpRule rule);

TsRow *fixture_assessment_new (TsStage stage);
TsRow *fixture_rating_new (const TsRow *assessment,
                           const char  *node_id,
                           TsLayer      layer,
                           const char  *assessor,
                           int          level,
                           const char  *rationale);
TsRow *fixture_target_new (const TsRow *assessment,
                           const char  *node_id,
                           int          year,
                           int          level);
TsRow *fixture_file_new (const char *id,
                         const char *title);
TsRow *fixture_web_page_new (const char *id,
                             const char *title,
                             const char *address);

char *fixture_row_to_json (const TsRow *row);
void fixture_assert_row_json (const TsRow *row,
                              const char  *expected);

G_END_DECLS
