/* ts-consensus-page.c — what the panel agrees
 *
 * Nothing of what reviewers scored is here before it is open: the agenda that the model hands over has only what counts for whoever works.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-consensus-page.h"

#include "app/review/ts-form-dialog.h"
#include "app/review/ts-note-field.h"
#include "app/review/ts-review-about.h"
#include "app/review/ts-review-words.h"
#include "app/widgets/ts-chart-view.h"
#include "model/ts-calibration-source.h"

#include <glib/gi18n-lib.h>

struct _TsConsensusPage
{
  TsCriteriaPage parent_instance;

  int proposed;      /* the level that would be agreed, 0 for none */
  char *proposed_of; /* of which criterion */
  gint64 begun;      /* when this criterion came up */
  guint tick;
  GPtrArray *answers; /* TsNoteField, borrowed from the widget tree */
  char *asked;        /* the enquiries that are shown, as one text */

  GtkWidget *closed;
  GtkLabel *closed_text;
  GtkWidget *open_early;
  GtkWidget *agreeing;
  GtkLabel *timer;
  GtkWidget *strip;
  GtkWidget *picker;
  GtkWidget *reason;
  GtkBox *dissents;
  GtkBox *enquiries;
  GtkWidget *agree;
};

G_DEFINE_FINAL_TYPE (TsConsensusPage, ts_consensus_page, TS_TYPE_CRITERIA_PAGE)

static gboolean
may_agree (TsConsensusPage        *self,
           const TsReviewSnapshot *review)
{
  return review != NULL && ts_sight_is_open (&review->sight->sight) && ts_review_page_get_editable (TS_REVIEW_PAGE (self), TS_LAYER_PANEL);
}

/* --- The time ----------------------------------------------------------------------------------------------------- */

static gboolean
on_tick (gpointer data)
{
  TsConsensusPage *self = data;
  gint64 seconds = (g_get_monotonic_time () - self->begun) / G_USEC_PER_SEC;
  /* Translators: minutes and seconds */
  g_autofree char *text = g_strdup_printf (_("%d:%02d"), (int) (seconds / 60), (int) (seconds % 60));

  gtk_label_set_label (self->timer, text);

  return G_SOURCE_CONTINUE;
}

static void
begin_time (TsConsensusPage *self)
{
  self->begun = g_get_monotonic_time ();
  on_tick (self);
}

static void
on_map (TsConsensusPage *self)
{
  if (self->tick == 0)
    self->tick = g_timeout_add_seconds (1, on_tick, self);
}

static void
on_unmap (TsConsensusPage *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
}

/* --- Agreeing ----------------------------------------------------------------------------------------------------- */

