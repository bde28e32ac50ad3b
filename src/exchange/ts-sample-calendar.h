/* ts-sample-calendar.h — when things happened in the sample
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-stage.h"

G_BEGIN_DECLS

#define TS_SAMPLE_MINUTE (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)

gint64 ts_sample_calendar_at (int year,
                              int month,
                              int day,
                              int minute);
gint64 ts_sample_calendar_after (const char *day,
                                 int         minute);
gint64 ts_sample_calendar_spread (gint64 first,
                                  gint64 last,
                                  guint  position,
                                  guint  n_positions);
gint64 ts_sample_calendar_stage (int     year,
                                 TsStage stage);
char *ts_sample_calendar_format_day (gint64 at);

G_END_DECLS
