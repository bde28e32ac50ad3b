/* ts-compare-charts-private.h — for the files that make charts of what is compared only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-measure.h"
#include "model/ts-compare-charts.h"

G_BEGIN_DECLS

/* The higher key first. */
typedef struct
{
  double key;
  guint organisation;
} TsSortedOrganisation;

void ts_sorted_organisations_sort (GArray   *sorted,
                                   gboolean  reversed);

guint ts_compare_charts_get_last_year (const TsComparison *comparison);
guint ts_compare_charts_get_section (const TsComparison    *comparison,
                                     const TsCompareFilter *filter);
gboolean ts_compare_charts_is_empty (const TsComparison *comparison);
GArray *ts_compare_charts_list_nodes (const TsComparison    *comparison,
                                      const TsCompareFilter *filter);
char *ts_compare_charts_make_title (const TsComparison *comparison,
                                    const char         *what,
                                    const char         *whose,
                                    gboolean            all_years);
char *ts_compare_charts_add_basis (const char *what,
                                   const char *basis);
char *ts_compare_charts_make_section_title (const TsComparison    *comparison,
                                            const TsCompareFilter *filter,
                                            const char            *whose);
TsChartSubject ts_compare_charts_get_subject (const TsComparison    *comparison,
                                              const TsCompareFilter *filter,
                                              guint                  organisation,
                                              guint                  year);
TsChartLevels *ts_compare_charts_make_levels (const TsScale *scale);
const char **ts_compare_charts_list_level_names (const TsScale *scale);
const char *ts_compare_charts_get_node_code (const TsNode *node);
gboolean ts_compare_charts_find_organisation (const TsComparison   *comparison,
                                              const char           *code,
                                              guint                *organisation,
                                              GError              **error);
GPtrArray *ts_compare_charts_group_by_region (const TsComparison *comparison,
                                              guint               year);

/**
 * TsRegionGroup:
 * @name: (nullable): what they belong to; %NULL for those that belong to nothing
 * @organisations: (element-type guint): their positions
 *
 * Organisations that belong together.
 */
typedef struct
{
  const char *code;
  const char *name;
  GArray *organisations;
} TsRegionGroup;

G_END_DECLS
