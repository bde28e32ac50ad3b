/* key-fixture.h — keys in a test
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Runs the shortcuts of the widget and of what it stands in, in the order in which GTK asks them, until one takes the key; whether one
 * did. What a widget does with keys that are not shortcuts, such as typing, is not tried. */
gboolean key_fixture_press (GtkWidget       *widget,
                            guint            keyval,
                            GdkModifierType  modifiers);

/* Types at the cursor, as an input method would. */
void key_fixture_type (GtkTextView *view,
                       const char  *text);

G_END_DECLS
