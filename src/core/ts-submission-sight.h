/* ts-submission-sight.h — what several submissions share, and who may see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"

G_BEGIN_DECLS

/**
 * TsSubmissionSight:
 * @year: the year of a submission of an organisation
 * @lets_in: whether the reader may look at it, see [func@ts_sight_lets_in]
 * @has_item: whether the item of evidence that is asked about is linked to it
 *
 * One of the submissions that something can be part of.
 */
typedef struct
{
  int year;
  gboolean lets_in;
  gboolean has_item;
} TsSubmissionSight;

gboolean ts_submission_sight_shows_evidence (const TsSubmissionSight *submissions,
                                             guint                    n_submissions);
gboolean ts_submission_sight_shows_outcome (const TsSubmissionSight *submissions,
                                            guint                    n_submissions,
                                            const TsRow             *outcome);
gboolean ts_submission_sight_shows_value (const TsSubmissionSight *submissions,
                                          guint                    n_submissions,
                                          const TsRow             *outcome,
                                          int                      year);

G_END_DECLS