static void
update_proposal (TsConsensusPage        *self,
                 const TsReviewSnapshot *review,
                 const TsNode           *node)
{
  const TsAgendaItem *item = ts_review_snapshot_find_item (review, node->id);
  gboolean may = may_agree (self, review);
  gboolean needs = self->proposed > 0 && ts_median_needs_reason (item->median, self->proposed);

  ts_criteria_page_show_levels (self->picker, node, self->proposed, may);
  ts_note_field_set_title (TS_NOTE_FIELD (self->reason), needs ? (item->median > 0 ? _("Reason, needed because the level is not the median")
                                                                                   : _("Reason, needed because nobody has scored this"))
                                                               : _("Reason (optional)"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "consensus.agree", may && self->proposed > 0);
}

static void
set_level (TsCriteriaPage *page,
           const TsNode   *node,
           int             level)
{
  TsConsensusPage *self = TS_CONSENSUS_PAGE (page);
  const TsReviewSnapshot *review = ts_review_page_get_review (TS_REVIEW_PAGE (page));

  if (!may_agree (self, review))
    {
      gtk_widget_error_bell (GTK_WIDGET (page));
      return;
    }

  self->proposed = level;
  update_proposal (self, review, node);
}

static void
on_agreed (GObject      *session,
           GAsyncResult *result,
           gpointer      data)
{
  TsErrand *errand = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = ts_session_change_finish (TS_SESSION (session), result, &error);

  if (error != NULL)
    ts_errand_show_error (errand, error);

  ts_errand_free (errand);
}

/* Forward only when it could be agreed: a reason that is missing is asked for where it is missing. */
static void
agree_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TsConsensusPage *self = TS_CONSENSUS_PAGE (widget);
  TsReviewPage *page = TS_REVIEW_PAGE (widget);
  const TsReviewSnapshot *review = ts_review_page_get_review (page);
  const TsNode *node = ts_criteria_page_get_node (TS_CRITERIA_PAGE (self));
  const TsAgendaItem *item = node != NULL ? ts_review_snapshot_find_item (review, node->id) : NULL;
  g_autofree char *reason = ts_note_field_dup_text (TS_NOTE_FIELD (self->reason));
  g_autofree char *trimmed = g_strstrip (g_strdup (reason));

  if (item == NULL || self->proposed == 0)
    return;

  if (ts_median_needs_reason (item->median, self->proposed) && *trimmed == '\0')
    {
      gtk_widget_grab_focus (self->reason);
      ts_window_show_toast (ts_window_for_widget (widget), _("Say why the level is not the median."));
      return;
    }

  ts_session_agree_async (ts_review_page_get_session (page), ts_review_page_get_assessment_id (page), node->id, self->proposed, reason, on_agreed,
                          ts_review_page_new_errand (page, _("The Panel’s Level Was Not Kept")));
  ts_note_field_forget (TS_NOTE_FIELD (self->reason));
  ts_criteria_page_step (TS_CRITERIA_PAGE (self), 1);
}

static void
on_open_accepted (TsConsensusPage *self,
                  TsFormDialog    *dialog)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);

  ts_session_open_early_async (ts_review_page_get_session (page), ts_review_page_get_assessment_id (page), ts_form_dialog_get_text (dialog, "reason"),
                               ts_errand_changed, ts_review_page_new_errand (page, _("The Scores Stay Closed")));
}

static void
open_early_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TsFormDialog *dialog = ts_form_dialog_new (widget, _("Open the Sealed Scores?"),
                                             _("Everybody sees what is sealed, and whoever has not sealed can no longer begin to score. It cannot be undone, and the reason is kept in the history."),
                                             _("_Open"));

  ts_form_dialog_add_entry (dialog, "reason", _("Why not everybody is waited for"), NULL, TRUE);
  ts_form_dialog_set_destructive (dialog);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_open_accepted), widget, G_CONNECT_SWAPPED);
}

/* --- Dissent ------------------------------------------------------------------------------------------------------ */

static void
on_dissent_accepted (TsConsensusPage *self,
                     TsFormDialog    *dialog)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);
  const TsReviewSnapshot *review = ts_review_page_get_review (page);
  guint who = ts_form_dialog_get_choice (dialog, "name");

  if (review == NULL || who >= review->sight->members->len)
    return;

  ts_session_dissent_async (ts_review_page_get_session (page), ts_review_page_get_assessment_id (page), g_object_get_data (G_OBJECT (dialog), "node-id"),
                            ((TsReviewMember *) g_ptr_array_index (review->sight->members, who))->name, (int) ts_form_dialog_get_choice (dialog, "level"),
                            ts_form_dialog_get_text (dialog, "note"), ts_errand_changed, ts_review_page_new_errand (page, _("The Dissent Was Not Kept")));
}

