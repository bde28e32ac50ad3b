/* ts-compare-check.c — whether a workbook has what was named to be compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ctl/ts-compare-check.h"

static gboolean
check_codes (TsWorkbook *workbook,
             const char *const *codes,
             GError **error)
{
  const TsQueryFilter filter = { .organisations = codes };

  return ts_export_check_filter (workbook, &filter, error);
}

/**
 * ts_compare_check:
 * @workbook: a workbook
 * @filter: what is compared
 * @view: how
 * @error: where to put %TS_EXCHANGE_ERROR_UNKNOWN, or an error of the store
 *
 * What names nobody would let nobody through, or point nobody out, without a word.
 *
 * Returns: whether the workbook has all organisations that are named, beside those that the filter lists
 */
gboolean
ts_compare_check (TsWorkbook             *workbook,
                  const TsCompareFilter  *filter,
                  const TsCompareView    *view,
                  GError                **error)
{
  const char *const named[] = { filter->peers_of != NULL ? filter->peers_of : view->organisation,
                                filter->peers_of != NULL ? view->organisation : NULL, NULL };

  return check_codes (workbook, (const char *const *) filter->parents, error) &&
         check_codes (workbook, (const char *const *) filter->highlighted, error) && check_codes (workbook, named, error);
}
