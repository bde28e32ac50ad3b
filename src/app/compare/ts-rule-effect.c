/* ts-rule-effect.c — what changes, and for whom, if levels were rolled up by another rule
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-rule-effect.h"

#include "app/assess/ts-level-words.h"
#include "core/ts-compare-counts.h"

#include <glib/gi18n-lib.h>

static void
row_free (gpointer data)
{
  TsRuleEffectRow *row = data;

  g_free (row->code);
  g_free (row->name);
  g_free (row->changes);
  g_free (row);
}

/* By what their rows end with, so that the order can be seen. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TsRuleEffectRow *first = *(TsRuleEffectRow *const *) a;
  const TsRuleEffectRow *second = *(TsRuleEffectRow *const *) b;

  if (ABS (first->balance) != ABS (second->balance))
    return ABS (first->balance) > ABS (second->balance) ? -1 : 1;

  if (first->n_changes != second->n_changes)
    return first->n_changes > second->n_changes ? -1 : 1;

  return g_utf8_collate (first->name, second->name);
}

/* Those without a level are not among what could change. */
static guint
count_levels (const TsComparison    *comparison,
              const TsCompareFilter *filter,
              const GArray          *nodes,
              guint                  year)
{
  guint n = 0;

  for (guint i = 0; i < ts_comparison_get_n_organisations (comparison); i++)
    {
      for (guint j = 0; j < nodes->len; j++)
        n += ts_comparison_get_cell (comparison, i, year, filter->layer, g_array_index (nodes, guint, j)).level != 0;
    }

  return n;
}

static void
add_change (TsRuleEffectRow     *row,
            const TsComparison  *comparison,
            const TsSensitivity *change)
{
  const TsNode *node = ts_comparison_get_node (comparison, change->node)->node;
  g_autofree char *before = ts_level_words_short (node->section->scale, change->level);
  g_autofree char *after = ts_level_words_short (node->section->scale, change->other);
  g_autofree char *earlier = g_steal_pointer (&row->changes);

  /* Translators: a competency, its level, and the level that it would have */
  row->changes = earlier != NULL ? g_strdup_printf (_("%s, %s: %s → %s"), earlier, ts_node_get_short_name (node), before, after)
                                 : g_strdup_printf (_("%s: %s → %s"), ts_node_get_short_name (node), before, after);
  row->n_changes++;
  row->balance += change->other - change->level;
}

static char *
make_sentence (const TsRuleEffect *self,
               guint               n_changes,
               guint               n_risen,
               guint               n_levels)
{
  g_autofree char *rule = g_utf8_strdown (ts_roll_up_rule_get_title (self->rule), -1);
  g_autofree char *levels = NULL;

  if (n_changes == 0)
    return g_strdup_printf (_("By the rule %s, %s, every level stays as it is."), rule, ts_roll_up_rule_get_explanation (self->rule));

  levels = g_strdup_printf (ngettext ("%u of %u level would be different", "%u of %u levels would be different", n_levels), n_changes, n_levels);

  /* Translators: a rule, what it takes, how many levels would be different, how many of these rise and fall, and for how many organisations */
  return g_strdup_printf (ngettext ("By the rule %s, %s, %s: %u higher and %u lower, for %u organisation.",
                                    "By the rule %s, %s, %s: %u higher and %u lower, for %u organisations.", self->rows->len),
                          rule, ts_roll_up_rule_get_explanation (self->rule), levels, n_risen, n_changes - n_risen, self->rows->len);
}

/**
 * ts_rule_effect_new:
 * @comparison: levels of the filter's layer in one year, by the rule that is used
 * @filter: what is compared
 * @rule: another rule
 *
 * Levels that were stated depend on no rule.
 *
 * Returns: (transfer full) (nullable): what would change; %NULL where there is nothing that could
 */
TsRuleEffect *
ts_rule_effect_new (const TsComparison    *comparison,
                    const TsCompareFilter *filter,
                    TsRollUpRule           rule)
{
  g_autoptr (GArray) nodes = NULL;
  g_autoptr (GArray) changes = NULL;
  g_autofree TsRuleEffectRow **by_organisation = NULL;
  TsRuleEffect *self;
  guint n_risen = 0;
  guint year;

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (ts_comparison_get_n_years (comparison) == 0 || ts_comparison_get_n_sections (comparison) == 0)
    return NULL;

  year = ts_comparison_get_n_years (comparison) - 1;
  nodes = ts_comparison_list_nodes (comparison, (guint) MAX (ts_comparison_find_section (comparison, filter->section), 0), FALSE);
  changes = ts_comparison_list_sensitivities (comparison, year, filter->layer, nodes, rule);
  by_organisation = g_new0 (TsRuleEffectRow *, ts_comparison_get_n_organisations (comparison) + 1);
  self = g_new0 (TsRuleEffect, 1);
  self->rule = rule;
  self->rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; i < changes->len; i++)
    {
      const TsSensitivity *change = &g_array_index (changes, TsSensitivity, i);
      TsRuleEffectRow **row = &by_organisation[change->organisation];

      if (*row == NULL)
        {
          const TsComparedOrganisation *organisation = ts_comparison_get_organisation (comparison, change->organisation);

          *row = g_new0 (TsRuleEffectRow, 1);
          (*row)->code = g_strdup (organisation->code);
          (*row)->name = g_strdup (organisation->name);
          g_ptr_array_add (self->rows, *row);
        }

      n_risen += change->other > change->level;
      add_change (*row, comparison, change);
    }

  g_ptr_array_sort (self->rows, compare_rows);
  self->sentence = make_sentence (self, changes->len, n_risen, count_levels (comparison, filter, nodes, year));

  return self;
}

void
ts_rule_effect_free (TsRuleEffect *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->sentence);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * ts_rule_effect_to_table:
 * @self: an effect
 *
 * Returns: (transfer full): for whom what changes, as a table
 */
TsChartTable *
ts_rule_effect_to_table (const TsRuleEffect *self)
{
  TsChartTable *table;

  g_return_val_if_fail (self != NULL, NULL);

  table = ts_chart_table_new (self->sentence);
  ts_chart_table_add_column (table, _("Code"));
  ts_chart_table_add_column (table, _("Organisation"));
  ts_chart_table_add_column (table, _("Levels that would be different"));
  ts_chart_table_add_column (table, _("How many"));
  ts_chart_table_add_column (table, _("Change of the sum of levels"));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TsRuleEffectRow *row = g_ptr_array_index (self->rows, i);
      guint at = ts_chart_table_add_row (table);
      g_autofree char *n = g_strdup_printf ("%u", row->n_changes);
      g_autofree char *balance = g_strdup_printf ("%d", row->balance);

      ts_chart_table_set_cell (table, at, 0, row->code);
      ts_chart_table_set_cell (table, at, 1, row->name);
      ts_chart_table_set_cell (table, at, 2, row->changes);
      ts_chart_table_set_cell (table, at, 3, n);
      ts_chart_table_set_cell (table, at, 4, balance);
    }

  return table;
}
