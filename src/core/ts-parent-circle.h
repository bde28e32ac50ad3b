/* ts-parent-circle.h — organisations that would be above themselves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"

G_BEGIN_DECLS

GHashTable *ts_parent_circle_find (GPtrArray *links);

G_END_DECLS
