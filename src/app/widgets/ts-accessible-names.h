/* ts-accessible-names.h — names for what GTK leaves without one
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ts_accessible_names_start (void);

void ts_accessible_names_set_row (GtkWidget  *child,
                                  const char *name);

G_END_DECLS
