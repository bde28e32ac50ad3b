/* ts-heatmap-sentence.c
 *
 * A heat map in words: what each cell says, what it all comes to, and the same as a table.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-heatmap-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-count.h"
#include "chart/ts-chart-number.h"

/* The columns of the table before those of the map. */
enum
{
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_GROUP,
  N_LEADING_COLUMNS,
};

/**
 * ts_heatmap_data_cell_text:
 * @self: data of a heat map
 * @row: less than ts_heatmap_data_get_n_rows()
 * @column: less than ts_heatmap_data_get_n_columns()
 *
 * Returns: (transfer full): what the cell says, such as "3 Strong", "27", "too little rated (2 of 5)" or "not rated"
 */
char *
ts_heatmap_data_cell_text (const TsHeatmapData *self,
                           guint                row,
                           guint                column)
{
  const TsHeatmapCell *cell = ts_heatmap_data_get_cell (self, row, column);
  const TsChartLevels *levels = ts_heatmap_data_get_levels (self, column);
  g_autofree char *text = NULL;

  g_return_val_if_fail (cell != NULL, NULL);

  if (cell->state == TS_HEATMAP_STATE_MISSING)
    return g_strdup (_("not rated"));
  if (cell->state == TS_HEATMAP_STATE_INCOMPLETE && cell->n_wanted == 0)
    return g_strdup (_("too little rated"));
  if (cell->state == TS_HEATMAP_STATE_INCOMPLETE)
    return g_strdup_printf (_("too little rated (%u of %u)"), cell->n_rated, cell->n_wanted);

  text = levels != NULL
           ? ts_chart_levels_text (levels, cell->value)
           : ts_chart_number_text (cell->value, ts_chart_number_decimals (cell->value, cell->value));

  /* Translators: a level that an organisation did not get itself, but those that it follows, as in "3 Strong (from
   * predecessors)". */
  if (cell->lent)
    return g_strdup_printf (_("%s (from predecessors)"), text);

  /* Translators: a level that somebody stated instead of its being rolled up, as in "3 Strong (stated)". */
  return cell->stated ? g_strdup_printf (_("%s (stated)"), text) : g_steal_pointer (&text);
}

typedef struct
{
  const TsChartLevels *levels;
  guint counts[TS_CHART_LEVELS_MOST + 1];
  guint n_given;
  guint n_wanted;
} Summary;

/* Counts on the scale of the first column that has one: levels of different scales cannot be counted together. */
static void
summary_init (Summary             *self,
              const TsHeatmapData *data)
{
  *self = (Summary) { .levels = NULL };

  for (guint column = 0; column < ts_heatmap_data_get_n_columns (data); column++)
    {
      const TsChartLevels *levels = ts_heatmap_data_get_levels (data, column);

      if (self->levels == NULL)
        self->levels = levels;
      if (levels == NULL || levels != self->levels)
        continue;

      for (guint row = 0; row < ts_heatmap_data_get_n_rows (data); row++)
        {
          const TsHeatmapCell *cell = ts_heatmap_data_get_cell (data, row, column);

          self->n_wanted++;
          if (cell->state != TS_HEATMAP_STATE_VALUE)
            continue;
          self->n_given++;
          self->counts[lround (cell->value)]++;
        }
    }
}

static char *
describe_missing (const Summary *summary)
{
  guint n_missing = summary->n_wanted - summary->n_given;
  g_autofree char *missing = ts_chart_count_text (n_missing);
  g_autofree char *wanted = ts_chart_count_text (summary->n_wanted);

  if (n_missing == 0)
    return g_strdup (_("none is missing"));

  /* Translators: of all the levels that there could be, how many are missing, as in "68 of 1,672 are missing". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %s is missing",
                                       "%s of %s are missing", n_missing),
                          missing, wanted);
}

/**
 * ts_heatmap_data_describe:
 * @self: data of a heat map
 *
 * Tells which level is the most frequent and how many are missing.
 *
 * Returns: (transfer full): one translated sentence
 */
char *
ts_heatmap_data_describe (const TsHeatmapData *self)
{
  g_autofree char *organisations = NULL;
  g_autofree char *level = NULL;
  g_autofree char *share = NULL;
  g_autofree char *missing = NULL;
  Summary summary;
  guint most = 1;

  g_return_val_if_fail (self != NULL, NULL);

  if (ts_heatmap_data_get_n_rows (self) == 0 || ts_heatmap_data_get_n_columns (self) == 0)
    return g_strdup (_("There is nothing to show yet."));

  organisations = ts_chart_count_organisations (ts_heatmap_data_get_n_rows (self));
  summary_init (&summary, self);
  if (summary.levels == NULL)
    return g_strdup_printf (_("%s."), organisations);
  if (summary.n_given == 0)
    /* Translators: the number of organisations comes first, as in "152 organisations, and no level of any yet." */
    return g_strdup_printf (_("%s, and no level of any yet."), organisations);

  for (guint i = 2; i <= ts_chart_levels_get_n (summary.levels); i++)
    if (summary.counts[i] > summary.counts[most])
      most = i;
  level = ts_chart_levels_text (summary.levels, most);
  share = ts_chart_count_share (summary.counts[most], summary.n_given);
  missing = describe_missing (&summary);

  /* Translators: the number of organisations, the most frequent level with its share of all, and how many are missing, as
   * in "152 organisations: most often 2 Developing (48% of all levels); 68 of 1,672 are missing." */
  return g_strdup_printf (_("%s: most often %s (%s of all levels); %s."), organisations, level,
                          share, missing);
}

/**
 * ts_heatmap_data_to_table:
 * @self: data of a heat map
 *
 * Returns: (transfer full): a row for each organisation, a column for each of the map's after code, name and group
 */
TsChartTable *
ts_heatmap_data_to_table (const TsHeatmapData *self)
{
  TsChartTable *table;
  guint n_columns;

  g_return_val_if_fail (self != NULL, NULL);

  n_columns = ts_heatmap_data_get_n_columns (self);
  table = ts_chart_table_new (ts_heatmap_data_get_title (self));
  ts_chart_table_add_column (table, _("Code"));
  ts_chart_table_add_column (table, _("Organisation"));
  ts_chart_table_add_column (table, _("Group"));
  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *title = ts_chart_subject_title (ts_heatmap_data_get_column (self, column));

      ts_chart_table_add_column (table, title);
    }

  for (guint i = 0; i < ts_heatmap_data_get_n_rows (self); i++)
    {
      guint row = ts_chart_table_add_row (table);
      const TsChartSubject *subject = ts_heatmap_data_get_row (self, i);

      ts_chart_table_set_cell (table, row, COLUMN_CODE, subject->code);
      ts_chart_table_set_cell (table, row, COLUMN_NAME, subject->name);
      ts_chart_table_set_cell (table, row, COLUMN_GROUP, subject->group);
      for (guint column = 0; column < n_columns; column++)
        {
          g_autofree char *text = ts_heatmap_data_cell_text (self, i, column);

          ts_chart_table_set_cell (table, row, N_LEADING_COLUMNS + column, text);
        }
    }

  return table;
}
