/* ts-xlsx-writer.c — a table as a spreadsheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-xlsx-writer.h"

#include "exchange/ts-exchange-error.h"
#include "exchange/ts-xlsx-check.h"
#include "exchange/ts-xlsx-library.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* What a cell of a spreadsheet holds at most, in UTF-16 units, and how wide a column gets, in letters. */
#define MOST_TEXT   32767
#define LEAST_WIDTH 6
#define MOST_WIDTH  60

/* The filter's button covers that much of a header. */
#define FILTER_WIDTH 4

/* A whole number beyond this would be rounded, and goes out as text. */
#define MOST_INTEGER (G_GINT64_CONSTANT (1) << 53)

#define LINE_WIDTH 100

struct _TsXlsxWriter
{
  const TsXlsxLibrary *library; /* NULL where it cannot be loaded */
  lxw_workbook *book;
  char *path; /* of the temporary file */
  GError *failure;
  lxw_worksheet *sheet;
  GArray *least; /* guint64: how long each sheet is at least */
  guint n_sheets;
  const char *const *columns;
  guint n_columns;
  lxw_row_t row;
  guint column;
  guint *widths;
  guint n_cut;
  gboolean closed;
  lxw_format *header;
  lxw_format *integer;
  lxw_format *number;
  lxw_format *label;
  lxw_format *wrapped;
};

static void
fail (TsXlsxWriter *self,
      lxw_error     code)
{
  if (code != LXW_NO_ERROR && self->failure == NULL)
    self->failure = g_error_new (TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_FILE, _("The spreadsheet could not be made: %s."), self->library->lxw_strerror (code));
}

/* What is told of the folder in which temporary files are. */
static void
fail_temporary (TsXlsxWriter *self,
                const char   *reason)
{
  if (self->failure == NULL)
    self->failure = g_error_new (TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_FILE,
                                 _("The spreadsheet could not be made: its temporary files cannot be written in “%s”: %s. Nothing was written. Free space there, "
                                   "or name another folder in TMPDIR."),
                                 g_get_tmp_dir (), reason);
}

/* The library never looks whether its rows could be written. */
static void
check_rows (TsXlsxWriter *self,
            gboolean      all)
{
  FILE *rows = self->sheet != NULL ? self->sheet->optimize_tmpfile : NULL;

  if (rows == NULL || self->failure != NULL)
    return;

  if (all && fflush (rows) != 0)
    fail_temporary (self, g_strerror (errno));
  else if (ferror (rows))
    fail_temporary (self, _("the disk may be full"));
}

static void
note_width (TsXlsxWriter *self,
            guint         column,
            glong         width)
{
  self->widths[column] = MAX (self->widths[column], (guint) CLAMP (width, LEAST_WIDTH, MOST_WIDTH));
}

static void
begin_sheet (TsXlsxWriter *self)
{
  g_autofree char *name = NULL;

  self->n_sheets++;

  /* Translators: the name of the sheet of a spreadsheet that has the table; %u is its number where there are several */
  name = self->n_sheets == 1 ? g_strdup (C_("sheet", "Table")) : g_strdup_printf (C_("sheet", "Table %u"), self->n_sheets);
  self->sheet = self->library->workbook_add_worksheet (self->book, name);

  if (self->sheet == NULL)
    {
      fail_temporary (self, g_strerror (errno));
      return;
    }

  for (guint i = 0; i < self->n_columns; i++)
    {
      fail (self, self->library->worksheet_write_string (self->sheet, 0, (lxw_col_t) i, self->columns[i], self->header));
      note_width (self, i, g_utf8_strlen (self->columns[i], -1) + FILTER_WIDTH);
    }

  self->library->worksheet_freeze_panes (self->sheet, 1, 0);
  self->row = 1;
}

static void
end_sheet (TsXlsxWriter *self)
{
  if (self->sheet == NULL)
    return;

  for (guint i = 0; i < self->n_columns; i++)
    fail (self, self->library->worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i, self->widths[i] + 1.0, NULL));

  check_rows (self, TRUE);

  if (self->sheet->optimize_tmpfile != NULL)
    {
      guint64 length = (guint64) MAX (ftello (self->sheet->optimize_tmpfile), 0);

      g_array_append_val (self->least, length);
    }

  fail (self, self->library->worksheet_autofilter (self->sheet, 0, 0, MAX (self->row, 1) - 1, (lxw_col_t) (self->n_columns - 1)));
}

/**
 * ts_xlsx_writer_new:
 * @columns: (array zero-terminated=1): the columns' names, one at least; they must outlive the writer
 *
 * Returns: (transfer full): a writer; that it cannot write it says in the end
 */
