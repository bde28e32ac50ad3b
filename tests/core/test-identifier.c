/* test-identifier.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-identifier.h"

/* Computed by another implementation of RFC 4122: the names, each ended by a NUL, in our name space. */
static void
test_known_values (void)
{
  g_autofree char *rating = ts_identifier_derive ("rating", "a", "5b", "self", "", NULL);
  g_autofree char *one = ts_identifier_derive ("a", NULL);
  g_autofree char *empty = ts_identifier_derive ("", NULL);
  g_autofree char *not_ascii = ts_identifier_derive ("Müller", "→", NULL);

  g_assert_cmpstr (rating, ==, "9b8c1753-35ff-5510-96a5-f69118eb9beb");
  g_assert_cmpstr (one, ==, "d219cb42-9d1f-57fd-8780-a7fec2df9aa1");
  g_assert_cmpstr (empty, ==, "d7a128c1-7951-5e5b-9b93-a83aa39c3b4b");
  g_assert_cmpstr (not_ascii, ==, "6aeced8d-70ae-58d1-8891-1eb32792a5ad");
}

static void
test_form (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", g_test_rand_int ());
      g_autofree char *id = ts_identifier_derive ("form", name, NULL);

      g_assert_true (g_uuid_string_is_valid (id));
      g_assert_cmpint (id[14], ==, '5');
      g_assert_true (id[19] == '8' || id[19] == '9' || id[19] == 'a' || id[19] == 'b');

      for (const char *at = id; *at != '\0'; at++)
        g_assert_false (g_ascii_isupper (*at));
    }
}

static void
test_parts_do_not_run_together (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_true (g_hash_table_add (seen, ts_identifier_derive ("ab", "c", NULL)));
  g_assert_true (g_hash_table_add (seen, ts_identifier_derive ("a", "bc", NULL)));
  g_assert_true (g_hash_table_add (seen, ts_identifier_derive ("abc", NULL)));
  g_assert_true (g_hash_table_add (seen, ts_identifier_derive ("abc", "", NULL)));
  g_assert_true (g_hash_table_add (seen, ts_identifier_derive ("", "abc", NULL)));
  g_assert_true (g_hash_table_add (seen, ts_identifier_derive ("a", "b", "c", NULL)));
  g_assert_true (g_hash_table_add (seen, ts_identifier_derive ("c", "b", "a", NULL)));
  g_assert_true (g_hash_table_add (seen, ts_identifier_derive ("ABC", NULL)));
}

static void
test_many_names_stay_apart (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      g_assert_true (g_hash_table_add (seen, ts_identifier_derive ("many", name, NULL)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/identifier/known-values", test_known_values);
  g_test_add_func ("/core/identifier/form", test_form);
  g_test_add_func ("/core/identifier/parts-do-not-run-together", test_parts_do_not_run_together);
  g_test_add_func ("/core/identifier/many-names-stay-apart", test_many_names_stay_apart);
  return g_test_run ();
}
