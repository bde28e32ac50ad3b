/* ts-backup-words.h — what a backup is called
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ts_backup_describe_time (GDateTime *time,
                               GDateTime *now);
char *ts_backup_describe_content (gint64  n_changes,
                                  guint64 size);

G_END_DECLS
