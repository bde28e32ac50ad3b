/* ts-consensus-labels.h
 *
 * Where the names beside the dots of a consensus strip stand.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsConsensusLabel:
 * @x: the middle of the dot
 * @radius: half of its width
 * @row: in which row it stands; labels of other rows are never in its way
 * @names: what it may say, the best first: a name, then what is shorter; %NULL where there is no such
 * @widths: how wide each of @names is
 * @chosen: (out): which of @names it says, -1 for none
 * @left: (out): where that begins
 * @width: (out): the room that it has; less than it wants where it must be shortened
 */
typedef struct
{
  double x;
  double radius;
  guint row;
  const char *names[2];
  double widths[2];
  int chosen;
  double left;
  double width;
} TsConsensusLabel;

/**
 * TsConsensusRoom:
 * @left: where the room begins
 * @right: where it ends
 * @reach: how far from its dot a label may go, so that nobody takes it for that of the next level
 * @gap: what stays free between a label and what is beside it
 * @least: the least width that a shortened label is worth
 * @has_barrier: whether there is a line that no label may cross
 * @barrier: where it is
 * @n_barrier_rows: the line goes through as many rows, from the first
 */
typedef struct
{
  double left;
  double right;
  double reach;
  double gap;
  double least;
  gboolean has_barrier;
  double barrier;
  guint n_barrier_rows;
} TsConsensusRoom;

gboolean ts_consensus_labels_place (TsConsensusLabel      *labels,
                                    guint                  n_labels,
                                    const TsConsensusRoom *room);

G_END_DECLS