TsXlsxWriter *
ts_xlsx_writer_new (const char *const *columns)
{
  TsXlsxWriter *self;
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = (char *) g_get_tmp_dir (), .use_zip64 = LXW_TRUE };
  int descriptor;

  g_return_val_if_fail (columns != NULL && columns[0] != NULL, NULL);

  self = g_new0 (TsXlsxWriter, 1);
  self->columns = columns;
  self->n_columns = g_strv_length ((char **) columns);
  self->widths = g_new0 (guint, self->n_columns);
  self->least = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->library = ts_xlsx_library_get (&self->failure);

  if (self->library == NULL)
    return self;

  errno = 0;
  descriptor = g_file_open_tmp ("touchstone-XXXXXX.xlsx", &self->path, NULL);

  if (descriptor < 0)
    {
      fail_temporary (self, g_strerror (errno));
      return self;
    }

  g_close (descriptor, NULL);
  self->book = self->library->workbook_new_opt (self->path, &options);

  if (self->book == NULL)
    {
      fail (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return self;
    }

  self->header = self->library->workbook_add_format (self->book);
  self->library->format_set_bold (self->header);
  self->library->format_set_bottom (self->header, LXW_BORDER_THIN);
  self->library->format_set_bg_color (self->header, 0xEEEEEE);
  self->integer = self->library->workbook_add_format (self->book);
  self->library->format_set_num_format (self->integer, "#,##0");
  self->number = self->library->workbook_add_format (self->book);
  self->library->format_set_num_format (self->number, "#,##0.0##");
  self->label = self->library->workbook_add_format (self->book);
  self->library->format_set_bold (self->label);
  self->library->format_set_align (self->label, LXW_ALIGN_VERTICAL_TOP);
  self->wrapped = self->library->workbook_add_format (self->book);
  self->library->format_set_text_wrap (self->wrapped);
  self->library->format_set_align (self->wrapped, LXW_ALIGN_VERTICAL_TOP);
  begin_sheet (self);

  return self;
}

void
ts_xlsx_writer_free (TsXlsxWriter *self)
{
  g_return_if_fail (self != NULL);

  if (self->book != NULL && !self->closed)
    self->library->lxw_workbook_free (self->book);

  if (self->path != NULL)
    g_unlink (self->path);

  g_clear_error (&self->failure);
  g_array_unref (self->least);
  g_free (self->path);
  g_free (self->widths);
  g_free (self);
}

/* How many of its first bytes a cell holds; all of them mostly. */
static gsize
measure_fitting (const char *text)
{
  guint n_units = 0;

  /* A UTF-16 unit takes a byte at least. */
  if (strlen (text) <= MOST_TEXT)
    return strlen (text);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      n_units += g_utf8_get_char (at) > 0xffff ? 2 : 1;

      if (n_units > MOST_TEXT)
        return (gsize) (at - text);
    }

  return strlen (text);
}

/* Ends in what says so, where it is cut. */
static char *
cut (const char *text)
{
  /* Translators: stands at the end of a cell whose text is too long for a spreadsheet */
  const char *mark = _("… (cut here: too long for a cell)");
  const char *end = text + measure_fitting (text);

  for (glong i = g_utf8_strlen (mark, -1); i > 0; i--)
    end = g_utf8_prev_char (end);

  return g_strdup_printf ("%.*s%s", (int) (end - text), text, mark);
}

/**
 * ts_xlsx_writer_add_text:
 * @self: a writer
 * @text: (nullable): valid UTF-8; %NULL and the empty text both are an empty cell
 */
void
ts_xlsx_writer_add_text (TsXlsxWriter *self,
                         const char   *text)
{
  g_autofree char *shortened = NULL;

  g_return_if_fail (self != NULL && self->column < self->n_columns);

  if (text != NULL && *text != '\0' && self->failure == NULL)
    {
      if (measure_fitting (text) < strlen (text))
        {
          shortened = cut (text);
          text = shortened;
          self->n_cut++;
        }

      fail (self, self->library->worksheet_write_string (self->sheet, self->row, (lxw_col_t) self->column, text, NULL));
      note_width (self, self->column, g_utf8_strlen (text, MOST_WIDTH * 4));
    }

  self->column++;
}

static void
add_number (TsXlsxWriter *self,
            double        number,
            lxw_format   *format)
{
  if (self->failure == NULL)
    fail (self, self->library->worksheet_write_number (self->sheet, self->row, (lxw_col_t) self->column, number, format));

  self->column++;
}

void
ts_xlsx_writer_add_integer (TsXlsxWriter *self,
                            gint64        integer)
{
  g_autofree char *text = NULL;

  g_return_if_fail (self != NULL && self->column < self->n_columns);

  if (integer >= -MOST_INTEGER && integer <= MOST_INTEGER)
    {
      add_number (self, (double) integer, self->integer);
      return;
    }

  text = g_strdup_printf ("%" G_GINT64_FORMAT, integer);
  ts_xlsx_writer_add_text (self, text);
}

/**
 * ts_xlsx_writer_add_number:
 * @self: a writer
 * @number: a finite number
 */
void
ts_xlsx_writer_add_number (TsXlsxWriter *self,
                           double        number)
{
  g_return_if_fail (self != NULL && self->column < self->n_columns);

  add_number (self, number, number == (double) (gint64) number ? self->integer : self->number);
}

void
ts_xlsx_writer_end_row (TsXlsxWriter *self)
{
  g_return_if_fail (self != NULL && self->column == self->n_columns);

  self->column = 0;
  self->row++;
  check_rows (self, FALSE);

  if (self->row == LXW_ROW_MAX && self->failure == NULL)
    {
      end_sheet (self);
      begin_sheet (self);
    }
}

