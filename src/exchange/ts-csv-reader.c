/* ts-csv-reader.c — comma-separated values from outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-csv-reader.h"

#include "exchange/ts-csv-guard.h"
#include "exchange/ts-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A record of more fields than any table of ours has is not kept to be counted. */
#define MOST_FIELDS 100

#define N_BUFFER 65536

#define NO_COLUMN G_MAXUINT

typedef enum
{
  RECORD_READ,
  RECORD_END,
  RECORD_ERROR,
} RecordResult;

struct _TsCsvReader
{
  GInputStream *stream;
  GCancellable *cancellable;
  const char *const *columns;
  TsProblemList *problems;

  guint8 *buffer;
  gsize n_buffer;
  gsize at;
  guint64 n_bytes;
  gboolean begun;
  gboolean ended;
  guint64 line;

  /* The record: its fields one after the other, each ended by a NUL. */
  GString *text;
  GArray *starts; /* gsize, of each field in text */
  guint64 record_line;
  gboolean too_many;
  gboolean quoted; /* whether any of its fields was */
  guint64 problem_line;
  const char *problem;

  guint *fields; /* by column, the field of a record that holds it */
  guint n_columns;
  guint n_optional;
  guint n_header;
};

/**
 * ts_csv_reader_new:
 * @stream: the file's bytes
 * @columns: (array zero-terminated=1): the names of the columns; they must outlive the reader
 * @problems: where to put what is wrong; it must outlive the reader
 * @cancellable: (nullable): to stop reading
 *
 * Returns: (transfer full): a reader that has read nothing yet
 */
TsCsvReader *
ts_csv_reader_new (GInputStream *stream,
                   const char *const *columns,
                   TsProblemList *problems,
                   GCancellable *cancellable)
{
  TsCsvReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (columns != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  self = g_new0 (TsCsvReader, 1);
  self->stream = g_object_ref (stream);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->columns = columns;
  self->problems = problems;
  self->buffer = g_malloc (N_BUFFER);
  self->line = 1;
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->n_columns = g_strv_length ((char **) columns);
  self->fields = g_new (guint, self->n_columns);

  return self;
}

/**
 * ts_csv_reader_set_n_optional:
 * @self: a reader that has read nothing yet
 * @n_optional: how many of the last columns need not be there; of one that is not, each record has nothing
 *
 * Without this, all columns must be there.
 */
void
ts_csv_reader_set_n_optional (TsCsvReader *self,
                              guint        n_optional)
{
  g_return_if_fail (self != NULL && n_optional <= self->n_columns);

  self->n_optional = n_optional;
}

void
ts_csv_reader_free (TsCsvReader *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_free (self->buffer);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_free (self->fields);
  g_free (self);
}

static gboolean
fill (TsCsvReader  *self,
      GError      **error)
{
  g_autoptr (GError) cause = NULL;
  gsize n_read;

  if (self->at < self->n_buffer || self->ended)
    return TRUE;

  if (!g_input_stream_read_all (self->stream, self->buffer, N_BUFFER, &n_read, self->cancellable, &cause))
    {
      if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&cause));
      else
        g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_FILE, _("%s: the file cannot be read: %s"),
                     ts_problem_list_get_file (self->problems), cause->message);
      return FALSE;
    }

  self->at = 0;
  self->n_buffer = n_read;
  self->n_bytes += n_read;
  self->ended = n_read == 0;

  return TRUE;
}

/* The next byte, which stays where it is; -1 at the end; -2 where reading failed. */
static inline int
peek (TsCsvReader  *self,
      GError      **error)
{
  if (self->at == self->n_buffer && !fill (self, error))
    return -2;

  return self->at < self->n_buffer ? self->buffer[self->at] : -1;
}

/* Notes what is wrong with the record; the first mistake of a record is the one that is told. */
static void
note_problem (TsCsvReader *self,
              guint64      line,
              const char  *problem)
{
  if (self->problem != NULL)
    return;

  self->problem = problem;
  self->problem_line = line;
}

static void
begin_field (TsCsvReader *self)
{
  if (self->starts->len == MOST_FIELDS)
    {
      self->too_many = TRUE;
      g_string_truncate (self->text, g_array_index (self->starts, gsize, MOST_FIELDS - 1));
      return;
    }

  g_array_append_val (self->starts, self->text->len);
}

static void
append (TsCsvReader  *self,
        const guint8 *bytes,
        gsize         n_bytes)
{
  gsize start = g_array_index (self->starts, gsize, self->starts->len - 1);

  if (memchr (bytes, '\0', n_bytes) != NULL)
    note_problem (self, self->line, _("there is a NUL byte"));
  else if (self->text->len - start + n_bytes > TS_CSV_LONGEST_FIELD)
    note_problem (self, self->record_line, _("a field is longer than any text that is kept"));
  else
    g_string_append_len (self->text, (const char *) bytes, n_bytes);
}

