/* ts-agenda.c — what a panel speaks about first
 *
 * Where the scores lie furthest apart comes first: by the distance between the lowest and the highest, then by how far the scores are from
 * their median on average, then by how far the median is from what the board claims, and then as the framework has it. What nobody has
 * scored comes last: there is nothing yet to disagree about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-agenda.h"

#include "core/ts-layer.h"

#include <math.h>

void
ts_agenda_item_free (TsAgendaItem *self)
{
  g_ptr_array_unref (self->scores);
  g_clear_pointer (&self->panel, ts_row_unref);
  g_free (self);
}

/**
 * ts_agenda_item_get_spread:
 * @self: a criterion on the agenda
 *
 * Returns: how many levels lie between the lowest and the highest score
 */
int
ts_agenda_item_get_spread (const TsAgendaItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->highest - self->lowest;
}

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * ts_median:
 * @levels: (array length=n_levels): levels
 * @n_levels: how many
 *
 * Returns: the level in the middle, halfway between the two in the middle of an even number; 0 of none
 */
double
ts_median (const int *levels,
           guint      n_levels)
{
  g_autofree int *sorted = NULL;

  if (n_levels == 0)
    return 0;

  sorted = g_memdup2 (levels, n_levels * sizeof (int));
  qsort (sorted, n_levels, sizeof (int), compare_levels);

  return (sorted[(n_levels - 1) / 2] + sorted[n_levels / 2]) / 2.0;
}

/**
 * ts_median_get_start:
 * @median: a median
 *
 * Returns: the level at which the panel starts; the lower one of two, for a higher level has to be shown
 */
int
ts_median_get_start (double median)
{
  return (int) floor (median);
}

/**
 * ts_median_needs_reason:
 * @median: the median of the scores, 0 of none
 * @level: the level that the panel agrees
 *
 * Returns: whether the panel must say why: where the level is not the median, nor one of two between which it lies
 */
gboolean
ts_median_needs_reason (double median,
                        int    level)
{
  return median <= 0 || level < (int) floor (median) || level > (int) ceil (median);
}

static int
compare_scores (gconstpointer a,
                gconstpointer b)
{
  const TsRow *first = *(TsRow *const *) a;
  const TsRow *second = *(TsRow *const *) b;
  gint64 difference = ts_row_get_integer (first, TS_RATING_LEVEL) - ts_row_get_integer (second, TS_RATING_LEVEL);

  if (difference != 0)
    return difference < 0 ? -1 : 1;

  return g_strcmp0 (ts_row_get_text (first, TS_RATING_ASSESSOR), ts_row_get_text (second, TS_RATING_ASSESSOR));
}

static void
take_rating (TsAgendaItem *item,
             TsRow        *rating)
{
  int level = (int) ts_row_get_integer (rating, TS_RATING_LEVEL);
  TsLayer layer;

  if (!ts_layer_from_name (ts_row_get_text (rating, TS_RATING_LAYER), &layer) || ts_row_has (rating, TS_RATING_CARRIED))
    return;

  switch (layer)
    {
    case TS_LAYER_SELF:
      item->self = level;
      break;

    case TS_LAYER_DESK:
      item->desk = level;
      break;

    case TS_LAYER_REVIEWER:
      if (level > 0)
        g_ptr_array_add (item->scores, ts_row_ref (rating));
      break;

    case TS_LAYER_PANEL:
      g_clear_pointer (&item->panel, ts_row_unref);
      item->panel = ts_row_ref (rating);
      break;

    case TS_LAYER_FINAL:
    default:
      break;
    }
}

static void
sum_up (TsAgendaItem *item)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (int));

  g_ptr_array_sort (item->scores, compare_scores);

  for (guint i = 0; i < item->scores->len; i++)
    {
      int level = (int) ts_row_get_integer (g_ptr_array_index (item->scores, i), TS_RATING_LEVEL);

      g_array_append_val (levels, level);
    }

  if (levels->len == 0)
    return;

  item->lowest = g_array_index (levels, int, 0);
  item->highest = g_array_index (levels, int, levels->len - 1);
  item->median = ts_median ((const int *) (void *) levels->data, levels->len);

  for (guint i = 0; i < levels->len; i++)
    item->deviation += fabs (g_array_index (levels, int, i) - item->median) / levels->len;
}

