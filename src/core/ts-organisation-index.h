/* ts-organisation-index.h — organisations with all that is known of their lives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-row.h"

G_BEGIN_DECLS

/**
 * TsOrganisationLife:
 * @organisation: its row
 * @names: (element-type TsRow): its names, the earliest first
 * @parents: (element-type TsRow): what it belonged to, the earliest first
 * @children: (element-type TsRow): the same rows of those that belonged to it
 * @successors: (element-type TsRow): by what it was followed
 * @predecessors: (element-type TsRow): the same rows of those that it follows
 * @populations: (element-type TsRow): how many people it serves, the earliest year first
 * @assessments: (element-type TsRow): its assessments, the latest year first
 * @n_evidence: how many items of evidence it has, of those that were handed in
 * @n_outcomes: how many outcomes it has, of those that were handed in
 *
 * One organisation with what belongs to it. No first day sorts before every day.
 */
typedef struct
{
  TsRow *organisation;
  GPtrArray *names;
  GPtrArray *parents;
  GPtrArray *children;
  GPtrArray *successors;
  GPtrArray *predecessors;
  GPtrArray *populations;
  GPtrArray *assessments;
  guint n_evidence;
  guint n_outcomes;
} TsOrganisationLife;

/**
 * TsOrganisationIndex:
 *
 * All organisations of a workbook at one moment, by row id and by code. Immutable, and atomically reference counted.
 */
typedef struct _TsOrganisationIndex TsOrganisationIndex;

TsOrganisationIndex *ts_organisation_index_new (GPtrArray *rows);
TsOrganisationIndex *ts_organisation_index_ref (TsOrganisationIndex *self);
void ts_organisation_index_unref (TsOrganisationIndex *self);

guint ts_organisation_index_get_n (const TsOrganisationIndex *self);
const TsOrganisationLife *ts_organisation_index_get (const TsOrganisationIndex *self,
                                                     guint                      position);
const TsOrganisationLife *ts_organisation_index_find (const TsOrganisationIndex *self,
                                                      const char                *id);
const TsOrganisationLife *ts_organisation_index_find_code (const TsOrganisationIndex *self,
                                                           const char                *code);
const char *ts_organisation_index_get_name (const TsOrganisationIndex *self,
                                            const char                *id,
                                            const char                *day);

const TsRow *ts_organisation_life_get_parent (const TsOrganisationLife *self,
                                              const char               *day);
gboolean ts_organisation_life_is_open (const TsOrganisationLife *self,
                                       const char               *day);
gboolean ts_days_overlap (const char *first_from,
                          const char *first_to,
                          const char *second_from,
                          const char *second_to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsOrganisationIndex, ts_organisation_index_unref)

G_END_DECLS
