/* ts-text-match.h — finding words in texts
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is typed beyond this is passed over. */
#define TS_TEXT_QUERY_MOST_WORDS 16

/* A word is cut here. In bytes, once it is folded. */
#define TS_TEXT_QUERY_LONGEST_WORD 96

/**
 * TsTextRange:
 * @start: the first byte
 * @end: the byte behind the last
 *
 * A part of a text, at whole characters.
 */
typedef struct
{
  guint start;
  guint end;
} TsTextRange;

/**
 * TsTextQuery:
 *
 * The words that somebody looks for. Immutable.
 */
typedef struct _TsTextQuery TsTextQuery;

TsTextQuery *ts_text_query_new (const char *text);
void ts_text_query_free (TsTextQuery *self);

guint ts_text_query_get_n_words (const TsTextQuery *self);
const char *ts_text_query_get_word (const TsTextQuery *self,
                                    guint              position);
gboolean ts_text_query_is_prefix (const TsTextQuery *self,
                                  guint              position);
guint ts_text_query_get_all (const TsTextQuery *self);

guint ts_text_query_find (const TsTextQuery *self,
                          const char        *text,
                          GArray            *ranges);
char *ts_text_query_cut (const TsTextQuery *self,
                         const char        *text,
                         guint              length,
                         GArray            *ranges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsTextQuery, ts_text_query_free)

G_END_DECLS
