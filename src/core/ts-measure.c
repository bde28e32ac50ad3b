/* ts-measure.c — anything that an organisation can be measured by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-measure.h"

#include "core/ts-compare-counts.h"
#include "core/ts-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef enum
{
  KIND_SCORE,
  KIND_GOVERNANCE,
  KIND_OPTIMISM,
  KIND_CHANGE,
  KIND_POPULATION,
  KIND_LEVEL,
  KIND_FIGURE,
} Kind;

struct _TsMeasure
{
  TsComparison *comparison;
  Kind kind;
  guint year;
  TsLayer layer;
  gboolean names_layer;
  guint node;    /* or a figure */
  GArray *nodes; /* of the section that is looked at, or of governance */
  TsScoring *scoring;
};

static const struct
{
  const char *name;
  Kind kind;
  TsWeighting weighting;
} named[] = {
  { "total", KIND_SCORE, TS_WEIGHTING_SUM },
  { "map", KIND_SCORE, TS_WEIGHTING_MAP },
  { "governance", KIND_GOVERNANCE, TS_WEIGHTING_OWN },
  { "optimism", KIND_OPTIMISM, TS_WEIGHTING_SUM },
  { "change", KIND_CHANGE, TS_WEIGHTING_SUM },
  { "population", KIND_POPULATION, TS_WEIGHTING_SUM },
};

static TsScoring *
score (TsComparison *comparison,
       guint         year,
       TsLayer       layer,
       const char   *section,
       TsWeighting   weighting,
       GHashTable   *weights,
       gboolean      like_for_like)
{
  return like_for_like ? ts_scoring_new_like_for_like (comparison, year, layer, section, weighting, weights)
                       : ts_scoring_new (comparison, year, layer, section, weighting, weights);
}

/* Governance alone: every node of it weighs one. */
static TsScoring *
score_governance (TsComparison *comparison,
                  guint         year,
                  TsLayer       layer,
                  gboolean      like_for_like)
{
  g_autoptr (GHashTable) weights = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  double one = 1;

  for (guint i = 0; i < ts_comparison_get_n_nodes (comparison); i++)
    {
      const TsComparedNode *node = ts_comparison_get_node (comparison, i);

      if (ts_scale_get_kind (node->node->section->scale) == TS_SCALE_RATING)
        g_hash_table_insert (weights, (gpointer) node->id, g_memdup2 (&one, sizeof one));
    }

  return score (comparison, year, layer, NULL, TS_WEIGHTING_OWN, weights, like_for_like);
}

static void
prepare (TsMeasure   *self,
         const char  *section,
         TsWeighting  weighting,
         gboolean     like_for_like)
{
  int position = ts_comparison_find_section (self->comparison, section);

  switch (self->kind)
    {
    case KIND_SCORE:
      self->scoring = score (self->comparison, self->year, self->layer, section, weighting, NULL, like_for_like);
      break;

    case KIND_GOVERNANCE:
      self->scoring = score_governance (self->comparison, self->year, self->layer, like_for_like);
      break;

    case KIND_OPTIMISM:
    case KIND_CHANGE:
      if (position < 0)
        self->nodes = g_array_new (FALSE, FALSE, sizeof (guint));
      else
        self->nodes = like_for_like ? ts_comparison_list_standing (self->comparison, (guint) position, FALSE)
                                    : ts_comparison_list_nodes (self->comparison, (guint) position, FALSE);
      break;

    case KIND_POPULATION:
    case KIND_LEVEL:
    case KIND_FIGURE:
    default:
      break;
    }
}

static gboolean
find (TsMeasure   *self,
      const char  *name,
      TsWeighting *weighting)
{
  int position;

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      if (g_str_equal (named[i].name, name))
        {
          self->kind = named[i].kind;
          *weighting = named[i].weighting;
          return TRUE;
        }
    }

  position = ts_comparison_find_node (self->comparison, name);
  self->kind = KIND_LEVEL;

  if (position < 0)
    {
      position = ts_comparison_find_figure (self->comparison, name);
      self->kind = KIND_FIGURE;
    }

  self->node = (guint) position;

  return position >= 0;
}

