/* ts-desk-page.c — what the analyst finds at the desk
 *
 * What deserves attention comes first: high claims with thin or old evidence, jumps of two levels, and what the year before said otherwise.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-desk-page.h"

#include "app/review/ts-form-dialog.h"
#include "app/review/ts-note-field.h"
#include "app/review/ts-review-words.h"
#include "core/ts-attention.h"

#include <glib/gi18n-lib.h>

struct _TsDeskPage
{
  TsCriteriaPage parent_instance;

  gboolean showing;
  char *listed;       /* whose evidence can be judged, as one text */
  GPtrArray *choices; /* GtkDropDown, borrowed from the widget tree */

  GtkWidget *attention;
  GtkBox *submission;
  GtkBox *evidence;
  GtkWidget *picker;
  GtkWidget *note;
  GtkBox *enquiries;
};

G_DEFINE_FINAL_TYPE (TsDeskPage, ts_desk_page, TS_TYPE_CRITERIA_PAGE)

/* --- Doing -------------------------------------------------------------------------------------------------------- */

static gboolean
may_judge (TsDeskPage *self)
{
  return ts_review_page_get_editable (TS_REVIEW_PAGE (self), TS_LAYER_DESK);
}

static void
judge (TsDeskPage *self,
       const char *node_id,
       int         level,
       const char *note)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);

  ts_session_judge_at_desk_async (ts_review_page_get_session (page), ts_review_page_get_assessment_id (page), node_id, level, note,
                                  ts_errand_changed, ts_review_page_new_errand (page, _("The Desk’s Level Was Not Kept")));
}

static void
set_level (TsCriteriaPage *page,
           const TsNode   *node,
           int             level)
{
  if (may_judge (TS_DESK_PAGE (page)))
    judge (TS_DESK_PAGE (page), node->id, level, NULL);
  else
    gtk_widget_error_bell (GTK_WIDGET (page));
}

static void
on_keep (TsDeskPage *self,
         const char *key,
         const char *text)
{
  judge (self, key, -1, text);
}

static void
on_sufficiency_chosen (TsDeskPage  *self,
                       GParamSpec  *pspec,
                       GtkDropDown *choice)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);
  const char *node_id = ts_criteria_page_get_node_id (TS_CRITERIA_PAGE (self));
  const char *evidence_id = g_object_get_data (G_OBJECT (choice), "evidence-id");

  if (!self->showing)
    ts_session_review_evidence_async (ts_review_page_get_session (page), ts_review_page_get_assessment_id (page), node_id, evidence_id,
                                      gtk_drop_down_get_selected (choice), NULL, ts_errand_changed,
                                      ts_review_page_new_errand (page, _("The Finding Was Not Kept")));
}

static void
on_enquiry_accepted (TsDeskPage   *self,
                     TsFormDialog *dialog)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);
  const char *enquiry_id = g_object_get_data (G_OBJECT (dialog), "enquiry-id");
  const char *node_id = g_object_get_data (G_OBJECT (dialog), "node-id");
  const TsReviewSnapshot *review = ts_review_page_get_review (page);
  TsEnquiryNote note = { ts_form_dialog_get_text (dialog, "question"), ts_form_dialog_get_text (dialog, "addressee") };

  for (guint i = 0; enquiry_id != NULL && review != NULL && i < review->enquiries->len; i++)
    {
      const TsRow *enquiry = g_ptr_array_index (review->enquiries, i);

      if (!g_str_equal (ts_row_get_id (enquiry), enquiry_id))
        continue;

      note.asked_by = ts_row_get_text (enquiry, TS_ENQUIRY_ASKED_BY);
      note.answer = ts_row_get_text (enquiry, TS_ENQUIRY_ANSWER);
      note.answered = ts_row_get_text (enquiry, TS_ENQUIRY_ANSWERED);
    }

  ts_session_enquire_async (ts_review_page_get_session (page), ts_review_page_get_assessment_id (page), node_id, enquiry_id, &note, ts_errand_changed,
                            ts_review_page_new_errand (page, _("The Line of Enquiry Was Not Kept")));
}

