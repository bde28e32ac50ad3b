/* ts-peer-group.c — organisations that somebody compares with one another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-peer-group.h"

#include "core/ts-error.h"
#include "core/ts-identifier.h"
#include "core/ts-row-edit.h"

#include <glib/gi18n-lib.h>

/**
 * ts_peer_group_member_row_id:
 * @group_id: a group's row id
 * @organisation_id: an organisation's row id
 *
 * Returns: (transfer full): the id of the row that keeps the organisation in the group
 */
char *
ts_peer_group_member_row_id (const char *group_id,
                             const char *organisation_id)
{
  return ts_identifier_derive ("peer_group_member", group_id, organisation_id, NULL);
}

static gboolean
check_name (const TsRow  *after,
            GPtrArray    *groups,
            GError      **error)
{
  const char *name = ts_row_get_text (after, TS_PEER_GROUP_NAME);
  g_autofree char *folded = NULL;

  if (name == NULL)
    return ts_rule_refuse (error, _("Give the group a name."));

  folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < groups->len; i++)
    {
      const TsRow *other = g_ptr_array_index (groups, i);
      g_autofree char *taken = g_utf8_casefold (ts_row_get_text (other, TS_PEER_GROUP_NAME), -1);

      if (g_str_equal (ts_row_get_id (other), ts_row_get_id (after)) || !g_str_equal (taken, folded))
        continue;

      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("There is a group “%s” already. Choose another name."), name);
      return FALSE;
    }

  return TRUE;
}

/**
 * ts_change_name_peer_group:
 * @group: (nullable): the group's row, or %NULL for a new one
 * @fresh_id: a new group's row id
 * @groups: (element-type TsRow): all groups
 * @name: its name
 * @note: (nullable): what it is for
 * @error: where to put %TS_RULE_ERROR_INVALID or %TS_RULE_ERROR_UNCHANGED
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_name_peer_group (TsRow       *group,
                           const char  *fresh_id,
                           GPtrArray   *groups,
                           const char  *name,
                           const char  *note,
                           GError     **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (groups != NULL && name != NULL && (group != NULL || fresh_id != NULL), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  after = ts_row_edit (group, TS_ENTITY_PEER_GROUP, fresh_id);
  ts_row_set_clean (after, TS_PEER_GROUP_NAME, name, TS_TEXT_LINE);
  ts_row_set_clean (after, TS_PEER_GROUP_NOTE, note, TS_TEXT_PARAGRAPHS);

  if (!check_name (after, groups, error))
    return NULL;

  label = g_strdup_printf (group == NULL ? _("New group “%s”") : _("Group “%s” edited"), ts_row_get_text (after, TS_PEER_GROUP_NAME));

  return ts_change_of_row (label, group, after, error);
}

/**
 * ts_change_set_peer_group_members:
 * @group: a group's row
 * @members: (element-type TsRow): its members as they are kept
 * @organisation_ids: (array zero-terminated=1): the organisations that it shall have
 * @error: where to put %TS_RULE_ERROR_UNCHANGED
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_set_peer_group_members (const TsRow *group,
                                  GPtrArray *members,
                                  const char *const *organisation_ids,
                                  GError **error)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TsChange) change = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (group != NULL && members != NULL && organisation_ids != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  label = g_strdup_printf (_("Members of “%s”"), ts_row_get_text (group, TS_PEER_GROUP_NAME));
  change = ts_change_new (label);

  for (guint i = 0; i < members->len; i++)
    g_hash_table_add (kept, (char *) ts_row_get_text (g_ptr_array_index (members, i), TS_PEER_GROUP_MEMBER_ORGANISATION));

  for (guint i = 0; organisation_ids[i] != NULL; i++)
    {
      g_autofree char *id = ts_peer_group_member_row_id (ts_row_get_id (group), organisation_ids[i]);
      g_autoptr (TsRow) row = NULL;

      if (!g_hash_table_add (wanted, (char *) organisation_ids[i]) || g_hash_table_contains (kept, organisation_ids[i]))
        continue;

      row = ts_row_new (TS_ENTITY_PEER_GROUP_MEMBER, id);
      ts_row_set_text (row, TS_PEER_GROUP_MEMBER_PEER_GROUP, ts_row_get_id (group));
      ts_row_set_text (row, TS_PEER_GROUP_MEMBER_ORGANISATION, organisation_ids[i]);
      ts_change_create (change, row);
    }

  for (guint i = 0; i < members->len; i++)
    {
      TsRow *row = g_ptr_array_index (members, i);

      if (!g_hash_table_contains (wanted, ts_row_get_text (row, TS_PEER_GROUP_MEMBER_ORGANISATION)))
        ts_change_delete (change, row);
    }

  if (ts_change_get_n_rows (change) > 0)
    return g_steal_pointer (&change);

  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("Nothing would change."));

  return NULL;
}

/**
 * ts_change_remove_peer_group:
 * @group: (nullable): a group's row
 * @members: (element-type TsRow): its members
 * @error: where to put %TS_RULE_ERROR_UNCHANGED
 *
 * Returns: (transfer full): the change, which takes the members along
 */
TsChange *
ts_change_remove_peer_group (TsRow      *group,
                             GPtrArray  *members,
                             GError    **error)
{
  g_autofree char *label = NULL;
  TsChange *change;

  g_return_val_if_fail (members != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (group == NULL)
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("Nothing would change."));
      return NULL;
    }

  label = g_strdup_printf (_("Group “%s” removed"), ts_row_get_text (group, TS_PEER_GROUP_NAME));
  change = ts_change_new (label);

  for (guint i = 0; i < members->len; i++)
    ts_change_delete (change, g_ptr_array_index (members, i));

  ts_change_delete (change, group);

  return change;
}
