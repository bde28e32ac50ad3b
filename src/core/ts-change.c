/* ts-change.c — what one action changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-change.h"

struct _TsChange
{
  gatomicrefcount references;
  char *id;
  char *author;
  gint64 at;
  char *label;
  char *inverts;
  GArray *rows;
};

static void
change_row_clear (gpointer data)
{
  TsChangeRow *row = data;

  g_clear_pointer (&row->before, ts_row_unref);
  g_clear_pointer (&row->after, ts_row_unref);
}

/**
 * ts_change_new:
 * @label: what the change does, in words that complete "Undo: …", e.g. "5b: level 2 → 3"
 *
 * Returns: (transfer full): a change without rows and not yet stamped
 */
TsChange *
ts_change_new (const char *label)
{
  TsChange *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_new0 (TsChange, 1);
  g_atomic_ref_count_init (&self->references);
  self->label = g_strdup (label);
  self->rows = g_array_new (FALSE, TRUE, sizeof (TsChangeRow));
  g_array_set_clear_func (self->rows, change_row_clear);

  return self;
}

TsChange *
ts_change_ref (TsChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
ts_change_unref (TsChange *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->id);
  g_free (self->author);
  g_free (self->label);
  g_free (self->inverts);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * ts_change_stamp:
 * @self: a change
 * @id: a UUID in lower case
 * @author: who makes the change; may be empty where nobody is known
 * @at: when, in microseconds since 1970-01-01 00:00 UTC
 *
 * Says who makes the change and when. The workbook stamps a change that arrives without; replay, merging and
 * reproducible samples bring their own.
 */
void
ts_change_stamp (TsChange   *self,
                 const char *id,
                 const char *author,
                 gint64      at)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL);
  g_return_if_fail (author != NULL);

  g_free (self->id);
  g_free (self->author);
  self->id = g_strdup (id);
  self->author = g_strdup (author);
  self->at = at;
}

/**
 * ts_change_set_inverts:
 * @self: a change
 * @inverts: (nullable): the id of the change that it undoes or redoes
 *
 * For reading a journal; a change made by [func@ts_change_invert] knows already.
 */
void
ts_change_set_inverts (TsChange   *self,
                       const char *inverts)
{
  g_return_if_fail (self != NULL);

  g_free (self->inverts);
  self->inverts = g_strdup (inverts);
}

gboolean
ts_change_is_stamped (const TsChange *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->id != NULL;
}

const char *
ts_change_get_id (const TsChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const char *
ts_change_get_author (const TsChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->author;
}

gint64
ts_change_get_at (const TsChange *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->at;
}

const char *
ts_change_get_label (const TsChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

/**
 * ts_change_get_inverts:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the id of the change that this one undoes or redoes, or %NULL
 */
const char *
ts_change_get_inverts (const TsChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->inverts;
}

static void
append_row (TsChange *self,
            TsRow    *before,
            TsRow    *after)
{
  TsChangeRow row = {
    .before = before != NULL ? ts_row_ref (before) : NULL,
    .after = after != NULL ? ts_row_ref (after) : NULL,
  };

  g_array_append_val (self->rows, row);
}

/**
 * ts_change_create:
 * @self: a change
 * @after: (transfer none): the new row
 */
void
ts_change_create (TsChange *self,
                  TsRow    *after)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (after != NULL);

  append_row (self, NULL, after);
}

/**
 * ts_change_update:
 * @self: a change
 * @before: (transfer none): the row as it is
 * @after: (transfer none): the row as it shall be
 */
void
ts_change_update (TsChange *self,
                  TsRow    *before,
                  TsRow    *after)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (before != NULL && after != NULL);
  g_return_if_fail (ts_row_get_entity (before) == ts_row_get_entity (after));
  g_return_if_fail (g_str_equal (ts_row_get_id (before), ts_row_get_id (after)));

  append_row (self, before, after);
}

/**
 * ts_change_delete:
 * @self: a change
 * @before: (transfer none): the row that goes
 */
void
ts_change_delete (TsChange *self,
                  TsRow    *before)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (before != NULL);

  append_row (self, before, NULL);
}

/**
 * ts_change_add:
 * @self: a change
 * @before: (transfer none) (nullable): the row as it is, %NULL where there is none
 * @after: (transfer none) (nullable): the row as it shall be, %NULL where there shall be none
 *
 * Creates, updates or deletes a row, as the two sides say; one of them is there.
 */
void
ts_change_add (TsChange *self,
               TsRow    *before,
               TsRow    *after)
{
  if (before == NULL)
    ts_change_create (self, after);
  else if (after == NULL)
    ts_change_delete (self, before);
  else
    ts_change_update (self, before, after);
}

/**
 * ts_change_append:
 * @self: a change
 * @more: another, whose rows it shall have too
 */
void
ts_change_append (TsChange       *self,
                  const TsChange *more)
{
  g_return_if_fail (self != NULL && more != NULL);

  for (guint i = 0; i < more->rows->len; i++)
    {
      const TsChangeRow *row = ts_change_get_row (more, i);

      append_row (self, row->before, row->after);
    }
}

guint
ts_change_get_n_rows (const TsChange *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

const TsChangeRow *
ts_change_get_row (const TsChange *self,
                   guint           position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->rows->len, NULL);

  return &g_array_index (self->rows, TsChangeRow, position);
}

/**
 * ts_change_touches:
 * @self: a change
 * @entity: a kind of row
 *
 * Returns: whether a row of that kind is created, updated or deleted
 */
gboolean
ts_change_touches (const TsChange *self,
                   TsEntity        entity)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TsChangeRow *row = ts_change_get_row (self, i);

      if (ts_row_get_entity (row->after != NULL ? row->after : row->before) == entity)
        return TRUE;
    }

  return FALSE;
}

/**
 * ts_change_find_after:
 * @self: a change
 * @entity: a kind of row
 *
 * Returns: (transfer none) (nullable): the first row of that kind which exists after the change
 */
TsRow *
ts_change_find_after (const TsChange *self,
                      TsEntity        entity)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TsChangeRow *row = ts_change_get_row (self, i);

      if (row->after != NULL && ts_row_get_entity (row->after) == entity)
        return row->after;
    }

  return NULL;
}

/**
 * ts_change_relabel:
 * @self: a change
 * @label: what it does, for people
 *
 * Returns: (transfer full): the same change with the same stamp and rows, under another label
 */
TsChange *
ts_change_relabel (const TsChange *self,
                   const char     *label)
{
  TsChange *copy;

  g_return_val_if_fail (self != NULL && label != NULL, NULL);

  copy = ts_change_new (label);
  copy->id = g_strdup (self->id);
  copy->author = g_strdup (self->author);
  copy->at = self->at;
  copy->inverts = g_strdup (self->inverts);
  ts_change_append (copy, self);

  return copy;
}

/**
 * ts_change_invert:
 * @self: a stamped change
 * @label: what the inverse does, for people
 *
 * Makes the change that leads back: every row with its sides exchanged, last row first. It knows which change it inverts;
 * it is not stamped.
 *
 * Returns: (transfer full): the inverse
 */
TsChange *
ts_change_invert (const TsChange *self,
                  const char     *label)
{
  TsChange *inverse;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->id != NULL, NULL);

  inverse = ts_change_new (label);
  inverse->inverts = g_strdup (self->id);

  for (guint i = self->rows->len; i > 0; i--)
    {
      const TsChangeRow *row = ts_change_get_row (self, i - 1);

      append_row (inverse, row->after, row->before);
    }

  return inverse;
}
