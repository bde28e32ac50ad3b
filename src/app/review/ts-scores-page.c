/* ts-scores-page.c — a reviewer’s own scores
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-scores-page.h"

#include "app/review/ts-form-dialog.h"
#include "app/review/ts-note-field.h"
#include "app/review/ts-review-words.h"

#include <glib/gi18n-lib.h>

enum
{
  RATIONALE,
  STRENGTHS,
  DEVELOPMENT,
  N_NOTES
};

struct _TsScoresPage
{
  TsCriteriaPage parent_instance;

  gboolean showing; /* what is set is what is kept, and nobody's choice */

  GtkLabel *state;
  GtkWidget *seal;
  GtkWidget *unseal;
  GtkBox *submission;
  GtkWidget *picker;
  GtkWidget *confidences[TS_N_CONFIDENCES]; /* none at TS_CONFIDENCE_NONE */
  GtkWidget *notes[N_NOTES];
};

G_DEFINE_FINAL_TYPE (TsScoresPage, ts_scores_page, TS_TYPE_CRITERIA_PAGE)

static const struct
{
  const char *title;
  const char *hint;
  TsScoreFields field;
  guint column;
} note_kinds[N_NOTES] = {
  [RATIONALE] = { N_("Why this level"), N_("What in the submission shows it"), TS_SCORE_RATIONALE, TS_RATING_RATIONALE },
  [STRENGTHS] = { N_("Strengths"), N_("What others could learn from"), TS_SCORE_STRENGTHS, TS_RATING_STRENGTHS },
  [DEVELOPMENT] = { N_("Areas to develop"), N_("What would lead to the next level"), TS_SCORE_DEVELOPMENT, TS_RATING_DEVELOPMENT },
};

static gboolean
may_score (TsScoresPage           *self,
           const TsReviewSnapshot *review)
{
  const TsReviewer *me = ts_review_snapshot_get_me (review);

  return me != NULL && (me->is_member || me->has_scored) && ts_conflict_state_may_score (me->conflict) && !me->is_sealed &&
         ts_review_page_get_editable (TS_REVIEW_PAGE (self), TS_LAYER_REVIEWER);
}

static void
score (TsScoresPage  *self,
       const char    *node_id,
       TsScoreFields  fields,
       const TsScore *said)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);

  ts_session_score_async (ts_review_page_get_session (page), ts_review_page_get_assessment_id (page), node_id, fields, said, ts_errand_changed,
                          ts_review_page_new_errand (page, _("The Score Was Not Kept")));
}

static void
set_level (TsCriteriaPage *page,
           const TsNode   *node,
           int             level)
{
  TsScoresPage *self = TS_SCORES_PAGE (page);
  const TsScore said = { .level = level };

  if (may_score (self, ts_review_page_get_review (TS_REVIEW_PAGE (page))))
    score (self, node->id, TS_SCORE_LEVEL, &said);
  else
    gtk_widget_error_bell (GTK_WIDGET (page));
}

static void
on_confidence_toggled (TsScoresPage    *self,
                       GtkToggleButton *button)
{
  const char *node_id = ts_criteria_page_get_node_id (TS_CRITERIA_PAGE (self));

  if (self->showing || !gtk_toggle_button_get_active (button) || node_id == NULL)
    return;

  for (guint i = TS_CONFIDENCE_LOW; i < TS_N_CONFIDENCES; i++)
    {
      const TsScore said = { .confidence = i };

      if (self->confidences[i] == GTK_WIDGET (button))
        score (self, node_id, TS_SCORE_CONFIDENCE, &said);
    }
}

static void
on_keep (TsScoresPage *self,
         const char   *key,
         const char   *text,
         TsNoteField  *field)
{
  for (guint i = 0; i < N_NOTES; i++)
    {
      const TsScore said = { .rationale = text, .strengths = text, .development = text };

      if (self->notes[i] == GTK_WIDGET (field))
        score (self, key, note_kinds[i].field, &said);
    }
}

/* --- Sealing ------------------------------------------------------------------------------------------------------ */

static void
on_seal_accepted (TsScoresPage *self)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);

  ts_review_page_flush (page);
  ts_session_seal_async (ts_review_page_get_session (page), ts_review_page_get_assessment_id (page), ts_errand_changed,
                         ts_review_page_new_errand (page, _("The Scores Were Not Sealed")));
}

