/* ts-measure-series.c — a measure over the years, like for like
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-measure-series.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TsMeasureSeries
{
  GPtrArray *measures;
  char *basis;
};

/* --- What it goes by ------------------------------------------------------------------------------------------------- */

static char *
count_parts (const TsComparison *comparison,
             const GArray       *nodes)
{
  guint n_levels = 0;
  guint n_areas = 0;
  guint n = nodes->len;

  for (guint i = 0; i < n; i++)
    {
      const TsComparedNode *node = ts_comparison_get_node (comparison, g_array_index (nodes, guint, i));
      gboolean is_rating = ts_scale_get_kind (node->node->section->scale) == TS_SCALE_RATING;

      n_levels += !is_rating && node->is_group;
      n_areas += is_rating && node->is_group;
    }

  if (n_levels == n)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u competency", "%u competencies", n), n);

  if (n_areas == n)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u area", "%u areas", n), n);

  /* Translators: competencies, areas of governance and indicators together */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u part", "%u parts", n), n);
}

/**
 * ts_measure_describe_basis:
 * @comparison: a comparison of several years
 * @nodes: (element-type guint): what is counted in all of them
 *
 * Returns: (transfer full): what is counted, as part of a title or a sentence: "the 10 competencies that stand in both years"
 */
char *
ts_measure_describe_basis (const TsComparison *comparison,
                           const GArray       *nodes)
{
  g_autofree char *parts = NULL;
  guint n_years;

  g_return_val_if_fail (comparison != NULL && nodes != NULL, NULL);

  n_years = ts_comparison_get_n_years (comparison);

  if (nodes->len == 0)
    return n_years == 2 ? g_strdup (_("nothing, as no part stands in both years")) : g_strdup (_("nothing, as no part stands in all years"));

  parts = count_parts (comparison, nodes);

  /* Translators: what a sum counts, as in "the 10 competencies that stand in both years" */
  return g_strdup_printf (n_years == 2 ? g_dngettext (GETTEXT_PACKAGE, "the %s that stands in both years", "the %s that stand in both years", nodes->len)
                                       : g_dngettext (GETTEXT_PACKAGE, "the %s that stands in all years", "the %s that stand in all years", nodes->len),
                          parts);
}

static gboolean
is_same (const GArray *one,
         const GArray *other)
{
  return one->len == other->len && (one->len == 0 || memcmp (one->data, other->data, one->len * sizeof (guint)) == 0);
}

/* Only where a year alone is measured by something else is there anything to say. */
static char *
find_basis (TsComparison *comparison,
            GPtrArray    *measures,
            TsLayer       layer,
            const char   *section,
            const char   *name)
{
  g_autoptr (GArray) counted = measures->len > 0 ? ts_measure_list_parts (g_ptr_array_index (measures, 0)) : NULL;

  for (guint year = 0; counted != NULL && year < measures->len; year++)
    {
      g_autoptr (TsMeasure) alone = ts_measure_new_of_year (comparison, year, layer, section, name, NULL);
      g_autoptr (GArray) parts = alone != NULL ? ts_measure_list_parts (alone) : NULL;

      if (parts != NULL && parts->len > 0 && !is_same (parts, counted))
        return ts_measure_describe_basis (comparison, counted);
    }

  return NULL;
}

/* --- The series ------------------------------------------------------------------------------------------------------ */

/**
 * ts_measure_series_new:
 * @comparison: what is measured
 * @layer: whose judgement, where the name does not say so
 * @section: (nullable): the section whose levels are summed; %NULL for the first that is graded in steps
 * @name: which measure, from anywhere
 * @error: where to put %TS_RULE_ERROR_UNKNOWN
 *
 * Returns: (transfer full) (nullable): the measure in each year
 */
TsMeasureSeries *
ts_measure_series_new (TsComparison  *comparison,
                       TsLayer        layer,
                       const char    *section,
                       const char    *name,
                       GError       **error)
{
  g_autoptr (TsMeasureSeries) self = NULL;

  g_return_val_if_fail (comparison != NULL && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (TsMeasureSeries, 1);
  self->measures = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_measure_free);

  for (guint year = 0; year < ts_comparison_get_n_years (comparison); year++)
    {
      TsMeasure *measure = ts_measure_new_like_for_like (comparison, year, layer, section, name, error);

      if (measure == NULL)
        return NULL;

      g_ptr_array_add (self->measures, measure);
    }

  self->basis = find_basis (comparison, self->measures, layer, section, name);

  return g_steal_pointer (&self);
}

void
ts_measure_series_free (TsMeasureSeries *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->measures);
  g_free (self->basis);
  g_free (self);
}

/**
 * ts_measure_series_get:
 * @self: a series
 * @year: a year of its comparison
 *
 * Returns: (transfer none): the measure of that year
 */
const TsMeasure *
ts_measure_series_get (const TsMeasureSeries *self,
                       guint                  year)
{
  g_return_val_if_fail (self != NULL && year < self->measures->len, NULL);

  return g_ptr_array_index (self->measures, year);
}

/**
 * ts_measure_series_get_basis:
 * @self: a series
 *
 * Returns: (transfer none) (nullable): what it goes by, where any year alone is measured by something else; see [func@ts_measure_describe_basis]
 */
const char *
ts_measure_series_get_basis (const TsMeasureSeries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->basis;
}
