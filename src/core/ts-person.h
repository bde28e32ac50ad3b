/* ts-person.h — who has worked in a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"

G_BEGIN_DECLS

char *ts_person_derive_id (const char *name);
gboolean ts_change_carry_person (TsChange   *change,
                                 TsRow      *before,
                                 const char *name,
                                 const char *role);

G_END_DECLS
