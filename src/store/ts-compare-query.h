/* ts-compare-query.h — the ratings of many organisations, for setting them side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-compare-scope.h"
#include "store/ts-workbook.h"

G_BEGIN_DECLS

/**
 * TsComparedRecord:
 *
 * An organisation that is compared. The texts belong to the query and last until the function returns.
 */
typedef struct
{
  const char *organisation;
  const char *code;
  const char *kind;
} TsComparedRecord;

/**
 * TsComparedAssessmentRecord:
 * @framework: the framework's row id
 */
typedef struct
{
  const char *assessment;
  const char *organisation;
  int year;
  const char *framework;
} TsComparedAssessmentRecord;

/**
 * TsComparedFactKind:
 * @TS_COMPARED_NAME: text is a name, from and to its first and last day
 * @TS_COMPARED_PARENT: text is the row id of what it belongs to
 * @TS_COMPARED_POPULATION: number of people in a year
 * @TS_COMPARED_SUCCESSOR: text is the row id of what follows it
 * @TS_COMPARED_OUTCOME: text is what is measured, number the actual value of a year
 *
 * What is told of organisations beside their levels.
 */
typedef enum
{
  TS_COMPARED_NAME,
  TS_COMPARED_PARENT,
  TS_COMPARED_POPULATION,
  TS_COMPARED_SUCCESSOR,
  TS_COMPARED_OUTCOME,
} TsComparedFactKind;

/**
 * TsComparedFact:
 *
 * Something told of one organisation; what its kind has not is %NULL or 0.
 */
typedef struct
{
  const char *organisation;
  const char *text;
  const char *unit;
  const char *from;
  const char *to;
  int year;
  double number;
} TsComparedFact;

/* Each returns whether to go on. */
typedef gboolean (*TsComparedFunction) (const TsComparedRecord *record,
                                        gpointer                data);
typedef gboolean (*TsComparedAssessmentFunction) (const TsComparedAssessmentRecord *record,
                                                  gpointer                          data);
typedef gboolean (*TsComparedFactFunction) (const TsComparedFact *fact,
                                            gpointer              data);
typedef void (*TsComparedRatingFunction) (const char *node,
                                          TsLayer     layer,
                                          int         level,
                                          gpointer    data);
typedef void (*TsComparedTargetFunction) (const char *node,
                                          int         level,
                                          gpointer    data);

TsCompareScope *ts_workbook_read_compare_scope (TsWorkbook  *self,
                                                GError     **error);
GArray *ts_workbook_read_compared_years (TsWorkbook  *self,
                                         GError     **error);
gboolean ts_workbook_foreach_compared (TsWorkbook             *self,
                                       const TsCompareFilter  *filter,
                                       TsComparedFunction      function,
                                       gpointer                data,
                                       GError                **error);
gboolean ts_workbook_foreach_compared_assessment (TsWorkbook                    *self,
                                                  const TsCompareFilter         *filter,
                                                  TsComparedAssessmentFunction   function,
                                                  gpointer                       data,
                                                  GError                       **error);
gboolean ts_workbook_foreach_compared_rating (TsWorkbook                *self,
                                              const char                *assessment,
                                              guint                      layers,
                                              TsComparedRatingFunction   function,
                                              gpointer                   data,
                                              GError                   **error);
gboolean ts_workbook_foreach_compared_target (TsWorkbook                *self,
                                              const char                *assessment,
                                              int                        year,
                                              TsComparedTargetFunction   function,
                                              gpointer                   data,
                                              GError                   **error);
gboolean ts_workbook_foreach_compared_fact (TsWorkbook              *self,
                                            TsComparedFactKind       kind,
                                            TsComparedFactFunction   function,
                                            gpointer                 data,
                                            GError                 **error);

G_END_DECLS
