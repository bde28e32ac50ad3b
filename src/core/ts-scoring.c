/* ts-scoring.c — one number for an organisation, and how it is made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-scoring.h"

#include "core/ts-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const struct
{
  const char *name;
  const char *title;
  const char *explanation;
} weightings[TS_N_WEIGHTINGS] = {
  [TS_WEIGHTING_SUM] = { "sum", N_("Sum of levels"), N_("the sum of the levels") },
  [TS_WEIGHTING_MAP] = { "map", N_("Half governance, half levels"),
                         N_("governance (red 0, amber 1, green 2) and levels, each as a percentage of what can be had, half each") },
  [TS_WEIGHTING_GOVERNANCE_FIRST] = { "governance-first", N_("Governance first"),
                                      N_("governance, and between those alike in it the sum of the levels") },
  [TS_WEIGHTING_OWN] = { "own", N_("Own weights"), N_("levels as a percentage of what can be had, weighted as chosen") },
};

struct _TsScoring
{
  TsComparison *comparison;
  guint year;
  TsLayer layer;
  TsWeighting weighting;
  gboolean like_for_like; /* only what stands in all years */
  GArray *columns;        /* TsScoringColumn */
  double highest;
};

/**
 * ts_weighting_get_name:
 * @weighting: a weighting
 *
 * Returns: (transfer none): the name that files and commands use
 */
const char *
ts_weighting_get_name (TsWeighting weighting)
{
  g_return_val_if_fail (weighting < TS_N_WEIGHTINGS, NULL);

  return weightings[weighting].name;
}

const char *
ts_weighting_get_title (TsWeighting weighting)
{
  g_return_val_if_fail (weighting < TS_N_WEIGHTINGS, NULL);

  return _(weightings[weighting].title);
}

/**
 * ts_weighting_get_explanation:
 * @weighting: a weighting
 *
 * Returns: (transfer none): what counts, as the rest of a sentence, translated
 */
const char *
ts_weighting_get_explanation (TsWeighting weighting)
{
  g_return_val_if_fail (weighting < TS_N_WEIGHTINGS, NULL);

  return _(weightings[weighting].explanation);
}

/**
 * ts_weighting_from_name:
 * @name: a name, from anywhere
 * @weighting: (out): where to put the weighting
 *
 * Returns: whether there is such a weighting
 */
gboolean
ts_weighting_from_name (const char  *name,
                        TsWeighting *weighting)
{
  g_return_val_if_fail (name != NULL && weighting != NULL, FALSE);

  for (guint i = 0; i < TS_N_WEIGHTINGS; i++)
    {
      if (g_str_equal (weightings[i].name, name))
        {
          *weighting = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * ts_weights_parse:
 * @text: weights, from anywhere: "5=2,7=0.5,strategy=1"
 *
 * Returns: (transfer full) (nullable) (element-type utf8 double): the weight of each node that is named, or %NULL where @text is none such
 */
GHashTable *
ts_weights_parse (const char *text)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GHashTable) weights = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  words = g_strsplit (text, ",", -1);
  weights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);
      double weight;

      if (g_strv_length (parts) != 2 || *g_strstrip (parts[0]) == '\0' || !ts_number_parse (g_strstrip (parts[1]), &weight, NULL) ||
          weight < 0 || weight > TS_WEIGHT_MOST)
        return NULL;

      g_hash_table_insert (weights, g_strdup (parts[0]), g_memdup2 (&weight, sizeof weight));
    }

  return g_hash_table_size (weights) > 0 ? g_steal_pointer (&weights) : NULL;
}

/* --- Columns ------------------------------------------------------------------------------------------------------- */

/* Without those that nobody was assessed by in that year. */
static GArray *
list_known (const TsScoring *self,
            guint            section,
            gboolean         criteria)
{
  GArray *nodes = ts_comparison_list_nodes (self->comparison, section, criteria);
  guint n_organisations = ts_comparison_get_n_organisations (self->comparison);

  for (guint i = nodes->len; i > 0; i--)
    {
      guint node = g_array_index (nodes, guint, i - 1);
      guint at;

      for (at = 0; at < n_organisations; at++)
        {
          if (ts_comparison_knows_node (self->comparison, at, self->year, node))
            break;
        }

      if (at == n_organisations)
        g_array_remove_index (nodes, i - 1);
    }

  return nodes;
}

static GArray *
list_counted (const TsScoring *self,
              guint            section,
              gboolean         criteria)
{
  return self->like_for_like ? ts_comparison_list_standing (self->comparison, section, criteria) : list_known (self, section, criteria);
}

static guint
count_complete (const TsScoring *self,
                guint            year,
                const GArray    *nodes)
{
  guint n_complete = 0;

  for (guint i = 0; nodes->len > 0 && i < ts_comparison_get_n_organisations (self->comparison); i++)
    {
      guint at;

      for (at = 0; at < nodes->len; at++)
        {
          if (ts_comparison_get_cell (self->comparison, i, year, self->layer, g_array_index (nodes, guint, at)).level == 0)
            break;
        }

      n_complete += at == nodes->len;
    }

  return n_complete;
}

