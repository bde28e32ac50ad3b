/* ts-note-field.h — a text that is kept as it is written
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsNoteField:
 *
 * A title and a text below it. What is written is handed on after a short rest, and when the focus leaves or the field is given something else.
 * While somebody writes, what comes from elsewhere does not overwrite it.
 *
 * ## Signals
 *
 * - `keep (char *key, char *text)`: the text of what the field was given as @key is to be kept
 */
#define TS_TYPE_NOTE_FIELD (ts_note_field_get_type ())

G_DECLARE_FINAL_TYPE (TsNoteField, ts_note_field, TS, NOTE_FIELD, GtkWidget)

GtkWidget *ts_note_field_new (const char *title,
                              const char *hint);
void ts_note_field_set (TsNoteField *self,
                        const char  *key,
                        const char  *text);
void ts_note_field_set_title (TsNoteField *self,
                              const char  *title);
void ts_note_field_set_draft (TsNoteField *self,
                              gboolean     draft);
void ts_note_field_set_editable (TsNoteField *self,
                                 gboolean     editable);
char *ts_note_field_dup_text (TsNoteField *self);
void ts_note_field_flush (TsNoteField *self);
void ts_note_field_forget (TsNoteField *self);

G_END_DECLS
