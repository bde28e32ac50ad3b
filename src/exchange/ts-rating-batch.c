/* ts-rating-batch.c — the ratings of one assessment after the other
 *
 * The workbook gives ratings assessment by assessment; here those of one are gathered and put into the order of its framework, which the workbook
 * does not know. So exports need the memory of one assessment, however many there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-rating-batch.h"

#include "exchange/ts-framework-set.h"

typedef struct
{
  TsFrameworkSet *frameworks;
  GHashTable *orders; /* TsNode → its place in its framework, from 1 */
  TsRatingBatchFunction function;
  gpointer data;
  char *assessment; /* the id of the batch's, NULL before the first */
  TsRatingBatch batch;
  GError *error;
} Gathering;

static void
batched_rating_free (gpointer data)
{
  TsBatchedRating *rating = data;

  g_free (rating->node_id);
  g_free (rating->layer);
  g_free (rating->assessor);
  g_free (rating->rationale);
  g_free (rating);
}

static void
note_order (Gathering    *gathering,
            const TsNode *node)
{
  g_hash_table_insert (gathering->orders, (gpointer) node, GUINT_TO_POINTER (g_hash_table_size (gathering->orders) + 1));
}

static void
note_orders (Gathering         *gathering,
             const TsFramework *framework)
{
  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      for (guint j = 0; j < section->groups->len; j++)
        {
          const TsNode *group = g_ptr_array_index (section->groups, j);

          if (g_hash_table_contains (gathering->orders, group))
            return;

          note_order (gathering, group);

          for (guint k = 0; k < group->criteria->len; k++)
            note_order (gathering, g_ptr_array_index (group->criteria, k));
        }
    }
}

static guint
get_layer_order (const char *name)
{
  TsLayer layer;

  return ts_layer_from_name (name, &layer) ? layer : TS_N_LAYERS;
}

/* What the framework does not have comes last. */
static guint
get_node_order (Gathering    *gathering,
                const TsNode *node)
{
  return node != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (gathering->orders, node)) : G_MAXUINT;
}

static int
compare_ratings (gconstpointer a,
                 gconstpointer b,
                 gpointer      data)
{
  const TsBatchedRating *first = *(const TsBatchedRating *const *) a;
  const TsBatchedRating *second = *(const TsBatchedRating *const *) b;
  guint first_order = get_node_order (data, first->node);
  guint second_order = get_node_order (data, second->node);
  int order;

  if (first_order != second_order)
    return first_order < second_order ? -1 : 1;

  order = strcmp (first->node_id, second->node_id);

  if (order == 0)
    order = (int) get_layer_order (first->layer) - (int) get_layer_order (second->layer);

  return order != 0 ? order : strcmp (first->assessor, second->assessor);
}

static gboolean
hand_over (Gathering *gathering)
{
  gboolean go_on;

  if (gathering->assessment == NULL)
    return TRUE;

  g_ptr_array_sort_with_data (gathering->batch.ratings, compare_ratings, gathering);
  go_on = gathering->function (&gathering->batch, gathering->data, &gathering->error);

  g_clear_pointer (&gathering->assessment, g_free);
  g_clear_pointer (&gathering->batch.organisation_code, g_free);
  g_clear_pointer (&gathering->batch.framework_code, g_free);
  g_ptr_array_set_size (gathering->batch.ratings, 0);

  return go_on;
}

static void
begin_batch (Gathering            *gathering,
             const TsRatingRecord *record)
{
  gathering->assessment = g_strdup (record->assessment);
  gathering->batch.organisation_code = g_strdup (record->organisation_code);
  gathering->batch.year = record->year;
  gathering->batch.framework_code = g_strdup (record->framework_code);
  gathering->batch.framework = ts_framework_set_get (gathering->frameworks, record->framework);

  if (gathering->batch.framework != NULL)
    note_orders (gathering, gathering->batch.framework);
}

static gboolean
take_rating (const TsRatingRecord *record,
             gpointer              data)
{
  Gathering *gathering = data;
  TsBatchedRating *rating;

  if (g_strcmp0 (gathering->assessment, record->assessment) != 0)
    {
      if (!hand_over (gathering))
        return FALSE;

      begin_batch (gathering, record);
    }

  rating = g_new0 (TsBatchedRating, 1);
  rating->node = gathering->batch.framework != NULL ? ts_framework_find_node (gathering->batch.framework, record->node) : NULL;
  rating->node_id = g_strdup (record->node);
  rating->layer = g_strdup (record->layer);
  rating->assessor = g_strdup (record->assessor);
  rating->level = record->level;
  rating->rationale = g_strdup (record->rationale);
  g_ptr_array_add (gathering->batch.ratings, rating);

  return TRUE;
}

/**
 * ts_rating_batch_foreach:
 * @workbook: a workbook
 * @filter: (nullable): what is wanted
 * @function: (scope call): is handed each assessment that has ratings; it ends the reading by setting an error and returning %FALSE
 * @data: for @function
 * @error: where to put @function's error, or one of the store
 *
 * Assessments come in the order of organisation codes, years and framework codes.
 *
 * Returns: whether everything has been read
 */
gboolean
ts_rating_batch_foreach (TsWorkbook             *workbook,
                         const TsQueryFilter    *filter,
                         TsRatingBatchFunction   function,
                         gpointer                data,
                         GError                **error)
{
  g_autoptr (TsFrameworkSet) frameworks = NULL;
  g_autoptr (GHashTable) orders = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) ratings = g_ptr_array_new_with_free_func (batched_rating_free);
  const TsQueryFilter everything = { 0 };
  Gathering gathering = { .orders = orders, .function = function, .data = data, .batch.ratings = ratings };
  gboolean read;

  g_return_val_if_fail (workbook != NULL, FALSE);

  frameworks = ts_framework_set_read (workbook, error);

  if (frameworks == NULL)
    return FALSE;

  gathering.frameworks = frameworks;
  read = ts_workbook_foreach_rating (workbook, filter != NULL ? filter : &everything, take_rating, &gathering, error);

  if (read && gathering.error == NULL)
    hand_over (&gathering);

  g_free (gathering.assessment);
  g_free (gathering.batch.organisation_code);
  g_free (gathering.batch.framework_code);

  if (gathering.error != NULL)
    {
      if (read)
        g_propagate_error (error, gathering.error);
      else
        g_error_free (gathering.error);

      return FALSE;
    }

  return read;
}
