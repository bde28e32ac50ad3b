/* ts-consensus-page.h — what the panel agrees
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/review/ts-criteria-page.h"

G_BEGIN_DECLS

#define TS_TYPE_CONSENSUS_PAGE (ts_consensus_page_get_type ())

G_DECLARE_FINAL_TYPE (TsConsensusPage, ts_consensus_page, TS, CONSENSUS_PAGE, TsCriteriaPage)

G_END_DECLS
