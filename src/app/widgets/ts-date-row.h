/* ts-date-row.h — a day, typed or picked from a calendar
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsDateRow:
 *
 * An entry for a day as ISO 8601 writes it, with a calendar behind a button. What is no day is marked and explained while it is typed.
 *
 * ## Signals
 *
 * - `committed`: the person is done with the entry, or has picked a day
 */
#define TS_TYPE_DATE_ROW (ts_date_row_get_type ())

G_DECLARE_FINAL_TYPE (TsDateRow, ts_date_row, TS, DATE_ROW, AdwEntryRow)

GtkWidget  *ts_date_row_new         (const char *label);
void        ts_date_row_set_label   (TsDateRow  *self,
                                     const char *label);
const char *ts_date_row_get_date    (TsDateRow  *self);
void        ts_date_row_set_date    (TsDateRow  *self,
                                     const char *date);
gboolean    ts_date_row_is_valid    (TsDateRow  *self);
void        ts_date_row_set_problem (TsDateRow  *self,
                                     const char *problem);

G_END_DECLS
