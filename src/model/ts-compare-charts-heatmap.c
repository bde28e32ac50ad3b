/* ts-compare-charts-heatmap.c — the levels of many organisations as a heat map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-compare-charts-private.h"

#include "core/ts-error.h"
#include "core/ts-similarity.h"

#include <glib/gi18n-lib.h>

/* Of each organisation the sum of its levels; nothing where one is missing, as in ts_scoring_get_score(). */
typedef struct
{
  guint n_rated;
  int sum;
} Total;

typedef struct
{
  TsComparison *comparison;
  const TsCompareFilter *filter;
  const TsCompareView *view;
  guint year;
  GArray *nodes;
  Total *totals;
  gboolean has_total;
} Map;

static const char *
get_sort (const Map *self)
{
  return self->view != NULL && self->view->sort != NULL ? self->view->sort : TS_COMPARE_SORT_TOTAL;
}

static int
get_level (const Map *self,
           guint      organisation,
           guint      node)
{
  return ts_comparison_get_cell (self->comparison, organisation, self->year, self->filter->layer, node).level;
}

static void
add_up (Map *self)
{
  guint n = ts_comparison_get_n_organisations (self->comparison);

  self->totals = g_new0 (Total, n + 1);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < self->nodes->len; j++)
        {
          int level = get_level (self, i, g_array_index (self->nodes, guint, j));

          self->totals[i].n_rated += level != 0;
          self->totals[i].sum += level;
        }
    }
}

/* Those of whom something is missing come after the others, by how much they have. */
static double
get_total_key (const Map *self,
               guint      organisation)
{
  const Total *total = &self->totals[organisation];

  if (total->n_rated == 0)
    return -G_MAXDOUBLE;

  return total->n_rated == self->nodes->len ? total->sum : total->sum - 1e6;
}

static guint *
take_order (GArray *sorted)
{
  guint *order = g_new (guint, sorted->len + 1);

  for (guint i = 0; i < sorted->len; i++)
    order[i] = g_array_index (sorted, TsSortedOrganisation, i).organisation;

  return order;
}

static guint *
order_by_key (const Map *self,
              int        node)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (TsSortedOrganisation));

  for (guint i = 0; i < ts_comparison_get_n_organisations (self->comparison); i++)
    {
      TsSortedOrganisation entry = { get_total_key (self, i), i };
      int level = node >= 0 ? get_level (self, i, (guint) node) : 0;

      if (node >= 0)
        entry.key = level != 0 ? level : -G_MAXDOUBLE;

      g_array_append_val (sorted, entry);
    }

  ts_sorted_organisations_sort (sorted, self->view != NULL && self->view->reversed);

  return take_order (sorted);
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Map *self = data;
  const TsComparedOrganisation *first = ts_comparison_get_organisation (self->comparison, *(const guint *) a);
  const TsComparedOrganisation *second = ts_comparison_get_organisation (self->comparison, *(const guint *) b);
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : g_strcmp0 (first->code, second->code);
}

static void
reverse (guint *order,
         guint  n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      guint other = order[n - 1 - i];

      order[n - 1 - i] = order[i];
      order[i] = other;
    }
}

static guint *
order_by_name (const Map *self)
{
  guint n = ts_comparison_get_n_organisations (self->comparison);
  guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;

  g_qsort_with_data (order, (int) n, sizeof *order, compare_names, (gpointer) self);

  if (self->view->reversed)
    reverse (order, n);

  return order;
}

/* Regions by name, and the organisations of each by total. */
static guint *
order_by_region (const Map *self)
{
  g_autoptr (GPtrArray) groups = ts_compare_charts_group_by_region (self->comparison, self->year);
  guint *order = g_new (guint, ts_comparison_get_n_organisations (self->comparison) + 1);
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const TsRegionGroup *group = g_ptr_array_index (groups, self->view->reversed ? groups->len - 1 - i : i);
      g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (TsSortedOrganisation));

      for (guint j = 0; j < group->organisations->len; j++)
        {
          guint organisation = g_array_index (group->organisations, guint, j);
          TsSortedOrganisation entry = { get_total_key (self, organisation), organisation };

          g_array_append_val (sorted, entry);
        }

      ts_sorted_organisations_sort (sorted, FALSE);

      for (guint j = 0; j < sorted->len; j++)
        order[n++] = g_array_index (sorted, TsSortedOrganisation, j).organisation;
    }

  return order;
}

static guint *
order_by_similarity (const Map *self)
{
  guint n = ts_comparison_get_n_organisations (self->comparison);
  g_autofree guint8 *levels = g_new0 (guint8, (gsize) n * self->nodes->len + 1);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < self->nodes->len; j++)
        levels[(gsize) i * self->nodes->len + j] = (guint8) get_level (self, i, g_array_index (self->nodes, guint, j));
    }

  return ts_similarity_order (levels, n, self->nodes->len);
}

/* Also says by which column, -1 for none. */
static guint *
order_rows (const Map  *self,
            int        *column,
            GError    **error)
{
  const char *sort = get_sort (self);
  int node = ts_comparison_find_node (self->comparison, sort);

  *column = -1;

  if (g_str_equal (sort, TS_COMPARE_SORT_SIMILARITY))
    return order_by_similarity (self);

  if (g_str_equal (sort, TS_COMPARE_SORT_REGION))
    return order_by_region (self);

  if (g_str_equal (sort, TS_COMPARE_SORT_NAME))
    return order_by_name (self);

  if (g_str_equal (sort, TS_COMPARE_SORT_TOTAL))
    {
      *column = self->has_total ? (int) self->nodes->len : -1;
      return order_by_key (self, -1);
    }

  for (guint i = 0; node >= 0 && i < self->nodes->len; i++)
    {
      if (g_array_index (self->nodes, guint, i) == (guint) node)
        *column = (int) i;
    }

  if (*column < 0)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN,
                   _("There is nothing called “%s” to sort by here: name total, name, region, similarity, or a column such as 5."), sort);
      return NULL;
    }

  return order_by_key (self, node);
}

