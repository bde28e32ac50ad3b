/* test-framework-reader.c — framework files: what is taken, and what each mistake is answered with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-exchange-error.h"
#include "exchange/ts-framework-cache.h"
#include "exchange/ts-framework-library.h"
#include "exchange/ts-framework-reader.h"

#include <glib/gstdio.h>
#include <string.h>

/* A small framework in which each text that a case replaces occurs once. */
static const char good[] =
  "{ \"touchstone-framework\": 1,\n"
  "  \"id\": \"small\", \"edition\": \"E1\", \"title\": \"A small one\", \"year\": \"2009/10\",\n"
  "  \"source\": \"made for a test\", \"licence\": \"free\",\n"
  "  \"stages\": [ { \"id\": \"lead\", \"title\": \"Lead\" }, { \"id\": \"shape\", \"title\": \"Shape\" },\n"
  "                { \"id\": \"check\", \"title\": \"Check\" } ],\n"
  "  \"scales\": [ { \"id\": \"level\", \"kind\": \"levels\", \"levels\": [\n"
  "                 { \"token\": \"1\", \"label\": \"One\", \"meaning\": \"low\" },\n"
  "                 { \"token\": \"2\", \"label\": \"Two\", \"meaning\": \"above\" },\n"
  "                 { \"token\": \"3\", \"label\": \"Three\", \"meaning\": \"high\" } ] },\n"
  "              { \"id\": \"rag\", \"kind\": \"rating\", \"levels\": [\n"
  "                 { \"token\": \"red\", \"label\": \"Red\", \"meaning\": \"low\" },\n"
  "                 { \"token\": \"green\", \"label\": \"Green\", \"meaning\": \"high\" } ] } ],\n"
  "  \"sections\": [\n"
  "   { \"id\": \"competencies\", \"title\": \"Competencies\", \"kind\": \"graded\", \"scale\": \"level\", \"rule\": \"mean\",\n"
  "     \"groups\": [ { \"id\": \"5\", \"title\": \"Know\", \"stage\": \"shape\", \"summary\": \"Knowing.\", \"criteria\": [\n"
  "       { \"id\": \"5a\", \"title\": \"First\", \"definition\": \"What is looked at\",\n"
  "         \"descriptors\": [\"a1\", \"a2\", \"a3\"], \"evidence-prompt\": \"Show it\" },\n"
  "       { \"id\": \"5b\", \"title\": \"Second\", \"definition\": \"The other thing\",\n"
  "         \"descriptors\": [\"b1\", \"b2\", \"b3\"], \"evidence-prompt\": \"Show that\" } ] } ] },\n"
  "   { \"id\": \"governance\", \"title\": \"Governance\", \"kind\": \"graded\", \"scale\": \"rag\", \"rule\": \"minimum\",\n"
  "     \"groups\": [ { \"id\": \"strategy\", \"title\": \"Strategy\", \"definition\": \"The plan\",\n"
  "       \"descriptors\": [\"r\", \"g\"], \"evidence-prompt\": \"A plan\", \"criteria\": [] } ] },\n"
  "   { \"id\": \"outcomes\", \"title\": \"Outcomes\", \"kind\": \"outcomes\", \"most\": 10,\n"
  "     \"suggested\": [ { \"id\": \"years\", \"metric\": \"Years lived\", \"unit\": \"years\", \"direction\": \"up\", \"national\": true } ] }\n"
  "  ] }\n";

static char *
replace_once (const char *text,
              const char *find,
              const char *replacement)
{
  const char *at = strstr (text, find);

  g_assert_nonnull (at);
  g_assert_null (strstr (at + 1, find));

  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, replacement, at + strlen (find));
}

