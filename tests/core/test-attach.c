/* test-attach.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-attach.h"
#include "core/ts-error.h"
#include "fixture.h"

#include <string.h>

typedef struct
{
  TsFramework *framework;
  TsRow *assessment;
  TsRow *evidence;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->framework = fixture_framework_new (TS_ROLL_UP_MAJORITY);
  fixture->assessment = fixture_assessment_new (TS_STAGE_DRAFT);
  fixture->evidence = fixture_file_new ("evidence-1", "Needs assessment");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ts_row_unref (fixture->evidence);
  ts_row_unref (fixture->assessment);
  ts_framework_unref (fixture->framework);
}

/* --- What evidence can be ------------------------------------------------------------------------------------------ */

static void
test_kinds (void)
{
  static const char *const names[] = { "document", "minutes", "data", "survey", "plan", "web", "other" };
  TsEvidenceKind kind;

  g_assert_cmpuint (TS_N_EVIDENCE_KINDS, ==, G_N_ELEMENTS (names));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      kind = TS_N_EVIDENCE_KINDS;
      g_assert_cmpstr (ts_evidence_kind_get_name (i), ==, names[i]);
      g_assert_true (ts_evidence_kind_from_name (names[i], &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (ts_evidence_kind_get_title (i), !=, "");
    }

  g_assert_false (ts_evidence_kind_from_name ("", &kind));
  g_assert_false (ts_evidence_kind_from_name ("Document", &kind));
  g_assert_false (ts_evidence_kind_from_name ("rumour", &kind));
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *address;
    gboolean valid;
  } cases[] = {
    { "https://example.org", TRUE },
    { "http://example.org/", TRUE },
    { "HTTPS://EXAMPLE.ORG/", TRUE },
    { "https://example.org:8443/a/b?c=d&e=%C3%A9#f", TRUE },
    { "https://example.org/board papers/march.pdf", TRUE },
    { "https://[::1]/", TRUE },
    { "https://exämple.org/ä", TRUE },
    { "", FALSE },
    { "example.org", FALSE },
    { "//example.org", FALSE },
    { "https:", FALSE },
    { "https://", FALSE },
    { "https:///path", FALSE },
    { "https:example.org", FALSE },
    { "https://@/", FALSE },
    { "https://:80/", FALSE },
    { "https://[::1", FALSE },
    { "https://example.org:99999/", FALSE },
    { "https://example.org/%zz", FALSE },
    { "https://exa mple.org/", FALSE },
    { " https://example.org", FALSE },
    { "https://example.org/ ", FALSE },
    { "https://example.org/\nhttps://example.com/", FALSE },
    { "https://exam\tple.org/", FALSE },
    { "https://example.org/\x01", FALSE },
    { "https://example.org/\x7f", FALSE },
    { "https://example.org/\xff", FALSE },
    { "https://example.org/\u202e3pm.exe", FALSE },
    { "https://exa\u200bmple.org/", FALSE },
    { "https://example.org/\u2028", FALSE },
    { "https://example.org\\@example.com", FALSE },
    { "ftp://example.org/", FALSE },
    { "file:///etc/passwd", FALSE },
    { "file://example.org/share", FALSE },
    { "javascript:alert(1)", FALSE },
    { "javascript://example.org/%0aalert(1)", FALSE },
    { "data:text/html,text", FALSE },
    { "mailto:somebody@example.org", FALSE },
    { "httpsx://example.org/", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (ts_evidence_address_is_valid (cases[i].address) != cases[i].valid)
        g_error ("“%s” was %s", cases[i].address, cases[i].valid ? "refused" : "taken");
    }
}

static void
test_check (void)
{
  static const struct
  {
    guint field;
    const char *value;
    const char *message; /* NULL where it can be kept */
  } cases[] = {
    { TS_EVIDENCE_TITLE, "Plan 2009", NULL },
    { TS_EVIDENCE_TITLE, "\u200fתוכנית", NULL },
    { TS_EVIDENCE_TITLE, NULL, "needs a title" },
    { TS_EVIDENCE_TITLE, "", "needs a title" },
    { TS_EVIDENCE_TITLE, "  ", "needs a title" },
    { TS_EVIDENCE_TITLE, "two\nlines", "U+000A" },
    { TS_EVIDENCE_TITLE, "\x1b[31m", "U+001B" },
    { TS_EVIDENCE_KIND, "minutes", NULL },
    { TS_EVIDENCE_KIND, "rumour", "rumour" },
    { TS_EVIDENCE_KIND, "", "kind of evidence" },
    { TS_EVIDENCE_KIND, NULL, "kind of evidence" },
    { TS_EVIDENCE_CONTENT, NULL, "either a file or a web address" },
    { TS_EVIDENCE_ADDRESS, "https://example.org/", "either a file or a web address" },
    { TS_EVIDENCE_RECEIVED, "2009-03-31", NULL },
    { TS_EVIDENCE_RECEIVED, "31/03/2009", "Received: “31/03/2009” is not a day" },
    { TS_EVIDENCE_RECEIVED, "2009-02-29", "Received" },
    { TS_EVIDENCE_RECEIVED, "", "Received" },
    { TS_EVIDENCE_PERIOD_FROM, "2008-04-01", NULL },
    { TS_EVIDENCE_PERIOD_FROM, "April", "Covers from" },
    { TS_EVIDENCE_PERIOD_TO, "2009-03-31", NULL },
    { TS_EVIDENCE_PERIOD_TO, "2009-03", "Covers to" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsRow) evidence = fixture_file_new ("evidence-1", "Plan");
      g_autoptr (GError) error = NULL;

      ts_row_set_text (evidence, cases[i].field, cases[i].value);

      if (cases[i].message == NULL)
        {
          g_assert_true (ts_evidence_check (evidence, &error));
          g_assert_no_error (error);
        }
      else
        {
          g_assert_false (ts_evidence_check (evidence, &error));
          g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);

          if (strstr (error->message, cases[i].message) == NULL)
            g_error ("case %u: %s", i, error->message);

          g_assert_false (ts_evidence_check (evidence, NULL));
        }
    }
}

