/* ts-sight.c — what a reader may see of reviewers' scores
 *
 * The rule in full. Until reviewers seal, only they see theirs. Until all have sealed, or the chair has opened the sealed ones early, nobody sees
 * another's. Every query of the store asks here, so this is the one place where it stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-sight.h"

static const TsReviewer *
find (const TsSight *self,
      const char    *assessor)
{
  for (guint i = 0; i < self->n_reviewers; i++)
    {
      if (g_str_equal (self->reviewers[i].assessor, assessor))
        return &self->reviewers[i];
    }

  return NULL;
}

/**
 * ts_sight_is_awaited:
 * @reviewer: somebody who scores an assessment, or should
 *
 * Returns: whether the scores of others stay closed until this one has sealed. Whoever may not score because of a conflict is not waited for
 */
gboolean
ts_sight_is_awaited (const TsReviewer *reviewer)
{
  g_return_val_if_fail (reviewer != NULL, TRUE);

  return (reviewer->is_member || reviewer->has_scored) && ts_conflict_state_may_score (reviewer->conflict);
}

/**
 * ts_sight_is_open:
 * @self: who reads what
 *
 * Returns: whether sealed scores are open to all
 */
gboolean
ts_sight_is_open (const TsSight *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; !self->opened_early && i < self->n_reviewers; i++)
    {
      if (ts_sight_is_awaited (&self->reviewers[i]) && !self->reviewers[i].is_sealed)
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_sight_count_awaited:
 * @self: who reads what
 *
 * Returns: how many reviewers have still to seal before the scores are open
 */
guint
ts_sight_count_awaited (const TsSight *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; !self->opened_early && i < self->n_reviewers; i++)
    n += ts_sight_is_awaited (&self->reviewers[i]) && !self->reviewers[i].is_sealed;

  return n;
}

/**
 * ts_sight_lets_in:
 * @self: who reads what
 *
 * Returns: whether the reader may look at the submission at all: not with a conflict that is not settled, or for which they
 *   leave, until it is published
 */
gboolean
ts_sight_lets_in (const TsSight *self)
{
  const TsReviewer *reader;

  g_return_val_if_fail (self != NULL, FALSE);

  reader = self->reader != NULL ? find (self, self->reader) : NULL;

  return self->is_published || reader == NULL || ts_conflict_state_may_open (reader->conflict);
}

/**
 * ts_sight_shows:
 * @self: who reads what
 * @assessor: whose scores
 *
 * Returns: whether the reader may see them, and that they are there
 */
gboolean
ts_sight_shows (const TsSight *self,
                const char    *assessor)
{
  const TsReviewer *reviewer;

  g_return_val_if_fail (self != NULL && assessor != NULL, FALSE);

  if (!ts_sight_lets_in (self))
    return FALSE;

  if (self->reader != NULL && *assessor != '\0' && g_str_equal (self->reader, assessor))
    return TRUE;

  reviewer = find (self, assessor);

  return reviewer != NULL && reviewer->is_sealed && ts_sight_is_open (self);
}

/**
 * ts_sight_counts:
 * @self: who reads what
 * @assessor: whose scores
 *
 * Returns: whether the scores go into medians and statistics: those that are shown, except of whoever may not score because of a conflict
 */
gboolean
ts_sight_counts (const TsSight *self,
                 const char    *assessor)
{
  const TsReviewer *reviewer;

  g_return_val_if_fail (self != NULL && assessor != NULL, FALSE);

  reviewer = find (self, assessor);

  return reviewer != NULL && reviewer->is_sealed && ts_conflict_state_may_score (reviewer->conflict) && ts_sight_is_open (self) &&
         ts_sight_lets_in (self);
}
