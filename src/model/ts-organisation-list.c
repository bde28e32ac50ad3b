/* ts-organisation-list.c — the organisations of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-organisation-list.h"

#include "model/ts-organisation-directory.h"
#include "model/ts-organisation-item-private.h"

struct _TsOrganisationList
{
  TsSessionList parent_instance;
};

G_DEFINE_FINAL_TYPE (TsOrganisationList, ts_organisation_list, TS_TYPE_SESSION_LIST)

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  TsOrganisationItem *first = *(TsOrganisationItem *const *) a;
  TsOrganisationItem *second = *(TsOrganisationItem *const *) b;
  int order = g_utf8_collate (ts_organisation_item_get_name (first), ts_organisation_item_get_name (second));

  return order != 0 ? order : g_strcmp0 (ts_organisation_item_get_code (first), ts_organisation_item_get_code (second));
}

static GPtrArray *
read_items (TsWorkplace  *workplace,
            GError      **error)
{
  g_autoptr (TsOrganisationDirectory) directory = ts_organisation_directory_read (workplace->workbook, error);
  g_autoptr (GPtrArray) items = NULL;
  GPtrArray *organisations;

  if (directory == NULL)
    return NULL;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  organisations = ts_organisation_directory_get_organisations (directory);

  for (guint i = 0; i < organisations->len; i++)
    {
      TsRow *organisation = g_ptr_array_index (organisations, i);

      g_ptr_array_add (items, ts_organisation_item_new (organisation,
                                                        ts_organisation_directory_get_name (directory, ts_row_get_id (organisation), 0)));
    }

  g_ptr_array_sort (items, compare_items);

  return g_steal_pointer (&items);
}

static gboolean
is_touched_by (TsChange *change)
{
  return ts_change_touches (change, TS_ENTITY_ORGANISATION) || ts_change_touches (change, TS_ENTITY_ORGANISATION_NAME);
}

static void
ts_organisation_list_class_init (TsOrganisationListClass *klass)
{
  TsSessionListClass *list_class = TS_SESSION_LIST_CLASS (klass);

  list_class->get_item_type = ts_organisation_item_get_type;
  list_class->read = read_items;
  list_class->is_touched_by = is_touched_by;
}

static void
ts_organisation_list_init (TsOrganisationList *self)
{
}

/**
 * ts_organisation_list_new:
 * @session: a session
 *
 * Returns: (transfer full): its organisations; empty until they have been read
 */
TsOrganisationList *
ts_organisation_list_new (TsSession *session)
{
  return g_object_new (TS_TYPE_ORGANISATION_LIST, "session", session, NULL);
}
