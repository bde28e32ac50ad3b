/* ts-row-store.h — rows in their tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"
#include "store/ts-database.h"

G_BEGIN_DECLS

gboolean ts_row_store_insert (TsDatabase   *database,
                              const TsRow  *row,
                              GError      **error);
gboolean ts_row_store_update (TsDatabase   *database,
                              const TsRow  *before,
                              const TsRow  *after,
                              GError      **error);
gboolean ts_row_store_delete (TsDatabase   *database,
                              const TsRow  *before,
                              GError      **error);

TsStatement *ts_row_store_prepare_read (TsDatabase  *database,
                                        TsEntity     entity,
                                        GError     **error);
TsStatement *ts_row_store_prepare_select (TsDatabase  *database,
                                          TsEntity     entity,
                                          int          field,
                                          const char  *value,
                                          GError     **error);
TsStep ts_row_store_step (TsStatement  *statement,
                          TsEntity      entity,
                          TsRow       **row,
                          GError      **error);
gboolean ts_row_store_read (TsDatabase  *database,
                            TsEntity     entity,
                            const char  *id,
                            TsRow      **row,
                            GError     **error);

G_END_DECLS
