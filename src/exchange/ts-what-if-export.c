/* ts-what-if-export.c — what levels would be if all reviewers scored alike, as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-what-if-export.h"

#include "core/ts-agenda.h"
#include "core/ts-layer.h"
#include "core/ts-rate.h"
#include "core/ts-severity.h"
#include "core/ts-what-if.h"
#include "core/ts-year.h"
#include "exchange/ts-score-reading.h"

static const char *const columns[] = {
  "year",
  "framework",
  "section",
  "scope",
  "organisation",
  "criterion",
  "reviewer",
  "scores",
  "original",
  "adjusted",
  "change",
  "original_level",
  "adjusted_level",
  "panel",
  "final",
  NULL,
};

typedef struct
{
  TsWorkbook *workbook;
  TsExport *export;
  TsTableWriter *writer;
  const TsScoreReading *reading;
  GArray *severities;
  GArray *what_ifs;
  GHashTable *levels; /* of one assessment: a rating's row id → level */
} Job;

static gboolean
read_levels (Job         *job,
             const char  *assessment_id,
             GError     **error)
{
  g_autoptr (GPtrArray) ratings = ts_workbook_read_rows (job->workbook, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, assessment_id, error);

  if (ratings == NULL)
    return FALSE;

  g_hash_table_remove_all (job->levels);

  for (guint i = 0; i < ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (ratings, i);

      g_hash_table_insert (job->levels, g_strdup (ts_row_get_id (rating)), GINT_TO_POINTER ((int) ts_row_get_integer (rating, TS_RATING_LEVEL)));
    }

  return TRUE;
}

static void
add_level (Job *job,
           int  level)
{
  ts_table_writer_add_token (job->writer, level > 0 ? ts_scale_get_token (job->reading->section->scale, level) : "");
}

static void
add_settled (Job               *job,
             const TsScoreName *assessment,
             const TsScoreName *criterion,
             TsLayer            layer)
{
  g_autofree char *id = ts_rating_row_id (assessment->id, criterion->id, layer, "");

  add_level (job, GPOINTER_TO_INT (g_hash_table_lookup (job->levels, id)));
}

static void
begin_row (Job               *job,
           const char        *scope,
           const TsScoreName *assessment,
           const TsScoreName *criterion)
{
  g_autofree char *year = ts_year_format (job->reading->year);

  ts_table_writer_add_text (job->writer, year);
  ts_table_writer_add_text (job->writer, ts_framework_get_id (job->reading->framework));
  ts_table_writer_add_text (job->writer, job->reading->section->id);
  ts_table_writer_add_text (job->writer, scope);
  ts_table_writer_add_text (job->writer, assessment->code);
  ts_table_writer_add_text (job->writer, criterion->id);
}

static void
add_both (Job    *job,
          double  original,
          double  adjusted)
{
  ts_table_writer_add_number (job->writer, original);
  ts_table_writer_add_number (job->writer, adjusted);
  ts_table_writer_add_number (job->writer, adjusted - original);
}

static gboolean
write_criterion (Job             *job,
                 const TsWhatIf  *it,
                 GError         **error)
{
  const TsScoreName *assessment = ts_score_table_get_assessment (job->reading->table, it->assessment);
  const TsScoreName *criterion = ts_score_table_get_criterion (job->reading->table, it->criterion);

  begin_row (job, "criterion", assessment, criterion);
  ts_table_writer_add_text (job->writer, NULL);
  ts_table_writer_add_integer (job->writer, it->n_scores);
  add_both (job, it->median, it->adjusted);
  add_level (job, ts_median_get_start (it->median));
  add_level (job, it->level);
  add_settled (job, assessment, criterion, TS_LAYER_PANEL);
  add_settled (job, assessment, criterion, TS_LAYER_FINAL);

  return ts_export_end_row (job->export, job->writer, error);
}

static gboolean
write_scores (Job                 *job,
              const TsScoreUnits  *units,
              GError             **error)
{
  const TsScoreTable *table = job->reading->table;

  for (guint i = 0; i < units->n; i++)
    {
      double adjusted = ts_severity_adjust (&g_array_index (job->severities, TsSeverity, units->reviewers[i]), units->levels[i]);

      begin_row (job, "score", ts_score_table_get_assessment (table, units->assessment), ts_score_table_get_criterion (table, units->criterion));
      ts_table_writer_add_text (job->writer, ts_score_table_get_reviewer (table, units->reviewers[i])->title);
      ts_table_writer_add_text (job->writer, NULL);
      add_both (job, units->levels[i], adjusted);
      add_level (job, units->levels[i]);
      add_level (job, ts_severity_round (adjusted, ts_score_table_get_n_levels (table)));
      ts_table_writer_add_text (job->writer, NULL);
      ts_table_writer_add_text (job->writer, NULL);

      if (!ts_export_end_row (job->export, job->writer, error))
        return FALSE;
    }

  return TRUE;
}

/* The medians come in the order in which the units do. */
static gboolean
write_all (Job     *job,
           GError **error)
{
  const TsScoreTable *table = job->reading->table;
  g_auto (TsScoreUnits) units = { 0 };
  guint assessment = G_MAXUINT;

  ts_score_units_init (&units, table, TS_SCORE_SCOPE_ALL);

  for (guint i = 0; ts_score_units_next (&units); i++)
    {
      const TsWhatIf *it = &g_array_index (job->what_ifs, TsWhatIf, i);

      if (units.assessment != assessment && !read_levels (job, ts_score_table_get_assessment (table, units.assessment)->id, error))
        return FALSE;

      assessment = units.assessment;
      g_assert (it->assessment == units.assessment && it->criterion == units.criterion);

      if (!write_criterion (job, it, error) || !write_scores (job, &units, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_what_if_export:
 * @workbook: a workbook; only scores that count for its reader are looked at
 * @section: (nullable): the id of the part of the framework; %NULL for the first that is graded in steps
 * @export: where and how
 * @error: where to put why not; see [struct@Export]
 *
 * Writes, of the latest year that fits and has scores, what each median would be if nobody were severe or generous, beside the median as it is and
 * the levels of the panel and of calibration; and below it each score, and what it would be. Nothing is adjusted by that: whoever adjusts a level
 * says why, and that is the final one.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_what_if_export (TsWorkbook  *workbook,
                   const char  *section,
                   TsExport    *export,
                   GError     **error)
{
  g_auto (TsScoreReading) reading = { 0 };
  g_autoptr (TsTableWriter) writer = NULL;
  g_autoptr (GArray) severities = NULL;
  g_autoptr (GArray) what_ifs = NULL;
  g_autoptr (GHashTable) levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Job job;

  g_return_val_if_fail (workbook != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ts_score_reading_read (&reading, workbook, export->filter, section, error))
    return FALSE;

  if (reading.table != NULL)
    {
      severities = ts_severities_measure (reading.table, TS_SCORE_SCOPE_ALL, 0, TS_SCORE_SEED);
      what_ifs = ts_what_ifs_make (reading.table, TS_SCORE_SCOPE_ALL, severities);
    }

  writer = ts_export_begin (export, columns);
  job = (Job) { workbook, export, writer, &reading, severities, what_ifs, levels };

  if (reading.table != NULL && !write_all (&job, error))
    return FALSE;

  return ts_export_end (export, writer, error);
}