/* Without a target, a new one of the criterion that is shown. */
static void
enquire_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  const TsReviewSnapshot *review = ts_review_page_get_review (TS_REVIEW_PAGE (widget));
  const char *id = parameter != NULL ? g_variant_get_string (parameter, NULL) : "";
  const TsRow *row = NULL;
  TsFormDialog *dialog;

  for (guint i = 0; i < review->enquiries->len; i++)
    {
      if (g_str_equal (ts_row_get_id (g_ptr_array_index (review->enquiries, i)), id))
        row = g_ptr_array_index (review->enquiries, i);
    }

  dialog = ts_form_dialog_new (widget, row != NULL ? _("Line of Enquiry") : _("New Line of Enquiry"),
                               row != NULL ? _("Without a question it is removed.") : _("What the panel asks on the day. The answer is noted on the page Consensus."), _("_Keep"));
  g_object_set_data_full (G_OBJECT (dialog), "enquiry-id", row != NULL ? g_strdup (id) : NULL, g_free);
  g_object_set_data_full (G_OBJECT (dialog), "node-id", g_strdup (ts_criteria_page_get_node_id (TS_CRITERIA_PAGE (widget))), g_free);
  ts_form_dialog_add_entry (dialog, "question", _("Question"), row != NULL ? ts_row_get_text (row, TS_ENQUIRY_QUESTION) : NULL, row == NULL);
  ts_form_dialog_add_entry (dialog, "addressee", _("For whom (optional)"), row != NULL ? ts_row_get_text (row, TS_ENQUIRY_ADDRESSEE) : NULL, FALSE);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_enquiry_accepted), widget, G_CONNECT_SWAPPED);
}

/* --- What is shown ------------------------------------------------------------------------------------------------ */

static void
list (TsCriteriaPage         *page,
      const TsReviewSnapshot *review,
      GPtrArray              *entries)
{
  g_autoptr (GArray) attention = ts_attention_list (review->submission->state, review->peers, review->evidence_reviews);

  ts_criteria_page_set_heading (page, _("What deserves attention first"));

  for (guint i = 0; i < attention->len; i++)
    {
      const TsAttention *one = &g_array_index (attention, TsAttention, i);
      int desk = ts_review_snapshot_get_level (review, one->node->id, TS_LAYER_DESK);
      const TsScale *scale = one->node->section->scale;
      char *note = NULL;

      if (desk > 0)
        /* Translators: the levels of the board and of the desk, in few letters, as in “board 3 · desk 2” */
        note = g_strdup_printf (_("board %s · desk %s"), one->level > 0 ? ts_scale_get_token (scale, one->level) : "–", ts_scale_get_token (scale, desk));
      else if (one->reasons != TS_ATTENTION_NONE)
        note = g_strdup (_("look"));

      ts_criteria_page_add (entries, one->node, note, desk > 0);
    }
}

static void
show_attention (TsDeskPage             *self,
                const TsReviewSnapshot *review,
                const TsNode           *node)
{
  g_autoptr (GArray) attention = ts_attention_list (review->submission->state, review->peers, review->evidence_reviews);
  g_autofree char *text = NULL;

  for (guint i = 0; i < attention->len; i++)
    {
      const TsAttention *one = &g_array_index (attention, TsAttention, i);

      if (g_str_equal (one->node->id, node->id))
        {
          g_auto (GStrv) reasons = ts_attention_explain (one);

          text = g_strjoinv ("\n", reasons);
        }
    }

  gtk_label_set_label (GTK_LABEL (self->attention), text != NULL ? text : "");
  gtk_widget_set_visible (self->attention, text != NULL && *text != '\0');
}

static TsSufficiency
find_sufficiency (const TsReviewSnapshot *review,
                  const char             *node_id,
                  const char             *evidence_id)
{
  const TsRow *found = ts_review_snapshot_find_evidence_review (review, node_id, evidence_id);

  return found != NULL ? ts_sufficiency_from_name (ts_row_get_text (found, TS_EVIDENCE_REVIEW_SUFFICIENCY)) : TS_SUFFICIENCY_NONE;
}

