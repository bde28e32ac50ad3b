/* ts-comparison.c — the levels of many organisations side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-comparison-private.h"

#include <math.h>
#include <string.h>

/* A group has no more criteria than this that count; a framework's reader refuses more. */
#define MOST_PARTS 256

void
ts_comparison_base_unref (TsComparisonBase *base)
{
  gsize n_slots;

  if (!g_atomic_ref_count_dec (&base->n_references))
    return;

  n_slots = (gsize) base->years->len * base->n_layers;

  for (gsize i = 0; i < n_slots; i++)
    g_free (base->raw[i]);

  g_free (base->raw);
  g_array_unref (base->years);
  g_ptr_array_unref (base->frameworks);
  g_ptr_array_unref (base->crosswalks);
  g_ptr_array_unref (base->sections);
  g_array_unref (base->nodes);
  g_hash_table_unref (base->node_numbers);
  g_ptr_array_unref (base->known_nodes);
  g_ptr_array_unref (base->organisations);
  g_hash_table_unref (base->by_code);
  g_ptr_array_unref (base->parents);
  g_free (base->framework_of);
  g_free (base->parent_of);
  g_free (base->population_of);
  g_free (base->assessment_of);
  g_string_chunk_free (base->texts);
  g_free (base->breaks);
  g_ptr_array_unref (base->figures);
  g_free (base);
}

TsComparison *
ts_comparison_ref (TsComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->n_references);

  return self;
}

void
ts_comparison_unref (TsComparison *self)
{
  gsize n_slots;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->n_references))
    return;

  n_slots = (gsize) self->base->years->len * self->base->n_layers;

  for (gsize i = 0; i < n_slots; i++)
    g_free (self->cells[i]);

  g_free (self->cells);
  ts_comparison_base_unref (self->base);
  g_free (self);
}

/* --- Deriving ------------------------------------------------------------------------------------------------------ */

static guint8
make_byte (int     level,
           TsBasis basis)
{
  return (guint8) (level | (int) basis << 4);
}

/* Returns the number of parts; those that the framework does not have are none. */
static guint
collect_parts (const TsComparisonBase *base,
               const TsNode *const *known,
               const guint8 *raw,
               guint group,
               int *levels,
               gboolean *any)
{
  guint n_parts = 0;

  *any = FALSE;

  for (guint i = group + 1; i < base->nodes->len && g_array_index (base->nodes, TsComparedNode, i).group == group; i++)
    {
      if (known[i] == NULL || known[i]->group != known[group] || n_parts == MOST_PARTS)
        continue;

      levels[n_parts++] = raw[i];
      *any |= raw[i] != 0;
    }

  return n_parts;
}

static void
derive_group (const TsComparisonBase *base,
              const TsRollUpRule *rule,
              const TsNode *const *known,
              const guint8 *raw,
              guint group,
              guint8 *cell)
{
  int levels[MOST_PARTS];
  gboolean any;
  guint n_parts;
  int level;

  /* A level that was stated on the group wins over what would follow from its criteria. */
  if (raw[group] != 0)
    {
      *cell = make_byte (raw[group], TS_BASIS_STATED);
      return;
    }

  n_parts = collect_parts (base, known, raw, group, levels, &any);

  if (!any)
    return;

  level = ts_roll_up (rule != NULL ? *rule : known[group]->section->rule, levels, n_parts);
  *cell = make_byte (level, level != 0 ? TS_BASIS_ROLLED_UP : TS_BASIS_INCOMPLETE);
}

static void
derive_sheet (TsComparison *self,
              guint         year,
              const guint8 *raw,
              guint8       *cells)
{
  const TsComparisonBase *base = self->base;
  const TsRollUpRule *rule = self->has_rule ? &self->rule : NULL;
  guint n_nodes = base->nodes->len;

  for (guint i = 0; i < base->organisations->len; i++, raw += n_nodes, cells += n_nodes)
    {
      guint8 framework = base->framework_of[ts_comparison_base_get_place (base, i, year)];
      const TsNode *const *known;

      if (framework == TS_NO_FRAMEWORK)
        continue;

      known = g_ptr_array_index (base->known_nodes, framework);

      for (guint n = 0; n < n_nodes; n++)
        {
          if (known[n] == NULL)
            continue;

          if (g_array_index (base->nodes, TsComparedNode, n).is_group)
            derive_group (base, rule, known, raw, n, &cells[n]);
          else if (raw[n] != 0)
            cells[n] = make_byte (raw[n], TS_BASIS_RATED);
        }
    }
}

