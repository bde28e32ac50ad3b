/* ts-text-match.c — finding words in texts
 *
 * A word is a run of letters and digits. Words are compared without regard to case and accents: each letter is taken in lower case and without
 * the marks that its decomposition has, so that “é” is “e” however it was written, and “ß”, which has none, stays itself. These are the rules of
 * the store's index too (unicode61 with remove_diacritics 2), so that what one finds the other marks.
 *
 * Of what is looked for the last word may go on: it is still being typed. A single letter may not, as half of all words begin with it.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-text-match.h"

#include <string.h>

struct _TsTextQuery
{
  GPtrArray *words;  /* as they were typed */
  GPtrArray *folded; /* as they are compared */
  gboolean goes_on;
};

/* A word of a text, folded, and where it stands there. */
typedef struct
{
  const char *at;
  const char *start;
  const char *end;
  char folded[TS_TEXT_QUERY_LONGEST_WORD + 8];
  gsize n_folded;
} Scanner;

/* Marks that stand by themselves behind a letter belong to its word. */
static gboolean
is_mark (gunichar character)
{
  return g_unichar_type (character) == G_UNICODE_NON_SPACING_MARK;
}

static gboolean
is_letter (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
    case G_UNICODE_PRIVATE_USE:
      return TRUE;

    default:
      return FALSE;
    }
}

/* A longer word is cut, at whole characters, so that two long words may be taken for one. */
static void
append_folded (Scanner *self,
               gunichar character)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  if (character < 0x80)
    {
      if (self->n_folded < TS_TEXT_QUERY_LONGEST_WORD)
        self->folded[self->n_folded++] = g_ascii_tolower ((char) character);
      return;
    }

  n_parts = g_unichar_fully_decompose (g_unichar_tolower (character), FALSE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts && self->n_folded < TS_TEXT_QUERY_LONGEST_WORD; i++)
    {
      if (!is_mark (parts[i]))
        self->n_folded += g_unichar_to_utf8 (parts[i], self->folded + self->n_folded);
    }
}

