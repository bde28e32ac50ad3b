/* ts-rationale-editor.h — where a board says why
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "core/ts-framework.h"

G_BEGIN_DECLS

/**
 * TsRationaleEditor:
 *
 * The rationale of a criterion. It grows with its text and asks to keep it a moment after the last key and when the focus leaves. What is kept
 * elsewhere in the meantime never replaces what is being typed.
 *
 * ## Signals
 *
 * - `keep (text)`: keep this; [method@RationaleEditor.finish] has to follow, once for each, in order
 *
 * ## Keys
 *
 * - Ctrl+Z takes back typing while there is some to take back
 * - Tab leaves the text
 *
 * Properties: `editable`.
 */
#define TS_TYPE_RATIONALE_EDITOR (ts_rationale_editor_get_type ())

G_DECLARE_FINAL_TYPE (TsRationaleEditor, ts_rationale_editor, TS, RATIONALE_EDITOR, AdwBin)

GtkWidget   *ts_rationale_editor_new          (void);
void         ts_rationale_editor_set_node     (TsRationaleEditor *self,
                                               const TsNode      *node);
void         ts_rationale_editor_set_kept     (TsRationaleEditor *self,
                                               const char        *text);
void         ts_rationale_editor_set_editable (TsRationaleEditor *self,
                                               gboolean           editable);
void         ts_rationale_editor_flush        (TsRationaleEditor *self);
void         ts_rationale_editor_finish       (TsRationaleEditor *self,
                                               const char        *text,
                                               gboolean           success);
GtkTextView *ts_rationale_editor_get_view     (TsRationaleEditor *self);
const char  *ts_rationale_editor_get_status   (TsRationaleEditor *self);

G_END_DECLS
