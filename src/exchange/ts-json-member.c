/* ts-json-member.c — members of an object, checked as they are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-json-member.h"

#include <glib/gi18n-lib.h>

/**
 * ts_json_member_get_text:
 * @object: an object's place
 * @member: a member's name
 * @longest: how many characters there may be
 * @error: where to put what is wrong
 *
 * Returns: (transfer none): as [func@ts_json_place_get_text]
 */
const char *
ts_json_member_get_text (const TsJsonPlace  *object,
                         const char         *member,
                         guint               longest,
                         GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, member);

  return ts_json_place_get_text (&place, longest, error);
}

/**
 * ts_json_member_get_optional_text:
 * @object: an object's place
 * @member: a member's name
 * @longest: how many characters there may be
 * @text: (out) (transfer none) (nullable): the text, %NULL where the member is missing
 * @error: where to put what is wrong
 *
 * Returns: whether there is a text or no member
 */
gboolean
ts_json_member_get_optional_text (const TsJsonPlace  *object,
                                  const char         *member,
                                  guint               longest,
                                  const char        **text,
                                  GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, member);

  *text = NULL;

  if (!ts_json_place_is_there (&place))
    return TRUE;

  *text = ts_json_place_get_text (&place, longest, error);

  return *text != NULL;
}

/**
 * ts_json_member_get_name:
 * @object: an object's place
 * @member: a member's name
 * @longest: how many characters there may be
 * @error: where to put what is wrong
 *
 * Returns: (transfer none): a short name of small letters, digits and "-"
 */
const char *
ts_json_member_get_name (const TsJsonPlace  *object,
                         const char         *member,
                         guint               longest,
                         GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, member);

  return ts_json_place_get_name (&place, "-", longest, error);
}

/**
 * ts_json_member_get_choice:
 * @object: an object's place
 * @member: a member's name
 * @first: a word
 * @second: another
 * @is_first: (out): which of the two is there
 * @error: where to put what is wrong
 *
 * Returns: whether one of the two is there
 */
gboolean
ts_json_member_get_choice (const TsJsonPlace  *object,
                           const char         *member,
                           const char         *first,
                           const char         *second,
                           gboolean           *is_first,
                           GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, member);
  const char *text = NULL;

  if (place.node != NULL && JSON_NODE_HOLDS_VALUE (place.node) && json_node_get_value_type (place.node) == G_TYPE_STRING)
    text = json_node_get_string (place.node);

  *is_first = g_strcmp0 (text, first) == 0;

  if (!*is_first && g_strcmp0 (text, second) != 0)
    {
      g_autofree char *expected = g_strdup_printf (_("“%s” or “%s”"), first, second);

      return ts_json_place_expected (&place, error, expected);
    }

  return TRUE;
}
