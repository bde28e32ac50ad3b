/* ts-review-page.c — one page of a review
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-review-page.h"

#include "core/ts-stage.h"

typedef struct
{
  TsReviewModel *model;
} TsReviewPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TsReviewPage, ts_review_page, ADW_TYPE_BIN)

static TsReviewPagePrivate *
get_private (TsReviewPage *self)
{
  return ts_review_page_get_instance_private (self);
}

static void
ts_review_page_dispose (GObject *object)
{
  g_clear_object (&get_private (TS_REVIEW_PAGE (object))->model);

  G_OBJECT_CLASS (ts_review_page_parent_class)->dispose (object);
}

static void
ts_review_page_class_init (TsReviewPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ts_review_page_dispose;
}

static void
ts_review_page_init (TsReviewPage *self)
{
}

/**
 * ts_review_page_update:
 * @self: a page
 * @model: what it shows
 */
void
ts_review_page_update (TsReviewPage  *self,
                       TsReviewModel *model)
{
  g_return_if_fail (TS_IS_REVIEW_PAGE (self) && TS_IS_REVIEW_MODEL (model));

  g_set_object (&get_private (self)->model, model);
  TS_REVIEW_PAGE_GET_CLASS (self)->update (self);
}

void
ts_review_page_flush (TsReviewPage *self)
{
  g_return_if_fail (TS_IS_REVIEW_PAGE (self));

  if (TS_REVIEW_PAGE_GET_CLASS (self)->flush != NULL && get_private (self)->model != NULL)
    TS_REVIEW_PAGE_GET_CLASS (self)->flush (self);
}

void
ts_review_page_forget (TsReviewPage *self)
{
  g_return_if_fail (TS_IS_REVIEW_PAGE (self));

  if (TS_REVIEW_PAGE_GET_CLASS (self)->forget != NULL)
    TS_REVIEW_PAGE_GET_CLASS (self)->forget (self);
}

TsReviewModel *
ts_review_page_get_model (TsReviewPage *self)
{
  g_return_val_if_fail (TS_IS_REVIEW_PAGE (self), NULL);

  return get_private (self)->model;
}

TsSession *
ts_review_page_get_session (TsReviewPage *self)
{
  return ts_review_model_get_session (ts_review_page_get_model (self));
}

const TsRoundSnapshot *
ts_review_page_get_round (TsReviewPage *self)
{
  return ts_review_model_get_round (ts_review_page_get_model (self));
}

const TsReviewSnapshot *
ts_review_page_get_review (TsReviewPage *self)
{
  return ts_review_model_get_review (ts_review_page_get_model (self));
}

const char *
ts_review_page_get_assessment_id (TsReviewPage *self)
{
  return ts_review_model_get_assessment_id (ts_review_page_get_model (self));
}

/**
 * ts_review_page_get_editable:
 * @self: a page
 * @layer: a layer
 *
 * Returns: whether the workbook and the stage of the review's assessment let somebody change that layer
 */
gboolean
ts_review_page_get_editable (TsReviewPage *self,
                             TsLayer       layer)
{
  const TsReviewSnapshot *review = ts_review_page_get_review (self);
  TsStage stage;

  return review != NULL && !ts_review_model_get_read_only (ts_review_page_get_model (self)) &&
         ts_stage_from_name (ts_row_get_text (review->assessment, TS_ASSESSMENT_STAGE), &stage) && !ts_stage_locks_layer (stage, layer);
}

/**
 * ts_review_page_new_errand:
 * @self: a page
 * @heading: what to say if it fails; translated, and not copied
 *
 * Returns: (transfer full): what goes with a request, for ts_errand_changed()
 */
TsErrand *
ts_review_page_new_errand (TsReviewPage *self,
                           const char   *heading)
{
  return ts_errand_new (GTK_WIDGET (self), ts_review_page_get_session (self), heading);
}

/**
 * ts_review_page_add_column:
 * @self: a page without a child
 * @title: its title
 *
 * Returns: (transfer none): a box in the middle of the page, which scrolls
 */
GtkBox *
ts_review_page_add_column (TsReviewPage *self,
                           const char   *title)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *heading = gtk_label_new (title);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  gtk_widget_add_css_class (column, "review-column");
  gtk_widget_add_css_class (heading, "title-1");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_box_append (GTK_BOX (column), heading);
  gtk_box_append (GTK_BOX (column), box);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);

  return GTK_BOX (box);
}

/* --- Parts -------------------------------------------------------------------------------------------------------- */

void
ts_review_clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/**
 * ts_review_name:
 * @widget: a control
 * @name: what a screen reader says of it, in the place of its label
 */
void
ts_review_name (GtkWidget  *widget,
                const char *name)
{
  /* A button is said to be labelled by its label, which would go before its name. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * ts_review_add_group:
 * @box: where to
 * @title: plain text
 * @description: (nullable): plain text
 *
 * Returns: (transfer none): an #AdwPreferencesGroup
 */
GtkWidget *
ts_review_add_group (GtkBox     *box,
                     const char *title,
                     const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *description_markup = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title_markup);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description_markup);
  gtk_box_append (box, group);

  return group;
}

/**
 * ts_review_add_row:
 * @group: an #AdwPreferencesGroup
 * @title: plain text
 * @subtitle: (nullable): plain text
 *
 * Returns: (transfer none): an #AdwActionRow
 */
GtkWidget *
ts_review_add_row (GtkWidget  *group,
                   const char *title,
                   const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  /* What people write may hold any character. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return row;
}

/**
 * ts_review_add_button:
 * @row: an #AdwActionRow, or an #AdwPreferencesGroup whose header gets it
 * @icon_name: (nullable): an icon
 * @label: (nullable): a label without access key, where there is no icon
 * @name: what a screen reader says of it, with what it acts on
 * @action: an action
 * @target: (nullable): the action's target
 *
 * Returns: (transfer none): a button at the end
 */
GtkWidget *
ts_review_add_button (GtkWidget  *row,
                      const char *icon_name,
                      const char *label,
                      const char *name,
                      const char *action,
                      const char *target)
{
  GtkWidget *button = icon_name != NULL ? gtk_button_new_from_icon_name (icon_name) : gtk_button_new_with_label (label);

  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  ts_review_name (button, name);

  if (icon_name != NULL)
    {
      gtk_widget_set_tooltip_text (button, name);
      gtk_widget_add_css_class (button, "flat");
    }

  if (ADW_IS_ACTION_ROW (row))
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  else
    {
      GtkWidget *box = adw_preferences_group_get_header_suffix (ADW_PREFERENCES_GROUP (row));

      if (box == NULL)
        {
          box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
          adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (row), box);
        }

      gtk_box_append (GTK_BOX (box), button);
    }

  return button;
}
