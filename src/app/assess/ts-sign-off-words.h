/* ts-sign-off-words.h — the stages of an assessment in words
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-stage.h"
#include "model/ts-standing.h"

G_BEGIN_DECLS

const char *ts_sign_off_words_stage (TsStage stage);
char *ts_sign_off_words_day (const char *day);
char *ts_sign_off_words_title (const TsRow *record);
char *ts_sign_off_words_detail (const TsRow *record);
char *ts_sign_off_words_approval (const TsStanding *standing);

G_END_DECLS
