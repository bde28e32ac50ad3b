/* test-about.c — what a row is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-about.h"

/* The one field that names an assessment, else the one that names an organisation: what a reader of ts-entity.c would expect. */
static const char *
expect_about (const TsRow *row)
{
  TsEntity entity = ts_row_get_entity (row);
  guint n_fields;
  const TsField *fields = ts_entity_get_fields (entity, &n_fields);
  static const TsEntity owners[] = { TS_ENTITY_ASSESSMENT, TS_ENTITY_ORGANISATION };

  if (entity == TS_ENTITY_ASSESSMENT || entity == TS_ENTITY_ORGANISATION)
    return ts_row_get_id (row);

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      for (guint j = 0; j < n_fields; j++)
        {
          if (fields[j].refers_to == (int) owners[i])
            return ts_row_get_text (row, j);
        }
    }

  return NULL;
}

static void
test_every_kind_of_row (void)
{
  for (TsEntity entity = 0; entity < TS_N_ENTITIES; entity++)
    {
      g_autoptr (TsRow) row = ts_row_new (entity, "itself");
      guint n_fields;
      const TsField *fields = ts_entity_get_fields (entity, &n_fields);
      int node = ts_entity_find_field (entity, "node");

      for (guint i = 0; i < n_fields; i++)
        {
          if (fields[i].type == TS_FIELD_TEXT)
            ts_row_set_text (row, i, fields[i].name);
        }

      g_test_message ("%s", ts_entity_get_name (entity));
      g_assert_cmpstr (ts_row_get_about (row), ==, expect_about (row));
      g_assert_cmpstr (ts_row_get_node (row), ==, node >= 0 ? "node" : NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/about/every-kind-of-row", test_every_kind_of_row);
  return g_test_run ();
}
