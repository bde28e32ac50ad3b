/* ts-review-agreement-export.c — how far reviewers agree, as a table
 *
 * One table for the round, its panels, its criteria and each two reviewers, told apart by their scope, so that a spreadsheet has to be opened once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-review-agreement-export.h"

#include "core/ts-bootstrap.h"
#include "core/ts-review-agreement.h"
#include "core/ts-reviewer-pair.h"
#include "core/ts-year.h"
#include "exchange/ts-score-reading.h"

static const char *const columns[] = {
  "year",
  "framework",
  "section",
  "scope",
  "panel",
  "criterion",
  "first",
  "second",
  "assessments",
  "units",
  "scores",
  "missing",
  "spread",
  "exact",
  "exact_from",
  "exact_to",
  "within_one",
  "alpha",
  "alpha_from",
  "alpha_to",
  "kappa_linear",
  "kappa_linear_from",
  "kappa_linear_to",
  "kappa_quadratic",
  "kappa_quadratic_from",
  "kappa_quadratic_to",
  "alpha_not_defined",
  NULL,
};

typedef struct
{
  TsExport *export;
  TsTableWriter *writer;
  const TsScoreReading *reading;
} Job;

static void
add_nothing (Job   *job,
             guint  n)
{
  for (guint i = 0; i < n; i++)
    ts_table_writer_add_text (job->writer, NULL);
}

static void
add_value (Job              *job,
           const TsEstimate *estimate)
{
  if (estimate->is_defined)
    ts_table_writer_add_number (job->writer, estimate->value);
  else
    add_nothing (job, 1);
}

static void
add_estimate (Job              *job,
              const TsEstimate *estimate)
{
  add_value (job, estimate);

  if (estimate->has_interval)
    {
      ts_table_writer_add_number (job->writer, estimate->low);
      ts_table_writer_add_number (job->writer, estimate->high);
    }
  else
    {
      add_nothing (job, 2);
    }
}

static void
begin_row (Job        *job,
           const char *scope)
{
  g_autofree char *year = ts_year_format (job->reading->year);

  ts_table_writer_add_text (job->writer, year);
  ts_table_writer_add_text (job->writer, ts_framework_get_id (job->reading->framework));
  ts_table_writer_add_text (job->writer, job->reading->section->id);
  ts_table_writer_add_text (job->writer, scope);
}

static gboolean
write_agreement (Job           *job,
                 const char    *scope_name,
                 TsScoreScope   scope,
                 GError       **error)
{
  const TsScoreTable *table = job->reading->table;
  TsReviewAgreement agreement;

  ts_review_agreement_measure (&agreement, table, scope, TS_BOOTSTRAP_DRAWS, TS_SCORE_SEED);
  begin_row (job, scope_name);
  ts_table_writer_add_text (job->writer, scope.panel >= 0 ? ts_score_table_get_panel (table, (guint) scope.panel)->title : NULL);
  ts_table_writer_add_text (job->writer, scope.criterion >= 0 ? ts_score_table_get_criterion (table, (guint) scope.criterion)->id : NULL);
  add_nothing (job, 2);
  ts_table_writer_add_integer (job->writer, agreement.n_assessments);
  ts_table_writer_add_integer (job->writer, agreement.n_shared);
  ts_table_writer_add_integer (job->writer, agreement.n_scores);
  ts_table_writer_add_integer (job->writer, agreement.n_missing);
  add_value (job, &agreement.spread);
  add_estimate (job, &agreement.exact);
  add_value (job, &agreement.within_one);
  add_estimate (job, &agreement.alpha);
  add_nothing (job, 6);
  ts_table_writer_add_text (job->writer, ts_alpha_gap_get_name (ts_review_agreement_find_alpha_gap (&agreement)));

  return ts_export_end_row (job->export, job->writer, error);
}

static gboolean
write_pairs (Job     *job,
             GError **error)
{
  const TsScoreTable *table = job->reading->table;
  g_autoptr (GArray) pairs = ts_reviewer_pairs_measure (table, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS, TS_SCORE_SEED);

  for (guint i = 0; i < pairs->len; i++)
    {
      const TsReviewerPair *pair = &g_array_index (pairs, TsReviewerPair, i);

      begin_row (job, "pair");
      add_nothing (job, 2);
      ts_table_writer_add_text (job->writer, ts_score_table_get_reviewer (table, pair->first)->title);
      ts_table_writer_add_text (job->writer, ts_score_table_get_reviewer (table, pair->second)->title);
      add_nothing (job, 1);
      ts_table_writer_add_integer (job->writer, pair->n_units);
      ts_table_writer_add_integer (job->writer, 2 * (gint64) pair->n_units);
      add_nothing (job, 2);
      add_estimate (job, &pair->exact);
      add_value (job, &pair->within_one);
      add_nothing (job, 3);
      add_estimate (job, &pair->linear);
      add_estimate (job, &pair->quadratic);
      add_nothing (job, 1);

      if (!ts_export_end_row (job->export, job->writer, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_all (Job     *job,
           GError **error)
{
  const TsScoreTable *table = job->reading->table;

  if (table == NULL)
    return TRUE;

  if (!write_agreement (job, "round", TS_SCORE_SCOPE_ALL, error))
    return FALSE;

  for (guint i = 0; i < ts_score_table_get_n_panels (table); i++)
    {
      if (!write_agreement (job, "panel", (TsScoreScope) { (int) i, -1, -1 }, error))
        return FALSE;
    }

  for (guint i = 0; i < ts_score_table_get_n_criteria (table); i++)
    {
      if (!write_agreement (job, "criterion", (TsScoreScope) { -1, -1, (int) i }, error))
        return FALSE;
    }

  return write_pairs (job, error);
}

/**
 * ts_review_agreement_export:
 * @workbook: a workbook; only scores that count for its reader are looked at
 * @section: (nullable): the id of the part of the framework; %NULL for the first that is graded in steps
 * @export: where and how
 * @error: where to put why not; see [struct@Export]
 *
 * Writes how far reviewers agree on the round, on each panel, on each criterion, and in pairs: of the latest year that fits and has scores. What
 * is not defined stays empty; why there is no alpha is said in the last column.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_review_agreement_export (TsWorkbook  *workbook,
                            const char  *section,
                            TsExport    *export,
                            GError     **error)
{
  g_auto (TsScoreReading) reading = { 0 };
  g_autoptr (TsTableWriter) writer = NULL;
  Job job;

  g_return_val_if_fail (workbook != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ts_score_reading_read (&reading, workbook, export->filter, section, error))
    return FALSE;

  writer = ts_export_begin (export, columns);
  job = (Job) { export, writer, &reading };

  return write_all (&job, error) && ts_export_end (export, writer, error);
}
