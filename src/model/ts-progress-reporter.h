/* ts-progress-reporter.h — how far a thread has come, told to the main context
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session.h"

G_BEGIN_DECLS

/**
 * TsProgressReporter:
 *
 * Carries progress from one working thread to the main context, a few times a second. The function is called as long as
 * there is more than one reference: the caller's last message may come just before its task ends, and none comes after.
 */
typedef struct _TsProgress TsProgressReporter;

TsProgressReporter *ts_progress_reporter_new (TsProgressFunc function,
                                              gpointer       data);
void ts_progress_reporter_unref (TsProgressReporter *self);
void ts_progress_reporter_set_total (TsProgressReporter *self,
                                     gint64              total);
void ts_progress_reporter_set_done (TsProgressReporter *self,
                                    gint64              done);
void ts_progress_reporter_report (guint64  done,
                                  guint64  total,
                                  gpointer reporter);
void ts_progress_reporter_add (TsProgressReporter *self,
                               gint64              more);

G_END_DECLS
