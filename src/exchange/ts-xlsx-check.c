/* ts-xlsx-check.c — whether a spreadsheet that was made is whole
 *
 * The library that makes spreadsheets does not look at whether its temporary files could be written, and packs what little there is of them without a
 * word. So what it has packed is looked at: each part must end with the end of its root element, and no sheet may be shorter than its rows are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-xlsx-check.h"

#include "exchange/ts-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a ZIP archive: the records and where in them things are. */
#define END_SIGNATURE    0x06054b50
#define ENTRY_SIGNATURE  0x02014b50
#define END_SIZE         22
#define ENTRY_SIZE       46
#define LOCAL_SIZE       30
#define AT_END_N         10
#define AT_END_OFFSET    16
#define AT_ENTRY_PACKED  20
#define AT_ENTRY_SIZE    24
#define AT_ENTRY_NAME    28
#define AT_ENTRY_EXTRA   30
#define AT_ENTRY_COMMENT 32
#define AT_ENTRY_OFFSET  42
#define AT_LOCAL_NAME    26
#define AT_LOCAL_EXTRA   28
#define IN_LARGE_ARCHIVE G_MAXUINT32

/* What is kept of the end of a part: longer than any end of a root element. */
#define TAIL 64

typedef struct
{
  GInputStream *stream; /* also a GSeekable */
  const guint64 *least;
  guint n_sheets;
  GCancellable *cancellable;
} Check;

static guint32
get_number (const guint8 *at,
            guint         n_bytes)
{
  guint32 number = 0;

  for (guint i = n_bytes; i > 0; i--)
    number = number << 8 | at[i - 1];

  return number;
}

static gboolean
read_at (const Check *check,
         goffset      offset,
         GSeekType    from,
         gpointer     bytes,
         gsize        n_bytes)
{
  gsize n_read = 0;

  return g_seekable_seek (G_SEEKABLE (check->stream), offset, from, check->cancellable, NULL) &&
         g_input_stream_read_all (check->stream, bytes, n_bytes, &n_read, check->cancellable, NULL) && n_read == n_bytes;
}

/* The last bytes of a part, and that there are as many as it says. */
static gboolean
read_tail (const Check *check,
           guint64 packed,
           guint64 size,
           char tail[TAIL + 1])
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  g_autofree guint8 *input = g_malloc (G_MAXUINT16);
  g_autofree char *output = g_malloc (G_MAXUINT16 + TAIL);
  guint64 n_out = 0;
  gsize kept = 0;
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (packed > 0 && result != G_CONVERTER_FINISHED)
    {
      gsize wanted = (gsize) MIN (packed, G_MAXUINT16);
      gsize n_read = 0;
      gsize used = 0;

      if (!g_input_stream_read_all (check->stream, input, wanted, &n_read, check->cancellable, NULL) || n_read < wanted)
        return FALSE;

      packed -= wanted;

      while (result != G_CONVERTER_FINISHED && used < wanted)
        {
          gsize n_used = 0;
          gsize n_made = 0;

          result = g_converter_convert (converter, input + used, wanted - used, output + kept, G_MAXUINT16,
                                        packed == 0 ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS, &n_used, &n_made, NULL);

          if (result == G_CONVERTER_ERROR)
            return FALSE;

          used += n_used;
          n_out += n_made;
          kept += n_made;

          if (kept > TAIL)
            {
              memmove (output, output + kept - TAIL, TAIL);
              kept = TAIL;
            }
        }
    }

  memcpy (tail, output, kept);
  tail[kept] = '\0';

  return result == G_CONVERTER_FINISHED && n_out == size;
}

static gboolean
ends_with_root (char *tail)
{
  static const char *const roots[] = { "Types", "Relationships", "Properties", "cp:coreProperties", "workbook", "worksheet", "styleSheet", "a:theme", "sst" };

  g_strchomp (tail);

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      g_autofree char *end = g_strdup_printf ("</%s>", roots[i]);

      if (g_str_has_suffix (tail, end))
        return TRUE;
    }

  return FALSE;
}

