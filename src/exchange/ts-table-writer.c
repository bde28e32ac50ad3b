/* ts-table-writer.c — tables that go out, as CSV, JSON or a spreadsheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-table-writer.h"

#include "core/ts-number.h"
#include "core/ts-row.h"
#include "exchange/ts-csv-writer.h"
#include "exchange/ts-xlsx-writer.h"

#define N_BUFFER 65536

struct _TsTableWriter
{
  GOutputStream *stream;
  GCancellable *cancellable;
  TsTableFormat format;
  const char *const *columns;
  guint n_columns;
  guint column;
  GString *buffer;
  TsXlsxWriter *xlsx; /* instead of the buffer */
  const TsTableAbout *about;
  guint64 n_rows;
};

/**
 * ts_table_format_from_name:
 * @name: a name, from anywhere
 * @format: (out): where to put the format
 *
 * Returns: whether there is such a format
 */
gboolean
ts_table_format_from_name (const char    *name,
                           TsTableFormat *format)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  if (g_str_equal (name, "csv"))
    *format = TS_TABLE_FORMAT_CSV;
  else if (g_str_equal (name, "json"))
    *format = TS_TABLE_FORMAT_JSON;
  else if (g_str_equal (name, "xlsx"))
    *format = TS_TABLE_FORMAT_XLSX;
  else
    return FALSE;

  return TRUE;
}

static void
end_csv_line (TsTableWriter *self)
{
  g_string_append (self->buffer, TS_CSV_LINE_END);
}

/**
 * ts_table_writer_new:
 * @stream: where to write
 * @format: how
 * @columns: (array zero-terminated=1): the columns' names; they must outlive the writer
 * @cancellable: (nullable): to stop writing
 *
 * Returns: (transfer full): a writer
 */
TsTableWriter *
ts_table_writer_new (GOutputStream *stream,
                     TsTableFormat format,
                     const char *const *columns,
                     GCancellable *cancellable)
{
  TsTableWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);
  g_return_val_if_fail (columns != NULL, NULL);

  self = g_new0 (TsTableWriter, 1);
  self->stream = g_object_ref (stream);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->format = format;
  self->columns = columns;
  self->n_columns = g_strv_length ((char **) columns);
  self->buffer = g_string_sized_new (N_BUFFER + 4096);

  if (format == TS_TABLE_FORMAT_JSON)
    {
      g_string_append_c (self->buffer, '[');
      return self;
    }

  if (format == TS_TABLE_FORMAT_XLSX)
    {
      self->xlsx = ts_xlsx_writer_new (columns);
      return self;
    }

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (self->buffer, ',');

      ts_csv_append_field (self->buffer, columns[i]);
    }

  end_csv_line (self);

  return self;
}

/**
 * ts_table_writer_set_about:
 * @self: a writer
 * @about: (nullable): what a spreadsheet says of itself; it must outlive the writer. Other formats have no room for it
 */
void
ts_table_writer_set_about (TsTableWriter      *self,
                           const TsTableAbout *about)
{
  g_return_if_fail (self != NULL);

  self->about = about;
}

void
ts_table_writer_free (TsTableWriter *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->xlsx, ts_xlsx_writer_free);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

static void
begin_field (TsTableWriter *self)
{
  g_assert (self->column < self->n_columns && self->xlsx == NULL);

  if (self->format == TS_TABLE_FORMAT_CSV)
    {
      if (self->column > 0)
        g_string_append_c (self->buffer, ',');
    }
  else
    {
      if (self->column == 0)
        g_string_append (self->buffer, self->n_rows == 0 ? "\n  {" : ",\n  {");
      else
        g_string_append (self->buffer, ", ");

      ts_json_append_string (self->buffer, self->columns[self->column]);
      g_string_append (self->buffer, ": ");
    }

  self->column++;
}

/**
 * ts_table_writer_add_text:
 * @self: a writer
 * @text: (nullable): valid UTF-8; %NULL and the empty text both are an empty field
 */
