/* ts-save-chooser.h — asks where something that a page shows is to be saved
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *ts_save_chooser_make_name (const char *title,
                                 const char *ending);
GtkFileChooserNative *ts_save_chooser_new (GtkWidget  *owner,
                                           const char *title,
                                           const char *name);
void ts_save_chooser_add_kind (GtkFileChooserNative *self,
                               const char           *name,
                               const char           *suffix);

G_END_DECLS
