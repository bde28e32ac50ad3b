/* ts-panel-report-page.c — writing the panel’s report beside the facts
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-panel-report-page.h"

#include "app/review/ts-form-dialog.h"
#include "app/review/ts-note-field.h"
#include "app/review/ts-review-words.h"
#include "core/ts-report-section.h"
#include "model/ts-standing.h"

#include <glib/gi18n-lib.h>

struct _TsPanelReportPage
{
  TsReviewPage parent_instance;

  TsFramework *framework; /* of which the areas are shown */
  GPtrArray *fields;      /* TsNoteField, borrowed from the widget tree */
  GPtrArray *sections;    /* the part of the report that each is */
  GPtrArray *facts;       /* GtkLabel, borrowed from the widget tree, of each area */
  GPtrArray *groups;      /* TsNode of each */

  GtkBox *box;
  GtkBox *stage;
};

G_DEFINE_FINAL_TYPE (TsPanelReportPage, ts_panel_report_page, TS_TYPE_REVIEW_PAGE)

static void
on_keep (TsPanelReportPage *self,
         const char        *key,
         const char        *text,
         TsNoteField       *field)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);
  g_auto (GStrv) names = g_strsplit (key, " ", 2);

  /* A key is the assessment and the section: what was written for one is not kept for another. */
  if (g_strv_length (names) == 2)
    ts_session_write_report_async (ts_review_page_get_session (page), names[0], names[1], text, ts_errand_changed,
                                   ts_review_page_new_errand (page, _("The Text Was Not Kept")));
}

static void
add_field (TsPanelReportPage *self,
           GtkBox            *box,
           const char        *title,
           const char        *hint,
           char              *section) /* (transfer full) */
{
  GtkWidget *field = ts_note_field_new (title, hint);

  g_signal_connect_object (field, "keep", G_CALLBACK (on_keep), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, field);
  g_ptr_array_add (self->fields, field);
  g_ptr_array_add (self->sections, section);
}

static GtkBox *
add_card (TsPanelReportPage *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "criterion-card");
  gtk_box_append (self->box, card);

  return GTK_BOX (card);
}

static GtkWidget *
add_label (GtkBox     *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  gtk_box_append (box, label);

  return label;
}

static void
add_area (TsPanelReportPage *self,
          TsNode            *group)
{
  GtkBox *card = add_card (self);
  g_autofree char *name = ts_node_dup_name (group);
  g_autofree char *commentary = g_strdup_printf (_("Commentary on %s"), ts_node_get_short_name (group));
  g_autofree char *difference = g_strdup_printf (_("Why the panel’s levels differ from the board’s on %s"), ts_node_get_short_name (group));

  add_label (card, name, "heading");
  g_ptr_array_add (self->facts, add_label (card, NULL, "caption"));
  g_ptr_array_add (self->groups, group);
  add_field (self, card, commentary, _("What the panel found"), ts_report_section_commentary (group->id));
  add_field (self, card, difference, _("Only where they differ; left empty, the panel’s reasons are printed"), ts_report_section_difference (group->id));
}

static void
build (TsPanelReportPage *self,
       TsFramework       *framework)
{
  GtkBox *card;

  ts_review_clear (GTK_WIDGET (self->box));
  g_ptr_array_set_size (self->fields, 0);
  g_ptr_array_set_size (self->sections, 0);
  g_ptr_array_set_size (self->facts, 0);
  g_ptr_array_set_size (self->groups, 0);
  g_clear_pointer (&self->framework, ts_framework_unref);
  self->framework = ts_framework_ref (framework);

  card = add_card (self);
  add_label (card, _("Overall Impression and Recommendations"), "heading");
  add_field (self, card, _("Overall impression"), _("What a reader should take away about this organisation"), g_strdup (TS_REPORT_SECTION_IMPRESSION));

  for (guint i = 1; i <= TS_REPORT_SECTION_N_RECOMMENDATIONS; i++)
    {
      g_autofree char *title = g_strdup_printf (_("Main recommendation %u"), i);

      add_field (self, card, title, _("What the board should do, put so that it can be seen whether it was done"), ts_report_section_recommendation (i));
    }

  add_field (self, card, _("Potential for improvement"), _("How well placed the organisation is to improve, and why"), g_strdup (TS_REPORT_SECTION_POTENTIAL));

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      for (guint j = 0; section->kind == TS_SECTION_GRADED && j < section->groups->len; j++)
        add_area (self, g_ptr_array_index (section->groups, j));
    }
}

