/* ts-gap-columns.h — the columns of the table of gaps
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsGapColumn:
 *
 * The columns, in the order in which they stand. Each can be sorted by.
 */
typedef enum
{
  TS_GAP_COLUMN_NUMBER,
  TS_GAP_COLUMN_NAME,
  TS_GAP_COLUMN_LEVEL,
  TS_GAP_COLUMN_TARGET,
  TS_GAP_COLUMN_GAP,
  TS_GAP_COLUMN_CHANGE,
} TsGapColumn;

#define TS_GAP_N_COLUMNS (TS_GAP_COLUMN_CHANGE + 1)

GtkColumnViewColumn *ts_gap_column_new (TsGapColumn          column,
                                        GtkColumnViewColumn *numbers);
int ts_gap_columns_measure (GtkWidget                  *view,
                            GtkColumnViewColumn *const *columns,
                            GListModel                 *items,
                            const gboolean             *shown);

G_END_DECLS
