/* ts-workbook-chooser.h — choosing workbooks in a file chooser
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TS_WORKBOOK_SUFFIX ".touchstone"

void ts_workbook_chooser_add_filters (GtkFileChooser *chooser);
GFile *ts_workbook_chooser_complete (GFile    *file,
                                     gboolean *changed);

G_END_DECLS
