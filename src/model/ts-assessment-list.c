/* ts-assessment-list.c — the assessments of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-assessment-list.h"

#include "core/ts-date.h"
#include "core/ts-year.h"
#include "model/ts-assessment-item-private.h"
#include "model/ts-organisation-directory.h"

struct _TsAssessmentList
{
  TsSessionList parent_instance;
};

G_DEFINE_FINAL_TYPE (TsAssessmentList, ts_assessment_list, TS_TYPE_SESSION_LIST)

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  TsAssessmentItem *first = *(TsAssessmentItem *const *) a;
  TsAssessmentItem *second = *(TsAssessmentItem *const *) b;
  int order = g_utf8_collate (ts_assessment_item_get_organisation_name (first),
                              ts_assessment_item_get_organisation_name (second));

  if (order == 0)
    order = g_strcmp0 (ts_assessment_item_get_organisation_code (first), ts_assessment_item_get_organisation_code (second));

  if (order == 0)
    order = ts_assessment_item_get_year (second) - ts_assessment_item_get_year (first);

  return order != 0 ? order : g_strcmp0 (ts_assessment_item_get_framework_title (first), ts_assessment_item_get_framework_title (second));
}

static GHashTable *
read_framework_titles (TsWorkplace  *workplace,
                       GError      **error)
{
  g_autoptr (GPtrArray) rows = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_FRAMEWORK, -1, NULL, error);
  GHashTable *titles;

  if (rows == NULL)
    return NULL;

  titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < rows->len; i++)
    {
      TsRow *row = g_ptr_array_index (rows, i);

      g_hash_table_insert (titles, g_strdup (ts_row_get_id (row)), g_strdup (ts_row_get_text (row, TS_FRAMEWORK_TITLE)));
    }

  return titles;
}

/* It is only a choice of what to show first: that it cannot be made is no reason to show nothing. */
static void
mark_latest (TsWorkplace *workplace,
             GPtrArray   *items)
{
  g_autofree char *latest = NULL;

  if (!ts_workbook_find_latest_assessment (workplace->workbook, &latest, NULL))
    return;

  for (guint i = 0; i < items->len; i++)
    {
      TsAssessmentItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (ts_assessment_item_get_id (item), latest) == 0)
        ts_assessment_item_set_latest (item);
    }
}

static GPtrArray *
read_items (TsWorkplace  *workplace,
            GError      **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TsOrganisationDirectory) directory = NULL;
  g_autoptr (GHashTable) titles = NULL;
  g_autoptr (GPtrArray) assessments = NULL;

  directory = ts_organisation_directory_read (workplace->workbook, error);

  if (directory == NULL)
    return NULL;

  titles = read_framework_titles (workplace, error);

  if (titles == NULL)
    return NULL;

  assessments = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_ASSESSMENT, -1, NULL, error);

  if (assessments == NULL)
    return NULL;

  for (guint i = 0; i < assessments->len; i++)
    {
      TsRow *assessment = g_ptr_array_index (assessments, i);
      const char *organisation_id = ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION);
      const char *title = g_hash_table_lookup (titles, ts_row_get_text (assessment, TS_ASSESSMENT_FRAMEWORK));
      int year = (int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR);

      /* A damaged workbook may have assessments of nobody. */
      if (ts_organisation_directory_get_code (directory, organisation_id) == NULL || title == NULL)
        continue;

      g_ptr_array_add (items, ts_assessment_item_new (assessment,
                                                      ts_organisation_directory_get_code (directory, organisation_id),
                                                      ts_organisation_directory_get_name (directory, organisation_id, year),
                                                      title));
    }

  g_ptr_array_sort (items, compare_items);
  mark_latest (workplace, items);

  return g_steal_pointer (&items);
}

static gboolean
is_touched_by (TsChange *change)
{
  return ts_change_touches (change, TS_ENTITY_ASSESSMENT) || ts_change_touches (change, TS_ENTITY_ORGANISATION) ||
         ts_change_touches (change, TS_ENTITY_ORGANISATION_NAME);
}

static void
ts_assessment_list_class_init (TsAssessmentListClass *klass)
{
  TsSessionListClass *list_class = TS_SESSION_LIST_CLASS (klass);

  list_class->get_item_type = ts_assessment_item_get_type;
  list_class->read = read_items;
  list_class->is_touched_by = is_touched_by;
}

static void
ts_assessment_list_init (TsAssessmentList *self)
{
}

/**
 * ts_assessment_list_new:
 * @session: a session
 *
 * Returns: (transfer full): its assessments; empty until they have been read
 */
TsAssessmentList *
ts_assessment_list_new (TsSession *session)
{
  return g_object_new (TS_TYPE_ASSESSMENT_LIST, "session", session, NULL);
}

gboolean
ts_assessment_list_get_loaded (TsAssessmentList *self)
{
  return ts_session_list_get_loaded (TS_SESSION_LIST (self));
}

/**
 * ts_assessment_list_find:
 * @self: a list
 * @assessment_id: an assessment's row id, from anywhere
 *
 * Returns: (transfer none) (nullable): the item, as long as the list has it
 */
TsAssessmentItem *
ts_assessment_list_find (TsAssessmentList *self,
                         const char       *assessment_id)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_LIST (self), NULL);
  g_return_val_if_fail (assessment_id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (TsAssessmentItem) item = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (g_str_equal (ts_assessment_item_get_id (item), assessment_id))
        return item;
    }

  return NULL;
}
