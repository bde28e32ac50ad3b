/* ts-consensus-labels.c
 *
 * Finds a place for the name of every dot of a consensus strip: beside it, at its end or at its start, where neither another
 * dot, another name nor the line of the median is in the way. All dots say the same kind of thing: either everybody's name
 * fits, or everybody who has a role is called by it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-consensus-labels.h"

#define NONE -1

/* What is free at the start and at the end of a dot. */
static void
find_room (const TsConsensusLabel *labels,
           guint                   n_labels,
           guint                   label,
           const TsConsensusRoom  *room,
           double                 *before,
           double                 *after)
{
  const TsConsensusLabel *self = &labels[label];
  double left = MAX (room->left, self->x - room->reach);
  double right = MIN (room->right, self->x + room->reach);

  for (guint i = 0; i < n_labels; i++)
    {
      const TsConsensusLabel *other = &labels[i];
      double start = other->x - other->radius, end = other->x + other->radius;

      if (i == label || other->row != self->row)
        continue;
      if (other->chosen != NONE)
        {
          start = MIN (start, other->left);
          end = MAX (end, other->left + other->width);
        }
      if (other->x < self->x)
        left = MAX (left, end + room->gap);
      else
        right = MIN (right, start - room->gap);
    }

  /* Where the line goes through the dot itself, it is in nobody's way. */
  if (room->has_barrier && self->row < room->n_barrier_rows)
    {
      if (room->barrier < self->x - self->radius)
        left = MAX (left, room->barrier + room->gap);
      else if (room->barrier > self->x + self->radius)
        right = MIN (right, room->barrier - room->gap);
    }

  *before = self->x - self->radius - room->gap - left;
  *after = right - self->x - self->radius - room->gap;
}

static void
put (TsConsensusLabel      *self,
     const TsConsensusRoom *room,
     int                    chosen,
     gboolean               is_after,
     double                 width)
{
  self->chosen = chosen;
  self->width = width;
  self->left = is_after ? self->x + self->radius + room->gap : self->x - self->radius - room->gap - width;
}

/* Returns whether it could be said in full. */
static gboolean
place (TsConsensusLabel      *labels,
       guint                  n_labels,
       guint                  label,
       const TsConsensusRoom *room,
       guint                  kind)
{
  TsConsensusLabel *self = &labels[label];
  int wanted = self->names[kind] != NULL ? (int) kind : 0;
  double before, after;

  if (self->names[wanted] == NULL)
    return TRUE;

  find_room (labels, n_labels, label, room, &before, &after);
  if (self->widths[wanted] <= after)
    put (self, room, wanted, TRUE, self->widths[wanted]);
  else if (self->widths[wanted] <= before)
    put (self, room, wanted, FALSE, self->widths[wanted]);
  else
    {
      if (MAX (before, after) >= room->least)
        put (self, room, wanted, after >= before, MAX (before, after));

      return FALSE;
    }

  return TRUE;
}

/* Whether the line stands between the dot and the next level: then its label goes first, as there is one side left for it. */
static gboolean
is_confined (const TsConsensusLabel *self,
             const TsConsensusRoom  *room)
{
  return room->has_barrier && self->row < room->n_barrier_rows && room->barrier > self->x + self->radius &&
         room->barrier < self->x + room->reach;
}

/* The names of one level in one row each, all at the side that the first has: so that they stand in line. */
static gboolean
place_level (TsConsensusLabel      *labels,
             guint                  n_labels,
             guint                  first,
             const TsConsensusRoom *room,
             guint                  kind)
{
  gboolean fits = TRUE;

  for (guint side = 0; side < 2; side++)
    {
      gboolean has_room = TRUE;

      for (guint i = first; i < n_labels; i++)
        {
          const TsConsensusLabel *self = &labels[i];
          int wanted = self->names[kind] != NULL ? (int) kind : 0;
          double before, after;

          if (self->x != labels[first].x || self->names[wanted] == NULL)
            continue;
          find_room (labels, n_labels, i, room, &before, &after);
          has_room &= self->widths[wanted] <= (side == 0 ? after : before);
        }
      if (!has_room)
        continue;
      for (guint i = first; i < n_labels; i++)
        {
          TsConsensusLabel *self = &labels[i];
          int wanted = self->names[kind] != NULL ? (int) kind : 0;

          if (self->x == labels[first].x && self->names[wanted] != NULL)
            put (self, room, wanted, side == 0, self->widths[wanted]);
        }

      return TRUE;
    }

  for (guint i = first; i < n_labels; i++)
    if (labels[i].x == labels[first].x)
      fits &= place (labels, n_labels, i, room, kind);

  return fits;
}

/* Whether a label before this one is of the same level. */
static gboolean
is_placed (const TsConsensusLabel *labels,
           guint                   label)
{
  for (guint i = 0; i < label; i++)
    if (labels[i].x == labels[label].x)
      return TRUE;

  return FALSE;
}

static gboolean
place_all (TsConsensusLabel      *labels,
           guint                  n_labels,
           const TsConsensusRoom *room,
           guint                  kind)
{
  gboolean fits = TRUE;

  for (guint i = 0; i < n_labels; i++)
    labels[i].chosen = NONE;
  for (guint confined = 0; confined < 2; confined++)
    for (guint i = 0; i < n_labels; i++)
      if (is_confined (&labels[i], room) == (confined == 0) && !is_placed (labels, i))
        fits &= place_level (labels, n_labels, i, room, kind);

  return fits;
}

/**
 * ts_consensus_labels_place:
 * @labels: (array length=n_labels): the dots, in the order in which they are placed
 * @n_labels: how many
 * @room: where they stand
 *
 * Says of each what it is called and where. Somebody without a role keeps the name; what does not fit at all is shortened, and left out where there
 * is no room for anything.
 *
 * Returns: whether every dot that has a name says something
 */
gboolean
ts_consensus_labels_place (TsConsensusLabel      *labels,
                           guint                  n_labels,
                           const TsConsensusRoom *room)
{
  g_return_val_if_fail (labels != NULL || n_labels == 0, FALSE);
  g_return_val_if_fail (room != NULL, FALSE);

  if (!place_all (labels, n_labels, room, 0))
    place_all (labels, n_labels, room, 1);

  for (guint i = 0; i < n_labels; i++)
    if (labels[i].chosen == NONE && labels[i].names[0] != NULL)
      return FALSE;

  return TRUE;
}
