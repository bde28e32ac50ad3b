/* ts-calibration-page.c — the final levels, and how every level came about
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-calibration-page.h"

#include "app/review/ts-note-field.h"
#include "app/review/ts-review-words.h"
#include "core/ts-panel-role.h"

#include <glib/gi18n-lib.h>

struct _TsCalibrationPage
{
  TsCriteriaPage parent_instance;

  int proposed;
  char *proposed_of;

  GtkLabel *summary;
  GtkBox *ledger;
  GtkWidget *picker;
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (TsCalibrationPage, ts_calibration_page, TS_TYPE_CRITERIA_PAGE)

static gboolean
may_adjust (TsCalibrationPage *self)
{
  return ts_review_page_get_editable (TS_REVIEW_PAGE (self), TS_LAYER_FINAL);
}

static void
update_proposal (TsCalibrationPage      *self,
                 const TsReviewSnapshot *review,
                 const TsNode           *node)
{
  int panel = ts_review_snapshot_get_level (review, node->id, TS_LAYER_PANEL);

  ts_criteria_page_show_levels (self->picker, node, self->proposed, may_adjust (self));
  ts_note_field_set_title (TS_NOTE_FIELD (self->reason), self->proposed > 0 && self->proposed != panel ? _("Reason, needed because the level is not the panel’s")
                                                                                                       : _("Reason (optional)"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calibration.adjust", may_adjust (self));
}

static void
set_level (TsCriteriaPage *page,
           const TsNode   *node,
           int             level)
{
  TsCalibrationPage *self = TS_CALIBRATION_PAGE (page);

  if (!may_adjust (self))
    {
      gtk_widget_error_bell (GTK_WIDGET (page));
      return;
    }

  self->proposed = level;
  update_proposal (self, ts_review_page_get_review (TS_REVIEW_PAGE (page)), node);
}

static void
adjust_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TsCalibrationPage *self = TS_CALIBRATION_PAGE (widget);
  TsReviewPage *page = TS_REVIEW_PAGE (widget);
  const TsNode *node = ts_criteria_page_get_node (TS_CRITERIA_PAGE (self));
  g_autofree char *reason = ts_note_field_dup_text (TS_NOTE_FIELD (self->reason));
  g_autofree char *trimmed = g_strstrip (g_strdup (reason));

  if (node == NULL)
    return;

  if (self->proposed > 0 && *trimmed == '\0' &&
      self->proposed != ts_review_snapshot_get_level (ts_review_page_get_review (page), node->id, TS_LAYER_PANEL))
    {
      gtk_widget_grab_focus (self->reason);
      ts_window_show_toast (ts_window_for_widget (widget), _("Say why the level is adjusted."));
      return;
    }

  ts_session_adjust_async (ts_review_page_get_session (page), ts_review_page_get_assessment_id (page), node->id, self->proposed, reason,
                           ts_errand_changed, ts_review_page_new_errand (page, _("The Final Level Was Not Kept")));
  ts_note_field_forget (TS_NOTE_FIELD (self->reason));
}

/* --- The ledger --------------------------------------------------------------------------------------------------- */

static void
add_layer (GtkWidget    *group,
           const TsNode *node,
           const char   *title,
           const TsRow  *rating)
{
  g_autofree char *level = ts_review_words_level (node, rating != NULL ? (int) ts_row_get_integer (rating, TS_RATING_LEVEL) : 0);
  g_autofree char *heading = g_strdup_printf ("%s: %s", title, level);
  g_autoptr (GString) said = g_string_new (NULL);
  static const guint fields[] = { TS_RATING_RATIONALE, TS_RATING_STRENGTHS, TS_RATING_DEVELOPMENT };

  for (guint i = 0; rating != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      if (ts_row_has (rating, fields[i]))
        g_string_append_printf (said, "%s%s", said->len > 0 ? "\n" : "", ts_row_get_text (rating, fields[i]));
    }

  ts_review_add_row (group, heading, said->len > 0 ? said->str : (rating != NULL ? _("No reason is given.") : NULL));
}

static void
show_ledger (TsCalibrationPage      *self,
             const TsReviewSnapshot *review,
             const TsNode           *node)
{
  GtkWidget *group;
  gboolean seen = FALSE;

  ts_review_clear (GTK_WIDGET (self->ledger));
  group = ts_review_add_group (self->ledger, _("How It Came About"), _("The five layers, each with its reasons. The page History has every change to them, day by day."));
  add_layer (group, node, ts_layer_get_title (TS_LAYER_SELF), ts_review_snapshot_find_rating (review, node->id, TS_LAYER_SELF, ""));
  add_layer (group, node, ts_layer_get_title (TS_LAYER_DESK), ts_review_snapshot_find_rating (review, node->id, TS_LAYER_DESK, ""));

  for (guint i = 0; i < review->ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (review->ratings, i);
      const char *assessor = ts_row_get_text (rating, TS_RATING_ASSESSOR);
      const TsReviewMember *member;
      g_autofree char *title = NULL;

      if (g_strcmp0 (ts_row_get_text (rating, TS_RATING_NODE), node->id) != 0 ||
          g_strcmp0 (ts_row_get_text (rating, TS_RATING_LAYER), ts_layer_get_name (TS_LAYER_REVIEWER)) != 0)
        continue;

      member = ts_review_sight_find_member (review->sight, assessor);
      title = member != NULL ? g_strdup_printf ("%s (%s)", assessor, ts_panel_role_get_title (member->role)) : g_strdup (assessor);
      add_layer (group, node, title, rating);
      seen = TRUE;
    }

  if (!seen)
    ts_review_add_row (group, ts_layer_get_title (TS_LAYER_REVIEWER), ts_sight_is_open (&review->sight->sight) ? _("Nobody has scored this.") : _("Closed until everybody has sealed."));

  add_layer (group, node, ts_layer_get_title (TS_LAYER_PANEL), ts_review_snapshot_find_rating (review, node->id, TS_LAYER_PANEL, ""));
  add_layer (group, node, ts_layer_get_title (TS_LAYER_FINAL), ts_review_snapshot_find_rating (review, node->id, TS_LAYER_FINAL, ""));
}

