/* ts-outcome-paste.h — values as a spreadsheet copies them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-outcome-cells.h"

G_BEGIN_DECLS

/* In bytes: far more than any outcome's values take. */
#define TS_OUTCOME_PASTE_LONGEST 65536

/**
 * TsOutcomeTable:
 * @is_per_cent: whether its values may be written with a per cent sign
 * @first_year: the year of the first column
 * @last_year: the year of the last
 *
 * The table that an outcome's values are typed in: two rows, aspiration and actual, and a column for each year.
 */
typedef struct
{
  gboolean is_per_cent;
  int first_year;
  int last_year;
} TsOutcomeTable;

GArray *ts_outcome_paste_parse (const char            *text,
                                const TsOutcomeTable  *table,
                                TsOutcomeValueField    field,
                                int                    year,
                                GError               **error);
char *ts_outcome_copy_table (GPtrArray            *values,
                             const TsOutcomeTable *table);

G_END_DECLS