static void
count_parts (const Map *self,
             guint      organisation,
             guint      group,
             guint     *n_rated,
             guint     *n_wanted)
{
  *n_rated = *n_wanted = 0;

  for (guint i = group + 1; i < ts_comparison_get_n_nodes (self->comparison) && ts_comparison_get_node (self->comparison, i)->group == group; i++)
    {
      if (!ts_comparison_knows_node (self->comparison, organisation, self->year, i))
        continue;

      (*n_wanted)++;
      *n_rated += get_level (self, organisation, i) != 0;
    }
}

static void
fill_cell (const Map     *self,
           TsHeatmapData *data,
           guint          row,
           guint          column,
           guint          organisation)
{
  guint node = g_array_index (self->nodes, guint, column);
  TsCell cell = ts_comparison_get_cell (self->comparison, organisation, self->year, self->filter->layer, node);
  guint n_rated;
  guint n_wanted;

  if (cell.level != 0)
    {
      ts_heatmap_data_set_value (data, row, column, cell.level, cell.basis == TS_BASIS_STATED && !cell.from_predecessors);

      if (cell.from_predecessors)
        ts_heatmap_data_set_lent (data, row, column);
    }
  else if (cell.basis == TS_BASIS_INCOMPLETE)
    {
      count_parts (self, organisation, node, &n_rated, &n_wanted);
      ts_heatmap_data_set_incomplete (data, row, column, n_rated, n_wanted);
    }
}

static void
fill_row (const Map     *self,
          TsHeatmapData *data,
          guint          organisation)
{
  TsChartSubject subject = ts_compare_charts_get_subject (self->comparison, self->filter, organisation, self->year);
  const Total *total = &self->totals[organisation];
  guint row = ts_heatmap_data_add_row (data, &subject);
  gboolean lent = FALSE;

  for (guint column = 0; column < self->nodes->len; column++)
    {
      fill_cell (self, data, row, column, organisation);
      lent |= ts_heatmap_data_get_cell (data, row, column)->lent;
    }

  if (!self->has_total || total->n_rated == 0)
    return;

  if (total->n_rated < self->nodes->len)
    {
      ts_heatmap_data_set_incomplete (data, row, self->nodes->len, total->n_rated, self->nodes->len);
      return;
    }

  ts_heatmap_data_set_value (data, row, self->nodes->len, total->sum, FALSE);

  if (lent)
    ts_heatmap_data_set_lent (data, row, self->nodes->len);
}

static void
add_columns (const Map     *self,
             TsHeatmapData *data)
{
  g_autoptr (TsChartLevels) levels = NULL;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const TsNode *node = ts_comparison_get_node (self->comparison, g_array_index (self->nodes, guint, i))->node;

      if (levels == NULL)
        levels = ts_compare_charts_make_levels (node->section->scale);

      ts_heatmap_data_add_column (data, node->id, ts_compare_charts_get_node_code (node), node->title, levels);
    }

  if (self->has_total)
    ts_heatmap_data_add_column (data, TS_COMPARE_SORT_TOTAL, NULL, C_("column", "Total"), NULL);
}

/**
 * ts_compare_charts_heatmap:
 * @comparison: levels, of the filter's layer in one year
 * @filter: what is compared
 * @view: (nullable): what rows are sorted by; the highest total comes first if it does not say
 * @error: where to put that there is no such thing to sort by
 *
 * The last column has the sum of the levels, where levels can be added and none is missing.
 *
 * Returns: (transfer full) (nullable): the data of a heat map, %NULL where there is nothing to show
 */
TsHeatmapData *
ts_compare_charts_heatmap (TsComparison           *comparison,
                           const TsCompareFilter  *filter,
                           const TsCompareView    *view,
                           GError                **error)
{
  g_autoptr (GArray) nodes = NULL;
  g_autofree guint *order = NULL;
  g_autofree Total *totals = NULL;
  g_autofree char *title = NULL;
  Map map = { comparison, filter, view };
  TsHeatmapData *data;
  int column;

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (ts_compare_charts_is_empty (comparison))
    return NULL;

  nodes = ts_compare_charts_list_nodes (comparison, filter);
  g_array_set_size (nodes, MIN (nodes->len, TS_HEATMAP_MAX_COLUMNS - 1));
  map.nodes = nodes;
  map.year = ts_compare_charts_get_last_year (comparison);
  map.has_total =
    ts_scale_get_kind (ts_comparison_get_section (comparison, ts_compare_charts_get_section (comparison, filter))->scale) == TS_SCALE_LEVELS;
  add_up (&map);
  totals = map.totals;
  order = order_rows (&map, &column, error);

  if (order == NULL)
    return NULL;

  title = ts_compare_charts_make_section_title (comparison, filter, ts_layer_get_title (filter->layer));
  data = ts_heatmap_data_new (title);
  add_columns (&map, data);

  for (guint i = 0; i < ts_comparison_get_n_organisations (comparison); i++)
    fill_row (&map, data, order[i]);

  ts_heatmap_data_set_sorted (data, column, view == NULL || !view->reversed);
  ts_heatmap_data_set_grouped (data, g_str_equal (get_sort (&map), TS_COMPARE_SORT_REGION));

  return data;
}
