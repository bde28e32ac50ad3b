/* ts-session-list.h — a list that is read from a session's workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-session.h"
#include "model/ts-worker.h"

G_BEGIN_DECLS

#define TS_TYPE_SESSION_LIST (ts_session_list_get_type ())

G_DECLARE_DERIVABLE_TYPE (TsSessionList, ts_session_list, TS, SESSION_LIST, GObject)

/**
 * TsSessionListClass:
 * @get_item_type: what the list is of
 * @read: reads all items, in order, on the reading thread; (transfer full) (element-type GObject)
 * @is_touched_by: whether a change makes it necessary to read again
 *
 * A #GListModel that is read as a whole and read again after changes that touch it. Properties: `session`, `loaded`.
 *
 * ## Signals
 *
 * - `failed (GError *error)`: the list could not be read; what it had before stays
 */
struct _TsSessionListClass
{
  GObjectClass parent_class;

  GType (*get_item_type) (void);
  GPtrArray *(*read) (TsWorkplace  *workplace,
                      GError      **error);
  gboolean (*is_touched_by) (TsChange *change);
};

gboolean ts_session_list_get_loaded (TsSessionList *self);

G_END_DECLS
