/* ts-journal.h — every change that was ever made to a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsJournalEntry:
 * @sequence: the change's place in the journal, from 1 without a gap
 * @change: the change; take a reference to keep it
 * @previous_hash: the hash of the change before, empty for the first
 * @hash: SHA-256 over the previous hash and the change, 64 hexadecimal digits
 *
 * One change as the journal keeps it.
 */
typedef struct
{
  gint64 sequence;
  TsChange *change;
  const char *previous_hash;
  const char *hash;
} TsJournalEntry;

/**
 * TsJournalFilter:
 * @first: the first sequence wanted; 0 for the beginning
 * @last: the last sequence wanted; 0 for the end
 * @entity: a #TsEntity to see only changes of rows of that kind, or -1
 * @row: (nullable): with an entity, to see only changes of that row
 *
 * Which changes are wanted. With an entity, each change holds only its rows of that kind (and id); the hash
 * is still that of the whole change.
 */
typedef struct
{
  gint64 first;
  gint64 last;
  int entity;
  const char *row;
} TsJournalFilter;

#define TS_JOURNAL_FILTER_ALL { .first = 0, .last = 0, .entity = -1, .row = NULL }

typedef gboolean (*TsJournalFunction) (const TsJournalEntry *entry,
                                       gpointer              data);

gboolean ts_workbook_foreach_change (TsWorkbook             *self,
                                     const TsJournalFilter  *filter,
                                     TsJournalFunction       function,
                                     gpointer                data,
                                     GError                **error);

G_END_DECLS
