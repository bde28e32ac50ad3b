/* ts-evidence-text.h — the words in a file of evidence
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In bytes. Nobody looks for what stands behind this much in a file. */
#define TS_EVIDENCE_TEXT_LONGEST (1024 * 1024)

gboolean ts_evidence_text_is_in (const char *media_type,
                                 const char *file_name);
char *ts_evidence_text_decode (gconstpointer bytes,
                               gsize         n_bytes);

G_END_DECLS
