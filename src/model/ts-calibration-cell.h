/* ts-calibration-cell.h — which levels of an assessment a calibration should look at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-review-snapshot.h"
#include "model/ts-round-agreement.h"

G_BEGIN_DECLS

/**
 * TsCalibrationReasons:
 * @TS_CALIBRATION_DISSENT: somebody on the panel does not agree with its level
 * @TS_CALIBRATION_SEVERITY: without anybody's severity the level nearest to the median would be another
 * @TS_CALIBRATION_FAR: the panel is two levels or more from the board
 * @TS_CALIBRATION_SPREAD: the scores lie two levels or more apart
 * @TS_CALIBRATION_NOT_AGREED: the panel has not agreed on a level
 *
 * Why a level should be looked at; the first weigh more.
 */
typedef enum
{
  TS_CALIBRATION_NONE = 0,
  TS_CALIBRATION_DISSENT = 1 << 0,
  TS_CALIBRATION_SEVERITY = 1 << 1,
  TS_CALIBRATION_FAR = 1 << 2,
  TS_CALIBRATION_SPREAD = 1 << 3,
  TS_CALIBRATION_NOT_AGREED = 1 << 4,
} TsCalibrationReasons;

/**
 * TsCalibrationCell:
 * @node: a criterion; borrowed from the framework
 * @panel: the panel's level, 0 for none
 * @final: the final level, 0 for none
 * @reasons: why it should be looked at
 */
typedef struct
{
  const TsNode *node;
  int panel;
  int final;
  TsCalibrationReasons reasons;
} TsCalibrationCell;

void ts_calibration_cell_read (TsCalibrationCell      *self,
                               const TsReviewSnapshot *review,
                               const TsRoundAgreement *agreement,
                               const TsNode           *node);
GArray *ts_calibration_cells_list (const TsReviewSnapshot *review,
                                   const TsRoundAgreement *agreement);

G_END_DECLS
