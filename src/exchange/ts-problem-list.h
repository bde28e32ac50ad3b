/* ts-problem-list.h — what is wrong with a file, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Enough to see what is going on, and little enough to read. */
#define TS_PROBLEM_LIST_MOST 50

/**
 * TsProblemList:
 *
 * Collects everything that is wrong with a file, so that a person can put it right in one go: all problems are counted, and those of the
 * first lines are kept.
 */
typedef struct _TsProblemList TsProblemList;

TsProblemList *ts_problem_list_new (const char *file);
void ts_problem_list_free (TsProblemList *self);

const char *ts_problem_list_get_file (const TsProblemList *self);
void ts_problem_list_add (TsProblemList *self,
                          guint64        line,
                          const char    *format,
                          ...) G_GNUC_PRINTF (3, 4);
void ts_problem_list_add_whole (TsProblemList *self,
                                const char    *problem);
guint64 ts_problem_list_get_n_found (const TsProblemList *self);
guint ts_problem_list_get_n_kept (const TsProblemList *self);
const char *ts_problem_list_get (const TsProblemList *self,
                                 guint                position);
char *ts_problem_list_describe (const TsProblemList *self,
                                guint                position);
gboolean ts_problem_list_set_error (const TsProblemList  *self,
                                    GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsProblemList, ts_problem_list_free)

G_END_DECLS
