/* ts-evidence-copy.h — copies of evidence, to keep or to look at
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/ts-session.h"

G_BEGIN_DECLS

/* Both go on by themselves: they show in the session's list of transfers, and tell the window of @origin what went wrong. */

void ts_evidence_open           (GtkWidget         *origin,
                                 TsSession         *session,
                                 TsRow             *evidence,
                                 const char        *place);
void ts_evidence_save_copy      (GtkWidget         *origin,
                                 TsSession         *session,
                                 TsRow             *evidence,
                                 const char        *place);

G_END_DECLS