static double
get_distance (const TsAgendaItem *item)
{
  return item->self > 0 && item->median > 0 ? fabs (item->median - item->self) : 0;
}

static int
compare_numbers (double a,
                 double b)
{
  return (a > b) - (a < b);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TsAgendaItem *first = *(TsAgendaItem *const *) a;
  const TsAgendaItem *second = *(TsAgendaItem *const *) b;
  int order = (first->scores->len == 0) - (second->scores->len == 0);

  if (order == 0)
    order = ts_agenda_item_get_spread (second) - ts_agenda_item_get_spread (first);

  /* The same levels add up the same, so this needs no tolerance. */
  if (order == 0)
    order = compare_numbers (second->deviation, first->deviation);

  return order != 0 ? order : compare_numbers (get_distance (second), get_distance (first));
}

/* Sorting that leaves equals as they stand, which the framework's order is. */
static void
sort_items (GPtrArray *items)
{
  for (guint i = 1; i < items->len; i++)
    {
      gpointer item = items->pdata[i];
      guint at = i;

      while (at > 0 && compare_items (&items->pdata[at - 1], &item) > 0)
        {
          items->pdata[at] = items->pdata[at - 1];
          at--;
        }

      items->pdata[at] = item;
    }
}

static void
add_items (GPtrArray       *items,
           GHashTable      *by_node,
           const TsSection *section)
{
  for (guint i = 0; i < section->groups->len; i++)
    {
      const TsNode *group = g_ptr_array_index (section->groups, i);

      for (guint j = 0; j < MAX (1, group->criteria->len); j++)
        {
          TsAgendaItem *item = g_new0 (TsAgendaItem, 1);

          item->node = group->criteria->len > 0 ? g_ptr_array_index (group->criteria, j) : group;
          item->scores = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
          g_ptr_array_add (items, item);
          g_hash_table_insert (by_node, item->node->id, item);
        }
    }
}

static void
count_notes (GHashTable             *by_node,
             const TsAgendaMaterial *material)
{
  for (guint i = 0; material->dissents != NULL && i < material->dissents->len; i++)
    {
      TsAgendaItem *item = g_hash_table_lookup (by_node, ts_row_get_text (g_ptr_array_index (material->dissents, i), TS_DISSENT_NODE));

      if (item != NULL)
        item->n_dissents++;
    }

  for (guint i = 0; material->enquiries != NULL && i < material->enquiries->len; i++)
    {
      const TsRow *enquiry = g_ptr_array_index (material->enquiries, i);
      TsAgendaItem *item = g_hash_table_lookup (by_node, ts_row_get_text (enquiry, TS_ENQUIRY_NODE));

      if (item == NULL)
        continue;

      item->n_enquiries++;
      item->n_answered += ts_row_has (enquiry, TS_ENQUIRY_ANSWER);
    }
}

/**
 * ts_agenda_new:
 * @material: what is known of an assessment
 *
 * Returns: (transfer full) (element-type TsAgendaItem): every criterion, and every group without criteria, most disagreement first. The nodes
 *   are borrowed from the framework
 */
GPtrArray *
ts_agenda_new (const TsAgendaMaterial *material)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_agenda_item_free);
  g_autoptr (GHashTable) by_node = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (material != NULL && material->framework != NULL && material->ratings != NULL, items);

  for (guint i = 0; i < ts_framework_get_n_sections (material->framework); i++)
    {
      const TsSection *section = ts_framework_get_section (material->framework, i);

      if (section->kind == TS_SECTION_GRADED)
        add_items (items, by_node, section);
    }

  for (guint i = 0; i < material->ratings->len; i++)
    {
      TsRow *rating = g_ptr_array_index (material->ratings, i);
      TsAgendaItem *item = g_hash_table_lookup (by_node, ts_row_get_text (rating, TS_RATING_NODE));

      if (item != NULL)
        take_rating (item, rating);
    }

  count_notes (by_node, material);
  g_ptr_array_foreach (items, (GFunc) (void (*) (void)) sum_up, NULL);
  sort_items (items);

  return items;
}
