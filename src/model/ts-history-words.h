/* ts-history-words.h — what is looked up to put the journal into words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change-words.h"
#include "model/ts-worker.h"

G_BEGIN_DECLS

/**
 * TsHistoryWords:
 * @words: for the rules
 *
 * The framework of an assessment, and the names of what its rows refer to, read as they are asked for and then remembered. It lives on a
 * workbook's thread for as long as one piece of work.
 */
typedef struct
{
  TsWords words;
  TsFramework *framework;
  TsWorkplace *workplace;
  GHashTable *names;
} TsHistoryWords;

void ts_history_words_init (TsHistoryWords *self,
                            TsWorkplace    *workplace,
                            TsFramework    *framework);
void ts_history_words_clear (TsHistoryWords *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TsHistoryWords, ts_history_words_clear)

G_END_DECLS
