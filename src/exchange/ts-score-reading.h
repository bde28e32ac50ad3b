/* ts-score-reading.h — the scores of reviewers that may be counted, out of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"
#include "core/ts-score-table.h"
#include "store/ts-rating-query.h"

G_BEGIN_DECLS

/* The same numbers come out each time. */
#define TS_SCORE_SEED 2009

/**
 * TsScoreReading:
 * @table: (nullable): the scores; %NULL where none may be counted
 * @framework: (nullable): their framework
 * @section: (nullable): which part of it; it belongs to the framework
 * @year: the calendar year in which the assessed financial year begins
 *
 * Scores of one framework, year and section. Only what counts for the workbook's reader is among them, see [func@ts_sight_counts]: nothing that
 * is made from this can tell of a score that is still sealed.
 */
typedef struct
{
  TsScoreTable *table;
  TsFramework *framework;
  const TsSection *section;
  int year;
} TsScoreReading;

gboolean ts_score_reading_read (TsScoreReading       *self,
                                TsWorkbook           *workbook,
                                const TsQueryFilter  *filter,
                                const char           *section,
                                GError              **error);
void ts_score_reading_clear (TsScoreReading *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TsScoreReading, ts_score_reading_clear)

G_END_DECLS
