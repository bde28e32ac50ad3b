/* ts-level-words.h — levels as people read them
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-scale.h"

G_BEGIN_DECLS

char *ts_level_words_short  (const TsScale *scale,
                             int            level);
char *ts_level_words_middle (const TsScale *scale,
                             int            level);
char *ts_level_words_long   (const TsScale *scale,
                             int            level);

G_END_DECLS
