/* ts-text.h — text from outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In characters. A rationale of ten thousand characters is long but real; a name or title of more than this is a mistake. */
#define TS_TEXT_LONGEST_LINE 500
#define TS_TEXT_LONGEST      100000

/**
 * TsTextKind:
 * @TS_TEXT_LINE: one line, not empty: a name, a title, a code
 * @TS_TEXT_PARAGRAPHS: any number of lines, may be empty
 */
typedef enum
{
  TS_TEXT_LINE,
  TS_TEXT_PARAGRAPHS,
} TsTextKind;

gboolean ts_text_check (const char  *text,
                        gssize       length,
                        TsTextKind   kind,
                        GError     **error);
char *ts_text_clean (const char *text,
                     gssize      length,
                     TsTextKind  kind);
char *ts_text_isolate (const char *text);

G_END_DECLS
