/* ts-reviewed.c — the assessments that a table about reviews speaks of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-reviewed.h"

#include "core/ts-layer.h"
#include "core/ts-year.h"
#include "store/ts-as-it-stood.h"

static void
reviewed_free (gpointer data)
{
  TsReviewed *self = data;

  ts_row_unref (self->assessment);
  g_free (self->organisation_code);
  g_free (self->framework_code);
  g_free (self->year);
  g_free (self);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const TsReviewed *first = *(TsReviewed *const *) a;
  const TsReviewed *second = *(TsReviewed *const *) b;
  int order = g_strcmp0 (first->organisation_code, second->organisation_code);

  if (order == 0)
    order = g_strcmp0 (first->year, second->year);

  return order != 0 ? order : g_strcmp0 (first->framework_code, second->framework_code);
}

static gboolean
is_among (const char *value,
          const char *const *values)
{
  return values == NULL || values[0] == NULL || g_strv_contains (values, value);
}

static gboolean
is_wanted (const TsQueryFilter *filter,
           const TsReviewed    *reviewed)
{
  int year = (int) ts_row_get_integer (reviewed->assessment, TS_ASSESSMENT_YEAR);
  gboolean fits = filter == NULL || filter->n_years == 0;

  for (guint i = 0; !fits && i < filter->n_years; i++)
    fits = filter->years[i] == year;

  return fits && (filter == NULL || (is_among (reviewed->organisation_code, filter->organisations) &&
                                     is_among (reviewed->framework_code, filter->frameworks)));
}

/**
 * ts_reviewed_read_names:
 * @workbook: a workbook
 * @entity: a kind of row
 * @field: the field that names it
 * @error: where to put an error of the store
 *
 * Returns: (transfer full) (element-type utf8 utf8): the names by row id
 */
GHashTable *
ts_reviewed_read_names (TsWorkbook  *workbook,
                        TsEntity     entity,
                        guint        field,
                        GError     **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) rows = ts_workbook_read_rows (workbook, entity, -1, NULL, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const TsRow *row = g_ptr_array_index (rows, i);

      g_hash_table_insert (names, g_strdup (ts_row_get_id (row)), g_strdup (ts_row_get_text (row, field)));
    }

  return rows != NULL ? g_steal_pointer (&names) : NULL;
}

/**
 * ts_reviewed_list:
 * @workbook: a workbook
 * @frameworks: its frameworks, from which those of the assessments are borrowed
 * @filter: (nullable): which are wanted; its layers do not matter
 * @error: where to put an error of the store
 *
 * Returns: (transfer full) (element-type TsReviewed): the assessments, by organisation and year
 */
GPtrArray *
ts_reviewed_list (TsWorkbook           *workbook,
                  TsFrameworkSet       *frameworks,
                  const TsQueryFilter  *filter,
                  GError              **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (reviewed_free);
  g_autoptr (GHashTable) codes = ts_reviewed_read_names (workbook, TS_ENTITY_ORGANISATION, TS_ORGANISATION_CODE, error);
  g_autoptr (GHashTable) framework_codes = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (codes == NULL ||
      (framework_codes = ts_reviewed_read_names (workbook, TS_ENTITY_FRAMEWORK, TS_FRAMEWORK_CODE, error)) == NULL ||
      (rows = ts_workbook_read_rows (workbook, TS_ENTITY_ASSESSMENT, -1, NULL, error)) == NULL)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      TsRow *row = g_ptr_array_index (rows, i);
      TsReviewed *reviewed = g_new0 (TsReviewed, 1);

      reviewed->assessment = ts_row_ref (row);
      reviewed->organisation_code = g_strdup (g_hash_table_lookup (codes, ts_row_get_text (row, TS_ASSESSMENT_ORGANISATION)));
      reviewed->framework_code = g_strdup (g_hash_table_lookup (framework_codes, ts_row_get_text (row, TS_ASSESSMENT_FRAMEWORK)));
      reviewed->framework = ts_framework_set_get (frameworks, ts_row_get_text (row, TS_ASSESSMENT_FRAMEWORK));
      reviewed->year = ts_year_format ((int) ts_row_get_integer (row, TS_ASSESSMENT_YEAR));

      if (is_wanted (filter, reviewed))
        g_ptr_array_add (list, reviewed);
      else
        reviewed_free (reviewed);
    }

  g_ptr_array_sort (list, compare);

  return g_steal_pointer (&list);
}

