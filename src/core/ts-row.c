/* ts-row.c — one row of a workbook as a value
 *
 * The JSON of a row is canonical: the fields stand in the order of the entity's table and fields without a
 * value are left out. So equal rows have equal JSON, and a field that a later version adds does
 * not change the JSON of rows that do not use it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-row.h"

#include <math.h>

typedef struct
{
  gboolean present;
  union
  {
    char *text;
    gint64 integer;
    double real;
  };
} Value;

struct _TsRow
{
  gatomicrefcount references;
  TsEntity entity;
  const TsField *fields;
  guint n_fields;
  char *id;
  Value values[];
};

/**
 * ts_row_new:
 * @entity: the kind of row
 * @id: the row's id, a UUID in lower case
 *
 * Makes a row in which no field has a value yet.
 *
 * Returns: (transfer full): a row
 */
TsRow *
ts_row_new (TsEntity    entity,
            const char *id)
{
  const TsField *fields;
  guint n_fields;
  TsRow *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);

  fields = ts_entity_get_fields (entity, &n_fields);
  g_return_val_if_fail (fields != NULL, NULL);

  self = g_malloc0 (sizeof (TsRow) + n_fields * sizeof (Value));
  g_atomic_ref_count_init (&self->references);
  self->entity = entity;
  self->fields = fields;
  self->n_fields = n_fields;
  self->id = g_strdup (id);

  return self;
}

/**
 * ts_row_copy:
 * @self: a row
 *
 * Returns: (transfer full): a row of its own with the same id and values
 */
TsRow *
ts_row_copy (const TsRow *self)
{
  TsRow *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = ts_row_new (self->entity, self->id);

  for (guint i = 0; i < self->n_fields; i++)
    {
      copy->values[i] = self->values[i];

      if (self->fields[i].type == TS_FIELD_TEXT && self->values[i].present)
        copy->values[i].text = g_strdup (self->values[i].text);
    }

  return copy;
}

