/* ts-outcome-cells.c — the values of outcomes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-outcome-cells.h"

#include "core/ts-error.h"
#include "core/ts-number.h"
#include "core/ts-outcome-lock.h"
#include "core/ts-outcome.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
set_unchanged (GError **error)
{
  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("Nothing would change."));
}

static const char *
get_metric (const TsRow *outcome)
{
  return ts_row_get_text (outcome, TS_OUTCOME_METRIC);
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ts_row_get_integer (*(const TsRow *const *) a, TS_OUTCOME_VALUE_YEAR);
  gint64 second = ts_row_get_integer (*(const TsRow *const *) b, TS_OUTCOME_VALUE_YEAR);

  return first < second ? -1 : first > second;
}

static gboolean
check_cell (const TsOutcomeCell  *cell,
            GError              **error)
{
  if (cell->year < TS_YEAR_FIRST || cell->year > TS_YEAR_LAST)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("A value can be of a year from %d to %d."), TS_YEAR_FIRST, TS_YEAR_LAST);
      return FALSE;
    }

  if (cell->has_number && (!isfinite (cell->number) || fabs (cell->number) > TS_NUMBER_LARGEST))
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_INVALID, _("A value is a number of a million million at most."));
      return FALSE;
    }

  return TRUE;
}

static char *
name_number (const TsRow         *value,
             TsOutcomeValueField  field)
{
  return value != NULL && ts_row_has (value, field) ? ts_number_format (ts_row_get_real (value, field)) : g_strdup (_("no value"));
}

static char *
label_cell (const TsRow         *outcome,
            const TsRow         *before,
            const TsRow         *after,
            TsOutcomeValueField  field)
{
  g_autofree char *year_text = ts_year_format ((int) ts_row_get_integer (after, TS_OUTCOME_VALUE_YEAR));
  g_autofree char *from = name_number (before, field);
  g_autofree char *to = name_number (after, field);

  if (field == TS_OUTCOME_VALUE_ASPIRATION)
    return g_strdup_printf (C_("change of a value", "%s: aspiration %s: %s → %s"), get_metric (outcome), year_text, from, to);

  return g_strdup_printf (C_("change of a value", "%s: actual %s: %s → %s"), get_metric (outcome), year_text, from, to);
}

/* The year's values as they will be, which begin as they are kept. */
static TsRow *
open_value (GPtrArray   *rows,
            const TsRow *outcome,
            GPtrArray   *values,
            int          year)
{
  TsRow *kept = ts_outcome_find_value (values, year);
  TsRow *row = ts_outcome_find_value (rows, year);

  if (row == NULL)
    {
      row = kept != NULL ? ts_row_copy (kept) : ts_outcome_value_new (outcome, year);
      g_ptr_array_add (rows, row);
    }

  return row;
}

static void
set_cell (TsRow               *row,
          const TsOutcomeCell *cell)
{
  /* There is no negative nothing. */
  if (cell->has_number)
    ts_row_set_real (row, cell->field, cell->number == 0 ? 0 : cell->number);
  else
    ts_row_clear (row, cell->field);
}

static gboolean
cell_differs (const TsRow         *before,
              const TsRow         *after,
              TsOutcomeValueField  field)
{
  gboolean was = before != NULL && ts_row_has (before, field);
  gboolean will_be = ts_row_has (after, field);

  return was != will_be || (was && ts_row_get_real (before, field) != ts_row_get_real (after, field));
}

static gboolean
says_nothing (const TsRow *value)
{
  return !ts_row_has (value, TS_OUTCOME_VALUE_ASPIRATION) && !ts_row_has (value, TS_OUTCOME_VALUE_ACTUAL);
}

/* What a person reads of the change; %NULL where nothing changes. */
static char *
label_cells (const TsRow *outcome,
             GPtrArray   *values,
             GPtrArray   *rows)
{
  static const TsOutcomeValueField fields[] = { TS_OUTCOME_VALUE_ASPIRATION, TS_OUTCOME_VALUE_ACTUAL };
  g_autofree char *label = NULL;
  guint n_changed = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const TsRow *after = g_ptr_array_index (rows, i);
      const TsRow *before = ts_outcome_find_value (values, (int) ts_row_get_integer (after, TS_OUTCOME_VALUE_YEAR));

      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        {
          if (cell_differs (before, after, fields[j]) && n_changed++ == 0)
            label = label_cell (outcome, before, after, fields[j]);
        }
    }

  if (n_changed > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u value", "%s: %u values", n_changed), get_metric (outcome), n_changed);

  return g_steal_pointer (&label);
}

/* Years without any value have no row, so that undoing the first value leaves no trace in the tables. */
static gboolean
add_value (TsChange     *change,
           const TsRow  *outcome,
           GPtrArray    *values,
           GPtrArray    *assessments,
           TsRow        *after,
           GError      **error)
{
  TsRow *before = ts_outcome_find_value (values, (int) ts_row_get_integer (after, TS_OUTCOME_VALUE_YEAR));
  TsRow *kept = says_nothing (after) ? NULL : after;

  if (ts_row_equal (before, kept))
    return TRUE;

  if (!ts_outcome_check_row_unlocked (before, kept, outcome, assessments, error))
    return FALSE;

  ts_change_add (change, before, kept);

  return TRUE;
}

/**
 * ts_change_set_outcome_cells:
 * @outcome: an outcome's row
 * @values: (element-type TsRow): its values as they are kept
 * @assessments: (element-type TsRow): the organisation's assessments
 * @cells: (array length=n_cells): what is wanted; the last word on a cell counts
 * @n_cells: how many
 * @error: where to put why not
 *
 * Sets or clears any number of values as one change; where one of them is not possible, none is set. Fails with %TS_RULE_ERROR_LOCKED,
 * %TS_RULE_ERROR_INVALID or %TS_RULE_ERROR_UNCHANGED.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_set_outcome_cells (const TsRow          *outcome,
                             GPtrArray            *values,
                             GPtrArray            *assessments,
                             const TsOutcomeCell  *cells,
                             guint                 n_cells,
                             GError              **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  g_autoptr (TsChange) change = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (outcome != NULL && values != NULL && assessments != NULL, NULL);
  g_return_val_if_fail (cells != NULL || n_cells == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (guint i = 0; i < n_cells; i++)
    {
      if (!check_cell (&cells[i], error))
        return NULL;

      set_cell (open_value (rows, outcome, values, cells[i].year), &cells[i]);
    }

  g_ptr_array_sort (rows, compare_years);
  label = label_cells (outcome, values, rows);

  if (label == NULL)
    {
      set_unchanged (error);
      return NULL;
    }

  change = ts_change_new (label);

  for (guint i = 0; i < rows->len; i++)
    {
      if (!add_value (change, outcome, values, assessments, g_ptr_array_index (rows, i), error))
        return NULL;
    }

  return g_steal_pointer (&change);
}
