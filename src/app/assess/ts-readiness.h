/* ts-readiness.h — how complete the case for a level is
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-assessment-state.h"

G_BEGIN_DECLS

/**
 * TsReadiness:
 * @TS_READINESS_UNRATED: no level, so nothing to be shown for one
 * @TS_READINESS_TO_CONFIRM: something was carried forward from last year, and does not count until it is confirmed
 * @TS_READINESS_UNEXPLAINED: a level without a rationale
 * @TS_READINESS_UNEVIDENCED: a level without evidence
 * @TS_READINESS_BARE: a level without either
 * @TS_READINESS_READY: a level with both
 *
 * What the badge of a criterion says.
 */
typedef enum
{
  TS_READINESS_UNRATED,
  TS_READINESS_TO_CONFIRM,
  TS_READINESS_UNEXPLAINED,
  TS_READINESS_UNEVIDENCED,
  TS_READINESS_BARE,
  TS_READINESS_READY,
} TsReadiness;

#define TS_N_READINESSES (TS_READINESS_READY + 1)

TsReadiness  ts_readiness_of             (const TsNodeState *state);
const char  *ts_readiness_get_icon_name  (TsReadiness        readiness);
const char  *ts_readiness_get_style      (TsReadiness        readiness);
char        *ts_readiness_describe       (const TsNodeState *state);
const char  *ts_readiness_advise         (TsReadiness        readiness);

G_END_DECLS