static TsMeasure *
make (TsComparison  *comparison,
      guint          year,
      TsLayer        layer,
      const char    *section,
      const char    *name,
      gboolean       like_for_like,
      GError       **error)
{
  g_autoptr (TsMeasure) self = g_new0 (TsMeasure, 1);
  g_autofree char *stem = NULL;
  TsWeighting weighting = TS_WEIGHTING_SUM;
  const char *colon = strrchr (name, ':');

  self->comparison = ts_comparison_ref (comparison);
  self->year = year;
  self->layer = layer;

  if (colon != NULL && ts_layer_from_name (colon + 1, &self->layer))
    {
      stem = g_strndup (name, (gsize) (colon - name));
      self->names_layer = TRUE;
    }

  if (!find (self, stem != NULL ? stem : name, &weighting))
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN,
                   _("There is no measure “%s” here: name total, map, governance, optimism, change, population, a competency such as 5, or an outcome."),
                   name);
      return NULL;
    }

  prepare (self, section, weighting, like_for_like);

  return g_steal_pointer (&self);
}

/**
 * ts_measure_new_of_year:
 * @comparison: what is measured
 * @year: of which of its years
 * @layer: whose judgement, where the name does not say so
 * @section: (nullable): the section whose levels are summed; %NULL for the first that is graded in steps
 * @name: which measure, from anywhere
 * @error: where to put %TS_RULE_ERROR_UNKNOWN
 *
 * Returns: (transfer full) (nullable): the measure
 */
TsMeasure *
ts_measure_new_of_year (TsComparison  *comparison,
                        guint          year,
                        TsLayer        layer,
                        const char    *section,
                        const char    *name,
                        GError       **error)
{
  g_return_val_if_fail (comparison != NULL && year < ts_comparison_get_n_years (comparison) && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return make (comparison, year, layer, section, name, FALSE, error);
}

/**
 * ts_measure_new_like_for_like:
 * @comparison: what is measured
 * @year: of which of its years
 * @layer: whose judgement, where the name does not say so
 * @section: (nullable): the section whose levels are summed; %NULL for the first that is graded in steps
 * @name: which measure, from anywhere
 * @error: where to put %TS_RULE_ERROR_UNKNOWN
 *
 * As [func@ts_measure_new_of_year], but what adds up or averages takes only what stands in all years of the comparison; see
 * [method@Comparison.list_standing].
 *
 * Returns: (transfer full) (nullable): the measure
 */
TsMeasure *
ts_measure_new_like_for_like (TsComparison  *comparison,
                              guint          year,
                              TsLayer        layer,
                              const char    *section,
                              const char    *name,
                              GError       **error)
{
  g_return_val_if_fail (comparison != NULL && year < ts_comparison_get_n_years (comparison) && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return make (comparison, year, layer, section, name, TRUE, error);
}

/**
 * ts_measure_new:
 * @comparison: what is measured; its latest year counts
 * @layer: whose judgement, where the name does not say so
 * @section: (nullable): the section whose levels are summed; %NULL for the first that is graded in steps
 * @name: which measure, from anywhere
 * @error: where to put %TS_RULE_ERROR_UNKNOWN
 *
 * Returns: (transfer full) (nullable): the measure
 */
TsMeasure *
ts_measure_new (TsComparison  *comparison,
                TsLayer        layer,
                const char    *section,
                const char    *name,
                GError       **error)
{
  g_return_val_if_fail (comparison != NULL && ts_comparison_get_n_years (comparison) > 0, NULL);

  return ts_measure_new_of_year (comparison, ts_comparison_get_n_years (comparison) - 1, layer, section, name, error);
}

void
ts_measure_free (TsMeasure *self)
{
  g_return_if_fail (self != NULL);

  ts_comparison_unref (self->comparison);
  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->scoring, ts_scoring_free);
  g_free (self);
}

static char *
get_plain_title (const TsMeasure *self)
{
  const TsNode *node;

  switch (self->kind)
    {
    case KIND_SCORE:
      return g_strdup (ts_weighting_get_title (ts_scoring_get_weighting (self->scoring)));

    case KIND_GOVERNANCE:
      return g_strdup (C_("measure", "Governance"));

    case KIND_OPTIMISM:
      return g_strdup (C_("measure", "Own level above others’"));

    case KIND_CHANGE:
      return g_strdup (C_("measure", "Mean change of level since the year before"));

    case KIND_POPULATION:
      return g_strdup (C_("measure", "Population"));

    case KIND_FIGURE:
      return g_strdup (ts_comparison_get_figure_name (self->comparison, self->node));

    case KIND_LEVEL:
    default:
      node = ts_comparison_get_node (self->comparison, self->node)->node;

      return g_ascii_isdigit (*node->id) ? g_strdup_printf ("%s %s", node->id, node->title) : g_strdup (node->title);
    }
}

/**
 * ts_measure_get_title:
 * @self: a measure
 *
 * Returns: (transfer full): what is measured, for people
 */
char *
ts_measure_get_title (const TsMeasure *self)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  title = get_plain_title (self);

  /* Translators: what is measured and whose judgement: "Sum of levels · Self" */
  return self->names_layer ? g_strdup_printf (C_("measure", "%s · %s"), title, ts_layer_get_title (self->layer)) : g_steal_pointer (&title);
}

