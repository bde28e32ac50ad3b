/* ts-seal.h — sealing scores, and opening them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "core/ts-sight.h"

G_BEGIN_DECLS

char *ts_seal_row_id (const char *assessment_id,
                      const char *assessor);
char *ts_opening_row_id (const char *assessment_id);
gboolean ts_seal_is_sealed (const TsRow *seal);

TsChange *ts_change_seal (const TsRow  *assessment,
                          const char   *assessor,
                          TsRow        *seal,
                          guint         n_scored,
                          const char   *day,
                          GError      **error);
TsChange *ts_change_unseal (const TsRow  *assessment,
                            TsRow        *seal,
                            const char   *reason,
                            const char   *day,
                            GError      **error);
TsChange *ts_change_open_early (const TsRow    *assessment,
                                TsRow          *opening,
                                const TsSight  *sight,
                                const char     *opened_by,
                                gboolean        is_chair,
                                const char     *reason,
                                const char     *day,
                                GError        **error);

gboolean ts_seal_check_row (const TsRow  *before,
                            const TsRow  *after,
                            GError      **error);
gboolean ts_seal_check_scoring (const TsRow  *seal,
                                const TsRow  *opening,
                                const char   *assessor,
                                GError      **error);

G_END_DECLS
