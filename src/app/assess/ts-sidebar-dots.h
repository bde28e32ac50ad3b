/* ts-sidebar-dots.h — how far the parts of a competency have come, as dots
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "app/assess/ts-place.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsSidebarDots:
 *
 * One dot a part: filled when it is ready, half filled when it is rated and lacks a reason or evidence, hollow when it is not rated. Says
 * nothing to a screen reader; the row that it stands in does.
 *
 * ## CSS nodes
 *
 * `dots` with a `dot` for each part, which has the class `.unrated`, `.rated` or `.ready`.
 */
#define TS_TYPE_SIDEBAR_DOTS (ts_sidebar_dots_get_type ())

G_DECLARE_FINAL_TYPE (TsSidebarDots, ts_sidebar_dots, TS, SIDEBAR_DOTS, GtkWidget)

void ts_sidebar_dots_set_parts (TsSidebarDots *self,
                                const TsPart  *parts,
                                guint          n_parts);

G_END_DECLS