static void
test_check_period (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    gboolean valid;
  } cases[] = {
    { "2008-04-01", "2009-03-31", TRUE },
    { "2009-03-31", "2009-03-31", TRUE },
    { "2009-04-01", "2009-03-31", FALSE },
    { "2010-01-01", "2009-12-31", FALSE },
    { "2009-04-01", NULL, TRUE },
    { NULL, "1948-07-05", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TsRow) evidence = fixture_file_new ("evidence-1", "Plan");
      g_autoptr (GError) error = NULL;

      ts_row_set_text (evidence, TS_EVIDENCE_PERIOD_FROM, cases[i].from);
      ts_row_set_text (evidence, TS_EVIDENCE_PERIOD_TO, cases[i].to);
      g_assert_cmpint (ts_evidence_check (evidence, &error), ==, cases[i].valid);

      if (!cases[i].valid)
        g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
    }
}

static void
test_check_web_page (void)
{
  g_autoptr (TsRow) page = fixture_web_page_new ("evidence-1", "Page", "https://example.org/");
  g_autoptr (TsRow) script = fixture_web_page_new ("evidence-1", "Page", "javascript:alert(1)");
  g_autoptr (GError) error = NULL;

  g_assert_true (ts_evidence_check (page, &error));
  g_assert_no_error (error);
  g_assert_false (ts_evidence_check (script, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "javascript:alert(1)"));
}

/* --- Links --------------------------------------------------------------------------------------------------------- */

static void
test_link_row (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TsRow) link = ts_evidence_link_new (fixture->evidence, fixture->assessment, "5b");
  g_autoptr (TsRow) same = ts_evidence_link_new (fixture->evidence, fixture->assessment, "5b");
  g_autoptr (TsRow) other = ts_evidence_link_new (fixture->evidence, fixture->assessment, "5a");

  fixture_assert_row_json (link, "{\"evidence\":\"evidence-1\",\"assessment\":\"assessment-1\",\"node\":\"5b\"}");
  g_assert_cmpint (ts_row_find_missing_field (link), ==, -1);
  g_assert_true (g_uuid_string_is_valid (ts_row_get_id (link)));
  g_assert_true (ts_row_equal (link, same));
  g_assert_cmpstr (ts_row_get_id (link), !=, ts_row_get_id (other));
}

