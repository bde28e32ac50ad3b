/* ts-submission-sight.c — what several submissions share, and who may see it
 *
 * Evidence and outcomes belong to an organisation and are part of its submissions of several years. Whoever may not look at one of these may
 * still have seen another, which was published. So what is part of one that is open to them is shown; what is part only of closed ones is not; and
 * what could yet become part of a closed one is not either.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-submission-sight.h"

#include "core/ts-outcome-lock.h"

/**
 * ts_submission_sight_shows_evidence:
 * @submissions: (array length=n_submissions): the submissions of the item's organisation, and those of others that it is linked to
 * @n_submissions: how many
 *
 * An item that is linked to none is kept ready for the next, so that it is closed with any.
 *
 * Returns: whether the reader may see the item, and that it is there
 */
gboolean
ts_submission_sight_shows_evidence (const TsSubmissionSight *submissions,
                                    guint                    n_submissions)
{
  gboolean is_linked = FALSE;
  gboolean any_closed = FALSE;

  for (guint i = 0; i < n_submissions; i++)
    {
      if (submissions[i].has_item && submissions[i].lets_in)
        return TRUE;

      is_linked |= submissions[i].has_item;
      any_closed |= !submissions[i].lets_in;
    }

  return !is_linked && !any_closed;
}

/* An outcome that is there no more was part of any. */
static gboolean
has_outcome (const TsSubmissionSight *submission,
             const TsRow             *outcome)
{
  return outcome == NULL || ts_outcome_covers (outcome, submission->year);
}

/**
 * ts_submission_sight_shows_outcome:
 * @submissions: (array length=n_submissions): the submissions of the outcome's organisation
 * @n_submissions: how many
 * @outcome: (nullable): the outcome; %NULL where it is not known any more
 *
 * Returns: whether the reader may see what is measured
 */
gboolean
ts_submission_sight_shows_outcome (const TsSubmissionSight *submissions,
                                   guint                    n_submissions,
                                   const TsRow             *outcome)
{
  gboolean any_closed = FALSE;

  for (guint i = 0; i < n_submissions; i++)
    {
      if (!has_outcome (&submissions[i], outcome))
        continue;

      if (submissions[i].lets_in)
        return TRUE;

      any_closed = TRUE;
    }

  return !any_closed;
}

/**
 * ts_submission_sight_shows_value:
 * @submissions: (array length=n_submissions): the submissions of the outcome's organisation
 * @n_submissions: how many
 * @outcome: (nullable): the outcome; %NULL where it is not known any more
 * @year: the year of a value of it
 *
 * A submission tells the values up to its own year. What it aims at for later years is told anew by the next, so a value after the last year
 * that is open may be that of a closed one.
 *
 * Returns: whether the reader may see the value
 */
gboolean
ts_submission_sight_shows_value (const TsSubmissionSight *submissions,
                                 guint                    n_submissions,
                                 const TsRow             *outcome,
                                 int                      year)
{
  gboolean any_closed = FALSE;

  for (guint i = 0; i < n_submissions; i++)
    {
      if (!has_outcome (&submissions[i], outcome))
        continue;

      if (submissions[i].lets_in && year <= submissions[i].year)
        return TRUE;

      any_closed |= !submissions[i].lets_in;
    }

  return !any_closed;
}
