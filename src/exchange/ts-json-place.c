/* ts-json-place.c — one place in a JSON document, and what must be there
 *
 * Readers of our JSON formats walk down the document with places, and every check that fails says the file, the path and what was
 * expected: "framework.json: $.sections[0].title: expected a text, found a number".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-json-place.h"

#include "exchange/ts-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What came from the file is quoted in messages, but not at any length. */
#define LONGEST_QUOTE 60

TsJsonPlace
ts_json_place_root (const char *file,
                    JsonNode   *node)
{
  return (TsJsonPlace) { .file = file, .node = node };
}

/**
 * ts_json_place_member:
 * @object: a place that [func@ts_json_place_check_object] found to be an object
 * @member: the member's name; it must outlive the place
 *
 * Returns: the member's place, whether or not something is there
 */
TsJsonPlace
ts_json_place_member (const TsJsonPlace *object,
                      const char        *member)
{
  return (TsJsonPlace) {
    .parent = object,
    .file = object->file,
    .member = member,
    .node = json_object_get_member (json_node_get_object (object->node), member),
  };
}

/**
 * ts_json_place_element:
 * @array: a place that [func@ts_json_place_check_array] found to be an array
 * @index: less than the number of elements
 *
 * Returns: the element's place
 */
TsJsonPlace
ts_json_place_element (const TsJsonPlace *array,
                       guint              index)
{
  return (TsJsonPlace) {
    .parent = array,
    .file = array->file,
    .index = index,
    .node = json_array_get_element (json_node_get_array (array->node), index),
  };
}

gboolean
ts_json_place_is_there (const TsJsonPlace *self)
{
  return self->node != NULL;
}

static gboolean
is_plain_name (const char *name)
{
  for (; *name != '\0'; name++)
    {
      if (!g_ascii_isalnum (*name) && *name != '-' && *name != '_')
        return FALSE;
    }

  return TRUE;
}

static void
append_path (const TsJsonPlace *self,
             GString           *path)
{
  if (self->parent == NULL)
    {
      g_string_append_c (path, '$');
      return;
    }

  append_path (self->parent, path);

  if (self->member == NULL)
    {
      g_string_append_printf (path, "[%u]", self->index);
    }
  else if (is_plain_name (self->member))
    {
      g_string_append_printf (path, ".%s", self->member);
    }
  else
    {
      g_autofree char *start = g_utf8_substring (self->member, 0, MIN (g_utf8_strlen (self->member, -1), LONGEST_QUOTE));

      g_string_append_printf (path, "['%s']", start);
    }
}

/**
 * ts_json_place_get_path:
 * @self: a place
 *
 * Returns: (transfer full): where it is, "$.sections[0].groups[4].title"
 */
char *
ts_json_place_get_path (const TsJsonPlace *self)
{
  GString *path = g_string_new (NULL);

  append_path (self, path);

  return g_string_free (path, FALSE);
}

/**
 * ts_json_place_fail:
 * @self: where it is wrong
 * @error: where to put it
 * @format: what is wrong, in words that follow a colon
 *
 * Returns: %FALSE always, for the caller to return
 */
gboolean
ts_json_place_fail (const TsJsonPlace  *self,
                    GError            **error,
                    const char         *format,
                    ...)
{
  g_autofree char *path = ts_json_place_get_path (self);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_INVALID, "%s: %s: %s", self->file, path, message);

  return FALSE;
}