static void
test_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsFramework) framework = ts_framework_reader_read ("f.json", good, strlen (good), &error);
  const TsSection *section;
  const TsNode *node;

  g_assert_no_error (error);
  g_assert_cmpstr (ts_framework_get_id (framework), ==, "small");
  g_assert_cmpstr (ts_framework_get_edition (framework), ==, "E1");
  g_assert_cmpint (ts_framework_get_year (framework), ==, 2009);
  g_assert_cmpuint (ts_framework_get_n_stages_of_cycle (framework), ==, 3);
  g_assert_cmpuint (ts_framework_get_n_sections (framework), ==, 3);

  node = ts_framework_find_node (framework, "5b");
  g_assert_nonnull (node);
  g_assert_cmpstr (node->title, ==, "Second");
  g_assert_cmpstr (node->definition, ==, "The other thing");
  g_assert_cmpstr (node->descriptors[2], ==, "b3");
  g_assert_null (node->descriptors[3]);
  g_assert_cmpstr (node->evidence_prompt, ==, "Show that");
  g_assert_cmpstr (node->group->id, ==, "5");
  g_assert_cmpstr (node->stage_of_cycle->id, ==, "shape");
  g_assert_cmpint (node->section->rule, ==, TS_ROLL_UP_MEAN);
  g_assert_cmpint (ts_scale_find (node->section->scale, "3"), ==, 3);

  node = ts_framework_find_node (framework, "strategy");
  g_assert_true (ts_node_is_group (node));
  g_assert_null (node->stage_of_cycle);
  g_assert_null (node->summary);
  g_assert_cmpstr (node->descriptors[1], ==, "g");
  g_assert_cmpint (ts_scale_get_kind (node->section->scale), ==, TS_SCALE_RATING);

  section = ts_framework_find_section (framework, "outcomes");
  g_assert_cmpint (section->kind, ==, TS_SECTION_OUTCOMES);
  g_assert_cmpuint (section->most_outcomes, ==, 10);
  g_assert_cmpuint (section->suggested_outcomes->len, ==, 1);
}

typedef struct
{
  const char *find;
  const char *replacement;
  const char *message; /* how the error's message begins */
} Mistake;

