/* ts-reply-page.c — the organisation’s right of reply, line by line
 *
 * The organisation sees text and findings on evidence, never a level.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-reply-page.h"

#include "app/review/ts-note-field.h"
#include "app/review/ts-review-words.h"

#include <glib/gi18n-lib.h>

enum
{
  PASSAGE,
  ANSWER,
  RESPONSE,
  N_PARTS
};

static const struct
{
  const char *title;
  const char *hint;
  guint column;
} parts[N_PARTS] = {
  [PASSAGE] = { N_("What the organisation is shown"), N_("A passage of the report or a finding on evidence, without a level"), TS_REPLY_PASSAGE },
  [ANSWER] = { N_("Its answer"), N_("What the organisation says about it"), TS_REPLY_ANSWER },
  [RESPONSE] = { N_("What was made of it"), N_("What was corrected, or why nothing was"), TS_REPLY_RESPONSE },
};

struct _TsReplyPage
{
  TsReviewPage parent_instance;

  char *listed;      /* the lines that are shown, as one text */
  GPtrArray *fields; /* TsNoteField, borrowed from the widget tree; N_PARTS for each line */

  GtkBox *box;
  GtkWidget *empty;
  GtkWidget *fresh; /* for a new line */
};

G_DEFINE_FINAL_TYPE (TsReplyPage, ts_reply_page, TS_TYPE_REVIEW_PAGE)

static const TsRow *
find_line (TsReplyPage *self,
           const char  *id)
{
  const TsReviewSnapshot *review = ts_review_page_get_review (TS_REVIEW_PAGE (self));

  for (guint i = 0; review != NULL && i < review->replies->len; i++)
    {
      if (g_str_equal (ts_row_get_id (g_ptr_array_index (review->replies, i)), id))
        return g_ptr_array_index (review->replies, i);
    }

  return NULL;
}

static void
on_keep (TsReplyPage *self,
         const char  *key,
         const char  *text,
         TsNoteField *field)
{
  TsReviewPage *page = TS_REVIEW_PAGE (self);
  const TsRow *line = find_line (self, key);
  guint part = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (field), "part"));
  const char *texts[N_PARTS];
  TsReplyNote note;

  if (line == NULL)
    return;

  for (guint i = 0; i < N_PARTS; i++)
    texts[i] = i == part ? text : ts_row_get_text (line, parts[i].column);

  note = (TsReplyNote) { texts[PASSAGE], texts[ANSWER], part == ANSWER ? NULL : ts_row_get_text (line, TS_REPLY_ANSWERED), texts[RESPONSE] };
  ts_session_reply_async (ts_review_page_get_session (page), ts_review_page_get_assessment_id (page), ts_row_get_text (line, TS_REPLY_NODE), key, &note,
                          ts_errand_changed, ts_review_page_new_errand (page, _("The Reply Was Not Kept")));
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TsReplyPage *self = TS_REPLY_PAGE (widget);
  TsReviewPage *page = TS_REVIEW_PAGE (widget);
  g_autofree char *text = ts_note_field_dup_text (TS_NOTE_FIELD (self->fresh));
  const TsReplyNote note = { .passage = g_strstrip (text) };

  if (*text == '\0')
    {
      gtk_widget_grab_focus (self->fresh);
      return;
    }

  ts_session_reply_async (ts_review_page_get_session (page), ts_review_page_get_assessment_id (page), NULL, NULL, &note, ts_errand_changed,
                          ts_review_page_new_errand (page, _("The Passage Was Not Kept")));
  ts_note_field_forget (TS_NOTE_FIELD (self->fresh));
}

static void
add_lines (TsReplyPage            *self,
           const TsReviewSnapshot *review)
{
  ts_review_clear (GTK_WIDGET (self->box));
  g_ptr_array_set_size (self->fields, 0);

  for (guint i = 0; i < review->replies->len; i++)
    {
      GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

      gtk_widget_add_css_class (card, "card");
      gtk_widget_add_css_class (card, "criterion-card");

      for (guint j = 0; j < N_PARTS; j++)
        {
          g_autofree char *title = g_strdup_printf ("%u · %s", i + 1, _(parts[j].title));
          GtkWidget *field = ts_note_field_new (title, _(parts[j].hint));

          g_object_set_data (G_OBJECT (field), "part", GUINT_TO_POINTER (j));
          g_signal_connect_object (field, "keep", G_CALLBACK (on_keep), self, G_CONNECT_SWAPPED);
          gtk_box_append (GTK_BOX (card), field);
          g_ptr_array_add (self->fields, field);
        }

      gtk_box_append (self->box, card);
    }
}

