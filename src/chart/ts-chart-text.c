/* ts-chart-text.c
 *
 * Labels come from imported files: they may hold anything. Here they become one line of printable
 * text that cannot turn its surroundings around, cover its neighbours or take for ever to draw.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart-text.h"

#include <pango/pango.h>
#include <string.h>

/* Scripts in use stack at most four marks on a letter; more is decoration that would reach into
 * the lines above and below. */
#define MAX_MARKS 4

#define FIRST_STRONG_ISOLATE 0x2068
#define POP_ISOLATE          0x2069

/* Direction controls act beyond the label they are in; byte order marks are noise; what is no character
 * at all may not stand in an SVG. Joiners stay: some scripts cannot be written without them. */
static gboolean
is_unwanted (gunichar character)
{
  return (character >= 0x202a && character <= 0x202e) ||
         (character >= 0x2066 && character <= 0x206f) ||
         character == 0x200e || character == 0x200f || character == 0x061c ||
         character == 0xfeff || (character >= 0xfff9 && character <= 0xfffc) ||
         (character >= 0xe0000 && character <= 0xe007f) ||
         (character & 0xfffe) == 0xfffe;
}

/**
 * ts_chart_text_clean:
 * @text: (nullable): any bytes
 *
 * Makes one line of @text: bytes that are not UTF-8 become replacement characters, line breaks,
 * tabs and control characters become single spaces, direction controls go, stacks of marks are cut,
 * and what is longer than %TS_CHART_TEXT_MAX_LENGTH characters ends in an ellipsis.
 *
 * Returns: (transfer full): valid UTF-8 without leading or trailing space; "" for %NULL
 */
char *
ts_chart_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  GString *clean;
  guint length = 0;
  guint marks = 0;
  gboolean space = FALSE;

  if (text == NULL)
    return g_strdup ("");

  /* Longer input is cut before it is validated, so that cost does not grow with it. */
  valid = g_utf8_make_valid (text, strnlen (text, TS_CHART_TEXT_MAX_LENGTH * 64));
  clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (is_unwanted (character))
        continue;

      if (g_unichar_isspace (character) || g_unichar_iscntrl (character) ||
          character == 0x2028 || character == 0x2029)
        {
          space = TRUE;
          continue;
        }

      if (g_unichar_ismark (character))
        {
          if (++marks > MAX_MARKS)
            continue;
        }
      else
        {
          marks = 0;
        }

      if (length >= TS_CHART_TEXT_MAX_LENGTH)
        {
          g_string_append (clean, "…");
          break;
        }

      if (space && clean->len > 0)
        {
          g_string_append_c (clean, ' ');
          length++;
        }
      space = FALSE;
      g_string_append_unichar (clean, character);
      length++;
    }

  return g_string_free (clean, FALSE);
}

/* The scripts in living use that are written from right to left. */
static gboolean
is_right_to_left (gunichar character)
{
  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
    case G_UNICODE_SCRIPT_YEZIDI:
      return TRUE;

    default:
      return FALSE;
    }
}

/**
 * ts_chart_text_direction:
 * @text: clean text
 *
 * Returns: the direction of the first letter; %TS_TEXT_DIRECTION_AUTO if there is none
 */
TsTextDirection
ts_chart_text_direction (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isalpha (character))
        return is_right_to_left (character) ? TS_TEXT_DIRECTION_RTL : TS_TEXT_DIRECTION_LTR;
    }

  return TS_TEXT_DIRECTION_AUTO;
}

/**
 * ts_chart_text_isolate:
 * @text: clean text that will become part of a sentence
 *
 * A name that is read from right to left would take the punctuation after it along.
 *
 * Returns: (transfer full): @text, if need be between marks that keep its direction inside
 */
char *
ts_chart_text_isolate (const char *text)
{
  if (ts_chart_text_direction (text) != TS_TEXT_DIRECTION_RTL)
    return g_strdup (text);

  return g_strconcat ("\xe2\x81\xa8", text, "\xe2\x81\xa9", NULL);
}

