/* ts-organisation-edit.h — the changes to an organisation's life
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "core/ts-organisation-index.h"

G_BEGIN_DECLS

/**
 * TsOrganisationEditKind:
 * @TS_ORGANISATION_EDIT_ADD: adds an organisation with the code, the kind, the text as its name, and perhaps the day from which it is open
 * @TS_ORGANISATION_EDIT_KIND: gives it the kind
 * @TS_ORGANISATION_EDIT_DATES: says from which day to which it is open
 * @TS_ORGANISATION_EDIT_RENAME: gives it the text as its name from a day on; the name before ends on the day before
 * @TS_ORGANISATION_EDIT_CORRECT_NAME: corrects one of its names and its days, without history
 * @TS_ORGANISATION_EDIT_REMOVE_NAME: removes one of its names
 * @TS_ORGANISATION_EDIT_MOVE: puts it under the other organisation from a day on; the one before ends on the day before
 * @TS_ORGANISATION_EDIT_CORRECT_PARENT: corrects under what it was, and when; a last day ends it
 * @TS_ORGANISATION_EDIT_REMOVE_PARENT: says that it never was under that one
 * @TS_ORGANISATION_EDIT_ADD_SUCCESSOR: says that the other organisation follows it
 * @TS_ORGANISATION_EDIT_REMOVE_SUCCESSOR: says that the other organisation does not follow it
 * @TS_ORGANISATION_EDIT_POPULATION: says how many people it serves in a year; a negative number says that this is not known
 * @TS_ORGANISATION_EDIT_DELETE: deletes the organisation, where nothing speaks of it
 */
typedef enum
{
  TS_ORGANISATION_EDIT_ADD,
  TS_ORGANISATION_EDIT_KIND,
  TS_ORGANISATION_EDIT_DATES,
  TS_ORGANISATION_EDIT_RENAME,
  TS_ORGANISATION_EDIT_CORRECT_NAME,
  TS_ORGANISATION_EDIT_REMOVE_NAME,
  TS_ORGANISATION_EDIT_MOVE,
  TS_ORGANISATION_EDIT_CORRECT_PARENT,
  TS_ORGANISATION_EDIT_REMOVE_PARENT,
  TS_ORGANISATION_EDIT_ADD_SUCCESSOR,
  TS_ORGANISATION_EDIT_REMOVE_SUCCESSOR,
  TS_ORGANISATION_EDIT_POPULATION,
  TS_ORGANISATION_EDIT_DELETE,
} TsOrganisationEditKind;

/**
 * TsOrganisationEdit:
 * @kind: what to do
 * @organisation_id: the organisation, except to add one
 * @row_id: the name's or the parent's row that is corrected or removed
 * @other_id: the parent or the successor
 * @code: a new organisation's code
 * @organisation_kind: its kind
 * @text: a name
 * @from: (nullable): the first day, or the day on which it opens; %NULL or "" where it is not known
 * @to: (nullable): the last day
 * @year: the calendar year in which the financial year of the population begins
 * @number: the population, or a negative number for none
 *
 * What somebody wants to be changed. Fields that an edit has no use for are passed over.
 */
typedef struct
{
  TsOrganisationEditKind kind;
  const char *organisation_id;
  const char *row_id;
  const char *other_id;
  const char *code;
  const char *organisation_kind;
  const char *text;
  const char *from;
  const char *to;
  int year;
  gint64 number;
} TsOrganisationEdit;

/* The most people that an organisation can serve: more than there will ever be. */
#define TS_POPULATION_MOST G_GINT64_CONSTANT (100000000000)

TsChange *ts_change_edit_organisation (const TsOrganisationIndex *index,
                                       const TsOrganisationEdit  *edit,
                                       const char                *fresh_id,
                                       GError                   **error);

G_END_DECLS
