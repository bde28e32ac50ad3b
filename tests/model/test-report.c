/* test-report.c — documents out of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "core/ts-interest.h"
#include "core/ts-person.h"
#include "core/ts-rate.h"
#include "core/ts-report-section.h"
#include "core/ts-review-note.h"
#include "core/ts-review-rate.h"
#include "core/ts-seal.h"
#include "model/ts-session-private.h"
#include "model/ts-session-report.h"
#include "model/ts-workplace.h"
#include "report/ts-report-pdf.h"

#include <glib/gstdio.h>
#include <string.h>

typedef TsChange *(*MakeChange) (const TsRow       *assessment,
                                 const TsFramework *framework,
                                 gpointer           data,
                                 GError           **error);

typedef struct
{
  const char *assessment_id;
  MakeChange make;
  gpointer data;
} Job;

static TsChange *
do_job (TsWorkplace  *workplace,
        gpointer      data,
        GError      **error)
{
  Job *job = data;
  g_autoptr (TsRow) assessment = NULL;
  g_autoptr (TsFramework) framework = NULL;

  if (!ts_workplace_read_assessment (workplace, job->assessment_id, &assessment, &framework, error))
    return NULL;

  return job->make (assessment, framework, job->data, error);
}

static void
change (SessionFixture *fixture,
        MakeChange      make,
        gpointer        data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TsChange) made = NULL;
  g_autoptr (GError) error = NULL;
  Job job = { fixture->assessment_id, make, data };

  ts_session_change_async (fixture->session, do_job, &job, NULL, take_result_cb, &result);
  made = ts_session_change_finish (fixture->session, wait_for_result (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (made);
}

typedef struct
{
  const char *node;
  TsLayer layer;
  int level;
} Rating;

static TsChange *
make_rating (const TsRow        *assessment,
             const TsFramework  *framework,
             gpointer            data,
             GError            **error)
{
  const Rating *rating = data;

  return ts_change_rate (assessment, framework, rating->node, rating->layer, "", NULL, rating->level, error);
}

static TsChange *
make_text (const TsRow        *assessment,
           const TsFramework  *framework,
           gpointer            data,
           GError            **error)
{
  const char *const *text = data;

  return ts_change_write_report (assessment, text[0], NULL, text[1], error);
}

static void
rate (SessionFixture *fixture,
      const char     *node,
      TsLayer         layer,
      int             level)
{
  change (fixture, make_rating, &(Rating) { node, layer, level });
}

static void
write_text (SessionFixture *fixture,
            const char     *section,
            const char     *text)
{
  const char *both[] = { section, text };

  change (fixture, make_text, both);
}

static TsReport *
read_submission (SessionFixture *fixture,
                 gint64          as_of)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TsReport *report;

  ts_session_read_submission_report_async (fixture->session, fixture->assessment_id, as_of, NULL, take_result_cb, &result);
  report = ts_session_read_report_finish (fixture->session, wait_for_result (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);

  return report;
}

static TsReport *
read_panel (SessionFixture  *fixture,
            GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ts_session_read_panel_report_async (fixture->session, fixture->assessment_id, NULL, take_result_cb, &result);

  return ts_session_read_report_finish (fixture->session, wait_for_result (&result), error);
}

static gboolean
contains (const char *text,
          const char *part)
{
  return text != NULL && strstr (text, part) != NULL;
}

/* Whether some block says it. */
static gboolean
says (TsReport   *report,
      const char *part)
{
  for (guint i = 0; i < ts_report_get_n_blocks (report); i++)
    {
      const TsReportBlock *block = ts_report_get_block (report, i);

      if (contains (block->text, part) || contains (block->detail, part))
        return TRUE;

      for (guint j = 0; block->table != NULL && j < ts_report_table_get_n_rows (block->table); j++)
        {
          for (guint k = 0; ts_report_table_get_group (block->table, j) == NULL && k < ts_report_table_get_n_columns (block->table); k++)
            {
              if (contains (ts_report_table_get_cell (block->table, j, k)->text, part))
                return TRUE;
            }
        }
    }

  return FALSE;
}

