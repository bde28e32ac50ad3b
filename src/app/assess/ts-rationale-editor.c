/* ts-rationale-editor.c — where a board says why
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-rationale-editor.h"

#include <glib/gi18n-lib.h>

#include "app/assess/ts-rationale-draft.h"
#include "core/ts-text.h"

/* Long enough not to keep every letter, short enough that nobody waits for it. */
#define PAUSE_MILLISECONDS 700

struct _TsRationaleEditor
{
  AdwBin parent_instance;

  TsRationaleDraft *draft;
  guint pause_source;
  guint follow_source;
  gboolean showing; /* while the text on screen is replaced by us */
  gboolean typed;   /* whether anything was typed here, so that "Kept" is news */
  gboolean full;    /* whether the last insertion was cut */

  GtkLabel *sizer;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkWidget *prompt;
  GtkLabel *evidence_prompt;
  GtkLabel *status;
};

G_DEFINE_FINAL_TYPE (TsRationaleEditor, ts_rationale_editor, ADW_TYPE_BIN)

enum
{
  PROP_EDITABLE = 1,
  N_PROPS,
};

enum
{
  SIGNAL_KEEP,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_status (TsRationaleEditor *self)
{
  TsDraftStatus status = ts_rationale_draft_get_status (self->draft);
  const char *text = "";

  if (self->full)
    text = _("The text is as long as can be kept; the rest was left out");
  else if (status == TS_DRAFT_FAILED)
    text = _("Not kept yet");
  else if (status == TS_DRAFT_KEEPING || (status == TS_DRAFT_TYPING && self->typed))
    text = _("Keeping…");
  else if (self->typed)
    text = _("Kept");

  gtk_label_set_label (self->status, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status), *text != '\0');

  if (self->full || status == TS_DRAFT_FAILED)
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "error");
}

static void
update_prompt (TsRationaleEditor *self)
{
  gtk_widget_set_visible (self->prompt, gtk_text_buffer_get_char_count (self->buffer) == 0 &&
                                          gtk_text_view_get_editable (self->view));
}

static gboolean
pause_cb (gpointer user_data)
{
  TsRationaleEditor *self = user_data;

  self->pause_source = 0;
  ts_rationale_editor_flush (self);

  return G_SOURCE_REMOVE;
}

static void
buffer_changed_cb (TsRationaleEditor *self)
{
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  update_prompt (self);

  /* A text view knows its height only after it has been drawn; a label with the same text knows it for any width beforehand. */
  gtk_label_set_label (self->sizer, text);

  if (self->showing)
    return;

  ts_rationale_draft_type (self->draft, text);
  self->typed = TRUE;
  self->full = self->full && gtk_text_buffer_get_char_count (self->buffer) >= TS_TEXT_LONGEST;

  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE_MILLISECONDS, pause_cb, self);
  update_status (self);
}

/* Refuses what is beyond the longest text that can be kept, rather than losing it later. */
static void
insert_text_cb (TsRationaleEditor *self,
                GtkTextIter       *location,
                char              *text,
                int                length,
                GtkTextBuffer     *buffer)
{
  glong n_free = TS_TEXT_LONGEST - gtk_text_buffer_get_char_count (buffer);
  glong n_characters = g_utf8_strlen (text, length);

  if (self->showing || n_characters <= n_free)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  self->full = TRUE;

  if (n_free > 0)
    gtk_text_buffer_insert (buffer, location, text, (int) (g_utf8_offset_to_pointer (text, n_free) - text));

  update_status (self);
}

/* A text view scrolls to its cursor only by itself. This one grows instead, in a page that scrolls, so the page has to follow. */
static gboolean
follow_cursor_cb (gpointer user_data)
{
  TsRationaleEditor *self = user_data;
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GdkRectangle cursor;
  graphene_point_t top;
  int x;
  int y;

  self->follow_source = 0;

  if (viewport == NULL || !gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return G_SOURCE_REMOVE;

  gtk_text_view_get_cursor_locations (self->view, NULL, &cursor, NULL);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, cursor.x, cursor.y, &x, &y);

  if (gtk_widget_compute_point (GTK_WIDGET (self->view), gtk_viewport_get_child (GTK_VIEWPORT (viewport)),
                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &top))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                               MAX (top.y - cursor.height, 0), top.y + 2 * cursor.height);

  return G_SOURCE_REMOVE;
}

static void
cursor_moved_cb (TsRationaleEditor *self)
{
  /* After the layout, which the text may just have made higher. */
  if (self->follow_source == 0 && !self->showing)
    self->follow_source = g_idle_add_full (G_PRIORITY_LOW, follow_cursor_cb, self, NULL);
}

static void
focus_leave_cb (TsRationaleEditor *self)
{
  ts_rationale_editor_flush (self);
}

/* Replaces the text on screen. What was typed before has become history, so Ctrl+Z does not reach back beyond it. */
static void
show_text (TsRationaleEditor *self,
           const char        *text)
{
  self->showing = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->showing = FALSE;
  self->full = FALSE;
}

