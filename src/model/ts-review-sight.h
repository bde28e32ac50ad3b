/* ts-review-sight.h — who scores an assessment, and what one of them may see
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-lock.h"
#include "core/ts-sight.h"
#include "model/ts-worker.h"

G_BEGIN_DECLS

/**
 * TsReviewMember:
 * @name: the person's name, which is also the assessor of their scores
 * @person_id: the person's row id
 * @role: the role on the panel
 * @panel: the panel's row
 */
typedef struct
{
  char *name;
  char *person_id;
  char *role;
  TsRow *panel;
} TsReviewMember;

/**
 * TsReviewSight:
 * @sight: what the reader may see; it borrows from the rest
 * @members: (element-type TsReviewMember): who sits on a panel that has the assessment
 * @seals: (element-type utf8 TsRow): seals by assessor
 * @opening: (nullable): the opening of the scores before everybody had sealed
 *
 * Read in one go on a workbook's thread, and then only looked at.
 */
typedef struct
{
  TsSight sight;
  GPtrArray *members;
  GHashTable *seals;
  TsRow *opening;
  char *reader;
  GArray *reviewers;
  GPtrArray *names;
} TsReviewSight;

TsReviewSight *ts_review_sight_read (TsWorkplace  *workplace,
                                     TsRow        *assessment,
                                     const char   *reader,
                                     GError      **error);
void ts_review_sight_free (TsReviewSight *self);
const TsReviewer *ts_review_sight_find (const TsReviewSight *self,
                                        const char          *assessor);
const TsReviewMember *ts_review_sight_find_member (const TsReviewSight *self,
                                                   const char          *name);
gboolean ts_review_sight_is_chair (const TsReviewSight *self,
                                   const char          *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsReviewSight, ts_review_sight_free)

G_END_DECLS
