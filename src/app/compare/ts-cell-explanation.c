/* ts-cell-explanation.c — why a cell of a comparison has the level that it has
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-cell-explanation.h"

#include "app/assess/ts-level-words.h"

#include <glib/gi18n-lib.h>

static void
line_free (gpointer data)
{
  TsCellLine *line = data;

  g_free (line->title);
  g_free (line->note);
  g_free (line->value);
  g_free (line);
}

/* Takes the note and the value. */
static void
add_line (GPtrArray  *lines,
          const char *title,
          char       *note,
          char       *value,
          gboolean    is_chosen)
{
  TsCellLine *line = g_new (TsCellLine, 1);

  *line = (TsCellLine) { g_strdup (title), note, value, is_chosen };
  g_ptr_array_add (lines, line);
}

/* What one cell is about. */
typedef struct
{
  const TsComparison *comparison;
  guint organisation;
  guint year;
  guint node;
  const TsSection *section;
} Place;

static TsCell
get_cell (const Place *place,
          TsLayer      layer,
          guint        node)
{
  return ts_comparison_get_cell (place->comparison, place->organisation, place->year, layer, node);
}

/* The parts follow their group; not every framework has all of them. */
static guint
find_next_part (const Place *place,
                guint        node)
{
  guint n = ts_comparison_get_n_nodes (place->comparison);

  for (guint i = node + 1; i < n && ts_comparison_get_node (place->comparison, i)->group == place->node; i++)
    {
      if (ts_comparison_knows_node (place->comparison, place->organisation, place->year, i))
        return i;
    }

  return n;
}

/* "2, 3, –" */
static char *
list_parts (const Place *place,
            TsLayer      layer,
            guint       *n_rated,
            guint       *n_parts)
{
  GString *levels = g_string_new (NULL);

  *n_rated = *n_parts = 0;

  for (guint i = find_next_part (place, place->node); i < ts_comparison_get_n_nodes (place->comparison); i = find_next_part (place, i))
    {
      int level = get_cell (place, layer, i).level;
      g_autofree char *text = ts_level_words_short (place->section->scale, level);

      g_string_append_printf (levels, "%s%s", *n_parts > 0 ? ", " : "", text);
      (*n_parts)++;
      *n_rated += level != 0;
    }

  return g_string_free (levels, FALSE);
}

static TsRollUpRule
get_rule (const Place *place)
{
  TsRollUpRule rule;

  return ts_comparison_get_rule (place->comparison, &rule) ? rule : place->section->rule;
}

static char *
make_note (const Place *place,
           TsLayer      layer,
           TsCell       cell)
{
  g_autofree char *rule = g_utf8_strdown (ts_roll_up_rule_get_title (get_rule (place)), -1);
  guint n_rated;
  guint n_parts;
  g_autofree char *levels = list_parts (place, layer, &n_rated, &n_parts);

  if (cell.from_predecessors)
    return g_strdup (_("of those that it follows"));

  switch (cell.basis)
    {
    case TS_BASIS_ROLLED_UP:
      /* Translators: a rule and the levels that it was applied to: "majority of 2, 3, 3" */
      return g_strdup_printf (_("%s of %s"), rule, levels);

    case TS_BASIS_STATED:
      return n_parts > 0 ? g_strdup (_("stated for the whole")) : g_strdup (_("stated"));

    case TS_BASIS_RATED:
      return g_strdup (_("rated"));

    case TS_BASIS_INCOMPLETE:
      return g_strdup_printf (ngettext ("%u of %u part rated", "%u of %u parts rated", n_parts), n_rated, n_parts);

    case TS_BASIS_NONE:
    default:
      return g_strdup (_("not rated"));
    }
}

static void
add_layer (TsCellExplanation *self,
           const Place       *place,
           TsLayer            layer,
           TsLayer            chosen)
{
  TsCell cell = get_cell (place, layer, place->node);
  TsCell panel = get_cell (place, TS_LAYER_PANEL, place->node);
  g_autofree char *note = make_note (place, layer, cell);

  if (layer == TS_LAYER_FINAL && cell.level != 0 && panel.level != 0 && panel.level != cell.level)
    {
      g_autofree char *before = ts_level_words_short (place->section->scale, panel.level);
      g_autofree char *own = g_steal_pointer (&note);

      /* Translators: where a level comes from, and the level that it was before it was calibrated */
      note = g_strdup_printf (_("%s; calibrated from %s"), own, before);
    }

  add_line (self->layers, ts_layer_get_title (layer), g_steal_pointer (&note), ts_level_words_short (place->section->scale, cell.level),
            layer == chosen);
}

