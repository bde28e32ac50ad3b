/* ts-opening.h — opens a workbook in the best way that there is
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session.h"

G_BEGIN_DECLS

void ts_opening_start (const char          *path,
                       TsOpenMode           mode,
                       const char          *author,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data);
TsSession *ts_opening_finish (GAsyncResult  *result,
                              GError       **reason,
                              GError       **error);

G_END_DECLS
