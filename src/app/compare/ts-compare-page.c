/* ts-compare-page.c — a page of the workspace Compare
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-compare-page.h"

G_DEFINE_INTERFACE (TsComparePage, ts_compare_page, GTK_TYPE_WIDGET)

static void
ts_compare_page_default_init (TsComparePageInterface *iface)
{
}

/**
 * ts_compare_page_get_needs:
 * @self: a page
 * @filter: (nullable): what is compared
 *
 * Returns: how much has to be read for it
 */
TsCompareNeeds
ts_compare_page_get_needs (TsComparePage         *self,
                           const TsCompareFilter *filter)
{
  g_return_val_if_fail (TS_IS_COMPARE_PAGE (self), TS_COMPARE_LAST_YEAR);

  return TS_COMPARE_PAGE_GET_IFACE (self)->get_needs (self, filter);
}

/**
 * ts_compare_page_update:
 * @self: a page
 * @model: (nullable): what to show
 */
void
ts_compare_page_update (TsComparePage     *self,
                        TsComparisonModel *model)
{
  g_return_if_fail (TS_IS_COMPARE_PAGE (self));

  TS_COMPARE_PAGE_GET_IFACE (self)->update (self, model);
}