/* Indicators where they were published for as many as the areas were, in all years if those are compared; otherwise areas. */
static GArray *
list_governance (const TsScoring *self,
                 guint            section)
{
  guint first = self->like_for_like ? 0 : self->year;
  guint last = self->like_for_like ? ts_comparison_get_n_years (self->comparison) - 1 : self->year;
  g_autoptr (GArray) indicators = list_counted (self, section, TRUE);
  g_autoptr (GArray) areas = list_counted (self, section, FALSE);

  if (self->like_for_like && indicators->len == 0)
    return g_steal_pointer (&areas);

  for (guint year = first; year <= last; year++)
    {
      if (count_complete (self, year, indicators) < count_complete (self, year, areas))
        return g_steal_pointer (&areas);
    }

  return g_steal_pointer (&indicators);
}

/* A score of two halves is none where one of them stands in no other year. */
static gboolean
has_lost (const TsScoring *self,
          const GArray    *nodes,
          int              section)
{
  g_autoptr (GArray) known = NULL;

  if (!self->like_for_like || nodes->len > 0 || section < 0)
    return FALSE;

  known = list_known (self, (guint) section, FALSE);

  return known->len > 0;
}

static int
get_n_levels (const TsScoring *self,
              guint            node)
{
  return (int) ts_scale_get_n_levels (ts_comparison_get_node (self->comparison, node)->node->section->scale);
}

static void
add_column (TsScoring *self,
            guint      node,
            guint      part,
            double     factor,
            int        base)
{
  TsScoringColumn column = { node, part, factor, base };

  g_array_append_val (self->columns, column);
  self->highest += factor * (get_n_levels (self, node) - base);
}

static void
add_columns (TsScoring    *self,
             const GArray *nodes,
             guint         part,
             double        factor,
             int           base)
{
  for (guint i = 0; i < nodes->len; i++)
    add_column (self, g_array_index (nodes, guint, i), part, factor, base);
}

/* What can be had. */
static double
get_most (const TsScoring *self,
          const GArray    *nodes,
          int              base)
{
  double most = 0;

  for (guint i = 0; i < nodes->len; i++)
    most += get_n_levels (self, g_array_index (nodes, guint, i)) - base;

  return most;
}

static void
add_own (TsScoring    *self,
         const GArray *nodes,
         guint         part,
         int           base,
         GHashTable   *weights)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);
      const double *weight = weights != NULL ? g_hash_table_lookup (weights, ts_comparison_get_node (self->comparison, node)->id) : NULL;

      /* Nobody says anything: all levels alike, and governance not at all. Who weights some leaves out the others. */
      if (weight == NULL && (weights != NULL || part == 1))
        continue;

      if (weight == NULL || *weight > 0)
        add_column (self, node, part, (weight != NULL ? *weight : 1) / (get_n_levels (self, node) - base), base);
    }
}

static void
make_per_cent (TsScoring *self)
{
  for (guint i = 0; self->highest > 0 && i < self->columns->len; i++)
    g_array_index (self->columns, TsScoringColumn, i).factor *= 100 / self->highest;

  self->highest = self->highest > 0 ? 100 : 0;
}

static int
find_governance (const TsComparison *comparison)
{
  for (guint i = 0; i < ts_comparison_get_n_sections (comparison); i++)
    {
      if (ts_scale_get_kind (ts_comparison_get_section (comparison, i)->scale) == TS_SCALE_RATING)
        return (int) i;
    }

  return -1;
}

static void
build (TsScoring  *self,
       const char *section,
       GHashTable *weights)
{
  int levels_section = ts_comparison_find_section (self->comparison, section);
  int governance_section = find_governance (self->comparison);
  g_autoptr (GArray) levels = NULL;
  g_autoptr (GArray) governance = NULL;
  double levels_most;
  double governance_most;

  levels = levels_section >= 0 ? list_counted (self, (guint) levels_section, FALSE) : g_array_new (FALSE, FALSE, sizeof (guint));
  governance = governance_section >= 0 && governance_section != levels_section ? list_governance (self, (guint) governance_section)
                                                                               : g_array_new (FALSE, FALSE, sizeof (guint));

  if ((self->weighting == TS_WEIGHTING_MAP || self->weighting == TS_WEIGHTING_GOVERNANCE_FIRST) &&
      (has_lost (self, levels, levels_section) || has_lost (self, governance, governance_section)))
    return;

  levels_most = get_most (self, levels, 0);
  governance_most = get_most (self, governance, 1);

  switch (self->weighting)
    {
    case TS_WEIGHTING_SUM:
      add_columns (self, levels, 0, 1, 0);
      break;

    case TS_WEIGHTING_MAP:
      add_columns (self, levels, 0, levels_most > 0 ? 50 / levels_most : 0, 0);
      add_columns (self, governance, 1, governance_most > 0 ? 50 / governance_most : 0, 1);
      break;

    case TS_WEIGHTING_GOVERNANCE_FIRST:
      add_columns (self, levels, 0, 1, 0);
      add_columns (self, governance, 1, levels_most + 1, 1);
      break;

    case TS_WEIGHTING_OWN:
      add_own (self, levels, 0, 0, weights);
      add_own (self, governance, 1, 1, weights);
      make_per_cent (self);
      break;

    default:
      g_return_if_reached ();
    }
}