/* The middle of what those say that it follows, the lower where two are in the middle; nothing unless each of them that was assessed has a level. */
static guint8
lend (const TsComparisonBase       *base,
      const TsComparedOrganisation *organisation,
      guint                         year,
      guint                         node,
      const guint8                 *cells)
{
  guint counts[16] = { 0 };
  guint n = 0;
  guint passed = 0;

  for (guint i = 0; i < organisation->predecessors->len; i++)
    {
      guint predecessor = g_array_index (organisation->predecessors, guint, i);
      guint8 byte;

      if (base->framework_of[ts_comparison_base_get_place (base, predecessor, year)] == TS_NO_FRAMEWORK)
        continue;

      byte = cells[(gsize) predecessor * base->nodes->len + node];

      if (TS_CELL_LEVEL (byte) == 0)
        return 0;

      counts[TS_CELL_LEVEL (byte)]++;
      n++;
    }

  for (guint level = 1; n > 0 && level < G_N_ELEMENTS (counts); level++)
    {
      passed += counts[level];

      if (passed * 2 >= n)
        return make_byte ((int) level, TS_BASIS_STATED) | TS_CELL_LENT;
    }

  return 0;
}

static void
lend_to_successors (TsComparison *self,
                    guint         year,
                    guint8       *cells)
{
  const TsComparisonBase *base = self->base;
  guint n_nodes = base->nodes->len;

  for (guint i = 0; i < base->organisations->len; i++)
    {
      const TsComparedOrganisation *organisation = g_ptr_array_index (base->organisations, i);

      if (organisation->predecessors->len == 0 ||
          base->framework_of[ts_comparison_base_get_place (base, i, year)] != TS_NO_FRAMEWORK)
        continue;

      for (guint n = 0; n < n_nodes; n++)
        cells[(gsize) i * n_nodes + n] = lend (base, organisation, year, n, cells);
    }
}

/* Takes the reference of @base. */
TsComparison *
ts_comparison_derive (TsComparisonBase   *base,
                      const TsRollUpRule *rule,
                      gboolean            use_predecessors)
{
  TsComparison *self = g_new0 (TsComparison, 1);

  g_atomic_ref_count_init (&self->n_references);
  self->base = base;
  self->has_rule = rule != NULL;
  self->rule = rule != NULL ? *rule : TS_ROLL_UP_MINIMUM;
  self->use_predecessors = use_predecessors;
  self->cells = g_new0 (guint8 *, (gsize) base->years->len * base->n_layers + 1);

  for (guint year = 0; year < base->years->len; year++)
    {
      for (guint slot = 0; slot < base->n_layers; slot++)
        {
          gsize place = ts_comparison_base_get_slot (base, year, slot);

          if (base->raw[place] == NULL)
            continue;

          self->cells[place] = g_new0 (guint8, (gsize) base->organisations->len * base->nodes->len + 1);
          derive_sheet (self, year, base->raw[place], self->cells[place]);

          if (use_predecessors)
            lend_to_successors (self, year, self->cells[place]);
        }
    }

  return self;
}

/**
 * ts_comparison_with_rule:
 * @self: a comparison
 * @rule: (nullable): the rule to roll up by; %NULL for each section's own
 *
 * Returns: (transfer full): the same ratings under that rule
 */
TsComparison *
ts_comparison_with_rule (TsComparison       *self,
                         const TsRollUpRule *rule)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->base->n_references);

  return ts_comparison_derive (self->base, rule, self->use_predecessors);
}

/**
 * ts_comparison_get_rule:
 * @self: a comparison
 * @rule: (out) (optional): the rule, where there is one
 *
 * Returns: whether all is rolled up by one rule; %FALSE where it is by each section's own
 */
gboolean
ts_comparison_get_rule (const TsComparison *self,
                        TsRollUpRule       *rule)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->has_rule && rule != NULL)
    *rule = self->rule;

  return self->has_rule;
}

gboolean
ts_comparison_uses_predecessors (const TsComparison *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->use_predecessors;
}

/* --- Organisations ------------------------------------------------------------------------------------------------- */

guint
ts_comparison_get_n_organisations (const TsComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->base->organisations->len;
}

const TsComparedOrganisation *
ts_comparison_get_organisation (const TsComparison *self,
                                guint               organisation)
{
  g_return_val_if_fail (self != NULL && organisation < self->base->organisations->len, NULL);

  return g_ptr_array_index (self->base->organisations, organisation);
}

/**
 * ts_comparison_find_organisation:
 * @self: a comparison
 * @code: a code, from anywhere
 *
 * Returns: the position of the organisation with that code, or -1
 */
int
ts_comparison_find_organisation (const TsComparison *self,
                                 const char         *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, -1);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->base->by_code, code)) - 1;
}

/**
 * ts_comparison_get_organisation_name:
 * @self: a comparison
 * @code: the code of an organisation, or of what organisations belong to
 *
 * Returns: (transfer none) (nullable): what it is called, or %NULL where it is not among these
 */