/* The links of a criterion, each with its evidence. */
static GPtrArray *
list_links (const TsReviewSnapshot *review,
            const TsNode           *node,
            GPtrArray              *evidence)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < review->submission->evidence->len; i++)
    {
      TsRow *item = g_ptr_array_index (review->submission->evidence, i);
      g_autoptr (GPtrArray) links = ts_assessment_snapshot_list_links (review->submission, ts_row_get_id (item));

      for (guint j = 0; j < links->len; j++)
        {
          if (g_strcmp0 (ts_row_get_text (g_ptr_array_index (links, j), TS_EVIDENCE_LINK_NODE), node->id) != 0)
            continue;

          g_ptr_array_add (found, g_ptr_array_index (links, j));
          g_ptr_array_add (evidence, item);
        }
    }

  return found;
}

static GtkWidget *
new_choice (TsDeskPage  *self,
            const TsRow *evidence)
{
  const char *titles[TS_N_SUFFICIENCIES + 1] = { NULL };
  g_autofree char *name = g_strdup_printf (_("How far “%s” carries it"), ts_row_get_text (evidence, TS_EVIDENCE_TITLE));
  GtkWidget *choice;

  for (guint i = 0; i < TS_N_SUFFICIENCIES; i++)
    titles[i] = ts_sufficiency_get_title (i);

  choice = gtk_drop_down_new_from_strings (titles);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (choice), "evidence-id", g_strdup (ts_row_get_id (evidence)), g_free);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_sufficiency_chosen), self, G_CONNECT_SWAPPED);

  return choice;
}

/* The choices stay as long as the list does, and with them the focus. */
static void
show_evidence (TsDeskPage             *self,
               const TsReviewSnapshot *review,
               const TsNode           *node)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autoptr (GPtrArray) links = list_links (review, node, evidence);
  g_autoptr (GString) listed = g_string_new (node->id);

  for (guint i = 0; i < links->len; i++)
    g_string_append_printf (listed, " %s", ts_row_get_id (g_ptr_array_index (links, i)));

  self->showing = TRUE;

  if (g_strcmp0 (listed->str, self->listed) != 0)
    {
      GtkWidget *group = NULL;

      ts_review_clear (GTK_WIDGET (self->evidence));
      g_ptr_array_set_size (self->choices, 0);

      for (guint i = 0; i < links->len; i++)
        {
          GtkWidget *row;

          if (group == NULL)
            group = ts_review_add_group (self->evidence, _("How Far Its Evidence Carries It"), NULL);

          row = ts_review_add_row (group, ts_row_get_text (g_ptr_array_index (evidence, i), TS_EVIDENCE_TITLE),
                                   ts_row_get_text (g_ptr_array_index (links, i), TS_EVIDENCE_LINK_PLACE));
          g_ptr_array_add (self->choices, new_choice (self, g_ptr_array_index (evidence, i)));
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_ptr_array_index (self->choices, i));
        }

      g_free (self->listed);
      self->listed = g_strdup (listed->str);
    }

  for (guint i = 0; i < self->choices->len; i++)
    {
      GtkWidget *choice = g_ptr_array_index (self->choices, i);

      gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), find_sufficiency (review, node->id, g_object_get_data (G_OBJECT (choice), "evidence-id")));
      gtk_widget_set_sensitive (choice, may_judge (self));
    }

  self->showing = FALSE;
}

static void
show_enquiries (TsDeskPage             *self,
                const TsReviewSnapshot *review,
                const TsNode           *node)
{
  GtkWidget *group;

  ts_review_clear (GTK_WIDGET (self->enquiries));
  group = ts_review_add_group (self->enquiries, _("Lines of Enquiry"), NULL);
  ts_review_add_button (group, NULL, _("Ask…"), _("New Line of Enquiry"), "desk.enquire", NULL);

  for (guint i = 0; i < review->enquiries->len; i++)
    {
      const TsRow *enquiry = g_ptr_array_index (review->enquiries, i);
      const char *question = ts_row_get_text (enquiry, TS_ENQUIRY_QUESTION);
      g_autofree char *name = NULL;

      if (g_strcmp0 (ts_row_get_text (enquiry, TS_ENQUIRY_NODE), node->id) != 0)
        continue;

      name = g_strdup_printf (_("Edit “%s”"), question);
      ts_review_add_button (ts_review_add_row (group, question, ts_row_get_text (enquiry, TS_ENQUIRY_ADDRESSEE)), "document-edit-symbolic", NULL, name,
                            "desk.edit-enquiry", ts_row_get_id (enquiry));
    }
}