static void
test_submission (SessionFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (TsReport) before = read_submission (fixture, 0);
  g_autoptr (TsReport) after = NULL;
  g_autoptr (TsReport) then = NULL;

  g_assert_true (says (before, "The board has not approved this submission."));
  g_assert_false (says (before, "Level 3 of 4"));
  rate (fixture, "5a", TS_LAYER_SELF, 3);
  after = read_submission (fixture, 0);
  g_assert_true (says (after, "Level 3 of 4"));
  g_assert_cmpstr (ts_report_get_info (after)->organisation, ==, "Testmoor PCT");
  g_assert_cmpstr (ts_report_get_info (after)->year, ==, "2009/10");
  g_assert_nonnull (ts_report_get_info (after)->permitted_use);

  /* As it stood after the assessment was begun. */
  then = read_submission (fixture, 1);
  g_assert_false (says (then, "Level 3 of 4"));
}

/* Another's judgement is no part of what the board submits. */
static void
test_own_levels_only (SessionFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (TsReport) report = NULL;

  rate (fixture, "5a", TS_LAYER_PANEL, 2);
  report = read_submission (fixture, 0);
  g_assert_false (says (report, "Level 2 of 4"));
}

static TsChange *
make_reason (const TsRow        *assessment,
             const TsFramework  *framework,
             gpointer            data,
             GError            **error)
{
  const Rating *rating = data;

  return ts_change_explain (assessment, framework, rating->node, rating->layer, rating->layer == TS_LAYER_REVIEWER ? "reviewer-one" : "", NULL,
                            rating->layer == TS_LAYER_REVIEWER ? "Seen by one reviewer only." : "Seen by all.", error);
}

/* What a reviewer thinks is in no document as long as it is not open, whatever else is there. */
static void
test_no_reviewer (SessionFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr (TsReport) submission = NULL;
  g_autoptr (TsReport) panel = NULL;
  g_autoptr (GError) error = NULL;

  rate (fixture, "5a", TS_LAYER_PANEL, 2);
  change (fixture, make_reason, &(Rating) { "5b", TS_LAYER_REVIEWER, 0 });
  change (fixture, make_reason, &(Rating) { "5b", TS_LAYER_PANEL, 0 });
  submission = read_submission (fixture, 0);
  panel = read_panel (fixture, &error);
  g_assert_no_error (error);
  g_assert_false (says (submission, "Seen by"));
  g_assert_true (says (panel, "Seen by all."));
  g_assert_false (says (panel, "Seen by one"));
  g_assert_false (says (panel, "reviewer-one"));
}

static void
test_panel (SessionFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsReport) nothing = read_panel (fixture, &error);
  g_autoptr (TsReport) report = NULL;
  g_autofree char *second = ts_report_section_recommendation (2);
  g_autofree char *commentary = ts_report_section_commentary ("5");
  g_autofree char *difference = ts_report_section_difference ("5a");

  g_assert_error (error, TS_REPORT_ERROR, TS_REPORT_ERROR_NOTHING);
  g_assert_null (nothing);
  g_clear_error (&error);

  rate (fixture, "5a", TS_LAYER_SELF, 3);
  rate (fixture, "5a", TS_LAYER_PANEL, 2);
  report = read_panel (fixture, &error);
  g_assert_no_error (error);
  g_assert_true (says (report, "Not written yet."));
  g_assert_true (says (report, "Not explained yet."));
  g_clear_pointer (&report, ts_report_unref);

  write_text (fixture, TS_REPORT_SECTION_IMPRESSION, "A board that listens.");
  write_text (fixture, TS_REPORT_SECTION_POTENTIAL, "Much of it.");
  write_text (fixture, second, "Buy less paper.");
  write_text (fixture, commentary, "The data are there.");
  write_text (fixture, difference, "Only two of the five sources are in use.");
  report = read_panel (fixture, &error);
  g_assert_no_error (error);
  g_assert_true (says (report, "A board that listens."));
  g_assert_true (says (report, "Much of it."));
  g_assert_true (says (report, "Buy less paper."));
  g_assert_true (says (report, "The data are there."));
  g_assert_true (says (report, "Only two of the five sources are in use."));
  g_assert_false (says (report, "Not explained yet."));
}

