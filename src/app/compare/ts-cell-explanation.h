/* ts-cell-explanation.h — why a cell of a comparison has the level that it has
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-comparison.h"
#include "core/ts-rank-interval.h"

G_BEGIN_DECLS

/**
 * TsCellLine:
 * @title: whose judgement, or which criterion
 * @note: (nullable): where its level comes from
 * @value: the level in a few letters; "–" where there is none
 * @is_chosen: whether it is the layer that is compared
 *
 * One line of an explanation.
 */
typedef struct
{
  char *title;
  char *note;
  char *value;
  gboolean is_chosen;
} TsCellLine;

/**
 * TsCellExplanation:
 * @heading: the organisation and the number of the competency
 * @subtitle: what the competency is called
 * @layers: (element-type TsCellLine): the level by each layer, the most settled first
 * @parts: (element-type TsCellLine): the criteria that it follows from
 * @rules: (nullable): what the other rules would give, in a sentence
 *
 * Everything of it follows from the comparison.
 */
typedef struct
{
  char *heading;
  char *subtitle;
  GPtrArray *layers;
  GPtrArray *parts;
  char *rules;
} TsCellExplanation;

TsCellExplanation *ts_cell_explanation_new (const TsComparison *comparison,
                                            guint               organisation,
                                            guint               year,
                                            TsLayer             layer,
                                            guint               node);
void ts_cell_explanation_free (TsCellExplanation *self);

char *ts_cell_explanation_rank (const TsRankInterval *interval,
                                guint                 n_ranked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsCellExplanation, ts_cell_explanation_free)

G_END_DECLS
