/* ts-assessment-snapshot.h — one assessment as it was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-assessment-state.h"
#include "core/ts-carry.h"
#include "model/ts-worker.h"

G_BEGIN_DECLS

/**
 * TsAssessmentSnapshot:
 * @state: where the assessment stands
 * @organisation_code: its organisation's code
 * @organisation_name: its organisation's name at the end of the assessment's year
 * @evidence: (element-type TsRow): all evidence of the organisation, by title
 * @as_of: the change after which it is shown as it stood, or 0 for now
 * @as_of_at: the moment of that
 * @links_of: evidence's row id → #GPtrArray of its links to the assessment, in the order of the criteria
 * @previous_framework: (nullable): the framework of the assessment of the year before, where there is one
 * @crosswalk: (nullable): what became of its criteria
 * @carry_plan: what carrying forward would bring now
 * @is_closed: whether whoever reads may not look at the submission, so that all of it is empty here
 *
 * Read in one go on a workbook's thread, and then only looked at.
 */
typedef struct
{
  TsAssessmentState *state;
  char *organisation_code;
  char *organisation_name;
  GPtrArray *evidence;
  GHashTable *links_of;
  TsFramework *previous_framework;
  TsCrosswalk *crosswalk;
  TsCarryPlan carry_plan;
  gint64 as_of;
  gint64 as_of_at;
  gboolean is_closed;
} TsAssessmentSnapshot;

TsAssessmentSnapshot *ts_assessment_snapshot_read (TsWorkplace  *workplace,
                                                   const char   *assessment_id,
                                                   gint64        as_of,
                                                   GError      **error);
void ts_assessment_snapshot_free (TsAssessmentSnapshot *self);
GPtrArray *ts_assessment_snapshot_list_links (TsAssessmentSnapshot *self,
                                              const char           *evidence_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsAssessmentSnapshot, ts_assessment_snapshot_free)

G_END_DECLS