static void
show (TsCriteriaPage         *page,
      const TsReviewSnapshot *review,
      const TsNode           *node)
{
  TsDeskPage *self = TS_DESK_PAGE (page);
  const TsRow *rating = ts_review_snapshot_find_rating (review, node->id, TS_LAYER_DESK, "");
  gboolean may_ask = ts_review_page_get_editable (TS_REVIEW_PAGE (self), TS_LAYER_PANEL);

  show_attention (self, review, node);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.enquire", may_ask);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.edit-enquiry", may_ask);
  ts_review_clear (GTK_WIDGET (self->submission));
  ts_criteria_page_show_submission (self->submission, review, node);
  show_evidence (self, review, node);
  ts_criteria_page_show_levels (self->picker, node, ts_review_snapshot_get_level (review, node->id, TS_LAYER_DESK), may_judge (self));
  ts_note_field_set_editable (TS_NOTE_FIELD (self->note), may_judge (self));
  ts_note_field_set (TS_NOTE_FIELD (self->note), node->id, rating != NULL ? ts_row_get_text (rating, TS_RATING_RATIONALE) : NULL);
  show_enquiries (self, review, node);
}

static void
flush (TsCriteriaPage *page)
{
  ts_note_field_flush (TS_NOTE_FIELD (TS_DESK_PAGE (page)->note));
}

static void
forget (TsCriteriaPage *page)
{
  TsDeskPage *self = TS_DESK_PAGE (page);

  ts_note_field_forget (TS_NOTE_FIELD (self->note));
  ts_level_picker_set_level (TS_LEVEL_PICKER (self->picker), 0);
  ts_review_clear (GTK_WIDGET (self->submission));
  ts_review_clear (GTK_WIDGET (self->evidence));
  g_ptr_array_set_size (self->choices, 0);
  g_clear_pointer (&self->listed, g_free);
  ts_review_clear (GTK_WIDGET (self->enquiries));
  gtk_label_set_label (GTK_LABEL (self->attention), "");
}

static void
ts_desk_page_finalize (GObject *object)
{
  g_ptr_array_unref (TS_DESK_PAGE (object)->choices);
  g_free (TS_DESK_PAGE (object)->listed);

  G_OBJECT_CLASS (ts_desk_page_parent_class)->finalize (object);
}

static void
ts_desk_page_class_init (TsDeskPageClass *klass)
{
  TsCriteriaPageClass *page_class = TS_CRITERIA_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ts_desk_page_finalize;
  page_class->list = list;
  page_class->show = show;
  page_class->set_level = set_level;
  page_class->flush = flush;
  page_class->forget = forget;

  gtk_widget_class_install_action (widget_class, "desk.enquire", NULL, enquire_action);
  gtk_widget_class_install_action (widget_class, "desk.edit-enquiry", "s", enquire_action);
}

static GtkBox *
add_box (GtkBox *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (detail, box);

  return GTK_BOX (box);
}

static void
ts_desk_page_init (TsDeskPage *self)
{
  GtkBox *detail = ts_criteria_page_get_detail (TS_CRITERIA_PAGE (self));

  self->choices = g_ptr_array_new ();
  self->attention = ts_criteria_page_add_text (detail, "attention");
  self->submission = add_box (detail);
  gtk_widget_add_css_class (GTK_WIDGET (self->submission), "submission");
  self->picker = ts_criteria_page_add_levels (TS_CRITERIA_PAGE (self), detail, _("The desk’s level"));
  self->note = ts_note_field_new (_("Note"), _("What the panel should know"));
  g_signal_connect_object (self->note, "keep", G_CALLBACK (on_keep), self, G_CONNECT_SWAPPED);
  gtk_box_append (detail, self->note);
  self->evidence = add_box (detail);
  self->enquiries = add_box (detail);
}
