/* ts-crosswalk-library.c — the crosswalks that come with Touchstone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-crosswalk-library.h"

#include "exchange/ts-crosswalk-reader.h"
#include "exchange/ts-exchange-resource.h"

/**
 * ts_crosswalk_library_get:
 * @from: the earlier framework
 * @to: the later framework
 *
 * Looks up what was written about the two. A workbook may keep an edition of its own, of which the built-in crosswalk is not true; it and
 * frameworks that nobody has written about are compared by their wording.
 *
 * Returns: (transfer full): the crosswalk
 */
TsCrosswalk *
ts_crosswalk_library_get (const TsFramework *from,
                          const TsFramework *to)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TsCrosswalk *crosswalk = NULL;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  name = g_strdup_printf ("%s-to-%s.json", ts_framework_get_id (from), ts_framework_get_id (to));
  path = g_strconcat ("/org/touchstone/crosswalks/", name, NULL);
  bytes = ts_exchange_resource_look_up (path);

  if (bytes != NULL)
    crosswalk = ts_crosswalk_reader_read (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), from, to, NULL);

  return crosswalk != NULL ? crosswalk : ts_crosswalk_new_by_comparison (from, to);
}