static void
seal_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const TsReviewSnapshot *review = ts_review_page_get_review (TS_REVIEW_PAGE (widget));
  g_autofree char *body = NULL;
  TsFormDialog *dialog;

  ts_review_page_flush (TS_REVIEW_PAGE (widget));

  if (review->n_scored < review->criteria->len)
    body = g_strdup_printf (_("You have scored %u of %u criteria; the others stay without a score of yours. Sealed scores cannot be changed without "
                              "unsealing them, with a reason that is kept. Others see them once everybody has sealed."),
                            review->n_scored, review->criteria->len);
  else
    body = g_strdup (_("Sealed scores cannot be changed without unsealing them, with a reason that is kept. Others see them once everybody has sealed."));

  dialog = ts_form_dialog_new (widget, _("Seal Your Scores?"), body, _("_Seal"));
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_seal_accepted), widget, G_CONNECT_SWAPPED);
}

static void
on_unseal_accepted (TsScoresPage *self,
                    TsFormDialog *dialog)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);

  ts_session_unseal_async (ts_review_page_get_session (page), ts_review_page_get_assessment_id (page), ts_form_dialog_get_text (dialog, "reason"),
                           ts_errand_changed, ts_review_page_new_errand (page, _("The Scores Stay Sealed")));
}

static void
unseal_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TsFormDialog *dialog = ts_form_dialog_new (widget, _("Unseal Your Scores"),
                                             _("You can change them then, and nobody sees another’s scores until yours are sealed again. The reason is kept in the history."), _("_Unseal"));

  ts_form_dialog_add_entry (dialog, "reason", _("Reason"), NULL, TRUE);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_unseal_accepted), widget, G_CONNECT_SWAPPED);
}

/* --- What is shown ------------------------------------------------------------------------------------------------ */

static char *
describe_state (TsScoresPage           *self,
                const TsReviewSnapshot *review)
{
  const TsReviewer *me = ts_review_snapshot_get_me (review);

  if (me == NULL || (!me->is_member && !me->has_scored))
    return g_strdup_printf (_("%s is not on a panel that has this assessment, so no scores are expected. If somebody else is working, say so in the main menu."),
                            review->sight->reader != NULL ? review->sight->reader : "");

  if (!ts_conflict_state_may_score (me->conflict))
    return g_strdup_printf (_("%s stays without scoring, because of a declared interest."), me->assessor);

  if (me->is_sealed)
    {
      g_autofree char *awaited = ts_review_words_awaited (review);

      if (awaited != NULL && !ts_sight_is_open (&review->sight->sight))
        return g_strdup_printf (_("Your %u scores are sealed. Not sealed yet: %s."), review->n_scored, awaited);

      return g_strdup_printf (_("Your %u scores are sealed, and open to the panel."), review->n_scored);
    }

  return g_strdup_printf (_("%u of %u criteria scored. Nobody else sees your scores before everybody has sealed."), review->n_scored, review->criteria->len);
}

static void
list (TsCriteriaPage         *page,
      const TsReviewSnapshot *review,
      GPtrArray              *entries)
{
  TsScoresPage *self = TS_SCORES_PAGE (page);
  gboolean editable = may_score (self, review);
  const TsReviewer *me = ts_review_snapshot_get_me (review);
  g_autofree char *heading = g_strdup_printf (_("My scores: %u of %u"), review->n_scored, review->criteria->len);
  g_autofree char *state = describe_state (self, review);

  ts_criteria_page_set_heading (page, heading);
  gtk_label_set_label (self->state, state);
  gtk_widget_set_visible (self->seal, editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scores.seal", editable && review->n_scored > 0);
  gtk_widget_set_visible (self->unseal, me != NULL && me->is_sealed && ts_review_page_get_editable (TS_REVIEW_PAGE (self), TS_LAYER_REVIEWER));

  for (guint i = 0; i < review->criteria->len; i++)
    {
      const TsNode *node = g_ptr_array_index (review->criteria, i);
      const TsRow *mine = ts_review_snapshot_find_my_score (review, node->id);
      int level = mine != NULL ? (int) ts_row_get_integer (mine, TS_RATING_LEVEL) : 0;

      ts_criteria_page_add (entries, node, level > 0 ? g_strdup (ts_scale_get_token (node->section->scale, level)) : NULL, level > 0);
    }
}

static void
show (TsCriteriaPage         *page,
      const TsReviewSnapshot *review,
      const TsNode           *node)
{
  TsScoresPage *self = TS_SCORES_PAGE (page);
  const TsRow *mine = ts_review_snapshot_find_my_score (review, node->id);
  gboolean editable = may_score (self, review);
  TsConfidence confidence = mine != NULL ? ts_confidence_from_name (ts_row_get_text (mine, TS_RATING_CONFIDENCE)) : TS_CONFIDENCE_NONE;

  ts_review_clear (GTK_WIDGET (self->submission));
  ts_criteria_page_show_submission (self->submission, review, node);
  ts_criteria_page_show_levels (self->picker, node, mine != NULL ? (int) ts_row_get_integer (mine, TS_RATING_LEVEL) : 0, editable);
  self->showing = TRUE;

  for (guint i = TS_CONFIDENCE_LOW; i < TS_N_CONFIDENCES; i++)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->confidences[i]), i == confidence);
      gtk_widget_set_sensitive (self->confidences[i], editable);
    }

  self->showing = FALSE;

  for (guint i = 0; i < N_NOTES; i++)
    {
      ts_note_field_set_editable (TS_NOTE_FIELD (self->notes[i]), editable);
      ts_note_field_set (TS_NOTE_FIELD (self->notes[i]), node->id, mine != NULL ? ts_row_get_text (mine, note_kinds[i].column) : NULL);
    }
}

