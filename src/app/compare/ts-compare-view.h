/* ts-compare-view.h — the workspace in which organisations are set side by side
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsCompareView:
 *
 * A #TsWorkspace: the sidebar of pages, the filters that they share, and the page that is chosen. On a narrow window the sidebar folds and lies over
 * the page. It has the actions of #TsCompareActions as `compare`, and `compare-view.show-page` (the name of a page).
 *
 * Properties: `place` (the name of the page), and those of #TsWorkspace.
 */
#define TS_TYPE_COMPARE_VIEW (ts_compare_view_get_type ())

G_DECLARE_FINAL_TYPE (TsCompareView, ts_compare_view, TS, COMPARE_VIEW, AdwBin)

GtkWidget *ts_compare_view_new (void);
const char *ts_compare_view_get_place (TsCompareView *self);
void ts_compare_view_show_place (TsCompareView *self,
                                 const char    *place);
gboolean ts_compare_view_get_busy (TsCompareView *self);

G_END_DECLS
