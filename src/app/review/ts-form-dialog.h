/* ts-form-dialog.h — a question with a few answers to write
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsFormDialog:
 *
 * A message dialog with rows to fill in. It can be accepted as soon as every required row has something and every day and time is one.
 *
 * ## Signals
 *
 * - `accepted ()`
 */
#define TS_TYPE_FORM_DIALOG (ts_form_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TsFormDialog, ts_form_dialog, TS, FORM_DIALOG, AdwMessageDialog)

TsFormDialog *ts_form_dialog_new (GtkWidget  *origin,
                                  const char *heading,
                                  const char *body,
                                  const char *accept);
void ts_form_dialog_add_entry (TsFormDialog *self,
                               const char   *name,
                               const char   *title,
                               const char   *text,
                               gboolean      required);
void ts_form_dialog_add_day (TsFormDialog *self,
                             const char   *name,
                             const char   *title,
                             const char   *day);
void ts_form_dialog_add_time (TsFormDialog *self,
                              const char   *name,
                              const char   *title,
                              const char   *time);
void ts_form_dialog_add_choice (TsFormDialog       *self,
                                const char         *name,
                                const char         *title,
                                const char *const  *choices,
                                guint               chosen);
const char *ts_form_dialog_get_text (TsFormDialog *self,
                                     const char   *name);
guint ts_form_dialog_get_choice (TsFormDialog *self,
                                 const char   *name);
void ts_form_dialog_set_destructive (TsFormDialog *self);

G_END_DECLS
