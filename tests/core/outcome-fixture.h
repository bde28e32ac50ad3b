/* outcome-fixture.h — outcomes and assessments for the tests of the rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-outcome-change.h"

G_BEGIN_DECLS

/* What a cell without value is written as. */
#define NONE (-1.0)

GPtrArray *outcome_fixture_assessments_new (const char *stages);
TsRow *outcome_fixture_assessment (GPtrArray *assessments,
                                   int        year);
TsRow *outcome_fixture_outcome_new (const char *id,
                                    const char *metric,
                                    int         since,
                                    int         until,
                                    int         position);
TsRow *outcome_fixture_value_new (const TsRow *outcome,
                                  int          year,
                                  double       aspiration,
                                  double       actual);
GPtrArray *outcome_fixture_rows_new (void);

G_END_DECLS
