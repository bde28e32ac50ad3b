/* test-agreement.c
 *
 * Charts of agreement and of severity: their layouts, and what they say in words.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "chart/ts-agreement-layout.h"
#include "chart/ts-severity-layout.h"
#include "compare.h"
#include "sweep.h"

static TsEstimate
make_estimate (double value,
               double reach)
{
  return (TsEstimate) { TRUE, reach > 0, value, value - reach, value + reach };
}

static TsAgreementData *
make_agreement (guint          n_rows,
                FixtureLabels  labels,
                FixtureMissing missing)
{
  g_autoptr (TsChartLevels) levels = compare_levels ();
  TsAgreementData *data = ts_agreement_data_new ("Agreement", levels);

  for (guint row = 0; row < n_rows; row++)
    {
      TsReviewAgreement agreement = { 0 };
      TsChartSubject subject;

      compare_subject (&subject, labels, row, FALSE);
      if (!fixture_is_missing (missing, 0, row))
        {
          agreement.n_units = row % 3;
          agreement.n_scores = 5;
          agreement.n_missing = row % 2;
          agreement.low = 1 + row % 2;
          agreement.high = 4 - row % 3 * 0.5;
          agreement.median = 2.5;
          if (row % 5 != 4)
            {
              agreement.exact = make_estimate (1.0 / (row % 7 + 1), 0.1);
              agreement.within_one = make_estimate (1, 0);
              agreement.spread = make_estimate (agreement.high - agreement.low, 0.2);
            }
          if (row % 4 != 3)
            agreement.alpha = make_estimate (0.8 - row * 0.05, row % 3 * 0.1);
        }
      ts_agreement_data_add_row (data, &subject, &agreement);
      compare_clear (&subject);
    }

  return data;
}

/* A bar and a mark on it for every criterion that is scored, and a hatch for every other. */
static void
check_agreement (gconstpointer         user_data,
                 const TsChartOptions *options,
                 const TsScene        *scene)
{
  const TsAgreementData *data = user_data;
  guint n_rows = ts_agreement_data_get_n_rows (data), n_scored = 0;

  if (ts_scene_get_n_stops (scene) == 0)
    {
      g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, -1), ==, 0);
      return;
    }
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *text = ts_agreement_data_row_text (data, row);

      n_scored += ts_agreement_data_get_agreement (data, row)->n_scores > 0;
      g_assert_cmpstr (ts_scene_get_stop (scene, row)->value, ==, text);
    }
  g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, n_rows);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, TS_SCENE_ITEM_MARKER), ==, n_scored);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, TS_SCENE_ITEM_RECTANGLE), ==, n_scored);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_MISSING, -1), ==, n_rows - n_scored);
  for (guint i = 1; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *mark = ts_scene_get_item (scene, i);
      const TsSceneItem *bar = ts_scene_get_item (scene, i - 1);

      if (mark->part != TS_SCENE_PART_SERIES || mark->kind != TS_SCENE_ITEM_MARKER)
        continue;
      g_assert_cmpfloat (mark->marker.centre.x, >=, bar->rectangle.area.x - CHECK_EPSILON);
      g_assert_cmpfloat (mark->marker.centre.x, <=, bar->rectangle.area.x + bar->rectangle.area.width + CHECK_EPSILON);
    }
}

static void
test_agreement_layouts (void)
{
  static const guint rows[] = { 0, 1, 2, 11, 33, 152 };

  for (guint n = 0; n < G_N_ELEMENTS (rows); n++)
    for (guint missing = 0; missing < FIXTURE_N_MISSING; missing++)
      {
        guint labels = (n + missing) % FIXTURE_N_LABELS;
        g_autoptr (TsAgreementData) data = make_agreement (rows[n], labels, missing);
        g_autoptr (TsChart) chart = ts_chart_new_agreement (data);

        g_test_message ("%u rows, labels %u, missing %u", rows[n], labels, missing);
        sweep_layouts (chart, data, check_agreement);
        sweep_words (chart, rows[n]);
      }
}

static const TsSceneItem *
find_text (const TsScene *scene,
           const char    *beginning)
{
  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      if (item->kind == TS_SCENE_ITEM_TEXT && g_str_has_prefix (item->text.string, beginning))
        return item;
    }

  return NULL;
}

