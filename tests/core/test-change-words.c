/* test-change-words.c — changes in words, and bringing earlier values back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-change-words.h"
#include "core/ts-error.h"
#include "core/ts-restore.h"

/* A row in a line: "entity field=value…", with numbers where the field is one. */
static TsRow *
parse (const char *line)
{
  g_auto (GStrv) parts = NULL;
  TsEntity entity;
  TsRow *row;

  if (line == NULL)
    return NULL;

  parts = g_strsplit (line, "|", -1);
  g_assert_true (ts_entity_from_name (parts[0], &entity));
  row = ts_row_new (entity, "11111111-1111-4111-8111-111111111111");

  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);
      int field = ts_entity_find_field (entity, pair[0]);

      g_assert_cmpint (field, >=, 0);

      switch (ts_entity_get_fields (entity, NULL)[field].type)
        {
        case TS_FIELD_TEXT:
          ts_row_set_text (row, (guint) field, pair[1]);
          break;

        case TS_FIELD_INTEGER:
          ts_row_set_integer (row, (guint) field, g_ascii_strtoll (pair[1], NULL, 10));
          break;

        case TS_FIELD_REAL:
          ts_row_set_real (row, (guint) field, g_ascii_strtod (pair[1], NULL));
          break;

        default:
          g_assert_not_reached ();
        }
    }

  return row;
}

static const char *
name_row (TsEntity    entity,
          const char *id,
          gpointer    data)
{
  return entity == TS_ENTITY_EVIDENCE ? "Survey" : "Deaths";
}

#define RATING  "rating|assessment=a|node=5b|layer=self|assessor="
#define TARGET  "target|assessment=a|node=5b|year=2010"
#define ITEM    "evidence|organisation=o|kind=survey"
#define LINK    "evidence_link|assessment=a|evidence=e|node=5b"
#define OUTCOME "outcome|organisation=o|unit=per 1000|direction=up|since=2009|position=1"
#define VALUE   "outcome_value|outcome=m|organisation=o|year=2009"
#define STAGED  "assessment|organisation=o|framework=f|year=2009"
#define SIGNED  "sign_off|assessment=a|position=1|day=2010-06-03|name=Ann"

static void
test_tells_from_what_to_what (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *words;
  } cases[] = {
    { NULL, RATING "|level=2", "5b: not rated → level 2" },
    { RATING "|level=2", RATING "|level=3", "5b: level 2 → level 3" },
    { RATING "|level=2", RATING, "5b: level 2 → not rated" },
    { RATING "|level=2", NULL, "5b: level 2 → not rated" },
    { RATING "|level=2", RATING "|level=2|rationale=We count.", "5b: rationale: none → “We count.”" },
    { RATING "|level=2", RATING "|level=3|rationale=So", "5b: level 2 → level 3; rationale: none → “So”" },
    { RATING "|level=2|carried=x", RATING "|level=2", "5b: confirmed" },
    { NULL, "rating|assessment=a|node=5b|layer=panel|assessor=|level=1", "5b (Panel): not rated → level 1" },
    { NULL, TARGET "|level=3", "5b, target for 2010/11: none → level 3" },
    { TARGET "|level=3", TARGET "|level=4", "5b, target for 2010/11: level 3 → level 4" },
    { NULL, ITEM "|title=Survey", "“Survey”: added" },
    { ITEM "|title=Survey", ITEM "|title=Poll|received=2010-01-02", "“Poll”: title: “Survey” → “Poll”; received: none → 2010-01-02" },
    { ITEM "|title=Survey", NULL, "“Survey”: removed" },
    { NULL, LINK, "5b, “Survey”: attached" },
    { LINK, NULL, "5b, “Survey”: no longer attached" },
    { LINK, LINK "|place=p. 3", "5b, “Survey”: where in it: none → “p. 3”" },
    { NULL, LINK "|carried=x", "5b, “Survey”: carried forward, to confirm" },
    { NULL, STAGED "|stage=draft", "Assessment of 2009/10: begun" },
    { STAGED "|stage=draft", STAGED "|stage=submitted", "Assessment of 2009/10: stage: Draft → Submitted" },
    { NULL, SIGNED "|from_stage=draft|to_stage=submitted", "Stage: Draft → Submitted by Ann on 2010-06-03" },
    { NULL, SIGNED "|from_stage=submitted|to_stage=draft|reason=A slip", "Reopened: Submitted → Draft by Ann on 2010-06-03, because “A slip”" },
    { NULL, SIGNED "|role=Chair|from_stage=draft|to_stage=board-approved|meeting=Board of June|reason=It is late.\nStill right.",
      "Stage: Draft → Board approved by Ann, Chair, on 2010-06-03, in “Board of June”, because “It is late. Still right.”" },
    { NULL, SIGNED "|from_stage=odd|to_stage=draft", "Stage: odd → Draft by Ann on 2010-06-03" },
    { NULL, OUTCOME "|metric=Deaths", "Outcome “Deaths”: added" },
    { OUTCOME "|metric=Deaths", OUTCOME "|metric=Deaths|until=2011", "Outcome “Deaths”: to: none → 2011/12" },
    { NULL, VALUE "|actual=1.5", "“Deaths” in 2009/10: actual value: none → 1.5" },
    { VALUE "|actual=1.5", VALUE "|actual=2|aspiration=3", "“Deaths” in 2009/10: aspiration: none → 3; actual value: 1.5 → 2" },
    { "organisation_name|organisation=o|name=Old", "organisation_name|organisation=o|name=New", "Organisation’s name: name: “Old” → “New”" },
    { NULL, "organisation_population|organisation=o|year=2009|population=1000", "Population in 2009/10: none → 1000" },
    { NULL, "person|name=Ann", "Ann: added" },
    { RATING, RATING, "5b: changed" },
  };
  TsWords words = { NULL, name_row, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsRow) before = parse (cases[i].before);
      g_autoptr (TsRow) after = parse (cases[i].after);
      TsChangeRow row = { before, after };
      g_autofree char *text = ts_words_describe_row (&words, &row);

      g_assert_cmpstr (text, ==, cases[i].words);
    }
}