static const Mistake mistakes[] = {
  /* The head. */
  { "\"touchstone-framework\": 1", "\"framework\": 1", "f.json: $.touchstone-framework: not a framework file" },
  { "\"touchstone-framework\": 1", "\"touchstone-framework\": 2", "f.json: $.touchstone-framework: expected format 1, found 2" },
  { "\"touchstone-framework\": 1", "\"touchstone-framework\": \"1\"", "f.json: $.touchstone-framework: expected a whole number" },
  { "\"touchstone-framework\": 1", "\"touchstone-framework\": 1, \"colour\": 3", "f.json: $.colour: this member is not known; expected touchstone-framework, id" },
  { "\"touchstone-framework\": 1", "\"touchstone-framework\": 1, \"a b\": 3", "f.json: $['a b']: this member is not known" },
  { "\"id\": \"small\"", "\"id\": \"Small\"", "f.json: $.id: expected 1 to 64 of the characters a–z 0–9 -, found “Small”" },
  { "\"id\": \"small\"", "\"id\": \"\"", "f.json: $.id: expected 1 to 64 of the characters a–z 0–9 -, found an empty text" },
  { "\"id\": \"small\", ", "", "f.json: $.id: expected 1 to 64 of the characters a–z 0–9 -, found nothing" },
  { "\"id\": \"small\"", "\"id\": 7", "f.json: $.id: expected 1 to 64 of the characters a–z 0–9 -, found 7" },
  { "\"edition\": \"E1\"", "\"edition\": null", "f.json: $.edition: expected a text, found null" },
  { "\"title\": \"A small one\"", "\"title\": \"\"", "f.json: $.title: expected a text, found an empty text" },
  { "\"title\": \"A small one\"", "\"title\": [1]", "f.json: $.title: expected a text, found an array" },
  { "\"title\": \"A small one\"", "\"title\": {}", "f.json: $.title: expected a text, found an object" },
  { "\"title\": \"A small one\"", "\"title\": 1.5", "f.json: $.title: expected a text, found a number that is not whole" },
  { "\"title\": \"A small one\"", "\"title\": \"A\\u0007\"", "f.json: $.title: expected a text without control characters, found U+0007" },
  { "\"title\": \"A small one\"", "\"title\": \"A\\nB\"", "f.json: $.title: expected a text without control characters, found U+000A" },
  { "\"year\": \"2009/10\"", "\"year\": \"2009/11\"", "f.json: $.year: expected a financial year such as 2009/10, found “2009/11”" },
  { "\"year\": \"2009/10\"", "\"year\": 2009", "f.json: $.year: expected a text, found 2009" },
  { "\"source\": \"made for a test\"", "\"source\": false", "f.json: $.source: expected a text, found false" },
  { ", \"licence\": \"free\"", "", "f.json: $.licence: expected a text, found nothing" },

  /* Stages. */
  { "\"stages\": [", "\"stages\": [ [] , ", "f.json: $.stages[0]: expected an object, found an array" },
  { "{ \"id\": \"shape\", \"title\": \"Shape\" },", "", "f.json: $.stages: expected an array of 3 to 6 stages, found an array of 2" },
  { "{ \"id\": \"shape\", \"title\"", "{ \"id\": \"lead\", \"title\"", "f.json: $.stages[1].id: expected an id that no other stage has" },
  { "\"title\": \"Shape\"", "\"titel\": \"Shape\"", "f.json: $.stages[1].titel: this member is not known; expected id, title" },
  { ", \"title\": \"Check\"", "", "f.json: $.stages[2].title: expected a text, found nothing" },

  /* Scales. */
  { "\"scales\": [ {", "\"scales\": 4, \"scale\": [ {", "f.json: $.scale: this member is not known" },
  { "\"id\": \"rag\"", "\"id\": \"level\"", "f.json: $.scales[1].id: expected an id that no other scale has, found “level” again" },
  { "\"kind\": \"rating\"", "\"kind\": \"stars\"", "f.json: $.scales[1].kind: expected “levels” or “rating”, found “stars”" },
  { "{ \"token\": \"red\", \"label\": \"Red\", \"meaning\": \"low\" },", "", "f.json: $.scales[1].levels: expected an array of 2 to 9 levels, found an array of 1" },
  { "\"token\": \"2\"", "\"token\": \"1\"", "f.json: $.scales[0].levels[1].token: expected a token that no other level has, found “1” again" },
  { "\"token\": \"2\"", "\"token\": \"2;\"", "f.json: $.scales[0].levels[1].token: expected 1 to 32 of the characters" },
  { "\"token\": \"2\"", "\"token\": 2", "f.json: $.scales[0].levels[1].token: expected 1 to 32 of the characters" },
  { "\"label\": \"Two\"", "\"label\": 2", "f.json: $.scales[0].levels[1].label: expected a text, found 2" },
  { "\"meaning\": \"above\"", "\"meaning\": \"best\"", "f.json: $.scales[0].levels[1].meaning: expected low, below, middle, above or high, found “best”" },
  { "\"label\": \"One\", \"meaning\": \"low\"", "\"label\": \"One\", \"meaning\": \"high\"", "f.json: $.scales[0].levels[1].meaning: expected levels from the worst to the best" },

  /* Sections. */
  { "\"sections\": [", "\"sections\": [], \"x\": [", "f.json: $.x: this member is not known" },
  { "\"id\": \"governance\"", "\"id\": \"competencies\"", "f.json: $.sections[1].id: expected an id that no other section has" },
  { "\"kind\": \"outcomes\"", "\"kind\": \"graphs\"", "f.json: $.sections[2].kind: expected “graded” or “outcomes”, found “graphs”" },
  { "\"scale\": \"rag\"", "\"scale\": \"stars\"", "f.json: $.sections[1].scale: expected the id of one of the scales, found “stars”" },
  { "\"scale\": \"rag\", ", "", "f.json: $.sections[1].scale: expected 1 to 64 of the characters a–z 0–9 -, found nothing" },
  { "\"rule\": \"mean\"", "\"rule\": \"median\"", "f.json: $.sections[0].rule: expected minimum, majority or mean, found “median”" },
  { "\"rule\": \"mean\"", "\"rule\": \"mean\", \"most\": 3", "f.json: $.sections[0].most: this member is not known; expected id, title, kind, scale, rule, groups" },
  { "\"most\": 10", "\"most\": 10, \"rule\": \"mean\"", "f.json: $.sections[2].rule: this member is not known; expected id, title, kind, most, suggested" },
  { "\"most\": 10", "\"most\": 0", "f.json: $.sections[2].most: expected a whole number from 1 to 100, found 0" },
  { "\"most\": 10", "\"most\": 99999999999999999999999", "f.json" },

  /* Groups and criteria. */
  { "\"id\": \"5\"", "\"id\": \"5a\"", "f.json: $.sections[0].groups[0].criteria[0].id: expected an id that no other group or criterion has, found “5a” again" },
  { "\"id\": \"strategy\"", "\"id\": \"5b\"", "f.json: $.sections[1].groups[0].id: expected an id that no other group or criterion has" },
  { "\"id\": \"5b\"", "\"id\": \"5 b\"", "f.json: $.sections[0].groups[0].criteria[1].id: expected 1 to 32 of the characters a–z 0–9 -., found “5 b”" },
  { "\"stage\": \"shape\"", "\"stage\": \"think\"", "f.json: $.sections[0].groups[0].stage: expected the id of one of the stages, found “think”" },
  { "\"summary\": \"Knowing.\"", "\"summary\": 1", "f.json: $.sections[0].groups[0].summary: expected a text, found 1" },
  { "[\"b1\", \"b2\", \"b3\"]", "[\"b1\", \"b2\"]", "f.json: $.sections[0].groups[0].criteria[1].descriptors: expected an array of 3 texts, one for each level of the scale “level”, found an array of 2" },
  { "[\"b1\", \"b2\", \"b3\"]", "[\"b1\", \"b2\", \"\"]", "f.json: $.sections[0].groups[0].criteria[1].descriptors[2]: expected a text, found an empty text" },
  { "[\"b1\", \"b2\", \"b3\"]", "\"b\"", "f.json: $.sections[0].groups[0].criteria[1].descriptors: expected an array of 3 texts" },
  { "\"definition\": \"The other thing\",", "", "f.json: $.sections[0].groups[0].criteria[1].definition: expected a text, found nothing" },
  { ", \"evidence-prompt\": \"Show that\"", "", "f.json: $.sections[0].groups[0].criteria[1].evidence-prompt: expected a text, found nothing" },
  { "\"title\": \"Second\"", "\"title\": \"Second\", \"summary\": \"s\"", "f.json: $.sections[0].groups[0].criteria[1].summary: this member is not known" },
  { ", \"criteria\": []", "", "f.json: $.sections[1].groups[0].criteria: expected an array of at most 100 criteria, found nothing" },
  { "\"descriptors\": [\"r\", \"g\"], ", "", "f.json: $.sections[1].groups[0].descriptors: expected an array of 2 texts, one for each level of the scale “rag”, found nothing" },
  { "\"definition\": \"The plan\",", "", "f.json: $.sections[1].groups[0].definition: expected a text, found nothing" },

  /* Outcomes. */
  { "\"direction\": \"up\"", "\"direction\": \"sideways\"", "f.json: $.sections[2].suggested[0].direction: expected “up” or “down”, found “sideways”" },
  { "\"national\": true", "\"national\": 1", "f.json: $.sections[2].suggested[0].national: expected true or false, found 1" },
  { "\"unit\": \"years\", ", "", "f.json: $.sections[2].suggested[0].unit: expected a text, found nothing" },

  /* What is not JSON. Lines count from 1. */
  { "\"edition\": \"E1\",", "\"edition\": \"E1\" ", "f.json:2: expected “,” or “}”" },
  { "\"edition\": \"E1\",", "\"edition\" \"E1\",", "f.json:2: expected “:” after a member’s name" },
  { "\"edition\": \"E1\",", "\"edition\": ,", "f.json:2: expected a text, a number, true, false, null, “{” or “[”" },
  { "\"edition\": \"E1\",", "edition: \"E1\",", "f.json:2: expected a member’s name between quotes" },
  { "\"edition\": \"E1\",", "\"edition\": True,", "f.json:2: expected a text, a number" },
  { "\"edition\": \"E1\",", "\"edition\": nullx,", "f.json:2: expected a text, a number" },
  { "\"edition\": \"E1\",", ",", "f.json:2: expected a member’s name between quotes" },
  { "\"most\": 10", "\"most\": 010", "f.json:23: a number is not written as JSON writes numbers" },
  { "\"most\": 10", "\"most\": 10.", "f.json:23: a number is not written as JSON writes numbers" },
  { "\"most\": 10", "\"most\": -", "f.json:23: a number is not written as JSON writes numbers" },
  { "\"most\": 10", "\"most\": 1e", "f.json:23: a number is not written as JSON writes numbers" },
  { "\"most\": 10", "\"most\": 0x10", "f.json:23: a number is not written as JSON writes numbers" },
  { "[\"b1\", \"b2\", \"b3\"]", "[\"b1\", \"b2\", \"b3\",]", "f.json:19: expected a text, a number" },
  { "[\"b1\", \"b2\", \"b3\"]", "[\"b1\" \"b2\", \"b3\"]", "f.json:19: expected “,” or “]”" },
  { "[\"b1\", \"b2\", \"b3\"]", "[\"b1\", \"b2\", \"b3\"}", "f.json:19: expected “,” or “]”" },
  { "\"title\": \"Governance\"", "\"id\": \"governance\"", "f.json:20: the member “id” is given twice" },
  { "\"stages\": [", "// stages\n\"stages\": [", "f.json:4: JSON has no comments" },
  { "\"year\": \"2009/10\"", "\"year\": '2009/10'", "f.json:2: expected a text, a number, true, false, null, “{” or “[”" },
  { "\"year\": \"2009/10\"", "\"year\": \"2009/10", "f.json:2: a text does not end on its line" },
  { "\"free\"", "\"\\u0000free\"", "f.json:3: a text contains an escaped NUL" },
  { "\"free\"", "\"\\ud800free\"", "f.json:3: a text contains half of a surrogate pair" },
  { "\"free\"", "\"\\udc00free\"", "f.json:3: a text contains half of a surrogate pair" },
  { "\"free\"", "\"\\u12g4\"", "f.json:3: “\\u” must be followed by four hexadecimal digits" },
  { "\"free\"", "\"\\x\"", "f.json:3: a text contains a backslash that JSON does not know" },
  { "\"free\"", "\"a\tb\"", "f.json:3: a text contains a control character" },
  { "\"free\"", "\"\xff\"", "f.json:3: the file is not valid UTF-8" },
  { "  ] }\n", "  ] } {}\n", "f.json:25: something follows after the end of the document" },
  { "  ] }\n", "  ]\n", "f.json:26: the document ends too early" },
};

