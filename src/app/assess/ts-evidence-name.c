/* ts-evidence-name.c — names and pictures for evidence
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-evidence-name.h"

#include <string.h>

/* In bytes: file systems take 255, and some programs add to a name. */
#define LONGEST_NAME 180

static gboolean
is_unsafe (gunichar character)
{
  /* What some file system forbids or some shell takes for an order, what is invisible, and what turns the writing direction, so that a
   * name cannot pass for one with another ending. */
  return character < 0x20 || (character >= 0x7f && character < 0xa0) || strchr ("/\\:*?\"<>|", (int) character) != NULL ||
         (character >= 0x200b && character <= 0x200f) || (character >= 0x202a && character <= 0x202e) ||
         (character >= 0x2066 && character <= 0x2069) || character == 0xfeff || character == 0xfffd;
}

static char *
replace_unsafe (const char *name)
{
  GString *safe = g_string_sized_new (strlen (name));

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character < 0x80 ? is_unsafe (character) : is_unsafe (character) || !g_unichar_isprint (character))
        g_string_append_c (safe, '_');
      else
        g_string_append_unichar (safe, character);
    }

  return g_string_free (safe, FALSE);
}

/* Cuts a long name in front of its ending, and between characters. */
static char *
shorten (const char *name)
{
  const char *ending = strrchr (name, '.');
  gsize ending_length;
  gsize length;

  if (strlen (name) <= LONGEST_NAME)
    return g_strdup (name);

  if (ending == NULL || strlen (ending) > 20)
    ending = "";

  ending_length = strlen (ending);
  length = LONGEST_NAME - ending_length;

  while (length > 0 && (name[length] & 0xc0) == 0x80)
    length--;

  return g_strdup_printf ("%.*s%s", (int) length, name, ending);
}

/**
 * ts_evidence_make_file_name:
 * @evidence: an item of evidence with content
 *
 * The name comes from whoever sent the file, so it is made harmless: no path, no hidden file, nothing invisible, not too long.
 *
 * Returns: (transfer full): a name for a copy of its content
 */
char *
ts_evidence_make_file_name (const TsRow *evidence)
{
  const char *name;
  g_autofree char *valid = NULL;
  g_autofree char *safe = NULL;
  char *start;

  g_return_val_if_fail (evidence != NULL && ts_row_get_entity (evidence) == TS_ENTITY_EVIDENCE, NULL);

  name = ts_row_get_text (evidence, TS_EVIDENCE_FILE_NAME);

  if (name == NULL || *name == '\0')
    name = ts_row_get_text (evidence, TS_EVIDENCE_TITLE);

  valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  safe = replace_unsafe (valid);
  g_strstrip (safe);

  for (start = safe; *start == '.' || *start == ' ' || *start == '-' || *start == '~'; start++)
    ;

  if (*start == '\0')
    return g_strdup ("evidence");

  return shorten (start);
}

/**
 * ts_evidence_make_icon:
 * @evidence: an item of evidence
 *
 * Returns: (transfer full): a symbolic picture of what it is
 */
GIcon *
ts_evidence_make_icon (const TsRow *evidence)
{
  const char *media_type;
  g_autofree char *content_type = NULL;
  GIcon *icon;

  g_return_val_if_fail (evidence != NULL && ts_row_get_entity (evidence) == TS_ENTITY_EVIDENCE, NULL);

  if (ts_row_has (evidence, TS_EVIDENCE_ADDRESS))
    return g_themed_icon_new ("web-browser-symbolic");

  media_type = ts_row_get_text (evidence, TS_EVIDENCE_MEDIA_TYPE);
  content_type = media_type != NULL ? g_content_type_from_mime_type (media_type) : NULL;

  if (content_type == NULL)
    return g_themed_icon_new ("text-x-generic-symbolic");

  icon = g_content_type_get_symbolic_icon (content_type);

  /* Few themes have a picture for every kind of file. */
  if (G_IS_THEMED_ICON (icon))
    g_themed_icon_append_name (G_THEMED_ICON (icon), "text-x-generic-symbolic");

  return icon;
}
