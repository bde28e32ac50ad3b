/* ts-organisation-merge-private.h — for the files of the merge only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "exchange/ts-import.h"
#include "exchange/ts-organisation-draft.h"
#include "exchange/ts-organisation-set.h"

G_BEGIN_DECLS

/* Names and parents are merged by the same functions. */
G_STATIC_ASSERT ((int) TS_ORGANISATION_NAME_NAME == (int) TS_ORGANISATION_PARENT_PARENT);
G_STATIC_ASSERT ((int) TS_ORGANISATION_NAME_VALID_FROM == (int) TS_ORGANISATION_PARENT_VALID_FROM);
G_STATIC_ASSERT ((int) TS_ORGANISATION_NAME_VALID_TO == (int) TS_ORGANISATION_PARENT_VALID_TO);

enum
{
  TS_SPAN_ORGANISATION = TS_ORGANISATION_NAME_ORGANISATION,
  TS_SPAN_VALUE = TS_ORGANISATION_NAME_NAME,
  TS_SPAN_FROM = TS_ORGANISATION_NAME_VALID_FROM,
  TS_SPAN_TO = TS_ORGANISATION_NAME_VALID_TO,
};

/* A draft with what the workbook knows of it. */
typedef struct
{
  const TsOrganisationDraft *draft;
  const TsOrganisationEntry *known; /* NULL for a new organisation */
  TsRow *row;                       /* as it will be */
} TsOrganisationMergeItem;

typedef struct
{
  TsImport *import;
  TsOrganisationSet *organisations;
  GArray *items;
  GHashTable *by_code; /* code → TsOrganisationMergeItem */
  TsChange *change;
} TsOrganisationMerge;

/* Whether what a file without days says of names or parents is among what the workbook knows, so that nothing has to change. */
gboolean ts_organisation_merge_agrees (TsOrganisationMerge *merge,
                                       GPtrArray           *rows,
                                       const TsRow         *latest,
                                       const char          *text);

/* The row id of the organisation with that code, which is in the file or in the workbook. */
const char *ts_organisation_merge_get_id (TsOrganisationMerge *merge,
                                          const char          *code);

/* Everything that can be wrong before anything is changed. */
void ts_organisation_merge_check (TsOrganisationMerge *merge);

/* Once all is changed: nobody is above itself. */
void ts_organisation_merge_check_circles (TsOrganisationMerge *merge);

/* The rows become exactly the spans: names or parents, each with its days. */
void ts_organisation_merge_spans (TsOrganisationMerge           *merge,
                                  const TsOrganisationMergeItem *item,
                                  TsEntity                       entity,
                                  GPtrArray                     *rows,
                                  GPtrArray                     *spans);

/* A name or a parent without days. */
void ts_organisation_merge_latest (TsOrganisationMerge           *merge,
                                   const TsOrganisationMergeItem *item,
                                   TsEntity                       entity,
                                   GPtrArray                     *rows,
                                   TsRow                         *latest,
                                   const char                    *text);

/* Puts into the change what differs. */
void ts_organisation_merge_rows (TsOrganisationMerge *merge);

static inline const char *
ts_organisation_merge_none_if_empty (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

G_END_DECLS