static TsChange *
make_score (const TsRow        *assessment,
            const TsFramework  *framework,
            gpointer            data,
            GError            **error)
{
  const TsScore score = { 3, TS_CONFIDENCE_HIGH, "Seen in the papers.", "Named people lead.", "Show what changed." };

  return ts_change_score (assessment, framework, "5b", "reviewer-one", NULL, TS_CONFLICT_NONE, NULL, NULL, &score, error);
}

static TsChange *
make_seal (const TsRow        *assessment,
           const TsFramework  *framework,
           gpointer            data,
           GError            **error)
{
  return ts_change_seal (assessment, "reviewer-one", NULL, 1, "2010-02-01", error);
}

static TsChange *
make_agreement (const TsRow        *assessment,
                const TsFramework  *framework,
                gpointer            data,
                GError            **error)
{
  return ts_change_agree (assessment, framework, "5b", NULL, 3, 2, "The answer on the day said less.", error);
}

static TsChange *
make_dissent (const TsRow        *assessment,
              const TsFramework  *framework,
              gpointer            data,
              GError            **error)
{
  return ts_change_dissent (assessment, framework, "5b", NULL, NULL, "Zora Example", 3, "It was enough for me.", error);
}

static TsChange *
make_enquiry (const TsRow        *assessment,
              const TsFramework  *framework,
              gpointer            data,
              GError            **error)
{
  const TsEnquiryNote note = { "What has changed?", "The chair", "The analyst", data, data != NULL ? "2010-02-04" : NULL };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  return ts_change_enquire (assessment, framework, "5b", NULL, none, &note, error);
}

/* What was said on the way to a level, each by whom; what reviewers wrote only once it is open, and that it is sealed until then. */
static void
test_panel_said (SessionFixture *fixture,
                 gconstpointer   data)
{
  static const char *const scored[] = { "Seen in the papers.", "Named people lead.", "Show what changed.", "reviewer-one" };
  g_autoptr (GError) error = NULL;
  g_autoptr (TsReport) report = NULL;

  rate (fixture, "5a", TS_LAYER_PANEL, 2);
  report = read_panel (fixture, &error);
  g_assert_no_error (error);
  g_assert_true (says (report, "None has been written."));
  g_assert_true (says (report, "has not been shown anything"));
  g_assert_false (says (report, "sealed"));
  g_clear_pointer (&report, ts_report_unref);

  change (fixture, make_score, NULL);
  report = read_panel (fixture, &error);
  g_assert_no_error (error);
  g_assert_true (says (report, "sealed, and is no part of this document"));

  for (guint i = 0; i < G_N_ELEMENTS (scored); i++)
    g_assert_false (says (report, scored[i]));

  g_clear_pointer (&report, ts_report_unref);
  change (fixture, make_seal, NULL);
  change (fixture, make_agreement, NULL);
  change (fixture, make_dissent, NULL);
  change (fixture, make_enquiry, NULL);
  report = read_panel (fixture, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (scored); i++)
    g_assert_true (says (report, scored[i]));

  g_assert_false (says (report, "sealed, and"));
  g_assert_true (says (report, "Why level 2 and not the median, 3"));
  g_assert_true (says (report, "The answer on the day said less."));
  g_assert_true (says (report, "The panel’s level is not the median of the scores on 5b."));
  g_assert_true (says (report, "Not every member agreed on 5b."));
  g_assert_true (says (report, "It was enough for me."));
  g_assert_true (says (report, "Zora Example does not agree, and would have said level 3."));
  g_assert_true (says (report, "What has changed?"));
  g_assert_true (says (report, "The chair"));
  g_assert_true (says (report, "Not answered."));
}

static void
test_panel_answer (SessionFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsReport) report = NULL;

  rate (fixture, "5a", TS_LAYER_PANEL, 2);
  change (fixture, make_enquiry, (gpointer) "Nobody fell out of bed.");
  report = read_panel (fixture, &error);
  g_assert_no_error (error);
  g_assert_true (says (report, "Nobody fell out of bed."));
  g_assert_true (says (report, "4 February 2010"));
  g_assert_false (says (report, "Not answered."));
}