static void
test_attach_one (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;
  g_autoptr (TsRow) link = ts_evidence_link_new (fixture->evidence, fixture->assessment, "5a");

  g_ptr_array_add (evidence, fixture->evidence);
  change = ts_change_attach (fixture->assessment, fixture->framework, "5a", evidence, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, "5a: attach “Needs assessment”");
  g_assert_cmpuint (ts_change_get_n_rows (change), ==, 2);
  g_assert_null (ts_change_get_row (change, 0)->before);
  g_assert_true (ts_change_get_row (change, 0)->after == fixture->evidence);
  g_assert_null (ts_change_get_row (change, 1)->before);
  g_assert_true (ts_row_equal (ts_change_get_row (change, 1)->after, link));
}

/* Several at once are one change, every item before the link that refers to it. */
static void
test_attach_many (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("evidence-%u", i);

      g_ptr_array_add (evidence, fixture_file_new (id, "Paper"));
    }

  change = ts_change_attach (fixture->assessment, fixture->framework, "5a", evidence, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, "5a: attach 3 items");
  g_assert_cmpuint (ts_change_get_n_rows (change), ==, 6);

  for (guint i = 0; i < 6; i += 2)
    g_assert_cmpstr (ts_row_get_id (ts_change_get_row (change, i)->after), ==,
                     ts_row_get_text (ts_change_get_row (change, i + 1)->after, TS_EVIDENCE_LINK_EVIDENCE));
}

/* One bad item refuses them all. */
static void
test_attach_all_or_nothing (Fixture       *fixture,
                            gconstpointer  data)
{
  for (guint bad = 0; bad < 3; bad++)
    {
      g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 3; i++)
        g_ptr_array_add (evidence, fixture_file_new ("evidence", i == bad ? "" : "Paper"));

      g_assert_null (ts_change_attach (fixture->assessment, fixture->framework, "5a", evidence, &error));
      g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
    }
}

static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) link = ts_evidence_link_new (fixture->evidence, fixture->assessment, "strategy");
  g_autoptr (TsChange) change =
    ts_change_link (fixture->assessment, fixture->framework, "strategy", fixture->evidence, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, "strategy: link “Needs assessment”");
  g_assert_cmpuint (ts_change_get_n_rows (change), ==, 1);
  g_assert_null (ts_change_get_row (change, 0)->before);
  g_assert_true (ts_row_equal (ts_change_get_row (change, 0)->after, link));
}

/* The item itself is never taken. */
static void
test_unlink (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) link = ts_evidence_link_new (fixture->evidence, fixture->assessment, "5b");
  g_autoptr (TsChange) change = ts_change_unlink (fixture->assessment, fixture->evidence, link, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, "5b: unlink “Needs assessment”");
  g_assert_cmpuint (ts_change_get_n_rows (change), ==, 1);
  g_assert_true (ts_change_get_row (change, 0)->before == link);
  g_assert_null (ts_change_get_row (change, 0)->after);
  g_assert_false (ts_change_touches (change, TS_ENTITY_EVIDENCE));
}

static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *before;
    const char *place;
    const char *kept;
    gboolean changes;
  } cases[] = {
    { NULL, "p. 14–18", "p. 14–18", TRUE },
    { "p. 1", " p. 2\n", "p. 2", TRUE },
    { "p. 1", "", NULL, TRUE },
    { NULL, "", NULL, FALSE },
    { NULL, " \n", NULL, FALSE },
    { "p. 1", "p. 1 ", "p. 1", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TsRow) link = ts_evidence_link_new (fixture->evidence, fixture->assessment, "5b");
      g_autoptr (TsChange) change = NULL;

      ts_row_set_text (link, TS_EVIDENCE_LINK_PLACE, cases[i].before);
      change = ts_change_place (fixture->assessment, fixture->evidence, link, cases[i].place, &error);

      if (!cases[i].changes)
        {
          g_assert_null (change);
          g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED);
          continue;
        }

      g_assert_no_error (error);
      g_assert_cmpstr (ts_change_get_label (change), ==, "5b: place in “Needs assessment”");
      g_assert_true (ts_change_get_row (change, 0)->before == link);
      g_assert_cmpstr (ts_row_get_text (ts_change_get_row (change, 0)->after, TS_EVIDENCE_LINK_PLACE), ==, cases[i].kept);
    }
}

