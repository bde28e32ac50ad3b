/* ts-chart-table-file.c — what a chart shows, as a file for a spreadsheet or a program
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-chart-table-file.h"

#include "chart/ts-chart-error.h"
#include "exchange/ts-chart-table-export.h"
#include "model/ts-written-file.h"

#include <glib/gi18n-lib.h>

/* What the thread needs. */
typedef struct
{
  TsChartTable *table;
  TsTableFormat format;
  TsTableAbout about; /* its texts are the errand’s own, but for the title, which is the table’s */
  GFile *file;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *self = data;

  ts_chart_table_unref (self->table);
  g_object_unref (self->file);
  g_free ((char *) self->about.source);
  g_free ((char *) self->about.filters);
  g_free ((char *) self->about.rule);
  g_free ((char *) self->about.command);
  g_free (self);
}

static gboolean
write_table (GOutputStream  *stream,
             gpointer        data,
             GCancellable   *cancellable,
             GError        **error)
{
  const Errand *errand = data;
  TsExport export = { .stream = stream, .format = errand->format, .about = &errand->about, .cancellable = cancellable };

  return ts_chart_table_export (errand->table, &export, error);
}

static void
run (GTask        *task,
     gpointer      source_object,
     gpointer      task_data,
     GCancellable *cancellable)
{
  Errand *errand = task_data;
  GError *error = NULL;

  if (ts_written_file_replace (errand->file, G_FILE_CREATE_NONE, write_table, errand, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * ts_chart_table_file_save_async:
 * @source: (type GObject): whose table it is
 * @table: what to write; it does not change any more
 * @about: what a spreadsheet says of it; its title and time are the table's and the moment's
 * @file: where to; the ending says which format is wanted: .csv, .json or .xlsx
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes on a thread of its own. A file that was there is replaced whole or stays as it was.
 */
void
ts_chart_table_file_save_async (gpointer             source,
                                TsChartTable        *table,
                                const TsTableAbout  *about,
                                GFile               *file,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = NULL;
  const char *ending;
  TsTableFormat format;
  Errand *errand;

  g_return_if_fail (G_IS_OBJECT (source));
  g_return_if_fail (table != NULL && about != NULL && G_IS_FILE (file));

  task = g_task_new (source, NULL, callback, user_data);
  g_task_set_source_tag (task, ts_chart_table_file_save_async);
  name = g_file_get_basename (file);
  ending = strrchr (name, '.');

  if (ending == NULL || !ts_table_format_from_name (ending + 1, &format))
    {
      g_task_return_new_error (task, TS_CHART_ERROR, TS_CHART_ERROR_WRITE,
                               _("“%s” does not say which kind of table is wanted. Let the name end in .xlsx, .csv or .json."), name);
      return;
    }

  errand = g_new0 (Errand, 1);
  errand->table = ts_chart_table_ref (table);
  errand->format = format;
  errand->file = g_object_ref (file);
  errand->about = (TsTableAbout) {
    .title = ts_chart_table_get_title (table),
    .source = g_strdup (about->source),
    .filters = g_strdup (about->filters),
    .rule = g_strdup (about->rule),
    .command = g_strdup (about->command),
    .created = g_get_real_time () / G_USEC_PER_SEC,
  };
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, run);
}

/**
 * ts_chart_table_file_save_finish:
 * @source: (type GObject): whose table it is
 * @result: what the callback got
 * @error: where to put why not
 *
 * Returns: whether the table was written
 */
gboolean
ts_chart_table_file_save_finish (gpointer       source,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
