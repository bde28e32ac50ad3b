/* ts-framework-cache.c — a workbook's own frameworks, parsed once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-framework-cache.h"

#include "exchange/ts-framework-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TsFrameworkCache
{
  GHashTable *frameworks; /* row id → TsFramework */
};

TsFrameworkCache *
ts_framework_cache_new (void)
{
  TsFrameworkCache *self = g_new0 (TsFrameworkCache, 1);

  self->frameworks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ts_framework_unref);

  return self;
}

void
ts_framework_cache_free (TsFrameworkCache *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->frameworks);
  g_free (self);
}

/**
 * ts_framework_cache_find:
 * @self: a cache
 * @row_id: the id of a framework's row
 *
 * Returns: (transfer none) (nullable): the framework if [method@FrameworkCache.get] has parsed it before
 */
TsFramework *
ts_framework_cache_find (TsFrameworkCache *self,
                         const char       *row_id)
{
  g_return_val_if_fail (self != NULL && row_id != NULL, NULL);

  return g_hash_table_lookup (self->frameworks, row_id);
}

/**
 * ts_framework_cache_get:
 * @self: a cache
 * @row: a row of %TS_ENTITY_FRAMEWORK
 * @error: where to put what is wrong
 *
 * Fails as [func@ts_framework_reader_read] does, for a workbook whose framework was damaged.
 *
 * Returns: (transfer none): the framework; the cache keeps it
 */
TsFramework *
ts_framework_cache_get (TsFrameworkCache  *self,
                        const TsRow       *row,
                        GError           **error)
{
  TsFramework *framework;
  const char *content;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row != NULL && ts_row_get_entity (row) == TS_ENTITY_FRAMEWORK, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  framework = ts_framework_cache_find (self, ts_row_get_id (row));

  if (framework != NULL)
    return framework;

  content = ts_row_get_text (row, TS_FRAMEWORK_CONTENT);

  if (content == NULL)
    content = "";

  framework = ts_framework_reader_read (_("the workbook’s framework"), content, strlen (content), error);

  if (framework != NULL)
    g_hash_table_insert (self->frameworks, g_strdup (ts_row_get_id (row)), framework);

  return framework;
}
