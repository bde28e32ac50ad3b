/* test-assign.c — giving assessments to panels evenly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-assign.h"

#define MOST 60

/* Nothing goes where it fits worse than elsewhere, and nobody has two more than a panel that would do as well. */
static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++)
    {
      guint n_panels = (guint) g_rand_int_range (rand, 1, 7);
      guint n_assessments = (guint) g_rand_int_range (rand, 0, MOST);
      guint loads[7] = { 0 };
      guint costs[MOST * 7];
      TsAssignment assignment = { n_assessments, n_panels, loads, costs };
      g_autofree guint *panels = NULL;
      guint after[7];

      for (guint i = 0; i < n_panels; i++)
        after[i] = loads[i] = (guint) g_rand_int_range (rand, 0, 4);

      for (guint i = 0; i < n_assessments * n_panels; i++)
        costs[i] = g_rand_int_range (rand, 0, 5) == 0 ? (guint) g_rand_int_range (rand, 1, 4) : 0;

      panels = ts_assign_evenly (&assignment);

      for (guint i = 0; i < n_assessments; i++)
        after[panels[i]]++;

      for (guint i = 0; i < n_assessments; i++)
        {
          for (guint j = 0; j < n_panels; j++)
            {
              guint here = costs[i * n_panels + panels[i]];
              guint there = costs[i * n_panels + j];

              g_assert_cmpuint (here, <=, there);

              if (here == there)
                g_assert_cmpuint (after[panels[i]], <=, after[j] + 1);
            }
        }
    }
}

static void
test_same_again (void)
{
  const guint loads[] = { 0, 0, 0 };
  const guint costs[12] = { 0 };
  const TsAssignment assignment = { 4, 3, loads, costs };
  g_autofree guint *first = ts_assign_evenly (&assignment);
  g_autofree guint *second = ts_assign_evenly (&assignment);

  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (first[i], ==, second[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/assign/properties", test_properties);
  g_test_add_func ("/core/assign/same-again", test_same_again);

  return g_test_run ();
}
