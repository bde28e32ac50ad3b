/* ts-assessment-reading.h — where one assessment of a workbook stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-assessment-state.h"
#include "store/ts-rating-query.h"

G_BEGIN_DECLS

/**
 * TsAssessmentReading:
 * @state: where the assessment stands
 * @section: the section that a chart shows when none is named
 * @layer: whose levels
 * @organisation: what the organisation was called at the end of the year
 * @year_label: the assessment's year, such as "2009/10"
 * @previous_year_label: the year before
 *
 * An assessment with what a chart says around it.
 */
typedef struct
{
  TsAssessmentState *state;
  const TsSection *section;
  TsLayer layer;
  char *organisation;
  char *year_label;
  char *previous_year_label;
} TsAssessmentReading;

gboolean ts_assessment_reading_read (TsAssessmentReading  *self,
                                     TsWorkbook           *workbook,
                                     const TsQueryFilter  *filter,
                                     GError              **error);
void ts_assessment_reading_clear (TsAssessmentReading *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TsAssessmentReading, ts_assessment_reading_clear)

G_END_DECLS
