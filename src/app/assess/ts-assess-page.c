/* ts-assess-page.c — a page of the workspace Assess
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-assess-page.h"

G_DEFINE_INTERFACE (TsAssessPage, ts_assess_page, GTK_TYPE_WIDGET)

static void
ts_assess_page_default_init (TsAssessPageInterface *iface)
{
}

/**
 * ts_assess_page_set_model:
 * @self: a page
 * @model: (nullable): the assessment that it shall show
 */
void
ts_assess_page_set_model (TsAssessPage      *self,
                          TsAssessmentModel *model)
{
  g_return_if_fail (TS_IS_ASSESS_PAGE (self));
  g_return_if_fail (model == NULL || TS_IS_ASSESSMENT_MODEL (model));

  TS_ASSESS_PAGE_GET_IFACE (self)->set_model (self, model);
}

/**
 * ts_assess_page_show:
 * @self: a page
 * @detail: what to lead to on the page, from anywhere; "" for nothing in particular
 */
void
ts_assess_page_show (TsAssessPage *self,
                     const char   *detail)
{
  g_return_if_fail (TS_IS_ASSESS_PAGE (self));
  g_return_if_fail (detail != NULL);

  if (TS_ASSESS_PAGE_GET_IFACE (self)->show != NULL)
    TS_ASSESS_PAGE_GET_IFACE (self)->show (self, detail);
}

/**
 * ts_assess_page_flush:
 * @self: a page
 *
 * Hands to the session what has been typed and is not yet kept, as before the workbook closes.
 */
void
ts_assess_page_flush (TsAssessPage *self)
{
  g_return_if_fail (TS_IS_ASSESS_PAGE (self));

  if (TS_ASSESS_PAGE_GET_IFACE (self)->flush != NULL)
    TS_ASSESS_PAGE_GET_IFACE (self)->flush (self);
}