static void
ts_reply_page_update (TsReviewPage *page)
{
  TsReplyPage *self = TS_REPLY_PAGE (page);
  const TsReviewSnapshot *review = ts_review_page_get_review (page);
  gboolean editable = ts_review_page_get_editable (page, TS_LAYER_FINAL);
  g_autoptr (GString) listed = g_string_new (NULL);

  for (guint i = 0; i < review->replies->len; i++)
    g_string_append_printf (listed, "%s\n", ts_row_get_id (g_ptr_array_index (review->replies, i)));

  if (g_strcmp0 (listed->str, self->listed) != 0)
    {
      add_lines (self, review);
      g_free (self->listed);
      self->listed = g_strdup (listed->str);
    }

  for (guint i = 0; i < self->fields->len; i++)
    {
      const TsRow *line = g_ptr_array_index (review->replies, i / N_PARTS);

      ts_note_field_set_editable (g_ptr_array_index (self->fields, i), editable);
      ts_note_field_set (g_ptr_array_index (self->fields, i), ts_row_get_id (line), ts_row_get_text (line, parts[i % N_PARTS].column));
    }

  gtk_widget_set_visible (self->empty, review->replies->len == 0);
  ts_note_field_set_editable (TS_NOTE_FIELD (self->fresh), editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reply.add", editable);
}

static void
ts_reply_page_flush (TsReviewPage *page)
{
  TsReplyPage *self = TS_REPLY_PAGE (page);

  for (guint i = 0; i < self->fields->len; i++)
    ts_note_field_flush (g_ptr_array_index (self->fields, i));
}

static void
ts_reply_page_forget (TsReviewPage *page)
{
  TsReplyPage *self = TS_REPLY_PAGE (page);

  for (guint i = 0; i < self->fields->len; i++)
    ts_note_field_forget (g_ptr_array_index (self->fields, i));

  ts_note_field_forget (TS_NOTE_FIELD (self->fresh));
  ts_review_clear (GTK_WIDGET (self->box));
  g_ptr_array_set_size (self->fields, 0);
  g_clear_pointer (&self->listed, g_free);
}

static void
ts_reply_page_finalize (GObject *object)
{
  TsReplyPage *self = TS_REPLY_PAGE (object);

  g_ptr_array_unref (self->fields);
  g_free (self->listed);

  G_OBJECT_CLASS (ts_reply_page_parent_class)->finalize (object);
}

static void
ts_reply_page_class_init (TsReplyPageClass *klass)
{
  TsReviewPageClass *page_class = TS_REVIEW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ts_reply_page_finalize;
  page_class->update = ts_reply_page_update;
  page_class->flush = ts_reply_page_flush;
  page_class->forget = ts_reply_page_forget;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "reply.add", NULL, add_action);
}

static void
ts_reply_page_init (TsReplyPage *self)
{
  GtkBox *column = ts_review_page_add_column (TS_REVIEW_PAGE (self), _("Right of Reply"));
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Put Up for Reply"));
  GtkWidget *text = gtk_label_new (_("Before anything is final, the organisation may check the facts. It sees passages of the report and findings on evidence, and answers line by line; "
                                     "it does not see levels."));

  self->fields = g_ptr_array_new ();
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_add_css_class (text, "dim-label");
  self->empty = gtk_label_new (_("Nothing has been put up for reply yet."));
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  self->box = GTK_BOX (lines);
  self->fresh = ts_note_field_new (_("New passage"), _(parts[PASSAGE].hint));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reply.add");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_box_append (column, text);
  gtk_box_append (column, self->empty);
  gtk_box_append (column, lines);
  gtk_box_append (column, self->fresh);
  gtk_box_append (column, button);
}
