/* ts-organisation-draft.h — what a file says of one organisation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-problem-list.h"

G_BEGIN_DECLS

/**
 * TsOrganisationSpan:
 * @text: a name, or the code of a parent
 * @from: (nullable): the first day on which it holds; %NULL where that is not known
 * @to: (nullable): the last day
 *
 * What holds for some days.
 */
typedef struct
{
  char *text;
  char *from;
  char *to;
} TsOrganisationSpan;

typedef struct
{
  int year;
  gint64 number;
} TsOrganisationHeadcount;

/**
 * TsOrganisationDraft:
 * @line: the line of a table, or 0 in a document
 * @position: the position in a document
 * @code: its code
 * @kind: (nullable): its kind
 * @opened: (nullable): the first day, "" where it has none
 * @closed: (nullable): the last day, "" where it has none
 * @name: (nullable): its name, without days
 * @parent: (nullable): the code of its parent, without days; "" where it has none
 * @names: (nullable) (element-type TsOrganisationSpan): all its names
 * @parents: (nullable) (element-type TsOrganisationSpan): all its parents
 * @successors: (nullable): the codes of all its successors
 * @populations: (nullable) (element-type TsOrganisationHeadcount): its population of all years
 *
 * Everything has been checked that can be checked without a look at the workbook. %NULL is what the file does not speak of.
 */
typedef struct
{
  guint64 line;
  guint position;
  char *code;
  char *kind;
  char *opened;
  char *closed;
  char *name;
  char *parent;
  GPtrArray *names;
  GPtrArray *parents;
  char **successors;
  GArray *populations;
} TsOrganisationDraft;

TsOrganisationDraft *ts_organisation_draft_new (void);
void ts_organisation_draft_free (TsOrganisationDraft *self);

TsOrganisationSpan *ts_organisation_span_new (const char *text,
                                              const char *from,
                                              const char *to);
void ts_organisation_span_free (TsOrganisationSpan *self);
int ts_organisation_span_compare (const char *text,
                                  const char *from,
                                  const char *to,
                                  const char *other_text,
                                  const char *other_from,
                                  const char *other_to);
const TsOrganisationSpan *ts_organisation_span_get_latest (GPtrArray *spans);

char **ts_organisation_split_successors (const char *text);
char *ts_organisation_check_successors (char       **successors,
                                        const char  *code);
char *ts_organisation_check_code (const char *code);
char *ts_organisation_check_day (const char *day);

void ts_organisation_draft_refuse (const TsOrganisationDraft *self,
                                   TsProblemList             *problems,
                                   const char                *member,
                                   const char                *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsOrganisationDraft, ts_organisation_draft_free)

G_END_DECLS
