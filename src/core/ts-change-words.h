/* ts-change-words.h — a change in words, from what to what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "core/ts-framework.h"

G_BEGIN_DECLS

/**
 * TsWordsFunction:
 * @entity: a kind of row
 * @id: a row's id
 * @data: the caller's
 *
 * Returns: (transfer none) (nullable): what people call that row
 */
typedef const char *(*TsWordsFunction) (TsEntity    entity,
                                        const char *id,
                                        gpointer    data);

/**
 * TsWords:
 * @framework: (nullable): the framework whose scales levels are read on; without it, a level is its number
 * @name: (nullable): finds what people call items of evidence and outcomes
 * @data: for @name
 *
 * What is looked up to put a change into words.
 */
typedef struct
{
  const TsFramework *framework;
  TsWordsFunction name;
  gpointer data;
} TsWords;

char *ts_words_describe_row (const TsWords     *self,
                             const TsChangeRow *row);
char *ts_words_describe_side (const TsWords *self,
                              const TsRow   *row);
char *ts_words_name_level (const TsWords *self,
                           const char    *node_id,
                           int            level);
void ts_words_shorten_pair (const char  *before,
                            const char  *after,
                            char       **short_before,
                            char       **short_after);

G_END_DECLS
