/* ts-json-tree.c — the nodes of a JSON text that was looked through
 *
 * The grammar was checked before, and how deep it nests, so that nothing can be wrong here but a member that is given twice: each byte is where
 * it must be. json-glib's own parser takes several times as long, which is most of what opening a workbook's framework costs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-json-tree.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TsJsonScan *scan;
  GString *text; /* the one that was read last */
  GError **error;
} Reader;

static JsonNode *read_value (Reader *self);

/* Returns the next byte that means something. */
static char
look (Reader *self)
{
  TsJsonScan *scan = self->scan;

  while (*scan->at == ' ' || *scan->at == '\t' || *scan->at == '\r' || *scan->at == '\n')
    {
      scan->line += *scan->at == '\n';
      scan->at++;
    }

  return *scan->at;
}

static gboolean
take (Reader *self,
      char    byte)
{
  if (look (self) != byte)
    return FALSE;

  self->scan->at++;

  return TRUE;
}

/* The four digits after "\u". */
static gunichar
read_code_unit (const char *at)
{
  gunichar unit = 0;

  for (guint i = 2; i < 6; i++)
    unit = unit * 16 + (gunichar) g_ascii_xdigit_value (at[i]);

  return unit;
}

static void
read_escape (Reader *self)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  TsJsonScan *scan = self->scan;
  gunichar unit;

  if (scan->at[1] != 'u')
    {
      g_string_append_c (self->text, meanings[strchr (escapes, scan->at[1]) - escapes]);
      scan->at += 2;
      return;
    }

  unit = read_code_unit (scan->at);
  scan->at += 6;

  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      unit = 0x10000 + ((unit - 0xd800) << 10) + (read_code_unit (scan->at) - 0xdc00);
      scan->at += 6;
    }

  g_string_append_unichar (self->text, unit);
}

/* Reads a text that begins at the scan's place. */
static void
read_text (Reader *self)
{
  TsJsonScan *scan = self->scan;

  g_string_truncate (self->text, 0);
  scan->at++;

  while (*scan->at != '"')
    {
      const char *begin = scan->at;

      while (*scan->at != '"' && *scan->at != '\\')
        scan->at++;

      g_string_append_len (self->text, begin, scan->at - begin);

      if (*scan->at == '\\')
        read_escape (self);
    }

  scan->at++;
}

/* A whole number that is too large for one is a number nevertheless. */
static JsonNode *
read_number (Reader *self)
{
  TsJsonScan *scan = self->scan;
  const char *begin = scan->at;
  g_autofree char *number = NULL;
  gboolean is_whole = TRUE;
  gint64 whole;

  for (; g_ascii_isalnum (*scan->at) || strchr ("+-.", *scan->at) != NULL; scan->at++)
    is_whole = is_whole && strchr (".eE", *scan->at) == NULL;

  number = g_strndup (begin, scan->at - begin);

  if (is_whole && g_ascii_string_to_signed (number, 10, G_MININT64, G_MAXINT64, &whole, NULL))
    return json_node_init_int (json_node_alloc (), whole);

  return json_node_init_double (json_node_alloc (), g_ascii_strtod (number, NULL));
}

static JsonNode *
read_word (Reader *self)
{
  JsonNode *node = json_node_alloc ();
  char first = *self->scan->at;

  self->scan->at += first == 'f' ? strlen ("false") : strlen ("true");

  return first == 'n' ? json_node_init_null (node) : json_node_init_boolean (node, first == 't');
}

static JsonNode *
read_array (Reader *self)
{
  g_autoptr (JsonArray) array = json_array_new ();

  self->scan->at++;

  if (take (self, ']'))
    return json_node_init_array (json_node_alloc (), array);

  do
    {
      JsonNode *element = read_value (self);

      if (element == NULL)
        return NULL;

      json_array_add_element (array, element);
    }
  while (take (self, ','));

  take (self, ']');

  return json_node_init_array (json_node_alloc (), array);
}

/* json-glib itself keeps the last of two in silence. */
static JsonNode *
read_object (Reader *self)
{
  g_autoptr (JsonObject) object = json_object_new ();

  self->scan->at++;

  if (take (self, '}'))
    return json_node_init_object (json_node_alloc (), object);

  do
    {
      g_autofree char *name = NULL;
      JsonNode *member;

      look (self);
      read_text (self);
      name = g_strdup (self->text->str);

      if (json_object_has_member (object, name))
        {
          g_autofree char *message = g_strdup_printf (_("the member “%s” is given twice"), name);

          ts_json_scan_fail (self->scan, self->error, message);
          return NULL;
        }

      take (self, ':');
      member = read_value (self);

      if (member == NULL)
        return NULL;

      json_object_set_member (object, name, member);
    }
  while (take (self, ','));

  take (self, '}');

  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
read_value (Reader *self)
{
  switch (look (self))
    {
    case '{':
      return read_object (self);

    case '[':
      return read_array (self);

    case '"':
      read_text (self);
      return json_node_init_string (json_node_alloc (), self->text->str);

    case 't':
    case 'f':
    case 'n':
      return read_word (self);

    default:
      return read_number (self);
    }
}

/**
 * ts_json_tree_read:
 * @scan: a text that ts_json_scan_document() found to be one document, at its beginning again
 * @error: where to put %TS_EXCHANGE_ERROR_SYNTAX
 *
 * Fails for a member that is given twice.
 *
 * Returns: (transfer full): the document's root, an object or an array
 */
JsonNode *
ts_json_tree_read (TsJsonScan  *scan,
                   GError     **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Reader reader = { scan, text, error };

  g_return_val_if_fail (scan != NULL && scan->at < scan->end, NULL);

  return read_value (&reader);
}
