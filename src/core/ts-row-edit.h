/* ts-row-edit.h — changes of one row, from what is kept to what is wanted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "core/ts-text.h"

G_BEGIN_DECLS

TsRow *ts_row_edit (TsRow      *before,
                    TsEntity    entity,
                    const char *id);
void ts_row_set_clean (TsRow      *row,
                       guint       field,
                       const char *text,
                       TsTextKind  kind);
gboolean ts_row_set_day (TsRow       *row,
                         guint        field,
                         const char  *day,
                         GError     **error);
gboolean ts_row_set_time (TsRow       *row,
                          guint        field,
                          const char  *time,
                          GError     **error);
gboolean ts_row_require (const TsRow  *row,
                         guint         field,
                         const char   *message,
                         GError      **error);
TsChange *ts_change_of_row (const char  *label,
                            TsRow       *before,
                            TsRow       *after,
                            GError     **error);
TsChange *ts_change_remove_row (const char  *label,
                                TsRow       *before,
                                GError     **error);
gboolean ts_rule_refuse (GError     **error,
                         const char  *message);

G_END_DECLS
