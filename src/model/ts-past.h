/* ts-past.h — rows as they are now or as they stood
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-worker.h"

G_BEGIN_DECLS

GPtrArray *ts_past_read_rows (TsWorkplace  *workplace,
                              TsEntity      entity,
                              guint         field,
                              const char   *about,
                              gint64        as_of,
                              GError      **error);
TsRow *ts_past_read_row (TsWorkplace  *workplace,
                         TsEntity      entity,
                         const char   *id,
                         gint64        as_of,
                         GError      **error);
TsRow *ts_past_read_optional_row (TsWorkplace  *workplace,
                                  TsEntity      entity,
                                  const char   *id,
                                  gint64        as_of,
                                  GError      **error);

G_END_DECLS
