/* ts-review-snapshot.h — one assessment's review as it was read, for one reader
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-agenda.h"
#include "core/ts-peer-levels.h"
#include "model/ts-assessment-snapshot.h"
#include "model/ts-review-sight.h"

G_BEGIN_DECLS

/**
 * TsReviewSnapshot:
 * @sight: who scores, and what the reader may see
 * @organisation_name: what its organisation was called at the end of the year
 * @assessment: the assessment's row
 * @framework: its framework
 * @submission: (nullable): what the board handed in; %NULL where the reader may not look at it
 * @peers: (nullable): what the organisation's peers claim themselves; %NULL where the reader may not look at the submission
 * @ratings: (element-type TsRow): every rating that the reader may see
 * @agenda: (element-type TsAgendaItem): the criteria, most disagreement first, by the scores that count for the reader
 * @criteria: (element-type TsNode): the criteria as the framework has them; borrowed from it
 * @n_scored: how many of them the reader has scored
 * @n_agreed: on how many of them the panel has agreed
 * @enquiries: (element-type TsRow): lines of enquiry, by position
 * @evidence_reviews: (element-type TsRow): findings on evidence
 * @dissents: (element-type TsRow): who did not agree
 * @replies: (element-type TsRow): the right of reply, line by line
 * @texts: (element-type utf8 utf8): what is written for the report, by section
 * @people: (element-type utf8 utf8): names of those who dissent, by person
 *
 * Read in one go on a workbook's thread, and then only looked at. Where the reader may not look at the submission, all lists are empty.
 */
typedef struct
{
  TsReviewSight *sight;
  char *organisation_name;
  TsRow *assessment;
  TsFramework *framework;
  TsAssessmentSnapshot *submission;
  TsPeerLevels *peers;
  GPtrArray *ratings;
  GPtrArray *agenda;
  GPtrArray *criteria;
  guint n_scored;
  guint n_agreed;
  GPtrArray *enquiries;
  GPtrArray *evidence_reviews;
  GPtrArray *dissents;
  GPtrArray *replies;
  GHashTable *texts;
  GHashTable *people;
} TsReviewSnapshot;

TsReviewSnapshot *ts_review_snapshot_read (TsWorkplace  *workplace,
                                           const char   *assessment_id,
                                           const char   *reader,
                                           GError      **error);
void ts_review_snapshot_free (TsReviewSnapshot *self);

TsRow *ts_review_snapshot_find_rating (const TsReviewSnapshot *self,
                                       const char             *node_id,
                                       TsLayer                 layer,
                                       const char             *assessor);
int ts_review_snapshot_get_level (const TsReviewSnapshot *self,
                                  const char             *node_id,
                                  TsLayer                 layer);
TsRow *ts_review_snapshot_find_my_score (const TsReviewSnapshot *self,
                                         const char             *node_id);
const TsAgendaItem *ts_review_snapshot_find_item (const TsReviewSnapshot *self,
                                                  const char             *node_id);
TsRow *ts_review_snapshot_find_evidence_review (const TsReviewSnapshot *self,
                                                const char             *node_id,
                                                const char             *evidence_id);
const TsReviewer *ts_review_snapshot_get_me (const TsReviewSnapshot *self);
gboolean ts_review_snapshot_lets_in (const TsReviewSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsReviewSnapshot, ts_review_snapshot_free)

G_END_DECLS
