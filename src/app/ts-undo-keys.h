/* ts-undo-keys.h — whose Control+Z it is
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ts_undo_keys_attach (GtkWindow *window);
gboolean ts_undo_keys_belong_to_text (GtkWidget *focus,
                                      gboolean   redo);

G_END_DECLS