void
ts_table_writer_add_text (TsTableWriter *self,
                          const char    *text)
{
  g_return_if_fail (self != NULL);

  if (self->xlsx != NULL)
    {
      self->column++;
      ts_xlsx_writer_add_text (self->xlsx, text);
      return;
    }

  begin_field (self);

  if (text == NULL || *text == '\0')
    g_string_append (self->buffer, self->format == TS_TABLE_FORMAT_JSON ? "null" : "");
  else if (self->format == TS_TABLE_FORMAT_JSON)
    ts_json_append_string (self->buffer, text);
  else
    ts_csv_append_field (self->buffer, text);
}

void
ts_table_writer_add_integer (TsTableWriter *self,
                             gint64         integer)
{
  g_return_if_fail (self != NULL);

  if (self->xlsx != NULL)
    {
      self->column++;
      ts_xlsx_writer_add_integer (self->xlsx, integer);
      return;
    }

  begin_field (self);
  g_string_append_printf (self->buffer, "%" G_GINT64_FORMAT, integer);
}

/**
 * ts_table_writer_add_number:
 * @self: a writer
 * @number: a finite number, written so that it is read as the same
 */
void
ts_table_writer_add_number (TsTableWriter *self,
                            double         number)
{
  g_autofree char *text = NULL;

  g_return_if_fail (self != NULL);

  if (self->xlsx != NULL)
    {
      self->column++;
      ts_xlsx_writer_add_number (self->xlsx, number);
      return;
    }

  text = ts_number_format (number);
  begin_field (self);
  g_string_append (self->buffer, text);
}

/**
 * ts_table_writer_add_token:
 * @self: a writer
 * @token: (nullable): what files call a level: "3", or "amber"
 *
 * A spreadsheet has a number where it is one, so that it can be counted with; elsewhere it is a text.
 */
void
ts_table_writer_add_token (TsTableWriter *self,
                           const char    *token)
{
  g_return_if_fail (self != NULL);

  if (self->xlsx != NULL && token != NULL && g_ascii_isdigit (token[0]) && token[1] == '\0')
    ts_table_writer_add_integer (self, g_ascii_digit_value (token[0]));
  else
    ts_table_writer_add_text (self, token);
}

/**
 * ts_table_writer_add_json:
 * @self: a writer
 * @json: (nullable): a JSON value, which a JSON table contains as it is and others as a text
 */
void
ts_table_writer_add_json (TsTableWriter *self,
                          const char    *json)
{
  g_return_if_fail (self != NULL);

  if (json == NULL || self->format != TS_TABLE_FORMAT_JSON)
    {
      ts_table_writer_add_text (self, json);
      return;
    }

  begin_field (self);
  g_string_append (self->buffer, json);
}

static gboolean
flush (TsTableWriter  *self,
       GError        **error)
{
  if (!g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, self->cancellable, error))
    return FALSE;

  g_string_truncate (self->buffer, 0);

  return TRUE;
}

/**
 * ts_table_writer_end_row:
 * @self: a writer that has all fields of the row
 * @error: where to put why it cannot be written: an error of the stream
 *
 * Returns: whether writing can go on
 */
gboolean
ts_table_writer_end_row (TsTableWriter  *self,
                         GError        **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->column == self->n_columns, FALSE);

  if (self->format == TS_TABLE_FORMAT_CSV)
    end_csv_line (self);
  else if (self->format == TS_TABLE_FORMAT_JSON)
    g_string_append_c (self->buffer, '}');
  else
    ts_xlsx_writer_end_row (self->xlsx);

  self->column = 0;
  self->n_rows++;

  return self->buffer->len < N_BUFFER || flush (self, error);
}

/**
 * ts_table_writer_end:
 * @self: a writer between two rows; only free it afterwards
 * @error: where to put why it cannot be written
 *
 * Writes what is left; the stream stays open.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_table_writer_end (TsTableWriter  *self,
                     GError        **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->column == 0, FALSE);

  if (self->xlsx != NULL)
    {
      const TsTableAbout unknown = { .title = "" };

      return ts_xlsx_writer_end (self->xlsx, self->about != NULL ? self->about : &unknown, self->stream, self->cancellable, error);
    }

  if (self->format == TS_TABLE_FORMAT_JSON)
    g_string_append (self->buffer, self->n_rows == 0 ? "]\n" : "\n]\n");

  return flush (self, error) && g_output_stream_flush (self->stream, self->cancellable, error);
}

guint64
ts_table_writer_get_n_rows (const TsTableWriter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}
