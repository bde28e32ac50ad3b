/* ts-severity-export.c — who scores higher or lower than the others, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-severity-export.h"

#include "core/ts-bootstrap.h"
#include "core/ts-panel-comparison.h"
#include "core/ts-severity.h"
#include "core/ts-year.h"
#include "exchange/ts-score-reading.h"

static const char *const columns[] = {
  "year",
  "framework",
  "section",
  "scope",
  "reviewer",
  "panel",
  "other_panel",
  "scores",
  "shared",
  "group",
  "difference",
  "difference_from",
  "difference_to",
  "same",
  "within_one",
  NULL,
};

typedef struct
{
  TsExport *export;
  TsTableWriter *writer;
  const TsScoreReading *reading;
} Job;

static void
add_value (Job      *job,
           gboolean  known,
           double    value)
{
  if (known)
    ts_table_writer_add_number (job->writer, value);
  else
    ts_table_writer_add_text (job->writer, NULL);
}

static void
add_difference (Job              *job,
                const TsEstimate *it)
{
  add_value (job, it->is_defined, it->value);
  add_value (job, it->has_interval, it->low);
  add_value (job, it->has_interval, it->high);
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
write_reviewers (Job     *job,
                 GError **error)
{
  const TsScoreTable *table = job->reading->table;
  g_autoptr (GArray) severities = ts_severities_measure (table, TS_SCORE_SCOPE_ALL, TS_BOOTSTRAP_DRAWS, TS_SCORE_SEED);

  for (guint i = 0; i < severities->len; i++)
    {
      const TsSeverity *severity = &g_array_index (severities, TsSeverity, i);

      begin_row (job, "reviewer");
      ts_table_writer_add_text (job->writer, ts_score_table_get_reviewer (table, i)->title);
      ts_table_writer_add_text (job->writer, NULL);
      ts_table_writer_add_text (job->writer, NULL);
      ts_table_writer_add_integer (job->writer, severity->n_scores);
      ts_table_writer_add_integer (job->writer, severity->n_shared);
      ts_table_writer_add_integer (job->writer, severity->group + 1);
      add_difference (job, &severity->difference);
      ts_table_writer_add_text (job->writer, NULL);
      ts_table_writer_add_text (job->writer, NULL);

      if (!ts_export_end_row (job->export, job->writer, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_panels (Job     *job,
              GError **error)
{
  const TsScoreTable *table = job->reading->table;
  g_autoptr (GArray) panels = ts_panel_comparisons_measure (table, TS_BOOTSTRAP_DRAWS, TS_SCORE_SEED);

  for (guint i = 0; i < panels->len; i++)
    {
      const TsPanelComparison *it = &g_array_index (panels, TsPanelComparison, i);

      begin_row (job, "panels");
      ts_table_writer_add_text (job->writer, NULL);
      ts_table_writer_add_text (job->writer, ts_score_table_get_panel (table, it->first)->title);
      ts_table_writer_add_text (job->writer, ts_score_table_get_panel (table, it->second)->title);
      ts_table_writer_add_text (job->writer, NULL);
      ts_table_writer_add_integer (job->writer, it->n_units);
      ts_table_writer_add_text (job->writer, NULL);
      add_difference (job, &it->difference);
      add_value (job, it->same.is_defined, it->same.value);
      add_value (job, it->within_one.is_defined, it->within_one.value);

      if (!ts_export_end_row (job->export, job->writer, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_severity_export:
 * @workbook: a workbook; only scores that count for its reader are looked at
 * @section: (nullable): the id of the part of the framework; %NULL for the first that is graded in steps
 * @export: where and how
 * @error: where to put why not; see [struct@Export]
 *
 * Writes by how many levels each reviewer scores higher than the others on the same criteria of the same assessments, and each panel than another
 * on what both have scored: of the latest year that fits and has scores. What is not defined stays empty. Reviewers of different groups have
 * scored nothing that links them, and cannot be compared.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_severity_export (TsWorkbook  *workbook,
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

  if (reading.table != NULL && (!write_reviewers (&job, error) || !write_panels (&job, error)))
    return FALSE;

  return ts_export_end (export, writer, error);
}
