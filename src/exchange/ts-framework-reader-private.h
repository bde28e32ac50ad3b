/* ts-framework-reader-private.h — the parts of reading a framework
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework-builder.h"
#include "exchange/ts-json-place.h"

G_BEGIN_DECLS

/* In characters. */
#define TS_FRAMEWORK_LONGEST_TEXT    4000
#define TS_FRAMEWORK_LONGEST_TITLE   200
#define TS_FRAMEWORK_LONGEST_EDITION 64
#define TS_FRAMEWORK_LONGEST_ID      64

gboolean ts_framework_read_stages (TsFrameworkBuilder  *builder,
                                   const TsJsonPlace   *root,
                                   GError             **error);
gboolean ts_framework_read_scales (TsFrameworkBuilder  *builder,
                                   const TsJsonPlace   *root,
                                   GError             **error);
gboolean ts_framework_read_sections (TsFrameworkBuilder  *builder,
                                     const TsJsonPlace   *root,
                                     GError             **error);

G_END_DECLS
