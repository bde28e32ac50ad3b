/* ts-workplace.h — what several requests read on a workbook's thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-worker.h"

G_BEGIN_DECLS

gboolean ts_workplace_read_optional_row (TsWorkplace  *workplace,
                                         TsEntity      entity,
                                         const char   *id,
                                         TsRow       **row,
                                         GError      **error);
gboolean ts_workplace_read_assessment (TsWorkplace  *workplace,
                                       const char   *assessment_id,
                                       TsRow       **assessment,
                                       TsFramework **framework,
                                       GError      **error);

G_END_DECLS