/* Of a sheet by its name, how long it is at least. */
static guint64
get_least (const Check *check,
           const char  *name)
{
  for (guint i = 0; i < check->n_sheets; i++)
    {
      g_autofree char *sheet = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);

      if (g_str_equal (sheet, name))
        return check->least[i];
    }

  return 0;
}

static gboolean
check_part (const Check  *check,
            const guint8 *entry,
            const char   *name)
{
  guint8 local[LOCAL_SIZE];
  char tail[TAIL + 1];
  guint32 size = get_number (entry + AT_ENTRY_SIZE, 4);
  guint32 packed = get_number (entry + AT_ENTRY_PACKED, 4);
  goffset offset = get_number (entry + AT_ENTRY_OFFSET, 4);

  /* A part beyond 4 GiB has its numbers elsewhere, and is not looked at. */
  if (size == IN_LARGE_ARCHIVE || packed == IN_LARGE_ARCHIVE || offset == IN_LARGE_ARCHIVE)
    return TRUE;

  return size >= get_least (check, name) && read_at (check, offset, G_SEEK_SET, local, sizeof local) &&
         g_seekable_seek (G_SEEKABLE (check->stream), get_number (local + AT_LOCAL_NAME, 2) + get_number (local + AT_LOCAL_EXTRA, 2), G_SEEK_CUR,
                          check->cancellable, NULL) &&
         read_tail (check, packed, size, tail) && ends_with_root (tail);
}

static gboolean
check_all (const Check *check)
{
  guint8 end[END_SIZE];
  goffset at;
  guint n_sheets = 0;

  if (!read_at (check, -END_SIZE, G_SEEK_END, end, sizeof end) || get_number (end, 4) != END_SIGNATURE)
    return FALSE;

  at = get_number (end + AT_END_OFFSET, 4);

  if (at == IN_LARGE_ARCHIVE)
    return TRUE;

  for (guint i = 0; i < get_number (end + AT_END_N, 2); i++)
    {
      guint8 entry[ENTRY_SIZE];
      g_autofree char *name = NULL;
      guint32 n_name;

      if (!read_at (check, at, G_SEEK_SET, entry, sizeof entry) || get_number (entry, 4) != ENTRY_SIGNATURE)
        return FALSE;

      n_name = get_number (entry + AT_ENTRY_NAME, 2);
      name = g_malloc0 (n_name + 1);

      if (!read_at (check, at + ENTRY_SIZE, G_SEEK_SET, name, n_name) || !check_part (check, entry, name))
        return FALSE;

      n_sheets += g_str_has_prefix (name, "xl/worksheets/sheet");
      at += ENTRY_SIZE + n_name + get_number (entry + AT_ENTRY_EXTRA, 2) + get_number (entry + AT_ENTRY_COMMENT, 2);
    }

  return n_sheets >= check->n_sheets;
}

/**
 * ts_xlsx_check_whole:
 * @file: a spreadsheet that has just been made
 * @least: (array length=n_sheets): how many bytes each of its first sheets takes at least
 * @n_sheets: how many
 * @cancellable: (nullable): to stop
 * @error: where to put %TS_EXCHANGE_ERROR_FILE
 *
 * Not for what comes from elsewhere: only what is missing is found.
 *
 * Returns: whether nothing of it is missing
 */
gboolean
ts_xlsx_check_whole (GFile          *file,
                     const guint64  *least,
                     guint           n_sheets,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  Check check = { (GInputStream *) stream, least, n_sheets, cancellable };

  if (stream == NULL)
    return FALSE;

  if (check_all (&check))
    return TRUE;

  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_FILE,
                 _("The spreadsheet could not be made: its temporary files in “%s” are not whole, as on a full disk. Nothing was written. Free space there, or "
                   "name another folder in TMPDIR."),
                 g_get_tmp_dir ());

  return FALSE;
}
