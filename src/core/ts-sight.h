/* ts-sight.h — what a reader may see of reviewers' scores
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-conflict.h"

G_BEGIN_DECLS

/**
 * TsReviewer:
 * @assessor: whose scores they are
 * @is_member: whether somebody expects them to score, being on a panel that has the assessment
 * @has_scored: whether there is any score of theirs
 * @conflict: their conflict with the assessment
 * @is_sealed: whether they have sealed
 *
 * Somebody who scores an assessment, or should.
 */
typedef struct
{
  const char *assessor;
  gboolean is_member;
  gboolean has_scored;
  TsConflictState conflict;
  gboolean is_sealed;
} TsReviewer;

/**
 * TsSight:
 * @reader: (nullable): who reads, or %NULL for somebody who is nobody in particular
 * @reviewers: (array length=n_reviewers): who scores the assessment
 * @n_reviewers: how many
 * @opened_early: whether the chair has opened the sealed scores before everybody had sealed
 * @is_published: whether the assessment is published, so that everybody may look at it
 *
 * What a reader may see follows from this alone. Whose scores they see depends on no role and no stage: not even a chair, an analyst or
 * whoever publishes sees one earlier.
 */
typedef struct
{
  const char *reader;
  const TsReviewer *reviewers;
  guint n_reviewers;
  gboolean opened_early;
  gboolean is_published;
} TsSight;

gboolean ts_sight_is_awaited (const TsReviewer *reviewer);
gboolean ts_sight_is_open (const TsSight *self);
guint ts_sight_count_awaited (const TsSight *self);
gboolean ts_sight_shows (const TsSight *self,
                         const char    *assessor);
gboolean ts_sight_counts (const TsSight *self,
                          const char    *assessor);
gboolean ts_sight_lets_in (const TsSight *self);

G_END_DECLS
