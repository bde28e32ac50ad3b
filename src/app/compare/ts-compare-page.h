/* ts-compare-page.h — a page of the workspace Compare
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-comparison-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsComparePage:
 *
 * A page that a place in the sidebar leads to. The view makes it when it is first shown, and updates it only while it is shown. The view finds
 * pages in one table: see ts-compare-workspace.c.
 */
#define TS_TYPE_COMPARE_PAGE (ts_compare_page_get_type ())

G_DECLARE_INTERFACE (TsComparePage, ts_compare_page, TS, COMPARE_PAGE, GtkWidget)

/**
 * TsComparePageInterface:
 * @get_needs: how much has to be read for the page; the filter is %NULL until it has been chosen
 * @update: shows what the model has; its comparison has what the page needs, and at least one organisation. %NULL where the workbook is
 *   closed
 */
struct _TsComparePageInterface
{
  GTypeInterface parent_interface;

  TsCompareNeeds (*get_needs) (TsComparePage         *self,
                               const TsCompareFilter *filter);
  void (*update) (TsComparePage     *self,
                  TsComparisonModel *model);
};

TsCompareNeeds ts_compare_page_get_needs (TsComparePage         *self,
                                          const TsCompareFilter *filter);
void ts_compare_page_update (TsComparePage     *self,
                             TsComparisonModel *model);

G_END_DECLS
