/* ts-review-page.h — one page of a review
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/assess/ts-errand.h"
#include "model/ts-review-model.h"
#include "model/ts-session-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TS_TYPE_REVIEW_PAGE (ts_review_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (TsReviewPage, ts_review_page, TS, REVIEW_PAGE, AdwBin)

/**
 * TsReviewPageClass:
 * @update: shows what the model has. A page that needs a review is only asked while there is one that the person may look at
 * @flush: hands on what is being written
 * @forget: drops what is shown and being written, since another person has taken over or the workbook is closed
 */
struct _TsReviewPageClass
{
  AdwBinClass parent_class;

  void (*update) (TsReviewPage *self);
  void (*flush) (TsReviewPage *self);
  void (*forget) (TsReviewPage *self);
};

void ts_review_page_update (TsReviewPage  *self,
                            TsReviewModel *model);
void ts_review_page_flush (TsReviewPage *self);
void ts_review_page_forget (TsReviewPage *self);

/* For pages. */
TsReviewModel *ts_review_page_get_model (TsReviewPage *self);
TsSession *ts_review_page_get_session (TsReviewPage *self);
const TsRoundSnapshot *ts_review_page_get_round (TsReviewPage *self);
const TsReviewSnapshot *ts_review_page_get_review (TsReviewPage *self);
const char *ts_review_page_get_assessment_id (TsReviewPage *self);
gboolean ts_review_page_get_editable (TsReviewPage *self,
                                      TsLayer       layer);
TsErrand *ts_review_page_new_errand (TsReviewPage *self,
                                     const char   *heading);
GtkBox *ts_review_page_add_column (TsReviewPage *self,
                                   const char   *title);

/* Parts that pages are made of. */
void ts_review_clear (GtkWidget *box);
void ts_review_name (GtkWidget  *widget,
                     const char *name);
GtkWidget *ts_review_add_group (GtkBox     *box,
                                const char *title,
                                const char *description);
GtkWidget *ts_review_add_row (GtkWidget  *group,
                              const char *title,
                              const char *subtitle);
GtkWidget *ts_review_add_button (GtkWidget  *row,
                                 const char *icon_name,
                                 const char *label,
                                 const char *name,
                                 const char *action,
                                 const char *target);

G_END_DECLS