/* Appends the byte before the present one, and all that follow up to one that has a meaning. */
static void
append_run (TsCsvReader *self,
            const char  *ends)
{
  gsize first = self->at - 1;

  while (self->at < self->n_buffer && strchr (ends, self->buffer[self->at]) == NULL)
    self->at++;

  append (self, self->buffer + first, self->at - first);
}

static void
end_field (TsCsvReader *self)
{
  g_string_append_c (self->text, '\0');
}

/* Takes the LF after a CR, and says where there is none. */
static gboolean
end_line (TsCsvReader  *self,
          int           byte,
          GError      **error)
{
  if (byte == '\r')
    {
      int next = peek (self, error);

      if (next == -2)
        return FALSE;

      if (next == '\n')
        self->at++;
      else if (next != -1)
        note_problem (self, self->line, _("a line ends with a carriage return alone; lines must end with LF or CRLF"));
    }

  self->line++;

  return TRUE;
}

/* After the first quote of a field: reads up to the quote that ends it. */
static gboolean
read_quoted (TsCsvReader  *self,
             GError      **error)
{
  guint64 first_line = self->line;

  for (;;)
    {
      int byte = peek (self, error);

      if (byte == -2)
        return FALSE;

      if (byte == -1)
        {
          note_problem (self, first_line, _("the quoted field that begins on this line does not end"));
          return TRUE;
        }

      self->at++;

      if (byte == '"')
        {
          int next = peek (self, error);

          if (next == -2)
            return FALSE;

          if (next != '"')
            return TRUE;

          self->at++;
          append (self, (const guint8 *) "\"", 1);
        }
      else if (byte == '\n')
        {
          append (self, (const guint8 *) "\n", 1);
          self->line++;
        }
      else
        {
          append_run (self, "\"\n");
        }
    }
}

static RecordResult
read_record (TsCsvReader  *self,
             GError      **error)
{
  gboolean at_start = TRUE; /* of a field */
  gboolean was_quoted = FALSE;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  self->record_line = self->line;
  self->too_many = FALSE;
  self->quoted = FALSE;
  self->problem = NULL;

  begin_field (self);

  for (;;)
    {
      int byte = peek (self, error);

      if (byte == -2)
        return RECORD_ERROR;

      if (byte == -1)
        {
          end_field (self);
          return self->text->len == 1 && !self->quoted && self->problem == NULL ? RECORD_END : RECORD_READ;
        }

      self->at++;

      if (byte == '\n' || byte == '\r')
        {
          end_field (self);
          return end_line (self, byte, error) ? RECORD_READ : RECORD_ERROR;
        }

      if (byte == ',')
        {
          end_field (self);
          begin_field (self);
          at_start = TRUE;
          was_quoted = FALSE;
        }
      else if (byte == '"' && at_start)
        {
          self->quoted = TRUE;
          was_quoted = TRUE;
          at_start = FALSE;

          if (!read_quoted (self, error))
            return RECORD_ERROR;
        }
      else
        {
          if (was_quoted)
            note_problem (self, self->line, _("something follows the quote that ends a field"));
          else if (byte == '"')
            note_problem (self, self->line, _("there is a quote within a field that does not begin with one"));

          at_start = FALSE;
          append_run (self, ",\"\r\n");
        }
    }
}

static const char *
get_field (const TsCsvReader *self,
           guint              field)
{
  return self->text->str + g_array_index (self->starts, gsize, field);
}

/* Fields are checked one by one: the NULs between them are ours. */
static gboolean
check_encoding (TsCsvReader *self)
{
  guint64 line = self->record_line;

  for (guint i = 0; i < self->starts->len; i++)
    {
      const char *field = get_field (self, i);
      const char *end;
      gboolean valid = g_utf8_validate (field, -1, &end);

      for (const char *at = field; at < end && self->quoted; at++)
        line += *at == '\n';

      if (!valid)
        {
          note_problem (self, line, _("the text is not valid UTF-8; save the file as “CSV UTF-8”"));
          return FALSE;
        }
    }

  return TRUE;
}

/* Reads records up to one that is whole; tells of those that are not. */
static RecordResult
read_whole_record (TsCsvReader  *self,
                   GError      **error)
{
  for (;;)
    {
      RecordResult result = read_record (self, error);

      if (result != RECORD_READ)
        return result;

      if (self->problem == NULL && check_encoding (self))
        return RECORD_READ;

      ts_problem_list_add (self->problems, self->problem_line, "%s", self->problem);

      if (!self->begun)
        return RECORD_END;
    }
}

