/* ts-about.h — what a row is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"

G_BEGIN_DECLS

const char *ts_row_get_about (const TsRow *row);
const char *ts_row_get_node (const TsRow *row);

G_END_DECLS
