/* sealing-world.h — a workbook in which reviewers have scored and some have sealed
 *
 * Two of them are the same but for the scores of one reviewer: other levels, other words, another number of criteria.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-stage.h"
#include "fixture.h"

G_BEGIN_DECLS

#define SEALING_HEADER      "organisation,year,framework,criterion,layer,assessor,level,rationale\n"
#define SEALING_N_REVIEWERS 4
#define SEALING_N_READERS   6

typedef enum
{
  SEALING_NONE_SEALED,
  SEALING_ONLY_THIS_SEALED,
  SEALING_ALL_BUT_THIS_SEALED,
  SEALING_ALL_SEALED,
  SEALING_OPENED_EARLY,
  SEALING_OPENED_EARLY_UNSEALED,
  SEALING_UNSEALED_AGAIN,
  SEALING_N_STATES,
} SealingState;

/**
 * SealingWorld:
 * @fixture: the workbook
 * @now: its clock
 * @n: how many ids it has made
 * @assessment_id: the assessment that was scored
 */
typedef struct
{
  Fixture fixture;
  gint64 now;
  guint n;
  char *assessment_id;
} SealingWorld;

/* Ada is the chair; Dan scored before he declared an interest in the organisation. Eve sits on no panel. */
extern const char *const sealing_reviewers[SEALING_N_REVIEWERS + 1];
extern const char *const sealing_readers[SEALING_N_READERS];
extern const char *const sealing_state_names[SEALING_N_STATES];

void sealing_world_make_base (SealingWorld *world);
void sealing_world_copy (SealingWorld       *world,
                         const SealingWorld *base);
gboolean sealing_world_make (SealingWorld       *world,
                             const SealingWorld *base,
                             guint               varied,
                             gboolean            other,
                             SealingState        state,
                             TsStage             stage);
void sealing_world_close (SealingWorld *world);
void sealing_world_score (SealingWorld *world,
                          const char   *reviewer,
                          gboolean      other);
void sealing_world_set_seal (SealingWorld *world,
                             const char   *reviewer,
                             gboolean      sealed);
void sealing_world_declare (SealingWorld *world);
gboolean sealing_world_may_see (guint        varied,
                                const char  *reader,
                                SealingState state,
                                TsStage      stage);

G_END_DECLS
