/* ts-history-item.c — one change in a history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-history-item.h"

#include "core/ts-sign-off.h"

struct _TsHistoryItem
{
  GObject parent_instance;

  gint64 sequence;
  guint n_rows;
  TsChange *change;
  GPtrArray *rows; /* const TsChangeRow *, those of the change that are told */
  GStrv words;     /* for each of them */
};

G_DEFINE_FINAL_TYPE (TsHistoryItem, ts_history_item, G_TYPE_OBJECT)

static void
ts_history_item_finalize (GObject *object)
{
  TsHistoryItem *self = TS_HISTORY_ITEM (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->change, ts_change_unref);
  g_strfreev (self->words);

  G_OBJECT_CLASS (ts_history_item_parent_class)->finalize (object);
}

static void
ts_history_item_class_init (TsHistoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ts_history_item_finalize;
}

static void
ts_history_item_init (TsHistoryItem *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * ts_history_item_new:
 * @entry: a change as it was read
 * @words: what is looked up to put it into words
 *
 * Returns: (transfer full): the item
 */
TsHistoryItem *
ts_history_item_new (const TsHistoryEntry *entry,
                     const TsWords        *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  TsHistoryItem *self = g_object_new (TS_TYPE_HISTORY_ITEM, NULL);

  self->sequence = entry->sequence;
  self->n_rows = entry->n_rows;
  self->change = ts_change_ref (entry->change);

  for (guint i = 0; i < ts_change_get_n_rows (self->change); i++)
    {
      const TsChangeRow *row = ts_change_get_row (self->change, i);
      g_autofree char *text = NULL;

      if (ts_sign_off_tells (self->change, row))
        {
          self->n_rows--;
          continue;
        }

      text = ts_words_describe_row (words, row);
      g_ptr_array_add (self->rows, (gpointer) row);
      g_strv_builder_add (builder, text);
    }

  self->words = g_strv_builder_end (builder);

  return self;
}

/**
 * ts_history_item_get_sequence:
 * @self: a change
 *
 * Returns: its place in the journal
 */
gint64
ts_history_item_get_sequence (TsHistoryItem *self)
{
  g_return_val_if_fail (TS_IS_HISTORY_ITEM (self), 0);

  return self->sequence;
}

/**
 * ts_history_item_get_change:
 * @self: a change
 *
 * Returns: (transfer none): who made it, when, and the first of its rows that are wanted
 */
TsChange *
ts_history_item_get_change (TsHistoryItem *self)
{
  g_return_val_if_fail (TS_IS_HISTORY_ITEM (self), NULL);

  return self->change;
}

/**
 * ts_history_item_get_n_rows:
 * @self: a change
 *
 * Returns: how many of its rows are wanted, also those that were not read. A row that another one tells all about is not counted
 */
guint
ts_history_item_get_n_rows (TsHistoryItem *self)
{
  g_return_val_if_fail (TS_IS_HISTORY_ITEM (self), 0);

  return self->n_rows;
}

/**
 * ts_history_item_get_row:
 * @self: a change
 * @position: a position in [method@HistoryItem.get_words]
 *
 * Returns: (transfer none) (nullable): the row that is told there
 */
const TsChangeRow *
ts_history_item_get_row (TsHistoryItem *self,
                         guint          position)
{
  g_return_val_if_fail (TS_IS_HISTORY_ITEM (self), NULL);

  return position < self->rows->len ? g_ptr_array_index (self->rows, position) : NULL;
}

/**
 * ts_history_item_get_words:
 * @self: a change
 *
 * Returns: (transfer none) (array zero-terminated=1): for each row that is told, what changed, from what to what
 */
const char *const *
ts_history_item_get_words (TsHistoryItem *self)
{
  g_return_val_if_fail (TS_IS_HISTORY_ITEM (self), NULL);

  return (const char *const *) self->words;
}
