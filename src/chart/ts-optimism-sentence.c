/* ts-optimism-sentence.c
 *
 * An optimism chart in words: what each row says, what it all comes to, and the same as a table.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-optimism-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/ts-chart-count.h"
#include "chart/ts-chart-number.h"

/* The columns of the table. */
enum
{
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_OWN,
  COLUMN_OTHER,
  COLUMN_GAP,
};

static char *
value_text (double value)
{
  return ts_chart_number_text (value, MIN (ts_chart_number_decimals (value, value), 1));
}

static char *
gap_quantity (const TsOptimismData *self,
              double                gap)
{
  const char *unit = ts_optimism_data_get_unit (self);
  g_autofree char *levels = NULL;

  if (*unit != '\0')
    return ts_chart_number_signed (gap, MIN (ts_chart_number_decimals (gap, gap), 1), unit);

  levels = ts_chart_number_levels (gap);

  return g_strconcat (gap > 0 ? "+" : gap < 0 ? "\xe2\x88\x92"
                                              : "",
                      levels, NULL);
}

/**
 * ts_optimism_data_gap_text:
 * @self: data of an optimism chart
 * @row: less than ts_optimism_data_get_n_rows()
 *
 * Returns: (transfer full): the gap with its unit, such as "+2 points", or what is missing to tell it
 */
char *
ts_optimism_data_gap_text (const TsOptimismData *self,
                           guint                 row)
{
  gboolean own = ts_optimism_data_get_own (self, row, NULL);
  gboolean other = ts_optimism_data_get_other (self, row, NULL);
  double gap;

  if (ts_optimism_data_get_gap (self, row, &gap))
    return gap_quantity (self, gap);
  if (!own && !other)
    return g_strdup (_("both are missing"));

  /* Translators: a judgement that is not there, as in "no Panel" or "no Self-assessment". */
  return g_strdup_printf (_("no %s"), own ? ts_optimism_data_get_other_name (self)
                                          : ts_optimism_data_get_own_name (self));
}

/**
 * ts_optimism_data_row_text:
 * @self: data of an optimism chart
 * @row: less than ts_optimism_data_get_n_rows()
 *
 * Returns: (transfer full): what there is to say of the row, such as "Self-assessment: 27; Panel: 25; +2 points"
 */
char *
ts_optimism_data_row_text (const TsOptimismData *self,
                           guint                 row)
{
  GString *text = g_string_new (NULL);
  g_autofree char *gap = ts_optimism_data_gap_text (self, row);
  double value;

  if (ts_optimism_data_get_own (self, row, &value))
    {
      g_autofree char *own = value_text (value);

      g_string_append_printf (text, _("%s: %s"), ts_optimism_data_get_own_name (self), own);
      g_string_append (text, _("; "));
    }
  if (ts_optimism_data_get_other (self, row, &value))
    {
      g_autofree char *other = value_text (value);

      g_string_append_printf (text, _("%s: %s"), ts_optimism_data_get_other_name (self), other);
      g_string_append (text, _("; "));
    }
  g_string_append (text, gap);

  return g_string_free (text, FALSE);
}

/**
 * ts_optimism_data_describe:
 * @self: data of an optimism chart
 *
 * Tells how many judged themselves higher than others did, how many lower, and the median gap.
 *
 * Returns: (transfer full): one translated sentence
 */
char *
ts_optimism_data_describe (const TsOptimismData *self)
{
  guint n_rows, n_both = 0, n_above = 0, n_below = 0;
  g_autofree char *all = NULL;
  g_autofree char *text = NULL;
  g_autofree char *middle_text = NULL;
  double middle = 0, gap;

  g_return_val_if_fail (self != NULL, NULL);

  n_rows = ts_optimism_data_get_n_rows (self);
  if (n_rows == 0)
    return g_strdup (_("There is nothing to show yet."));

  for (guint row = 0; row < n_rows; row++)
    if (ts_optimism_data_get_gap (self, row, &gap))
      {
        n_both++;
        n_above += gap > 0;
        n_below += gap < 0;
      }

  all = ts_chart_count_organisations (n_both > 0 ? n_both : n_rows);
  if (n_both == 0)
    /* Translators: the number of organisations and two kinds of judgement, as in "None of 8 organisations has both
     * Self-assessment and Panel." */
    return g_strdup_printf (_("None of %s has both %s and %s."), all,
                            ts_optimism_data_get_own_name (self),
                            ts_optimism_data_get_other_name (self));

  ts_optimism_data_get_middle (self, &middle);
  middle_text = gap_quantity (self, fabs (middle) < 0.05 ? 0 : middle);

  /* Translators: two kinds of judgement, how many organisations there are, for how many the first is above and below the
   * second, and the median of the differences, as in "Self-assessment is above Panel for 98 of 140 organisations, below
   * for 30; the median gap is +2 points". */
  text = g_strdup_printf (_("%s is above %s for %u of %s, below for %u; the median gap is %s"),
                          ts_optimism_data_get_own_name (self),
                          ts_optimism_data_get_other_name (self), n_above, all, n_below,
                          middle_text);
  if (n_both == n_rows)
    return g_strdup_printf (_("%s."), text);

  /* Translators: goes on after a sentence about those that have both, as in "; 12 lack one of the two." */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s; %u lacks one of the two.",
                                       "%s; %u lack one of the two.", n_rows - n_both),
                          text, n_rows - n_both);
}

/**
 * ts_optimism_data_to_table:
 * @self: data of an optimism chart
 *
 * Returns: (transfer full): a row for each organisation: both judgements and the gap
 */
TsChartTable *
ts_optimism_data_to_table (const TsOptimismData *self)
{
  TsChartTable *table;

  g_return_val_if_fail (self != NULL, NULL);

  table = ts_chart_table_new (ts_optimism_data_get_title (self));
  ts_chart_table_add_column (table, _("Code"));
  ts_chart_table_add_column (table, _("Organisation"));
  ts_chart_table_add_column (table, ts_optimism_data_get_own_name (self));
  ts_chart_table_add_column (table, ts_optimism_data_get_other_name (self));
  ts_chart_table_add_column (table, _("Gap"));

  for (guint i = 0; i < ts_optimism_data_get_n_rows (self); i++)
    {
      guint row = ts_chart_table_add_row (table);
      const TsChartSubject *subject = ts_optimism_data_get_row (self, i);
      g_autofree char *gap = ts_optimism_data_gap_text (self, i);
      double own = 0, other = 0;
      g_autofree char *own_text = ts_optimism_data_get_own (self, i, &own) ? value_text (own)
                                                                           : NULL;
      g_autofree char *other_text = ts_optimism_data_get_other (self, i, &other) ? value_text (other)
                                                                                 : NULL;

      ts_chart_table_set_cell (table, row, COLUMN_CODE, subject->code);
      ts_chart_table_set_cell (table, row, COLUMN_NAME, subject->name);
      ts_chart_table_set_cell (table, row, COLUMN_OWN,
                               own_text != NULL ? own_text : _("missing"));
      ts_chart_table_set_cell (table, row, COLUMN_OTHER,
                               other_text != NULL ? other_text : _("missing"));
      ts_chart_table_set_cell (table, row, COLUMN_GAP, gap);
    }

  return table;
}