/**
 * ts_measure_get_title_within:
 * @self: a measure
 *
 * Returns: (transfer full): its title as it stands within a sentence: "sum of levels". What somebody else has named, a competency or an outcome, stays
 *   as it is written.
 */
char *
ts_measure_get_title_within (const TsMeasure *self)
{
  g_autofree char *title = NULL;
  g_autofree char *first = NULL;
  g_autofree char *lower = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  title = ts_measure_get_title (self);

  if (self->kind == KIND_LEVEL || self->kind == KIND_FIGURE)
    return g_steal_pointer (&title);

  first = g_utf8_substring (title, 0, 1);
  lower = g_utf8_strdown (first, -1);

  return g_strconcat (lower, title + strlen (first), NULL);
}

/**
 * ts_measure_get_unit:
 * @self: a measure
 *
 * Returns: (transfer none) (nullable): its unit, where it has one
 */
const char *
ts_measure_get_unit (const TsMeasure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == KIND_FIGURE)
    return ts_comparison_get_figure_unit (self->comparison, self->node);

  if (self->kind == KIND_GOVERNANCE || (self->kind == KIND_SCORE && ts_scoring_get_weighting (self->scoring) == TS_WEIGHTING_MAP))
    return "%";

  return NULL;
}

/* Of what has a level in both years: what was not there, or not rated, has not changed. */
static double
get_change (const TsMeasure *self,
            guint            organisation)
{
  int sum = 0;
  guint n = 0;

  for (guint i = 0; self->year > 0 && i < self->nodes->len; i++)
    {
      guint node = g_array_index (self->nodes, guint, i);
      int before = ts_comparison_get_cell (self->comparison, organisation, self->year - 1, self->layer, node).level;
      int after = ts_comparison_get_cell (self->comparison, organisation, self->year, self->layer, node).level;

      if (before == 0 || after == 0)
        continue;

      sum += after - before;
      n++;
    }

  return n > 0 ? (double) sum / n : NAN;
}

/**
 * ts_measure_get:
 * @self: a measure
 * @organisation: an organisation
 *
 * Returns: its value, NaN where it has none
 */
double
ts_measure_get (const TsMeasure *self,
                guint            organisation)
{
  TsOptimism optimism;
  double value;
  gint64 population;
  int level;

  g_return_val_if_fail (self != NULL, NAN);

  switch (self->kind)
    {
    case KIND_SCORE:
    case KIND_GOVERNANCE:
      return ts_scoring_get_score (self->scoring, organisation, &value, NULL) ? value : NAN;

    case KIND_CHANGE:
      return get_change (self, organisation);

    case KIND_OPTIMISM:
      return ts_comparison_get_optimism (self->comparison, organisation, self->year, self->nodes, &optimism) ? optimism.own - optimism.other : NAN;

    case KIND_POPULATION:
      population = ts_comparison_get_population (self->comparison, organisation, self->year);
      return population > 0 ? (double) population : NAN;

    case KIND_LEVEL:
      level = ts_comparison_get_cell (self->comparison, organisation, self->year, self->layer, self->node).level;
      return level != 0 ? level : NAN;

    case KIND_FIGURE:
    default:
      return ts_comparison_get_latest_figure (self->comparison, self->node, organisation, self->year);
    }
}

/**
 * ts_measure_list_parts:
 * @self: a measure
 *
 * Returns: (transfer full) (nullable) (element-type guint): the nodes that it is made of; %NULL for what is no judgement
 */
