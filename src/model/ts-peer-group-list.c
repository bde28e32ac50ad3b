/* ts-peer-group-list.c — the groups of organisations that people compare
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-peer-group-list.h"

struct _TsPeerGroupList
{
  TsSessionList parent_instance;
};

G_DEFINE_FINAL_TYPE (TsPeerGroupList, ts_peer_group_list, TS_TYPE_SESSION_LIST)

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (ts_peer_group_item_get_name (*(TsPeerGroupItem *const *) a),
                         ts_peer_group_item_get_name (*(TsPeerGroupItem *const *) b));
}

static TsPeerGroupItem *
read_item (TsWorkplace  *workplace,
           TsRow        *group,
           GError      **error)
{
  g_autoptr (GPtrArray) members =
    ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PEER_GROUP_MEMBER, TS_PEER_GROUP_MEMBER_PEER_GROUP, ts_row_get_id (group), error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  if (members == NULL)
    return NULL;

  for (guint i = 0; i < members->len; i++)
    {
      const char *id = ts_row_get_text (g_ptr_array_index (members, i), TS_PEER_GROUP_MEMBER_ORGANISATION);
      g_autoptr (TsRow) organisation = ts_workbook_read_row (workplace->workbook, TS_ENTITY_ORGANISATION, id, error);

      if (organisation == NULL)
        return NULL;

      g_ptr_array_add (ids, (char *) id);
      g_ptr_array_add (codes, g_strdup (ts_row_get_text (organisation, TS_ORGANISATION_CODE)));
    }

  return ts_peer_group_item_new (group, ids, codes);
}

static GPtrArray *
read_items (TsWorkplace  *workplace,
            GError      **error)
{
  g_autoptr (GPtrArray) groups = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PEER_GROUP, -1, NULL, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (groups == NULL)
    return NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      TsPeerGroupItem *item = read_item (workplace, g_ptr_array_index (groups, i), error);

      if (item == NULL)
        return NULL;

      g_ptr_array_add (items, item);
    }

  g_ptr_array_sort (items, compare_items);

  return g_steal_pointer (&items);
}

static gboolean
is_touched_by (TsChange *change)
{
  return ts_change_touches (change, TS_ENTITY_PEER_GROUP) || ts_change_touches (change, TS_ENTITY_PEER_GROUP_MEMBER) ||
         ts_change_touches (change, TS_ENTITY_ORGANISATION);
}

static void
ts_peer_group_list_class_init (TsPeerGroupListClass *klass)
{
  TsSessionListClass *list_class = TS_SESSION_LIST_CLASS (klass);

  list_class->get_item_type = ts_peer_group_item_get_type;
  list_class->read = read_items;
  list_class->is_touched_by = is_touched_by;
}

static void
ts_peer_group_list_init (TsPeerGroupList *self)
{
}

/**
 * ts_peer_group_list_new:
 * @session: a session
 *
 * Returns: (transfer full): its groups; empty until they have been read
 */
TsPeerGroupList *
ts_peer_group_list_new (TsSession *session)
{
  return g_object_new (TS_TYPE_PEER_GROUP_LIST, "session", session, NULL);
}