static void
append_fact (GString                *text,
             const TsReviewSnapshot *review,
             const TsNode           *node)
{
  g_autofree char *board = ts_review_words_level (node, ts_review_snapshot_get_level (review, node->id, TS_LAYER_SELF));
  int level = ts_review_snapshot_get_level (review, node->id, TS_LAYER_PANEL);
  g_autofree char *panel = level > 0 ? ts_review_words_level (node, level) : g_strdup (_("not agreed yet"));
  const TsRow *rating = ts_review_snapshot_find_rating (review, node->id, TS_LAYER_PANEL, "");
  const char *reason = rating != NULL ? ts_row_get_text (rating, TS_RATING_RATIONALE) : NULL;
  g_autofree char *name = ts_node_dup_name (node);

  /* Translators: a criterion, and the levels of the board and of the panel */
  g_string_append_printf (text, _("%s%s: board %s, panel %s."), text->len > 0 ? "\n" : "", name, board, panel);

  if (reason != NULL)
    g_string_append_printf (text, " %s", reason);
}

static char *
describe_area (const TsReviewSnapshot *review,
               const TsNode           *group)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < group->criteria->len; i++)
    append_fact (text, review, g_ptr_array_index (group->criteria, i));

  if (group->criteria->len == 0)
    append_fact (text, review, group);

  return g_string_free (text, FALSE);
}

/* --- Stages ------------------------------------------------------------------------------------------------------- */

static void
on_move_accepted (TsPanelReportPage *self,
                  TsFormDialog      *dialog)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);
  TsStage to = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "to"));

  ts_session_move_stage_async (ts_review_page_get_session (page), ts_review_page_get_assessment_id (page), to, ts_form_dialog_get_text (dialog, "name"), NULL,
                               NULL, ts_form_dialog_get_text (dialog, "day"), ts_form_dialog_get_text (dialog, "reason"), ts_errand_changed,
                               ts_review_page_new_errand (page, _("The Stage Was Not Changed")));
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TsReviewPage *page = TS_REVIEW_PAGE (widget);
  const TsReviewSnapshot *review = ts_review_page_get_review (page);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");
  g_autofree char *heading = NULL;
  TsFormDialog *dialog;
  TsStage stage;
  int to;

  if (!ts_stage_from_name (ts_row_get_text (review->assessment, TS_ASSESSMENT_STAGE), &stage))
    return;

  to = (int) stage + (g_str_equal (action_name, "panel-report.move-on") ? 1 : -1);

  if (to < TS_STAGE_SUBMITTED || to >= TS_N_STAGES)
    return;

  ts_review_page_flush (page);
  /* Translators: a stage, as in “Move to Panel” */
  heading = g_strdup_printf (_("Move to “%s”"), ts_stage_get_title ((TsStage) to));
  dialog = ts_form_dialog_new (widget, heading,
                               to > (int) stage ? _("What belongs to the stages before stays as it is from then on.") : _("What belongs to this stage can be changed again. The reason is kept."),
                               _("_Move"));
  g_object_set_data (G_OBJECT (dialog), "to", GUINT_TO_POINTER ((guint) to));
  ts_form_dialog_add_entry (dialog, "name", _("Decided by"), ts_session_get_person (ts_review_page_get_session (page)), TRUE);
  ts_form_dialog_add_day (dialog, "day", _("Day"), today);
  ts_form_dialog_add_entry (dialog, "reason", to > (int) stage ? _("Note, or reason for going on without") : _("Reason"), NULL, to < (int) stage);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_move_accepted), widget, G_CONNECT_SWAPPED);
}