static void
test_mistake (gconstpointer data)
{
  const Mistake *mistake = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = replace_once (good, mistake->find, mistake->replacement);
  TsFramework *framework = ts_framework_reader_read ("f.json", text, strlen (text), &error);

  g_assert_null (framework);
  g_assert_nonnull (error);
  g_assert_true (error->domain == TS_EXCHANGE_ERROR);

  if (!g_str_has_prefix (error->message, mistake->message))
    g_error ("“%s” does not begin with “%s”", error->message, mistake->message);
}

static void
assert_fails (const char      *text,
              gsize            length,
              TsExchangeError  code,
              const char      *message)
{
  g_autoptr (GError) error = NULL;
  TsFramework *framework = ts_framework_reader_read ("f.json", text, length, &error);

  g_assert_null (framework);
  g_assert_error (error, TS_EXCHANGE_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_not_a_document (void)
{
  g_autofree char *deep = g_strnfill (200000, '[');
  g_autofree char *large = g_malloc0 (TS_FRAMEWORK_LARGEST_FILE + 1);

  assert_fails ("", 0, TS_EXCHANGE_ERROR_SYNTAX, "f.json:1: the document ends too early");
  assert_fails ("3", 1, TS_EXCHANGE_ERROR_SYNTAX, "f.json:1: not a JSON document: it must begin with “{”");
  assert_fails ("[]", 2, TS_EXCHANGE_ERROR_INVALID, "f.json: $: expected an object, found an array");
  assert_fails ("\n{\0}", 4, TS_EXCHANGE_ERROR_SYNTAX, "f.json:2: the file contains a NUL byte");
  assert_fails (deep, strlen (deep), TS_EXCHANGE_ERROR_SYNTAX, "f.json:1: the document is nested too deeply");
  assert_fails (large, TS_FRAMEWORK_LARGEST_FILE + 1, TS_EXCHANGE_ERROR_TOO_LARGE,
                "f.json: the file is larger than 4 MiB, which no framework is");
}

static void
test_long_texts (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *longest = g_strnfill (4000, 'x');
  g_autofree char *longest_quoted = g_strdup_printf ("\"%s\"", longest);
  g_autofree char *too_long = g_strdup_printf ("\"%sy\"", longest);
  g_autofree char *fits = replace_once (good, "\"Knowing.\"", longest_quoted);
  g_autofree char *fails = replace_once (good, "\"Knowing.\"", too_long);
  g_autoptr (TsFramework) framework = ts_framework_reader_read ("f.json", fits, strlen (fits), &error);

  g_assert_no_error (error);
  g_assert_nonnull (framework);

  assert_fails (fails, strlen (fails), TS_EXCHANGE_ERROR_INVALID,
                "f.json: $.sections[0].groups[0].summary: expected at most 4000 characters, found 4001");
}

/* Whatever bytes are changed, the reader answers with a framework or an error, never otherwise. */
static void
test_damaged (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsFramework) framework = NULL;
      gsize length = strlen (good);
      g_autofree char *text = g_strdup (good);

      for (gint n = g_test_rand_int_range (1, 5); n > 0; n--)
        text[g_test_rand_int_range (0, length)] = "{}[]\",:\\u09ax\n\xc3\xff"[g_test_rand_int_range (0, 17)];

      if (g_test_rand_bit ())
        length = g_test_rand_int_range (0, length);

      framework = ts_framework_reader_read ("f.json", text, length, &error);
      g_assert_true ((framework == NULL) == (error != NULL));
    }
}

