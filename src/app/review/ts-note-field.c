/* ts-note-field.c — a text that is kept as it is written
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-note-field.h"

/* How long somebody rests before what they wrote is kept. */
#define REST_MILLISECONDS 800

struct _TsNoteField
{
  GtkWidget parent_instance;

  char *key;
  gboolean dirty;
  gboolean draft;
  gboolean loading;
  guint rest;

  GtkLabel *title;
  GtkWidget *frame;
  GtkTextView *view;
  GtkWidget *hint;
};

enum
{
  KEEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsNoteField, ts_note_field, GTK_TYPE_WIDGET)

/**
 * ts_note_field_dup_text:
 * @self: a field
 *
 * Returns: (transfer full): what it says, kept or not
 */
char *
ts_note_field_dup_text (TsNoteField *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (TS_IS_NOTE_FIELD (self), NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * ts_note_field_flush:
 * @self: a field
 *
 * Hands on what has been written.
 */
void
ts_note_field_flush (TsNoteField *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TS_IS_NOTE_FIELD (self));

  g_clear_handle_id (&self->rest, g_source_remove);

  if (!self->dirty || self->draft || self->key == NULL)
    return;

  self->dirty = FALSE;
  text = ts_note_field_dup_text (self);
  g_signal_emit (self, signals[KEEP], 0, self->key, text);
}

/**
 * ts_note_field_forget:
 * @self: a field
 *
 * Drops what has been written and shows nothing any more: for when what it was given must not be seen.
 */
void
ts_note_field_forget (TsNoteField *self)
{
  g_return_if_fail (TS_IS_NOTE_FIELD (self));

  self->dirty = FALSE;
  ts_note_field_set (self, NULL, NULL);
}

static gboolean
on_rest (gpointer data)
{
  TsNoteField *self = data;

  self->rest = 0;
  ts_note_field_flush (self);

  return G_SOURCE_REMOVE;
}

static void
update_hint (TsNoteField *self)
{
  gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->view)) == 0);
}

static void
on_buffer_changed (TsNoteField *self)
{
  update_hint (self);

  if (self->loading)
    return;

  self->dirty = TRUE;
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MILLISECONDS, on_rest, self);
}

static void
ts_note_field_dispose (GObject *object)
{
  TsNoteField *self = TS_NOTE_FIELD (object);
  GtkWidget *child;

  g_clear_handle_id (&self->rest, g_source_remove);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ts_note_field_parent_class)->dispose (object);
}

static void
ts_note_field_finalize (GObject *object)
{
  g_free (TS_NOTE_FIELD (object)->key);

  G_OBJECT_CLASS (ts_note_field_parent_class)->finalize (object);
}

static gboolean
ts_note_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TS_NOTE_FIELD (widget)->view));
}

static gboolean
ts_note_field_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  return gtk_widget_child_focus (TS_NOTE_FIELD (widget)->frame, direction);
}

static void
ts_note_field_class_init (TsNoteFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_note_field_dispose;
  object_class->finalize = ts_note_field_finalize;
  widget_class->grab_focus = ts_note_field_grab_focus;
  widget_class->focus = ts_note_field_focus;

  signals[KEEP] = g_signal_new ("keep", TS_TYPE_NOTE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "notefield");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/review/note-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TsNoteField, title);
  gtk_widget_class_bind_template_child (widget_class, TsNoteField, frame);
  gtk_widget_class_bind_template_child (widget_class, TsNoteField, view);
  gtk_widget_class_bind_template_child (widget_class, TsNoteField, hint);
}

static void
ts_note_field_init (TsNoteField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (on_buffer_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (ts_note_field_flush), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
}

/**
 * ts_note_field_new:
 * @title: what is to be written, for people
 * @hint: (nullable): what stands there while nothing is written
 *
 * Returns: (transfer floating): a field that has been given nothing yet
 */
GtkWidget *
ts_note_field_new (const char *title,
                   const char *hint)
{
  TsNoteField *self = g_object_new (TS_TYPE_NOTE_FIELD, NULL);

  ts_note_field_set_title (self, title);
  gtk_label_set_label (GTK_LABEL (self->hint), hint != NULL ? hint : "");

  return GTK_WIDGET (self);
}

void
ts_note_field_set_title (TsNoteField *self,
                         const char  *title)
{
  g_return_if_fail (TS_IS_NOTE_FIELD (self) && title != NULL);

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
ts_note_field_set_editable (TsNoteField *self,
                            gboolean     editable)
{
  g_return_if_fail (TS_IS_NOTE_FIELD (self));

  gtk_text_view_set_editable (self->view, editable);
  gtk_text_view_set_cursor_visible (self->view, editable);
}

/**
 * ts_note_field_set_draft:
 * @self: a field
 * @draft: whether what is written stays here, until somebody takes it with ts_note_field_dup_text()
 */
void
ts_note_field_set_draft (TsNoteField *self,
                         gboolean     draft)
{
  g_return_if_fail (TS_IS_NOTE_FIELD (self));

  self->draft = draft;
}

/**
 * ts_note_field_set:
 * @self: a field
 * @key: (nullable): what the text belongs to
 * @text: (nullable): what is kept of it
 *
 * Of the same key, a text that somebody is writing is left as it is.
 */
void
ts_note_field_set (TsNoteField *self,
                   const char  *key,
                   const char  *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (TS_IS_NOTE_FIELD (self));

  if (g_strcmp0 (self->key, key) == 0 && self->dirty)
    return;

  ts_note_field_flush (self);
  self->dirty = FALSE;

  if (g_strcmp0 (self->key, key) != 0)
    {
      g_free (self->key);
      self->key = g_strdup (key);
    }

  shown = ts_note_field_dup_text (self);

  if (g_strcmp0 (shown, text != NULL ? text : "") == 0)
    return;

  self->loading = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text != NULL ? text : "", -1);
  self->loading = FALSE;
}
