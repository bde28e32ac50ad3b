/* ts-evidence-actions.h — what can be done with evidence, wherever it is shown
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/ts-assessment-model.h"

G_BEGIN_DECLS

/* Each of these goes on by itself: it shows in the session's list of transfers where it takes long, and tells the window of @origin what
 * went wrong. */

void ts_evidence_attach_files   (GtkWidget         *origin,
                                 TsAssessmentModel *model,
                                 const char        *node_id,
                                 GListModel        *files);
void ts_evidence_choose_files   (GtkWidget         *origin,
                                 TsAssessmentModel *model,
                                 const char        *node_id);
void ts_evidence_link           (GtkWidget         *origin,
                                 TsAssessmentModel *model,
                                 const char        *node_id,
                                 const char        *evidence_id);
void ts_evidence_unlink         (GtkWidget         *origin,
                                 TsSession         *session,
                                 TsRow             *link,
                                 const char        *title);
void ts_evidence_place          (GtkWidget         *origin,
                                 TsSession         *session,
                                 TsRow             *link,
                                 const char        *place);
void ts_evidence_describe       (GtkWidget         *origin,
                                 TsSession         *session,
                                 TsRow             *after);

G_END_DECLS
