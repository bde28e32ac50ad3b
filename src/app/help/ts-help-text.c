/* ts-help-text.c — finding what the help says
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/help/ts-help-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TsHelpGuide *const guides[] = {
  &ts_help_board,
  &ts_help_reviewer,
  &ts_help_region,
  &ts_help_safety,
  &ts_help_keyboard,
  NULL,
};

/* Where somebody is, and what helps there. The first whose place is the whole place or its first part. */
static const struct
{
  const char *place;
  const char *guide;
  const char *section;
} places[] = {
  { "overview", "board", "overview" },
  { "group/strategy", "board", "governance" },
  { "group/finance", "board", "governance" },
  { "group/board", "board", "governance" },
  { "group", "board", "rate" },
  { "criterion", "board", "rate" },
  { "outcomes", "board", "outcomes" },
  { "gaps", "board", "gaps" },
  { "evidence", "board", "evidence" },
  { "sign-off", "board", "sign-off" },
  { "history", "reviewer", "history" },
  { "organisations", "region", "organisations" },
  { "review", "reviewer", "review" },
  { "compare", "region", "compare" },
  { "search", "board", "search" },
  { "empty", "board", "begin" },
  { "welcome", "board", "begin" },
  { "read-only", "reviewer", "look" },
  { "backups", "safety", "restore" },
  { "people", "safety", "people" },
};

/**
 * ts_help_get_guides:
 *
 * Returns: (transfer none) (array zero-terminated=1): the guides in the order in which they are offered
 */
const TsHelpGuide *const *
ts_help_get_guides (void)
{
  return guides;
}

/**
 * ts_help_find:
 * @guide_id: a guide's name
 * @section_id: (nullable): one of its sections; %NULL for the first
 * @place: (out caller-allocates): where to put it
 *
 * Returns: whether there is such a section
 */
gboolean
ts_help_find (const char  *guide_id,
              const char  *section_id,
              TsHelpPlace *place)
{
  g_return_val_if_fail (guide_id != NULL && place != NULL, FALSE);

  for (guint i = 0; guides[i] != NULL; i++)
    {
      if (!g_str_equal (guides[i]->id, guide_id))
        continue;

      for (const TsHelpSection *section = guides[i]->sections; section->id != NULL; section++)
        {
          if (section_id != NULL && !g_str_equal (section->id, section_id))
            continue;

          *place = (TsHelpPlace) { guides[i], section };
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_within (const char *place,
           const char *outer)
{
  gsize length = strlen (outer);

  return strncmp (place, outer, length) == 0 && (place[length] == '\0' || place[length] == '/');
}

/**
 * ts_help_find_for_place:
 * @place_id: where somebody is: a place of the sidebar, "welcome", "empty" …; anything else is taken for the beginning
 * @place: (out caller-allocates): what helps there
 */
void
ts_help_find_for_place (const char  *place_id,
                        TsHelpPlace *place)
{
  g_return_if_fail (place_id != NULL && place != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (is_within (place_id, places[i].place) && ts_help_find (places[i].guide, places[i].section, place))
        return;
    }

  ts_help_find ("board", NULL, place);
}

static const char *
get_text (const TsHelpBlock *block)
{
  return block->kind == TS_HELP_COMMAND ? block->text : _(block->text);
}

/**
 * ts_help_section_dup_text:
 * @section: a section
 *
 * Returns: (transfer full): all that it says under its heading, translated, a line for each block
 */
char *
ts_help_section_dup_text (const TsHelpSection *section)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (section != NULL, NULL);

  for (const TsHelpBlock *block = section->blocks; block->text != NULL; block++)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');

      g_string_append (text, get_text (block));
    }

  return g_string_free (text, FALSE);
}

/* Lower case and without accents, as people type what they look for. */
static char *
fold (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (decomposed != NULL ? decomposed : "", -1);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (!g_unichar_ismark (g_utf8_get_char (at)))
        g_string_append_unichar (plain, g_utf8_get_char (at));
    }

  return g_string_free (plain, FALSE);
}

static gboolean
has_all (const char  *text,
         char       **words)
{
  for (char **word = words; *word != NULL; word++)
    {
      if (**word != '\0' && strstr (text, *word) == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
add_found (GArray    *found,
           gboolean   in_title,
           char     **words)
{
  for (guint i = 0; guides[i] != NULL; i++)
    {
      for (const TsHelpSection *section = guides[i]->sections; section->id != NULL; section++)
        {
          g_autofree char *title = fold (_(section->title));
          g_autofree char *text = ts_help_section_dup_text (section);
          g_autofree char *folded_text = fold (text);
          g_autofree char *all = g_strconcat (title, "\n", folded_text, NULL);
          TsHelpPlace place = { guides[i], section };

          if (has_all (title, words) == in_title && has_all (all, words))
            g_array_append_val (found, place);
        }
    }
}

/**
 * ts_help_search:
 * @words: what somebody types
 *
 * Returns: (transfer full) (element-type TsHelpPlace): the sections that have all the words, or beginnings of words, those first that have them in
 *   their heading; none where nothing is looked for
 */
GArray *
ts_help_search (const char *words)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TsHelpPlace));
  g_autofree char *folded = NULL;
  g_auto (GStrv) split = NULL;

  g_return_val_if_fail (words != NULL, found);

  folded = fold (words);
  g_strstrip (folded);

  if (*folded == '\0')
    return found;

  split = g_strsplit (folded, " ", -1);
  add_found (found, TRUE, split);
  add_found (found, FALSE, split);

  return found;
}