static void
dissent_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  const TsReviewSnapshot *review = ts_review_page_get_review (TS_REVIEW_PAGE (widget));
  const TsNode *node = ts_criteria_page_get_node (TS_CRITERIA_PAGE (widget));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) levels = g_ptr_array_new_with_free_func (g_free);
  TsFormDialog *dialog;

  if (node == NULL || review->sight->members->len == 0)
    return;

  for (guint i = 0; i < review->sight->members->len; i++)
    g_ptr_array_add (names, ((TsReviewMember *) g_ptr_array_index (review->sight->members, i))->name);

  for (guint i = 0; i <= ts_scale_get_n_levels (node->section->scale); i++)
    g_ptr_array_add (levels, i == 0 ? g_strdup (_("No level")) : ts_review_words_level (node, (int) i));

  g_ptr_array_add (names, NULL);
  g_ptr_array_add (levels, NULL);
  dialog = ts_form_dialog_new (widget, _("Record Dissent"), _("Who does not agree, and why. Without level and reason, an earlier dissent is taken back."), _("_Record"));
  g_object_set_data_full (G_OBJECT (dialog), "node-id", g_strdup (node->id), g_free);
  ts_form_dialog_add_choice (dialog, "name", _("Who"), (const char *const *) names->pdata, 0);
  ts_form_dialog_add_choice (dialog, "level", _("Would give"), (const char *const *) levels->pdata, 0);
  ts_form_dialog_add_entry (dialog, "note", _("Reason"), NULL, FALSE);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_dissent_accepted), widget, G_CONNECT_SWAPPED);
}

static void
show_dissents (TsConsensusPage        *self,
               const TsReviewSnapshot *review,
               const TsNode           *node)
{
  ts_review_clear (GTK_WIDGET (self->dissents));

  for (guint i = 0; i < review->dissents->len; i++)
    {
      const TsRow *dissent = g_ptr_array_index (review->dissents, i);
      g_autofree char *level = NULL;
      g_autofree char *text = NULL;
      const char *note = ts_row_get_text (dissent, TS_DISSENT_NOTE);

      if (g_strcmp0 (ts_row_get_text (dissent, TS_DISSENT_NODE), node->id) != 0)
        continue;

      level = ts_review_words_level (node, (int) ts_row_get_integer (dissent, TS_DISSENT_LEVEL));
      /* Translators: a person, the level that they would give, and their reason, which may be empty */
      text = g_strdup_printf (_("%s does not agree (%s). %s"),
                              (const char *) g_hash_table_lookup (review->people, ts_row_get_text (dissent, TS_DISSENT_PERSON)), level, note != NULL ? note : "");
      ts_criteria_page_add_words (self->dissents, NULL, text);
    }
}

/* --- Enquiries ---------------------------------------------------------------------------------------------------- */

static void
on_answer (TsConsensusPage *self,
           const char      *key,
           const char      *text)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);

  ts_session_answer_enquiry_async (ts_review_page_get_session (page), key, text, ts_errand_changed,
                                   ts_review_page_new_errand (page, _("The Answer Was Not Kept")));
}

