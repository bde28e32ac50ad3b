/* ts-report-text.c — text on its way to paper
 *
 * Where a line may end is Unicode's business, and Pango knows it without any font; how much fits is the measurer's. So the same breaking serves
 * real fonts and the fixed one of the tests. Nothing is hyphenated: every word can be found and copied.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-text.h"

#include <pango/pango.h>
#include <string.h>

/* Direction controls act beyond the text that they are in; byte order marks are noise. */
static gboolean
is_unwanted (gunichar character)
{
  return (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069) || character == 0xfeff ||
         (character >= 0xfff9 && character <= 0xfffc);
}

/* What rounding and kerning across a space may add up to. */
#define SLACK 0.05

static void
line_clear (gpointer data)
{
  TsReportLine *line = data;

  g_free (line->text);
}

/**
 * ts_report_text_clean:
 * @text: (nullable): what somebody wrote
 *
 * Returns: (transfer full): the same as valid UTF-8 with line feeds as the only control characters, and without spaces around it
 */
char *
ts_report_text_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_sized_new (strlen (valid) + 1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '\r' && p[1] == '\n')
        continue;

      if (character == '\n' || character == '\r' || character == 0x2028 || character == 0x2029)
        g_string_append_c (clean, '\n');
      else if (g_unichar_iscntrl (character))
        g_string_append_c (clean, ' ');
      else if (!is_unwanted (character))
        g_string_append_unichar (clean, character);
    }

  return g_strstrip (g_string_free (clean, FALSE));
}

/**
 * ts_report_text_measure:
 * @text: one line
 * @measurer: measures it
 * @size: font size in layout units
 * @weight: normal or bold
 *
 * Returns: how wide the text is
 */
double
ts_report_text_measure (const char     *text,
                        TsTextMeasurer *measurer,
                        double          size,
                        TsChartWeight   weight)
{
  TsTextExtents extents;

  if (*text == '\0')
    return 0;

  ts_text_measurer_measure (measurer, text, size, weight, &extents);

  return extents.width;
}

/* One text while it is broken into lines. */
typedef struct
{
  TsTextMeasurer *measurer;
  double size;
  TsChartWeight weight;
  double width;
  GArray *lines;
  GString *line;     /* with the spaces at its end */
  double line_width; /* with them too */
  gsize solid;       /* bytes of it without them */
  double solid_width;
  gboolean joins; /* the line being filled */
} Breaker;

static double
measure (Breaker    *self,
         const char *text)
{
  return ts_report_text_measure (text, self->measurer, self->size, self->weight);
}

static void
end_line (Breaker *self,
          gboolean within_word)
{
  TsReportLine line = { NULL, self->solid_width, self->joins, !within_word };

  line.text = g_strndup (self->line->str, self->solid);
  g_array_append_val (self->lines, line);
  g_string_truncate (self->line, 0);
  self->line_width = self->solid_width = 0;
  self->solid = 0;
  self->joins = within_word;
}

static void
put (Breaker    *self,
     const char *text,
     gsize       n_bytes)
{
  g_autofree char *whole = g_strndup (text, n_bytes);
  gsize n_solid = n_bytes;
  double whole_width = measure (self, whole);

  while (n_solid > 0)
    {
      const char *last = g_utf8_find_prev_char (text, text + n_solid);

      if (last == NULL || !g_unichar_isspace (g_utf8_get_char (last)))
        break;

      n_solid = last - text;
    }

  if (n_solid > 0)
    {
      g_autofree char *solid = g_strndup (text, n_solid);

      self->solid = self->line->len + n_solid;
      self->solid_width = self->line_width + (n_solid == n_bytes ? whole_width : measure (self, solid));
    }

  g_string_append_len (self->line, text, n_bytes);
  self->line_width += whole_width;
}

/* How many bytes from @text on fit in a line of their own; at least one cluster, so that there is progress. */
static gsize
fit (Breaker            *self,
     const char         *text,
     gsize               n_bytes,
     const PangoLogAttr *attributes)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint low = 0;
  guint high;
  guint character = 1;

  for (const char *p = g_utf8_next_char (text); p < text + n_bytes; p = g_utf8_next_char (p), character++)
    {
      gsize end = p - text;

      if (attributes[character].is_char_break || attributes[character].is_cursor_position)
        g_array_append_val (ends, end);
    }

  g_array_append_val (ends, n_bytes);
  high = ends->len - 1;

  while (low < high)
    {
      guint middle = (low + high + 1) / 2;
      g_autofree char *part = g_strndup (text, g_array_index (ends, gsize, middle));

      if (measure (self, part) <= self->width + SLACK)
        low = middle;
      else
        high = middle - 1;
    }

  return g_array_index (ends, gsize, low);
}

