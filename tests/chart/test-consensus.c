/* test-consensus.c
 *
 * A consensus strip: its layouts, and what it says in words.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-consensus-layout.h"
#include "compare.h"
#include "sweep.h"

static TsConsensusData *
make_data (guint          n_scores,
           guint          n_marks,
           FixtureLabels  labels,
           FixtureMissing missing)
{
  g_autoptr (TsChartLevels) levels = compare_levels ();
  TsConsensusData *data = ts_consensus_data_new ("5a Analytical skills", levels);

  for (guint i = 0; i < n_scores; i++)
    {
      TsChartSubject subject;

      compare_subject (&subject, labels, i, i == 1);
      ts_consensus_data_add_score (data, &subject,
                                   fixture_is_missing (missing, 0, i) ? 0 : 1 + (int) ((i * i + i / 3) % 4));
      compare_clear (&subject);
    }
  for (guint mark = 0; mark < n_marks; mark++)
    ts_consensus_data_set_mark (data, mark, 2 + (n_scores + mark) % 2);

  return data;
}

/* A dot for each score and a mark for each level beside them, each on its level and with a stop; nobody's dot on another's. */
static void
check_dots (gconstpointer         user_data,
            const TsChartOptions *options,
            const TsScene        *scene)
{
  const TsConsensusData *data = user_data;
  guint n = ts_consensus_data_get_n_scores (data), n_marks = 0;

  for (guint mark = 0; mark < TS_CONSENSUS_N_MARKS; mark++)
    n_marks += ts_consensus_data_get_mark (data, mark) > 0;
  if (ts_scene_get_n_stops (scene) == 0)
    {
      g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, -1), ==, 0);
      return;
    }

  g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, n + n_marks);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, TS_SCENE_ITEM_MARKER), ==, n + n_marks);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_NOTE, TS_SCENE_ITEM_LINE), ==, n > 0);
  for (guint i = 0; i < n; i++)
    {
      const TsSceneStop *stop = ts_scene_get_stop (scene, i);
      g_autofree char *text = ts_chart_levels_text (ts_consensus_data_get_levels (data),
                                                    ts_consensus_data_get_score (data, i)->level);

      g_assert_cmpuint (stop->id, ==, i);
      g_assert_cmpstr (stop->value, ==, text);
      for (guint j = 0; j < i; j++)
        {
          const TsSceneStop *other = ts_scene_get_stop (scene, j);

          g_assert_true (ABS (stop->anchor.x - other->anchor.x) > 0.5 || ABS (stop->anchor.y - other->anchor.y) > 0.5);
          g_assert_cmpint (ABS (stop->anchor.x - other->anchor.x) < 0.01, ==,
                           ts_consensus_data_get_score (data, i)->level == ts_consensus_data_get_score (data, j)->level);
        }
    }
}

static void
test_layouts (void)
{
  static const guint scores[] = { 0, 1, 2, 5, 6, 12, 40 };

  for (guint n = 0; n < G_N_ELEMENTS (scores); n++)
    for (guint n_marks = 0; n_marks <= TS_CONSENSUS_N_MARKS; n_marks++)
      {
        guint labels = (n + n_marks) % FIXTURE_N_LABELS;
        g_autoptr (TsConsensusData) data = make_data (scores[n], n_marks, labels, (n * 3 + n_marks) % FIXTURE_N_MISSING);
        g_autoptr (TsChart) chart = ts_chart_new_consensus (data);

        g_test_message ("%u scores, %u marks, labels %u", scores[n], n_marks, labels);
        sweep_layouts (chart, data, check_dots);
        sweep_words (chart, scores[n] + n_marks);
      }
}

/* At the height that it wants, everybody is named. */
static void
test_names (void)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsConsensusData) data = make_data (6, 3, FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_NONE);
  g_autoptr (TsScene) scene = NULL;
  TsChartOptions options;

  ts_chart_options_init_screen (&options, 900, 0, measurer);
  options.height = ts_consensus_get_natural_height (data, &options);
  scene = ts_consensus_layout (data, &options);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_AXIS_LABEL, TS_SCENE_ITEM_TEXT), ==, 9);
}

static void
test_words (void)
{
  static const struct
  {
    int levels[6];
    double median;
    double low;
    double high;
    const char *sentence;
  } cases[] = {
    { { 3, 2, 1, 3, 2 }, 2, 2, 3, "5 scores from 1 Starting to 3 Strong, median 2; self 3 Strong; desk 2 Developing." },
    { { 2, 3 }, 2.5, 2.25, 2.75, "2 scores from 2 Developing to 3 Strong, median 2.5; self 3 Strong; desk 2 Developing." },
    { { 4, 4, 4 }, 4, 4, 4, "3 scores, all 4 World class; self 3 Strong; desk 2 Developing." },
    { { 4, -1, 9 }, 4, 4, 4, "One score, 4 World class; self 3 Strong; desk 2 Developing; 2 have not scored." },
    { { -1 }, 0, 0, 0, "No scores; self 3 Strong; desk 2 Developing; 1 has not scored." },
  };
  g_autoptr (TsChartLevels) levels = compare_levels ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsConsensusData) data = ts_consensus_data_new ("", levels);
      g_autofree char *sentence = NULL;
      double median = 0, low = 0, high = 0;

      for (guint j = 0; j < 6; j++)
        if (cases[i].levels[j] != 0)
          ts_consensus_data_add_score (data, &(TsChartSubject) { .name = "A" }, cases[i].levels[j]);
      ts_consensus_data_set_mark (data, TS_CONSENSUS_MARK_SELF, 3);
      ts_consensus_data_set_mark (data, TS_CONSENSUS_MARK_DESK, 2);
      ts_consensus_data_set_mark (data, TS_CONSENSUS_MARK_PANEL, 9);
      sentence = ts_consensus_data_describe (data);
      g_assert_cmpint (ts_consensus_data_get_middle (data, &median, &low, &high), ==, cases[i].median > 0);
      g_assert_cmpfloat (median, ==, cases[i].median);
      g_assert_cmpfloat (low, ==, cases[i].low);
      g_assert_cmpfloat (high, ==, cases[i].high);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_table (void)
{
  g_autoptr (TsChartLevels) levels = compare_levels ();
  g_autoptr (TsConsensusData) data = ts_consensus_data_new ("", levels);
  g_autoptr (TsChartTable) table = NULL;
  g_autofree char *text = NULL;

  ts_consensus_data_add_score (data, &(TsChartSubject) { .name = "Ada", .group = "clinician" }, 3);
  ts_consensus_data_add_score (data, &(TsChartSubject) { .name = "Ben", .group = "lay" }, 0);
  ts_consensus_data_add_score (data, &(TsChartSubject) { .name = "Cleo", .group = "peer" }, 1);
  ts_consensus_data_set_mark (data, TS_CONSENSUS_MARK_SELF, 3);
  table = ts_consensus_data_to_table (data);
  text = ts_chart_table_to_text (table);
  g_assert_cmpstr (text, ==,
                   "Who   Role       Level\n"
                   "----  ---------  ----------\n"
                   "Cleo  peer       1 Starting\n"
                   "Ada   clinician  3 Strong\n"
                   "Ben   lay        not scored\n"
                   "self             3 Strong\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/consensus/layouts", test_layouts);
  g_test_add_func ("/chart/consensus/names", test_names);
  g_test_add_func ("/chart/consensus/words", test_words);
  g_test_add_func ("/chart/consensus/table", test_table);

  return g_test_run ();
}