/* --- What is shown ------------------------------------------------------------------------------------------------ */

/* Of what is open: how often all scores are the same, and how often they lie within one level. */
static char *
describe_agreement (const TsReviewSnapshot *review)
{
  guint n_scored = 0;
  guint n_same = 0;
  guint n_near = 0;

  for (guint i = 0; i < review->agenda->len; i++)
    {
      const TsAgendaItem *item = g_ptr_array_index (review->agenda, i);

      if (item->scores->len < 2)
        continue;

      n_scored++;
      n_same += ts_agenda_item_get_spread (item) == 0;
      n_near += ts_agenda_item_get_spread (item) <= 1;
    }

  if (n_scored == 0)
    return g_strdup (_("No criterion has two open scores yet, so there is no agreement to tell of."));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Of %u criterion that several scored, all agree on %u and lie within one level on %u.",
                                       "Of %u criteria that several scored, all agree on %u and lie within one level on %u.", n_scored),
                          n_scored, n_same, n_near);
}

static void
list (TsCriteriaPage         *page,
      const TsReviewSnapshot *review,
      GPtrArray              *entries)
{
  g_autofree char *agreement = describe_agreement (review);

  ts_criteria_page_set_heading (page, _("Panel and final levels"));
  gtk_label_set_label (TS_CALIBRATION_PAGE (page)->summary, agreement);

  for (guint i = 0; i < review->criteria->len; i++)
    {
      const TsNode *node = g_ptr_array_index (review->criteria, i);
      const TsScale *scale = node->section->scale;
      int panel = ts_review_snapshot_get_level (review, node->id, TS_LAYER_PANEL);
      int final = ts_review_snapshot_get_level (review, node->id, TS_LAYER_FINAL);
      char *note = NULL;

      if (final > 0)
        /* Translators: the panel's and the final level */
        note = g_strdup_printf (_("%s → %s"), panel > 0 ? ts_scale_get_token (scale, panel) : "–", ts_scale_get_token (scale, final));
      else if (panel > 0)
        note = g_strdup (ts_scale_get_token (scale, panel));

      ts_criteria_page_add (entries, node, note, final > 0);
    }
}

static void
show (TsCriteriaPage         *page,
      const TsReviewSnapshot *review,
      const TsNode           *node)
{
  TsCalibrationPage *self = TS_CALIBRATION_PAGE (page);
  const TsRow *final = ts_review_snapshot_find_rating (review, node->id, TS_LAYER_FINAL, "");

  if (g_strcmp0 (self->proposed_of, node->id) != 0)
    {
      g_free (self->proposed_of);
      self->proposed_of = g_strdup (node->id);
      self->proposed = final != NULL ? (int) ts_row_get_integer (final, TS_RATING_LEVEL) : ts_review_snapshot_get_level (review, node->id, TS_LAYER_PANEL);
    }

  ts_note_field_set (TS_NOTE_FIELD (self->reason), node->id, final != NULL ? ts_row_get_text (final, TS_RATING_RATIONALE) : NULL);
  ts_note_field_set_editable (TS_NOTE_FIELD (self->reason), may_adjust (self));
  update_proposal (self, review, node);
  show_ledger (self, review, node);
}

static void
forget (TsCriteriaPage *page)
{
  TsCalibrationPage *self = TS_CALIBRATION_PAGE (page);

  ts_note_field_forget (TS_NOTE_FIELD (self->reason));
  ts_review_clear (GTK_WIDGET (self->ledger));
  gtk_label_set_label (self->summary, "");
  g_clear_pointer (&self->proposed_of, g_free);
  ts_level_picker_set_level (TS_LEVEL_PICKER (self->picker), 0);
}

static void
ts_calibration_page_finalize (GObject *object)
{
  g_free (TS_CALIBRATION_PAGE (object)->proposed_of);

  G_OBJECT_CLASS (ts_calibration_page_parent_class)->finalize (object);
}

static void
ts_calibration_page_class_init (TsCalibrationPageClass *klass)
{
  TsCriteriaPageClass *page_class = TS_CRITERIA_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ts_calibration_page_finalize;
  page_class->list = list;
  page_class->show = show;
  page_class->set_level = set_level;
  page_class->forget = forget;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "calibration.adjust", NULL, adjust_action);
}

static void
ts_calibration_page_init (TsCalibrationPage *self)
{
  GtkBox *detail = ts_criteria_page_get_detail (TS_CRITERIA_PAGE (self));
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Set the Final Level"));
  GtkWidget *ledger = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->summary = GTK_LABEL (ts_criteria_page_add_text (ts_criteria_page_get_top (TS_CRITERIA_PAGE (self)), "lock-notice"));
  self->picker = ts_criteria_page_add_levels (TS_CRITERIA_PAGE (self), detail, _("The final level"));
  self->reason = ts_note_field_new (_("Reason (optional)"), _("Needed where the level is not the panel’s"));
  gtk_box_append (detail, self->reason);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calibration.adjust");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_box_append (detail, button);
  gtk_box_append (detail, ledger);
  self->ledger = GTK_BOX (ledger);
}