static gboolean
is_blank (const TsCsvReader *self)
{
  return self->starts->len == 1 && *get_field (self, 0) == '\0' && !self->quoted;
}

static gboolean
read_header (TsCsvReader *self)
{
  g_autofree char *known = g_strjoinv (",", (char **) self->columns);
  guint64 n_before = ts_problem_list_get_n_found (self->problems);

  for (guint i = 0; i < self->n_columns; i++)
    self->fields[i] = NO_COLUMN;

  self->n_header = self->starts->len;

  for (guint i = 0; i < self->n_header; i++)
    {
      const char *name = get_field (self, i);
      guint column = 0;

      while (column < self->n_columns && !g_str_equal (self->columns[column], name))
        column++;

      if (column == self->n_columns)
        ts_problem_list_add (self->problems, self->record_line,
                             _("the column “%.60s” is not known; the columns are %s"), name, known);
      else if (self->fields[column] != NO_COLUMN)
        ts_problem_list_add (self->problems, self->record_line, _("the column “%s” is there twice"), name);
      else
        self->fields[column] = i;
    }

  for (guint i = 0; i < self->n_columns - self->n_optional; i++)
    {
      if (self->fields[i] == NO_COLUMN)
        ts_problem_list_add (self->problems, self->record_line,
                             _("the column “%s” is missing; the columns are %s"), self->columns[i], known);
    }

  return ts_problem_list_get_n_found (self->problems) == n_before;
}

static gboolean
begin (TsCsvReader  *self,
       GError      **error)
{
  if (!fill (self, error))
    return FALSE;

  if (self->n_buffer >= 3 && memcmp (self->buffer, "\xef\xbb\xbf", 3) == 0)
    self->at = 3;

  switch (read_whole_record (self, error))
    {
    case RECORD_READ:
      break;

    case RECORD_END:
      if (ts_problem_list_get_n_found (self->problems) == 0)
        {
          g_autofree char *known = g_strjoinv (",", (char **) self->columns);

          ts_problem_list_add (self->problems, 1, _("the file is empty; it must begin with the names of the columns: %s"), known);
        }
      return FALSE;

    case RECORD_ERROR:
    default:
      return FALSE;
    }

  self->begun = TRUE;

  return read_header (self);
}

/**
 * ts_csv_reader_next:
 * @self: a reader
 * @error: where to put why the file cannot be read on
 *
 * Reads the next record that is whole. Fails with %TS_EXCHANGE_ERROR_FILE or %G_IO_ERROR_CANCELLED; what is wrong in the file is no
 * error but goes to the problem list. After a header that is not as it should be there are no records.
 *
 * Returns: whether there is one; %FALSE without an error at the end
 */
gboolean
ts_csv_reader_next (TsCsvReader  *self,
                    GError      **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!self->begun && !begin (self, error))
    {
      self->begun = TRUE;
      self->ended = TRUE;
      self->at = self->n_buffer;
      return FALSE;
    }

  for (;;)
    {
      if (read_whole_record (self, error) != RECORD_READ)
        return FALSE;

      /* RFC 4180 does not know blank lines, but editors leave them at the end. */
      if (is_blank (self))
        continue;

      if (self->starts->len == self->n_header && !self->too_many)
        return TRUE;

      ts_problem_list_add (self->problems, self->record_line,
                           g_dngettext (GETTEXT_PACKAGE,
                                        "found %u field where the first line names %u columns",
                                        "found %u fields where the first line names %u columns",
                                        self->starts->len),
                           self->starts->len, self->n_header);
    }
}

/**
 * ts_csv_reader_get_line:
 * @self: a reader
 *
 * Returns: the line on which the record begins, from 1
 */
guint64
ts_csv_reader_get_line (const TsCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->record_line;
}

/**
 * ts_csv_reader_get_n_bytes:
 * @self: a reader
 *
 * Returns: how many bytes of the file have been read so far, for showing progress
 */
guint64
ts_csv_reader_get_n_bytes (const TsCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_bytes;
}

/**
 * ts_csv_reader_get:
 * @self: a reader that has a record
 * @column: the column's place in the list that the reader was made with
 *
 * Returns: (transfer none): the field's text, without the mark that keeps spreadsheets from running it as a formula; it lasts until the
 *   next record is read
 */
const char *
ts_csv_reader_get (const TsCsvReader *self,
                   guint              column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, NULL);

  return self->fields[column] == NO_COLUMN ? "" : ts_csv_guard_remove (get_field (self, self->fields[column]));
}
