/* ts-heatmap-data.h
 *
 * What a heat map shows: the levels of many organisations on many competencies.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-levels.h"
#include "chart/ts-chart-subject.h"
#include "chart/ts-chart.h"

G_BEGIN_DECLS

#define TS_HEATMAP_MAX_COLUMNS 200

/**
 * TsHeatmapState:
 * @TS_HEATMAP_STATE_MISSING: nobody has rated it
 * @TS_HEATMAP_STATE_INCOMPLETE: some of it is rated, too little for a level
 * @TS_HEATMAP_STATE_VALUE: it has a level, or a total
 */
typedef enum
{
  TS_HEATMAP_STATE_MISSING,
  TS_HEATMAP_STATE_INCOMPLETE,
  TS_HEATMAP_STATE_VALUE,
} TsHeatmapState;

/**
 * TsHeatmapCell:
 * @state: whether there is a value
 * @value: the level or the total; NaN where there is none
 * @stated: whether the level was stated by a person rather than rolled up
 * @lent: whether it is that of predecessors
 * @n_rated: of an incomplete cell, how much is rated
 * @n_wanted: and of how much; 0 if that is not known
 */
typedef struct
{
  TsHeatmapState state;
  gboolean stated;
  gboolean lent;
  guint16 n_rated;
  guint16 n_wanted;
  double value;
} TsHeatmapCell;

/**
 * TsHeatmapData:
 *
 * Filled by whoever makes it, first its columns and then its rows, in the order in which they are to be shown; then only
 * read. Every cell is missing until it is set. Reference counted.
 */
typedef struct _TsHeatmapData TsHeatmapData;

#define TS_TYPE_HEATMAP_DATA (ts_heatmap_data_get_type ())
GType ts_heatmap_data_get_type (void) G_GNUC_CONST;

TsHeatmapData        *ts_heatmap_data_new            (const char           *title);
TsHeatmapData        *ts_heatmap_data_ref            (TsHeatmapData        *self);
void                  ts_heatmap_data_unref          (TsHeatmapData        *self);

guint                 ts_heatmap_data_add_column     (TsHeatmapData        *self,
                                                      const char           *id,
                                                      const char           *code,
                                                      const char           *name,
                                                      TsChartLevels        *levels);
guint                 ts_heatmap_data_add_row        (TsHeatmapData        *self,
                                                      const TsChartSubject *subject);
void                  ts_heatmap_data_set_value      (TsHeatmapData        *self,
                                                      guint                 row,
                                                      guint                 column,
                                                      double                value,
                                                      gboolean              stated);
void                  ts_heatmap_data_set_lent       (TsHeatmapData        *self,
                                                      guint                 row,
                                                      guint                 column);
void                  ts_heatmap_data_set_incomplete (TsHeatmapData        *self,
                                                      guint                 row,
                                                      guint                 column,
                                                      guint                 n_rated,
                                                      guint                 n_wanted);
void                  ts_heatmap_data_set_sorted     (TsHeatmapData        *self,
                                                      int                   column,
                                                      gboolean              descending);
void                  ts_heatmap_data_set_grouped    (TsHeatmapData        *self,
                                                      gboolean              grouped);

const char           *ts_heatmap_data_get_title      (const TsHeatmapData  *self);
guint                 ts_heatmap_data_get_n_columns  (const TsHeatmapData  *self);
const TsChartSubject *ts_heatmap_data_get_column     (const TsHeatmapData  *self,
                                                      guint                 column);
const TsChartLevels  *ts_heatmap_data_get_levels     (const TsHeatmapData  *self,
                                                      guint                 column);
guint                 ts_heatmap_data_get_n_rows     (const TsHeatmapData  *self);
const TsChartSubject *ts_heatmap_data_get_row        (const TsHeatmapData  *self,
                                                      guint                 row);
const TsHeatmapCell  *ts_heatmap_data_get_cell       (const TsHeatmapData  *self,
                                                      guint                 row,
                                                      guint                 column);
int                   ts_heatmap_data_get_sorted     (const TsHeatmapData  *self,
                                                      gboolean             *descending);
gboolean              ts_heatmap_data_is_grouped     (const TsHeatmapData  *self);

char                 *ts_heatmap_data_cell_text      (const TsHeatmapData  *self,
                                                      guint                 row,
                                                      guint                 column);
char                 *ts_heatmap_data_describe       (const TsHeatmapData  *self);
TsChartTable         *ts_heatmap_data_to_table       (const TsHeatmapData  *self);

TsChart              *ts_chart_new_heatmap           (TsHeatmapData        *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsHeatmapData, ts_heatmap_data_unref)

G_END_DECLS