/* The levels stand over the rows, with their names where there is room; the heading of the ends goes with the ends. */
static void
test_agreement_heads (void)
{
  static const struct
  {
    double width;
    double height; /* 0 for the one that it wants */
    const char *head;
    const char *level;
  } cases[] = {
    { 1400, 0, "The same · alpha (95% interval)", "2 Developing" },
    { 500, 0, "The same · alpha", "2" },
    { 1400, 260, NULL, "2 Developing" },
  };
  g_autoptr (TsTextMeasurer) measurer = ts_text_measurer_new_fixed ();
  g_autoptr (TsAgreementData) data = make_agreement (33, FIXTURE_LABELS_PLAIN, FIXTURE_MISSING_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsScene) scene = NULL;
      const TsSceneItem *head;
      const TsSceneItem *level;
      TsChartOptions options;

      ts_chart_options_init_screen (&options, cases[i].width, cases[i].height, measurer);
      options.show_title = options.show_finding = options.show_legend = FALSE;
      if (options.height <= 0)
        options.height = ts_agreement_get_natural_height (data, &options);
      scene = ts_agreement_layout (data, &options);
      head = find_text (scene, "The same");
      level = find_text (scene, cases[i].level);
      g_assert_cmpstr (head != NULL ? head->text.string : NULL, ==, cases[i].head);
      g_assert_nonnull (level);
      g_assert_cmpstr (level->text.string, ==, cases[i].level);
      for (guint stop = 0; stop < ts_scene_get_n_stops (scene); stop++)
        g_assert_cmpfloat (level->bounds.y + level->bounds.height, <, ts_scene_get_stop (scene, stop)->anchor.y);
    }
}

static void
test_agreement_words (void)
{
  g_autoptr (TsChartLevels) levels = compare_levels ();
  g_autoptr (TsAgreementData) data = ts_agreement_data_new ("", levels);
  const TsReviewAgreement none = { 0 };
  const TsReviewAgreement alone = { .n_assessments = 1, .n_units = 1, .n_scores = 1, .low = 2, .high = 2, .median = 2, .n_missing = 2 };
  const TsReviewAgreement one = {
    .n_assessments = 1,
    .n_units = 1,
    .n_shared = 1,
    .n_scores = 5,
    .low = 1,
    .high = 3,
    .median = 2,
    .spread = { TRUE, FALSE, 2, 2, 2 },
    .exact = { TRUE, FALSE, 0.2, 0.2, 0.2 },
    .within_one = { TRUE, FALSE, 0.8, 0.8, 0.8 },
  };
  const TsReviewAgreement many = {
    .n_assessments = 8,
    .n_units = 8,
    .n_shared = 8,
    .n_scores = 40,
    .low = 1.25,
    .high = 2.5,
    .median = 2,
    .n_missing = 1,
    .spread = { TRUE, TRUE, 1.25, 1, 1.5 },
    .exact = { TRUE, TRUE, 0.54, 0.4, 0.6 },
    .within_one = { TRUE, TRUE, 0.999, 0.9, 1 },
    .alpha = { TRUE, TRUE, 0.61, 0.48, 0.72 },
  };
  g_autofree char *nothing = ts_agreement_data_describe (data);
  g_autofree char *sentence = NULL;

  static const char *const texts[] = {
    "not scored",
    "from 2 to 2, median 2; nothing that two have scored; 2 scores missing",
    "from 1 to 3, median 2; 20% of pairs the same, 80% within one level; alpha not defined: one set of scores alone cannot be told from "
    "chance",
    "on average from 1.2 to 2.5, median 2; 54% of pairs the same, >99% within one level; alpha 0.61 (0.48 to 0.72); 1 score missing",
  };
  static const char *const ends[] = { "", "", "20%", "54% · α 0.61" };

  ts_agreement_data_add_row (data, &(TsChartSubject) { .code = "1a" }, &none);
  ts_agreement_data_add_row (data, &(TsChartSubject) { .code = "1b" }, &alone);
  ts_agreement_data_add_row (data, &(TsChartSubject) { .code = "1c", .name = "Employer" }, &one);
  ts_agreement_data_add_row (data, &(TsChartSubject) { .code = "2a" }, &many);
  ts_agreement_data_set_whole (data, &many);
  for (guint row = 0; row < G_N_ELEMENTS (texts); row++)
    {
      g_autofree char *text = ts_agreement_data_row_text (data, row);
      g_autofree char *end = ts_agreement_data_end_text (data, row, FALSE);
      g_autofree char *longer = ts_agreement_data_end_text (data, row, TRUE);

      g_assert_cmpstr (text, ==, texts[row]);
      g_assert_cmpstr (end, ==, ends[row]);
      g_assert_cmpstr (longer, ==, row == 3 ? "54% · α 0.61 (0.48 to 0.72)" : ends[row]);
    }
  sentence = ts_agreement_data_describe (data);
  g_assert_cmpstr (nothing, ==, "There is nothing yet that two reviewers have scored and that may be shown.");
  g_assert_cmpstr (sentence, ==,
                   "54% of pairs of scores are the same, >99% within one level, alpha is 0.61 (0.48 to 0.72); they disagree most "
                   "on 1c Employer, with a spread of 2.");
}

static TsSeverityData *
make_severity (guint          n_rows,
               FixtureLabels  labels,
               FixtureMissing missing)
{
  TsSeverityData *data = ts_severity_data_new ("Severity");

  for (guint row = 0; row < n_rows; row++)
    {
      TsSeverity severity = { .n_scores = row % 4 == 3 ? 0 : 33, .n_shared = 20, .group_size = n_rows };
      TsChartSubject subject;

      compare_subject (&subject, labels, row, FALSE);
      if (!fixture_is_missing (missing, 0, row))
        severity.difference = make_estimate (sin (row * 1.7) * 0.8, row % 3 * 0.3);
      ts_severity_data_add_row (data, &subject, &severity);
      compare_clear (&subject);
    }

  return data;
}