static gboolean
next_word (Scanner *self)
{
  const char *at = self->at;

  while (*at != '\0' && !is_letter (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  self->start = at;
  self->n_folded = 0;

  while (*at != '\0')
    {
      gunichar character = g_utf8_get_char (at);

      if (!is_letter (character) && !is_mark (character))
        break;

      append_folded (self, character);
      at = g_utf8_next_char (at);
    }

  self->at = at;
  self->end = at;
  self->folded[self->n_folded] = '\0';

  return self->end > self->start;
}

/**
 * ts_text_query_new:
 * @text: what somebody typed, valid UTF-8
 *
 * Returns: (transfer full): the words in it, which may be none
 */
TsTextQuery *
ts_text_query_new (const char *text)
{
  TsTextQuery *self;
  Scanner scanner = { .at = text };

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (TsTextQuery, 1);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->folded = g_ptr_array_new_with_free_func (g_free);

  while (self->words->len < TS_TEXT_QUERY_MOST_WORDS && next_word (&scanner))
    {
      g_ptr_array_add (self->words, g_strndup (scanner.start, (gsize) (scanner.end - scanner.start)));
      g_ptr_array_add (self->folded, g_strdup (scanner.folded));
      self->goes_on = g_utf8_strlen (scanner.folded, -1) > 1;
    }

  return self;
}

void
ts_text_query_free (TsTextQuery *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->folded);
  g_free (self);
}

guint
ts_text_query_get_n_words (const TsTextQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->words->len;
}

/**
 * ts_text_query_get_word:
 * @self: a query
 * @position: which word
 *
 * Returns: (transfer none): the word as it was typed; nothing but letters, digits and accents is in it
 */
const char *
ts_text_query_get_word (const TsTextQuery *self,
                        guint              position)
{
  g_return_val_if_fail (self != NULL && position < self->words->len, NULL);

  return g_ptr_array_index (self->words, position);
}

/**
 * ts_text_query_is_prefix:
 * @self: a query
 * @position: which word
 *
 * Returns: whether words that only begin with it are meant as well
 */
gboolean
ts_text_query_is_prefix (const TsTextQuery *self,
                         guint              position)
{
  g_return_val_if_fail (self != NULL && position < self->words->len, FALSE);

  return self->goes_on && position == self->words->len - 1;
}

/**
 * ts_text_query_get_all:
 * @self: a query
 *
 * Returns: what [func@TextQuery.find] returns for a text with every word
 */
guint
ts_text_query_get_all (const TsTextQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (1u << self->words->len) - 1;
}

/* Which words of the query this one is, as bits. */
static guint
compare (const TsTextQuery *self,
         const Scanner     *scanner)
{
  guint found = 0;

  for (guint i = 0; i < self->words->len; i++)
    {
      const char *word = g_ptr_array_index (self->folded, i);

      if (ts_text_query_is_prefix (self, i) ? g_str_has_prefix (scanner->folded, word) : strcmp (scanner->folded, word) == 0)
        found |= 1u << i;
    }

  return found;
}

/**
 * ts_text_query_find:
 * @self: a query
 * @text: valid UTF-8
 * @ranges: (nullable) (element-type TsTextRange): where to add the words of @text that are looked for, in their order
 *
 * Returns: a bit for each word of the query that is in @text
 */
guint
ts_text_query_find (const TsTextQuery *self,
                    const char        *text,
                    GArray            *ranges)
{
  Scanner scanner = { .at = text };
  guint found = 0;

  g_return_val_if_fail (self != NULL && text != NULL, 0);

  if (self->words->len == 0)
    return 0;

  while (next_word (&scanner))
    {
      guint here = compare (self, &scanner);

      found |= here;

      if (here != 0 && ranges != NULL)
        {
          TsTextRange range = { (guint) (scanner.start - text), (guint) (scanner.end - text) };

          g_array_append_val (ranges, range);
        }
    }

  return found;
}

/* What only breaks lines, or turns the text around it, has no place in one line of it. */
static gboolean
is_space (gunichar character)
{
  return character <= 0x20 || (character >= 0x7f && character <= 0xa0) || g_unichar_isspace (character) ||
         (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
}

/* Where a part that shall show the most different words, and these as near its beginning as can be, begins: at one of them. */
static const char *
find_best_start (const TsTextQuery *self,
                 const char        *text,
                 guint              n_bytes)
{
  Scanner scanner = { .at = text };
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (const char *));
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *best = text;
  guint most = 0;
  guint first = 0;

  while (next_word (&scanner))
    {
      guint here = compare (self, &scanner);
      guint together = 0;

      if (here == 0)
        continue;

      g_array_append_val (starts, scanner.start);
      g_array_append_val (words, here);

      while (scanner.end - g_array_index (starts, const char *, first) > n_bytes && first < starts->len - 1)
        first++;

      for (guint i = first; i < words->len; i++)
        together |= g_array_index (words, guint, i);

      if ((guint) __builtin_popcount (together) > most)
        {
          most = (guint) __builtin_popcount (together);
          best = g_array_index (starts, const char *, first);
        }

      if (together == ts_text_query_get_all (self))
        break;
    }

  return best;
}

/* A few words before @start, so that one sees what it is about. */
static const char *
step_back (const char *text,
           const char *start,
           guint       n_characters)
{
  const char *at = start;
  const char *word = start;

  for (guint i = 0; i < n_characters && at > text; i++)
    {
      at = g_utf8_prev_char (at);

      if (at == text || is_space (g_utf8_get_char (g_utf8_prev_char (at))))
        word = at;
    }

  return word;
}

/**
 * ts_text_query_cut:
 * @self: a query
 * @text: valid UTF-8
 * @length: how many characters to cut out, about
 * @ranges: (element-type TsTextRange): where to add the words that are looked for, in their order
 *
 * Cuts a line out of @text that shows the words that are looked for; its beginning where it has none. White space becomes single spaces, and
 * “…” stands for what was left out.
 *
 * Returns: (transfer full): the line, to which @ranges refer
 */
char *
ts_text_query_cut (const TsTextQuery *self,
                   const char        *text,
                   guint              length,
                   GArray            *ranges)
{
  const char *start;
  const char *at;
  GString *line;
  guint n_characters = 0;

  g_return_val_if_fail (self != NULL && text != NULL && ranges != NULL, NULL);

  start = find_best_start (self, text, length);
  start = start - text <= length / 4 ? text : step_back (text, start, length / 4);
  line = g_string_new (NULL);

  for (at = start; *at != '\0' && n_characters < length; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean space = is_space (character);

      if (space && (line->len == 0 || line->str[line->len - 1] == ' '))
        continue;

      g_string_append_unichar (line, space ? ' ' : character);
      n_characters++;
    }

  /* Not in the middle of a word, unless it is one that never ends. */
  if (*at != '\0' && !is_space (g_utf8_get_char (at)))
    {
      const char *space = strrchr (line->str, ' ');

      if (space != NULL && space - line->str > (gssize) line->len / 2)
        g_string_truncate (line, space - line->str);
    }

  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);

  if (start > text)
    g_string_prepend (line, "…");

  while (*at != '\0' && is_space (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  if (*at != '\0')
    g_string_append (line, "…");

  ts_text_query_find (self, line->str, ranges);

  return g_string_free (line, FALSE);
}
