/* ts-organisation-set.h — the organisations of a workbook, by code
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsOrganisationEntry:
 * @organisation: its row
 * @name: (nullable): the latest of its names
 * @parent: (nullable): the latest of its parents
 * @names: (element-type TsRow): all its names
 * @parents: (element-type TsRow): all its parents
 * @successors: (element-type TsRow): its successors
 * @populations: (element-type TsRow): how many people it serves
 *
 * One organisation with what belongs to it.
 */
typedef struct
{
  TsRow *organisation;
  TsRow *name;
  TsRow *parent;
  GPtrArray *names;
  GPtrArray *parents;
  GPtrArray *successors;
  GPtrArray *populations;
} TsOrganisationEntry;

/**
 * TsOrganisationSet:
 *
 * All organisations as they are kept, read at once: a few hundred, at most a few thousand. It does not follow later changes.
 */
typedef struct _TsOrganisationSet TsOrganisationSet;

TsOrganisationSet *ts_organisation_set_read (TsWorkbook  *workbook,
                                             GError     **error);
void ts_organisation_set_free (TsOrganisationSet *self);

guint ts_organisation_set_get_n (const TsOrganisationSet *self);
const TsOrganisationEntry *ts_organisation_set_get (const TsOrganisationSet *self,
                                                    guint                    position);
const TsOrganisationEntry *ts_organisation_set_find (const TsOrganisationSet *self,
                                                     const char              *code);
const TsOrganisationEntry *ts_organisation_set_find_by_id (const TsOrganisationSet *self,
                                                           const char              *id);
const char *ts_organisation_set_get_code (const TsOrganisationSet *self,
                                          const char              *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsOrganisationSet, ts_organisation_set_free)

G_END_DECLS
