/* ts-organisation-name.c — which of an organisation's names it has on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-organisation-name.h"

/**
 * ts_organisation_name_on:
 * @names: (element-type TsRow): rows of %TS_ENTITY_ORGANISATION_NAME, of any organisations
 * @organisation_id: the organisation's row id
 * @day: (nullable): an ISO 8601 day, or %NULL for the latest name
 *
 * Chooses the name that began last but not after @day. Before its first name an organisation has its first one: sources
 * disagree on first days, and a page must call it something.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL where it has none
 */
const char *
ts_organisation_name_on (GPtrArray  *names,
                         const char *organisation_id,
                         const char *day)
{
  const TsRow *best = NULL;
  const TsRow *first = NULL;

  g_return_val_if_fail (names != NULL && organisation_id != NULL, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const TsRow *name = g_ptr_array_index (names, i);
      const char *from;

      if (g_strcmp0 (ts_row_get_text (name, TS_ORGANISATION_NAME_ORGANISATION), organisation_id) != 0)
        continue;

      from = ts_row_get_text (name, TS_ORGANISATION_NAME_VALID_FROM);

      /* No first day sorts before every day, as g_strcmp0() does it. */
      if (first == NULL || g_strcmp0 (from, ts_row_get_text (first, TS_ORGANISATION_NAME_VALID_FROM)) < 0)
        first = name;

      if (day != NULL && g_strcmp0 (from, day) > 0)
        continue;

      if (best == NULL || g_strcmp0 (from, ts_row_get_text (best, TS_ORGANISATION_NAME_VALID_FROM)) > 0)
        best = name;
    }

  if (best == NULL)
    best = first;

  return best != NULL ? ts_row_get_text (best, TS_ORGANISATION_NAME_NAME) : NULL;
}
