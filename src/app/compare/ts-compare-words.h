/* ts-compare-words.h — what is compared, in words
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-compare-scope.h"
#include "core/ts-comparison.h"

G_BEGIN_DECLS

char *ts_compare_words_organisations (const TsCompareFilter *filter,
                                      const TsCompareScope  *scope,
                                      const TsComparison    *comparison);
char *ts_compare_words_years (const TsCompareFilter *filter);
char *ts_compare_words_rule (const TsCompareFilter *filter);
char *ts_compare_words_section (const TsSection *section,
                                gboolean         criteria);
const TsSection *ts_compare_words_find_section (const TsCompareFilter *filter,
                                                const TsComparison    *comparison);
guint ts_compare_words_count_missing (const TsComparison    *comparison,
                                      const TsCompareFilter *filter);
char *ts_compare_words_status (guint n_shown,
                               guint n_all,
                               guint n_missing);

G_END_DECLS