static guint
count_without (const TsReviewSnapshot *review,
               TsLayer                 layer)
{
  guint count = 0;

  for (guint i = 0; i < review->criteria->len; i++)
    count += ts_review_snapshot_get_level (review, ((TsNode *) g_ptr_array_index (review->criteria, i))->id, layer) == 0;

  return count;
}

static guint
count_unanswered (const TsReviewSnapshot *review)
{
  guint count = 0;

  for (guint i = 0; i < review->replies->len; i++)
    count += !ts_row_has (g_ptr_array_index (review->replies, i), TS_REPLY_ANSWER);

  return count;
}

/* What the stage is for that is not done yet; it can be moved on all the same. (transfer full) (nullable) */
static char *
describe_open (const TsReviewSnapshot *review,
               TsStage                 stage)
{
  guint count;

  switch (stage)
    {
    case TS_STAGE_DESK_REVIEW:
      count = count_without (review, TS_LAYER_DESK);

      return count > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u criterion has no desk level.", "%u criteria have no desk level.", count), count) : NULL;

    case TS_STAGE_PANEL:
      count = count_without (review, TS_LAYER_PANEL);

      return count > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The panel has not agreed on %u criterion.", "The panel has not agreed on %u criteria.", count), count)
                       : NULL;

    case TS_STAGE_MODERATED:
      count = count_unanswered (review);

      if (review->replies->len == 0)
        return g_strdup (_("Nothing has been put up for reply."));

      return count > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u passage put up for reply has no answer.", "%u passages put up for reply have no answer.", count), count)
                       : NULL;

    case TS_STAGE_FINAL:
      return g_hash_table_lookup (review->texts, TS_REPORT_SECTION_IMPRESSION) == NULL ? g_strdup (_("The report has no overall impression.")) : NULL;

    default:
      return NULL;
    }
}

/* Why it cannot be moved on: what core/ts-sign-off would refuse is said before anybody tries. (transfer full) (nullable) */
static char *
describe_missing (const TsReviewSnapshot *review,
                  TsStage                 stage)
{
  g_autofree char *awaited = NULL;

  if (stage < TS_STAGE_SUBMITTED)
    return g_strdup (_("The board has not handed it in yet; that is done on the page Sign-off of the workspace Assess."));

  if (stage != TS_STAGE_PANEL || (awaited = ts_review_words_awaited (review)) == NULL || ts_sight_count_awaited (&review->sight->sight) == 0)
    return NULL;

  /* Translators: names of people */
  return g_strdup_printf (_("It can be moved on once everybody has sealed their scores, or the chair has opened them early. Not sealed yet: %s."), awaited);
}

static void
add_move (GtkBox *buttons,
          const char *label,
          char *name, /* (transfer full) */
          const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  ts_review_name (button, name);
  gtk_box_append (buttons, button);
  g_free (name);
}

static void
show_stage (TsPanelReportPage      *self,
            const TsReviewSnapshot *review)
{
  gboolean writable = !ts_review_model_get_read_only (ts_review_page_get_model (TS_REVIEW_PAGE (self)));
  g_autofree char *title = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *open = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *group;
  GtkWidget *row;
  GtkWidget *buttons;
  TsStage stage;

  ts_review_clear (GTK_WIDGET (self->stage));

  if (!ts_stage_from_name (ts_row_get_text (review->assessment, TS_ASSESSMENT_STAGE), &stage))
    return;

  missing = describe_missing (review, stage);
  open = describe_open (review, stage);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel-report.move-on", writable && missing == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel-report.move-back", writable);

  if (stage >= TS_STAGE_SUBMITTED && stage + 1 < TS_N_STAGES)
    /* Translators: a stage */
    g_string_append_printf (text, _("Next: %s."), ts_stage_get_title (stage + 1));

  if (missing != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", missing);

  if (open != NULL)
    /* Translators: a sentence that says what is open */
    g_string_append_printf (text, _("%sStill open: %s"), text->len > 0 ? "\n" : "", open);

  group = ts_review_add_group (self->stage, _("Stage of the Review"), NULL);
  title = g_strdup_printf (_("Stage %d of %d: %s"), (int) stage + 1, (int) TS_N_STAGES, ts_stage_get_title (stage));
  row = ts_review_add_row (group, title, text->len > 0 ? text->str : NULL);

  if (stage < TS_STAGE_SUBMITTED)
    return;

  /* Below the words, so that there is room for both on a narrow window. */
  buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (buttons, "row-buttons");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);

  if (stage > TS_STAGE_SUBMITTED)
    add_move (GTK_BOX (buttons), _("Back…"), g_strdup_printf (_("Move back to “%s”"), ts_stage_get_title (stage - 1)), "panel-report.move-back");

  if (stage + 1 < TS_N_STAGES)
    add_move (GTK_BOX (buttons), _("Move On…"), g_strdup_printf (_("Move on to “%s”"), ts_stage_get_title (stage + 1)), "panel-report.move-on");

  row = adw_preferences_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), buttons);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
