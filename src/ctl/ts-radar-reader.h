/* ts-radar-reader.h — a radar's data out of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-radar-data.h"
#include "core/ts-layer.h"
#include "store/ts-workbook.h"

G_BEGIN_DECLS

TsRadarData *ts_radar_reader_read (TsWorkbook  *workbook,
                                   const char  *assessment_id,
                                   TsLayer      layer,
                                   GError     **error);

G_END_DECLS
