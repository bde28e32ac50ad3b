/* ts-row-json.c — rows out of the journal's JSON
 *
 * Reads exactly what ts_row_append_json() writes, and nothing else: one flat object, known fields in their order, no
 * space. So there is one text for a row and one row for a text, which the hash chain rests on, and an undo of a hundred
 * thousand rows is read without building a tree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-row-json.h"

#include "store/ts-store-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
skip (const char **json,
      const char  *expected)
{
  gsize length = strlen (expected);

  if (strncmp (*json, expected, length) != 0)
    return FALSE;

  *json += length;

  return TRUE;
}

/* What follows a backslash: only the escapes that ts_json_append_string() uses. */
static gboolean
parse_escape (const char **json,
              GString     *text)
{
  int high, low;

  if (**json == '"' || **json == '\\')
    {
      g_string_append_c (text, **json);
      (*json)++;
      return TRUE;
    }

  if (!skip (json, "u00"))
    return FALSE;

  high = g_ascii_xdigit_value ((*json)[0]);
  low = high >= 0 ? g_ascii_xdigit_value ((*json)[1]) : -1;

  if (low < 0 || high * 16 + low == 0 || high * 16 + low >= 0x20)
    return FALSE;

  g_string_append_c (text, high * 16 + low);
  *json += 2;

  return TRUE;
}

static gboolean
parse_string (const char **json,
              GString     *text)
{
  g_string_truncate (text, 0);

  if (!skip (json, "\""))
    return FALSE;

  while (**json != '"')
    {
      const char *run = *json;

      while ((guchar) * *json >= 0x20 && **json != '"' && **json != '\\')
        (*json)++;

      g_string_append_len (text, run, *json - run);

      if (**json == '\\')
        {
          (*json)++;

          if (!parse_escape (json, text))
            return FALSE;
        }
      else if (**json != '"')
        {
          return FALSE;
        }
    }

  (*json)++;

  return TRUE;
}

/* There is more than one way to write a number that can be read; only ours counts. */
static gboolean
skip_number (const char **json,
             const char  *end,
             const char  *number)
{
  return (gsize) (end - *json) == strlen (number) && skip (json, number);
}

static gboolean
parse_integer (const char **json,
               gint64      *integer)
{
  char number[32];
  char *end = NULL;

  errno = 0;
  *integer = g_ascii_strtoll (*json, &end, 10);
  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, *integer);

  return errno == 0 && skip_number (json, end, number);
}

static gboolean
parse_real (const char **json,
            double      *real)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  char *end = NULL;

  *real = g_ascii_strtod (*json, &end);
  g_ascii_dtostr (number, sizeof number, *real);

  return isfinite (*real) && skip_number (json, end, number);
}

static gboolean
parse_value (const char  **json,
             TsRow        *row,
             guint         field,
             TsFieldType   type,
             GString      *text)
{
  gint64 integer;
  double real;

  switch (type)
    {
    case TS_FIELD_TEXT:
      if (!parse_string (json, text))
        return FALSE;

      ts_row_set_text (row, field, text->str);
      return TRUE;

    case TS_FIELD_INTEGER:
      if (!parse_integer (json, &integer))
        return FALSE;

      ts_row_set_integer (row, field, integer);
      return TRUE;

    case TS_FIELD_REAL:
      if (!parse_real (json, &real))
        return FALSE;

      ts_row_set_real (row, field, real);
      return TRUE;

    default:
      g_assert_not_reached ();
    }
}

static gboolean
parse_object (const char *json,
              TsRow      *row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean first = TRUE;
  const TsField *fields;
  guint n_fields;

  fields = ts_entity_get_fields (ts_row_get_entity (row), &n_fields);

  if (!skip (&json, "{"))
    return FALSE;

  for (guint i = 0; i < n_fields; i++)
    {
      const char *here = json;

      if (!(first || skip (&json, ",")) || !skip (&json, "\"") ||
          !skip (&json, fields[i].name) || !skip (&json, "\":"))
        {
          /* Not this field: it has no value. */
          json = here;
          continue;
        }

      if (!parse_value (&json, row, i, fields[i].type, text))
        return FALSE;

      first = FALSE;
    }

  return g_str_equal (json, "}");
}

/**
 * ts_row_parse_json:
 * @entity: a kind of row
 * @id: the row's id
 * @json: the row's values as ts_row_append_json() writes them; valid UTF-8
 * @error: where to put an error
 *
 * Fails with %TS_STORE_ERROR_CORRUPT for anything that ts_row_append_json() would not write.
 *
 * Returns: (transfer full): the row, or %NULL with an error
 */
TsRow *
ts_row_parse_json (TsEntity     entity,
                   const char  *id,
                   const char  *json,
                   GError     **error)
{
  g_autoptr (TsRow) row = NULL;

  g_return_val_if_fail (id != NULL && *id != '\0' && json != NULL, NULL);

  row = ts_row_new (entity, id);

  if (parse_object (json, row))
    return g_steal_pointer (&row);

  g_set_error (error, TS_STORE_ERROR, TS_STORE_ERROR_CORRUPT,
               _("The workbook’s journal is damaged: what it says of %s %s cannot be read. Nothing was changed."),
               ts_entity_get_name (entity), id);

  return NULL;
}
