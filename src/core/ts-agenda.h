/* ts-agenda.h — what a panel speaks about first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"
#include "core/ts-row.h"

G_BEGIN_DECLS

/**
 * TsAgendaItem:
 * @node: the criterion
 * @scores: (element-type TsRow): the scores that count, with a level, the lowest first
 * @lowest: the lowest level, 0 for none
 * @highest: the highest level, 0 for none
 * @median: their median, which may lie between two levels; 0 for none
 * @deviation: how far the scores are from the median, on average
 * @self: the board's own level, 0 for none
 * @desk: the analyst's, 0 for none
 * @panel: (nullable): what the panel has agreed
 * @n_dissents: how many members did not agree
 * @n_enquiries: how many lines of enquiry there are
 * @n_answered: how many of them have been answered
 *
 * A criterion on the panel's agenda.
 */
typedef struct
{
  const TsNode *node;
  GPtrArray *scores;
  int lowest;
  int highest;
  double median;
  double deviation;
  int self;
  int desk;
  TsRow *panel;
  guint n_dissents;
  guint n_enquiries;
  guint n_answered;
} TsAgendaItem;

/**
 * TsAgendaMaterial:
 * @framework: the assessment's framework
 * @ratings: (element-type TsRow): its ratings; of reviewers', those that count, see [func@ts_sight_counts]
 * @dissents: (nullable) (element-type TsRow): who did not agree
 * @enquiries: (nullable) (element-type TsRow): lines of enquiry
 */
typedef struct
{
  const TsFramework *framework;
  GPtrArray *ratings;
  GPtrArray *dissents;
  GPtrArray *enquiries;
} TsAgendaMaterial;

GPtrArray *ts_agenda_new (const TsAgendaMaterial *material);
void ts_agenda_item_free (TsAgendaItem *self);

int ts_agenda_item_get_spread (const TsAgendaItem *self);
double ts_median (const int *levels,
                  guint      n_levels);
int ts_median_get_start (double median);
gboolean ts_median_needs_reason (double median,
                                 int    level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsAgendaItem, ts_agenda_item_free)

G_END_DECLS