#define MEMBER "Zelda Example"

/* A member who belongs to what is assessed: first nothing is decided, then something is. */
typedef struct
{
  TsRow *panel;
  const char *organisation;
} Sitting;

static TsChange *
make_sitting (const TsRow        *assessment,
              const TsFramework  *framework,
              gpointer            data,
              GError            **error)
{
  Sitting *sitting = data;
  TsChange *change = ts_change_new ("A panel sits");
  g_autoptr (TsRow) round = ts_row_new (TS_ENTITY_REVIEW_ROUND, "0a000000-0000-4000-8000-000000000001");
  g_autoptr (TsRow) panel = ts_row_new (TS_ENTITY_PANEL, "0a000000-0000-4000-8000-000000000002");
  g_autofree char *person_id = ts_person_derive_id (MEMBER);
  g_autoptr (TsRow) person = ts_row_new (TS_ENTITY_PERSON, person_id);
  g_autoptr (TsRow) member = ts_row_new (TS_ENTITY_PANEL_MEMBER, "0a000000-0000-4000-8000-000000000004");
  g_autoptr (TsRow) in_round = ts_row_new (TS_ENTITY_ROUND_ASSESSMENT, "0a000000-0000-4000-8000-000000000007");
  g_autoptr (TsRow) assigned = ts_row_new (TS_ENTITY_PANEL_ASSESSMENT, "0a000000-0000-4000-8000-000000000005");
  g_autoptr (TsRow) interest = ts_row_new (TS_ENTITY_INTEREST, "0a000000-0000-4000-8000-000000000006");

  sitting->organisation = ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION);
  ts_row_set_text (round, TS_REVIEW_ROUND_FRAMEWORK, ts_row_get_text (assessment, TS_ASSESSMENT_FRAMEWORK));
  ts_row_set_integer (round, TS_REVIEW_ROUND_YEAR, 2009);
  ts_row_set_text (round, TS_REVIEW_ROUND_TITLE, "Round");
  ts_row_set_text (panel, TS_PANEL_ROUND, ts_row_get_id (round));
  ts_row_set_integer (panel, TS_PANEL_POSITION, 1);
  ts_row_set_text (panel, TS_PANEL_TITLE, "Panel A");
  ts_row_set_text (person, TS_PERSON_NAME, MEMBER);
  ts_row_set_text (member, TS_PANEL_MEMBER_PANEL, ts_row_get_id (panel));
  ts_row_set_text (member, TS_PANEL_MEMBER_PERSON, ts_row_get_id (person));
  ts_row_set_text (member, TS_PANEL_MEMBER_ROLE, "peer");
  ts_row_set_text (in_round, TS_ROUND_ASSESSMENT_ROUND, ts_row_get_id (round));
  ts_row_set_text (in_round, TS_ROUND_ASSESSMENT_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (assigned, TS_PANEL_ASSESSMENT_PANEL, ts_row_get_id (panel));
  ts_row_set_text (assigned, TS_PANEL_ASSESSMENT_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (interest, TS_INTEREST_ORGANISATION, sitting->organisation);
  ts_row_set_text (interest, TS_INTEREST_PERSON, ts_row_get_id (person));
  ts_row_set_text (interest, TS_INTEREST_ROLE, "adviser");

  ts_change_create (change, round);
  ts_change_create (change, panel);
  ts_change_create (change, person);
  ts_change_create (change, member);
  ts_change_create (change, in_round);
  ts_change_create (change, assigned);
  ts_change_create (change, interest);

  return change;
}

static TsChange *
make_decision (const TsRow        *assessment,
               const TsFramework  *framework,
               gpointer            data,
               GError            **error)
{
  g_autofree char *person_id = ts_person_derive_id (MEMBER);

  return ts_change_decide_conflict (assessment, NULL, person_id, MEMBER, TS_CONFLICT_STAYS, "Ada Chair", "Knows the area best.", "2010-03-01", error);
}

static TsReport *
read_register (SessionFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TsReport *report;

  ts_session_read_register_report_async (fixture->session, NULL, take_result_cb, &result);
  report = ts_session_read_report_finish (fixture->session, wait_for_result (&result), &error);
  g_assert_no_error (error);

  return report;
}

static void
test_register (SessionFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (TsReport) empty = read_register (fixture);
  g_autoptr (TsReport) open = NULL;
  g_autoptr (TsReport) decided = NULL;
  Sitting sitting = { 0 };

  g_assert_true (says (empty, "Nobody sits on a panel"));
  change (fixture, make_sitting, &sitting);
  open = read_register (fixture);
  g_assert_true (says (open, "Until something is decided"));
  g_assert_true (says (open, MEMBER));
  g_assert_true (says (open, "Testmoor PCT 2009/10"));
  g_assert_true (says (open, "adviser"));

  change (fixture, make_decision, NULL);
  decided = read_register (fixture);
  g_assert_false (says (decided, "Until something is decided"));
  g_assert_true (says (decided, "Knows the area best."));
  g_assert_true (says (decided, "Ada Chair"));
  g_assert_true (says (decided, "1 March 2010"));
}

/* Nothing is printed for whom the submission stays closed, rather than an empty one. */
static void
test_conflict (SessionFixture *fixture,
               gconstpointer   data)
{
  Sitting sitting = { 0 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsReport) report = NULL;

  rate (fixture, "5a", TS_LAYER_SELF, 3);
  rate (fixture, "5a", TS_LAYER_PANEL, 2);
  change (fixture, make_sitting, &sitting);
  ts_session_set_person (fixture->session, MEMBER, NULL);
  ts_session_read_submission_report_async (fixture->session, fixture->assessment_id, 0, NULL, take_result_cb, &result);
  g_assert_null (ts_session_read_report_finish (fixture->session, wait_for_result (&result), &error));
  g_assert_error (error, TS_REPORT_ERROR, TS_REPORT_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (read_panel (fixture, &error));
  g_assert_error (error, TS_REPORT_ERROR, TS_REPORT_ERROR_CONFLICT);

  change (fixture, make_decision, NULL);
  report = read_submission (fixture, 0);
  g_assert_true (says (report, "Level 3 of 4"));
}

static void
test_comparison (SessionFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (TsCompareFilter) filter = ts_compare_filter_new ();
  const int year = 2009;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsReport) report = NULL;

  rate (fixture, "5a", TS_LAYER_SELF, 3);
  ts_compare_filter_set_years (filter, &year, 1);
  ts_session_read_comparison_report_async (fixture->session, filter, NULL, take_result_cb, &result);
  report = ts_session_read_report_finish (fixture->session, wait_for_result (&result), &error);
  g_assert_no_error (error);
  g_assert_true (says (report, "Testmoor PCT"));
}

static void
save (TsReport  *report,
      GFile     *file,
      GError   **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  TsReportPaper paper;

  ts_report_paper_init (&paper, TS_REPORT_PAPER_A4);
  ts_report_save_async (report, &paper, file, NULL, take_result_cb, &result);
  ts_report_save_finish (report, wait_for_result (&result), error);
}

static void
test_save (SessionFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (TsReport) report = read_submission (fixture, 0);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "a.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) no_file = g_file_new_for_path (nowhere);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize n_first;
  gsize n_second;

  save (report, file, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &first, &n_first, NULL));
  g_assert_true (g_str_has_prefix (first, "%PDF-"));

  /* What is there is replaced, by the same. */
  save (report, file, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &second, &n_second, NULL));
  g_assert_cmpmem (first, n_first, second, n_second);

  save (report, no_file, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, SessionFixture, NULL, session_fixture_set_up, function, session_fixture_tear_down)
  ADD ("/model/report/submission", test_submission);
  ADD ("/model/report/own-levels-only", test_own_levels_only);
  ADD ("/model/report/no-reviewer", test_no_reviewer);
  ADD ("/model/report/panel", test_panel);
  ADD ("/model/report/panel-said", test_panel_said);
  ADD ("/model/report/panel-answer", test_panel_answer);
  ADD ("/model/report/comparison", test_comparison);
  ADD ("/model/report/register", test_register);
  ADD ("/model/report/conflict", test_conflict);
  ADD ("/model/report/save", test_save);
#undef ADD

  return g_test_run ();
}
