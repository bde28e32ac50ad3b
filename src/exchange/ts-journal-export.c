/* ts-journal-export.c — the journal as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-journal-export.h"

#include "store/ts-journal.h"

static const char *const columns[] = { "seq", "time", "author", "label", "entity", "row", "before", "after", "hash", NULL };

typedef struct
{
  TsExport *export;
  TsTableWriter *writer;
  GError *error;
} Job;

/* To the microsecond: the time is part of what the hash covers. */
static char *
format_time (gint64 at)
{
  g_autoptr (GDateTime) seconds = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC - (at % G_USEC_PER_SEC < 0));
  g_autofree char *text = NULL;
  gint64 fraction = at % G_USEC_PER_SEC;

  if (seconds == NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, at);

  text = g_date_time_format (seconds, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%06dZ", text, (int) (fraction < 0 ? fraction + G_USEC_PER_SEC : fraction));
}

static void
add_row_json (TsTableWriter *writer,
              const TsRow   *row)
{
  g_autoptr (GString) json = NULL;

  if (row == NULL)
    {
      ts_table_writer_add_json (writer, NULL);
      return;
    }

  json = g_string_new (NULL);
  ts_row_append_json (row, json);
  ts_table_writer_add_json (writer, json->str);
}

static gboolean
write_change (const TsJournalEntry *entry,
              gpointer              data)
{
  Job *job = data;
  g_autofree char *time = format_time (ts_change_get_at (entry->change));

  for (guint i = 0; i < ts_change_get_n_rows (entry->change); i++)
    {
      const TsChangeRow *row = ts_change_get_row (entry->change, i);
      const TsRow *side = row->after != NULL ? row->after : row->before;

      ts_table_writer_add_integer (job->writer, entry->sequence);
      ts_table_writer_add_text (job->writer, time);
      ts_table_writer_add_text (job->writer, ts_change_get_author (entry->change));
      ts_table_writer_add_text (job->writer, ts_change_get_label (entry->change));
      ts_table_writer_add_text (job->writer, ts_entity_get_name (ts_row_get_entity (side)));
      ts_table_writer_add_text (job->writer, ts_row_get_id (side));
      add_row_json (job->writer, row->before);
      add_row_json (job->writer, row->after);
      ts_table_writer_add_text (job->writer, entry->hash);

      if (!ts_export_end_row (job->export, job->writer, &job->error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_journal_export:
 * @workbook: a workbook
 * @export: where and how; the journal is exported whole, so the filter does not count
 * @error: where to put why not; see [struct@Export]
 *
 * Writes every row of every change with its values before and after, as JSON, and the hash of its change.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_journal_export (TsWorkbook  *workbook,
                   TsExport    *export,
                   GError     **error)
{
  g_autoptr (TsTableWriter) writer = NULL;
  const TsJournalFilter everything = TS_JOURNAL_FILTER_ALL;
  Job job = { .export = export };

  g_return_val_if_fail (workbook != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  writer = ts_export_begin (export, columns);
  job.writer = writer;

  if (!ts_workbook_foreach_change (workbook, &everything, write_change, &job, error))
    {
      g_clear_error (&job.error);
      return FALSE;
    }

  if (job.error != NULL)
    {
      g_propagate_error (error, job.error);
      return FALSE;
    }

  return ts_export_end (export, writer, error);
}
