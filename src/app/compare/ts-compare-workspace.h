/* ts-compare-workspace.h — the workspace in which organisations are set side by side
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TsCompareWorkspace:
 *
 * A #TsWorkspace: the sidebar of pages, the filters that they share, and the page that is chosen. On a narrow window the sidebar folds and lies over
 * the page. It has the actions of #TsCompareActions as `compare`, and `comparisons.show` (the name of a page).
 *
 * Properties: `place` (the name of the page), and those of #TsWorkspace.
 */
#define TS_TYPE_COMPARE_WORKSPACE (ts_compare_workspace_get_type ())

G_DECLARE_FINAL_TYPE (TsCompareWorkspace, ts_compare_workspace, TS, COMPARE_WORKSPACE, AdwBin)

GtkWidget *ts_compare_workspace_new (void);
const char *ts_compare_workspace_get_place (TsCompareWorkspace *self);
void ts_compare_workspace_show_place (TsCompareWorkspace *self,
                                      const char         *place);

G_END_DECLS
