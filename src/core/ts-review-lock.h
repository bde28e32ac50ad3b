/* ts-review-lock.h — what a review holds fast
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-conflict.h"
#include "core/ts-lock.h"

G_BEGIN_DECLS

gboolean ts_review_find_conflict (const TsLockSource  *source,
                                  gpointer             data,
                                  const TsRow         *assessment,
                                  const char          *person_id,
                                  TsConflictState     *state,
                                  GError             **error);
gboolean ts_review_check_opening (const TsLockSource  *source,
                                  gpointer             data,
                                  const TsRow         *opening,
                                  GError             **error);
gboolean ts_review_check_decision (const TsLockSource  *source,
                                   gpointer             data,
                                   const TsRow         *action,
                                   GError             **error);
gboolean ts_review_check_scoring (const TsLockSource  *source,
                                  gpointer             data,
                                  const TsRow         *assessment,
                                  const char          *assessor,
                                  gboolean             takes_back,
                                  GError             **error);

G_END_DECLS