static void
show_enquiries (TsConsensusPage        *self,
                const TsReviewSnapshot *review,
                const TsNode           *node)
{
  g_autoptr (GString) asked = g_string_new (node->id);
  guint n = 0;

  for (guint i = 0; i < review->enquiries->len; i++)
    {
      const TsRow *enquiry = g_ptr_array_index (review->enquiries, i);

      if (g_strcmp0 (ts_row_get_text (enquiry, TS_ENQUIRY_NODE), node->id) == 0)
        g_string_append_printf (asked, " %s", ts_row_get_id (enquiry));
    }

  /* What is being written stays where it is. */
  if (g_strcmp0 (asked->str, self->asked) != 0)
    {
      for (guint i = 0; i < self->answers->len; i++)
        ts_note_field_flush (g_ptr_array_index (self->answers, i));

      ts_review_clear (GTK_WIDGET (self->enquiries));
      g_ptr_array_set_size (self->answers, 0);
      g_free (self->asked);
      self->asked = g_strdup (asked->str);
    }

  for (guint i = 0; i < review->enquiries->len; i++)
    {
      const TsRow *enquiry = g_ptr_array_index (review->enquiries, i);
      const char *addressee = ts_row_get_text (enquiry, TS_ENQUIRY_ADDRESSEE);
      const char *answered = ts_row_get_text (enquiry, TS_ENQUIRY_ANSWERED);
      g_autofree char *title = NULL;

      if (g_strcmp0 (ts_row_get_text (enquiry, TS_ENQUIRY_NODE), node->id) != 0)
        continue;

      title = g_strdup_printf ("%s%s%s%s%s", ts_row_get_text (enquiry, TS_ENQUIRY_QUESTION), addressee != NULL ? " — " : "", addressee != NULL ? addressee : "",
                               answered != NULL ? " · " : "", answered != NULL ? answered : "");

      if (n >= self->answers->len)
        {
          GtkWidget *field = ts_note_field_new (title, _("The answer, as it is given on the day"));

          g_signal_connect_object (field, "keep", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
          gtk_box_append (self->enquiries, field);
          g_ptr_array_add (self->answers, field);
        }

      ts_note_field_set_title (g_ptr_array_index (self->answers, n), title);
      ts_note_field_set_editable (g_ptr_array_index (self->answers, n), ts_review_page_get_editable (TS_REVIEW_PAGE (self), TS_LAYER_PANEL));
      ts_note_field_set (g_ptr_array_index (self->answers, n), ts_row_get_id (enquiry), ts_row_get_text (enquiry, TS_ENQUIRY_ANSWER));
      n++;
    }
}

/* --- What is shown ------------------------------------------------------------------------------------------------ */

static void
list (TsCriteriaPage         *page,
      const TsReviewSnapshot *review,
      GPtrArray              *entries)
{
  TsConsensusPage *self = TS_CONSENSUS_PAGE (page);
  gboolean open = ts_sight_is_open (&review->sight->sight);
  g_autofree char *awaited = ts_review_words_awaited (review);

  ts_criteria_page_set_heading (page, open ? _("Agenda, most disagreement first") : _("Agenda"));
  gtk_widget_set_visible (self->closed, !open || review->sight->opening != NULL);
  gtk_widget_set_visible (self->agreeing, open);
  gtk_widget_set_visible (GTK_WIDGET (self->timer), open);
  gtk_widget_set_visible (self->open_early, !open && review->sight->reader != NULL && ts_review_sight_is_chair (review->sight, review->sight->reader));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "consensus.dissent", may_agree (self, review) && review->sight->members->len > 0);

  if (!open)
    {
      g_autofree char *text = g_strdup_printf (_("The scores are closed until everybody has sealed theirs, so that each is independent. Not sealed yet: %s."),
                                               awaited != NULL ? awaited : "");

      gtk_label_set_label (self->closed_text, text);
    }
  else if (review->sight->opening != NULL)
    {
      /* Translators: a person and a reason */
      g_autofree char *text = g_strdup_printf (_("Opened early by %s: %s"), ts_row_get_text (review->sight->opening, TS_REVIEW_OPENING_OPENED_BY),
                                               ts_row_get_text (review->sight->opening, TS_REVIEW_OPENING_REASON));

      gtk_label_set_label (self->closed_text, text);
    }

  for (guint i = 0; i < review->agenda->len; i++)
    {
      const TsAgendaItem *item = g_ptr_array_index (review->agenda, i);
      int agreed = item->panel != NULL ? (int) ts_row_get_integer (item->panel, TS_RATING_LEVEL) : 0;
      int spread = ts_agenda_item_get_spread (item);
      char *note;

      if (agreed > 0)
        note = g_strdup_printf (_("agreed %s"), ts_scale_get_token (item->node->section->scale, agreed));
      else if (!open)
        note = NULL;
      else if (item->scores->len == 0)
        note = g_strdup (_("not scored"));
      else
        note = spread > 0 ? g_strdup_printf (_("spread %d"), spread) : g_strdup (_("the same"));

      ts_criteria_page_add (entries, item->node, note, agreed > 0);
    }
}

