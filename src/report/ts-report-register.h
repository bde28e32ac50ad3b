/* ts-report-register.h — the register of interests as a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-conflict.h"
#include "report/ts-report.h"

G_BEGIN_DECLS

/**
 * TsRegisterPerson:
 * @name: somebody's name
 * @seats: (nullable): on which panels, in which roles
 * @interests: (element-type TsRow): what the person has declared
 *
 * Somebody who sits on a panel, or has declared an interest.
 */
typedef struct
{
  char *name;
  char *seats;
  GPtrArray *interests;
} TsRegisterPerson;

/**
 * TsRegisterCase:
 * @person: somebody's name
 * @assessment: whose submission, and of which year
 * @conflict: how the person stands to it; its rows live as long as the facts
 *
 * A conflict of somebody with a submission.
 */
typedef struct
{
  char *person;
  char *assessment;
  TsConflict conflict;
} TsRegisterCase;

/**
 * TsRegisterFacts:
 * @persons: (element-type TsRegisterPerson): by name
 * @cases: (element-type TsRegisterCase): what stands in somebody's way, or would
 * @organisations: (element-type utf8 utf8): organisations' names, by row id
 * @source: (nullable): the name of the workbook
 * @made: (nullable): when the document is made, in ISO 8601
 *
 * What is told of interests. Everything is borrowed.
 */
typedef struct
{
  GPtrArray *persons;
  GPtrArray *cases;
  GHashTable *organisations;
  const char *source;
  const char *made;
} TsRegisterFacts;

void ts_register_person_free (TsRegisterPerson *self);
void ts_register_case_free (TsRegisterCase *self);

TsReport *ts_report_register (const TsRegisterFacts *facts);

G_END_DECLS
