/* ts-replace.h — one file in the place of another that may be a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsReplacement:
 *
 * The right to replace a file: nobody has it open, and as long as this exists no program of ours opens it.
 */
typedef struct _TsReplacement TsReplacement;

TsReplacement *ts_replacement_begin (const char  *path,
                                     GError     **error);
gboolean ts_replacement_set_aside (TsReplacement  *self,
                                   char          **kept,
                                   GError        **error);
gboolean ts_replacement_finish (TsReplacement  *self,
                                const char     *temporary,
                                GError        **error);
void ts_replacement_free (TsReplacement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsReplacement, ts_replacement_free)

G_END_DECLS
