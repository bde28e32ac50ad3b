/* test-calibration.c — statistics of reviewers' scores, and that nothing sealed is in any of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "review-fixture.h"

#include "core/ts-panel-comparison.h"
#include "core/ts-reviewer-pair.h"
#include "core/ts-severity.h"
#include "exchange/ts-review-agreement-export.h"
#include "exchange/ts-severity-export.h"
#include "model/ts-calibration-source.h"
#include "store/ts-reader.h"

#include <string.h>

#define SESSION    fixture->base.session
#define ASSESSMENT fixture->base.assessment_id

static const char *const names[] = { "Chair", "Clinician", "Peer", "Lay" };
static const char *const nodes[] = { "5a", "5b", "5c", "6a" };

/* Lay scores one lower than everybody else; and leaves 6a out. */
static int
get_level (guint reviewer,
           guint node)
{
  return reviewer == 3 ? (node == 3 ? 0 : 1 + (int) node % 2) : 2 + (int) node % 2;
}

static void
score_all (ReviewFixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (nodes); j++)
        {
          if (get_level (i, j) > 0)
            review_fixture_score (fixture, names[i], nodes[j], get_level (i, j));
        }
    }
}

/* A connection of its own, as touchstonectl has. */
static TsWorkbook *
open_workbook (ReviewFixture *fixture,
               const char    *reader)
{
  g_autoptr (GError) error = NULL;
  TsWorkbook *workbook = ts_workbook_open (fixture->base.path, TS_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  ts_workbook_set_reader (workbook, reader);

  return workbook;
}

static void
read_scores (ReviewFixture  *fixture,
             const char     *reader,
             TsScoreReading *reading)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = open_workbook (fixture, reader);

  g_assert_true (ts_score_reading_read (reading, workbook, NULL, NULL, &error));
  g_assert_no_error (error);
  ts_workbook_close (g_steal_pointer (&workbook));
}

static char *
export_table (ReviewFixture *fixture,
              const char    *reader,
              gboolean       severity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TsWorkbook) workbook = open_workbook (fixture, reader);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  TsExport export = { .stream = stream, .format = TS_TABLE_FORMAT_CSV };

  g_assert_true (severity ? ts_severity_export (workbook, NULL, &export, &error) : ts_review_agreement_export (workbook, NULL, &export, &error));
  g_assert_no_error (error);
  ts_workbook_close (g_steal_pointer (&workbook));
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, &error));
  g_assert_true (g_output_stream_close (stream, NULL, &error));

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* Nothing for anybody, not even for whoever scored, until all have sealed. */
static void
test_sealed (ReviewFixture *fixture,
             gconstpointer  data)
{
  static const char *const readers[] = { NULL, "Tester", "Chair", "Clinician", "Peer", "Lay", "Nobody" };
  g_autofree char *no_agreement = export_table (fixture, NULL, FALSE);
  g_autofree char *no_severity = export_table (fixture, NULL, TRUE);

  score_all (fixture);

  for (guint sealed = 0; sealed < G_N_ELEMENTS (names); sealed++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
        {
          g_auto (TsScoreReading) reading = { 0 };

          g_test_message ("%u sealed, read by %s", sealed, readers[i] != NULL ? readers[i] : "nobody");
          read_scores (fixture, readers[i], &reading);
          g_assert_null (reading.table);

          for (guint severity = 0; severity < 2; severity++)
            {
              g_autofree char *table = export_table (fixture, readers[i], severity != 0);

              g_assert_cmpstr (table, ==, severity ? no_severity : no_agreement);
            }

          /* The strip says neither a score nor who has sealed. */
          if (readers[i] != NULL)
            {
              g_autoptr (TsReviewModel) model = review_fixture_read (fixture, readers[i]);
              const TsReviewSnapshot *review = ts_review_model_get_review (model);
              g_autoptr (TsConsensusData) strip = ts_calibration_source_build_consensus (review, ts_review_snapshot_find_item (review, "5a"));

              g_assert_cmpuint (ts_consensus_data_get_n_scores (strip), ==, 0);
              g_assert_cmpuint (ts_consensus_data_get_n_missing (strip), ==, 0);
            }
        }

      review_fixture_seal (fixture, names[sealed]);
    }

  {
    g_auto (TsScoreReading) reading = { 0 };

    read_scores (fixture, "Nobody", &reading);
    g_assert_nonnull (reading.table);
    g_assert_cmpuint (ts_score_table_get_n_scores (reading.table), ==, 15);
  }
}

