/* ts-family-line.h — what an organisation came from, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-organisation-index.h"

G_BEGIN_DECLS

/**
 * TsFamilyMember:
 * @life: an organisation; it belongs to the index
 * @generation: how many steps after the organisation whose line it is; negative for what came before it
 * @neighbours: (element-type TsOrganisationLife): those one step nearer to that organisation that it was followed by or that it followed
 *
 * One organisation in a family line.
 */
typedef struct
{
  const TsOrganisationLife *life;
  int generation;
  GPtrArray *neighbours;
} TsFamilyMember;

/**
 * TsFamilyLine:
 *
 * The predecessors and successors of one organisation, however far away. Each stands in it once on either side, at the fewest steps, so that
 * even links that lead in a circle make a line that ends. It keeps the index.
 */
typedef struct _TsFamilyLine TsFamilyLine;

TsFamilyLine *ts_family_line_new (TsOrganisationIndex *index,
                                  const char          *organisation_id);
void ts_family_line_free (TsFamilyLine *self);

guint ts_family_line_get_n (const TsFamilyLine *self);
const TsFamilyMember *ts_family_line_get (const TsFamilyLine *self,
                                          guint               position);
void ts_family_line_get_span (const TsFamilyLine *self,
                              int                *first,
                              int                *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsFamilyLine, ts_family_line_free)

G_END_DECLS
