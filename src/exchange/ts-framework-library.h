/* ts-framework-library.h — the frameworks that come with Touchstone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"
#include "core/ts-row.h"

G_BEGIN_DECLS

const char *const *ts_framework_library_list (void);
gboolean ts_framework_library_has (const char *id);
TsFramework *ts_framework_library_get (const char  *id,
                                       GError     **error);
char *ts_framework_library_get_text (const char  *id,
                                     GError     **error);
TsRow *ts_framework_library_make_row (const TsFramework *framework,
                                      const char        *text);

G_END_DECLS
