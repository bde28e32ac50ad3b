/* ts-criteria-page.h — a page of a review that goes from criterion to criterion
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/review/ts-review-page.h"
#include "app/widgets/ts-level-picker.h"

G_BEGIN_DECLS

#define TS_TYPE_CRITERIA_PAGE (ts_criteria_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (TsCriteriaPage, ts_criteria_page, TS, CRITERIA_PAGE, TsReviewPage)

/**
 * TsCriterionEntry:
 * @node: a criterion, borrowed from the framework
 * @note: (nullable): a few words at its end
 * @done: whether it needs nothing more
 */
typedef struct
{
  const TsNode *node;
  char *note;
  gboolean done;
} TsCriterionEntry;

/**
 * TsCriteriaPageClass:
 * @list: fills the list of criteria; entries are #TsCriterionEntry, made with ts_criteria_page_add()
 * @show: shows a criterion in the page's detail
 * @set_level: somebody chose a level of the criterion that is shown, 0 for none
 * @flush: hands on what is being written
 * @forget: drops it
 *
 * A list of criteria at the start, and one of them beside it; on a narrow window one after the other. Digits choose a level, Ctrl+Page Down and
 * Ctrl+Page Up lead to the next and the previous criterion.
 */
struct _TsCriteriaPageClass
{
  TsReviewPageClass parent_class;

  void (*list) (TsCriteriaPage         *self,
                const TsReviewSnapshot *review,
                GPtrArray              *entries);
  void (*show) (TsCriteriaPage         *self,
                const TsReviewSnapshot *review,
                const TsNode           *node);
  void (*set_level) (TsCriteriaPage *self,
                     const TsNode   *node,
                     int             level);
  void (*flush) (TsCriteriaPage *self);
  void (*forget) (TsCriteriaPage *self);
};

void ts_criteria_page_set_heading (TsCriteriaPage *self,
                                   const char     *heading);
GtkBox *ts_criteria_page_get_detail (TsCriteriaPage *self);
GtkBox *ts_criteria_page_get_top (TsCriteriaPage *self);
void ts_criteria_page_add_control (TsCriteriaPage *self,
                                   GtkWidget      *control);
const char *ts_criteria_page_get_node_id (TsCriteriaPage *self);
const TsNode *ts_criteria_page_get_node (TsCriteriaPage *self);
void ts_criteria_page_choose (TsCriteriaPage *self,
                              const char     *node_id);
gboolean ts_criteria_page_step (TsCriteriaPage *self,
                                int             step);
void ts_criteria_page_add (GPtrArray    *entries,
                           const TsNode *node,
                           char         *note,
                           gboolean      done);

/* Parts of the detail. */
GtkWidget *ts_criteria_page_add_text (GtkBox     *box,
                                      const char *css_class);
void ts_criteria_page_add_words (GtkBox     *box,
                                 const char *css_class,
                                 const char *text);
GtkWidget *ts_criteria_page_add_levels (TsCriteriaPage *self,
                                        GtkBox         *box,
                                        const char     *title);
void ts_criteria_page_show_levels (GtkWidget    *picker,
                                   const TsNode *node,
                                   int           level,
                                   gboolean      editable);
void ts_criteria_page_show_submission (GtkBox                 *box,
                                       const TsReviewSnapshot *review,
                                       const TsNode           *node);

G_END_DECLS
