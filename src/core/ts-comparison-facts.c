/* ts-comparison-facts.c — what is told of organisations beside their levels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-comparison-private.h"

#include <math.h>

/**
 * ts_comparison_get_parent:
 * @self: a comparison
 * @organisation: an organisation
 * @year: a year
 *
 * Returns: (transfer none) (nullable): what it belonged to at the end of that year
 */
const TsComparedParent *
ts_comparison_get_parent (const TsComparison *self,
                          guint               organisation,
                          guint               year)
{
  guint16 parent;

  g_return_val_if_fail (self != NULL && organisation < self->base->organisations->len && year < self->base->years->len, NULL);

  parent = self->base->parent_of[ts_comparison_base_get_place (self->base, organisation, year)];

  return parent != TS_NO_PARENT ? g_ptr_array_index (self->base->parents, parent) : NULL;
}

/**
 * ts_comparison_get_population:
 * @self: a comparison
 * @organisation: an organisation
 * @year: a year
 *
 * Returns: how many people it serves, 0 where that is not known
 */
gint64
ts_comparison_get_population (const TsComparison *self,
                              guint               organisation,
                              guint               year)
{
  g_return_val_if_fail (self != NULL && organisation < self->base->organisations->len && year < self->base->years->len, 0);

  return self->base->population_of[ts_comparison_base_get_place (self->base, organisation, year)];
}

/* --- Figures ------------------------------------------------------------------------------------------------------- */

guint
ts_comparison_get_n_figures (const TsComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->base->figures->len;
}

const char *
ts_comparison_get_figure_name (const TsComparison *self,
                               guint               figure)
{
  g_return_val_if_fail (self != NULL && figure < self->base->figures->len, NULL);

  return ((const TsFigure *) g_ptr_array_index (self->base->figures, figure))->name;
}

const char *
ts_comparison_get_figure_unit (const TsComparison *self,
                               guint               figure)
{
  g_return_val_if_fail (self != NULL && figure < self->base->figures->len, NULL);

  return ((const TsFigure *) g_ptr_array_index (self->base->figures, figure))->unit;
}

/**
 * ts_comparison_find_figure:
 * @self: a comparison
 * @name: the name of a figure, such as an outcome's metric, from anywhere
 *
 * Returns: its position, or -1
 */
int
ts_comparison_find_figure (const TsComparison *self,
                           const char         *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, -1);

  for (guint i = 0; i < self->base->figures->len; i++)
    {
      if (g_str_equal (ts_comparison_get_figure_name (self, i), name))
        return (int) i;
    }

  return -1;
}

/**
 * ts_comparison_get_figure:
 * @self: a comparison
 * @figure: a figure
 * @organisation: an organisation
 * @year: a year
 *
 * Returns: its value, NaN where it is not known
 */
double
ts_comparison_get_figure (const TsComparison *self,
                          guint               figure,
                          guint               organisation,
                          guint               year)
{
  g_return_val_if_fail (self != NULL && figure < self->base->figures->len, NAN);
  g_return_val_if_fail (organisation < self->base->organisations->len && year < self->base->years->len, NAN);

  return ((const TsFigure *) g_ptr_array_index (self->base->figures, figure))->values[ts_comparison_base_get_place (self->base, organisation, year)];
}

/**
 * ts_comparison_get_latest_figure:
 * @self: a comparison
 * @figure: a figure
 * @organisation: an organisation
 * @year: a year
 *
 * Returns: its value of that year or, where that is not known, of the last year before of which it is; NaN where nothing is known
 */
double
ts_comparison_get_latest_figure (const TsComparison *self,
                                 guint               figure,
                                 guint               organisation,
                                 guint               year)
{
  g_return_val_if_fail (self != NULL && figure < self->base->figures->len, NAN);
  g_return_val_if_fail (organisation < self->base->organisations->len && year < self->base->years->len, NAN);

  return ((const TsFigure *) g_ptr_array_index (self->base->figures, figure))->latest[ts_comparison_base_get_place (self->base, organisation, year)];
}

/* --- Targets ------------------------------------------------------------------------------------------------------- */

/**
 * ts_comparison_get_target:
 * @self: a comparison for which targets were read
 * @organisation: an organisation
 * @year: a year
 * @node: a node
 *
 * Returns: the level that the assessment of that year aims at for that year, 0 for none
 */
int
ts_comparison_get_target (const TsComparison *self,
                          guint               organisation,
                          guint               year,
                          guint               node)
{
  const TsComparisonBase *base = self->base;

  g_return_val_if_fail (organisation < base->organisations->len && year < base->years->len && node < base->nodes->len, 0);

  return base->targets != NULL ? base->targets[ts_comparison_base_get_place (base, organisation, year) * base->nodes->len + node] : 0;
}
