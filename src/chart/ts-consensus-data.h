/* ts-consensus-data.h
 *
 * What a panel speaks about: the scores of one criterion, each with who gave it, and what the board, the desk and the panel
 * say of it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/ts-chart-levels.h"
#include "chart/ts-chart-subject.h"
#include "chart/ts-chart.h"

G_BEGIN_DECLS

/**
 * TsConsensusMark:
 * @TS_CONSENSUS_MARK_SELF: the board's own level
 * @TS_CONSENSUS_MARK_DESK: the analyst's
 * @TS_CONSENSUS_MARK_PANEL: what the panel has agreed
 *
 * Levels beside the scores.
 */
typedef enum
{
  TS_CONSENSUS_MARK_SELF,
  TS_CONSENSUS_MARK_DESK,
  TS_CONSENSUS_MARK_PANEL,
} TsConsensusMark;

#define TS_CONSENSUS_N_MARKS (TS_CONSENSUS_MARK_PANEL + 1)

/**
 * TsConsensusScore:
 * @subject: who gave it: what stands beside the dot is the name, and the role the group
 * @level: the level
 */
typedef struct
{
  TsChartSubject subject;
  guint level;
} TsConsensusScore;

/**
 * TsConsensusData:
 *
 * Filled by whoever makes it, then only read. Reference counted.
 */
typedef struct _TsConsensusData TsConsensusData;

#define TS_TYPE_CONSENSUS_DATA (ts_consensus_data_get_type ())
GType ts_consensus_data_get_type (void) G_GNUC_CONST;

TsConsensusData        *ts_consensus_data_new           (const char             *title,
                                                         TsChartLevels          *levels);
TsConsensusData        *ts_consensus_data_ref           (TsConsensusData        *self);
void                    ts_consensus_data_unref         (TsConsensusData        *self);

void                    ts_consensus_data_add_score     (TsConsensusData        *self,
                                                         const TsChartSubject   *subject,
                                                         int                     level);
void                    ts_consensus_data_set_mark      (TsConsensusData        *self,
                                                         TsConsensusMark         mark,
                                                         int                     level);

const char             *ts_consensus_data_get_title     (const TsConsensusData  *self);
const TsChartLevels    *ts_consensus_data_get_levels    (const TsConsensusData  *self);
guint                   ts_consensus_data_get_n_scores  (const TsConsensusData  *self);
const TsConsensusScore *ts_consensus_data_get_score     (const TsConsensusData  *self,
                                                         guint                   score);
guint                   ts_consensus_data_get_n_missing (const TsConsensusData  *self);
const TsChartSubject   *ts_consensus_data_get_missing   (const TsConsensusData  *self,
                                                         guint                   missing);
guint                   ts_consensus_data_get_mark      (const TsConsensusData  *self,
                                                         TsConsensusMark         mark);
gboolean                ts_consensus_data_get_middle    (const TsConsensusData  *self,
                                                         double                 *median,
                                                         double                 *low,
                                                         double                 *high);

const char             *ts_consensus_mark_get_label     (TsConsensusMark         mark);
char                   *ts_consensus_data_describe      (const TsConsensusData  *self);
TsChartTable           *ts_consensus_data_to_table      (const TsConsensusData  *self);

TsChart                *ts_chart_new_consensus          (TsConsensusData        *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsConsensusData, ts_consensus_data_unref)

G_END_DECLS
