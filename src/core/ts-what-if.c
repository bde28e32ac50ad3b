/* ts-what-if.c — what a median would be if all reviewers scored alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-what-if.h"

#include "core/ts-agenda.h"
#include "core/ts-severity.h"

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/**
 * ts_what_ifs_make:
 * @table: scores
 * @scope: on what, and who
 * @severities: (element-type TsSeverity): how the reviewers score
 *
 * Returns: (transfer full) (element-type TsWhatIf): each criterion of each assessment that has a score
 */
GArray *
ts_what_ifs_make (const TsScoreTable *table,
                  TsScoreScope        scope,
                  GArray             *severities)
{
  GArray *made = g_array_new (FALSE, FALSE, sizeof (TsWhatIf));
  g_autofree double *adjusted = NULL;
  g_auto (TsScoreUnits) units = { 0 };

  g_return_val_if_fail (severities->len == ts_score_table_get_n_reviewers (table), made);

  adjusted = g_new (double, severities->len + 1);
  ts_score_units_init (&units, table, scope);

  while (ts_score_units_next (&units))
    {
      TsWhatIf it = { units.assessment, units.criterion, units.n, ts_median (units.levels, units.n), 0, 0 };

      for (guint i = 0; i < units.n; i++)
        adjusted[i] = ts_severity_adjust (&g_array_index (severities, TsSeverity, units.reviewers[i]), units.levels[i]);

      qsort (adjusted, units.n, sizeof (double), compare_numbers);
      it.adjusted = (adjusted[(units.n - 1) / 2] + adjusted[units.n / 2]) / 2;
      it.level = ts_severity_round (it.adjusted, ts_score_table_get_n_levels (table));
      g_array_append_val (made, it);
    }

  return made;
}
