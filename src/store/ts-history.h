/* ts-history.h — who changed what, newest first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-workbook.h"

G_BEGIN_DECLS

/* The most values in each list of a filter. */
#define TS_HISTORY_MOST_VALUES 16

/**
 * TsHistoryFilter:
 * @about: (nullable) (array zero-terminated=1): ids of assessments and organisations, as [func@ts_row_get_about] has them
 * @nodes: (nullable) (array zero-terminated=1): ids of criteria and groups; only together with @about
 * @author: (nullable): who made the change
 * @from: the first moment wanted, in microseconds since 1970-01-01 00:00 UTC
 * @to: the first moment no longer wanted; 0 for no end
 * @values_only: whether only levels, rationales, targets and values of outcomes are wanted
 *
 * Which changes are wanted; everything where a field is empty. A change is wanted when one of its rows is.
 */
typedef struct
{
  const char *const *about;
  const char *const *nodes;
  const char *author;
  gint64 from;
  gint64 to;
  gboolean values_only;
} TsHistoryFilter;

/**
 * TsHistoryEntry:
 * @sequence: the change's place in the journal
 * @n_rows: how many of its rows are wanted
 * @change: the change, with the first few of its rows that are wanted
 *
 * A change as a history shows it. An import has thousands of rows, which nobody reads one by one.
 */
typedef struct
{
  gint64 sequence;
  guint n_rows;
  TsChange *change;
} TsHistoryEntry;

void ts_history_entry_free (TsHistoryEntry *self);

GPtrArray *ts_workbook_read_history (TsWorkbook             *self,
                                     const TsHistoryFilter  *filter,
                                     gint64                  before,
                                     guint                   n_entries,
                                     guint                   n_rows,
                                     GError                **error);
GStrv ts_workbook_list_authors (TsWorkbook  *self,
                                GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsHistoryEntry, ts_history_entry_free)

G_END_DECLS
