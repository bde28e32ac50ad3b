/* ts-crosswalk-reader.h — crosswalk files, format 1
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-crosswalk.h"

G_BEGIN_DECLS

#define TS_CROSSWALK_LARGEST_FILE (1024 * 1024)

TsCrosswalk *ts_crosswalk_reader_read (const char         *file,
                                       const char         *text,
                                       gsize               length,
                                       const TsFramework  *from,
                                       const TsFramework  *to,
                                       GError            **error);

G_END_DECLS
