/* ts-person.c — who has worked in a workbook
 *
 * A person is noted with the first change that they make, in the same change: whoever has not changed anything has not worked in it, and
 * where that first change is undone, nobody is left behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-person.h"

#include "core/ts-identifier.h"

/**
 * ts_person_derive_id:
 * @name: a person's name
 *
 * Returns: (transfer full): the id of that person's row, the same in every workbook
 */
char *
ts_person_derive_id (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return ts_identifier_derive ("person", name, NULL);
}

static gboolean
touches_person (const TsChange *change,
                const char     *id)
{
  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      const TsChangeRow *row = ts_change_get_row (change, i);
      const TsRow *side = row->after != NULL ? row->after : row->before;

      if (ts_row_get_entity (side) == TS_ENTITY_PERSON && g_str_equal (ts_row_get_id (side), id))
        return TRUE;
    }

  return FALSE;
}

/**
 * ts_change_carry_person:
 * @change: a change that is not stamped yet
 * @before: (nullable): the person's row as it is, or %NULL where the person is not in the workbook
 * @name: who makes the change
 * @role: (nullable): in which role; empty or %NULL for none
 *
 * Adds the person's row to the change where it is not in the workbook yet or has another role.
 *
 * Returns: whether it was added
 */
gboolean
ts_change_carry_person (TsChange   *change,
                        TsRow      *before,
                        const char *name,
                        const char *role)
{
  g_autofree char *id = NULL;
  g_autoptr (TsRow) after = NULL;

  g_return_val_if_fail (change != NULL && !ts_change_is_stamped (change), FALSE);
  g_return_val_if_fail (name != NULL && *name != '\0', FALSE);

  id = ts_person_derive_id (name);

  if (touches_person (change, id))
    return FALSE;

  after = ts_row_new (TS_ENTITY_PERSON, id);
  ts_row_set_text (after, TS_PERSON_NAME, name);

  if (role != NULL && *role != '\0')
    ts_row_set_text (after, TS_PERSON_ROLE, role);

  if (before == NULL)
    ts_change_create (change, after);
  else if (!ts_row_equal (before, after))
    ts_change_update (change, before, after);
  else
    return FALSE;

  return TRUE;
}