static char *
describe_found (const TsJsonPlace *self)
{
  const char *text;
  g_autofree char *start = NULL;

  if (self->node == NULL)
    return g_strdup (_("nothing"));

  if (JSON_NODE_HOLDS_OBJECT (self->node))
    return g_strdup (_("an object"));

  if (JSON_NODE_HOLDS_ARRAY (self->node))
    return g_strdup (_("an array"));

  if (JSON_NODE_HOLDS_NULL (self->node))
    return g_strdup ("null");

  if (json_node_get_value_type (self->node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (self->node) ? "true" : "false");

  if (json_node_get_value_type (self->node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (self->node));

  if (json_node_get_value_type (self->node) != G_TYPE_STRING)
    return g_strdup (_("a number that is not whole"));

  text = json_node_get_string (self->node);

  if (*text == '\0')
    return g_strdup (_("an empty text"));

  if (g_utf8_strlen (text, -1) <= LONGEST_QUOTE)
    return g_strdup_printf ("“%s”", text);

  start = g_utf8_substring (text, 0, LONGEST_QUOTE);

  return g_strdup_printf ("“%s…”", start);
}

/**
 * ts_json_place_expected:
 * @self: where something else is
 * @error: where to put it
 * @expected: what should be there
 *
 * Returns: %FALSE always, for the caller to return
 */
gboolean
ts_json_place_expected (const TsJsonPlace  *self,
                        GError            **error,
                        const char         *expected)
{
  g_autofree char *found = describe_found (self);

  return ts_json_place_fail (self, error, _("expected %s, found %s"), expected, found);
}

/**
 * ts_json_place_check_object:
 * @self: a place
 * @members: (array zero-terminated=1): the names of all members that may be there
 * @error: where to put what is wrong
 *
 * Returns: whether there is an object that has no other members
 */
gboolean
ts_json_place_check_object (const TsJsonPlace *self,
                            const char *const *members,
                            GError **error)
{
  JsonObjectIter iter;
  const char *name;

  if (self->node == NULL || !JSON_NODE_HOLDS_OBJECT (self->node))
    return ts_json_place_expected (self, error, _("an object"));

  json_object_iter_init_ordered (&iter, json_node_get_object (self->node));

  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      TsJsonPlace place = ts_json_place_member (self, name);
      g_autofree char *known = NULL;

      if (g_strv_contains (members, name))
        continue;

      known = g_strjoinv (", ", (char **) members);

      return ts_json_place_fail (&place, error, _("this member is not known; expected %s"), known);
    }

  return TRUE;
}

/**
 * ts_json_place_check_array:
 * @self: a place
 * @fewest: how many elements it must have
 * @most: how many it may have
 * @expected: what such an array is, for the message, as "an array of 4 texts"
 * @n_elements: (out): how many it has
 * @error: where to put what is wrong
 *
 * Returns: whether there is such an array
 */
gboolean
ts_json_place_check_array (const TsJsonPlace  *self,
                           guint               fewest,
                           guint               most,
                           const char         *expected,
                           guint              *n_elements,
                           GError            **error)
{
  if (self->node == NULL || !JSON_NODE_HOLDS_ARRAY (self->node))
    return ts_json_place_expected (self, error, expected);

  *n_elements = json_array_get_length (json_node_get_array (self->node));

  if (*n_elements < fewest || *n_elements > most)
    return ts_json_place_fail (self, error, _("expected %s, found an array of %u"), expected, *n_elements);

  return TRUE;
}

static gboolean
is_text (const TsJsonPlace *self)
{
  return self->node != NULL && JSON_NODE_HOLDS_VALUE (self->node) && json_node_get_value_type (self->node) == G_TYPE_STRING;
}

/**
 * ts_json_place_get_text:
 * @self: a place
 * @longest: how many characters there may be
 * @error: where to put what is wrong
 *
 * Returns: (transfer none): the text there, which is not empty and has no control characters
 */
const char *
ts_json_place_get_text (const TsJsonPlace  *self,
                        guint               longest,
                        GError            **error)
{
  const char *text;

  if (!is_text (self) || *(text = json_node_get_string (self->node)) == '\0')
    {
      ts_json_place_expected (self, error, _("a text"));
      return NULL;
    }

  if (g_utf8_strlen (text, -1) > (glong) longest)
    {
      ts_json_place_fail (self, error, _("expected at most %u characters, found %ld"), longest, g_utf8_strlen (text, -1));
      return NULL;
    }

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (at)))
        {
          ts_json_place_fail (self, error, _("expected a text without control characters, found U+%04X"), g_utf8_get_char (at));
          return NULL;
        }
    }

  return text;
}

/**
 * ts_json_place_get_name:
 * @self: a place
 * @punctuation: which characters it may have beside small letters and digits, "-"
 * @longest: how many characters there may be
 * @error: where to put what is wrong
 *
 * Returns: (transfer none): the short name there
 */
const char *
ts_json_place_get_name (const TsJsonPlace  *self,
                        const char         *punctuation,
                        guint               longest,
                        GError            **error)
{
  const char *text = is_text (self) ? json_node_get_string (self->node) : "";
  gsize length = strlen (text);
  gboolean valid = length > 0 && length <= longest;

  for (gsize i = 0; valid && i < length; i++)
    valid = g_ascii_islower (text[i]) || g_ascii_isdigit (text[i]) || strchr (punctuation, text[i]) != NULL;

  if (!valid)
    {
      g_autofree char *expected = g_strdup_printf (_("1 to %u of the characters a–z 0–9 %s"), longest, punctuation);

      ts_json_place_expected (self, error, expected);
      return NULL;
    }

  return text;
}

/**
 * ts_json_place_get_integer:
 * @self: a place
 * @least: the smallest number that may be there
 * @most: the largest
 * @integer: (out): where to put it
 * @error: where to put what is wrong
 *
 * Returns: whether such a number is there
 */
gboolean
ts_json_place_get_integer (const TsJsonPlace  *self,
                           gint64              least,
                           gint64              most,
                           gint64             *integer,
                           GError            **error)
{
  g_autofree char *expected = NULL;

  if (self->node != NULL && JSON_NODE_HOLDS_VALUE (self->node) && json_node_get_value_type (self->node) == G_TYPE_INT64)
    {
      *integer = json_node_get_int (self->node);

      if (*integer >= least && *integer <= most)
        return TRUE;
    }

  expected = g_strdup_printf (_("a whole number from %lld to %lld"), (long long) least, (long long) most);

  return ts_json_place_expected (self, error, expected);
}

/**
 * ts_json_place_get_number:
 * @self: a place
 * @number: (out): where to put it
 * @error: where to put what is wrong
 *
 * Returns: whether a number is there, whole or not
 */
gboolean
ts_json_place_get_number (const TsJsonPlace  *self,
                          double             *number,
                          GError            **error)
{
  GType type = self->node != NULL && JSON_NODE_HOLDS_VALUE (self->node) ? json_node_get_value_type (self->node) : G_TYPE_INVALID;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return ts_json_place_expected (self, error, _("a number"));

  *number = json_node_get_double (self->node);

  return TRUE;
}

/**
 * ts_json_place_get_boolean:
 * @self: a place
 * @boolean: (out): where to put it
 * @error: where to put what is wrong
 *
 * Returns: whether true or false is there
 */
gboolean
ts_json_place_get_boolean (const TsJsonPlace  *self,
                           gboolean           *boolean,
                           GError            **error)
{
  if (self->node == NULL || !JSON_NODE_HOLDS_VALUE (self->node) || json_node_get_value_type (self->node) != G_TYPE_BOOLEAN)
    return ts_json_place_expected (self, error, _("true or false"));

  *boolean = json_node_get_boolean (self->node);

  return TRUE;
}