static void
test_shortens_to_the_difference (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *short_before;
    const char *short_after;
  } cases[] = {
    { "a", "b", "a", "b" },
    { "", "b", "", "b" },
    { "Two\nlines", "Two lines", "Two lines", "Two lines" },
    {
      "The board looks at the survey of all patients every year, and compares it with its neighbours in detail.",
      "The board looks at the survey of all patients every month, and compares it with its neighbours in detail.",
      "…every year, and compares it with its neighbours in detail.",
      "…every month, and compares it with its neighbours in detail.",
    },
    {
      "ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
      "ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééèx",
      "…é",
      "…èx",
    },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      ts_words_shorten_pair (cases[i].before, cases[i].after, &before, &after);
      g_assert_cmpstr (before, ==, cases[i].short_before);
      g_assert_cmpstr (after, ==, cases[i].short_after);
      g_assert_true (g_utf8_validate (before, -1, NULL));
    }
}

static void
test_restores (void)
{
  static const struct
  {
    const char *then;
    const char *now;
    const char *stage;
    const char *label;
    int code; /* -1 where it goes well */
  } cases[] = {
    { RATING "|level=2", RATING "|level=3", "draft", "5b: restore level 2 of 3 June 2010", -1 },
    { RATING "|level=2|rationale=a", RATING "|level=2|rationale=b", "draft", "5b: restore rationale of 3 June 2010", -1 },
    { RATING "|level=2", NULL, "draft", "5b: restore level 2 of 3 June 2010", -1 },
    { RATING "|level=2", RATING "|level=3", "board-approved", NULL, TS_RULE_ERROR_LOCKED },
    { RATING "|level=2", RATING "|level=2", "draft", NULL, TS_RULE_ERROR_UNCHANGED },
    { TARGET "|level=3", TARGET "|level=4", "draft", "5b: restore target level 3 of 3 June 2010", -1 },
    { TARGET "|level=3", TARGET "|level=4", "submitted", NULL, TS_RULE_ERROR_LOCKED },
    { VALUE "|actual=1.5", VALUE "|actual=2", NULL, "Restore “Deaths” of 3 June 2010", -1 },
    { ITEM "|title=Survey", ITEM "|title=Poll", NULL, "Restore “Survey” of 3 June 2010", -1 },
    { ITEM "|title=Survey", NULL, NULL, NULL, TS_RULE_ERROR_INVALID },
    { LINK, NULL, "draft", NULL, TS_RULE_ERROR_INVALID },
    { STAGED "|stage=draft", STAGED "|stage=submitted", NULL, NULL, TS_RULE_ERROR_INVALID },
  };
  TsWords words = { NULL, name_row, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsRow) then = parse (cases[i].then);
      g_autoptr (TsRow) now = parse (cases[i].now);
      g_autoptr (TsRow) assessment = cases[i].stage != NULL ? parse (STAGED) : NULL;
      g_autoptr (TsChange) change = NULL;
      g_autoptr (GError) error = NULL;

      if (assessment != NULL)
        ts_row_set_text (assessment, TS_ASSESSMENT_STAGE, cases[i].stage);

      change = ts_change_restore (&words, then, now, assessment, "3 June 2010", &error);

      if (cases[i].code >= 0)
        {
          g_assert_error (error, TS_RULE_ERROR, cases[i].code);
          g_assert_null (change);
          continue;
        }

      g_assert_no_error (error);
      g_assert_cmpstr (ts_change_get_label (change), ==, cases[i].label);
      g_assert_cmpuint (ts_change_get_n_rows (change), ==, 1);
      g_assert_true (ts_row_equal (ts_change_get_row (change, 0)->after, then));
      g_assert_true (ts_change_get_row (change, 0)->before == now);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change-words/tells-from-what-to-what", test_tells_from_what_to_what);
  g_test_add_func ("/change-words/shortens-to-the-difference", test_shortens_to_the_difference);
  g_test_add_func ("/change-words/restores", test_restores);

  return g_test_run ();
}
