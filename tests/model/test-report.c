/* test-report.c — documents out of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "core/ts-rate.h"
#include "core/ts-report-section.h"
#include "core/ts-review-note.h"
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

/* What one reviewer thinks is in no document, whatever else is there. */
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
  ADD ("/model/report/comparison", test_comparison);
  ADD ("/model/report/save", test_save);
#undef ADD

  return g_test_run ();
}