static double
measure_width (TsTextMeasurer *measurer,
               const char     *text,
               gsize           length,
               double          size,
               TsChartWeight   weight)
{
  g_autofree char *part = g_strndup (text, length);
  TsTextExtents extents;

  g_strchomp (part);
  ts_text_measurer_measure (measurer, part, size, weight, &extents);

  return extents.width;
}

/* An isolate that runs over the end of a line is closed there and opened again on the next, which would
 * otherwise take the rest of the name for part of the sentence. */
static void
mend_isolates (GPtrArray *lines)
{
  guint open = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      g_autofree char *text = lines->pdata[i];

      for (guint j = 0; j < open; j++)
        g_string_append_unichar (line, FIRST_STRONG_ISOLATE);
      g_string_append (line, text);

      for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar character = g_utf8_get_char (p);

          if (character == FIRST_STRONG_ISOLATE)
            open++;
          else if (character == POP_ISOLATE && open > 0)
            open--;
        }
      for (guint j = 0; j < open; j++)
        g_string_append_unichar (line, POP_ISOLATE);

      lines->pdata[i] = g_string_free (g_steal_pointer (&line), FALSE);
    }
}

/* Where a line may begin, by Unicode's rules. */
static GPtrArray *
list_breaks (const char *text)
{
  GPtrArray *breaks = g_ptr_array_new ();
  glong n_characters = g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n_characters + 1);
  glong n = 0;

  pango_get_log_attrs (text, -1, -1, pango_language_get_default (), attributes, n_characters + 1);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), n++)
    {
      if (n > 0 && attributes[n].is_line_break)
        g_ptr_array_add (breaks, (char *) at);
    }

  return breaks;
}

/**
 * ts_chart_text_wrap:
 * @text: one line of clean text
 * @measurer: measures it
 * @size: font size in layout units
 * @weight: normal or bold
 * @width: the room a line has
 * @indent: how much of the first line's room is already taken
 * @max_lines: at least 1
 *
 * Breaks @text where Unicode's line breaking rules allow it, as late as possible. Nothing is dropped:
 * what does not fit into the lines allowed, and a word too long for any line, stays whole on the last
 * one, which is to be ellipsised when it is painted.
 *
 * Returns: (transfer full) (element-type utf8): the lines; one empty line for an empty text. The
 *   first may be empty while others follow, when nothing fits beside @indent.
 */
GPtrArray *
ts_chart_text_wrap (const char     *text,
                    TsTextMeasurer *measurer,
                    double          size,
                    TsChartWeight   weight,
                    double          width,
                    double          indent,
                    guint           max_lines)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) breaks = NULL;
  const char *line = text;

  while (lines->len + 1 < max_lines)
    {
      double room = width - (lines->len == 0 ? indent : 0);
      const char *fitting = NULL;
      guint first = 0;

      /* Most texts fit as they are. */
      if (measure_width (measurer, line, strlen (line), size, weight) <= room)
        break;

      if (breaks == NULL)
        breaks = list_breaks (text);

      while (first < breaks->len && (const char *) g_ptr_array_index (breaks, first) <= line)
        first++;

      /* The last break that fits, by halves: more text is never narrower. */
      for (guint end = breaks->len; first < end;)
        {
          guint middle = first + (end - first) / 2;
          const char *at = g_ptr_array_index (breaks, middle);

          if (measure_width (measurer, line, at - line, size, weight) <= room)
            {
              fitting = at;
              first = middle + 1;
            }
          else
            {
              end = middle;
            }
        }

      if (fitting == NULL && lines->len == 0 && indent > 0)
        fitting = line;
      if (fitting == NULL)
        break;

      g_ptr_array_add (lines, g_strchomp (g_strndup (line, fitting - line)));
      line = fitting;
    }

  g_ptr_array_add (lines, g_strchomp (g_strdup (line)));
  mend_isolates (lines);

  return lines;
}