/* --- About --------------------------------------------------------------------------------------------------------- */

static void
add_line (TsXlsxWriter  *self,
          lxw_worksheet *sheet,
          lxw_row_t     *row,
          const char    *label,
          const char    *text)
{
  g_autofree char *shortened = NULL;

  if (text == NULL || *text == '\0')
    return;

  if (measure_fitting (text) < strlen (text))
    shortened = cut (text);

  fail (self, self->library->worksheet_write_string (sheet, *row, 0, label, self->label));
  fail (self, self->library->worksheet_write_string (sheet, *row, 1, shortened != NULL ? shortened : text, self->wrapped));
  (*row)++;
}

static void
add_about (TsXlsxWriter       *self,
           const TsTableAbout *about)
{
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_utc (about->created);
  g_autofree char *day = made != NULL ? g_date_time_format (made, "%Y-%m-%d %H:%M UTC") : NULL;
  g_autofree char *cut_text = NULL;
  /* Translators: the name of a sheet that tells where a table comes from */
  lxw_worksheet *sheet = self->library->workbook_add_worksheet (self->book, C_("sheet", "About"));
  lxw_row_t row = 0;

  if (sheet == NULL)
    {
      fail (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return;
    }

  if (self->n_cut > 0)
    cut_text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%u text is too long for a cell and was cut. Export CSV or JSON to have all of it.",
                                             "%u texts are too long for a cell and were cut. Export CSV or JSON to have all of them.",
                                             self->n_cut),
                                self->n_cut);

  add_line (self, sheet, &row, _("Table"), about->title);
  add_line (self, sheet, &row, _("Source"), about->source);
  add_line (self, sheet, &row, _("What is in it"), about->filters);
  add_line (self, sheet, &row, _("Rolled up by"), about->rule);
  add_line (self, sheet, &row, _("Made"), day);
  add_line (self, sheet, &row, _("Command"), about->command);
  add_line (self, sheet, &row, _("Missing"), _("An empty cell is not known. It is never zero, and never “no”."));
  add_line (self, sheet, &row, _("Permitted use"),
            _("For assurance and development of the organisations named here, by those who may read the workbook. A level is a judgement: a rank is not to "
              "be passed on without its interval, nor a level used for another purpose than it was given for."));
  add_line (self, sheet, &row, _("Cut"), cut_text);
  fail (self, self->library->worksheet_set_column (sheet, 0, 0, 18, NULL));
  fail (self, self->library->worksheet_set_column (sheet, 1, 1, LINE_WIDTH, NULL));
}

static void
close_book (TsXlsxWriter *self)
{
  lxw_error code = self->library->workbook_close (self->book);

  /* What goes wrong in the end is one of the temporary files. */
  if (code != LXW_NO_ERROR)
    {
      g_autofree char *reason = g_strdup (self->library->lxw_strerror (code));

      if (g_str_has_suffix (reason, "."))
        reason[strlen (reason) - 1] = '\0';

      fail_temporary (self, reason);
    }
}

static gboolean
copy_to (TsXlsxWriter   *self,
         GOutputStream  *stream,
         GCancellable   *cancellable,
         GError        **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFileInputStream) input = NULL;

  if (!ts_xlsx_check_whole (file, (const guint64 *) (gpointer) self->least->data, self->least->len, cancellable, error))
    return FALSE;

  input = g_file_read (file, cancellable, error);

  return input != NULL && g_output_stream_splice (stream, G_INPUT_STREAM (input), G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, cancellable, error) >= 0 &&
         g_output_stream_flush (stream, cancellable, error);
}

/**
 * ts_xlsx_writer_end:
 * @self: a writer between two rows; only free it afterwards
 * @about: what it says of itself
 * @stream: where to write; it stays open
 * @cancellable: (nullable): to stop
 * @error: where to put %TS_EXCHANGE_ERROR_FILE, or why the stream cannot be written
 *
 * Returns: whether everything has been written
 */
gboolean
ts_xlsx_writer_end (TsXlsxWriter        *self,
                    const TsTableAbout  *about,
                    GOutputStream       *stream,
                    GCancellable        *cancellable,
                    GError             **error)
{
  lxw_doc_properties properties = { 0 };

  g_return_val_if_fail (self != NULL && about != NULL && !self->closed && self->column == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->failure == NULL)
    {
      end_sheet (self);
      add_about (self, about);
      properties.title = (char *) about->title;
      properties.company = (char *) "";
      properties.author = (char *) "Touchstone";
      /* 0 would be the present. */
      properties.created = about->created != 0 ? (time_t) about->created : 1;
      fail (self, self->library->workbook_set_properties (self->book, &properties));
    }

  if (self->failure == NULL)
    {
      /* It frees the book, whatever comes of it. */
      self->closed = TRUE;
      close_book (self);
    }

  if (self->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->failure));
      return FALSE;
    }

  return copy_to (self, stream, cancellable, error);
}
