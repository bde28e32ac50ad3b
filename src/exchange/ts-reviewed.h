/* ts-reviewed.h — the assessments that a table about reviews speaks of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-export.h"
#include "exchange/ts-framework-set.h"

G_BEGIN_DECLS

/**
 * TsReviewed:
 * @assessment: its row
 * @organisation_code: whose it is
 * @framework_code: by which framework
 * @framework: the workbook's copy of that
 * @year: as people write it
 *
 * One assessment with the names of what it belongs to.
 */
typedef struct
{
  TsRow *assessment;
  char *organisation_code;
  char *framework_code;
  TsFramework *framework;
  char *year;
} TsReviewed;

GPtrArray *ts_reviewed_list (TsWorkbook           *workbook,
                             TsFrameworkSet       *frameworks,
                             const TsQueryFilter  *filter,
                             GError              **error);
GHashTable *ts_reviewed_read_names (TsWorkbook  *workbook,
                                    TsEntity     entity,
                                    guint        field,
                                    GError     **error);
GPtrArray *ts_reviewed_read_rows (TsWorkbook        *workbook,
                                  const TsReviewed  *reviewed,
                                  TsEntity           entity,
                                  guint              field,
                                  guint              node_field,
                                  gint64             as_of,
                                  GError           **error);

G_END_DECLS
