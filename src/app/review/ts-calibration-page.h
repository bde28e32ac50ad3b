/* ts-calibration-page.h — the final levels, and how every level came about
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/review/ts-criteria-page.h"

G_BEGIN_DECLS

#define TS_TYPE_CALIBRATION_PAGE (ts_calibration_page_get_type ())

G_DECLARE_FINAL_TYPE (TsCalibrationPage, ts_calibration_page, TS, CALIBRATION_PAGE, TsCriteriaPage)

G_END_DECLS