ts_panel_report_page_update (TsReviewPage *page)
{
  TsPanelReportPage *self = TS_PANEL_REPORT_PAGE (page);
  const TsReviewSnapshot *review = ts_review_page_get_review (page);
  gboolean editable = ts_review_page_get_editable (page, TS_LAYER_FINAL);

  show_stage (self, review);

  if (self->framework != review->framework)
    build (self, review->framework);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const char *section = g_ptr_array_index (self->sections, i);
      g_autofree char *key = g_strdup_printf ("%s %s", ts_row_get_id (review->assessment), section);

      ts_note_field_set_editable (g_ptr_array_index (self->fields, i), editable);
      ts_note_field_set (g_ptr_array_index (self->fields, i), key, g_hash_table_lookup (review->texts, section));
    }

  for (guint i = 0; i < self->facts->len; i++)
    {
      g_autofree char *facts = describe_area (review, g_ptr_array_index (self->groups, i));

      gtk_label_set_label (g_ptr_array_index (self->facts, i), facts);
    }
}

static void
ts_panel_report_page_flush (TsReviewPage *page)
{
  TsPanelReportPage *self = TS_PANEL_REPORT_PAGE (page);

  for (guint i = 0; i < self->fields->len; i++)
    ts_note_field_flush (g_ptr_array_index (self->fields, i));
}

static void
ts_panel_report_page_forget (TsReviewPage *page)
{
  TsPanelReportPage *self = TS_PANEL_REPORT_PAGE (page);

  for (guint i = 0; i < self->fields->len; i++)
    ts_note_field_forget (g_ptr_array_index (self->fields, i));

  for (guint i = 0; i < self->facts->len; i++)
    gtk_label_set_label (g_ptr_array_index (self->facts, i), "");
}

static void
ts_panel_report_page_finalize (GObject *object)
{
  TsPanelReportPage *self = TS_PANEL_REPORT_PAGE (object);

  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->groups);
  g_clear_pointer (&self->framework, ts_framework_unref);

  G_OBJECT_CLASS (ts_panel_report_page_parent_class)->finalize (object);
}

static void
ts_panel_report_page_class_init (TsPanelReportPageClass *klass)
{
  TsReviewPageClass *page_class = TS_REVIEW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ts_panel_report_page_finalize;
  page_class->update = ts_panel_report_page_update;
  page_class->flush = ts_panel_report_page_flush;
  page_class->forget = ts_panel_report_page_forget;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "panel-report.move-on", NULL, move_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "panel-report.move-back", NULL, move_action);
}

static void
ts_panel_report_page_init (TsPanelReportPage *self)
{
  GtkBox *column = ts_review_page_add_column (TS_REVIEW_PAGE (self), _("Panel Report"));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *save = gtk_button_new_with_mnemonic (_("Save as P_DF…"));
  GtkWidget *print = gtk_button_new_with_mnemonic (_("_Print…"));

  self->fields = g_ptr_array_new ();
  self->sections = g_ptr_array_new_with_free_func (g_free);
  self->facts = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "win.save-report");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "win.print");
  gtk_box_append (GTK_BOX (buttons), save);
  gtk_box_append (GTK_BOX (buttons), print);
  gtk_box_append (column, buttons);
  self->stage = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (column, GTK_WIDGET (self->stage));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_box_append (column, GTK_WIDGET (self->box));
}
