/* ts-compare-scope.h — what there is to compare
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-compare-filter.h"

G_BEGIN_DECLS

/**
 * TsScopeYear:
 * @year: the calendar year in which the financial year begins
 * @layers: a bit for each layer that says something in that year: 1 << %TS_LAYER_SELF …
 */
typedef struct
{
  int year;
  guint layers;
} TsScopeYear;

/**
 * TsScopeName:
 *
 * Something that can be chosen, with its name.
 */
typedef struct
{
  char *code;
  char *name;
} TsScopeName;

/**
 * TsCompareScope:
 * @years: (element-type TsScopeYear): years that have assessments, rising
 * @frameworks: (element-type TsScopeName): frameworks that assessments use, by code
 * @parents: (element-type TsScopeName): what assessed organisations belong or belonged to, by name
 * @kinds: (element-type utf8): kinds of assessed organisations, sorted
 * @n_organisations: how many organisations have an assessment
 *
 * What a workbook has to compare, for choosing. Filled by whoever made it and not changed once it has been handed on; atomically reference
 * counted.
 */
typedef struct
{
  gatomicrefcount n_references;
  GArray *years;
  GPtrArray *frameworks;
  GPtrArray *parents;
  GPtrArray *kinds;
  guint n_organisations;
} TsCompareScope;

TsCompareScope *ts_compare_scope_new (void);
TsCompareScope *ts_compare_scope_ref (TsCompareScope *self);
void ts_compare_scope_unref (TsCompareScope *self);
void ts_compare_scope_add_name (GPtrArray  *names,
                                const char *code,
                                const char *name);
void ts_compare_scope_set_defaults (const TsCompareScope *self,
                                    TsCompareFilter      *filter,
                                    gboolean              keep_layer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsCompareScope, ts_compare_scope_unref)

G_END_DECLS
