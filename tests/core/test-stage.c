/* test-stage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-stage.h"

/* Files keep these names: they never change. */
static const char *const names[] = {
  "draft",
  "board-approved",
  "submitted",
  "desk-review",
  "panel",
  "moderated",
  "final",
  "published",
};

static void
test_names (void)
{
  g_assert_cmpuint (TS_N_STAGES, ==, G_N_ELEMENTS (names));

  for (guint i = 0; i < TS_N_STAGES; i++)
    {
      TsStage stage = TS_N_STAGES;

      g_assert_cmpstr (ts_stage_get_name (i), ==, names[i]);
      g_assert_true (ts_stage_from_name (names[i], &stage));
      g_assert_cmpint (stage, ==, i);
    }
}

static void
test_titles_differ (void)
{
  for (TsStage i = 0; i < TS_N_STAGES; i++)
    {
      g_assert_cmpstr (ts_stage_get_title (i), !=, "");

      for (TsStage j = 0; j < i; j++)
        g_assert_cmpstr (ts_stage_get_title (i), !=, ts_stage_get_title (j));
    }
}

static void
test_strangers (void)
{
  static const char *const strangers[] = { "", "Draft", "draft ", "board approved", "board_approved", "0", "archived" };

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      TsStage stage = TS_STAGE_PANEL;

      g_assert_false (ts_stage_from_name (strangers[i], &stage));
      g_assert_cmpint (stage, ==, TS_STAGE_PANEL);
    }
}

static void
test_locks (void)
{
  /* Each stage, and whether it locks self, desk, reviewer, panel and final. */
  static const gboolean locked[TS_N_STAGES][TS_N_LAYERS] = {
    [TS_STAGE_DRAFT] = { FALSE, FALSE, FALSE, FALSE, FALSE },
    [TS_STAGE_BOARD_APPROVED] = { TRUE, FALSE, FALSE, FALSE, FALSE },
    [TS_STAGE_SUBMITTED] = { TRUE, FALSE, FALSE, FALSE, FALSE },
    [TS_STAGE_DESK_REVIEW] = { TRUE, FALSE, FALSE, FALSE, FALSE },
    [TS_STAGE_PANEL] = { TRUE, TRUE, FALSE, FALSE, FALSE },
    [TS_STAGE_MODERATED] = { TRUE, TRUE, TRUE, TRUE, FALSE },
    [TS_STAGE_FINAL] = { TRUE, TRUE, TRUE, TRUE, TRUE },
    [TS_STAGE_PUBLISHED] = { TRUE, TRUE, TRUE, TRUE, TRUE },
  };

  for (TsStage stage = 0; stage < TS_N_STAGES; stage++)
    {
      for (TsLayer layer = 0; layer < TS_N_LAYERS; layer++)
        {
          if (ts_stage_locks_layer (stage, layer) != locked[stage][layer])
            g_error ("the stage %s %s the layer %s", ts_stage_get_name (stage),
                     locked[stage][layer] ? "does not lock" : "locks", ts_layer_get_name (layer));
        }
    }
}

/* What is locked stays locked until somebody reopens. */
static void
test_later_stages_unlock_nothing (void)
{
  for (TsStage stage = 1; stage < TS_N_STAGES; stage++)
    {
      for (TsLayer layer = 0; layer < TS_N_LAYERS; layer++)
        g_assert_true (!ts_stage_locks_layer (stage - 1, layer) || ts_stage_locks_layer (stage, layer));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/stage/names", test_names);
  g_test_add_func ("/core/stage/titles-differ", test_titles_differ);
  g_test_add_func ("/core/stage/strangers", test_strangers);
  g_test_add_func ("/core/stage/locks", test_locks);
  g_test_add_func ("/core/stage/later-stages-unlock-nothing", test_later_stages_unlock_nothing);
  return g_test_run ();
}
