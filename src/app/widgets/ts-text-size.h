/* ts-text-size.h — how large text is
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double ts_text_size_get (GtkWidget *widget);

G_END_DECLS
