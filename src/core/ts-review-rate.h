/* ts-review-rate.h — the levels that come after the board's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "core/ts-conflict.h"
#include "core/ts-framework.h"

G_BEGIN_DECLS

/**
 * TsConfidence:
 *
 * How sure a reviewer is of a score.
 */
typedef enum
{
  TS_CONFIDENCE_NONE,
  TS_CONFIDENCE_LOW,
  TS_CONFIDENCE_MEDIUM,
  TS_CONFIDENCE_HIGH,
} TsConfidence;

#define TS_N_CONFIDENCES (TS_CONFIDENCE_HIGH + 1)

const char *ts_confidence_get_name (TsConfidence confidence);
const char *ts_confidence_get_title (TsConfidence confidence);
TsConfidence ts_confidence_from_name (const char *name);

/**
 * TsScore:
 * @level: the level, from 1; 0 for none
 * @confidence: how sure the reviewer is
 * @rationale: (nullable): why this level
 * @strengths: (nullable): what is strong
 * @development: (nullable): areas to develop
 *
 * All that a reviewer says of a criterion.
 */
typedef struct
{
  int level;
  TsConfidence confidence;
  const char *rationale;
  const char *strengths;
  const char *development;
} TsScore;

TsChange *ts_change_score (const TsRow        *assessment,
                           const TsFramework  *framework,
                           const char         *node_id,
                           const char         *assessor,
                           TsRow              *rating,
                           TsConflictState     conflict,
                           const TsRow        *seal,
                           const TsRow        *opening,
                           const TsScore      *score,
                           GError            **error);
TsChange *ts_change_judge_at_desk (const TsRow       *assessment,
                                   const TsFramework *framework,
                                   const char        *node_id,
                                   TsRow             *rating,
                                   int                level,
                                   const char        *note,
                                   GError           **error);
TsChange *ts_change_agree (const TsRow       *assessment,
                           const TsFramework *framework,
                           const char        *node_id,
                           TsRow             *rating,
                           double             median,
                           int                level,
                           const char        *reason,
                           GError           **error);
TsChange *ts_change_dissent (const TsRow       *assessment,
                             const TsFramework *framework,
                             const char        *node_id,
                             TsRow             *dissent,
                             TsRow             *person,
                             const char        *name,
                             int                level,
                             const char        *note,
                             GError           **error);
TsChange *ts_change_adjust (const TsRow       *assessment,
                            const TsFramework *framework,
                            const char        *node_id,
                            TsRow             *rating,
                            int                panel_level,
                            int                level,
                            const char        *reason,
                            GError           **error);
char *ts_dissent_row_id (const char *assessment_id,
                         const char *node_id,
                         const char *person_id);

G_END_DECLS
