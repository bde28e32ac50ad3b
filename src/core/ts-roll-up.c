/* ts-roll-up.c — from the levels of the parts to the level of the whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-roll-up.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *title;
  const char *explanation;
} rules[TS_N_ROLL_UP_RULES] = {
  [TS_ROLL_UP_MINIMUM] = { "minimum", N_("Minimum"), N_("the lowest of the parts") },
  [TS_ROLL_UP_MAJORITY] = { "majority", N_("Majority"), N_("the highest level that more than half of the parts reach") },
  [TS_ROLL_UP_MEAN] = { "mean", N_("Mean"), N_("the average of the parts, rounded to a whole level, halves up") },
};

static int
minimum (const int *levels,
         guint      n_levels)
{
  int lowest = levels[0];

  for (guint i = 1; i < n_levels; i++)
    lowest = MIN (lowest, levels[i]);

  return lowest;
}

static int
majority (const int *levels,
          guint      n_levels)
{
  int best = 0;

  for (guint i = 0; i < n_levels; i++)
    {
      guint n_reaching = 0;

      for (guint j = 0; j < n_levels; j++)
        {
          if (levels[j] >= levels[i])
            n_reaching++;
        }

      if (n_reaching * 2 > n_levels)
        best = MAX (best, levels[i]);
    }

  return best;
}

static int
mean (const int *levels,
      guint      n_levels)
{
  gint64 sum = 0;

  for (guint i = 0; i < n_levels; i++)
    sum += levels[i];

  return (int) ((2 * sum + n_levels) / (2 * n_levels));
}

/**
 * ts_roll_up:
 * @rule: how
 * @levels: (array length=n_levels): the parts' levels, 1 the lowest; 0 stands for a part that is not rated
 * @n_levels: how many parts there are
 *
 * Source of the rules: our own definitions, since the official rule was not published.
 *
 * Returns: the level of the whole, or 0 where a part is not rated or there are no parts: unrated never counts as a level
 */
int
ts_roll_up (TsRollUpRule  rule,
            const int    *levels,
            guint         n_levels)
{
  g_return_val_if_fail (levels != NULL || n_levels == 0, 0);

  if (n_levels == 0)
    return 0;

  for (guint i = 0; i < n_levels; i++)
    {
      if (levels[i] <= 0)
        return 0;
    }

  switch (rule)
    {
    case TS_ROLL_UP_MINIMUM:
      return minimum (levels, n_levels);

    case TS_ROLL_UP_MAJORITY:
      return majority (levels, n_levels);

    case TS_ROLL_UP_MEAN:
      return mean (levels, n_levels);

    default:
      g_return_val_if_reached (0);
    }
}

/**
 * ts_roll_up_rule_get_name:
 * @rule: a rule
 *
 * Returns: (transfer none): the name that files and commands use
 */
const char *
ts_roll_up_rule_get_name (TsRollUpRule rule)
{
  g_return_val_if_fail (rule < TS_N_ROLL_UP_RULES, NULL);

  return rules[rule].name;
}

/**
 * ts_roll_up_rule_get_title:
 * @rule: a rule
 *
 * Returns: (transfer none): the rule's name for people, translated
 */
const char *
ts_roll_up_rule_get_title (TsRollUpRule rule)
{
  g_return_val_if_fail (rule < TS_N_ROLL_UP_RULES, NULL);

  return _(rules[rule].title);
}

/**
 * ts_roll_up_rule_get_explanation:
 * @rule: a rule
 *
 * Returns: (transfer none): what the rule takes, as the rest of a sentence, translated
 */
const char *
ts_roll_up_rule_get_explanation (TsRollUpRule rule)
{
  g_return_val_if_fail (rule < TS_N_ROLL_UP_RULES, NULL);

  return _(rules[rule].explanation);
}

/**
 * ts_roll_up_rule_from_name:
 * @name: a name, from anywhere
 * @rule: (out): where to put the rule
 *
 * Returns: whether there is such a rule
 */
gboolean
ts_roll_up_rule_from_name (const char   *name,
                           TsRollUpRule *rule)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (rule != NULL, FALSE);

  for (guint i = 0; i < TS_N_ROLL_UP_RULES; i++)
    {
      if (g_str_equal (rules[i].name, name))
        {
          *rule = i;
          return TRUE;
        }
    }

  return FALSE;
}
