/* ts-session-groups.c — keeping and removing groups of organisations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-groups.h"

#include "core/ts-error.h"
#include "core/ts-peer-group.h"
#include "model/ts-session-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *group_id; /* NULL for a new one */
  char *name;
  char **organisation_ids;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->group_id);
  g_free (request->name);
  g_strfreev (request->organisation_ids);
  g_free (request);
}

static GPtrArray *
read_members (TsWorkplace  *workplace,
              const char   *group_id,
              GError      **error)
{
  return ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PEER_GROUP_MEMBER, TS_PEER_GROUP_MEMBER_PEER_GROUP, group_id, error);
}

/* Name and members are one change, so that they are undone together. What stays as it is is no part of it. */
static TsChange *
keep (TsWorkplace  *workplace,
      gpointer      data,
      GError      **error)
{
  const Request *request = data;
  g_autofree char *fresh_id = g_uuid_string_random ();
  const char *id = request->group_id != NULL ? request->group_id : fresh_id;
  g_autoptr (GPtrArray) groups = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PEER_GROUP, -1, NULL, error);
  g_autoptr (GPtrArray) members = groups != NULL ? read_members (workplace, id, error) : NULL;
  g_autoptr (TsRow) kept = NULL;
  g_autoptr (TsRow) group = NULL;
  g_autoptr (TsChange) naming = NULL;
  g_autoptr (TsChange) joining = NULL;
  g_autoptr (GError) problem = NULL;

  if (members == NULL)
    return NULL;

  if (request->group_id != NULL)
    {
      kept = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PEER_GROUP, id, error);

      if (kept == NULL)
        return NULL;
    }

  naming = ts_change_name_peer_group (kept, fresh_id, groups, request->name, kept != NULL ? ts_row_get_text (kept, TS_PEER_GROUP_NOTE) : NULL,
                                      &problem);

  if (naming == NULL && !g_error_matches (problem, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  g_clear_error (&problem);
  group = ts_row_ref (naming != NULL ? ts_change_get_row (naming, 0)->after : kept);
  joining = ts_change_set_peer_group_members (group, members, (const char *const *) request->organisation_ids, &problem);

  if (joining == NULL && naming == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));

  if (joining == NULL)
    return g_steal_pointer (&naming);

  if (naming == NULL)
    return g_steal_pointer (&joining);

  ts_change_append (naming, joining);

  return g_steal_pointer (&naming);
}

static TsChange *
drop (TsWorkplace  *workplace,
      gpointer      data,
      GError      **error)
{
  const Request *request = data;
  g_autoptr (TsRow) group = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PEER_GROUP, request->group_id, error);
  g_autoptr (GPtrArray) members = group != NULL ? read_members (workplace, request->group_id, error) : NULL;

  return members != NULL ? ts_change_remove_peer_group (group, members, error) : NULL;
}

static Request *
request_new (const char *group_id,
             const char *name,
             const char *const *organisation_ids)
{
  Request *request = g_new (Request, 1);

  *request = (Request) { g_strdup (group_id), g_strdup (name), g_strdupv ((char **) organisation_ids) };

  return request;
}

/**
 * ts_session_keep_peer_group_async:
 * @self: a session that writes
 * @group_id: (nullable): the row id of a group, or %NULL for a new one
 * @name: what it is called
 * @organisation_ids: (array zero-terminated=1): the row ids of who belongs to it
 * @callback: called when it is kept, or refused because there is a group of that name
 * @user_data: for @callback
 */
void
ts_session_keep_peer_group_async (TsSession *self,
                                  const char *group_id,
                                  const char *name,
                                  const char *const *organisation_ids,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (TS_IS_SESSION (self));
  g_return_if_fail (name != NULL && organisation_ids != NULL);

  ts_session_change_async (self, keep, request_new (group_id, name, organisation_ids), request_free, callback, user_data);
}

/**
 * ts_session_remove_peer_group_async:
 * @self: a session that writes
 * @group_id: the row id of a group
 * @callback: called when it is gone
 * @user_data: for @callback
 */
void
ts_session_remove_peer_group_async (TsSession           *self,
                                    const char          *group_id,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (TS_IS_SESSION (self));
  g_return_if_fail (group_id != NULL);

  ts_session_change_async (self, drop, request_new (group_id, NULL, NULL), request_free, callback, user_data);
}
