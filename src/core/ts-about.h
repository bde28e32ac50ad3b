/* ts-about.h — what a row is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"

G_BEGIN_DECLS

const char *ts_row_get_about (const TsRow *row);
const char *ts_row_get_node (const TsRow *row);
const char *ts_entity_get_about_field (TsEntity entity);

G_END_DECLS
