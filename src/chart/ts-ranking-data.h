/* ts-ranking-data.h
 *
 * What a ranking shows: the rank of each organisation under one or several weightings, never without the interval
 * in which it may as well lie.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-subject.h"
#include "chart/ts-chart.h"

G_BEGIN_DECLS

#define TS_RANKING_MAX_PANELS 8

/**
 * TsRank:
 * @score: what the ranks are made from
 * @rank: 1 for the best; ties may share the middle of theirs, such as 4.5
 * @low: the best rank of the interval
 * @high: the worst; not below @low
 */
typedef struct
{
  double score;
  double rank;
  double low;
  double high;
} TsRank;

/**
 * TsRankingData:
 *
 * Filled by whoever makes it, first its panels and then its rows, in the order in which they are to be shown; then only
 * read. Reference counted.
 */
typedef struct _TsRankingData TsRankingData;

#define TS_TYPE_RANKING_DATA (ts_ranking_data_get_type ())
GType ts_ranking_data_get_type (void) G_GNUC_CONST;

TsRankingData        *ts_ranking_data_new            (const char           *title,
                                                      double                confidence);
TsRankingData        *ts_ranking_data_ref            (TsRankingData        *self);
void                  ts_ranking_data_unref          (TsRankingData        *self);

guint                 ts_ranking_data_add_panel      (TsRankingData        *self,
                                                      const char           *name);
guint                 ts_ranking_data_add_row        (TsRankingData        *self,
                                                      const TsChartSubject *subject);
void                  ts_ranking_data_set_rank       (TsRankingData        *self,
                                                      guint                 panel,
                                                      guint                 row,
                                                      const TsRank         *rank);

const char           *ts_ranking_data_get_title      (const TsRankingData  *self);
double                ts_ranking_data_get_confidence (const TsRankingData  *self);
guint                 ts_ranking_data_get_n_panels   (const TsRankingData  *self);
const char           *ts_ranking_data_get_panel      (const TsRankingData  *self,
                                                      guint                 panel);
guint                 ts_ranking_data_get_n_rows     (const TsRankingData  *self);
const TsChartSubject *ts_ranking_data_get_row        (const TsRankingData  *self,
                                                      guint                 row);
const TsRank         *ts_ranking_data_get_rank       (const TsRankingData  *self,
                                                      guint                 panel,
                                                      guint                 row);
guint                 ts_ranking_data_count_ranked   (const TsRankingData  *self,
                                                      guint                 panel);
double                ts_ranking_data_get_last       (const TsRankingData  *self);

char *ts_rank_number (const TsRank *rank);
char                 *ts_ranking_data_rank_text      (const TsRankingData  *self,
                                                      guint                 panel,
                                                      guint                 row);
char                 *ts_ranking_data_row_text       (const TsRankingData  *self,
                                                      guint                 row);
char                 *ts_ranking_data_describe       (const TsRankingData  *self);
TsChartTable         *ts_ranking_data_to_table       (const TsRankingData  *self);

TsChart              *ts_chart_new_ranking           (TsRankingData        *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsRankingData, ts_ranking_data_unref)

G_END_DECLS
