/* ts-rating-batch.h — the ratings of one assessment after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"
#include "core/ts-layer.h"
#include "store/ts-rating-query.h"

G_BEGIN_DECLS

/**
 * TsBatchedRating:
 * @node: (nullable): the criterion or group; %NULL where the framework does not have it
 * @node_id: its id
 * @layer: the layer's name
 * @assessor: who judged, or ""
 * @level: from 1, or 0 where nothing is rated
 * @rationale: (nullable): the reason
 */
typedef struct
{
  const TsNode *node;
  char *node_id;
  char *layer;
  char *assessor;
  int level;
  char *rationale;
} TsBatchedRating;

/**
 * TsRatingBatch:
 * @ratings: (element-type TsBatchedRating): in the order of the framework, then of layers, then of assessors
 *
 * One assessment with all its ratings. It lasts until the function that it is handed to returns.
 */
typedef struct
{
  char *organisation_code;
  int year;
  char *framework_code;
  TsFramework *framework;
  GPtrArray *ratings;
} TsRatingBatch;

typedef gboolean (*TsRatingBatchFunction) (const TsRatingBatch  *batch,
                                           gpointer              data,
                                           GError              **error);

gboolean ts_rating_batch_foreach (TsWorkbook             *workbook,
                                  const TsQueryFilter    *filter,
                                  TsRatingBatchFunction   function,
                                  gpointer                data,
                                  GError                **error);

G_END_DECLS
