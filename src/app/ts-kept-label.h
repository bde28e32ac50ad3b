/* ts-kept-label.h — says whether all changes are kept
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsKeptLabel:
 *
 * A line that says that all changes are kept only while nothing waits to be written. It turns at once when something waits, and shows that
 * after a moment, so that quick writes do not flicker.
 */
#define TS_TYPE_KEPT_LABEL (ts_kept_label_get_type ())

G_DECLARE_FINAL_TYPE (TsKeptLabel, ts_kept_label, TS, KEPT_LABEL, AdwBin)

void ts_kept_label_set_session (TsKeptLabel *self,
                                TsSession   *session);
void ts_kept_label_set_closing (TsKeptLabel *self,
                                gboolean     closing);
const char *ts_kept_label_get_text (TsKeptLabel *self);

G_END_DECLS