/* Where each criterion stands in its framework, from 1. */
static GHashTable *
number_nodes (const TsFramework *framework)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; framework != NULL && i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      for (guint j = 0; j < section->groups->len; j++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, j);

          g_hash_table_insert (places, group->id, GUINT_TO_POINTER (++n));

          for (guint k = 0; k < group->criteria->len; k++)
            g_hash_table_insert (places, ((const TsNode *) g_ptr_array_index (group->criteria, k))->id, GUINT_TO_POINTER (++n));
        }
    }

  return places;
}

typedef struct
{
  GHashTable *places;
  guint node_field;
} Order;

static guint
get_layer (const TsRow *row)
{
  TsLayer layer;

  if (ts_row_get_entity (row) != TS_ENTITY_RATING || !ts_layer_from_name (ts_row_get_text (row, TS_RATING_LAYER), &layer))
    return TS_N_LAYERS;

  return layer;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Order *order = data;
  const TsRow *first = *(TsRow *const *) a;
  const TsRow *second = *(TsRow *const *) b;
  const char *node = ts_row_get_text (first, order->node_field);
  const char *other = ts_row_get_text (second, order->node_field);
  int difference = (int) GPOINTER_TO_UINT (g_hash_table_lookup (order->places, node)) - (int) GPOINTER_TO_UINT (g_hash_table_lookup (order->places, other));

  if (difference == 0)
    difference = g_strcmp0 (node, other);

  if (difference == 0)
    difference = (int) get_layer (first) - (int) get_layer (second);

  if (difference == 0 && ts_row_get_entity (first) == TS_ENTITY_RATING)
    difference = g_strcmp0 (ts_row_get_text (first, TS_RATING_ASSESSOR), ts_row_get_text (second, TS_RATING_ASSESSOR));

  if (difference == 0 && ts_row_get_entity (first) == TS_ENTITY_ENQUIRY)
    difference = (int) (ts_row_get_integer (first, TS_ENQUIRY_POSITION) - ts_row_get_integer (second, TS_ENQUIRY_POSITION));

  return difference != 0 ? difference : g_strcmp0 (ts_row_get_id (first), ts_row_get_id (second));
}

/**
 * ts_reviewed_read_rows:
 * @workbook: a workbook
 * @reviewed: one of its assessments
 * @entity: what is wanted of it
 * @field: the field that names the assessment
 * @node_field: the field that names the criterion
 * @as_of: the change after which the rows are wanted as they stood, 0 for now
 * @error: where to put an error of the store
 *
 * Returns: (transfer full) (element-type TsRow): the rows in the order of the framework
 */
GPtrArray *
ts_reviewed_read_rows (TsWorkbook        *workbook,
                       const TsReviewed  *reviewed,
                       TsEntity           entity,
                       guint              field,
                       guint              node_field,
                       gint64             as_of,
                       GError           **error)
{
  const char *id = ts_row_get_id (reviewed->assessment);
  GPtrArray *rows = as_of > 0 ? ts_workbook_read_rows_as_they_stood (workbook, entity, id, as_of, error)
                              : ts_workbook_read_rows (workbook, entity, (int) field, id, error);
  g_autoptr (GHashTable) places = number_nodes (reviewed->framework);
  Order order = { places, node_field };

  if (rows != NULL)
    g_ptr_array_sort_with_data (rows, compare_rows, &order);

  return rows;
}
