/* ts-transfer.h — bytes on their way into a workbook or out of it
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/ts-session.h"

G_BEGIN_DECLS

/**
 * TsTransfer:
 *
 * Something that takes a while: files being attached, or a copy being written. It tells how far it is and can be cancelled. Properties:
 * `title`, `place` (nullable: the criterion on whose card it shows), `fraction` (0 to 1, or negative while the whole is unknown), `progress`
 * ("12.5 MB of 1.1 GB").
 *
 * The transfers of a session are in one list, ts_transfer_list_for_session(), so that none is lost from sight when the page that began
 * it goes away.
 */
#define TS_TYPE_TRANSFER (ts_transfer_get_type ())

G_DECLARE_FINAL_TYPE (TsTransfer, ts_transfer, TS, TRANSFER, GObject)

GListStore   *ts_transfer_list_for_session (TsSession  *session);

TsTransfer   *ts_transfer_begin            (TsSession  *session,
                                            const char *title,
                                            const char *place);
void          ts_transfer_end              (TsTransfer *self);
void          ts_transfer_cancel           (TsTransfer *self);
GCancellable *ts_transfer_get_cancellable  (TsTransfer *self);
const char   *ts_transfer_get_place        (TsTransfer *self);

/* A TsProgressFunc; its data is the transfer. */
void          ts_transfer_progress         (gint64      done,
                                            gint64      total,
                                            gpointer    transfer);

G_END_DECLS