const char *
ts_comparison_get_organisation_name (const TsComparison *self,
                                     const char         *code)
{
  int organisation;

  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  organisation = ts_comparison_find_organisation (self, code);

  if (organisation >= 0)
    return ts_comparison_get_organisation (self, (guint) organisation)->name;

  for (guint i = 0; i < self->base->parents->len; i++)
    {
      const TsComparedParent *parent = g_ptr_array_index (self->base->parents, i);

      if (g_str_equal (parent->code, code))
        return parent->name;
    }

  return NULL;
}

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

/* --- Years, layers, nodes ------------------------------------------------------------------------------------------ */

guint
ts_comparison_get_n_years (const TsComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->base->years->len;
}

int
ts_comparison_get_year (const TsComparison *self,
                        guint               year)
{
  g_return_val_if_fail (self != NULL && year < self->base->years->len, 0);

  return g_array_index (self->base->years, int, year);
}

/**
 * ts_comparison_find_year:
 * @self: a comparison
 * @calendar_year: the calendar year in which a financial year begins
 *
 * Returns: the position of that year, or -1
 */
int
ts_comparison_find_year (const TsComparison *self,
                         int                 calendar_year)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->base->years->len; i++)
    {
      if (g_array_index (self->base->years, int, i) == calendar_year)
        return (int) i;
    }

  return -1;
}

/**
 * ts_comparison_has_layer:
 * @self: a comparison
 * @layer: a layer
 *
 * Returns: whether it was read at all; whether it says something is another question
 */
gboolean
ts_comparison_has_layer (const TsComparison *self,
                         TsLayer             layer)
{
  g_return_val_if_fail (self != NULL && layer < TS_N_LAYERS, FALSE);

  return self->base->slots[layer] >= 0;
}

guint
ts_comparison_get_n_sections (const TsComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->base->sections->len;
}

const TsSection *
ts_comparison_get_section (const TsComparison *self,
                           guint               section)
{
  g_return_val_if_fail (self != NULL && section < self->base->sections->len, NULL);

  return g_ptr_array_index (self->base->sections, section);
}

/**
 * ts_comparison_find_section:
 * @self: a comparison
 * @id: (nullable): a section's id; %NULL for the first that is graded in steps, else the first
 *
 * Returns: the position of the section, or -1
 */
int
ts_comparison_find_section (const TsComparison *self,
                            const char         *id)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->base->sections->len; i++)
    {
      const TsSection *section = g_ptr_array_index (self->base->sections, i);

      if (id != NULL ? g_str_equal (section->id, id) : ts_scale_get_kind (section->scale) == TS_SCALE_LEVELS)
        return (int) i;
    }

  return id == NULL && self->base->sections->len > 0 ? 0 : -1;
}

guint
ts_comparison_get_n_nodes (const TsComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->base->nodes->len;
}

const TsComparedNode *
ts_comparison_get_node (const TsComparison *self,
                        guint               node)
{
  g_return_val_if_fail (self != NULL && node < self->base->nodes->len, NULL);

  return &g_array_index (self->base->nodes, TsComparedNode, node);
}

/**
 * ts_comparison_find_node:
 * @self: a comparison
 * @id: a node's id, from anywhere
 *
 * Returns: its position, or -1
 */
int
ts_comparison_find_node (const TsComparison *self,
                         const char         *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, -1);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->base->node_numbers, id)) - 1;
}

/**
 * ts_comparison_list_nodes:
 * @self: a comparison
 * @section: a section
 * @criteria: whether its criteria are wanted, and groups that have none; otherwise its groups
 *
 * Returns: (transfer full) (element-type guint): their positions, in order
 */
GArray *
ts_comparison_list_nodes (const TsComparison *self,
                          guint               section,
                          gboolean            criteria)
{
  GArray *list;

  g_return_val_if_fail (self != NULL && section < self->base->sections->len, NULL);

  list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->base->nodes->len; i++)
    {
      const TsComparedNode *node = &g_array_index (self->base->nodes, TsComparedNode, i);
      gboolean has_criteria = i + 1 < self->base->nodes->len && g_array_index (self->base->nodes, TsComparedNode, i + 1).group == i;

      if (node->section == section && (criteria ? !node->is_group || !has_criteria : node->is_group))
        g_array_append_val (list, i);
    }

  return list;
}

/* --- Cells --------------------------------------------------------------------------------------------------------- */

/**
 * ts_comparison_get_assessment:
 * @self: a comparison
 * @organisation: an organisation
 * @year: a year
 *
 * Returns: (transfer none) (nullable): the row id of the assessment that its levels come from
 */
const char *
ts_comparison_get_assessment (const TsComparison *self,
                              guint               organisation,
                              guint               year)
{
  g_return_val_if_fail (self != NULL && organisation < self->base->organisations->len && year < self->base->years->len, NULL);

  return self->base->assessment_of[ts_comparison_base_get_place (self->base, organisation, year)];
}