/* A piece between two places where a line may end. */
static void
put_piece (Breaker            *self,
           const char         *text,
           gsize               n_bytes,
           const PangoLogAttr *attributes)
{
  g_autofree char *solid = g_strchomp (g_strndup (text, n_bytes));
  double width = measure (self, solid);
  gsize n_solid;

  if (self->line->len > 0 && self->line_width + width > self->width + SLACK)
    end_line (self, self->solid == self->line->len);

  if (width <= self->width + SLACK)
    {
      put (self, text, n_bytes);
      return;
    }

  n_solid = strlen (solid);

  while (n_solid > 0)
    {
      gsize n = fit (self, text, n_solid, attributes);

      put (self, text, n);
      attributes += g_utf8_strlen (text, n);
      text += n;
      n_solid -= n;
      n_bytes -= n;

      if (n_solid > 0)
        end_line (self, TRUE);
    }

  /* The spaces behind it never begin a line. */
  put (self, text, n_bytes);
}

static void
break_paragraph (Breaker    *self,
                 const char *text,
                 int         n_bytes)
{
  int n_characters = (int) g_utf8_strlen (text, n_bytes);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n_characters + 1);
  const char *start = text;
  const char *p = text;
  int first = 0;

  pango_get_log_attrs (text, n_bytes, -1, pango_language_get_default (), attributes, n_characters + 1);

  for (int i = 1; i <= n_characters; i++)
    {
      p = g_utf8_next_char (p);

      if (i == n_characters || attributes[i].is_line_break)
        {
          put_piece (self, start, p - start, attributes + first);
          start = p;
          first = i;
        }
    }

  end_line (self, FALSE);
}

/**
 * ts_report_text_break:
 * @text: clean text; line feeds end lines
 * @measurer: measures it
 * @size: font size in layout units
 * @weight: normal or bold
 * @width: how wide a line may be
 *
 * A word that is wider than a line is broken where it must be, without a sign.
 *
 * Returns: (transfer full) (element-type TsReportLine): its lines, at least one
 */
GArray *
ts_report_text_break (const char     *text,
                      TsTextMeasurer *measurer,
                      double          size,
                      TsChartWeight   weight,
                      double          width)
{
  Breaker self = { measurer, size, weight, MAX (width, size), NULL, NULL, 0, 0, 0, FALSE };
  const char *start = text;

  g_return_val_if_fail (text != NULL && measurer != NULL, NULL);

  self.lines = g_array_new (FALSE, FALSE, sizeof (TsReportLine));
  g_array_set_clear_func (self.lines, line_clear);
  self.line = g_string_new (NULL);

  for (;;)
    {
      const char *end = strchr (start, '\n');

      break_paragraph (&self, start, (int) (end != NULL ? end - start : (gssize) strlen (start)));

      if (end == NULL)
        break;

      start = end + 1;
    }

  g_string_free (self.line, TRUE);

  return self.lines;
}

/**
 * ts_report_text_shorten:
 * @text: clean text of one line
 * @measurer: measures it
 * @size: font size in layout units
 * @weight: normal or bold
 * @width: how wide it may be
 *
 * Returns: (transfer full): the text, with its end replaced by an ellipsis where it would be too wide
 */
char *
ts_report_text_shorten (const char     *text,
                        TsTextMeasurer *measurer,
                        double          size,
                        TsChartWeight   weight,
                        double          width)
{
  g_autoptr (GString) short_text = g_string_new (text);

  if (ts_report_text_measure (text, measurer, size, weight) <= width)
    return g_strdup (text);

  while (short_text->len > 0)
    {
      g_autofree char *ellipsised = NULL;

      g_string_truncate (short_text, g_utf8_find_prev_char (short_text->str, short_text->str + short_text->len) - short_text->str);
      ellipsised = g_strconcat (short_text->str, "…", NULL);

      if (ts_report_text_measure (ellipsised, measurer, size, weight) <= width)
        return g_steal_pointer (&ellipsised);
    }

  return g_strdup ("…");
}
