/* ts-ratings-export.c — ratings as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-ratings-export.h"

#include "core/ts-year.h"
#include "exchange/ts-rating-batch.h"
#include "exchange/ts-ratings-import.h"

typedef struct
{
  TsExport *export;
  TsTableWriter *writer;
} Job;

/* What the framework does not have is in the workbook all the same, and goes out as the number that is kept. */
static void
add_level (TsTableWriter         *writer,
           const TsBatchedRating *rating)
{
  const char *token = rating->node != NULL ? ts_scale_get_token (rating->node->section->scale, rating->level) : "";

  if (rating->level != 0 && *token == '\0')
    ts_table_writer_add_integer (writer, rating->level);
  else
    ts_table_writer_add_token (writer, token);
}

static gboolean
write_batch (const TsRatingBatch  *batch,
             gpointer              data,
             GError              **error)
{
  Job *job = data;
  g_autofree char *year = ts_year_format (batch->year);

  for (guint i = 0; i < batch->ratings->len; i++)
    {
      const TsBatchedRating *rating = g_ptr_array_index (batch->ratings, i);

      ts_table_writer_add_text (job->writer, batch->organisation_code);
      ts_table_writer_add_text (job->writer, year);
      ts_table_writer_add_text (job->writer, batch->framework_code);
      ts_table_writer_add_text (job->writer, rating->node_id);
      ts_table_writer_add_text (job->writer, rating->layer);
      ts_table_writer_add_text (job->writer, rating->assessor);
      add_level (job->writer, rating);
      ts_table_writer_add_text (job->writer, rating->rationale);

      if (!ts_export_end_row (job->export, job->writer, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_ratings_export:
 * @workbook: a workbook
 * @export: where and how
 * @error: where to put why not; see [struct@Export]
 *
 * Writes ratings as [func@ts_ratings_import] reads them, assessment by assessment, each in the order of its framework.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_ratings_export (TsWorkbook  *workbook,
                   TsExport    *export,
                   GError     **error)
{
  g_autoptr (TsTableWriter) writer = NULL;
  Job job = { .export = export };

  g_return_val_if_fail (workbook != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ts_export_check_filter (workbook, export->filter, error))
    return FALSE;

  writer = ts_export_begin (export, ts_ratings_get_columns ());
  job.writer = writer;

  return ts_rating_batch_foreach (workbook, export->filter, write_batch, &job, error) && ts_export_end (export, writer, error);
}