/**
 * ts_comparison_get_framework:
 * @self: a comparison
 * @organisation: an organisation
 * @year: a year
 *
 * Returns: (transfer none) (nullable): what it was assessed by
 */
TsFramework *
ts_comparison_get_framework (const TsComparison *self,
                             guint               organisation,
                             guint               year)
{
  guint8 framework;

  g_return_val_if_fail (self != NULL && organisation < self->base->organisations->len && year < self->base->years->len, NULL);

  framework = self->base->framework_of[ts_comparison_base_get_place (self->base, organisation, year)];

  return framework != TS_NO_FRAMEWORK ? g_ptr_array_index (self->base->frameworks, framework) : NULL;
}

/**
 * ts_comparison_knows_node:
 * @self: a comparison
 * @organisation: an organisation
 * @year: a year
 * @node: a node
 *
 * Returns: whether what the organisation was assessed by has the node at all
 */
gboolean
ts_comparison_knows_node (const TsComparison *self,
                          guint               organisation,
                          guint               year,
                          guint               node)
{
  guint8 framework;

  g_return_val_if_fail (self != NULL && organisation < self->base->organisations->len && year < self->base->years->len, FALSE);
  g_return_val_if_fail (node < self->base->nodes->len, FALSE);

  framework = self->base->framework_of[ts_comparison_base_get_place (self->base, organisation, year)];

  return framework != TS_NO_FRAMEWORK && ((const TsNode *const *) g_ptr_array_index (self->base->known_nodes, framework))[node] != NULL;
}

/**
 * ts_comparison_get_cell:
 * @self: a comparison
 * @organisation: an organisation
 * @year: a year
 * @layer: whose judgement
 * @node: a node
 *
 * Returns: the level there, and where it comes from; %TS_BASIS_NONE where it is missing
 */
TsCell
ts_comparison_get_cell (const TsComparison *self,
                        guint               organisation,
                        guint               year,
                        TsLayer             layer,
                        guint               node)
{
  const TsComparisonBase *base = self->base;
  TsCell cell = { 0, TS_BASIS_NONE, FALSE };
  const guint8 *cells;
  guint8 byte;

  g_return_val_if_fail (organisation < base->organisations->len && year < base->years->len, cell);
  g_return_val_if_fail (layer < TS_N_LAYERS && node < base->nodes->len, cell);

  cells = base->slots[layer] >= 0 ? self->cells[ts_comparison_base_get_slot (base, year, (guint) base->slots[layer])] : NULL;

  if (cells == NULL)
    return cell;

  byte = cells[(gsize) organisation * base->nodes->len + node];
  cell.level = TS_CELL_LEVEL (byte);
  cell.basis = TS_CELL_BASIS (byte);
  cell.from_predecessors = (byte & TS_CELL_LENT) != 0;

  return cell;
}

/**
 * ts_comparison_roll_up:
 * @self: a comparison
 * @organisation: an organisation
 * @year: a year
 * @layer: whose judgement
 * @node: a node
 * @rule: a rule
 *
 * Returns: the level that the rule would give, whatever the comparison's own is; a stated level and a criterion's stay what they are
 */
int
ts_comparison_roll_up (const TsComparison *self,
                       guint               organisation,
                       guint               year,
                       TsLayer             layer,
                       guint               node,
                       TsRollUpRule        rule)
{
  const TsComparisonBase *base = self->base;
  TsCell cell = ts_comparison_get_cell (self, organisation, year, layer, node);
  const guint8 *raw;
  int levels[MOST_PARTS];
  gboolean any;
  guint n_parts;

  if (cell.basis != TS_BASIS_ROLLED_UP)
    return cell.level;

  raw = base->raw[ts_comparison_base_get_slot (base, year, (guint) base->slots[layer])] + (gsize) organisation * base->nodes->len;
  n_parts = collect_parts (base,
                           g_ptr_array_index (base->known_nodes,
                                              base->framework_of[ts_comparison_base_get_place (base, organisation, year)]),
                           raw, node, levels, &any);

  return ts_roll_up (rule, levels, n_parts);
}

/**
 * ts_comparison_is_break:
 * @self: a comparison
 * @from: an earlier year
 * @to: a later year
 * @node: a node
 *
 * Returns: whether the node's definition, or that of some part of it, was another in the one year than in the other, in the frameworks that most
 *   used
 */
gboolean
ts_comparison_is_break (const TsComparison *self,
                        guint               from,
                        guint               to,
                        guint               node)
{
  const TsComparisonBase *base = self->base;

  g_return_val_if_fail (from <= to && to < base->years->len && node < base->nodes->len, FALSE);

  return base->breaks[((gsize) from * base->years->len + to) * base->nodes->len + node];
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
