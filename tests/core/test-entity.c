/* test-entity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-entity.h"

/* The journals of old workbooks speak of these names and of this order. Fields may be added at an end and nowhere else. */
static const struct
{
  const char *name;
  const char *fields;
} released[] = {
  { "organisation", "code! kind! opened closed" },
  { "organisation_name", "organisation>organisation! name! valid_from valid_to" },
  { "organisation_parent", "organisation>organisation! parent>organisation! valid_from valid_to" },
  { "organisation_successor", "organisation>organisation! successor>organisation!" },
  { "framework", "code! edition! title! content!" },
  { "assessment", "organisation>organisation! framework>framework! year#! stage!" },
  { "rating", "assessment>assessment! node! layer! assessor! level# rationale carried confidence strengths development" },
  { "target", "assessment>assessment! node! year#! level#!" },
  { "evidence", "organisation>organisation! title! kind! content file_name media_type size# address received period_from period_to" },
  { "evidence_link", "evidence>evidence! assessment>assessment! node! place carried" },
  { "organisation_population", "organisation>organisation! year#! population#!" },
  { "person", "name! role" },
  { "outcome", "organisation>organisation! position#! metric! unit! direction! suggested source since#! until#" },
  { "outcome_value", "outcome>outcome! organisation>organisation! year#! aspiration~ actual~" },
  { "sign_off", "assessment>assessment! position#! from_stage! to_stage! name! role meeting day! reason hash" },
  { "review_round", "framework>framework! year#! title! opens closes" },
  { "round_assessment", "round>review_round! assessment>assessment!" },
  { "panel", "round>review_round! position#! title! day agenda" },
  { "panel_member", "panel>panel! person>person! role!" },
  { "panel_assessment", "panel>panel! assessment>assessment! begins" },
  { "interest", "organisation>organisation! person>person! role! valid_from valid_to note declared" },
  { "conflict_action", "assessment>assessment! person>person! decision! decided_by! day! reason" },
  { "enquiry", "assessment>assessment! node! position#! question! addressee asked_by answer answered" },
  { "evidence_review", "assessment>assessment! node! evidence! sufficiency note" },
  { "review_seal", "assessment>assessment! assessor! state! day! reason" },
  { "review_opening", "assessment>assessment! opened_by! day! reason!" },
  { "dissent", "assessment>assessment! node! person>person! level# note" },
  { "reply", "assessment>assessment! node position#! passage! answer answered response" },
  { "report_text", "assessment>assessment! section! body!" },
  { "peer_group", "name! note" },
  { "peer_group_member", "peer_group>peer_group! organisation>organisation!" },
};

static char *
describe (TsEntity entity)
{
  GString *text = g_string_new (NULL);
  guint n_fields;
  const TsField *fields = ts_entity_get_fields (entity, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');

      g_string_append (text, fields[i].name);

      if (fields[i].refers_to >= 0)
        g_string_append_printf (text, ">%s", ts_entity_get_name (fields[i].refers_to));

      if (fields[i].type == TS_FIELD_INTEGER)
        g_string_append_c (text, '#');
      else if (fields[i].type == TS_FIELD_REAL)
        g_string_append_c (text, '~');

      if (fields[i].required)
        g_string_append_c (text, '!');
    }

  return g_string_free (text, FALSE);
}

static void
test_released_tables_stay (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (released); i++)
    {
      g_autofree char *fields = NULL;
      TsEntity entity;

      g_assert_true (ts_entity_from_name (released[i].name, &entity));
      g_assert_cmpstr (ts_entity_get_name (entity), ==, released[i].name);

      fields = describe (entity);

      if (!g_str_has_prefix (fields, released[i].fields))
        g_assert_cmpstr (fields, ==, released[i].fields);
    }
}

static void
test_names_round_trip (void)
{
  for (TsEntity each = 0; each < TS_N_ENTITIES; each++)
    {
      guint n_fields;
      const TsField *fields = ts_entity_get_fields (each, &n_fields);
      TsEntity entity = TS_N_ENTITIES;

      g_assert_true (ts_entity_from_name (ts_entity_get_name (each), &entity));
      g_assert_cmpint (entity, ==, each);
      g_assert_true (ts_entity_get_fields (each, NULL) == fields);

      for (guint i = 0; i < n_fields; i++)
        g_assert_cmpint (ts_entity_find_field (each, fields[i].name), ==, i);

      g_assert_cmpint (ts_entity_find_field (each, ""), ==, -1);
      g_assert_cmpint (ts_entity_find_field (each, "id"), ==, -1);
    }
}

/* Rows can be written in the order of the kinds without a dangling reference. */
static void
test_references_point_back (void)
{
  for (TsEntity entity = 0; entity < TS_N_ENTITIES; entity++)
    {
      guint n_fields;
      const TsField *fields = ts_entity_get_fields (entity, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        {
          if (fields[i].refers_to < 0)
            continue;

          g_assert_cmpint (fields[i].refers_to, <, entity);
          g_assert_cmpint (fields[i].type, ==, TS_FIELD_TEXT);
        }
    }
}

/* Names are put into SQL and JSON as they are. */
static void
assert_plain (const char *name)
{
  g_assert_true (g_ascii_islower (*name));

  for (; *name != '\0'; name++)
    g_assert_true (g_ascii_islower (*name) || *name == '_');
}

static void
test_names_are_plain (void)
{
  for (TsEntity entity = 0; entity < TS_N_ENTITIES; entity++)
    {
      guint n_fields;
      const TsField *fields = ts_entity_get_fields (entity, &n_fields);

      assert_plain (ts_entity_get_name (entity));

      for (guint i = 0; i < n_fields; i++)
        assert_plain (fields[i].name);
    }
}

static void
test_strangers (void)
{
  static const char *const strangers[] = { "", "Rating", "ratings", "sqlite_master", "journal", "rating;" };

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      TsEntity entity = TS_ENTITY_TARGET;

      g_assert_false (ts_entity_from_name (strangers[i], &entity));
      g_assert_cmpint (entity, ==, TS_ENTITY_TARGET);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/entity/released-tables-stay", test_released_tables_stay);
  g_test_add_func ("/core/entity/names-round-trip", test_names_round_trip);
  g_test_add_func ("/core/entity/references-point-back", test_references_point_back);
  g_test_add_func ("/core/entity/names-are-plain", test_names_are_plain);
  g_test_add_func ("/core/entity/strangers", test_strangers);
  return g_test_run ();
}
