/* ts-row.h — one row of a workbook as a value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-entity.h"

G_BEGIN_DECLS

/**
 * TsRow:
 *
 * One row: an entity, an id and the entity's fields, each with a value or none. Reference counted; the counting
 * is atomic. A row is filled by whoever made it and not changed once it has been handed on: to change a row,
 * copy it.
 */
typedef struct _TsRow TsRow;

TsRow *ts_row_new (TsEntity    entity,
                   const char *id);
TsRow *ts_row_copy (const TsRow *self);
TsRow *ts_row_ref (TsRow *self);
void ts_row_unref (TsRow *self);

TsEntity ts_row_get_entity (const TsRow *self);
const char *ts_row_get_id (const TsRow *self);

gboolean ts_row_has (const TsRow *self,
                     guint        field);
const char *ts_row_get_text (const TsRow *self,
                             guint        field);
gint64 ts_row_get_integer (const TsRow *self,
                           guint        field);
double ts_row_get_real (const TsRow *self,
                        guint        field);

void ts_row_clear (TsRow *self,
                   guint  field);
void ts_row_set_text (TsRow      *self,
                      guint       field,
                      const char *text);
void ts_row_set_integer (TsRow  *self,
                         guint   field,
                         gint64  integer);
void ts_row_set_real (TsRow  *self,
                      guint   field,
                      double  real);

gboolean ts_row_equal (const TsRow *a,
                       const TsRow *b);
int ts_row_find_missing_field (const TsRow *self);
void ts_row_append_json (const TsRow *self,
                         GString     *json);
void ts_json_append_string (GString    *json,
                            const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsRow, ts_row_unref)

G_END_DECLS
