/* ts-search.h — finding words in a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-text-match.h"
#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsSearchRecord:
 * @entity: what kind of row was found: an organisation, a name of one, a rating, evidence, a link of evidence, or an outcome
 * @row_id: which
 * @about: (nullable): the assessment or organisation that the row is about; see ts_row_get_about()
 * @node: (nullable): the criterion or group that the row speaks of
 * @title: a title, or empty
 * @name: a file name, a code, a unit, a place in a file, or empty
 * @body: a long text, or empty
 *
 * A row that was found, with its texts. They belong to the query and last until the function returns.
 */
typedef struct
{
  TsEntity entity;
  const char *row_id;
  const char *about;
  const char *node;
  const char *title;
  const char *name;
  const char *body;
} TsSearchRecord;

typedef gboolean (*TsSearchFunction) (const TsSearchRecord *record,
                                      gpointer              data);

gboolean ts_workbook_search (TsWorkbook         *self,
                             const TsTextQuery  *query,
                             const char *const  *about,
                             guint               most,
                             TsSearchFunction    function,
                             gpointer            data,
                             GError            **error);
gboolean ts_workbook_mend_search (TsWorkbook  *self,
                                  GError     **error);

G_END_DECLS
