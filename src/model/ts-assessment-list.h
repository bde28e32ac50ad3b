/* ts-assessment-list.h — the assessments of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-assessment-item.h"
#include "model/ts-session-list.h"

G_BEGIN_DECLS

/**
 * TsAssessmentList:
 *
 * A #GListModel of #TsAssessmentItem: all assessments of a session's workbook, by organisation's name and then latest year first. It follows
 * the workbook. Properties: `session`, `loaded` (whether it has been read once).
 */
#define TS_TYPE_ASSESSMENT_LIST (ts_assessment_list_get_type ())

G_DECLARE_FINAL_TYPE (TsAssessmentList, ts_assessment_list, TS, ASSESSMENT_LIST, TsSessionList)

TsAssessmentList *ts_assessment_list_new (TsSession *session);
gboolean ts_assessment_list_get_loaded (TsAssessmentList *self);
TsAssessmentItem *ts_assessment_list_find (TsAssessmentList *self,
                                           const char       *assessment_id);

G_END_DECLS
