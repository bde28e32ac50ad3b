/* ts-peer-group-item.c — organisations that somebody compares with one another, in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-peer-group-item.h"

#include "core/ts-entity.h"

struct _TsPeerGroupItem
{
  GObject parent_instance;

  TsRow *group;
  char **members;
  char **codes;
};

G_DEFINE_FINAL_TYPE (TsPeerGroupItem, ts_peer_group_item, G_TYPE_OBJECT)

static void
ts_peer_group_item_finalize (GObject *object)
{
  TsPeerGroupItem *self = TS_PEER_GROUP_ITEM (object);

  g_clear_pointer (&self->group, ts_row_unref);
  g_strfreev (self->members);
  g_strfreev (self->codes);

  G_OBJECT_CLASS (ts_peer_group_item_parent_class)->finalize (object);
}

static void
ts_peer_group_item_class_init (TsPeerGroupItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ts_peer_group_item_finalize;
}

static void
ts_peer_group_item_init (TsPeerGroupItem *self)
{
}

static char **
copy_texts (GPtrArray *texts)
{
  char **copy = g_new0 (char *, texts->len + 1);

  for (guint i = 0; i < texts->len; i++)
    copy[i] = g_strdup (g_ptr_array_index (texts, i));

  return copy;
}

/**
 * ts_peer_group_item_new:
 * @group: a group's row
 * @ids: (element-type utf8): the row ids of its members
 * @codes: (element-type utf8): their codes, in the same order
 *
 * Returns: (transfer full): the group
 */
TsPeerGroupItem *
ts_peer_group_item_new (TsRow     *group,
                        GPtrArray *ids,
                        GPtrArray *codes)
{
  TsPeerGroupItem *self = g_object_new (TS_TYPE_PEER_GROUP_ITEM, NULL);

  self->group = ts_row_ref (group);
  self->members = copy_texts (ids);
  self->codes = copy_texts (codes);

  return self;
}

const char *
ts_peer_group_item_get_id (TsPeerGroupItem *self)
{
  g_return_val_if_fail (TS_IS_PEER_GROUP_ITEM (self), NULL);

  return ts_row_get_id (self->group);
}

const char *
ts_peer_group_item_get_name (TsPeerGroupItem *self)
{
  g_return_val_if_fail (TS_IS_PEER_GROUP_ITEM (self), NULL);

  return ts_row_get_text (self->group, TS_PEER_GROUP_NAME);
}

/**
 * ts_peer_group_item_get_codes:
 * @self: a group
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes of its members
 */
const char *const *
ts_peer_group_item_get_codes (TsPeerGroupItem *self)
{
  g_return_val_if_fail (TS_IS_PEER_GROUP_ITEM (self), NULL);

  return (const char *const *) self->codes;
}