static void
test_open (ReviewFixture *fixture,
           gconstpointer  data)
{
  g_auto (TsScoreReading) reading = { 0 };
  g_autoptr (TsReviewModel) model = NULL;
  g_autoptr (TsAgreementData) agreement = NULL;
  g_autoptr (TsSeverityData) severity = NULL;
  g_autoptr (TsConsensusData) strip = NULL;
  g_autoptr (GArray) pairs = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *table = NULL;
  TsReviewAgreement panel;
  const TsReviewSnapshot *review;

  score_all (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    review_fixture_seal (fixture, names[i]);

  read_scores (fixture, NULL, &reading);
  g_assert_cmpint (reading.year, ==, 2009);
  g_assert_cmpuint (ts_score_table_get_n_assessments (reading.table), ==, 1);
  g_assert_cmpuint (ts_score_table_get_n_criteria (reading.table), ==, 33);
  g_assert_cmpuint (ts_score_table_get_n_panels (reading.table), ==, 1);
  g_assert_cmpuint (ts_score_table_get_n_reviewers (reading.table), ==, 4);
  ts_review_agreement_measure (&panel, reading.table, (TsScoreScope) { 0, -1, -1 }, 100, TS_SCORE_SEED);
  g_assert_cmpuint (panel.n_scores, ==, 15);
  g_assert_cmpuint (panel.n_shared, ==, 4);
  /* Of 21 pairs those 9 with Lay are not the same. */
  g_assert_cmpfloat_with_epsilon (panel.exact.value, 12.0 / 21, 1e-9);
  g_assert_cmpfloat (panel.within_one.value, ==, 1);

  agreement = ts_calibration_source_build_agreement (&reading, TS_SCORE_SCOPE_ALL, 100);
  g_assert_cmpuint (ts_agreement_data_get_n_rows (agreement), ==, 33);
  /* First those with a spread, then 6a, which three agree on, then what nobody has scored. */
  g_assert_cmpstr (ts_agreement_data_get_row (agreement, 0)->code, ==, "5a");
  g_assert_cmpstr (ts_agreement_data_get_row (agreement, 3)->code, ==, "6a");
  g_assert_cmpuint (ts_agreement_data_get_agreement (agreement, 3)->n_missing, ==, 1);
  g_assert_cmpuint (ts_agreement_data_get_agreement (agreement, 4)->n_scores, ==, 0);

  severity = ts_calibration_source_build_severity (&reading, TS_SCORE_SCOPE_ALL, 100);
  g_assert_cmpuint (ts_severity_data_get_n_rows (severity), ==, 4);
  g_assert_cmpstr (ts_severity_data_get_row (severity, 0)->name, ==, "Lay");
  g_assert_cmpfloat_with_epsilon (ts_severity_data_get_severity (severity, 0)->difference.value, -1, 1e-9);

  pairs = ts_reviewer_pairs_measure (reading.table, TS_SCORE_SCOPE_ALL, 0, TS_SCORE_SEED);
  g_assert_cmpuint (pairs->len, ==, 6);

  model = review_fixture_read (fixture, "Lay");
  review = ts_review_model_get_review (model);
  strip = ts_calibration_source_build_consensus (review, ts_review_snapshot_find_item (review, "6a"));
  sentence = ts_consensus_data_describe (strip);
  g_assert_cmpuint (ts_consensus_data_get_n_missing (strip), ==, 1);
  g_assert_true (g_str_has_prefix (sentence, "3 scores, all 3"));
  g_assert_true (g_str_has_suffix (sentence, "1 has not scored."));

  table = export_table (fixture, NULL, FALSE);
  g_assert_nonnull (strstr (table, "2009/10,wcc-year-2,"));
  g_assert_nonnull (strstr (table, ",pair,"));
  g_assert_nonnull (strstr (table, "Panel 1"));
}

/* Of whoever may not score, nothing counts; and whoever may not look at the submission gets nothing. */
static void
test_conflict (ReviewFixture *fixture,
               gconstpointer  data)
{
  g_auto (TsScoreReading) others = { 0 };
  g_auto (TsScoreReading) own = { 0 };

  score_all (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    review_fixture_seal (fixture, names[i]);

  review_fixture_declare (fixture, "Lay");
  read_scores (fixture, "Chair", &others);
  g_assert_cmpuint (ts_score_table_get_n_reviewers (others.table), ==, 3);
  g_assert_cmpuint (ts_score_table_get_n_scores (others.table), ==, 12);
  read_scores (fixture, "Lay", &own);
  g_assert_null (own.table);
}

/* What is opened early counts as far as it is sealed. */
static void
test_open_early (ReviewFixture *fixture,
                 gconstpointer  data)
{
  g_auto (TsScoreReading) reading = { 0 };
  GAsyncResult *result = NULL;

  score_all (fixture);
  review_fixture_seal (fixture, "Chair");
  review_fixture_seal (fixture, "Peer");
  ts_session_set_person (SESSION, "Chair", NULL);
  ts_session_open_early_async (SESSION, ASSESSMENT, "We must go on", take_result_cb, &result);
  g_free (finish_change (SESSION, &result));
  read_scores (fixture, "Lay", &reading);
  g_assert_cmpuint (ts_score_table_get_n_reviewers (reading.table), ==, 2);
  g_assert_cmpuint (ts_score_table_get_n_scores (reading.table), ==, 8);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/calibration/sealed", ReviewFixture, NULL, review_fixture_set_up, test_sealed, review_fixture_tear_down);
  g_test_add ("/model/calibration/open", ReviewFixture, NULL, review_fixture_set_up, test_open, review_fixture_tear_down);
  g_test_add ("/model/calibration/conflict", ReviewFixture, NULL, review_fixture_set_up, test_conflict, review_fixture_tear_down);
  g_test_add ("/model/calibration/open-early", ReviewFixture, NULL, review_fixture_set_up, test_open_early, review_fixture_tear_down);
  return g_test_run ();
}
