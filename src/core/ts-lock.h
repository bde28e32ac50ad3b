/* ts-lock.h — whether a change leaves alone what a stage has locked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"

G_BEGIN_DECLS

/**
 * TsLockSource:
 * @find: (transfer full) (nullable): gives a row as it is kept before the change, or %NULL without an error where there is none
 * @list: (transfer container) (element-type TsRow): gives the rows of a kind that have a value in a field
 *
 * What the guard looks up. Whatever it asks for is asked for again and again in a large change, so a source does well to remember.
 */
typedef struct
{
  TsRow *(*find) (gpointer     data,
                  TsEntity     entity,
                  const char  *id,
                  GError     **error);
  GPtrArray *(*list) (gpointer     data,
                      TsEntity     entity,
                      guint        field,
                      const char  *value,
                      GError     **error);
} TsLockSource;

gboolean ts_change_check_locks (const TsChange      *change,
                                const TsLockSource  *source,
                                gpointer             data,
                                GError             **error);

G_END_DECLS
