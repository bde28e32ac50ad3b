/* ts-report-submission.h — an organisation's whole submission as a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-assessment-state.h"
#include "report/ts-report.h"

G_BEGIN_DECLS

/**
 * TsSubmissionFacts:
 * @organisation: what the organisation was called at the end of the year
 * @organisation_code: its code
 * @year_label: the assessment's year, such as "2009/10"
 * @previous_year_label: the year before
 * @state: where the assessment stands, by the board's own levels
 * @links: (element-type TsRow): its links to evidence, in the order of the criteria
 * @evidence: (element-type TsRow): its organisation's evidence, by title
 * @outcomes: (element-type TsRow): the outcomes that are part of it, in their order
 * @values: (element-type TsRow): values of outcomes
 * @sign_offs: (element-type TsRow): its moves from stage to stage, in their order
 * @outcome_charts: (element-type TsChart): a chart for each of @outcomes
 * @radar: (nullable): its levels as a radar chart
 * @gaps: (nullable): its gaps as a chart
 * @hash: (nullable): the hash of what it holds now
 * @source: (nullable): the name of the workbook
 * @made: (nullable): when the document is made, in ISO 8601
 *
 * What is told of a submission. Everything is borrowed.
 */
typedef struct
{
  const char *organisation;
  const char *organisation_code;
  const char *year_label;
  const char *previous_year_label;
  TsAssessmentState *state;
  GPtrArray *links;
  GPtrArray *evidence;
  GPtrArray *outcomes;
  GPtrArray *values;
  GPtrArray *sign_offs;
  GPtrArray *outcome_charts;
  TsChart *radar;
  TsChart *gaps;
  const char *hash;
  const char *source;
  const char *made;
} TsSubmissionFacts;

TsReport *ts_report_submission (const TsSubmissionFacts *facts);

G_END_DECLS