static void
test_unknown_node (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autoptr (GError) attach_error = NULL;
  g_autoptr (GError) link_error = NULL;

  g_ptr_array_add (evidence, fixture->evidence);
  g_assert_null (ts_change_attach (fixture->assessment, fixture->framework, "9z", evidence, &attach_error));
  g_assert_error (attach_error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (attach_error->message, "9z"));
  g_assert_null (ts_change_link (fixture->assessment, fixture->framework, "9z", fixture->evidence, &link_error));
  g_assert_error (link_error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN);
}

/* What is handed in belongs to the board's own layer. */
static void
test_locks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autoptr (TsRow) link = ts_evidence_link_new (fixture->evidence, fixture->assessment, "5b");

  g_ptr_array_add (evidence, fixture->evidence);

  for (TsStage stage = 0; stage < TS_N_STAGES; stage++)
    {
      g_autoptr (TsRow) assessment = fixture_assessment_new (stage);

      for (guint i = 0; i < 4; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (TsChange) change = NULL;

          if (i == 0)
            change = ts_change_attach (assessment, fixture->framework, "5b", evidence, &error);
          else if (i == 1)
            change = ts_change_link (assessment, fixture->framework, "5b", fixture->evidence, &error);
          else if (i == 2)
            change = ts_change_unlink (assessment, fixture->evidence, link, &error);
          else
            change = ts_change_place (assessment, fixture->evidence, link, "p. 1", &error);

          if (stage == TS_STAGE_DRAFT)
            {
              g_assert_no_error (error);
              g_assert_nonnull (change);
            }
          else
            {
              g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED);
              g_assert_null (change);
            }
        }
    }
}

/* --- Describing ---------------------------------------------------------------------------------------------------- */

static void
test_describe (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) after = ts_row_copy (fixture->evidence);
  g_autoptr (TsChange) change = NULL;

  g_assert_null (ts_change_describe_evidence (fixture->evidence, after, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED);
  g_clear_error (&error);

  ts_row_set_text (after, TS_EVIDENCE_RECEIVED, "yesterday");
  g_assert_null (ts_change_describe_evidence (fixture->evidence, after, &error));
  g_assert_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID);
  g_clear_error (&error);

  ts_row_set_text (after, TS_EVIDENCE_RECEIVED, "2009-03-31");
  ts_row_set_text (after, TS_EVIDENCE_TITLE, "Needs assessment 2009");
  change = ts_change_describe_evidence (fixture->evidence, after, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ts_change_get_label (change), ==, "Describe “Needs assessment 2009”");
  g_assert_cmpuint (ts_change_get_n_rows (change), ==, 1);
  g_assert_true (ts_change_get_row (change, 0)->before == fixture->evidence);
  g_assert_true (ts_change_get_row (change, 0)->after == after);
}

static void
test_describe_keeps_the_content (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (TsRow) after = ts_row_copy (fixture->evidence);

  ts_row_set_text (after, TS_EVIDENCE_CONTENT, "other");
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*TS_EVIDENCE_CONTENT*");
  g_assert_null (ts_change_describe_evidence (fixture->evidence, after, NULL));
  g_test_assert_expected_messages ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/attach/kinds", test_kinds);
  g_test_add_func ("/core/attach/addresses", test_addresses);
  g_test_add_func ("/core/attach/check", test_check);
  g_test_add_func ("/core/attach/check-period", test_check_period);
  g_test_add_func ("/core/attach/check-web-page", test_check_web_page);
#define ADD(path, function) g_test_add ("/core/attach/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("link-row", test_link_row);
  ADD ("attach-one", test_attach_one);
  ADD ("attach-many", test_attach_many);
  ADD ("attach-all-or-nothing", test_attach_all_or_nothing);
  ADD ("link", test_link);
  ADD ("unlink", test_unlink);
  ADD ("place", test_place);
  ADD ("unknown-node", test_unknown_node);
  ADD ("locks", test_locks);
  ADD ("describe", test_describe);
  ADD ("describe-keeps-the-content", test_describe_keeps_the_content);
#undef ADD
  return g_test_run ();
}
