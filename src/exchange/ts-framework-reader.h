/* ts-framework-reader.h — framework files, format 1
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"

G_BEGIN_DECLS

/* Far beyond any framework, and little enough to be read at once. */
#define TS_FRAMEWORK_LARGEST_FILE (4 * 1024 * 1024)

TsFramework *ts_framework_reader_read (const char  *file,
                                       const char  *text,
                                       gsize        length,
                                       GError     **error);
TsFramework *ts_framework_reader_read_file (const char  *path,
                                            char       **text,
                                            GError     **error);

G_END_DECLS