static guint
count_criteria (const TsSection *section,
                guint            n_levels)
{
  guint n_criteria = 0;

  for (guint i = 0; i < section->groups->len; i++)
    {
      const TsNode *group = g_ptr_array_index (section->groups, i);

      for (guint j = 0; j < group->criteria->len; j++)
        {
          const TsNode *criterion = g_ptr_array_index (group->criteria, j);

          g_assert_cmpuint (g_strv_length (criterion->descriptors), ==, n_levels);
          n_criteria++;
        }
    }

  return n_criteria;
}

static void
test_built_in (void)
{
  static const struct
  {
    const char *id;
    int year;
    guint n_competencies;
    guint n_parts;
    guint n_indicators;
  } expected[] = {
    { "wcc-year-1", 2008, 10, 30, 0 },
    { "wcc-year-2", 2009, 11, 33, 16 },
  };
  const char *const *ids = ts_framework_library_list ();

  g_assert_cmpuint (g_strv_length ((char **) ids), ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsFramework) framework = ts_framework_library_get (ids[i], &error);
      g_autoptr (TsFramework) again = NULL;
      g_autofree char *text = NULL;
      const TsSection *competencies;
      const TsSection *governance;

      g_assert_no_error (error);
      g_assert_cmpstr (ids[i], ==, expected[i].id);
      g_assert_cmpstr (ts_framework_get_id (framework), ==, expected[i].id);
      g_assert_cmpint (ts_framework_get_year (framework), ==, expected[i].year);

      competencies = ts_framework_find_section (framework, "competencies");
      g_assert_cmpuint (competencies->groups->len, ==, expected[i].n_competencies);
      g_assert_cmpuint (count_criteria (competencies, 4), ==, expected[i].n_parts);
      g_assert_cmpint (competencies->rule, ==, TS_ROLL_UP_MAJORITY);

      governance = ts_framework_find_section (framework, "governance");
      g_assert_cmpuint (governance->groups->len, ==, 3);
      g_assert_cmpuint (count_criteria (governance, 3), ==, expected[i].n_indicators);

      g_assert_cmpint (ts_framework_find_section (framework, "outcomes")->kind, ==, TS_SECTION_OUTCOMES);

      text = ts_framework_library_get_text (ids[i], &error);
      g_assert_no_error (error);
      again = ts_framework_reader_read ("again", text, strlen (text), &error);
      g_assert_no_error (error);
      g_assert_cmpstr (ts_framework_get_title (again), ==, ts_framework_get_title (framework));
    }
}

