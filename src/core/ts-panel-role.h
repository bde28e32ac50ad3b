/* ts-panel-role.h — in which role somebody sits on a panel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TS_PANEL_ROLE_CHAIR     "chair"
#define TS_PANEL_ROLE_CLINICIAN "clinician"

const char *const *ts_panel_role_list (void);
const char *ts_panel_role_get_title (const char *role);
gboolean ts_panel_role_is_valid (const char *role);
gboolean ts_panel_role_scores (const char *role);

G_END_DECLS
