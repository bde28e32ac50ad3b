/* ts-crosswalk.h — what became of one framework's criteria in another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"

G_BEGIN_DECLS

/**
 * TsCrosswalkRelation:
 * @TS_CROSSWALK_UNCHANGED: the criterion is worded as it was
 * @TS_CROSSWALK_CHANGED: the criterion is still there, worded otherwise
 * @TS_CROSSWALK_NEW: the criterion was not there before
 * @TS_CROSSWALK_DROPPED: the criterion is no longer there
 *
 * What became of a criterion. Files use the names of [func@ts_crosswalk_relation_get_name].
 */
typedef enum
{
  TS_CROSSWALK_UNCHANGED,
  TS_CROSSWALK_CHANGED,
  TS_CROSSWALK_NEW,
  TS_CROSSWALK_DROPPED,
} TsCrosswalkRelation;

#define TS_N_CROSSWALK_RELATIONS (TS_CROSSWALK_DROPPED + 1)

const char *ts_crosswalk_relation_get_name (TsCrosswalkRelation relation);
gboolean ts_crosswalk_relation_from_name (const char          *name,
                                          TsCrosswalkRelation *relation);

/**
 * TsCrosswalkEntry:
 * @from: (nullable): the node's id in the earlier framework; %NULL for a new one
 * @to: (nullable): the node's id in the later framework; %NULL for a dropped one
 * @relation: what became of it
 * @note: (nullable): what changed in the definition, for people
 *
 * What became of one criterion, or of a group that is or was judged itself. Borrowed from its [struct@Crosswalk].
 */
typedef struct
{
  char *from;
  char *to;
  TsCrosswalkRelation relation;
  char *note;
} TsCrosswalkEntry;

/**
 * TsCrosswalk:
 *
 * What became of each criterion from one framework to another. Filled by whoever made it and not changed once it has been handed on;
 * atomically reference counted.
 */
typedef struct _TsCrosswalk TsCrosswalk;

TsCrosswalk *ts_crosswalk_new (const char *from,
                               const char *to);
TsCrosswalk *ts_crosswalk_new_by_comparison (const TsFramework *from,
                                             const TsFramework *to);
TsCrosswalk *ts_crosswalk_ref (TsCrosswalk *self);
void ts_crosswalk_unref (TsCrosswalk *self);

gboolean ts_crosswalk_add (TsCrosswalk         *self,
                           const char          *from,
                           const char          *to,
                           TsCrosswalkRelation  relation,
                           const char          *note);

const char *ts_crosswalk_get_from (const TsCrosswalk *self);
const char *ts_crosswalk_get_to (const TsCrosswalk *self);
guint ts_crosswalk_get_n_entries (const TsCrosswalk *self);
const TsCrosswalkEntry *ts_crosswalk_get_entry (const TsCrosswalk *self,
                                                guint              position);
const TsCrosswalkEntry *ts_crosswalk_find_from (const TsCrosswalk *self,
                                                const char        *node_id);
const TsCrosswalkEntry *ts_crosswalk_find_to (const TsCrosswalk *self,
                                              const char        *node_id);

gboolean ts_node_has_same_wording (const TsNode *a,
                                   const TsNode *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsCrosswalk, ts_crosswalk_unref)

G_END_DECLS