GArray *
ts_measure_list_parts (const TsMeasure *self)
{
  GArray *parts;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->nodes != NULL)
    return g_array_ref (self->nodes);

  if (self->kind != KIND_LEVEL && self->scoring == NULL)
    return NULL;

  parts = g_array_new (FALSE, FALSE, sizeof (guint));

  if (self->kind == KIND_LEVEL)
    g_array_append_val (parts, self->node);

  for (guint i = 0; self->scoring != NULL && i < ts_scoring_get_n_columns (self->scoring); i++)
    g_array_append_val (parts, ts_scoring_get_column (self->scoring, i)->node);

  return parts;
}

/**
 * ts_measure_get_scale:
 * @self: a measure
 *
 * Returns: (transfer none) (nullable): the scale that its values are on, where it is a level
 */
const TsScale *
ts_measure_get_scale (const TsMeasure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind == KIND_LEVEL ? ts_comparison_get_node (self->comparison, self->node)->node->section->scale : NULL;
}

/**
 * ts_measure_uses_predecessors:
 * @self: a measure
 * @organisation: an organisation
 *
 * Returns: whether anything in its value is that of those that the organisation follows
 */
gboolean
ts_measure_uses_predecessors (const TsMeasure *self,
                              guint            organisation)
{
  g_autoptr (GArray) parts = NULL;
  gboolean uses = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  parts = ts_comparison_uses_predecessors (self->comparison) ? ts_measure_list_parts (self) : NULL;

  for (guint i = 0; parts != NULL && !uses && i < parts->len; i++)
    uses = ts_comparison_get_cell (self->comparison, organisation, self->year, self->layer, g_array_index (parts, guint, i)).from_predecessors;

  return uses;
}

/**
 * ts_measure_is_break:
 * @self: a measure
 * @before: the same measure of an earlier year of the same comparison
 *
 * Returns: whether the one cannot be set against the other because what is judged was defined otherwise, or something else is judged
 */
gboolean
ts_measure_is_break (const TsMeasure *self,
                     const TsMeasure *before)
{
  g_autoptr (GArray) parts = NULL;
  g_autoptr (GArray) parts_before = NULL;

  g_return_val_if_fail (self != NULL && before != NULL && self->comparison == before->comparison && before->year <= self->year, FALSE);

  parts = ts_measure_list_parts (self);
  parts_before = ts_measure_list_parts (before);

  if (parts == NULL || parts_before == NULL)
    return FALSE;

  if (parts->len != parts_before->len || (parts->len > 0 && memcmp (parts->data, parts_before->data, parts->len * sizeof (guint)) != 0))
    return TRUE;

  for (guint i = 0; i < parts->len; i++)
    {
      if (ts_comparison_is_break (self->comparison, before->year, self->year, g_array_index (parts, guint, i)))
        return TRUE;
    }

  return FALSE;
}

/**
 * ts_measure_list_names:
 * @comparison: a comparison
 * @section: (nullable): the section whose groups are listed; %NULL for the first that is graded in steps
 *
 * Returns: (transfer full) (element-type utf8): the names of the measures that it has, for choosing
 */
GPtrArray *
ts_measure_list_names (const TsComparison *comparison,
                       const char         *section)
{
  GPtrArray *names;
  int position;

  g_return_val_if_fail (comparison != NULL, NULL);

  names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    g_ptr_array_add (names, g_strdup (named[i].name));

  for (guint layer = 0; layer < TS_N_LAYERS; layer++)
    {
      if (layer != TS_LAYER_REVIEWER)
        g_ptr_array_add (names, g_strconcat ("total:", ts_layer_get_name (layer), NULL));
    }

  position = ts_comparison_find_section (comparison, section);

  if (position >= 0)
    {
      g_autoptr (GArray) nodes = ts_comparison_list_nodes (comparison, (guint) position, FALSE);

      for (guint i = 0; i < nodes->len; i++)
        g_ptr_array_add (names, g_strdup (ts_comparison_get_node (comparison, g_array_index (nodes, guint, i))->id));
    }

  for (guint i = 0; i < ts_comparison_get_n_figures (comparison); i++)
    g_ptr_array_add (names, g_strdup (ts_comparison_get_figure_name (comparison, i)));

  return names;
}
