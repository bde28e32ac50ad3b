/* test-assess-words.c: what the pages of an assessment say, without a widget
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-address-dialog.h"
#include "app/assess/ts-evidence-name.h"
#include "app/assess/ts-level-words.h"
#include "app/assess/ts-readiness.h"
#include "app/assess/ts-roll-up-explanation.h"
#include "core/ts-attach.h"
#include "core/ts-begin.h"
#include "exchange/ts-framework-library.h"

#include <string.h>

/* Where an assessment stands that has these ratings, one for each character of "213": the levels of 5a, 5b, 5c; '-' is not rated. */
static TsAssessmentState *
make_state (const char *levels,
            int         stated,
            int         target,
            gboolean    explained)
{
  static const char *const criteria[] = { "5a", "5b", "5c" };
  g_autoptr (TsFramework) framework = ts_framework_library_get ("wcc-year-2", NULL);
  g_autoptr (TsRow) organisation = ts_organisation_new ("o", "ZZ1", "pct", NULL);
  g_autoptr (TsRow) framework_row = ts_framework_row_new ("wcc-year-2", "1", "t", "{}");
  g_autoptr (TsRow) assessment = ts_assessment_new (organisation, framework_row, 2009);
  g_autoptr (GPtrArray) ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_autoptr (GPtrArray) links = g_ptr_array_new ();

  for (guint i = 0; i <= strlen (levels); i++)
    {
      int level = i < strlen (levels) ? levels[i] - '0' : stated;
      TsRow *rating;

      if (level < 1 || level > 4)
        continue;

      rating = ts_row_new (TS_ENTITY_RATING, i < strlen (levels) ? criteria[i] : "5");
      ts_row_set_text (rating, TS_RATING_ASSESSMENT, ts_row_get_id (assessment));
      ts_row_set_text (rating, TS_RATING_NODE, i < strlen (levels) ? criteria[i] : "5");
      ts_row_set_text (rating, TS_RATING_LAYER, "self");
      ts_row_set_text (rating, TS_RATING_ASSESSOR, "");
      ts_row_set_integer (rating, TS_RATING_LEVEL, level);

      if (explained)
        ts_row_set_text (rating, TS_RATING_RATIONALE, "Because.");

      g_ptr_array_add (ratings, rating);
    }

  if (target != 0)
    {
      TsRow *row = ts_row_new (TS_ENTITY_TARGET, "t");

      ts_row_set_text (row, TS_TARGET_ASSESSMENT, ts_row_get_id (assessment));
      ts_row_set_text (row, TS_TARGET_NODE, "5");
      ts_row_set_integer (row, TS_TARGET_YEAR, 2009);
      ts_row_set_integer (row, TS_TARGET_LEVEL, target);
      g_ptr_array_add (targets, row);
    }

  return ts_assessment_state_new (framework, assessment, TS_LAYER_SELF, ratings, targets, links, NULL, NULL);
}

static TsRollUpExplanation *
explain (TsAssessmentState *state)
{
  return ts_roll_up_explanation_new (state, ts_assessment_state_find (state, "5")->node, "2008/09");
}

static const TsExplainedPart *
get_line (GPtrArray *lines,
          guint      position)
{
  return g_ptr_array_index (lines, position);
}