static void
add_parts (TsCellExplanation *self,
           const Place       *place,
           TsLayer            layer)
{
  for (guint i = find_next_part (place, place->node); i < ts_comparison_get_n_nodes (place->comparison); i = find_next_part (place, i))
    {
      const TsNode *node = ts_comparison_get_node (place->comparison, i)->node;
      int level = get_cell (place, layer, i).level;
      g_autofree char *name = ts_node_dup_name (node);

      add_line (self->parts, name, level == 0 ? g_strdup (_("not rated")) : NULL, ts_level_words_short (place->section->scale, level), FALSE);
    }
}

static char *
make_rules (const Place *place,
            TsLayer      layer)
{
  TsCell cell = get_cell (place, layer, place->node);
  TsRollUpRule own = get_rule (place);
  g_autoptr (GString) others = g_string_new (NULL);
  guint n_rated;
  guint n_parts;
  g_autofree char *levels = list_parts (place, layer, &n_rated, &n_parts);

  if (n_parts == 0 || n_rated < n_parts)
    return NULL;

  for (TsRollUpRule rule = 0; rule < TS_N_ROLL_UP_RULES; rule++)
    {
      g_autofree char *title = g_utf8_strdown (ts_roll_up_rule_get_title (rule), -1);
      int level = ts_comparison_roll_up (place->comparison, place->organisation, place->year, layer, place->node, rule);
      g_autofree char *text = ts_level_words_short (place->section->scale, level);

      if (rule == own && cell.basis == TS_BASIS_ROLLED_UP)
        continue;

      g_string_append_printf (others, "%s%s %s", others->len > 0 ? ", " : "", title, text);
    }

  if (cell.basis == TS_BASIS_ROLLED_UP)
    /* Translators: a list of rules and what they give: "minimum 2, mean 3" */
    return g_strdup_printf (_("Other rules: %s."), others->str);

  /* Translators: a list of rules and what they give: "minimum 2, majority 2, mean 3" */
  return g_strdup_printf (_("The level was stated. Its parts would give: %s."), others->str);
}

/**
 * ts_cell_explanation_new:
 * @comparison: levels of every layer
 * @organisation: whose
 * @year: of which year
 * @layer: the layer that is compared
 * @node: of what
 *
 * Returns: (transfer full): why the cell has its level
 */
TsCellExplanation *
ts_cell_explanation_new (const TsComparison *comparison,
                         guint               organisation,
                         guint               year,
                         TsLayer             layer,
                         guint               node)
{
  static const TsLayer layers[] = { TS_LAYER_FINAL, TS_LAYER_PANEL, TS_LAYER_DESK, TS_LAYER_SELF };
  const TsComparedNode *compared;
  Place place;
  TsCellExplanation *self;

  g_return_val_if_fail (comparison != NULL, NULL);

  compared = ts_comparison_get_node (comparison, node);
  place = (Place) { comparison, organisation, year, node, compared->node->section };
  self = g_new0 (TsCellExplanation, 1);
  /* Translators: an organisation, and the number or name of a competency */
  self->heading = g_strdup_printf (C_("cell", "%s · %s"), ts_comparison_get_organisation (comparison, organisation)->name,
                                   ts_node_get_short_name (compared->node));
  self->subtitle = g_strdup (compared->node->title);
  self->layers = g_ptr_array_new_with_free_func (line_free);
  self->parts = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      /* A layer that nobody has used has nothing to say. */
      if (layers[i] == layer || get_cell (&place, layers[i], node).basis != TS_BASIS_NONE)
        add_layer (self, &place, layers[i], layer);
    }

  if (compared->is_group)
    {
      add_parts (self, &place, layer);
      self->rules = make_rules (&place, layer);
    }

  return self;
}

void
ts_cell_explanation_free (TsCellExplanation *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->heading);
  g_free (self->subtitle);
  g_ptr_array_unref (self->layers);
  g_ptr_array_unref (self->parts);
  g_free (self->rules);
  g_free (self);
}

/**
 * ts_cell_explanation_rank:
 * @interval: where an organisation stands by its total
 * @n_ranked: among how many that have a rank
 *
 * Returns: (transfer full): a sentence of it, never without the interval
 */
char *
ts_cell_explanation_rank (const TsRankInterval *interval,
                          guint                 n_ranked)
{
  g_return_val_if_fail (interval != NULL, NULL);

  if (!interval->is_ranked)
    return g_strdup_printf (ngettext ("Rank of the total: none, for %u level is missing.", "Rank of the total: none, for %u levels are missing.",
                                      interval->n_missing),
                            interval->n_missing);

  if (interval->low == interval->high)
    /* Translators: the rank, among how many, and how sure that is in percent */
    return g_strdup_printf (_("Rank of the total: %g of %u (%d %% interval)."), interval->low, n_ranked, (int) (TS_RANK_CONFIDENCE * 100));

  /* Translators: the best and the worst rank that are likely, among how many, and how sure that is in percent */
  return g_strdup_printf (_("Rank of the total: %g to %g of %u (%d %% interval)."), interval->low, interval->high, n_ranked,
                          (int) (TS_RANK_CONFIDENCE * 100));
}
