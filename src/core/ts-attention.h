/* ts-attention.h — what an analyst looks at first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-assessment-state.h"
#include "core/ts-peer-levels.h"

G_BEGIN_DECLS

/**
 * TsAttentionReason:
 * @TS_ATTENTION_NO_EVIDENCE: a level is claimed and nothing is attached
 * @TS_ATTENTION_STALE_EVIDENCE: the period of all that is attached has run out
 * @TS_ATTENTION_THIN_EVIDENCE: a high level is claimed on a single item
 * @TS_ATTENTION_INSUFFICIENT: the analyst has found that no item carries the level
 * @TS_ATTENTION_NO_RATIONALE: nobody says why
 * @TS_ATTENTION_JUMP: two levels or more from last year, either way
 * @TS_ATTENTION_ABOVE_PANEL: above what last year's panel or its calibration left
 * @TS_ATTENTION_ABOVE_PEERS: a level or more above the median of what its peers claim
 * @TS_ATTENTION_BELOW_PEERS: two levels or more below it, which may be too modest
 */
typedef enum
{
  TS_ATTENTION_NONE = 0,
  TS_ATTENTION_NO_EVIDENCE = 1 << 0,
  TS_ATTENTION_STALE_EVIDENCE = 1 << 1,
  TS_ATTENTION_THIN_EVIDENCE = 1 << 2,
  TS_ATTENTION_INSUFFICIENT = 1 << 3,
  TS_ATTENTION_NO_RATIONALE = 1 << 4,
  TS_ATTENTION_JUMP = 1 << 5,
  TS_ATTENTION_ABOVE_PANEL = 1 << 6,
  TS_ATTENTION_ABOVE_PEERS = 1 << 7,
  TS_ATTENTION_BELOW_PEERS = 1 << 8,
} TsAttentionReason;

/**
 * TsAttention:
 * @node: the criterion
 * @reasons: why it deserves attention
 * @weight: how much
 * @level: what the board claims, 0 for nothing
 * @previous_level: last year's most settled level, 0 for none
 * @peers: the median of what its peers claim themselves, 0 for none
 * @n_peers: of how many
 * @peer_levels: (nullable): who they are
 *
 * A criterion as the analyst comes to it. The node and the peers are borrowed.
 */
typedef struct
{
  const TsNode *node;
  TsAttentionReason reasons;
  guint weight;
  int level;
  int previous_level;
  double peers;
  guint n_peers;
  const TsPeerLevels *peer_levels;
} TsAttention;

GArray *ts_attention_list (const TsAssessmentState *state,
                           const TsPeerLevels      *peers,
                           GPtrArray               *evidence_reviews);
GStrv ts_attention_explain (const TsAttention *self);

G_END_DECLS
