/* ts-compare-words.c — what is compared, in words
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-compare-words.h"

#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

static const char *
find_name (const TsCompareFilter *filter,
           const TsCompareScope  *scope,
           const TsComparison    *comparison,
           const char            *code)
{
  const char *name = comparison != NULL ? ts_comparison_get_organisation_name (comparison, code) : NULL;

  for (guint i = 0; name == NULL && scope != NULL && i < scope->parents->len; i++)
    {
      const TsScopeName *parent = g_ptr_array_index (scope->parents, i);

      if (g_str_equal (parent->code, code))
        name = parent->name;
    }

  return name != NULL ? name : code;
}

/**
 * ts_compare_words_organisations:
 * @filter: what is compared
 * @scope: (nullable): what there is
 * @comparison: (nullable): what was read
 *
 * Returns: (transfer full): whom the filter wants, in the few words that a button has room for
 */
char *
ts_compare_words_organisations (const TsCompareFilter *filter,
                                const TsCompareScope  *scope,
                                const TsComparison    *comparison)
{
  guint n_parents;

  g_return_val_if_fail (filter != NULL, NULL);

  if (filter->peers_of != NULL && filter->peers == TS_PEERS_NEAREST)
    /* Translators: %s is an organisation; short, on a button */
    return g_strdup_printf (_("Like %s in population"), find_name (filter, scope, comparison, filter->peers_of));

  if (filter->peers_of != NULL && filter->peers == TS_PEERS_SAME_PARENT)
    /* Translators: %s is an organisation; short, on a button */
    return g_strdup_printf (_("Region of %s"), find_name (filter, scope, comparison, filter->peers_of));

  if (filter->organisations != NULL && filter->group_name != NULL)
    return g_strdup (filter->group_name);

  if (filter->organisations != NULL)
    {
      guint n = g_strv_length (filter->organisations);

      return g_strdup_printf (ngettext ("%u organisation", "%u organisations", n), n);
    }

  n_parents = filter->parents != NULL ? g_strv_length (filter->parents) : 0;

  if (n_parents == 1)
    return g_strdup (find_name (filter, scope, comparison, filter->parents[0]));

  if (n_parents > 1)
    return g_strdup_printf (ngettext ("%u region", "%u regions", n_parents), n_parents);

  if (filter->kinds != NULL)
    {
      g_autofree char *kinds = g_strjoinv (", ", filter->kinds);

      return g_utf8_strup (kinds, -1);
    }

  return g_strdup (_("All organisations"));
}

/**
 * ts_compare_words_years:
 * @filter: what is compared
 *
 * Returns: (transfer full): its years
 */
char *
ts_compare_words_years (const TsCompareFilter *filter)
{
  g_return_val_if_fail (filter != NULL, NULL);

  if (filter->years->len == 0)
    return g_strdup (_("All years"));

  if (filter->years->len == 1)
    return ts_year_format (g_array_index (filter->years, int, 0));

  return g_strdup_printf (ngettext ("%u year", "%u years", filter->years->len), filter->years->len);
}

/**
 * ts_compare_words_rule:
 * @filter: what is compared
 *
 * Returns: (transfer full): by which rule
 */
char *
ts_compare_words_rule (const TsCompareFilter *filter)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (filter != NULL, NULL);

  if (!filter->has_rule)
    return g_strdup (_("Framework’s rule"));

  title = g_utf8_strdown (ts_roll_up_rule_get_title (filter->rule), -1);

  /* Translators: %s is a rule, such as "majority" */
  return g_strdup_printf (_("Rule: %s"), title);
}

/**
 * ts_compare_words_section:
 * @section: a part of a framework
 * @criteria: whether its criteria are meant and not its groups
 *
 * Returns: (transfer full): what is looked at
 */
char *
ts_compare_words_section (const TsSection *section,
                          gboolean         criteria)
{
  g_return_val_if_fail (section != NULL, NULL);

  /* Translators: %s is a part of a framework, such as "Competencies" */
  return criteria ? g_strdup_printf (_("%s: criteria"), section->title) : g_strdup (section->title);
}

/**
 * ts_compare_words_find_section:
 * @filter: what is compared
 * @comparison: what was read
 *
 * Returns: (transfer none) (nullable): the part of the framework that is looked at
 */
const TsSection *
ts_compare_words_find_section (const TsCompareFilter *filter,
                               const TsComparison    *comparison)
{
  int section;

  g_return_val_if_fail (filter != NULL && comparison != NULL, NULL);

  if (ts_comparison_get_n_sections (comparison) == 0)
    return NULL;

  section = ts_comparison_find_section (comparison, filter->section);

  return ts_comparison_get_section (comparison, (guint) MAX (section, 0));
}

/**
 * ts_compare_words_count_missing:
 * @comparison: what was read
 * @filter: what is compared
 *
 * Returns: how many cells of the latest year have no level, of what anybody there was assessed by
 */
guint
ts_compare_words_count_missing (const TsComparison    *comparison,
                                const TsCompareFilter *filter)
{
  g_autoptr (GArray) nodes = NULL;
  guint year;
  guint n_missing = 0;

  g_return_val_if_fail (comparison != NULL && filter != NULL, 0);

  if (ts_comparison_get_n_years (comparison) == 0 || ts_comparison_get_n_sections (comparison) == 0)
    return 0;

  year = ts_comparison_get_n_years (comparison) - 1;
  nodes = ts_comparison_list_nodes (comparison, (guint) MAX (ts_comparison_find_section (comparison, filter->section), 0), filter->criteria);

  for (guint j = 0; j < nodes->len; j++)
    {
      guint node = g_array_index (nodes, guint, j);
      guint n = 0;
      gboolean known = FALSE;

      for (guint i = 0; i < ts_comparison_get_n_organisations (comparison); i++)
        {
          known = known || ts_comparison_knows_node (comparison, i, year, node);
          n += ts_comparison_get_cell (comparison, i, year, filter->layer, node).level == 0;
        }

      n_missing += known ? n : 0;
    }

  return n_missing;
}

/**
 * ts_compare_words_status:
 * @n_shown: how many organisations are compared
 * @n_all: how many there are
 * @n_missing: how many cells have no level
 *
 * Returns: (transfer full): a sentence of it
 */
char *
ts_compare_words_status (guint n_shown,
                         guint n_all,
                         guint n_missing)
{
  g_autofree char *shown =
    g_strdup_printf (ngettext ("%u of %u organisation", "%u of %u organisations", n_all), n_shown, n_all);
  g_autofree char *missing = NULL;

  if (n_shown == 0)
    return g_steal_pointer (&shown);

  if (n_missing == 0)
    missing = g_strdup (_("nothing is missing"));
  else
    missing = g_strdup_printf (ngettext ("%u missing cell is shown as missing", "%u missing cells are shown as missing", n_missing), n_missing);

  /* Translators: how many organisations are compared, and what of them is missing */
  return g_strdup_printf (C_("comparison", "%s · %s"), shown, missing);
}
