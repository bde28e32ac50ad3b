/* ts-organisations-document.h — organisations in JSON, with all that is known of their lives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-import.h"

G_BEGIN_DECLS

/* Far above what there ever was, and little enough to be held and checked at once. */
#define TS_ORGANISATIONS_LARGEST_DOCUMENT (64 * 1024 * 1024)
#define TS_ORGANISATIONS_MOST             100000
#define TS_ORGANISATIONS_MOST_SPANS       1000

gboolean ts_organisations_document_read (TsImport      *import,
                                         GInputStream  *stream,
                                         GPtrArray     *drafts,
                                         GError       **error);

G_END_DECLS
