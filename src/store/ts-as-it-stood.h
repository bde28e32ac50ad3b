/* ts-as-it-stood.h — rows as they stood after an earlier change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-workbook.h"

G_BEGIN_DECLS

/* The sequence of a change is its place in the journal, from 1; after change 0 a workbook was empty. */
gboolean ts_workbook_find_sequence_at (TsWorkbook  *self,
                                       gint64       at,
                                       gint64      *sequence,
                                       GError     **error);
gboolean ts_workbook_read_moment (TsWorkbook  *self,
                                  gint64       sequence,
                                  gint64      *at,
                                  GError     **error);

TsRow *ts_workbook_read_row_as_it_stood (TsWorkbook  *self,
                                         TsEntity     entity,
                                         const char  *id,
                                         gint64       sequence,
                                         GError     **error);
GPtrArray *ts_workbook_read_rows_as_they_stood (TsWorkbook  *self,
                                                TsEntity     entity,
                                                const char  *about,
                                                gint64       sequence,
                                                GError     **error);

G_END_DECLS
