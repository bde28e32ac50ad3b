/* ts-font-preparation.h
 *
 * Finding fonts while something else is done.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsFontPreparation:
 *
 * Fonts that are being found on a thread of their own.
 */
typedef struct _TsFontPreparation TsFontPreparation;

TsFontPreparation *ts_font_preparation_begin (const char        *family);
void               ts_font_preparation_end   (TsFontPreparation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsFontPreparation, ts_font_preparation_end)

G_END_DECLS