static void
flush (TsCriteriaPage *page)
{
  for (guint i = 0; i < N_NOTES; i++)
    ts_note_field_flush (TS_NOTE_FIELD (TS_SCORES_PAGE (page)->notes[i]));
}

static void
forget (TsCriteriaPage *page)
{
  TsScoresPage *self = TS_SCORES_PAGE (page);

  for (guint i = 0; i < N_NOTES; i++)
    ts_note_field_forget (TS_NOTE_FIELD (self->notes[i]));

  ts_level_picker_set_level (TS_LEVEL_PICKER (self->picker), 0);
  ts_review_clear (GTK_WIDGET (self->submission));
  gtk_label_set_label (self->state, "");
}

static void
ts_scores_page_class_init (TsScoresPageClass *klass)
{
  TsCriteriaPageClass *page_class = TS_CRITERIA_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  page_class->list = list;
  page_class->show = show;
  page_class->set_level = set_level;
  page_class->flush = flush;
  page_class->forget = forget;

  gtk_widget_class_install_action (widget_class, "scores.seal", NULL, seal_action);
  gtk_widget_class_install_action (widget_class, "scores.unseal", NULL, unseal_action);
}

static void
add_top (TsScoresPage *self)
{
  GtkBox *top = ts_criteria_page_get_top (TS_CRITERIA_PAGE (self));
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (bar, "lock-notice");
  self->state = GTK_LABEL (ts_criteria_page_add_text (GTK_BOX (bar), NULL));
  self->seal = gtk_button_new_with_mnemonic (_("_Seal My Scores…"));
  self->unseal = gtk_button_new_with_mnemonic (_("_Unseal…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->seal), "scores.seal");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->unseal), "scores.unseal");
  gtk_widget_set_halign (self->seal, GTK_ALIGN_END);
  gtk_widget_set_halign (self->unseal, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (bar), self->seal);
  gtk_box_append (GTK_BOX (bar), self->unseal);
  gtk_box_append (top, bar);
}

static void
add_confidence (TsScoresPage *self,
                GtkBox       *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  ts_criteria_page_add_words (detail, "caption-heading", _("How sure you are"));
  gtk_widget_add_css_class (box, "linked");

  for (guint i = TS_CONFIDENCE_LOW; i < TS_N_CONFIDENCES; i++)
    {
      g_autofree char *name = g_strdup_printf (_("Confidence: %s"), ts_confidence_get_title (i));

      self->confidences[i] = gtk_toggle_button_new_with_label (ts_confidence_get_title (i));
      ts_review_name (self->confidences[i], name);

      if (i > TS_CONFIDENCE_LOW)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->confidences[i]), GTK_TOGGLE_BUTTON (self->confidences[TS_CONFIDENCE_LOW]));

      g_signal_connect_object (self->confidences[i], "toggled", G_CALLBACK (on_confidence_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), self->confidences[i]);
    }

  gtk_box_append (detail, box);
}

static void
ts_scores_page_init (TsScoresPage *self)
{
  GtkBox *detail = ts_criteria_page_get_detail (TS_CRITERIA_PAGE (self));

  add_top (self);
  self->submission = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_add_css_class (GTK_WIDGET (self->submission), "submission");
  gtk_box_append (detail, GTK_WIDGET (self->submission));
  self->picker = ts_criteria_page_add_levels (TS_CRITERIA_PAGE (self), detail, _("My level"));
  add_confidence (self, detail);

  for (guint i = 0; i < N_NOTES; i++)
    {
      self->notes[i] = ts_note_field_new (_(note_kinds[i].title), _(note_kinds[i].hint));
      g_signal_connect_object (self->notes[i], "keep", G_CALLBACK (on_keep), self, G_CONNECT_SWAPPED);
      gtk_box_append (detail, self->notes[i]);
    }
}