static void
ts_rationale_editor_dispose (GObject *object)
{
  TsRationaleEditor *self = TS_RATIONALE_EDITOR (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_handle_id (&self->follow_source, g_source_remove);

  G_OBJECT_CLASS (ts_rationale_editor_parent_class)->dispose (object);
}

static void
ts_rationale_editor_finalize (GObject *object)
{
  TsRationaleEditor *self = TS_RATIONALE_EDITOR (object);

  ts_rationale_draft_free (self->draft);

  G_OBJECT_CLASS (ts_rationale_editor_parent_class)->finalize (object);
}

static void
ts_rationale_editor_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TsRationaleEditor *self = TS_RATIONALE_EDITOR (object);

  switch (property_id)
    {
    case PROP_EDITABLE:
      g_value_set_boolean (value, gtk_text_view_get_editable (self->view));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_rationale_editor_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TsRationaleEditor *self = TS_RATIONALE_EDITOR (object);

  switch (property_id)
    {
    case PROP_EDITABLE:
      ts_rationale_editor_set_editable (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_rationale_editor_class_init (TsRationaleEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_rationale_editor_dispose;
  object_class->finalize = ts_rationale_editor_finalize;
  object_class->get_property = ts_rationale_editor_get_property;
  object_class->set_property = ts_rationale_editor_set_property;

  properties[PROP_EDITABLE] =
    g_param_spec_boolean ("editable", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_KEEP] =
    g_signal_new ("keep", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/rationale-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, TsRationaleEditor, sizer);
  gtk_widget_class_bind_template_child (widget_class, TsRationaleEditor, view);
  gtk_widget_class_bind_template_child (widget_class, TsRationaleEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, TsRationaleEditor, prompt);
  gtk_widget_class_bind_template_child (widget_class, TsRationaleEditor, evidence_prompt);
  gtk_widget_class_bind_template_child (widget_class, TsRationaleEditor, status);
  gtk_widget_class_bind_template_callback (widget_class, buffer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_leave_cb);
}

static void
ts_rationale_editor_init (TsRationaleEditor *self)
{
  self->draft = ts_rationale_draft_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ts_rationale_editor_new:
 *
 * Returns: (transfer floating): an empty editor
 */
GtkWidget *
ts_rationale_editor_new (void)
{
  return g_object_new (TS_TYPE_RATIONALE_EDITOR, NULL);
}

/**
 * ts_rationale_editor_set_node:
 * @self: a rationale editor
 * @node: the criterion that the rationale is of; its texts are copied
 */
void
ts_rationale_editor_set_node (TsRationaleEditor *self,
                              const TsNode      *node)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (TS_IS_RATIONALE_EDITOR (self));
  g_return_if_fail (node != NULL);

  gtk_label_set_label (self->evidence_prompt, node->evidence_prompt != NULL ? node->evidence_prompt : "");
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_prompt), node->evidence_prompt != NULL);

  /* Translators: what a screen reader says of a text, such as “Rationale for 5a Analytical skills” */
  name = ts_node_dup_name (node);
  label = g_strdup_printf (_("Rationale for %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * ts_rationale_editor_set_kept:
 * @self: a rationale editor
 * @text: (nullable): what is kept
 *
 * Shows it, unless something has been typed that is not kept.
 */
void
ts_rationale_editor_set_kept (TsRationaleEditor *self,
                              const char        *text)
{
  g_return_if_fail (TS_IS_RATIONALE_EDITOR (self));

  if (ts_rationale_draft_refresh (self->draft, text))
    {
      show_text (self, ts_rationale_draft_get_typed (self->draft));
      self->typed = FALSE;
    }

  update_status (self);
}

/**
 * ts_rationale_editor_set_editable:
 * @self: a rationale editor
 * @editable: whether the text can be changed; it can be selected and copied either way
 */
void
ts_rationale_editor_set_editable (TsRationaleEditor *self,
                                  gboolean           editable)
{
  g_return_if_fail (TS_IS_RATIONALE_EDITOR (self));

  if (gtk_text_view_get_editable (self->view) == !!editable)
    return;

  gtk_text_view_set_editable (self->view, editable);
  gtk_text_view_set_cursor_visible (self->view, editable);
  update_prompt (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

/**
 * ts_rationale_editor_flush:
 * @self: a rationale editor
 *
 * Asks at once to keep what has been typed, if there is anything that is not kept.
 */
void
ts_rationale_editor_flush (TsRationaleEditor *self)
{
  const char *text;

  g_return_if_fail (TS_IS_RATIONALE_EDITOR (self));

  g_clear_handle_id (&self->pause_source, g_source_remove);
  text = ts_rationale_draft_send (self->draft);

  if (text != NULL)
    g_signal_emit (self, signals[SIGNAL_KEEP], 0, text);

  update_status (self);
}

/**
 * ts_rationale_editor_finish:
 * @self: a rationale editor
 * @text: what it asked to keep
 * @success: whether that is kept
 */
void
ts_rationale_editor_finish (TsRationaleEditor *self,
                            const char        *text,
                            gboolean           success)
{
  g_return_if_fail (TS_IS_RATIONALE_EDITOR (self));
  g_return_if_fail (text != NULL);

  ts_rationale_draft_finish (self->draft, text, success);
  update_status (self);
}

/**
 * ts_rationale_editor_get_view:
 * @self: a rationale editor
 *
 * Returns: (transfer none): the text view
 */
GtkTextView *
ts_rationale_editor_get_view (TsRationaleEditor *self)
{
  g_return_val_if_fail (TS_IS_RATIONALE_EDITOR (self), NULL);

  return self->view;
}

/**
 * ts_rationale_editor_get_status:
 * @self: a rationale editor
 *
 * Returns: (transfer none): what it says about keeping; empty when there is nothing to say
 */
const char *
ts_rationale_editor_get_status (TsRationaleEditor *self)
{
  g_return_val_if_fail (TS_IS_RATIONALE_EDITOR (self), NULL);

  return gtk_label_get_label (self->status);
}
