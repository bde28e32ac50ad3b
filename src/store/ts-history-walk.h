/* ts-history-walk.h — one person's changes of one assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-database.h"
#include "store/ts-history.h"

G_BEGIN_DECLS

/* The entities that hold values, for "entity in". */
#define TS_HISTORY_VALUES "('rating', 'target', 'outcome_value')"

GArray *ts_history_walk (TsDatabase             *database,
                         const TsHistoryFilter  *filter,
                         gint64                  first,
                         gint64                  before,
                         guint                   n_entries,
                         GError                **error);

G_END_DECLS