static void
test_explanation (void)
{
  static const struct
  {
    const char *levels;
    int stated;
    int target;
    const char *heading;
    const char *chip;
    const char *own;
    const char *lowest;
    const char *goal;
  } cases[] = {
    { "223", 0, 0, "Level 2, Developing", "Level 2", "2", "2", NULL },
    { "133", 0, 3, "Level 3, Strong", "Level 3", "3", "1", "Level 3, Strong: reached" },
    { "111", 0, 4, "Level 1, Starting", "Level 1", "1", "1", "Level 4, World class: 3 levels to go" },
    { "23-", 0, 3, "No level yet", "No level yet · 2, 3, –", "–", "–", "Level 3, Strong" },
    { "---", 0, 0, "No level yet", "No level yet", "–", "–", NULL },
    { "111", 3, 0, "Level 3, Strong", "Level 3", "1", "1", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsAssessmentState) state = make_state (cases[i].levels, cases[i].stated, cases[i].target, FALSE);
      g_autoptr (TsRollUpExplanation) explanation = explain (state);

      g_test_message ("levels %s, stated %d", cases[i].levels, cases[i].stated);
      g_assert_cmpstr (explanation->heading, ==, cases[i].heading);
      g_assert_cmpstr (explanation->chip, ==, cases[i].chip);
      g_assert_cmpstr (explanation->target, ==, cases[i].goal);
      g_assert_null (explanation->previous);
      g_assert_cmpint (explanation->stated, ==, cases[i].stated != 0);
      g_assert_cmpstr (explanation->sentence, !=, "");

      /* The framework's own rule, which is the majority, comes first; then the others. */
      g_assert_cmpuint (explanation->rules->len, ==, TS_N_ROLL_UP_RULES);
      g_assert_cmpstr (get_line (explanation->rules, 0)->value, ==, cases[i].own);
      g_assert_true (g_str_has_prefix (get_line (explanation->rules, 0)->label, ts_roll_up_rule_get_title (TS_ROLL_UP_MAJORITY)));
      g_assert_cmpstr (get_line (explanation->rules, 1)->value, ==, cases[i].lowest);

      g_assert_cmpuint (explanation->parts->len, ==, 3);

      for (guint j = 0; j < 3; j++)
        {
          gboolean rated = cases[i].levels[j] != '-';

          g_assert_cmpint (get_line (explanation->parts, j)->value[0] == cases[i].levels[j], ==, rated);
          g_assert_cmpint (get_line (explanation->parts, j)->note == NULL, ==, rated);
        }
    }
}

static void
test_readiness (void)
{
  g_autoptr (TsAssessmentState) bare = make_state ("3--", 0, 0, FALSE);
  g_autoptr (TsAssessmentState) explained = make_state ("3--", 0, 0, TRUE);
  g_autofree char *unrated = ts_readiness_describe (ts_assessment_state_find (bare, "5b"));
  g_autofree char *without_both = ts_readiness_describe (ts_assessment_state_find (bare, "5a"));
  g_autofree char *without_evidence = ts_readiness_describe (ts_assessment_state_find (explained, "5a"));

  g_assert_cmpstr (unrated, ==, "Not rated");
  g_assert_cmpstr (without_both, ==, "Level 3 claimed, no rationale, no evidence");
  g_assert_cmpstr (without_evidence, ==, "Level 3 claimed, no evidence");
}

