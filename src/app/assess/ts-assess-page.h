/* ts-assess-page.h — a page of the workspace Assess
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/ts-assessment-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsAssessPage:
 *
 * A page that a place in the sidebar leads to. The view makes it when it is first shown, and hands it each assessment that is chosen. The view
 * finds pages in one table: see ts-assess-view.c.
 */
#define TS_TYPE_ASSESS_PAGE (ts_assess_page_get_type ())

G_DECLARE_INTERFACE (TsAssessPage, ts_assess_page, TS, ASSESS_PAGE, GtkWidget)

/**
 * TsAssessPageInterface:
 * @set_model: the assessment to show; (nullable) where there is none
 * @show: (nullable): leads to one thing on the page, named by what follows the page's own name in a place: "5b" of "history/5b"; "" for nothing
 *   in particular. What is not there, or not there any more, is passed over. The assessment may not be loaded yet.
 * @flush: (nullable): hands to the session what has been typed and is not yet kept
 */
struct _TsAssessPageInterface
{
  GTypeInterface parent_interface;

  void (*set_model) (TsAssessPage      *self,
                     TsAssessmentModel *model);
  void (*show) (TsAssessPage *self,
                const char   *detail);
  void (*flush) (TsAssessPage *self);
};

void ts_assess_page_set_model (TsAssessPage      *self,
                               TsAssessmentModel *model);
void ts_assess_page_show (TsAssessPage *self,
                          const char   *detail);
void ts_assess_page_flush (TsAssessPage *self);

G_END_DECLS