/* A mark for everybody who can be compared, on the line of its interval; and a diamond where that does not hold zero. */
static void
check_severity (gconstpointer         user_data,
                const TsChartOptions *options,
                const TsScene        *scene)
{
  const TsSeverityData *data = user_data;
  guint n_rows = ts_severity_data_get_n_rows (data), n_compared = 0, n_lines = 0, n_beyond = 0, n_diamonds = 0;

  if (ts_scene_get_n_stops (scene) == 0)
    {
      g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, -1), ==, 0);
      return;
    }
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *text = ts_severity_data_row_text (data, row);
      const TsEstimate *it = &ts_severity_data_get_severity (data, row)->difference;

      n_compared += it->is_defined;
      n_lines += it->has_interval;
      n_beyond += it->is_defined && !ts_severity_data_is_chance (data, row);
      g_assert_cmpstr (ts_scene_get_stop (scene, row)->value, ==, text);
    }
  for (guint i = 0; i < ts_scene_get_n_items (scene); i++)
    {
      const TsSceneItem *item = ts_scene_get_item (scene, i);

      if (item->part == TS_SCENE_PART_SERIES && item->kind == TS_SCENE_ITEM_MARKER)
        n_diamonds += item->marker.shape == TS_CHART_MARKER_DIAMOND;
    }
  g_assert_cmpuint (ts_scene_get_n_stops (scene), ==, n_rows);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, TS_SCENE_ITEM_MARKER), ==, n_compared);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_SERIES, TS_SCENE_ITEM_LINE), ==, n_lines);
  g_assert_cmpuint (check_count (scene, TS_SCENE_PART_MISSING, -1), ==, n_rows - n_compared);
  g_assert_cmpuint (n_diamonds, ==, n_beyond);
}

static void
test_severity_layouts (void)
{
  static const guint rows[] = { 0, 1, 2, 6, 60, 300 };

  for (guint n = 0; n < G_N_ELEMENTS (rows); n++)
    for (guint missing = 0; missing < FIXTURE_N_MISSING; missing++)
      {
        guint labels = (n + missing) % FIXTURE_N_LABELS;
        g_autoptr (TsSeverityData) data = make_severity (rows[n], labels, missing);
        g_autoptr (TsChart) chart = ts_chart_new_severity (data);

        g_test_message ("%u rows, labels %u, missing %u", rows[n], labels, missing);
        sweep_layouts (chart, data, check_severity);
        sweep_words (chart, rows[n]);
      }
}

static void
test_severity_words (void)
{
  static const struct
  {
    double difference;
    const char *words;
  } cases[] = {
    { 0, "scores as the others do" },
    { -0.04, "scores as the others do" },
    { -0.5, "scores half a level lower than the others" },
    { 0.46, "scores half a level higher than the others" },
    { 0.22, "scores a quarter of a level higher than the others" },
    { -0.79, "scores three quarters of a level lower than the others" },
    { 1.02, "scores a whole level higher than the others" },
    { -0.4, "scores 0.4 levels lower than the others" },
    { 1.5, "scores 1.5 levels higher than the others" },
  };
  g_autoptr (TsSeverityData) data = ts_severity_data_new ("");
  g_autoptr (TsChartTable) table = NULL;
  g_autofree char *nothing = ts_severity_data_describe (data);
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = ts_severity_words (cases[i].difference);

      g_assert_cmpstr (words, ==, cases[i].words);
    }

  ts_severity_data_add_row (data, &(TsChartSubject) { .name = "Lay" },
                            &(TsSeverity) { 33, 30, 0, 3, { TRUE, TRUE, -0.5, -0.75, -0.25 } });
  ts_severity_data_add_row (data, &(TsChartSubject) { .name = "Peer" },
                            &(TsSeverity) { 33, 30, 0, 3, { TRUE, TRUE, 0.1, -0.1, 0.25 } });
  ts_severity_data_add_row (data, &(TsChartSubject) { .name = "Council" }, &(TsSeverity) { 33, 0, 1, 1, { 0 } });
  sentence = ts_severity_data_describe (data);
  table = ts_severity_data_to_table (data);
  text = ts_chart_table_to_text (table);
  g_assert_cmpstr (nothing, ==, "There are no two reviewers yet who have scored the same, with scores that may be shown.");
  g_assert_cmpstr (sentence, ==,
                   "Of 2 reviewers 1 differs from the others by more than chance makes; furthest is Lay: scores half a level "
                   "lower than the others; 1 cannot be compared.");
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "not defined"));
  g_assert_nonnull (strstr (text, "cannot be compared: nobody else has scored the same"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/agreement/layouts", test_agreement_layouts);
  g_test_add_func ("/chart/agreement/heads", test_agreement_heads);
  g_test_add_func ("/chart/agreement/words", test_agreement_words);
  g_test_add_func ("/chart/severity/layouts", test_severity_layouts);
  g_test_add_func ("/chart/severity/words", test_severity_words);

  return g_test_run ();
}
