/* organisation-fixture.c — organisations for the tests of their rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisation-fixture.h"

static void
set_day (TsRow      *row,
         guint       field,
         const char *day)
{
  if (day != NULL && *day != '\0')
    ts_row_set_text (row, field, day);
  else
    ts_row_clear (row, field);
}

GPtrArray *
organisation_fixture_new (const char *codes)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_auto (GStrv) list = g_strsplit (codes, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      TsRow *row = ts_row_new (TS_ENTITY_ORGANISATION, list[i]);

      ts_row_set_text (row, TS_ORGANISATION_CODE, list[i]);
      ts_row_set_text (row, TS_ORGANISATION_KIND, "pct");
      g_ptr_array_add (rows, row);
    }

  return rows;
}

void
organisation_fixture_name (GPtrArray  *rows,
                           const char *organisation,
                           const char *name,
                           const char *from,
                           const char *to)
{
  g_autofree char *id = g_strdup_printf ("name-%u", rows->len);
  TsRow *row = ts_row_new (TS_ENTITY_ORGANISATION_NAME, id);

  ts_row_set_text (row, TS_ORGANISATION_NAME_ORGANISATION, organisation);
  ts_row_set_text (row, TS_ORGANISATION_NAME_NAME, name);
  set_day (row, TS_ORGANISATION_NAME_VALID_FROM, from);
  set_day (row, TS_ORGANISATION_NAME_VALID_TO, to);
  g_ptr_array_add (rows, row);
}

void
organisation_fixture_parent (GPtrArray  *rows,
                             const char *organisation,
                             const char *parent,
                             const char *from,
                             const char *to)
{
  g_autofree char *id = g_strdup_printf ("%s-in-%s", organisation, parent);
  TsRow *row = ts_row_new (TS_ENTITY_ORGANISATION_PARENT, id);

  ts_row_set_text (row, TS_ORGANISATION_PARENT_ORGANISATION, organisation);
  ts_row_set_text (row, TS_ORGANISATION_PARENT_PARENT, parent);
  set_day (row, TS_ORGANISATION_PARENT_VALID_FROM, from);
  set_day (row, TS_ORGANISATION_PARENT_VALID_TO, to);
  g_ptr_array_add (rows, row);
}

/* "A>C B>C": C follows A and B. */
void
organisation_fixture_follow (GPtrArray  *rows,
                             const char *links)
{
  g_auto (GStrv) list = g_strsplit (links, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (list[i], ">", 2);
      TsRow *row;

      if (*list[i] == '\0')
        continue;

      row = ts_row_new (TS_ENTITY_ORGANISATION_SUCCESSOR, list[i]);
      ts_row_set_text (row, TS_ORGANISATION_SUCCESSOR_ORGANISATION, ends[0]);
      ts_row_set_text (row, TS_ORGANISATION_SUCCESSOR_SUCCESSOR, ends[1]);
      g_ptr_array_add (rows, row);
    }
}

void
organisation_fixture_dates (GPtrArray  *rows,
                            const char *organisation,
                            const char *opened,
                            const char *closed)
{
  for (guint i = 0; i < rows->len; i++)
    {
      TsRow *row = g_ptr_array_index (rows, i);

      if (ts_row_get_entity (row) != TS_ENTITY_ORGANISATION || !g_str_equal (ts_row_get_id (row), organisation))
        continue;

      set_day (row, TS_ORGANISATION_OPENED, opened);
      set_day (row, TS_ORGANISATION_CLOSED, closed);
    }
}

static gboolean
has_id (gconstpointer a,
        gconstpointer b)
{
  return g_str_equal (ts_row_get_id (a), ts_row_get_id (b)) && ts_row_get_entity (a) == ts_row_get_entity (b);
}

/* Does what the workbook does with a change, and asserts what the workbook asserts. */
void
organisation_fixture_apply (GPtrArray      *rows,
                            const TsChange *change)
{
  for (guint i = 0; i < ts_change_get_n_rows (change); i++)
    {
      const TsChangeRow *pair = ts_change_get_row (change, i);
      guint position;

      if (pair->before != NULL)
        {
          g_assert_true (g_ptr_array_find_with_equal_func (rows, pair->before, has_id, &position));
          g_assert_true (ts_row_equal (g_ptr_array_index (rows, position), pair->before));
          g_ptr_array_remove_index (rows, position);
        }

      if (pair->after != NULL)
        {
          g_assert_false (g_ptr_array_find_with_equal_func (rows, pair->after, has_id, &position));
          g_assert_cmpint (ts_row_find_missing_field (pair->after), ==, -1);
          g_ptr_array_add (rows, ts_row_ref (pair->after));
        }
    }
}
