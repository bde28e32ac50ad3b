/* ts-search-scene.h — from where somebody searches, and what is around
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-worker.h"

G_BEGIN_DECLS

/**
 * TsSearchScene:
 *
 * The assessment that is looked at while somebody searches, and what was read of others on the way. On a workbook's thread, for one search.
 */
typedef struct _TsSearchScene TsSearchScene;

/**
 * TsSearchSetting:
 * @assessment: an assessment
 * @framework: what it is against
 * @context: (nullable): its organisation and year in words; %NULL for the one that is looked at
 *
 * An assessment in which something was found. Owned by the scene.
 */
typedef struct
{
  TsRow *assessment;
  TsFramework *framework;
  char *context;
} TsSearchSetting;

TsSearchScene *ts_search_scene_new (TsWorkplace  *workplace,
                                    const char   *assessment_id,
                                    GError      **error);
void ts_search_scene_free (TsSearchScene *self);

const char *ts_search_scene_get_assessment_id (TsSearchScene *self);
const char *ts_search_scene_get_organisation_id (TsSearchScene *self);
gboolean ts_search_scene_list_assessments (TsSearchScene  *self,
                                           const char     *organisation_id,
                                           GPtrArray     **assessments,
                                           GError        **error);
gboolean ts_search_scene_find (TsSearchScene          *self,
                               const char             *assessment_id,
                               const TsSearchSetting **setting,
                               GError                **error);
gboolean ts_search_scene_choose (TsSearchScene  *self,
                                 const char     *organisation_id,
                                 const char    **assessment_id,
                                 GError        **error);
gboolean ts_search_scene_name (TsSearchScene  *self,
                               const char     *organisation_id,
                               int             year,
                               char          **name,
                               GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsSearchScene, ts_search_scene_free)

G_END_DECLS