/* Every state of the three things that can be missing has a badge of its own, and only "ready" misses nothing. */
static void
test_readiness_cases (void)
{
  static const struct
  {
    TsMissing missing;
    TsReadiness readiness;
  } cases[] = {
    { TS_MISSING_LEVEL, TS_READINESS_UNRATED },
    { TS_MISSING_NOTHING, TS_READINESS_READY },
    { TS_MISSING_RATIONALE, TS_READINESS_UNEXPLAINED },
    { TS_MISSING_EVIDENCE, TS_READINESS_UNEVIDENCED },
    { TS_MISSING_RATIONALE | TS_MISSING_EVIDENCE, TS_READINESS_BARE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TsNodeState state = { .missing = cases[i].missing };

      g_assert_cmpint (ts_readiness_of (&state), ==, cases[i].readiness);
      g_assert_cmpstr (ts_readiness_get_icon_name (cases[i].readiness), !=, "");
      g_assert_cmpstr (ts_readiness_advise (cases[i].readiness), !=, "");
    }
}

static void
test_level_words (void)
{
  g_autoptr (TsFramework) framework = ts_framework_library_get ("wcc-year-2", NULL);
  const TsScale *steps = ts_framework_find_node (framework, "5")->section->scale;
  const TsScale *colours = ts_framework_find_node (framework, "strategy")->section->scale;
  const struct
  {
    char *(*words) (const TsScale *scale,
                    int            level);
    const TsScale *scale;
    int level;
    const char *expected;
  } cases[] = {
    { ts_level_words_short, steps, 2, "2" },
    { ts_level_words_middle, steps, 2, "Level 2" },
    { ts_level_words_long, steps, 2, "Level 2, Developing" },
    { ts_level_words_short, colours, 2, "Amber" },
    { ts_level_words_middle, colours, 2, "Amber" },
    { ts_level_words_long, colours, 2, "Amber" },
    { ts_level_words_short, steps, 0, "–" },
    { ts_level_words_middle, steps, 0, "No level yet" },
    { ts_level_words_long, colours, 0, "No level yet" },
    { ts_level_words_short, steps, 7, "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = cases[i].words (cases[i].scale, cases[i].level);

      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

static void
test_file_names (void)
{
  static const struct
  {
    const char *file_name;
    const char *expected;
  } cases[] = {
    { "Needs 2009.pdf", "Needs 2009.pdf" },
    { "Übersicht – Größe.pdf", "Übersicht – Größe.pdf" },
    { "../../etc/passwd", "_.._etc_passwd" },
    { "/etc/passwd", "_etc_passwd" },
    { "C:\\Users\\x.doc", "C__Users_x.doc" },
    { ".bashrc", "bashrc" },
    { "-rf", "rf" },
    { "...", "evidence" },
    { "   ", "evidence" },
    { "a\nb\tc.txt", "a_b_c.txt" },
    { "report\u202efdp.exe", "report_fdp.exe" },
    { "zero\u200bwidth.pdf", "zero_width.pdf" },
    { NULL, "A title_ with a colon" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsRow) evidence = ts_row_new (TS_ENTITY_EVIDENCE, "e");
      g_autofree char *name = NULL;

      ts_row_set_text (evidence, TS_EVIDENCE_TITLE, "A title: with a colon");
      ts_row_set_text (evidence, TS_EVIDENCE_FILE_NAME, cases[i].file_name);
      name = ts_evidence_make_file_name (evidence);
      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

/* A long name keeps its ending, by which programs know what it is, and stays text. */
static void
test_long_file_name (void)
{
  for (guint n = 60; n < 140; n++)
    {
      g_autoptr (TsRow) evidence = ts_row_new (TS_ENTITY_EVIDENCE, "e");
      g_autoptr (GString) long_name = g_string_new (NULL);
      g_autofree char *name = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append (long_name, i % 3 == 0 ? "€" : "xy");

      g_string_append (long_name, ".docx");
      ts_row_set_text (evidence, TS_EVIDENCE_FILE_NAME, long_name->str);
      name = ts_evidence_make_file_name (evidence);
      g_assert_cmpuint (strlen (name), <=, 180);
      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_true (g_str_has_suffix (name, ".docx"));
    }
}

static void
test_address (void)
{
  static const struct
  {
    const char *typed;
    const char *expected;
    gboolean valid;
  } cases[] = {
    { "https://example.org/a", "https://example.org/a", TRUE },
    { "  www.example.org/plan.html ", "https://www.example.org/plan.html", TRUE },
    { "http://example.org", "http://example.org", TRUE },
    { "", "", FALSE },
    { "javascript:alert(1)", "javascript:alert(1)", FALSE },
    { "file:///etc/passwd", "file:///etc/passwd", FALSE },
    { "mailto:board@example.org", "mailto:board@example.org", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = ts_address_complete (cases[i].typed);

      g_assert_cmpstr (address, ==, cases[i].expected);
      g_assert_cmpint (ts_evidence_address_is_valid (address), ==, cases[i].valid);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/assess-words/explanation", test_explanation);
  g_test_add_func ("/assess-words/readiness", test_readiness);
  g_test_add_func ("/assess-words/readiness-cases", test_readiness_cases);
  g_test_add_func ("/assess-words/levels", test_level_words);
  g_test_add_func ("/assess-words/file-names", test_file_names);
  g_test_add_func ("/assess-words/long-file-name", test_long_file_name);
  g_test_add_func ("/assess-words/address", test_address);

  return g_test_run ();
}
