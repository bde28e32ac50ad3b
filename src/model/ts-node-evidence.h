/* ts-node-evidence.h — the evidence of one criterion
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-assessment-model.h"

G_BEGIN_DECLS

/**
 * TsNodeEvidence:
 *
 * A #GListModel of the #TsEvidenceItem that are linked to one criterion of an assessment, by title. It follows the assessment, and says
 * only what really came or went.
 */
#define TS_TYPE_NODE_EVIDENCE (ts_node_evidence_get_type ())

G_DECLARE_FINAL_TYPE (TsNodeEvidence, ts_node_evidence, TS, NODE_EVIDENCE, GObject)

TsNodeEvidence *ts_node_evidence_new (TsAssessmentModel *assessment,
                                      const char        *node_id);

G_END_DECLS
