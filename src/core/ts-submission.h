/* ts-submission.h — what a board approves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"

G_BEGIN_DECLS

/**
 * TsSubmission:
 * @assessment: the assessment's row
 * @framework: the workbook's copy of its framework
 * @ratings: (element-type TsRow): its ratings, of any layer
 * @targets: (element-type TsRow): its targets
 * @links: (element-type TsRow): its links to evidence
 * @evidence: (element-type TsRow): evidence, of which that which is linked counts
 * @outcomes: (element-type TsRow): the organisation's outcomes, of which those of the assessment's year count
 * @values: (element-type TsRow): values of outcomes
 *
 * The rows from which it is told what a board has before it. Everything is borrowed.
 */
typedef struct
{
  const TsRow *assessment;
  const TsRow *framework;
  GPtrArray *ratings;
  GPtrArray *targets;
  GPtrArray *links;
  GPtrArray *evidence;
  GPtrArray *outcomes;
  GPtrArray *values;
} TsSubmission;

char *ts_submission_write (const TsSubmission *self);
char *ts_submission_hash (const TsSubmission *self);

G_END_DECLS
