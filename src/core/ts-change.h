/* ts-change.h — what one action changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"

G_BEGIN_DECLS

/**
 * TsChangeRow:
 * @before: (nullable): the row as it was; %NULL where the change creates it
 * @after: (nullable): the row as it will be; %NULL where the change deletes it
 *
 * One row of a change. At least one side is there, and both sides are the same row.
 */
typedef struct
{
  TsRow *before;
  TsRow *after;
} TsChangeRow;

/**
 * TsChange:
 *
 * A change: an id, an author, a time, a label that a person can read, and rows with their values before and after. It is
 * what every write to a workbook consists of, and what the journal keeps. Reference counted, atomically; not changed
 * once it has been handed to the workbook.
 */
typedef struct _TsChange TsChange;

TsChange *ts_change_new (const char *label);
TsChange *ts_change_ref (TsChange *self);
void ts_change_unref (TsChange *self);

void ts_change_stamp (TsChange   *self,
                      const char *id,
                      const char *author,
                      gint64      at);
void ts_change_set_inverts (TsChange   *self,
                            const char *inverts);
gboolean ts_change_is_stamped (const TsChange *self);
const char *ts_change_get_id (const TsChange *self);
const char *ts_change_get_author (const TsChange *self);
gint64 ts_change_get_at (const TsChange *self);
const char *ts_change_get_label (const TsChange *self);
const char *ts_change_get_inverts (const TsChange *self);

void ts_change_create (TsChange *self,
                       TsRow    *after);
void ts_change_update (TsChange *self,
                       TsRow    *before,
                       TsRow    *after);
void ts_change_delete (TsChange *self,
                       TsRow    *before);
void ts_change_add (TsChange *self,
                    TsRow    *before,
                    TsRow    *after);
void ts_change_append (TsChange       *self,
                       const TsChange *more);
guint ts_change_get_n_rows (const TsChange *self);
const TsChangeRow *ts_change_get_row (const TsChange *self,
                                      guint           position);
gboolean ts_change_touches (const TsChange *self,
                            TsEntity        entity);
TsRow *ts_change_find_after (const TsChange *self,
                             TsEntity        entity);

TsChange *ts_change_relabel (const TsChange *self,
                             const char     *label);
TsChange *ts_change_invert (const TsChange *self,
                            const char     *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsChange, ts_change_unref)

G_END_DECLS
