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

/* No name is crossed by the line of the median, covers a dot, or is cut off where it need not be. */
static void
check_labels (const TsScene *scene)
{
  guint n_items = ts_scene_get_n_items (scene);

  for (guint i = 0; i < n_items; i++)
    {
      const TsSceneItem *label = ts_scene_get_item (scene, i);

      if (label->part != TS_SCENE_PART_AXIS_LABEL || label->kind != TS_SCENE_ITEM_TEXT)
        continue;
      for (guint j = 0; j < n_items; j++)
        {
          const TsSceneItem *other = ts_scene_get_item (scene, j);
          gboolean is_dot = other->part == TS_SCENE_PART_SERIES && other->kind == TS_SCENE_ITEM_MARKER;
          gboolean is_median = other->part == TS_SCENE_PART_NOTE && other->kind == TS_SCENE_ITEM_LINE;

          if ((is_dot || is_median) && ts_chart_rectangle_overlaps (&label->bounds, &other->bounds, -CHECK_EPSILON))
            g_error ("“%s” lies on a %s", label->text.string, is_dot ? "dot" : "line");
        }
    }
}

/* A dot for each score and a mark for each level beside them, each on its level and with a stop; nobody's dot on another's. */
static void
check_dots (gconstpointer         user_data,
            const TsChartOptions *options,
            const TsScene        *scene)
{
  const TsConsensusData *data = user_data;
  guint n = ts_consensus_data_get_n_scores (data), n_marks = 0;

  check_labels (scene);
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

/* A strip at the height that it wants, with who gave which level, in a role. */
static TsScene *
lay_out (const int        *given,
         const char       *role,
         double            width,
         double            text_scale,
         TsChartDirection  direction)
{
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_pango (NULL, TS_SURFACE_RASTER);
  g_autoptr (TsChartLevels) levels = compare_levels ();
  g_autoptr (TsConsensusData) data = ts_consensus_data_new ("5a Analytical skills", levels);
  TsChartOptions options;

  for (guint i = 0; given[i] > 0; i++)
    {
      g_autofree char *name = g_strdup_printf ("Councillor Number %u of a long name", i);

      ts_consensus_data_add_score (data, &(TsChartSubject) { .name = name, .group = role }, given[i]);
    }
  for (guint mark = 0; mark < TS_CONSENSUS_N_MARKS; mark++)
    ts_consensus_data_set_mark (data, mark, given[0]);
  ts_chart_options_init_screen (&options, width, 0, measurer);
  options.show_title = options.show_finding = FALSE;
  options.text_scale = text_scale;
  options.direction = direction;
  options.height = ts_consensus_get_natural_height (data, &options);

  return ts_consensus_layout (data, &options);
}

static guint
count_label (const TsScene *scene,
             const char    *text)
{
  guint count = 0;

  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      count += item->part == TS_SCENE_PART_AXIS_LABEL && item->kind == TS_SCENE_ITEM_TEXT && item->text.max_width <= 0 &&
               g_str_equal (item->text.string, text);
    }

  return count;
}

static const int halves[] = { 2, 2, 3, 3, 0 };
static const int spread[] = { 1, 2, 2, 3, 3, 4, 0 };
static const int alike[] = { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0 };
static const int last[] = { 4, 4, 3, 3, 0 };

/* Wherever it is shown, everybody at the height that it wants is told by name or by role, and nothing crosses that. */
static void
test_names (void)
{
  static const double widths[] = { 260, 300, 360, 480, 600, 620, 800, 900, 1400 };
  static const int *const all[] = { halves, spread, alike, last };
  static const guint counts[] = { 4, 6, 10, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint width = 0; width < G_N_ELEMENTS (widths); width++)
      for (guint large = 1; large <= 2; large++)
        for (guint direction = 0; direction < 2; direction++)
          {
            g_autoptr (TsScene) scene = lay_out (all[i], "SHA", widths[width], large, direction == 0 ? TS_CHART_DIRECTION_LTR : TS_CHART_DIRECTION_RTL);
            guint n_labels = check_count (scene, TS_SCENE_PART_AXIS_LABEL, TS_SCENE_ITEM_TEXT);

            g_test_message ("scores %u, width %g, text × %u, direction %u", i, widths[width], large, direction);
            check_inside (scene);
            check_labels (scene);
            check_no_text_overlaps (scene);
            g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, counts[i] + TS_CONSENSUS_N_MARKS);
            if (widths[width] < 360 * large)
              continue;
            /* What says by itself what it is needs no legend. */
            g_assert_cmpuint (n_labels, ==, counts[i] + TS_CONSENSUS_N_MARKS);
            g_assert_cmpuint (check_count (scene, TS_SCENE_PART_LEGEND, -1), ==, 0);
            if (widths[width] < 900)
              g_assert_cmpuint (count_label (scene, "SHA"), ==, counts[i]);
          }
}

/* All are called by their names, or all by their roles; whoever has no role keeps the name, shortened. */
static void
test_names_or_roles (void)
{
  g_autoptr (TsScene) wide = lay_out (halves, "SHA", 2400, 1, TS_CHART_DIRECTION_LTR);
  g_autoptr (TsScene) narrow = lay_out (halves, "SHA", 600, 1, TS_CHART_DIRECTION_LTR);
  g_autoptr (TsScene) without = lay_out (halves, NULL, 600, 1, TS_CHART_DIRECTION_LTR);
  g_autoptr (TsScene) least = lay_out (halves, NULL, 200, 2, TS_CHART_DIRECTION_LTR);

  g_assert_cmpuint (count_label (wide, "Councillor Number 0 of a long name"), ==, 1);
  g_assert_cmpuint (count_label (wide, "SHA"), ==, 0);
  g_assert_cmpuint (count_label (narrow, "SHA"), ==, 4);
  g_assert_cmpuint (count_label (without, "Councillor Number 0 of a long name"), ==, 0);
  g_assert_cmpuint (check_count (without, TS_SCENE_PART_AXIS_LABEL, TS_SCENE_ITEM_TEXT), ==, 4 + TS_CONSENSUS_N_MARKS);
  /* Without room to name anybody the legend says what is what. */
  g_assert_cmpuint (check_count (least, TS_SCENE_PART_LEGEND, TS_SCENE_ITEM_TEXT), >, 0);
  g_assert_cmpstr (ts_scene_get_stop (narrow, 0)->label, ==, "Councillor Number 0 of a long name, SHA");
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
  g_test_add_func ("/chart/consensus/names-or-roles", test_names_or_roles);
  g_test_add_func ("/chart/consensus/words", test_words);
  g_test_add_func ("/chart/consensus/table", test_table);

  return g_test_run ();
}