static void
show (TsCriteriaPage         *page,
      const TsReviewSnapshot *review,
      const TsNode           *node)
{
  TsConsensusPage *self = TS_CONSENSUS_PAGE (page);
  const TsAgendaItem *item = ts_review_snapshot_find_item (review, node->id);
  int agreed = item->panel != NULL ? (int) ts_row_get_integer (item->panel, TS_RATING_LEVEL) : 0;
  g_autoptr (TsConsensusData) scores = NULL;
  g_autoptr (TsChart) strip = NULL;

  if (!ts_sight_is_open (&review->sight->sight))
    {
      ts_chart_view_set_chart (TS_CHART_VIEW (self->strip), NULL);
      ts_chart_view_set_about (TS_CHART_VIEW (self->strip), NULL);
      return;
    }

  if (g_strcmp0 (self->proposed_of, node->id) != 0)
    {
      g_free (self->proposed_of);
      self->proposed_of = g_strdup (node->id);
      self->proposed = agreed > 0 ? agreed : ts_median_get_start (item->median);
      begin_time (self);
    }

  scores = ts_calibration_source_build_consensus (review, item);
  strip = ts_chart_new_consensus (scores);
  ts_chart_view_set_chart (TS_CHART_VIEW (self->strip), strip);
  ts_review_about_set_criterion (TS_CHART_VIEW (self->strip), TS_REVIEW_PAGE (self), node);
  ts_note_field_set (TS_NOTE_FIELD (self->reason), node->id, item->panel != NULL ? ts_row_get_text (item->panel, TS_RATING_RATIONALE) : NULL);
  ts_note_field_set_editable (TS_NOTE_FIELD (self->reason), may_agree (self, review));
  update_proposal (self, review, node);
  show_dissents (self, review, node);
  show_enquiries (self, review, node);
}

/* A reason is kept with the level, when it is agreed; answers as they are written. */
static void
flush (TsCriteriaPage *page)
{
  TsConsensusPage *self = TS_CONSENSUS_PAGE (page);

  for (guint i = 0; i < self->answers->len; i++)
    ts_note_field_flush (g_ptr_array_index (self->answers, i));
}

static void
forget (TsCriteriaPage *page)
{
  TsConsensusPage *self = TS_CONSENSUS_PAGE (page);

  ts_chart_view_set_chart (TS_CHART_VIEW (self->strip), NULL);
  ts_chart_view_set_about (TS_CHART_VIEW (self->strip), NULL);
  gtk_label_set_label (self->closed_text, "");
  ts_note_field_forget (TS_NOTE_FIELD (self->reason));
  ts_level_picker_set_level (TS_LEVEL_PICKER (self->picker), 0);
  ts_review_clear (GTK_WIDGET (self->dissents));

  for (guint i = 0; i < self->answers->len; i++)
    ts_note_field_forget (g_ptr_array_index (self->answers, i));

  ts_review_clear (GTK_WIDGET (self->enquiries));
  g_ptr_array_set_size (self->answers, 0);
  g_clear_pointer (&self->asked, g_free);
  g_clear_pointer (&self->proposed_of, g_free);
  self->proposed = 0;
}

static void
on_projector_toggled (TsConsensusPage *self,
                      GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    gtk_widget_add_css_class (GTK_WIDGET (self), "projector");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "projector");
}

static void
ts_consensus_page_dispose (GObject *object)
{
  on_unmap (TS_CONSENSUS_PAGE (object));

  G_OBJECT_CLASS (ts_consensus_page_parent_class)->dispose (object);
}

static void
ts_consensus_page_finalize (GObject *object)
{
  TsConsensusPage *self = TS_CONSENSUS_PAGE (object);

  g_ptr_array_unref (self->answers);
  g_free (self->asked);
  g_free (self->proposed_of);

  G_OBJECT_CLASS (ts_consensus_page_parent_class)->finalize (object);
}

