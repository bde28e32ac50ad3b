/* ts-welcome-page.h — where to begin
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsWelcomePage:
 *
 * What a window shows without a workbook: what this program is, how to begin, and the workbooks of before.
 */
#define TS_TYPE_WELCOME_PAGE (ts_welcome_page_get_type ())

G_DECLARE_FINAL_TYPE (TsWelcomePage, ts_welcome_page, TS, WELCOME_PAGE, AdwBin)

G_END_DECLS
