/* ts-rating-query.h — ratings and evidence joined with what they belong to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsQueryFilter:
 * @organisations: (nullable) (array zero-terminated=1): codes of the organisations wanted
 * @years: (nullable) (array length=n_years): first calendar years of the financial years wanted
 * @n_years: how many
 * @frameworks: (nullable) (array zero-terminated=1): codes of the frameworks wanted
 * @layers: (nullable) (array zero-terminated=1): names of the layers wanted; only for ratings
 *
 * What is wanted; everything where a list is %NULL or empty.
 */
typedef struct
{
  const char *const *organisations;
  const int *years;
  guint n_years;
  const char *const *frameworks;
  const char *const *layers;
} TsQueryFilter;

/**
 * TsRatingRecord:
 * @level: from 1, or 0 where nothing is rated
 * @rationale: (nullable): the reason
 *
 * A rating with the names of what it belongs to. The texts belong to the query and last until the function returns.
 */
typedef struct
{
  const char *rating;
  const char *assessment;
  const char *organisation;
  const char *organisation_code;
  int year;
  const char *framework;
  const char *framework_code;
  const char *node;
  const char *layer;
  const char *assessor;
  int level;
  const char *rationale;
} TsRatingRecord;

/**
 * TsEvidenceRecord:
 * @link: (nullable): the link's id, or %NULL for evidence that is linked to nothing; then @assessment, @framework_code
 *   and @node are %NULL
 *
 * An item of evidence with one of its links. The texts belong to the query and last until the function returns.
 */
typedef struct
{
  const char *evidence;
  const char *organisation_code;
  const char *title;
  const char *kind;
  const char *content;
  const char *file_name;
  const char *media_type;
  gint64 size;
  const char *address;
  const char *received;
  const char *period_from;
  const char *period_to;
  const char *link;
  const char *assessment;
  int year;
  const char *framework_code;
  const char *node;
  const char *place;
  const char *organisation;
} TsEvidenceRecord;

typedef gboolean (*TsRatingFunction) (const TsRatingRecord *record,
                                      gpointer              data);
typedef gboolean (*TsEvidenceFunction) (const TsEvidenceRecord *record,
                                        gpointer                data);

gboolean ts_workbook_foreach_rating (TsWorkbook           *self,
                                     const TsQueryFilter  *filter,
                                     TsRatingFunction      function,
                                     gpointer              data,
                                     GError              **error);
gboolean ts_workbook_foreach_evidence (TsWorkbook           *self,
                                       const TsQueryFilter  *filter,
                                       TsEvidenceFunction    function,
                                       gpointer              data,
                                       GError              **error);

G_END_DECLS