static void
test_not_built_in (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ts_framework_library_get ("wcc-year-3", &error));
  g_assert_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_UNKNOWN);
  g_assert_cmpstr (error->message, ==, "No framework “wcc-year-3” is built in. There are: wcc-year-1, wcc-year-2");
  g_assert_false (ts_framework_library_has ("../wcc-year-1"));
}

static void
test_cache (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsFrameworkCache) cache = ts_framework_cache_new ();
  g_autoptr (TsFramework) framework = ts_framework_reader_read ("f.json", good, strlen (good), &error);
  g_autoptr (TsRow) row = ts_framework_library_make_row (framework, good);
  g_autoptr (TsRow) same = ts_framework_library_make_row (framework, good);
  g_autoptr (TsRow) damaged = ts_row_new (TS_ENTITY_FRAMEWORK, "another");
  TsFramework *cached;

  g_assert_cmpstr (ts_row_get_id (row), ==, ts_row_get_id (same));
  g_assert_cmpint (ts_row_find_missing_field (row), ==, -1);
  g_assert_null (ts_framework_cache_find (cache, ts_row_get_id (row)));

  cached = ts_framework_cache_get (cache, row, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_framework_get_id (cached), ==, "small");
  g_assert_true (ts_framework_cache_get (cache, same, &error) == cached);
  g_assert_true (ts_framework_cache_find (cache, ts_row_get_id (row)) == cached);

  ts_row_set_text (damaged, TS_FRAMEWORK_CONTENT, "{}");
  g_assert_null (ts_framework_cache_get (cache, damaged, &error));
  g_assert_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_INVALID);
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsFramework) framework = NULL;
  g_autofree char *text = NULL;
  g_autofree char *directory = g_dir_make_tmp ("touchstone-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "framework.json", NULL);
  g_autofree char *expected = g_strdup_printf ("%s: the file cannot be read: ", path);

  g_assert_null (ts_framework_reader_read_file (path, NULL, &error));
  g_assert_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_FILE);
  g_assert_true (g_str_has_prefix (error->message, expected));
  g_clear_error (&error);

  g_assert_null (ts_framework_reader_read_file (directory, NULL, &error));
  g_assert_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_FILE);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, good, -1, NULL));
  framework = ts_framework_reader_read_file (path, &text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, good);

  g_assert_null (ts_framework_reader_read_file ("/dev/zero", NULL, &error));
  g_assert_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_TOO_LARGE);

  g_remove (path);
  g_rmdir (directory);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/framework-reader/good", test_good);

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *name = g_strdup_printf ("/framework-reader/mistake/%02u", i);

      g_test_add_data_func (name, &mistakes[i], test_mistake);
    }

  g_test_add_func ("/framework-reader/not-a-document", test_not_a_document);
  g_test_add_func ("/framework-reader/long-texts", test_long_texts);
  g_test_add_func ("/framework-reader/damaged", test_damaged);
  g_test_add_func ("/framework-reader/files", test_files);
  g_test_add_func ("/framework-library/built-in", test_built_in);
  g_test_add_func ("/framework-library/not-built-in", test_not_built_in);
  g_test_add_func ("/framework-cache", test_cache);

  return g_test_run ();
}
