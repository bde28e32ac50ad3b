/* ts-desk-page.h — what the analyst finds at the desk
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/review/ts-criteria-page.h"

G_BEGIN_DECLS

#define TS_TYPE_DESK_PAGE (ts_desk_page_get_type ())

G_DECLARE_FINAL_TYPE (TsDeskPage, ts_desk_page, TS, DESK_PAGE, TsCriteriaPage)

G_END_DECLS
