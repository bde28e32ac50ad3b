/* ts-search-finder.h — looking for words on a workbook's thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-worker.h"

G_BEGIN_DECLS

/**
 * TsSearchReach:
 * @TS_SEARCH_NEAR: the criteria, and what belongs to the organisation of the assessment that is looked at: quick however large the workbook is
 * @TS_SEARCH_EVERYWHERE: the whole workbook but its frameworks
 */
typedef enum
{
  TS_SEARCH_NEAR,
  TS_SEARCH_EVERYWHERE,
} TsSearchReach;

/**
 * TsSearchFindings:
 * @hits: (element-type TsSearchHit): what was found, by kind, the best first
 * @more: whether there is more than is listed
 */
typedef struct
{
  GPtrArray *hits;
  gboolean more;
} TsSearchFindings;

TsSearchFindings *ts_search_find (TsWorkplace    *workplace,
                                  const char     *text,
                                  const char     *assessment_id,
                                  TsSearchReach   reach,
                                  GError        **error);
void ts_search_findings_free (TsSearchFindings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsSearchFindings, ts_search_findings_free)

G_END_DECLS
