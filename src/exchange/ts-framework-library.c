/* ts-framework-library.c — the frameworks that come with Touchstone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-framework-library.h"

#include "core/ts-begin.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-exchange-resource.h"
#include "exchange/ts-framework-reader.h"

#include <glib/gi18n-lib.h>

#define FRAMEWORKS "/org/touchstone/frameworks/"

/* Oldest first. */
static const char *const ids[] = { "wcc-year-1", "wcc-year-2", NULL };

/**
 * ts_framework_library_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of the built-in frameworks, the oldest first
 */
const char *const *
ts_framework_library_list (void)
{
  return ids;
}

/**
 * ts_framework_library_has:
 * @id: an id, from anywhere
 *
 * Returns: whether a framework of that id is built in
 */
gboolean
ts_framework_library_has (const char *id)
{
  g_return_val_if_fail (id != NULL, FALSE);

  return g_strv_contains (ids, id);
}

static GBytes *
look_up (const char  *id,
         GError     **error)
{
  g_autofree char *path = NULL;
  g_autofree char *known = NULL;

  if (ts_framework_library_has (id))
    {
      path = g_strconcat (FRAMEWORKS, id, ".json", NULL);
      return ts_exchange_resource_look_up (path);
    }

  known = g_strjoinv (", ", (char **) ids);
  g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN,
               _("No framework “%s” is built in. There are: %s"), id, known);

  return NULL;
}

/**
 * ts_framework_library_get_text:
 * @id: an id, from anywhere
 * @error: where to put what is wrong
 *
 * Fails with %TS_EXCHANGE_ERROR_UNKNOWN.
 *
 * Returns: (transfer full): the framework's JSON
 */
char *
ts_framework_library_get_text (const char  *id,
                               GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = look_up (id, error);

  if (bytes == NULL)
    return NULL;

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/**
 * ts_framework_library_get:
 * @id: an id, from anywhere
 * @error: where to put what is wrong
 *
 * Fails with %TS_EXCHANGE_ERROR_UNKNOWN.
 *
 * Returns: (transfer full): the framework
 */
TsFramework *
ts_framework_library_get (const char  *id,
                          GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = look_up (id, error);

  if (bytes == NULL)
    return NULL;

  name = g_strconcat (id, ".json", NULL);

  return ts_framework_reader_read (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

/**
 * ts_framework_library_make_row:
 * @framework: a framework, built in or read from a file
 * @text: the JSON that it was read from
 *
 * Returns: (transfer full): the row with which a workbook keeps its own copy
 */
TsRow *
ts_framework_library_make_row (const TsFramework *framework,
                               const char        *text)
{
  g_return_val_if_fail (framework != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return ts_framework_row_new (ts_framework_get_id (framework), ts_framework_get_edition (framework),
                               ts_framework_get_title (framework), text);
}
