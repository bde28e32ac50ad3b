/* ts-evidence-export.c — evidence as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-evidence-export.h"

#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

static const char *const columns[] = {
  "organisation",
  "year",
  "framework",
  "title",
  "kind",
  "file_name",
  "address",
  "received",
  "period_from",
  "period_to",
  "size",
  "sha256",
  "criteria",
  NULL,
};

/* One row: an item as it serves one assessment. */
typedef struct
{
  char *evidence;
  char *assessment; /* NULL for what is linked to nothing */
  char *organisation_code;
  char *title;
  char *kind;
  char *file_name;
  char *address;
  char *received;
  char *period_from;
  char *period_to;
  char *content;
  gint64 size;
  int year;
  char *framework_code;
  GPtrArray *criteria; /* "5a (p. 14–18)" */
} Row;

typedef struct
{
  TsExport *export;
  TsTableWriter *writer;
  GPtrArray *rows; /* of one item of evidence */
  GError *error;
} Job;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->evidence);
  g_free (row->assessment);
  g_free (row->organisation_code);
  g_free (row->title);
  g_free (row->kind);
  g_free (row->file_name);
  g_free (row->address);
  g_free (row->received);
  g_free (row->period_from);
  g_free (row->period_to);
  g_free (row->content);
  g_free (row->framework_code);
  g_ptr_array_unref (row->criteria);
  g_free (row);
}

/* As people count: 1b, 2a, 10c, and then what has no number. */
static int
compare_criteria (gconstpointer a,
                  gconstpointer b)
{
  const char *first = *(const char *const *) a;
  const char *second = *(const char *const *) b;
  guint64 first_number = g_ascii_isdigit (*first) ? g_ascii_strtoull (first, NULL, 10) : G_MAXUINT64;
  guint64 second_number = g_ascii_isdigit (*second) ? g_ascii_strtoull (second, NULL, 10) : G_MAXUINT64;

  if (first_number != second_number)
    return first_number < second_number ? -1 : 1;

  return strcmp (first, second);
}

static char *
list_criteria (const Row *row)
{
  GString *list = g_string_new (NULL);

  g_ptr_array_sort (row->criteria, compare_criteria);

  for (guint i = 0; i < row->criteria->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", (const char *) g_ptr_array_index (row->criteria, i));

  return g_string_free (list, FALSE);
}

static gboolean
write_row (Job       *job,
           const Row *row)
{
  g_autofree char *year = row->assessment != NULL ? ts_year_format (row->year) : NULL;
  g_autofree char *criteria = list_criteria (row);

  ts_table_writer_add_text (job->writer, row->organisation_code);
  ts_table_writer_add_text (job->writer, year);
  ts_table_writer_add_text (job->writer, row->framework_code);
  ts_table_writer_add_text (job->writer, row->title);
  ts_table_writer_add_text (job->writer, row->kind);
  ts_table_writer_add_text (job->writer, row->file_name);
  ts_table_writer_add_text (job->writer, row->address);
  ts_table_writer_add_text (job->writer, row->received);
  ts_table_writer_add_text (job->writer, row->period_from);
  ts_table_writer_add_text (job->writer, row->period_to);

  if (row->content != NULL)
    ts_table_writer_add_integer (job->writer, row->size);
  else
    ts_table_writer_add_text (job->writer, NULL);

  ts_table_writer_add_text (job->writer, row->content);
  ts_table_writer_add_text (job->writer, criteria);

  return ts_export_end_row (job->export, job->writer, &job->error);
}

static gboolean
write_rows (Job *job)
{
  gboolean written = TRUE;

  for (guint i = 0; written && i < job->rows->len; i++)
    written = write_row (job, g_ptr_array_index (job->rows, i));

  g_ptr_array_set_size (job->rows, 0);

  return written;
}

static Row *
find_row (Job                    *job,
          const TsEvidenceRecord *record)
{
  Row *row;

  for (guint i = 0; i < job->rows->len; i++)
    {
      row = g_ptr_array_index (job->rows, i);

      if (g_strcmp0 (row->assessment, record->assessment) == 0)
        return row;
    }

  row = g_new0 (Row, 1);
  row->evidence = g_strdup (record->evidence);
  row->assessment = g_strdup (record->assessment);
  row->organisation_code = g_strdup (record->organisation_code);
  row->title = g_strdup (record->title);
  row->kind = g_strdup (record->kind);
  row->file_name = g_strdup (record->file_name);
  row->address = g_strdup (record->address);
  row->received = g_strdup (record->received);
  row->period_from = g_strdup (record->period_from);
  row->period_to = g_strdup (record->period_to);
  row->content = g_strdup (record->content);
  row->size = record->size;
  row->year = record->year;
  row->framework_code = g_strdup (record->framework_code);
  row->criteria = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (job->rows, row);

  return row;
}

static gboolean
take_evidence (const TsEvidenceRecord *record,
               gpointer                data)
{
  Job *job = data;
  Row *row;

  if (job->rows->len > 0 && !g_str_equal (((const Row *) g_ptr_array_index (job->rows, 0))->evidence, record->evidence) &&
      !write_rows (job))
    return FALSE;

  row = find_row (job, record);

  if (record->link == NULL)
    return TRUE;

  if (record->place != NULL && *record->place != '\0')
    g_ptr_array_add (row->criteria, g_strdup_printf ("%s (%s)", record->node, record->place));
  else
    g_ptr_array_add (row->criteria, g_strdup (record->node));

  return TRUE;
}

/**
 * ts_evidence_export:
 * @workbook: a workbook
 * @export: where and how
 * @error: where to put why not; see [struct@Export]
 *
 * Writes each item of evidence, once for each assessment that it serves, with the criteria that it is linked to there and where in
 * it to look: "5a (p. 14–18); 6b". What is linked to nothing has neither year nor criteria.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_evidence_export (TsWorkbook  *workbook,
                    TsExport    *export,
                    GError     **error)
{
  g_autoptr (TsTableWriter) writer = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  const TsQueryFilter everything = { 0 };
  Job job = { .export = export, .rows = rows };
  gboolean read;

  g_return_val_if_fail (workbook != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ts_export_check_filter (workbook, export->filter, error))
    return FALSE;

  writer = ts_export_begin (export, columns);
  job.writer = writer;
  read = ts_workbook_foreach_evidence (workbook, export->filter != NULL ? export->filter : &everything, take_evidence, &job, error);

  if (read && job.error == NULL)
    write_rows (&job);

  if (job.error != NULL)
    {
      if (read)
        g_propagate_error (error, job.error);
      else
        g_error_free (job.error);

      return FALSE;
    }

  return read && ts_export_end (export, writer, error);
}
