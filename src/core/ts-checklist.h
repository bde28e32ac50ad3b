/* ts-checklist.h — what a submission still lacks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-assessment-state.h"

G_BEGIN_DECLS

/**
 * TsCheckKind:
 *
 * What can be missing, in the order in which it is listed.
 */
typedef enum
{
  TS_CHECK_UNCONFIRMED,
  TS_CHECK_UNRATED,
  TS_CHECK_GOVERNANCE,
  TS_CHECK_RATIONALE,
  TS_CHECK_EVIDENCE,
  TS_CHECK_STALE,
  TS_CHECK_OUTCOMES,
} TsCheckKind;

#define TS_N_CHECK_KINDS (TS_CHECK_OUTCOMES + 1)

/**
 * TsCheck:
 * @kind: what is missing
 * @is_open: whether the board has to settle it, or say why it goes on all the same; else it is advice
 * @n: for how many criteria, areas or outcomes
 * @place: where the first of them is, as the application names places
 * @title: the point in plain words
 * @detail: where to begin
 *
 * One point of the checklist.
 */
typedef struct
{
  TsCheckKind kind;
  gboolean is_open;
  guint n;
  char *place;
  char *title;
  char *detail;
} TsCheck;

GPtrArray *ts_checklist_make (const TsAssessmentState *state,
                              GPtrArray               *outcomes,
                              GPtrArray               *values);
guint ts_checklist_count_open (GPtrArray *checks);
guint ts_checklist_count_rated (const TsAssessmentState *state);

G_END_DECLS
