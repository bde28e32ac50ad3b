/* ts-output.h — where a command's result goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TsOutput:
 *
 * A file that appears under its name once it is complete, or the standard output. Freeing what has not been committed leaves no trace.
 */
typedef struct _TsOutput TsOutput;

TsOutput *ts_output_open (const char  *path,
                          GError     **error);
void ts_output_free (TsOutput *self);
GOutputStream *ts_output_get_stream (TsOutput *self);
gboolean ts_output_commit (TsOutput  *self,
                           GError   **error);
void ts_output_explain (TsOutput  *self,
                        GError   **error);

gboolean ts_output_print (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsOutput, ts_output_free)

G_END_DECLS
