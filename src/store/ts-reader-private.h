/* ts-reader-private.h — what is known of a reader, shared by those who ask what they may see
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-reader.h"
#include "store/ts-workbook-private.h"

G_BEGIN_DECLS

/* What was found out about assessments, until the journal grows. */
struct _TsReader
{
  char *name;
  gboolean sees_everything;
  gint64 sequence;
  gboolean is_checked; /* whether what was found out holds in `snapshot` */
  guint32 snapshot;
  int has_interests;         /* -1 until it is known */
  GHashTable *states;        /* assessment → TsReviewState */
  GHashTable *organisations; /* organisation → GArray of TsSubmissionSight */
};

gboolean ts_reader_refresh (TsWorkbook  *self,
                            GError     **error);
gboolean ts_reader_find_interests (TsWorkbook  *self,
                                   GError     **error);
const TsReviewState *ts_reader_get_state (TsWorkbook  *self,
                                          const char  *assessment_id,
                                          GError     **error);
GArray *ts_reader_get_submissions (TsWorkbook  *self,
                                   const char  *organisation_id,
                                   GError     **error);

G_END_DECLS
