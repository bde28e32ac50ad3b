/* ts-chart-export.c
 *
 * Charts as files. A file is made in memory first and then put in its place in one step, so nobody
 * ever sees half of one; equal scenes give equal bytes.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "chart/ts-painter.h"

/* Cairo's own limit for a side, and 400 MB of pixels. */
#define MAX_SIDE   32767.0
#define MAX_PIXELS 100000000.0

/* Layout units are CSS pixels; PDF counts in points. */
#define POINTS_PER_UNIT (72.0 / 96.0)

#define FIXED_TIME "2000-01-01T00:00:00Z"

static cairo_status_t
append_bytes (gpointer             closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
paint (cairo_surface_t     *surface,
       const TsScene       *scene,
       const TsChartExport *settings,
       double               scale)
{
  const TsPalette *palette = settings->palette != NULL ? settings->palette
                                                       : ts_palette_get (TS_PALETTE_PRINT);
  cairo_t *cairo = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cairo, scale, scale);
  ts_painter_paint_background (cairo, palette);
  ts_painter_paint (cairo, scene, palette,
                    settings->format == TS_CHART_FORMAT_PNG ? TS_SURFACE_RASTER
                                                            : TS_SURFACE_VECTOR);
  status = cairo_status (cairo);
  cairo_destroy (cairo);

  return status;
}

static cairo_status_t
draw_png (GByteArray          *bytes,
          const TsScene       *scene,
          const TsChartExport *settings)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                (int) ceil (ts_scene_get_width (scene) * settings->scale),
                                (int) ceil (ts_scene_get_height (scene) * settings->scale));
  cairo_status_t status = paint (surface, scene, settings, settings->scale);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);

  return status;
}

static gboolean
number_surface (const GMatchInfo *match,
                GString          *result,
                gpointer          user_data)
{
  GHashTable *numbers = user_data;
  g_autofree char *before = g_match_info_fetch (match, 1);
  char *id = g_match_info_fetch (match, 2);
  gpointer number;

  if (g_hash_table_lookup_extended (numbers, id, NULL, &number))
    {
      g_free (id);
    }
  else
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers));
      g_hash_table_insert (numbers, id, number);
    }

  g_string_append_printf (result, "%ssurface%u", before, GPOINTER_TO_UINT (number));

  return FALSE;
}

/* Cairo numbers surfaces through the life of the process, and writes those numbers into the file. They
 * are counted again from 0, so that equal charts give equal files. Letters are outlines in Cairo's SVG:
 * no text of the chart can be mistaken for a number. */
static void
number_svg_surfaces (GByteArray *bytes)
{
  g_autoptr (GRegex) regex = g_regex_new ("(id=\"|#)surface([0-9]+)", G_REGEX_RAW, 0, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = g_regex_replace_eval (regex, (const char *) bytes->data, bytes->len, 0, 0,
                                                number_surface, numbers, NULL);

  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) text, strlen (text));
}

/* Cairo writes neither; they are what a screen reader says about the picture. */
static void
insert_svg_title (GByteArray    *bytes,
                  const TsScene *scene)
{
  const char *start = g_strstr_len ((const char *) bytes->data, bytes->len, "<svg");
  const char *end = start != NULL
                      ? memchr (start, '>', bytes->len - (start - (const char *) bytes->data))
                      : NULL;
  g_autofree char *text = NULL;
  gsize head;
  guint tail;

  if (end == NULL)
    return;

  text = g_markup_printf_escaped (" role=\"img\">\n<title>%s</title>\n<desc>%s</desc>",
                                  ts_scene_get_title (scene), ts_scene_get_finding (scene));
  head = end - (const char *) bytes->data;
  tail = bytes->len - head - 1;

  g_byte_array_set_size (bytes, bytes->len + strlen (text) - 1);
  memmove (bytes->data + head + strlen (text), bytes->data + head + 1, tail);
  memcpy (bytes->data + head, text, strlen (text));
}