TsRow *
ts_row_ref (TsRow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
ts_row_unref (TsRow *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (guint i = 0; i < self->n_fields; i++)
    ts_row_clear (self, i);

  g_free (self->id);
  g_free (self);
}

TsEntity
ts_row_get_entity (const TsRow *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entity;
}

const char *
ts_row_get_id (const TsRow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * ts_row_has:
 * @self: a row
 * @field: one of the entity's fields
 *
 * Returns: whether the field has a value. An empty text is a value.
 */
gboolean
ts_row_has (const TsRow *self,
            guint        field)
{
  g_return_val_if_fail (self != NULL && field < self->n_fields, FALSE);

  return self->values[field].present;
}

/**
 * ts_row_get_text:
 * @self: a row
 * @field: one of the entity's text fields
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where the field has no value
 */
const char *
ts_row_get_text (const TsRow *self,
                 guint        field)
{
  g_return_val_if_fail (self != NULL && field < self->n_fields, NULL);
  g_return_val_if_fail (self->fields[field].type == TS_FIELD_TEXT, NULL);

  return self->values[field].present ? self->values[field].text : NULL;
}

/**
 * ts_row_get_integer:
 * @self: a row
 * @field: one of the entity's integer fields
 *
 * Returns: the number, or 0 where the field has no value
 */
gint64
ts_row_get_integer (const TsRow *self,
                    guint        field)
{
  g_return_val_if_fail (self != NULL && field < self->n_fields, 0);
  g_return_val_if_fail (self->fields[field].type == TS_FIELD_INTEGER, 0);

  return self->values[field].present ? self->values[field].integer : 0;
}

/**
 * ts_row_get_real:
 * @self: a row
 * @field: one of the entity's real fields
 *
 * Returns: the number, or NaN where the field has no value
 */
double
ts_row_get_real (const TsRow *self,
                 guint        field)
{
  g_return_val_if_fail (self != NULL && field < self->n_fields, NAN);
  g_return_val_if_fail (self->fields[field].type == TS_FIELD_REAL, NAN);

  return self->values[field].present ? self->values[field].real : NAN;
}

void
ts_row_clear (TsRow *self,
              guint  field)
{
  g_return_if_fail (self != NULL && field < self->n_fields);

  if (self->fields[field].type == TS_FIELD_TEXT && self->values[field].present)
    g_free (self->values[field].text);

  self->values[field] = (Value) { .present = FALSE };
}

/**
 * ts_row_set_text:
 * @self: a row
 * @field: one of the entity's text fields
 * @text: (nullable): valid UTF-8, or %NULL for no value
 */
void
ts_row_set_text (TsRow      *self,
                 guint       field,
                 const char *text)
{
  char *copy;

  g_return_if_fail (self != NULL && field < self->n_fields);
  g_return_if_fail (self->fields[field].type == TS_FIELD_TEXT);

  copy = g_strdup (text);
  ts_row_clear (self, field);
  self->values[field].present = copy != NULL;
  self->values[field].text = copy;
}

void
ts_row_set_integer (TsRow  *self,
                    guint   field,
                    gint64  integer)
{
  g_return_if_fail (self != NULL && field < self->n_fields);
  g_return_if_fail (self->fields[field].type == TS_FIELD_INTEGER);

  self->values[field].present = TRUE;
  self->values[field].integer = integer;
}

/**
 * ts_row_set_real:
 * @self: a row
 * @field: one of the entity's real fields
 * @real: a finite number; what is not finite is no value
 */
void
ts_row_set_real (TsRow  *self,
                 guint   field,
                 double  real)
{
  g_return_if_fail (self != NULL && field < self->n_fields);
  g_return_if_fail (self->fields[field].type == TS_FIELD_REAL);

  self->values[field].present = isfinite (real);
  self->values[field].real = isfinite (real) ? real : 0;
}

static gboolean
values_equal (TsFieldType  type,
              const Value *a,
              const Value *b)
{
  if (a->present != b->present)
    return FALSE;

  if (!a->present)
    return TRUE;

  switch (type)
    {
    case TS_FIELD_TEXT:
      return g_str_equal (a->text, b->text);

    case TS_FIELD_INTEGER:
      return a->integer == b->integer;

    case TS_FIELD_REAL:
      return a->real == b->real;

    default:
      g_assert_not_reached ();
    }
}

/**
 * ts_row_equal:
 * @a: (nullable): a row
 * @b: (nullable): another
 *
 * Returns: whether both are the same row with the same values; no row equals no row
 */
gboolean
ts_row_equal (const TsRow *a,
              const TsRow *b)
{
  if (a == b)
    return TRUE;

  if (a == NULL || b == NULL || a->entity != b->entity || !g_str_equal (a->id, b->id))
    return FALSE;

  for (guint i = 0; i < a->n_fields; i++)
    {
      if (!values_equal (a->fields[i].type, &a->values[i], &b->values[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * ts_row_find_missing_field:
 * @self: a row
 *
 * Returns: the index of the first required field that has no value, or -1
 */
int
ts_row_find_missing_field (const TsRow *self)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_fields; i++)
    {
      if (self->fields[i].required && !self->values[i].present)
        return i;
    }

  return -1;
}

/**
 * ts_json_append_string:
 * @json: where to append
 * @text: valid UTF-8
 *
 * Appends @text as a JSON string, quotes included. Only what JSON requires is escaped, so that there is one way to write
 * each text.
 */
void
ts_json_append_string (GString    *json,
                       const char *text)
{
  const char *run;

  g_return_if_fail (json != NULL);
  g_return_if_fail (text != NULL);

  g_string_append_c (json, '"');

  for (run = text; *text != '\0'; text++)
    {
      guchar byte = *text;

      if (byte >= 0x20 && byte != '"' && byte != '\\')
        continue;

      g_string_append_len (json, run, text - run);
      run = text + 1;

      if (byte == '"' || byte == '\\')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, byte);
        }
      else
        {
          g_string_append_printf (json, "\\u%04x", byte);
        }
    }

  g_string_append_len (json, run, text - run);
  g_string_append_c (json, '"');
}

/**
 * ts_row_append_json:
 * @self: a row
 * @json: where to append
 *
 * Appends the row's values as a canonical JSON object; the id and the entity are not part of it.
 */
void
ts_row_append_json (const TsRow *self,
                    GString     *json)
{
  gboolean first = TRUE;

  g_return_if_fail (self != NULL);
  g_return_if_fail (json != NULL);

  g_string_append_c (json, '{');

  for (guint i = 0; i < self->n_fields; i++)
    {
      const Value *value = &self->values[i];
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      if (!value->present)
        continue;

      if (!first)
        g_string_append_c (json, ',');

      first = FALSE;
      g_string_append_c (json, '"');
      g_string_append (json, self->fields[i].name);
      g_string_append (json, "\":");

      switch (self->fields[i].type)
        {
        case TS_FIELD_TEXT:
          ts_json_append_string (json, value->text);
          break;

        case TS_FIELD_INTEGER:
          g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, value->integer);
          g_string_append (json, number);
          break;

        case TS_FIELD_REAL:
          g_string_append (json, g_ascii_dtostr (number, sizeof number, value->real));
          break;

        default:
          g_assert_not_reached ();
        }
    }

  g_string_append_c (json, '}');
}
