/* ts-report-panel.h — a panel's report as a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-agenda.h"
#include "core/ts-assessment-state.h"
#include "core/ts-stage.h"
#include "report/ts-report.h"

G_BEGIN_DECLS

#define TS_PANEL_N_RECOMMENDATIONS 3

/**
 * TsPanelDissent:
 * @node: a criterion's or group's id
 * @name: who does not agree
 * @level: the level that they would have chosen, 0 for none
 * @note: (nullable): why
 */
typedef struct
{
  const char *node;
  const char *name;
  int level;
  const char *note;
} TsPanelDissent;

/**
 * TsPanelFinding:
 * @node: a criterion's or group's id
 * @evidence: what the item is called
 * @finding: how far it carries the criterion
 * @note: (nullable): what was said of it
 */
typedef struct
{
  const char *node;
  const char *evidence;
  const char *finding;
  const char *note;
} TsPanelFinding;

/**
 * TsPanelFacts:
 * @organisation: what the organisation was called at the end of the year
 * @organisation_code: its code
 * @year_label: the assessment's year, such as "2009/10"
 * @stage: how far the assessment has come
 * @self: where the assessment stands by the board's own levels
 * @panel: where it stands by those of @layer
 * @layer: whose levels the report is about: the panel's, or the final ones where the panel's are not in the workbook
 * @final: (nullable): where it stands by the final levels, where these stand beside the panel's
 * @panel_name: (nullable): what the panel is called
 * @day: (nullable): the day on which it met, as ISO 8601 writes it
 * @begins: (nullable): at what time of that day it spoke of the organisation
 * @members: (nullable) (array zero-terminated=1): who sat on it, each with the role
 * @impression: (nullable): the overall impression
 * @recommendations: (nullable): the main recommendations, in their order
 * @potential: (nullable): what is said of the potential for improvement
 * @commentary: (nullable) (element-type utf8 utf8): what is said of a group or a section, by its id
 * @differences: (nullable) (element-type utf8 utf8): why self and panel differ, by the id of the group or criterion; where nothing is said of one
 *   the panel's reason for its level stands in
 * @agenda: (nullable) (element-type TsAgendaItem): each criterion with the scores that count and their median
 * @judgements: (nullable) (element-type TsRow): ratings of the desk, and of those reviewers whose scores are open
 * @is_sealed: whether there are reviewers whose scores are not open yet, so that nothing of them may be told
 * @dissents: (nullable) (element-type TsPanelDissent): who did not agree
 * @enquiries: (nullable) (element-type TsRow): lines of enquiry, by position
 * @findings: (nullable) (element-type TsPanelFinding): what was found of the evidence
 * @replies: (nullable) (element-type TsRow): the right of reply, by position
 * @radar: (nullable): the levels as a radar chart
 * @dumbbell: (nullable): self and panel side by side
 * @source: (nullable): the name of the workbook
 * @made: (nullable): when the document is made, in ISO 8601
 *
 * What is told by a panel. Everything is borrowed. What has not been written yet is said to be missing rather than left out.
 */
typedef struct
{
  const char *organisation;
  const char *organisation_code;
  const char *year_label;
  TsStage stage;
  TsAssessmentState *self;
  TsAssessmentState *panel;
  TsLayer layer;
  TsAssessmentState *final;
  const char *panel_name;
  const char *day;
  const char *begins;
  char **members;
  const char *impression;
  const char *recommendations[TS_PANEL_N_RECOMMENDATIONS];
  const char *potential;
  GHashTable *commentary;
  GHashTable *differences;
  GPtrArray *agenda;
  GPtrArray *judgements;
  gboolean is_sealed;
  GArray *dissents;
  GPtrArray *enquiries;
  GArray *findings;
  GPtrArray *replies;
  TsChart *radar;
  TsChart *dumbbell;
  const char *source;
  const char *made;
} TsPanelFacts;

TsReport *ts_report_panel (const TsPanelFacts *facts);

G_END_DECLS