static cairo_status_t
draw_svg (GByteArray          *bytes,
          const TsScene       *scene,
          const TsChartExport *settings)
{
  cairo_surface_t *surface =
    cairo_svg_surface_create_for_stream (append_bytes, bytes, ts_scene_get_width (scene),
                                         ts_scene_get_height (scene));
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  status = paint (surface, scene, settings, 1);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    {
      number_svg_surfaces (bytes);
      insert_svg_title (bytes, scene);
    }

  return status;
}

static cairo_status_t
draw_pdf (GByteArray          *bytes,
          const TsScene       *scene,
          const TsChartExport *settings)
{
  const char *created = settings->created != NULL ? settings->created : FIXED_TIME;
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (append_bytes, bytes,
                                         ts_scene_get_width (scene) * POINTS_PER_UNIT,
                                         ts_scene_get_height (scene) * POINTS_PER_UNIT);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, ts_scene_get_title (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  ts_scene_get_finding (scene));
  if (settings->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, settings->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Touchstone");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, created);

  status = paint (surface, scene, settings, POINTS_PER_UNIT);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

/**
 * ts_chart_format_from_path:
 * @path: a file name
 * @format: (out): the format that its ending names
 * @error: return location for a #TS_CHART_ERROR_FORMAT
 *
 * Returns: %TRUE if the name ends in .png, .svg or .pdf, in whichever case
 */
gboolean
ts_chart_format_from_path (const char     *path,
                           TsChartFormat  *format,
                           GError        **error)
{
  static const struct
  {
    const char *suffix;
    TsChartFormat format;
  } formats[] = {
    { ".png", TS_CHART_FORMAT_PNG },
    { ".svg", TS_CHART_FORMAT_SVG },
    { ".pdf", TS_CHART_FORMAT_PDF },
  };
  gsize length;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  length = strlen (path);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (length >= 4 && g_ascii_strcasecmp (path + length - 4, formats[i].suffix) == 0)
      {
        *format = formats[i].format;
        return TRUE;
      }

  name = g_filename_display_basename (path);
  g_set_error (error, TS_CHART_ERROR, TS_CHART_ERROR_FORMAT,
               _("“%s” does not say what kind of picture is wanted. "
                 "Choose a name that ends in .png, .svg or .pdf."),
               name);

  return FALSE;
}

/**
 * ts_chart_export_get_text_kind:
 * @format: a file format
 * @scale: pixels per layout unit
 *
 * Letters are set on whole layout units only where those are about as coarse as pixels; on finer surfaces
 * that would space them unevenly for nothing.
 *
 * Returns: the kind of surface that a measurer for such a file is to be made for
 */
TsSurfaceKind
ts_chart_export_get_text_kind (TsChartFormat format,
                               double        scale)
{
  return format == TS_CHART_FORMAT_PNG && scale < 1.5 ? TS_SURFACE_RASTER : TS_SURFACE_VECTOR;
}

static gboolean
check_size (const TsScene        *scene,
            const TsChartExport  *settings,
            GError              **error)
{
  double scale = settings->format == TS_CHART_FORMAT_PNG ? settings->scale : 1;
  double width = ceil (ts_scene_get_width (scene) * scale);
  double height = ceil (ts_scene_get_height (scene) * scale);

  /* Written so that NaN fails as well. */
  if (width >= 1 && height >= 1 && width <= MAX_SIDE && height <= MAX_SIDE &&
      width * height <= MAX_PIXELS)
    return TRUE;

  /* What scrolls on the screen may be higher than any picture; on a page there is room for all of it. */
  if (settings->format == TS_CHART_FORMAT_PNG && width >= 1 && width <= MAX_SIDE && height > 1)
    g_set_error (error, TS_CHART_ERROR, TS_CHART_ERROR_SIZE,
                 _("A PNG of %.0f × %.0f pixels would be larger than one can be: %.0f on a side, and %.0f million in all. "
                   "Choose a smaller size or scale, or fewer organisations; or make a PDF, which has no pixels."),
                 width, height, MAX_SIDE, MAX_PIXELS / 1e6);
  else
    g_set_error (error, TS_CHART_ERROR, TS_CHART_ERROR_SIZE,
                 _("A picture of %.0f × %.0f cannot be made. "
                   "Choose a size from 1 × 1 up to 10000 × 10000."),
                 width, height);

  return FALSE;
}

/**
 * ts_chart_export_to_bytes:
 * @scene: what to draw
 * @settings: how
 * @error: return location for a #TsChartError: SIZE or DRAW
 *
 * Returns: (transfer full): the contents of the file, or %NULL with @error set
 */
GBytes *
ts_chart_export_to_bytes (const TsScene        *scene,
                          const TsChartExport  *settings,
                          GError              **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  cairo_status_t status;

  g_return_val_if_fail (scene != NULL, NULL);
  g_return_val_if_fail (settings != NULL, NULL);

  if (!check_size (scene, settings, error))
    return NULL;

  bytes = g_byte_array_new ();
  switch (settings->format)
    {
    case TS_CHART_FORMAT_SVG:
      status = draw_svg (bytes, scene, settings);
      break;

    case TS_CHART_FORMAT_PDF:
      status = draw_pdf (bytes, scene, settings);
      break;

    case TS_CHART_FORMAT_PNG:
    default:
      status = draw_png (bytes, scene, settings);
      break;
    }

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, TS_CHART_ERROR, TS_CHART_ERROR_DRAW,
                   _("The chart could not be drawn: %s."), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * ts_chart_export_to_stream:
 * @scene: what to draw
 * @settings: how
 * @stream: where the file's contents go; it is not closed
 * @cancellable: (nullable): stops the writing
 * @error: return location for a #TsChartError or what @stream reports
 *
 * Returns: %TRUE if everything was written
 */
gboolean
ts_chart_export_to_stream (const TsScene        *scene,
                           const TsChartExport  *settings,
                           GOutputStream        *stream,
                           GCancellable         *cancellable,
                           GError              **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  bytes = ts_chart_export_to_bytes (scene, settings, error);
  if (bytes == NULL)
    return FALSE;

  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                    NULL, cancellable, error);
}

/* GLib's message names the temporary file, which means nothing to the person. */
static const char *
write_reason (const GError *error)
{
  switch (error->code)
    {
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      return _("the folder is not there");

    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
      return _("you may not write there");

    case G_FILE_ERROR_ROFS:
      return _("the folder can only be read");

    case G_FILE_ERROR_NOSPC:
      return _("the disk is full");

    case G_FILE_ERROR_ISDIR:
    case G_FILE_ERROR_EXIST:
      return _("there is a folder of that name");

    case G_FILE_ERROR_NAMETOOLONG:
      return _("the name is too long");

    default:
      return error->message;
    }
}

/**
 * ts_chart_export_to_path:
 * @scene: what to draw
 * @settings: how
 * @path: (type filename): where the file goes; one that is there is replaced
 * @error: return location for a #TsChartError
 *
 * Writes the file beside its place and moves it there when it is whole: whatever fails, @path holds
 * either what it held before or all of the new file.
 *
 * Returns: %TRUE if the file is there
 */
gboolean
ts_chart_export_to_path (const TsScene        *scene,
                         const TsChartExport  *settings,
                         const char           *path,
                         GError              **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = NULL;
  GStatBuf status;

  g_return_val_if_fail (path != NULL, FALSE);

  bytes = ts_chart_export_to_bytes (scene, settings, error);
  if (bytes == NULL)
    return FALSE;

  /* A device or a pipe would be replaced by a file rather than written to. */
  if (g_stat (path, &status) == 0 && !S_ISREG (status.st_mode))
    g_set_error (&local_error, G_FILE_ERROR,
                 S_ISDIR (status.st_mode) ? G_FILE_ERROR_ISDIR : G_FILE_ERROR_INVAL, "%s",
                 _("what is there is not a file"));
  else if (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     0666, &local_error))
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, TS_CHART_ERROR, TS_CHART_ERROR_WRITE,
               _("The chart could not be saved as “%s”: %s. Nothing there was changed; "
                 "try another place."),
               name, write_reason (local_error));

  return FALSE;
}