static TsScoring *
make (TsComparison *comparison,
      guint         year,
      TsLayer       layer,
      const char   *section,
      TsWeighting   weighting,
      GHashTable   *weights,
      gboolean      like_for_like)
{
  TsScoring *self = g_new0 (TsScoring, 1);

  self->comparison = ts_comparison_ref (comparison);
  self->year = year;
  self->layer = layer;
  self->weighting = weighting;
  self->like_for_like = like_for_like;
  self->columns = g_array_new (FALSE, FALSE, sizeof (TsScoringColumn));
  build (self, section, weights);

  return self;
}

/**
 * ts_scoring_new:
 * @comparison: what is scored
 * @year: of which year
 * @layer: whose judgement
 * @section: (nullable): the section whose levels count; %NULL for the first that is graded in steps
 * @weighting: what counts how much
 * @weights: (nullable) (element-type utf8 double): for %TS_WEIGHTING_OWN, a weight for each node that counts; %NULL for all levels alike
 *
 * Governance counts by its indicators, 16 of them in year 2, where they are known for as many as the areas are, and by its areas otherwise.
 *
 * Returns: (transfer full): the scoring; without columns where there is nothing to score
 */
TsScoring *
ts_scoring_new (TsComparison *comparison,
                guint         year,
                TsLayer       layer,
                const char   *section,
                TsWeighting   weighting,
                GHashTable   *weights)
{
  g_return_val_if_fail (comparison != NULL && year < ts_comparison_get_n_years (comparison), NULL);
  g_return_val_if_fail (layer < TS_N_LAYERS && weighting < TS_N_WEIGHTINGS, NULL);

  return make (comparison, year, layer, section, weighting, weights, FALSE);
}

/**
 * ts_scoring_new_like_for_like:
 * @comparison: what is scored
 * @year: of which year
 * @layer: whose judgement
 * @section: (nullable): the section whose levels count; %NULL for the first that is graded in steps
 * @weighting: what counts how much
 * @weights: (nullable) (element-type utf8 double): for %TS_WEIGHTING_OWN, a weight for each node that counts; %NULL for all levels alike
 *
 * As [func@ts_scoring_new], but only of what [method@Comparison.list_standing] lists, so that the scores of two years can be set against each other;
 * they may be others than those which an organisation has in the year alone. Governance counts by indicators only where that holds in every year.
 *
 * Returns: (transfer full): the scoring; without columns where there is nothing to score
 */
TsScoring *
ts_scoring_new_like_for_like (TsComparison *comparison,
                              guint         year,
                              TsLayer       layer,
                              const char   *section,
                              TsWeighting   weighting,
                              GHashTable   *weights)
{
  g_return_val_if_fail (comparison != NULL && year < ts_comparison_get_n_years (comparison), NULL);
  g_return_val_if_fail (layer < TS_N_LAYERS && weighting < TS_N_WEIGHTINGS, NULL);

  return make (comparison, year, layer, section, weighting, weights, TRUE);
}

void
ts_scoring_free (TsScoring *self)
{
  g_return_if_fail (self != NULL);

  ts_comparison_unref (self->comparison);
  g_array_unref (self->columns);
  g_free (self);
}

TsComparison *
ts_scoring_get_comparison (const TsScoring *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->comparison;
}

guint
ts_scoring_get_year (const TsScoring *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->year;
}

TsLayer
ts_scoring_get_layer (const TsScoring *self)
{
  g_return_val_if_fail (self != NULL, TS_LAYER_SELF);

  return self->layer;
}

TsWeighting
ts_scoring_get_weighting (const TsScoring *self)
{
  g_return_val_if_fail (self != NULL, TS_WEIGHTING_SUM);

  return self->weighting;
}

guint
ts_scoring_get_n_columns (const TsScoring *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

const TsScoringColumn *
ts_scoring_get_column (const TsScoring *self,
                       guint            column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);

  return &g_array_index (self->columns, TsScoringColumn, column);
}

/**
 * ts_scoring_get_score:
 * @self: a scoring
 * @organisation: an organisation
 * @score: (out) (optional): its score, where it has one
 * @n_missing: (out) (optional): how many of the levels that count are missing
 *
 * Returns: whether it has a score: one of which something is missing has none
 */
gboolean
ts_scoring_get_score (const TsScoring *self,
                      guint            organisation,
                      double          *score,
                      guint           *n_missing)
{
  double sum = 0;
  guint missing = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const TsScoringColumn *column = &g_array_index (self->columns, TsScoringColumn, i);
      int level = ts_comparison_get_cell (self->comparison, organisation, self->year, self->layer, column->node).level;

      if (level == 0)
        missing++;
      else
        sum += column->factor * (level - column->base);
    }

  if (n_missing != NULL)
    *n_missing = missing;

  if (missing > 0 || self->columns->len == 0)
    return FALSE;

  if (score != NULL)
    *score = sum;

  return TRUE;
}