static void
ts_consensus_page_class_init (TsConsensusPageClass *klass)
{
  TsCriteriaPageClass *page_class = TS_CRITERIA_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ts_consensus_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ts_consensus_page_finalize;
  page_class->list = list;
  page_class->show = show;
  page_class->set_level = set_level;
  page_class->flush = flush;
  page_class->forget = forget;

  gtk_widget_class_install_action (widget_class, "consensus.agree", NULL, agree_action);
  gtk_widget_class_install_action (widget_class, "consensus.dissent", NULL, dissent_action);
  gtk_widget_class_install_action (widget_class, "consensus.open-early", NULL, open_early_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "consensus.agree", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "consensus.agree", NULL);
}

static GtkBox *
add_box (GtkWidget *parent)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (GTK_BOX (parent), box);

  return GTK_BOX (box);
}

static GtkWidget *
new_button (const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static void
add_top (TsConsensusPage *self)
{
  GtkBox *top = ts_criteria_page_get_top (TS_CRITERIA_PAGE (self));
  GtkWidget *projector = gtk_toggle_button_new ();

  self->closed = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->closed, "lock-notice");
  self->closed_text = GTK_LABEL (ts_criteria_page_add_text (GTK_BOX (self->closed), NULL));
  self->open_early = new_button (_("_Open Early…"), "consensus.open-early");
  gtk_widget_set_halign (self->open_early, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->closed), self->open_early);
  gtk_box_append (top, self->closed);

  gtk_button_set_icon_name (GTK_BUTTON (projector), "x-office-presentation-symbolic");
  gtk_widget_add_css_class (projector, "flat");
  gtk_widget_set_tooltip_text (projector, _("Large Type, for a Projector"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (projector), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Large Type"), -1);
  g_signal_connect_object (projector, "toggled", G_CALLBACK (on_projector_toggled), self, G_CONNECT_SWAPPED);
  self->timer = GTK_LABEL (gtk_label_new ("0:00"));
  gtk_widget_add_css_class (GTK_WIDGET (self->timer), "timer");
  gtk_widget_add_css_class (GTK_WIDGET (self->timer), "numeric");
  gtk_widget_set_valign (GTK_WIDGET (self->timer), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->timer), _("How long this criterion has been spoken about"));
  ts_criteria_page_add_control (TS_CRITERIA_PAGE (self), projector);
  ts_criteria_page_add_control (TS_CRITERIA_PAGE (self), GTK_WIDGET (self->timer));
}

static void
ts_consensus_page_init (TsConsensusPage *self)
{
  GtkBox *detail = ts_criteria_page_get_detail (TS_CRITERIA_PAGE (self));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *card;

  self->answers = g_ptr_array_new ();
  add_top (self);
  self->agreeing = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (detail, self->agreeing);
  card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "strip-card");
  self->strip = ts_chart_view_new ();
  ts_chart_view_set_heading (TS_CHART_VIEW (self->strip), _("Scores"));
  gtk_box_append (GTK_BOX (card), self->strip);
  gtk_box_append (GTK_BOX (self->agreeing), card);
  self->picker = ts_criteria_page_add_levels (TS_CRITERIA_PAGE (self), GTK_BOX (self->agreeing), _("The panel’s level"));
  self->reason = ts_note_field_new (_("Reason (optional)"), _("Needed where the level is not the median"));
  ts_note_field_set_draft (TS_NOTE_FIELD (self->reason), TRUE);
  gtk_box_append (GTK_BOX (self->agreeing), self->reason);
  self->dissents = add_box (self->agreeing);
  self->enquiries = add_box (self->agreeing);
  self->agree = new_button (_("_Agree and Next"), "consensus.agree");
  gtk_widget_add_css_class (self->agree, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), new_button (_("_Dissent…"), "consensus.dissent"));
  gtk_box_append (GTK_BOX (buttons), self->agree);
  gtk_box_append (GTK_BOX (self->agreeing), buttons);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmap), NULL);
}
